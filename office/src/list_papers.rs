//! Lists on paper: what was searched or filtered, the work of the day, and what waits for a decision. A list that leaves the
//! store so is noted like a table, and the same things stay behind: the name where the citizen asked for discretion, and
//! what was told in a matter that few people may see. The lists of the day are for the counter: any clerk prints them.

use complaints::profile::{Deed, Profile, text_in};
use complaints::{Author, Discretion, Moment};
use letters::{ListCell, ListColumn, ListPaper};
use locales::{Args, Language, Texts, dates, texts, without_isolation};
use office_store::{ComplaintLine, StoredExport};

use crate::error::OfficeError;
use crate::open::Office;
use crate::papers::{institution, language, matter};
use crate::view::{
    ComplaintRow, DifferingView, DueWhen, Filter, PaperView, Period, SelectionForm, Step, TaskView,
    ToTellView,
};

/// The most lines on paper: some twenty pages. Who needs more takes a table along.
const MOST: u32 = 500;
/// Of what somebody wrote, so many characters stand in a line.
const LONGEST_SAID: usize = 240;

type Result<T> = std::result::Result<T, OfficeError>;
type Columns = Vec<(String, u32)>;
type Rows = Vec<Vec<ListCell>>;

impl Office {
    /// A list as pages; none: what waits for a decision.
    ///
    /// # Errors
    /// `not_for_trainees` for what is no list of the day, `field_wrong`, or the store's.
    pub fn list_paper(&self, of: Option<&SelectionForm>, by: &Author, tag: &str) -> Result<PaperView> {
        let list = self.list_of(of, by, language(tag))?;
        let pages = letters::list_svg(&list)?;
        Ok(PaperView { pages, paper: "a4landscape".to_owned(), duplicate: false })
    }

    /// The same as PDF, and how many lines it has. It is noted who took it along, and whether as `pdf` or as `print`.
    ///
    /// # Errors
    /// As [`Self::list_paper`].
    pub fn list_paper_pdf(
        &self,
        of: Option<&SelectionForm>,
        by: &Author,
        tag: &str,
        way: &str,
    ) -> Result<(Vec<u8>, usize)> {
        let list = self.list_of(of, by, language(tag))?;
        let pdf = letters::list_pdf(&list)?;
        self.note_list(of, way, by, list.rows.len())?;
        Ok((pdf, list.rows.len()))
    }

    /// A list goes to the printer: it is noted who took it along.
    ///
    /// # Errors
    /// As [`Self::list_paper`].
    pub fn list_printed(&self, of: Option<&SelectionForm>, by: &Author) -> Result<()> {
        if of.is_some_and(|form| !is_of_the_day(form)) {
            let rows = self.list_of(of, by, Language::En)?.rows.len();
            self.note_list(of, "print", by, rows)?;
        }
        Ok(())
    }

    fn note_list(&self, of: Option<&SelectionForm>, format: &str, by: &Author, rows: usize) -> Result<()> {
        let Some(form) = of.filter(|form| !is_of_the_day(form)) else { return Ok(()) };
        let selection =
            serde_json::to_string(form).map_err(|error| OfficeError::Internal(error.to_string()))?;
        let noted = StoredExport {
            at: self.moment(),
            by: by.name.clone(),
            format: format.to_owned(),
            selection,
            complaints: u32::try_from(rows).unwrap_or(u32::MAX),
        };
        Ok(self.store.write(|writing| writing.note_export(&noted))?)
    }

    fn list_of(&self, of: Option<&SelectionForm>, by: &Author, language: Language) -> Result<ListPaper> {
        let words = Words(texts(language));
        let profile = self.profile();
        let (title, empty, filters, total, (columns, rows)) = match of {
            None => {
                let (differing, tasks) = (self.differing()?, self.tasks()?);
                let rows = differing.iter().map(|one| words.differing(one));
                let rows: Rows = rows.chain(tasks.iter().map(|task| words.task(task))).collect();
                let (total, table) = (rows.len(), (words.of_tasks(), rows));
                (words.text("tasks-title"), words.text("tasks-empty"), Vec::new(), total, table)
            }
            Some(form) => {
                if !is_of_the_day(form) {
                    self.must_be_allowed(Deed::Export, by)?;
                }
                let (total, table) = if form.list == Filter::ToTell && form.words.trim().is_empty() {
                    self.telling_rows(form, &words, &profile)?
                } else {
                    self.complaint_rows(form, &words, &profile)?
                };
                let filters = words.filters(form, &profile);
                let empty = if filters.is_empty() { "empty-all" } else { "empty-narrowed" };
                (words.title(form), words.text(empty), filters, total, table)
            }
        };
        let column = |(title, share)| ListColumn { title, share };
        Ok(ListPaper {
            language,
            head: self.letterhead(self.identity()?.office, language),
            title,
            filters,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            printed_at: self.now().datetime(),
            printed_by: by.name.clone(),
            columns: columns.into_iter().map(column).collect(),
            rows,
            empty,
        })
    }

