//! Who it is, for whom, and how an answer comes: only what is needed for what was chosen.

use askama::Template;
use complaints::{Citizen, ContactWay, Discretion, Representative};

use super::{Filling, Head, Kept, Step, fields};
use crate::portal::PortalSession;
use crate::web::pages::Pages;
use crate::web::pages::failures::Failure;
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;

/// The lines of this page with their ids.
const LINES: [(&str, &str); 10] = [
    ("surname", "surname"),
    ("other_names", "other-names"),
    ("nic", "nic"),
    ("email", "email"),
    ("phone", "phone"),
    ("address", "address"),
    ("locality", "locality"),
    ("helper_name", "helper-name"),
    ("helper_phone", "helper-phone"),
    ("helper_relation", "helper-relation"),
];

/// The ways that one can agree to here; the next visit is for the counter.
const WAYS: [ContactWay; 4] = [ContactWay::Email, ContactWay::Sms, ContactWay::Phone, ContactWay::Letter];

#[derive(Template)]
#[template(path = "portal/file_person.html")]
pub(super) struct PersonPage {
    frame: Frame,
    head: Head,
    faults: Faults,
    discretion: Vec<Choice>,
    whom: Vec<Choice>,
    ways: Vec<Choice>,
    typed: Kept,
    localities: Vec<String>,
}

struct Choice {
    word: String,
    label: String,
    hint: String,
    chosen: bool,
}

impl PersonPage {
    pub(super) fn of(filling: &Filling<'_>, faults: Faults) -> Self {
        let frame = &filling.frame;
        let offered = filling.category().map_or(&[][..], |category| &category.discretion);
        let discretion = |known: Discretion| Choice {
            word: known.to_string(),
            label: frame.t(&format!("portal-file-discretion-{known}")),
            hint: frame.t(&format!("portal-file-discretion-{known}-hint")),
            chosen: discretion(filling) == known,
        };
        let whom = |word: &str, chosen: bool| Choice {
            word: word.to_owned(),
            label: frame.t(&format!("portal-file-whom-{word}")),
            hint: String::new(),
            chosen,
        };
        let helps = helps(filling);
        let way = |way: ContactWay| Choice {
            word: way.to_string(),
            label: frame.t(&format!("portal-file-way-{way}")),
            hint: String::new(),
            chosen: is_agreed(filling, way),
        };
        let open = std::iter::once(Discretion::Open).filter(|_| !offered.is_empty());
        Self {
            discretion: open.chain(offered.iter().copied()).map(discretion).collect(),
            whom: vec![whom("self", !helps), whom("other", helps)],
            ways: WAYS.into_iter().map(way).collect(),
            typed: filling.form.typed.clone(),
            localities: filling.profile().localities.clone(),
            head: filling.head(Step::Person),
            frame: filling.frame.clone(),
            faults,
        }
    }

    /// What was typed into a field.
    fn of_field(&self, name: &str) -> &str {
        self.typed.get(name).map_or("", String::as_str)
    }
}

pub(super) fn kept(typed: &Typed) -> Kept {
    let names: Vec<&str> = LINES.iter().map(|(name, _)| *name).chain(["discretion", "whom"]).collect();
    let mut kept = fields::lines(typed, &names);
    for way in WAYS {
        let name = format!("tell_{way}");
        kept.insert(name.clone(), typed.line(&name));
    }
    // From now on nothing ticked means that nothing is wished.
    kept.insert("asked".to_owned(), "yes".to_owned());
    kept
}

