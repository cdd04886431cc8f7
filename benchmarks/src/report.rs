//! The report: tables with ratios in Markdown, and every figure in JSON.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::figures::{Figures, Measured, median};
use crate::goals::goals;
use crate::works::{Results, System};

/// A table of one work: which figures it shows.
struct Section {
    work: &'static str,
    title: &'static str,
    columns: &'static [Column],
}

/// A column: its head, and the text of its cell.
type Column = (&'static str, fn(&Figures) -> String);

const SECONDS: Column = ("s", |f| format!("{:.2}", f.ms / 1000.0));
const MS: Column = ("ms", |f| format!("{:.0}", f.ms));
const RATE: Column = ("records/s", |f| thousands(f.per_second()));
const CLIENT: Column = ("client CPU s", |f| format!("{:.2}", f.client_cpu_s));
const SERVER: Column = ("server CPU s", |f| format!("{:.2}", f.server_cpu_s));
const MEMORY: Column = ("client MiB", |f| format!("{:.0}", f.client_mib));
const MB_UP: Column = ("MB up", |f| format!("{:.2}", f.up / 1e6));
const MB_DOWN: Column = ("MB down", |f| format!("{:.2}", f.down / 1e6));
const UP: Column = ("bytes up", |f| thousands(f.up));
const DOWN: Column = ("bytes down", |f| thousands(f.down));
const REQUESTS: Column = ("requests", |f| thousands(f.requests));

const SECTIONS: [Section; 7] = [
    Section {
        work: "push",
        title: "Push of complaints made offline",
        columns: &[SECONDS, RATE, CLIENT, SERVER, MEMORY, MB_UP, MB_DOWN, REQUESTS],
    },
    Section {
        work: "pull",
        title: "Pull of them into a fresh client",
        columns: &[SECONDS, RATE, CLIENT, SERVER, MEMORY, MB_UP, MB_DOWN, REQUESTS],
    },
    Section {
        work: "slow",
        title: "Complaints made offline, sent over a slow line",
        columns: &[UP, DOWN, REQUESTS],
    },
    Section {
        work: "ten",
        title: "One exchange of ten new complaints after 300 KiB of shared history",
        columns: &[UP, DOWN, REQUESTS],
    },
    Section { work: "one", title: "One complaint alone, likewise", columns: &[UP, DOWN, REQUESTS] },
    Section {
        work: "changed",
        title: "Ten complaints changed, one sync at a round trip of 300 ms",
        columns: &[MS, UP, DOWN, REQUESTS],
    },
    Section { work: "idle", title: "Nothing changed", columns: &[MS, UP, DOWN, REQUESTS] },
];

/// What each work is compared by: the smaller the better.
pub(crate) fn cost(work: &str, figures: &Figures) -> f64 {
    match work {
        "push" | "pull" => figures.ms / figures.records.max(1.0),
        "changed" => figures.ms,
        "idle" => figures.up + figures.down,
        _ => figures.up,
    }
}

/// What [`cost`] is, in words.
pub(crate) fn cost_words(work: &str) -> &'static str {
    match work {
        "push" | "pull" => "time a record",
        "changed" => "time",
        "idle" => "bytes both ways",
        _ => "bytes up",
    }
}

/// How many times Guichet's cost a system's is.
pub(crate) fn ratio(results: &Results, work: &str, measured: &Measured) -> Option<f64> {
    let ours = cost(work, &results.guichet()?.of(work)?);
    Some(cost(work, &measured.of(work)?) / ours).filter(|ratio| ratio.is_finite())
}

/// results.md.
pub(crate) fn markdown(results: &Results) -> String {
    let mut text = String::from("# What was measured\n\n");
    let plan = results.plan;
    let medians = if plan.runs > 1 { format!("medians of {}", plan.runs) } else { "one run".to_owned() };
    let _ = writeln!(
        text,
        "Written by `cargo xtask bench`; README.md beside this file says what each work is and how to read it.\n\n\
         {}\n\n{}, {} of them pushed and pulled; {medians}, everything in one run. “× Guichet” compares with Guichet \
         in the same run: above 1 the other one needs more. ![ratios](plot.svg)\n",
        results.machine.told(),
        results.input,
        thousands(plan.count as f64),
    );
    write_goals(&mut text, results);
    for section in &SECTIONS {
        write_section(&mut text, results, section);
    }
    write_systems(&mut text, results);
    text
}

fn write_goals(text: &mut String, results: &Results) {
    let goals = goals(results);
    if goals.is_empty() {
        return;
    }
    text.push_str("## Goals\n\n| Work | Aim | Measured | |\n|---|---|---|---|\n");
    for goal in goals {
        let title = SECTIONS.iter().find(|section| section.work == goal.work).map_or("", |found| found.title);
        let measured = match goal.unit {
            "×" => format!("{:.2} ×", goal.measured),
            unit => format!("{} {unit}", thousands(goal.measured)),
        };
        let met = if goal.is_met { "met" } else { "**not met**" };
        let _ = writeln!(text, "| {title} | {} | {measured} | {met} |", goal.aim);
    }
    text.push('\n');
}

