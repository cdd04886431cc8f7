//! The proof for one complaint: that its registration stands in its device's log and in its office's feed, and that
//! a daily root holds that feed.

use ::complaints::{Body, Complaint, Operation};
use serde::Serialize;
use sync_protocol::{DeviceId, Hash, Sequence, ShortForm, merkle};

use super::{Fault, feeds, logs};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::{Session, feed, offices, operations, witness};
use crate::witness::{day_text, read_tree};

/// What is known about the registration of a complaint.
#[derive(Debug, Clone, Serialize)]
pub struct Proof {
    /// The complaint's reference.
    pub reference: String,
    /// The registration's short form, as receipts print it.
    pub short_form: String,
    /// The registration's id, in hexadecimal digits.
    pub operation: String,
    /// The device in whose log it stands.
    pub device: u32,
    /// Its place there.
    pub sequence: u64,
    /// Its place in the office's feed.
    pub entry: u64,
    /// The first daily root that holds it; none before the next root is made.
    pub root: Option<ProvenRoot>,
    /// What does not fit in the office's logs and feed, or at the root.
    pub faults: Vec<String>,
}

/// A daily root, and the way from the feed's head to it. Hashes are in hexadecimal digits.
#[derive(Debug, Clone, Serialize)]
pub struct ProvenRoot {
    /// The day: `2026-11-24`.
    pub day: String,
    /// How many leaves the tree had.
    pub size: u64,
    /// The root.
    pub root: String,
    /// The number of the leaf.
    pub leaf: u64,
    /// The entry of the feed that the leaf stands for: the registration's or a later one.
    pub head: u64,
    /// The hash of that leaf.
    pub leaf_hash: String,
    /// The hashes that lead from the leaf to the root (RFC 9162, 2.1.3).
    pub path: Vec<String>,
}

impl Proof {
    /// Whether it is the registration that this short form was made from.
    pub fn is_of(&self, form: &ShortForm) -> bool {
        form.to_string() == self.short_form
    }
}

impl Centre {
    /// The proof for a complaint; none when no accepted registration of it is stored. The logs and the feed of its
    /// office are computed again from their beginning.
    ///
    /// # Errors
    /// [`CentreError`] of the store; what does not fit is in the [`Proof`].
    pub async fn proof(&self, complaint: &Complaint) -> Result<Option<Proof>, CentreError> {
        let mut session = self.store.read().await?;
        let Some((device, sequence, id)) = registration(&mut session, complaint).await? else {
            return Ok(None);
        };
        // The office that registered it, wherever the complaint is by now.
        let office = offices::get(&mut session, complaint.register.reference.office).await?;
        let mut faults = Vec::new();
        logs::check(self, &mut session, office.code, &mut faults).await?;
        feeds::check(self, &mut session, &office, &mut faults).await?;
        let entry = feed::number_of(&mut session, office.code, device, sequence).await?;
        let root = match entry {
            Some(entry) => self.first_root(&mut session, office.code, entry, &mut faults).await?,
            None => None,
        };
        if entry.is_none() {
            let what = format!("operation {sequence} of device {device} does not stand in it");
            faults.push(Fault::new(format!("office {}, feed", office.code), what));
        }
        Ok(Some(Proof {
            reference: complaint.register.reference.to_string(),
            short_form: ShortForm::of(sequence, &id).to_string(),
            operation: id.to_string(),
            device: device.0,
            sequence: sequence.0,
            entry: entry.unwrap_or(0),
            root,
            faults: faults.iter().map(ToString::to_string).collect(),
        }))
    }

    /// The first root that holds an entry of a feed, its inclusion verified as anybody else would.
    async fn first_root(
        &self,
        session: &mut Session,
        office: ::complaints::OfficeCode,
        entry: u64,
        faults: &mut Vec<Fault>,
    ) -> Result<Option<ProvenRoot>, CentreError> {
        let Some((number, leaf)) = witness::first_feed_leaf(session, office, entry).await? else {
            return Ok(None);
        };
        let roots = witness::roots(session).await?;
        let Some(row) = roots.into_iter().find(|row| row.root.size > number) else { return Ok(None) };
        let root = row.root;
        let path = read_tree(session).await?.inclusion_proof(number, root.size).unwrap_or_default();
        let fits = row.signed.open(&self.key.public()) == Ok(root)
            && feed::hash_at(session, office, leaf.number).await? == Some(leaf.hash)
            && merkle::is_included(&leaf.hash(), number, root.size, &root.root, &path);
        if !fits {
            let place = format!("witness, root of {} ({} leaves)", day_text(root.day), root.size);
            faults.push(Fault::new(
                place,
                format!("it does not hold entry {} of office {office}", leaf.number),
            ));
        }
        Ok(Some(ProvenRoot {
            day: day_text(root.day),
            size: root.size,
            root: root.root.to_string(),
            leaf: number,
            head: leaf.number,
            leaf_hash: leaf.hash().to_string(),
            path: path.iter().map(ToString::to_string).collect(),
        }))
    }
}

/// The registration that began a complaint: the first in the order of its office's feed.
pub(crate) async fn registration(
    session: &mut Session,
    complaint: &Complaint,
) -> Result<Option<(DeviceId, Sequence, Hash)>, CentreError> {
    let all = operations::of_complaint(session, complaint.id).await?;
    let begins = |payload: &[u8]| {
        Operation::from_bytes(payload).is_ok_and(
            |operation| matches!(operation.body, Body::Register(register) if *register == complaint.register),
        )
    };
    let first = all.into_iter().find(|operation| begins(&operation.payload));
    Ok(first.map(|operation| (operation.device, operation.sequence, operation.id)))
}
