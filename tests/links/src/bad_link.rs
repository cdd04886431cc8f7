//! An office's work over a bad line: how many bytes and how long it takes, beside the same work on the same line
//! without cuts, and whether both ends are equal afterwards.

use std::path::Path;
use std::time::{Duration, Instant};

use desktop::{Centre, Computer, KeyStore, Outcome, Trouble};
use serde_json::{Value, json};

use crate::counts::Counts;
use crate::ends::{audit, enrol_over, line_to, must_be_equal};
use crate::proxy::Proxy;
use crate::run::Run;
use crate::shape::Shape;

/// How a line is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Not at all.
    Uncut,
    /// After each 64 KiB, both directions together.
    Each64k,
    /// About every 20 seconds.
    Each20s,
}

impl Link {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Uncut, Self::Each64k, Self::Each20s];

    /// As the command line names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Uncut => "uncut",
            Self::Each64k => "each-64k",
            Self::Each20s => "each-20s",
        }
    }

    /// That line, cut like this.
    pub fn shape(self, line: Shape) -> Shape {
        match self {
            Self::Uncut => line,
            Self::Each64k => Shape { cut_each_bytes: Some(64 * 1024), ..line },
            Self::Each20s => Shape { cut_about_every: Some(Duration::from_secs(20)), ..line },
        }
    }
}

/// What an office has to send.
#[derive(Debug, Clone, Copy)]
pub struct Work {
    /// Complaints of real prose.
    pub complaints: u32,
    /// Bytes of one scan that belongs to the first of them; 0: there is none.
    pub scan_bytes: usize,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Nothing waits any more. Else the time was over.
    pub finished: bool,
    /// From the first attempt to the end of the last, in seconds.
    pub seconds: f64,
    /// How often an exchange was begun.
    pub attempts: u32,
    /// What crossed.
    pub counts: Counts,
    /// How long the bytes take at the bandwidth of the line, with the time that it was down, in seconds.
    pub floor_s: f64,
    /// What the last attempt that failed has said.
    pub last_failure: Option<String>,
}

impl Measured {
    /// As an object of a report.
    pub fn to_json(&self) -> Value {
        json!({
            "finished": self.finished, "seconds": self.seconds, "attempts": self.attempts,
            "bytes_up": self.counts.bytes_up, "bytes_down": self.counts.bytes_down,
            "requests": self.counts.requests, "connections": self.counts.connections,
            "round_trips": self.counts.round_trips(), "cuts": self.counts.cuts, "floor_s": self.floor_s,
            "last_failure": self.last_failure,
        })
    }
}

/// Does the work on a line of that shape, in a folder of its own, and gives up after `limit`. When it has finished,
/// both ends have been verified and hold the same.
///
/// # Errors
/// When the programs fail otherwise than through the line, or the ends are not equal.
pub async fn measure(folder: &Path, work: Work, shape: Shape, limit: Duration) -> Outcome<Measured> {
    let centre = Centre::start(folder).await?;
    let proxy = line_to(&centre, Shape::default())?;
    let computer = Computer::new(folder, "pc", KeyStore::File(folder.join("pc.key")));
    enrol_over(&proxy, &centre, &computer)?;
    prepare(folder, &computer, work)?;
    // The shape is given to a new proxy, whose buffers are those of a slow line from the beginning.
    drop(proxy);
    let proxy = line_to(&centre, shape.clone())?;
    computer.ask()?.words(["server", "--url", &proxy.url()]).run()?;
    let measured = exchange(&computer, &proxy, &shape, limit)?;
    if measured.finished {
        must_be_equal(&audit(&centre)?, &computer, work.complaints as usize)?;
    }
    Ok(measured)
}

/// Everything that shall wait when the measurement begins.
fn prepare(folder: &Path, computer: &Computer, work: Work) -> Outcome<()> {
    let file = folder.join("complaints.jsonl");
    offices::real_prose(work.complaints, &file);
    let registered = computer.ask()?.words(["register", "--from"]).word(&file).json_lines()?;
    if work.scan_bytes == 0 {
        return Ok(());
    }
    let scan = folder.join("scan.pdf");
    std::fs::write(&scan, offices::scan(work.scan_bytes, 1))
        .map_err(|error| Trouble::while_doing(scan.display(), error))?;
    let reference = registered[0]["reference"].as_str().unwrap_or_default();
    computer.ask()?.words(["attach", reference]).word(&scan).run().map(drop)
}

fn exchange(computer: &Computer, proxy: &Proxy, shape: &Shape, limit: Duration) -> Outcome<Measured> {
    let (begun, before) = (Instant::now(), proxy.counts());
    let (mut attempts, mut last_failure, mut finished) = (0, None, false);
    while !finished && begun.elapsed() < limit {
        attempts += 1;
        match attempt(computer, limit.saturating_sub(begun.elapsed()))? {
            Attempt::Done => finished = is_all_sent(computer)?,
            Attempt::Failed(said) => {
                last_failure = Some(said);
                // The desk, too, waits for the line to be up again; here it knows for how long.
                std::thread::sleep(shape.outage);
            }
            Attempt::OutOfTime => break,
        }
    }
    let counts = since(before, proxy.counts());
    let carried_s = shape.bandwidth_bit_s.map_or(0.0, |bit_s| counts.bytes() as f64 * 8.0 / bit_s as f64);
    Ok(Measured {
        finished,
        seconds: begun.elapsed().as_secs_f64(),
        attempts,
        floor_s: carried_s + counts.cuts as f64 * shape.outage.as_secs_f64(),
        counts,
        last_failure,
    })
}

enum Attempt {
    Done,
    Failed(String),
    OutOfTime,
}

/// One exchange, stopped when the time is over. What keeps it from ending otherwise is the line, or an error.
fn attempt(computer: &Computer, remaining: Duration) -> Outcome<Attempt> {
    let run = Run::start(computer.ask()?.words(["sync", "--json"]))?;
    let Some(ended) = run.end_within(remaining)? else { return Ok(Attempt::OutOfTime) };
    if ended.is_success() {
        return Ok(Attempt::Done);
    }
    match ended.code().as_deref() {
        Some("unreachable" | "centre_busy") => Ok(Attempt::Failed(ended.said)),
        _ => Err(Trouble::new(format!("this is no fault of the line: {}", ended.said))),
    }
}

fn is_all_sent(computer: &Computer) -> Outcome<bool> {
    let status = computer.ask()?.word("status").json()?;
    Ok(status["waiting"] == 0 && status["documents_waiting"] == 0)
}

fn since(before: Counts, now: Counts) -> Counts {
    Counts {
        bytes_up: now.bytes_up - before.bytes_up,
        bytes_down: now.bytes_down - before.bytes_down,
        requests: now.requests - before.requests,
        connections: now.connections - before.connections,
        refused: now.refused - before.refused,
        turns: now.turns - before.turns,
        cuts: now.cuts - before.cuts,
        most_at_once: now.most_at_once,
    }
}
