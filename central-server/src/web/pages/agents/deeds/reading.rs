//! What the forms of a complaint mean: each is read into what the centre is asked to do, or into what is wrong with it,
//! field by field.

use complaints::{
    Answer, Assign, Assignee, Body, ChangeStatus, Complaint, ComplaintId, ContactWay, DocumentId, Escalate,
    HandOver, Kind, Note, OfficeCode, Reach, Reference, Relation, RequestDocument, Retract, Route, Status,
    StepMark, Tell, Triage, Withdraw, days_since_1970,
};
use jiff::civil::Date;

use crate::casework::{Putting, Split};
use crate::error::CentreError;
use crate::people::Agent;
use crate::web::pages::Pages;
use crate::web::pages::forms::{Faults, Text, Typed};
use crate::web::pages::frame::Frame;

/// What a form asks the centre to do.
pub(super) enum Meant {
    /// These, one after the other.
    Deeds(Vec<Body>),
    /// Something with this complaint and another one.
    Put(ComplaintId, Putting),
    /// Making two of it.
    Split(Split),
}

/// A form that was sent about a complaint.
pub(super) struct Form<'a> {
    pub(super) pages: &'a Pages,
    pub(super) frame: &'a Frame,
    pub(super) typed: &'a Typed,
    pub(super) complaint: &'a Complaint,
}

