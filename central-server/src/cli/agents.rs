//! `guichet-server agent …`: agents, and what they do with complaints, for administrators and for tests.

use std::io::BufRead;

use ::complaints::{
    Answer, Body, ChangeStatus, Complaint, Note, OfficeCode, Refusal, RequestDocument, Route, Status,
    days_since_1970,
};
use clap::{Args, Subcommand};
use jiff::civil::Date;
use locales::Language;
use serde::Serialize;

use super::output::{Failure, Output};
use super::{Place, case};
use crate::casework::DeedOutcome;
use crate::notices::AgentAddress;
use crate::people::{NewAgent, Role};

#[derive(Subcommand)]
pub(super) enum AgentVerb {
    /// Add an agent
    Add(Add),
    /// List the agents
    List,
    /// Set where an agent is written to
    Address {
        /// What is typed to sign in
        login: String,
        /// The e-mail address; left out, the agent is written to no longer
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        /// In which language: en, fr, mfe or ar-MA
        #[arg(long, default_value = "en")]
        language: Language,
        /// The one who answers for the institution, or for the unit: reminders and what is overdue go there
        #[arg(long)]
        head: bool,
    },
    /// Answer the citizen
    Answer {
        /// Reference or id of the complaint
        reference: String,
        #[command(flatten)]
        by: By,
        /// The answer
        #[arg(long)]
        text: String,
        /// The last word, not an interim reply
        #[arg(long)]
        definitive: bool,
    },
    /// Pass a complaint on to an institution
    Route {
        /// Reference or id of the complaint
        reference: String,
        #[command(flatten)]
        by: By,
        /// Code of the institution
        #[arg(long, value_name = "CODE")]
        to: String,
        /// A remark
        #[arg(long)]
        text: Option<String>,
    },
    /// Change the status of a complaint
    Status {
        /// Reference or id of the complaint
        reference: String,
        #[command(flatten)]
        by: By,
        /// The status that it shall have
        #[arg(long, value_name = "STATUS")]
        to: Status,
        /// A remark
        #[arg(long)]
        text: Option<String>,
    },
    /// Ask the citizen for a document
    RequestDocument {
        /// Reference or id of the complaint
        reference: String,
        #[command(flatten)]
        by: By,
        /// Which document
        #[arg(long)]
        what: String,
        /// The day by which it is to be brought, as 2026-12-24
        #[arg(long, value_name = "DAY")]
        until: Option<Date>,
    },
    /// Write a note
    Note {
        /// Reference or id of the complaint
        reference: String,
        #[command(flatten)]
        by: By,
        /// The note
        #[arg(long)]
        text: String,
        /// For the citizen too, not only for colleagues
        #[arg(long)]
        for_citizen: bool,
    },
}

#[derive(Args)]
pub(super) struct By {
    /// Who does it
    #[arg(long)]
    login: String,
}

#[derive(Args)]
pub(super) struct Add {
    /// The name, as it shall stand in the history
    #[arg(long)]
    name: String,
    /// What is typed to sign in
    #[arg(long)]
    login: String,
    /// csu, agent, head, cab, task_force, admin or auditor
    #[arg(long, default_value = "agent")]
    role: Role,
    /// Code of the institution; for the roles `agent` and `head`
    #[arg(long, value_name = "CODE")]
    institution: Option<String>,
    /// Code of the office; for the role `cab`
    #[arg(long, value_name = "CODE")]
    office: Option<OfficeCode>,
    /// Read the password from the first line of stdin; left out, one is drawn and shown this once
    #[arg(long)]
    password_stdin: bool,
}

#[derive(Serialize)]
struct Added<'a> {
    login: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<&'a str>,
}

#[derive(Serialize)]
struct Addressed<'a> {
    login: &'a str,
}

#[derive(Serialize)]
struct AgentLine<'a> {
    login: &'a str,
    name: &'a str,
    role: &'a str,
    institution: Option<&'a str>,
    office: Option<String>,
    disabled: bool,
}

