//! Filing what a program sent, once: a program whose line was cut before it had our answer sends the same request again, and
//! is told what became of the first one. Why so stands in `docs/decisions/0041-the-same-request-again.md`.

use ::complaints::{Author, Capacity, Complaint, Discretion};

use super::{ApiKey, Given};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::filing::Filing;
use crate::store::{complaints, offices, posted_requests, retrying};

/// For so long the same request is one request: a day.
const SAME_MS: i64 = 24 * 3_600_000;

/// What travels with a request and is no part of it.
const AROUND_IT: [&str; 3] = ["api_key", "jurisdiction_id", "locale"];

impl Centre {
    /// Files what a program sent; `given` is what it said, word for word. The complaint that it became before, when the
    /// same program has sent the same within a day.
    ///
    /// # Errors
    /// As [`Centre::file`].
    pub(crate) async fn file_from_program(
        &self,
        filing: &Filing,
        key: &ApiKey,
        given: &Given,
    ) -> Result<Complaint, CentreError> {
        let office = self.office_for(filing)?;
        let category = self.checked_category(filing)?;
        let (author, request) = (author(filing, key), self.hash_of(key, given));
        retrying(|| async {
            let (mut session, now_ms) = (self.store.write().await?, self.clock.now_ms());
            // One after the other: the same request that another server is filing is found once it is there.
            offices::lock(&mut session, office).await?;
            posted_requests::remove_old(&mut session, now_ms - SAME_MS).await?;
            if let Some(before) = posted_requests::complaint(&mut session, &request).await?
                && let Some(filed) = complaints::get(&mut session, before).await?
            {
                return Ok(filed);
            }
            let filed = self.file_in(&mut session, office, filing, category, &author).await?;
            posted_requests::add(&mut session, &request, filed.id, now_ms).await?;
            session.commit().await?;
            Ok(filed)
        })
        .await
    }

    fn hash_of(&self, key: &ApiKey, given: &Given) -> [u8; 32] {
        let said = given.in_order();
        let said = said.iter().filter(|(name, _)| !AROUND_IT.contains(name));
        self.key.hash_request(
            std::iter::once(key.name.as_str()).chain(said.flat_map(|(name, value)| [*name, *value])),
        )
    }
}

/// In whose name: the citizen's, unless none was given.
fn author(filing: &Filing, key: &ApiKey) -> Author {
    let name = Some(filing.citizen.full_name()).filter(|name| !name.is_empty());
    let anonymous = filing.discretion == Some(Discretion::Anonymous);
    Author {
        name: name.filter(|_| !anonymous).unwrap_or_else(|| key.name.clone()),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    }
}
