//! The agents of the centre: who they are, how they sign in, and how long they stay signed in. What they may do
//! stands in `access`.

mod administration;
mod passwords;
mod sign_in;

use std::fmt;
use std::str::FromStr;

use ::complaints::{Author, ClerkId, OfficeCode};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::random;
use crate::store::{agents, retrying};

pub use administration::AgentChange;
pub(crate) use passwords::{FEWEST, PasswordVerifier, verifier};

/// The id of an agent, drawn at random. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgentId(pub(crate) [u8; 8]);

/// What somebody is at the centre. What that lets them do stands in `access`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Of the unit at the centre: filters and passes on.
    Csu,
    /// Of an institution: deals with what it holds.
    Agent,
    /// Head of an institution: says who deals with what.
    Head,
    /// Of an office whose own computers are out of order: its work on the centre's pages.
    Cab,
    /// Reviews how matters stand, and is told no citizen's name.
    TaskForce,
    /// As the unit, and looks after the agents.
    Admin,
    /// Reads everything and changes nothing.
    Auditor,
}

/// Somebody who works at the centre, at an institution or, on the centre's pages, for an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// The id.
    pub id: AgentId,
    /// As it stands in the history.
    pub name: String,
    /// What is typed to sign in; lower case.
    pub login: String,
    /// What the agent is.
    pub role: Role,
    /// Code of the agent's institution; none for all others.
    pub institution: Option<String>,
    /// The agent's office; none for all others.
    pub office: Option<OfficeCode>,
    /// May no longer sign in. The name stays in the histories.
    pub disabled: bool,
    /// The password was drawn for the agent, who has to choose an own one before anything else.
    pub one_time_password: bool,
}

impl Agent {
    /// The agent as the author of a deed. Somebody of an office stands there as its clerks do.
    pub(crate) fn author(&self) -> Author {
        Author {
            name: self.name.clone(),
            clerk: (self.role == Role::Cab).then(|| ClerkId::from_bytes(self.id.0)),
            institution: self.institution.clone(),
            capacity: None,
        }
    }
}

impl AgentId {
    /// Wraps bytes that come from a store or a random source.
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The bytes, as they stand in operations.
    pub fn bytes(self) -> [u8; 8] {
        self.0
    }
}

impl FromStr for AgentId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = u64::from_str_radix(text, 16).ok().filter(|_| text.len() == 16 && text.is_ascii());
        number.map(|number| Self(number.to_be_bytes())).ok_or_else(|| "this is no id of an agent".to_owned())
    }
}

impl fmt::Display for AgentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] =
        [Self::Csu, Self::Agent, Self::Head, Self::Cab, Self::TaskForce, Self::Admin, Self::Auditor];

    /// The word for it in commands and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Csu => "csu",
            Self::Agent => "agent",
            Self::Head => "head",
            Self::Cab => "cab",
            Self::TaskForce => "task_force",
            Self::Admin => "admin",
            Self::Auditor => "auditor",
        }
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let role = Self::ALL.into_iter().find(|role| role.word() == text);
        role.ok_or_else(|| {
            let words: Vec<&str> = Self::ALL.into_iter().map(Self::word).collect();
            format!("“{text}” is none of {}", words.join(", "))
        })
    }
}

/// An agent to be added.
#[derive(Debug, Clone)]
pub struct NewAgent {
    /// As it shall stand in the history.
    pub name: String,
    /// What shall be typed to sign in.
    pub login: String,
    /// What the agent is.
    pub role: Role,
    /// Code of the institution; needed for [`Role::Agent`] and [`Role::Head`], none otherwise.
    pub institution: Option<String>,
    /// The office; needed for [`Role::Cab`], none otherwise.
    pub office: Option<OfficeCode>,
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
    /// Adds an agent. Without a password the centre draws one and hands it back, this once; the agent chooses an own
    /// one when first signing in.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when the login is taken, the institution unknown or the password too short.
    pub async fn add_agent(&self, new: NewAgent, password: Option<String>) -> Result<Login, CentreError> {
        let agent = Agent { one_time_password: password.is_none(), ..self.checked(new)? };
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
        self.check_place(new.role, new.institution.as_deref(), new.office)?;
        Ok(Agent {
            id: AgentId(random()?),
            name,
            login,
            role: new.role,
            institution: new.institution,
            office: new.office,
            disabled: false,
            one_time_password: false,
        })
    }

    /// Each role belongs to an institution, to an office or to the centre, and to nothing else.
    fn check_place(
        &self,
        role: Role,
        institution: Option<&str>,
        office: Option<OfficeCode>,
    ) -> Result<(), CentreError> {
        let invalid = |why: String| Err(CentreError::Invalid(why));
        match (role.is_of_an_institution(), institution) {
            (true, None) => {
                return invalid("an agent of an institution needs the institution’s code".to_owned());
            }
            (false, Some(_)) => {
                return invalid("only the roles “agent” and “head” have an institution".to_owned());
            }
            (_, Some(code)) if !self.profile.institutions.contains_key(code) => {
                return invalid(format!("there is no institution “{code}” in the profile"));
            }
            _ => {}
        }
        match (role == Role::Cab, office) {
            (true, None) => invalid("the role “cab” needs the code of an office".to_owned()),
            (false, Some(_)) => invalid("only the role “cab” has an office".to_owned()),
            (_, Some(code)) if !self.profile.offices.contains_key(&code) => {
                invalid(format!("there is no office {code} in the profile"))
            }
            _ => Ok(()),
        }
    }
}

/// A login is found whatever case and blanks it was typed with.
fn login_as_kept(login: &str) -> String {
    login.trim().to_lowercase()
}
