//! Tables `snapshot`, `snapshot_pieces` and `snapshots_taken`: a snapshot of the feed while it comes in, and from which
//! ones this store was filled. What a snapshot is stands in `sync_protocol`; checking and unpacking it is the engine's
//! business, in one deed with everything that it brings.

use rusqlite::{Connection, OptionalExtension};

use complaints::{Complaint, FoldHasher};
use sync_protocol::mutant::{self, Mutant};
use sync_protocol::{DocumentSlice, FeedHead, Hash, Sequence, SignedHead, Snapshot};

use crate::error::StoreError;
use crate::feed::PlannedEntry;
use crate::identity::Identity;
use crate::writing::Writing;
use crate::{Store, clerks, complaint_rows, feed, identity, log, settings};

type Result<T> = std::result::Result<T, StoreError>;

/// The setting that is set once a snapshot did not hold: until the feed was read to its end none is asked for.
const REFUSED: &str = "snapshot_refused";

/// A snapshot as far as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComingSnapshot {
    /// What the centre signed of it.
    pub snapshot: Snapshot,
    /// How many bytes of its content are here, from the beginning.
    pub have: u64,
}

impl ComingSnapshot {
    /// Whether all of it is here.
    pub fn is_whole(&self) -> bool {
        self.have == self.snapshot.size
    }
}

/// Entries that were planned, the feed's head after each, and the centre's signature on the last one.
pub type PlannedPart<'p> = (&'p [PlannedEntry], &'p [FeedHead], Option<&'p SignedHead>);

impl Store {
    /// The snapshot that comes in.
    pub fn coming_snapshot(&self) -> Result<Option<ComingSnapshot>> {
        coming(&self.reader())
    }

    /// Whether a snapshot did not hold, and the feed was not read to its end since.
    pub fn refuses_snapshots(&self) -> Result<bool> {
        Ok(self.setting(REFUSED)?.as_deref() == Some("1"))
    }

    /// The hash of what is here of the snapshot that comes in.
    pub fn snapshot_hash(&self) -> Result<Hash> {
        let connection = self.reader();
        let mut statement = connection.prepare("SELECT bytes FROM snapshot_pieces ORDER BY start")?;
        let mut rows = statement.query([])?;
        let mut hasher = blake3::Hasher::new();
        while let Some(row) = rows.next()? {
            hasher.update(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
        }
        Ok(Hash(*hasher.finalize().as_bytes()))
    }

    /// Up to which entries this store was filled from snapshots.
    pub fn snapshots_taken(&self) -> Result<Vec<u64>> {
        taken(&self.reader())
    }
}

impl Writing<'_> {
    /// A snapshot with that signed header comes in from now on. What is here of the same one is kept, of another one
    /// forgotten.
    pub fn begin_snapshot(&mut self, signed: &[u8], snapshot: &Snapshot) -> Result<()> {
        if coming(self.connection)?.is_some_and(|known| known.snapshot.content == snapshot.content) {
            return Ok(());
        }
        self.drop_snapshot()?;
        self.connection
            .execute("INSERT INTO snapshot (only_row, signed, have) VALUES (1, ?1, 0)", [signed])?;
        Ok(())
    }

    /// Takes a piece of it. What is here already, and what leaves a gap, is passed over.
    pub fn take_snapshot_slice(&mut self, slice: &DocumentSlice) -> Result<()> {
        let Some(ComingSnapshot { snapshot, have }) = coming(self.connection)? else { return Ok(()) };
        let end = slice.offset.saturating_add(slice.bytes.len() as u64);
        let fits = slice.document == snapshot.content && end <= snapshot.size;
        if !fits || slice.offset > have || end <= have {
            return Ok(());
        }
        let new = usize::try_from(have - slice.offset).ok().and_then(|passed| slice.bytes.get(passed..));
        self.connection
            .prepare_cached("INSERT INTO snapshot_pieces (start, bytes) VALUES (?1, ?2)")?
            .execute((have, new.unwrap_or_default()))?;
        self.connection.prepare_cached("UPDATE snapshot SET have = ?1")?.execute([end])?;
        Ok(())
    }

    /// Forgets what came of a snapshot.
    pub fn drop_snapshot(&mut self) -> Result<()> {
        self.connection.execute("DELETE FROM snapshot_pieces", [])?;
        self.connection.execute("DELETE FROM snapshot", [])?;
        Ok(())
    }

    /// Forgets it because it does not hold, and asks for none until the feed was read to its end.
    pub fn refuse_snapshot(&mut self) -> Result<()> {
        self.drop_snapshot()?;
        settings::put(self.connection, REFUSED, "1")
    }

