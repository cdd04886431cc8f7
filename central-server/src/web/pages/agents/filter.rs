//! What came in and went nowhere yet, for the unit at the centre: a list beside the one that is looked at, what may be the
//! same, where it is proposed to go, and one main deed. After a deed comes the next one.

mod item;
mod passing;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use complaints::{Channel, Complaint, ComplaintId};
use locales::Args;

use super::case::Notice;
use super::deeds::Draft;
use super::offer::{categories, named_institutions, offices};
use super::queue::{Chip, Leaf, done, leaf, page_number, with};
use super::session::SignedIn;
use super::{Desk, FILTER, sign_in};
use crate::access::Right;
use crate::casework::{Group, Length, Page, QueueFilter, QueueRow};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;
use item::{Item, Slip, TwinNote};
pub(in crate::web::pages) use passing::act;

/// Slips on one page.
const SLIPS: u32 = 25;

/// So many at most are looked through for those that may have come twice.
const LOOKED_THROUGH: u32 = 100;

/// What a list can be narrowed to, by the word in its address.
const SHOWS: [&str; 5] = ["all", "urgent", "twice", "offices", "online"];

#[derive(Template)]
#[template(path = "agents/filter.html")]
struct Filter {
    frame: Frame,
    desk: Desk,
    count: String,
    chips: Vec<Chip>,
    rows: Vec<Slip>,
    pages: Option<Leaf>,
    item: Option<Item>,
    twins: Vec<TwinNote>,
    categories: Vec<(String, String)>,
    institutions: Vec<(String, String)>,
    offices: Vec<(String, String)>,
    /// The word of what is shown.
    show: String,
    /// Id of the one that comes after this one; empty: the first one.
    next: String,
    skip: Option<String>,
    done: Option<String>,
    notice: Option<Notice>,
    draft: Draft,
}

/// What stands on the page besides what is in the store.
#[derive(Default)]
struct Unfinished {
    draft: Draft,
    notice: Option<Notice>,
    /// The one that the form was about.
    complaint: Option<ComplaintId>,
}

/// `GET /agents/filter`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::Filter)?;
    let word = visit.asked("show").to_owned();
    let filter = Filter::new(&pages, &visit, &signed_in, &word, Unfinished::default()).await?;
    page(StatusCode::OK, &filter)
}

/// What is narrowed to, of what came in and went nowhere yet.
fn narrowed(show: &str) -> QueueFilter {
    let channels = match show {
        "offices" => vec![Channel::Counter, Channel::WebDesk, Channel::Import, Channel::Split],
        "online" => vec![Channel::Portal, Channel::Open311],
        _ => Vec::new(),
    };
    QueueFilter { group: Group::Mine, urgent: show == "urgent", channels, ..QueueFilter::default() }
}

/// What is shown, and how many there are of it.
struct Found {
    rows: Vec<QueueRow>,
    twice: Vec<ComplaintId>,
    total: u32,
    /// There are more than that.
    more: bool,
}

/// The slips of a page. Those that may have come twice are looked for among the first hundred.
async fn found(pages: &Pages, signed_in: &SignedIn, show: &str, number: u32) -> Result<Found, Failure> {
    let (agent, filter) = (&signed_in.agent, narrowed(show));
    let only_twice = show == "twice";
    let offset = (number - 1) * SLIPS;
    let part =
        if only_twice { Page { offset: 0, limit: LOOKED_THROUGH } } else { Page { offset, limit: SLIPS } };
    let queue = pages.centre.queue(agent, &filter, part).await?;
    let ids: Vec<ComplaintId> = queue.rows.iter().map(|row| row.id).collect();
    let twice = pages.centre.perhaps_twice(agent, &ids).await?;
    if !only_twice {
        return Ok(Found { rows: queue.rows, twice, total: queue.total, more: queue.more });
    }
    let mut rows = queue.rows;
    rows.retain(|row| twice.contains(&row.id));
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let rows = rows.into_iter().skip(offset as usize).take(SLIPS as usize).collect();
    Ok(Found { rows, twice, total, more: false })
}

