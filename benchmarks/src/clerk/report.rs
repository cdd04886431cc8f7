//! desk.md and desk.json: what was measured beside what was aimed at.

use std::fmt::Write;

use serde_json::{Value, json};

use super::Results;
use super::questions::KINDS;
use super::spread::{Spread, Timed, rounded};
use super::window::Starts;

/// A goal and how it stands.
struct Goal {
    what: &'static str,
    aim: String,
    measured: String,
    is_met: bool,
}

/// desk.md.
pub(crate) fn markdown(results: &Results) -> String {
    let mut text = String::from("# What a clerk waits for\n\n");
    let filled = &results.filled;
    let _ = writeln!(
        text,
        "Written by `cargo xtask bench-desk`; README.md beside this file says what each figure is and how to read it.\n\n\
         {} {}\n\n{} sample complaints, registered in {:.0} s and sent in {:.0} s; the store takes {:.0} MiB. The line is \
         down. Times in milliseconds.\n",
        results.machine.told(),
        results.version,
        thousands(filled.complaints),
        filled.registering_s,
        filled.sending_s,
        filled.store_mib,
    );
    text.push_str("| Goal | Measured | |\n|---|---|---|\n");
    for goal in goals(results) {
        let met = if goal.is_met { "met" } else { "**not met**" };
        let _ = writeln!(text, "| {}: {} | {} | {met} |", goal.what, goal.aim, goal.measured);
    }
    write_starts(&mut text, results);
    write_searches(&mut text, results);
    write_saves(&mut text, results);
    write_memory(&mut text, results);
    text
}

fn goals(results: &Results) -> Vec<Goal> {
    let at_most = |what, limit: f64, spread: Spread| Goal {
        what,
        aim: format!("99 of 100 within {limit:.0} ms"),
        measured: format!("{:.1} ms", spread.percentile_99),
        is_met: spread.percentile_99 <= limit,
    };
    let (save, fsync) = saves(results);
    let mut goals = vec![
        at_most("Search, from the key to the rows drawn", 50.0, spread(&results.window.searches)),
        at_most("Search, in the store alone", 5.0, spread(&results.store.searches)),
        Goal {
            what: "Save, from the keys to “saved”",
            aim: "below 20 ms beside one fsync of as many bytes".to_owned(),
            measured: format!("{:.1} ms beside {:.1} ms", save.median, fsync.median),
            is_met: save.median - fsync.median < 20.0,
        },
    ];
    let watched = &results.window.watched;
    if let Some(most) = watched.iter().map(|asked| asked.fsyncs).max() {
        goals.push(Goal {
            what: "Save",
            aim: "one fsync".to_owned(),
            measured: format!("{most} at most, in {} saves", watched.len()),
            is_met: most == 1,
        });
    }
    goals
}

fn write_starts(text: &mut String, results: &Results) {
    text.push_str(
        "\n## From asking for the program to a window that takes a key\n\n\
         | | nothing in memory, median | most | again at once, median | most |\n|---|---|---|---|---|\n",
    );
    let window = &results.window;
    for (name, starts) in [
        ("a bare page in the engine's own browser", &window.bare),
        ("the desk, an empty store", &window.empty),
        ("the desk, all complaints", &window.many),
    ] {
        let (cold, warm) = (Spread::of(starts.cold.clone()), Spread::of(starts.warm.clone()));
        let cell = |spread: Spread, value: f64| {
            if spread.count == 0 { "–".to_owned() } else { format!("{value:.0}") }
        };
        let _ = writeln!(
            text,
            "| {name} | {} | {} | {} | {} |",
            cell(cold, cold.median),
            cell(cold, cold.most),
            cell(warm, warm.median),
            cell(warm, warm.most)
        );
    }
    let _ = writeln!(
        text,
        "\nOpening the store itself takes {:.0} ms. From Enter after the PIN to the morning page: {:.0} ms with an empty \
         store, {:.0} ms with all complaints.",
        results.store.open_ms, window.sign_in_ms.0, window.sign_in_ms.1,
    );
}

fn write_searches(text: &mut String, results: &Results) {
    text.push_str(
        "\n## Search, key by key\n\n\
         | typed | window: keys | median | 99th | most | store: keys | median | 99th | most |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    let of = |times: &[Timed], fits: &dyn Fn(&Timed) -> bool| {
        Spread::of(times.iter().filter(|timed| fits(timed)).map(|timed| timed.ms))
    };
    let cells = |spread: Spread| {
        let Spread { count, median, percentile_99, most } = spread;
        format!("{} | {median:.1} | {percentile_99:.1} | {most:.1}", thousands(count))
    };
    let mut row = |name: &str, fits: &dyn Fn(&Timed) -> bool| {
        let (window, store) = (of(&results.window.searches, fits), of(&results.store.searches, fits));
        let _ = writeln!(text, "| {name} | {} | {} |", cells(window), cells(store));
    };
    for kind in KINDS {
        row(kind, &|timed| timed.kind == kind);
    }
    for letters in 1..=6 {
        row(&format!("{letters} characters so far"), &|timed| timed.letters == letters);
    }
    row("more than 6", &|timed| timed.letters > 6);
    row("all", &|_| true);
    let bare = cells(spread(&results.window.bare_keys));
    let _ = writeln!(text, "| the same keys in a bare page that writes 25 plain rows | {bare} | | | | |");
    text.push_str(
        "\nIn the store, without a window:\n\n| | asked | median | 99th | most |\n|---|---|---|---|---|\n",
    );
    for (name, times) in others(results) {
        let Spread { count, median, percentile_99, most } = spread(times);
        let _ = writeln!(
            text,
            "| {name} | {} | {median:.1} | {percentile_99:.1} | {most:.1} |",
            thousands(count)
        );
    }
}

