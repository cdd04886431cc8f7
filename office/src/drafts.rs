//! Drafts: everything typed is kept, encrypted like all else, until it is registered or thrown away.

use office_store::StoredDraft;

use crate::error::OfficeError;
use crate::open::Office;
use crate::people::random;
use crate::view::{ComplaintForm, Draft};

impl Office {
    /// Keeps a draft; a new one when `id` is none.
    ///
    /// # Errors
    /// When the store fails.
    pub fn save_draft(
        &self,
        id: Option<String>,
        form: &ComplaintForm,
        by: &str,
    ) -> Result<Draft, OfficeError> {
        let id = match id {
            Some(id) => id,
            None => random::<8>()?.iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        let json = serde_json::to_string(form).map_err(|error| OfficeError::Internal(error.to_string()))?;
        let stored =
            StoredDraft { id, saved_at: self.moment().to_string(), author: by.to_owned(), form: json };
        self.store.write(|writing| writing.put_draft(&stored))?;
        Ok(Draft { id: stored.id, saved_at: stored.saved_at, by: stored.author, form: form.clone() })
    }

    /// All drafts, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drafts(&self) -> Result<Vec<Draft>, OfficeError> {
        let read = |stored: StoredDraft| {
            let form = serde_json::from_str(&stored.form)
                .map_err(|error| OfficeError::Internal(error.to_string()))?;
            Ok(Draft { id: stored.id, saved_at: stored.saved_at, by: stored.author, form })
        };
        self.store.drafts()?.into_iter().map(read).collect()
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// When the store fails.
    pub fn discard_draft(&self, id: &str) -> Result<(), OfficeError> {
        self.store.write(|writing| writing.delete_draft(id))?;
        Ok(())
    }
}
