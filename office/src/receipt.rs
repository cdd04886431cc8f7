//! The receipt of a complaint, as PDF or as SVG pages, in the citizen's language or another.

use complaints::profile::{Profile, text_in};
use complaints::{ComplaintId, ContactWay};
use letters::{Emergency, Kind, NeededPaper, Paper, Receipt};
use locales::Language;
use office_store::ComplaintRecord;

use crate::error::OfficeError;
use crate::open::Office;
use crate::view::ReceiptView;

impl Office {
    /// The receipt as pages that the window shows and prints.
    ///
    /// # Errors
    /// `not_found`, or when it cannot be made.
    pub fn receipt(&self, id: ComplaintId, language: Option<&str>) -> Result<ReceiptView, OfficeError> {
        let record = self.record(id)?;
        let receipt = self.receipt_of(&record, language)?;
        Ok(ReceiptView {
            pages: letters::receipt_svg(&receipt, paper(&self.paper()))?,
            paper: self.paper(),
            duplicate: receipt.duplicate,
        })
    }

    /// The receipt as PDF.
    ///
    /// # Errors
    /// `not_found`, or when it cannot be made.
    pub fn receipt_pdf(&self, id: ComplaintId, language: Option<&str>) -> Result<Vec<u8>, OfficeError> {
        let receipt = self.receipt_of(&self.record(id)?, language)?;
        Ok(letters::receipt_pdf(&receipt, paper(&self.paper()))?)
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
        let language: Language = language.unwrap_or(&register.language).parse().unwrap_or(Language::En);
        let tag = language.tag();
        let office = profile.offices.get(&complaint.office);
        let field =
            |read: fn(&complaints::profile::Office) -> &String| office.map(read).cloned().unwrap_or_default();
        let category = profile.category(&register.category);
        Ok(Receipt {
            language,
            service_title: text_in(&profile.title, tag).to_owned(),
            office_title: text_in(&profile.office_title, tag).to_owned(),
            office_name: field(|office| &office.name),
            office_address: field(|office| &office.address),
            office_hours: field(|office| &office.hours),
            office_phone: field(|office| &office.phone),
            kind: kind(register.kind),
            reference: register.reference.to_string(),
            access_code: complaint.access_code().to_string(),
            recorded_at: complaint.recorded_at().civil(),
            citizen_name: register.citizen.full_name(),
            identity_ends_with: register.citizen.nic.as_deref().map(ending),
            phone: phone(register),
            matter: category.map_or(register.category.clone(), |category| {
                let colon = if language == Language::Fr { "\u{a0}:" } else { ":" };
                format!("{}{colon} {}", text_in(&category.group, tag), text_in(&category.name, tag))
            }),
            place: place(record),
            institution: institution(&profile, &complaint.institution),
            due_on: complaint.due_on(),
            documents: category.map(|category| documents(category, tag)).unwrap_or_default(),
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
            duplicate: record.printed,
        })
    }
}

fn paper(word: &str) -> Paper {
    if word == "a4" { Paper::A4 } else { Paper::A5 }
}

fn kind(kind: complaints::Kind) -> Kind {
    match kind {
        complaints::Kind::Complaint => Kind::Complaint,
        complaints::Kind::Request => Kind::Request,
        complaints::Kind::Suggestion => Kind::Suggestion,
    }
}

/// The number that will be called, where the citizen agreed to be called.
fn phone(register: &complaints::Register) -> Option<String> {
    let agreed = register.contact_by.iter().any(|way| matches!(way, ContactWay::Phone | ContactWay::Sms));
    register.citizen.phone.as_deref().filter(|_| agreed).map(complaints::shown_phone)
}

/// The identity number is printed by its end only.
fn ending(nic: &str) -> String {
    let compact: Vec<char> = nic.chars().filter(|c| c.is_alphanumeric()).collect();
    compact[compact.len().saturating_sub(4)..].iter().collect()
}

fn place(record: &ComplaintRecord) -> String {
    let register = &record.complaint.register;
    if let Some(place) = &register.place {
        return place.clone();
    }
    let parts = [&register.citizen.address, &register.citizen.locality];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}

fn institution(profile: &Profile, code: &str) -> String {
    profile.institutions.get(code).map_or(code.to_owned(), |institution| institution.name.clone())
}

fn documents(category: &complaints::profile::Category, tag: &str) -> Vec<NeededPaper> {
    category
        .documents
        .iter()
        .map(|document| NeededPaper {
            name: text_in(&document.name, tag).to_owned(),
            copies: text_in(&document.copies, tag).to_owned(),
        })
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
