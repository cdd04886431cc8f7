//! The deeds of the window that settle something: corrections, choices, tasks, documents, people.

use std::path::Path;

use complaints::{DocumentId, Role, ValueMark};

use super::{Desk, Result, clerk_view, complaint_id};
use crate::error::OfficeError;
use crate::tasks::DoneAgain;
use crate::view::{ClerkView, ComplaintView, DifferingView, Screen, TaskView};

impl Desk {
    /// Corrects a field of a registration.
    ///
    /// # Errors
    /// Those of [`crate::Office::correct`]; `not_signed_in`.
    pub fn correct(&self, id: &str, field: &str, value: &str) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.correct(id, field, value, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// Chooses between values that stand side by side; `among` are the marks of those that were seen.
    ///
    /// # Errors
    /// Those of [`crate::Office::choose`]; `not_signed_in`.
    pub fn choose(&self, id: &str, field: &str, among: &[String], value: &str) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        // A mark that is none names no value: then that value stays, which loses nothing.
        let among: Vec<ValueMark> = among.iter().filter_map(|mark| mark.parse().ok()).collect();
        office.choose(id, field, &among, value, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// What the centre did not accept and nobody has dealt with.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn tasks(&self) -> Result<Vec<TaskView>> {
        self.signed_in()?;
        self.office()?.tasks()
    }

    /// Complaints in which two values of a field stand side by side.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn differing(&self) -> Result<Vec<DifferingView>> {
        self.signed_in()?;
        self.office()?.differing()
    }

    /// A task is settled.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, or the store's.
    pub fn settle_task(&self, id: &str) -> Result<Vec<TaskView>> {
        let (author, _) = self.signed_in()?;
        let office = self.office()?;
        office.settle_task(id, &author)?;
        self.changed_quietly();
        office.tasks()
    }

    /// Does a task again. The id of the draft, where it became one.
    ///
    /// # Errors
    /// Those of [`crate::Office::do_task_again`]; `not_signed_in`.
    pub fn do_task_again(&self, id: &str) -> Result<Option<String>> {
        let (author, _) = self.signed_in()?;
        let done = self.office()?.do_task_again(id, &author)?;
        self.changed();
        Ok(match done {
            DoneAgain::Operation => None,
            DoneAgain::Draft(draft) => Some(draft),
        })
    }

    /// Adds a document to a complaint.
    ///
    /// # Errors
    /// Those of [`crate::Office::attach`]; `not_signed_in`.
    pub fn attach(&self, id: &str, name: &str, bytes: &[u8]) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.attach(id, name, bytes, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// The content of a document.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, `document_on_its_way`.
    pub fn document(&self, document: &str) -> Result<Vec<u8>> {
        self.signed_in()?;
        Ok(self.office()?.document(&document_id(document)?)?.0)
    }

    /// Wants a document that is not on this computer, and exchanges as soon as may be.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`.
    pub fn fetch_document(&self, id: &str, document: &str) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.fetch_document(&document_id(document)?)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// Writes a document to a file that the clerk has chosen.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, `document_on_its_way`, `file_failed`.
    pub fn save_document(&self, document: &str, path: &Path) -> Result<()> {
        self.signed_in()?;
        self.office()?.save_document(&document_id(document)?, path).map(drop)
    }

    /// Everyone who may sign in, by name.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn clerks(&self) -> Result<Vec<ClerkView>> {
        self.signed_in()?;
        Ok(self.office()?.clerks()?.iter().map(|(id, clerk)| clerk_view(*id, clerk)).collect())
    }

    /// Disables a clerk.
    ///
    /// # Errors
    /// `not_signed_in`, `not_allowed`, `no_such_clerk`, `last_head`, or the store's.
    pub fn disable_clerk(&self, clerk: &str) -> Result<Screen> {
        let (author, by) = self.signed_in()?;
        if by.role != Role::Head {
            return Err(OfficeError::NotAllowed);
        }
        let id = clerk.parse().map_err(|_| OfficeError::NoSuchClerk)?;
        self.office()?.disable_clerk(id, &author)?;
        if author.clerk == Some(id) {
            self.inner().clerk = None;
        }
        self.changed();
        self.screen()
    }
}

fn document_id(text: &str) -> Result<DocumentId> {
    text.parse().map_err(|_| OfficeError::NotFound)
}
