//! The Mauritian identity number: letter of the surname at birth, date of birth, serial, check character.
//!
//! Source of layout and check: python-stdnum, `stdnum/mu/nid.py`, and the list mail of 13 July 2018 that it cites.
//! When the sum is a multiple of 17 sources differ between `0` and `H`; both are accepted. A number that does
//! not fit is remarked upon and never refused: elders and foreigners may have none.

/// What is odd about an identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityRemark {
    /// Not a letter, twelve digits and a check character.
    Shape,
    /// The date of birth does not exist.
    Date,
    /// The check character does not fit.
    Check,
}

/// Looks at an identity number as typed; spaces, hyphens and case do not count. `None`: nothing odd, or empty.
pub fn check_nic(typed: &str) -> Option<IdentityRemark> {
    let number: Vec<u8> = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| u8::try_from(c.to_ascii_uppercase()).unwrap_or(b'?'))
        .collect();
    if number.is_empty() {
        return None;
    }
    let shape = number.len() == 14
        && number[0].is_ascii_uppercase()
        && number[1..13].iter().all(u8::is_ascii_digit)
        && number[13].is_ascii_alphanumeric();
    if !shape {
        return Some(IdentityRemark::Shape);
    }
    if !date_exists(&number[1..7]) {
        return Some(IdentityRemark::Date);
    }
    if !check_fits(&number) {
        return Some(IdentityRemark::Check);
    }
    None
}

/// The century is not in the number, so 29 February is let pass in any year divisible by four.
fn date_exists(ddmmyy: &[u8]) -> bool {
    let two = |at: usize| i8::try_from((ddmmyy[at] - b'0') * 10 + (ddmmyy[at + 1] - b'0')).unwrap_or(0);
    jiff::civil::Date::new(2000 + i16::from(two(4)), two(2), two(0)).is_ok()
}

fn check_fits(number: &[u8]) -> bool {
    let value = |c: u8| u32::from(if c.is_ascii_digit() { c - b'0' } else { c - b'A' + 10 });
    let sum: u32 = number[..13].iter().zip((2..=14).rev()).map(|(&c, weight)| value(c) * weight).sum();
    match sum % 17 {
        0 => matches!(number[13], b'0' | b'H'),
        rest => value(number[13]) == 17 - rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Synthetic: initial Z, born 01-01-00, serials that were never issued.
    const GOOD: [&str; 7] = [
        "Z010100000000F",
        "Z010100000001D",
        "Z010100000002B",
        "Z0101000000039",
        "Z0101000000047",
        "Z0101000000160",
        "Z010100000016H",
    ];

    #[test]
    fn numbers_that_fit_raise_no_remark() {
        for number in GOOD {
            assert_eq!(check_nic(number), None, "{number}");
        }
        assert_eq!(check_nic(" z0101 00-000004 7 "), None);
        assert_eq!(check_nic(""), None);
    }

    #[test]
    fn every_other_check_character_is_remarked_upon() {
        for number in &GOOD[..5] {
            for other in ('0'..='9').chain('A'..='Z').filter(|c| !number.ends_with(*c)) {
                let typed = format!("{}{other}", &number[..13]);
                assert_eq!(check_nic(&typed), Some(IdentityRemark::Check), "{typed}");
            }
        }
    }

    #[test]
    fn a_day_that_does_not_exist_is_remarked_upon() {
        assert_eq!(check_nic("Z310200000000F"), Some(IdentityRemark::Date));
        assert_eq!(check_nic("Z001300000000F"), Some(IdentityRemark::Date));
    }

    #[test]
    fn another_shape_is_remarked_upon() {
        for typed in
            ["1010100000000F", "Z01010000000", "Z010100000000FF", "passport 123", "٠", "Z01010000000é9"]
        {
            assert_eq!(check_nic(typed), Some(IdentityRemark::Shape), "{typed}");
        }
    }
}
