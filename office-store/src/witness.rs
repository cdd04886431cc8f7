//! Table `witness`: the daily roots that the feed brought, each checked when it came and again by every check of the
//! store. A root that does not fit stops nothing: it is kept with the reason, told as trouble until an administrator
//! has seen it, and shown by every check for ever. What a root is stands in `sync_protocol`.

use rusqlite::{Connection, OptionalExtension};

use complaints::Moment;
use sync_protocol::{FeedEntry, FeedHead, Hash, SignedRoot, TreeRoot, Witness, WitnessFault};

use crate::error::StoreError;
use crate::identity::Identity;
use crate::{feed, fixed, identity};

type Result<T> = std::result::Result<T, StoreError>;

/// A root as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenRoot {
    /// The entry that brought it.
    pub number: u64,
    /// The root; none when it could not be read or the centre had not signed it.
    pub root: Option<TreeRoot>,
    /// Why it was not believed, in words.
    pub problem: Option<String>,
    /// Whether an administrator has said that the problem is known.
    pub seen: bool,
}

impl TakenRoot {
    /// The day of the root: `2026-11-24`; none when it could not be read.
    pub fn day(&self) -> Option<String> {
        self.root.as_ref().map(day)
    }

    /// Where it stands, in words.
    pub fn place(&self) -> String {
        match &self.root {
            Some(root) => {
                format!("witness: root of {} over {} leaves, entry {}", day(root), root.size, self.number)
            }
            None => format!("witness: entry {}", self.number),
        }
    }
}

/// The day of a root as people write it: `2026-11-24`.
pub(crate) fn day(root: &TreeRoot) -> String {
    Moment { unix_ms: i64::from(root.day) * 86_400_000, offset_min: 0 }.date().to_string()
}

/// Takes an entry that brings a root. The entries before it are stored already.
pub(crate) fn take(connection: &Connection, entry: &FeedEntry, number: u64) -> Result<()> {
    let Some(witness) = Witness::of(entry) else { return Ok(()) };
    let identity = identity::get(connection)?;
    let head = FeedHead { number: number - 1, ..feed::head(connection)? };
    let head = FeedHead { hash: hash_before(connection, &identity, number)?, ..head };
    let before = last_believed(connection, &identity)?;
    let signed = witness.as_ref().map_or_else(|_| Vec::new(), |witness| witness.root.as_bytes().to_vec());
    let checked =
        witness.and_then(|witness| witness.check(identity.feed(), &head, before.as_ref(), &identity.centre));
    let problem = checked.err().map(|fault| words(fault, before.as_ref()));
    connection
        .prepare_cached("INSERT INTO witness (number, signed, problem, seen) VALUES (?1, ?2, ?3, 0)")?
        .execute((number, signed, problem))?;
    Ok(())
}

fn words(fault: WitnessFault, before: Option<&TreeRoot>) -> String {
    match (fault, before) {
        (WitnessFault::Inconsistent, Some(before)) => format!(
            "it does not continue the root of {} over {} leaves: what was witnessed until then has been changed",
            day(before),
            before.size
        ),
        (fault, _) => fault.to_string(),
    }
}

/// All roots, in the order in which they came.
pub(crate) fn all(connection: &Connection) -> Result<Vec<TakenRoot>> {
    let centre = identity::get(connection)?.centre;
    let mut statement =
        connection.prepare("SELECT number, signed, problem, seen FROM witness ORDER BY row")?;
    let rows = statement.query_map([], |row| {
        let signed = SignedRoot::from_bytes(row.get(1)?);
        Ok(TakenRoot {
            number: row.get(0)?,
            root: signed.open(&centre).ok(),
            problem: row.get(2)?,
            seen: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many roots were not believed and nobody has said to know of.
pub(crate) fn unseen_problems(connection: &Connection) -> Result<u32> {
    let sql = "SELECT count(*) FROM witness WHERE problem IS NOT NULL AND seen = 0";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// An administrator knows of all problems so far.
pub(crate) fn set_seen(connection: &Connection) -> Result<()> {
    connection.execute("UPDATE witness SET seen = 1", [])?;
    Ok(())
}

/// Checks all roots once more: those that were not believed are told again, and what the feed says must be what
/// was taken. Says how many roots there are.
pub(crate) fn check(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<u64> {
    let taken = all(connection)?;
    for root in &taken {
        let what = match (&root.problem, &root.root) {
            (Some(problem), _) => problem.as_str(),
            (None, None) => "the centre’s signature does not fit it",
            (None, Some(_)) => continue,
        };
        problems.push(format!("{}: {what}", root.place()));
    }
    let mut before: Option<TreeRoot> = None;
    let mut last: Option<usize> = None;
    let mut held = vec![false; taken.len()];
    let mut hash = FeedHead::beginning(&identity.centre, identity.feed()).hash;
    let stored = feed::head(connection)?;
    // Of a feed that was cut back the last root of each number counts; what it no longer holds is told below.
    feed::for_each(connection, |row| {
        let head = FeedHead { number: row.number.saturating_sub(1), hash, ..stored };
        hash = row.hash;
        let entry = row.body.as_deref().and_then(|body| minicbor::decode::<FeedEntry>(body).ok());
        let Some(witness) = entry.as_ref().and_then(Witness::of) else { return Ok(()) };
        let at = taken.iter().rposition(|root| root.number == row.number);
        let kept = at.map(|at| &taken[at]);
        let place = kept.map_or_else(|| format!("witness: entry {}", row.number), TakenRoot::place);
        let checked = witness
            .and_then(|witness| witness.check(identity.feed(), &head, before.as_ref(), &identity.centre));
        match (checked, kept) {
            (Err(fault), Some(TakenRoot { problem: None, .. })) => {
                problems.push(format!("{place}: {}", words(fault, before.as_ref())));
            }
            (Ok(root), Some(kept)) if kept.root != Some(root) => {
                problems.push(format!("{place}: what was taken is not what the feed says"));
            }
            (_, None) => problems.push(format!("{place}: the root that came with it is missing")),
            _ => {}
        }
        if at.is_some() && at < last {
            problems.push(format!("{place}: it does not stand in the order in which it came"));
        }
        last = at.or(last);
        if let Some(at) = at {
            held[at] = true;
        }
        before = checked.ok().or(kept.and_then(|kept| kept.root)).or(before);
        Ok(())
    })?;
    let lost = taken.iter().zip(held).filter(|(root, held)| !held && root.problem.is_none());
    problems.extend(lost.map(|(root, _)| format!("{}: the feed no longer holds it", root.place())));
    Ok(taken.len() as u64)
}

/// The last root that the centre has signed, believed or not: whatever comes next must continue it.
fn last_believed(connection: &Connection, identity: &Identity) -> Result<Option<TreeRoot>> {
    let signed: Option<Vec<u8>> = connection
        .prepare_cached("SELECT signed FROM witness WHERE length(signed) > 0 ORDER BY row DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(signed.and_then(|signed| SignedRoot::from_bytes(signed).open(&identity.centre).ok()))
}

/// The feed's hash right before an entry.
fn hash_before(connection: &Connection, identity: &Identity, number: u64) -> Result<Hash> {
    if number <= 1 {
        return Ok(FeedHead::beginning(&identity.centre, identity.feed()).hash);
    }
    let hash = connection
        .prepare_cached("SELECT hash FROM feed WHERE number = ?1")?
        .query_row([number - 1], |row| fixed(row.get(0)?))
        .optional()?;
    hash.map(Hash)
        .ok_or_else(|| StoreError::Inconsistent(format!("entry {} of the feed is missing", number - 1)))
}
