//! A snapshot in an exchange, the centre's side: whether a device is better served with one than with entries, and its
//! content, slice by slice.

use std::collections::VecDeque;

use ::complaints::OfficeCode;
use sync_protocol::{DocumentSlice, DownFrame, Hello, SLICE_BYTES, SnapshotWish};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::snapshots::usable;
use crate::store::offices::OfficeRow;
use crate::store::snapshots::{self, SnapshotRow};
use crate::store::{Session, feed};

/// How many pieces are read at once.
const STEP: usize = 4;

/// Which snapshot a device is given, and from which byte on; none when it is better served with entries.
pub(super) async fn offer(
    centre: &Centre,
    session: &mut Session,
    office: &OfficeRow,
    hello: &Hello,
) -> Result<Option<(SnapshotRow, u64)>, CentreError> {
    // By stick everything goes at once, and is packed once anyway.
    let Some(wish) = hello.snapshot.filter(|_| hello.seal_answer_to.is_none()) else { return Ok(None) };
    let has = hello.feed.number;
    if let SnapshotWish::Rest(wanted) = wish {
        let known = snapshots::all(session, office.code).await?;
        let begun = known.into_iter().find(|row| row.content == wanted.document && row.number > has);
        if let Some(row) = begun
            && feed::hash_at(session, office.code, row.number).await? == Some(row.hash)
        {
            return Ok(Some((row, wanted.offset)));
        }
    }
    if office.feed.number.saturating_sub(has) <= centre.snapshot_after {
        return Ok(None);
    }
    let newest = usable(session, office).await?.into_iter().next();
    // It holds the feed from its beginning: whoever has most of that already is better served with the rest.
    let saves = |row: &SnapshotRow| {
        let saved = row.number.saturating_sub(has);
        saved > centre.snapshot_after && saved >= has
    };
    Ok(newest.filter(saves).map(|row| (row, 0)))
}

/// A snapshot that is sent.
pub(super) struct SendingSnapshot {
    office: OfficeCode,
    row: SnapshotRow,
    offset: u64,
    /// How many bytes may still be sent.
    left: usize,
    read: VecDeque<DocumentSlice>,
}

impl SendingSnapshot {
    /// Its content from a byte on, at most so many bytes.
    pub(super) fn new(office: OfficeCode, row: SnapshotRow, offset: u64, most: usize) -> Self {
        Self { office, row, offset, left: most, read: VecDeque::new() }
    }

    /// The next slice; none at the end.
    pub(super) async fn frame(&mut self, centre: &Centre) -> Result<Option<Vec<u8>>, CentreError> {
        if self.left == 0 {
            return Ok(None);
        }
        if self.read.is_empty() && self.offset < self.row.size {
            self.read_on(centre).await?;
        }
        let Some(slice) = self.read.pop_front() else { return Ok(None) };
        self.left = self.left.saturating_sub(slice.bytes.len());
        Ok(Some(DownFrame::Document(slice).to_bytes()))
    }

    async fn read_on(&mut self, centre: &Centre) -> Result<(), CentreError> {
        let mut session = centre.store.read().await?;
        let pieces =
            snapshots::pieces(&mut session, self.office, &self.row.content, self.offset, STEP).await?;
        for (start, piece) in pieces {
            let passed = usize::try_from(self.offset.saturating_sub(start)).unwrap_or(usize::MAX);
            // It was forgotten for a newer one meanwhile: the device asks again.
            if start > self.offset {
                break;
            }
            for bytes in piece.get(passed..).unwrap_or_default().chunks(SLICE_BYTES) {
                let (document, offset) = (self.row.content, self.offset);
                self.offset += bytes.len() as u64;
                self.read.push_back(DocumentSlice { document, offset, bytes: bytes.to_vec() });
            }
        }
        Ok(())
    }
}
