//! What an agent does with a complaint. Each form says on which version it was written; whatever keeps it from being
//! taken, what was typed comes back with it. What the forms mean stands in `reading`.

mod reading;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{Complaint, ComplaintId, Reference, Status};

use super::case::{Notice, Unfinished, unfinished};
use super::session::SignedIn;
use super::{Desk, sign_in, story};
use crate::casework::DeedOutcome;
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;
use reading::{Form, Meant};

/// What may be done, by the word in the form's address.
const DEEDS: [&str; 17] = [
    "answer", "ask", "status", "note", "route", "back", "assign", "take", "triage", "over", "escalate",
    "tell", "link", "split", "withdraw", "retract", "insert",
];

/// A form as it was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Draft {
    /// Which form; empty: none was sent.
    pub(super) deed: &'static str,
    pub(super) fields: BTreeMap<String, String>,
    pub(super) faults: Faults,
}

impl Draft {
    /// What was typed into a field of the form of that deed.
    pub(super) fn at(&self, deed: &str, name: &str) -> &str {
        if self.deed == deed { self.fields.get(name).map_or("", String::as_str) } else { "" }
    }

    /// Whether a box was ticked whose name begins so and ends so.
    pub(super) fn ticked(&self, deed: &str, beginning: &str, end: &str) -> bool {
        self.deed == deed && self.fields.contains_key(&format!("{beginning}{end}"))
    }

    /// The text in the form of that deed.
    pub(super) fn text_of(&self, deed: &str) -> &str {
        self.at(deed, "text")
    }

    /// Whether that was chosen in a field of the form of that deed.
    pub(super) fn is(&self, deed: &str, name: &str, value: &str) -> bool {
        self.deed == deed && self.fields.get(name).is_some_and(|typed| typed == value)
    }

    /// Whether that was chosen in the form of that deed.
    pub(super) fn chose(&self, deed: &str, choice: &str) -> bool {
        self.is(deed, "choice", choice)
    }

    /// Whether the form of that deed was not sent, so that it shows what stands.
    pub(super) fn is_unsent(&self, deed: &str) -> bool {
        self.deed != deed
    }

    /// Whether a form was sent that is not the one of that deed.
    pub(super) fn is_other(&self, deed: &str) -> bool {
        !self.deed.is_empty() && self.deed != deed
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
    let deed = DEEDS.into_iter().find(|known| *known == deed).ok_or(Failure::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else {
        let kept = typed.text("text").clean;
        return sign_in::again(&pages, &visit, &format!("/agents/case/{reference}"), &kept);
    };
    let frame = Frame::new(pages.profile(), &visit);
    let act = Act { pages: &pages, visit: &visit, frame, signed_in: &signed_in, deed, typed: &typed };
    let id: ComplaintId = typed.get("complaint").parse().map_err(|_| Failure::NotFound)?;
    let complaint = pages.centre.complaint(id).await?;
    let shown = |it: &Complaint| it.register.reference == reference && act.sees(it);
    let Some(complaint) = complaint.filter(shown) else { return act.gone() };
    if !signed_in.wrote(typed.get("word")) {
        let too_old = act.refused(act.frame.t("agents-token"));
        return act.stopped(&complaint, StatusCode::FORBIDDEN, Faults::default(), Some(too_old)).await;
    }
    if deed == "insert" {
        return act.insert(&complaint).await;
    }
    let from: Status = typed.get("from").parse().unwrap_or(complaint.status);
    let form = Form { pages: &pages, frame: &act.frame, typed: &typed, complaint: &complaint };
    let meant = match form.read(deed, from, &signed_in.agent).await? {
        Ok(meant) => meant,
        Err(faults) => {
            return act.stopped(&complaint, StatusCode::UNPROCESSABLE_ENTITY, faults, None).await;
        }
    };
    let seen: u32 = typed.get("version").parse().unwrap_or(0);
    let outcome = act.carry_out(id, seen, meant).await;
    act.answer(&complaint, seen, outcome).await
}

/// One form that was sent.
struct Act<'a> {
    pages: &'a Pages,
    visit: &'a Visit,
    frame: Frame,
    signed_in: &'a SignedIn,
    deed: &'static str,
    typed: &'a Typed,
}

impl Act<'_> {
    fn sees(&self, complaint: &Complaint) -> bool {
        self.signed_in.agent.sight(complaint, self.pages.profile()).is_some()
    }

