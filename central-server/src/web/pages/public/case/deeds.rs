//! What a citizen does with a complaint: a page for each deed, and what comes of it. Whether it is possible decides the
//! centre; a page that was opened too early or too late says so.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{Rate, Status};
use jiff::civil::Date;

use super::{Opened, case_address, open};
use crate::casework::DeedOutcome;
use crate::portal::{CitizenDeed, Limited, Possible};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Text, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::filing::too_often;
use crate::web::pages::public::guest::must_have_written;
use crate::web::pages::public::uploads::{self, Upload};
use crate::web::pages::visit::Visit;

/// The deeds that have a form of their own with nothing but a text, and the one with documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Documents,
    Remark,
    Rate,
    Reopen,
    Appeal,
    Withdraw,
}

impl Deed {
    /// In the order in which they are offered.
    pub(super) const ALL: [Self; 6] =
        [Self::Documents, Self::Remark, Self::Rate, Self::Reopen, Self::Appeal, Self::Withdraw];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Remark => "remark",
            Self::Rate => "rate",
            Self::Reopen => "reopen",
            Self::Appeal => "appeal",
            Self::Withdraw => "withdraw",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.word() == word)
    }

    /// Whether it is possible, and up to which day where there is one.
    pub(super) fn is_possible(self, possible: &Possible) -> (bool, Option<Date>) {
        let until = |day: Option<Date>| (day.is_some(), day);
        match self {
            Self::Documents => (possible.documents, None),
            Self::Remark => (possible.remark, None),
            Self::Rate => until(possible.rate),
            Self::Reopen => until(possible.reopen),
            Self::Appeal => until(possible.appeal),
            Self::Withdraw => (possible.withdraw, None),
        }
    }

    /// Whether it needs words.
    fn needs_text(self) -> bool {
        matches!(self, Self::Remark | Self::Reopen | Self::Appeal)
    }
}

#[derive(Template)]
#[template(path = "portal/deed.html")]
struct DeedPage {
    frame: Frame,
    faults: Faults,
    deed: &'static str,
    reference: String,
    subject: String,
    case: String,
    word: String,
    title: String,
    lead: String,
    button: String,
    text: String,
    needs_text: bool,
    stars: Vec<(u8, String, bool)>,
    asked: Vec<(String, Option<String>)>,
    /// The clock stands until everything is here.
    is_waiting: bool,
    is_all: bool,
    hint: String,
}

/// What was typed into the form of a deed.
#[derive(Default)]
struct Filled {
    text: Text,
    stars: Option<u8>,
    is_all: bool,
}

impl DeedPage {
    fn new(
        (frame, pages): (Frame, &Pages),
        (deed, opened, possible): (Deed, &Opened, &Possible),
        filled: &Filled,
        faults: Faults,
    ) -> Self {
        let complaint = &opened.complaint;
        let kind = &complaint.register.kind;
        let word = deed.word();
        let day = |days: i32| complaints::date_from_days(days).map(|day| frame.day(day));
        let star =
            |stars: u8| (stars, frame.t(&format!("portal-stars-{stars}")), filled.stars == Some(stars));
        let asked = possible.asked.iter().map(|asked| (asked.what.clone(), asked.until.and_then(day)));
        Self {
            deed: word,
            reference: complaint.register.reference.to_string(),
            subject: complaint.register.subject.clone(),
            case: case_address(complaint),
            word: opened.guest.token.form_word(),
            title: frame.of_kind(&format!("portal-deed-{word}"), kind),
            lead: frame.of_kind(&format!("portal-deed-{word}-lead"), kind),
            button: frame.of_kind(&format!("portal-deed-{word}-button"), kind),
            text: filled.text.clean.clone(),
            needs_text: deed.needs_text(),
            stars: if deed == Deed::Rate { (1..=5).rev().map(star).collect() } else { Vec::new() },
            asked: asked.collect(),
            is_waiting: complaint.status == Status::WaitingDocuments,
            is_all: filled.is_all,
            hint: uploads::hint(&frame, pages.profile()),
            faults,
            frame,
        }
    }
}

/// `GET /case/{reference}/{deed}`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((reference, deed)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let deed = Deed::of(&deed).ok_or(Failure::NotFound)?;
    asked(&pages, &visit, &headers, &reference, deed).await
}

/// `GET /case/{reference}/documents`
pub(in crate::web::pages) async fn ask_documents(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    asked(&pages, &visit, &headers, &reference, Deed::Documents).await
}

async fn asked(
    pages: &Pages,
    visit: &Visit,
    headers: &HeaderMap,
    reference: &str,
    deed: Deed,
) -> Result<Response, Failure> {
    let opened = match open(pages, visit, headers, reference).await? {
        Ok(opened) => opened,
        Err(other) => return Ok(other),
    };
    let filled = Filled { is_all: true, ..Filled::default() };
    shown(pages, visit, (deed, &opened), &filled, Faults::default())
}

fn shown(
    pages: &Pages,
    visit: &Visit,
    (deed, opened): (Deed, &Opened),
    filled: &Filled,
    faults: Faults,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let possible = Possible::of(&opened.complaint, pages.profile().portal, pages.centre.now().date());
    if !deed.is_possible(&possible).0 {
        return refused(frame, deed, opened, filled);
    }
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(status, &DeedPage::new((frame, pages), (deed, opened, &possible), filled, faults))
}

