//! What is set on this computer, how its backups stand, and what it is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is set on this computer, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SettingsForm {
    /// The paper of receipts: `a4`, `a5` or `roll80`; empty: as the profile says.
    pub paper: String,
    /// The printer of sheets; empty: the system's dialogue asks each time.
    #[serde(default)]
    pub sheet_printer: String,
    /// The printer of receipts on a roll; empty: the same.
    #[serde(default)]
    pub roll_printer: String,
    /// The folder in which a scanner leaves its pictures; empty: none.
    pub scanner_folder: String,
    /// The way out: `system`, `none` or `address`.
    pub proxy: String,
    /// The proxy's address, where it is `address`.
    pub proxy_address: String,
}

/// The page of settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SettingsView {
    /// What is set.
    pub form: SettingsForm,
    /// The paper that the profile says.
    pub profile_paper: String,
    /// The printers that this computer knows; none: it does not tell, and the system's dialogue asks each time.
    pub printers: Option<Vec<String>>,
    /// How backups stand.
    pub backup: BackupView,
    /// What this computer is.
    pub about: AboutView,
}

/// How backups stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BackupView {
    /// A place and a passphrase were chosen.
    pub set_up: bool,
    /// The folder that they go to; empty: none was chosen.
    pub place: String,
    /// The folder is there now.
    pub present: bool,
    /// How many are kept.
    pub keep: u32,
    /// When the last one was read again and found whole.
    pub verified_at: Option<String>,
    /// The code of what went wrong at the last try; none when it went well.
    pub failed: Option<String>,
    /// Those that lie in the place now, the latest first.
    pub files: Vec<BackupFile>,
}

/// A backup that lies in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct BackupFile {
    /// The file's name.
    pub name: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was made, as its name says.
    pub made_at: String,
}

/// What this computer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct AboutView {
    /// The program's version.
    pub version: String,
    /// The office's name.
    pub office: String,
    /// The number of this computer in its office.
    pub device: u32,
    /// The centre's address.
    pub server: String,
    /// Bytes that the store takes on the disk.
    #[ts(type = "number")]
    pub store_bytes: u64,
    /// When everything in the store was last checked.
    pub checked_at: Option<String>,
    /// How much was found wrong then.
    pub problems: u32,
}
