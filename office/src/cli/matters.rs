//! The verbs that settle something: corrections, choices, tasks, documents.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};

use complaints::{DocumentId, Field};

use super::arguments::{Arguments, TaskVerb};
use super::verbs::{file_failed, only, say, show};
use crate::error::OfficeError;
use crate::open::Office;
use crate::tasks::DoneAgain;
use crate::view::Filter;

type Result<T> = std::result::Result<T, OfficeError>;

/// How many complaints a list asks for at once.
const PAGE: u32 = 200;

pub(super) fn correct(
    arguments: &Arguments,
    office: &Office,
    (reference, field, value): (&str, &str, &str),
    author: &str,
) -> Result<ExitCode> {
    let record = only(office, reference)?;
    office.correct(record.complaint.id, field, value, &Office::administrator(author))?;
    show(arguments, office, reference)
}

pub(super) fn choose(
    arguments: &Arguments,
    office: &Office,
    (reference, field, value): (&str, &str, &str),
    author: &str,
) -> Result<ExitCode> {
    let record = only(office, reference)?;
    let known: Field = field.parse().map_err(OfficeError::Field)?;
    let conflict = record.complaint.conflict(known).ok_or(OfficeError::NoConflict)?;
    let among: Vec<_> = conflict.values.iter().map(|kept| kept.mark).collect();
    office.choose(record.complaint.id, field, &among, value, &Office::administrator(author))?;
    show(arguments, office, reference)
}

pub(super) fn conflicts(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    let mut after = None;
    loop {
        let page = office.list(Filter::Conflicts, after.as_deref(), PAGE)?;
        for row in &page.rows {
            let view = office.complaint(row.id.parse().map_err(|_| OfficeError::NotFound)?)?;
            let told = json!({"reference": row.reference, "id": row.id, "conflicts": view.conflicts});
            say(arguments, told, || {
                let mut lines = vec![format!("{}  {}", row.reference, row.subject)];
                for conflict in &view.conflicts {
                    lines.push(format!("  {}:", conflict.field));
                    lines.extend(
                        conflict
                            .values
                            .iter()
                            .map(|kept| format!("    “{}”  {}, {}", kept.value, kept.by, kept.at)),
                    );
                }
                lines.join("\n")
            })?;
        }
        if page.next.is_none() {
            return Ok(ExitCode::SUCCESS);
        }
        after = page.next;
    }
}

pub(super) fn tasks(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    for task in office.tasks()? {
        let told = serde_json::to_value(&task).unwrap_or(Value::Null);
        say(arguments, told, || {
            let reference = task.reference.as_deref().unwrap_or("-");
            let again = if task.again { "again or done" } else { "done" };
            let head = format!(
                "{}  {reference}  {}, {}: {} (refused: {}; {again})",
                &task.id[..12],
                task.at,
                task.by,
                task.what,
                task.refused
            );
            if task.text.is_empty() { head } else { format!("{head}\n    {}", task.text) }
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn task(arguments: &Arguments, office: &Office, verb: &TaskVerb) -> Result<ExitCode> {
    match verb {
        TaskVerb::Done { id, author } => {
            office.settle_task(id, &Office::administrator(author))?;
            say(arguments, json!({"settled": id}), || "Noted as settled.".to_owned())
        }
        TaskVerb::Again { id, author } => {
            let done = office.do_task_again(id, &Office::administrator(author))?;
            let draft = match &done {
                DoneAgain::Operation => None,
                DoneAgain::Draft(draft) => Some(draft),
            };
            say(arguments, json!({"settled": id, "draft": draft}), || match draft {
                Some(draft) => format!("It is a draft now ({draft}): open it at the desk and register it."),
                None => "Done again; it waits to be sent.".to_owned(),
            })
        }
    }
}

pub(super) fn attach(
    arguments: &Arguments,
    office: &Office,
    (reference, file, name): (&str, &Path, Option<&str>),
    author: &str,
) -> Result<ExitCode> {
    let record = only(office, reference)?;
    let size = std::fs::metadata(file).map_err(|error| file_failed(file, &error))?.len();
    let most = office.profile().documents.largest_bytes;
    if size > most {
        return Err(crate::CaptureError::TooLarge { bytes: size, most }.into());
    }
    let bytes = std::fs::read(file).map_err(|error| file_failed(file, &error))?;
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name.unwrap_or(&stem);
    let document = office.attach(record.complaint.id, name, &bytes, &Office::administrator(author))?;
    let kept = office.store.document(&document)?.map_or(0, |known| known.size);
    let told = json!({"document": document.to_string(), "bytes": kept, "bytes_of_the_file": size});
    say(arguments, told, || format!("{document}  {kept} bytes (the file: {size})"))
}

pub(super) fn fetch_document(arguments: &Arguments, office: &Office, hash: &str) -> Result<ExitCode> {
    let id: DocumentId = hash.parse().map_err(|_| OfficeError::NotFound)?;
    office.fetch_document(&id)?;
    let known = office.store.document(&id)?;
    let here = known.as_ref().is_some_and(|known| known.is_whole());
    say(arguments, json!({"document": hash, "here": here}), || match here {
        true => "It is here already.".to_owned(),
        false => "It comes with the next exchange: guichet-office sync".to_owned(),
    })
}

pub(super) fn save_document(
    arguments: &Arguments,
    office: &Office,
    hash: &str,
    file: &Path,
) -> Result<ExitCode> {
    let id: DocumentId = hash.parse().map_err(|_| OfficeError::NotFound)?;
    let bytes = office.save_document(&id, file)?;
    let told = json!({"file": file.display().to_string(), "bytes": bytes});
    say(arguments, told, || format!("The document is in {}.", file.display()))
}

/// Says of each document in a report whether it is here and whether the centre has it.
pub(super) fn say_what_is_here(office: &Office, told: &mut Value) -> Result<()> {
    for document in told["documents"].as_array_mut().into_iter().flatten() {
        let id: Option<DocumentId> = document["document"].as_str().and_then(|text| text.parse().ok());
        let known = id.map(|id| office.store.document(&id)).transpose()?.flatten();
        document["here"] = json!(known.as_ref().is_some_and(|known| known.is_whole()));
        document["sent"] = json!(known.as_ref().is_some_and(|known| known.acknowledged == known.size));
        document["have"] = json!(known.as_ref().map_or(0, |known| known.have));
        document["at_centre"] = json!(known.as_ref().map_or(0, |known| known.acknowledged));
        document["asked"] = json!(known.as_ref().is_some_and(|known| known.asked));
        document["refused"] = json!(known.as_ref().is_some_and(|known| known.unwanted));
    }
    Ok(())
}

/// How far each document of a report has come, as lines.
pub(super) fn states_of_documents(told: &Value) -> String {
    let lines = told["documents"].as_array().into_iter().flatten().map(|document| {
        let is = |what: &str| document[what] == true;
        let size = &document["size"];
        let state = match () {
            () if is("refused") => "here; the centre does not take it".to_owned(),
            () if is("here") && is("sent") => "here and at the centre".to_owned(),
            () if is("here") => {
                format!("here; {} of {size} bytes have crossed to the centre", document["at_centre"])
            }
            () if is("asked") => format!("on its way: {} of {size} bytes are here", document["have"]),
            () => "not on this computer; get it: guichet-office document fetch HASH".to_owned(),
        };
        format!("\ndocument {}  {state}", document["document"].as_str().unwrap_or_default())
    });
    lines.collect()
}
