//! What of the figures is public. Small counts are hidden, and so are others beside them, so that nothing hidden can be
//! computed from a sum and what is shown. The rule stands in `docs/decisions/0029-public-figures.md`.

use std::collections::BTreeMap;

use super::cell::per_cent;
use super::places::REST;
use super::sums::{self, Period};
use super::{Axis, Cell, Month};
use crate::centre::Centre;
use crate::error::CentreError;

/// A count as the public sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// So many.
    Count(u64),
    /// Too few, or beside one that is.
    Hidden,
}

impl Shown {
    /// The count, where it is shown.
    pub(crate) fn count(self) -> Option<u64> {
        match self {
            Self::Count(count) => Some(count),
            Self::Hidden => None,
        }
    }
}

/// A line of public figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// A code; empty for the sum, `2026-11` for a month.
    pub(crate) value: String,
    /// How many came in.
    pub(crate) received: Shown,
    /// On how many somebody has worked.
    pub(crate) treated: Shown,
    /// How many have their definitive answer.
    pub(crate) answered: Shown,
    /// How many were taken up once more.
    pub(crate) reopened: Shown,
    /// Per cent of the answers that came by the day that was promised.
    pub(crate) in_time: Option<u64>,
    /// Working days within which half of the answers came.
    pub(crate) median_days: Option<u16>,
    /// Working days within which nine tenths of them came.
    pub(crate) ninth_days: Option<u16>,
    /// Per cent of the citizens who said something who gave four or five of five.
    pub(crate) content: Option<u64>,
}

/// The public figures of a year.
#[derive(Debug, Clone)]
pub(crate) struct PublicFigures {
    /// Which year.
    pub(crate) year: i16,
    /// Counts below this are hidden.
    pub(crate) hidden_below: u64,
    /// Everything.
    pub(crate) all: Line,
    /// By month, the first first; not those that are to come.
    pub(crate) months: Vec<Line>,
    /// By institution, category, place, office and way, the most first.
    pub(crate) tables: Vec<(Axis, Vec<Line>)>,
}

/// By what the public sees figures.
pub(crate) const TABLES: [Axis; 5] =
    [Axis::Institution, Axis::Category, Axis::Place, Axis::Office, Axis::Channel];

impl Centre {
    /// The public figures of a calendar year: one of them, never a part of it, so that no difference of two times shows
    /// what one of them hides.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn public_figures(&self, year: i16) -> Result<PublicFigures, CentreError> {
        let mut session = self.store.read().await?;
        let period = Period::year(year);
        let least = u64::from(self.profile.publication.hidden_below);
        let mut months = sums::by_month(&mut session, period).await?;
        let this = Month::of(self.now().date());
        months.retain(|month, cell| *month <= this || cell.received > 0);
        let mut all = Cell::default();
        months.values().for_each(|cell| all.join(cell));
        let mut tables = Vec::new();
        for axis in TABLES {
            let sums = sums::by(&mut session, axis, period).await?;
            if axis == Axis::Place {
                let sums = by_place(sums, &self.profile.districts, least);
                tables.push((axis, lines(sums, least)));
                continue;
            }
            let mut sums: Vec<(String, Cell)> = sums.into_iter().collect();
            sums.sort_by(|(one, few), (other, many)| {
                many.received.cmp(&few.received).then_with(|| one.cmp(other))
            });
            tables.push((axis, lines(sums, least)));
        }
        let months: BTreeMap<String, Cell> =
            months.into_iter().map(|(month, cell)| (month.word(), cell)).collect();
        Ok(PublicFigures {
            year,
            hidden_below: least,
            all: line(String::new(), &all, [false; 4], least),
            months: lines(months.into_iter().collect(), least),
            tables,
        })
    }
}

/// The sums by place, each complaint in one of them: localities that are large enough for a line, what is left of each district
/// where that is, and all else together. One table, because two that lie in each other, localities and districts, would show
/// by their difference what each of them hides. Nothing where no locality is large enough.
fn by_place(
    sums: BTreeMap<String, Cell>,
    districts: &BTreeMap<String, String>,
    least: u64,
) -> Vec<(String, Cell)> {
    let is_large = |(place, cell): &(String, Cell)| !place.is_empty() && cell.received >= least.max(1);
    let (mut large, small): (Vec<_>, Vec<_>) = sums.into_iter().partition(is_large);
    let (mut rests, mut elsewhere) = (BTreeMap::<String, Cell>::new(), Cell::default());
    for (place, cell) in small {
        let district = districts.get(&place).filter(|district| !district.is_empty());
        district.map_or(&mut elsewhere, |it| rests.entry(format!("{REST}{it}")).or_default()).join(&cell);
    }
    let (large_rests, small_rests): (Vec<_>, Vec<_>) = rests.into_iter().partition(is_large);
    small_rests.iter().for_each(|(_, cell)| elsewhere.join(cell));
    large.extend(large_rests);
    if large.is_empty() {
        return large;
    }
    large.sort_by(|(one, few), (other, many)| many.received.cmp(&few.received).then_with(|| one.cmp(other)));
    large.extend((elsewhere.received > 0).then_some((String::new(), elsewhere)));
    large
}

/// The lines of a table whose sums are public as well.
fn lines(sums: Vec<(String, Cell)>, least: u64) -> Vec<Line> {
    let columns: [fn(&Cell) -> u64; 4] =
        [|cell| cell.received, |cell| cell.treated, |cell| cell.answered, |cell| cell.reopened];
    let hidden =
        columns.map(|count| hidden(&sums.iter().map(|(_, cell)| count(cell)).collect::<Vec<_>>(), least));
    let each = sums.into_iter().enumerate();
    each.map(|(at, (value, cell))| line(value, &cell, hidden.each_ref().map(|column| column[at]), least))
        .collect()
}

