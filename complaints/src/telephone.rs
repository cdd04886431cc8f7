//! Telephone numbers of a country, as people type and read them. A number that does not fit is remarked upon, kept as
//! typed, and never refused.
//!
//! Mauritius: mobiles have eight digits beginning with 5 (since 1 September 2013), fixed lines seven. Morocco: ten digits
//! beginning with 05 to 08, of which the 0 is left out behind the country's prefix.

/// What is odd about a telephone number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneRemark {
    /// Holds something that is no digit, or begins as no number of this country does.
    Shape,
    /// Too few digits.
    Short,
    /// Too many digits.
    Long,
}

/// A country whose numbers are typed without its prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    /// +230.
    Mauritius,
    /// +212.
    Morocco,
}

impl Country {
    const ALL: [Self; 2] = [Self::Mauritius, Self::Morocco];

    fn prefix(self) -> &'static str {
        match self {
            Self::Mauritius => "230",
            Self::Morocco => "212",
        }
    }

    /// Looks at a number as typed. `None`: nothing odd, or empty. A number of another country (`+` and another prefix)
    /// raises no remark.
    pub fn check(self, typed: &str) -> Option<PhoneRemark> {
        let compact = compact(typed);
        if compact.is_empty() {
            return None;
        }
        let digits = compact.strip_prefix('+').unwrap_or(&compact);
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Some(PhoneRemark::Shape);
        }
        if compact.starts_with('+') && !digits.starts_with(self.prefix()) {
            return match digits.len() {
                0..7 => Some(PhoneRemark::Short),
                7..=15 => None,
                _ => Some(PhoneRemark::Long),
            };
        }
        let national = self.national(&compact);
        let (wanted, begins_well) = match self {
            Self::Mauritius => {
                (if national.starts_with('5') { 8 } else { 7 }, !national.starts_with(['0', '1']))
            }
            Self::Morocco => (9, national.starts_with(['5', '6', '7', '8'])),
        };
        match national.len().cmp(&wanted) {
            std::cmp::Ordering::Less => Some(PhoneRemark::Short),
            std::cmp::Ordering::Greater => Some(PhoneRemark::Long),
            std::cmp::Ordering::Equal if !begins_well => Some(PhoneRemark::Shape),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The number as it is stored: E.164 (`+23057000000`) when it fits, exactly as typed when it does not.
    pub fn stored(self, typed: &str) -> String {
        let compact = compact(typed);
        if compact.is_empty() || self.check(typed).is_some() {
            return typed.trim().to_owned();
        }
        let is_abroad = compact.strip_prefix('+').is_some_and(|digits| !digits.starts_with(self.prefix()));
        if is_abroad { compact } else { format!("+{}{}", self.prefix(), self.national(&compact)) }
    }

    /// Drops the country's prefix where what remains is long enough to be a number of its own, and what is dialled before
    /// a number within the country.
    fn national(self, compact: &str) -> &str {
        let digits = compact.strip_prefix('+').unwrap_or(compact);
        let digits = match digits.strip_prefix(self.prefix()) {
            Some(rest) if compact.starts_with('+') || rest.len() >= 7 => rest,
            _ => digits,
        };
        match self {
            Self::Mauritius => digits,
            Self::Morocco => digits.strip_prefix('0').unwrap_or(digits),
        }
    }
}

/// The number as people read it: `5700 0000`, `212 3456`, `05 35 66 00 00`; another country's, or one that does not fit,
/// as stored.
pub fn shown_phone(stored: &str) -> String {
    let known = Country::ALL.into_iter().find_map(|country| {
        let national = stored.strip_prefix('+')?.strip_prefix(country.prefix())?;
        country.check(stored).is_none().then_some((country, national))
    });
    match known {
        Some((Country::Mauritius, national)) => {
            let (head, tail) = national.split_at(national.len() - 4);
            format!("{head} {tail}")
        }
        Some((Country::Morocco, national)) if national.len() == 9 => {
            let pairs: Vec<&str> =
                [(1, 3), (3, 5), (5, 7), (7, 9)].map(|(from, to)| &national[from..to]).to_vec();
            format!("0{} {}", &national[..1], pairs.join(" "))
        }
        _ => stored.to_owned(),
    }
}

/// As [`Country::check`], for Mauritius.
pub fn check_phone(typed: &str) -> Option<PhoneRemark> {
    Country::Mauritius.check(typed)
}

/// As [`Country::stored`], for Mauritius.
pub fn stored_phone(typed: &str) -> String {
    Country::Mauritius.stored(typed)
}

fn compact(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '(' | ')' | '/')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_country_are_stored_alike_however_typed() {
        for typed in ["57001234", "5700 1234", "+230 5700 1234", "230-5700-1234"] {
            assert_eq!(check_phone(typed), None, "{typed}");
            assert_eq!(stored_phone(typed), "+23057001234", "{typed}");
        }
        assert_eq!(stored_phone("212 3456"), "+2302123456");
        assert_eq!(shown_phone("+23057001234"), "5700 1234");
        assert_eq!(shown_phone("+2302123456"), "212 3456");
    }

    #[test]
    fn moroccan_numbers_lose_their_nought_behind_the_prefix_and_get_it_back() {
        for typed in ["0661234567", "06 61 23 45 67", "+212 661-234567", "212661234567", "+2120661234567"] {
            assert_eq!(Country::Morocco.check(typed), None, "{typed}");
            assert_eq!(Country::Morocco.stored(typed), "+212661234567", "{typed}");
        }
        assert_eq!(shown_phone("+212661234567"), "06 61 23 45 67");
        for (typed, remark) in [
            ("066123456", PhoneRemark::Short),
            ("06612345678", PhoneRemark::Long),
            ("0261234567", PhoneRemark::Shape),
        ] {
            assert_eq!(Country::Morocco.check(typed), Some(remark), "{typed}");
            assert_eq!(Country::Morocco.stored(typed), typed);
        }
        assert_eq!(Country::Morocco.stored("+230 5700 1234"), "+23057001234");
    }

    #[test]
    fn odd_numbers_are_remarked_upon_and_kept_as_typed() {
        for (typed, remark) in [
            ("5700123", PhoneRemark::Short),
            ("570012345", PhoneRemark::Long),
            ("21234567", PhoneRemark::Long),
            ("0123456", PhoneRemark::Shape),
            ("call her son", PhoneRemark::Shape),
        ] {
            assert_eq!(check_phone(typed), Some(remark), "{typed}");
            assert_eq!(stored_phone(typed), typed);
        }
    }

    #[test]
    fn a_foreign_number_raises_no_remark() {
        assert_eq!(check_phone("+262 692 00 00 00"), None);
        assert_eq!(stored_phone("+262 692 00 00 00"), "+262692000000");
        assert_eq!(shown_phone("+262692000000"), "+262692000000");
    }
}
