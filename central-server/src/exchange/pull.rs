//! The way down: the next entries of the office's feed, as many as fit into one answer, with the signed head after
//! the last of them. What the device did itself comes back without its payload.

use std::ops::ControlFlow;

use sync_protocol::{
    Codec, FeedEntry, FeedHead, Hash, OperationEntry, Outcome, SignedHead, SyncRequest, SyncResponse, pack,
};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::devices::DeviceRow;
use crate::store::feed::{FeedRow, FeedWhat};
use crate::store::offices::OfficeRow;
use crate::store::{Session, feed, offices, profiles};

/// The most payload that an answer carries, in bytes. One operation always fits.
const MOST_BYTES: u64 = 1024 * 1024;

/// The most entries that an answer carries.
const MOST_ENTRIES: usize = 5_000;

/// An answer that is not packed yet.
pub(super) struct Answer {
    pub(super) response: SyncResponse,
    entries: Vec<FeedEntry>,
    codec: Codec,
}

impl Answer {
    pub(super) fn new(response: SyncResponse) -> Self {
        Self { response, entries: Vec::new(), codec: Codec::Plain }
    }

    /// The bytes for the wire.
    pub(super) fn pack(self) -> Vec<u8> {
        self.response.with_entries(self.codec, &self.entries).to_bytes()
    }
}

/// Puts the next entries and a wanted profile into the answer.
pub(super) async fn pull(
    centre: &Centre,
    session: &mut Session,
    device: &DeviceRow,
    request: &SyncRequest,
    answer: &mut Answer,
) -> Result<(), CentreError> {
    let office = offices::get(session, device.office).await?;
    if !extends(centre, session, &office, &request.feed).await? {
        answer.response.outcome = Outcome::FeedDiverged;
        return Ok(());
    }
    let rows = feed::after(session, office.code, request.feed.number, MOST_ENTRIES + 1).await?;
    let (fitting, more) = cut(rows, device);
    if let (Some(first), Some(last)) = (fitting.first(), fitting.last()) {
        let head = FeedHead { epoch: office.feed.epoch, number: last.number, hash: last.hash };
        answer.response.head = Some(sign(centre, &office, &head));
        answer.response.more = more.then_some(true);
        answer.codec = Codec::choose(&request.codecs);
        answer.entries = entries(session, &office, device, first.number, last.number, fitting).await?;
    }
    if let Some(wanted) = request.wanted_profile {
        answer.response.profile = profile(centre, session, wanted).await?.map(Into::into);
    }
    Ok(())
}

/// Whether what the device has of the feed is a beginning of the feed.
async fn extends(
    centre: &Centre,
    session: &mut Session,
    office: &OfficeRow,
    has: &FeedHead,
) -> Result<bool, CentreError> {
    if has.epoch != office.feed.epoch || has.number > office.feed.number {
        return Ok(false);
    }
    let hash = match has.number {
        0 => Some(FeedHead::beginning(&centre.key.public(), office.office()).hash),
        number if number == office.feed.number => Some(office.feed.hash),
        number => feed::hash_at(session, office.code, number).await?,
    };
    Ok(hash == Some(has.hash))
}

/// The entries that fit into one answer, and whether more are left.
fn cut(mut rows: Vec<FeedRow>, device: &DeviceRow) -> (Vec<FeedRow>, bool) {
    let travels = |row: &FeedRow| match &row.what {
        FeedWhat::Operation { device: by, payload_bytes, .. } if *by != device.id => *payload_bytes,
        _ => 0,
    };
    let fits = rows.iter().take(MOST_ENTRIES).try_fold((0_usize, 0_u64), |(count, bytes), row| {
        let bytes = bytes + travels(row);
        if count > 0 && bytes > MOST_BYTES {
            ControlFlow::Break(count)
        } else {
            ControlFlow::Continue((count + 1, bytes))
        }
    });
    let count = match fits {
        ControlFlow::Break(count) | ControlFlow::Continue((count, _)) => count,
    };
    let more = rows.len() > count;
    rows.truncate(count);
    (rows, more)
}

async fn entries(
    session: &mut Session,
    office: &OfficeRow,
    device: &DeviceRow,
    first: u64,
    last: u64,
    rows: Vec<FeedRow>,
) -> Result<Vec<FeedEntry>, CentreError> {
    let mut payloads = feed::payloads(session, office.code, first, last, device.id).await?;
    let missing = |number| {
        CentreError::Damaged(format!("office {}, entry {number}: its operation is missing", office.code))
    };
    rows.into_iter()
        .map(|row| match row.what {
            FeedWhat::Operation { device: by, sequence, verdict, previous, .. } => {
                let payload = payloads.remove(&row.number);
                if payload.is_none() && by != device.id {
                    return Err(missing(row.number));
                }
                Ok(FeedEntry::Operation(OperationEntry {
                    device: by,
                    sequence,
                    verdict,
                    payload,
                    before: previous,
                }))
            }
            FeedWhat::Body { body, .. } => minicbor::decode(&body).map_err(|error| {
                CentreError::Damaged(format!("office {}, entry {}: {error}", office.code, row.number))
            }),
        })
        .collect()
}

fn sign(centre: &Centre, office: &OfficeRow, head: &FeedHead) -> SignedHead {
    if *head == office.feed {
        SignedHead::from_bytes(office.feed_signed.clone())
    } else {
        SignedHead::sign(office.office(), head, centre.key.signing())
    }
}

/// A profile that was in force once, packed; none when there never was one of that digest.
async fn profile(
    centre: &Centre,
    session: &mut Session,
    wanted: Hash,
) -> Result<Option<Vec<u8>>, CentreError> {
    if wanted == centre.profile_digest {
        return Ok(Some(centre.profile_packed.clone()));
    }
    match profiles::get(session, &wanted.0).await? {
        Some(bundle) => heavy(move || Some(pack(Codec::Zstd, &bundle))).await,
        None => Ok(None),
    }
}
