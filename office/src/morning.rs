//! The morning page: what came in, what is due, what waits for somebody here, who is to be told. Every figure is the
//! length of a list that can be opened.

use complaints::{Moment, StepRecord};
use office_store::{COUNTED, ComplaintRecord, Listing, Pile};

use crate::error::OfficeError;
use crate::lists::MOST_ROWS;
use crate::open::Office;
use crate::show;
use crate::view::{DifferingView, Draft, Filter, HistoryStep, MorningView, NewsView, WaitingView, WayCount};

/// How many lines of each kind the page shows; the rest is in the lists behind the figures.
const LINES: u32 = 6;
const FEW_LINES: u32 = 3;

impl Office {
    /// The morning page of whoever is called so.
    ///
    /// # Errors
    /// When the store fails.
    pub fn morning(&self, clerk: &str) -> Result<MorningView, OfficeError> {
        let (overdue, due_today) =
            (self.list(Filter::Overdue, None, LINES)?, self.list(Filter::DueToday, None, LINES)?);
        let news = self.store.list(Listing::News, None, LINES)?;
        let differing = self.store.list(Listing::Conflicts, None, FEW_LINES)?;
        let owed = self.store.pile_count(&Pile::Owed)?;
        let tell: Vec<WayCount> = self
            .store
            .tell_counts()?
            .into_iter()
            .map(|count| WayCount { way: show::contact_way(count.way), count: count.count })
            .collect();
        let (conflicts, tasks) = (self.store.conflict_count()?, self.store.task_count()?);
        let today = self.now().date();
        let mut due = overdue.rows;
        due.extend(due_today.rows);
        due.truncate(LINES as usize);
        Ok(MorningView {
            today: today.to_string(),
            holiday: self.profile().holidays.get(&today).cloned().unwrap_or_default(),
            overdue: overdue.total,
            due_today: due_today.total,
            to_decide: conflicts + tasks,
            to_tell: tell.iter().map(|count| count.count).sum(),
            came_in: news.total,
            due,
            news: news.records.iter().filter_map(|record| self.news(record)).collect(),
            differing: differing.records.iter().map(|record| self.differs(record)).collect(),
            conflicts,
            tasks,
            drafts: self.drafts_of(clerk)?,
            owed,
            owed_since: self.store.owed_since()?.map(|since| self.day_of(since)),
            tell,
        })
    }

    /// What was done on this computer today and is confirmed by the centre, the latest first, as much as a list shows.
    ///
    /// # Errors
    /// When the store fails.
    pub fn sent_today(&self) -> Result<Vec<WaitingView>, OfficeError> {
        Ok(self
            .store
            .sent_since(self.midnight_ms(self.now().date())?, MOST_ROWS)?
            .iter()
            .map(show::waiting)
            .collect())
    }

    /// How much that is, counted up to [`COUNTED`].
    ///
    /// # Errors
    /// When the store fails.
    pub fn count_sent_today(&self) -> Result<u32, OfficeError> {
        Ok(self.store.count_sent_since(self.midnight_ms(self.now().date())?, COUNTED)?)
    }

    /// Complaints in which two values of a field stand side by side, newest first, at most 500.
    ///
    /// # Errors
    /// When the store fails.
    pub fn differing(&self) -> Result<Vec<DifferingView>, OfficeError> {
        let page = self.store.list(Listing::Conflicts, None, MOST_ROWS)?;
        Ok(page.records.iter().map(|record| self.differs(record)).collect())
    }

    fn news(&self, record: &ComplaintRecord) -> Option<NewsView> {
        let step = last_of_others(record)?;
        Some(NewsView { row: self.row(record), step })
    }

    fn differs(&self, record: &ComplaintRecord) -> DifferingView {
        let fields = record.complaint.conflicts().map(|conflict| conflict.field.to_string());
        DifferingView { row: self.row(record), fields: fields.collect() }
    }

    fn drafts_of(&self, clerk: &str) -> Result<Vec<Draft>, OfficeError> {
        let drafts = self.drafts()?.into_iter().filter(|draft| draft.by == clerk);
        Ok(drafts.take(FEW_LINES as usize).collect())
    }

    fn day_of(&self, unix_ms: i64) -> String {
        let offset_min = i16::try_from(self.now().offset().seconds() / 60).unwrap_or(0);
        Moment { unix_ms, offset_min }.date().to_string()
    }
}

/// The last confirmed step that was not done at this office's counter; where there is none, the last one.
fn last_of_others(record: &ComplaintRecord) -> Option<HistoryStep> {
    let steps = &record.complaint.steps;
    let confirmed = steps.len().saturating_sub(record.waiting as usize);
    let elsewhere = |step: &&StepRecord| step.place() != "office";
    let confirmed = &steps[..confirmed];
    let step = confirmed.iter().rev().find(elsewhere).or(confirmed.last())?;
    Some(show::history(step, false))
}
