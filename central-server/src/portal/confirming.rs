//! One-time codes: six digits, sent to an address, entered in the same browser within a quarter of an hour and five
//! tries. Whether an account with that address exists shows in nothing that the browser gets to see: where no code may
//! go out, a code is waited for that nobody has.

use ::complaints::profile::Profile;
use locales::Language;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;

use super::session::PortalSession;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::notices::{Notice, NoticeChannel, NoticeKind};
use crate::store::portal_codes::CodeRow;
use crate::store::{Session, portal_codes};

/// How long a code is valid.
pub(crate) const VALID_MINUTES: u32 = 15;

/// How often one may try.
const TRIES: u8 = 5;

/// What a code is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A new account.
    Account,
    /// A new password.
    Password,
    /// Another e-mail address or telephone of an account.
    Address,
}

impl Purpose {
    /// The word for it in the store and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Password => "password",
            Self::Address => "address",
        }
    }
}

/// What came of entering a code.
#[derive(Debug, Clone)]
pub enum CodeOutcome {
    /// It was right; what it was for is done.
    Done(PortalSession),
    /// It is another one.
    Wrong,
    /// No code is waited for (any more): its time is over, or it was tried too often.
    Over,
}

/// What came of comparing a code.
pub(super) enum Compared<T> {
    /// It is right and used up; what it is for.
    Right(T),
    Wrong,
    Over,
}

/// Where somebody is reached, as accounts are found by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Address {
    /// An e-mail address, in small letters.
    Email(String),
    /// A telephone, as numbers are stored.
    Phone(String),
}

impl Address {
    pub(super) fn of(profile: &Profile, typed: &str) -> Self {
        let typed = typed.trim();
        if typed.contains('@') {
            Self::Email(typed.to_lowercase())
        } else {
            Self::Phone(profile.stored_phone(typed))
        }
    }

    pub(super) fn key(&self) -> &str {
        match self {
            Self::Email(key) | Self::Phone(key) => key,
        }
    }

    fn channel(&self) -> NoticeChannel {
        match self {
            Self::Email(_) => NoticeChannel::Email,
            Self::Phone(_) => NoticeChannel::Sms,
        }
    }
}

impl Centre {
    /// Waits for a code in a browser, and sends it out where `may_go_out`.
    pub(super) async fn wait_for_code(
        &self,
        session: &mut Session,
        portal: &PortalSession,
        purpose: Purpose,
        (address, language): (&Address, Language),
        (content, may_go_out): (&impl Serialize, bool),
    ) -> Result<(), CentreError> {
        let number = u32::from_be_bytes(self.random.draw()?) % 1_000_000;
        let code = format!("{number:06}");
        let nobody_has = self.random.draw::<32>()?;
        let row = CodeRow {
            code_hash: if may_go_out { self.code_hash(portal, purpose, &code) } else { nobody_has },
            content: serde_json::to_string(content)
                .map_err(|_| CentreError::Invalid("this cannot be kept".to_owned()))?,
            expires_at: self.clock.now_ms() + i64::from(VALID_MINUTES) * 60_000,
            tries_left: TRIES,
        };
        portal_codes::put(session, &portal.hash(), purpose.word(), &row).await?;
        if !may_go_out {
            return Ok(());
        }
        let notice = Notice {
            channel: address.channel(),
            to: address.key().to_owned(),
            language,
            kind: NoticeKind::ConfirmationCode { code, minutes: VALID_MINUTES },
            about: None,
        };
        self.queue_notice(session, &notice).await.map(drop)
    }

    /// Compares a code with the one that is waited for. The caller commits whatever comes of it.
    pub(super) async fn compare_code<T: DeserializeOwned>(
        &self,
        session: &mut Session,
        portal: &PortalSession,
        purpose: Purpose,
        typed: &str,
    ) -> Result<Compared<T>, CentreError> {
        let owner = portal.hash();
        let Some(row) = portal_codes::lock(session, &owner, purpose.word()).await? else {
            return Ok(Compared::Over);
        };
        if row.tries_left == 0 || self.clock.now_ms() >= row.expires_at {
            return Ok(Compared::Over);
        }
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        let is_right: bool = self.code_hash(portal, purpose, &digits).ct_eq(&row.code_hash).into();
        if !is_right {
            portal_codes::tried(session, &owner, purpose.word()).await?;
            return Ok(Compared::Wrong);
        }
        portal_codes::remove(session, &owner, purpose.word()).await?;
        let content = serde_json::from_str(&row.content)
            .map_err(|_| CentreError::Damaged("what a code was for cannot be read".to_owned()))?;
        Ok(Compared::Right(content))
    }

    /// Bound to the browser and the purpose: the same digits mean nothing elsewhere.
    fn code_hash(&self, portal: &PortalSession, purpose: Purpose, digits: &str) -> [u8; 32] {
        let owner = crate::keys::hex(&portal.hash());
        self.key.hash_code(&format!("portal {} {owner} {digits}", purpose.word()))
    }
}
