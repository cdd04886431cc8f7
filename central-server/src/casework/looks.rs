//! Who looked at complaints that few people may see: each look is written down before anything is shown.

use ::complaints::{Complaint, ComplaintId, Reference};
use jiff::Zoned;

use crate::access::{Right, is_restricted};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::{Agent, Role};
use crate::store::{complaints, looks};

/// Somebody looked at a restricted complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Which one.
    pub complaint: ComplaintId,
    /// Its reference; none: there is no such complaint any more.
    pub reference: Option<Reference>,
    /// When.
    pub at: Zoned,
    /// Who, as the agent was called then.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Code of the institution or number of the office; empty: at the centre.
    pub place: String,
    /// At what: `case`, or the hash of a document.
    pub what: String,
}

impl Centre {
    /// Writes down that an agent looks at a complaint, when few people may see it.
    ///
    /// # Errors
    /// [`CentreError`] of the store; nothing may be shown then.
    pub async fn note_look(
        &self,
        agent: &Agent,
        complaint: &Complaint,
        what: &str,
    ) -> Result<(), CentreError> {
        if !is_restricted(complaint, &self.profile) {
            return Ok(());
        }
        let mut session = self.store.write().await?;
        looks::add(&mut session, agent, complaint.id, what, self.clock.now_ms()).await?;
        session.commit().await
    }

    /// Who looked, the latest first; `of` narrows it to one complaint. How many there are in all is the second part.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] for whoever is no auditor, or the store's.
    pub async fn looks(
        &self,
        by: &Agent,
        of: Option<&Reference>,
        (offset, limit): (u32, u32),
    ) -> Result<(Vec<Look>, u32), CentreError> {
        if !by.role.may(Right::SeeLooks) {
            return Err(CentreError::NotAllowed("only an auditor sees who looked".to_owned()));
        }
        let mut session = self.store.read().await?;
        let only = match of {
            None => None,
            Some(reference) => {
                let found = complaints::of_reference(&mut session, reference).await?;
                Some(found.into_iter().map(|complaint| complaint.id).collect::<Vec<_>>())
            }
        };
        let (rows, total) = looks::latest(&mut session, only.as_deref(), offset, limit).await?;
        let looked = rows.into_iter().map(|row| {
            let at = jiff::Timestamp::from_millisecond(row.at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
            Look {
                complaint: row.complaint,
                reference: row.reference,
                at: at.to_zoned(self.time_zone.clone()),
                name: row.name,
                role: row.role,
                place: row.place,
                what: row.what,
            }
        });
        Ok((looked.collect(), total))
    }
}
