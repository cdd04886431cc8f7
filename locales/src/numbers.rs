//! Numbers inside a message: which plural they choose and how each language groups their digits, which are the
//! western ones in all four. Money does not belong here.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use crate::Language;

/// Writes numbers in messages; one plain function a language, because Fluent takes a function without state.
pub(crate) type Formatter<M> = fn(&FluentValue<'_>, &M) -> Option<String>;

/// The formatter for `language`; values that are not numbers are left to Fluent.
pub(crate) fn formatter<M>(language: Language) -> Formatter<M> {
    match language {
        Language::En => |value, _| grouped(value, ",", "."),
        Language::Fr => |value, _| grouped(value, "\u{202f}", ","),
        Language::Mfe => |value, _| grouped(value, "\u{a0}", "."),
        Language::ArMa => |value, _| grouped(value, ".", ","),
    }
}

/// `number` for a gap of a message in `language`.
///
/// CLDR's Arabic rule looks at a number's last two digits (103 counts like 3). The rule in intl_pluralrules 7.0
/// looks at the whole number instead and sends everything from 100 to `other`. So Arabic hands Fluent a number
/// up to 100 of the right form to choose by, and the true one beside it to show. The place it travels in, the
/// currency, is otherwise unused; it also keeps 103 from matching an exact `[3]`.
pub(crate) fn fluent(language: Language, number: i64) -> FluentNumber {
    let mut fluent = FluentNumber::from(number);
    if language == Language::ArMa && number.unsigned_abs() >= 100 {
        let last_two = number.unsigned_abs() % 100;
        fluent.value = if last_two >= 3 { FluentNumber::from(last_two).value } else { 100.0 };
        fluent.options.currency = Some(number.to_string());
    }
    fluent
}

fn grouped(value: &FluentValue<'_>, group: &str, decimal: &str) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.options.currency.clone().unwrap_or_else(|| number.as_string().into_owned());
    let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        let starts_a_group = index > 0 && (whole.len() - index).is_multiple_of(3);
        if starts_a_group && number.options.use_grouping {
            text.push_str(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push_str(decimal);
        text.push_str(fraction);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use fluent_bundle::FluentValue;
    use fluent_bundle::types::FluentNumber;

    use super::formatter;
    use crate::Language;

    fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
        formatter::<()>(language)(value, &())
    }

    #[test]
    fn each_language_groups_in_its_way() {
        for (language, text) in [
            (Language::En, "1,234,567.5"),
            (Language::Fr, "1\u{202f}234\u{202f}567,5"),
            (Language::Mfe, "1\u{a0}234\u{a0}567.5"),
            (Language::ArMa, "1.234.567,5"),
        ] {
            assert_eq!(written(language, &FluentValue::from(1_234_567.5)).as_deref(), Some(text));
        }
    }

    #[test]
    fn short_and_negative_numbers_get_no_stray_mark() {
        for (number, text) in
            [(0_i64, "0"), (999, "999"), (-999, "-999"), (-1000, "-1,000"), (100_000, "100,000")]
        {
            assert_eq!(written(Language::En, &FluentValue::from(number)).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_message_may_ask_for_no_grouping() {
        let mut number = FluentNumber::from(2026);
        number.options.use_grouping = false;
        assert_eq!(written(Language::En, &FluentValue::Number(number)).as_deref(), Some("2026"));
    }

    #[test]
    fn text_is_left_alone() {
        assert_eq!(written(Language::En, &FluentValue::from("12-000345")), None);
    }
}