    async fn carry_out(&self, id: ComplaintId, seen: u32, meant: Meant) -> Result<DeedOutcome, CentreError> {
        let (centre, agent) = (&self.pages.centre, &self.signed_in.agent);
        match meant {
            Meant::Deeds(bodies) => {
                let to_others = self.typed.text("others").taken();
                centre.deeds_with(agent, (id, Some(seen)), &bodies, to_others.as_deref()).await
            }
            Meant::Put(other, putting) => centre.put(agent, (id, seen), other, putting).await,
            Meant::Split(split) => centre.split(agent, id, seen, &split).await,
        }
    }

    /// What to show after the centre has decided.
    async fn answer(
        &self,
        complaint: &Complaint,
        seen: u32,
        outcome: Result<DeedOutcome, CentreError>,
    ) -> Result<Response, Failure> {
        let (status, notice) = match outcome {
            Ok(DeedOutcome::Done(now)) => return Ok(Redirect::to(&self.after(&now)).into_response()),
            Ok(DeedOutcome::Overtaken(now)) if !self.sees(&now) => return self.gone(),
            Ok(DeedOutcome::Overtaken(now)) => {
                let (title, text) =
                    (self.frame.t("agents-overtaken-title"), self.frame.t("agents-overtaken"));
                let notice = Notice { title, text, news: self.news(&now, seen) };
                return self.stopped(&now, StatusCode::CONFLICT, Faults::default(), Some(notice)).await;
            }
            Ok(DeedOutcome::ForOneAlone) => return self.for_one_alone(complaint).await,
            Ok(DeedOutcome::Refused(refusal)) => {
                let reason = self.frame.t(&format!("agents-refusal-{}", refusal.word()));
                let text = self.frame.one("agents-refused", "reason", &reason);
                (StatusCode::CONFLICT, self.refused(text))
            }
            Err(CentreError::NotAllowed(_)) => {
                (StatusCode::FORBIDDEN, self.refused(self.frame.t("agents-not-allowed")))
            }
            // What was offered when the page was made is there no longer: an agent has left, another one is finished.
            Err(CentreError::Invalid(_)) => {
                (StatusCode::CONFLICT, self.refused(self.frame.t("agents-no-longer-possible")))
            }
            Err(error) if error.is_temporary() => {
                let (title, text) = (self.frame.t("centre-trouble-title"), self.frame.t("centre-trouble"));
                (StatusCode::SERVICE_UNAVAILABLE, Notice { title, text, news: Vec::new() })
            }
            Err(error) => return Err(error.into()),
        };
        self.stopped(complaint, status, Faults::default(), Some(notice)).await
    }

    /// What was written would reach citizens for whom it is not: they need a text of their own.
    async fn for_one_alone(&self, complaint: &Complaint) -> Result<Response, Failure> {
        let field = match self.deed {
            "answer" => "answer-others",
            "ask" => "ask-others",
            _ => {
                let notice = self.refused(self.frame.t("agents-others-answer-first"));
                return self.stopped(complaint, StatusCode::CONFLICT, Faults::default(), Some(notice)).await;
            }
        };
        let mut faults = Faults::default();
        faults.add(field, self.frame.t("agents-others-needed"));
        self.stopped(complaint, StatusCode::UNPROCESSABLE_ENTITY, faults, None).await
    }

