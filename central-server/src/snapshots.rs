//! Snapshots: what an office's feed holds is packed once, ahead of time, so that a computer that is new or was long
//! absent need not be told it entry by entry. Offering and sending one is the exchange's business.

use std::sync::Arc;
use std::time::Duration;

use ::complaints::{FoldHasher, OfficeCode, Operation, People, Refusal, Verdict, edition};
use sync_protocol::{
    Epoch, FeedEntry, FeedHead, Hash, OperationEntry, SNAPSHOT_PART_BYTES, SignedHead, Snapshot,
    SnapshotWriter,
};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::feed::{FeedRow, FeedWhat};
use crate::store::offices::OfficeRow;
use crate::store::snapshots::SnapshotRow;
use crate::store::{Session, complaints, feed, offices, retrying, snapshots};

/// So many entries must a snapshot save a computer, and so many must have come since the one before it, unless
/// somebody says otherwise.
pub const SNAPSHOT_AFTER_ENTRIES: u64 = 5_000;

/// How often a centre that serves looks whether a feed has grown so far.
const LOOK_AGAIN: Duration = Duration::from_secs(10 * 60);

/// How many entries or complaints are read at once.
const STEP: usize = 500;

impl Centre {
    /// The same centre, whose snapshots save a computer more than so many entries.
    #[must_use]
    pub fn with_snapshots_after(mut self, entries: u64) -> Self {
        self.snapshot_after = entries;
        self
    }

    /// Makes a snapshot for each office whose feed has grown far enough since the last one; for how many.
    ///
    /// # Errors
    /// [`CentreError`] of the store; what was made before stands.
    pub async fn make_snapshots(&self) -> Result<u32, CentreError> {
        let all = offices::all(&mut self.store.read().await?).await?;
        let mut made = 0;
        for office in all.into_iter().filter(|office| !self.is_portal(office)) {
            // Of each office as it stands when it is its turn.
            if !self.is_far_behind(&mut self.store.read().await?, office.code).await? {
                continue;
            }
            let Packed { office, row, content } = self.pack(office.code).await?;
            retrying(|| self.keep_snapshot(&office, &row, &content)).await?;
            made += 1;
        }
        Ok(made)
    }

