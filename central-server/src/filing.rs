//! Registering at the centre: what citizens file on the portal, what programs send, and what an office writes on the
//! centre's pages while its own computers are out of order. Whoever calls this has asked the person; what a page or a
//! program may ask for stands there.

use ::complaints::profile::Category;
use ::complaints::{
    Author, Body, Channel, Citizen, Complaint, ComplaintId, ComplaintSeed, ContactWay, Discretion, Kind,
    LONGEST_TEXT, Moment, OfficeCode, Operation, Point, Reference, Register, Representative, days_since_1970,
    first_words,
};
use sync_protocol::MAX_OPERATION_BYTES;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::record::{record, record_quietly};
use crate::store::{Session, complaints, counters, devices, offices, retrying};

/// The number that stands for the centre in a reference of an office with computers of its own.
const CENTRE_AT_AN_OFFICE: u16 = 999;

/// The same at the portal, which has none.
const CENTRE_AT_THE_PORTAL: u16 = 1;

/// What somebody files.
#[derive(Debug, Clone)]
pub struct Filing {
    /// The way on which it comes in.
    pub channel: Channel,
    /// The office in whose name; none: the portal.
    pub office: Option<OfficeCode>,
    /// What it is.
    pub kind: Kind,
    /// Code of the category.
    pub category: String,
    /// Code of the institution, where the citizen named one; else the category's.
    pub institution: Option<String>,
    /// A few words; empty: the first words of the text.
    pub subject: String,
    /// What happened, exactly as it came in.
    pub text: String,
    /// Where it happened.
    pub place: Option<String>,
    /// The citizen's language, as a tag.
    pub language: String,
    /// The person.
    pub citizen: Citizen,
    /// How the citizen agreed to be told.
    pub contact_by: Vec<ContactWay>,
    /// The language in which the privacy notice was read.
    pub notice_language: Option<String>,
    /// Somebody who complains for the citizen.
    pub representative: Option<Representative>,
    /// Who may know who complains.
    pub discretion: Option<Discretion>,
    /// Where exactly.
    pub point: Option<Point>,
    /// When it came in, if that was before now.
    pub recorded_at: Option<Moment>,
}

