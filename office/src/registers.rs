//! The register of a day and the report of a month, from what stands in the store, and the privacy notice as a sheet.

use std::collections::BTreeMap;

use complaints::profile::text_in;
use complaints::{Body, Complaint, Status};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use letters::{DayRegister, MonthReport, PrivacySheet, RegisterRow, ReportRow, ReportTable, Tally};
use locales::Language;

use crate::error::OfficeError;
use crate::open::Office;
use crate::papers::{counted, institution, language, matter};
use crate::view::PaperView;

impl Office {
    /// The register of a day as pages.
    ///
    /// # Errors
    /// `period_wrong`, or the store's.
    pub fn day_register(&self, day: &str, clerk: &str, tag: &str) -> Result<PaperView, OfficeError> {
        let register = self.register_of(day, clerk, language(tag))?;
        Ok(PaperView {
            pages: letters::register_svg(&register)?,
            paper: "a4landscape".to_owned(),
            duplicate: false,
        })
    }

    /// The register of a day as PDF, and how many complaints it lists.
    ///
    /// # Errors
    /// As [`Self::day_register`].
    pub fn day_register_pdf(
        &self,
        day: &str,
        clerk: &str,
        tag: &str,
    ) -> Result<(Vec<u8>, usize), OfficeError> {
        let register = self.register_of(day, clerk, language(tag))?;
        Ok((letters::register_pdf(&register)?, register.rows.len()))
    }

    /// The report of a month, `2026-11`, as pages.
    ///
    /// # Errors
    /// `period_wrong`, or the store's.
    pub fn month_report(&self, month: &str, clerk: &str, tag: &str) -> Result<PaperView, OfficeError> {
        let report = self.report_of(month, clerk, language(tag))?;
        Ok(PaperView { pages: letters::report_svg(&report)?, paper: "a4".to_owned(), duplicate: false })
    }

    /// The report of a month as PDF, and the figures of the whole month.
    ///
    /// # Errors
    /// As [`Self::month_report`].
    pub fn month_report_pdf(
        &self,
        month: &str,
        clerk: &str,
        tag: &str,
    ) -> Result<(Vec<u8>, Tally), OfficeError> {
        let report = self.report_of(month, clerk, language(tag))?;
        Ok((letters::report_pdf(&report)?, report.all))
    }

    /// The privacy notice in force as a sheet for the citizen.
    ///
    /// # Errors
    /// The store's.
    pub fn privacy_paper(&self, tag: &str) -> Result<PaperView, OfficeError> {
        let pages = letters::privacy_svg(&self.privacy_sheet(language(tag))?)?;
        Ok(PaperView { pages, paper: "a5".to_owned(), duplicate: false })
    }

    /// The same as PDF, and its version.
    ///
    /// # Errors
    /// The store's.
    pub fn privacy_paper_pdf(&self, tag: &str) -> Result<(Vec<u8>, String), OfficeError> {
        let sheet = self.privacy_sheet(language(tag))?;
        Ok((letters::privacy_pdf(&sheet)?, sheet.version))
    }

    fn privacy_sheet(&self, language: Language) -> Result<PrivacySheet, OfficeError> {
        let profile = self.profile();
        Ok(PrivacySheet {
            language,
            head: self.letterhead(self.identity()?.office, language),
            printed_at: self.now().datetime(),
            version: profile.privacy_version.clone(),
            text: text_in(&profile.privacy, language.tag()).to_owned(),
        })
    }

