//! Figures about all complaints. What is counted of one complaint are its [`facts`]; their sums stand in the table `figures`
//! and are kept in the transaction that changes the complaint. Pages read sums alone, so that they take as long with ten
//! million operations as with ten thousand. What of them is public is decided in `publishing`.
//!
//! ```text
//! complaint ──facts──▶ figure_facts ──sums──▶ figures ──publishing──▶ page, CSV, JSON
//! ```

mod cell;
mod facts;
pub(crate) mod inside;
pub(crate) mod keeping;
pub(crate) mod places;
pub(crate) mod publishing;
pub(crate) mod sums;

pub(crate) use cell::{Cell, per_cent};
pub(crate) use facts::{Axis, Facts};

/// A month, counted from the year 0, as the figures keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Month(pub(crate) i32);

impl Month {
    /// The month of a day.
    pub(crate) fn of(day: jiff::civil::Date) -> Self {
        Self(i32::from(day.year()) * 12 + i32::from(day.month()) - 1)
    }

    /// Its year.
    pub(crate) fn year(self) -> i16 {
        i16::try_from(self.0.div_euclid(12)).unwrap_or(i16::MAX)
    }

    /// Its first day; the beginning of 1970 for a month that no calendar has.
    pub(crate) fn first_day(self) -> jiff::civil::Date {
        let month = i8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1);
        jiff::civil::Date::new(self.year(), month, 1).unwrap_or(jiff::civil::date(1970, 1, 1))
    }

    /// `2026-11`.
    pub(crate) fn word(self) -> String {
        self.first_day().strftime("%Y-%m").to_string()
    }
}