pub(super) fn faults(filling: &Filling<'_>) -> Faults {
    let (mut faults, frame) = (Faults::default(), &filling.frame);
    let is_anonymous = discretion(filling) == Discretion::Anonymous;
    if filling.typed("asked").is_empty() {
        // The page was not seen yet: there is nothing wrong with it, and one cannot pass it by.
        faults.add("surname", frame.t("portal-file-name-missing"));
        return faults;
    }
    fields::check_lengths(filling, &LINES, &mut faults);
    if is_anonymous {
        return faults;
    }
    let is_empty = |name: &str| filling.typed(name).is_empty();
    if helps(filling) && is_empty("helper_name") {
        faults.add("helper-name", frame.t("portal-file-helper-missing"));
    }
    if is_empty("surname") && is_empty("other_names") {
        faults.add("surname", frame.t("portal-file-name-missing"));
    }
    let agreed = |way| is_agreed(filling, way);
    if agreed(ContactWay::Email) && is_empty("email") {
        faults.add("email", frame.t("portal-file-email-missing"));
    } else if !is_empty("email") && !fields::is_email(filling.typed("email")) {
        faults.add("email", frame.t("portal-file-email-shape"));
    }
    if (agreed(ContactWay::Sms) || agreed(ContactWay::Phone)) && is_empty("phone") {
        faults.add("phone", frame.t("portal-file-phone-missing"));
    } else if !is_empty("phone") && !fields::is_phone(filling.profile(), filling.typed("phone")) {
        faults.add("phone", frame.t("portal-file-phone-shape"));
    }
    if agreed(ContactWay::Letter) && is_empty("address") {
        faults.add("address", frame.t("portal-file-address-missing"));
    }
    faults
}

/// Who may know who complains; everybody who deals with it where the category offers no choice.
pub(super) fn discretion(filling: &Filling<'_>) -> Discretion {
    let offered = filling.category().map_or(&[][..], |category| &category.discretion);
    let chosen: Option<Discretion> = filling.typed("discretion").parse().ok();
    chosen.filter(|chosen| offered.contains(chosen)).unwrap_or(Discretion::Open)
}

fn helps(filling: &Filling<'_>) -> bool {
    filling.typed("whom") == "other"
}

fn is_agreed(filling: &Filling<'_>, way: ContactWay) -> bool {
    !filling.typed(&format!("tell_{way}")).is_empty()
}

/// The person.
pub(super) fn citizen(filling: &Filling<'_>) -> Citizen {
    let line = |name: &str| Some(filling.typed(name).to_owned()).filter(|line| !line.is_empty());
    Citizen {
        surname: line("surname"),
        other_names: line("other_names"),
        nic: line("nic"),
        phone: line("phone").map(|phone| filling.profile().stored_phone(&phone)),
        email: line("email"),
        address: line("address"),
        locality: line("locality"),
    }
}

/// Who complains for the person.
pub(super) fn representative(filling: &Filling<'_>) -> Option<Representative> {
    let line = |name: &str| Some(filling.typed(name).to_owned()).filter(|line| !line.is_empty());
    let name = line("helper_name").filter(|_| helps(filling))?;
    let phone = line("helper_phone").map(|phone| filling.profile().stored_phone(&phone));
    Some(Representative { name, phone, relation: line("helper_relation") })
}

/// How the citizen agreed to be told.
pub(super) fn contact_by(filling: &Filling<'_>) -> Vec<ContactWay> {
    WAYS.into_iter().filter(|way| is_agreed(filling, *way)).collect()
}

/// What is known of somebody who is signed in.
pub(super) async fn of_the_account(pages: &Pages, guest: &PortalSession) -> Result<Kept, Failure> {
    let Some(account) = pages.centre.citizen_account(guest).await? else { return Ok(Kept::new()) };
    let known = [
        ("surname", account.surname),
        ("other_names", account.other_names),
        ("nic", account.identity),
        ("email", account.email.clone().unwrap_or_default()),
        ("phone", account.phone.clone().unwrap_or_default()),
        ("address", account.address),
        ("locality", account.locality),
        ("tell_email", account.email.map_or(String::new(), |_| "yes".to_owned())),
        ("tell_sms", account.phone.map_or(String::new(), |_| "yes".to_owned())),
    ];
    Ok(known.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
