//! The list of complaints: which group, narrowed by institution and words, twenty-five at a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use complaints::Status;
use complaints::profile::Profile;
use jiff::civil::Date;
use locales::Args;

use super::session::SignedIn;
use super::{Desk, sign_in, view_label};
use crate::casework::{Group, Page, QueueFilter, QueueRow};
use crate::people::Role;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};
use crate::web::pages::visit::{Visit, address};

/// The groups in the order of their links.
pub(super) const GROUPS: [Group; 5] = [Group::Open, Group::Mine, Group::Overdue, Group::Finished, Group::All];

/// Lines on one page.
const LINES: u32 = 25;

#[derive(Template)]
#[template(path = "agents/queue.html")]
struct Queue {
    frame: Frame,
    desk: Desk,
    title: String,
    group: &'static str,
    count: String,
    /// Code and name; empty for an agent of one institution.
    institutions: Vec<(String, String)>,
    institution: String,
    words: String,
    rows: Vec<Line>,
    pages: Option<Leaf>,
    done: Option<String>,
}

/// One complaint in the list.
struct Line {
    reference: String,
    /// `?id=`, which tells twins of one reference apart.
    id: String,
    subject: String,
    second: String,
    urgent: bool,
    restricted: bool,
    institution: String,
    status: String,
    registered: String,
    registered_on: Date,
    due: Due,
}

/// When the answer is due.
pub(super) struct Due {
    /// `late`, `today`, `stopped`, `good`, or nothing special.
    pub(super) look: &'static str,
    /// In words.
    pub(super) text: String,
}

/// Where one stands in a long list.
struct Leaf {
    text: String,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /agents`
pub(in crate::web::pages) async fn list(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    let profile = pages.profile();
    let frame = Frame::new(profile, &visit);
    let filter = filter(&visit, &signed_in);
    let number = visit.asked("page").parse().unwrap_or(1).clamp(1, 100_000);
    let part = Page { offset: (number - 1) * LINES, limit: LINES };
    let found = pages.centre.queue(&signed_in.agent, &filter, part).await?;
    let today = pages.centre.now().date();
    let queue = Queue {
        title: view_label(&frame, &signed_in.agent, filter.group),
        group: group_word(filter.group),
        count: frame.with(count_key(filter.group), &Args::new().with("count", found.total)),
        institutions: if signed_in.agent.role == Role::Agent { Vec::new() } else { institutions(profile) },
        institution: filter.institution.clone().unwrap_or_default(),
        words: filter.words.clone().unwrap_or_default(),
        rows: found.rows.iter().map(|row| Line::new(&frame, profile, row, today)).collect(),
        pages: leaf(&frame, &visit, number, found.total.div_ceil(LINES)),
        done: done(&frame, &visit),
        desk: Desk::new(&frame, profile, &signed_in, Some(filter.group)),
        frame,
    };
    page(StatusCode::OK, &queue)
}

/// The word for a group in addresses and in keys of texts.
pub(super) fn group_word(group: Group) -> &'static str {
    match group {
        Group::Open => "open",
        Group::Mine => "mine",
        Group::Overdue => "overdue",
        Group::Finished => "finished",
        Group::All => "all",
    }
}

/// How many, and in which order.
fn count_key(group: Group) -> &'static str {
    match group {
        Group::Open | Group::Mine | Group::Overdue => "agents-queue-count",
        Group::Finished | Group::All => "agents-queue-latest",
    }
}

/// The message after a deed, when the address names one.
pub(super) fn done(frame: &Frame, visit: &Visit) -> Option<String> {
    let deed = visit.asked("done");
    ["answer", "route", "status", "note"].contains(&deed).then(|| frame.t(&format!("agents-done-{deed}")))
}

fn filter(visit: &Visit, signed_in: &SignedIn) -> QueueFilter {
    let asked = |name: &str| Some(visit.asked(name).trim().to_owned()).filter(|asked| !asked.is_empty());
    let institution = asked("institution").filter(|_| signed_in.agent.role != Role::Agent);
    let group = GROUPS.into_iter().find(|group| group_word(*group) == visit.asked("group"));
    let words = asked("words").map(|words| words.chars().filter(|c| !c.is_control()).take(200).collect());
    QueueFilter { group: group.unwrap_or_default(), institution, office: None, words }
}

/// All institutions by name.
pub(super) fn institutions(profile: &Profile) -> Vec<(String, String)> {
    let named =
        profile.institutions.iter().map(|(code, institution)| (code.clone(), institution.name.clone()));
    let mut named: Vec<_> = named.collect();
    named.sort_by_cached_key(|(_, name)| complaints::fold_for_search(name));
    named
}

fn leaf(frame: &Frame, visit: &Visit, number: u32, pages: u32) -> Option<Leaf> {
    if pages <= 1 && number == 1 {
        return None;
    }
    let turned = |to: u32| {
        let mut query: BTreeMap<String, String> = visit.query.clone();
        query.remove("done");
        query.insert("page".to_owned(), to.to_string());
        address("/agents", &query)
    };
    Some(Leaf {
        text: frame.with("agents-page", &Args::new().with("page", number).with("pages", pages)),
        previous: (number > 1).then(|| turned((number - 1).min(pages.max(1)))),
        next: (number < pages).then(|| turned(number + 1)),
    })
}

impl Line {
    fn new(frame: &Frame, profile: &Profile, row: &QueueRow, today: Date) -> Self {
        let category = profile.category(&row.category);
        let matter = category_name(profile, &row.category, frame);
        let registered_on = row.recorded_at.date();
        let place =
            if row.locality.is_empty() { office_name(profile, row.office) } else { row.locality.clone() };
        Self {
            reference: row.reference.to_string(),
            id: row.id.to_string(),
            subject: if row.subject.trim().is_empty() { matter.clone() } else { row.subject.clone() },
            second: format!("{matter}{}{place}", frame.comma()),
            urgent: !row.status.is_finished()
                && category.is_some_and(|category| category.priority == "urgent"),
            restricted: category.is_some_and(|category| category.restricted),
            institution: institution_name(profile, &row.institution).to_owned(),
            status: frame.of_kind(&format!("centre-status-{}", row.status), &row.kind),
            registered: frame.short_day(registered_on, today),
            registered_on,
            due: Due::new(frame, row.status, row.due_on, today),
        }
    }
}

impl Due {
    /// What there is to say about the day of the answer, short.
    pub(super) fn new(frame: &Frame, status: Status, due_on: Option<Date>, today: Date) -> Self {
        let (look, text) = match (status, due_on) {
            (Status::WaitingDocuments, _) => ("stopped", frame.t("centre-due-stopped")),
            (Status::Answered | Status::Resolved, _) => ("good", frame.t("centre-due-over")),
            (status, _) if status.is_finished() => ("", String::new()),
            (_, None) => ("", frame.t("centre-due-none")),
            (_, Some(due)) if due == today => ("today", frame.t("centre-due-today")),
            (_, Some(due)) if due < today => {
                let days = today.since(due).map_or(0, |span| span.get_days());
                ("late", frame.with("centre-days-late", &Args::new().with("count", days)))
            }
            (_, Some(due)) => ("", frame.short_day(due, today)),
        };
        Self { look, text }
    }
}
