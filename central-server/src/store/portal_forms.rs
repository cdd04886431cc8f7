//! The tables `portal_forms`, `portal_files` and `portal_file_slices`: what somebody is filling in on the portal, and the
//! documents that wait for it to be sent.

use ::complaints::{ComplaintId, DocumentId, OfficeCode};
use sync_protocol::SLICE_BYTES;

use super::portal_drafts::DraftHash;
use super::{Row, Session, Value};
use crate::error::CentreError;
use crate::portal::{FormId, KeptFile};

/// A form.
#[derive(Debug, Clone)]
pub(crate) struct FormRow {
    /// The fields, as JSON.
    pub(crate) typed: String,
    /// What came of it.
    pub(crate) complaint: Option<ComplaintId>,
    /// The saved form that it goes on with.
    pub(crate) draft: Option<DraftHash>,
}

/// Begins one.
pub(crate) async fn add(
    session: &mut Session,
    id: FormId,
    owner: &[u8; 32],
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_forms (id, session, typed, begun_at) VALUES ($1, $2, $3, $4)";
    session
        .execute(sql, vec![id.as_bytes().into(), (*owner).into(), "{}".into(), now_ms.into()])
        .await
        .map(drop)
}

/// The form of that id, if it was begun in that browser.
pub(crate) async fn get(
    session: &mut Session,
    id: FormId,
    owner: &[u8; 32],
) -> Result<Option<FormRow>, CentreError> {
    let sql = "SELECT typed, complaint, draft FROM portal_forms WHERE id = $1 AND session = $2";
    let row = session.query_one(sql, vec![id.as_bytes().into(), (*owner).into()]).await?;
    row.map(|mut row| {
        let typed = row.text()?;
        let complaint = row.maybe_array()?.map(ComplaintId::from_bytes);
        Ok(FormRow { typed, complaint, draft: row.maybe_array()? })
    })
    .transpose()
}

/// The same, which no other transaction changes until this one ends.
pub(crate) async fn lock(
    session: &mut Session,
    id: FormId,
    owner: &[u8; 32],
) -> Result<Option<FormRow>, CentreError> {
    let sql = "UPDATE portal_forms SET begun_at = begun_at WHERE id = $1 AND session = $2";
    session.execute(sql, vec![id.as_bytes().into(), (*owner).into()]).await?;
    get(session, id, owner).await
}

/// Keeps what was typed.
pub(crate) async fn set_typed(session: &mut Session, id: FormId, typed: &str) -> Result<(), CentreError> {
    let sql = "UPDATE portal_forms SET typed = $1 WHERE id = $2";
    session.execute(sql, vec![typed.into(), id.as_bytes().into()]).await.map(drop)
}

/// Writes down what came of it. What was typed stands in the complaint and is kept here no longer.
pub(crate) async fn set_complaint(
    session: &mut Session,
    id: FormId,
    complaint: ComplaintId,
) -> Result<(), CentreError> {
    let sql = "UPDATE portal_forms SET complaint = $1, typed = $2 WHERE id = $3";
    let values = vec![(*complaint.as_bytes()).into(), "{}".into(), id.as_bytes().into()];
    session.execute(sql, values).await?;
    let sql = "DELETE FROM portal_files WHERE form = $1";
    session.execute(sql, vec![id.as_bytes().into()]).await.map(drop)
}

/// Writes down with which saved form it goes on.
pub(crate) async fn set_draft(
    session: &mut Session,
    id: FormId,
    draft: &DraftHash,
) -> Result<(), CentreError> {
    let sql = "UPDATE portal_forms SET draft = $1 WHERE id = $2";
    session.execute(sql, vec![(*draft).into(), id.as_bytes().into()]).await.map(drop)
}

/// Forgets a form with its documents.
pub(crate) async fn remove(session: &mut Session, id: FormId) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_forms WHERE id = $1";
    session.execute(sql, vec![id.as_bytes().into()]).await.map(drop)
}

