//! The receipt of a complaint, as PDF or as SVG pages, in the citizen's language or another.

use complaints::profile::{Profile, text_in};
use complaints::{ComplaintId, ContactWay};
use letters::{Emergency, Kind, NeededPaper, Receipt};
use locales::Language;
use office_store::ComplaintRecord;

use crate::error::OfficeError;
use crate::open::Office;
use crate::papers::{self, paper_word};
use crate::view::PaperView;

impl Office {
    /// The receipt as pages that the window shows and prints; on the paper of this computer, unless another is
    /// asked for.
    ///
    /// # Errors
    /// `not_found`, or when it cannot be made.
    pub fn receipt(
        &self,
        id: ComplaintId,
        (language, paper): (Option<&str>, Option<&str>),
    ) -> Result<PaperView, OfficeError> {
        let receipt = self.receipt_of(&self.record(id)?, language)?;
        let paper = self.receipt_paper(paper);
        Ok(PaperView {
            pages: letters::receipt_svg(&receipt, paper)?,
            paper: paper_word(paper).to_owned(),
            duplicate: receipt.duplicate,
        })
    }

    /// The receipt as PDF.
    ///
    /// # Errors
    /// `not_found`, or when it cannot be made.
    pub fn receipt_pdf(
        &self,
        id: ComplaintId,
        (language, paper): (Option<&str>, Option<&str>),
    ) -> Result<Vec<u8>, OfficeError> {
        let receipt = self.receipt_of(&self.record(id)?, language)?;
        Ok(letters::receipt_pdf(&receipt, self.receipt_paper(paper))?)
    }

    /// The receipt was handed out: every further one says that it is a duplicate.
    ///
    /// # Errors
    /// When the store fails.
    pub fn mark_printed(&self, id: ComplaintId) -> Result<(), OfficeError> {
        self.store.write(|writing| writing.mark_printed(id))?;
        Ok(())
    }

    /// The state of the register at the registration: whoever has the receipt can have it proven later.
    fn register_state(&self, id: ComplaintId) -> Result<String, OfficeError> {
        let registration = self.store.registration(id)?;
        Ok(registration.map_or(String::new(), |registration| registration.short_form().to_string()))
    }

    fn receipt_of(&self, record: &ComplaintRecord, language: Option<&str>) -> Result<Receipt, OfficeError> {
        let profile = self.profile();
        let complaint = &record.complaint;
        let register = &complaint.register;
        let language = papers::language(language.unwrap_or(&register.language));
        let tag = language.tag();
        let head = self.letterhead(complaint.office, language);
        Ok(Receipt {
            language,
            service_title: head.service_title,
            office_title: head.office_title,
            office_name: head.office_name,
            office_address: head.address,
            office_hours: head.hours,
            office_phone: head.phone,
            kind: kind(register.kind),
            reference: register.reference.to_string(),
            access_code: complaint.access_code().to_string(),
            recorded_at: complaint.recorded_at().civil(),
            citizen_name: register.citizen.full_name(),
            identity_ends_with: register.citizen.nic.as_deref().map(ending),
            phone: phone(register),
            matter: papers::matter(&profile, &register.category, language),
            place: place(record),
            institution: papers::institution(&profile, &complaint.institution),
            due_on: complaint.due_on(),
            documents: needed_papers(&profile, &register.category, language),
            follow_url: profile.follow_url.clone(),
            follow_phone: profile.follow_phone.clone(),
            privacy: text_in(&profile.privacy, tag).to_owned(),
            notice_version: register.notice.clone(),
            notice_language: register
                .notice_language
                .as_deref()
                .and_then(|tag| tag.parse().ok())
                .unwrap_or(language),
            clerk: complaint.steps.first().map_or(String::new(), |step| step.author.name.clone()),
            device: register.reference.device.into(),
            register_state: self.register_state(complaint.id)?,
            emergency: emergency(&profile, language),
            seal: self.receipt_seal(record)?,
            duplicate: record.printed,
        })
    }
}

pub(crate) fn kind(kind: complaints::Kind) -> Kind {
    match kind {
        complaints::Kind::Complaint => Kind::Complaint,
        complaints::Kind::Request | complaints::Kind::Information => Kind::Request,
        complaints::Kind::Suggestion => Kind::Suggestion,
    }
}

/// The number that will be called, where the citizen agreed to be called.
pub(crate) fn phone(register: &complaints::Register) -> Option<String> {
    let agreed = register.contact_by.iter().any(|way| matches!(way, ContactWay::Phone | ContactWay::Sms));
    register.citizen.phone.as_deref().filter(|_| agreed).map(complaints::shown_phone)
}

/// The identity number is printed by its end only.
fn ending(nic: &str) -> String {
    let compact: Vec<char> = nic.chars().filter(|c| c.is_alphanumeric()).collect();
    compact[compact.len().saturating_sub(4)..].iter().collect()
}

pub(crate) fn place(record: &ComplaintRecord) -> String {
    let register = &record.complaint.register;
    if let Some(place) = &register.place {
        return place.clone();
    }
    let parts = [&register.citizen.address, &register.citizen.locality];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}

/// What a category usually needs, in a language.
pub(crate) fn needed_papers(profile: &Profile, category: &str, language: Language) -> Vec<NeededPaper> {
    let needed = profile.category(category).map(|category| category.documents.as_slice()).unwrap_or_default();
    let text = |texts| text_in(texts, language.tag()).to_owned();
    needed
        .iter()
        .map(|document| NeededPaper { name: text(&document.name), copies: text(&document.copies) })
        .collect()
}

fn emergency(profile: &Profile, language: Language) -> Vec<Emergency> {
    let texts = locales::texts(language);
    profile
        .emergency
        .iter()
        .map(|(what, number)| {
            let key = format!("letters-emergency-{what}");
            let what = if texts.has(&key) { texts.text(&key) } else { what.clone() };
            Emergency { what, number: number.clone() }
        })
        .collect()
}