    /// The next piece of its content that begins at that byte; empty at the end.
    pub fn snapshot_piece(&mut self, offset: u64) -> Result<Vec<u8>> {
        let piece = self
            .connection
            .prepare_cached("SELECT bytes FROM snapshot_pieces WHERE start = ?1")?
            .query_row([offset], |row| row.get(0))
            .optional()?;
        Ok(piece.unwrap_or_default())
    }

    /// The snapshot was taken whole into this store: it is kept which one that was, and not its content.
    pub fn note_snapshot_taken(&mut self) -> Result<()> {
        if mutant::is(Mutant::SnapshotDropsUnsent) {
            log::drop_unseen(self.connection, Sequence(u64::MAX >> 1))?;
        }
        let number = feed::head(self.connection)?.number;
        self.connection.execute(
            "INSERT OR REPLACE INTO snapshots_taken (number, signed) SELECT ?1, signed FROM snapshot",
            [number],
        )?;
        self.drop_snapshot()
    }

    /// The digest over what the feed has brought: all confirmed states of what the office holds, and the people. None
    /// when this program folds by rules of another edition, which lead to other states.
    pub fn confirmed_fold(&mut self, edition: u32) -> Result<Option<Hash>> {
        if edition != complaints::edition() {
            return Ok(None);
        }
        let office = identity::get(self.connection)?.office;
        let mut hasher = FoldHasher::new();
        complaint_rows::for_each_confirmed(self.connection, |id, state| {
            let complaint = Complaint::from_bytes(&state).map_err(StoreError::Inconsistent)?;
            // What the office has handed over stays as it was then, and is no part of what both ends hold.
            if complaint.office == office {
                hasher.add(id, &state);
            }
            Ok(())
        })?;
        Ok(Some(Hash(hasher.finish(&clerks::confirmed(self.connection)?.to_bytes()))))
    }
}

/// After the feed was read to its end: the next time that this computer is far behind it asks for a snapshot again.
pub(crate) fn forget_refusal(connection: &Connection) -> Result<()> {
    if settings::get(connection, REFUSED)?.as_deref() == Some("1") {
        settings::put(connection, REFUSED, "0")?;
    }
    Ok(())
}

/// After the feed was cut back: what the centre signed of another past is evidence only where the feed goes that far.
pub(crate) fn cut(connection: &Connection, number: u64) -> Result<()> {
    connection.execute("DELETE FROM snapshots_taken WHERE number > ?1", [number])?;
    Ok(())
}

pub(crate) fn taken(connection: &Connection) -> Result<Vec<u64>> {
    let mut statement = connection.prepare("SELECT number FROM snapshots_taken ORDER BY number")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What came of a snapshot has no gap, and those that were taken are what the centre signed.
pub(crate) fn check(connection: &Connection, identity: &Identity, problems: &mut Vec<String>) -> Result<()> {
    let have: Option<u64> =
        connection.query_row("SELECT have FROM snapshot", [], |row| row.get(0)).optional()?;
    let mut end = 0;
    let mut statement =
        connection.prepare("SELECT start, length(bytes) FROM snapshot_pieces ORDER BY start")?;
    let pieces = statement.query_map([], |row| Ok((row.get::<_, u64>(0)?, row.get::<_, u64>(1)?)))?;
    for piece in pieces {
        let (start, length) = piece?;
        if start != end {
            problems.push("snapshot: a part of what came of it is missing".to_owned());
            break;
        }
        end = start + length;
    }
    if have.unwrap_or(0) != end {
        problems.push("snapshot: it does not say rightly how much of it came".to_owned());
    }
    let mut statement = connection.prepare("SELECT number, signed FROM snapshots_taken ORDER BY number")?;
    let taken = statement.query_map([], |row| Ok((row.get::<_, u64>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
    for row in taken {
        let (number, signed) = row?;
        let said = Snapshot::open(&signed, &identity.centre).ok();
        let there = feed::hash_at(connection, number)?;
        let fits = |said: &Snapshot| {
            said.office == identity.feed() && said.head.number == number && Some(said.head.hash) == there
        };
        if !said.is_some_and(|said| fits(&said)) {
            problems
                .push(format!("snapshot up to entry {number}: the centre has not signed what the feed says"));
        }
    }
    Ok(())
}

fn coming(connection: &Connection) -> Result<Option<ComingSnapshot>> {
    let row: Option<(Vec<u8>, u64)> = connection
        .prepare_cached("SELECT signed, have FROM snapshot")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((signed, have)) = row else { return Ok(None) };
    let centre = identity::get(connection)?.centre;
    // Its signature was checked before it was kept.
    let snapshot = Snapshot::open(&signed, &centre)
        .map_err(|error| StoreError::Inconsistent(format!("snapshot: its header cannot be read: {error}")))?;
    Ok(Some(ComingSnapshot { snapshot, have }))
}
