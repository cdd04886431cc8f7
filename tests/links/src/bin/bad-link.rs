//! `bad-link`: an office's work over a bad line, beside the same work on the same line uncut, in one run.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, ValueEnum};
use desktop::{Outcome, Trouble};
use links::Shape;
use links::bad_link::{Link, Measured, Work, measure};
use serde_json::{Value, json};

/// Measures an office's exchange over a slow line that is cut, and writes what came of it as JSON.
#[derive(Debug, Parser)]
struct Arguments {
    /// How the line is cut.
    #[arg(long, value_enum, default_value_t = Which::All)]
    link: Which,
    /// Complaints that wait.
    #[arg(long, default_value_t = 200)]
    complaints: u32,
    /// Bytes of a scan that waits beside them.
    #[arg(long, default_value_t = 100_000)]
    scan: usize,
    /// Bits a second in each direction.
    #[arg(long, default_value_t = 50_000)]
    bandwidth: u64,
    /// Milliseconds from one end to the other and back.
    #[arg(long, default_value_t = 600)]
    round_trip: u64,
    /// What the moments of cuts by the clock are drawn from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Seconds after which a line is given up.
    #[arg(long, default_value_t = 480)]
    limit: u64,
    /// Where the JSON goes.
    #[arg(long, value_name = "FILE", default_value = "target/bad-link.json")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Which {
    Uncut,
    #[value(name = "each-64k")]
    Each64k,
    #[value(name = "each-20s")]
    Each20s,
    All,
}

/// The most that cuts may cost: bytes beside a line that is not cut, and time beside what the bytes need.
const BYTES_GOAL: f64 = 1.10;
const TIME_GOAL: f64 = 1.3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(&Arguments::parse()).await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::from(1)
        }
    }
}

/// Whether every line was finished.
async fn run(arguments: &Arguments) -> Outcome<bool> {
    let line = Shape {
        bandwidth_bit_s: Some(arguments.bandwidth),
        round_trip: Duration::from_millis(arguments.round_trip),
        seed: arguments.seed,
        ..Shape::remote_office()
    };
    let work = Work { complaints: arguments.complaints, scan_bytes: arguments.scan };
    say(&format!(
        "{} complaints and a scan of {} bytes at {} bit/s, {} ms, given up after {} s",
        work.complaints, work.scan_bytes, arguments.bandwidth, arguments.round_trip, arguments.limit
    ));
    let clean = one(arguments, work, Link::Uncut, &line).await?;
    let mut report = vec![told(Link::Uncut, &clean, &clean)];
    for link in wanted(arguments.link) {
        report.push(told(link, &one(arguments, work, link, &line).await?, &clean));
    }
    let all_finished = report.iter().all(|line| line["finished"] == true);
    let report = json!({
        "complaints": work.complaints, "scan_bytes": work.scan_bytes, "bandwidth_bit_s": arguments.bandwidth,
        "round_trip_ms": arguments.round_trip, "outage_s": line.outage.as_secs_f64(),
        "seed": arguments.seed, "limit_s": arguments.limit,
        "bytes_goal": BYTES_GOAL, "time_goal": TIME_GOAL, "links": report,
    });
    write(arguments, &report)?;
    Ok(all_finished)
}

/// The lines beside the one that is not cut, which every run begins with.
fn wanted(which: Which) -> Vec<Link> {
    match which {
        Which::Uncut => vec![],
        Which::Each64k => vec![Link::Each64k],
        Which::Each20s => vec![Link::Each20s],
        Which::All => Link::ALL.into_iter().filter(|link| *link != Link::Uncut).collect(),
    }
}

async fn one(arguments: &Arguments, work: Work, link: Link, line: &Shape) -> Outcome<Measured> {
    let folder = tempfile::tempdir().map_err(|error| Trouble::while_doing("a folder", error))?;
    measure(folder.path(), work, link.shape(line.clone()), Duration::from_secs(arguments.limit)).await
}

fn told(link: Link, measured: &Measured, clean: &Measured) -> Value {
    let bytes_ratio = measured.counts.bytes() as f64 / clean.counts.bytes().max(1) as f64;
    let time_ratio = measured.seconds / measured.floor_s.max(f64::EPSILON);
    let verdict = match (measured.finished, &measured.last_failure) {
        (true, _) => "both ends equal".to_owned(),
        (false, Some(said)) => format!("NOT FINISHED; last: {}", said.trim()),
        (false, None) => "NOT FINISHED".to_owned(),
    };
    let counts = measured.counts;
    say(&format!(
        "{:<9} {:>6.1} s ({time_ratio:.2} of what the bytes need; goal {TIME_GOAL}), {} bytes up, {} down \
         ({bytes_ratio:.2} of uncut; goal {BYTES_GOAL:.2}), {} cuts, {} attempts, {} requests, {} connections, \
         {} round trips: {verdict}",
        link.name(),
        measured.seconds,
        counts.bytes_up,
        counts.bytes_down,
        counts.cuts,
        measured.attempts,
        counts.requests,
        counts.connections,
        counts.round_trips(),
    ));
    let mut report = measured.to_json();
    report["link"] = json!(link.name());
    report["bytes_ratio"] = json!(bytes_ratio);
    report["time_ratio"] = json!(time_ratio);
    report
}

fn say(line: &str) {
    // Nobody reading any more is no reason to stop half-way.
    let _ = writeln!(std::io::stdout(), "{line}");
}

fn write(arguments: &Arguments, report: &Value) -> Outcome<()> {
    let out = &arguments.out;
    let failed = |error| Trouble::while_doing(out.display(), error);
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(out, format!("{report:#}\n")).map_err(failed)?;
    say(&format!("written to {}", out.display()));
    Ok(())
}