    /// Makes snapshots as the feeds grow, for ever.
    pub(crate) async fn make_snapshots_always(self: Arc<Self>) {
        while !self.is_past() {
            match self.make_snapshots().await {
                Ok(0) => {}
                Ok(made) => tracing::info!(made, "snapshots for computers that are far behind"),
                Err(error) => tracing::error!(%error, "no snapshot was made"),
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// No computer is enrolled at the portal, so nobody ever fetches what it holds.
    fn is_portal(&self, office: &OfficeRow) -> bool {
        self.profile.portal.is_some_and(|portal| portal.office == office.code)
    }

    async fn is_far_behind(&self, session: &mut Session, code: OfficeCode) -> Result<bool, CentreError> {
        let office = offices::get(session, code).await?;
        let newest = usable(session, &office).await?.into_iter().next();
        let held = newest.map_or(0, |row| row.number);
        Ok(office.feed.number.saturating_sub(held) > self.snapshot_after)
    }

    async fn keep_snapshot(
        &self,
        office: &OfficeRow,
        row: &SnapshotRow,
        content: &[u8],
    ) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        // Another process may have been faster, and a feed that was put back keeps none of another one.
        let known = snapshots::all(&mut session, office.code).await?;
        let usable = usable(&mut session, office).await?;
        for stray in known.iter().filter(|known| !usable.contains(known)) {
            snapshots::forget(&mut session, office.code, &stray.content).await?;
        }
        if usable.iter().all(|known| known.content != row.content) {
            snapshots::add(&mut session, office.code, row, content).await?;
        }
        session.commit().await
    }

    /// Packs all that an office's feed holds in the end.
    async fn pack(&self, code: OfficeCode) -> Result<Packed, CentreError> {
        let mut packing = Packing::default();
        let (office, states) = loop {
            let (packed, end) = self.pack_on(code, packing).await?;
            packing = packed;
            if let Some(end) = end {
                break end;
            }
        };
        if !packing.entries.is_empty() {
            packing = packing.part(self, &office).await?;
        }
        let fold = Hash(states.finish(&packing.people.to_bytes()));
        let (content, size) = packing.writer.finish();
        let edition = edition();
        let snapshot = Snapshot { office: office.office(), head: office.feed, fold, content, size, edition };
        let signed = snapshot.sign(self.key.signing()).to_vec();
        let (number, hash) = (office.feed.number, office.feed.hash);
        let row = SnapshotRow { content, number, hash, size, signed };
        Ok(Packed { office, row, content: packing.content })
    }

    /// Packs some more of a feed. Each step reads in a transaction of its own, and packs when that has ended: a store that
    /// somebody reads for minutes cannot tidy away what is written meanwhile. With the feed's end come the office and
    /// the states as they are there.
    async fn pack_on(
        &self,
        code: OfficeCode,
        mut packing: Packing,
    ) -> Result<(Packing, Option<(OfficeRow, FoldHasher)>), CentreError> {
        let mut session = self.store.read().await?;
        let office = offices::get(&mut session, code).await?;
        let rows = feed::with_operations(&mut session, code, packing.number, STEP).await?;
        let end = rows.last().map_or(packing.number, |(row, _)| row.number);
        if end < office.feed.number && rows.len() < STEP {
            return Err(missing(&office, end + 1));
        }
        let states = match end == office.feed.number {
            true => Some(states(&mut session, &office, &packing).await?),
            false => None,
        };
        drop(session);
        for (row, operation) in rows {
            packing.entry(&office, row, operation.map(|(_, payload)| payload))?;
            if packing.bytes >= SNAPSHOT_PART_BYTES {
                packing = packing.part(self, &office).await?;
            }
        }
        Ok((packing, states.map(|states| (office, states))))
    }
}

/// A snapshot that is packed, of an office as it was then.
struct Packed {
    office: OfficeRow,
    row: SnapshotRow,
    content: Vec<u8>,
}

/// The snapshots of an office that lead to where its feed was, the one that holds most first. After the centre was
/// restored there may be others.
pub(crate) async fn usable(
    session: &mut Session,
    office: &OfficeRow,
) -> Result<Vec<SnapshotRow>, CentreError> {
    let mut usable = Vec::new();
    for row in snapshots::all(session, office.code).await? {
        if feed::hash_at(session, office.code, row.number).await? == Some(row.hash) {
            usable.push(row);
        }
    }
    Ok(usable)
}

/// A snapshot while it is packed.
#[derive(Default)]
struct Packing {
    writer: SnapshotWriter,
    content: Vec<u8>,
    entries: Vec<FeedEntry>,
    bytes: usize,
    /// Where the feed is that was read so far.
    number: u64,
    hash: Option<Hash>,
    epoch: Epoch,
    people: People,
}

impl Packing {
    fn entry(
        &mut self,
        office: &OfficeRow,
        row: FeedRow,
        payload: Option<Vec<u8>>,
    ) -> Result<(), CentreError> {
        if row.number != self.number + 1 {
            return Err(missing(office, self.number + 1));
        }
        let entry = match row.what {
            FeedWhat::Operation { device, sequence, verdict, previous, .. } => {
                let payload = payload.ok_or_else(|| missing(office, row.number))?;
                self.take_people(&payload, &verdict);
                self.bytes += payload.len();
                let payload = Some(payload);
                FeedEntry::Operation(OperationEntry { device, sequence, verdict, payload, before: previous })
            }
            FeedWhat::Body { body, .. } => minicbor::decode(&body).map_err(|error| {
                CentreError::Damaged(format!("office {}, entry {}: {error}", office.code, row.number))
            })?,
        };
        if let FeedEntry::Epoch(epoch) = &entry {
            self.epoch = *epoch;
        }
        self.bytes += 32;
        self.entries.push(entry);
        (self.number, self.hash) = (row.number, Some(row.hash));
        Ok(())
    }

    fn take_people(&mut self, payload: &[u8], verdict: &[u8]) {
        let verdict: Result<Verdict, _> = minicbor::decode(verdict);
        let accepted = verdict.is_ok_and(|verdict| Refusal::of(&verdict).is_none());
        let operation = Operation::from_bytes(payload).ok().filter(|operation| operation.subject.is_none());
        if let Some(operation) = operation.filter(|_| accepted) {
            self.people.apply(&operation);
        }
    }

    /// Packs what was gathered, with the centre's signature on the head after it.
    async fn part(mut self, centre: &Centre, office: &OfficeRow) -> Result<Self, CentreError> {
        let hash = self.hash.ok_or_else(|| missing(office, self.number))?;
        let head = FeedHead { epoch: self.epoch, number: self.number, hash };
        let signed = SignedHead::sign(office.office(), &head, centre.key.signing());
        let (entries, mut writer) = (std::mem::take(&mut self.entries), std::mem::take(&mut self.writer));
        let (part, writer) = heavy(move || (writer.part(&entries, &signed), writer)).await?;
        let part = part.map_err(|error| CentreError::Damaged(error.to_string()))?;
        self.content.extend_from_slice(&part);
        self.writer = writer;
        self.bytes = 0;
        Ok(self)
    }
}

/// What is stored of an office whose feed was packed up to there, for the digest.
async fn states(
    session: &mut Session,
    office: &OfficeRow,
    packing: &Packing,
) -> Result<FoldHasher, CentreError> {
    if packing.hash.is_some() && feed::hash_at(session, office.code, packing.number).await? != packing.hash {
        return Err(CentreError::Damaged(format!("office {}: its feed was put back meanwhile", office.code)));
    }
    let (mut hasher, mut after) = (FoldHasher::new(), None);
    loop {
        let rows = complaints::stored(session, office.code, after, STEP).await?;
        rows.iter().for_each(|(id, stored)| hasher.add(*id, &stored.state));
        match rows.last() {
            Some((id, _)) if rows.len() == STEP => after = Some(*id),
            _ => return Ok(hasher),
        }
    }
}

fn missing(office: &OfficeRow, number: u64) -> CentreError {
    CentreError::Damaged(format!("office {}, entry {number}: it is missing", office.code))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::clock::Clock;
    use crate::importing::{Entry, Mapping};
    use crate::memory::MemoryOptions;
    use crate::profiles;
    use crate::randomness::Randomness;

    /// Lines of an old register.
    fn lines(centre: &Centre, numbers: std::ops::Range<usize>) -> Vec<Entry> {
        let mapping = Mapping::read(
            "source = 'old'\ntime_formats = ['%Y-%m-%d %H:%M']\nlanguage = 'en'\n[columns]\nnumber = 'n'\n\
             received = 'r'\ntext = ['t']\n[category]\ndefault = 'water-leak'",
        );
        let mapping = mapping.unwrap();
        let header = ["n", "r", "t"].map(str::to_owned);
        let register = mapping.of(&header, centre.now().time_zone()).unwrap();
        let entry = |number: usize| {
            let cells = [&number.to_string(), "2026-01-05 09:00", "Water runs down the road."];
            register.entry(&cells, date(2026, 11, 24)).unwrap()
        };
        numbers.map(entry).collect()
    }

    #[tokio::test]
    async fn what_comes_between_two_steps_is_in_the_snapshot() {
        let options = MemoryOptions {
            profile: profiles::mauritius(),
            key_seed: [7; 32],
            clock: Clock::of_the_machine(),
            random: Randomness::of_the_system(),
        };
        let centre = Centre::in_memory(options, None).await.unwrap();
        let portal = centre.profile.portal.unwrap().office;
        centre.import("old", &lines(&centre, 0..STEP + 100), true).await.unwrap();
        let (packing, end) = centre.pack_on(portal, Packing::default()).await.unwrap();
        assert!(end.is_none(), "it is not all read at once");
        centre.import("old", &lines(&centre, STEP + 100..STEP + 110), true).await.unwrap();
        let (packing, end) = centre.pack_on(portal, packing).await.unwrap();
        let office = offices::get(&mut centre.store.read().await.unwrap(), portal).await.unwrap();
        assert_eq!(end.unwrap().0.feed, office.feed);
        assert_eq!((packing.number, packing.hash), (office.feed.number, Some(office.feed.hash)));
        assert!(packing.number >= STEP as u64 + 110);
    }
}
