//! The agents of the centre: who they are, how they sign in, and how long they stay signed in. What they may do
//! with a complaint stands in `casework`.

mod passwords;
mod sign_in;

use std::fmt;
use std::str::FromStr;

use ::complaints::Complaint;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::random;
use crate::store::{agents, retrying};

pub(crate) use passwords::{FEWEST, PasswordVerifier, verifier};

/// The id of an agent, drawn at random. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgentId(pub(crate) [u8; 8]);

/// What an agent may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Of the unit at the centre: sees everything, passes on.
    Csu,
    /// Of an institution: sees and changes what it holds.
    Agent,
    /// As the unit, and looks after the agents.
    Admin,
}

/// Somebody who works at the centre or at an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// The id.
    pub id: AgentId,
    /// As it stands in the history.
    pub name: String,
    /// What is typed to sign in; lower case.
    pub login: String,
    /// What the agent may do.
    pub role: Role,
    /// Code of the agent's institution; none for the unit.
    pub institution: Option<String>,
}

impl Agent {
    /// Whether the agent may see and change that complaint.
    pub fn may_see(&self, complaint: &Complaint) -> bool {
        self.role != Role::Agent || self.institution.as_deref() == Some(complaint.institution.as_str())
    }

    /// Whether the agent may pass complaints on.
    pub fn may_route(&self) -> bool {
        self.role != Role::Agent
    }
}

impl AgentId {
    /// Wraps bytes that come from a store or a random source.
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }
}

impl fmt::Display for AgentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Role {
    const ALL: [Self; 3] = [Self::Csu, Self::Agent, Self::Admin];

    /// The word for it in commands and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csu => "csu",
            Self::Agent => "agent",
            Self::Admin => "admin",
        }
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let role = Self::ALL.into_iter().find(|role| role.word() == text);
        role.ok_or_else(|| format!("“{text}” is none of csu, agent, admin"))
    }
}

/// An agent to be added.
#[derive(Debug, Clone)]
pub struct NewAgent {
    /// As it shall stand in the history.
    pub name: String,
    /// What shall be typed to sign in.
    pub login: String,
    /// What the agent may do.
    pub role: Role,
    /// Code of the institution; needed for [`Role::Agent`], none otherwise.
    pub institution: Option<String>,
}

/// What proves that somebody is signed in: the value of a cookie. The store keeps its hash only.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct SessionToken(String);

impl SessionToken {
    /// Takes the value of a cookie, whatever it is.
    pub fn from_cookie(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// The value for a cookie: 64 hexadecimal digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A word that a form carries to prove that it comes from a page of this sign-in (against forged requests).
    /// It says nothing about the token.
    pub fn form_word(&self) -> String {
        let derived = blake3::derive_key("guichet 2026 form word", self.0.as_bytes());
        derived[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// A new agent's login and the password that was drawn, to be shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// What is typed to sign in.
    pub login: String,
    /// The password, when the centre drew it.
    pub password: Option<String>,
}

impl Centre {
    /// Adds an agent. Without a password the centre draws one and hands it back, this once.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when the login is taken, the institution unknown or the password too short.
    pub async fn add_agent(&self, new: NewAgent, password: Option<String>) -> Result<Login, CentreError> {
        let agent = self.checked(new)?;
        let drawn = if password.is_none() { Some(passwords::draw()?) } else { None };
        let chosen = password.or_else(|| drawn.clone()).unwrap_or_default();
        let verifier = verifier(chosen).await?;
        let added = retrying(|| async {
            let mut session = self.store.write().await?;
            let added = agents::add(&mut session, &agent, &verifier, self.clock.now_ms()).await?;
            session.commit().await?;
            Ok(added)
        });
        if added.await? {
            Ok(Login { login: agent.login, password: drawn })
        } else {
            Err(CentreError::Invalid(format!("the login “{}” is taken", agent.login)))
        }
    }

    /// All agents, by login.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn agents(&self) -> Result<Vec<Agent>, CentreError> {
        agents::all(&mut self.store.read().await?).await
    }

    /// The agent of that login.
    ///
    /// # Errors
    /// [`CentreError::NotFound`].
    pub async fn agent(&self, login: &str) -> Result<Agent, CentreError> {
        let found = agents::of_login(&mut self.store.read().await?, &login_as_kept(login)).await?;
        found
            .map(|(agent, _)| agent)
            .ok_or_else(|| CentreError::NotFound(format!("there is no agent “{login}”")))
    }

    fn checked(&self, new: NewAgent) -> Result<Agent, CentreError> {
        let invalid = |why: &str| Err(CentreError::Invalid(why.to_owned()));
        let (name, login) = (new.name.trim().to_owned(), login_as_kept(&new.login));
        if name.is_empty() {
            return invalid("an agent needs a name, as it shall stand in the history");
        }
        let plain =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '@');
        if login.is_empty() || login.len() > 64 || !login.chars().all(plain) {
            return invalid("a login has 1 to 64 letters a–z, digits, and . - _ @");
        }
        match (new.role, &new.institution) {
            (Role::Agent, None) => return invalid("an agent of an institution needs the institution’s code"),
            (Role::Csu | Role::Admin, Some(_)) => return invalid("only the role “agent” has an institution"),
            (_, Some(code)) if !self.profile.institutions.contains_key(code) => {
                return Err(CentreError::Invalid(format!("there is no institution “{code}” in the profile")));
            }
            _ => {}
        }
        Ok(Agent { id: AgentId(random()?), name, login, role: new.role, institution: new.institution })
    }
}

/// A login is found whatever case and blanks it was typed with.
fn login_as_kept(login: &str) -> String {
    login.trim().to_lowercase()
}
