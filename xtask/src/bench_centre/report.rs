//! What was measured, as a page to read.

use std::fmt::Write as _;

use serde_json::Value;

use super::pages::{self, STATIC, TIMES};

/// What a page may take, in milliseconds.
const GOAL_MS: f64 = 200.0;

/// The report.
pub(super) fn table(result: &Value) -> String {
    let mut text = format!(
        "# The centre with a full store\n\nWritten by `cargo xtask bench-centre`; SQLite, one process. Milliseconds until \
         the last byte over one open connection on the same computer: median / worst of {TIMES} (deeds: of 9). The ratio \
         says how many times as long as with an empty store the median takes. The goal is {GOAL_MS:.0} ms for every page.\n\n",
    );
    let empty = Vec::new();
    let stages = result["stages"].as_array().unwrap_or(&empty);
    let _ = writeln!(text, "Processors: {}.\n", result["processors"]);
    let head: String = stages.iter().map(|it| format!(" {} operations |", it["operations"])).collect();
    let _ = writeln!(text, "| |{head} ratio |\n|---|{}", "---:|".repeat(stages.len() + 1));
    for name in pages::names() {
        let cells = stages.iter().map(|it| {
            let page = &it["pages"][name];
            format!(" {:.1} / {:.1} |", number(&page["median"]), number(&page["worst"]))
        });
        let last = median(stages.last(), name);
        let ratio = last / median(stages.first(), name).max(0.01);
        let over = if last > GOAL_MS { " **above the goal**" } else { "" };
        let _ = writeln!(text, "| {name}{over} |{} {ratio:.1} |", cells.collect::<String>());
    }
    let cells = stages.iter().map(|it| {
        let first = &it["pages"]["Export: 20,000 lines"]["first_byte"];
        format!(" {:.1} |", number(first))
    });
    let _ = writeln!(text, "| Export: its first byte |{} |", cells.collect::<String>());
    let _ = writeln!(text, "| Taking lines over |{} |", cells_of(stages, importing));
    let bytes = |it: &Value| format!("{:.0} MB", number(&it["store_bytes"]) / 1e6);
    let _ = writeln!(text, "| The store |{} |", cells_of(stages, bytes));
    if let Some(load) = result["load"].as_array() {
        text.push_str(&under_load(load));
    }
    text
}

fn cells_of(stages: &[Value], cell: impl Fn(&Value) -> String) -> String {
    stages.iter().map(|it| format!(" {} |", cell(it))).collect()
}

fn importing(stage: &Value) -> String {
    let (seconds, operations) = (number(&stage["import_seconds"]), number(&stage["operations"]));
    if seconds <= 0.0 {
        return String::new();
    }
    format!("{seconds:.0} s, {:.0} operations a second", operations / seconds)
}

fn under_load(load: &[Value]) -> String {
    let mut text = format!(
        "\n## Under load\n\n`wrk` on the same computer, with the full store. The ratio is beside the style sheet at as \
         many connections, which reads nothing.\n\n| | at once | a second | ratio | p50 ms | p99 ms | refused |\n|---|{}\n",
        "---:|".repeat(6)
    );
    for it in load {
        let yardstick = load
            .iter()
            .find(|other| other["name"] == STATIC && other["connections"] == it["connections"])
            .map_or(0.0, |other| number(&other["a_second"]));
        let a_second = number(&it["a_second"]);
        let _ = writeln!(
            text,
            "| {} | {} | {a_second:.0} | {:.3} | {:.1} | {:.1} | {:.0} |",
            it["name"].as_str().unwrap_or_default(),
            it["connections"],
            a_second / yardstick.max(0.001),
            number(&it["p50_ms"]),
            number(&it["p99_ms"]),
            number(&it["wrong"]),
        );
    }
    text
}

fn median(stage: Option<&Value>, name: &str) -> f64 {
    stage.map_or(0.0, |stage| number(&stage["pages"][name]["median"]))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_table_has_a_line_for_each_page_and_says_which_is_too_slow() {
        let stage = |ms: f64| json!({ "operations": 10, "pages": { "Home": { "median": ms, "worst": ms } } });
        let result = json!({ "processors": 2, "stages": [stage(10.0), stage(400.0)], "load": [
            { "name": STATIC, "connections": 8, "a_second": 1000.0 }, { "name": "Home", "connections": 8, "a_second": 500.0 },
        ] });
        let table = table(&result);
        assert_eq!(table.matches("\n| ").count(), pages::names().count() + 4 + 3);
        assert!(
            table.contains("| Home **above the goal** | 10.0 / 10.0 | 400.0 / 400.0 | 40.0 |"),
            "{table}"
        );
        assert!(table.contains("| Home | 8 | 500 | 0.500 |"), "{table}");
    }
}
