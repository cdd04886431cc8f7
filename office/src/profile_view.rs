//! The profile as the page needs it, and the remarks on what was typed about a citizen.

use jiff::civil::Date;

use complaints::profile::{Category, Profile};
use complaints::shown_phone;

use crate::open::Office;
use crate::view::{
    CategoryView, CitizenCheck, CitizenForm, IdentityRemark, InstitutionView, NeededDocument, OfficeView,
    PhoneRemark, PrivacyNotice, ProfileView, SignInView,
};

impl Office {
    /// The profile in force.
    pub fn profile_view(&self) -> ProfileView {
        let profile = self.profile();
        let today = self.now().date();
        let mut localities = profile.localities.clone();
        localities.sort_by_key(|name| complaints::fold_for_search(name));
        ProfileView {
            name: profile.name.clone(),
            title: profile.title.clone(),
            languages: profile.languages.clone(),
            categories: profile.categories.iter().map(|entry| category(&profile, entry, today)).collect(),
            institutions: institutions(&profile, today),
            localities,
            privacy: PrivacyNotice {
                version: profile.privacy_version.clone(),
                text: profile.privacy.clone(),
            },
            emergency: profile.emergency.clone(),
            red_after_days: profile.red_after_days,
        }
    }

    /// The office and this computer in it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn office_view(&self) -> Result<OfficeView, crate::OfficeError> {
        let identity = self.identity()?;
        let profile = self.profile();
        let name = profile.offices.get(&identity.office).map(|office| office.name.clone());
        Ok(OfficeView {
            code: identity.office.to_string(),
            name: name.unwrap_or_else(|| identity.office.to_string()),
            device: identity.number.into(),
            server: self.server()?,
            utc_offset_min: self.now().offset().seconds() / 60,
            sample: self.is_sample(),
            sign_in: SignInView {
                shortest_pin: profile.sign_in.shortest_pin,
                passphrases: profile.sign_in.passphrases,
                shortest_passphrase: profile.sign_in.shortest_passphrase,
                lock_after_minutes: self
                    .policy
                    .lock_after_minutes
                    .unwrap_or(profile.sign_in.lock_after_minutes),
            },
        })
    }
}

/// Remarks on what was typed about a citizen. None of them stops anybody.
pub(crate) fn check_citizen(profile: &Profile, citizen: &CitizenForm) -> CitizenCheck {
    let phone = profile.check_phone(&citizen.phone);
    CitizenCheck {
        nic: profile.check_identity(&citizen.nic).map(|remark| match remark {
            complaints::IdentityRemark::Shape => IdentityRemark::Shape,
            complaints::IdentityRemark::Date => IdentityRemark::Date,
            complaints::IdentityRemark::Check => IdentityRemark::Check,
        }),
        phone_shown: (phone.is_none() && !citizen.phone.trim().is_empty())
            .then(|| shown_phone(&profile.stored_phone(&citizen.phone))),
        phone: phone.map(|remark| match remark {
            complaints::PhoneRemark::Shape => PhoneRemark::Shape,
            complaints::PhoneRemark::Short => PhoneRemark::Short,
            complaints::PhoneRemark::Long => PhoneRemark::Long,
        }),
    }
}

fn category(profile: &Profile, category: &Category, today: Date) -> CategoryView {
    CategoryView {
        code: category.code.clone(),
        group: category.group.clone(),
        name: category.name.clone(),
        institution: category.institution.clone(),
        due_working_days: category.resolve_days,
        due_on: profile.due_on(category, today).map(|day| day.to_string()),
        priority: category.priority.clone(),
        restricted: category.restricted,
        alternatives: category.alternatives.clone(),
        rule: category.rule.clone(),
        discretion: category.discretion.iter().map(ToString::to_string).collect(),
        fee: category.fee.clone().unwrap_or_default(),
        closed: !category.is_open_on(today),
        documents: category
            .documents
            .iter()
            .map(|document| NeededDocument { name: document.name.clone(), copies: document.copies.clone() })
            .collect(),
    }
}

fn institutions(profile: &Profile, today: Date) -> Vec<InstitutionView> {
    profile
        .institutions
        .iter()
        .map(|(code, institution)| InstitutionView {
            code: code.clone(),
            name: institution.name.clone(),
            hotline: institution.hotline.clone(),
            closed: !institution.is_open_on(today),
        })
        .collect()
}
