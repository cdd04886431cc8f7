//! Which deeds a complaint offers as it stands, the one that is most likely wanted first, and which deed can be taken
//! back. Pure: the page shows what is said here, and the deeds themselves are judged again when they are done.

use complaints::profile::Profile;
use complaints::{Author, Complaint, Kind, Moment, Status, StepMark, Verdict};

use crate::view::{HistoryStep, UndoView};

/// With the line up a deed leaves within a second: a slip of the hand must be mended all the same. So long it can be
/// taken back after it has left, as long as nobody has gone on with it.
const JUST_NOW_MS: i64 = 10 * 60_000;

/// A deed that can be taken back: the steps that were written at once.
pub(crate) struct LastDeed {
    /// When it was done.
    pub(crate) at: Moment,
    /// The place of its first step in the story.
    pub(crate) first: usize,
    /// Its steps, oldest first.
    pub(crate) steps: Vec<StepMark>,
}

/// Whether the office may settle it by itself, as the profile says of its category.
pub(crate) fn is_settled_here(complaint: &Complaint, profile: &Profile) -> bool {
    let category = profile.category(&complaint.register.category);
    category.is_some_and(|category| category.office_resolves)
}

/// The words of the deeds that are offered, as in [`crate::view::Deed`]; `note` and `withdraw` are deeds of their own,
/// and `tell` leads to the citizens to tell. The first one is the main one.
pub(crate) fn of(
    complaint: &Complaint,
    profile: &Profile,
    office: complaints::OfficeCode,
) -> Vec<&'static str> {
    if complaint.office != office {
        return Vec::new();
    }
    let mut deeds = Vec::new();
    let to_tell = complaint.to_tell().is_some();
    let suggestion = complaint.register.kind == Kind::Suggestion;
    let settled_here = is_settled_here(complaint, profile);
    if to_tell {
        deeds.push("tell");
    }
    match complaint.status {
        Status::WaitingDocuments => deeds.extend(["document_brought", "note", "ask_for_document"]),
        Status::Answered | Status::Resolved if to_tell => deeds.extend(["note", "close", "reopen"]),
        Status::Answered | Status::Resolved => deeds.extend(["close", "note", "reopen"]),
        Status::Closed => deeds.extend(["note", "rate", "reopen"]),
        Status::Withdrawn => deeds.extend(["note", "reopen"]),
        _ if suggestion => deeds.extend(["thank", "note", "ask_for_document"]),
        _ if settled_here => deeds.extend(["resolve", "note", "ask_for_document"]),
        _ => deeds.extend(["note", "ask_for_document"]),
    }
    if complaint.status.is_finished() {
        deeds.push("link");
        return deeds;
    }
    match complaint.status {
        // Nobody came back with it.
        Status::WaitingDocuments => deeds.push("close"),
        Status::Answered | Status::Resolved => deeds.push("rate"),
        _ => {}
    }
    deeds.extend(["pass_on", "hand_over", "escalate", "link", "withdraw"]);
    deeds
}

/// The deed that this author did last and that has not left this computer, or was done just now. `waiting` are the
/// marks of the operations that wait. None: there is none, or it is one that another way exists for.
pub(crate) fn last_deed(
    complaint: &Complaint,
    waiting: &[StepMark],
    author: &Author,
    now: Moment,
) -> Option<LastDeed> {
    let last = complaint.steps.iter().rev().find(|step| {
        let is_retraction =
            step.operation().is_some_and(|operation| matches!(operation.body, complaints::Body::Retract(_)));
        step.verdict == Verdict::Accepted && !is_retraction
    })?;
    let of_it: Vec<(usize, StepMark)> = complaint
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| {
            step.at == last.at && step.author == last.author && step.verdict == Verdict::Accepted
        })
        .filter_map(|(at, step)| Some((at, step.mark()?)))
        .collect();
    let first = of_it.first()?.0;
    let steps: Vec<StepMark> = of_it.into_iter().map(|(_, mark)| mark).collect();
    // The last of them alone is judged here: the others are free once it is taken back.
    let possible = steps.last().is_some_and(|step| complaint.may_retract(*step, author));
    let here = steps.iter().all(|step| waiting.contains(step));
    let just_now = (0..=JUST_NOW_MS).contains(&(now.unix_ms - last.at.unix_ms));
    (possible && (here || just_now)).then_some(LastDeed { at: last.at, first, steps })
}

/// The deed as the page names it: by its first step.
pub(crate) fn shown(last: &LastDeed, history: &[HistoryStep]) -> Option<UndoView> {
    Some(UndoView { at: last.at.to_string(), step: history.get(last.first)?.clone() })
}
