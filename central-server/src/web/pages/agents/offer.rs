//! What a page of a complaint offers to do. The rights say who may do what; here stands only what a form needs to be
//! filled in, and a form that makes no sense as the complaint stands is left out.

use complaints::profile::Profile;
use complaints::{Complaint, Status, StepMark};
use jiff::civil::Date;

use super::queue::institutions;
use super::session::SignedIn;
use crate::access::{Right, is_restricted, is_urgent};
use crate::casework::{Template, TemplateDeed};
use crate::error::CentreError;
use crate::people::Agent;
use crate::web::pages::Pages;
use crate::web::pages::frame::{Frame, category_name, institution_name};

/// The forms of a page, and what they offer to choose from. What is none or empty is not offered.
pub(super) struct Offer {
    pub(super) answer: bool,
    pub(super) ask: bool,
    pub(super) note: bool,
    pub(super) route: bool,
    pub(super) back: bool,
    pub(super) institutions: Vec<(String, String)>,
    pub(super) with: String,
    pub(super) statuses: Vec<(String, String)>,
    pub(super) from: Status,
    pub(super) take: bool,
    /// Whom it can be given to, by id; the first one is nobody.
    pub(super) colleagues: Vec<(String, String)>,
    pub(super) assigned: String,
    pub(super) triage: bool,
    pub(super) urgent: bool,
    pub(super) restricted: bool,
    pub(super) offices: Vec<(String, String)>,
    pub(super) escalate: Vec<(String, String)>,
    /// What the citizen is still to be told, and the ways to do so.
    pub(super) tell: Vec<String>,
    pub(super) ways: Vec<(String, String)>,
    pub(super) way: String,
    pub(super) link: bool,
    pub(super) relations: Vec<(String, String)>,
    pub(super) split: bool,
    pub(super) categories: Vec<(String, String)>,
    pub(super) kinds: Vec<(String, String)>,
    /// Id and name of each document.
    pub(super) documents: Vec<(String, String)>,
    pub(super) withdraw: bool,
    pub(super) interim_texts: Vec<(String, String)>,
    pub(super) request_texts: Vec<(String, String)>,
    /// The own steps that can be taken back.
    pub(super) mine: Vec<StepMark>,
}

impl Offer {
    /// What this agent may do with that complaint as it stands.
    pub(super) async fn new(
        frame: &Frame,
        pages: &Pages,
        signed_in: &SignedIn,
        complaint: &Complaint,
    ) -> Result<Self, CentreError> {
        let (profile, today) = (pages.profile(), pages.centre.now().date());
        let agent = &signed_in.agent;
        let open = !complaint.status.is_finished();
        let may = |right| open && agent.role.may(right);
        let mut texts = pages.centre.templates(agent, false).await?;
        texts.sort_by_key(|text| text.language != complaint.register.language);
        let statuses = statuses(frame, profile, agent, complaint);
        let institutions = match (may(Right::Route), may(Right::GiveBack)) {
            (true, _) => named_institutions(profile, frame, None, today),
            (false, true) => named_institutions(profile, frame, Some(&complaint.institution), today),
            (false, false) => Vec::new(),
        };
        Ok(Self {
            answer: may(Right::Answer),
            ask: may(Right::RequestDocument),
            note: agent.role.may(Right::Note),
            route: may(Right::Route),
            back: may(Right::GiveBack),
            institutions,
            with: institution_name(profile, &complaint.institution, frame).to_owned(),
            statuses,
            from: complaint.status,
            take: may(Right::Take) && !may(Right::Assign) && complaint.assignee.is_none(),
            colleagues: colleagues(frame, pages, agent, complaint, may(Right::Assign)).await?,
            assigned: complaint.assignee.as_ref().map(|it| it.name.clone()).unwrap_or_default(),
            triage: may(Right::Triage),
            urgent: is_urgent(complaint, profile),
            restricted: is_restricted(complaint, profile),
            offices: if may(Right::HandOver) { offices(profile, complaint, today) } else { Vec::new() },
            escalate: if may(Right::Escalate) { above(frame, profile, complaint) } else { Vec::new() },
            tell: if agent.role.may(Right::Tell) { to_tell(frame, profile, complaint) } else { Vec::new() },
            ways: ways(frame),
            way: complaint.to_tell().map(|tell| tell.way.word().to_owned()).unwrap_or_default(),
            link: may(Right::Merge),
            relations: ["related", "continues", "together"]
                .map(|word| (word.to_owned(), frame.t(&format!("agents-relation-{word}"))))
                .to_vec(),
            split: may(Right::Split),
            categories: if may(Right::Split) { categories(frame, profile, today) } else { Vec::new() },
            kinds: kinds(frame),
            documents: complaint
                .documents
                .iter()
                .map(|it| (it.attached.document.to_string(), it.attached.name.clone()))
                .collect(),
            withdraw: may(Right::Withdraw),
            interim_texts: titles(&texts, &[TemplateDeed::Interim, TemplateDeed::Final]),
            request_texts: titles(&texts, &[TemplateDeed::Request]),
            mine: mine(agent, complaint),
        })
    }
}

