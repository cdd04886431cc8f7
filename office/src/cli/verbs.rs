//! The verbs: one function each, thin over [`Office`].

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use serde_json::{Value, json};

use complaints::{Clerk, ClerkId, Reference, Role, report, report_text};
use office_store::ComplaintRecord;

use super::arguments::{
    Arguments, BackupVerb, ClerkVerb, DocumentVerb, KeyStoreChoice, NoteArguments, PolicyVerb, Verb,
    WitnessVerb,
};
use super::{carry, casework, finding, keeping, matters, papers, policy, print, witness};
use crate::clock::Clock;
use crate::enrolment::{EnrolmentRequest, enrol, enrol_from_file};
use crate::error::OfficeError;
use crate::exchanging::Exchanger;
use crate::import::{ImportedLine, LineOutcome};
use crate::key_store::{KeyStore, Passphrase};
use crate::open::Office;
use crate::people::NewClerkAccount;
use crate::policy::Policy;
use crate::view::ComplaintRow;

type Result<T> = std::result::Result<T, OfficeError>;

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if let Verb::Backup(BackupVerb::Verify { file }) = &arguments.verb {
        return keeping::verify_backup(arguments, file);
    }
    if let Verb::Backup(BackupVerb::Restore { file, into }) = &arguments.verb {
        return keeping::restore_backup(arguments, file, into);
    }
    if let Verb::Policy(PolicyVerb::Check { file }) = &arguments.verb {
        return policy::check(arguments, file.as_deref());
    }
    policy::warn();
    let Some(data) = &arguments.data else {
        eprintln!("guichet-office: say where the store is: --data DIR");
        return Ok(ExitCode::from(2));
    };
    if let Verb::Enrol { server, from, code } = &arguments.verb {
        return enrol_here(arguments, data, server.as_deref(), from.as_deref(), code);
    }
    let office = open(arguments, data)?;
    match &arguments.verb {
        Verb::Enrol { .. } | Verb::Policy(_) => Ok(ExitCode::SUCCESS),
        Verb::Readmit { code } => readmit(arguments, office, code),
        Verb::Quarantine => quarantine(arguments, &office),
        Verb::Server { url } => move_server(arguments, &office, url),
        Verb::Clerk(verb) => clerk(arguments, &office, verb),
        Verb::Done { clerk, day } => keeping::done(arguments, &office, clerk, day.as_deref()),
        Verb::Backup(verb) => keeping::backup(arguments, &office, verb),
        Verb::Settings(verb) => keeping::settings(arguments, &office, verb),
        Verb::Diagnose { out } => keeping::diagnose(arguments, &office, out),
        Verb::Register { from, author } => register(arguments, &office, from, author),
        Verb::List(filters) => finding::list(arguments, &office, filters),
        Verb::Export(export) => finding::export(arguments, &office, export),
        Verb::Exports => finding::exports(arguments, &office),
        Verb::Duplicates { reference } => finding::duplicates(arguments, &office, reference.as_deref()),
        Verb::Show { reference } => show(arguments, &office, reference),
        Verb::Search { words, limit } => finding::search(arguments, &office, &words.join(" "), *limit),
        Verb::Note(note) => write_note(arguments, &office, note),
        Verb::Correct { reference, field, value, author } => {
            matters::correct(arguments, &office, (reference, field, value), author)
        }
        Verb::Conflicts => matters::conflicts(arguments, &office),
        Verb::Choose { reference, field, value, author } => {
            matters::choose(arguments, &office, (reference, field, value), author)
        }
        Verb::Case(verb) => casework::run(arguments, &office, verb),
        Verb::Tasks => matters::tasks(arguments, &office),
        Verb::Task(verb) => matters::task(arguments, &office, verb),
        Verb::Attach { reference, file, name, author } => {
            matters::attach(arguments, &office, (reference, file, name.as_deref()), author)
        }
        Verb::Document(DocumentVerb::Fetch { hash }) => matters::fetch_document(arguments, &office, hash),
        Verb::Document(DocumentVerb::Save { hash, file }) => {
            matters::save_document(arguments, &office, hash, file)
        }
        Verb::Sync => sync(arguments, office),
        Verb::Carry(verb) => carry::run(arguments, office, verb),
        Verb::Status => status(arguments, &office),
        Verb::Receipt(asked) => papers::receipt(arguments, &office, asked),
        Verb::Letters { reference } => papers::letters(arguments, &office, reference),
        Verb::Letter(asked) => papers::letter(arguments, &office, asked),
        Verb::RegisterOfDay(asked) => papers::day_register(arguments, &office, asked),
        Verb::ReportOfMonth(asked) => papers::month_report(arguments, &office, asked),
        Verb::Verify => verify(arguments, &office),
        Verb::Proof { reference, receipt } => {
            witness::proof(arguments, &office, reference, receipt.as_deref())
        }
        Verb::Witness(WitnessVerb::List) => witness::list(arguments, &office),
        Verb::Witness(WitnessVerb::Seen) => witness::seen(arguments, &office),
    }
}

