//! The audit: everything that can be computed again is computed again and compared with what is stored: the chains
//! of the devices' logs, the signatures over them, the feeds with their signed ends, the state of each complaint, and
//! the contents of documents. It changes nothing and says exactly where something does not fit.

mod documents;
mod feeds;
mod figures;
mod logs;
mod proof;
mod snapshots;
mod witness;

use std::fmt;

use ::complaints::OfficeCode;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::hex;
use crate::store::{Session, counters, devices, offices, operations, settings, standing};
pub(crate) use proof::registration;
pub use proof::{Proof, ProvenRoot};

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Each office, by code.
    pub offices: Vec<OfficeAudit>,
    /// What does not fit. Of a log or a feed only the first fault: all behind it follows from it.
    pub faults: Vec<Fault>,
}

/// What an office amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeAudit {
    /// Its code.
    pub office: OfficeCode,
    /// How many complaints it holds.
    pub complaints: u64,
    /// How many entries its feed has.
    pub entries: u64,
    /// The hash at the end of its feed, in hexadecimal digits.
    pub head: String,
    /// The digest over the states of its complaints and its people, in hexadecimal digits: equal at each of its
    /// computers that has the same entries.
    pub fold: String,
}

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: `office 12, entry 40`.
    pub place: String,
    /// What.
    pub what: String,
}

impl Fault {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl Centre {
    /// Audits the whole store, as it stands at one moment. Desks can go on in the meantime.
    ///
    /// # Errors
    /// [`CentreError`] when the store cannot be read; what does not fit is in the [`Audit`].
    pub async fn verify(&self) -> Result<Audit, CentreError> {
        let mut session = self.store.read().await?;
        let engine = session.engine_check().await?;
        let mut faults: Vec<Fault> =
            engine.into_iter().map(|what| Fault::new("the database", what)).collect();
        if settings::get(&mut session, settings::CENTRE_KEY).await? != hex(&self.key.public().0) {
            faults.push(Fault::new("the settings", "the store was made with another key"));
        }
        let mut audits = Vec::new();
        for office in offices::all(&mut session).await? {
            logs::check(self, &mut session, office.code, &mut faults).await?;
            audits.push(feeds::check(self, &mut session, &office, &mut faults).await?);
            snapshots::check(self, &mut session, &office, &mut faults).await?;
        }
        check_lists(&mut session, &mut faults).await?;
        documents::check_stray(&mut session, &mut faults).await?;
        witness::check(&mut session, &self.key.public(), &mut faults).await?;
        Ok(Audit { offices: audits, faults })
    }
}

/// What belongs to no single office: each feed has its office, each operation stands with its device's office, and
/// no device's number will be given a second time.
async fn check_lists(session: &mut Session, faults: &mut Vec<Fault>) -> Result<(), CentreError> {
    for office in offices::unlisted(session).await? {
        faults.push(Fault::new(
            format!("office {office:02}"),
            "it has a feed and is not in the list of offices",
        ));
    }
    for (device, sequence) in operations::astray(session).await? {
        let place = format!("device {device}, operation {sequence}");
        faults.push(Fault::new(place, "it is filed under another office than its device"));
    }
    for office in standing::wrong(session).await? {
        let place = format!("office {office:02}");
        faults.push(Fault::new(place, "its open complaints are counted otherwise than they stand"));
    }
    let given = counters::last_device(session).await?;
    let greatest = devices::greatest_id(session).await?;
    if given.is_none_or(|given| given < greatest) {
        faults.push(Fault::new("the counter of devices", "it is missing or behind the devices"));
    }
    Ok(())
}
