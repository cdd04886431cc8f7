//! What the unit does with what came in: pass it on, put it together with another one, ask the citizen, or hand it to an
//! office. Then the next one is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::{
    Body, ChangeStatus, Complaint, ComplaintId, CorrectField, Field, HandOver, OfficeCode, Relation,
    RequestDocument, Route, Status, Triage,
};

use super::{FILTER, Filter, Unfinished};
use crate::access::{Right, is_restricted, is_urgent};
use crate::casework::{DeedOutcome, Putting};
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::agents::case::Notice;
use crate::web::pages::agents::deeds::{Draft, news};
use crate::web::pages::agents::session::SignedIn;
use crate::web::pages::agents::sign_in;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::{Visit, address};

/// What can be done on this page.
const DEEDS: [&str; 6] = ["pass", "together", "continues", "apart", "ask", "over"];

/// What a form asks the centre to do.
enum Meant {
    Deeds(Vec<Body>),
    Put(ComplaintId, Putting),
}

/// `POST /agents/filter`
pub(in crate::web::pages) async fn act(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else {
        return sign_in::again(&pages, &visit, FILTER, &typed.text("text").clean);
    };
    signed_in.must(Right::Filter)?;
    let deed = DEEDS.into_iter().find(|known| *known == typed.get("deed")).ok_or(Failure::NotFound)?;
    let id: ComplaintId = typed.get("complaint").parse().map_err(|_| Failure::NotFound)?;
    let found = pages.centre.complaint(id).await?;
    let complaint = found.ok_or(Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), &visit);
    let act = Act { pages: &pages, visit: &visit, frame, signed_in: &signed_in, deed, typed: &typed };
    if !signed_in.wrote(typed.get("word")) {
        let text = act.frame.t("agents-token");
        return act.stopped(id, StatusCode::FORBIDDEN, Faults::default(), Some(act.refused(text))).await;
    }
    let meant = match act.read(&complaint) {
        Ok(meant) => meant,
        Err(faults) => return act.stopped(id, StatusCode::UNPROCESSABLE_ENTITY, faults, None).await,
    };
    let seen: u32 = typed.get("version").parse().unwrap_or(0);
    let outcome = match meant {
        Meant::Deeds(bodies) => pages.centre.deeds(&signed_in.agent, id, Some(seen), &bodies).await,
        Meant::Put(other, putting) => pages.centre.put(&signed_in.agent, (id, seen), other, putting).await,
    };
    act.answer(id, seen, outcome).await
}

struct Act<'a> {
    pages: &'a Pages,
    visit: &'a Visit,
    frame: Frame,
    signed_in: &'a SignedIn,
    deed: &'static str,
    typed: &'a Typed,
}

