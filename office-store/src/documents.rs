//! Tables `documents` and `document_slices`: the contents of documents, by their hash, as far as they are here.
//!
//! A content comes in from its beginning, piece by piece, and is checked against its hash when it is whole. Which
//! complaint has which document is the fold's business.

use rusqlite::{Connection, OptionalExtension, Row};

use complaints::{AttachDocument, DocumentId};
use sync_protocol::{DocumentHeld, DocumentHint};

use crate::error::StoreError;
use crate::fixed;

/// The most bytes in one row.
const SLICE_BYTES: usize = 16 * 1024;

/// The column `origin`.
const HERE: u8 = 0;
const ELSEWHERE: u8 = 1;

/// The largest document that is taken: one operation must not make every computer of an office fill its disk.
pub const LARGEST_DOCUMENT_BYTES: u64 = 64 * 1024 * 1024;

/// A document as far as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDocument {
    /// Its content's hash.
    pub id: DocumentId,
    /// How many bytes it has.
    pub size: u64,
    /// What it is.
    pub media_type: String,
    /// Its name as the clerk knows it.
    pub name: String,
    /// How many of its bytes are here, from the beginning.
    pub have: u64,
    /// How many of its bytes the centre has.
    pub acknowledged: u64,
    /// It was added on this computer.
    pub from_here: bool,
    /// Somebody here wants to have it.
    pub asked: bool,
    /// The centre has to say first how much of it there is.
    pub unsure: bool,
    /// The centre does not take it: nothing on its record names it, or it is too large.
    pub unwanted: bool,
}

impl StoredDocument {
    /// Whether all of it is here.
    pub fn is_whole(&self) -> bool {
        self.have == self.size
    }
}

/// What is left to carry of documents, either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DocumentsDue {
    /// Bytes that the centre lacks and this computer has.
    pub up_bytes: u64,
    /// Documents of which the centre has to say how much there is.
    pub unsure: u64,
    /// Bytes that somebody here waits for.
    pub down_bytes: u64,
}

/// What came of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakenSlice {
    /// It is kept; so many bytes are here now.
    Taken(u64),
    /// With it the document is whole, and its hash is right.
    Whole,
    /// It begins later than what is here ends: after so many bytes.
    Gap(u64),
    /// The document was whole with it, and its hash is not right: what was here is thrown away, from the beginning.
    Damaged,
    /// Nobody here waits for this document, or it does not have so many bytes.
    Unwanted,
}

type Result<T> = std::result::Result<T, StoreError>;

const COLUMNS: &str = "hash, size, media_type, name, have, acknowledged, origin, asked, unsure, unwanted";

fn read(row: &Row<'_>) -> rusqlite::Result<StoredDocument> {
    Ok(StoredDocument {
        id: DocumentId::from_bytes(fixed(row.get(0)?)?),
        size: row.get(1)?,
        media_type: row.get(2)?,
        name: row.get(3)?,
        have: row.get(4)?,
        acknowledged: row.get(5)?,
        from_here: row.get::<_, u8>(6)? == HERE,
        asked: row.get(7)?,
        unsure: row.get(8)?,
        unwanted: row.get(9)?,
    })
}

