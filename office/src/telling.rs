//! The citizens to tell: whose complaint has moved, how they can be reached, and what they have not heard yet. What
//! counts as told is a rule of `complaints`; that it was told is a deed like all others.

use complaints::Complaint;
use office_store::{ComplaintRecord, Pile};

use crate::error::OfficeError;
use crate::open::Office;
use crate::show;
use crate::view::{TellingView, ToTellView};

/// The most citizens that are listed at once; the longest waiting come first.
const MOST: u32 = 500;

impl Office {
    /// The citizens to tell, those who have waited longest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn to_tell(&self) -> Result<Vec<ToTellView>, OfficeError> {
        let records = self.store.pile_stories(&Pile::ToTell, MOST)?;
        Ok(records.iter().filter_map(|record| self.to_tell_of(record)).collect())
    }

    fn to_tell_of(&self, record: &ComplaintRecord) -> Option<ToTellView> {
        let register = &record.complaint.register;
        Some(ToTellView {
            row: self.row(record),
            citizen: show::citizen(&register.citizen),
            language: register.language.clone(),
            contact_by: register.contact_by.iter().copied().map(show::contact_way).collect(),
            telling: telling(&record.complaint, record.waiting)?,
        })
    }
}

/// What is to be told about a complaint of which so many operations wait.
pub(crate) fn telling(complaint: &Complaint, waiting: u32) -> Option<TellingView> {
    let tell = complaint.to_tell()?;
    let confirmed = complaint.steps.len().saturating_sub(waiting as usize);
    let moved = complaint
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| step.mark().is_some_and(|mark| tell.steps.contains(&mark)))
        .map(|(at, step)| show::history(step, at >= confirmed))
        .collect();
    Some(TellingView {
        steps: tell.steps.iter().map(ToString::to_string).collect(),
        moved,
        since: tell.since.to_string(),
        way: show::contact_way(tell.way),
        calls_in_vain: u32::try_from(tell.calls_in_vain).unwrap_or(u32::MAX),
        closing: tell.closing,
    })
}
