//! The receipt of a complaint that an office took on the centre's pages, in the citizen's language, to be printed from
//! the browser. It says what a receipt of the desk says, without the square code: no computer of an office signs it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use complaints::profile::text_in;
use complaints::{Complaint, ComplaintId, Reference};
use locales::{Args, Language, Texts, dates, texts};

use super::case::seen;
use super::session::SignedIn;
use super::{Desk, sign_in};
use crate::access::Right;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::{Frame, comma_of, office_name};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/receipt.html")]
struct Receipt {
    frame: Frame,
    desk: Desk,
    id: String,
    reference: String,
    access_code: String,
    tag: &'static str,
    direction: &'static str,
    title: String,
    service: String,
    /// Of the receipt's language, not of the page's.
    comma: &'static str,
    office: String,
    recorded: String,
    facts: Vec<(String, String)>,
    labels: [String; 2],
    bring: Option<(String, Vec<String>)>,
    lines: Vec<String>,
}

/// `GET /agents/case/{reference}/receipt`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::Register)?;
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    let found = seen(&pages, &signed_in, &reference).await?;
    let asked: Option<ComplaintId> = visit.asked("id").parse().ok();
    let chosen = found.iter().find(|complaint| Some(complaint.id) == asked).or(found.first());
    let complaint = chosen.ok_or(Failure::NotFound)?;
    pages.centre.note_look(&signed_in.agent, complaint, "case").await?;
    page(StatusCode::OK, &Receipt::new(&pages, &visit, &signed_in, complaint))
}

impl Receipt {
    fn new(pages: &Pages, visit: &Visit, signed_in: &SignedIn, complaint: &Complaint) -> Self {
        let profile = pages.profile();
        let frame = Frame::new(profile, visit);
        let register = &complaint.register;
        let language: Language = register.language.parse().unwrap_or(frame.language);
        let words = texts(language);
        let of_kind = |key: &str| words.text_with(key, &Args::new().with("kind", register.kind.wording()));
        let recorded = complaint.recorded_at();
        let args = Args::new()
            .with("date", dates::long(language, recorded.date()))
            .with("time", dates::time(language, recorded.civil().time(), false));
        Self {
            desk: Desk::new(&frame, profile, signed_in, None),
            id: complaint.id.to_string(),
            reference: register.reference.to_string(),
            access_code: complaint.access_code().to_string(),
            tag: language.tag(),
            direction: language.direction(),
            title: of_kind("letters-receipt-title"),
            service: text_in(&profile.title, language.tag()).to_owned(),
            comma: comma_of(language),
            office: office_name(profile, complaint.office),
            recorded: words.text_with("letters-receipt-recorded", &args),
            facts: facts(words, pages, complaint),
            labels: ["letters-receipt-reference", "letters-receipt-access-code"].map(|key| words.text(key)),
            bring: bring(words, pages, complaint),
            lines: lines(words, pages, of_kind("letters-receipt-proves")),
            frame,
        }
    }
}

fn facts(words: &Texts, pages: &Pages, complaint: &Complaint) -> Vec<(String, String)> {
    let profile = pages.profile();
    let register = &complaint.register;
    let language = words.language();
    let matter = profile.category(&register.category).map_or_else(
        || register.category.clone(),
        |category| text_in(&category.name, language.tag()).to_owned(),
    );
    let place = register.place.clone().or_else(|| register.citizen.locality.clone()).unwrap_or_default();
    let due = complaint.due_on().map(|day| {
        words.text_with("letters-receipt-due-by", &Args::new().with("date", dates::long(language, day)))
    });
    let institution = profile.institutions.get(&complaint.institution);
    let institution =
        institution.map_or(complaint.institution.as_str(), |it| it.name_in(language.tag())).to_owned();
    let facts = [
        ("letters-receipt-citizen", register.citizen.full_name()),
        ("letters-receipt-matter", matter),
        ("letters-receipt-place", place),
        ("letters-receipt-institution", institution),
        ("letters-receipt-due", due.unwrap_or_default()),
    ];
    let said = facts.into_iter().filter(|(_, value)| !value.is_empty());
    said.map(|(key, value)| (words.text(key), value)).collect()
}

/// What the citizen still has to bring.
fn bring(words: &Texts, pages: &Pages, complaint: &Complaint) -> Option<(String, Vec<String>)> {
    let category = pages.profile().category(&complaint.register.category)?;
    let tag = words.language().tag();
    let paper = |needed: &complaints::profile::NeededDocument| {
        let args =
            Args::new().with("name", text_in(&needed.name, tag)).with("copies", text_in(&needed.copies, tag));
        words.text_with("letters-receipt-paper", &args)
    };
    let papers: Vec<String> = category.documents.iter().map(paper).collect();
    (!papers.is_empty()).then(|| (words.text("letters-receipt-bring"), papers))
}

fn lines(words: &Texts, pages: &Pages, proves: String) -> Vec<String> {
    let profile = pages.profile();
    let online = Args::new().with("url", profile.follow_url.as_str());
    let mut lines = vec![
        words.text("letters-receipt-offline-visit"),
        words.text_with("letters-receipt-online-visit", &online),
        proves,
        words.text("letters-receipt-code-secret"),
        words.text("letters-receipt-free"),
    ];
    if profile.follow_url.is_empty() {
        lines.remove(1);
    }
    lines
}
