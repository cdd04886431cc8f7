//! The list of complaints: which group, narrowed by institution, by when something is due and by words, twenty-five at a
//! time. All of it stands in the address, so that a list can be kept and handed on.

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
use crate::access::Right;
use crate::casework::{Due as DueFilter, Group, Page, QueueFilter, QueuePage, QueueRow};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};
use crate::web::pages::visit::{Visit, address};

/// Every group.
const GROUPS: [Group; 6] =
    [Group::Open, Group::Mine, Group::Assigned, Group::Overdue, Group::Finished, Group::All];

/// By when something is due, and the word for it in addresses and texts.
const DUES: [(DueFilter, &str); 4] = [
    (DueFilter::Overdue, "overdue"),
    (DueFilter::Today, "today"),
    (DueFilter::Week, "week"),
    (DueFilter::Stopped, "stopped"),
];

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
    /// Code and name; empty for somebody of one institution.
    institutions: Vec<(String, String)>,
    institution: String,
    words: String,
    /// The word of the chosen one.
    due: String,
    dues: Vec<Chip>,
    filtered: bool,
    rows: Vec<Line>,
    /// Of one institution: who deals with it says more than which institution does.
    by_person: bool,
    pages: Option<Leaf>,
    export: Option<String>,
    done: Option<String>,
}

/// A link that narrows a list.
pub(super) struct Chip {
    pub(super) id: &'static str,
    pub(super) label: String,
    pub(super) address: String,
    pub(super) current: bool,
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
    merged: bool,
    institution: String,
    assignee: String,
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
pub(super) struct Leaf {
    pub(super) text: String,
    pub(super) previous: Option<String>,
    pub(super) next: Option<String>,
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
    let number = page_number(&visit);
    let part = Page { offset: (number - 1) * LINES, limit: LINES };
    let found = pages.centre.queue(&signed_in.agent, &filter, part).await?;
    let today = pages.centre.now().date();
    let of_an_institution = signed_in.agent.role.is_of_an_institution();
    let queue = Queue {
        title: view_label(&frame, &signed_in.agent, filter.group),
        group: group_word(filter.group),
        count: count(&frame, &filter, &found),
        institutions: if of_an_institution { Vec::new() } else { institutions(profile, &frame) },
        institution: filter.institution.clone().unwrap_or_default(),
        words: filter.words.clone().unwrap_or_default(),
        due: due_word(filter.due).to_owned(),
        dues: dues(&frame, &visit, &filter),
        filtered: filter.words.is_some() || filter.institution.is_some() || filter.due.is_some(),
        rows: found.rows.iter().map(|row| Line::new(&frame, profile, row, today)).collect(),
        by_person: of_an_institution,
        pages: leaf(&frame, &visit, number, found.total.div_ceil(LINES)),
        export: signed_in.may(Right::Export).then(|| with(&visit, "/agents/export", &[("page", None)])),
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
        Group::Assigned => "assigned",
        Group::Overdue => "overdue",
        Group::Finished => "finished",
        Group::All => "all",
    }
}

/// How many, and in which order.
fn count(frame: &Frame, filter: &QueueFilter, found: &QueuePage) -> String {
    let key = match (filter.group, filter.due) {
        _ if found.more && filter.words.is_some() => "agents-queue-more-words",
        _ if found.more => "agents-queue-more",
        (Group::Finished, _) | (Group::All, None) => "agents-queue-latest",
        _ => "agents-queue-count",
    };
    frame.with(key, &Args::new().with("count", found.total))
}

/// What can be done, as it stands behind `done=` in an address.
const DONE: [&str; 20] = [
    "answer",
    "route",
    "status",
    "note",
    "ask",
    "back",
    "assign",
    "take",
    "triage",
    "over",
    "escalate",
    "tell",
    "link",
    "together",
    "apart",
    "withdraw",
    "retract",
    "split",
    "pass",
    "continues",
];

/// The message after a deed, when the address names one.
pub(super) fn done(frame: &Frame, visit: &Visit) -> Option<String> {
    let deed = visit.asked("done");
    DONE.contains(&deed).then(|| frame.t(&format!("agents-done-{deed}")))
}

/// What an address asks for.
pub(super) fn filter(visit: &Visit, signed_in: &SignedIn) -> QueueFilter {
    let asked = |name: &str| Some(visit.asked(name).trim().to_owned()).filter(|asked| !asked.is_empty());
    let group = GROUPS.into_iter().find(|group| group_word(*group) == visit.asked("group"));
    // Every role comes first to a list of its own.
    let of_an_institution = signed_in.agent.role.is_of_an_institution();
    let words = asked("words").map(|words| words.chars().filter(|c| !c.is_control()).take(200).collect());
    QueueFilter {
        group: group.unwrap_or(if of_an_institution { Group::Mine } else { Group::Open }),
        institution: asked("institution").filter(|_| !of_an_institution),
        due: DUES.into_iter().find(|(_, word)| *word == visit.asked("due")).map(|(due, _)| due),
        words,
        ..QueueFilter::default()
    }
}

/// The page that an address asks for, from 1.
pub(super) fn page_number(visit: &Visit) -> u32 {
    visit.asked("page").parse().unwrap_or(1).clamp(1, 100_000)
}

fn due_word(due: Option<DueFilter>) -> &'static str {
    DUES.into_iter().find(|(known, _)| Some(*known) == due).map_or("", |(_, word)| word)
}