fn enrol_here(
    arguments: &Arguments,
    data: &Path,
    server: Option<&str>,
    file: Option<&Path>,
    code: &str,
) -> Result<ExitCode> {
    let key_store = key_store(arguments)?;
    let office = match file {
        Some(file) => enrol_from_file(data, file, code, &key_store, Clock::system())?,
        None => {
            let Some(server) = server.map(str::to_owned).or(Policy::of_this_computer().centre) else {
                eprintln!("guichet-office: say where the centre is: --server URL");
                return Ok(ExitCode::from(2));
            };
            let request = EnrolmentRequest { server, code: code.to_owned(), key_store };
            runtime()?.block_on(enrol(data, &request, Clock::system()))?
        }
    };
    let view = office.office_view()?;
    let told = json!({"office": view.code, "name": view.name, "device": view.device, "server": view.server});
    say(arguments, told, || {
        format!("This computer is number {} of {} (office {}).", view.device, view.name, view.code)
    })
}

/// Where the keys of a new computer shall be kept.
pub(super) fn key_store(arguments: &Arguments) -> Result<KeyStore> {
    Ok(match &arguments.key_store {
        KeyStoreChoice::Keyring => KeyStore::Keyring,
        KeyStoreChoice::Passphrase => KeyStore::Passphrase(passphrase()?),
        // The path is written down, and must lead there from every folder.
        KeyStoreChoice::File(path) => {
            KeyStore::File(std::path::absolute(path).map_err(|error| file_failed(path, &error))?)
        }
    })
}

fn open(arguments: &Arguments, data: &Path) -> Result<Office> {
    let file = match &arguments.key_store {
        KeyStoreChoice::File(path) => Some(path.as_path()),
        KeyStoreChoice::Keyring | KeyStoreChoice::Passphrase => None,
    };
    let opened = Office::open(data, None, file, Clock::system());
    match opened {
        Err(OfficeError::Keys(crate::KeyStoreError::PassphraseNeeded)) => {
            Office::open(data, Some(&passphrase()?), file, Clock::system())
        }
        other => other,
    }
}

fn readmit(arguments: &Arguments, office: Office, code: &str) -> Result<ExitCode> {
    let exchanger = Exchanger::new(Arc::new(office))?;
    runtime()?.block_on(exchanger.readmit(code))?;
    let identity = exchanger.office.identity()?;
    let told = json!({"office": identity.office.to_string(), "computer": identity.number});
    say(arguments, told, || {
        format!("Admitted as computer {} of office {}.", identity.number, identity.office)
    })
}

