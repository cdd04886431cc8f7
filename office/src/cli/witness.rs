//! `guichet-office proof` and `guichet-office witness`: what the daily roots prove of a complaint, and which of them
//! did not fit.

use std::process::ExitCode;

use serde_json::{Value, json};

use office_store::{Proof, ProvenRoot, TakenRoot};
use sync_protocol::ShortForm;

use super::arguments::Arguments;
use super::verbs::{found, say};
use crate::error::OfficeError;
use crate::open::Office;

type Result<T> = std::result::Result<T, OfficeError>;

/// Proves each complaint of that reference; with a receipt's line, the one that the receipt is of.
pub(super) fn proof(
    arguments: &Arguments,
    office: &Office,
    reference: &str,
    receipt: Option<&str>,
) -> Result<ExitCode> {
    let receipt: Option<ShortForm> = receipt.map(str::parse).transpose()?;
    let mut proofs = Vec::new();
    for record in found(office, reference)? {
        proofs.extend(office.proof(record.complaint.id)?);
    }
    if let Some(form) = receipt {
        // Two complaints share a reference when a computer was restored; the receipt tells which is meant.
        let of_receipt = |proof: &Proof| form.matches(proof.registration.sequence, &proof.registration.id);
        if proofs.iter().any(of_receipt) {
            proofs.retain(of_receipt);
        } else if !proofs.is_empty() {
            return Err(OfficeError::OtherOperation);
        }
    }
    if proofs.is_empty() {
        return Err(OfficeError::NotFound);
    }
    let sound = proofs.iter().all(|proof| proof.problems.is_empty());
    for proof in &proofs {
        say(arguments, told(reference, proof), || text(proof))?;
    }
    Ok(ExitCode::from(u8::from(!sound)))
}

fn told(reference: &str, proof: &Proof) -> Value {
    let registration = &proof.registration;
    json!({
        "reference": reference,
        "short_form": registration.short_form().to_string(),
        "operation": registration.id.to_string(),
        "device": registration.device.0,
        "sequence": registration.sequence.0,
        "entry": registration.entry,
        "root": proof.root.as_ref().map(told_root),
        "faults": proof.problems,
    })
}

fn told_root(proven: &ProvenRoot) -> Value {
    json!({
        "day": proven.day(),
        "size": proven.root.size,
        "root": proven.root.root.to_string(),
        "leaf": proven.number,
        "head": proven.leaf.number,
        "leaf_hash": proven.leaf.hash().to_string(),
        "path": proven.path.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn text(proof: &Proof) -> String {
    let registration = &proof.registration;
    let mut text = format!(
        "{}\nOperation {} of device {}",
        registration.short_form(),
        registration.sequence,
        registration.device
    );
    match (registration.entry, &proof.root) {
        (None, _) => text.push_str(", not yet at the centre."),
        (Some(entry), None) => {
            text.push_str(&format!(", entry {entry} of the office’s feed. The next daily root will hold it."));
        }
        (Some(entry), Some(proven)) => text.push_str(&format!(
            ", entry {entry} of the office’s feed.\nUnder the root of {} over {} leaves: {}\nLeaf {}, which holds \
             the feed up to entry {}.",
            proven.day(),
            proven.root.size,
            proven.root.root,
            proven.number,
            proven.leaf.number
        )),
    }
    for problem in &proof.problems {
        text.push_str("\nWrong: ");
        text.push_str(problem);
    }
    text
}

/// Lists the roots that this computer has witnessed.
pub(super) fn list(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    let roots = office.store.witnessed()?;
    for taken in &roots {
        let told = json!({
            "day": taken.day(),
            "size": taken.root.map(|root| root.size),
            "root": taken.root.map(|root| root.root.to_string()),
            "entry": taken.number,
            "problem": taken.problem,
            "seen": taken.seen,
        });
        say(arguments, told, || line(taken))?;
    }
    Ok(ExitCode::from(u8::from(roots.iter().any(|taken| taken.problem.is_some()))))
}

fn line(taken: &TakenRoot) -> String {
    let root = taken.root.map_or_else(
        || format!("entry {}: a root that cannot be read", taken.number),
        |root| format!("{}  {} leaves  {}", taken.day().unwrap_or_default(), root.size, root.root),
    );
    match &taken.problem {
        Some(problem) => format!("{root}\n  Wrong: {problem}"),
        None => root,
    }
}

/// An administrator knows of what did not fit: the status no longer tells it, every check still does.
pub(super) fn seen(arguments: &Arguments, office: &Office) -> Result<ExitCode> {
    let known = office.store.witness_problems()?;
    office.store.write(|writing| writing.mark_witness_seen())?;
    say(arguments, json!({"known": known}), || {
        format!("{known} roots that did not fit are known of now; verify goes on naming them.")
    })
}
