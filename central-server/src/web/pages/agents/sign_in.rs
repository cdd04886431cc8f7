//! Signing in and out. Wrong passwords are counted for each login at the centre, and for each line here.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use locales::dates;

use super::session;
use crate::error::CentreError;
use crate::people::SessionToken;
use crate::portal::Limited;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

/// How long a login rests after too many wrong passwords, as the centre counts.
const LOGIN_RESTS: Duration = Duration::from_secs(15 * 60);

/// Far more than any login or password has.
const LONGEST: usize = 1_000;

#[derive(Template)]
#[template(path = "agents/sign_in.html")]
struct SignIn {
    frame: Frame,
    login: String,
    next: String,
    faults: Faults,
    signed_out: bool,
    /// What was typed into a form after the session was over.
    kept: Option<String>,
}

/// `GET /agents/sign-in`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    let sign_in = SignIn {
        login: String::new(),
        next: next(visit.asked("next")),
        faults: Faults::default(),
        signed_out: visit.query.contains_key("out"),
        kept: None,
        frame: Frame::new(pages.profile(), &visit),
    };
    page(StatusCode::OK, &sign_in)
}

/// `POST /agents/sign-in`
pub(in crate::web::pages) async fn check(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    typed: Typed,
) -> Result<Response, Failure> {
    let (login, password, next) = (typed.line("login"), typed.get("password"), next(typed.get("next")));
    let frame = Frame::new(pages.profile(), &visit);
    let mut faults = Faults::default();
    if login.is_empty() {
        faults.add("login", frame.t("agents-login-missing"));
    }
    if password.is_empty() {
        faults.add("password", frame.t("agents-password-missing"));
    }
    let outcome =
        if faults.is_empty() { try_it(&pages, &visit, &login, password).await? } else { Outcome::Faulty };
    let (status, wait) = match outcome {
        Outcome::SignedIn(token) => {
            let mut response = Redirect::to(&next).into_response();
            if let Some(cookie) = session::begin(&token, visit.encrypted) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            return Ok(response);
        }
        Outcome::Faulty => (StatusCode::UNPROCESSABLE_ENTITY, None),
        Outcome::Wrong => {
            faults.add("login", frame.t("agents-sign-in-wrong"));
            (StatusCode::UNPROCESSABLE_ENTITY, None)
        }
        Outcome::TooMany(wait) => {
            let now = pages.centre.now();
            let again = now.checked_add(wait + Duration::from_secs(60)).unwrap_or(now);
            let time = dates::time(frame.language, again.time(), false);
            faults.add("login", frame.one("portal-too-many", "time", &time));
            (StatusCode::TOO_MANY_REQUESTS, Some(wait))
        }
    };
    let mut response = page(status, &SignIn { frame, login, next, faults, signed_out: false, kept: None })?;
    if let Some(wait) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs() + 1));
    }
    Ok(response)
}

/// `POST /agents/sign-out`
pub(in crate::web::pages) async fn out(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    if let Some(token) = session::token(&headers) {
        let signed_in = session::SignedIn::with_any_password(&pages, &headers).await?;
        if signed_in.is_some_and(|signed_in| !signed_in.wrote(typed.get("word"))) {
            return Err(Failure::NotAllowed);
        }
        pages.centre.sign_out(&token).await?;
    }
    let mut response = Redirect::to("/agents/sign-in?out=1").into_response();
    if let Some(cookie) = session::end(visit.encrypted) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Asks somebody to sign in who wanted to see a page.
pub(super) fn first(visit: &Visit) -> Response {
    let wanted = super::super::visit::address(&visit.path, &visit.query);
    let query = [("next".to_owned(), wanted)].into_iter().collect();
    Redirect::to(&super::super::visit::address("/agents/sign-in", &query)).into_response()
}

/// Asks somebody to sign in who sent a form after the session was over, and gives back what was typed.
pub(super) fn again(pages: &Pages, visit: &Visit, next: &str, kept: &str) -> Result<Response, Failure> {
    let mut frame = Frame::new(pages.profile(), visit);
    frame.languages.clear();
    let mut faults = Faults::default();
    faults.add("login", frame.t("agents-session-over"));
    let kept = Some(kept.to_owned()).filter(|kept| !kept.trim().is_empty());
    let next = self::next(next);
    page(
        StatusCode::UNAUTHORIZED,
        &SignIn { frame, login: String::new(), next, faults, signed_out: false, kept },
    )
}

enum Outcome {
    SignedIn(SessionToken),
    Faulty,
    Wrong,
    TooMany(Duration),
}

async fn try_it(pages: &Pages, visit: &Visit, login: &str, password: &str) -> Result<Outcome, Failure> {
    if login.len() > LONGEST || password.len() > LONGEST {
        return Ok(Outcome::Wrong);
    }
    let tried = match pages.centre.begin_try(Limited::AgentFrom, &visit.line.to_string()).await? {
        Ok(tried) => tried,
        Err(wait) => return Ok(Outcome::TooMany(wait)),
    };
    let outcome = pages.centre.sign_in(login, password).await;
    if !matches!(outcome, Ok(None)) {
        pages.centre.give_back(&tried).await?;
    }
    match outcome {
        Ok(Some((_, token))) => Ok(Outcome::SignedIn(token)),
        Ok(None) => Ok(Outcome::Wrong),
        Err(CentreError::TooManyTries) => Ok(Outcome::TooMany(LOGIN_RESTS)),
        Err(error) => Err(error.into()),
    }
}

/// Where to go after signing in: a page of the agents, and nowhere else.
fn next(wanted: &str) -> String {
    let page = wanted.split('?').next().unwrap_or_default();
    let known = ["/agents", "/agents/filter", "/agents/carry", "/agents/register", "/agents/overview"];
    let kept = ["/agents/people", "/agents/templates", "/agents/looks"];
    let inside = known.contains(&page) || kept.contains(&page) || page.starts_with("/agents/case/");
    let plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if inside && plain { wanted.to_owned() } else { "/agents".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn one_goes_back_to_a_page_of_the_agents_and_nowhere_else() {
        for inside in
            ["/agents", "/agents/filter?show=urgent", "/agents?group=all", "/agents/case/12-2-00417-51"]
        {
            assert_eq!(next(inside), inside);
        }
        for outside in [
            "",
            "//evil.example",
            "https://evil.example",
            "/agents.evil",
            "/agents?x\r\nSet-Cookie: a=b",
            "/follow",
        ] {
            assert_eq!(next(outside), "/agents", "{outside}");
        }
    }
}
