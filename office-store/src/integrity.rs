//! Checks everything that can be checked without the centre: the file, the chains, the signed head, the fold.

mod derived;
mod rows;

use std::collections::BTreeMap;

use rusqlite::Connection;

use complaints::{Complaint, ComplaintId, Operation, People, Refusal, Verdict, fold_digest};
use sync_protocol::{ChainHead, DeviceId, FeedEntry, FeedHead, Hash, OperationEntry, Sequence};

use crate::error::StoreError;
use crate::feed::{self, FeedRow};
use crate::identity::Identity;
use crate::writing::read_verdict;
use crate::{clerks, complaint_rows, devices, documents, fixed, identity, log, snapshots, witness};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Complaints in the confirmed state.
    pub complaints: u64,
    /// Operations in the store.
    pub operations: u64,
    /// Entries of the feed.
    pub entries: u64,
    /// Daily roots that this computer has witnessed.
    pub roots: u64,
    /// The entries up to which this store was filled from snapshots; it has them like those that it has read.
    pub snapshots: Vec<u64>,
    /// The feed's head.
    pub head: FeedHead,
    /// Digest over all confirmed states: equal to the centre's when nothing is on its way.
    pub fold: [u8; 32],
    /// What is wrong, each with its place; empty when all is well.
    pub problems: Vec<String>,
}

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) fn verify(connection: &Connection) -> Result<Verified> {
    check_single_rows(connection)?;
    let identity = identity::get(connection)?;
    let mut problems = check_file(connection)?;
    let operations = check_operations(connection, &identity, &mut problems)?;
    let (head, entries) = check_feed(connection, &identity, &mut problems)?;
    snapshots::check(connection, &identity, &mut problems)?;
    let roots = witness::check(connection, &identity, &mut problems)?;
    let (complaints, fold) = check_fold(connection, &mut problems)?;
    problems.extend(documents::problems(connection)?);
    derived::check(connection, &identity, &mut problems)?;
    let snapshots = snapshots::taken(connection)?;
    Ok(Verified { complaints, operations, entries, roots, snapshots, head, fold, problems })
}

/// What is wrong with the logs, the feed and the roots; the file and the states are not looked at.
pub(crate) fn check_chains(connection: &Connection) -> Result<Vec<String>> {
    let identity = identity::get(connection)?;
    let mut problems = Vec::new();
    check_operations(connection, &identity, &mut problems)?;
    check_feed(connection, &identity, &mut problems)?;
    witness::check(connection, &identity, &mut problems)?;
    Ok(problems)
}

/// What there is one of: without it nothing else can be checked.
fn check_single_rows(connection: &Connection) -> Result<()> {
    for (table, name) in [("identity", "identity"), ("own_log", "own log"), ("feed_head", "feed")] {
        let rows: u32 =
            connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?;
        if rows != 1 {
            return Err(StoreError::Inconsistent(format!("{name}: its row is missing")));
        }
    }
    Ok(())
}

fn check_file(connection: &Connection) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for pragma in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"] {
        let mut statement = connection.prepare(pragma)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        for row in rows {
            let row = row?;
            if row != "ok" {
                problems.push(format!("file: {row}"));
            }
        }
    }
    Ok(problems)
}