impl Filter {
    async fn new(
        pages: &Pages,
        visit: &Visit,
        signed_in: &SignedIn,
        show: &str,
        Unfinished { draft, notice, complaint }: Unfinished,
    ) -> Result<Self, Failure> {
        let show = SHOWS.into_iter().find(|known| *known == show).unwrap_or("all");
        let mut frame = Frame::new(pages.profile(), visit);
        if !draft.deed.is_empty() {
            // A link to another language would lose what was typed.
            frame.languages.clear();
        }
        let number = page_number(visit);
        let Found { rows, twice, total, more } = found(pages, signed_in, show, number).await?;
        let asked = complaint.or_else(|| visit.asked("id").parse().ok());
        let chosen = match asked {
            Some(id) => wanted(pages, signed_in, id).await?,
            None => None,
        };
        let chosen = match (chosen, rows.first()) {
            (Some(chosen), _) => Some(chosen),
            (None, Some(first)) => wanted(pages, signed_in, first.id).await?,
            (None, None) => None,
        };
        let current = chosen.as_ref().map(|complaint| complaint.id);
        let at = rows.iter().position(|row| Some(row.id) == current);
        let next = at.and_then(|at| rows.get(at + 1)).or(rows.first()).filter(|row| Some(row.id) != current);
        let next = next.map(|row| row.id.to_string()).unwrap_or_default();
        let skip =
            (!next.is_empty()).then(|| with(visit, FILTER, &[("id", Some(&next)), ("show", Some(show))]));
        let (item, twins) = match &chosen {
            Some(complaint) => {
                pages.centre.note_look(&signed_in.agent, complaint, "case").await?;
                let item = Item::new(&frame, pages, complaint, &draft).await?;
                (Some(item), item::twins(&frame, pages, signed_in, complaint).await?)
            }
            None => (None, Vec::new()),
        };
        let today = pages.centre.now().date();
        let slip = |row: &QueueRow| Slip::new(&frame, pages, visit, row, (show, current, &twice));
        Ok(Self {
            desk: Desk::at(&frame, pages.profile(), signed_in, FILTER),
            count: frame.with(
                if more { "agents-filter-more" } else { "agents-filter-count" },
                &Args::new().with("count", total),
            ),
            chips: chips(&frame, pages, signed_in, show).await?,
            rows: rows.iter().map(slip).collect(),
            pages: leaf(&frame, visit, number, total.div_ceil(SLIPS)),
            item,
            twins,
            categories: categories(&frame, pages.profile(), today),
            institutions: named_institutions(pages.profile(), &frame, None, today),
            offices: chosen.as_ref().map(|it| offices(pages.profile(), it, today)).unwrap_or_default(),
            show: show.to_owned(),
            next,
            skip,
            done: done(&frame, visit),
            notice,
            draft,
            frame,
        })
    }
}

/// A complaint that the page is to show, if there is such a one.
async fn wanted(pages: &Pages, signed_in: &SignedIn, id: ComplaintId) -> Result<Option<Complaint>, Failure> {
    let found = pages.centre.complaint(id).await?;
    Ok(found.filter(|it| signed_in.agent.sight(it, pages.profile()).is_some()))
}

/// Links that narrow the list, each with how many there are.
async fn chips(
    frame: &Frame,
    pages: &Pages,
    signed_in: &SignedIn,
    current: &str,
) -> Result<Vec<Chip>, Failure> {
    let mut chips = Vec::new();
    for show in SHOWS {
        let label = frame.t(&format!("agents-show-{show}"));
        // Looking for what came twice costs more than a list is worth that shows something else.
        let count = match show {
            "twice" => None,
            show => Some(pages.centre.queue_length(&signed_in.agent, &narrowed(show)).await?),
        };
        let label = match count {
            None => label,
            Some(Length { number, more }) => format!("{label} {number}{}", if more { "+" } else { "" }),
        };
        let address = if show == "all" { FILTER.to_owned() } else { format!("{FILTER}?show={show}") };
        chips.push(Chip { id: show, label, address, current: show == current });
    }
    Ok(chips)
}
