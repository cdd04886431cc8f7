//! Which operations are news, and to whom: citizens who agreed to be written to, agents whom it concerns, and systems of
//! institutions. Queued in the transaction in which the operations are taken in.
//!
//! A citizen who agreed neither to e-mail nor to SMS gets nothing from here: an office tells them.

use std::collections::BTreeMap;

use ::complaints::profile::text_in;
use ::complaints::{
    Assign, Author, Body, Capacity, Channel, Complaint, ComplaintId, ContactWay, Discretion, Moment,
    Operation, Register, Status, StepMark, Verdict, date_from_days,
};
use locales::{Language, texts};

use super::subscriptions::{EventKind, queue_event};
use super::{AgentAddress, CitizenNews, HolderNews, Notice, NoticeChannel, NoticeKind, Webhook, addresses};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::AgentId;
use crate::store::{Session, agent_addresses, outbox, webhooks};

/// What was done longer ago is no news, however late it comes in.
const NEWS_FOR_MS: i64 = 30 * 24 * 3_600_000;

/// Operations that somebody outside may have to be told of.
#[derive(Debug, Default)]
pub(crate) struct News(Vec<Operation>);

impl News {
    /// Notes an operation that counts, when it is one that anybody is told of.
    pub(crate) fn note(&mut self, operation: Operation) {
        let is_news = matches!(
            operation.body,
            Body::Register(_)
                | Body::Route(_)
                | Body::Answer(_)
                | Body::Note(_)
                | Body::RequestDocument(_)
                | Body::ChangeStatus(_)
                | Body::HandOver(_)
                | Body::Merge(_)
                | Body::Assign(_)
                | Body::Escalate(_)
                | Body::Retract(_)
        );
        if is_news {
            self.0.push(operation);
        }
    }
}

/// Queues what follows from these operations, `changed` being the complaints as they stand after them.
pub(crate) async fn queue_all(
    centre: &Centre,
    session: &mut Session,
    news: &News,
    changed: &[&Complaint],
) -> Result<(), CentreError> {
    let since_ms = centre.clock.now_ms() - NEWS_FOR_MS;
    let fresh: Vec<&Operation> = news.0.iter().filter(|operation| operation.at.unix_ms >= since_ms).collect();
    if fresh.is_empty() {
        return Ok(());
    }
    let webhooks = webhooks::all(session).await?;
    let changed: BTreeMap<ComplaintId, &Complaint> =
        changed.iter().map(|complaint| (complaint.id, *complaint)).collect();
    for operation in fresh {
        let Some(complaint) = operation.subject.and_then(|subject| changed.get(&subject)) else { continue };
        tell_citizen(centre, session, operation, complaint).await?;
        tell_agents(centre, session, operation, complaint).await?;
        tell_systems(centre, session, &webhooks, operation, complaint).await?;
    }
    Ok(())
}

async fn tell_citizen(
    centre: &Centre,
    session: &mut Session,
    operation: &Operation,
    complaint: &Complaint,
) -> Result<(), CentreError> {
    if let Body::Retract(retract) = &operation.body {
        // What nobody has read yet is not sent any more.
        return outbox::take_back(session, complaint.id, retract.step).await;
    }
    if complaint.status == Status::Withdrawn {
        return Ok(());
    }
    let Some(kind) = for_citizen(centre, operation, complaint) else { return Ok(()) };
    tell(centre, session, complaint, &kind, &[StepMark::of(operation)]).await
}

/// Queues a notice to a citizen by each way that they agreed to.
pub(crate) async fn tell(
    centre: &Centre,
    session: &mut Session,
    complaint: &Complaint,
    kind: &NoticeKind,
    steps: &[StepMark],
) -> Result<(), CentreError> {
    for (channel, to) in ways(&complaint.register) {
        let language = language_of(centre, &complaint.register.language);
        let notice = Notice { channel, to, language, kind: kind.clone(), about: Some(complaint.id) };
        centre.queue_telling(session, &notice, steps).await?;
    }
    Ok(())
}

/// The ways in writing that a citizen agreed to and can be reached by.
fn ways(register: &Register) -> Vec<(NoticeChannel, String)> {
    if register.discretion == Some(Discretion::Anonymous) {
        return Vec::new();
    }
    let agreed = |way| register.contact_by.contains(&way);
    let email = register.citizen.email.as_deref().map(str::trim).filter(|email| addresses::is_email(email));
    let representative = register.representative.as_ref().and_then(|person| person.phone.as_deref());
    let numbers = [register.citizen.phone.as_deref(), representative];
    let phone = numbers.into_iter().flatten().map(str::trim).find(|number| is_international(number));
    let mut ways = Vec::new();
    ways.extend(email.filter(|_| agreed(ContactWay::Email)).map(|to| (NoticeChannel::Email, to.to_owned())));
    ways.extend(phone.filter(|_| agreed(ContactWay::Sms)).map(|to| (NoticeChannel::Sms, to.to_owned())));
    ways
}

