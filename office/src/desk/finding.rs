//! The deeds of the window that find: lists, views, tables, people, twins, points.

use std::path::Path;

use complaints::profile::Deed;
use complaints::{is_likely_point, shown_point};

use super::{Desk, Result, complaint_id};
use crate::exports::TableFormat;
use crate::view::{
    ComplaintForm, ComplaintView, FoundPage, KnownCitizen, ListChoices, PointView, SelectionForm, TwinView,
};

impl Desk {
    /// A page of what was selected.
    ///
    /// # Errors
    /// Those of [`crate::Office::find`]; `not_signed_in`.
    pub fn find(&self, selection: &SelectionForm, after: Option<&str>, limit: u32) -> Result<FoundPage> {
        self.signed_in()?;
        self.office()?.find(selection, after, limit)
    }

    /// What the clerk chooses lists with.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn list_choices(&self) -> Result<ListChoices> {
        self.office()?.list_choices(&self.seat()?, self.check_export().is_ok())
    }

    /// Keeps a view of the clerk; with an empty name, the filters that were used last.
    ///
    /// # Errors
    /// Those of [`crate::Office::save_view`]; `not_signed_in`.
    pub fn save_view(&self, name: &str, selection: &SelectionForm) -> Result<ListChoices> {
        self.office()?.save_view(&self.seat()?, name, selection)?;
        self.list_choices()
    }

    /// Throws a view of the clerk away.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn delete_view(&self, name: &str) -> Result<ListChoices> {
        self.office()?.delete_view(&self.seat()?, name)?;
        self.list_choices()
    }

    /// A name for the file of a table.
    ///
    /// # Errors
    /// `not_signed_in`, `not_for_trainees`.
    pub fn table_file_name(&self, format: TableFormat) -> Result<String> {
        self.check_export()?;
        Ok(format!("complaints-{}.{}", self.office()?.now().date(), format.word()))
    }

    /// Writes what was selected to a file that the clerk has chosen. How many complaints there are in it.
    ///
    /// # Errors
    /// Those of [`crate::Office::export`]; `not_signed_in`.
    pub fn export(
        &self,
        selection: &SelectionForm,
        format: TableFormat,
        language: &str,
        path: &Path,
    ) -> Result<u32> {
        let (author, _) = self.signed_in()?;
        self.office()?.export(selection, format, language, path, &author)
    }

    /// People who are known here.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn find_citizens(&self, words: &str) -> Result<Vec<KnownCitizen>> {
        self.signed_in()?;
        self.office()?.find_citizens(words)
    }

    /// What may be here already of what stands in a form.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn twins_of_form(&self, form: &ComplaintForm) -> Result<Vec<TwinView>> {
        self.signed_in()?;
        self.office()?.twins_of_form(form)
    }

    /// What a registered complaint may be a twin of.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, or the store's.
    pub fn twins_of(&self, id: &str) -> Result<Vec<TwinView>> {
        self.signed_in()?;
        self.office()?.twins_of(complaint_id(id)?)
    }

    /// Two complaints are different matters.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, or the store's.
    pub fn say_other_matter(&self, id: &str, other: &str) -> Result<Vec<TwinView>> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.say_other_matter(id, complaint_id(other)?, &author)?;
        office.twins_of(id)
    }

    /// Adds what stands in a form to a complaint that is here already, instead of registering it.
    ///
    /// # Errors
    /// Those of [`crate::Office::add_to_twin`]; `not_signed_in`.
    pub fn add_to_twin(&self, id: &str, draft: Option<&str>, form: &ComplaintForm) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.add_to_twin(id, form, draft, &author)?;
        self.changed();
        office.complaint(id)
    }

    /// The point in what somebody typed or pasted; none: there is none in it.
    pub fn read_point(&self, typed: &str) -> Option<PointView> {
        complaints::read_point(typed)
            .map(|read| PointView { shown: shown_point(read), likely: is_likely_point(read) })
    }

    /// Under what the views of the clerk are kept: whoever is renamed keeps them.
    fn seat(&self) -> Result<String> {
        let (author, _) = self.signed_in()?;
        author.clerk.map(|id| id.to_string()).ok_or(crate::error::OfficeError::NotSignedIn)
    }

    fn check_export(&self) -> Result<()> {
        let (author, _) = self.signed_in()?;
        self.office()?.must_be_allowed(Deed::Export, &author)
    }
}
