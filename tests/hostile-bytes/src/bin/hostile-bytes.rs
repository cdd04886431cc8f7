//! Runs the decoders on changed messages at length. `cargo xtask fuzz` builds and starts it.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

/// Real messages, changed at random, for every decoder of bytes from outside.
#[derive(Parser)]
struct Arguments {
    /// How many runs.
    #[arg(long, default_value_t = 2_000_000)]
    runs: u64,
    /// The number of the first run; the same number gives the same bytes.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Pictures and PDFs for the desk's decoders of documents instead.
    #[arg(long)]
    documents: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let begun = std::time::Instant::now();
    let report = if arguments.documents {
        hostile_bytes::documents(arguments.from, arguments.runs)
    } else {
        hostile_bytes::run(arguments.from, arguments.runs)
    };
    let mut out = std::io::stdout().lock();
    let mut told = format!(
        "{} runs, {} of them read, {:.0} s\n",
        report.runs,
        report.read,
        begun.elapsed().as_secs_f64()
    );
    for (name, memory, input) in &report.most {
        told.push_str(&format!("{name:24} at most {:>9} bytes of memory, for {input} bytes\n", memory));
    }
    for fault in &report.faults {
        told.push_str(&format!("FAULT {fault}\n"));
    }
    // Nobody may be reading any more.
    let _ = out.write_all(told.as_bytes());
    if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