fn others(results: &Results) -> [(&'static str, &[Timed]); 3] {
    let store = &results.store;
    [
        ("the same, narrowed to one institution", &store.narrowed),
        ("people who are known, in the form", &store.people),
        ("what may be here already, of a form", &store.twins),
    ]
}

fn write_saves(text: &mut String, results: &Results) {
    let (save, fsync) = saves(results);
    let _ = writeln!(
        text,
        "\n## A save\n\n| | saves | median | 99th | most |\n|---|---|---|---|---|\n\
         | from the keys to “saved”, drawn | {} | {:.1} | {:.1} | {:.1} |\n\
         | one fsync of as many bytes on the same disk | {} | {:.1} | {:.1} | {:.1} |",
        save.count,
        save.median,
        save.percentile_99,
        save.most,
        fsync.count,
        fsync.median,
        fsync.percentile_99,
        fsync.most,
    );
    let watched = &results.window.watched;
    if watched.is_empty() {
        text.push_str("\nHow often a save waits for the disk was not counted: strace could not watch the window here.\n");
        return;
    }
    let told: Vec<String> = watched
        .iter()
        .map(|asked| format!("{} ({} bytes)", asked.fsyncs, thousands(asked.bytes as usize)))
        .collect();
    let _ = writeln!(
        text,
        "\nfsyncs of the store in each of the saves that strace watched: {}.",
        told.join(", ")
    );
}

fn write_memory(text: &mut String, results: &Results) {
    let memory = &results.window.memory;
    let _ = writeln!(
        text,
        "\n## Memory of all processes of a window (PSS)\n\n| | MiB |\n|---|---|\n\
         | a bare page in the engine's own browser | {:.0} |\n| the desk, an empty store, the morning page | {:.0} |\n\
         | the desk, all complaints, the morning page | {:.0} |\n| the same after all searches and saves | {:.0} |",
        memory.bare, memory.empty, memory.many, memory.many_after_work,
    );
}

/// desk.json: every figure.
pub(crate) fn json(results: &Results) -> Value {
    let of_kinds = |times: &[Timed]| -> Value {
        let kind = |kind: &&'static str| {
            let of = times.iter().filter(|timed| timed.kind == *kind).map(|timed| timed.ms);
            ((**kind).to_owned(), Spread::of(of).to_json())
        };
        let mut all: serde_json::Map<String, Value> = KINDS.iter().map(kind).collect();
        all.insert("all".to_owned(), spread(times).to_json());
        Value::Object(all)
    };
    let starts = |starts: &Starts| {
        let told = |values: &[f64]| values.iter().copied().map(rounded).collect::<Vec<_>>();
        json!({"cold": told(&starts.cold), "warm": told(&starts.warm)})
    };
    let window = &results.window;
    let (save, fsync) = saves(results);
    json!({
        "machine": results.machine.to_json(),
        "version": results.version,
        "complaints": results.filled.complaints,
        "registering_s": rounded(results.filled.registering_s),
        "sending_s": rounded(results.filled.sending_s),
        "store_mib": rounded(results.filled.store_mib),
        "start_ms": {"bare": starts(&window.bare), "empty": starts(&window.empty), "many": starts(&window.many)},
        "open_store_ms": rounded(results.store.open_ms),
        "sign_in_ms": {"empty": rounded(window.sign_in_ms.0), "many": rounded(window.sign_in_ms.1)},
        "search_window_ms": of_kinds(&window.searches),
        "bare_keys_ms": spread(&window.bare_keys).to_json(),
        "search_store_ms": of_kinds(&results.store.searches),
        "search_narrowed_ms": spread(&results.store.narrowed).to_json(),
        "people_ms": spread(&results.store.people).to_json(),
        "twins_ms": spread(&results.store.twins).to_json(),
        "save_ms": save.to_json(),
        "fsync_ms": fsync.to_json(),
        "watched_saves": window.watched.iter().map(|asked| json!({"fsyncs": asked.fsyncs, "bytes": asked.bytes}))
            .collect::<Vec<_>>(),
        "pss_mib": {
            "bare": rounded(window.memory.bare), "empty": rounded(window.memory.empty),
            "many": rounded(window.memory.many), "many_after_work": rounded(window.memory.many_after_work),
        },
    })
}

fn spread(times: &[Timed]) -> Spread {
    Spread::of(times.iter().map(|timed| timed.ms))
}

/// Of the saves, and of the fsyncs beside them.
fn saves(results: &Results) -> (Spread, Spread) {
    let saves = &results.window.saves;
    (Spread::of(saves.iter().map(|save| save.ms)), Spread::of(saves.iter().map(|save| save.fsync_ms)))
}

fn thousands(value: usize) -> String {
    crate::report::thousands(value as f64)
}
