//! Whether two complaints may be about the same: the same person with the same matter, or similar words nearby in
//! place and time. A hint for people to judge, so every part of it can be said in a sentence; nothing is learnt.
//!
//! ```text
//! likeness of two texts = distinct words in both / distinct words in either   (folded, three letters and more)
//! ```
//! `docs/decisions/0017-duplicates-are-hints.md` has the figures behind the limits.

use std::collections::BTreeSet;

use crate::complaint::Complaint;
use crate::identity::ComplaintId;
use crate::operation::{Body, Citizen, Point, Register, Status};
use crate::rules::Verdict;
use crate::text::search_words;

/// Words of fewer letters say too little.
const SHORTEST_WORD: usize = 3;
/// From this likeness on two texts nearby are called similar: a fifth of their words.
const SIMILAR: f64 = 0.20;
/// From this likeness on they are called the same wherever they come from.
const SAME_TEXT: f64 = 0.60;
/// Similar words count within so many days.
const DAYS_NEARBY: i64 = 60;
/// A finished matter of the same person counts so many days.
const DAYS_FINISHED: i64 = 90;
/// Points within so many metres are the same place.
const METRES_NEARBY: f64 = 1_000.0;
/// Words that stand in many addresses.
const STREETS: [&str; 12] = [
    "avenue",
    "street",
    "route",
    "royale",
    "road",
    "lane",
    "impasse",
    "chemin",
    "village",
    "morcellement",
    "شارع",
    "زنقه",
];

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// Why two complaints may be about the same. The greater one weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Similar words, nearby in place and time; how much of their words they share, in percent.
    Nearby(u8),
    /// The same words; how much, in percent.
    Text(u8),
    /// The same person with the same kind of matter, dealt with not long ago.
    PersonFinished,
    /// The same person with the same kind of matter, which is still open.
    Person,
}

/// What is compared: of a complaint, or of a form that is still being filled in.
#[derive(Debug, Clone)]
pub struct Sketch {
    citizen: Citizen,
    person: Person,
    point: Option<Point>,
    recorded_ms: i64,
    words: BTreeSet<String>,
    places: BTreeSet<String>,
}

impl Sketch {
    /// Of a form. `place`: where it happened, if elsewhere than at the citizen's.
    pub fn new(citizen: Citizen, place: Option<&str>, point: Option<Point>, text: &str, now_ms: i64) -> Self {
        let places = places(&citizen, place);
        let person = Person::of(&citizen);
        Self { citizen, person, point, recorded_ms: now_ms, words: words(text), places }
    }

    /// Of a complaint.
    pub fn of(complaint: &Complaint) -> Self {
        let Register { citizen, place, point, text, .. } = &complaint.register;
        Self::new(citizen.clone(), place.as_deref(), *point, text, complaint.recorded_at().unix_ms)
    }

    /// The person.
    pub fn citizen(&self) -> &Citizen {
        &self.citizen
    }

    /// The distinct words of the text, folded, three letters and more.
    pub fn words(&self) -> &BTreeSet<String> {
        &self.words
    }

    /// The words that name where it happened, folded; what stands in many addresses is left out.
    pub fn places(&self) -> &BTreeSet<String> {
        &self.places
    }
}

impl Complaint {
    /// Whether somebody said that the two belong together.
    pub fn is_linked_with(&self, other: ComplaintId) -> bool {
        let accepted = self.steps.iter().filter(|step| step.verdict == Verdict::Accepted);
        accepted
            .filter_map(|step| step.operation())
            .any(|operation| matches!(operation.body, Body::Link(link) if link.other == other))
    }
}

