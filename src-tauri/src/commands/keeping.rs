//! Commands that keep a computer in order: settings, backups, the check of the store, the diagnostics file.

use std::path::Path;

use office::view::{AboutView, BackupView, Screen, SettingsForm, SettingsView};
use tauri::{AppHandle, command};
use tauri_plugin_dialog::DialogExt;

use super::{Answer, DeskState};
use crate::background;

#[command(async)]
pub(crate) fn settings(desk: DeskState<'_>) -> Answer<SettingsView> {
    Ok(desk.settings()?)
}

#[command(async)]
pub(crate) fn change_settings(desk: DeskState<'_>, form: SettingsForm) -> Answer<SettingsView> {
    Ok(desk.change_settings(&form)?)
}

#[command(async)]
pub(crate) fn check_now(desk: DeskState<'_>) -> Answer<AboutView> {
    Ok(desk.check_now()?)
}

/// Asks for a folder. None: the clerk gave up.
#[command(async)]
pub(crate) fn choose_folder(app: AppHandle) -> Answer<Option<String>> {
    let chosen = app.dialog().file().blocking_pick_folder();
    Ok(chosen.and_then(|path| path.into_path().ok()).map(|path| path.display().to_string()))
}

/// Asks for a backup's file. None: the clerk gave up.
#[command(async)]
pub(crate) fn choose_backup(app: AppHandle) -> Answer<Option<String>> {
    let chosen = app.dialog().file().add_filter("Guichet", &["backup"]).blocking_pick_file();
    Ok(chosen.and_then(|path| path.into_path().ok()).map(|path| path.display().to_string()))
}

/// Asks for the file of an office. None: the clerk gave up.
#[command(async)]
pub(crate) fn choose_office_file(app: AppHandle) -> Answer<Option<String>> {
    let chosen = app.dialog().file().add_filter("Guichet", &["guichet"]).blocking_pick_file();
    Ok(chosen.and_then(|path| path.into_path().ok()).map(|path| path.display().to_string()))
}

#[command(async)]
pub(crate) fn set_up_backup(desk: DeskState<'_>, place: &str, passphrase: &str) -> Answer<BackupView> {
    Ok(desk.set_up_backup(place, passphrase)?)
}

#[command(async)]
pub(crate) fn move_backup(desk: DeskState<'_>, place: &str, keep: u32) -> Answer<BackupView> {
    Ok(desk.move_backup(place, keep)?)
}

#[command(async)]
pub(crate) fn back_up(desk: DeskState<'_>) -> Answer<BackupView> {
    Ok(desk.back_up()?)
}

/// Makes this computer of a backup, before it has a store of its own.
#[command(async)]
pub(crate) fn restore(
    app: AppHandle,
    desk: DeskState<'_>,
    file: &str,
    passphrase: &str,
    own_passphrase: Option<&str>,
) -> Answer<Screen> {
    let screen = desk.restore(Path::new(file), passphrase, own_passphrase)?;
    background::begin(&app);
    Ok(screen)
}

/// Asks where, and writes the diagnostics there. None: the clerk gave up.
#[command(async)]
pub(crate) fn write_diagnostics(app: AppHandle, desk: DeskState<'_>) -> Answer<Option<String>> {
    let asking = app.dialog().file().set_file_name("guichet-diagnostics.json").add_filter("JSON", &["json"]);
    let Some(path) = asking.blocking_save_file().and_then(|path| path.into_path().ok()) else {
        return Ok(None);
    };
    desk.write_diagnostics(&path)?;
    Ok(Some(path.display().to_string()))
}
