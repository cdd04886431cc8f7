//! The tables `documents` and `document_slices`: the contents of the documents that an office's record names, as far as
//! they have come. Whether a content is right is decided elsewhere, before it counts as whole.

use ::complaints::{AttachDocument, Complaint, DocumentId, OfficeCode};
use sync_protocol::{DocumentHint, SLICE_BYTES};

use super::{Row, Session, Value};
use crate::error::CentreError;

/// The largest document that anybody waits for, in bytes. What is larger is named and never kept.
pub(crate) const LARGEST_BYTES: u64 = 64 * 1024 * 1024;

/// A document of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DocumentRow {
    pub(crate) id: DocumentId,
    pub(crate) size: u64,
    /// So many bytes from the beginning are here.
    pub(crate) have: u64,
    /// Its content lies outside of the store, and has no pieces here.
    pub(crate) is_shelved: bool,
}

impl DocumentRow {
    /// Whether all of it is here, and is what its hash says.
    pub(crate) fn is_whole(&self) -> bool {
        self.have == self.size
    }
}

const COLUMNS: &str = "hash, size, have, shelved_at";

/// Whether a document of that size is kept at all.
pub(crate) fn can_be_kept(attached: &AttachDocument) -> bool {
    (1..=LARGEST_BYTES).contains(&attached.size)
}

/// Writes down which documents the complaints of an office have. What is known stays as it is.
pub(crate) async fn announce(
    session: &mut Session,
    office: OfficeCode,
    complaints: &[&Complaint],
) -> Result<(), CentreError> {
    let sql = "INSERT INTO documents (office, hash, size, have) VALUES ($1, $2, $3, 0)
               ON CONFLICT (office, hash) DO NOTHING";
    let values = |attached: &AttachDocument| -> Vec<Value> {
        vec![office.number().into(), (*attached.document.as_bytes()).into(), attached.size.into()]
    };
    let attached = complaints.iter().flat_map(|complaint| &complaint.documents);
    let attached = attached.map(|document| &document.attached).filter(|attached| can_be_kept(attached));
    session.execute_each(sql, attached.map(values).collect()).await.map(drop)
}

/// A document; none when nothing on the office's record names it.
pub(crate) async fn get(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
) -> Result<Option<DocumentRow>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM documents WHERE office = $1 AND hash = $2");
    let row = session.query_one(&sql, vec![office.number().into(), (*id.as_bytes()).into()]).await?;
    row.map(read).transpose()
}

/// A document, which no other transaction changes until this one ends.
pub(crate) async fn lock(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
) -> Result<Option<DocumentRow>, CentreError> {
    let sql = "UPDATE documents SET have = have WHERE office = $1 AND hash = $2";
    session.execute(sql, vec![office.number().into(), (*id.as_bytes()).into()]).await?;
    get(session, office, id).await
}

/// The document whose hash begins like this.
pub(crate) async fn of_hint(
    session: &mut Session,
    office: OfficeCode,
    hint: &DocumentHint,
) -> Result<Option<DocumentRow>, CentreError> {
    let (least, greatest) = hint.range();
    let sql = format!(
        "SELECT {COLUMNS} FROM documents WHERE office = $1 AND hash >= $2 AND hash <= $3 ORDER BY hash LIMIT 1"
    );
    let row = session.query_one(&sql, vec![office.number().into(), least.into(), greatest.into()]).await?;
    row.map(read).transpose()
}

/// Documents of which something is missing and that have at most so many bytes, in the order of their hashes from one
/// hash on.
pub(crate) async fn on_their_way(
    session: &mut Session,
    office: OfficeCode,
    from: [u8; 32],
    largest: u64,
    most: usize,
) -> Result<Vec<DocumentRow>, CentreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM documents WHERE office = $1 AND have < size AND hash >= $2 AND size <= $3
         ORDER BY hash LIMIT $4"
    );
    let values = vec![office.number().into(), from.into(), largest.into(), (most as u64).into()];
    session.query(&sql, values).await?.into_iter().map(read).collect()
}

