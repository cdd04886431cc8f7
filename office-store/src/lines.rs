//! Tables `lines` and `unlined`: what lists and the search for people show of a complaint. It follows from the state and is
//! written with it; whoever needs the story reads the state.

use minicbor::{Decode, Encode};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

use complaints::{Citizen, Complaint, ComplaintId, Discretion, Moment, days_since_1970};

use crate::complaint_rows::Mark;
use crate::error::StoreError;
use crate::{Result, Store};

/// How many complaints of an older store get their line in one transaction.
const TOGETHER: u32 = 2000;

/// A complaint in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComplaintLine {
    /// Its id.
    pub id: ComplaintId,
    /// As people read it.
    pub reference: String,
    /// The word of its kind.
    pub kind: String,
    /// The word of its status.
    pub status: String,
    /// Code of its category.
    pub category: String,
    /// Code of the institution that holds it.
    pub institution: String,
    /// Its few words.
    pub subject: String,
    /// Who complains.
    pub citizen: Citizen,
    /// The citizen's language.
    pub language: String,
    /// What the citizen asked for.
    pub discretion: Option<Discretion>,
    /// When it came in.
    pub recorded_at: Moment,
    /// When something last happened.
    pub changed_at: Moment,
    /// The day that was promised, in days since 1970-01-01, while the clock runs.
    pub due_on: Option<i32>,
    /// The clock stood at least once: how the deadline stands follows from the story alone.
    pub has_stood: bool,
    /// How many of its operations wait.
    pub waiting: u32,
    /// How many of its operations, made here, were not accepted.
    pub refused: u32,
    /// Something came in that nobody has looked at.
    pub news: bool,
}

impl ComplaintLine {
    /// Its mark.
    pub fn mark(&self) -> Mark {
        Mark::of(self.refused, self.waiting)
    }
}

/// What the column `line` holds.
#[derive(Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct Kept {
    #[n(0)]
    id: ComplaintId,
    #[n(1)]
    reference: String,
    #[n(2)]
    kind: String,
    #[n(3)]
    status: String,
    #[n(4)]
    category: String,
    #[n(5)]
    institution: String,
    #[n(6)]
    subject: String,
    #[n(7)]
    citizen: Citizen,
    #[n(8)]
    language: String,
    #[n(9)]
    discretion: Option<Discretion>,
    #[n(10)]
    recorded_at: Moment,
    #[n(11)]
    changed_at: Moment,
    /// Days since 1970.
    #[n(12)]
    due_on: Option<i32>,
    #[n(13)]
    has_stood: bool,
}

impl Kept {
    fn of(shown: &Complaint) -> Self {
        let register = &shown.register;
        Self {
            id: shown.id,
            reference: register.reference.to_string(),
            kind: register.kind.word().to_owned(),
            status: shown.status.word().to_owned(),
            category: register.category.clone(),
            institution: shown.institution.clone(),
            subject: register.subject.clone(),
            citizen: register.citizen.clone(),
            language: register.language.clone(),
            discretion: register.discretion,
            recorded_at: shown.recorded_at(),
            changed_at: shown.changed_at(),
            due_on: shown.due_on().map(days_since_1970),
            has_stood: !shown.stops().is_empty(),
        }
    }

    fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes every byte")
    }

    fn with(self, waiting: u32, refused: u32, news: bool) -> ComplaintLine {
        ComplaintLine {
            id: self.id,
            reference: self.reference,
            kind: self.kind,
            status: self.status,
            category: self.category,
            institution: self.institution,
            subject: self.subject,
            citizen: self.citizen,
            language: self.language,
            discretion: self.discretion,
            recorded_at: self.recorded_at,
            changed_at: self.changed_at,
            due_on: self.due_on,
            has_stood: self.has_stood,
            waiting,
            refused,
            news,
        }
    }
}

