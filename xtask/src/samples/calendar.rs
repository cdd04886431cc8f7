//! When sample complaints were recorded: during the opening hours of the sixty days before a date, in Mauritius
//! (UTC+4 all year). Public holidays are not left out: the samples need no more truth than that.

use std::time::{SystemTime, UNIX_EPOCH};

use super::random::Random;

const DAYS_BACK: u64 = 60;
const OFFSET_SECONDS: u64 = 4 * 3600;
const OPENS_HOUR: u64 = 9;
const LAST_HOUR: u64 = 15;

/// A day, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date(i64);

impl Date {
    /// Today, as it is called in Mauritius.
    pub(crate) fn today() -> Date {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        Date(i64::try_from((since + OFFSET_SECONDS) / 86_400).expect("days since 1970 are few"))
    }

    /// Reads `2026-11-21`; `None` for what is no day between 1970 and 9999.
    pub(crate) fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-').map(|part| (part.len(), part.parse::<i64>().ok()));
        let (Some((4, Some(year))), Some((2, Some(month))), Some((2, Some(day))), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return None;
        };
        let date = Date::from_civil(year, month, day);
        (year >= 1970 && date.civil() == (year, month, day)).then_some(date)
    }

    /// Days of the proleptic Gregorian calendar, in years that begin in March so that the odd day comes last
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms").
    fn from_civil(year: i64, month: i64, day: i64) -> Date {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let year_of_era = year.rem_euclid(400);
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Date(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month, day.
    fn civil(self) -> (i64, i64, i64) {
        let days = self.0 + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
    }

    /// Saturday or Sunday; 1 January 1970 was a Thursday.
    fn is_weekend(self) -> bool {
        matches!((self.0 + 4).rem_euclid(7), 0 | 6)
    }
}

/// A time at which an office was open, on one of the sixty days before `until`, as RFC 3339.
pub(crate) fn working_time(until: Date, random: &mut Random) -> String {
    let date = loop {
        let back = random.between(1, DAYS_BACK);
        let date = Date(until.0 - i64::try_from(back).expect("sixty fits"));
        if !date.is_weekend() {
            break date;
        }
    };
    let (year, month, day) = date.civil();
    let (hour, minute) = (random.between(OPENS_HOUR, LAST_HOUR), random.between(0, 59));
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:00+04:00")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_told_back() {
        for text in ["1970-01-01", "2024-02-29", "2026-11-21", "2000-12-31", "2026-03-01"] {
            let (year, month, day) = Date::parse(text).unwrap().civil();
            assert_eq!(format!("{year:04}-{month:02}-{day:02}"), text);
        }
        assert_eq!(Date::parse("2026-11-21").unwrap().0, 20_778);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for wrong in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-31",
            "26-11-21",
            "2026-1-1",
            "",
            "2026-11-21-1",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn saturday_and_sunday_are_the_weekend() {
        let is_weekend = |text: &str| Date::parse(text).unwrap().is_weekend();
        assert!(!is_weekend("2026-11-20"));
        assert!(is_weekend("2026-11-21"));
        assert!(is_weekend("2026-11-22"));
        assert!(!is_weekend("2026-11-23"));
    }

    #[test]
    fn times_lie_in_opening_hours_of_the_sixty_days_before() {
        let until = Date::parse("2026-11-21").unwrap();
        let mut random = Random::new(9);
        for _ in 0..500 {
            let time = working_time(until, &mut random);
            let date = Date::parse(&time[..10]).unwrap();
            assert!(date < until && date.0 >= until.0 - 60 && !date.is_weekend(), "{time}");
            assert!(("09:00".."16:00").contains(&&time[11..16]), "{time}");
            assert_eq!(&time[16..], ":00+04:00");
        }
    }
}