/// Why a complaint may be about the same as a sketch; none: nothing speaks for it. `same_group`: their categories stand
/// under one heading.
pub fn alike(sketch: &Sketch, other: &Complaint, same_group: bool) -> Option<Alike> {
    if other.status == Status::Withdrawn {
        return None;
    }
    let days = (sketch.recorded_ms - other.recorded_at().unix_ms).abs() / DAY_MS;
    if same_group && sketch.person.is_likely(&Person::of(&other.register.citizen)) {
        if !other.status.is_finished() {
            return Some(Alike::Person);
        }
        if days <= DAYS_FINISHED {
            return Some(Alike::PersonFinished);
        }
    }
    if days > DAYS_NEARBY {
        return None;
    }
    let theirs = Sketch::of(other);
    let likeness = likeness(&sketch.words, &theirs.words);
    let percent = (likeness * 100.0).round() as u8;
    if likeness >= SAME_TEXT {
        Some(Alike::Text(percent))
    } else if same_group && likeness >= SIMILAR && is_nearby(sketch, &theirs) {
        Some(Alike::Nearby(percent))
    } else {
        None
    }
}

/// How much of their words two texts share, from 0 to 1.
pub fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let shared = one.intersection(other).count();
    let either = one.len() + other.len() - shared;
    if either == 0 { 0.0 } else { shared as f64 / either as f64 }
}

/// What of a citizen tells whether it is the same one, folded once: many are compared with each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    nic: String,
    phone: String,
    names: BTreeSet<String>,
    locality: Vec<String>,
}

impl Person {
    /// Of a citizen.
    pub fn of(citizen: &Citizen) -> Self {
        let run = |number: &Option<String>| search_words(number.as_deref().unwrap_or_default()).concat();
        Self {
            nic: run(&citizen.nic),
            phone: run(&citizen.phone),
            names: search_words(&citizen.full_name()).into_iter().collect(),
            locality: search_words(citizen.locality.as_deref().unwrap_or_default()),
        }
    }

    /// The same identity number, the same telephone together with a part of the name, or the same whole name at the
    /// same locality. Where both have an identity number and it differs, they are two people.
    pub fn is_likely(&self, other: &Self) -> bool {
        if !self.nic.is_empty() && !other.nic.is_empty() {
            return self.nic == other.nic;
        }
        if !self.phone.is_empty() && self.phone == other.phone {
            let (one, two) = (&self.names, &other.names);
            return one.is_empty() || two.is_empty() || !one.is_disjoint(two);
        }
        let is_named = self.names.len() > 1 && self.names == other.names;
        is_named && !self.locality.is_empty() && self.locality == other.locality
    }
}

fn is_nearby(one: &Sketch, other: &Sketch) -> bool {
    match (one.point, other.point) {
        (Some(here), Some(there)) => metres(here, there) <= METRES_NEARBY,
        _ => !one.places.is_disjoint(&other.places),
    }
}

/// Between two points on a sphere, good to a metre at this scale.
fn metres(one: Point, other: Point) -> f64 {
    let radians = |e6: i32| f64::from(e6).to_radians() / 1e6;
    let (north, their_north) = (radians(one.latitude_e6), radians(other.latitude_e6));
    let east =
        (radians(other.longitude_e6) - radians(one.longitude_e6)) * ((north + their_north) / 2.0).cos();
    (their_north - north).hypot(east) * 6_371_000.0
}

fn words(text: &str) -> BTreeSet<String> {
    search_words(text).into_iter().filter(|word| word.chars().count() >= SHORTEST_WORD).collect()
}

