//! The inside figures as tables, once for the page, the workbook, the CSV and the report.

use complaints::profile::Profile;
use locales::Args;

use crate::figures::inside::{Causes, Inside, Score, cause_words};
use crate::figures::per_cent;
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name, place_name};

/// A table.
pub(super) struct Table {
    /// Stable, for links and tests.
    pub(super) id: &'static str,
    pub(super) title: String,
    /// The first one is of what the lines are called.
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A line.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
}

/// A number, and how it reads.
pub(super) struct Cell {
    /// None: there is nothing to compute it from.
    pub(super) number: Option<u64>,
    pub(super) text: String,
}

/// Everything that there is to see.
pub(super) fn of(frame: &Frame, profile: &Profile, inside: &Inside) -> Vec<Table> {
    let institution = |code: &str| institution_name(profile, code, frame).to_owned();
    let office = |code: &str| match code.parse() {
        Ok(code) if profile.portal.is_some_and(|portal| portal.office == code) => frame.t("figures-portal"),
        Ok(code) => office_name(profile, code),
        Err(_) => code.to_owned(),
    };
    let category = |code: &str| category_name(profile, code, frame);
    let mut tables = vec![
        causes(frame, "cause-category", &inside.causes_of_categories, category),
        causes(frame, "cause-institution", &inside.causes_of_institutions, institution),
        scores(frame, "institution", &inside.institutions, institution),
        scores(frame, "office", &inside.offices, office),
        places(frame, &inside.places, |value| locales::without_isolation(&place_name(profile, value, frame))),
        hours(frame, &inside.hours),
        uses(frame, inside),
        visits(frame, &inside.visits),
    ];
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// The sums over all, in words.
pub(super) fn facts(frame: &Frame, inside: &Inside) -> Vec<(String, String)> {
    let cells = score_cells(frame, &inside.all);
    score_columns(frame).into_iter().zip(cells.into_iter().map(|cell| cell.text)).collect()
}

fn count(frame: &Frame, number: u64) -> Cell {
    Cell { number: Some(number), text: frame.with("figures-number", &Args::new().with("number", number)) }
}

fn maybe(frame: &Frame, number: Option<u64>, key: &str) -> Cell {
    let text = number.map_or_else(|| "–".to_owned(), |it| frame.with(key, &Args::new().with("number", it)));
    Cell { number, text }
}

fn score_columns(frame: &Frame) -> Vec<String> {
    let keys = [
        "figures-received",
        "figures-treated",
        "figures-answered-short",
        "figures-inside-open",
        "figures-inside-overdue",
        "figures-in-time-short",
        "figures-median-short",
        "figures-ninth-short",
        "figures-reopened",
        "figures-content-short",
    ];
    keys.iter().map(|key| frame.t(key)).collect()
}

fn score_cells(frame: &Frame, score: &Score) -> Vec<Cell> {
    let sums = &score.sums;
    let days = |days: Option<u16>| maybe(frame, days.map(u64::from), "figures-number");
    vec![
        count(frame, sums.received),
        count(frame, sums.treated),
        count(frame, sums.answered),
        count(frame, sums.open),
        count(frame, score.overdue),
        maybe(frame, per_cent(sums.in_time, sums.promised), "figures-per-cent"),
        days(sums.within(50)),
        days(sums.within(90)),
        count(frame, sums.reopened),
        maybe(frame, per_cent(sums.content, sums.rated), "figures-per-cent"),
    ]
}

fn scores(frame: &Frame, id: &'static str, scores: &[Score], name: impl Fn(&str) -> String) -> Table {
    let mut columns = vec![frame.t(&format!("figures-head-{id}"))];
    columns.extend(score_columns(frame));
    let row = |score: &Score| Row { name: name(&score.code), cells: score_cells(frame, score) };
    Table { id, title: frame.t(&format!("figures-by-{id}")), columns, rows: scores.iter().map(row).collect() }
}

/// What is overdue is not known by place.
const OVERDUE: usize = 4;

fn places(frame: &Frame, all: &[Score], name: impl Fn(&str) -> String) -> Table {
    let mut table = scores(frame, "place", all, name);
    // Behind what the line is called.
    table.columns.remove(1 + OVERDUE);
    table.rows.iter_mut().for_each(|row| drop(row.cells.remove(OVERDUE)));
    table
}

fn causes(frame: &Frame, id: &'static str, causes: &Causes, name: impl Fn(&str) -> String) -> Table {
    let of = id.trim_start_matches("cause-");
    let mut columns = vec![frame.t(&format!("figures-head-{of}")), frame.t("figures-inside-together")];
    columns.extend(cause_words().iter().map(|word| frame.t(&format!("figures-cause-{word}"))));
    let row = |(code, counts): &(String, [u64; 7])| {
        let all = std::iter::once(counts.iter().sum()).chain(counts.iter().copied());
        Row { name: name(code), cells: all.map(|number| count(frame, number)).collect() }
    };
    let rows = causes.iter().map(row).collect();
    Table { id, title: frame.t(&format!("figures-inside-by-{id}")), columns, rows }
}

/// Hours of the day below each other, days of the week beside each other.
fn hours(frame: &Frame, hours: &[u64]) -> Table {
    let mut columns = vec![frame.t("figures-inside-hour")];
    columns.extend((1..=7).map(|day| frame.t(&format!("figures-weekday-{day}"))));
    let row = |hour: usize| {
        let of_day = (0..7).map(|day| count(frame, hours.get(day * 24 + hour).copied().unwrap_or(0)));
        Row { name: hour_name(hour), cells: of_day.collect() }
    };
    let rows = if hours.iter().any(|count| *count > 0) { (0..24).map(row).collect() } else { Vec::new() };
    Table { id: "hour", title: frame.t("figures-inside-by-hour"), columns, rows }
}

fn uses(frame: &Frame, inside: &Inside) -> Table {
    let columns =
        ["figures-inside-page", "figures-inside-visits", "figures-inside-views", "figures-inside-minutes"];
    let known = ["home", "follow", "figures", "file"];
    let row = |(page, used): (&String, &crate::store::page_uses::Use)| {
        let name = if known.contains(&page.as_str()) {
            frame.t(&format!("figures-page-{page}"))
        } else {
            format!("/{page}")
        };
        let cells = [used.visits, used.views, used.seconds / 60].map(|number| count(frame, number));
        Row { name, cells: cells.into() }
    };
    Table {
        id: "use",
        title: frame.t("figures-inside-use"),
        columns: columns.iter().map(|key| frame.t(key)).collect(),
        rows: inside.uses.iter().map(row).collect(),
    }
}

fn visits(frame: &Frame, visits: &[u64]) -> Table {
    let row =
        |(hour, visits): (usize, &u64)| Row { name: hour_name(hour), cells: vec![count(frame, *visits)] };
    let rows = if visits.iter().any(|count| *count > 0) {
        visits.iter().enumerate().map(row).collect()
    } else {
        Vec::new()
    };
    Table {
        id: "visits",
        title: frame.t("figures-inside-use-by-hour"),
        columns: vec![frame.t("figures-inside-hour"), frame.t("figures-inside-visits")],
        rows,
    }
}

fn hour_name(hour: usize) -> String {
    format!("{hour:02}:00")
}
