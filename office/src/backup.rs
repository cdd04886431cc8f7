//! Backups: an encrypted copy of the store in a place that somebody has chosen, made by itself once a day, read again
//! before it counts, and brought back with a passphrase on this or another computer. docs/encryption.md says with which
//! keys, docs/decisions/0018 why so.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::DateTime;
use jiff::{SignedDuration, Zoned};
use office_store::{Copied, Store, StoreError, StoreKey, look_into, salt_of};
use zeroize::Zeroizing;

use crate::error::OfficeError;
use crate::key_store::{KeyStore, Passphrase, Secrets, derive};
use crate::open::Office;
use crate::people::random;
use crate::view::{BackupFile, BackupView};

const PLACE: &str = "backup_place";
/// Key and salt, as hexadecimal digits, with a space between them. What opens the copies stands in the store, which is
/// encrypted: so a copy needs nobody's passphrase to be made.
const KEY: &str = "backup_key";
const KEEP: &str = "backup_keep";
const VERIFIED: &str = "backup_verified_at";
const TRIED: &str = "backup_tried_at";
const FAILED: &str = "backup_failed";

/// How many are kept where nobody said otherwise.
const USUALLY_KEPT: u32 = 7;
/// How the names of these files end.
const SUFFIX: &str = ".backup";
/// Until this hour it is night: nobody is disturbed, and the day's copy is made as soon as the day begins.
const NIGHT_ENDS_AT: i8 = 5;
/// By day it waits until nobody has touched the desk for so long.
const IDLE: Duration = Duration::from_secs(180);
/// After a try that failed the next one waits.
const AGAIN_AFTER_MIN: i64 = 30;

/// A backup that was made and found whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// Where it lies.
    pub file: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Complaints in it.
    pub complaints: u64,
    /// Operations in it.
    pub operations: u64,
}

impl Office {
    /// Chooses where backups go and what opens them. Those that were made before keep their passphrase.
    ///
    /// # Errors
    /// `backup_place_away`, `passphrase_short`, `sample_office`, or the store's.
    pub fn set_up_backup(&self, place: &Path, passphrase: &Passphrase) -> Result<BackupView, OfficeError> {
        self.must_be_real()?;
        passphrase.must_be_long()?;
        self.must_be_left_to_users(place)?;
        must_be_there(place)?;
        let salt: [u8; 16] = random()?;
        let key = derive(passphrase, &salt)?;
        let kept = Zeroizing::new(format!("{} {}", hex(key.as_slice()), hex(&salt)));
        self.store.write(|writing| {
            writing.put_setting(PLACE, &place.to_string_lossy())?;
            writing.put_setting(KEY, &kept)?;
            writing.put_setting(FAILED, "")
        })?;
        self.backup_view()
    }

    /// Chooses another place, or how many are kept.
    ///
    /// # Errors
    /// `backup_place_away`, or the store's.
    pub fn move_backup(&self, place: &Path, keep: u32) -> Result<BackupView, OfficeError> {
        self.must_be_left_to_users(place)?;
        must_be_there(place)?;
        self.store.write(|writing| {
            writing.put_setting(PLACE, &place.to_string_lossy())?;
            writing.put_setting(KEEP, &keep.clamp(1, 365).to_string())
        })?;
        self.backup_view()
    }

    /// Makes a backup, reads it again, and lets go of the oldest ones.
    ///
    /// # Errors
    /// `backup_not_set_up`, `backup_place_away`, `backup_running`, `backup_damaged`, `disk_full`, or the store's. What
    /// lay there before is untouched.
    pub fn back_up(&self) -> Result<BackupMade, OfficeError> {
        self.must_be_real()?;
        let _turn = self.backup_turn.try_lock().map_err(|_| OfficeError::BackupRunning)?;
        let made = self.copy();
        let now = self.moment().to_string();
        self.store.write(|writing| {
            writing.put_setting(TRIED, &now)?;
            match &made {
                Ok(_) => {
                    writing.put_setting(VERIFIED, &now)?;
                    writing.put_setting(FAILED, "")
                }
                Err(error) => writing.put_setting(FAILED, error.code()),
            }
        })?;
        made
    }

    fn copy(&self) -> Result<BackupMade, OfficeError> {
        let (place, key) = (PathBuf::from(self.backup_place()?), self.backup_key()?);
        let key = key.filter(|_| !place.as_os_str().is_empty()).ok_or(OfficeError::BackupNotSetUp)?;
        must_be_there(&place)?;
        let name = format!("{}{}{SUFFIX}", self.backup_prefix()?, self.now().strftime("%Y%m%d-%H%M%S"));
        let file = place.join(name);
        let copied = self.store.back_up(&file, &key, &self.signing_seed).map_err(backup_failed)?;
        self.let_go_of_the_oldest(&place)?;
        let bytes = std::fs::metadata(&file).map_or(0, |file| file.len());
        let (complaints, operations) = (copied.verified.complaints, copied.verified.operations);
        Ok(BackupMade { file, bytes, complaints, operations })
    }