impl AgentVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        match self {
            Self::Add(add) => add.run(place, output).await,
            Self::List => list(place, output).await,
            Self::Address { login, email, language, head } => {
                let centre = place.existing().await?;
                let agent = centre.agent(&login).await?;
                let address = email.map(|email| AgentAddress { email, language, is_head: head });
                centre.set_agent_address(&agent, address).await?;
                output.answer(&Addressed { login: &agent.login }, &format!("{} is noted", agent.login))
            }
            Self::Answer { reference, by, text, definitive } => {
                deed(place, output, &reference, &by, |_| Body::Answer(Answer { text, definitive })).await
            }
            Self::Route { reference, by, to, text } => {
                deed(place, output, &reference, &by, |_| Body::Route(Route { to, text })).await
            }
            Self::Status { reference, by, to, text } => {
                let change =
                    |seen: &Complaint| Body::ChangeStatus(ChangeStatus { from: seen.status, to, text });
                deed(place, output, &reference, &by, change).await
            }
            Self::RequestDocument { reference, by, what, until } => {
                let until = until.map(days_since_1970);
                deed(place, output, &reference, &by, |_| {
                    Body::RequestDocument(RequestDocument { what, until })
                })
                .await
            }
            Self::Note { reference, by, text, for_citizen } => {
                deed(place, output, &reference, &by, |_| Body::Note(Note { text, for_citizen })).await
            }
        }
    }
}

impl Add {
    async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let password = if self.password_stdin { Some(password_from_stdin()?) } else { None };
        let new = NewAgent {
            name: self.name,
            login: self.login,
            role: self.role,
            institution: self.institution,
            office: self.office,
        };
        let added = place.open(None).await?.add_agent(new, password).await?;
        let text = match &added.password {
            Some(password) => format!("{} may sign in; the password is {password}", added.login),
            None => format!("{} may sign in", added.login),
        };
        output.answer(&Added { login: &added.login, password: added.password.as_deref() }, &text)
    }
}

fn password_from_stdin() -> Result<String, Failure> {
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    read.map_err(|error| Failure::new("input", format!("the password cannot be read: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

async fn list(place: &Place, output: &Output) -> Result<(), Failure> {
    for agent in place.existing().await?.agents().await? {
        let institution = agent.institution.as_deref();
        let office = agent.office.map(|office| office.to_string());
        let (role, disabled) = (agent.role.word(), agent.disabled);
        let line = AgentLine { login: &agent.login, name: &agent.name, role, institution, office, disabled };
        let place = institution.or(line.office.as_deref()).map(|code| format!(", {code}"));
        let end = if disabled { "  disabled" } else { "" };
        let place = place.unwrap_or_default();
        let text = format!("{}  {}  ({}{place}){end}", line.login, line.name, line.role);
        output.answer(&line, &text)?;
    }
    Ok(())
}

async fn deed(
    place: &Place,
    output: &Output,
    reference: &str,
    by: &By,
    body: impl FnOnce(&Complaint) -> Body,
) -> Result<(), Failure> {
    let centre = place.existing().await?;
    let agent = centre.agent(&by.login).await?;
    let seen = case::find(&centre, reference).await?;
    match centre.deed(&agent, seen.id, Some(seen.version), body(&seen)).await? {
        DeedOutcome::Done(complaint) => case::print(&centre, &complaint, output).await,
        DeedOutcome::Overtaken(now) => {
            let message =
                format!("somebody was faster: the complaint is now {}; look at it again", now.status);
            Err(Failure::new(Refusal::Overtaken.word(), message))
        }
        DeedOutcome::ForOneAlone => {
            let message = "this also goes to the citizens of other complaints, and it names the citizen of this one or few people \
                           may see the matter: write to the others on the complaint's page";
            Err(Failure::new("for_one_alone", message.to_owned()))
        }
        DeedOutcome::Refused(refusal) => {
            let message = match refusal {
                Refusal::Finished => {
                    "the complaint is finished; only notes are possible, or reopening it".to_owned()
                }
                Refusal::NotPossible => {
                    let next: Vec<&str> = seen.status.next().iter().map(|status| status.word()).collect();
                    format!("from {} the status can become: {}", seen.status, next.join(", "))
                }
                ref other => format!("the rules forbid it: {}", other.word()),
            };
            Err(Failure::new(refusal.word(), message))
        }
    }
}
