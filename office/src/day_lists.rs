//! Lists that follow the calendar: what is overdue and what is due today, counted in working days and without those on
//! which the citizen owed a document; and whose citizen owes one.

use jiff::civil::Date;

use complaints::{Author, date_from_days};
use office_store::{ComplaintLine, ComplaintRecord, Pile};

use crate::error::OfficeError;
use crate::offers;
use crate::open::Office;
use crate::show;
use crate::telling::telling;
use crate::view::{ClockDay, ClockUse, ClockView, ComplaintRow, ComplaintView, Filter};

type Result<T> = std::result::Result<T, OfficeError>;

impl Office {
    /// The pile of a list that follows the calendar or what is owed; none: the list is another one.
    pub(crate) fn pile_of(&self, filter: Filter) -> Result<Option<Pile>> {
        Ok(Some(match filter {
            Filter::Overdue => self.due_between(|left| left < 0, "", self.day_before())?,
            Filter::DueToday => self.due_today()?,
            Filter::Owed => Pile::Owed,
            Filter::ToTell => Pile::ToTell,
            _ => return Ok(None),
        }))
    }

    /// What is due today: on a day on which no office works that is nothing.
    fn due_today(&self) -> Result<Pile> {
        let (today, before) = (self.now().date(), self.day_before());
        let up_to = if self.profile().calendar.is_working_day(today) { today } else { before };
        self.due_between(|left| left == 0, &before.to_string(), up_to)
    }

    /// A promise for a day that was declared free later holds on the next working day: so what was promised up to the
    /// last working day is over, and what was promised after it up to today is due today. The few complaints whose
    /// clock stood are looked at one by one.
    fn due_between(&self, is_in: impl Fn(i32) -> bool, after: &str, up_to: Date) -> Result<Pile> {
        let (profile, today) = (self.profile(), self.now().date());
        let paused = self.store.paused_until(&today.to_string())?;
        let days_left = |record: &ComplaintRecord| {
            record.complaint.deadline(&profile.calendar, today).map(|deadline| deadline.days_left)
        };
        let also = paused.iter().filter(|(_, record)| days_left(record).is_some_and(&is_in));
        let also = also.map(|(row, _)| *row).collect();
        Ok(Pile::Due { after: after.to_owned(), up_to: up_to.to_string(), also })
    }

    fn day_before(&self) -> Date {
        self.profile().calendar.working_day_before(self.now().date()).unwrap_or(Date::MIN)
    }

    /// Lines of a list, with their due days as they stand today.
    pub(crate) fn lines(&self, lines: &[ComplaintLine]) -> Result<Vec<ComplaintRow>> {
        let (profile, today) = (self.profile(), self.now().date());
        let shown = |line: &ComplaintLine| {
            // Where the clock has stood, the story says how long.
            if line.has_stood && line.due_on.is_some() {
                return Ok(self.row(&self.record(line.id)?));
            }
            let mut row = show::line(line);
            if let Some(promised) = line.due_on.and_then(date_from_days) {
                row.due_on = Some(profile.calendar.after_working_days(promised, 0).to_string());
                row.due_in = Some(profile.calendar.working_days_left(today, promised));
            }
            Ok(row)
        };
        lines.iter().map(shown).collect()
    }

    /// A line of a list, with its due day as it stands today.
    pub(crate) fn row(&self, record: &ComplaintRecord) -> ComplaintRow {
        let mut row = show::row(record);
        if row.due_on.is_some()
            && let Some(deadline) = record.complaint.deadline(&self.profile().calendar, self.now().date())
        {
            row.due_on = Some(deadline.due.to_string());
            row.due_in = Some(deadline.days_left);
        }
        row
    }

    /// What a complaint's page shows of the work on it: its deadline, what is to be told, which deeds it offers, and
    /// what that author can take back.
    pub(crate) fn with_casework(
        &self,
        record: &ComplaintRecord,
        author: Option<&Author>,
        view: &mut ComplaintView,
    ) -> Result<()> {
        let complaint = &record.complaint;
        view.row = self.row(record);
        view.clock = self.clock(record);
        view.telling = telling(complaint, record.waiting);
        let own = self.identity()?.office;
        let deeds = offers::of(complaint, &self.profile(), own);
        view.deeds = deeds.into_iter().map(str::to_owned).collect();
        view.undo = match author {
            Some(author) => {
                offers::last_deed(complaint, &self.store.waiting_of(complaint.id)?, author, self.moment())
                    .and_then(|last| offers::shown(&last, &view.history))
            }
            None => None,
        };
        Ok(())
    }

    /// How a complaint's deadline stands today.
    pub(crate) fn clock(&self, record: &ComplaintRecord) -> Option<ClockView> {
        let deadline = record.complaint.deadline(&self.profile().calendar, self.now().date())?;
        let mut before = record.complaint.recorded_at().date();
        let days = deadline.days.iter().map(|day| {
            let gap = before.tomorrow().is_ok_and(|next| next != day.day);
            before = day.day;
            let usage = match day.usage {
                complaints::DayUse::Used => ClockUse::Used,
                complaints::DayUse::Stopped => ClockUse::Stopped,
                complaints::DayUse::Today => ClockUse::Today,
                complaints::DayUse::Left => ClockUse::Left,
            };
            ClockDay { usage, gap }
        });
        let days = days.collect();
        Some(ClockView {
            due_on: deadline.due.to_string(),
            stopped_since: deadline.stopped_since.map(|day| day.to_string()),
            days_left: deadline.days_left,
            days,
        })
    }
}
