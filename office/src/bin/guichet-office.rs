//! The headless office: what the window does, without a window, for administrators, tests and migrations.

fn main() -> std::process::ExitCode {
    office::cli::main()
}
