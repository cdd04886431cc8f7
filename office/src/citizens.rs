//! People who are known at this office: found as somebody types a name, a number, a telephone or a reference.

use complaints::{Citizen, Discretion, same_person, search_words};

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
        let mut people: Vec<(Citizen, KnownCitizen)> = Vec::new();
        for record in self.store.search_people(words, LOOKED_THROUGH)? {
            let register = &record.complaint.register;
            let citizen = &register.citizen;
            if register.discretion == Some(Discretion::Anonymous) || *citizen == Citizen::default() {
                continue;
            }
            match people.iter_mut().find(|(known, _)| same_person(known, citizen)) {
                Some((known, shown)) => {
                    fill_up(known, citizen);
                    shown.citizen = show::citizen(known);
                    shown.complaints += 1;
                }
                None => people.push((
                    citizen.clone(),
                    KnownCitizen {
                        citizen: show::citizen(citizen),
                        language: register.language.clone(),
                        complaints: 1,
                        last_at: record.complaint.recorded_at().to_string(),
                        last_subject: register.subject.clone(),
                    },
                )),
            }
        }
        people.truncate(MOST_PEOPLE);
        Ok(people.into_iter().map(|(_, shown)| shown).collect())
    }
}

/// What the later word leaves open an earlier one says.
fn fill_up(known: &mut Citizen, earlier: &Citizen) {
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
        if field.is_none() {
            field.clone_from(before);
        }
    }
}
