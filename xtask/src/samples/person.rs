//! Invented citizens: drawn from lists of names, with an identity number that nobody can have. Its check is
//! right, but serial numbers below one thousand were never issued.

use std::path::Path;

use serde_json::{Value, json};

use super::random::Random;
use crate::csv::Table;
use crate::run::{Failure, Outcome};

/// What persons are drawn from.
#[derive(Debug)]
pub(crate) struct Lists {
    given: Vec<String>,
    family: Vec<String>,
    streets: Vec<String>,
    localities: Vec<String>,
}

/// An invented citizen.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) surname: String,
    pub(crate) other_names: String,
    pub(crate) nic: String,
    pub(crate) phone: String,
    pub(crate) email: Option<String>,
    pub(crate) house: u64,
    pub(crate) street: String,
    pub(crate) locality: String,
}

impl Lists {
    /// Reads the names and streets (columns `list`, `value`) and the localities (columns `name`, `district`).
    pub(crate) fn read(names: &Path, localities: &Path) -> Outcome<Lists> {
        let table = Table::read(names)?;
        let (kinds, values) = (table.column("list")?, table.column("value")?);
        let list = |kind: &str| -> Outcome<Vec<String>> {
            let values = kinds.iter().zip(&values).filter(|(listed, _)| **listed == kind);
            let values: Vec<String> = values.map(|(_, value)| (*value).to_owned()).collect();
            if values.is_empty() {
                return Err(Failure::broken(format!("{}: nothing in the list `{kind}`", names.display())));
            }
            Ok(values)
        };
        Ok(Lists {
            given: list("given")?,
            family: list("family")?,
            streets: list("street")?,
            localities: on_the_main_island(localities)?,
        })
    }
}

/// The localities from which one comes to an office on the island of Mauritius.
fn on_the_main_island(path: &Path) -> Outcome<Vec<String>> {
    let table = Table::read(path)?;
    let (names, districts) = (table.column("name")?, table.column("district")?);
    let near =
        names.iter().zip(&districts).filter(|(_, district)| !matches!(**district, "Rodrigues" | "Agaléga"));
    let near: Vec<String> = near.map(|(name, _)| (*name).to_owned()).collect();
    if near.is_empty() {
        return Err(Failure::broken(format!("{}: no locality on the main island", path.display())));
    }
    Ok(near)
}

impl Person {
    /// Draws a person; `number` keeps e-mail addresses apart.
    pub(crate) fn draw(lists: &Lists, number: usize, random: &mut Random) -> Person {
        let surname = random.one_of(&lists.family).clone();
        let other_names = random.one_of(&lists.given).clone();
        let has_email = random.between(1, 10) <= 3;
        Person {
            nic: nic(&surname, random),
            phone: format!("+230500{:05}", random.between(0, 99_999)),
            email: has_email.then(|| format!("{}.{number}@example.org", plain(&other_names))),
            house: random.between(1, 180),
            street: random.one_of(&lists.streets).clone(),
            locality: random.one_of(&lists.localities).clone(),
            surname,
            other_names,
        }
    }

    /// As `guichet-office register` reads a citizen.
    pub(crate) fn as_json(&self) -> Value {
        json!({
            "surname": self.surname,
            "other_names": self.other_names,
            "nic": self.nic,
            "phone": self.phone,
            "email": self.email,
            "address": format!("{}, {}", self.house, self.street),
            "locality": self.locality,
        })
    }
}

/// A letter, the day of birth, six digits below 1000 and the check character.
fn nic(surname: &str, random: &mut Random) -> String {
    let initial = plain(surname).chars().next().unwrap_or('z').to_ascii_uppercase();
    let (day, month, year) = (random.between(1, 28), random.between(1, 12), random.between(30, 99));
    let head = format!("{initial}{day:02}{month:02}{year:02}{:06}", random.between(0, 999));
    let check = check_character(&head);
    format!("{head}{check}")
}

/// 17 minus the remainder by 17 of the sum of the thirteen values (A is 10) times 14, 13, … 2
/// (list mail relayed at <https://lists.arthurdejong.org/python-stdnum-users/2018/msg00004.html>).
fn check_character(head: &str) -> char {
    let values = head.chars().map(|c| c.to_digit(36).unwrap_or(0));
    let sum: u32 = values.zip((2..=14).rev()).map(|(value, weight)| value * weight).sum();
    let places = b"0123456789ABCDEFGH";
    char::from(places[(17 - sum % 17) as usize])
}

/// Lower-case ASCII letters of a name, for e-mail addresses and initials.
fn plain(name: &str) -> String {
    let letters = name.chars().flat_map(char::to_lowercase);
    let folded = letters.map(|c| match c {
        'à' | 'â' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        other => other,
    });
    folded.filter(char::is_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    fn lists() -> Lists {
        let profile = places::root().unwrap().join("profiles/mauritius");
        Lists::read(&profile.join("samples/people_and_streets.csv"), &profile.join("localities.csv")).unwrap()
    }

    #[test]
    fn the_check_character_is_that_of_known_synthetic_numbers() {
        for number in
            ["Z010100000000F", "Z010100000001D", "Z010100000002B", "Z0101000000039", "Z010100000016H"]
        {
            let (head, check) = number.split_at(13);
            assert_eq!(check_character(head).to_string(), check, "{number}");
        }
    }

    #[test]
    fn identity_numbers_have_their_shape_and_a_serial_that_was_never_issued() {
        let (lists, mut random) = (lists(), Random::new(2));
        for number in 0..500 {
            let person = Person::draw(&lists, number, &mut random);
            let nic = &person.nic;
            assert_eq!(nic.len(), 14, "{nic}");
            assert!(nic[..1].chars().all(|c| c.is_ascii_uppercase()), "{nic}");
            assert!(nic[7..13].parse::<u32>().unwrap() < 1000, "{nic}");
            assert_eq!(&nic[13..], check_character(&nic[..13]).to_string());
        }
    }

    #[test]
    fn telephone_numbers_are_mobile_numbers_of_the_country() {
        let person = Person::draw(&lists(), 0, &mut Random::new(4));
        let digits = person.phone.strip_prefix("+2305").unwrap();
        assert_eq!(digits.len(), 7);
        assert!(digits.chars().all(|c| c.is_ascii_digit()));
    }

    #[test]
    fn names_are_folded_for_addresses() {
        assert_eq!(plain("Jean-Noël"), "jeannoel");
        assert_eq!(plain("Zéphirelle"), "zephirelle");
    }
}