/// Every operation's id follows from its payload, and the own log is one unbroken chain up to its head.
fn check_operations(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<u64> {
    let known: BTreeMap<DeviceId, _> =
        devices::all(connection)?.into_iter().map(|device| (device.device, device.salts)).collect();
    let mut statement = connection
        .prepare("SELECT device, sequence, before, id, payload FROM operations ORDER BY device, sequence")?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    let mut own = ChainHead::beginning(&identity.key);
    while let Some(row) = rows.next()? {
        count += 1;
        let (device, sequence) = (DeviceId(row.get(0)?), Sequence(row.get(1)?));
        let (before, id) = (Hash(fixed(row.get(2)?)?), Hash(fixed(row.get(3)?)?));
        let place = format!("operation {sequence} of device {device}");
        let Some(salts) = known.get(&device) else {
            problems.push(format!("{place}: the device is unknown"));
            continue;
        };
        let previous = ChainHead { sequence: Sequence(sequence.0.saturating_sub(1)), hash: before };
        if previous.then(device, salts, row.get(4)?).id != id {
            problems.push(format!("{place}: its content does not fit its id"));
        }
        if device == identity.device {
            if previous.sequence > own.sequence {
                problems.push(missing(device, own.sequence.next()));
            } else if (own.sequence, own.hash) != (previous.sequence, before) {
                problems.push(format!("{place}: the own log is broken before it"));
            }
            own = ChainHead { sequence, hash: id };
        }
    }
    let head = log::own(connection)?.head;
    if own != head {
        problems.push(format!("own log: it ends at {} and not where its head says", own.sequence));
    }
    if head.sequence > own.sequence {
        problems.push(missing(identity.device, own.sequence.next()));
    }
    Ok(count)
}

fn missing(device: DeviceId, sequence: Sequence) -> String {
    format!("operation {sequence} of device {device}: it is missing")
}

/// The feed is one unbroken chain up to its head, and the centre has signed that head.
fn check_feed(
    connection: &Connection,
    identity: &Identity,
    problems: &mut Vec<String>,
) -> Result<(FeedHead, u64)> {
    let office = identity.feed();
    let mut head = FeedHead::beginning(&identity.centre, office);
    let mut entries = 0;
    let mut broken = false;
    feed::for_each(connection, |row| {
        entries += 1;
        let entry = stored_entry(connection, &row)?;
        let next = entry.map(|entry| head.after_entry(office, &entry, row.operation.as_ref()));
        match next {
            Some(next) if next.number == row.number && next.hash == row.hash => head = next,
            _ if broken => {}
            _ if row.number > head.number + 1 => {
                problems.push(format!("feed: entry {} is missing", head.number + 1));
                broken = true;
            }
            _ => {
                problems.push(format!("feed: entry {} does not follow from the one before it", row.number));
                broken = true;
            }
        }
        Ok(())
    })?;
    let stored = feed::head(connection)?;
    if !broken && stored != head {
        problems.push(format!("feed: it ends at {} and its head says {}", head.number, stored.number));
    }
    match feed::signed_head(connection)? {
        None if stored.number > 0 => problems.push("feed: no signature of the centre".to_owned()),
        None => {}
        Some(signed) if signed.open(office, &identity.centre) == Ok(stored) => {}
        Some(_) => problems.push("feed: the centre's signature does not fit its head".to_owned()),
    }
    Ok((stored, entries))
}

fn stored_entry(connection: &Connection, row: &FeedRow) -> Result<Option<FeedEntry>> {
    if let Some(body) = &row.body {
        return Ok(minicbor::decode(body).ok());
    }
    let Some(id) = row.operation else { return Ok(None) };
    let Some((device, sequence, verdict)) = stored_verdict(connection, &id)? else { return Ok(None) };
    let entry = OperationEntry { device, sequence, verdict, payload: None, before: None };
    Ok(Some(FeedEntry::Operation(entry)))
}

fn stored_verdict(connection: &Connection, id: &Hash) -> Result<Option<(DeviceId, Sequence, Vec<u8>)>> {
    use rusqlite::OptionalExtension;
    let found = connection
        .prepare_cached(
            "SELECT device, sequence, verdict FROM operations WHERE id = ?1 AND verdict IS NOT NULL",
        )?
        .query_row([id.0], |row| Ok((DeviceId(row.get(0)?), Sequence(row.get(1)?), row.get(2)?)))
        .optional()?;
    Ok(found)
}

/// Folding the feed anew gives the very states that are stored.
fn check_fold(connection: &Connection, problems: &mut Vec<String>) -> Result<(u64, [u8; 32])> {
    let (mut folded, people) = fold_anew(connection, problems)?;
    let office = identity::get(connection)?.office;
    let mut stored = Vec::new();
    let mut given_away = Vec::new();
    complaint_rows::for_each_confirmed(connection, |id, state| {
        match folded.remove(&id) {
            Some(complaint) if complaint.to_bytes() == state => {
                if complaint.office != office {
                    given_away.push(id);
                }
            }
            Some(complaint) => {
                problems.push(format!(
                    "complaint {}: its state is not the fold of its operations",
                    complaint.register.reference
                ));
            }
            None => problems.push(format!("complaint {id}: the feed does not know it")),
        }
        stored.push((id, state));
        Ok(())
    })?;
    problems.extend(
        folded
            .values()
            .map(|missing| format!("complaint {}: its state is missing", missing.register.reference)),
    );
    let kept = clerks::accounts(connection)?;
    // What an account amounts to with what still waits is looked at with everything else that is derived.
    if people.iter().any(|(id, _)| !kept.iter().any(|(known, _)| known == id)) {
        problems.push("people: an account of the feed is missing".to_owned());
    }
    let disabled = clerks::disabled(connection)?;
    if people.disabled().any(|id| !disabled.contains(id)) {
        problems.push("people: a clerk who may do nothing any more is not marked so".to_owned());
    }
    // What this office has handed over stays as it was then, and is no part of what both ends hold.
    stored.retain(|(id, _)| given_away.binary_search(id).is_err());
    let fold = fold_digest(stored.iter().map(|(id, state)| (*id, state.as_slice())), &people.to_bytes());
    Ok((stored.len() as u64, fold))
}

/// The digest over the confirmed states as they are stored, without folding them anew.
pub(crate) fn stored_fold(connection: &Connection) -> Result<[u8; 32]> {
    let mut stored = Vec::new();
    complaint_rows::for_each_confirmed(connection, |id, state| {
        stored.push((id, state));
        Ok(())
    })?;
    let mut people = People::default();
    let mut statement = connection.prepare(
        "SELECT payload, verdict FROM operations
         WHERE complaint IS NULL AND feed_number IS NOT NULL AND verdict IS NOT NULL ORDER BY feed_number",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (payload, verdict): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let operation = Operation::from_bytes(&payload).ok().filter(|operation| operation.subject.is_none());
        if let Some(operation) = operation.filter(|_| read_verdict(&verdict) == Verdict::Accepted) {
            people.apply(&operation);
        }
    }
    Ok(fold_digest(stored.iter().map(|(id, state)| (*id, state.as_slice())), &people.to_bytes()))
}

fn fold_anew(
    connection: &Connection,
    problems: &mut Vec<String>,
) -> Result<(BTreeMap<ComplaintId, Complaint>, People)> {
    let mut statement = connection.prepare(
        "SELECT payload, verdict, feed_number FROM operations
         WHERE feed_number IS NOT NULL AND verdict IS NOT NULL ORDER BY feed_number",
    )?;
    let mut rows = statement.query([])?;
    let mut states: BTreeMap<ComplaintId, Complaint> = BTreeMap::new();
    let mut people = People::default();
    while let Some(row) = rows.next()? {
        let (payload, verdict): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let verdict = read_verdict(&verdict);
        let Ok(operation) = Operation::from_bytes(&payload) else { continue };
        let Some(id) = operation.subject else {
            if verdict == Verdict::Accepted {
                people.apply(&operation);
            }
            continue;
        };
        let before = states.remove(&id);
        if before.is_none() && Refusal::of(&verdict).is_some() {
            continue;
        }
        match Complaint::apply(before.clone(), &operation, verdict) {
            Ok(complaint) => drop(states.insert(id, complaint)),
            Err(error) => {
                problems.push(format!("feed: entry {}: {error}", row.get::<_, u64>(2)?));
                states.extend(before.map(|before| (id, before)));
            }
        }
    }
    Ok((states, people))
}
