//! What an agent does with a complaint: pass on, answer, change the status, note. Each form says on which version it
//! was written; whatever keeps it from being taken, the text comes back with it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{Answer, Body, ChangeStatus, Complaint, ComplaintId, Note, Reference, Route, Status};

use super::case::{Notice, Unfinished, unfinished};
use super::session::SignedIn;
use super::{Desk, sign_in, story};
use crate::casework::DeedOutcome;
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Text, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

/// What may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Answer,
    Route,
    Status,
    Note,
}

impl Deed {
    fn of(word: &str) -> Option<Self> {
        [Self::Answer, Self::Route, Self::Status, Self::Note].into_iter().find(|deed| deed.word() == word)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Route => "route",
            Self::Status => "status",
            Self::Note => "note",
        }
    }
}

/// A form as it was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Draft {
    /// Which form; empty: none was sent.
    pub(super) deed: &'static str,
    pub(super) text: String,
    /// What was chosen: an institution, a status, which answer, who reads.
    pub(super) choice: String,
    pub(super) faults: Faults,
}

impl Draft {
    /// The text in the form of that deed.
    pub(super) fn text_of(&self, deed: &str) -> &str {
        if self.deed == deed { &self.text } else { "" }
    }

    /// Whether that was chosen in the form of that deed.
    pub(super) fn chose(&self, deed: &str, choice: &str) -> bool {
        self.deed == deed && self.choice == choice
    }
}

