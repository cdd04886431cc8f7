//! What a clerk does to a complaint after its registration: notes, withdrawal. Each deed is judged by the rules of
//! `complaints` before it is kept, so that what cannot count is said at once.

use complaints::profile::Deed;
use complaints::{Author, Body, Complaint, ComplaintId, Note, Operation, Refusal, Withdraw};
use office_store::Writing;

use crate::error::OfficeError;
use crate::open::Office;
use crate::register::LONGEST_TEXT;

impl Office {
    /// Writes a note.
    ///
    /// # Errors
    /// `text_missing`, `text_too_long`, `not_found`, `refused`, or the store's.
    pub fn add_note(
        &self,
        id: ComplaintId,
        text: &str,
        for_citizen: bool,
        author: &Author,
    ) -> Result<(), OfficeError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(OfficeError::TextMissing);
        }
        self.deed(id, Body::Note(Note { text: text.to_owned(), for_citizen }), author)
    }

    /// Withdraws a complaint at the citizen's wish.
    ///
    /// # Errors
    /// `text_too_long`, `not_found`, `refused`, or the store's.
    pub fn withdraw(&self, id: ComplaintId, reason: &str, author: &Author) -> Result<(), OfficeError> {
        let reason = reason.trim();
        let text = (!reason.is_empty()).then(|| reason.to_owned());
        self.deed(id, Body::Withdraw(Withdraw { text }), author)
    }

    fn deed(&self, id: ComplaintId, body: Body, author: &Author) -> Result<(), OfficeError> {
        if let Body::Note(Note { text, .. }) | Body::Withdraw(Withdraw { text: Some(text) }) = &body
            && text.chars().count() > LONGEST_TEXT
        {
            return Err(OfficeError::TextTooLong);
        }
        self.store.write(|writing| self.judged(writing, id, body, author))
    }

    /// Judges a deed on a complaint as it stands within this transaction, and keeps it.
    pub(crate) fn judged(
        &self,
        writing: &mut Writing<'_>,
        id: ComplaintId,
        body: Body,
        author: &Author,
    ) -> Result<(), OfficeError> {
        if let Some(deed) = Deed::of(&body) {
            self.must_be_allowed(deed, author)?;
        }
        let operation = Operation { subject: Some(id), author: author.clone(), at: self.moment(), body };
        let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
        if complaint.office != self.store.identity()?.office {
            return Err(OfficeError::Refused(Refusal::OtherOffice.word()));
        }
        let verdict = Complaint::judge(Some(&complaint), &operation);
        if let Some(refusal) = Refusal::of(&verdict) {
            return Err(OfficeError::Refused(refusal.word()));
        }
        writing.append(&operation)?;
        Ok(())
    }
}