    /// Whether it is time: once a day, at night or when nobody is at the desk.
    ///
    /// # Errors
    /// When the store fails.
    pub fn backup_is_due(&self, idle: Duration) -> Result<bool, OfficeError> {
        if self.is_sample() || self.backup_key()?.is_none() {
            return Ok(false);
        }
        let moment =
            |name| -> Result<Option<complaints::Moment>, OfficeError> { Ok(self.kept(name)?.parse().ok()) };
        Ok(is_due(moment(VERIFIED)?, moment(TRIED)?, &self.now(), idle))
    }

    /// How backups stand.
    ///
    /// # Errors
    /// When the store fails. A place that is away is no error.
    pub fn backup_view(&self) -> Result<BackupView, OfficeError> {
        let place = self.backup_place()?;
        let known = |text: String| (!text.is_empty()).then_some(text);
        let folder = PathBuf::from(&place);
        Ok(BackupView {
            set_up: self.backup_key()?.is_some() && !place.is_empty(),
            present: !place.is_empty() && folder.is_dir(),
            keep: self.backups_kept()?,
            verified_at: known(self.kept(VERIFIED)?),
            failed: known(self.kept(FAILED)?),
            files: self.backups_in(&folder)?,
            place,
        })
    }

    /// The folder that backups go to: the administrator's, or the one that the head of the office chose.
    fn backup_place(&self) -> Result<String, OfficeError> {
        match &self.policy.backup_place {
            Some(place) => Ok(place.to_string_lossy().into_owned()),
            None => self.kept(PLACE),
        }
    }

    fn must_be_left_to_users(&self, place: &Path) -> Result<(), OfficeError> {
        match &self.policy.backup_place {
            Some(set) if set != place => Err(OfficeError::SetByPolicy("backup_place")),
            _ => Ok(()),
        }
    }

    fn let_go_of_the_oldest(&self, place: &Path) -> Result<(), OfficeError> {
        let keep = usize::try_from(self.backups_kept()?).unwrap_or(usize::MAX);
        for old in self.backups_in(place)?.into_iter().skip(keep) {
            // One that cannot be removed (a stick that is locked) is in nobody's way.
            let _ = std::fs::remove_file(place.join(old.name));
        }
        Ok(())
    }

    /// This computer's backups in a folder, the latest first. Other files there are nobody's business here.
    fn backups_in(&self, place: &Path) -> Result<Vec<BackupFile>, OfficeError> {
        let prefix = self.backup_prefix()?;
        let Ok(entries) = std::fs::read_dir(place) else { return Ok(Vec::new()) };
        let mut files: Vec<BackupFile> = entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                let made = name.strip_prefix(&prefix)?.strip_suffix(SUFFIX)?;
                let made = DateTime::strptime("%Y%m%d-%H%M%S", made).ok()?;
                let bytes = entry.metadata().map_or(0, |file| file.len());
                Some(BackupFile { bytes, made_at: self.in_office_time(made), name })
            })
            .collect();
        files.sort_by(|a, b| b.name.cmp(&a.name));
        Ok(files)
    }

    fn in_office_time(&self, made: DateTime) -> String {
        let zoned = made.to_zoned(self.now().time_zone().clone());
        zoned.map_or_else(|_| made.to_string(), |zoned| complaints::Moment::from_zoned(&zoned).to_string())
    }

    fn backup_prefix(&self) -> Result<String, OfficeError> {
        let identity = self.identity()?;
        Ok(format!("guichet-{}-{}-", identity.office, identity.number))
    }

    fn backups_kept(&self) -> Result<u32, OfficeError> {
        Ok(self.kept(KEEP)?.parse().unwrap_or(USUALLY_KEPT))
    }

    fn backup_key(&self) -> Result<Option<StoreKey>, OfficeError> {
        let kept = Zeroizing::new(self.kept(KEY)?);
        let key = kept.split_once(' ').and_then(|(key, salt)| Some((unhex(key)?, unhex(salt)?)));
        Ok(key.map(|(key, salt)| StoreKey::derived(key, salt)))
    }
}

