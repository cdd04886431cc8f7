//! Admission of a device: one-time codes, and what a device gets for one. The same code with the same key gets the
//! same answer for ever, so that a lost answer does no harm.

use ::complaints::{Moment, OfficeCode};
use sync_protocol::{
    Admitted, CODE_ALPHABET, DeviceEntry, EnrolOutcome, EnrolRequest, EnrolResponse, FeedEntry, Protocol,
    Renewal, Sequence, normalised_code,
};

use super::renewal::Renewed;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::feed_end::FeedEnd;
use crate::founding::extend;
use crate::portal::Limited;
use crate::store::codes::CodeRow;
use crate::store::devices::DeviceRow;
use crate::store::{Session, codes, counters, devices, feed, offices, retrying};

const DAY_MS: i64 = 86_400_000;

/// How many admissions a restored centre can have lost at most: a greater id than that was never given.
const MOST_LOST_IDS: u64 = 10_000;

/// The highest number that a computer can have in its office: references have three digits for it, and the last one
/// stands for the centre.
const LAST_NUMBER: u16 = 998;

/// A one-time code for one computer. It is shown once; the store knows its hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnrolmentCode {
    /// Ten characters, `XXXXX-XXXXX`.
    pub code: String,
    /// The office that it admits to.
    pub office: OfficeCode,
    /// When its time is over.
    pub expires_at: Moment,
}

impl Centre {
    /// Makes a one-time code for one more computer of an office.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when there is no such office, [`CentreError::Invalid`] for a time outside 1 to 366
    /// days or an office whose numbers are used up.
    pub async fn enrolment_code(
        &self,
        office: OfficeCode,
        valid_days: u32,
    ) -> Result<EnrolmentCode, CentreError> {
        if !(1..=366).contains(&valid_days) {
            return Err(CentreError::Invalid("a code is valid for 1 to 366 days".to_owned()));
        }
        self.must_have_computers(office)?;
        let now_ms = self.clock.now_ms();
        let expires_ms = now_ms + DAY_MS * i64::from(valid_days);
        let digits = self.random.draw::<10>()?.map(|byte| char::from(CODE_ALPHABET[usize::from(byte % 32)]));
        let normalised: String = digits.iter().collect();
        let hash = self.key.hash_code(&normalised);
        let row = CodeRow { hash, office, created_at: now_ms, expires_at: expires_ms, device: None };
        retrying(|| async {
            let mut session = self.store.write().await?;
            if offices::get(&mut session, office).await?.last_device_number >= LAST_NUMBER {
                return Err(CentreError::Invalid(format!(
                    "office {office} has used up its {LAST_NUMBER} numbers"
                )));
            }
            codes::add(&mut session, &row).await?;
            session.commit().await
        })
        .await?;
        let expires = jiff::Timestamp::from_millisecond(expires_ms).unwrap_or(jiff::Timestamp::MAX);
        Ok(EnrolmentCode {
            code: format!("{}-{}", &normalised[..5], &normalised[5..]),
            office,
            expires_at: Moment::from_zoned(&expires.to_zoned(self.time_zone.clone())),
        })
    }

    /// # Errors
    /// [`CentreError::Invalid`] when the office is the portal.
    pub(crate) fn must_have_computers(&self, office: OfficeCode) -> Result<(), CentreError> {
        if self.profile.portal.is_some_and(|portal| portal.office == office) {
            return Err(CentreError::Invalid(format!("{office} is the portal, which has no computers")));
        }
        Ok(())
    }

    /// Answers an enrolment. What came of it stands in the answer.
    ///
    /// # Errors
    /// [`CentreError::Malformed`], or the store's; nobody was admitted then.
    pub(crate) async fn answer_enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, CentreError> {
        let request =
            EnrolRequest::open(&request).map_err(|error| CentreError::Malformed(error.to_string()))?;
        let admission = if Protocol::OURS.common(request.protocol).is_none() {
            Err(EnrolOutcome::ProtocolVersion)
        } else {
            match &request.renewal {
                Some(renewal) if request.code.is_empty() => self.renew(&request, renewal).await?,
                _ => self.try_code(&request).await?,
            }
        };
        let answer = match admission {
            Ok((device, known)) => EnrolResponse {
                outcome: EnrolOutcome::Admitted,
                protocol: Protocol::OURS,
                admitted: Some(Admitted { known, ..self.welcome(&device) }),
            },
            Err(outcome) => EnrolResponse { outcome, protocol: Protocol::OURS, admitted: None },
        };
        Ok(answer.to_bytes())
    }