/// Id and title, after the language that the text is in.
fn titles(texts: &[Template], deeds: &[TemplateDeed]) -> Vec<(String, String)> {
    let fitting = texts.iter().filter(|text| deeds.contains(&text.deed));
    let title = |text: &Template| (text.id.to_string(), format!("{} ({})", text.title, text.language));
    fitting.map(title).collect()
}

/// The institutions without one, without those that only stand for another, and without those that are closed.
pub(super) fn named_institutions(
    profile: &Profile,
    frame: &Frame,
    without: Option<&str>,
    today: Date,
) -> Vec<(String, String)> {
    let mut all = institutions(profile, frame);
    all.retain(|(code, _)| {
        let is_named =
            profile.institutions.get(code).is_some_and(|it| !it.is_to_be_named() && it.is_open_on(today));
        is_named && without != Some(code.as_str())
    });
    all
}

fn statuses(frame: &Frame, profile: &Profile, agent: &Agent, complaint: &Complaint) -> Vec<(String, String)> {
    use complaints::{Body, ChangeStatus};
    let possible = |to: &&Status| {
        let body = Body::ChangeStatus(ChangeStatus { from: complaint.status, to: **to, text: None });
        agent.may_do(&body, complaint, profile)
    };
    let word = |to: &Status| {
        let key = format!("centre-status-{to}");
        (to.to_string(), frame.of_kind(&key, &complaint.register.kind))
    };
    complaint.status.next().iter().filter(possible).map(word).collect()
}

async fn colleagues(
    frame: &Frame,
    pages: &Pages,
    agent: &Agent,
    complaint: &Complaint,
    is_offered: bool,
) -> Result<Vec<(String, String)>, CentreError> {
    if !is_offered {
        return Ok(Vec::new());
    }
    let of_the_unit = agent.role.is_of_the_unit();
    let fits = |other: &&Agent| {
        let holds = other.institution.as_deref() == Some(complaint.institution.as_str());
        !other.disabled && (holds || (of_the_unit && other.role.is_of_the_unit()))
    };
    let all = pages.centre.agents().await?;
    let nobody = (String::new(), frame.t("agents-assign-nobody"));
    let named = all.iter().filter(fits).map(|other| (other.id.to_string(), other.name.clone()));
    Ok(std::iter::once(nobody).chain(named).collect())
}

/// Every office with an open counter but the one that holds it.
pub(super) fn offices(profile: &Profile, complaint: &Complaint, today: Date) -> Vec<(String, String)> {
    let others = profile
        .offices
        .iter()
        .filter(|(code, office)| **code != complaint.office && office.is_open_on(today));
    others.map(|(code, office)| (code.to_string(), office.name.clone())).collect()
}

/// The unit, and the institutions above the one that holds it.
fn above(frame: &Frame, profile: &Profile, complaint: &Complaint) -> Vec<(String, String)> {
    let mut chain = vec![("centre".to_owned(), frame.t("agents-escalate-unit"))];
    let mut at = profile.institutions.get(&complaint.institution);
    while let Some(institution) = at.filter(|it| !it.parent.is_empty() && chain.len() < 9) {
        chain.push((
            institution.parent.clone(),
            institution_name(profile, &institution.parent, frame).to_owned(),
        ));
        at = profile.institutions.get(&institution.parent);
    }
    chain
}

fn to_tell(frame: &Frame, profile: &Profile, complaint: &Complaint) -> Vec<String> {
    let Some(tell) = complaint.to_tell() else { return Vec::new() };
    let today = complaint.changed_at().date();
    let entries = super::story::entries(frame, profile, complaint, today);
    let untold = complaint
        .steps
        .iter()
        .zip(entries)
        .filter(|(step, _)| step.mark().is_some_and(|mark| tell.steps.contains(&mark)));
    untold.map(|(_, entry)| entry.what).collect()
}

fn ways(frame: &Frame) -> Vec<(String, String)> {
    let all = complaints::ContactWay::ALL.iter();
    all.map(|way| (way.word().to_owned(), frame.t(&format!("agents-contact-{way}")))).collect()
}

/// Every kind of what a citizen brings.
pub(super) fn kinds(frame: &Frame) -> Vec<(String, String)> {
    let all = complaints::Kind::ALL.iter();
    all.map(|kind| (kind.word().to_owned(), frame.t(&format!("centre-kind-{kind}")))).collect()
}

/// Every category that is open, in the order of the profile, after its heading.
pub(super) fn categories(frame: &Frame, profile: &Profile, today: Date) -> Vec<(String, String)> {
    let all = profile.open_categories(today);
    all.map(|category| (category.code.clone(), category_name(profile, &category.code, frame))).collect()
}

fn mine(agent: &Agent, complaint: &Complaint) -> Vec<StepMark> {
    if !agent.role.may(Right::Note) {
        return Vec::new();
    }
    let own = complaint.steps.iter().filter(|step| agent.did(&step.author));
    own.filter_map(|step| step.mark()).filter(|mark| complaint.may_retract(*mark, &agent.author())).collect()
}
