//! A request that a program files: what it may carry, and what we read in it. A device's and an account's number are of no
//! use here and are not kept.

use ::complaints::profile::{Category, Profile};
use ::complaints::{Channel, Citizen, ContactWay, Discretion, Kind, Point, stored_phone};

use jiff::civil::Date;

use super::services::{CONTACT, DISCRETION, KIND, LANGUAGE, WAYS};
use super::{Fault, Given};
use crate::filing::Filing;

/// The longest description that the standard knows, in characters.
const LONGEST_DESCRIPTION: usize = 4_000;

/// The longest line: an address, a name.
const LONGEST_LINE: usize = 500;

/// Reads what a program wants to file. `language`: of the program's user, where nothing else is said.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn filing(
    profile: &Profile,
    today: Date,
    given: &Given,
    language: &str,
) -> Result<Filing, Vec<Fault>> {
    let mut faults = Vec::new();
    let category = match given.one("service_code") {
        None => Err(Fault::NoService),
        Some(code) => profile
            .category(code)
            .filter(|category| category.is_open_on(today))
            .ok_or_else(|| Fault::Service(code.to_owned())),
    };
    let category = category.map_err(|fault| faults.push(fault)).ok();
    let point = point(given).unwrap_or_else(|fault| {
        faults.push(fault);
        None
    });
    let place = place(given, &mut faults);
    if point.is_none() && place.is_none() && !faults.contains(&Fault::Point) {
        faults.push(Fault::NoPlace);
    }
    let description = cleaned(given.one("description").unwrap_or_default(), true);
    if description.chars().count() > LONGEST_DESCRIPTION {
        faults.push(Fault::Long(LONGEST_DESCRIPTION));
    }
    let media = media(given).unwrap_or_else(|fault| {
        faults.push(fault);
        None
    });
    let citizen = citizen(given, &mut faults);
    let mut chosen = Chosen { language: language.to_owned(), ..Chosen::default() };
    if let Some(category) = category {
        chosen.read(profile, category, given, &mut faults);
    }
    let Some(category) = category.filter(|_| faults.is_empty()) else { return Err(faults) };
    if chosen.contact_by.is_empty() {
        // Whoever leaves a way wants to be told on it.
        let ways = [(&citizen.phone, ContactWay::Phone), (&citizen.email, ContactWay::Email)];
        chosen.contact_by = ways.into_iter().filter(|(left, _)| left.is_some()).map(|(_, way)| way).collect();
    }
    Ok(Filing {
        channel: Channel::Open311,
        office: None,
        kind: chosen.kind.unwrap_or(Kind::Complaint),
        category: category.code.clone(),
        institution: None,
        subject: String::new(),
        text: text(profile, category, description, media, &chosen.language),
        place,
        language: chosen.language,
        citizen,
        contact_by: chosen.contact_by,
        notice_language: None,
        representative: None,
        discretion: chosen.discretion,
        point,
        recorded_at: None,
    })
}

/// What happened: the description, or the service's name where there is none; below it where a picture is.
fn text(
    profile: &Profile,
    category: &Category,
    description: String,
    media: Option<&str>,
    language: &str,
) -> String {
    let mut text = description;
    if text.trim().is_empty() {
        let name = ::complaints::profile::text_in(&category.name, language);
        text = if name.is_empty() { profile.name.clone() } else { name.to_owned() };
    }
    if let Some(media) = media {
        text.push_str("\n\n");
        text.push_str(media);
    }
    text
}

fn point(given: &Given) -> Result<Option<Point>, Fault> {
    let degrees = |text: &str, most: f64| {
        let degrees: f64 = text.parse().ok()?;
        // Compared first: NaN is between nothing.
        (degrees >= -most && degrees <= most).then(|| (degrees * 1e6).round() as i32)
    };
    match (given.one("lat"), given.one("long")) {
        (None, None) => Ok(None),
        (Some(lat), Some(long)) => match (degrees(lat, 90.0), degrees(long, 180.0)) {
            (Some(latitude_e6), Some(longitude_e6)) => Ok(Some(Point { latitude_e6, longitude_e6 })),
            _ => Err(Fault::Point),
        },
        _ => Err(Fault::Point),
    }
}

