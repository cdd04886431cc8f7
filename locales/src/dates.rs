//! Dates and times of day as each language writes them. The names of months and weekdays are our own tables:
//! ICU's Kreol months are spelled otherwise, and its short Arabic dates carry invisible marks. Which time zone a
//! moment falls in is decided before.

use jiff::civil::{Date, Time, Weekday};

use crate::Language;

/// With the weekday, for headings and letters: `Thursday 26 November 2026`.
#[must_use]
pub fn long(language: Language, date: Date) -> String {
    let weekday = weekday(language, date.weekday());
    let rest = in_sentence(language, date);
    match language {
        Language::ArMa => format!("{weekday}، {rest}"),
        Language::En | Language::Fr | Language::Mfe => format!("{weekday} {rest}"),
    }
}

/// Day and month for a narrow column, where the year goes without saying: `26 Nov`.
#[must_use]
pub fn in_list(language: Language, date: Date) -> String {
    format!("{} {}", day(language, date), short_month(language, date))
}

/// Day, month and year for the gap of a message: `26 November 2026`. The word before it (`on`, `le`, `يوم`)
/// belongs to the message, because it changes with the sentence.
#[must_use]
pub fn in_sentence(language: Language, date: Date) -> String {
    format!("{} {} {}", day(language, date), month(language, date), date.year())
}

/// A month for a title: `November 2026`.
#[must_use]
pub fn of_month_and_year(language: Language, date: Date) -> String {
    format!("{} {}", month(language, date), date.year())
}

/// The time of day on the 24-hour clock: `10:42`; in a French letter `10 h 42`, with spaces that do not break.
#[must_use]
pub fn time(language: Language, time: Time, in_letter: bool) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (language, in_letter) {
        (Language::Fr, true) if minute == 0 => format!("{hour}\u{a0}h"),
        (Language::Fr, true) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        _ => format!("{hour:02}:{minute:02}"),
    }
}

/// The day of the month; French says the first of a month, and only that one, as an ordinal.
fn day(language: Language, date: Date) -> String {
    match (language, date.day()) {
        (Language::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    }
}

fn month(language: Language, date: Date) -> &'static str {
    let months = match language {
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Language::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Language::Mfe => [
            "Zanvie", "Fevriye", "Mars", "Avril", "Me", "Zin", "Ziliet", "Out", "Septam", "Oktob", "Novam",
            "Desam",
        ],
        Language::ArMa => [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "ماي",
            "يونيو",
            "يوليوز",
            "غشت",
            "شتنبر",
            "أكتوبر",
            "نونبر",
            "دجنبر",
        ],
    };
    of_month(months, date)
}

/// Arabic does not shorten the names of months.
fn short_month(language: Language, date: Date) -> &'static str {
    let months = match language {
        Language::En => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        Language::Fr => [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ],
        Language::Mfe => ["Zan", "Fev", "Mar", "Avr", "Me", "Zin", "Zil", "Out", "Sep", "Okt", "Nov", "Des"],
        Language::ArMa => return month(language, date),
    };
    of_month(months, date)
}

fn of_month(months: [&'static str; 12], date: Date) -> &'static str {
    let index = usize::try_from(date.month() - 1).expect("a month is 1 to 12");
    months[index]
}

fn weekday(language: Language, weekday: Weekday) -> &'static str {
    let weekdays = match language {
        Language::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        Language::Fr => ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        Language::Mfe => ["lindi", "mardi", "merkredi", "zedi", "vandredi", "samdi", "dimans"],
        Language::ArMa => ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    };
    let index = usize::try_from(weekday.to_monday_zero_offset()).expect("a weekday is 0 to 6");
    weekdays[index]
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, Time, date, time as clock};

    use super::{in_list, in_sentence, long, of_month_and_year, time};
    use crate::Language;

    fn in_all(write: fn(Language, Date) -> String, day: Date) -> [String; 4] {
        Language::ALL.map(|language| write(language, day))
    }

    #[test]
    fn a_long_date_names_the_weekday() {
        assert_eq!(
            in_all(long, date(2026, 11, 26)),
            [
                "Thursday 26 November 2026",
                "jeudi 26 novembre 2026",
                "zedi 26 Novam 2026",
                "الخميس، 26 نونبر 2026"
            ]
        );
    }

    #[test]
    fn a_date_in_a_sentence_has_no_weekday_and_no_word_before_it() {
        assert_eq!(
            in_all(in_sentence, date(2026, 9, 3)),
            ["3 September 2026", "3 septembre 2026", "3 Septam 2026", "3 شتنبر 2026"]
        );
    }

    #[test]
    fn a_date_in_a_list_is_short() {
        assert_eq!(in_all(in_list, date(2026, 11, 26)), ["26 Nov", "26 nov.", "26 Nov", "26 نونبر"]);
    }

    #[test]
    fn the_first_of_a_month_is_an_ordinal_in_french_alone() {
        assert_eq!(
            in_all(in_sentence, date(2027, 7, 1)),
            ["1 July 2027", "1er juillet 2027", "1 Ziliet 2027", "1 يوليوز 2027"]
        );
        assert_eq!(in_list(Language::Fr, date(2027, 7, 1)), "1er juil.");
        assert_eq!(in_list(Language::Fr, date(2027, 7, 11)), "11 juil.");
    }

    #[test]
    fn a_week_and_a_year_name_each_day_and_month_once() {
        for language in Language::ALL {
            let days: std::collections::BTreeSet<_> =
                (1..=7).map(|day| super::weekday(language, date(2026, 6, day).weekday())).collect();
            let months: std::collections::BTreeSet<_> =
                (1..=12).map(|month| super::month(language, date(2026, month, 1))).collect();
            assert_eq!((days.len(), months.len()), (7, 12), "{language}");
        }
    }

    #[test]
    fn no_date_carries_an_invisible_mark() {
        for language in Language::ALL {
            for month in 1..=12 {
                let text = long(language, date(2026, month, 1));
                assert!(!text.contains(['\u{200e}', '\u{200f}', '\u{2068}']), "{text}");
            }
        }
    }

    #[test]
    fn the_time_is_on_the_24_hour_clock_and_french_letters_write_an_h() {
        let at = |language: Language, at: Time, in_letter: bool| time(language, at, in_letter);
        for language in Language::ALL {
            assert_eq!(at(language, clock(9, 5, 59, 0), false), "09:05");
        }
        assert_eq!(at(Language::En, clock(15, 30, 0, 0), true), "15:30");
        assert_eq!(at(Language::Fr, clock(9, 5, 0, 0), true), "9\u{a0}h\u{a0}05");
        assert_eq!(at(Language::Fr, clock(14, 0, 0, 0), true), "14\u{a0}h");
    }

    #[test]
    fn a_month_stands_with_its_year() {
        let months = in_all(of_month_and_year, date(2026, 11, 24));
        assert_eq!(months, ["November 2026", "novembre 2026", "Novam 2026", "نونبر 2026"]);
    }
}
