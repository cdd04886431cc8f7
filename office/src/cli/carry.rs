//! `guichet-office carry …`: exchanges by a file on a stick.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use serde_json::json;

use super::arguments::{Arguments, CarryVerb};
use super::verbs::{runtime, say};
use crate::carrying::forward;
use crate::error::OfficeError;
use crate::exchanging::Exchanger;
use crate::open::Office;

pub(super) fn run(arguments: &Arguments, office: Office, verb: &CarryVerb) -> Result<ExitCode, OfficeError> {
    match verb {
        CarryVerb::Out { file } => out(arguments, office, file),
        CarryVerb::In { file } => take_in(arguments, office, file),
        CarryVerb::Forward { file, reply } => hand_on(arguments, &office, file, reply),
    }
}

fn out(arguments: &Arguments, office: Office, file: &Path) -> Result<ExitCode, OfficeError> {
    let exchanger = Exchanger::new(Arc::new(office))?;
    let carried = runtime()?.block_on(exchanger.carry_out(file))?;
    let place = file.display();
    let told = json!({
        "file": place.to_string(), "operations": carried.operations, "documents": carried.documents,
        "bytes": carried.bytes,
    });
    say(arguments, told, || {
        format!(
            "{} operations and {} documents, {} bytes, are in {place}. Nobody but the centre can read it. Carry it there, or to an office \
             with a line, and bring the reply back: guichet-office carry in REPLY",
            carried.operations, carried.documents, carried.bytes
        )
    })
}

fn take_in(arguments: &Arguments, office: Office, file: &Path) -> Result<ExitCode, OfficeError> {
    let office = Arc::new(office);
    let exchanger = Exchanger::new(Arc::clone(&office))?;
    let brought = runtime()?.block_on(exchanger.carry_in(file))?;
    let (waiting, _) = office.store.waiting_count()?;
    let told = json!({
        "acknowledged": brought.acknowledged,
        "pulled": brought.applied.operations,
        "refused": brought.applied.refused,
        "waiting": waiting,
        "documents_waiting": office.store.documents_to_send()?.len(),
        "write_again": brought.write_again,
    });
    say(arguments, told, || {
        let again = match brought.write_again {
            true => {
                " The centre was restored from a backup and lacks older operations: write a new file for it."
            }
            false => "",
        };
        format!(
            "The centre has {} more, {} came in, {} not accepted, {waiting} waiting.{again}",
            brought.acknowledged, brought.applied.operations, brought.applied.refused
        )
    })
}

fn hand_on(
    arguments: &Arguments,
    office: &Office,
    file: &Path,
    reply: &Path,
) -> Result<ExitCode, OfficeError> {
    let bytes = runtime()?.block_on(forward(office, file, reply))?;
    let place = reply.display();
    say(arguments, json!({"reply": place.to_string(), "bytes": bytes}), || {
        format!(
            "The centre has taken the file. Its reply is in {place}, {bytes} bytes: give it back to the office."
        )
    })
}
