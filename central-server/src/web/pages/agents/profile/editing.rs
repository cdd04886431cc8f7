//! The form of one row: what it says now, and what becomes of it in the draft.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::{Bundle, Profile, Sheet};
use jiff::civil::Date;
use locales::Args;

use super::super::deeds::Draft;
use super::super::{Desk, sign_in};
use super::fields::{Field, Form, Kind, is_office_code, row_name, suffix};
use super::subject::{NEW, Subject};
use super::{Head, Work};
use crate::error::CentreError;
use crate::profile_versions::Drafted;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

/// The most characters of a cell.
const LONGEST_CELL: usize = 500;

#[derive(Template)]
#[template(path = "agents/profile/row.html")]
struct RowPage {
    frame: Frame,
    desk: Desk,
    head: Head,
    title: String,
    address: String,
    back: String,
    revision: u32,
    fields: Vec<Field>,
    draft: Draft,
    /// The words on the button that takes the row out, where it may be taken out.
    remove: Option<String>,
    /// Nothing may be changed any more: the day is over.
    fixed: Option<String>,
}

/// One row that somebody works on.
struct Editing<'a> {
    work: &'a Work,
    subject: Subject,
    sheet: Sheet,
    row: Option<usize>,
    id: String,
    today: Date,
}

impl<'a> Editing<'a> {
    fn begin(work: &'a Work, subject: Subject, id: &str, today: Date) -> Result<Self, Failure> {
        let sheet = Sheet::read(work.said(), subject.file());
        let sheet = sheet.map_err(|error| CentreError::Profile(error.to_string()))?;
        let row = if id == NEW { None } else { Some(subject.find(&sheet, id).ok_or(Failure::NotFound)?) };
        Ok(Self { work, subject, sheet, row, id: id.to_owned(), today })
    }

    fn form(&self) -> Form<'_> {
        Form {
            frame: &self.work.frame,
            profile: &self.work.profile,
            sheet: &self.sheet,
            subject: self.subject,
            row: self.row,
        }
    }

    fn cell(&self, column: &str) -> &str {
        self.row.map_or("", |row| self.sheet.cell(row, column))
    }

    /// Whether the row may be taken out: what complaints never name, and what was never in force.
    fn may_remove(&self) -> bool {
        match self.subject {
            Subject::Documents | Subject::Routing => self.row.is_some(),
            Subject::Holidays => self.row.is_some() && !self.is_over(),
            Subject::Categories | Subject::Institutions | Subject::Offices => {
                let known = Sheet::read(&self.work.in_force, self.subject.file());
                let key = [("code", self.cell("code"))];
                self.row.is_some() && known.is_ok_and(|known| known.find(&key).is_none())
            }
        }
    }

    /// A holiday that is today or was before: time limits were counted with it.
    fn is_over(&self) -> bool {
        let day: Option<Date> = self.cell("date").parse().ok();
        self.subject == Subject::Holidays && self.row.is_some() && day.is_none_or(|day| day <= self.today)
    }

    fn page(&self, pages: &Pages, head: Head, draft: Draft, typed_of: Option<&str>) -> RowPage {
        let frame = self.work.frame.clone();
        let mut fields = self.form().fields();
        if let Some(of) = typed_of {
            fields
                .iter_mut()
                .filter(|field| field.name == "category")
                .for_each(|it| of.clone_into(&mut it.value));
        }
        let title = match self.row {
            Some(row) => row_name(&frame, &self.work.profile, self.subject, |column| {
                self.sheet.cell(row, column).to_owned()
            }),
            None => frame.t(&format!("profile-{}-add", self.subject.word())),
        };
        RowPage {
            title,
            address: format!("{}/{}", self.subject.address(), self.id),
            back: self.subject.address(),
            revision: self.work.revision(),
            fields,
            remove: self.may_remove().then(|| frame.t("profile-remove")),
            fixed: self.is_over().then(|| frame.t("profile-holiday-over")),
            desk: self.work.desk(pages),
            head,
            draft,
            frame,
        }
    }
}

/// `GET /agents/admin/profile/{subject}/{row}`; for a document `?of=` names its category.
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((subject, id)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let subject = Subject::of(&subject).ok_or(Failure::NotFound)?;
    let work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    let editing = Editing::begin(&work, subject, &id, pages.centre.now().date())?;
    let of = Some(visit.asked("of")).filter(|of| editing.row.is_none() && !of.is_empty());
    page(StatusCode::OK, &editing.page(&pages, work.head(&visit), Draft::default(), of))
}

