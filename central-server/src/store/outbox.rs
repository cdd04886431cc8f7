//! The table `outbox`: what is to be told to somebody outside, each notice once, until it has left the house or was
//! given up. A row is claimed by whoever sends it; when that process dies, the claim runs out and another one takes it.

use ::complaints::{ComplaintId, StepMark};

use super::{Row, Session};
use crate::error::CentreError;
use crate::notices::{NoticeChannel, NoticeId};

/// A notice as it is queued.
#[derive(Debug, Clone)]
pub(crate) struct OutboxRow {
    pub(crate) id: NoticeId,
    pub(crate) channel: NoticeChannel,
    /// An address, a telephone number, or the id of a subscription.
    pub(crate) recipient: String,
    /// A language tag, or empty.
    pub(crate) language: String,
    /// The word for what it says.
    pub(crate) kind: String,
    pub(crate) subject: String,
    pub(crate) body: String,
    /// What it is about.
    pub(crate) complaint: Option<ComplaintId>,
    /// What the citizen learns by it.
    pub(crate) steps: Vec<StepMark>,
}

/// A notice that this process alone may send until its claim runs out.
#[derive(Debug, Clone)]
pub(crate) struct Claimed {
    pub(crate) row: OutboxRow,
    /// How often it was claimed, this time included: the claim's own mark.
    pub(crate) tries: u32,
    pub(crate) queued_at: i64,
}

/// A notice that never left, as administrators see it.
#[derive(Debug, Clone)]
pub(crate) struct Stuck {
    pub(crate) id: NoticeId,
    pub(crate) channel: NoticeChannel,
    pub(crate) kind: String,
    pub(crate) complaint: Option<ComplaintId>,
    pub(crate) tries: u32,
    pub(crate) queued_at: i64,
    pub(crate) is_given_up: bool,
    pub(crate) trouble: String,
}

const COLUMNS: &str =
    "id, channel, recipient, language, kind, subject, body, complaint, steps, tries, queued_at";

/// Queues a notice; `false`: the same one was queued before.
pub(crate) async fn add(session: &mut Session, row: &OutboxRow, now_ms: i64) -> Result<bool, CentreError> {
    let sql =
        "INSERT INTO outbox (id, channel, recipient, language, kind, subject, body, complaint, steps, state, tries,
             queued_at, next_try_at, claimed_until, trouble)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT (id) DO NOTHING";
    let steps: Vec<u8> = row.steps.iter().flat_map(|mark| *mark.as_bytes()).collect();
    let values = vec![
        row.id.0.into(),
        row.channel.word().into(),
        plain(&row.recipient).into(),
        row.language.as_str().into(),
        row.kind.as_str().into(),
        plain(&row.subject).into(),
        plain(&row.body).into(),
        row.complaint.map(|id| *id.as_bytes()).into(),
        steps.into(),
        "waiting".into(),
        0_i64.into(),
        now_ms.into(),
        now_ms.into(),
        0_i64.into(),
        "".into(),
    ];
    Ok(session.execute(sql, values).await? == 1)
}

/// PostgreSQL holds no NUL in a text.
fn plain(text: &str) -> String {
    text.replace('\0', " ")
}

/// Takes some notices of a channel whose time has come and that nobody else is sending, the oldest first.
pub(crate) async fn claim(
    session: &mut Session,
    channel: NoticeChannel,
    now_ms: i64,
    until_ms: i64,
    most: u32,
) -> Result<Vec<Claimed>, CentreError> {
    // The conditions stand outside once more: whoever waited for the other's lock looks at the row as it is then.
    let sql = format!(
        "UPDATE outbox SET claimed_until = $1, tries = tries + 1
         WHERE state = $2 AND claimed_until <= $3 AND id IN (
             SELECT id FROM outbox
             WHERE state = $2 AND channel = $4 AND next_try_at <= $3 AND claimed_until <= $3
             ORDER BY next_try_at LIMIT $5)
         RETURNING {COLUMNS}"
    );
    let values = vec![until_ms.into(), "waiting".into(), now_ms.into(), channel.word().into(), most.into()];
    let mut claimed =
        session.query(&sql, values).await?.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    claimed.sort_by_key(|claimed| claimed.queued_at);
    Ok(claimed)
}