    fn complaint_rows(
        &self,
        form: &SelectionForm,
        words: &Words,
        profile: &Profile,
    ) -> Result<(usize, (Columns, Rows))> {
        let (page, more) = self.page_of_lines(form, None, MOST)?;
        let shown = self.lines(&page.records)?;
        let total = page.total as usize + usize::from(more);
        let rows = page.records.iter().zip(&shown).map(|(line, row)| words.line(line, row, profile));
        Ok((total, (words.of_complaints(), rows.collect())))
    }

    fn telling_rows(
        &self,
        form: &SelectionForm,
        words: &Words,
        profile: &Profile,
    ) -> Result<(usize, (Columns, Rows))> {
        let is_in = |codes: &[String], code: &String| codes.is_empty() || codes.contains(code);
        let mut telling = self.to_tell()?;
        telling.retain(|one| {
            is_in(&form.categories, &one.row.category) && is_in(&form.institutions, &one.row.institution)
        });
        let rows = telling.iter().map(|one| words.telling(one, profile)).collect();
        Ok((telling.len(), (words.of_telling(), rows)))
    }
}

/// What is somebody's work today, without words: any clerk's.
fn is_of_the_day(form: &SelectionForm) -> bool {
    let listed = matches!(form.list, Filter::Overdue | Filter::DueToday | Filter::Owed | Filter::ToTell);
    listed && form.words.trim().is_empty()
}

