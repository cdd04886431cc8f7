//! The desk's window: arguments, one Tauri app, thin commands over `office`. No rule of the domain lives here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod background;
mod commands;
mod platform;
mod window;

use std::process::ExitCode;

use office::{Clock, Desk};
use tauri::Manager;

fn main() -> ExitCode {
    // Before anything else: it may only be wanted to read a document for another one.
    if office::reads_for_another() {
        return ExitCode::SUCCESS;
    }
    platform::prepare();
    start_log();
    let arguments = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments::Request::Run(arguments)) => arguments,
        Ok(arguments::Request::Help) => {
            eprintln!("{}", arguments::HELP);
            return ExitCode::SUCCESS;
        }
        Err(mistake) => {
            eprintln!("guichet: {mistake}\n\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("guichet: the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: arguments::Arguments) -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_to_front(app)))
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            let folder = match arguments.data {
                Some(folder) => folder,
                // A folder of its own: the app's data folder also holds the web view's caches.
                None => app.path().app_local_data_dir()?.join("store"),
            };
            app.manage(Desk::new(folder, arguments.key_store, Clock::system()));
            app.manage(background::Running::default());
            window::open(app.handle())?;
            Ok(())
        })
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!())
}

fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("GUICHET_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
