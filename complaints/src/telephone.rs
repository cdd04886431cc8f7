//! Mauritian telephone numbers: mobiles have eight digits beginning with 5 (since 1 September 2013), fixed lines
//! seven. A number that does not fit is remarked upon, kept as typed, and never refused.

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

/// Looks at a number as typed. `None`: nothing odd, or empty. A number of another country (`+` and not 230)
/// raises no remark.
pub fn check_phone(typed: &str) -> Option<PhoneRemark> {
    let compact = compact(typed);
    if compact.is_empty() {
        return None;
    }
    let digits = compact.strip_prefix('+').unwrap_or(&compact);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Some(PhoneRemark::Shape);
    }
    if compact.starts_with('+') && !digits.starts_with("230") {
        return match digits.len() {
            0..7 => Some(PhoneRemark::Short),
            7..=15 => None,
            _ => Some(PhoneRemark::Long),
        };
    }
    let national = national(&compact);
    let wanted = if national.starts_with('5') { 8 } else { 7 };
    match national.len().cmp(&wanted) {
        std::cmp::Ordering::Less => Some(PhoneRemark::Short),
        std::cmp::Ordering::Greater => Some(PhoneRemark::Long),
        std::cmp::Ordering::Equal if national.starts_with(['0', '1']) => Some(PhoneRemark::Shape),
        std::cmp::Ordering::Equal => None,
    }
}

/// The number as it is stored: E.164 (`+23057000000`) when it fits, exactly as typed when it does not.
pub fn stored_phone(typed: &str) -> String {
    let compact = compact(typed);
    if compact.is_empty() || check_phone(typed).is_some() {
        return typed.trim().to_owned();
    }
    if compact.starts_with('+') { compact } else { format!("+230{}", national(&compact)) }
}

/// The number as people read it: `5700 0000`, `212 3456`; another country's, or one that does not fit, as stored.
pub fn shown_phone(stored: &str) -> String {
    match stored.strip_prefix("+230") {
        Some(national) if check_phone(stored).is_none() => {
            let (head, tail) = national.split_at(national.len() - 4);
            format!("{head} {tail}")
        }
        _ => stored.to_owned(),
    }
}

fn compact(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '(' | ')' | '/')).collect()
}

/// Drops the country's prefix where what remains is long enough to be a number of its own.
fn national(compact: &str) -> &str {
    let digits = compact.strip_prefix('+').unwrap_or(compact);
    match digits.strip_prefix("230") {
        Some(rest) if compact.starts_with('+') || rest.len() >= 7 => rest,
        _ => digits,
    }
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