/// The words of a list's language.
struct Words(&'static Texts);

impl Words {
    fn text(&self, key: &str) -> String {
        without_isolation(&self.0.text(key))
    }

    fn title(&self, form: &SelectionForm) -> String {
        let word = word_of(&form.list);
        match form.list {
            _ if !form.words.trim().is_empty() => self.text("search-title"),
            Filter::All => self.text("complaints"),
            _ => self.text(&format!("filter-{word}")),
        }
    }

    /// What a list was narrowed by, each with its name.
    fn filters(&self, form: &SelectionForm, profile: &Profile) -> Vec<(String, String)> {
        let language = self.0.language();
        let tag = language.tag();
        let mut filters = Vec::new();
        let mut add = |key: &str, value: String| {
            if !value.is_empty() {
                filters.push((self.text(key), value));
            }
        };
        add("letters-list-words", form.words.trim().to_owned());
        let listed = |codes: &[String], name: &dyn Fn(&String) -> String| {
            let mut names: Vec<String> = codes.iter().map(name).collect();
            names.dedup();
            names.join(", ")
        };
        add("filter-state", listed(&form.statuses, &|status| self.text(&format!("state-{status}"))));
        let heading = |code: &String| {
            profile.category(code).map_or(code.clone(), |known| text_in(&known.group, tag).to_owned())
        };
        add("filter-matter", listed(&form.categories, &heading));
        add("filter-with", listed(&form.institutions, &|code| institution(profile, code)));
        add("filter-clerk", form.clerk.trim().to_owned());
        let day =
            |typed: &str| typed.trim().parse().map(|day| dates::in_list(language, day)).unwrap_or_default();
        add(
            "filter-registered",
            match form.period {
                Period::Any => String::new(),
                Period::Days => [day(&form.from), day(&form.until)].join("–"),
                period => self.text(&format!("period-{}", word_of(&period))),
            },
        );
        add(
            "filter-due-when",
            match form.due {
                DueWhen::Any => String::new(),
                due => self.text(&format!("due-when-{}", word_of(&due))),
            },
        );
        filters
    }

    fn of_complaints(&self) -> Columns {
        vec![
            (self.text("column-reference"), 0),
            (self.text("export-recorded"), 2),
            (self.text("column-citizen"), 4),
            (self.text("matter"), 8),
            (self.text("column-with"), 4),
            (self.text("column-status"), 3),
            (self.text("column-due"), 2),
        ]
    }

    fn line(&self, line: &ComplaintLine, row: &ComplaintRow, profile: &Profile) -> Vec<ListCell> {
        let is_named = line.discretion.is_none_or(|discretion| discretion == Discretion::Open);
        vec![
            ListCell::Number(row.reference.clone()),
            ListCell::Day(Some(line.recorded_at.date())),
            ListCell::Typed(if is_named { row.citizen.clone() } else { String::new() }),
            self.matter(row, profile),
            ListCell::Typed(institution(profile, &row.institution)),
            ListCell::Word(self.text(&format!("state-{}", row.status))),
            ListCell::Day(row.due_on.as_deref().and_then(|day| day.parse().ok())),
        ]
    }

    fn of_telling(&self) -> Columns {
        vec![
            (self.text("column-reference"), 0),
            (self.text("column-citizen"), 4),
            (self.text("letters-list-how"), 3),
            (self.text("citizen-phone"), 0),
            (self.text("matter"), 7),
            (self.text("column-status"), 3),
            (self.text("letters-list-told"), 3),
        ]
    }

    fn telling(&self, one: &ToTellView, profile: &Profile) -> Vec<ListCell> {
        vec![
            ListCell::Number(one.row.reference.clone()),
            ListCell::Typed(one.row.citizen.clone()),
            ListCell::Word(self.text(&format!("tell-by-{}", word_of(&one.telling.way)))),
            ListCell::Number(one.citizen.phone.clone()),
            self.matter(&one.row, profile),
            ListCell::Word(self.text(&format!("state-{}", one.row.status))),
            ListCell::Word(String::new()),
        ]
    }

    fn of_tasks(&self) -> Columns {
        vec![
            (self.text("column-reference"), 0),
            (self.text("letters-list-what"), 3),
            (self.text("letters-list-text"), 8),
            (self.text("letters-list-why"), 4),
            (self.text("letters-list-when"), 2),
            (self.text("letters-list-who"), 3),
        ]
    }

    /// What two people wrote differently: in which fields. Why, when and who stand at the complaint itself.
    fn differing(&self, differing: &DifferingView) -> Vec<ListCell> {
        let fields = differing.fields.iter().map(|field| self.field(field));
        let joined = |first: String, second: String| {
            let args = Args::new().with("first", first).with("second", second);
            without_isolation(&self.0.text_with("joined", &args))
        };
        vec![
            ListCell::Number(differing.row.reference.clone()),
            ListCell::Word(self.text("tasks-differ")),
            ListCell::Word(fields.reduce(joined).unwrap_or_default()),
            ListCell::Word(String::new()),
            ListCell::Day(None),
            ListCell::Word(String::new()),
        ]
    }

    fn field(&self, field: &str) -> String {
        self.known(&format!("field-{field}"), "field-other")
    }

    /// A word, or the one for everything that has none of its own.
    fn known(&self, key: &str, other: &str) -> String {
        self.text(if self.0.has(key) { key } else { other })
    }

    fn task(&self, task: &TaskView) -> Vec<ListCell> {
        let at: Option<Moment> = task.at.parse().ok();
        let what = match &task.step {
            Step::Corrected { field, .. } => {
                let args = Args::new().with("field", self.field(field));
                without_isolation(&self.0.text_with("step-corrected-short", &args))
            }
            _ => self.known(&format!("operation-{}", task.what), "operation-other"),
        };
        vec![
            ListCell::Number(task.reference.clone().unwrap_or_default()),
            ListCell::Word(what),
            ListCell::Typed(cut(&task.text)),
            ListCell::Word(self.known(&format!("refusal-{}", task.refused), "refusal-other")),
            ListCell::Day(at.map(Moment::date)),
            ListCell::Typed(task.by.clone()),
        ]
    }

    /// The matter and, where not few people alone may see it, its few words.
    fn matter(&self, row: &ComplaintRow, profile: &Profile) -> ListCell {
        let is_restricted = profile.category(&row.category).is_some_and(|category| category.restricted);
        let subject = if is_restricted { String::new() } else { row.subject.clone() };
        ListCell::Pair(matter(profile, &row.category, self.0.language()), subject)
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SAID) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The word that stands for a choice in the desk's JSON, and in the keys of its texts.
fn word_of(choice: &impl serde::Serialize) -> String {
    let word = serde_json::to_value(choice).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}
