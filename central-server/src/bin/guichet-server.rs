//! The program of the centre. What it can do stands in `central_server::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    central_server::cli::run()
}
