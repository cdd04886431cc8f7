//! One exchange after the other until nothing waits: request, answer, plan, and one transaction that applies
//! entries, acknowledgement and cursor together.

use std::collections::BTreeMap;

use office_store::{Applied, Store, StoreError};
use sync_protocol::{
    ChainHead, Codec, DeviceKey, Exchange, LineError, MAX_BATCH_BYTES, Outcome, Protocol, ProtocolError,
    SyncRequest, SyncResponse, unpack,
};

use crate::plan::{Plan, PlanError, PlanningDevice, plan};

/// Why an exchange did not end well.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// No answer came.
    #[error(transparent)]
    Line(#[from] LineError),
    /// The store failed; nothing of the answer was kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The two speak no common version.
    #[error(
        "this program and the centre speak no common version of the protocol; upgrade the older of the two"
    )]
    ProtocolVersion,
    /// The centre does not know this computer, or has revoked it.
    #[error("the centre does not admit this computer")]
    NotAdmitted,
    /// What the centre has and what is here do not fit together: one of the two was restored from a backup.
    #[error("the centre and this computer do not agree on the past: {0}")]
    Diverged(String),
    /// The centre could not read the request.
    #[error("the centre could not read what this computer sent")]
    Rejected,
    /// An answer came that does not follow the protocol.
    #[error("the centre's answer cannot be read: {0}")]
    Protocol(#[from] ProtocolError),
}

impl From<PlanError> for ExchangeError {
    fn from(error: PlanError) -> Self {
        Self::Diverged(error.to_string())
    }
}

/// What one round trip did.
#[derive(Debug, Clone, Default)]
pub struct Round {
    /// Operations that the centre has acknowledged in it.
    pub pushed: u32,
    /// What came in.
    pub applied: Applied,
    /// Bytes of the request's body.
    pub bytes_up: u64,
    /// Bytes of the answer's body.
    pub bytes_down: u64,
    /// There is more to exchange at once.
    pub more: bool,
    /// The centre's clock, milliseconds since 1970.
    pub centre_time_ms: i64,
}

/// What a whole exchange did.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Operations pushed.
    pub pushed: u32,
    /// What came in.
    pub applied: Applied,
    /// Bytes of all requests' bodies.
    pub bytes_up: u64,
    /// Bytes of all answers' bodies.
    pub bytes_down: u64,
    /// Round trips.
    pub round_trips: u32,
    /// The centre's clock at the end, milliseconds since 1970; none before the first answer.
    pub centre_time_ms: Option<i64>,
}

impl Report {
    /// Adds a round.
    pub fn add(&mut self, round: Round) {
        self.pushed += round.pushed;
        self.applied.news.extend(round.applied.news);
        self.applied.confirmed.extend(round.applied.confirmed);
        self.applied.operations += round.applied.operations;
        self.applied.refused += round.applied.refused;
        self.bytes_up += round.bytes_up;
        self.bytes_down += round.bytes_down;
        self.round_trips += 1;
        self.centre_time_ms = Some(round.centre_time_ms);
    }
}

/// Exchanges for one store over one line.
pub struct Engine<'a, L> {
    store: &'a Store,
    key: &'a DeviceKey,
    line: &'a L,
}

impl<'a, L: Exchange> Engine<'a, L> {
    /// An engine for a store whose device signs with that key.
    pub fn new(store: &'a Store, key: &'a DeviceKey, line: &'a L) -> Self {
        Self { store, key, line }
    }

    /// One round trip.
    ///
    /// # Errors
    /// [`ExchangeError`]; the store is then as it was, or acknowledges less than before.
    pub async fn round(&self) -> Result<Round, ExchangeError> {
        let request = self.request()?;
        let sealed = request.seal(self.key, Codec::Zstd);
        let bytes_up = sealed.len() as u64;
        let answer = self.line.sync(sealed).await?;
        let bytes_down = answer.len() as u64;
        let answer = SyncResponse::from_bytes(&answer)?;
        let round = match answer.outcome {
            Outcome::Done => self.take(&request, &answer)?,
            Outcome::Behind => self.fall_back(&answer)?,
            Outcome::Forked => return Err(diverged("another computer has continued this one's log")),
            Outcome::FeedDiverged => return Err(diverged("the centre's feed has begun anew")),
            Outcome::NotAdmitted => return Err(ExchangeError::NotAdmitted),
            Outcome::ProtocolVersion => return Err(ExchangeError::ProtocolVersion),
            Outcome::Malformed => return Err(ExchangeError::Rejected),
        };
        Ok(Round { bytes_up, bytes_down, centre_time_ms: answer.centre_time_ms, ..round })
    }