/// What is said when it cannot be done (any more).
#[derive(Template)]
#[template(path = "portal/refused.html")]
struct Refused {
    frame: Frame,
    title: String,
    text: String,
    case: String,
    /// What was typed, to be copied.
    kept: String,
}

fn refused(frame: Frame, deed: Deed, opened: &Opened, filled: &Filled) -> Result<Response, Failure> {
    let key = format!("portal-refused-{}", deed.word());
    let refused = Refused {
        title: frame.t("portal-refused-title"),
        text: frame.of_kind(&key, &opened.complaint.register.kind),
        case: case_address(&opened.complaint),
        kept: filled.text.clean.clone(),
        frame,
    };
    page(StatusCode::CONFLICT, &refused)
}

/// `POST /case/{reference}/{deed}`, for all but documents.
pub(in crate::web::pages) async fn act(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((reference, deed)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Failure> {
    let deed = Deed::of(&deed).ok_or(Failure::NotFound)?;
    let opened = match open(&pages, &visit, &headers, &reference).await? {
        Ok(opened) => opened,
        Err(other) => return Ok(other),
    };
    must_have_written(&opened.guest, typed.get("word"))?;
    let frame = Frame::new(pages.profile(), &visit);
    let stars = typed.get("stars").parse().ok().filter(|stars| (1..=5).contains(stars));
    let filled = Filled { text: typed.text("text"), stars, is_all: false };
    let faults = faults(&frame, deed, &filled);
    match written(deed, &filled).filter(|_| faults.is_empty()) {
        Some(written) => done(&pages, &visit, (deed, opened), (&written, &filled)).await,
        None => shown(&pages, &visit, (deed, &opened), &filled, faults),
    }
}

fn faults(frame: &Frame, deed: Deed, filled: &Filled) -> Faults {
    let mut faults = Faults::default();
    if deed == Deed::Rate && filled.stars.is_none() {
        faults.add("stars-5", frame.t("portal-stars-missing"));
    }
    let missing = format!("portal-deed-{}-missing", deed.word());
    let missing = deed.needs_text().then_some(missing.as_str());
    faults.add_if("text", filled.text.message(frame, missing));
    faults
}

fn written(deed: Deed, filled: &Filled) -> Option<CitizenDeed> {
    let words = filled.text.taken();
    match deed {
        Deed::Remark => words.map(CitizenDeed::Remark),
        Deed::Rate => filled.stars.map(|stars| CitizenDeed::Rate(Rate { stars, text: words })),
        Deed::Reopen => words.map(CitizenDeed::Reopen),
        Deed::Appeal => words.map(CitizenDeed::Appeal),
        Deed::Withdraw => Some(CitizenDeed::Withdraw(words)),
        Deed::Documents => None,
    }
}

async fn done(
    pages: &Pages,
    visit: &Visit,
    (deed, opened): (Deed, Opened),
    (written, filled): (&CitizenDeed, &Filled),
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let unnamed = frame.t("portal-author");
    let outcome = pages.centre.citizen_deed(&opened.guest, opened.complaint.id, written, &unnamed).await?;
    match outcome {
        DeedOutcome::Done(complaint) => {
            let address = format!("{}?done={}", case_address(&complaint), deed.word());
            Ok(Redirect::to(&address).into_response())
        }
        _ => refused(frame, deed, &opened, filled),
    }
}

/// `POST /case/{reference}/documents`
pub(in crate::web::pages) async fn add_documents(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(reference): Path<String>,
    form: Multipart,
) -> Result<Response, Failure> {
    let opened = match open(&pages, &visit, &headers, &reference).await? {
        Ok(opened) => opened,
        Err(other) => return Ok(other),
    };
    if !pages.centre.count_try(Limited::Documents, &visit.line.to_string()).await? {
        return too_often(&pages, &visit, Limited::Documents);
    }
    let frame = Frame::new(pages.profile(), &visit);
    let guest = opened.guest.clone();
    let Upload { typed, files, mut faults } =
        uploads::read(&pages, &frame, form, |word| must_have_written(&guest, word)).await?;
    let is_all = typed.contains_key("all");
    let filled = Filled { is_all, ..Filled::default() };
    if files.is_empty() && faults.is_empty() {
        faults.add("files", frame.t("portal-upload-missing"));
    }
    if files.is_empty() {
        return shown(&pages, &visit, (Deed::Documents, &opened), &filled, faults);
    }
    // What is right is taken; while another file was wrong, not everything is here.
    let names: Vec<String> = files.iter().map(|sent| sent.name.clone()).collect();
    let deed = CitizenDeed::Documents(files, is_all && faults.is_empty());
    if faults.is_empty() {
        return done(&pages, &visit, (Deed::Documents, opened), (&deed, &filled)).await;
    }
    let unnamed = frame.t("portal-author");
    match pages.centre.citizen_deed(&opened.guest, opened.complaint.id, &deed, &unnamed).await? {
        DeedOutcome::Done(complaint) => {
            faults.add("files", frame.one("portal-upload-taken", "names", &names.join(frame.comma())));
            let opened = Opened { complaint, ..opened };
            shown(&pages, &visit, (Deed::Documents, &opened), &filled, faults)
        }
        _ => refused(frame, Deed::Documents, &opened, &filled),
    }
}