/// `POST /agents/case/{reference}/{deed}`
pub(in crate::web::pages) async fn act(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((reference, deed)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Failure> {
    let deed = Deed::of(&deed).ok_or(Failure::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    let text = typed.text("text");
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else {
        return sign_in::again(&pages, &visit, &format!("/agents/case/{reference}"), &text.clean);
    };
    let frame = Frame::new(pages.profile(), &visit);
    let choice = typed.line("choice");
    let act = Act { pages: &pages, visit: &visit, frame, signed_in: &signed_in, deed, text: &text, choice };
    let id: ComplaintId = typed.get("complaint").parse().map_err(|_| Failure::NotFound)?;
    let complaint = pages.centre.complaint(id).await?;
    let shown = |it: &Complaint| it.register.reference == reference && signed_in.agent.may_see(it);
    let Some(complaint) = complaint.filter(shown) else { return act.gone() };
    if !signed_in.wrote(typed.get("word")) {
        let too_old = act.refused(act.frame.t("agents-token"));
        return act.stopped(&complaint, StatusCode::FORBIDDEN, Faults::default(), Some(too_old)).await;
    }
    let body = match act.write(typed.get("from").parse().unwrap_or(complaint.status)) {
        Ok(body) => body,
        Err(faults) => {
            return act.stopped(&complaint, StatusCode::UNPROCESSABLE_ENTITY, faults, None).await;
        }
    };
    let seen: u32 = typed.get("version").parse().unwrap_or(0);
    let outcome = pages.centre.deed(&signed_in.agent, id, Some(seen), body).await;
    act.answer(&complaint, seen, outcome).await
}

/// One form that was sent.
struct Act<'a> {
    pages: &'a Pages,
    visit: &'a Visit,
    frame: Frame,
    signed_in: &'a SignedIn,
    deed: Deed,
    text: &'a Text,
    choice: String,
}

impl Act<'_> {
    /// What to show after the centre has decided.
    async fn answer(
        &self,
        complaint: &Complaint,
        seen: u32,
        outcome: Result<DeedOutcome, CentreError>,
    ) -> Result<Response, Failure> {
        let (status, notice) = match outcome {
            Ok(DeedOutcome::Done(now)) => return Ok(Redirect::to(&self.after(&now)).into_response()),
            Ok(DeedOutcome::Overtaken(now)) if !self.signed_in.agent.may_see(&now) => return self.gone(),
            Ok(DeedOutcome::Overtaken(now)) => {
                let (title, text) =
                    (self.frame.t("agents-overtaken-title"), self.frame.t("agents-overtaken"));
                let notice = Notice { title, text, news: self.news(&now, seen) };
                return self.stopped(&now, StatusCode::CONFLICT, Faults::default(), Some(notice)).await;
            }
            Ok(DeedOutcome::Refused(refusal)) => {
                let reason = self.frame.t(&format!("agents-refusal-{}", refusal.word()));
                let text = self.frame.one("agents-refused", "reason", &reason);
                (StatusCode::CONFLICT, self.refused(text))
            }
            Err(CentreError::NotAllowed(_)) => {
                (StatusCode::FORBIDDEN, self.refused(self.frame.t("agents-not-allowed")))
            }
            Err(error) if error.is_temporary() => {
                let (title, text) = (self.frame.t("centre-trouble-title"), self.frame.t("centre-trouble"));
                (StatusCode::SERVICE_UNAVAILABLE, Notice { title, text, news: Vec::new() })
            }
            Err(error) => return Err(error.into()),
        };
        self.stopped(complaint, status, Faults::default(), Some(notice)).await
    }

    /// The complaint once more, with the form as it was typed.
    async fn stopped(
        &self,
        complaint: &Complaint,
        status: StatusCode,
        faults: Faults,
        notice: Option<Notice>,
    ) -> Result<Response, Failure> {
        let (text, choice) = (self.text.clean.clone(), self.choice.clone());
        let draft = Draft { deed: self.deed.word(), text, choice, faults };
        let form = Unfinished { draft, notice };
        unfinished(self.pages, self.visit, self.signed_in, complaint, (status, form)).await
    }

    /// When the complaint is with somebody else by now, or never was with this agent: the text comes back alone.
    fn gone(&self) -> Result<Response, Failure> {
        let mut frame = Frame::new(self.pages.profile(), self.visit);
        frame.languages.clear();
        let desk = Desk::new(&frame, self.pages.profile(), self.signed_in, None);
        page(StatusCode::NOT_FOUND, &Gone { frame, desk, kept: self.text.clean.trim().to_owned() })
    }

    fn refused(&self, text: String) -> Notice {
        Notice { title: self.frame.t("agents-refused-title"), text, news: Vec::new() }
    }

    /// Where to go after a deed: back to the complaint, or to the list when it is with somebody else now.
    fn after(&self, complaint: &Complaint) -> String {
        let deed = self.deed.word();
        if self.signed_in.agent.may_see(complaint) {
            format!("/agents/case/{}?id={}&done={deed}", complaint.register.reference, complaint.id)
        } else {
            format!("/agents?done={deed}")
        }
    }

    /// What happened since that version, a line a step.
    fn news(&self, complaint: &Complaint, seen: u32) -> Vec<String> {
        let today = self.pages.centre.now().date();
        let seen = usize::try_from(seen).unwrap_or(usize::MAX);
        let entries =
            story::entries(&self.frame, self.pages.profile(), complaint, today).into_iter().skip(seen);
        let comma = self.frame.comma();
        entries
            .map(|entry| format!("{} {}{comma}{}: {}", entry.day, entry.time, entry.name, entry.what))
            .collect()
    }

    /// Reads the form into the body of an operation; `from` is the status that its author saw.
    fn write(&self, from: Status) -> Result<Body, Faults> {
        let mut faults = Faults::default();
        let body = match self.deed {
            Deed::Answer => self.write_answer(&mut faults),
            Deed::Note => self.write_note(&mut faults),
            Deed::Route => self.write_route(&mut faults),
            Deed::Status => self.write_status(&mut faults, from),
        };
        body.filter(|_| faults.is_empty()).ok_or(faults)
    }

    fn write_answer(&self, faults: &mut Faults) -> Option<Body> {
        faults.add_if("answer-text", self.text.message(&self.frame, Some("agents-answer-missing")));
        let definitive = one_of(&self.choice, [("interim", false), ("final", true)]);
        if definitive.is_none() {
            faults.add("answer-interim", self.frame.t("agents-answer-which-missing"));
        }
        Some(Body::Answer(Answer { text: self.text.taken()?, definitive: definitive? }))
    }

    fn write_note(&self, faults: &mut Faults) -> Option<Body> {
        faults.add_if("note-text", self.text.message(&self.frame, Some("agents-note-missing")));
        let for_citizen = one_of(&self.choice, [("inside", false), ("citizen", true)]);
        if for_citizen.is_none() {
            faults.add("note-inside", self.frame.t("agents-note-who-missing"));
        }
        Some(Body::Note(Note { text: self.text.taken()?, for_citizen: for_citizen? }))
    }

    fn write_route(&self, faults: &mut Faults) -> Option<Body> {
        let known = self.pages.profile().institutions.contains_key(&self.choice);
        if !known {
            faults.add("route-to", self.frame.t("agents-route-missing"));
        }
        faults.add_if("route-text", self.text.message(&self.frame, None));
        known.then(|| Body::Route(Route { to: self.choice.clone(), text: self.text.taken() }))
    }

    fn write_status(&self, faults: &mut Faults, from: Status) -> Option<Body> {
        let to: Option<Status> = self.choice.parse().ok();
        if to.is_none() {
            faults.add("status-to", self.frame.t("agents-status-missing"));
        }
        faults.add_if("status-text", self.text.message(&self.frame, None));
        to.map(|to| Body::ChangeStatus(ChangeStatus { from, to, text: self.text.taken() }))
    }
}

/// A form for a complaint that this agent does not see.
#[derive(Template)]
#[template(path = "agents/gone.html")]
struct Gone {
    frame: Frame,
    desk: Desk,
    kept: String,
}

fn one_of(choice: &str, known: [(&str, bool); 2]) -> Option<bool> {
    known.into_iter().find(|(word, _)| *word == choice).map(|(_, meaning)| meaning)
}