fn places(citizen: &Citizen, place: Option<&str>) -> BTreeSet<String> {
    // Where it happened elsewhere, the citizen's own locality says nothing.
    let named = place.filter(|place| !place.trim().is_empty()).or(citizen.locality.as_deref());
    let words = words(named.unwrap_or_default());
    words.into_iter().filter(|word| !STREETS.contains(&word.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::{fold, on, registration};
    use crate::operation::{Operation, Withdraw};

    const TEXT: &str = "Pena dilo depi trwa zour dan nou lari, tou dimounn pe plenie.";

    fn citizen(surname: &str, nic: Option<&str>, phone: Option<&str>) -> Citizen {
        Citizen {
            surname: Some(surname.to_owned()),
            other_names: Some("Sooria".to_owned()),
            nic: nic.map(str::to_owned),
            phone: phone.map(str::to_owned),
            locality: Some("Mahébourg".to_owned()),
            ..Citizen::default()
        }
    }

    fn complaint(change: impl FnOnce(&mut Register)) -> Complaint {
        let mut operation: Operation = registration(1);
        if let Body::Register(register) = &mut operation.body {
            register.citizen = citizen("Pentiah", Some("Z0101000000047"), None);
            register.text = TEXT.to_owned();
            register.place = None;
            change(register);
        }
        fold(&[operation])
    }

    fn sketch(citizen: Citizen, place: Option<&str>, text: &str, days_later: i64) -> Sketch {
        let at = complaint(|_| {}).recorded_at().unix_ms + days_later * DAY_MS;
        Sketch::new(citizen, place, None, text, at)
    }

    #[test]
    fn the_same_person_with_the_same_kind_of_matter_is_told_while_it_is_open() {
        let again = sketch(citizen("PENTIAH", Some("z0101 000000 047"), None), None, "", 200);
        assert_eq!(alike(&again, &complaint(|_| {}), true), Some(Alike::Person));
        assert_eq!(alike(&again, &complaint(|_| {}), false), None, "another kind of matter");
        let withdrawn = fold(&[registration(1), on(1, Body::Withdraw(Withdraw { text: None }))]);
        assert_eq!(alike(&again, &withdrawn, true), None);
    }

    #[test]
    fn a_person_is_known_by_number_or_telephone_or_name_and_locality_and_two_numbers_are_two_people() {
        let nic = Some("Z0101000000047");
        let phone = Some("+23057000265");
        let same = |one: Citizen, other: Citizen| Person::of(&one).is_likely(&Person::of(&other));
        assert!(same(citizen("Pentiah", nic, None), citizen("Pentia", nic, None)));
        assert!(!same(citizen("Pentiah", nic, phone), citizen("Pentiah", Some("Z0101000000039"), phone)));
        assert!(same(citizen("Pentiah", nic, phone), citizen("Pentiah", None, phone)));
        assert!(!same(
            Citizen { other_names: None, ..citizen("Ah-Fat", None, phone) },
            citizen("Pentiah", None, phone)
        ));
        assert!(same(citizen("Pentiah", None, None), citizen("pentiah", nic, None)));
        let elsewhere = Citizen { locality: Some("Curepipe".to_owned()), ..citizen("Pentiah", None, None) };
        assert!(!same(citizen("Pentiah", None, None), elsewhere));
        assert!(!same(Citizen::default(), Citizen::default()));
    }

    #[test]
    fn similar_words_count_nearby_and_the_same_words_anywhere() {
        let neighbour = || citizen("Perrine", None, None);
        let similar = "Depi 3 zour pena dilo dan lari, nou pa kone ki pou fer";
        let told = alike(&sketch(neighbour(), None, similar, 2), &complaint(|_| {}), true);
        assert!(matches!(told, Some(Alike::Nearby(20..))), "{told:?}");
        let far = sketch(neighbour(), Some("Rue Pasteur, Curepipe"), similar, 2);
        assert_eq!(alike(&far, &complaint(|_| {}), true), None);
        assert_eq!(alike(&sketch(neighbour(), None, similar, 61), &complaint(|_| {}), true), None);
        let copy = sketch(neighbour(), Some("Curepipe"), TEXT, 2);
        assert_eq!(alike(&copy, &complaint(|_| {}), false), Some(Alike::Text(100)));
    }

    #[test]
    fn points_say_how_far_it_is_where_both_have_one() {
        let at = |latitude_e6| Some(Point { latitude_e6, longitude_e6: 57_700_000 });
        let here = complaint(|register| register.point = at(-20_400_000));
        let sketch = |latitude| {
            Sketch::new(
                Citizen::default(),
                None,
                at(latitude),
                TEXT.split_once(',').unwrap().0,
                here.recorded_at().unix_ms,
            )
        };
        assert!(matches!(alike(&sketch(-20_408_000), &here, true), Some(Alike::Nearby(_) | Alike::Text(_))));
        assert_eq!(metres(at(-20_400_000).unwrap(), at(-20_409_000).unwrap()).round(), 1001.0);
    }
}
