//! How clerks sign in and what a trainee may not do: the part `[sign_in]` of `profile.toml`. Where it is missing, or one
//! of its lines is, the usual holds. How a PIN is checked is the business of the desk.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use toml::Spanned;

use super::ProfileError;
use super::policy::line_at;
use super::table::mistake;
use crate::operation::{Body, Status};

/// What a profile may keep from trainees. Registering, noting, searching and printing are nobody's privilege.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// Setting a status that ends or reopens a matter.
    Resolve,
    /// Answering a citizen.
    Answer,
    /// Passing on to an institution or another office.
    PassOn,
    /// Withdrawing at the citizen's wish.
    Withdraw,
    /// Correcting what was registered, or choosing between two versions.
    Correct,
    /// Taking lists out of the desk.
    Export,
}

impl Deed {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Resolve, Self::Answer, Self::PassOn, Self::Withdraw, Self::Correct, Self::Export];

    /// The word for it in profiles and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Resolve => "resolve",
            Self::Answer => "answer",
            Self::PassOn => "pass_on",
            Self::Withdraw => "withdraw",
            Self::Correct => "correct",
            Self::Export => "export",
        }
    }

    /// The deed that an operation is, if it is one of these.
    pub fn of(body: &Body) -> Option<Self> {
        match body {
            Body::ChangeStatus(change) => matches!(
                change.to,
                Status::Answered | Status::Resolved | Status::Closed | Status::Reopened | Status::Withdrawn
            )
            .then_some(Self::Resolve),
            Body::Answer(_) => Some(Self::Answer),
            Body::Route(_) | Body::HandOver(_) | Body::Escalate(_) => Some(Self::PassOn),
            Body::Withdraw(_) => Some(Self::Withdraw),
            Body::CorrectField(_) | Body::ChooseValue(_) => Some(Self::Correct),
            _ => None,
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Deed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let words = || Self::ALL.map(Self::word).join(", ");
        let found = Self::ALL.into_iter().find(|deed| deed.word() == text);
        found.ok_or_else(|| format!("“{text}” is none of {}", words()))
    }
}

/// How clerks sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignInPolicy {
    /// The fewest digits of a PIN.
    pub shortest_pin: u32,
    /// Whether a passphrase may take a PIN's place.
    pub passphrases: bool,
    /// The fewest characters of a passphrase.
    pub shortest_passphrase: u32,
    /// Minutes without a touch after which the desk locks itself.
    pub lock_after_minutes: u32,
    /// Wrong tries in a row before a pause.
    pub tries: u32,
    /// The pause, in seconds.
    pub pause_s: u32,
    /// What trainees may not do.
    pub trainee_may_not: Vec<Deed>,
}

impl Default for SignInPolicy {
    fn default() -> Self {
        Self {
            shortest_pin: 6,
            passphrases: true,
            shortest_passphrase: 10,
            lock_after_minutes: 10,
            tries: 5,
            pause_s: 30,
            trainee_may_not: vec![Deed::Resolve, Deed::Answer, Deed::PassOn, Deed::Withdraw, Deed::Export],
        }
    }
}

/// As it stands in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignInText {
    shortest_pin: Option<Spanned<u32>>,
    passphrases: Option<bool>,
    shortest_passphrase: Option<Spanned<u32>>,
    lock_after_minutes: Option<Spanned<u32>>,
    tries: Option<Spanned<u32>>,
    pause_s: Option<Spanned<u32>>,
    trainee_may_not: Option<Vec<Spanned<String>>>,
}

/// Reads it; what is wrong goes to `mistakes`.
pub(super) fn read(given: SignInText, text: &str, mistakes: &mut Vec<ProfileError>) -> SignInPolicy {
    let usual = SignInPolicy::default();
    let mut wrong = |at: usize, message: String| {
        mistakes.push(mistake("profile.toml", line_at(text, at), message));
    };
    let mut number = |given: Option<Spanned<u32>>, usual: u32, (least, most): (u32, u32), name: &str| {
        let Some(given) = given else { return usual };
        if !(least..=most).contains(given.get_ref()) {
            let message = format!("{name} is between {least} and {most}, not {}", given.get_ref());
            wrong(given.span().start, message);
        }
        given.into_inner().clamp(least, most)
    };
    // Below six digits somebody who watches the pause gets in within days.
    let shortest_pin = number(given.shortest_pin, usual.shortest_pin, (6, 12), "shortest_pin");
    let shortest_passphrase =
        number(given.shortest_passphrase, usual.shortest_passphrase, (8, 64), "shortest_passphrase");
    let lock_after_minutes =
        number(given.lock_after_minutes, usual.lock_after_minutes, (1, 240), "lock_after_minutes");
    let tries = number(given.tries, usual.tries, (3, 20), "tries");
    let pause_s = number(given.pause_s, usual.pause_s, (10, 3600), "pause_s");
    let trainee_may_not = given.trainee_may_not.map_or(usual.trainee_may_not, |words| {
        let mut deeds = Vec::new();
        for word in words {
            match word.get_ref().parse() {
                Ok(deed) => deeds.push(deed),
                Err(message) => wrong(word.span().start, message),
            }
        }
        deeds
    });
    SignInPolicy {
        shortest_pin,
        passphrases: given.passphrases.unwrap_or(usual.passphrases),
        shortest_passphrase,
        lock_after_minutes,
        tries,
        pause_s,
        trainee_may_not,
    }
}
