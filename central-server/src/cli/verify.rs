//! `guichet-server verify`: the audit, office by office.

use serde::Serialize;

use super::output::{Failure, Output};
use crate::centre::Centre;

/// What the audit says, as one object.
#[derive(Serialize)]
struct Verdict<'a> {
    ok: bool,
    offices: Vec<OfficePart<'a>>,
}

#[derive(Serialize)]
struct OfficePart<'a> {
    office: String,
    complaints: u64,
    entries: u64,
    head: &'a str,
    /// Digest over all states of the office: equal to that of its computers when nothing is on its way.
    fold: &'a str,
}

pub(super) async fn run(centre: &Centre, output: &Output) -> Result<(), Failure> {
    let audit = centre.verify().await?;
    let offices = audit.offices.iter().map(|office| OfficePart {
        office: office.office.to_string(),
        complaints: office.complaints,
        entries: office.entries,
        head: &office.head,
        fold: &office.fold,
    });
    let verdict = Verdict { ok: audit.faults.is_empty(), offices: offices.collect() };
    let mut lines: Vec<String> = verdict.offices.iter().map(OfficePart::line).collect();
    lines.push(if verdict.ok { "Everything fits." } else { "Something does not fit." }.to_owned());
    output.answer(&verdict, &lines.join("\n"))?;
    if verdict.ok {
        return Ok(());
    }
    let faults: Vec<String> = audit.faults.iter().map(ToString::to_string).collect();
    Err(Failure::new("tampered", faults.join("\n")))
}

impl OfficePart<'_> {
    fn line(&self) -> String {
        let Self { office, complaints, entries, head, fold } = self;
        format!("office {office}: {complaints} complaints, {entries} entries, head {head}, fold {fold}")
    }
}