pub(crate) fn get(connection: &Connection, id: &DocumentId) -> Result<Option<StoredDocument>> {
    let sql = format!("SELECT {COLUMNS} FROM documents WHERE hash = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([id.as_bytes()], read).optional()?)
}

/// The condition under which a document is to be sent.
const TO_SEND: &str = "have = size AND acknowledged < size AND unwanted = 0";

/// Those that are whole here and not at the centre, the oldest first.
pub(crate) fn to_send(connection: &Connection) -> Result<Vec<StoredDocument>> {
    list(connection, TO_SEND)
}

/// Those that are whole here and of which the centre has to say how much it has, the oldest first.
pub(crate) fn unsure(connection: &Connection) -> Result<Vec<StoredDocument>> {
    list(connection, "have = size AND unsure = 1")
}

/// Those that somebody here waits for, the oldest first.
pub(crate) fn wanted(connection: &Connection) -> Result<Vec<StoredDocument>> {
    list(connection, "have < size AND asked = 1")
}

/// What is left to carry.
pub(crate) fn due(connection: &Connection) -> Result<DocumentsDue> {
    let ask = |sql: &str| connection.prepare_cached(sql)?.query_row([], |row| row.get(0));
    Ok(DocumentsDue {
        up_bytes: ask(&format!(
            "SELECT coalesce(sum(size - acknowledged), 0) FROM documents WHERE {TO_SEND}"
        ))?,
        unsure: ask("SELECT count(*) FROM documents WHERE have = size AND unsure = 1")?,
        down_bytes: ask(
            "SELECT coalesce(sum(size - have), 0) FROM documents WHERE have < size AND asked = 1",
        )?,
    })
}

fn list(connection: &Connection, condition: &str) -> Result<Vec<StoredDocument>> {
    let sql = format!("SELECT {COLUMNS} FROM documents WHERE {condition} ORDER BY row");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A complaint has this document: it is wanted from now on, unless it is here.
pub(crate) fn expect(connection: &Connection, attached: &AttachDocument) -> Result<()> {
    if attached.size > LARGEST_DOCUMENT_BYTES {
        return Ok(());
    }
    insert(connection, attached, ELSEWHERE)
}

/// Keeps a content that was just captured. What is here of it already is kept.
pub(crate) fn put(connection: &Connection, attached: &AttachDocument, content: &[u8]) -> Result<()> {
    if DocumentId::of(content) != attached.document || content.len() as u64 != attached.size {
        return Err(StoreError::Inconsistent("a document's content does not fit its hash".to_owned()));
    }
    insert(connection, attached, HERE)?;
    set(connection, "unwanted = 0", &attached.document)?;
    let have = get(connection, &attached.document)?.map_or(0, |known| known.have);
    let missing = usize::try_from(have).ok().and_then(|have| content.get(have..)).unwrap_or_default();
    append(connection, &attached.document, have, missing)
}

fn insert(connection: &Connection, attached: &AttachDocument, origin: u8) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO documents (hash, size, media_type, name, have, acknowledged, origin)
             VALUES (?1, ?2, ?3, ?4, 0, 0, ?5) ON CONFLICT (hash) DO NOTHING",
        )?
        .execute((
            attached.document.as_bytes(),
            attached.size,
            &attached.media_type,
            &attached.name,
            origin,
        ))?;
    Ok(())
}

/// Takes a piece that came over the line. What is here already is passed over.
pub(crate) fn take(
    connection: &Connection,
    id: &DocumentId,
    offset: u64,
    bytes: &[u8],
) -> Result<TakenSlice> {
    let end = offset.saturating_add(bytes.len() as u64);
    let Some(known) = get(connection, id)?.filter(|known| end <= known.size) else {
        return Ok(TakenSlice::Unwanted);
    };
    if offset > known.have {
        return Ok(TakenSlice::Gap(known.have));
    }
    if end <= known.have {
        return Ok(if known.is_whole() { TakenSlice::Whole } else { TakenSlice::Taken(known.have) });
    }
    let new = usize::try_from(known.have - offset).ok().and_then(|passed| bytes.get(passed..));
    append(connection, id, known.have, new.unwrap_or_default())?;
    if end < known.size {
        return Ok(TakenSlice::Taken(end));
    }
    if content_hash(connection, id)? != *id {
        forget_content(connection, id)?;
        return Ok(TakenSlice::Damaged);
    }
    set(connection, "asked = 0", id)?;
    // It came from the centre, so the centre has it.
    set_acknowledged(connection, id, known.size)?;
    Ok(TakenSlice::Whole)
}

/// The centre has so many bytes of it; fewer than before after the centre was restored from a backup.
pub(crate) fn set_acknowledged(connection: &Connection, id: &DocumentId, bytes: u64) -> Result<()> {
    connection
        .prepare_cached("UPDATE documents SET acknowledged = min(?2, size) WHERE hash = ?1")?
        .execute((id.as_bytes(), bytes))?;
    Ok(())
}

/// Somebody here wants to have it.
pub(crate) fn ask_for(connection: &Connection, id: &DocumentId) -> Result<()> {
    set(connection, "asked = have < size", id)
}

/// A part of it is on its way: until the centre has said how much it has, nobody knows.
pub(crate) fn doubt(connection: &Connection, id: &DocumentId) -> Result<()> {
    set(connection, "unsure = 1", id)
}

/// The centre, or this computer, was restored: of every document it has to be asked anew what the centre has.
pub(crate) fn doubt_all(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE documents SET unsure = 1, unwanted = 0", [])?;
    Ok(())
}

/// The centre says how much it has of a document. Of one that is not here nothing is noted.
pub(crate) fn note_held(connection: &Connection, held: &DocumentHeld) -> Result<()> {
    let Some(known) = of_hint(connection, &held.document)? else { return Ok(()) };
    let Some(bytes) = held.bytes else {
        return set(connection, "acknowledged = 0, unsure = 0, unwanted = 1", &known.id);
    };
    // It has less than it had, or nothing of what may have crossed whole. That may be the fault of what is here, which then
    // must not be sent for ever; the same file added again heals it.
    let is_suspect = bytes < known.acknowledged || (bytes == 0 && known.unsure);
    if is_suspect && known.is_whole() && content_hash(connection, &known.id)? != known.id {
        forget_content(connection, &known.id)?;
    }
    set(connection, "unsure = 0, unwanted = 0", &known.id)?;
    set_acknowledged(connection, &known.id, bytes)
}

