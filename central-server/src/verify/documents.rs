//! The documents of an office: each one that a complaint names has its row, each row is named, and what is here has no
//! gap and is what the hash says once it is whole.

use std::collections::{BTreeMap, BTreeSet};

use ::complaints::{Body, Complaint, DocumentId, OfficeCode, Refusal};

use super::Fault;
use crate::documents::content_hash;
use crate::error::CentreError;
use crate::fold::Fold;
use crate::shelf::Shelf;
use crate::shelving::{Shelves, hash_on};
use crate::store::Session;
use crate::store::documents::{self, DocumentRow};

const STEP: usize = 500;

/// How many pieces of a content are read at once.
const STEP_PIECES: usize = 32;

/// Checks the documents of an office against its complaints.
pub(super) async fn check(
    shelves: &Shelves,
    session: &mut Session,
    office: OfficeCode,
    fold: &Fold,
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    let attached = fold.told().flat_map(|complaint| &complaint.documents);
    let attached = attached.map(|document| &document.attached).filter(|it| documents::can_be_kept(it));
    let mut named: BTreeMap<DocumentId, BTreeSet<u64>> = BTreeMap::new();
    for attached in attached {
        named.entry(attached.document).or_default().insert(attached.size);
    }
    let taken_back: BTreeSet<DocumentId> = fold.told().flat_map(taken_back).collect();
    let place = |id: &DocumentId| format!("office {office}, document {id}");
    let mut after = None;
    loop {
        let rows = documents::after(session, office, after, STEP).await?;
        let last = rows.len() < STEP;
        for row in rows {
            after = Some(row.id);
            match named.remove(&row.id) {
                None if taken_back.contains(&row.id) => {}
                None => faults.push(Fault::new(place(&row.id), "it is stored and no operation names it")),
                Some(sizes) if !sizes.contains(&row.size) => {
                    faults.push(Fault::new(place(&row.id), "it has another size than its operation says"));
                }
                Some(_) => {}
            }
            if let Some(what) = content_fault(shelves, session, office, &row).await? {
                faults.push(Fault::new(place(&row.id), what));
            }
        }
        if last {
            break;
        }
    }
    faults.extend(
        named.keys().map(|id| Fault::new(place(id), "a complaint names it and it is not written down")),
    );
    Ok(())
}

/// The documents that somebody added to a complaint and took back again: what had come of them by then stays.
fn taken_back(complaint: &Complaint) -> impl Iterator<Item = DocumentId> {
    let steps = complaint.steps.iter();
    let retracted = steps.filter(|step| Refusal::of(&step.verdict) == Some(&Refusal::Retracted));
    retracted.filter_map(|step| match step.operation()?.body {
        Body::AttachDocument(attached) => Some(attached.document),
        _ => None,
    })
}

/// Pieces that belong to nothing.
pub(super) async fn check_stray(session: &mut Session, faults: &mut Vec<Fault>) -> Result<(), CentreError> {
    for (office, id) in documents::stray_slices(session).await? {
        let place = format!("office {office:02}, document {id}");
        faults.push(Fault::new(place, "parts of it are stored and it is not written down"));
    }
    Ok(())
}

async fn content_fault(
    shelves: &Shelves,
    session: &mut Session,
    office: OfficeCode,
    row: &DocumentRow,
) -> Result<Option<&'static str>, CentreError> {
    if row.is_shelved {
        return shelved_fault(shelves.shelf()?, session, office, row).await;
    }
    let mut end = 0;
    loop {
        let before = end;
        for (start, piece) in documents::slices(session, office, &row.id, end, STEP_PIECES).await? {
            if start > end {
                return Ok(Some("a part of it is missing"));
            }
            // The last piece is found again when nothing stands behind it.
            end = end.max(start + piece.len() as u64);
        }
        if end == before {
            break;
        }
    }
    if end != row.have || row.have > row.size {
        return Ok(Some("not so many bytes of it are here as is written down"));
    }
    let wrong = row.is_whole() && content_hash(session, office, &row.id).await? != row.id;
    Ok(wrong.then_some("its content is not what its hash says"))
}

/// What is wrong with a content that lies outside of the store. A shelf that does not answer is no fault of the content.
async fn shelved_fault(
    shelf: &Shelf,
    session: &mut Session,
    office: OfficeCode,
    row: &DocumentRow,
) -> Result<Option<&'static str>, CentreError> {
    if !row.is_whole() || !documents::slices(session, office, &row.id, 0, 1).await?.is_empty() {
        return Ok(Some("it lies on the shelf, and parts of it are here"));
    }
    match hash_on(shelf, &row.id).await {
        Ok(hash) if hash == row.id => Ok(None),
        Ok(_) => Ok(Some("its content on the shelf is not what its hash says")),
        Err(CentreError::Damaged(_)) => Ok(Some("it is not on the shelf where it was laid")),
        Err(error) => Err(error),
    }
}