    /// The complaint once more, with the form as it was typed.
    async fn stopped(
        &self,
        complaint: &Complaint,
        status: StatusCode,
        faults: Faults,
        notice: Option<Notice>,
    ) -> Result<Response, Failure> {
        let draft = Draft { deed: self.deed, fields: self.typed.clean(), faults };
        let form = Unfinished { draft, notice };
        unfinished(self.pages, self.visit, self.signed_in, complaint, (status, form)).await
    }

    /// The complaint once more, with a text from the templates behind what was typed.
    async fn insert(&self, complaint: &Complaint) -> Result<Response, Failure> {
        let into = if self.typed.get("into") == "ask" { "ask" } else { "answer" };
        let wanted = self.typed.get("template");
        let texts = self.pages.centre.templates(&self.signed_in.agent, false).await?;
        let mut fields = self.typed.clean();
        let mut faults = Faults::default();
        match texts.iter().find(|text| text.id.to_string() == wanted) {
            Some(text) => {
                let shown = self.signed_in.agent.sight(complaint, self.pages.profile());
                let citizen = shown.map(|sight| sight.shown(complaint).register.citizen.full_name());
                let reference = complaint.register.reference.to_string();
                let holder = institution_name(self.pages.profile(), &complaint.institution, &self.frame);
                let filled = text.filled(&reference, &citizen.unwrap_or_default(), holder);
                let typed = fields.entry("text".to_owned()).or_default();
                let gap = if typed.trim().is_empty() { "" } else { "\n\n" };
                *typed = format!("{}{gap}{filled}", typed.trim_end());
            }
            None if into == "ask" => faults.add("ask-template", self.frame.t("agents-template-choose")),
            None => faults.add("answer-template", self.frame.t("agents-template-choose")),
        }
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let form = Unfinished { draft: Draft { deed: into, fields, faults }, notice: None };
        unfinished(self.pages, self.visit, self.signed_in, complaint, (status, form)).await
    }

    /// When the complaint is with somebody else by now, or never was with this agent: the text comes back alone.
    fn gone(&self) -> Result<Response, Failure> {
        let mut frame = Frame::new(self.pages.profile(), self.visit);
        frame.languages.clear();
        let desk = Desk::new(&frame, self.pages.profile(), self.signed_in, None);
        let kept = self.typed.text("text").clean.trim().to_owned();
        page(StatusCode::NOT_FOUND, &Gone { frame, desk, kept })
    }

    fn refused(&self, text: String) -> Notice {
        Notice { title: self.frame.t("agents-refused-title"), text, news: Vec::new() }
    }

    /// Where to go after a deed: back to the complaint, or to the list when it is with somebody else now.
    fn after(&self, complaint: &Complaint) -> String {
        let deed = match (self.deed, self.typed.get("choice")) {
            ("link", "together") => "together",
            (deed, _) => deed,
        };
        if self.sees(complaint) {
            format!("/agents/case/{}?id={}&done={deed}", complaint.register.reference, complaint.id)
        } else {
            format!("/agents?done={deed}")
        }
    }

    /// What happened since that version, a line a step.
    fn news(&self, complaint: &Complaint, seen: u32) -> Vec<String> {
        news(&self.frame, self.pages, complaint, seen)
    }
}

/// What happened to a complaint since that version, a line a step.
pub(super) fn news(frame: &Frame, pages: &Pages, complaint: &Complaint, seen: u32) -> Vec<String> {
    let today = pages.centre.now().date();
    let seen = usize::try_from(seen).unwrap_or(usize::MAX);
    let entries = story::entries(frame, pages.profile(), complaint, today).into_iter().skip(seen);
    let comma = frame.comma();
    let line =
        |entry: story::Entry| format!("{} {}{comma}{}: {}", entry.day, entry.time, entry.name, entry.what);
    entries.map(line).collect()
}

/// A form for a complaint that this agent does not see.
#[derive(Template)]
#[template(path = "agents/gone.html")]
struct Gone {
    frame: Frame,
    desk: Desk,
    kept: String,
}