impl Form<'_> {
    /// Reads the form of that deed; `from` is the status that its author saw.
    ///
    /// # Errors
    /// The store's. What is wrong with the form is a value.
    pub(super) async fn read(
        &self,
        deed: &str,
        from: Status,
        agent: &Agent,
    ) -> Result<Result<Meant, Faults>, CentreError> {
        let mut faults = Faults::default();
        let one = |body: Option<Body>| body.map(|body| Meant::Deeds(vec![body]));
        let meant = match deed {
            "answer" => one(self.answer(&mut faults)),
            "ask" => self.ask(&mut faults, from).map(Meant::Deeds),
            "status" => one(self.status(&mut faults, from)),
            "note" => one(self.note(&mut faults)),
            "route" => one(self.route(&mut faults)),
            "back" => one(self.back(&mut faults)),
            "assign" => one(self.assign(&mut faults).await?),
            "take" => one(Some(Body::Assign(Assign { to: Some(assignee(agent)) }))),
            "triage" => one(Some(Body::Triage(self.triage()))),
            "over" => one(self.hand_over(&mut faults)),
            "escalate" => one(self.escalate(&mut faults)),
            "tell" => one(self.tell(&mut faults)),
            "link" => self.link(&mut faults).await?,
            "split" => self.split(&mut faults).map(Meant::Split),
            "withdraw" => one(self.withdraw(&mut faults)),
            _ => one(self.retract(&mut faults)),
        };
        Ok(meant.filter(|_| faults.is_empty()).ok_or(faults))
    }

    fn text(&self) -> Text {
        self.typed.text("text")
    }

    fn choice(&self) -> String {
        self.typed.line("choice")
    }

    /// A text that may be empty, noting what is wrong with it.
    fn remark(&self, field: &'static str, faults: &mut Faults) -> Option<String> {
        let text = self.text();
        faults.add_if(field, text.message(self.frame, None));
        text.taken()
    }

    /// A text that may not be empty.
    fn needed(&self, field: &'static str, empty: &str, faults: &mut Faults) -> Option<String> {
        let text = self.text();
        faults.add_if(field, text.message(self.frame, Some(empty)));
        text.taken()
    }

    /// What is wrong with the text for the citizens of others; it may be empty.
    fn check_others(&self, field: &'static str, faults: &mut Faults) {
        faults.add_if(field, self.typed.text("others").message(self.frame, None));
    }

    fn answer(&self, faults: &mut Faults) -> Option<Body> {
        self.check_others("answer-others", faults);
        let text = self.needed("answer-text", "agents-answer-missing", faults);
        let definitive = one_of(&self.choice(), [("interim", false), ("final", true)]);
        if definitive.is_none() {
            faults.add("answer-interim", self.frame.t("agents-answer-which-missing"));
        }
        Some(Body::Answer(Answer { text: text?, definitive: definitive? }))
    }

    /// Asking stops the clock, where the status lets it.
    fn ask(&self, faults: &mut Faults, from: Status) -> Option<Vec<Body>> {
        self.check_others("ask-others", faults);
        let what = self.needed("ask-text", "agents-ask-missing", faults);
        let until = self.typed.line("until");
        let day = until.parse::<Date>().ok();
        let today = self.pages.centre.now().date();
        if !until.is_empty() && day.is_none_or(|day| day < today) {
            faults.add("ask-until", self.frame.t("agents-ask-until-wrong"));
        }
        let mut bodies =
            vec![Body::RequestDocument(RequestDocument { what: what?, until: day.map(days_since_1970) })];
        if from.next().contains(&Status::WaitingDocuments) {
            let change = ChangeStatus { from, to: Status::WaitingDocuments, text: None };
            bodies.push(Body::ChangeStatus(change));
        }
        Some(bodies)
    }

    fn note(&self, faults: &mut Faults) -> Option<Body> {
        let text = self.needed("note-text", "agents-note-missing", faults);
        let for_citizen = one_of(&self.choice(), [("inside", false), ("citizen", true)]);
        if for_citizen.is_none() {
            faults.add("note-inside", self.frame.t("agents-note-who-missing"));
        }
        Some(Body::Note(Note { text: text?, for_citizen: for_citizen? }))
    }

    fn route(&self, faults: &mut Faults) -> Option<Body> {
        let to = self.choice();
        let known = self.pages.profile().institutions.get(&to).is_some_and(|it| !it.is_to_be_named());
        if !known {
            faults.add("route-to", self.frame.t("agents-route-missing"));
        }
        let text = self.remark("route-text", faults);
        known.then_some(Body::Route(Route { to, text }))
    }

    /// “It is not ours”: back to the unit, or to whom it belongs.
    fn back(&self, faults: &mut Faults) -> Option<Body> {
        let profile = self.pages.profile();
        let choice = self.choice();
        let to = if choice == "unit" { profile.unit.clone() } else { Some(choice) };
        let to = to.filter(|to| profile.institutions.get(to).is_some_and(|it| !it.is_to_be_named()));
        if to.is_none() {
            faults.add("back-to", self.frame.t("agents-back-where-missing"));
        }
        let text = self.needed("back-text", "agents-back-why-missing", faults);
        Some(Body::Route(Route { to: to?, text: Some(text?) }))
    }

    fn status(&self, faults: &mut Faults, from: Status) -> Option<Body> {
        let to: Option<Status> = self.choice().parse().ok();
        if to.is_none() {
            faults.add("status-to", self.frame.t("agents-status-missing"));
        }
        let text = self.remark("status-text", faults);
        to.map(|to| Body::ChangeStatus(ChangeStatus { from, to, text }))
    }

    async fn assign(&self, faults: &mut Faults) -> Result<Option<Body>, CentreError> {
        let choice = self.choice();
        if self.typed.get("choice").is_empty() {
            return Ok(Some(Body::Assign(Assign { to: None })));
        }
        let all = self.pages.centre.agents().await?;
        let to = all.iter().find(|agent| agent.id.to_string() == choice && !agent.disabled).map(assignee);
        if to.is_none() {
            faults.add("assign-to", self.frame.t("agents-assign-missing"));
        }
        Ok(to.map(|to| Body::Assign(Assign { to: Some(to) })))
    }

    fn triage(&self) -> Triage {
        Triage { urgent: self.typed.ticked("urgent"), restricted: self.typed.ticked("restricted") }
    }

    fn hand_over(&self, faults: &mut Faults) -> Option<Body> {
        let to: Option<OfficeCode> = self.choice().parse().ok();
        let to = to.filter(|to| self.pages.profile().offices.contains_key(to));
        if to.is_none() {
            faults.add("over-to", self.frame.t("agents-over-missing"));
        }
        let text = self.remark("over-text", faults);
        to.map(|to| Body::HandOver(HandOver { to, text }))
    }

    fn escalate(&self, faults: &mut Faults) -> Option<Body> {
        let choice = self.choice();
        let known = choice == "centre" || self.pages.profile().institutions.contains_key(&choice);
        if !known {
            faults.add("escalate-to", self.frame.t("agents-escalate-missing"));
        }
        let text = self.needed("escalate-text", "agents-escalate-why-missing", faults)?;
        let to = Some(choice).filter(|choice| choice != "centre");
        known.then_some(Body::Escalate(Escalate { to, text }))
    }

    fn tell(&self, faults: &mut Faults) -> Option<Body> {
        let way: Option<ContactWay> = self.typed.line("way").parse().ok();
        if way.is_none() {
            faults.add("tell-way", self.frame.t("agents-tell-way-missing"));
        }
        let reached = one_of(&self.choice(), [("reached", true), ("not_reached", false)]);
        if reached.is_none() {
            faults.add("tell-reached", self.frame.t("agents-tell-reach-missing"));
        }
        let text = self.remark("tell-text", faults);
        let steps = self.complaint.to_tell().map(|tell| tell.steps).unwrap_or_default();
        let reach = if reached? { Reach::Reached } else { Reach::NotReached };
        let mut steps = steps;
        steps.sort_unstable();
        Some(Body::Tell(Tell { steps, way: way?, reach, text }))
    }

    async fn link(&self, faults: &mut Faults) -> Result<Option<Meant>, CentreError> {
        let putting = match self.choice().as_str() {
            "related" => Some(Putting::Linked(Relation::Related)),
            "continues" => Some(Putting::Linked(Relation::Continues)),
            "together" => Some(Putting::Together),
            _ => None,
        };
        if putting.is_none() {
            faults.add("link-how", self.frame.t("agents-link-how-missing"));
        }
        let reference: Option<Reference> = self.typed.line("reference").parse().ok();
        let found = match &reference {
            Some(reference) => self.pages.centre.case(reference).await?,
            None => Vec::new(),
        };
        let other = found.iter().find(|other| other.id != self.complaint.id).map(|other| other.id);
        if other.is_none() {
            faults.add("link-reference", self.frame.t("agents-link-reference-wrong"));
        }
        Ok(other.zip(putting).map(|(other, putting)| Meant::Put(other, putting)))
    }

    fn split(&self, faults: &mut Faults) -> Option<Split> {
        let profile = self.pages.profile();
        let category = self.typed.line("category");
        let known = profile.category(&category).is_some();
        if !known {
            faults.add("split-category", self.frame.t("agents-category-missing"));
        }
        let kind: Option<Kind> = self.typed.line("kind").parse().ok();
        if kind.is_none() {
            faults.add("split-kind", self.frame.t("agents-kind-missing"));
        }
        let text = self.needed("split-text", "agents-split-text-missing", faults);
        let subject = self.typed.line("subject");
        if subject.chars().count() > 200 {
            faults.add("split-subject", self.frame.t("agents-subject-long"));
        }
        let documents = self.typed.named("document-").filter_map(|hash| hash.parse::<DocumentId>().ok());
        let places: Vec<&str> = [&self.complaint.register.place, &self.complaint.register.citizen.locality]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        let proposal = profile.proposal(&category, &places);
        let institution = proposal.map(|proposal| proposal.institution.to_owned());
        let documents = documents.collect();
        let (kind, text) = (kind?, text?);
        known.then_some(Split { kind, category, institution, subject, text, documents })
    }

    fn withdraw(&self, faults: &mut Faults) -> Option<Body> {
        let text = self.remark("withdraw-text", faults);
        if !self.typed.ticked("sure") {
            faults.add("withdraw-sure", self.frame.t("agents-withdraw-sure-missing"));
        }
        Some(Body::Withdraw(Withdraw { text }))
    }

    fn retract(&self, faults: &mut Faults) -> Option<Body> {
        let step: Option<StepMark> = self.typed.get("step").parse().ok();
        if step.is_none() {
            faults.add("story", self.frame.t("agents-retract-missing"));
        }
        step.map(|step| Body::Retract(Retract { step }))
    }
}

fn assignee(agent: &Agent) -> Assignee {
    Assignee { agent: agent.id.bytes(), name: agent.name.clone() }
}

fn one_of(choice: &str, known: [(&str, bool); 2]) -> Option<bool> {
    known.into_iter().find(|(word, _)| *word == choice).map(|(_, meaning)| meaning)
}
