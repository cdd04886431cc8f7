//! The rows of a table of the profile, as the draft has them: what is new or changed in it is marked.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use complaints::profile::{Change, Sheet};
use jiff::civil::Date;
use locales::Args;

use super::super::Desk;
use super::fields::row_name;
use super::subject::{NEW, Subject};
use super::{Head, Work};
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/profile/rows.html")]
struct Rows {
    frame: Frame,
    desk: Desk,
    head: Head,
    title: String,
    what: String,
    add: String,
    add_label: String,
    lines: Vec<Line>,
    /// The year that is shown, and the addresses of the one before and the one after; for holidays alone.
    year: Option<(String, String, String)>,
    /// Names of the columns behind the first one.
    columns: Vec<String>,
}

struct Line {
    id: String,
    address: String,
    name: String,
    second: String,
    cells: Vec<String>,
    mark: Option<String>,
}

/// `GET /agents/admin/profile/{subject}`, for holidays with `?year=`.
pub(in crate::web::pages) async fn list(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(subject): Path<String>,
) -> Result<Response, Failure> {
    let subject = Subject::of(&subject).ok_or(Failure::NotFound)?;
    let work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    let today = pages.centre.now().date();
    let sheet =
        Sheet::read(work.said(), subject.file()).map_err(|error| CentreError::Profile(error.to_string()))?;
    let shown_year = visit.asked("year").parse::<i16>().ok().filter(|year| (1970..=2200).contains(year));
    let shown_year = shown_year.unwrap_or_else(|| today.year());
    let marks = Marks::of(&work, subject);
    let mut lines: Vec<(String, Line)> = Vec::new();
    for row in 0..sheet.len() {
        let day: Option<Date> = sheet.cell(row, "date").parse().ok();
        if subject == Subject::Holidays && day.is_none_or(|day| day.year() != shown_year) {
            continue;
        }
        lines.push((sheet.cell(row, "date").to_owned(), line(&work, subject, &sheet, row, (&marks, today))));
    }
    lines.sort_by(|one, other| one.0.cmp(&other.0));
    let frame = &work.frame;
    let year = (subject == Subject::Holidays).then(|| {
        let address = |year: i16| format!("{}?year={year}", subject.address());
        (shown_year.to_string(), address(shown_year - 1), address(shown_year + 1))
    });
    let columns: &[&str] = match subject {
        Subject::Categories => &["institution", "ack_days", "resolve_days"],
        Subject::Routing => &["institution"],
        _ => &[],
    };
    let rows = Rows {
        title: frame.t(&format!("profile-{}", subject.word())),
        what: frame.t(&format!("profile-{}-what", subject.word())),
        add: format!("{}/{NEW}", subject.address()),
        add_label: frame.t(&format!("profile-{}-add", subject.word())),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
        year,
        columns: columns.iter().map(|column| super::fields::column_name(frame, subject, column)).collect(),
        head: work.head(&visit),
        desk: work.desk(&pages),
        frame: work.frame.clone(),
    };
    page(StatusCode::OK, &rows)
}

/// Which rows the draft adds or changes.
struct Marks(Vec<(String, bool)>);

impl Marks {
    fn of(work: &Work, subject: Subject) -> Self {
        let changes = work.changes().into_iter().filter(|change| change.file == subject.file());
        Self(changes.map(|change| (change.key, change.what == Change::Added)).collect())
    }

    fn on(&self, key: &str) -> Option<bool> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, is_new)| *is_new)
    }
}

fn line(work: &Work, subject: Subject, sheet: &Sheet, row: usize, (marks, today): (&Marks, Date)) -> Line {
    let (frame, profile) = (&work.frame, &work.profile);
    let cell = |column: &str| sheet.cell(row, column).to_owned();
    let closed: Option<Date> = sheet.cell(row, "closed_from").parse().ok();
    let closes = |day: Date| {
        let key = if day <= today { "profile-closed" } else { "profile-closes" };
        frame.with(key, &Args::new().with("day", frame.short_day(day, today)))
    };
    let id = subject.id_of(sheet, row);
    let mark = subject.key().and_then(|key| marks.on(sheet.cell(row, key)));
    let mark = mark.map(|is_new| frame.t(if is_new { "profile-mark-new" } else { "profile-mark-changed" }));
    let second = match subject {
        Subject::Offices => [cell("code"), cell("address"), cell("hours"), cell("phone")].to_vec(),
        Subject::Categories | Subject::Institutions => vec![cell("code")],
        Subject::Documents | Subject::Routing | Subject::Holidays => Vec::new(),
    };
    let second = second.into_iter().filter(|part| !part.is_empty()).chain(closed.map(closes));
    let cells = match subject {
        Subject::Categories => vec![
            institution_name(profile, &cell("institution"), frame).to_owned(),
            cell("ack_days"),
            cell("resolve_days"),
        ],
        Subject::Routing => vec![institution_name(profile, &cell("institution"), frame).to_owned()],
        _ => Vec::new(),
    };
    Line {
        address: format!("{}/{id}", subject.address()),
        name: row_name(frame, profile, subject, cell),
        second: second.collect::<Vec<_>>().join(" · "),
        cells,
        mark,
        id,
    }
}