impl Store {
    /// What the citizens said in these complaints, in that order; empty where one is not here.
    ///
    /// # Errors
    /// When the store fails.
    pub fn texts(&self, ids: &[ComplaintId]) -> Result<Vec<String>> {
        let connection = self.reader();
        let mut statement =
            connection.prepare_cached("SELECT coalesce(shown, confirmed) FROM complaints WHERE id = ?1")?;
        let mut texts = Vec::new();
        for id in ids {
            let read = |row: &Row<'_>| Ok(row.get_ref(0)?.as_blob().ok().and_then(Complaint::text_in));
            texts.push(statement.query_row([id.as_bytes()], read).optional()?.flatten().unwrap_or_default());
        }
        Ok(texts)
    }
}

/// Writes the line of a complaint whose row has just been written.
pub(crate) fn put(connection: &Connection, row: i64, shown: &Complaint) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO lines (complaint, waiting, refused, news, line)
             SELECT row, waiting, refused, news_number IS NOT NULL, ?2 FROM complaints WHERE row = ?1
             ON CONFLICT (complaint) DO UPDATE SET waiting = excluded.waiting, refused = excluded.refused,
                 news = excluded.news, line = excluded.line",
        )?
        .execute((row, Kept::of(shown).to_bytes()))?;
    Ok(())
}

/// The marks of a complaint's row have changed, and its state has not.
pub(crate) fn mark(connection: &Connection, id: ComplaintId) -> Result<()> {
    connection
        .prepare_cached(
            "UPDATE lines SET waiting = complaints.waiting, refused = complaints.refused,
                 news = complaints.news_number IS NOT NULL
             FROM complaints WHERE complaints.id = ?1 AND lines.complaint = complaints.row",
        )?
        .execute([id.as_bytes()])?;
    Ok(())
}

/// The lines of these rows, in that order.
pub(crate) fn by_rows(connection: &Connection, rows: &[i64]) -> Result<Vec<ComplaintLine>> {
    let mut statement =
        connection.prepare_cached("SELECT waiting, refused, news, line FROM lines WHERE complaint = ?1")?;
    let mut lines = Vec::with_capacity(rows.len());
    for number in rows {
        let read = |row: &Row<'_>| {
            let kept = row.get_ref(3)?.as_blob().ok().and_then(|bytes| minicbor::decode::<Kept>(bytes).ok());
            Ok(kept.map(|kept| (kept, row.get(0), row.get(1), row.get(2))))
        };
        let unreadable = || StoreError::Inconsistent(format!("complaint {number} has no line for lists"));
        let (kept, waiting, refused, news) =
            statement.query_row([number], read).optional()?.flatten().ok_or_else(unreadable)?;
        lines.push(kept.with(waiting?, refused?, news?));
    }
    Ok(lines)
}

/// Gives the complaints of a store of an earlier version their lines. What stops halfway goes on next time.
pub(crate) fn catch_up(connection: &mut Connection) -> Result<()> {
    loop {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let found = transaction
            .prepare(
                "SELECT row, coalesce(shown, confirmed) FROM unlined
                 JOIN complaints ON complaints.row = unlined.complaint ORDER BY row LIMIT ?1",
            )?
            .query_map([TOGETHER], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(i64, Vec<u8>)>>>()?;
        if found.is_empty() {
            return Ok(());
        }
        for (row, state) in found {
            // A state that cannot be read is told by the check of the store.
            if let Ok(complaint) = Complaint::from_bytes(&state) {
                put(&transaction, row, &complaint)?;
            }
            transaction.prepare_cached("DELETE FROM unlined WHERE complaint = ?1")?.execute([row])?;
        }
        transaction.commit()?;
    }
}

/// Whether the line of a row says what its state and its row say.
pub(crate) fn says_rightly(connection: &Connection, row: i64, shown: &Complaint) -> Result<bool> {
    let told = connection
        .prepare_cached(
            "SELECT line, lines.waiting = complaints.waiting AND lines.refused = complaints.refused
                 AND lines.news = (news_number IS NOT NULL)
             FROM lines JOIN complaints ON row = complaint WHERE complaint = ?1",
        )?
        .query_row([row], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, bool>(1)?)))
        .optional()?;
    Ok(told.is_some_and(|(line, marks)| marks && line == Kept::of(shown).to_bytes()))
}
