//! The public figures as open data: what stands on the page, with its codes. A hidden count is an empty cell in CSV and
//! `null` in JSON.

use complaints::profile::Profile;
use serde_json::{Value, json};

use super::title;
use crate::figures::Axis;
use crate::figures::publishing::{Line, PublicFigures};
use crate::web::pages::frame::Frame;

/// The names of the columns behind those that say which line it is.
const COLUMNS: [&str; 8] = [
    "received",
    "treated",
    "definitively_answered",
    "reopened",
    "in_time_percent",
    "median_working_days",
    "ninety_percent_within_working_days",
    "content_percent",
];

/// Lines for a spreadsheet: by what, which, its name, and the figures.
pub(super) fn csv(figures: &PublicFigures, name: impl Fn(Axis, &str) -> String) -> String {
    // A spreadsheet takes a file for UTF-8 only when it says so.
    let mut text = format!("\u{feff}year,by,code,name,{}\r\n", COLUMNS.join(","));
    let mut add = |by: &str, name: &str, line: &Line| {
        let mut cells = vec![figures.year.to_string(), by.to_owned(), quoted(&line.value), quoted(name)];
        cells.extend(
            numbers(line).into_iter().map(|number| number.map_or_else(String::new, |it| it.to_string())),
        );
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    };
    add("all", "", &figures.all);
    figures.months.iter().for_each(|line| add("month", "", line));
    for (axis, lines) in &figures.tables {
        lines.iter().for_each(|line| add(axis.word(), &name(*axis, &line.value), line));
    }
    text
}

/// The same as JSON, with what the columns mean.
pub(super) fn json(
    figures: &PublicFigures,
    frame: &Frame,
    profile: &Profile,
    name: impl Fn(Axis, &str) -> String,
) -> Value {
    let line = |line: &Line, name: String| {
        let mut object = json!({ "code": line.value, "name": name });
        for (column, number) in COLUMNS.iter().zip(numbers(line)) {
            object[*column] = json!(number);
        }
        object
    };
    let tables: serde_json::Map<String, Value> = figures
        .tables
        .iter()
        .map(|(axis, lines)| {
            let lines = lines.iter().map(|it| line(it, name(*axis, &it.value)));
            (axis.word().to_owned(), lines.collect())
        })
        .collect();
    let meanings: serde_json::Map<String, Value> = COLUMNS
        .iter()
        .map(|column| {
            let key = format!("figures-mean-{}", column.replace('_', "-"));
            ((*column).to_owned(), locales::without_isolation(&frame.t(&key)).into())
        })
        .collect();
    json!({
        "service": title(profile, frame),
        "year": figures.year,
        "hidden_below": figures.hidden_below,
        "columns": meanings,
        "all": line(&figures.all, String::new()),
        "month": figures.months.iter().map(|it| line(it, String::new())).collect::<Vec<_>>(),
        "by": tables,
    })
}

fn numbers(line: &Line) -> [Option<u64>; 8] {
    [
        line.received.count(),
        line.treated.count(),
        line.answered.count(),
        line.reopened.count(),
        line.in_time,
        line.median_days.map(u64::from),
        line.ninth_days.map(u64::from),
        line.content,
    ]
}

/// A cell as RFC 4180 wants it. What a spreadsheet would compute gets a quotation mark in front (CWE-1236).
fn quoted(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
