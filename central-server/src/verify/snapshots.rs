//! The snapshots of an office: each leads to where its feed is or was, and its content is what the signed header says.

use sync_protocol::{Hash, Snapshot};

use super::Fault;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::snapshots::usable;
use crate::store::Session;
use crate::store::offices::OfficeRow;
use crate::store::snapshots::{self, SnapshotRow};

const STEP: usize = 32;

/// Checks the snapshots of an office. One that a restored centre has of another past is no fault: it is not used.
pub(super) async fn check(
    centre: &Centre,
    session: &mut Session,
    office: &OfficeRow,
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    for row in usable(session, office).await? {
        let mut fault = |what: &str| {
            let place = format!("office {}, snapshot up to entry {}", office.code, row.number);
            faults.push(Fault::new(place, what));
        };
        match Snapshot::open(&row.signed, &centre.key.public()) {
            Ok(said) if says(&said, office, &row) => {}
            Ok(_) => fault("its header says something else"),
            Err(_) => fault("its header is not signed"),
        }
        if content_hash(session, office, &row).await? != Some(row.content) {
            fault("its content is not what its hash says");
        }
    }
    Ok(())
}

fn says(said: &Snapshot, office: &OfficeRow, row: &SnapshotRow) -> bool {
    let head = (said.head.number, said.head.hash) == (row.number, row.hash);
    head && said.office == office.office() && (said.content, said.size) == (row.content, row.size)
}

/// The hash of a content; none when a part of it is missing.
async fn content_hash(
    session: &mut Session,
    office: &OfficeRow,
    row: &SnapshotRow,
) -> Result<Option<Hash>, CentreError> {
    let (mut hasher, mut end) = (blake3::Hasher::new(), 0);
    while end < row.size {
        let pieces = snapshots::pieces(session, office.code, &row.content, end, STEP).await?;
        let pieces: Vec<_> = pieces.into_iter().filter(|(start, _)| *start >= end).collect();
        if pieces.is_empty() {
            return Ok(None);
        }
        for (start, piece) in pieces {
            if start != end {
                return Ok(None);
            }
            hasher.update(&piece);
            end += piece.len() as u64;
        }
    }
    Ok(Some(Hash(*hasher.finalize().as_bytes())))
}
