//! Lists by words and filters together, and the views that a clerk keeps.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

use complaints::{ComplaintId, fold_for_search, search_words};
use office_store::{ComplaintLine, Listing, ListingPage, Narrowed, SelectedPage, Selection, StoredView};

use crate::error::OfficeError;
use crate::open::Office;
use crate::view::{DueWhen, Filter, FoundPage, FoundRow, ListChoices, Period, SavedView, SelectionForm};

/// The most rows that are given at once.
const MOST_ROWS: u32 = 500;
/// The longest name of a view, in characters.
const LONGEST_NAME: usize = 40;
/// How many words of a text are shown around the one that was looked for.
const EXCERPT_WORDS: usize = 9;

impl Office {
    /// A page of what was selected. The work of the day is narrowed by matter and institution alone.
    ///
    /// # Errors
    /// `field_wrong` for a day that is none, or the store's.
    pub fn find(
        &self,
        form: &SelectionForm,
        after: Option<&str>,
        limit: u32,
    ) -> Result<FoundPage, OfficeError> {
        let (page, more) = self.page_of_lines(form, after, limit.clamp(1, MOST_ROWS))?;
        let found = |row| FoundRow { row, excerpt: String::new() };
        let mut rows: Vec<FoundRow> = self.lines(&page.records)?.into_iter().map(found).collect();
        let words = search_words(&form.words);
        if !words.is_empty() {
            let ids: Vec<ComplaintId> = page.records.iter().map(|line| line.id).collect();
            for (row, text) in rows.iter_mut().zip(self.store.texts(&ids)?) {
                row.excerpt = excerpt(&text, &row.row.subject, &words);
            }
        }
        Ok(FoundPage { rows, next: page.next, total: page.total, more })
    }

    /// The same as the store keeps it, and whether there are more than were counted.
    pub(crate) fn page_of_lines(
        &self,
        form: &SelectionForm,
        after: Option<&str>,
        limit: u32,
    ) -> Result<(ListingPage<ComplaintLine>, bool), OfficeError> {
        if search_words(&form.words).is_empty()
            && let Some(pile) = self.pile_of(form.list)?
        {
            let narrowed =
                Narrowed { categories: form.categories.clone(), institutions: form.institutions.clone() };
            return Ok((self.store.pile(&pile, &narrowed, after, limit)?, false));
        }
        let SelectedPage { page, more_than_counted } =
            self.store.select_lines(&self.selection(form)?, after, limit)?;
        Ok((page, more_than_counted))
    }

    /// What a clerk chooses lists with.
    ///
    /// # Errors
    /// When the store fails.
    pub fn list_choices(&self, clerk: &str, may_export: bool) -> Result<ListChoices, OfficeError> {
        let (mut views, mut last) = (Vec::new(), None);
        for StoredView { name, selection } in self.store.views(clerk)? {
            // Written by another version: what it does not say is left open.
            let selection: SelectionForm = serde_json::from_str(&selection).unwrap_or_default();
            if name.is_empty() {
                last = Some(selection);
                continue;
            }
            let FoundPage { total, more, .. } = self.find(&selection, None, 1)?;
            views.push(SavedView { name, selection, total, more });
        }
        views.sort_by_cached_key(|view| fold_for_search(&view.name));
        Ok(ListChoices { views, last, clerks: self.store.registering_clerks()?, may_export })
    }

    /// Keeps what a clerk has chosen: under a name, or as what was used last when the name is empty.
    ///
    /// # Errors
    /// `name_too_long`, `field_wrong`, or the store's.
    pub fn save_view(&self, clerk: &str, name: &str, form: &SelectionForm) -> Result<(), OfficeError> {
        let name = name.trim().to_owned();
        if name.chars().count() > LONGEST_NAME {
            return Err(OfficeError::NameTooLong(LONGEST_NAME));
        }
        self.selection(form)?;
        let selection =
            serde_json::to_string(form).map_err(|error| OfficeError::Internal(error.to_string()))?;
        let view = StoredView { name, selection };
        Ok(self.store.write(|writing| writing.put_view(clerk, &view, self.moment()))?)
    }

    /// Throws a view away.
    ///
    /// # Errors
    /// When the store fails.
    pub fn delete_view(&self, clerk: &str, name: &str) -> Result<(), OfficeError> {
        Ok(self.store.write(|writing| writing.delete_view(clerk, name))?)
    }