    fn register_of(&self, day: &str, clerk: &str, language: Language) -> Result<DayRegister, OfficeError> {
        let day: Date = day.trim().parse().map_err(|_| OfficeError::PeriodWrong(day.to_owned()))?;
        let profile = self.profile();
        let row = |complaint: &Complaint| RegisterRow {
            time: complaint.recorded_at().civil().time(),
            reference: complaint.register.reference.to_string(),
            citizen: complaint.register.citizen.full_name(),
            matter: matter(&profile, &complaint.register.category, language),
            subject: complaint.register.subject.clone(),
            institution: institution(&profile, &complaint.institution),
            due_on: complaint.due_on(),
            status: complaint.status.to_string(),
            clerk: complaint.steps.first().map_or(String::new(), |step| step.author.name.clone()),
        };
        Ok(DayRegister {
            language,
            head: self.letterhead(self.identity()?.office, language),
            day,
            printed_at: self.now().datetime(),
            printed_by: clerk.to_owned(),
            rows: self.registered_within(day, day.saturating_add(1.day()))?.iter().map(row).collect(),
        })
    }

    fn report_of(&self, month: &str, clerk: &str, language: Language) -> Result<MonthReport, OfficeError> {
        let first = format!("{}-01", month.trim()).parse::<Date>();
        let first = first.map_err(|_| OfficeError::PeriodWrong(month.to_owned()))?;
        let today = self.now().date();
        let complaints = self.registered_within(first, first.saturating_add(1.month()))?;
        let profile = self.profile();
        let table = |by, label: &dyn Fn(&Complaint) -> String| {
            let mut rows: BTreeMap<String, Tally> = BTreeMap::new();
            for complaint in &complaints {
                count(rows.entry(label(complaint)).or_default(), complaint, today);
            }
            let mut rows: Vec<_> =
                rows.into_iter().map(|(label, tally)| ReportRow { label, tally }).collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.tally.registered));
            ReportTable { by, rows }
        };
        let mut all = Tally::default();
        complaints.iter().for_each(|complaint| count(&mut all, complaint, today));
        Ok(MonthReport {
            language,
            head: self.letterhead(self.identity()?.office, language),
            month: first,
            printed_at: self.now().datetime(),
            printed_by: clerk.to_owned(),
            all,
            tables: vec![
                table("category", &|complaint| matter(&profile, &complaint.register.category, language)),
                table("institution", &|complaint| institution(&profile, &complaint.institution)),
                table("status", &|complaint| complaint.status.to_string()),
            ],
        })
    }

    /// What this office registered from that day on and before the other, in order.
    fn registered_within(&self, from: Date, before: Date) -> Result<Vec<Complaint>, OfficeError> {
        let zone = TimeZone::get(&self.profile().time_zone).unwrap_or(TimeZone::UTC);
        let midnight = |day: Date| {
            let zoned = day.to_zoned(zone.clone());
            zoned.map(|zoned| zoned.timestamp().as_millisecond()).unwrap_or(i64::MAX)
        };
        let office = self.identity()?.office;
        let records = self.store.recorded_between(midnight(from), midnight(before))?;
        // What came from another office stands in that office's register.
        let own = records.into_iter().map(|record| record.complaint);
        Ok(own.filter(|complaint| complaint.register.reference.office == office).collect())
    }
}

/// Counts a complaint as it stands on a day.
fn count(tally: &mut Tally, complaint: &Complaint, today: Date) {
    tally.registered += 1;
    let due = complaint.register.due_on.and_then(complaints::date_from_days);
    match answered_on(complaint) {
        Some(day) if due.is_none_or(|due| day <= due) => tally.in_time += 1,
        Some(_) => tally.late += 1,
        None if complaint.status.is_finished() || complaint.status == Status::Resolved => tally.ended += 1,
        None => {
            tally.open += 1;
            tally.due_over += u32::from(complaint.due_on().is_some_and(|due| due < today));
        }
    }
}

/// The day of the first definitive answer since it was last reopened.
fn answered_on(complaint: &Complaint) -> Option<Date> {
    let mut answered = None;
    for step in &complaint.steps {
        match counted(step) {
            Some(Body::Answer(answer)) if answer.definitive => {
                answered = answered.or(Some(step.at.date()));
            }
            Some(Body::ChangeStatus(change)) if change.to == Status::Reopened => answered = None,
            _ => {}
        }
    }
    answered
}
