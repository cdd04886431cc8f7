//! What Guichet aims at, beside what was measured. Nothing fails by them: a report says which are met.

use crate::figures::median;
use crate::works::Results;

/// A goal and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Goal {
    /// Of which work.
    pub(crate) work: &'static str,
    /// What is aimed at, in words.
    pub(crate) aim: &'static str,
    /// What was measured, in the unit of the aim.
    pub(crate) measured: f64,
    pub(crate) unit: &'static str,
    pub(crate) is_met: bool,
}

/// The goals of which both sides were measured.
pub(crate) fn goals(results: &Results) -> Vec<Goal> {
    let Some(ours) = results.guichet() else { return Vec::new() };
    let mut goals = Vec::new();
    let mut at_most = |work, aim, measured: f64, limit: f64, unit| {
        goals.push(Goal { work, aim, measured, unit, is_met: measured <= limit });
    };
    if let Some(slow) = ours.of("slow") {
        at_most(
            "slow",
            "at most 0.80 of zstd -19 in one stream",
            slow.up / results.yardsticks.slow,
            0.8,
            "×",
        );
    }
    if let Some(ten) = ours.of("ten") {
        at_most("ten", "at most 0.80 of zstd -19 in one stream", ten.up / results.yardsticks.ten, 0.8, "×");
    }
    if let Some(one) = ours.of("one") {
        at_most("one", "at most 400 bytes up", one.up, 400.0, "bytes");
    }
    if let Some(changed) = ours.of("changed") {
        at_most("changed", "at most 1,500 bytes up", changed.up, 1_500.0, "bytes");
        at_most("changed", "one round trip on an open connection", changed.requests, 1.0, "requests");
    }
    if let Some(idle) = ours.of("idle") {
        at_most("idle", "at most 400 bytes both ways", idle.up + idle.down, 400.0, "bytes");
        at_most("idle", "one request", idle.requests, 1.0, "requests");
    }
    let rows = median(ours.bare_insert_ms.iter().map(|(rows, _)| *rows).collect());
    let with_words = median(ours.bare_insert_ms.iter().map(|(_, with_words)| *with_words).collect());
    if let Some(pull) = ours.of("pull").filter(|_| rows > 0.0) {
        let aim = "at most 3 times the bare insert of the same rows and words";
        at_most("pull", aim, pull.ms / with_words, 3.0, "×");
        let aim = "at most 3 times the bare insert of the same rows, without the search index";
        at_most("pull", aim, pull.ms / rows, 3.0, "×");
    }
    goals.extend(beside_pouchdb(results));
    goals
}

/// Records a second, beside PouchDB with the batch size that suits it best.
fn beside_pouchdb(results: &Results) -> Vec<Goal> {
    let rate = |name: &str, work| {
        results.system(name).and_then(|measured| measured.of(work)).map(|figures| figures.per_second())
    };
    let goal = |work| {
        let names = ["pouchdb", "pouchdb-100", "pouchdb-5000"];
        let best = names.into_iter().filter_map(|name| rate(name, work)).max_by(f64::total_cmp)?;
        let measured = rate(crate::guichet::NAME, work)? / best;
        let aim = "10 times PouchDB's records a second";
        Some(Goal { work, aim, measured, unit: "×", is_met: measured >= 10.0 })
    };
    ["push", "pull"].into_iter().filter_map(goal).collect()
}
