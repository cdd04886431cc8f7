//! The reference that a citizen takes home: office, device, counter, and two check digits.
//!
//! `12-2-00417-51` is the 417th complaint registered on the second computer of office 12. Nobody has to be asked
//! for it. The check is ISO 7064 MOD 97-10: it catches every wrong digit and every swap of neighbours, check
//! digits included; docs/decisions/0003 says why not MOD 37,36.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

use crate::identity::OfficeCode;

/// A reference. Parsing checks the check digits, so a value of this type is always well formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Reference {
    /// The office that registered the complaint.
    #[n(0)]
    pub office: OfficeCode,
    /// The number of the computer in its office, 1 to 999.
    #[n(1)]
    pub device: u16,
    /// The counter of that computer, from 1; five digits, more when they are used up.
    #[n(2)]
    pub counter: u32,
}

impl Reference {
    /// The two check digits.
    pub fn check(&self) -> u8 {
        check_digits(&self.body())
    }

    fn body(&self) -> String {
        format!("{}{}{:05}", self.office, self.device, self.counter)
    }

    fn from_parts(office: &str, device: &str, counter: &str) -> Option<Self> {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if office.len() != 2 || !(1..=3).contains(&device.len()) || !(5..=9).contains(&counter.len()) {
            return None;
        }
        if ![office, device, counter].into_iter().all(plain) || device.starts_with('0') {
            return None;
        }
        if counter.len() > 5 && counter.starts_with('0') {
            return None;
        }
        let counter: u32 = counter.parse().ok().filter(|&n| n > 0)?;
        Some(Self { office: office.parse().ok()?, device: device.parse().ok()?, counter })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:05}-{:02}", self.office, self.device, self.counter, self.check())
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    /// Reads a reference as people type it: with hyphens, spaces, dots, or nothing between its parts, and with
    /// Arabic-Indic digits. Without hyphens, the counter is taken to have five digits.
    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let mut parts = vec![String::new()];
        for c in text.trim().chars() {
            match western_digit(c) {
                Some(digit) => parts.last_mut().expect("starts with one part").push(digit),
                None if is_separator(c) => parts.push(String::new()),
                None => return Err(ReferenceError::Shape),
            }
        }
        parts.retain(|part| !part.is_empty());
        let all: String = parts.concat();
        let (office, device, counter, check) = match parts.as_slice() {
            [office, device, counter, check] => {
                (office.as_str(), device.as_str(), counter.as_str(), check.as_str())
            }
            _ => split_run(&all).ok_or(ReferenceError::Shape)?,
        };
        if check.len() != 2 {
            return Err(ReferenceError::Shape);
        }
        let reference = Self::from_parts(office, device, counter).ok_or(ReferenceError::Shape)?;
        if remainder(&all) == 1 { Ok(reference) } else { Err(ReferenceError::Check) }
    }
}

/// The next counter of a device, after the last one that it issued. It widens beyond five digits instead of ending.
pub fn next_counter(last: u32) -> u32 {
    last.saturating_add(1)
}

/// Why a text is not a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// It has not the form of one.
    #[error("a reference looks like 12-2-00417-51")]
    Shape,
    /// Its check digits do not fit: something was misread or swapped.
    #[error("one character of the reference is wrong; read it again")]
    Check,
}

fn split_run(all: &str) -> Option<(&str, &str, &str, &str)> {
    let length = all.len();
    if !(10..=12).contains(&length) {
        return None;
    }
    Some((&all[..2], &all[2..length - 7], &all[length - 7..length - 2], &all[length - 2..]))
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '‐' | '‑' | '–' | '—' | '.' | '/' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'
        )
}

fn western_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        _ => None,
    }
}

fn remainder(digits: &str) -> u32 {
    digits.bytes().fold(0, |sum, digit| (sum * 10 + u32::from(digit - b'0')) % 97)
}

fn check_digits(body: &str) -> u8 {
    let rest = remainder(body) * 100 % 97;
    u8::try_from(98 - rest).expect("between 2 and 98")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(office: u8, device: u16, counter: u32) -> Reference {
        Reference { office: OfficeCode::new(office).unwrap(), device, counter }
    }

    /// Every reference that tests below walk: all offices, one to three digits of device, counters small and large.
    fn samples() -> impl Iterator<Item = Reference> {
        (1..=99).flat_map(|office| {
            [1, 9, 10, 99, 512].into_iter().flat_map(move |device| {
                [1, 9, 417, 10_101, 90_909, 99_999, 100_000, 4_000_001]
                    .into_iter()
                    .map(move |n| reference(office, device, n))
            })
        })
    }

    #[test]
    fn it_shows_office_device_counter_and_check() {
        assert_eq!(reference(12, 2, 417).to_string(), "12-2-00417-51");
        assert_eq!(reference(7, 10, 123_456).to_string().len(), "07-10-123456-00".len());
    }

    #[test]
    fn it_reads_back_what_it_shows() {
        for sample in samples() {
            assert_eq!(sample.to_string().parse(), Ok(sample));
        }
    }

    #[test]
    fn every_wrong_digit_is_caught() {
        for sample in samples() {
            let shown = sample.to_string();
            for (place, right) in shown.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
                for wrong in ('0'..='9').filter(|&wrong| wrong != right) {
                    let mut typed = shown.clone();
                    typed.replace_range(place..=place, wrong.encode_utf8(&mut [0; 4]));
                    assert!(typed.parse::<Reference>().is_err(), "{shown} typed as {typed}");
                }
            }
        }
    }

    #[test]
    fn every_character_that_is_no_digit_is_caught() {
        let shown = reference(12, 2, 417).to_string();
        for (place, _) in shown.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
            for wrong in (' '..='~').filter(|c| !c.is_ascii_digit() && !is_separator(*c)) {
                let mut typed = shown.clone();
                typed.replace_range(place..=place, wrong.encode_utf8(&mut [0; 4]));
                assert!(typed.parse::<Reference>().is_err(), "{typed}");
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_caught() {
        for sample in samples() {
            let shown = sample.to_string();
            let digits: Vec<usize> =
                shown.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(i, _)| i).collect();
            for pair in digits.windows(2) {
                let mut typed = shown.clone().into_bytes();
                if typed[pair[0]] == typed[pair[1]] {
                    continue;
                }
                typed.swap(pair[0], pair[1]);
                let typed = String::from_utf8(typed).unwrap();
                assert!(typed.parse::<Reference>().is_err(), "{shown} typed as {typed}");
            }
        }
    }

    #[test]
    fn the_exhaustive_walk_over_one_computer_finds_no_two_alike() {
        let mut seen = std::collections::HashSet::new();
        assert!((1..=99_999).all(|n| seen.insert(reference(12, 2, n).to_string())));
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        let wanted = Ok(reference(12, 2, 417));
        for typed in [
            "12-2-00417-51",
            " 12 2 00417 51 ",
            "1220041751",
            "12.2.00417.51",
            "12–2–00417–51",
            "١٢-٢-٠٠٤١٧-٥١",
        ] {
            assert_eq!(typed.parse(), wanted, "{typed}");
        }
        for typed in [
            "",
            "12",
            "12-2-00417",
            "00-2-00417-51",
            "12-02-00417-51",
            "12-2-00000-97",
            "9".repeat(80).as_str(),
        ] {
            assert_eq!(typed.parse::<Reference>(), Err(ReferenceError::Shape), "{typed}");
        }
    }
}
