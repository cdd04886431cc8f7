//! The sample office: a store of its own with invented complaints in four languages, for those who learn. It has no
//! centre's address and exchanges with nobody; docs/decisions/0019 says why it is made so. Its PIN is known to everybody.

mod feeding;

use std::path::{Path, PathBuf};

use jiff::{ToSpan, Zoned};
use serde::Deserialize;

use complaints::profile::{Bundle, Profile};
use complaints::{Answer, Author, Body, ClerkId, ComplaintId, Moment, OfficeCode, Operation, Role, Route};
use office_store::{Identity, Store};
use sync_protocol::{DeviceId, DeviceKey};

use crate::clock::Clock;
use crate::error::OfficeError;
use crate::key_store::{KeyStore, Secrets};
use crate::open::{Office, SAMPLE};
use crate::people::{NewClerkAccount, random};
use crate::register::Registration;
use crate::view::{CitizenForm, ComplaintForm, ContactWay};
use feeding::Feeding;

/// The PIN of everybody in the sample office. The page says so there.
const PIN: &str = "000000";
/// Who works there. The first one heads it and sits at the desk when one enters.
const PEOPLE: [(&str, Role); 3] =
    [("Nadia Sample", Role::Head), ("Ravi Sample", Role::Clerk), ("Lina Sample", Role::Trainee)];
/// Not the code of any real office: the highest that the profile does not give away.
const HIGHEST_CODE: u8 = 99;

const COMPLAINTS: &str = include_str!("sample/complaints.json");

#[derive(Deserialize)]
struct Invented {
    days_ago: i64,
    category: String,
    language: String,
    surname: String,
    other_names: String,
    phone: String,
    #[serde(default)]
    email: String,
    locality: String,
    by: Vec<ContactWay>,
    text: String,
    #[serde(default)]
    after: Vec<After>,
}

/// What came from the centre, so many days after the registration.
#[derive(Deserialize)]
struct After {
    days: i64,
    to: Option<String>,
    answer: Option<String>,
    #[serde(default, rename = "final")]
    definitive: bool,
}

/// The folder of the sample office beside the store of the real one.
pub(crate) fn folder(beside: &Path) -> PathBuf {
    beside.join("sample-office")
}

/// Opens the sample office in that folder, or makes it anew where there is none that opens.
///
/// # Errors
/// When it cannot be made.
pub(crate) fn open(folder: &Path, bundle: &[u8], clock: &Clock) -> Result<Office, OfficeError> {
    match Office::open(folder, None, None, clock.clone()) {
        Ok(office) if office.is_sample() => Ok(office),
        Err(OfficeError::Store(office_store::StoreError::Busy)) => {
            Err(OfficeError::Store(office_store::StoreError::Busy))
        }
        Ok(_) | Err(_) => {
            remove(folder)?;
            make(folder, bundle, clock)
        }
    }
}

/// Removes the sample office, and nothing else: the folder is never that of a real one.
///
/// # Errors
/// When a file of it cannot be removed.
pub(crate) fn remove(folder: &Path) -> Result<(), OfficeError> {
    debug_assert!(folder.ends_with("sample-office"));
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(OfficeError::File { path: folder.display().to_string(), reason: error.to_string() })
        }
        _ => Ok(()),
    }
}

fn make(folder: &Path, bundle: &[u8], clock: &Clock) -> Result<Office, OfficeError> {
    let (bundle, code) = with_sample_office(bundle)?;
    // What is in it is invented, so its key need not be hidden.
    let secrets = KeyStore::File(folder.join("sample.key")).prepare(folder)?;
    let centre = DeviceKey::from_seed(&random()?);
    let identity = identity(&secrets, &centre, code);
    let store = Store::create(folder, &secrets.store_key(), &identity, &bundle)?;
    store.write(|writing| writing.put_setting(SAMPLE, "1"))?;
    let office = Office::with(store, &secrets, folder, clock.clone())?;
    fill(&office, &Feeding::new(identity, centre, &bundle))?;
    Ok(office)
}

fn identity(secrets: &Secrets, centre: &DeviceKey, office: OfficeCode) -> Identity {
    Identity {
        device: DeviceId(1),
        number: 1,
        office,
        key: secrets.signing_key().public(),
        salts: secrets.salts(),
        centre: centre.public(),
        // No address leads anywhere.
        server: String::new(),
    }
}

