//! The cookie that tells one browser on the portal from another, and the word in each form that proves that it comes from
//! a page of that browser.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use subtle::ConstantTimeEq;

use crate::error::CentreError;
use crate::people::SessionToken;
use crate::portal::PortalSession;
use crate::web::pages::failures::Failure;
use crate::web::pages::visit::Visit;
use crate::web::pages::{Pages, cookies};

/// The cookie's name.
const COOKIE: &str = "guichet_portal";

/// The session of a browser; none before anything had to be kept for it, and once it is over.
pub(super) async fn guest(pages: &Pages, headers: &HeaderMap) -> Result<Option<PortalSession>, CentreError> {
    match cookies::value(headers, COOKIE) {
        Some(value) => pages.centre.portal_session(&SessionToken::from_cookie(value)).await,
        None => Ok(None),
    }
}

/// The session of a browser, begun now where there is none.
pub(super) async fn guest_or_new(pages: &Pages, headers: &HeaderMap) -> Result<PortalSession, CentreError> {
    match guest(pages, headers).await? {
        Some(known) => Ok(known),
        None => pages.centre.begin_portal_session().await,
    }
}

/// Fails unless a form carries the word that belongs to the guest's cookie.
pub(super) fn must_have_written(guest: &PortalSession, word: &str) -> Result<(), Failure> {
    let is_right: bool = guest.token.form_word().as_bytes().ct_eq(word.as_bytes()).into();
    if is_right { Ok(()) } else { Err(Failure::NotAllowed) }
}

/// Gives the browser its cookie. It lives as long as the browser's window; the centre decides when it is over.
pub(super) fn remember(response: &mut Response, guest: &PortalSession, visit: &Visit) {
    set(response, guest.token.as_str(), "", visit);
}

/// Takes the cookie away.
pub(super) fn forget(response: &mut Response, visit: &Visit) {
    set(response, "", " Max-Age=0;", visit);
}

fn set(response: &mut Response, value: &str, age: &str, visit: &Visit) {
    // Lax, so that the link in an e-mail finds whoever is signed in; what changes something needs the word as well.
    let secure = if visit.encrypted { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={value};{age} Path=/; HttpOnly; SameSite=Lax{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
