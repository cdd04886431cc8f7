//! Keeping the figures right: with each change of a complaint, in its transaction and under the lock of its office; and
//! counting all of an office anew, when working days have changed or an older version did not count.

use std::collections::BTreeMap;

use ::complaints::profile::Profile;
use ::complaints::{Complaint, ComplaintId, OfficeCode};

use super::{Cell, Facts};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::keys::hex;
use crate::store::figures::{self, Place};
use crate::store::{Session, complaints, offices, retrying};

/// How many complaints are counted at once.
const STEP: usize = 1_000;

/// What is counted; another number whenever the facts become others, so that every office is counted anew.
const COUNTS: u32 = 2;

/// What is added to a sum and what is taken away from it.
type Changes = BTreeMap<Place, (Vec<Facts>, Vec<Facts>)>;

/// Counts complaints as they stand now, under the lock of that office: what it holds, and what it has just given away.
pub(crate) async fn keep(
    session: &mut Session,
    profile: &Profile,
    office: OfficeCode,
    complaints: &[&Complaint],
) -> Result<(), CentreError> {
    let ids: Vec<ComplaintId> = complaints.iter().map(|complaint| complaint.id).collect();
    let before = figures::facts(session, office, &ids).await?;
    let now = complaints.iter().map(|complaint| {
        let held = complaint.office == office;
        held.then(|| Facts::of(complaint, &profile.calendar, &profile.districts))
    });
    let now: Vec<Option<Facts>> = now.collect();
    let (mut changes, mut kept, mut gone) = (Changes::new(), Vec::new(), Vec::new());
    for ((id, before), now) in ids.into_iter().zip(before).zip(now) {
        if before == now {
            continue;
        }
        for (place, facts) in before.iter().flat_map(places) {
            changes.entry(place).or_default().1.push(facts);
        }
        for (place, facts) in now.iter().flat_map(places) {
            changes.entry(place).or_default().0.push(facts);
        }
        match now {
            Some(facts) => kept.push((id, facts)),
            None => gone.push(id),
        }
    }
    figures::put_facts(session, office, kept).await?;
    figures::remove_facts(session, office, &gone).await?;
    write(session, office, changes).await
}

async fn write(session: &mut Session, office: OfficeCode, changes: Changes) -> Result<(), CentreError> {
    // What is taken away and added alike changes nothing.
    let changes: Changes = changes.into_iter().filter(|(_, (more, less))| more != less).collect();
    let places: Vec<Place> = changes.keys().cloned().collect();
    let mut cells = figures::cells(session, office, &places).await?;
    for (cell, (more, less)) in cells.iter_mut().zip(changes.values()) {
        // First added, so that no sum is below nothing in between.
        more.iter().for_each(|facts| cell.add(facts));
        less.iter().for_each(|facts| cell.take_away(facts));
    }
    figures::put_cells(session, office, places.into_iter().zip(cells).collect()).await
}

fn places(facts: &Facts) -> impl Iterator<Item = (Place, Facts)> + '_ {
    facts
        .values()
        .into_iter()
        .map(|(axis, value)| (Place { axis: axis.word(), month: facts.month(), value }, facts.clone()))
}

/// The sums of facts, as they should stand in the store: for the audit.
pub(crate) fn sums_of<'a>(all: impl Iterator<Item = &'a Facts>) -> BTreeMap<(String, i32, String), Vec<u8>> {
    let mut sums: BTreeMap<(String, i32, String), Cell> = BTreeMap::new();
    for facts in all {
        for (axis, value) in facts.values() {
            sums.entry((axis.word().to_owned(), facts.month().0, value)).or_default().add(facts);
        }
    }
    sums.into_iter().map(|(place, cell)| (place, figures::to_bytes(&cell))).collect()
}

/// Names what the counts depend on beside the complaints, and the counts themselves: whoever counts with other working days or
/// other localities counts other figures, and so does a version that counts by more.
pub(crate) fn counted_with(profile: &Profile) -> String {
    let with = format!("{} {:?} {:?}", COUNTS, profile.calendar, profile.districts);
    hex(&blake3::hash(with.as_bytes()).as_bytes()[..16])
}

impl Centre {
    /// Counts the figures of all offices anew. Others may work meanwhile: an office waits while it is counted.
    ///
    /// # Errors
    /// [`CentreError`] of the store. What was counted before stays counted.
    pub async fn rebuild_figures(&self) -> Result<u64, CentreError> {
        let mut counted = 0;
        for office in offices::all(&mut self.store.read().await?).await? {
            counted += self.count_office(office.code).await?;
        }
        Ok(counted)
    }

    /// Counts the offices anew that were counted with other working days or localities, or by a version that counted less.
    ///
    /// # Errors
    /// As [`Self::rebuild_figures`].
    pub(crate) async fn bring_figures_up_to_date(&self) -> Result<u64, CentreError> {
        let ours = counted_with(&self.profile);
        let mut counted = 0;
        for office in offices::all(&mut self.store.read().await?).await? {
            let known = figures::calendar(&mut self.store.read().await?, office.code).await?;
            if known.is_some_and(|known| known != ours) {
                counted += self.count_office(office.code).await?;
            }
        }
        Ok(counted)
    }

    async fn count_office(&self, code: OfficeCode) -> Result<u64, CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            offices::lock(&mut session, code).await?;
            figures::clear(&mut session, code).await?;
            let (mut after, mut counted) = (None, 0);
            loop {
                let rows = complaints::stored(&mut session, code, after, STEP).await?;
                let (last, many) = (rows.last().map(|(id, _)| *id), rows.len());
                let read = heavy(move || {
                    let read = rows.iter().map(|(id, stored)| {
                        Complaint::from_bytes(&stored.state)
                            .map_err(|why| CentreError::Damaged(format!("complaint {id}: {why}")))
                    });
                    read.collect::<Result<Vec<_>, _>>()
                });
                let read = read.await??;
                keep(&mut session, &self.profile, code, &read.iter().collect::<Vec<_>>()).await?;
                counted += many as u64;
                if many < STEP {
                    break;
                }
                after = last;
            }
            let ours = counted_with(&self.profile);
            figures::set_calendar(&mut session, code, &ours, true).await?;
            session.commit().await?;
            Ok(counted)
        })
        .await
    }
}
