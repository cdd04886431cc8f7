//! What goes on while the window is open: exchanges, and a look at the scanner's folder; begun once an office is open, and
//! told to the page as events.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use office::{Desk, Exchanger};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::broadcast::error::RecvError;

/// How often it is looked whether a backup is due.
const LOOK_FOR_BACKUP: Duration = Duration::from_secs(60);

/// Whether the exchanges have begun.
#[derive(Default)]
pub(crate) struct Running(AtomicBool);

/// `arrived`: what an exchange changed.
#[derive(Serialize, Clone)]
struct Arrived {
    complaints: Vec<String>,
    news: Vec<String>,
}

/// Begins the exchanges if an office is open and they have not begun.
pub(crate) fn begin(app: &AppHandle) {
    let Ok(exchanger) = app.state::<Desk>().exchanger() else { return };
    if app.state::<Running>().0.swap(true, Ordering::SeqCst) {
        return;
    }
    tauri::async_runtime::spawn(tell_status(app.clone(), Arc::clone(&exchanger)));
    tauri::async_runtime::spawn(tell_arrivals(app.clone(), Arc::clone(&exchanger)));
    tauri::async_runtime::spawn(Arc::clone(&exchanger).follow());
    tauri::async_runtime::spawn(exchanger.run());
    tauri::async_runtime::spawn(back_up_daily(app.clone()));
    let watching = app.clone();
    // A thread of its own: it waits for the folder.
    std::thread::spawn(move || watch_scanner(&watching));
}

/// Looks now and then whether the day's backup is due, and makes it where nobody is disturbed.
async fn back_up_daily(app: AppHandle) {
    loop {
        tokio::time::sleep(LOOK_FOR_BACKUP).await;
        let app = app.clone();
        let made = tauri::async_runtime::spawn_blocking(move || app.state::<Desk>().back_up_if_due()).await;
        // How it went stands in the settings; a place that is away is tried again later.
        if let Ok(Err(error)) = made {
            tracing::warn!(code = error.code(), "no backup was made");
        }
    }
}

/// `scanned`: something has changed in the scanner's folder. What, the page asks for when somebody is signed in.
fn watch_scanner(app: &AppHandle) {
    app.state::<Desk>().watch_scans(|| app.emit("scanned", ()).is_ok());
}

async fn tell_status(app: AppHandle, exchanger: Arc<Exchanger>) {
    let mut status = exchanger.status();
    while status.changed().await.is_ok() {
        let now = status.borrow_and_update().clone();
        // No page to tell: the window is closing.
        let _ = app.emit("status", now);
    }
}

async fn tell_arrivals(app: AppHandle, exchanger: Arc<Exchanger>) {
    let mut happenings = exchanger.happenings();
    loop {
        match happenings.recv().await {
            Ok(happening) => {
                let arrived = Arrived { complaints: happening.complaints, news: happening.news };
                let _ = app.emit("arrived", arrived);
            }
            // Some were missed; the page reads the lists anew with the next one.
            Err(RecvError::Lagged(_)) => {}
            Err(RecvError::Closed) => return,
        }
    }
}