/// Writes down that a notice has left. One that a citizen learns something by waits until that is written down too.
pub(crate) async fn sent(session: &mut Session, claimed: &Claimed, now_ms: i64) -> Result<(), CentreError> {
    let state = if claimed.row.steps.is_empty() { "done" } else { "sent" };
    let sql = "UPDATE outbox SET state = $1, sent_at = $2, recipient = $3, body = $3, claimed_until = $4, trouble = $3
               WHERE id = $5 AND state = $6";
    let values =
        vec![state.into(), now_ms.into(), "".into(), 0_i64.into(), claimed.row.id.0.into(), "waiting".into()];
    session.execute(sql, values).await.map(drop)
}

/// Lets a notice wait, unless another process has taken it over.
pub(crate) async fn put_off(
    session: &mut Session,
    claimed: &Claimed,
    next_try_ms: i64,
    trouble: &str,
) -> Result<(), CentreError> {
    let sql = "UPDATE outbox SET next_try_at = $1, claimed_until = $2, trouble = $3
               WHERE id = $4 AND tries = $5 AND state = $6";
    let values = vec![
        next_try_ms.into(),
        0_i64.into(),
        trouble.into(),
        claimed.row.id.0.into(),
        claimed.tries.into(),
        "waiting".into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// Gives a notice up: it will never leave. What it said is forgotten. `false`: it waited no more.
pub(crate) async fn give_up(session: &mut Session, id: NoticeId, trouble: &str) -> Result<bool, CentreError> {
    let sql = "UPDATE outbox SET state = $1, recipient = $2, body = $2, claimed_until = $3, trouble = $4
               WHERE id = $5 AND state = $6";
    let values =
        vec!["given_up".into(), "".into(), 0_i64.into(), trouble.into(), id.0.into(), "waiting".into()];
    Ok(session.execute(sql, values).await? == 1)
}

/// Lets a notice leave as soon as somebody sends; `false`: it waits no more.
pub(crate) async fn try_now(session: &mut Session, id: NoticeId, now_ms: i64) -> Result<bool, CentreError> {
    let sql = "UPDATE outbox SET next_try_at = $1 WHERE id = $2 AND state = $3";
    Ok(session.execute(sql, vec![now_ms.into(), id.0.into(), "waiting".into()]).await? == 1)
}

/// Gives up what has waited since before that time without being sent; how many.
pub(crate) async fn give_up_old(
    session: &mut Session,
    queued_before_ms: i64,
    now_ms: i64,
) -> Result<u64, CentreError> {
    let sql = "UPDATE outbox SET state = $1, recipient = $2, body = $2,
                   trouble = CASE WHEN trouble = $2 THEN $3 ELSE trouble END
               WHERE state = $4 AND queued_at <= $5 AND claimed_until <= $6";
    let values = vec![
        "given_up".into(),
        "".into(),
        "nothing was set up to send it with".into(),
        "waiting".into(),
        queued_before_ms.into(),
        now_ms.into(),
    ];
    session.execute(sql, values).await
}

/// The notices that have left and of which the story does not know yet.
pub(crate) async fn untold(session: &mut Session, most: u32) -> Result<Vec<Claimed>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE state = $1 ORDER BY next_try_at LIMIT $2");
    session.query(&sql, vec!["sent".into(), most.into()]).await?.into_iter().map(read).collect()
}

/// Writes down that the story knows of it; `false`: it was written down already.
pub(crate) async fn told(session: &mut Session, id: NoticeId) -> Result<bool, CentreError> {
    let sql = "UPDATE outbox SET state = $1 WHERE id = $2 AND state = $3";
    Ok(session.execute(sql, vec!["done".into(), id.0.into(), "sent".into()]).await? == 1)
}

/// Takes back the notices of a step that nobody is sending yet.
pub(crate) async fn take_back(
    session: &mut Session,
    complaint: ComplaintId,
    step: StepMark,
) -> Result<(), CentreError> {
    let sql = "DELETE FROM outbox WHERE complaint = $1 AND steps = $2 AND state = $3 AND claimed_until = $4";
    let values =
        vec![(*complaint.as_bytes()).into(), (*step.as_bytes()).into(), "waiting".into(), 0_i64.into()];
    session.execute(sql, values).await.map(drop)
}

/// Forgets notices that are about no complaint and were queued before that time: codes and links that are long over.
pub(crate) async fn forget(session: &mut Session, queued_before_ms: i64) -> Result<(), CentreError> {
    let sql = "DELETE FROM outbox WHERE complaint IS NULL AND queued_at <= $1 AND state <> $2";
    session.execute(sql, vec![queued_before_ms.into(), "waiting".into()]).await.map(drop)
}

/// What was given up, and what has been tried in vain, the latest first.
pub(crate) async fn stuck(session: &mut Session, most: u32) -> Result<Vec<Stuck>, CentreError> {
    let sql = "SELECT id, channel, kind, complaint, tries, queued_at, state, trouble FROM outbox
               WHERE state = $1 OR (state = $2 AND trouble <> $3)
               ORDER BY queued_at DESC, id LIMIT $4";
    let values = vec!["given_up".into(), "waiting".into(), "".into(), most.into()];
    let read = |mut row: Row| {
        Ok(Stuck {
            id: NoticeId(row.array()?),
            channel: row.text()?.parse().map_err(CentreError::Damaged)?,
            kind: row.text()?,
            complaint: row.maybe_array()?.map(ComplaintId::from_bytes),
            tries: row.number()?,
            queued_at: row.number()?,
            is_given_up: row.text()? == "given_up",
            trouble: row.text()?,
        })
    };
    session.query(sql, values).await?.into_iter().map(read).collect()
}

/// How many notices wait that were queued before that time.
pub(crate) async fn waiting_since(session: &mut Session, queued_before_ms: i64) -> Result<u64, CentreError> {
    let sql = "SELECT count(*) FROM outbox WHERE state = $1 AND queued_at <= $2";
    let row = session.query_one(sql, vec!["waiting".into(), queued_before_ms.into()]).await?;
    row.map_or(Ok(0), |mut row| row.number())
}

/// How many notices were given up of those that were queued after that time.
pub(crate) async fn given_up_since(session: &mut Session, queued_after_ms: i64) -> Result<u64, CentreError> {
    let sql = "SELECT count(*) FROM outbox WHERE state = $1 AND queued_at > $2";
    let row = session.query_one(sql, vec!["given_up".into(), queued_after_ms.into()]).await?;
    row.map_or(Ok(0), |mut row| row.number())
}

fn read(mut row: Row) -> Result<Claimed, CentreError> {
    let notice = OutboxRow {
        id: NoticeId(row.array()?),
        channel: row.text()?.parse().map_err(CentreError::Damaged)?,
        recipient: row.text()?,
        language: row.text()?,
        kind: row.text()?,
        subject: row.text()?,
        body: row.text()?,
        complaint: row.maybe_array()?.map(ComplaintId::from_bytes),
        steps: marks(&row.bytes()?)?,
    };
    Ok(Claimed { row: notice, tries: row.number()?, queued_at: row.number()? })
}

fn marks(bytes: &[u8]) -> Result<Vec<StepMark>, CentreError> {
    let (whole, rest) = bytes.as_chunks::<8>();
    if !rest.is_empty() {
        return Err(CentreError::Damaged("a notice names half a step".to_owned()));
    }
    Ok(whole.iter().map(|mark| StepMark::from_bytes(*mark)).collect())
}
