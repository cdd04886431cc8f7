//! Lists, searches and single complaints, as the page shows them.

use complaints::{Author, ComplaintId, Reference};
use office_store::ComplaintRecord;

use crate::error::OfficeError;
use crate::open::Office;
use crate::show;
use crate::view::{ComplaintPage, ComplaintRow, ComplaintView, Filter, SelectionForm, WaitingView};

/// The most rows that are given at once.
pub(crate) const MOST_ROWS: u32 = 500;

impl Office {
    /// A page of a list.
    ///
    /// # Errors
    /// When the store fails.
    pub fn list(
        &self,
        filter: Filter,
        after: Option<&str>,
        limit: u32,
    ) -> Result<ComplaintPage, OfficeError> {
        let most = limit.clamp(1, MOST_ROWS);
        let form = SelectionForm { list: filter, ..SelectionForm::default() };
        let (page, _) = self.page_of_lines(&form, after, most)?;
        Ok(ComplaintPage { rows: self.lines(&page.records)?, next: page.next, total: page.total })
    }

    /// Complaints in which every word occurs.
    ///
    /// # Errors
    /// When the store fails.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<ComplaintRow>, OfficeError> {
        self.lines(&self.store.search(words, limit.clamp(1, MOST_ROWS))?)
    }

    /// A complaint, whole.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn complaint(&self, id: ComplaintId) -> Result<ComplaintView, OfficeError> {
        self.whole(id, None)
    }

    /// The same for an author, with the deed that they can take back.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn complaint_for(&self, id: ComplaintId, author: &Author) -> Result<ComplaintView, OfficeError> {
        self.whole(id, Some(author))
    }

    fn whole(&self, id: ComplaintId, author: Option<&Author>) -> Result<ComplaintView, OfficeError> {
        let record = self.record(id)?;
        let mut view = show::whole(&record);
        self.with_store(&mut view.documents)?;
        self.with_casework(&record, author, &mut view)?;
        Ok(view)
    }

    /// Somebody has looked at a complaint: its news are no news any more.
    ///
    /// # Errors
    /// When the store fails.
    pub fn mark_seen(&self, id: ComplaintId) -> Result<(), OfficeError> {
        let record = self.record(id)?;
        if record.news || record.refused > 0 {
            self.store.write(|writing| {
                writing.mark_seen(id)?;
                writing.mark_refused_seen(id)
            })?;
        }
        Ok(())
    }

    /// What waits to be sent, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn waiting(&self) -> Result<Vec<WaitingView>, OfficeError> {
        Ok(self.store.waiting(MOST_ROWS)?.iter().map(show::waiting).collect())
    }

    /// The complaints of a reference: one, unless a computer was restored from a backup.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn by_reference(&self, reference: &Reference) -> Result<Vec<ComplaintRecord>, OfficeError> {
        let found = self.store.complaints_by_reference(&reference.to_string())?;
        if found.is_empty() { Err(OfficeError::NotFound) } else { Ok(found) }
    }

    pub(crate) fn record(&self, id: ComplaintId) -> Result<ComplaintRecord, OfficeError> {
        self.store.complaint(id)?.ok_or(OfficeError::NotFound)
    }
}
