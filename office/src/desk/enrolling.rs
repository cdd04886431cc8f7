//! Admission without a line: with the file of the office, from a stick.

use std::path::Path;

use super::{Desk, Result};
use crate::enrolment::enrol_from_file;
use crate::error::OfficeError;
use crate::key_store::{KeyStore, Passphrase};
use crate::view::Screen;

impl Desk {
    /// Enrols this computer with the file of its office and the code that opens it.
    ///
    /// # Errors
    /// `already_enrolled`, `office_file_other`, `office_file_code_wrong`, `office_file_damaged`, `file_failed`, and
    /// those of the keys.
    pub fn enrol_from_file(&self, file: &Path, code: &str, own_passphrase: Option<&str>) -> Result<Screen> {
        if self.opened().is_some() {
            return Err(OfficeError::AlreadyEnrolled);
        }
        let key_store = match own_passphrase {
            Some(text) => KeyStore::Passphrase(Passphrase::new(text)),
            None => self.key_store.clone(),
        };
        let office = enrol_from_file(&self.folder, file, code, &key_store, self.clock.clone())?;
        self.keep(office)?;
        self.screen()
    }
}