/// Whether that is a number as gateways want it: E.164.
fn is_international(number: &str) -> bool {
    let digits = number.strip_prefix('+').unwrap_or_default();
    (8..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn language_of(centre: &Centre, tag: &str) -> Language {
    let tags = std::iter::once(tag).chain(centre.profile.languages.iter().map(String::as_str));
    tags.filter_map(|tag| tag.parse().ok()).next().unwrap_or(Language::En)
}

/// What a citizen is told of an operation. Of their own deeds only that a complaint has arrived.
fn for_citizen(centre: &Centre, operation: &Operation, complaint: &Complaint) -> Option<NoticeKind> {
    let reference = complaint.register.reference;
    if let Body::Register(register) = &operation.body {
        // At a counter the receipt says it, and what was taken over from an older register is old.
        let by_itself = matches!(register.channel, Some(Channel::Portal | Channel::Open311));
        return by_itself.then(|| NoticeKind::Acknowledgement {
            reference,
            access_code: Some(complaint.access_code().to_string()),
            due: complaint.due_on(),
        });
    }
    if operation.author.capacity == Some(Capacity::Citizen) {
        return None;
    }
    let news = match &operation.body {
        Body::Route(route) => CitizenNews::PassedOn { institution: institution_name(centre, &route.to) },
        Body::RequestDocument(_) => CitizenNews::DocumentAsked,
        Body::Answer(answer) if answer.definitive => CitizenNews::Answered,
        Body::Answer(_) => CitizenNews::InterimAnswer,
        Body::Note(note) if note.for_citizen => CitizenNews::Message,
        Body::ChangeStatus(change) => match change.to {
            Status::WaitingDocuments if !asks_for_a_document(complaint) => CitizenNews::DocumentAsked,
            Status::Resolved => CitizenNews::Resolved,
            Status::Closed if change.from == Status::WaitingDocuments && is_automatic(&operation.author) => {
                CitizenNews::ClosedWithoutDocument
            }
            Status::Closed => CitizenNews::Closed,
            Status::Reopened => CitizenNews::Reopened,
            _ => return None,
        },
        Body::HandOver(over) => {
            let office = centre.profile.offices.get(&over.to);
            let name = office.map_or_else(|| over.to.to_string(), |office| office.name.clone());
            CitizenNews::HandedOver { office: name }
        }
        Body::Merge(_) => CitizenNews::Merged,
        _ => return None,
    };
    Some(NoticeKind::ForCitizen { reference, news })
}

fn is_automatic(author: &Author) -> bool {
    author.capacity == Some(Capacity::Automatic)
}

/// Whether a request for a document tells of it already: the change of status that goes with it is no further news.
fn asks_for_a_document(complaint: &Complaint) -> bool {
    let untold = complaint.to_tell().map(|tell| tell.steps).unwrap_or_default();
    complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted).any(|step| {
        step.mark().is_some_and(|mark| untold.contains(&mark))
            && matches!(step.operation(), Some(Operation { body: Body::RequestDocument(_), .. }))
    })
}

async fn tell_agents(
    centre: &Centre,
    session: &mut Session,
    operation: &Operation,
    complaint: &Complaint,
) -> Result<(), CentreError> {
    let (news, to) = match &operation.body {
        Body::Route(route) => {
            (HolderNews::PassedOn, agent_addresses::of_institution(session, &route.to).await?)
        }
        Body::Assign(Assign { to: Some(to) }) if to.name != operation.author.name => {
            let address = agent_addresses::of_agent(session, AgentId::from_bytes(to.agent)).await?;
            (HolderNews::Assigned, address.into_iter().collect())
        }
        Body::Escalate(escalate) => {
            let due = complaint.register.due_on.and_then(date_from_days);
            let above = escalate.to.as_deref().unwrap_or_default();
            (HolderNews::Escalated { due }, addresses::heads(session, above).await?)
        }
        _ => return Ok(()),
    };
    tell_holders(centre, session, complaint, &news, &to, &[StepMark::of(operation)]).await
}

/// Queues an e-mail to those who deal with a complaint.
pub(crate) async fn tell_holders(
    centre: &Centre,
    session: &mut Session,
    complaint: &Complaint,
    news: &HolderNews,
    to: &[AgentAddress],
    steps: &[StepMark],
) -> Result<(), CentreError> {
    let category = centre.profile.category(&complaint.register.category);
    let is_restricted = complaint.is_restricted() || category.is_some_and(|category| category.restricted);
    for address in to {
        let language = address.language;
        let name = match category {
            // A mailbox is read by more people than a complaint that few may see.
            _ if is_restricted => texts(language).text("notice-restricted"),
            Some(category) => text_in(&category.name, language.tag()).to_owned(),
            None => complaint.register.category.clone(),
        };
        let kind = NoticeKind::ForHolder {
            reference: complaint.register.reference,
            category: name,
            news: news.clone(),
        };
        let (channel, to) = (NoticeChannel::Email, address.email.clone());
        let notice = Notice { channel, to, language, kind, about: Some(complaint.id) };
        centre.queue_telling(session, &notice, steps).await?;
    }
    Ok(())
}

async fn tell_systems(
    centre: &Centre,
    session: &mut Session,
    webhooks: &[Webhook],
    operation: &Operation,
    complaint: &Complaint,
) -> Result<(), CentreError> {
    let kind = match &operation.body {
        Body::Register(_) => EventKind::Registered,
        Body::Route(_) => EventKind::PassedOn,
        Body::Answer(answer) if answer.definitive => EventKind::Answered,
        Body::ChangeStatus(change) if change.to == Status::Closed => EventKind::Closed,
        _ => return Ok(()),
    };
    let at: Moment = operation.at;
    let concerned = |webhook: &&Webhook| {
        webhook.institution.as_ref().is_none_or(|institution| *institution == complaint.institution)
    };
    for webhook in webhooks.iter().filter(concerned) {
        queue_event(centre, session, webhook, kind, at, Some(complaint)).await?;
    }
    Ok(())
}

fn institution_name(centre: &Centre, code: &str) -> String {
    centre.profile.institutions.get(code).map_or_else(|| code.to_owned(), |known| known.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_to_only_in_its_international_form() {
        assert!(is_international("+23057000265"));
        for not in ["57000265", "+230 5700 0265", "+", "", "+1234567", "+12345678901234567"] {
            assert!(!is_international(not), "{not}");
        }
    }
}
