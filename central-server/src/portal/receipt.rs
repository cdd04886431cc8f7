//! The receipt of a complaint, made at the centre: what a citizen who filed without an office keeps.

use ::complaints::profile::text_in;
use ::complaints::{Complaint, ContactWay, Kind, Register, shown_phone};
use letters::{Emergency, NeededPaper, Paper, Receipt, receipt_pdf};
use locales::{Args, Language};
use sync_protocol::ShortForm;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::verify::registration;

/// How much of an identity number may be on paper.
const IDENTITY_END: usize = 4;

impl Centre {
    /// The receipt as PDF on A4, in that language.
    ///
    /// # Errors
    /// [`CentreError`] of the store, or when the sheet cannot be set.
    pub async fn receipt_of(
        &self,
        complaint: &Complaint,
        language: Language,
    ) -> Result<Vec<u8>, CentreError> {
        let registered = registration(&mut self.store.read().await?, complaint).await?;
        let state = registered.map(|(_, sequence, id)| ShortForm::of(sequence, &id).to_string());
        let receipt = self.filled_receipt(complaint, language, state.unwrap_or_default());
        let set = heavy(move || receipt_pdf(&receipt, Paper::A4)).await?;
        set.map_err(|error| CentreError::Database(format!("a receipt cannot be set: {error}")))
    }

    fn filled_receipt(&self, complaint: &Complaint, language: Language, register_state: String) -> Receipt {
        let (profile, register) = (&self.profile, &complaint.register);
        let tag = language.tag();
        let text = |texts| text_in(texts, tag).to_owned();
        let office = profile.offices.get(&register.reference.office);
        let told = |of: fn(&::complaints::profile::Office) -> &String| {
            office.map_or(String::new(), |it| of(it).clone())
        };
        Receipt {
            language,
            service_title: text(&profile.title),
            // The portal is no office that one could go to.
            office_title: if office.is_some() { text(&profile.office_title) } else { String::new() },
            office_name: office.map_or_else(|| text(&profile.title), |office| office.name.clone()),
            office_address: told(|office| &office.address),
            office_hours: told(|office| &office.hours),
            office_phone: told(|office| &office.phone),
            kind: letters_kind(register.kind),
            reference: register.reference.to_string(),
            access_code: complaint.access_code().to_string(),
            recorded_at: complaint.recorded_at().civil(),
            citizen_name: register.citizen.full_name(),
            identity_ends_with: register.citizen.nic.as_deref().map(ending),
            phone: phone(register),
            matter: self.matter(&register.category, language),
            place: place(register),
            institution: profile
                .institutions
                .get(&complaint.institution)
                .map_or_else(|| complaint.institution.clone(), |institution| institution.name.clone()),
            due_on: complaint.due_on(),
            documents: self.needed_papers(&register.category, language),
            follow_url: profile.follow_url.clone(),
            follow_phone: profile.follow_phone.clone(),
            privacy: text(&profile.privacy),
            notice_version: register.notice.clone(),
            notice_language: register
                .notice_language
                .as_deref()
                .and_then(|tag| tag.parse().ok())
                .unwrap_or(language),
            clerk: String::new(),
            device: if office.is_some() { register.reference.device.into() } else { 0 },
            register_state,
            emergency: self.emergency_numbers(language),
            seal: String::new(),
            duplicate: false,
        }
    }

    fn matter(&self, category: &str, language: Language) -> String {
        let Some(category) = self.profile.category(category) else { return category.to_owned() };
        let [group, name] = [&category.group, &category.name].map(|texts| text_in(texts, language.tag()));
        if group == name {
            return name.to_owned();
        }
        locales::texts(language)
            .text_with("centre-matter", &Args::new().with("group", group).with("name", name))
    }

    fn needed_papers(&self, category: &str, language: Language) -> Vec<NeededPaper> {
        let needed = self.profile.category(category).map_or(&[][..], |category| &category.documents);
        let text = |texts| text_in(texts, language.tag()).to_owned();
        needed
            .iter()
            .map(|paper| NeededPaper { name: text(&paper.name), copies: text(&paper.copies) })
            .collect()
    }

    fn emergency_numbers(&self, language: Language) -> Vec<Emergency> {
        let texts = locales::texts(language);
        let named = |(what, number): (&String, &String)| {
            let key = format!("letters-emergency-{what}");
            let what = if texts.has(&key) { texts.text(&key) } else { what.clone() };
            Emergency { what, number: number.clone() }
        };
        self.profile.emergency.iter().map(named).collect()
    }
}

fn letters_kind(kind: Kind) -> letters::Kind {
    match kind {
        Kind::Complaint => letters::Kind::Complaint,
        Kind::Request | Kind::Information => letters::Kind::Request,
        Kind::Suggestion => letters::Kind::Suggestion,
    }
}

fn phone(register: &Register) -> Option<String> {
    let agreed = register.contact_by.iter().any(|way| matches!(way, ContactWay::Phone | ContactWay::Sms));
    register.citizen.phone.as_deref().filter(|_| agreed).map(shown_phone)
}

fn ending(nic: &str) -> String {
    let compact: Vec<char> = nic.chars().filter(|c| c.is_alphanumeric()).collect();
    compact[compact.len().saturating_sub(IDENTITY_END)..].iter().collect()
}

fn place(register: &Register) -> String {
    if let Some(place) = &register.place {
        return place.clone();
    }
    let parts = [&register.citizen.address, &register.citizen.locality];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ")
}
