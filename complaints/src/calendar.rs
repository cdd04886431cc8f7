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

    /// The working days after `after` up to `up_to`, that included.
    pub fn days_between(&self, after: Date, up_to: Date) -> impl Iterator<Item = Date> {
        let next = move |day: &Date| day.tomorrow().ok().filter(|day| *day <= up_to);
        std::iter::successors(Some(after), next).skip(1).filter(|day| self.is_working_day(*day))
    }

    /// The last working day before a day; none at the beginning of time.
    pub fn working_day_before(&self, day: Date) -> Option<Date> {
        std::iter::successors(day.yesterday().ok(), |day| day.yesterday().ok())
            .find(|day| self.is_working_day(*day))
    }

    /// Working days from `today` until something is due: 0 on the day itself, and negative when it is over. What was
    /// due on Friday is one day over from Saturday on.
    pub fn working_days_left(&self, today: Date, due: Date) -> i32 {
        let due = self.after_working_days(due, 0);
        if due >= today {
            return i32::try_from(self.days_between(today, due).count()).unwrap_or(i32::MAX);
        }
        let over = i32::try_from(self.days_between(due, today).count()).unwrap_or(i32::MAX);
        -over.max(1)
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
    fn what_is_left_is_counted_in_working_days_and_what_is_over_too() {
        let calendar = calendar(&[date(2026, 11, 25)]);
        let friday = date(2026, 11, 27);
        let left: Vec<_> =
            (23..=27).map(|day| calendar.working_days_left(date(2026, 11, day), friday)).collect();
        assert_eq!(left, [3, 2, 2, 1, 0]);
        assert_eq!(calendar.working_days_left(date(2026, 11, 28), friday), -1);
        assert_eq!(calendar.working_days_left(date(2026, 12, 1), friday), -2);
        // A promise for a day that was declared free later holds on the next one.
        assert_eq!(calendar.working_days_left(date(2026, 11, 26), date(2026, 11, 25)), 0);
        assert_eq!(calendar.working_day_before(date(2026, 11, 26)), Some(date(2026, 11, 24)));
    }

    #[test]
    fn the_end_of_time_is_an_end() {
        assert_eq!(calendar(&[]).after_working_days(Date::MAX, 30), Date::MAX);
    }
}
