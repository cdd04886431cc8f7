//! The sums over a number of complaints.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use super::Facts;

/// Sums. Taking away what was added before leaves them as they were.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub(crate) struct Cell {
    /// Complaints that came in.
    #[n(0)]
    pub(crate) received: u64,
    /// Those on which somebody has worked.
    #[n(1)]
    pub(crate) treated: u64,
    /// Those whose definitive answer stands.
    #[n(2)]
    pub(crate) answered: u64,
    /// Those of the answered for which a day was promised.
    #[n(3)]
    pub(crate) promised: u64,
    /// Those of the promised that were answered by that day.
    #[n(4)]
    pub(crate) in_time: u64,
    /// Those that were taken up once more.
    #[n(5)]
    pub(crate) reopened: u64,
    /// Those whose citizen said how content they are.
    #[n(6)]
    pub(crate) rated: u64,
    /// Those whose citizen gave four or five of five.
    #[n(7)]
    pub(crate) content: u64,
    /// Those that are not finished.
    #[n(8)]
    pub(crate) open: u64,
    /// Working days to the definitive answer → how many took so many.
    #[n(9)]
    pub(crate) days: BTreeMap<u16, u64>,
}

impl Cell {
    /// One more complaint.
    pub(crate) fn add(&mut self, facts: &Facts) {
        self.count(facts, |sum, one| *sum += one);
        if let Some(days) = facts.days {
            *self.days.entry(days).or_default() += 1;
        }
    }

    /// One complaint less, which was added before.
    pub(crate) fn take_away(&mut self, facts: &Facts) {
        self.count(facts, |sum, one| *sum = sum.saturating_sub(one));
        if let Some(days) = facts.days
            && let Some(many) = self.days.get_mut(&days)
        {
            *many = many.saturating_sub(1);
            if *many == 0 {
                self.days.remove(&days);
            }
        }
    }

    fn count(&mut self, facts: &Facts, each: impl Fn(&mut u64, u64)) {
        each(&mut self.received, 1);
        each(&mut self.treated, facts.treated.into());
        each(&mut self.answered, facts.days.is_some().into());
        each(&mut self.promised, facts.in_time.is_some().into());
        each(&mut self.in_time, (facts.in_time == Some(true)).into());
        each(&mut self.reopened, facts.reopened.into());
        each(&mut self.rated, facts.stars.is_some().into());
        each(&mut self.content, facts.stars.is_some_and(|stars| stars >= 4).into());
        each(&mut self.open, facts.open.into());
    }

    /// Both together.
    pub(crate) fn join(&mut self, other: &Self) {
        self.received += other.received;
        self.treated += other.treated;
        self.answered += other.answered;
        self.promised += other.promised;
        self.in_time += other.in_time;
        self.reopened += other.reopened;
        self.rated += other.rated;
        self.content += other.content;
        self.open += other.open;
        for (days, many) in &other.days {
            *self.days.entry(*days).or_default() += many;
        }
    }

    /// The working days within which that share of the answers came, in hundredths; none without answers.
    pub(crate) fn within(&self, hundredths: u64) -> Option<u16> {
        let all: u64 = self.days.values().sum();
        let wanted = (all * hundredths).div_ceil(100);
        let mut so_far = 0;
        self.days.iter().find_map(|(days, many)| {
            so_far += many;
            (all > 0 && so_far >= wanted).then_some(*days)
        })
    }
}

/// A share in whole per cent; none of nothing.
pub(crate) fn per_cent(part: u64, whole: u64) -> Option<u64> {
    (whole > 0).then(|| (part * 100 + whole / 2) / whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_days(days: &[u16]) -> Cell {
        let mut cell = Cell::default();
        for day in days {
            *cell.days.entry(*day).or_default() += 1;
        }
        cell
    }

    #[test]
    fn half_and_nine_tenths_of_the_answers_came_within_so_many_days() {
        assert_eq!(of_days(&[]).within(50), None);
        assert_eq!(of_days(&[7]).within(50), Some(7));
        let ten = of_days(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 30]);
        assert_eq!((ten.within(50), ten.within(90), ten.within(100)), (Some(5), Some(9), Some(30)));
    }

    #[test]
    fn a_share_is_rounded_to_whole_per_cent() {
        assert_eq!((per_cent(2, 3), per_cent(1, 3), per_cent(0, 0)), (Some(67), Some(33), None));
    }
}