/// The documents that wait for a form, in the order in which they were added.
pub(crate) async fn files(session: &mut Session, form: FormId) -> Result<Vec<KeptFile>, CentreError> {
    let sql = "SELECT hash, name, media_type, size, width, height FROM portal_files WHERE form = $1
               ORDER BY place, hash";
    let rows = session.query(sql, vec![form.as_bytes().into()]).await?;
    rows.into_iter().map(file).collect()
}

fn file(mut row: Row) -> Result<KeptFile, CentreError> {
    Ok(KeptFile {
        id: DocumentId::from_bytes(row.array()?),
        name: row.text()?,
        media_type: row.text()?,
        size: row.number()?,
        pixels: match (row.maybe_number()?, row.maybe_number()?) {
            (Some(width), Some(height)) => Some((width, height)),
            _ => None,
        },
    })
}

/// Keeps a document for a form. The same content is not kept twice.
pub(crate) async fn add_file(
    session: &mut Session,
    form: FormId,
    place: usize,
    file: &KeptFile,
    content: &[u8],
) -> Result<(), CentreError> {
    if !add_file_row(session, form, place, file).await? {
        return Ok(());
    }
    let slices = content.chunks(SLICE_BYTES).enumerate();
    let slices = slices.map(|(slice, bytes)| ((slice * SLICE_BYTES) as u64, bytes.to_vec()));
    add_slices(session, form, &file.id, slices.collect()).await
}

/// Announces a document for a form, whose content follows in slices; `false`: it is there already.
pub(crate) async fn add_file_row(
    session: &mut Session,
    form: FormId,
    place: usize,
    file: &KeptFile,
) -> Result<bool, CentreError> {
    let sql = "INSERT INTO portal_files (form, hash, place, name, media_type, size, width, height)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (form, hash) DO NOTHING";
    let values = vec![
        form.as_bytes().into(),
        (*file.id.as_bytes()).into(),
        (place as u64).into(),
        file.name.as_str().into(),
        file.media_type.as_str().into(),
        file.size.into(),
        file.pixels.map(|(width, _)| width).into(),
        file.pixels.map(|(_, height)| height).into(),
    ];
    Ok(session.execute(sql, values).await? == 1)
}

/// Adds slices of a document's content: where each begins, and its bytes.
pub(crate) async fn add_slices(
    session: &mut Session,
    form: FormId,
    id: &DocumentId,
    slices: Vec<(u64, Vec<u8>)>,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO portal_file_slices (form, hash, start, bytes) VALUES ($1, $2, $3, $4)";
    let values = |(start, bytes): (u64, Vec<u8>)| -> Vec<Value> {
        vec![form.as_bytes().into(), (*id.as_bytes()).into(), start.into(), bytes.into()]
    };
    session.execute_each(sql, slices.into_iter().map(values).collect()).await.map(drop)
}

/// Some slices of a document's content, from that byte on.
pub(crate) async fn slices(
    session: &mut Session,
    form: FormId,
    id: &DocumentId,
    from: u64,
    many: u32,
) -> Result<Vec<Vec<u8>>, CentreError> {
    let sql = format!(
        "SELECT bytes FROM portal_file_slices WHERE form = $1 AND hash = $2 AND start >= $3
         ORDER BY start LIMIT {many}"
    );
    let rows =
        session.query(&sql, vec![form.as_bytes().into(), (*id.as_bytes()).into(), from.into()]).await?;
    rows.into_iter().map(|mut row| row.bytes()).collect()
}

/// Takes a document out of a form.
pub(crate) async fn remove_file(
    session: &mut Session,
    form: FormId,
    id: &DocumentId,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM portal_files WHERE form = $1 AND hash = $2";
    session.execute(sql, vec![form.as_bytes().into(), (*id.as_bytes()).into()]).await.map(drop)
}

/// Gives a document of an office the content that waited for a form. The document's row is there and without content.
pub(crate) async fn hand_on(
    session: &mut Session,
    form: FormId,
    id: &DocumentId,
    office: OfficeCode,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO document_slices (office, hash, start, bytes)
               SELECT $1, hash, start, bytes FROM portal_file_slices WHERE form = $2 AND hash = $3";
    let values = vec![office.number().into(), form.as_bytes().into(), (*id.as_bytes()).into()];
    session.execute(sql, values).await.map(drop)
}
