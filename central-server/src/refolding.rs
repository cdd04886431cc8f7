//! After an upgrade: what an older version of the program relayed and could not read takes effect. Every complaint is
//! folded once more from the feed of the office that holds it, when the states are of another edition of the rules than
//! the program's. Nobody is told of it: what happened, happened when it came.

use std::collections::BTreeMap;

use ::complaints::{Complaint, ComplaintId, OfficeCode, Operation, People, Verdict, edition};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::figures::keeping::keep;
use crate::fold::Fold;
use crate::heavy::heavy;
use crate::store::{Session, clerks, complaints, documents, feed, offices, retrying, settings};

/// How many entries or complaints are read at once.
const STEP: usize = 500;

/// How many complaints are held in memory at once: of an office with more the feed is read several times.
const TOGETHER: u64 = 50_000;

/// Folds everything once more where an older version has folded it; of each office in one transaction.
///
/// # Errors
/// [`CentreError::NewerEdition`] when a newer version has folded it; others of the store. What was folded by then stays.
pub(crate) async fn catch_up(centre: &Centre) -> Result<(), CentreError> {
    let stored = settings::get(&mut centre.store.read().await?, settings::EDITION).await?;
    if let Some(newer) = stored.parse().ok().filter(|stored| *stored > edition()) {
        return Err(CentreError::NewerEdition(newer));
    }
    if stored == edition().to_string() {
        return Ok(());
    }
    let all = offices::all(&mut centre.store.read().await?).await?;
    for office in all {
        retrying(|| fold_office(centre, office.code)).await?;
    }
    let mut session = centre.store.write().await?;
    settings::set(&mut session, settings::EDITION, &edition().to_string()).await?;
    session.commit().await
}

async fn fold_office(centre: &Centre, office: OfficeCode) -> Result<(), CentreError> {
    let mut session = centre.store.write().await?;
    offices::lock(&mut session, office).await?;
    let shares = complaints::count(&mut session, office).await? / TOGETHER + 1;
    for share in 0..shares {
        let fold = fold_share(&mut session, office, |id| share_of(id, shares) == share).await?;
        let folded = fold.complaints().map(|complaint| (complaint.id, complaint)).collect();
        write_what_differs(centre, &mut session, office, folded).await?;
        // Operations about the office belong to every share.
        let disabled = fold.people().disabled().copied();
        clerks::disable(&mut session, office, disabled.collect::<Vec<_>>()).await?;
    }
    session.commit().await
}

fn share_of(id: ComplaintId, shares: u64) -> u64 {
    let bytes = id.as_bytes();
    u64::from(u16::from_be_bytes([bytes[0], bytes[1]])) % shares
}

/// Folds an office's feed from its beginning, as far as it is about these complaints or about the office.
async fn fold_share(
    session: &mut Session,
    office: OfficeCode,
    is_wanted: impl Fn(ComplaintId) -> bool,
) -> Result<Fold, CentreError> {
    let mut fold = Fold::new(office, Vec::new(), People::default());
    let mut number = 0;
    loop {
        let rows = feed::judged_after(session, office, number, STEP).await?;
        let is_last = rows.len() < STEP;
        number = rows.last().map_or(number, |row| row.number);
        let wanted: Vec<_> = rows
            .into_iter()
            .filter(|row| row.complaint.is_none_or(|id| is_wanted(ComplaintId::from_bytes(id))))
            .collect();
        fold = heavy(move || {
            wanted.iter().try_for_each(|row| take(&mut fold, &row.payload, &row.verdict)).map(|()| fold)
        })
        .await??;
        if is_last {
            return Ok(fold);
        }
    }
}

fn take(fold: &mut Fold, payload: &[u8], verdict: &[u8]) -> Result<(), CentreError> {
    let Ok(operation) = Operation::from_bytes(payload) else { return Ok(()) };
    let verdict: Verdict =
        minicbor::decode(verdict).map_err(|error| CentreError::Damaged(format!("a verdict: {error}")))?;
    fold.take(&operation, verdict)
}

/// Writes the complaints of which something else is stored.
async fn write_what_differs(
    centre: &Centre,
    session: &mut Session,
    office: OfficeCode,
    folded: BTreeMap<ComplaintId, &Complaint>,
) -> Result<(), CentreError> {
    let mut after = None;
    loop {
        let stored = complaints::stored(session, office, after, STEP).await?;
        after = stored.last().map(|(id, _)| *id);
        let is_last = stored.len() < STEP;
        let differs = stored.into_iter().filter_map(|(id, stored)| {
            folded.get(&id).copied().filter(|complaint| complaint.to_bytes() != stored.state)
        });
        let differing: Vec<&Complaint> = differs.collect();
        complaints::save(session, office, &differing, &centre.profile).await?;
        keep(session, &centre.profile, office, &differing).await?;
        documents::announce(session, office, &differing).await?;
        if is_last {
            return Ok(());
        }
    }
}
