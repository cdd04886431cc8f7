//! The headless office: what the window does, without a window, for administrators, tests and migrations.

fn main() -> std::process::ExitCode {
    if office::reads_for_another() {
        return std::process::ExitCode::SUCCESS;
    }
    office::cli::main()
}
