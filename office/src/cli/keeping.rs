//! The verbs that keep a computer in order: backups, settings, the diagnostics file, what was done on a day.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use serde_json::json;

use super::arguments::{Arguments, BackupVerb, SettingsVerb};
use super::verbs::{file_failed, first_line_of_input, key_store, named, say};
use crate::backup::{self, BackupMade};
use crate::error::OfficeError;
use crate::key_store::Passphrase;
use crate::open::Office;
use crate::view::SettingsView;

type Result<T> = std::result::Result<T, OfficeError>;

pub(super) fn done(
    arguments: &Arguments,
    office: &Office,
    clerk: &str,
    day: Option<&str>,
) -> Result<ExitCode> {
    for done in office.done(named(office, clerk)?, day)? {
        let told = json!(done);
        say(arguments, told, || {
            let reference = done.reference.as_deref().unwrap_or("-");
            format!("{}  {:<18}  {reference}  {}", done.at, done.what, done.subject)
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn backup(arguments: &Arguments, office: &Office, verb: &BackupVerb) -> Result<ExitCode> {
    match verb {
        BackupVerb::SetUp { place, keep } => {
            let place = std::path::absolute(place).map_err(|error| file_failed(place, &error))?;
            office.set_up_backup(&place, &passphrase()?)?;
            let view = office.move_backup(&place, *keep)?;
            say(arguments, json!(view), || format!("Backups go to {}, {} are kept.", view.place, view.keep))
        }
        BackupVerb::Now => {
            let made = office.back_up()?;
            say_made(arguments, &made, "made and read again")
        }
        BackupVerb::List => {
            for file in office.backup_view()?.files {
                say(arguments, json!(file), || format!("{}  {} bytes", file.name, file.bytes))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        // These two need no store.
        BackupVerb::Verify { file } => verify_backup(arguments, file),
        BackupVerb::Restore { file, into } => restore_backup(arguments, file, into),
    }
}

pub(super) fn verify_backup(arguments: &Arguments, file: &Path) -> Result<ExitCode> {
    let found = backup::check_backup(file, &passphrase()?)?;
    say_made(arguments, &found, "is whole")
}

pub(super) fn restore_backup(arguments: &Arguments, file: &Path, into: &Path) -> Result<ExitCode> {
    backup::restore_backup(file, &passphrase()?, into, &key_store(arguments)?)?;
    let told = json!({"folder": into.display().to_string()});
    say(arguments, told, || {
        format!(
            "Brought back into {}. With its next exchange it goes on as another computer of its office.",
            into.display()
        )
    })
}

fn say_made(arguments: &Arguments, made: &BackupMade, what: &str) -> Result<ExitCode> {
    let file = made.file.display().to_string();
    let told = json!({
        "file": file, "bytes": made.bytes, "complaints": made.complaints, "operations": made.operations,
    });
    say(arguments, told, || {
        format!(
            "{file}: {what}; {} complaints, {} operations, {} bytes.",
            made.complaints, made.operations, made.bytes
        )
    })
}

pub(super) fn settings(arguments: &Arguments, office: &Office, verb: &SettingsVerb) -> Result<ExitCode> {
    let view = match verb {
        SettingsVerb::Show => office.settings()?,
        SettingsVerb::Set { paper, sheet_printer, roll_printer, scanner_folder, proxy } => {
            let mut form = office.settings()?.form;
            if let Some(paper) = paper {
                form.paper.clone_from(paper);
            }
            if let Some(printer) = sheet_printer {
                form.sheet_printer.clone_from(printer);
            }
            if let Some(printer) = roll_printer {
                form.roll_printer.clone_from(printer);
            }
            if let Some(folder) = scanner_folder {
                form.scanner_folder.clone_from(folder);
            }
            match proxy.as_deref() {
                Some(word @ ("system" | "none")) => word.clone_into(&mut form.proxy),
                Some(address) => {
                    (form.proxy, form.proxy_address) = ("address".to_owned(), address.to_owned());
                }
                None => {}
            }
            office.change_settings(&form)?
        }
    };
    say(arguments, json!(view), || shown(&view))
}

fn shown(view: &SettingsView) -> String {
    let SettingsView { form, backup, about, .. } = view;
    let or = |text: &str, none: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
    format!(
        "paper: {}\nprinters: {} for sheets, {} for rolls\nscanner folder: {}\nproxy: {} {}\nbackups: {}, the last one found whole {}\nchecked: {}, {} wrong",
        or(&form.paper, "as the profile says"),
        or(&form.sheet_printer, "asked each time"),
        or(&form.roll_printer, "asked each time"),
        or(&form.scanner_folder, "none"),
        form.proxy,
        form.proxy_address,
        or(&backup.place, "no place"),
        backup.verified_at.as_deref().unwrap_or("never"),
        about.checked_at.as_deref().unwrap_or("never"),
        about.problems,
    )
}

pub(super) fn diagnose(arguments: &Arguments, office: &Office, out: &Path) -> Result<ExitCode> {
    std::fs::write(out, office.diagnostics()?).map_err(|error| file_failed(out, &error))?;
    let file = out.display().to_string();
    say(arguments, json!({"file": file}), || format!("The diagnostics are in {file}."))
}

fn passphrase() -> Result<Passphrase> {
    if let Ok(text) = std::env::var("GUICHET_BACKUP_PASSPHRASE") {
        return Ok(Passphrase::new(text));
    }
    if std::io::stdin().is_terminal() {
        eprint!("Passphrase of the backups: ");
    }
    first_line_of_input().map(Passphrase::new)
}