/// The profile with one more office, whose name stands on every paper that is printed there.
fn with_sample_office(bundle: &[u8]) -> Result<(Vec<u8>, OfficeCode), OfficeError> {
    let unreadable = |error: String| OfficeError::Profile(error);
    let mut bundle = Bundle::from_bytes(bundle).map_err(|error| unreadable(error.to_string()))?;
    let (profile, _) =
        Profile::read_from_centre(&bundle).map_err(|mistakes| unreadable(mistakes.to_string()))?;
    let free = (1..=HIGHEST_CODE)
        .rev()
        .filter_map(|number| OfficeCode::new(number).ok())
        .find(|code| !profile.offices.contains_key(code));
    let code = free.ok_or_else(|| unreadable("there is no code left for a sample office".to_owned()))?;
    let offices = bundle.file("offices.csv").trim_end().to_owned();
    bundle.insert("offices.csv", format!("{offices}\n{code},SAMPLE · EXEMPLE · EGZANP · نموذج,,,\n"));
    Ok((bundle.to_bytes(), code))
}

fn fill(office: &Office, feeding: &Feeding) -> Result<(), OfficeError> {
    let mut people = Vec::new();
    for (name, role) in PEOPLE {
        let account = NewClerkAccount { name: name.to_owned(), role, pin: PIN.to_owned() };
        let (id, clerk) = office.add_clerk(&account, None)?;
        people.push(Author { name: clerk.name, clerk: Some(id), institution: None, capacity: None });
    }
    let invented: Vec<Invented> =
        serde_json::from_str(COMPLAINTS).map_err(|error| OfficeError::Internal(error.to_string()))?;
    let now = office.now();
    let mut told = Vec::new();
    for (one, author) in invented.iter().zip(people.iter().cycle()) {
        let (id, institution) = register(office, one, author, &now)?;
        told.extend(
            one.after
                .iter()
                .map(|after| (at(&now, one.days_ago - after.days), id, after, institution.clone())),
        );
    }
    told.sort_by_key(|(at, ..)| at.unix_ms);
    feeding.take_up(&office.store)?;
    for (at, id, after, institution) in told {
        feeding.tell(&office.store, &from_the_centre(id, after, institution, at))?;
    }
    Ok(())
}

fn register(
    office: &Office,
    one: &Invented,
    author: &Author,
    now: &Zoned,
) -> Result<(ComplaintId, String), OfficeError> {
    let profile = office.profile();
    let mut form = ComplaintForm {
        category: one.category.clone(),
        text: one.text.clone(),
        language: one.language.clone(),
        contact_by: one.by.clone(),
        notice: profile.privacy_version.clone(),
        notice_language: one.language.clone(),
        ..ComplaintForm::default()
    };
    form.citizen = CitizenForm {
        surname: one.surname.clone(),
        other_names: one.other_names.clone(),
        phone: one.phone.clone(),
        email: one.email.clone(),
        locality: one.locality.clone(),
        ..CitizenForm::default()
    };
    if profile.category(&form.category).is_none() {
        // Another deployment has other matters: any will do to practise with.
        form.category = profile.categories.first().map_or(String::new(), |first| first.code.clone());
    }
    let moment = at(now, one.days_ago);
    let registration = Registration::check(&form, &profile, None, moment.date())?;
    let institution =
        profile.category(&form.category).map_or(String::new(), |known| known.institution.clone());
    let written = office.store.write(|writing| registration.write(writing, author, moment))?;
    Ok((written.id, institution))
}

fn at(now: &Zoned, days_ago: i64) -> Moment {
    let then = now.checked_sub(days_ago.max(0).days()).unwrap_or_else(|_| now.clone());
    Moment::from_zoned(&then)
}

fn from_the_centre(id: ComplaintId, after: &After, institution: String, at: Moment) -> Operation {
    let author = Author {
        name: "Unit (sample)".to_owned(),
        clerk: None,
        institution: Some(institution),
        capacity: None,
    };
    let body = match (&after.answer, &after.to) {
        (Some(text), _) => Body::Answer(Answer { text: text.clone(), definitive: after.definitive }),
        (None, to) => Body::Route(Route { to: to.clone().unwrap_or_default(), text: None }),
    };
    Operation { subject: Some(id), author, at, body }
}

/// Who sits at the desk when one enters.
pub(crate) fn head(office: &Office) -> Result<(ClerkId, complaints::Clerk), OfficeError> {
    let clerks = office.clerks()?;
    let head = clerks.iter().find(|(_, clerk)| clerk.role == Role::Head).or(clerks.first());
    head.cloned().ok_or(OfficeError::NoSuchClerk)
}
