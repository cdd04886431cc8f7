//! Contents of documents at the centre: parts are taken from the end of what is here, a whole one counts only when it is
//! what its hash says, and whoever may see the complaint reads it part by part.

use ::complaints::{Complaint, DocumentId, OfficeCode};
use sync_protocol::SLICE_BYTES;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::Session;
use crate::store::documents::{self, DocumentRow};

/// How many pieces are read at once.
const STEP: usize = 32;

/// How far the content of a complaint's document has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentState {
    /// The document.
    pub id: DocumentId,
    /// How many bytes it has.
    pub size: u64,
    /// So many of them are here.
    pub have: u64,
}

impl DocumentState {
    /// Whether all of it is here, and is what its hash says.
    pub fn is_whole(&self) -> bool {
        self.have == self.size
    }
}

impl Centre {
    /// How far the documents of a complaint have come, those whose content is waited for.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn documents(&self, complaint: &Complaint) -> Result<Vec<DocumentState>, CentreError> {
        let mut session = self.store.read().await?;
        let mut states = Vec::new();
        for document in &complaint.documents {
            let row = documents::get(&mut session, complaint.office, &document.attached.document).await?;
            let row = row.filter(|row| row.size <= self.profile.documents.largest_bytes || row.is_whole());
            states.extend(row.map(|row| DocumentState { id: row.id, size: row.size, have: row.have }));
        }
        Ok(states)
    }

    /// The next part of a whole document of an office from an offset on; empty at its end.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] while it is not whole, or the store's.
    pub(crate) async fn document_part(
        &self,
        office: OfficeCode,
        id: &DocumentId,
        offset: u64,
    ) -> Result<Vec<u8>, CentreError> {
        let mut session = self.store.read().await?;
        let row = documents::get(&mut session, office, id).await?.filter(DocumentRow::is_whole);
        match row {
            None => Err(CentreError::NotFound("this document is not here".to_owned())),
            Some(row) if row.is_shelved => {
                // Nobody waits for the database while the shelf is asked.
                drop(session);
                self.shelves.shelf()?.read(id, offset, STEP * SLICE_BYTES).await
            }
            Some(_) => part(&mut session, office, id, offset).await,
        }
    }
}

/// What is in the store of a document from an offset on: a few pieces of it; empty at the end.
pub(crate) async fn part(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
    offset: u64,
) -> Result<Vec<u8>, CentreError> {
    let mut bytes: Vec<u8> = Vec::new();
    for (start, piece) in documents::slices(session, office, id, offset, STEP).await? {
        let end = offset + bytes.len() as u64;
        let passed = usize::try_from(end.saturating_sub(start)).unwrap_or(usize::MAX);
        if start > end {
            return Err(CentreError::Damaged(format!(
                "office {office}, document {id}: a part of it is missing"
            )));
        }
        bytes.extend_from_slice(piece.get(passed..).unwrap_or_default());
    }
    Ok(bytes)
}

/// What came of parts of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Taken {
    /// So many bytes of it are here now.
    Have(u64),
    /// Nothing on the office's record names it, or it is larger than the profile allows.
    Unwanted,
}

/// Takes parts of one document, in the order in which they came: what is here already is passed over, and so is what
/// leaves a gap or goes beyond the end that was announced. A content that is whole and wrong is thrown away.
pub(crate) async fn take(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
    parts: &[(u64, &[u8])],
) -> Result<Taken, CentreError> {
    let row = documents::lock(session, office, id).await?;
    let Some(mut row) = row.filter(|row| row.size <= centre.profile.documents.largest_bytes) else {
        return Ok(Taken::Unwanted);
    };
    let mut new = Vec::new();
    let mut have = row.have;
    for (offset, bytes) in parts {
        let end = offset.saturating_add(bytes.len() as u64);
        if *offset > have || end <= have || end > row.size {
            continue;
        }
        let passed = usize::try_from(have - offset).unwrap_or(usize::MAX);
        new.extend_from_slice(bytes.get(passed..).unwrap_or_default());
        have = end;
    }
    if new.is_empty() {
        return Ok(Taken::Have(row.have));
    }
    documents::append(session, office, &mut row, &new).await?;
    if row.is_whole() && content_hash(session, office, id).await? != *id {
        tracing::warn!(%office, document = %id, "a document came whole and is not what its hash says; it begins anew");
        documents::forget_content(session, office, &mut row).await?;
    } else if row.is_whole() {
        pass_on(session, office, id).await?;
    }
    Ok(Taken::Have(row.have))
}

/// A document may come whole when its complaint has been handed over already: the office that holds it now gets it too.
/// No office gets another's content for naming its hash: the complaint must have come from the office that has it, be it back
/// to the one that registered it.
async fn pass_on(session: &mut Session, office: OfficeCode, id: &DocumentId) -> Result<(), CentreError> {
    for other in documents::waiting_elsewhere(session, id, office).await? {
        let taken_over = crate::store::complaints::taken_over(session, other, office).await?;
        let mut attached = taken_over.iter().flat_map(|complaint| &complaint.documents);
        if attached.any(|document| document.attached.document == *id) {
            documents::copy_whole(session, id, office, other).await?;
        }
    }
    Ok(())
}

/// The hash of what is in the store of a document.
pub(crate) async fn content_hash(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
) -> Result<DocumentId, CentreError> {
    let (mut hasher, mut offset) = (blake3::Hasher::new(), 0);
    loop {
        let bytes = part(session, office, id, offset).await?;
        if bytes.is_empty() {
            return Ok(DocumentId::from_bytes(*hasher.finalize().as_bytes()));
        }
        offset += bytes.len() as u64;
        hasher = heavy(move || {
            hasher.update(&bytes);
            hasher
        })
        .await?;
    }
}