/// Reads a backup from end to end and says what is in it.
///
/// # Errors
/// `backup_none`, `backup_unreadable`, `passphrase_wrong`; what is found wrong is `backup_damaged`.
pub fn check_backup(file: &Path, passphrase: &Passphrase) -> Result<BackupMade, OfficeError> {
    let Copied { verified, .. } = look_into(file, &key_of(file, passphrase)?).map_err(backup_failed)?;
    if let Some(problem) = verified.problems.first() {
        return Err(OfficeError::BackupDamaged(problem.clone()));
    }
    let bytes = std::fs::metadata(file).map_or(0, |file| file.len());
    let (complaints, operations) = (verified.complaints, verified.operations);
    Ok(BackupMade { file: file.to_owned(), bytes, complaints, operations })
}

/// Makes a computer of a backup, in a folder that has no store. Its keys are kept as `key_store` says. With its next
/// exchange it goes on as another computer of its office.
///
/// # Errors
/// `backup_none`, `backup_unreadable`, `backup_damaged`, `already_enrolled`, `key_store_other`, `keyring_unavailable`,
/// `passphrase_short`, or the store's. A store is never replaced.
pub fn restore_backup(
    file: &Path,
    passphrase: &Passphrase,
    into: &Path,
    key_store: &KeyStore,
) -> Result<(), OfficeError> {
    if Store::exists(into) {
        return Err(StoreError::Exists(into.to_owned()).into());
    }
    let key = key_of(file, passphrase)?;
    Store::restore(file, &key, into, |seed| {
        let secrets = Secrets::with_signing_seed(&seed)?;
        key_store.keep(into, &secrets)?;
        Ok::<_, OfficeError>(secrets.store_key())
    })
    .map(drop)
    .map_err(|error| match error {
        OfficeError::Store(error) => backup_failed(error),
        other => other,
    })
}

fn key_of(file: &Path, passphrase: &Passphrase) -> Result<StoreKey, OfficeError> {
    let salt = salt_of(file).map_err(backup_failed)?;
    let key = derive(passphrase, &salt)?;
    Ok(StoreKey::derived(*key, salt))
}

fn backup_failed(error: StoreError) -> OfficeError {
    match error {
        StoreError::Missing(path) => OfficeError::NoBackup(path.display().to_string()),
        StoreError::Unreadable => OfficeError::BackupUnreadable,
        StoreError::Inconsistent(problem) => OfficeError::BackupDamaged(problem),
        other => other.into(),
    }
}

fn must_be_there(place: &Path) -> Result<(), OfficeError> {
    if place.is_dir() { Ok(()) } else { Err(OfficeError::BackupPlaceAway(place.display().to_string())) }
}

fn is_due(
    verified: Option<complaints::Moment>,
    tried: Option<complaints::Moment>,
    now: &Zoned,
    idle: Duration,
) -> bool {
    // A clock that was set back does not put off what is due: only today and the last half hour count.
    let today = |at: &complaints::Moment| {
        SignedDuration::from_millis(now.timestamp().as_millisecond() - at.unix_ms).abs()
    };
    let made_today = verified.is_some_and(|at| at.date() == now.date());
    let tried_just_now = tried.is_some_and(|at| today(&at) < SignedDuration::from_mins(AGAIN_AFTER_MIN));
    !made_today && !tried_just_now && (now.hour() < NIGHT_ENDS_AT || idle >= IDLE)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(now: &str, verified: Option<&str>, tried: Option<&str>, idle_s: u64) -> bool {
        let now: Zoned = format!("{now}+04:00[Indian/Mauritius]").parse().unwrap();
        let moment = |at: &str| format!("{at}+04:00").parse().unwrap();
        is_due(verified.map(moment), tried.map(moment), &now, Duration::from_secs(idle_s))
    }

    #[test]
    fn a_backup_is_due_once_a_day_at_night_or_when_nobody_is_there() {
        let yesterday = Some("2026-11-23T16:00:00");
        assert!(due("2026-11-24T00:30:00", yesterday, None, 0), "at night nobody is asked");
        assert!(!due("2026-11-24T10:00:00", yesterday, None, 60), "somebody works");
        assert!(due("2026-11-24T10:00:00", yesterday, None, 200), "the first pause of the day");
        assert!(!due("2026-11-24T15:00:00", Some("2026-11-24T10:00:00"), None, 4000), "made today");
        assert!(due("2026-11-24T10:00:00", None, None, 200), "never yet");
    }

    #[test]
    fn after_a_try_that_failed_it_waits_half_an_hour_whatever_the_clock_does() {
        assert!(!due("2026-11-24T10:10:00", None, Some("2026-11-24T10:00:00"), 4000));
        assert!(due("2026-11-24T10:31:00", None, Some("2026-11-24T10:00:00"), 4000));
        assert!(due("2026-11-24T10:00:00", Some("2027-01-01T10:00:00"), Some("2027-01-01T10:00:00"), 4000));
    }
}