    /// Builds what is to be said now.
    fn request(&self) -> Result<SyncRequest, StoreError> {
        let identity = self.store.identity()?;
        let base = self.store.own_log()?.acknowledged;
        Ok(SyncRequest {
            protocol: Protocol::OURS,
            device: identity.device,
            base,
            operations: self.store.own_operations_after(base.sequence, MAX_BATCH_BYTES)?,
            feed: self.store.feed_head()?,
            codecs: Codec::KNOWN.map(Codec::number).to_vec(),
            wanted_profile: self.store.wanted_profile()?,
        })
    }

    fn take(&self, request: &SyncRequest, answer: &SyncResponse) -> Result<Round, ExchangeError> {
        let acknowledged = answer.acknowledged.unwrap_or(request.base);
        self.check_acknowledgement(&acknowledged)?;
        let plan = self.plan(answer)?;
        let profile = match &answer.profile {
            Some(packed) => Some(unpack(Codec::Zstd, packed).map_err(ProtocolError::from)?),
            None => None,
        };
        let applied = self.store.write(|writing| {
            let applied = writing.apply(&plan.entries, &plan.heads, answer.head.as_ref())?;
            if acknowledged != request.base {
                writing.acknowledge(&acknowledged)?;
            }
            if answer.more != Some(true) {
                writing.mark_caught_up()?;
            }
            if let Some(bundle) = &profile {
                writing.put_profile(bundle)?;
            }
            Ok::<_, StoreError>(applied)
        })?;
        let pushed = acknowledged.sequence.0.saturating_sub(request.base.sequence.0);
        let more = answer.more == Some(true)
            || self.store.own_log()?.head != acknowledged
            || self.store.wanted_profile()?.is_some_and(|wanted| request.wanted_profile != Some(wanted));
        Ok(Round { pushed: u32::try_from(pushed).unwrap_or(u32::MAX), applied, more, ..Round::default() })
    }

    /// An acknowledgement is taken only for an operation that this very log has at that sequence.
    fn check_acknowledgement(&self, acknowledged: &ChainHead) -> Result<(), ExchangeError> {
        let own = self.store.own_log()?;
        let fits = *acknowledged == own.acknowledged
            || self.store.own_head_at(acknowledged.sequence)? == Some(*acknowledged)
            || *acknowledged == ChainHead::beginning(&self.key.public());
        if fits { Ok(()) } else { Err(diverged("the acknowledgement is of another log")) }
    }

    /// The centre has less of this log than it had acknowledged: it was restored. What it lacks is sent again.
    fn fall_back(&self, answer: &SyncResponse) -> Result<Round, ExchangeError> {
        let known = answer.acknowledged.ok_or_else(|| diverged("the centre does not say what it has"))?;
        self.check_acknowledgement(&known)?;
        if known.sequence >= self.store.own_log()?.acknowledged.sequence {
            return Err(diverged("the centre says that it has less and names more"));
        }
        self.store.write(|writing| writing.acknowledge(&known))?;
        Ok(Round { more: true, ..Round::default() })
    }

    fn plan(&self, answer: &SyncResponse) -> Result<Plan, ExchangeError> {
        let entries = answer.entries()?;
        if entries.is_empty() {
            return Ok(Plan::default());
        }
        let identity = self.store.identity()?;
        let devices: BTreeMap<_, _> = self
            .store
            .devices()?
            .into_iter()
            .map(|known| (known.device, PlanningDevice { salts: known.salts, last: known.last }))
            .collect();
        let own = |sequence| -> Result<_, ExchangeError> {
            Ok(self.store.own_head_at(sequence)?.map(|head| head.hash))
        };
        let plan = plan(entries, identity.feed(), identity.device, self.store.feed_head()?, devices, own)?;
        let signed = answer.head.as_ref().ok_or_else(|| diverged("entries without a signed head"))?;
        let head = signed.open(identity.feed(), &identity.centre)?;
        if plan.heads.last() == Some(&head) {
            Ok(plan)
        } else {
            Err(diverged("the entries do not lead to the signed head"))
        }
    }
}

fn diverged(reason: &str) -> ExchangeError {
    ExchangeError::Diverged(reason.to_owned())
}