/// The documents of an office after one, in the order of their hashes, at most that many.
pub(crate) async fn after(
    session: &mut Session,
    office: OfficeCode,
    after: Option<DocumentId>,
    most: usize,
) -> Result<Vec<DocumentRow>, CentreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM documents WHERE office = $1 AND hash > $2 ORDER BY hash LIMIT $3");
    let after = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let values = vec![office.number().into(), after.into(), (most as u64).into()];
    session.query(&sql, values).await?.into_iter().map(read).collect()
}

/// Adds bytes behind those that are here. The document is locked by this transaction.
pub(crate) async fn append(
    session: &mut Session,
    office: OfficeCode,
    row: &mut DocumentRow,
    bytes: &[u8],
) -> Result<(), CentreError> {
    let sql = "INSERT INTO document_slices (office, hash, start, bytes) VALUES ($1, $2, $3, $4)";
    let mut sets: Vec<Vec<Value>> = Vec::new();
    for slice in bytes.chunks(SLICE_BYTES) {
        sets.push(vec![office.number().into(), (*row.id.as_bytes()).into(), row.have.into(), slice.into()]);
        row.have += slice.len() as u64;
    }
    session.execute_each(sql, sets).await?;
    set_have(session, office, row).await
}

/// Throws away what is here of a content. The document is locked by this transaction.
pub(crate) async fn forget_content(
    session: &mut Session,
    office: OfficeCode,
    row: &mut DocumentRow,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM document_slices WHERE office = $1 AND hash = $2";
    session.execute(sql, vec![office.number().into(), (*row.id.as_bytes()).into()]).await?;
    row.have = 0;
    row.is_shelved = false;
    set_shelved(session, office, &row.id, None).await?;
    set_have(session, office, row).await
}

/// Writes down that all of a content is here, which was checked against its hash before it was put here. The document is
/// locked by this transaction.
pub(crate) async fn is_whole_now(
    session: &mut Session,
    office: OfficeCode,
    row: &mut DocumentRow,
) -> Result<(), CentreError> {
    row.have = row.size;
    set_have(session, office, row).await
}

async fn set_have(session: &mut Session, office: OfficeCode, row: &DocumentRow) -> Result<(), CentreError> {
    let sql = "UPDATE documents SET have = $1 WHERE office = $2 AND hash = $3";
    let values = vec![row.have.into(), office.number().into(), (*row.id.as_bytes()).into()];
    session.execute(sql, values).await.map(drop)
}

/// Gives an office a content that another one has whole, unless it has it itself. The document's row is there.
pub(crate) async fn copy_whole(
    session: &mut Session,
    id: &DocumentId,
    from: OfficeCode,
    to: OfficeCode,
) -> Result<(), CentreError> {
    // Locked, so that its pieces are not brought away meanwhile.
    let Some(source) = lock(session, from, id).await?.filter(DocumentRow::is_whole) else { return Ok(()) };
    let target = lock(session, to, id).await?.filter(|row| !row.is_whole() && row.size == source.size);
    let Some(mut target) = target else { return Ok(()) };
    forget_content(session, to, &mut target).await?;
    let sql = "INSERT INTO document_slices (office, hash, start, bytes)
               SELECT $1, hash, start, bytes FROM document_slices WHERE office = $2 AND hash = $3";
    let values = vec![to.number().into(), from.number().into(), (*id.as_bytes()).into()];
    session.execute(sql, values).await?;
    if source.is_shelved {
        let sql = "UPDATE documents SET shelved_at = (
                       SELECT shelved_at FROM documents WHERE office = $1 AND hash = $2)
                   WHERE office = $3 AND hash = $2";
        let values = vec![from.number().into(), (*id.as_bytes()).into(), to.number().into()];
        session.execute(sql, values).await?;
    }
    target.have = target.size;
    set_have(session, to, &target).await
}