/// Which counts of a column are hidden, given that their sum is public: those that are too small; and with them so many of
/// the smallest others that at least two are hidden and that they come to no small number together.
fn hidden(counts: &[u64], least: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|&count| count > 0 && count < least).collect();
    if !hidden.contains(&true) {
        return hidden;
    }
    loop {
        let (mut many, mut sum) = (0, 0);
        for (count, _) in counts.iter().zip(&hidden).filter(|(_, hidden)| **hidden) {
            many += 1;
            sum += count;
        }
        if many >= 2 && sum >= least {
            return hidden;
        }
        let shown = counts.iter().enumerate().filter(|(at, count)| !hidden[*at] && **count > 0);
        match shown.min_by_key(|(_, count)| **count) {
            Some((at, _)) => hidden[at] = true,
            // Nothing is left to hide behind: then the sum is as small, and hidden itself.
            None => return hidden,
        }
    }
}

fn line(value: String, cell: &Cell, hidden: [bool; 4], least: u64) -> Line {
    let shown = |count: u64, hidden: bool| {
        if hidden || (count > 0 && count < least) { Shown::Hidden } else { Shown::Count(count) }
    };
    let [received, treated, answered, reopened] = hidden;
    // Shares and days of few answers would tell of single ones.
    let enough = |many: u64| many >= least;
    let of_answers = enough(cell.answered) && !answered;
    Line {
        value,
        received: shown(cell.received, received),
        treated: shown(cell.treated, treated),
        answered: shown(cell.answered, answered),
        reopened: shown(cell.reopened, reopened),
        in_time: per_cent(cell.in_time, cell.promised).filter(|_| of_answers && enough(cell.promised)),
        median_days: cell.within(50).filter(|_| of_answers),
        ninth_days: cell.within(90).filter(|_| of_answers),
        content: per_cent(cell.content, cell.rated).filter(|_| enough(cell.rated)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn which(counts: &[u64]) -> Vec<u64> {
        let hidden = hidden(counts, 5);
        counts.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(count, _)| *count).collect()
    }

    #[test]
    fn a_single_small_count_takes_the_smallest_other_with_it() {
        assert_eq!(which(&[40, 3, 12, 0]), [3, 12]);
        assert_eq!(which(&[40, 12, 0]), [0; 0]);
        assert_eq!(which(&[5, 6]), [0; 0]);
    }

    #[test]
    fn two_that_come_to_a_small_number_take_a_third() {
        assert_eq!(which(&[1, 2, 30, 20]), [1, 2, 20]);
        assert_eq!(which(&[1, 4, 30]), [1, 4]);
    }

    #[test]
    fn nothing_hidden_can_be_computed_from_the_sum_and_what_is_shown() {
        // Every table of four counts up to nine: whoever knows the sum and what is shown still finds more than one way to
        // fill what is hidden, with counts that would have been hidden as well.
        let each = |at: u64| (0..4).map(move |place| at / 10u64.pow(place) % 10).collect::<Vec<u64>>();
        for counts in (0..10_000).map(each) {
            let hidden = hidden(&counts, 5);
            let secret: Vec<u64> =
                counts.iter().zip(&hidden).filter(|(_, it)| **it).map(|(count, _)| *count).collect();
            let sum: u64 = counts.iter().sum();
            if secret.is_empty() || sum < 5 {
                continue;
            }
            assert!(counts.iter().zip(&hidden).all(|(count, hidden)| *hidden || *count == 0 || *count >= 5));
            assert!(secret.len() >= 2 && secret.iter().sum::<u64>() >= 5, "{counts:?}");
        }
    }

    #[test]
    fn places_that_are_too_small_for_a_line_are_counted_with_their_district_or_with_all_others() {
        let of = |received: u64| Cell { received, ..Cell::default() };
        let sums = [("a", 9), ("b", 3), ("c", 2), ("d", 4), ("e", 1), ("", 2)];
        let sums = sums.into_iter().map(|(place, received)| (place.to_owned(), of(received))).collect();
        let districts = [("a", "x"), ("b", "x"), ("c", "x"), ("d", "y"), ("e", "")];
        let districts =
            districts.into_iter().map(|(place, district)| (place.to_owned(), district.to_owned())).collect();
        let lines = by_place(sums, &districts, 5);
        let told: Vec<(&str, u64)> =
            lines.iter().map(|(place, cell)| (place.as_str(), cell.received)).collect();
        assert_eq!(told, [("a", 9), ("/x", 5), ("", 7)]);
        let few = [("b".to_owned(), of(3))].into_iter().collect();
        assert!(by_place(few, &districts, 5).is_empty(), "no table of one line");
    }

    #[test]
    fn shares_of_few_answers_are_not_shown() {
        let mut cell =
            Cell { received: 9, treated: 9, answered: 4, promised: 4, in_time: 4, ..Cell::default() };
        cell.days.insert(3, 4);
        let few = line(String::new(), &cell, [false; 4], 5);
        assert_eq!((few.answered, few.in_time, few.median_days), (Shown::Hidden, None, None));
        cell.answered = 5;
        cell.promised = 5;
        let enough = line(String::new(), &cell, [false; 4], 5);
        assert_eq!(
            (enough.answered, enough.in_time, enough.median_days),
            (Shown::Count(5), Some(80), Some(3))
        );
        assert_eq!(line(String::new(), &cell, [false, false, true, false], 5).in_time, None);
    }
}
