//! Working days: which days count, and on which day a number of them is over.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

/// The working days of a deployment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Days of the week on which offices work; never empty.
    working: Vec<Weekday>,
    /// Public holidays.
    holidays: BTreeSet<Date>,
}

impl Calendar {
    /// A calendar. No working day at all is taken as Monday to Friday: a deadline must exist.
    pub fn new(working: Vec<Weekday>, holidays: BTreeSet<Date>) -> Self {
        let weekdays =
            [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
        let working = if working.is_empty() { weekdays.to_vec() } else { working };
        Self { working, holidays }
    }

    /// Whether offices work on that day.
    pub fn is_working_day(&self, day: Date) -> bool {
        self.working.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The day on which `days` working days are over, the first day itself not counted. Zero: that day, or the
    /// next working day. At the end of time the last day that exists.
    pub fn after_working_days(&self, start: Date, days: u32) -> Date {
        let mut day = start;
        let mut left = days;
        while left > 0 || !self.is_working_day(day) {
            let Ok(next) = day.tomorrow() else { return day };
            day = next;
            if left > 0 && self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn calendar(holidays: &[Date]) -> Calendar {
        Calendar::new(Vec::new(), holidays.iter().copied().collect())
    }

    #[test]
    fn a_week_end_does_not_count() {
        assert_eq!(calendar(&[]).after_working_days(date(2026, 11, 20), 1), date(2026, 11, 23));
        assert_eq!(calendar(&[]).after_working_days(date(2026, 11, 21), 3), date(2026, 11, 25));
    }

    #[test]
    fn a_holiday_does_not_count() {
        let calendar = calendar(&[date(2026, 12, 25)]);
        assert_eq!(calendar.after_working_days(date(2026, 12, 24), 1), date(2026, 12, 28));
        assert!(!calendar.is_working_day(date(2026, 12, 25)));
    }

    #[test]
    fn no_days_means_today_or_the_next_working_day() {
        assert_eq!(calendar(&[]).after_working_days(date(2026, 11, 20), 0), date(2026, 11, 20));
        assert_eq!(calendar(&[]).after_working_days(date(2026, 11, 21), 0), date(2026, 11, 23));
    }

    #[test]
    fn the_end_of_time_is_an_end() {
        assert_eq!(calendar(&[]).after_working_days(Date::MAX, 30), Date::MAX);
    }
}