    /// Slows down whoever guesses codes. A desk that asks again after a lost answer has the right code.
    async fn try_code(&self, request: &EnrolRequest) -> Result<Result<Renewed, EnrolOutcome>, CentreError> {
        if self.tries_are_used_up(Limited::Enrolment, "").await? {
            return Ok(Err(EnrolOutcome::TooManyTries));
        }
        let device = match retrying(|| self.admit(request)).await? {
            Ok(device) => device,
            Err(outcome) => {
                self.count_try(Limited::Enrolment, "").await?;
                return Ok(Err(outcome));
            }
        };
        let known = match &request.renewal {
            Some(renewal) => Some(self.known_before(&mut self.store.read().await?, renewal).await?),
            None => None,
        };
        Ok(Ok((device, known)))
    }

    async fn admit(&self, request: &EnrolRequest) -> Result<Result<DeviceRow, EnrolOutcome>, CentreError> {
        let now_ms = self.clock.now_ms();
        let hash = self.key.hash_code(&normalised_code(&request.code));
        let mut session = self.store.write().await?;
        let Some(code) = codes::lock(&mut session, &hash).await? else {
            return Ok(Err(EnrolOutcome::WrongCode));
        };
        if let Some(used_by) = code.device {
            let device = devices::get(&mut session, used_by).await?;
            let same = device.filter(|device| device.key == request.key && device.salts == request.salts);
            return Ok(same.ok_or(EnrolOutcome::UsedCode));
        }
        if code.expires_at <= now_ms {
            return Ok(Err(EnrolOutcome::ExpiredCode));
        }
        // Whoever had an id that this centre has lost gets a greater one.
        let renewal = request.renewal.as_deref().and_then(|renewal| Renewal::claimed(renewal).ok());
        let greatest = devices::greatest_id(&mut session).await?;
        if let Some(was) = renewal.map(|renewal| renewal.before)
            && u64::from(was.0) <= greatest + MOST_LOST_IDS
        {
            counters::raise_device(&mut session, was).await?;
        }
        let device = self.add_device(&mut session, code.office, request).await?;
        codes::use_up(&mut session, &hash, device.id).await?;
        session.commit().await?;
        Ok(Ok(device))
    }

    /// One more computer of an office, under the next number.
    pub(crate) async fn add_device(
        &self,
        session: &mut Session,
        office: OfficeCode,
        request: &EnrolRequest,
    ) -> Result<DeviceRow, CentreError> {
        let mut office = offices::lock(session, office).await?;
        if office.last_device_number >= LAST_NUMBER {
            return Err(CentreError::Invalid(format!(
                "office {} has used up its {LAST_NUMBER} numbers",
                office.code
            )));
        }
        office.last_device_number += 1;
        let entry = DeviceEntry {
            device: counters::next_device(session).await?,
            number: office.last_device_number,
            key: request.key,
            salts: request.salts.clone(),
        };
        let device = DeviceRow::new(office.code, &entry, self.clock.now_ms());
        devices::add(session, &device).await?;
        feed::set_device_in(session, office.code, device.id, Sequence(0)).await?;
        let mut end = FeedEnd::new(office.office(), office.feed);
        end.put(&FeedEntry::Device(entry));
        extend(self, session, office, end).await?;
        Ok(device)
    }

    pub(crate) fn welcome(&self, device: &DeviceRow) -> Admitted {
        Admitted {
            device: device.id,
            number: device.number,
            office: sync_protocol::Office(device.office.number()),
            centre: self.key.public(),
            profile: self.profile_packed.clone(),
            known: None,
            recipient: Some(self.key.signing().sealing().recipient()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in ["K7PM0-1XQT9", "k7pm0 1xqt9", " K7PMO–LXQT9 ", "k7pmoixqt9"] {
            assert_eq!(normalised_code(typed), "K7PM01XQT9", "{typed}");
        }
    }
}