/// Whole contents whose pieces are here, at most that many, with the office of each.
pub(crate) async fn whole_here(
    session: &mut Session,
    most: usize,
) -> Result<Vec<(OfficeCode, DocumentRow)>, CentreError> {
    let sql = format!(
        "SELECT office, {COLUMNS} FROM documents WHERE shelved_at IS NULL AND have = size
         ORDER BY office, hash LIMIT $1"
    );
    let rows = session.query(&sql, vec![(most as u64).into()]).await?;
    rows.into_iter().map(|mut row| Ok((super::offices::code(&mut row)?, read(row)?))).collect()
}

/// Whether any content lies outside of the store.
pub(crate) async fn any_shelved(session: &mut Session) -> Result<bool, CentreError> {
    let sql = "SELECT hash FROM documents WHERE shelved_at IS NOT NULL LIMIT $1";
    Ok(session.query_one(sql, vec![1_i64.into()]).await?.is_some())
}

/// Lets go of the pieces of a content that lies outside of the store now. The document is locked by this transaction.
pub(crate) async fn let_go_of_pieces(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM document_slices WHERE office = $1 AND hash = $2";
    session.execute(sql, vec![office.number().into(), (*id.as_bytes()).into()]).await?;
    set_shelved(session, office, id, Some(now_ms)).await
}

async fn set_shelved(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
    at: Option<i64>,
) -> Result<(), CentreError> {
    let sql = "UPDATE documents SET shelved_at = $1 WHERE office = $2 AND hash = $3";
    session.execute(sql, vec![at.into(), office.number().into(), (*id.as_bytes()).into()]).await.map(drop)
}

/// The other offices that wait for a content.
pub(crate) async fn waiting_elsewhere(
    session: &mut Session,
    id: &DocumentId,
    office: OfficeCode,
) -> Result<Vec<OfficeCode>, CentreError> {
    let sql = "SELECT office FROM documents WHERE hash = $1 AND office <> $2 AND have < size";
    let rows = session.query(sql, vec![(*id.as_bytes()).into(), office.number().into()]).await?;
    rows.into_iter().map(|mut row| super::offices::code(&mut row)).collect()
}

/// The pieces of a content from the one that holds an offset on, with where each begins, at most that many.
pub(crate) async fn slices(
    session: &mut Session,
    office: OfficeCode,
    id: &DocumentId,
    offset: u64,
    most: usize,
) -> Result<Vec<(u64, Vec<u8>)>, CentreError> {
    let sql = "SELECT start, bytes FROM document_slices
               WHERE office = $1 AND hash = $2 AND start >= coalesce(
                   (SELECT max(start) FROM document_slices WHERE office = $1 AND hash = $2 AND start <= $3), 0)
               ORDER BY start LIMIT $4";
    let values = vec![office.number().into(), (*id.as_bytes()).into(), offset.into(), (most as u64).into()];
    let rows = session.query(sql, values).await?;
    rows.into_iter().map(|mut row| Ok((row.number()?, row.bytes()?))).collect()
}

/// Documents of an office with pieces, and without a row that names them.
pub(crate) async fn stray_slices(session: &mut Session) -> Result<Vec<(u64, DocumentId)>, CentreError> {
    let sql = "SELECT DISTINCT document_slices.office, document_slices.hash FROM document_slices
               LEFT JOIN documents ON documents.office = document_slices.office
                   AND documents.hash = document_slices.hash
               WHERE documents.hash IS NULL ORDER BY document_slices.office, document_slices.hash";
    let rows = session.query(sql, Vec::new()).await?;
    rows.into_iter().map(|mut row| Ok((row.number()?, DocumentId::from_bytes(row.array()?)))).collect()
}

fn read(mut row: Row) -> Result<DocumentRow, CentreError> {
    Ok(DocumentRow {
        id: DocumentId::from_bytes(row.array()?),
        size: row.number()?,
        have: row.number()?,
        is_shelved: row.maybe_number::<i64>()?.is_some(),
    })
}
