//! What is asked before a deed is done: whether it makes sense, whether what it names exists, and whether this agent may
//! do it. Whether it counts as the complaint stands, the rules in `complaints` say.

use ::complaints::{Body, Complaint, Field};

use crate::access::Right;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::{Agent, AgentId};
use crate::store::{agents, complaints};

/// Somebody whom a deed names.
pub(super) struct Target(Agent);

impl Target {
    /// Only somebody of the institution that holds it deals with it, or, where the unit says so, somebody of the unit.
    pub(super) fn check(&self, by: &Agent, complaint: &Complaint) -> Result<(), CentreError> {
        let holds = self.0.institution.as_deref() == Some(complaint.institution.as_str());
        let of_the_unit = by.role.is_of_the_unit() && self.0.role.is_of_the_unit();
        if holds || of_the_unit {
            return Ok(());
        }
        Err(CentreError::Invalid("this agent is of another institution".to_owned()))
    }
}

impl Centre {
    /// Checks what does not depend on how the complaint stands; whom the deeds name.
    pub(super) async fn checked_targets(
        &self,
        agent: &Agent,
        bodies: &[Body],
    ) -> Result<Vec<Target>, CentreError> {
        let mut targets = Vec::new();
        for body in bodies {
            self.check_body(agent, body)?;
            targets.extend(self.check_target(agent, body).await?);
        }
        Ok(targets)
    }

    /// Whether the agent may do all of that with the complaint as it stands.
    pub(super) fn allowed(
        &self,
        agent: &Agent,
        complaint: &Complaint,
        bodies: &[Body],
        targets: &[Target],
    ) -> Result<(), CentreError> {
        bodies.iter().try_for_each(|body| self.check_right(agent, complaint, body))?;
        targets.iter().try_for_each(|target| target.check(agent, complaint))
    }

    /// What depends neither on the complaint nor on the store.
    fn check_body(&self, agent: &Agent, body: &Body) -> Result<(), CentreError> {
        let needed = |text: &str, why: &str| {
            if text.trim().is_empty() { Err(CentreError::Invalid(why.to_owned())) } else { Ok(()) }
        };
        let institution = |code: &String| {
            let known = self.profile.institutions.contains_key(code);
            let unknown = || CentreError::Invalid(format!("there is no institution “{code}” in the profile"));
            if known { Ok(()) } else { Err(unknown()) }
        };
        match body {
            Body::Route(route) => {
                institution(&route.to)?;
                if agent.role.is_of_an_institution() {
                    needed(route.text.as_deref().unwrap_or_default(), "say why it is not yours")?;
                }
                Ok(())
            }
            Body::Answer(answer) => needed(&answer.text, "an answer needs a text"),
            Body::Note(note) => needed(&note.text, "a note needs a text"),
            Body::RequestDocument(request) => needed(&request.what, "say which document is asked for"),
            Body::Escalate(escalate) => {
                escalate.to.iter().try_for_each(institution)?;
                needed(&escalate.text, "say why it is brought before somebody above")
            }
            Body::HandOver(over) if !self.profile.offices.contains_key(&over.to) => {
                Err(CentreError::Invalid(format!("there is no office {} in the profile", over.to)))
            }
            Body::CorrectField(correct) => {
                let category = correct.to.as_deref().unwrap_or_default();
                if correct.field == Field::Category && self.profile.category(category).is_some() {
                    Ok(())
                } else {
                    Err(CentreError::Invalid(
                        "an agent corrects the category alone, to a known one".to_owned(),
                    ))
                }
            }
            Body::Tell(tell) if tell.steps.is_empty() => {
                Err(CentreError::Invalid("there is nothing to tell".to_owned()))
            }
            _ => Ok(()),
        }
    }

    /// What depends on the complaint that or the person whom the deed names.
    async fn check_target(&self, agent: &Agent, body: &Body) -> Result<Option<Target>, CentreError> {
        let invalid = |why: &str| Err(CentreError::Invalid(why.to_owned()));
        let (other, reference, merges) = match body {
            Body::Assign(assign) => {
                let Some(to) = &assign.to else { return Ok(None) };
                let mut session = self.store.read().await?;
                let found = agents::of_id(&mut session, AgentId(to.agent)).await?;
                return match found {
                    Some(found) if !found.disabled && found.name == to.name => Ok(Some(Target(found))),
                    _ => invalid("there is no such agent"),
                };
            }
            Body::Merge(merge) => (merge.into, merge.reference, true),
            Body::Link(link) => (link.other, link.reference, false),
            _ => return Ok(None),
        };
        let other = complaints::get(&mut self.store.read().await?, other).await?;
        let seen = other.filter(|other| agent.sight(other, &self.profile).is_some());
        match seen.filter(|other| other.register.reference == reference) {
            None => invalid("there is no other complaint of that reference"),
            Some(other) if merges && other.merged_into.is_some() => {
                invalid("that one is itself dealt with together with another one")
            }
            Some(other) if merges && other.status.is_finished() => invalid("that one is finished"),
            Some(_) => Ok(None),
        }
    }

    /// Whether the agent may do that with the complaint as it stands.
    fn check_right(&self, agent: &Agent, complaint: &Complaint, body: &Body) -> Result<(), CentreError> {
        let refused = |why: &str| Err(CentreError::NotAllowed(why.to_owned()));
        if agent.sight(complaint, &self.profile).is_none() {
            return refused("this complaint is with somebody else");
        }
        let Some(right) = Right::for_deed(agent, complaint, body, &self.profile) else {
            return Err(CentreError::Invalid("this is no deed of an agent".to_owned()));
        };
        if !agent.role.may(right) {
            return refused("this is not among what this agent may do");
        }
        match body {
            Body::Retract(retract) => {
                let step = complaint.steps.iter().find(|step| step.mark() == Some(retract.step));
                if step.is_some_and(|step| agent.did(&step.author)) {
                    Ok(())
                } else {
                    refused("only one’s own deed can be taken back")
                }
            }
            // “It is not ours” passes it on and never closes it.
            Body::Route(route) if route.to == complaint.institution && right == Right::GiveBack => {
                Err(CentreError::Invalid("it is with that institution already".to_owned()))
            }
            _ => Ok(()),
        }
    }
}