impl Centre {
    /// Registers what was filed. When this returns, it is in the store and in the feed of its office.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when something is missing or the profile does not know it; nothing was written then.
    /// [`CentreError::NotAllowed`] when the profile has no portal. Or the store's.
    pub async fn file(&self, filing: &Filing, author: &Author) -> Result<Complaint, CentreError> {
        let office = self.office_for(filing)?;
        let category = self.checked_category(filing)?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let filed = self.file_in(&mut session, office, filing, category, author).await?;
            session.commit().await?;
            Ok(filed)
        })
        .await
    }

    pub(crate) fn office_for(&self, filing: &Filing) -> Result<OfficeCode, CentreError> {
        match (filing.office, self.profile.portal) {
            (Some(office), _) => Ok(office),
            (None, Some(portal)) => Ok(portal.office),
            (None, None) => Err(CentreError::NotAllowed("this deployment has no portal".to_owned())),
        }
    }

    pub(crate) fn checked_category(&self, filing: &Filing) -> Result<&Category, CentreError> {
        let invalid = |why: String| Err(CentreError::Invalid(why));
        let Some(category) = self.profile.category(&filing.category) else {
            return invalid(format!("there is no category “{}” in the profile", filing.category));
        };
        if filing.text.trim().is_empty() {
            return invalid("say what happened".to_owned());
        }
        if filing.text.chars().count() > LONGEST_TEXT {
            return invalid(format!("the text has more than {LONGEST_TEXT} characters"));
        }
        match &filing.institution {
            Some(code) if !self.profile.institutions.contains_key(code) => {
                return invalid(format!("there is no institution “{code}” in the profile"));
            }
            _ => {}
        }
        match filing.discretion {
            Some(chosen) if chosen != Discretion::Open && !category.discretion.contains(&chosen) => {
                invalid(format!("the category “{}” cannot be filed as {chosen}", category.code))
            }
            _ => Ok(category),
        }
    }

    /// Registers in a transaction of the caller’s. What was asked for has been checked.
    pub(crate) async fn file_in(
        &self,
        session: &mut Session,
        office: OfficeCode,
        filing: &Filing,
        category: &Category,
        author: &Author,
    ) -> Result<Complaint, CentreError> {
        let office = offices::lock(session, office).await?;
        let counter = counters::next_reference(session, office.code).await?;
        let (id, payload) = self.registering(office.code, counter, filing, category, author)?;
        let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
        let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
        let entry = log.head.then(log.id, &log.salts, payload);
        let code = office.code;
        // What is taken over from an older register was told long ago.
        if filing.channel == Channel::Import {
            record_quietly(self, session, office, &log, vec![entry]).await?;
        } else {
            record(self, session, office, &log, vec![entry]).await?;
        }
        let filed = complaints::get(session, id).await?;
        filed.ok_or_else(|| CentreError::Damaged(format!("office {code} did not take what was filed")))
    }

    /// The operation that registers under the centre's own number, and of which complaint.
    pub(crate) fn registering(
        &self,
        office: OfficeCode,
        counter: u32,
        filing: &Filing,
        category: &Category,
        author: &Author,
    ) -> Result<(ComplaintId, Vec<u8>), CentreError> {
        let at_the_portal = self.profile.portal.is_some_and(|portal| portal.office == office);
        let device = if at_the_portal { CENTRE_AT_THE_PORTAL } else { CENTRE_AT_AN_OFFICE };
        let reference = Reference { office, device, counter };
        let at = Moment::from_zoned(&self.now());
        let register = self.registration(filing, category, reference, at)?;
        let id = register.seed.complaint_id();
        let body = Body::Register(Box::new(register));
        let payload = Operation { subject: Some(id), author: author.clone(), at, body }.to_bytes();
        if payload.len() > MAX_OPERATION_BYTES {
            return Err(CentreError::Invalid("this text is too long".to_owned()));
        }
        Ok((id, payload))
    }

    fn registration(
        &self,
        filing: &Filing,
        category: &Category,
        reference: Reference,
        at: Moment,
    ) -> Result<Register, CentreError> {
        let day = filing.recorded_at.unwrap_or(at).date();
        let is_anonymous = filing.discretion == Some(Discretion::Anonymous);
        let mut contact_by = if is_anonymous { Vec::new() } else { filing.contact_by.clone() };
        contact_by.sort_unstable();
        contact_by.dedup();
        Ok(Register {
            seed: ComplaintSeed::from_random(self.random.draw()?),
            reference,
            kind: filing.kind,
            category: category.code.clone(),
            institution: filing.institution.clone().unwrap_or_else(|| category.institution.clone()),
            subject: subject(filing),
            text: filing.text.clone(),
            place: filing.place.clone(),
            language: filing.language.clone(),
            // Whoever asked not to be named is not kept, whatever was typed.
            citizen: if is_anonymous { Citizen::default() } else { filing.citizen.clone() },
            contact_by,
            notice: self.profile.privacy_version.clone(),
            notice_language: filing.notice_language.clone(),
            due_on: self.profile.due_on(category, day).map(days_since_1970),
            recorded_at: filing.recorded_at,
            representative: filing.representative.clone().filter(|_| !is_anonymous),
            discretion: filing.discretion.filter(|chosen| *chosen != Discretion::Open),
            point: filing.point,
            channel: Some(filing.channel),
        })
    }
}

/// The subject as given, or the first words of the text, as at a counter.
fn subject(filing: &Filing) -> String {
    let given = filing.subject.trim();
    if !given.is_empty() {
        return given.to_owned();
    }
    first_words(&filing.text)
}
