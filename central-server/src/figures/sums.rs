//! Reading sums: of a time, by one axis, over all offices.

use std::collections::BTreeMap;

use super::{Axis, Cell, Month};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::{Session, figures};

/// Months, the last one included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first.
    pub(crate) from: Month,
    /// The last.
    pub(crate) up_to: Month,
}

impl Period {
    /// A calendar year.
    pub(crate) fn year(year: i16) -> Self {
        let from = Month(i32::from(year) * 12);
        Self { from, up_to: Month(from.0 + 11) }
    }

    /// One month.
    pub(crate) fn month(month: Month) -> Self {
        Self { from: month, up_to: month }
    }
}

/// Sums by the values of an axis, over the whole period.
pub(crate) async fn by(
    session: &mut Session,
    axis: Axis,
    period: Period,
) -> Result<BTreeMap<String, Cell>, CentreError> {
    let mut sums: BTreeMap<String, Cell> = BTreeMap::new();
    for (value, _, cell) in figures::by(session, axis, period.from, period.up_to).await? {
        sums.entry(value).or_default().join(&cell);
    }
    Ok(sums)
}

/// Sums by month, those without anything included.
pub(crate) async fn by_month(
    session: &mut Session,
    period: Period,
) -> Result<BTreeMap<Month, Cell>, CentreError> {
    let months = (period.from.0..=period.up_to.0).map(|month| (Month(month), Cell::default()));
    let mut sums: BTreeMap<Month, Cell> = months.collect();
    for (_, month, cell) in figures::by(session, Axis::All, period.from, period.up_to).await? {
        sums.entry(month).or_default().join(&cell);
    }
    Ok(sums)
}

impl Centre {
    /// The calendar years in which something came in, the latest first; at least this one.
    pub(crate) async fn years_of_figures(&self) -> Result<Vec<i16>, CentreError> {
        let this = self.now().year();
        let span = figures::span(&mut self.store.read().await?).await?;
        // A clock that was wildly wrong makes no hundred years.
        let first = span.map_or(this, |(first, _)| first.year()).clamp(this - 30, this);
        Ok((first..=this).rev().collect())
    }
}
