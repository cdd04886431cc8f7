//! The plot: for each work a bar for each system, as multiples of Guichet on a logarithmic scale.

use std::fmt::Write;

use crate::report::{cost_words, ratio, told};
use crate::works::Results;

const WORKS: [(&str, &str); 7] = [
    ("push", "push of what was made offline"),
    ("pull", "pull into a fresh client"),
    ("slow", "made offline, sent over a slow line"),
    ("ten", "ten new complaints"),
    ("one", "one new complaint"),
    ("changed", "ten changed, 300 ms"),
    ("idle", "nothing changed"),
];
const LABELS: f64 = 250.0;
const SCALE: f64 = 520.0;
const BAR: f64 = 15.0;
/// The scale goes from a hundredth of Guichet's cost to a thousand times it.
const DECADES: (i32, i32) = (-2, 3);

/// plot.svg.
pub(crate) fn svg(results: &Results) -> String {
    let mut bars = String::new();
    let mut y = 46.0;
    for (work, title) in WORKS {
        let shown: Vec<(&str, f64)> = results
            .systems
            .iter()
            .filter_map(|system| {
                Some((system.title.trim_matches('*'), ratio(results, work, &system.measured)?))
            })
            .collect();
        if shown.is_empty() {
            continue;
        }
        let _ =
            writeln!(bars, "<text x='8' y='{y:.0}' font-weight='bold'>{title}: {}</text>", cost_words(work));
        y += 7.0;
        for (name, ratio) in shown {
            write_bar(&mut bars, y, name, ratio);
            y += BAR;
        }
        y += 22.0;
    }
    let (width, height) = (LABELS + SCALE + 60.0, y + 4.0);
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.0} {height:.0}' font-family='sans-serif' \
         font-size='11' role='img' aria-label='Costs of peers as multiples of Guichet'>\n\
         <rect width='{width:.0}' height='{height:.0}' fill='#ffffff'/>\n\
         <text x='8' y='18' font-size='14'>Cost as a multiple of Guichet (=1) in the same run, shorter is better</text>\n\
         {}{bars}</svg>\n",
        grid(height)
    )
}

fn write_bar(bars: &mut String, y: f64, name: &str, ratio: f64) {
    let (one, end) = (x(1.0), x(ratio));
    let fill = if (ratio - 1.0).abs() < f64::EPSILON {
        "#1b5e8c"
    } else if ratio < 1.0 {
        "#b3541e"
    } else {
        "#7f8c95"
    };
    // A bar of length nothing would not be seen.
    let (left, width) = (one.min(end), (end - one).abs().max(2.0));
    let base = y + BAR - 4.0;
    let _ = writeln!(
        bars,
        "<text x='{:.0}' y='{base:.0}' text-anchor='end'>{name}</text>\
         <rect x='{left:.1}' y='{y:.1}' width='{width:.1}' height='{:.1}' fill='{fill}'/>\
         <text x='{:.1}' y='{base:.0}'>{}</text>",
        LABELS - 8.0,
        BAR - 3.0,
        one.max(end) + 4.0,
        told(ratio),
    );
}

fn grid(height: f64) -> String {
    let mut lines = String::new();
    for decade in DECADES.0..=DECADES.1 {
        let at = x(10_f64.powi(decade));
        let colour = if decade == 0 { "#333333" } else { "#dddddd" };
        let _ = writeln!(
            lines,
            "<line x1='{at:.1}' y1='26' x2='{at:.1}' y2='{height:.0}' stroke='{colour}'/>\
             <text x='{at:.1}' y='36' text-anchor='middle' fill='#555555'>{}</text>",
            10_f64.powi(decade)
        );
    }
    lines
}

/// Where a ratio stands; what is off the scale stands at its end.
fn x(ratio: f64) -> f64 {
    let (low, high) = (f64::from(DECADES.0), f64::from(DECADES.1));
    LABELS + (ratio.log10().clamp(low, high) - low) / (high - low) * SCALE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_logarithmic_and_ends() {
        assert_eq!(x(0.01), LABELS);
        assert_eq!(x(1_000.0), LABELS + SCALE);
        assert_eq!(x(1e9), LABELS + SCALE);
        assert!((x(100.0) - x(10.0) - (x(10.0) - x(1.0))).abs() < 1e-9);
    }
}
