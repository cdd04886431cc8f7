//! What computers signed after they were shut out: an administrator can read it, and nothing is done with it.

use ::complaints::Operation;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::quarantine;

/// An operation in quarantine.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Quarantined {
    /// Its id, in hexadecimal digits.
    pub id: String,
    /// The device that signed it.
    pub device: u32,
    /// Its place in that device's log.
    pub sequence: u64,
    /// When it came, milliseconds since 1970.
    pub received_at_ms: i64,
    /// Who did it, as far as it can be read.
    pub author: Option<String>,
    /// The complaint that it is about.
    pub complaint: Option<String>,
    /// The kind of operation, by number.
    pub kind: Option<u16>,
}

impl Centre {
    /// Everything in quarantine, by device and place in its log.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn quarantine(&self) -> Result<Vec<Quarantined>, CentreError> {
        let rows = quarantine::all(&mut self.store.read().await?).await?;
        let shown = |row: quarantine::QuarantinedRow| {
            let read = Operation::from_bytes(&row.operation.payload).ok();
            Quarantined {
                id: row.operation.id.to_string(),
                device: row.operation.device.0,
                sequence: row.operation.sequence.0,
                received_at_ms: row.received_at,
                author: read.as_ref().map(|operation| operation.author.name.clone()),
                complaint: read.as_ref().and_then(|operation| operation.subject).map(|id| id.to_string()),
                kind: read.as_ref().map(|operation| operation.body.kind()),
            }
        };
        Ok(rows.into_iter().map(shown).collect())
    }
}