fn quarantine(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    for (operation, reason) in office.store.quarantine()? {
        let told = json!({"operation": operation.to_string(), "reason": reason});
        say(arguments, told, || format!("{}  {reason}", operation.short()))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn move_server(arguments: &Arguments, office: &Office, url: &str) -> Result<ExitCode> {
    let address = office.set_server(url)?;
    say(arguments, json!({"server": address}), || format!("The centre is at {address} from now on."))
}

fn clerk(arguments: &Arguments, office: &Office, verb: &ClerkVerb) -> Result<ExitCode> {
    match verb {
        ClerkVerb::List => {
            for (id, clerk) in office.clerks()? {
                let told = json!({"id": id.to_string(), "name": clerk.name, "role": clerk.role.to_string()});
                say(arguments, told, || format!("{}  {}", clerk.name, clerk.role))?;
            }
            Ok(ExitCode::SUCCESS)
        }
        ClerkVerb::Role { clerk, role } => {
            let (id, role) = (named(office, clerk)?, role.parse().map_err(OfficeError::Kind)?);
            let changed = office.change_role(id, role, &Office::administrator("administrator"))?;
            let told = json!({"id": id.to_string(), "name": changed.name, "role": changed.role.to_string()});
            say(arguments, told, || format!("{}  {}", changed.name, changed.role))
        }
        ClerkVerb::Pin { clerk } => {
            let id = named(office, clerk)?;
            if std::io::stdin().is_terminal() {
                eprint!("New PIN of {clerk}: ");
            }
            let pin = first_line_of_input()?;
            let changed = office.change_pin(id, &pin, &Office::administrator("administrator"))?;
            let told = json!({"id": id.to_string(), "name": changed.name});
            say(arguments, told, || format!("{} signs in with the new one from now on.", changed.name))
        }
        ClerkVerb::Disable { clerk } => {
            let id = named(office, clerk)?;
            let disabled = office.disable_clerk(id, &Office::administrator("administrator"))?;
            let told = json!({"id": id.to_string(), "name": disabled.name});
            say(arguments, told, || format!("{} may sign in no longer.", disabled.name))
        }
        ClerkVerb::Add { name, role, pin_stdin } => {
            let role: Role = role.parse().map_err(OfficeError::Kind)?;
            if !pin_stdin && std::io::stdin().is_terminal() {
                eprint!("PIN of {name}: ");
            }
            let account = NewClerkAccount { name: name.clone(), role, pin: first_line_of_input()? };
            let (id, clerk) = office.add_clerk(&account, Some(&Office::administrator("administrator")))?;
            let told = json!({"id": id.to_string(), "name": clerk.name, "role": clerk.role.to_string()});
            say(arguments, told, || format!("{} may sign in.", clerk.name))
        }
    }
}

/// The clerk of that id or whole name.
pub(super) fn named(office: &Office, clerk: &str) -> Result<ClerkId> {
    let is = |(id, known): &(ClerkId, Clerk)| id.to_string() == *clerk || known.name == *clerk;
    office.clerks()?.into_iter().find(is).map(|(id, _)| id).ok_or(OfficeError::NoSuchClerk)
}

fn register(arguments: &Arguments, office: &Office, from: &Path, author: &str) -> Result<ExitCode> {
    let mut file = open_input(from)?;
    let author = Office::administrator(author);
    let mut refused = 0;
    office.import(file.as_mut(), &author, |ImportedLine { number, outcome }| match outcome {
        LineOutcome::Registered { reference, access_code, id, already } => {
            let told = json!({
                "line": number, "reference": reference, "access_code": access_code, "id": id, "already": already,
            });
            let text = if already { format!("{reference}  {access_code}  (already registered)") } else { format!("{reference}  {access_code}") };
            say(arguments, told, || text).map(drop)
        }
        LineOutcome::Refused { reason } => {
            refused += 1;
            if arguments.json {
                eprintln!("{}", json!({"code": "line_refused", "line": number, "message": reason}));
            } else {
                eprintln!("line {number}: {reason}");
            }
            Ok(())
        }
    })?;
    Ok(ExitCode::from(u8::from(refused > 0)))
}

pub(super) fn show(arguments: &Arguments, office: &Office, reference: &str) -> Result<ExitCode> {
    for record in found(office, reference)? {
        let mut told = report(&record.complaint, &office.profile());
        matters::say_what_is_here(office, &mut told)?;
        let states = matters::states_of_documents(&told);
        say(arguments, told, || report_text(&record.complaint, &office.profile()) + &states)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write_note(arguments: &Arguments, office: &Office, note: &NoteArguments) -> Result<ExitCode> {
    let record = only(office, &note.reference)?;
    let author = Office::administrator(&note.author);
    office.add_note(record.complaint.id, &note.text, note.for_citizen, &author)?;
    show(arguments, office, &note.reference)
}

fn sync(arguments: &Arguments, office: Office) -> Result<ExitCode> {
    let office = Arc::new(office);
    let exchanger = Exchanger::new(Arc::clone(&office))?;
    let report = runtime()?.block_on(exchanger.exchange())?;
    let (waiting, _) = office.store.waiting_count()?;
    let documents_waiting = office.store.documents_to_send()?.len();
    let told = json!({
        "pushed": report.pushed,
        "pulled": report.applied.operations,
        "refused": report.applied.refused,
        "waiting": waiting,
        "documents_waiting": documents_waiting,
        "bytes_up": report.bytes_up,
        "bytes_down": report.bytes_down,
        "line_bytes": report.packed.0,
        "plain_bytes": report.packed.1,
        "round_trips": report.round_trips,
    });
    say(arguments, told, || {
        format!(
            "{} sent, {} came in, {} not accepted, {waiting} waiting; {} bytes up, {} down, {} round trips; \
             {} bytes on the line instead of {}.",
            report.pushed,
            report.applied.operations,
            report.applied.refused,
            report.bytes_up,
            report.bytes_down,
            report.round_trips,
            report.packed.0,
            report.packed.1
        )
    })
}

fn status(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    let status = office.resting_status()?;
    let head = office.store.own_log()?.head;
    let told = json!({
        "waiting": status.waiting,
        "documents_waiting": status.documents_waiting,
        "documents_left_bytes": status.documents_left_bytes,
        "refused": status.refused,
        "tasks": status.tasks,
        "conflicts": status.conflicts,
        "oldest_waiting_at": status.oldest_waiting_at,
        "last_exchange_at": status.last_exchange_at,
        "last_line_bytes": status.last_line_bytes,
        "last_plain_bytes": status.last_plain_bytes,
        "clock_ahead_s": status.clock_ahead_s,
        "shut_out": office.store.is_revoked()?,
        "quarantined": office.store.quarantine()?.len(),
        "witness_problems": office.store.witness_problems()?,
        "head": {"sequence": head.sequence.0, "hash": head.hash.to_string()},
    });
    say(arguments, told, || {
        let last = status.last_exchange_at.as_deref().unwrap_or("never");
        format!("{} waiting. Last exchange: {last}.", status.waiting)
    })
}

fn verify(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    let verified = office.verify()?;
    let identity = office.identity()?;
    let ok = verified.problems.is_empty();
    let fold: String = verified.fold.iter().map(|byte| format!("{byte:02x}")).collect();
    let told = json!({
        "ok": ok,
        "office": identity.office.to_string(),
        "complaints": verified.complaints,
        "operations": verified.operations,
        "entries": verified.entries,
        "roots": verified.roots,
        "snapshots": verified.snapshots,
        "head": {"epoch": verified.head.epoch.0, "number": verified.head.number, "hash": verified.head.hash.to_string()},
        "fold": fold,
        "problems": verified.problems,
    });
    say(arguments, told, || {
        let mut text = format!(
            "{} complaints, {} operations, {} entries, {} daily roots; fold {}.",
            verified.complaints,
            verified.operations,
            verified.entries,
            verified.roots,
            &fold[..16]
        );
        for number in &verified.snapshots {
            text.push_str(&format!(
                "\nEntries up to {number} came as a snapshot; this computer testifies to them like to the others."
            ));
        }
        for problem in &verified.problems {
            text.push_str("\nWrong: ");
            text.push_str(problem);
        }
        text
    })?;
    Ok(ExitCode::from(u8::from(!ok)))
}

pub(super) fn found(office: &Office, reference: &str) -> Result<Vec<ComplaintRecord>> {
    let reference: Reference = reference.parse()?;
    office.by_reference(&reference)
}

pub(super) fn only(office: &Office, reference: &str) -> Result<ComplaintRecord> {
    // Two complaints share a reference only when a computer was restored; the later one is meant by nobody here.
    found(office, reference)?.into_iter().next().ok_or(OfficeError::NotFound)
}

pub(super) fn say_row(arguments: &Arguments, row: &ComplaintRow) -> Result<()> {
    let told = serde_json::to_value(row).unwrap_or(Value::Null);
    say(arguments, told, || {
        format!("{}  {:<18}  {}  {}", row.reference, row.status, &row.recorded_at[..10], row.subject)
    })
    .map(drop)
}

pub(super) fn say(arguments: &Arguments, told: Value, text: impl FnOnce() -> String) -> Result<ExitCode> {
    if arguments.json {
        print::json(&told)?
    } else {
        print::line(&text())?
    }
    Ok(ExitCode::SUCCESS)
}

fn open_input(path: &Path) -> Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    let file = std::fs::File::open(path).map_err(|error| file_failed(path, &error))?;
    Ok(Box::new(BufReader::with_capacity(256 * 1024, file)))
}

fn passphrase() -> Result<Passphrase> {
    if let Ok(text) = std::env::var("GUICHET_PASSPHRASE") {
        return Ok(Passphrase::new(text));
    }
    if std::io::stdin().is_terminal() {
        eprint!("Passphrase of this computer's store: ");
    }
    first_line_of_input().map(Passphrase::new)
}

pub(super) fn first_line_of_input() -> Result<String> {
    let mut text = String::new();
    let read = BufReader::new(std::io::stdin().take(1024)).read_line(&mut text);
    read.map_err(|error| file_failed(Path::new("standard input"), &error))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

pub(super) fn file_failed(path: &Path, error: &std::io::Error) -> OfficeError {
    OfficeError::File { path: path.display().to_string(), reason: error.to_string() }
}

pub(super) fn runtime() -> Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| OfficeError::Internal(error.to_string()))
}
