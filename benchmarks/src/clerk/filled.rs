//! Two computers of two offices: one whose store holds all complaints, sent and confirmed, and one whose store is empty.
//! Their centre is gone when this is done: a desk must be quick with the line down.

use std::path::Path;
use std::time::Instant;

use desktop::{Centre, Computer, KeyStore};
use serde_json::Value;

use super::FilledTimes;
use crate::trouble::{Outcome, Trouble};

/// The clerk of both offices.
const CLERK: &str = "Anousha Ramdin";
/// And the PIN.
pub(crate) const PIN: &str = "480213";

/// The two computers.
#[derive(Debug)]
pub(crate) struct Filled {
    /// The one with all complaints.
    pub(crate) many: Computer,
    /// Its keys.
    pub(crate) many_key: std::path::PathBuf,
    /// The one without any.
    pub(crate) empty: Computer,
    /// Of the complaints, in the order of the file.
    pub(crate) references: Vec<String>,
    pub(crate) times: FilledTimes,
}

impl Filled {
    /// Registers the file's complaints at one of them and sends them to the centre.
    pub(crate) async fn make(folder: &Path, file: &Path, count: usize) -> Outcome<Self> {
        let mut centre = Centre::start(folder).await?;
        let key = |name: &str| folder.join(format!("{name}.key"));
        let computer = |name: &str| Computer::new(folder, name, KeyStore::File(key(name)));
        let (empty, many) = (computer("empty"), computer("many"));
        empty.enrol(&centre, "13", (CLERK, PIN))?;
        many.enrol(&centre, "12", (CLERK, PIN))?;
        let begun = Instant::now();
        let lines = many.ask()?.words(["register", "--from"]).word(file).json_lines()?;
        let registering_s = begun.elapsed().as_secs_f64();
        let reference = |line: &Value| line["reference"].as_str().map(str::to_owned);
        let references: Vec<String> = lines.iter().filter_map(reference).collect();
        if references.len() != count {
            return Err(Trouble::new(format!("{} of {count} complaints were registered", references.len())));
        }
        let begun = Instant::now();
        let sent = many.ask()?.word("sync").json()?;
        let sending_s = begun.elapsed().as_secs_f64();
        if sent["waiting"] != 0 {
            return Err(Trouble::new(format!("not everything was sent: {sent}")));
        }
        centre.line_down()?;
        let bytes =
            std::fs::metadata(many.data().join("office.db")).map_err(Trouble::doing("the store"))?.len();
        let store_mib = bytes as f64 / 1024.0 / 1024.0;
        let times = FilledTimes { complaints: count, registering_s, sending_s, store_mib };
        Ok(Self { many, many_key: key("many"), empty, references, times })
    }
}
