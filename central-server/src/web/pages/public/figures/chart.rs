//! Bars by month, as numbers for an SVG. The same figures stand in the table beside it; what is hidden there has no bar.

use jiff::civil::Date;
use locales::Args;

use crate::figures::publishing::{Line, PublicFigures};
use crate::web::pages::frame::Frame;

/// Where the bars stand, in units of the drawing.
const LEFT: f64 = 52.0;
const RIGHT: f64 = 460.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 236.0;

/// Lines across, beside the one at the bottom.
const LINES: u64 = 4;

/// A chart.
pub(super) struct Chart {
    pub(super) lines: Vec<Scale>,
    pub(super) months: Vec<Group>,
}

/// A line across.
pub(super) struct Scale {
    pub(super) y: String,
    /// Where its number stands.
    pub(super) text_y: String,
    pub(super) label: String,
}

/// The bars of a month.
pub(super) struct Group {
    pub(super) bars: Vec<Bar>,
    /// The middle.
    pub(super) x: String,
    pub(super) label: String,
}

/// A bar.
pub(super) struct Bar {
    /// 1: received, 2: treated, 3: answered.
    pub(super) number: u8,
    pub(super) x: String,
    pub(super) y: String,
    pub(super) width: String,
    pub(super) height: String,
}

impl Chart {
    pub(super) fn new(frame: &Frame, figures: &PublicFigures) -> Self {
        let counts =
            |line: &Line| [line.received, line.treated, line.answered].map(|it| it.count().unwrap_or(0));
        let most = figures.months.iter().flat_map(counts).max().unwrap_or(0);
        let step = step(most);
        let scale = |count: u64| (BOTTOM - TOP) * count as f64 / (step * LINES) as f64;
        let number = |count: u64| frame.with("figures-number", &Args::new().with("number", count));
        let lines = (1..=LINES).map(|line| {
            let y = BOTTOM - scale(step * line);
            Scale { y: units(y), text_y: units(y + 5.0), label: number(step * line) }
        });
        let each = (RIGHT - LEFT) / figures.months.len().max(1) as f64;
        let bar_width = (each / 4.0).min(16.0);
        let months = figures.months.iter().enumerate().map(|(at, line)| {
            let middle = LEFT + each * (at as f64 + 0.5);
            let bars = counts(line).into_iter().zip(1_u8..).filter(|(count, _)| *count > 0);
            let bars = bars.map(|(count, number)| Bar {
                number,
                x: units(middle + bar_width * (f64::from(number) - 2.5)),
                y: units(BOTTOM - scale(count)),
                width: units(bar_width * 0.88),
                height: units(scale(count)),
            });
            Group { bars: bars.collect(), x: units(middle), label: label(frame, &line.value) }
        });
        Self { lines: lines.collect(), months: months.collect() }
    }
}

/// The distance between two lines: 1, 2 or 5 and noughts behind it.
fn step(most: u64) -> u64 {
    let mut ten = 1;
    loop {
        if let Some(step) = [1, 2, 5].into_iter().map(|first| first * ten).find(|step| step * LINES >= most) {
            return step;
        }
        ten *= 10;
    }
}

fn units(number: f64) -> String {
    format!("{number:.1}")
}

/// The number of the month: short enough for twelve of them on a telephone.
fn label(frame: &Frame, word: &str) -> String {
    let day: Option<Date> = format!("{word}-01").parse().ok();
    day.map_or_else(|| word.to_owned(), |day| frame.t(&format!("figures-month-{}", day.month())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_across_reach_as_high_as_the_highest_bar() {
        let steps = [0, 4, 5, 8, 21, 399, 4_000].map(step);
        assert_eq!(steps, [1, 1, 2, 2, 10, 100, 1_000]);
    }
}