/// Links that narrow the list by when something is due; none where nothing is due any more.
fn dues(frame: &Frame, visit: &Visit, filter: &QueueFilter) -> Vec<Chip> {
    if matches!(filter.group, Group::Finished | Group::Overdue) {
        return Vec::new();
    }
    let chip = |due: Option<DueFilter>| {
        let word = due_word(due);
        let id = if word.is_empty() { "any" } else { word };
        Chip {
            id,
            label: frame.t(&format!("agents-due-{id}")),
            address: with(visit, "/agents", &[("due", due.map(|_| word)), ("page", None)]),
            current: filter.due == due,
        }
    };
    std::iter::once(None).chain(DUES.map(|(due, _)| Some(due))).map(chip).collect()
}

/// The visited address on another path, some of its values changed; none: left out.
pub(super) fn with(visit: &Visit, path: &str, changes: &[(&str, Option<&str>)]) -> String {
    let mut query: BTreeMap<String, String> = visit.query.clone();
    query.remove("done");
    for (name, value) in changes {
        match value {
            Some(value) => query.insert((*name).to_owned(), (*value).to_owned()),
            None => query.remove(*name),
        };
    }
    address(path, &query)
}

/// All institutions by name.
pub(super) fn institutions(profile: &Profile, frame: &Frame) -> Vec<(String, String)> {
    let named = profile.institutions.iter();
    let named = named.map(|(code, institution)| (code.clone(), institution.name_in(frame.tag()).to_owned()));
    let mut named: Vec<_> = named.collect();
    named.sort_by_cached_key(|(_, name)| complaints::fold_for_search(name));
    named
}

/// Links to the pages before and after one.
pub(super) fn leaf(frame: &Frame, visit: &Visit, number: u32, pages: u32) -> Option<Leaf> {
    if pages <= 1 && number == 1 {
        return None;
    }
    let turned = |to: u32| with(visit, &visit.path, &[("page", Some(&to.to_string()))]);
    Some(Leaf {
        text: frame.with("agents-page", &Args::new().with("page", number).with("pages", pages)),
        previous: (number > 1).then(|| turned((number - 1).min(pages.max(1)))),
        next: (number < pages).then(|| turned(number + 1)),
    })
}

impl Line {
    fn new(frame: &Frame, profile: &Profile, row: &QueueRow, today: Date) -> Self {
        let matter = category_name(profile, &row.category, frame);
        let registered_on = row.recorded_at.date();
        let place =
            if row.locality.is_empty() { office_name(profile, row.office) } else { row.locality.clone() };
        Self {
            reference: row.reference.to_string(),
            id: row.id.to_string(),
            subject: if row.subject.trim().is_empty() { matter.clone() } else { row.subject.clone() },
            second: format!("{matter}{}{place}", frame.comma()),
            urgent: row.urgent,
            restricted: row.restricted,
            merged: row.merged,
            institution: institution_name(profile, &row.institution, frame).to_owned(),
            assignee: row.assignee.clone(),
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
