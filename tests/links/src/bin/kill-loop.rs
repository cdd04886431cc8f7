//! `kill-loop`: kills the programs of an office and its centre again and again, and proves that nothing is lost.

use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::Parser;
use desktop::{Outcome, Trouble};
use links::kill_loop::{Disks, Plan, Tally, run};
use serde_json::json;

/// Kills an office's programs and its centre at random moments, over a line that is cut, on disks that are full or
/// read-only now and then; then compares everything that was confirmed with what is there.
#[derive(Debug, Parser)]
struct Arguments {
    /// Kills of the office, and as many of the centre.
    #[arg(long, default_value_t = 500)]
    kills: u32,
    /// What deeds and faults are drawn from.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    from: u64,
    /// Where what was done goes, as JSON.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Set by the program itself once it may make disks.
    #[arg(long, hide = true)]
    with_disks: bool,
}

/// How often the progress is told, in deeds.
const TELL_EACH: u32 = 50;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if !arguments.with_disks && may_make_disks() {
        return again_with_disks();
    }
    match begin(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("error: {trouble}");
            ExitCode::from(1)
        }
    }
}

fn namespace() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount"]);
    command
}

fn may_make_disks() -> bool {
    let tried = namespace().args(["mount", "-t", "tmpfs", "tmpfs", "/mnt"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// Becomes this program in a mount namespace of its own, where it may make disks that nobody else sees.
fn again_with_disks() -> ExitCode {
    let Ok(program) = std::env::current_exe() else { return ExitCode::from(1) };
    let error = namespace().arg(program).args(std::env::args_os().skip(1)).arg("--with-disks").exec();
    eprintln!("error: unshare: {error}");
    ExitCode::from(1)
}

fn begin(arguments: &Arguments) -> Outcome<()> {
    let disks = if arguments.with_disks { Disks::OfTheirOwn } else { Disks::None };
    if disks == Disks::None {
        say("(no disks can be made here, so none is full or read-only)");
    }
    let plan = Plan { kills: arguments.kills, seed: arguments.from, disks };
    let folder = tempfile::tempdir().map_err(|error| Trouble::while_doing("a folder", error))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Trouble::while_doing("the runtime", error))?;
    let tally = runtime.block_on(run(folder.path(), &plan, |tally| {
        if tally.deeds % TELL_EACH == 0 {
            eprintln!("{tally}");
        }
    }))?;
    say(&format!("{tally}. Nothing confirmed is lost, nothing is doubled, both ends verify and are equal."));
    arguments.out.as_ref().map_or(Ok(()), |out| write(out, &plan, &tally))
}

fn write(out: &PathBuf, plan: &Plan, tally: &Tally) -> Outcome<()> {
    let report = json!({
        "seed": plan.seed, "disks": plan.disks == Disks::OfTheirOwn, "deeds": tally.deeds,
        "office_kills": tally.office_kills, "centre_kills": tally.centre_kills, "cuts": tally.cuts,
        "full_disks": tally.full_disks, "read_only_disks": tally.read_only_disks,
        "complaints": tally.complaints, "confirmed_on_the_way": tally.confirmed, "notes": tally.notes,
        "seconds": tally.seconds,
    });
    std::fs::write(out, format!("{report:#}\n")).map_err(|error| Trouble::while_doing(out.display(), error))
}

fn say(line: &str) {
    // Nobody reading any more is no reason to stop half-way.
    let _ = writeln!(std::io::stdout(), "{line}");
}