/// The place in words. A number of an address register that we do not have is kept as it came.
fn place(given: &Given, faults: &mut Vec<Fault>) -> Option<String> {
    let address = line(given, "address_string", faults);
    let id = line(given, "address_id", faults).map(|id| format!("address_id {id}"));
    match (address, id) {
        (Some(address), Some(id)) => Some(format!("{address} ({id})")),
        (address, id) => address.or(id),
    }
}

fn media(given: &Given) -> Result<Option<&str>, Fault> {
    match given.one("media_url") {
        None => Ok(None),
        Some(url) => {
            let plain = url.len() <= 2_000 && url.chars().all(|c| c.is_ascii_graphic());
            let known = url.starts_with("https://") || url.starts_with("http://");
            if plain && known { Ok(Some(url)) } else { Err(Fault::Field("media_url")) }
        }
    }
}

fn citizen(given: &Given, faults: &mut Vec<Fault>) -> Citizen {
    let email = line(given, "email", faults);
    if email.as_ref().is_some_and(|email| !looks_like_an_address(email)) {
        faults.push(Fault::Field("email"));
    }
    Citizen {
        surname: line(given, "last_name", faults),
        other_names: line(given, "first_name", faults),
        phone: line(given, "phone", faults).map(|phone| stored_phone(&phone)),
        email,
        ..Citizen::default()
    }
}

fn looks_like_an_address(email: &str) -> bool {
    let Some((name, host)) = email.rsplit_once('@') else { return false };
    email.len() <= 254
        && !name.is_empty()
        && !host.starts_with('.')
        && host.contains('.')
        && !host.ends_with('.')
        && !email.chars().any(char::is_whitespace)
}

fn line(given: &Given, name: &'static str, faults: &mut Vec<Fault>) -> Option<String> {
    let line = cleaned(given.one(name)?, false);
    if line.chars().count() > LONGEST_LINE {
        faults.push(Fault::Field(name));
    }
    Some(line).filter(|line| !line.is_empty())
}

/// Without characters that cannot be seen or that turn the direction of a text around.
fn cleaned(text: &str, lines: bool) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept =
        text.chars().filter(|c| (!c.is_control() || (lines && matches!(c, '\n' | '\t'))) && !turns(*c));
    kept.collect::<String>().trim().to_owned()
}

/// What the attributes say.
#[derive(Default)]
struct Chosen {
    kind: Option<Kind>,
    language: String,
    contact_by: Vec<ContactWay>,
    discretion: Option<Discretion>,
}

impl Chosen {
    fn read(&mut self, profile: &Profile, category: &Category, given: &Given, faults: &mut Vec<Fault>) {
        for (code, value) in given.attributes() {
            if !self.take(profile, category, code, value) {
                faults.push(Fault::Attribute(code.to_owned()));
            }
        }
    }

    /// Takes one answer; whether there is such a question, and it has that answer.
    fn take(&mut self, profile: &Profile, category: &Category, code: &str, value: &str) -> bool {
        match code {
            KIND => value.parse().map(|kind| self.kind = Some(kind)).is_ok(),
            LANGUAGE if profile.languages.iter().any(|tag| tag == value) => {
                value.clone_into(&mut self.language);
                true
            }
            CONTACT => match value.parse() {
                Ok(way) if WAYS.contains(&way) => {
                    self.contact_by.push(way);
                    true
                }
                _ => false,
            },
            DISCRETION => match value.parse() {
                Ok(chosen) if chosen == Discretion::Open || category.discretion.contains(&chosen) => {
                    self.discretion = Some(chosen);
                    true
                }
                _ => false,
            },
            // What is only told has no answer; whatever a form sends along with it is nothing to us.
            told => told.starts_with("DOCUMENT-"),
        }
    }
}
