//! What the administrator has set for this computer, as the page shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is set above what users set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PolicyView {
    /// The file that says so; none: there is none.
    pub file: Option<String>,
    /// What is set: `centre`, `office`, `proxy`, `languages`, `lock_after_minutes`, `scanner_folder`, `backup_place`.
    pub keys: Vec<String>,
    /// The centre's address; empty: not set.
    pub centre: String,
    /// The languages that may be chosen; empty: all.
    pub languages: Vec<String>,
    /// Where backups go; empty: not set.
    pub backup_place: String,
    /// What in the file is wrong and does not hold.
    pub mistakes: Vec<PolicyMistakeView>,
}

/// Something that is wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PolicyMistakeView {
    /// Its line, from 1.
    pub line: u32,
    /// Its key; empty: the file itself.
    pub key: String,
    /// The end of the text's key: `policy-mistake-…`.
    pub what: String,
}