fn write_section(text: &mut String, results: &Results, section: &Section) {
    let heads: Vec<&str> = section.columns.iter().map(|(head, _)| *head).collect();
    let _ = writeln!(
        text,
        "## {}\n\n| | {} | {}, × Guichet |",
        section.title,
        heads.join(" | "),
        cost_words(section.work)
    );
    let _ = writeln!(text, "|---|{}", "---|".repeat(heads.len() + 1));
    for system in &results.systems {
        if let Some(figures) = system.measured.of(section.work) {
            let cells: Vec<String> = section.columns.iter().map(|(_, cell)| cell(&figures)).collect();
            let ratio = ratio(results, section.work, &system.measured).map_or_else(|| "–".to_owned(), told);
            let _ = writeln!(text, "| {} | {} | {ratio} |", system.title, cells.join(" | "));
        }
    }
    write_yardstick(text, results, section);
    text.push('\n');
}

/// A line below the table, where there is something else to compare with.
fn write_yardstick(text: &mut String, results: &Results, section: &Section) {
    let yardsticks = &results.yardsticks;
    let (many, bytes) = match section.work {
        "slow" => (results.plan.slow_count, yardsticks.slow),
        "ten" => (10, yardsticks.ten),
        "one" => (1, yardsticks.one),
        "pull" => return write_bare_insert(text, results),
        _ => return,
    };
    let (many, bytes) = (thousands(many as f64), thousands(bytes));
    let _ = writeln!(text, "\nComplaints: {many}. As JSON in one stream of `zstd -19`: {bytes} bytes.");
}

fn write_bare_insert(text: &mut String, results: &Results) {
    let Some(ours) = results.guichet().filter(|ours| !ours.bare_insert_ms.is_empty()) else { return };
    let rows = median(ours.bare_insert_ms.iter().map(|(rows, _)| *rows).collect());
    let words = median(ours.bare_insert_ms.iter().map(|(_, words)| *words).collect());
    let _ = writeln!(
        text,
        "\nThe rows that Guichet's client has afterwards, inserted straight into a new store of the same kind in one \
         transaction: {rows:.0} ms; with their words in the search index: {words:.0} ms."
    );
}

fn write_systems(text: &mut String, results: &Results) {
    text.push_str("## What each of them does and does not do\n\n| | Versions | On the disk when told? | Else |\n|---|---|---|---|\n");
    for System { title, versions, durability, remarks, trouble, .. } in &results.systems {
        let trouble = trouble.as_ref().map_or_else(String::new, |trouble| {
            format!(" **Not measured:** {}", trouble.to_string().replace(['|', '\n'], " "))
        });
        let _ = writeln!(text, "| {title} | {} | {durability} | {remarks}.{trouble} |", versions.join(", "));
    }
}

/// results.json.
pub(crate) fn json(results: &Results) -> Value {
    let plan = results.plan;
    let systems: serde_json::Map<String, Value> =
        results.systems.iter().map(|system| (system.name.to_owned(), system_json(results, system))).collect();
    let goals: Vec<Value> = goals(results)
        .into_iter()
        .map(|goal| {
            json!({"work": goal.work, "aim": goal.aim, "measured": goal.measured, "unit": goal.unit, "met": goal.is_met})
        })
        .collect();
    json!({
        "machine": results.machine.to_json(),
        "input": results.input,
        "plan": {
            "complaints": plan.count, "over_a_slow_line": plan.slow_count, "history": plan.history,
            "exchanges_of_each_size": plan.exchanges, "runs": plan.runs,
        },
        "zstd_19_bytes": {
            "slow": results.yardsticks.slow, "ten": results.yardsticks.ten, "one": results.yardsticks.one,
        },
        "goals": goals,
        "systems": systems,
    })
}

fn system_json(results: &Results, system: &System) -> Value {
    let ratios: serde_json::Map<String, Value> = SECTIONS
        .iter()
        .filter_map(|section| {
            Some((section.work.to_owned(), json!(ratio(results, section.work, &system.measured)?)))
        })
        .collect();
    json!({
        "title": system.title.trim_matches('*'),
        "versions": system.versions,
        "durability": system.durability,
        "remarks": system.remarks,
        "trouble": system.trouble.as_ref().map(ToString::to_string),
        "works": system.measured.to_json(),
        "times_guichet": ratios,
    })
}

/// A ratio, with enough places for small ones.
pub(crate) fn told(ratio: f64) -> String {
    if ratio < 0.1 { format!("{ratio:.3}") } else { format!("{ratio:.2}") }
}

/// A whole number with its thousands apart.
pub(crate) fn thousands(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(thousands(999.4), "999");
        assert_eq!(thousands(1_000.0), "1,000");
        assert_eq!(thousands(1_234_567.0), "1,234,567");
    }

    #[test]
    fn time_is_compared_by_the_record_and_small_exchanges_by_bytes() {
        let figures = Figures { ms: 50.0, records: 10.0, up: 7.0, down: 5.0, ..Figures::default() };
        assert_eq!(cost("push", &figures), 5.0);
        assert_eq!(cost("idle", &figures), 12.0);
        assert_eq!(cost("one", &figures), 7.0);
    }
}
