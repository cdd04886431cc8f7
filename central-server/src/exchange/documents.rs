//! The documents' lane of an exchange, the centre's side: slices are taken in, the device is told how much of which
//! document is here, and what it wants is sent behind the entries, slice by slice.

use std::collections::{BTreeMap, VecDeque};

use ::complaints::{DocumentId, OfficeCode};
use sync_protocol::{
    DocumentHeld, DocumentHint, DocumentSlice, DocumentWanted, DownFrame, Hash, Hello, SLICE_BYTES,
};

use crate::centre::Centre;
use crate::documents::{Taken, take};
use crate::error::CentreError;
use crate::store::documents::DocumentRow;
use crate::store::{Session, documents};

/// How many documents that are on their way are told of unasked.
const MOST_UNASKED: usize = 4;

/// How many questions and wishes of one request are answered, and how many unknown documents are named as such.
const MOST_ANSWERED: usize = 4096;

/// How much of documents is here; none: nothing names it.
pub(super) type Held = BTreeMap<DocumentHint, Option<u64>>;

/// Takes slices into the documents of an office, as far as they fit.
pub(super) async fn take_in(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    slices: &[DocumentSlice],
) -> Result<Held, CentreError> {
    // In one order for everybody, so that no two wait for each other.
    let mut parts: BTreeMap<Hash, Vec<(u64, &[u8])>> = BTreeMap::new();
    for slice in slices {
        parts.entry(slice.document).or_default().push((slice.offset, slice.bytes.as_slice()));
    }
    let mut held = Held::new();
    for (document, parts) in parts.into_iter().take(MOST_ANSWERED) {
        let taken = take(centre, session, office, &DocumentId::from_bytes(document.0), &parts).await?;
        let bytes = match taken {
            Taken::Have(bytes) => Some(bytes),
            Taken::Unwanted => None,
        };
        held.insert(DocumentHint::of(&document.0), bytes);
    }
    Ok(held)
}

/// What the device is told: of what it has sent, asked after or wants and cannot get yet, and of a few others that are
/// on their way. So a centre that was restored and has less gets it again from whoever has it.
pub(super) async fn tell(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    hello: &Hello,
    mut held: Held,
) -> Result<Option<Vec<DocumentHeld>>, CentreError> {
    let largest = centre.profile.documents.largest_bytes;
    for hint in hello.asked_documents.iter().take(MOST_ANSWERED) {
        if !held.contains_key(hint) {
            let row = documents::of_hint(session, office, hint).await?;
            let row = row.filter(|row| row.size <= largest || row.is_whole());
            held.insert(*hint, row.map(|row| row.have));
        }
    }
    for wanted in hello.wanted_documents.iter().take(MOST_ANSWERED) {
        let row = documents::get(session, office, &DocumentId::from_bytes(wanted.document.0)).await?;
        if let Some(row) = row.filter(|row| !row.is_whole()) {
            held.insert(DocumentHint::of(&wanted.document.0), Some(row.have));
        }
    }
    for row in unasked(centre, session, office, largest).await? {
        held.entry(DocumentHint::of(row.id.as_bytes())).or_insert(Some(row.have));
    }
    let held = held.into_iter().map(|(document, bytes)| DocumentHeld { document, bytes });
    Ok(Some(held.collect::<Vec<_>>()).filter(|held| !held.is_empty()))
}

/// A few documents that are on their way, others each time: nobody may have the first ones any more.
async fn unasked(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    largest: u64,
) -> Result<Vec<DocumentRow>, CentreError> {
    let from = *blake3::hash(&centre.clock.now_ms().to_be_bytes()).as_bytes();
    let mut rows = documents::on_their_way(session, office, from, largest, MOST_UNASKED).await?;
    if rows.len() < MOST_UNASKED {
        let again = documents::on_their_way(session, office, [0; 32], largest, MOST_UNASKED).await?;
        let missing = again.into_iter().filter(|row| !rows.contains(row)).take(MOST_UNASKED - rows.len());
        let missing: Vec<DocumentRow> = missing.collect();
        rows.extend(missing);
    }
    Ok(rows)
}

/// Documents that are sent behind the entries.
pub(super) struct Sending {
    office: OfficeCode,
    wanted: VecDeque<DocumentWanted>,
    /// How many bytes may still be sent.
    left: u64,
    read: VecDeque<DocumentSlice>,
}

impl Sending {
    /// What a device wants of its office's documents and is whole here; none: there is nothing of it.
    pub(super) async fn begin(
        session: &mut Session,
        office: OfficeCode,
        hello: &Hello,
    ) -> Result<Option<Self>, CentreError> {
        let mut wanted = VecDeque::new();
        for wish in hello.wanted_documents.iter().take(MOST_ANSWERED) {
            let row = documents::get(session, office, &DocumentId::from_bytes(wish.document.0)).await?;
            if row.is_some_and(|row| row.is_whole() && wish.offset < row.size) {
                wanted.push_back(*wish);
            }
        }
        let left = hello.document_bytes.unwrap_or(u64::MAX);
        Ok((!wanted.is_empty()).then_some(Self { office, wanted, left, read: VecDeque::new() }))
    }

    /// The next slice; none at the end.
    pub(super) async fn frame(&mut self, centre: &Centre) -> Result<Option<Vec<u8>>, CentreError> {
        if self.left == 0 {
            return Ok(None);
        }
        while self.read.is_empty() {
            let Some(wish) = self.wanted.front_mut() else { return Ok(None) };
            let id = DocumentId::from_bytes(wish.document.0);
            let bytes = match centre.document_part(self.office, &id, wish.offset).await {
                // What lies elsewhere and cannot be had now is wanted again with the next exchange.
                Err(CentreError::ShelfAway(why)) => {
                    tracing::warn!(document = %id, why, "a document cannot be had from the shelf");
                    Vec::new()
                }
                // It has begun anew since it was promised.
                Err(CentreError::NotFound(_)) => Vec::new(),
                bytes => bytes?,
            };
            for slice in bytes.chunks(SLICE_BYTES) {
                let slice =
                    DocumentSlice { document: wish.document, offset: wish.offset, bytes: slice.to_vec() };
                wish.offset += slice.bytes.len() as u64;
                self.read.push_back(slice);
            }
            if bytes.is_empty() {
                self.wanted.pop_front();
            }
        }
        let Some(slice) = self.read.pop_front() else { return Ok(None) };
        self.left = self.left.saturating_sub(slice.bytes.len() as u64);
        Ok(Some(DownFrame::Document(slice).to_bytes()))
    }
}
