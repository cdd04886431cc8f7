//! Registering a complaint: a reference at once, one durable transaction, nobody asked.

use jiff::civil::Date;

use complaints::profile::{Category, Profile};
use complaints::{
    AccessCode, Author, Body, Citizen, ComplaintId, ComplaintSeed, ContactWay, Discretion, Kind, Link,
    Moment, Operation, Point, Reference, Register, Representative, days_since_1970, first_words, read_point,
};
use office_store::Writing;

use crate::error::OfficeError;
use crate::open::Office;
use crate::twins::LINKED_AS;
use crate::view::{self, ComplaintForm, Registered};

/// The most characters of a complaint's text: far below what one operation may hold, in any script.
pub(crate) use complaints::LONGEST_TEXT;

/// A complaint, checked and ready to be registered.
#[derive(Debug, Clone)]
pub struct Registration {
    kind: Kind,
    category: String,
    institution: String,
    subject: String,
    text: String,
    place: Option<String>,
    language: String,
    citizen: Citizen,
    contact_by: Vec<ContactWay>,
    notice: String,
    notice_language: Option<String>,
    recorded_at: Option<Moment>,
    due_on: Option<Date>,
    representative: Option<Representative>,
    discretion: Option<Discretion>,
    point: Option<Point>,
    linked: Option<ComplaintId>,
    other_matters: Vec<ComplaintId>,
}

/// A registration that has been written.
pub(crate) struct Written {
    pub(crate) id: ComplaintId,
    pub(crate) reference: Reference,
    pub(crate) access_code: AccessCode,
    pub(crate) due_on: Option<Date>,
}

impl Registration {
    /// Checks a form against the profile. Only what makes a complaint is required; a rule of form (an identity
    /// number that does not fit, a locality that is not in the list) never stops anybody.
    ///
    /// # Errors
    /// `kind_missing`, `category_missing`, `text_missing`, `text_too_long`, `notice_missing`,
    /// `discretion_not_offered`.
    pub fn check(
        form: &ComplaintForm,
        profile: &Profile,
        recorded_at: Option<Moment>,
        today: Date,
    ) -> Result<Self, OfficeError> {
        let category = profile.category_by_path(form.category.trim());
        let category = category.ok_or_else(|| OfficeError::Category(form.category.clone()))?;
        if form.text.trim().is_empty() {
            return Err(OfficeError::TextMissing);
        }
        if form.text.chars().count() > LONGEST_TEXT {
            return Err(OfficeError::TextTooLong);
        }
        if form.notice.trim().is_empty() {
            return Err(OfficeError::NoticeMissing);
        }
        let registered_on = recorded_at.map_or(today, Moment::date);
        let mut contact_by: Vec<_> = form.contact_by.iter().copied().map(contact_way).collect();
        contact_by.sort_unstable();
        contact_by.dedup();
        let discretion = discretion(form, category)?;
        let is_anonymous = discretion == Some(Discretion::Anonymous);
        if is_anonymous {
            contact_by.clear();
        }
        let point = read_point(&form.point);
        Ok(Self {
            kind: kind(form, category)?,
            category: category.code.clone(),
            institution: institution(form, profile, category),
            subject: subject(form),
            text: form.text.clone(),
            place: place(form, point),
            language: known(&form.language).unwrap_or_else(|| profile.own_language().to_owned()),
            // Whoever asked not to be named is not kept, whatever was typed before.
            citizen: if is_anonymous { Citizen::default() } else { citizen(form, profile) },
            contact_by,
            notice: form.notice.trim().to_owned(),
            notice_language: known(&form.notice_language),
            recorded_at,
            due_on: profile.due_on(category, registered_on),
            representative: representative(form, profile).filter(|_| !is_anonymous),
            discretion,
            point,
            linked: form.linked.as_ref().and_then(|linked| linked.id.parse().ok()),
            other_matters: form.other_matters.iter().filter_map(|id| id.parse().ok()).collect(),
        })
    }

    /// Writes the registration as a part of a deed.
    pub(crate) fn write(
        &self,
        writing: &mut Writing<'_>,
        author: &Author,
        at: Moment,
    ) -> Result<Written, OfficeError> {
        let reference = writing.next_reference()?;
        let register = |seed| Register {
            seed,
            reference,
            kind: self.kind,
            category: self.category.clone(),
            institution: self.institution.clone(),
            subject: self.subject.clone(),
            text: self.text.clone(),
            place: self.place.clone(),
            language: self.language.clone(),
            citizen: self.citizen.clone(),
            contact_by: self.contact_by.clone(),
            notice: self.notice.clone(),
            notice_language: self.notice_language.clone(),
            due_on: self.due_on.map(days_since_1970),
            recorded_at: self.recorded_at,
            representative: self.representative.clone(),
            discretion: self.discretion,
            point: self.point,
            channel: None,
        };
        let operation = |seed: ComplaintSeed| {
            let (author, subject) = (author.clone(), Some(seed.complaint_id()));
            Operation { subject, author, at, body: Body::Register(Box::new(register(seed))) }
        };
        let blank = operation(ComplaintSeed::from_random([0; 16]));
        let seed = ComplaintSeed::from_random(writing.draw(&blank.to_bytes())?);
        let (id, access_code) = (seed.complaint_id(), AccessCode::of(&seed));
        writing.append(&operation(seed))?;
        for other in &self.other_matters {
            writing.put_other_matter(id, *other, &author.name, at)?;
        }
        // A twin that is gone meanwhile keeps nobody from registering.
        if let Some(twin) = self.linked.map(|twin| writing.complaint(twin)).transpose()?.flatten() {
            let link = Link { other: twin.id, reference: twin.register.reference, relation: LINKED_AS };
            let (author, body) = (author.clone(), Body::Link(link));
            writing.append(&Operation { subject: Some(id), author, at, body })?;
        }
        Ok(Written { id, reference, access_code, due_on: self.due_on })
    }
}

