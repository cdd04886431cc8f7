//! The proof for one complaint: that its registration stands in its device's log and in the feed, and that a daily
//! root which this computer has witnessed holds that feed.

use rusqlite::Connection;

use complaints::{Body, ComplaintId, Operation};
use sync_protocol::{
    DeviceId, FeedEntry, FeedHead, Hash, Leaf, OperationId, Sequence, ShortForm, TreeRoot, Witness, merkle,
};

use crate::error::StoreError;
use crate::{feed, fixed, identity, integrity, witness};

type Result<T> = std::result::Result<T, StoreError>;

/// Where the registration of a complaint stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// The device in whose log it stands.
    pub device: DeviceId,
    /// Its place there.
    pub sequence: Sequence,
    /// Its id.
    pub id: OperationId,
    /// Its place in the feed; none while the feed has not brought it.
    pub entry: Option<u64>,
}

impl Registration {
    /// Its short form, as receipts print it.
    pub fn short_form(&self) -> ShortForm {
        ShortForm::of(self.sequence, &self.id)
    }
}

/// What is known about the registration of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The registration.
    pub registration: Registration,
    /// The first root that holds it; none before the next one comes.
    pub root: Option<ProvenRoot>,
    /// What does not fit in the logs, the feed or the roots; empty when all is well.
    pub problems: Vec<String>,
}

/// A root, and the way from the feed's head to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvenRoot {
    /// The root.
    pub root: TreeRoot,
    /// The leaf: the feed's head right before the entry that brought the root.
    pub leaf: Leaf,
    /// Its number in the tree.
    pub number: u64,
    /// The hashes that lead from it to the root (RFC 9162, 2.1.3).
    pub path: Vec<Hash>,
}

impl ProvenRoot {
    /// The day of the root: `2026-11-24`.
    pub fn day(&self) -> String {
        witness::day(&self.root)
    }
}

/// The registration that began a complaint: the first in the feed's order, or the first that waits.
pub(crate) fn registration(connection: &Connection, id: ComplaintId) -> Result<Option<Registration>> {
    let mut statement = connection.prepare_cached(
        "SELECT device, sequence, id, feed_number, payload FROM operations WHERE complaint = ?1
         ORDER BY feed_number IS NULL, feed_number, sequence",
    )?;
    let mut rows = statement.query([id.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let payload: Vec<u8> = row.get(4)?;
        let operation = Operation::from_bytes(&payload);
        if operation.is_ok_and(|operation| matches!(operation.body, Body::Register(_))) {
            return Ok(Some(Registration {
                device: DeviceId(row.get(0)?),
                sequence: Sequence(row.get(1)?),
                id: Hash(fixed(row.get(2)?)?),
                entry: row.get(3)?,
            }));
        }
    }
    Ok(None)
}

/// The proof for a complaint; logs, feed and roots are computed again from their beginning.
pub(crate) fn proof(connection: &Connection, id: ComplaintId) -> Result<Option<Proof>> {
    let Some(registration) = registration(connection, id)? else { return Ok(None) };
    let mut problems = integrity::check_chains(connection)?;
    let root = match registration.entry {
        Some(entry) => first_root(connection, entry)?,
        None => None,
    };
    if let Some(ProvenRoot { root, leaf, number, path }) = &root
        && !merkle::is_included(&leaf.hash(), *number, root.size, &root.root, path)
    {
        problems.push(format!("witness: the root of {} does not hold the feed", witness::day(root)));
    }
    Ok(Some(Proof { registration, root, problems }))
}

/// The first root behind an entry that the centre has signed.
fn first_root(connection: &Connection, entry: u64) -> Result<Option<ProvenRoot>> {
    let identity = identity::get(connection)?;
    let (mut found, mut before) = (None, None);
    feed::for_each(connection, |row| {
        let head_before =
            before.replace(FeedHead { number: row.number, hash: row.hash, ..feed::head(connection)? });
        if found.is_some() || row.number <= entry {
            return Ok(());
        }
        let read = row.body.as_deref().and_then(|body| minicbor::decode::<FeedEntry>(body).ok());
        if let (Some(Some(Ok(told))), Some(head)) = (read.as_ref().map(Witness::of), head_before) {
            found = told.root.open(&identity.centre).ok().map(|root| ProvenRoot {
                root,
                leaf: Leaf::feed(root.day, identity.feed(), &head),
                number: told.leaf,
                path: told.inclusion,
            });
        }
        Ok(())
    })?;
    Ok(found)
}
