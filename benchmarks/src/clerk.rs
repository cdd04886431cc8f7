//! What a clerk waits for: the window that opens, a key in the search field, a complaint that is saved, and the memory
//! that it all takes, with a store as large as an office's after many years. Each beside a yardstick of the same run.
//! `cargo xtask bench-desk` builds everything and calls it.
//!
//! ```text
//!   filled.rs: two offices, one with many complaints ─▶ store.rs   searches without a window
//!                                                    ─▶ window.rs  the real window: starts, searches, saves, memory
//!   disk.rs: what one fsync takes, and how many there were            report.rs: what is written
//! ```

mod disk;
mod filled;
mod memory;
mod questions;
mod report;
mod spread;
mod store;
mod window;

use std::path::PathBuf;

use clap::Args;
use tokio::runtime::Runtime;

use crate::machine::{Machine, commit};
use crate::trouble::{Outcome, Trouble};
use filled::Filled;
use spread::Timed;
use store::StoreTimes;
use window::WindowTimes;

/// What a clerk waits for at the desk.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The complaints: one JSON object a line.
    #[arg(long, value_name = "FILE")]
    complaints: PathBuf,

    /// Where stores are made.
    #[arg(long, value_name = "DIR")]
    folder: PathBuf,

    /// Where desk.md and desk.json are written.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// Everything that the report tells.
#[derive(Debug)]
pub(crate) struct Results {
    machine: Machine,
    version: String,
    filled: FilledTimes,
    store: StoreTimes,
    window: WindowTimes,
}

/// How the large store came about.
#[derive(Debug, Clone, Copy)]
struct FilledTimes {
    complaints: usize,
    registering_s: f64,
    sending_s: f64,
    store_mib: f64,
}

/// Measures everything and writes the report.
pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    let work = arguments.folder.join("run");
    crate::works::remove(&work)?;
    std::fs::create_dir_all(&work).map_err(Trouble::doing(work.display()))?;
    let runtime = Runtime::new().map_err(Trouble::doing("the runtime"))?;
    let machine = Machine::look()?;
    let text = std::fs::read_to_string(&arguments.complaints)
        .map_err(Trouble::doing(arguments.complaints.display()))?;
    eprintln!("an office with {} complaints", text.lines().count());
    let filled = runtime.block_on(Filled::make(&work, &arguments.complaints, text.lines().count()))?;
    let questions = questions::questions(&text, &filled.references)?;
    eprintln!("searching in the store");
    let store = store::measure(&filled, &questions, &text)?;
    eprintln!("the window");
    let window = runtime.block_on(window::measure(&filled, &questions, &work))?;
    let version = format!("guichet {}{}", env!("CARGO_PKG_VERSION"), commit());
    let results = Results { machine, version, filled: filled.times, store, window };
    std::fs::create_dir_all(&arguments.out).map_err(Trouble::doing(arguments.out.display()))?;
    let written = |name: &str, text: String| {
        let path = arguments.out.join(name);
        std::fs::write(&path, text).map_err(Trouble::doing(path.display()))
    };
    written("desk.md", report::markdown(&results))?;
    written("desk.json", format!("{:#}\n", report::json(&results)))?;
    crate::works::remove(&work)
}
