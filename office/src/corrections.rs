//! Correcting what was registered, and choosing between values that several people wrote at once.

use complaints::{Author, Body, ChooseValue, ComplaintId, CorrectField, Field, ValueMark, fold_for_search};

use crate::error::OfficeError;
use crate::open::Office;
use crate::register::LONGEST_TEXT;

impl Office {
    /// Corrects a field. A value that stands there already is no correction, and nothing is written.
    ///
    /// # Errors
    /// `field_wrong`, `category_missing`, `text_too_long`, `in_conflict` (two values stand there: choose),
    /// `not_found`, `refused`, or the store's.
    pub fn correct(
        &self,
        id: ComplaintId,
        field: &str,
        typed: &str,
        author: &Author,
    ) -> Result<(), OfficeError> {
        let field: Field = field.parse().map_err(OfficeError::Field)?;
        let to = self.written_value(field, typed)?;
        self.store.write(|writing| {
            let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
            if complaint.conflict(field).is_some() {
                return Err(OfficeError::InConflict);
            }
            let from = field.of(&complaint.register).map(str::to_owned);
            if from == to {
                return Ok(());
            }
            self.judged(writing, id, Body::CorrectField(CorrectField { field, from, to }), author)
        })
    }

    /// Chooses one of the values that stand side by side in a field, or writes another one. `among` names the values
    /// that were seen: one that came in since stays.
    ///
    /// # Errors
    /// `field_wrong`, `category_missing`, `text_too_long`, `not_found`, `refused`, or the store's.
    pub fn choose(
        &self,
        id: ComplaintId,
        field: &str,
        among: &[ValueMark],
        typed: &str,
        author: &Author,
    ) -> Result<(), OfficeError> {
        let field: Field = field.parse().map_err(OfficeError::Field)?;
        let value = self.written_value(field, typed)?;
        let mut among = among.to_vec();
        among.sort_unstable();
        among.dedup();
        let body = Body::ChooseValue(ChooseValue { field, among, value });
        self.store.write(|writing| self.judged(writing, id, body, author))
    }

    /// A value as it is kept: telephones as numbers, categories as codes, nothing as none.
    fn written_value(&self, field: Field, typed: &str) -> Result<Option<String>, OfficeError> {
        // A citizen's words stay as they are, line breaks at their ends aside.
        let typed = typed.trim();
        if typed.chars().count() > LONGEST_TEXT {
            return Err(OfficeError::TextTooLong);
        }
        if typed.is_empty() {
            return Ok(None);
        }
        Ok(Some(match field {
            Field::Phone => self.profile().stored_phone(typed),
            Field::Category => self.category_code(typed)?,
            _ => typed.to_owned(),
        }))
    }

    /// A category by its code, its path, or its name in any language.
    fn category_code(&self, typed: &str) -> Result<String, OfficeError> {
        let profile = self.profile();
        let wanted = fold_for_search(typed);
        let named = |category: &&complaints::profile::Category| {
            category.code == typed
                || category.path == typed
                || category.name.values().any(|name| fold_for_search(name) == wanted)
        };
        let found = profile.categories.iter().find(named).map(|category| category.code.clone());
        found.ok_or_else(|| OfficeError::Category(typed.to_owned()))
    }
}
