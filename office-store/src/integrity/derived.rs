//! What follows from the operations and the feed and is kept beside them to be found fast: columns, devices, people,
//! profiles, the acknowledgement. A changed one would show something that nobody did, so each is derived once more.

use std::collections::BTreeMap;

use rusqlite::Connection;

use complaints::{Body, Clerk, ClerkId, Complaint, Operation};
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, DeviceKey, FeedEntry, FeedHead, Hash, Sequence, SignedHead,
};

use super::{Result, rows};
use crate::devices::KnownDevice;
use crate::identity::Identity;
use crate::{clerks, devices, feed, fixed, identity, listed, log, profiles, restoring, tasks};

/// Checks all of it.
pub(super) fn check(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<()> {
    check_operations(connection, identity, problems)?;
    check_acknowledgement(connection, identity, problems)?;
    check_devices(connection, identity, problems)?;
    check_signatures(connection, identity, problems)?;
    check_people(connection, problems)?;
    profiles::check(connection, problems)?;
    rows::check(connection, problems)?;
    listed::check(connection, problems)
}

/// Operation and entry name each other, each operation is filed under its complaint, and no reference that was
/// issued will be issued again.
fn check_operations(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<()> {
    let mut statement = connection.prepare(
        "SELECT operations.device, operations.sequence, operations.complaint, operations.payload,
             operations.feed_number, operations.verdict IS NULL, feed.number
         FROM operations LEFT JOIN feed ON feed.operation = operations.id
         ORDER BY operations.device, operations.sequence",
    )?;
    let mut rows = statement.query([])?;
    let mut issued = 0;
    while let Some(row) = rows.next()? {
        let (device, sequence) = (DeviceId(row.get(0)?), Sequence(row.get(1)?));
        let place = format!("operation {sequence} of device {device}");
        let payload: Vec<u8> = row.get(3)?;
        let operation = Operation::from_bytes(&payload).ok();
        let subject = operation.as_ref().and_then(|operation| operation.subject);
        if row.get::<_, Option<Vec<u8>>>(2)?.as_deref() != subject.as_ref().map(|id| id.as_bytes().as_slice())
        {
            problems.push(format!("{place}: it is filed under another complaint"));
        }
        let (named, entry): (Option<u64>, Option<u64>) = (row.get(4)?, row.get(6)?);
        if named != entry || row.get::<_, bool>(5)? != entry.is_none() {
            problems.push(format!("{place}: it does not say rightly which entry of the feed brought it"));
        }
        if let Some(Body::Register(register)) = operation.map(|operation| operation.body) {
            let own = device == identity.device && register.reference.device == identity.number;
            issued = if own { register.reference.counter.max(issued) } else { issued };
        }
    }
    let counter: u32 = connection.query_row("SELECT counter FROM identity", [], |row| row.get(0))?;
    if counter < issued {
        problems
            .push(format!("identity: its counter stands at {counter}, and reference {issued} was issued"));
    }
    Ok(())
}

/// What the centre is said to have acknowledged is an operation of the own log.
fn check_acknowledgement(
    connection: &Connection,
    identity: &Identity,
    problems: &mut Vec<String>,
) -> Result<()> {
    let acknowledged = log::own(connection)?.acknowledged;
    let known = match acknowledged.sequence {
        Sequence(0) => Some(ChainHead::beginning(&identity.key)),
        sequence => log::own_head_at(connection, sequence)?,
    };
    if known != Some(acknowledged) {
        let at = acknowledged.sequence;
        problems.push(format!(
            "own log: operation {at}, which the centre has acknowledged, is another or missing"
        ));
    }
    Ok(())
}

/// The list of devices says what the feed says of them, and how far the feed holds their logs.
fn check_devices(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<()> {
    let mut named = named_devices(connection)?;
    let is_cut_back = restoring::is_cut_back(connection)?;
    for device in &devices::all(connection)? {
        let place = format!("device {}", device.device);
        let own = device.device == identity.device;
        let named = named.remove(&device.device);
        let since = named.as_ref().map_or(0, |(number, _)| *number);
        match named {
            Some((_, entry))
                if (entry.number, entry.key, &entry.salts) != (device.number, device.key, &device.salts) =>
            {
                problems.push(format!("{place}: the feed names it otherwise"));
            }
            // A feed that was cut back and not read on since may yet name it again. What this computer was itself it may
            // have been too shortly to read of it: a copy that has begun anew twice, with the line down in between.
            None if !own && !is_cut_back && !tasks::was_this_computer(connection, device.device)? => {
                problems.push(format!("{place}: the feed does not name it"));
            }
            _ => {}
        }
        if own && (device.number, device.key) != (identity.number, identity.key) {
            problems.push(format!("identity: it is not that of device {}", device.device));
        }
        if last_in_feed(connection, device, since)? != device.last {
            problems.push(format!("{place}: it is not written down rightly how far the feed holds its log"));
        }
    }
    problems
        .extend(named.keys().map(|device| format!("device {device}: the feed names it and it is missing")));
    Ok(())
}

/// What the feed last said of each device, and which entry was the first to name it with that key: a centre that was
/// restored may have given an id a second time.
fn named_devices(connection: &Connection) -> Result<BTreeMap<DeviceId, (u64, DeviceEntry)>> {
    let mut named: BTreeMap<DeviceId, (u64, DeviceEntry)> = BTreeMap::new();
    feed::for_each(connection, |row| {
        let entry = row.body.as_deref().and_then(|body| minicbor::decode::<FeedEntry>(body).ok());
        if let Some(FeedEntry::Device(entry)) = entry
            && named
                .get(&entry.device)
                .is_none_or(|(_, before)| (before.key, before.number) != (entry.key, entry.number))
        {
            named.insert(entry.device, (row.number, entry));
        }
        Ok(())
    })?;
    Ok(named)
}

fn last_in_feed(connection: &Connection, device: &KnownDevice, since: u64) -> Result<ChainHead> {
    use rusqlite::OptionalExtension;
    let last = connection
        .prepare_cached(
            "SELECT sequence, id FROM operations WHERE device = ?1 AND feed_number > ?2
             ORDER BY feed_number DESC LIMIT 1",
        )?
        .query_row((device.device.0, since), |row| {
            Ok(ChainHead { sequence: Sequence(row.get(0)?), hash: Hash(fixed(row.get(1)?)?) })
        })
        .optional()?;
    Ok(last.unwrap_or_else(|| ChainHead::beginning(&device.key)))
}

/// The centre's signatures along the feed, those on heads that it has replaced, and the key since this computer began
/// anew.
fn check_signatures(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<()> {
    let signed = |table: &str| -> Result<Vec<(u64, Option<FeedHead>)>> {
        let sql = format!("SELECT number, signed FROM {table} WHERE signed IS NOT NULL ORDER BY number");
        let mut statement = connection.prepare(&sql)?;
        let rows = statement.query_map([], |row| {
            let head = SignedHead::from_bytes(row.get(1)?).open(identity.feed(), &identity.centre);
            Ok((row.get(0)?, head.ok()))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    for (number, head) in signed("feed")? {
        let there = feed::hash_at(connection, number)?;
        if head.is_none_or(|head| head.number != number || Some(head.hash) != there) {
            problems.push(format!("feed: entry {number} is not what the centre signed there"));
        }
    }
    for (number, head) in signed("replaced_heads")? {
        if head.is_none_or(|head| head.number != number) {
            problems.push(format!("replaced head at entry {number}: the centre has not signed it"));
        }
    }
    let seed = identity::seed(connection)?;
    if seed.is_some_and(|seed| DeviceKey::from_seed(&seed).public() != identity.key) {
        problems.push("identity: its signing key is another one than its log is bound to".to_owned());
    }
    Ok(())
}

/// Everybody whom an operation that counts has added may sign in with that PIN unless one has disabled them, and
/// nobody else.
fn check_people(connection: &Connection, problems: &mut Vec<String>) -> Result<()> {
    let people = clerks::folded(connection)?;
    let mut told: BTreeMap<ClerkId, &Clerk> = people.iter().map(|(id, clerk)| (*id, clerk)).collect();
    for (id, clerk) in clerks::accounts(connection)? {
        if told.remove(&id) != Some(&clerk) {
            problems.push(format!("people: no operation has added the account of {}", clerk.name));
        }
    }
    problems.extend(told.values().map(|clerk| format!("people: the account of {} is missing", clerk.name)));
    if !clerks::disabled(connection)?.iter().eq(people.disabled()) {
        problems.push("people: who may do nothing any more is not what the operations say".to_owned());
    }
    Ok(())
}

/// A complaint as it is shown, of which only what follows from operations is compared.
pub(crate) fn shown_of(confirmed: Option<Complaint>, waiting: &[Vec<u8>]) -> Option<Complaint> {
    let mut shown = confirmed;
    for payload in waiting {
        let Ok(operation) = Operation::from_bytes(payload) else { continue };
        let verdict = Complaint::judge(shown.as_ref(), &operation);
        if shown.is_some() || verdict == complaints::Verdict::Accepted {
            shown = Complaint::apply(shown, &operation, verdict).ok();
        }
    }
    shown
}
