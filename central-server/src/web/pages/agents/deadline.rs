//! The picture of a time limit: one square a working day, a gap where days do not count. How the limit stands the domain
//! says; this is only where the squares go.

use complaints::{DayUse, Deadline as Limit};

/// More squares than this tell nobody anything.
const MOST: usize = 40;
const SIDE: usize = 12;
const STEP: usize = 16;
const GAP: usize = 5;

/// The squares from the first working day after the registration to the due day.
pub(super) struct Deadline {
    /// Width of the picture in its own units.
    pub(super) width: usize,
    pub(super) squares: Vec<Square>,
}

/// One working day.
pub(super) struct Square {
    pub(super) x: usize,
    /// `done`, `stop`, `today`, `left`.
    pub(super) look: &'static str,
}

impl Deadline {
    /// The picture; none where it would be empty or endless.
    pub(super) fn new(limit: &Limit, right_to_left: bool) -> Option<Self> {
        if limit.days.is_empty() || limit.days.len() > MOST {
            return None;
        }
        let mut squares: Vec<Square> = Vec::with_capacity(limit.days.len());
        let mut x = 1;
        for (at, day) in limit.days.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| limit.days[before].day);
            let is_next = before.is_none_or(|before| before.tomorrow().is_ok_and(|next| next == day.day));
            x += if is_next { 0 } else { GAP };
            squares.push(Square { x, look: look(day.usage) });
            x += STEP;
        }
        let width = squares.last()?.x + SIDE + 1;
        if right_to_left {
            squares.iter_mut().for_each(|square| square.x = width - square.x - SIDE);
        }
        Some(Self { width, squares })
    }
}

fn look(usage: DayUse) -> &'static str {
    match usage {
        DayUse::Used => "done",
        DayUse::Stopped => "stop",
        DayUse::Today => "today",
        DayUse::Left => "left",
    }
}