impl Act<'_> {
    fn read(&self, complaint: &Complaint) -> Result<Meant, Faults> {
        let mut faults = Faults::default();
        let other = || self.typed.get("other").parse::<ComplaintId>().ok();
        let put = |putting| other().map(|other| Meant::Put(other, putting));
        let meant = match self.deed {
            "pass" => self.pass(complaint, &mut faults).map(Meant::Deeds),
            "together" => put(Putting::Together),
            "continues" => put(Putting::Linked(Relation::Continues)),
            "apart" => put(Putting::Apart),
            "ask" => self.ask(complaint, &mut faults).map(Meant::Deeds),
            _ => self.hand_over(complaint, &mut faults).map(Meant::Deeds),
        };
        meant.filter(|_| faults.is_empty()).ok_or(faults)
    }

    /// The matter is corrected and the marks are set before it goes on its way, all at once.
    fn pass(&self, complaint: &Complaint, faults: &mut Faults) -> Option<Vec<Body>> {
        let profile = self.pages.profile();
        let mut bodies = Vec::new();
        let category = self.typed.line("category");
        if profile.category(&category).is_none() {
            faults.add("pass-category", self.frame.t("agents-category-missing"));
        } else if category != complaint.register.category {
            bodies.push(Body::CorrectField(CorrectField {
                field: Field::Category,
                from: Some(complaint.register.category.clone()),
                to: Some(category),
            }));
        }
        let triage =
            Triage { urgent: self.typed.ticked("urgent"), restricted: self.typed.ticked("restricted") };
        let stands =
            Triage { urgent: is_urgent(complaint, profile), restricted: is_restricted(complaint, profile) };
        if triage != stands {
            bodies.push(Body::Triage(triage));
        }
        let to = self.typed.line("to");
        if profile.institutions.get(&to).is_none_or(|it| it.is_to_be_named()) {
            faults.add("pass-to", self.frame.t("agents-route-missing"));
        }
        let remark = self.typed.text("remark");
        faults.add_if("pass-remark", remark.message(&self.frame, None));
        bodies.push(Body::Route(Route { to, text: remark.taken() }));
        Some(bodies)
    }

    fn ask(&self, complaint: &Complaint, faults: &mut Faults) -> Option<Vec<Body>> {
        let what = self.typed.text("text");
        faults.add_if("ask-text", what.message(&self.frame, Some("agents-ask-missing")));
        let mut bodies = vec![Body::RequestDocument(RequestDocument { what: what.taken()?, until: None })];
        let from = complaint.status;
        if from.next().contains(&Status::WaitingDocuments) {
            bodies.push(Body::ChangeStatus(ChangeStatus { from, to: Status::WaitingDocuments, text: None }));
        }
        Some(bodies)
    }

    /// The office deals with it from now on, so that it waits here no longer.
    fn hand_over(&self, complaint: &Complaint, faults: &mut Faults) -> Option<Vec<Body>> {
        let to: Option<OfficeCode> = self.typed.line("office").parse().ok();
        let to = to.filter(|to| self.pages.profile().offices.contains_key(to));
        if to.is_none() {
            faults.add("over-to", self.frame.t("agents-over-missing"));
        }
        let text = self.typed.text("text");
        faults.add_if("over-text", text.message(&self.frame, None));
        let over = Body::HandOver(HandOver { to: to?, text: text.taken() });
        let from = complaint.status;
        let begins = from.next().contains(&Status::InProgress);
        let begun = Body::ChangeStatus(ChangeStatus { from, to: Status::InProgress, text: None });
        Some(begins.then_some(begun).into_iter().chain([over]).collect())
    }

    async fn answer(
        &self,
        id: ComplaintId,
        seen: u32,
        outcome: Result<DeedOutcome, CentreError>,
    ) -> Result<Response, Failure> {
        let (status, notice) = match outcome {
            Ok(DeedOutcome::Done(_)) => return Ok(Redirect::to(&self.after()).into_response()),
            Ok(DeedOutcome::Overtaken(now)) => {
                let title = self.frame.t("agents-overtaken-title");
                let text = self.frame.t("agents-overtaken");
                let news = news(&self.frame, self.pages, &now, seen);
                (StatusCode::CONFLICT, Notice { title, text, news })
            }
            Ok(DeedOutcome::ForOneAlone) => {
                let key = if self.deed == "ask" {
                    "agents-others-on-its-page"
                } else {
                    "agents-others-answer-first"
                };
                (StatusCode::CONFLICT, self.refused(self.frame.t(key)))
            }
            Ok(DeedOutcome::Refused(refusal)) => {
                let reason = self.frame.t(&format!("agents-refusal-{}", refusal.word()));
                (StatusCode::CONFLICT, self.refused(self.frame.one("agents-refused", "reason", &reason)))
            }
            Err(CentreError::Invalid(_)) => {
                (StatusCode::CONFLICT, self.refused(self.frame.t("agents-no-longer-possible")))
            }
            Err(error) if error.is_temporary() => {
                let (title, text) = (self.frame.t("centre-trouble-title"), self.frame.t("centre-trouble"));
                (StatusCode::SERVICE_UNAVAILABLE, Notice { title, text, news: Vec::new() })
            }
            Err(error) => return Err(error.into()),
        };
        self.stopped(id, status, Faults::default(), Some(notice)).await
    }

    /// The next one; what was told apart stays, because it still has to go somewhere.
    fn after(&self) -> String {
        let mut query = BTreeMap::from([("done".to_owned(), self.deed.to_owned())]);
        let stays = matches!(self.deed, "apart" | "continues");
        let next = if stays { self.typed.get("complaint") } else { self.typed.get("next") };
        if next.parse::<ComplaintId>().is_ok() {
            query.insert("id".to_owned(), next.to_owned());
        }
        if super::SHOWS.contains(&self.typed.get("show")) {
            query.insert("show".to_owned(), self.typed.get("show").to_owned());
        }
        address(FILTER, &query)
    }

    fn refused(&self, text: String) -> Notice {
        Notice { title: self.frame.t("agents-refused-title"), text, news: Vec::new() }
    }

    async fn stopped(
        &self,
        id: ComplaintId,
        status: StatusCode,
        faults: Faults,
        notice: Option<Notice>,
    ) -> Result<Response, Failure> {
        let draft = Draft { deed: self.deed, fields: self.typed.clean(), faults };
        let unfinished = Unfinished { draft, notice, complaint: Some(id) };
        let show = self.typed.get("show");
        let filter = Filter::new(self.pages, self.visit, self.signed_in, show, unfinished).await?;
        page(status, &filter)
    }
}
