//! `cargo xtask VERB`: every command that a developer or the continuous integration runs.
//! What the product does at run time does not belong here; this crate only builds, starts and checks it.

mod api;
mod arguments;
mod bad_link;
mod bench;
mod bench_centre;
mod bench_desk;
mod bindings;
mod build;
mod csv;
mod demo;
mod fingerprint;
mod kill_loop;
mod leash;
mod look;
mod open311;
mod package;
mod packages;
mod page;
mod places;
mod printers;
mod run;
mod s3;
mod samples;
mod session;
mod setup;
mod simulate;
mod test;
mod together;

use std::io::Write;
use std::process::ExitCode;

use run::{Failure, Outcome};

const HELP: &str = "\
Guichet: what a developer and the continuous integration run.

  cargo xtask setup                  install the Debian packages and npm modules that are missing
  cargo xtask build                  setup, the pages and all programs (debug profile)
  cargo xtask demo [--headless] [--folder DIR] [--keep]
                                     a centre, an office and a desk with 300 sample complaints;
                                     opens the desk's window, or plays one complaint through it when
                                     there is no screen. --folder: where (default: target/demo, emptied
                                     first); --keep: go on with what the last demo left there
  cargo xtask test [--only STEP]     everything that is checked before a change is taken
  cargo xtask simulate [--seeds N] [--from S] [--trace] [--threads T] [--only|--without FAULT,…]
                                     offices and centre in memory under one seeded clock, network and disk,
                                     and whatever may befall them. --trace: what happened, in words
  cargo xtask mutants [--seeds N] [--from S] [--only NAME,…] [--threads T]
                                     makes deliberate mistakes, one after the other, and fails when the
                                     simulation does not notice one of them within N seeds
  cargo xtask fuzz [--runs N] [--from N]
                                     real messages, changed at random, for every decoder of bytes from outside:
                                     none may panic or take more memory than it says
  cargo xtask bench [--full] [--only NAME,…] [--out DIR]
                                     the same work with Guichet and with its peers, side by side; writes
                                     results.md, results.json and plot.svg (default: target/bench/results).
                                     --full: medians of three, and the slow peers too
  cargo xtask bench-desk [--complaints N] [--out DIR]
                                     what a clerk waits for with 100,000 complaints: the window, a key in the
                                     search field, a save, and the memory; writes desk.md and desk.json
                                     (default: target/bench-desk/results)
  cargo xtask session -- COMMAND …   run a command in a virtual desktop session with its own keyring
  cargo xtask bindings               write the TypeScript types in ui/src/bindings anew
  cargo xtask samples --count N --out FILE [--seed S] [--until YYYY-MM-DD]
                                     write sample complaints, one JSON object a line
  cargo xtask bad-link [--link uncut|each-64k|each-20s|all] [--complaints N] [--limit SECONDS]
                                     200 complaints over 50 kbit/s, 600 ms and cuts, beside the same
                                     line uncut; writes bad-link.json to the target folder
  cargo xtask kill-loop [--kills N] [--from SEED]
                                     kill -9 of office and centre, 500 times each, over a line that is
                                     cut, now and then on a full disk; proves that nothing is lost
  cargo xtask open311 [--built]      a client that others wrote (`three`, for Python) discovers, lists, files and
                                     finds at a real server; installed into the target folder
  cargo xtask api [--built]          schemathesis asks a real server everything that the API's description allows
  cargo xtask s3                     documents of the centre on a real S3 store (`s3s-fs`), built once into the
                                     target folder
  cargo xtask bench-centre [--operations N] [--built] [--again] [--no-load] [--out DIR]
                                     fills a centre with a large register and measures its pages, empty, at a tenth
                                     and at all of it, then how many it answers under load (`wrk`); writes centre.md
                                     and centre.json (default: benchmarks/). --built: with the programs as they are;
                                     --again: the store of the last run, whose reports lie beside it
  cargo xtask package [--only NAME,…] [--built] [--list] [--check]
                                     the desk and the centre as packages (.deb, .rpm, Windows installer) in
                                     target/packages; says what it left out and why. --built: with the programs
                                     as they are; --list: what lies there; --check: each one in a fresh Debian
                                     or under Wine, as administrator
  cargo xtask look [--built] [--screens WORD,…] [--ways WAY,…] [--out DIR]
                                     pictures of every screen of the desk in all languages, sizes and colours, with
                                     what keeps people out, does not fit, is cut or has two main deeds (default:
                                     target/look, index.html). --built: with the programs as they are
  cargo xtask printers [--built]     papers from the desk's window through a real CUPS, which is unpacked into the target
                                     folder and runs at a socket of its own; also stopped, rejecting and silent printers
  cargo xtask help                   this text

CARGO_TARGET_DIR is honoured by all of them.
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let verb = arguments.next().unwrap_or_else(|| "help".to_owned());
    match perform(&verb, &arguments.collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.told());
            ExitCode::from(failure.exit_code())
        }
    }
}

fn perform(verb: &str, arguments: &[String]) -> Outcome<()> {
    match verb {
        "help" | "--help" | "-h" => help(),
        "setup" => setup::run(arguments),
        "build" => build::run(arguments),
        "demo" => demo::run(arguments),
        "test" => test::run(arguments),
        "simulate" => simulate::run("simulate", arguments),
        "mutants" => simulate::run("mutants", arguments),
        "fuzz" => simulate::run("hostile-bytes", arguments),
        "bench" => bench::run(arguments),
        "bench-desk" => bench_desk::run(arguments),
        "session" => session::run(arguments),
        "bindings" => bindings::run(arguments),
        "samples" => samples::run(arguments),
        "bad-link" => bad_link::run(arguments),
        "kill-loop" => kill_loop::run(arguments),
        "open311" => open311::run(arguments),
        "look" => look::run(arguments),
        "printers" => printers::run(arguments),
        "api" => api::run(arguments),
        "s3" => s3::run(arguments),
        "bench-centre" => bench_centre::run(arguments),
        "package" => package::run(arguments),
        leash::WATCHER_VERB => leash::watch(),
        other => Err(Failure::usage(format!("there is no verb `{other}`"))),
    }
}

fn help() -> Outcome<()> {
    // A reader that closes the pipe early (`… help | head`) is no failure.
    let _ = std::io::stdout().write_all(HELP.as_bytes());
    Ok(())
}
