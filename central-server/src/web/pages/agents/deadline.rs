//! The picture of a time limit: one square a working day, a gap where days do not count. What is said in words stands
//! beside it; this is only where the squares go.

use complaints::profile::Profile;
use complaints::{Body, Complaint, Status, Verdict};
use jiff::civil::Date;

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
    /// Working days after today.
    pub(super) left: usize,
}

/// One working day.
pub(super) struct Square {
    pub(super) x: usize,
    /// `done`, `stop`, `today`, `left`.
    pub(super) look: &'static str,
}

impl Deadline {
    /// The picture for a complaint whose clock runs; none where it would be empty or endless.
    pub(super) fn new(
        complaint: &Complaint,
        profile: &Profile,
        today: Date,
        right_to_left: bool,
    ) -> Option<Self> {
        let due = complaint.due_on()?;
        let stops = stops(complaint);
        let mut squares: Vec<Square> = Vec::new();
        let mut left = 0;
        let mut x = 1;
        let mut day = complaint.recorded_at().date();
        let mut gap = false;
        while day < due {
            day = day.tomorrow().ok()?;
            if !profile.calendar.is_working_day(day) {
                gap = !squares.is_empty();
                continue;
            }
            x += if gap { GAP } else { 0 };
            gap = false;
            left += usize::from(day > today);
            squares.push(Square { x, look: look(day, today, &stops) });
            x += STEP;
            if squares.len() > MOST {
                return None;
            }
        }
        let width = squares.last()?.x + SIDE + 1;
        if right_to_left {
            squares.iter_mut().for_each(|square| square.x = width - square.x - SIDE);
        }
        Some(Self { width, squares, left })
    }
}

fn look(day: Date, today: Date, stops: &[(Date, Date)]) -> &'static str {
    match day.cmp(&today) {
        std::cmp::Ordering::Equal => "today",
        std::cmp::Ordering::Greater => "left",
        std::cmp::Ordering::Less if stops.iter().any(|(from, to)| day > *from && day <= *to) => "stop",
        std::cmp::Ordering::Less => "done",
    }
}

/// From when to when the citizen owed a document.
fn stops(complaint: &Complaint) -> Vec<(Date, Date)> {
    let mut stops = Vec::new();
    let mut since: Option<Date> = None;
    for record in complaint.steps.iter().filter(|record| record.verdict == Verdict::Accepted) {
        let waits = match record.operation().map(|operation| operation.body) {
            Some(Body::ChangeStatus(change)) => change.to == Status::WaitingDocuments,
            Some(Body::Route(_) | Body::Withdraw(_)) => false,
            Some(Body::Answer(answer)) if answer.definitive => false,
            _ => continue,
        };
        match (since, waits) {
            (None, true) => since = Some(record.at.date()),
            (Some(from), false) => {
                stops.push((from, record.at.date()));
                since = None;
            }
            _ => {}
        }
    }
    stops
}
