//! Many measurements of the same thing, and what is told of them: the middle, the hundredth that took longest, the most.

use serde_json::{Value, json};

/// One measurement.
#[derive(Debug, Clone)]
pub(crate) struct Timed {
    /// What was done, as the report's tables divide it.
    pub(crate) kind: &'static str,
    /// How many characters had been typed by then.
    pub(crate) letters: usize,
    /// How long it took, milliseconds.
    pub(crate) ms: f64,
}

/// What is told of many.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Spread {
    pub(crate) count: usize,
    pub(crate) median: f64,
    pub(crate) percentile_99: f64,
    pub(crate) most: f64,
}

impl Spread {
    /// Of these values; zeros where there are none.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let Some(last) = values.len().checked_sub(1) else { return Self::default() };
        let at = |share: f64| values[(last as f64 * share).round() as usize];
        Self { count: values.len(), median: at(0.5), percentile_99: at(0.99), most: at(1.0) }
    }

    pub(crate) fn to_json(self) -> Value {
        json!({
            "count": self.count, "median": rounded(self.median), "percentile_99": rounded(self.percentile_99),
            "most": rounded(self.most),
        })
    }
}

/// To a thousandth: what lies below says nothing.
pub(crate) fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_the_hundredth_and_the_most_are_told() {
        let spread = Spread::of((1..=200).rev().map(f64::from));
        assert_eq!(spread, Spread { count: 200, median: 101.0, percentile_99: 198.0, most: 200.0 });
        assert_eq!(Spread::of([]), Spread::default());
    }
}
