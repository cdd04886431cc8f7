//! People who are known at this office: found as somebody types a name, a number, a telephone or a reference.

use complaints::{Citizen, ComplaintId, Discretion, Person, search_words};

use office_store::ComplaintLine;

use crate::error::OfficeError;
use crate::open::Office;
use crate::show;
use crate::view::KnownCitizen;

/// How many complaints are looked through, those that came here last first.
const LOOKED_THROUGH: u32 = 200;
/// The most people that are offered.
const MOST_PEOPLE: usize = 6;

impl Office {
    /// People of whom each word is a part of the name, a number or a reference; whoever was here last comes first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn find_citizens(&self, words: &str) -> Result<Vec<KnownCitizen>, OfficeError> {
        // A single letter fits nearly everybody.
        if search_words(words).concat().chars().count() < 2 {
            return Ok(Vec::new());
        }
        let mut people: Vec<Known> = Vec::new();
        for line in self.store.search_people(words, LOOKED_THROUGH)? {
            if line.discretion == Some(Discretion::Anonymous) || line.citizen == Citizen::default() {
                continue;
            }
            let person = Person::of(&line.citizen);
            match people.iter().position(|known| known.person.is_likely(&person)) {
                Some(at) => {
                    let known = &mut people[at];
                    if fill_up(&mut known.citizen, &line.citizen) {
                        known.person = Person::of(&known.citizen);
                    }
                    known.complaints += 1;
                    if known.to_tell.is_none() {
                        known.to_tell = self.still_to_hear(&line)?;
                    }
                }
                // Whoever was not here among the last ones is not offered, however often they were here before.
                None if people.len() == MOST_PEOPLE => {}
                None => {
                    let (citizen, to_tell) = (line.citizen.clone(), self.still_to_hear(&line)?);
                    people.push(Known { person, complaints: 1, citizen, to_tell, last: line });
                }
            }
        }
        Ok(people.into_iter().map(Known::shown).collect())
    }

    fn still_to_hear(&self, line: &ComplaintLine) -> Result<Option<ComplaintId>, OfficeError> {
        Ok(self.store.is_to_tell(line.id)?.then_some(line.id))
    }
}

/// Somebody who was found.
struct Known {
    citizen: Citizen,
    person: Person,
    complaints: u32,
    to_tell: Option<ComplaintId>,
    last: ComplaintLine,
}

impl Known {
    fn shown(self) -> KnownCitizen {
        KnownCitizen {
            citizen: show::citizen(&self.citizen),
            language: self.last.language,
            complaints: self.complaints,
            last_at: self.last.recorded_at.to_string(),
            last_subject: self.last.subject,
            to_tell: self.to_tell.map(|id| id.to_string()),
        }
    }
}

/// What the later word leaves open an earlier one says; whether it said anything.
fn fill_up(known: &mut Citizen, earlier: &Citizen) -> bool {
    let mut is_filled = false;
    let fields = [
        (&mut known.surname, &earlier.surname),
        (&mut known.other_names, &earlier.other_names),
        (&mut known.nic, &earlier.nic),
        (&mut known.phone, &earlier.phone),
        (&mut known.email, &earlier.email),
        (&mut known.address, &earlier.address),
        (&mut known.locality, &earlier.locality),
    ];
    for (field, before) in fields {
        if field.is_none() && before.is_some() {
            field.clone_from(before);
            is_filled = true;
        }
    }
    is_filled
}
