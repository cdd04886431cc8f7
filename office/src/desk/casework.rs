//! The window's deeds between the counter and the end of a complaint, the morning page, the citizens to tell.

use complaints::OfficeCode;
use complaints::profile::Office;

use super::{Desk, Result, complaint_id};
use crate::view::{ComplaintView, Deed, MorningView, OfficeChoice, ToTellView, WaitingView};

impl Desk {
    /// The morning page.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn morning(&self) -> Result<MorningView> {
        let (author, _) = self.signed_in()?;
        self.office()?.morning(&author.name)
    }

    /// The citizens to tell.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn to_tell(&self) -> Result<Vec<ToTellView>> {
        self.signed_in()?;
        self.office()?.to_tell()
    }

    /// What was done on this computer today and is confirmed.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn sent_today(&self) -> Result<Vec<WaitingView>> {
        self.signed_in()?;
        self.office()?.sent_today()
    }

    /// How much that is, counted up to a thousand.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn count_sent_today(&self) -> Result<u32> {
        self.signed_in()?;
        self.office()?.count_sent_today()
    }

    /// The offices that a complaint can be handed over to.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn other_offices(&self) -> Result<Vec<OfficeChoice>> {
        self.signed_in()?;
        let office = self.office()?;
        let own = office.identity()?.office;
        let profile = office.profile();
        let today = office.now().date();
        let is_other = |(code, other): &(&OfficeCode, &Office)| **code != own && other.is_open_on(today);
        let others = profile.offices.iter().filter(is_other);
        Ok(others
            .map(|(code, other)| OfficeChoice { code: code.to_string(), name: other.name.clone() })
            .collect())
    }

    /// Does a deed on a complaint.
    ///
    /// # Errors
    /// Those of [`crate::Office::do_deed`]; `not_signed_in`.
    pub fn do_deed(&self, id: &str, deed: &Deed) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.do_deed(id, deed, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// Takes back what was done last. `at` is the moment that [`crate::view::UndoView`] named.
    ///
    /// # Errors
    /// Those of [`crate::Office::undo`]; `not_signed_in`.
    pub fn undo_deed(&self, id: &str, at: &str) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.undo(id, at, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }
}
