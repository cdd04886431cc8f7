//! What keeps a desk in order, at the window: settings, backups, the check of the store, the diagnostics file.

use std::path::Path;
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;

use super::{Desk, Result};
use crate::backup::{BackupMade, restore_backup};
use crate::error::OfficeError;
use crate::key_store::{KeyStore, Passphrase};
use crate::setting_aside::restore_in_place_of;
use crate::view::{AboutView, BackupView, Screen, SettingsForm, SettingsView};

impl Desk {
    /// The page of settings.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn settings(&self) -> Result<SettingsView> {
        self.signed_in()?;
        self.office()?.settings()
    }

    /// Keeps what was set.
    ///
    /// # Errors
    /// `not_signed_in`, `paper_wrong`, `folder_missing`, `proxy_wrong`, `set_by_policy`, or the store's.
    pub fn change_settings(&self, form: &SettingsForm) -> Result<SettingsView> {
        self.signed_in()?;
        let view = self.office()?.change_settings(form)?;
        // Another way out is tried at once.
        self.changed();
        Ok(view)
    }

    /// Checks everything in the store.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn check_now(&self) -> Result<AboutView> {
        self.signed_in()?;
        self.office()?.check_now()
    }

    /// Writes the diagnostics file.
    ///
    /// # Errors
    /// `not_signed_in`, `file_failed`, or the store's.
    pub fn write_diagnostics(&self, path: &Path) -> Result<()> {
        self.signed_in()?;
        let text = self.office()?.diagnostics()?;
        std::fs::write(path, text).map_err(|error| OfficeError::File {
            path: path.display().to_string(),
            reason: error.to_string(),
        })
    }

    /// Chooses where backups go, and what opens them.
    ///
    /// # Errors
    /// `not_signed_in`, `not_allowed`, those of [`crate::Office::set_up_backup`].
    pub fn set_up_backup(&self, place: &str, passphrase: &str) -> Result<BackupView> {
        self.head()?;
        self.office()?.set_up_backup(Path::new(place), &Passphrase::new(passphrase))
    }

    /// Chooses another place, or how many are kept.
    ///
    /// # Errors
    /// `not_signed_in`, `not_allowed`, `backup_place_away`, or the store's.
    pub fn move_backup(&self, place: &str, keep: u32) -> Result<BackupView> {
        self.head()?;
        self.office()?.move_backup(Path::new(place), keep)
    }

    /// Makes a backup now.
    ///
    /// # Errors
    /// `not_signed_in`, those of [`crate::Office::back_up`].
    pub fn back_up(&self) -> Result<BackupView> {
        self.signed_in()?;
        let office = self.office()?;
        office.back_up()?;
        office.backup_view()
    }

    /// Makes the day's backup if it is time and nobody is disturbed; none: it is not time. For a timer: it asks nobody
    /// to be signed in.
    ///
    /// # Errors
    /// Those of [`crate::Office::back_up`].
    pub fn back_up_if_due(&self) -> Result<Option<BackupMade>> {
        let Some(open) = self.inner().open.clone() else { return Ok(None) };
        if !open.office.backup_is_due(self.idle())? {
            return Ok(None);
        }
        open.office.back_up().map(Some)
    }

    /// For how long nobody has done or looked at anything. A locked desk is as good as left.
    fn idle(&self) -> Duration {
        let inner = self.inner();
        match (&inner.clerk, inner.touched) {
            (Some(_), Some(touched)) => Instant::now().duration_since(touched),
            _ => Duration::MAX,
        }
    }

    /// Makes this computer of a backup, where it has no store yet, or one that does not open because its key is missing
    /// or its file damaged: that one is put aside and kept.
    ///
    /// # Errors
    /// `already_enrolled`, those of [`restore_backup`].
    pub fn restore(&self, file: &Path, passphrase: &str, own_passphrase: Option<&str>) -> Result<Screen> {
        if self.opened().is_some() {
            return Err(OfficeError::AlreadyEnrolled);
        }
        let key_store = match own_passphrase {
            Some(text) => KeyStore::Passphrase(Passphrase::new(text)),
            None => self.key_store.clone(),
        };
        let passphrase = Passphrase::new(passphrase);
        match self.start()? {
            Screen::KeyMissing | Screen::StoreDamaged => {
                restore_in_place_of(
                    file,
                    &passphrase,
                    &self.folder,
                    &key_store,
                    &self.clock.now(&TimeZone::system()),
                )?;
            }
            _ => restore_backup(file, &passphrase, &self.folder, &key_store)?,
        }
        match own_passphrase {
            Some(text) => self.unlock(text),
            None => self.start(),
        }
    }
}
