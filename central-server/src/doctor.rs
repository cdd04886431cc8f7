//! The doctor: looks at everything that a centre needs in order to work, changes nothing, sends nothing, and says of each
//! thing how it is. In which words and in which language stands in `locales`, under the finding's key.

mod address;
mod inside;
mod machine;
mod opening;
mod ways;

use std::path::PathBuf;

use locales::{Args, Language, texts, without_isolation};

use crate::clock::Clock;
use crate::sending::{Mailer, SmsGateway};

/// How something is. The greatest of all findings is how the centre is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum State {
    /// Well.
    Ok,
    /// It works, and somebody should look at it.
    Look,
    /// It does not work.
    Broken,
}

impl State {
    /// The word for programs.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Look => "look",
            Self::Broken => "broken",
        }
    }
}

/// What was found out about one thing.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// What was looked at: `store`, `disk`, …
    pub(crate) check: &'static str,
    pub(crate) state: State,
    /// The end of the message's key: `doctor-KEY`; what to do stands in `doctor-KEY-do`.
    key: &'static str,
    args: Args,
}

impl Finding {
    fn new(check: &'static str, state: State, key: &'static str, args: Args) -> Self {
        Self { check, state, key, args }
    }

    fn ok(check: &'static str, key: &'static str, args: Args) -> Self {
        Self::new(check, State::Ok, key, args)
    }

    fn look(check: &'static str, key: &'static str, args: Args) -> Self {
        Self::new(check, State::Look, key, args)
    }

    fn broken(check: &'static str, key: &'static str, args: Args) -> Self {
        Self::new(check, State::Broken, key, args)
    }

    /// What was found, and what it means.
    pub(crate) fn found(&self, language: Language) -> String {
        self.say(language, &format!("doctor-{}", self.key))
    }

    /// What to do about it; empty when all is well.
    pub(crate) fn to_do(&self, language: Language) -> String {
        match self.state {
            State::Ok => String::new(),
            _ => self.say(language, &format!("doctor-{}-do", self.key)),
        }
    }

    fn say(&self, language: Language, key: &str) -> String {
        without_isolation(&texts(language).text_with(key, &self.args))
    }
}

/// What the doctor is told.
pub(crate) struct Doctor {
    /// The centre's folder.
    pub(crate) data: PathBuf,
    pub(crate) database_url: Option<String>,
    /// Where desks and citizens find the centre.
    pub(crate) url: Option<String>,
    /// Where copies of the store go.
    pub(crate) backups: PathBuf,
    /// After so many days a copy is old; 0: others see to copies.
    pub(crate) backup_days: u32,
    /// After so many days without a word a computer is silent.
    pub(crate) silent_days: u32,
    /// What was set up for e-mail: the way, or why it cannot be used.
    pub(crate) mail: Option<Result<Mailer, String>>,
    /// The same for SMS.
    pub(crate) sms: Option<Result<SmsGateway, String>>,
    pub(crate) clock: Clock,
}

impl Doctor {
    /// Looks at everything. What lies behind something that is broken is left out.
    pub(crate) async fn examine(&self) -> Vec<Finding> {
        let mut findings = vec![machine::disk(&self.data)];
        let (about_store, opened) = opening::examine(self).await;
        findings.extend(about_store);
        let (mut last_came, mut shelf) = (None, None);
        if let Some(mut session) = opened {
            findings.push(inside::profile(&mut session, self.clock.now_ms()).await);
            let (computers, last) = inside::computers(&mut session, self).await;
            last_came = last;
            shelf = inside::documents(&mut session).await;
            findings.push(computers);
            findings.push(inside::notices(&mut session, self.clock.now_ms()).await);
        }
        findings.extend(shelf);
        findings.push(machine::clock(self.clock.now_ms(), last_came));
        findings.extend(machine::time_service().await);
        findings.push(machine::backups(self));
        findings.extend(address::serving(&self.data).await);
        findings.push(address::public(self.url.as_deref()).await);
        findings.push(ways::mail(self.mail.as_ref()).await);
        findings.push(ways::sms(self.sms.as_ref()).await);
        findings
    }
}

/// The gap `why` of a message.
fn because(why: impl std::fmt::Display) -> Args {
    Args::new().with("why", why.to_string())
}

/// A moment as administrators read it in every language: `2026-11-24 06:52 UTC`.
fn moment(unix_ms: i64) -> String {
    jiff::Timestamp::from_millisecond(unix_ms)
        .map_or_else(|_| unix_ms.to_string(), |at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
}