/// `POST /agents/admin/profile/{subject}/{row}`
pub(in crate::web::pages) async fn act(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((subject, id)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Failure> {
    let subject = Subject::of(&subject).ok_or(Failure::NotFound)?;
    let mut work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(_) => return Ok(sign_in::first(&visit)),
    };
    // A change of language would lose what was typed.
    work.frame.languages.clear();
    let editing = Editing::begin(&work, subject, &id, pages.centre.now().date())?;
    let kept = |status: StatusCode, faults: Faults, notice: Option<(String, Vec<String>)>| {
        let draft = Draft { deed: "row", fields: typed.clean(), faults };
        let head = match notice {
            Some((notice, mistakes)) => work.refused(&visit, notice, mistakes),
            None => work.head(&visit),
        };
        page(status, &editing.page(&pages, head, draft, None))
    };
    if !work.signed_in.wrote(typed.get("word")) {
        return kept(
            StatusCode::FORBIDDEN,
            Faults::default(),
            Some((work.frame.t("agents-token"), Vec::new())),
        );
    }
    let overtaken = || (work.frame.t("profile-overtaken"), Vec::new());
    if typed.get("revision").parse() != Ok(work.revision()) {
        return kept(StatusCode::CONFLICT, Faults::default(), Some(overtaken()));
    }
    let (changed, done) = match typed.get("choice") {
        "remove" if editing.may_remove() => (editing.without_row(), "removed"),
        _ if editing.is_over() => return Err(Failure::NotAllowed),
        _ => match editing.changed(&typed) {
            Ok(changed) => (changed, "saved"),
            Err(faults) => return kept(StatusCode::UNPROCESSABLE_ENTITY, faults, None),
        },
    };
    if let Err(mistakes) = Profile::read(&changed) {
        let told = mistakes.0.iter().map(ToString::to_string).collect();
        let notice = (work.frame.t("profile-mistakes"), told);
        return kept(StatusCode::UNPROCESSABLE_ENTITY, Faults::default(), Some(notice));
    }
    match pages.centre.write_profile_draft(&work.signed_in.agent, work.revision(), &changed).await? {
        Drafted::Done(_) => {
            let year = editing.year(&typed).map(|year| format!("&year={year}")).unwrap_or_default();
            Ok(Redirect::to(&format!("{}?done={done}{year}", subject.address())).into_response())
        }
        Drafted::Overtaken => kept(StatusCode::CONFLICT, Faults::default(), Some(overtaken())),
    }
}

impl Editing<'_> {
    fn year(&self, typed: &Typed) -> Option<i16> {
        let typed: Option<Date> = typed.line("date").parse().ok();
        typed.or_else(|| self.cell("date").parse().ok()).map(Date::year)
    }

    /// The profile without the row, and without what only belonged to it.
    fn without_row(&self) -> Bundle {
        let (mut sheet, mut bundle) = (self.sheet.clone(), self.work.said().clone());
        if let Some(row) = self.row {
            sheet.remove_row(row);
        }
        sheet.write(&mut bundle, self.subject.file());
        if self.subject == Subject::Categories
            && let Ok(mut documents) = Sheet::read(&bundle, Subject::Documents.file())
        {
            documents.remove_where(&[("category", self.cell("code"))]);
            documents.write(&mut bundle, Subject::Documents.file());
        }
        bundle
    }

    /// The profile with what was typed, or what is wrong with it.
    fn changed(&self, typed: &Typed) -> Result<Bundle, Faults> {
        let mut faults = Faults::default();
        let fields = self.form().fields();
        for field in fields.iter().filter(|field| !matches!(field.kind, Kind::Fixed)) {
            self.check(field, typed, &mut faults);
            // In the order of the fields, as the summary names them.
            match field.name.as_str() {
                "heading" => self.check_heading(typed, &mut faults),
                "closed_from" if self.subject == Subject::Categories => self.check_fee(typed, &mut faults),
                _ => {}
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut sheet = self.sheet.clone();
        let row = self.row.unwrap_or_else(|| sheet.add_row(self.behind(typed)));
        for field in &fields {
            self.write(field, typed, &mut sheet, row);
        }
        if self.subject == Subject::Categories {
            self.write_category(typed, &mut sheet, row);
        }
        let mut bundle = self.work.said().clone();
        sheet.write(&mut bundle, self.subject.file());
        Ok(bundle)
    }

    /// A new category stands behind the last one of its heading.
    fn behind(&self, typed: &Typed) -> Option<usize> {
        let heading = self.work.profile.category(&typed.line("heading"))?;
        let same = self.work.profile.categories.iter().rfind(|category| category.group == heading.group)?;
        self.sheet.find(&[("code", &same.code)])
    }

    fn check(&self, field: &Field, typed: &Typed, faults: &mut Faults) {
        let frame = &self.work.frame;
        let id = format!("row-{}", field.name);
        let cell = typed.line(&field.name);
        let about = |key: &str| frame.one(key, "field", &field.label);
        if cell.is_empty() {
            if field.needed {
                faults.add(id, about("profile-fault-missing"));
            }
            return;
        }
        if cell.chars().count() > LONGEST_CELL {
            let limit = Args::new().with("field", field.label.as_str()).with("limit", LONGEST_CELL);
            return faults.add(id, frame.with("profile-fault-long", &limit));
        }
        match &field.kind {
            Kind::Number if cell.parse::<u16>().is_err() => faults.add(id, about("profile-fault-number")),
            Kind::Day => self.check_day(field, &cell, faults),
            Kind::Choice(choices) if choices.iter().all(|(known, _)| *known != cell) => {
                faults.add(id, about("profile-fault-missing"));
            }
            Kind::Line if field.name == "code" => self.check_code(&cell, faults),
            _ => {}
        }
    }

    /// What ends or is free begins at the earliest tomorrow: what was counted and promised until today stays.
    fn check_day(&self, field: &Field, cell: &str, faults: &mut Faults) {
        let frame = &self.work.frame;
        let id = format!("row-{}", field.name);
        match cell.parse::<Date>() {
            Err(_) => faults.add(id, frame.one("profile-fault-day", "field", &field.label)),
            Ok(_) if cell == field.value => {}
            Ok(day) if day <= self.today => faults.add(id, frame.t("profile-fault-past")),
            Ok(_) if field.name == "date" && self.sheet.find(&[("date", cell)]).is_some() => {
                faults.add(id, frame.t("profile-fault-holiday-known"));
            }
            Ok(_) => {}
        }
    }

    fn check_code(&self, cell: &str, faults: &mut Faults) {
        let frame = &self.work.frame;
        let shape = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let portal = self.work.profile.portal.map(|portal| portal.office.to_string());
        let is_office = self.subject == Subject::Offices;
        if is_office && !is_office_code(cell) {
            faults.add("row-code", frame.t("profile-fault-office-code"));
        } else if !is_office && (cell.len() > 40 || cell == NEW || !cell.chars().all(shape)) {
            faults.add("row-code", frame.t("profile-fault-code"));
        } else if self.sheet.find(&[("code", cell)]).is_some()
            || (is_office && portal.as_deref() == Some(cell))
        {
            faults.add("row-code", frame.t("profile-fault-code-known"));
        }
    }

    /// A heading that is chosen, or a new one in every language of the deployment.
    fn check_heading(&self, typed: &Typed, faults: &mut Faults) {
        let frame = &self.work.frame;
        let languages = &self.work.profile.languages;
        let is_unwritten = |tag: &String| typed.line(&format!("group_{}", suffix(tag))).is_empty();
        if typed.line("heading").is_empty() && languages.iter().any(is_unwritten) {
            faults.add("row-heading", frame.t("profile-fault-heading"));
        }
    }

    /// What is said about a charge is said in every language or in none.
    fn check_fee(&self, typed: &Typed, faults: &mut Faults) {
        let (frame, languages) = (&self.work.frame, &self.work.profile.languages);
        let fee = |tag: &String| typed.line(&format!("fee_{}", suffix(tag)));
        let written = languages.iter().filter(|tag| !fee(tag).is_empty()).count();
        if let Some(tag) = languages.iter().find(|tag| fee(tag).is_empty()).filter(|_| written > 0) {
            faults.add(format!("row-fee_{}", suffix(tag)), frame.t("profile-fault-all-languages"));
        }
    }

    fn write(&self, field: &Field, typed: &Typed, sheet: &mut Sheet, row: usize) {
        let name = field.name.as_str();
        let is_own = !matches!(name, "heading" | "confidential" | "anonymous") && !name.starts_with("group_");
        match field.kind {
            Kind::Fixed => {}
            Kind::Tick if is_own => sheet.set(row, name, if typed.ticked(name) { "1" } else { "0" }),
            _ if is_own => sheet.set(row, name, &typed.line(name)),
            _ => {}
        }
    }

    /// What several fields of a category say together.
    fn write_category(&self, typed: &Typed, sheet: &mut Sheet, row: usize) {
        let chosen = ["confidential", "anonymous"].into_iter().filter(|word| typed.ticked(word));
        sheet.set(row, "discretion", &chosen.collect::<Vec<_>>().join(" "));
        let heading = typed.line("heading");
        let from = self.sheet.find(&[("code", &heading)]).filter(|_| !heading.is_empty());
        let columns: Vec<String> =
            sheet.columns().filter(|column| column.starts_with("group_")).map(str::to_owned).collect();
        for column in columns {
            match from {
                Some(from) => sheet.set(row, &column, self.sheet.cell(from, &column)),
                None => sheet.set(row, &column, &typed.line(&column)),
            }
        }
        if sheet.cell(row, "path").is_empty() {
            // Other registers read it; it is made once, of what the category is called when it is added.
            let first = |column: &str| {
                let own = self.work.profile.own_language();
                sheet.cell(row, &format!("{column}_{}", suffix(own))).to_owned()
            };
            let path = format!("{}/{}", first("group"), first("name"));
            sheet.set(row, "path", &path);
        }
    }
}

impl RowPage {
    /// What stands in a field: as typed, else as it is.
    fn written<'a>(&'a self, field: &'a Field) -> &'a str {
        if self.draft.deed.is_empty() { &field.value } else { self.draft.at("row", &field.name) }
    }

    fn fault(&self, field: &Field) -> Option<&str> {
        self.draft.faults.on(&format!("row-{}", field.name))
    }

    /// The ids of what describes a field.
    fn described(&self, field: &Field) -> Option<String> {
        let hint = (!field.hint.is_empty()).then(|| format!("row-{}-hint", field.name));
        let fault = self.fault(field).map(|_| format!("row-{}-error", field.name));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