    /// What a form means today.
    pub(crate) fn selection(&self, form: &SelectionForm) -> Result<Selection, OfficeError> {
        let today = self.now().date();
        let (from, until) = registered(form, today)?;
        let (due_from, due_before) = due(form.due, today);
        Ok(Selection {
            listing: listing(form.list),
            words: form.words.clone(),
            statuses: form.statuses.clone(),
            categories: form.categories.clone(),
            institutions: form.institutions.clone(),
            clerk: Some(form.clerk.trim().to_owned()).filter(|clerk| !clerk.is_empty()),
            from_ms: from.map(|day| self.midnight_ms(day)).transpose()?,
            before_ms: until.map(|day| self.midnight_ms(later(day, 1.day()))).transpose()?,
            due_from: due_from.map(|day| day.to_string()),
            due_before: due_before.map(|day| day.to_string()),
        })
    }

    pub(crate) fn midnight_ms(&self, day: Date) -> Result<i64, OfficeError> {
        let zone = self.now().time_zone().clone();
        let begin = day.to_zoned(zone).map_err(|error| OfficeError::Field(error.to_string()))?;
        Ok(begin.timestamp().as_millisecond())
    }
}

/// The list of the store; of the work of the day, all.
fn listing(filter: Filter) -> Listing {
    match filter {
        Filter::All | Filter::Overdue | Filter::DueToday | Filter::Owed | Filter::ToTell => Listing::All,
        Filter::Waiting => Listing::Waiting,
        Filter::News => Listing::News,
        Filter::Due => Listing::Due,
        Filter::Conflicts => Listing::Conflicts,
    }
}

/// From which day and up to which.
fn registered(form: &SelectionForm, today: Date) -> Result<(Option<Date>, Option<Date>), OfficeError> {
    let typed = |day: &str| match day.trim() {
        "" => Ok(None),
        day => day
            .parse()
            .map(Some)
            .map_err(|_| OfficeError::Field(format!("“{day}” is no day; write it as 2026-12-25"))),
    };
    Ok(match form.period {
        Period::Any => (None, None),
        Period::Today => (Some(today), Some(today)),
        Period::Week => (Some(earlier(today, 6.days())), Some(today)),
        Period::Month => (Some(earlier(today, 29.days())), Some(today)),
        Period::Year => (Some(today.first_of_year()), Some(today.last_of_year())),
        Period::Days => (typed(&form.from)?, typed(&form.until)?),
    })
}

/// From which day, and before which.
fn due(due: DueWhen, today: Date) -> (Option<Date>, Option<Date>) {
    match due {
        DueWhen::Any => (None, None),
        DueWhen::Over => (None, Some(today)),
        DueWhen::Today => (Some(today), Some(later(today, 1.day()))),
        DueWhen::Week => (Some(today), Some(later(today, 7.days()))),
    }
}

fn later(day: Date, span: Span) -> Date {
    day.saturating_add(span)
}

fn earlier(day: Date, span: Span) -> Date {
    day.saturating_sub(span)
}

/// Some words of the text around the first one that begins with what was looked for; none where nothing was, or where
/// the subject shows them already.
fn excerpt(text: &str, subject: &str, sought: &[String]) -> String {
    // Most texts do not hold what was looked for, which was a name or a number: seen in one look.
    let folded = fold_for_search(text);
    if !sought.iter().any(|begin| folded.contains(begin.as_str())) {
        return String::new();
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let fits = |word: &str| {
        let folded = search_words(word);
        folded.iter().any(|part| sought.iter().any(|begin| part.starts_with(begin.as_str())))
    };
    let Some(at) = words.iter().copied().position(fits) else { return String::new() };
    let from = at.saturating_sub(2);
    let shown = words[from..].iter().take(EXCERPT_WORDS).copied().collect::<Vec<_>>().join(" ");
    if subject.split_whitespace().any(fits) && subject.contains(words[at]) {
        return String::new();
    }
    let more = if from > 0 { "… " } else { "" };
    format!("{more}{shown}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_stands_around_what_was_looked_for_unless_the_subject_shows_it() {
        let text =
            "Nou finn apel CWA de fwa. Apre sa person pa finn vini, e pena dilo depi trwa zour ziska aswar.";
        let sought = search_words("DILO");
        assert_eq!(
            excerpt(text, "Complaint of a road", &sought),
            "… e pena dilo depi trwa zour ziska aswar."
        );
        assert_eq!(excerpt(text, "Pena dilo", &sought), "");
        assert_eq!(excerpt(text, "x", &search_words("curepipe")), "");
        assert_eq!(excerpt(text, "x", &[]), "");
    }
}