fn of_hint(connection: &Connection, hint: &DocumentHint) -> Result<Option<StoredDocument>> {
    let (least, greatest) = hint.range();
    let sql = format!("SELECT {COLUMNS} FROM documents WHERE hash BETWEEN ?1 AND ?2 LIMIT 1");
    Ok(connection.prepare_cached(&sql)?.query_row([least, greatest], read).optional()?)
}

fn set(connection: &Connection, columns: &str, id: &DocumentId) -> Result<()> {
    let sql = format!("UPDATE documents SET {columns} WHERE hash = ?1");
    connection.prepare_cached(&sql)?.execute([id.as_bytes()])?;
    Ok(())
}

fn append(connection: &Connection, id: &DocumentId, have: u64, bytes: &[u8]) -> Result<()> {
    let mut insert = connection
        .prepare_cached("INSERT INTO document_slices (document, start, bytes) VALUES (?1, ?2, ?3)")?;
    let mut have = have;
    for slice in bytes.chunks(SLICE_BYTES) {
        insert.execute((id.as_bytes(), have, slice))?;
        have += slice.len() as u64;
    }
    connection
        .prepare_cached("UPDATE documents SET have = ?2 WHERE hash = ?1")?
        .execute((id.as_bytes(), have))?;
    Ok(())
}

/// At most `most` bytes from there on, as far as they are here; empty at the end.
pub(crate) fn slice(connection: &Connection, id: &DocumentId, offset: u64, most: usize) -> Result<Vec<u8>> {
    let mut taken = Vec::new();
    for_each_slice(connection, id, offset, |start, bytes| {
        let passed = usize::try_from(offset.saturating_sub(start)).unwrap_or(usize::MAX);
        let bytes = bytes.get(passed..).unwrap_or_default();
        let room = most - taken.len();
        taken.extend_from_slice(&bytes[..bytes.len().min(room)]);
        taken.len() < most
    })?;
    Ok(taken)
}

/// Walks the pieces from the one that holds `offset`, until `each` has enough.
fn for_each_slice(
    connection: &Connection,
    id: &DocumentId,
    offset: u64,
    mut each: impl FnMut(u64, &[u8]) -> bool,
) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT start, bytes FROM document_slices WHERE document = ?1 AND start >= coalesce(
             (SELECT max(start) FROM document_slices WHERE document = ?1 AND start <= ?2), 0)
         ORDER BY start",
    )?;
    let mut rows = statement.query((id.as_bytes(), offset))?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        if !each(row.get(0)?, bytes) {
            break;
        }
    }
    Ok(())
}

/// The hash of what is here.
pub(crate) fn content_hash(connection: &Connection, id: &DocumentId) -> Result<DocumentId> {
    let mut hasher = blake3::Hasher::new();
    for_each_slice(connection, id, 0, |_, bytes| {
        hasher.update(bytes);
        true
    })?;
    Ok(DocumentId::from_bytes(*hasher.finalize().as_bytes()))
}

fn forget_content(connection: &Connection, id: &DocumentId) -> Result<()> {
    connection.execute("DELETE FROM document_slices WHERE document = ?1", [id.as_bytes()])?;
    // Nobody is to fetch the same damage for ever: whoever wants to have it asks again.
    set(connection, "have = 0, asked = 0", id)
}

/// What is wrong with the contents: each has its pieces without a gap, and is what its hash says once it is whole.
pub(crate) fn problems(connection: &Connection) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for document in list(connection, "1")? {
        let mut hasher = blake3::Hasher::new();
        let (mut end, mut gap) = (0, false);
        for_each_slice(connection, &document.id, 0, |start, bytes| {
            gap |= start != end;
            end = start + bytes.len() as u64;
            hasher.update(bytes);
            true
        })?;
        let place = format!("document {}", document.id);
        if gap || end != document.have {
            wrong.push(format!("{place}: a part of it is missing"));
        } else if document.is_whole() && hasher.finalize().as_bytes() != document.id.as_bytes() {
            wrong.push(format!("{place}: its content has changed"));
        } else if document.have > document.size || document.acknowledged > document.size {
            wrong.push(format!("{place}: more is said to be there than it has"));
        }
    }
    Ok(wrong)
}
