//! What somebody did on a day, and who may sit down here: for those who look back, and for the page that asks who it is.

use jiff::ToSpan;
use jiff::civil::Date;

use complaints::{Body, ClerkId, Operation};

use crate::desk::clerk_view;
use crate::error::OfficeError;
use crate::open::Office;
use crate::show;
use crate::view::{ClerkView, DoneView};

impl Office {
    /// What a clerk did on a day of the office's own time (`2026-11-24`; none: today), at whichever of its computers,
    /// as far as this one knows.
    ///
    /// # Errors
    /// `day_wrong`, or the store's.
    pub fn done(&self, clerk: ClerkId, day: Option<&str>) -> Result<Vec<DoneView>, OfficeError> {
        let now = self.now();
        let day: Date = match day {
            Some(day) => day.parse().map_err(|_| OfficeError::Day(day.to_owned()))?,
            None => now.date(),
        };
        let wrong = |_| OfficeError::Day(day.to_string());
        let begin = day.to_zoned(now.time_zone().clone()).map_err(wrong)?;
        let end = begin.checked_add(1.day()).map_err(wrong)?;
        let (begin, end) = (begin.timestamp().as_millisecond(), end.timestamp().as_millisecond());
        let mut done = Vec::new();
        for operation in self.store.done_between(begin, end)? {
            if operation.author.clerk == Some(clerk) {
                done.push(self.done_view(operation)?);
            }
        }
        Ok(done)
    }

    fn done_view(&self, operation: Operation) -> Result<DoneView, OfficeError> {
        let record = operation.subject.map(|id| self.store.complaint(id)).transpose()?.flatten();
        let subject = match (&record, &operation.body) {
            (Some(record), _) => record.complaint.register.subject.clone(),
            (None, Body::ClerkAdded(added)) => added.name.clone(),
            (None, Body::ClerkChanged(changed)) => self.name_of(changed.clerk)?,
            (None, Body::ClerkDisabled(disabled)) => self.name_of(disabled.clerk)?,
            (None, _) => String::new(),
        };
        Ok(DoneView {
            at: operation.at.to_string(),
            what: show::word(&operation.body).to_owned(),
            complaint: operation.subject.map(|id| id.to_string()),
            reference: record.map(|record| record.complaint.register.reference.to_string()),
            subject,
        })
    }

    /// What a clerk is called; empty where that is not known any more.
    fn name_of(&self, id: ClerkId) -> Result<String, OfficeError> {
        let known = self.store.clerks()?.into_iter().find(|(known, _)| *known == id);
        Ok(known.map_or(String::new(), |(_, clerk)| clerk.name))
    }

    /// Everyone who may sign in, by name, each with the last draft that waits for them.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn seats(&self) -> Result<Vec<ClerkView>, OfficeError> {
        let drafts = self.store.drafts()?;
        let seat = |(id, clerk): &(ClerkId, complaints::Clerk)| ClerkView {
            // The latest comes first.
            draft_at: drafts
                .iter()
                .find(|draft| draft.author == clerk.name)
                .map(|draft| draft.saved_at.clone()),
            ..clerk_view(*id, clerk)
        };
        Ok(self.clerks()?.iter().map(seat).collect())
    }
}
