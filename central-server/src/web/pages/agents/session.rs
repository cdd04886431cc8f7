//! The cookie that says who is signed in, and the word in each form that proves that it comes from a page of that
//! session.

use axum::http::{HeaderMap, HeaderValue};
use subtle::ConstantTimeEq;

use crate::access::Right;
use crate::error::CentreError;
use crate::people::{Agent, SessionToken};
use crate::web::pages::failures::Failure;
use crate::web::pages::{Pages, cookies};

/// The cookie's name.
const COOKIE: &str = "guichet_agent";

/// Somebody who is signed in.
pub(super) struct SignedIn {
    pub(super) agent: Agent,
    pub(super) token: SessionToken,
}

impl SignedIn {
    /// Who sent these headers; nobody, when the session is over or never was.
    ///
    /// # Errors
    /// [`Failure::PasswordFirst`] for whoever has to choose a password first, or the store's.
    pub(super) async fn from(pages: &Pages, headers: &HeaderMap) -> Result<Option<Self>, Failure> {
        match Self::with_any_password(pages, headers).await? {
            Some(signed_in) if signed_in.agent.one_time_password => Err(Failure::PasswordFirst),
            signed_in => Ok(signed_in),
        }
    }

    /// The same for the page on which a password is chosen.
    ///
    /// # Errors
    /// The store's.
    pub(super) async fn with_any_password(
        pages: &Pages,
        headers: &HeaderMap,
    ) -> Result<Option<Self>, CentreError> {
        let Some(value) = cookies::value(headers, COOKIE) else { return Ok(None) };
        let token = SessionToken::from_cookie(value);
        let agent = pages.centre.agent_of_session(&token).await?;
        Ok(agent.map(|agent| Self { agent, token }))
    }

    /// Whether this agent may do that.
    pub(super) fn may(&self, right: Right) -> bool {
        self.agent.role.may(right)
    }

    /// Turns away whoever may not do that.
    ///
    /// # Errors
    /// [`Failure::NotAllowed`].
    pub(super) fn must(&self, right: Right) -> Result<(), Failure> {
        if self.may(right) { Ok(()) } else { Err(Failure::NotAllowed) }
    }

    /// Whether a form carries this sign-in's word.
    pub(super) fn wrote(&self, word: &str) -> bool {
        self.token.form_word().as_bytes().ct_eq(word.as_bytes()).into()
    }
}

/// The token that came with a request, if any.
pub(super) fn token(headers: &HeaderMap) -> Option<SessionToken> {
    cookies::value(headers, COOKIE).map(SessionToken::from_cookie)
}

/// The cookie of a new session. It lives as long as the browser's window; the centre decides when it is over.
pub(super) fn begin(token: &SessionToken, encrypted: bool) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{COOKIE}={}; {}", token.as_str(), attributes(encrypted))).ok()
}

/// The cookie that takes a session away.
pub(super) fn end(encrypted: bool) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!("{COOKIE}=; Max-Age=0; {}", attributes(encrypted))).ok()
}

fn attributes(encrypted: bool) -> &'static str {
    if encrypted {
        "Path=/agents; HttpOnly; SameSite=Strict; Secure"
    } else {
        "Path=/agents; HttpOnly; SameSite=Strict"
    }
}