impl Office {
    /// Registers what stands in a form, and removes its draft in the same transaction. When this returns, the
    /// complaint is on the disk.
    ///
    /// # Errors
    /// Those of [`Registration::check`], and the store's; the draft is then still there.
    pub fn register(
        &self,
        form: &ComplaintForm,
        draft: Option<&str>,
        author: &Author,
    ) -> Result<Registered, OfficeError> {
        let registration = Registration::check(form, &self.profile(), None, self.now().date())?;
        let written = self.store.write(|writing| {
            if let Some(draft) = draft {
                writing.delete_draft(draft)?;
            }
            registration.write(writing, author, self.moment())
        })?;
        Ok(Registered {
            id: written.id.to_string(),
            reference: written.reference.to_string(),
            access_code: written.access_code.to_string(),
            due_on: written.due_on.map(|day| day.to_string()),
        })
    }
}

fn kind(form: &ComplaintForm, category: &Category) -> Result<Kind, OfficeError> {
    match form.kind.trim() {
        "" if category.code == "suggestion" => Ok(Kind::Suggestion),
        "" => Ok(Kind::Complaint),
        word => word.parse().map_err(OfficeError::Kind),
    }
}

/// An institution that the profile does not have is not taken: nobody would hold the complaint.
fn institution(form: &ComplaintForm, profile: &Profile, category: &Category) -> String {
    let chosen = form.institution.trim();
    if profile.institutions.contains_key(chosen) { chosen.to_owned() } else { category.institution.clone() }
}

/// What the profile does not offer is not taken: it would promise a silence that nobody keeps.
fn discretion(form: &ComplaintForm, category: &Category) -> Result<Option<Discretion>, OfficeError> {
    let chosen = match form.discretion.trim() {
        "" => return Ok(None),
        word => word.parse().map_err(OfficeError::Kind)?,
    };
    match chosen {
        Discretion::Open => Ok(None),
        other if category.discretion.contains(&other) => Ok(Some(other)),
        other => Err(OfficeError::Discretion(other.to_string())),
    }
}

fn representative(form: &ComplaintForm, profile: &Profile) -> Option<Representative> {
    let someone = &form.representative;
    let (name, phone, relation) = (known(&someone.name), known(&someone.phone), known(&someone.relation));
    let is_named = name.is_some() || phone.is_some() || relation.is_some();
    (form.for_another && is_named).then(|| Representative {
        name: name.unwrap_or_default(),
        phone: phone.map(|typed| profile.stored_phone(&typed)),
        relation,
    })
}

/// Where it happened. What was typed as a point and is none stands there in words, so that it is not lost.
fn place(form: &ComplaintForm, point: Option<Point>) -> Option<String> {
    let unread = known(&form.point).filter(|_| point.is_none());
    match (known(&form.place), unread) {
        (Some(place), Some(unread)) => Some(format!("{place} ({unread})")),
        (place, unread) => place.or(unread),
    }
}

pub(crate) fn citizen(form: &ComplaintForm, profile: &Profile) -> Citizen {
    let citizen = &form.citizen;
    Citizen {
        surname: known(&citizen.surname),
        other_names: known(&citizen.other_names),
        nic: known(&citizen.nic),
        phone: known(&citizen.phone).map(|typed| profile.stored_phone(&typed)),
        email: known(&citizen.email),
        address: known(&citizen.address),
        locality: known(&citizen.locality),
    }
}

fn known(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// The subject as typed, or the first words of the text.
fn subject(form: &ComplaintForm) -> String {
    let typed = form.subject.trim();
    if !typed.is_empty() {
        return typed.to_owned();
    }
    first_words(&form.text)
}

fn contact_way(way: view::ContactWay) -> ContactWay {
    match way {
        view::ContactWay::Phone => ContactWay::Phone,
        view::ContactWay::Sms => ContactWay::Sms,
        view::ContactWay::Letter => ContactWay::Letter,
        view::ContactWay::Email => ContactWay::Email,
        view::ContactWay::Visit => ContactWay::Visit,
    }
}
