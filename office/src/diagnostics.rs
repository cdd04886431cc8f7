//! The diagnostics file: what a helper at the other end of a telephone needs to know about a computer. Versions, counts,
//! sizes and codes, and no word of a citizen or a clerk: sentences that name something are cut down to their first word.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use complaints::profile::{Bundle, Profile};
use sync_engine::Proxy;

use crate::error::OfficeError;
use crate::last_errors;
use crate::open::Office;

impl Office {
    /// The file's text.
    ///
    /// # Errors
    /// When the store fails. What is wrong in the store is no error: it is what the file is for.
    pub fn diagnostics(&self) -> Result<String, OfficeError> {
        let identity = self.identity()?;
        let told = json!({
            "made_at": self.moment().to_string(),
            "guichet": env!("CARGO_PKG_VERSION"),
            "system": {
                "name": std::env::consts::OS,
                "processor": std::env::consts::ARCH,
                "cores": std::thread::available_parallelism().map_or(0, usize::from),
            },
            "computer": {"office": identity.office.to_string(), "number": identity.number, "device": identity.device.0},
            "profile": self.profile_told()?,
            "store": {
                "schema": self.store.schema()?,
                "bytes": self.store.size_bytes(),
                "drafts": self.store.drafts()?.len(),
                "people": self.store.clerks()?.len(),
            },
            "exchange": self.exchange_told()?,
            "backup": self.backup_told()?,
            "settings": self.settings_told()?,
            "check": self.check_told(),
            "last_errors": last_errors::last()
                .iter()
                .map(|(at, code)| json!({"at": at.to_string(), "code": code}))
                .collect::<Vec<_>>(),
        });
        serde_json::to_string_pretty(&told).map_err(|error| OfficeError::Internal(error.to_string()))
    }

    fn profile_told(&self) -> Result<Value, OfficeError> {
        let profile = self.profile();
        let bundle = Bundle::from_bytes(&self.store.profile()?)
            .map_err(|error| OfficeError::Profile(error.to_string()))?;
        let edition: String = bundle.digest()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        // Where it is newer than this program: the places alone, not what stands there.
        let passed_over =
            Profile::read_from_centre(&bundle).map_or(Vec::new(), |(_, passed_over)| passed_over);
        let passed_over: Vec<String> =
            passed_over.iter().map(|place| format!("{}:{}", place.file, place.line)).collect();
        Ok(json!({
            "name": profile.name,
            "edition": edition,
            "categories": profile.categories.len(),
            "institutions": profile.institutions.len(),
            "offices": profile.offices.len(),
            "passed_over": passed_over,
        }))
    }

    fn exchange_told(&self) -> Result<Value, OfficeError> {
        let status = self.resting_status()?;
        let log = self.store.own_log()?;
        Ok(json!({
            "waiting": status.waiting,
            "oldest_waiting_at": status.oldest_waiting_at,
            "last_exchange_at": status.last_exchange_at,
            "trouble": status.trouble,
            "clock_ahead_s": status.clock_ahead_s,
            "refused": status.refused,
            "conflicts": status.conflicts,
            "documents_waiting": status.documents_waiting,
            "documents_left_bytes": status.documents_left_bytes,
            "own_log": log.head.sequence.0,
            "acknowledged": log.acknowledged.sequence.0,
            "feed": self.store.feed_head()?.number,
            "quarantined": self.store.quarantine()?.len(),
        }))
    }

    fn backup_told(&self) -> Result<Value, OfficeError> {
        let backup = self.backup_view()?;
        Ok(json!({
            "set_up": backup.set_up,
            "place_is_there": backup.present,
            "keep": backup.keep,
            "lie_there": backup.files.len(),
            "verified_at": backup.verified_at,
            "failed": backup.failed,
        }))
    }

    fn settings_told(&self) -> Result<Value, OfficeError> {
        // A proxy's address may hold a password, and a folder's path somebody's name.
        let proxy = match self.proxy()? {
            Proxy::System => "system",
            Proxy::None => "none",
            Proxy::Address(_) => "address",
        };
        Ok(json!({"paper": self.paper(), "proxy": proxy, "scanner_folder": self.scanner_folder()?.is_some()}))
    }

    /// What a check finds, by where it finds it.
    fn check_told(&self) -> Value {
        match self.verify() {
            Ok(verified) => {
                let mut problems: BTreeMap<&str, u32> = BTreeMap::new();
                for problem in &verified.problems {
                    let place = problem.split([' ', ':']).next().unwrap_or_default();
                    *problems.entry(place).or_default() += 1;
                }
                json!({
                    "complaints": verified.complaints,
                    "operations": verified.operations,
                    "entries": verified.entries,
                    "roots": verified.roots,
                    "problems": problems,
                })
            }
            Err(error) => json!({"failed": error.code()}),
        }
    }
}
