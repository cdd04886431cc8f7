//! The desk's window: arguments, one Tauri app, thin commands over `office`. No rule of the domain lives here.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod background;
mod clipboard;
mod commands;
mod opened;
mod platform;
#[cfg(windows)]
mod webview2;
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
    #[cfg(windows)]
    if !webview2::is_there_or_told() {
        return ExitCode::FAILURE;
    }
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
        .plugin(tauri_plugin_single_instance::init(|app, words, folder| {
            started_again(app, &words, &folder);
        }))
        .plugin(tauri_plugin_dialog::init())
        .setup(move |app| {
            let folder = match arguments.data {
                Some(folder) => folder,
                // A folder of its own: the app's data folder also holds the web view's caches.
                None => app.path().app_local_data_dir()?.join("store"),
            };
            app.manage(Desk::new(folder, arguments.key_store, Clock::system()));
            app.manage(background::Running::default());
            app.manage(opened::Opened::default());
            app.state::<opened::Opened>()
                .keep(arguments.file.and_then(|file| std::path::absolute(file).ok()));
            window::open(app.handle())?;
            Ok(())
        })
        .invoke_handler(commands::handler())
        .run(tauri::generate_context!())
}

/// The window that is open comes to the front, with the file that the new start was given.
fn started_again(app: &tauri::AppHandle, words: &[String], folder: &str) {
    let words = words.iter().skip(1).map(std::ffi::OsString::from);
    if let Ok(arguments::Request::Run(arguments::Arguments { file: Some(file), .. })) =
        arguments::parse(words)
    {
        opened::hand_on(app, &file, folder);
    }
    window::bring_to_front(app);
}

fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("GUICHET_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
