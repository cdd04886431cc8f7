//! Where administrators change the profile: institutions, categories, offices, public holidays and where complaints go. Every
//! change goes into the draft of the next version; the version comes into force on the page that shows the difference.

mod editing;
mod fields;
mod overview;
mod review;
mod rows;
mod subject;
mod telling;

use std::sync::Arc;

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use complaints::profile::{Bundle, Difference, Profile, differences};
use locales::Args;

use super::session::SignedIn;
use super::{Desk, PROFILE, sign_in};
use crate::access::Right;
use crate::error::CentreError;
use crate::profile_versions::ProfileDraft;
use crate::web::pages::Pages;
use crate::web::pages::failures::Failure;
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;
use subject::Subject;

/// The addresses below `/agents/admin/profile`.
pub(in crate::web::pages) fn routes() -> Router<Arc<Pages>> {
    Router::new()
        .route(PROFILE, get(overview::show).post(overview::decide))
        .route("/agents/admin/profile/review", get(review::ask).post(review::decide))
        .route("/agents/admin/profile/version/{number}", get(review::version).post(review::take_back))
        .route("/agents/admin/profile/{subject}", get(rows::list))
        .route("/agents/admin/profile/{subject}/{row}", get(editing::ask).post(editing::act))
}

/// What an administrator works on: the draft, or what is in force where none was begun.
struct Work {
    signed_in: SignedIn,
    frame: Frame,
    in_force: Bundle,
    draft: Option<ProfileDraft>,
    /// What the draft says, read.
    profile: Profile,
}

/// What stands on top of every page of the profile.
struct Head {
    /// Address, name, whether it is this page.
    subjects: Vec<(String, String, bool)>,
    /// How many rows the draft changes; none: there is no draft.
    changes: Option<String>,
    done: Option<String>,
    notice: Option<String>,
    /// What the check found, as it says it: in English.
    mistakes: Vec<String>,
}

impl Work {
    /// Begins, for administrators; the answer for everybody else.
    async fn begin(
        pages: &Pages,
        visit: &Visit,
        headers: &HeaderMap,
    ) -> Result<Result<Self, Response>, Failure> {
        let Some(signed_in) = SignedIn::from(pages, headers).await? else {
            return Ok(Err(sign_in::first(visit)));
        };
        signed_in.must(Right::KeepProfile)?;
        let in_force = pages.centre.profile_in_force().await?;
        let draft = pages.centre.profile_draft().await?;
        let said = draft.as_ref().map_or(&in_force, |draft| &draft.bundle);
        let profile = Profile::read(said).map_err(|mistakes| CentreError::Profile(mistakes.to_string()))?;
        let frame = Frame::new(pages.profile(), visit);
        Ok(Ok(Self { signed_in, frame, in_force, draft, profile }))
    }

    /// What the draft says, or what is in force.
    fn said(&self) -> &Bundle {
        self.draft.as_ref().map_or(&self.in_force, |draft| &draft.bundle)
    }

    /// Which revision of the draft is on the page; 0: there is none.
    fn revision(&self) -> u32 {
        self.draft.as_ref().map_or(0, |draft| draft.revision)
    }

    /// What the draft changes.
    fn changes(&self) -> Vec<Difference> {
        self.draft.as_ref().map_or_else(Vec::new, |draft| differences(&self.in_force, &draft.bundle))
    }

    /// What the check says about what is in force.
    fn in_force_warnings(&self, year: i16) -> Vec<String> {
        let Ok(profile) = Profile::read(&self.in_force) else { return Vec::new() };
        profile.warnings(&self.in_force, year).iter().map(ToString::to_string).collect()
    }

    /// Whether another version came into force since the draft was begun.
    fn is_left_behind(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.base != self.in_force.digest())
    }

    fn desk(&self, pages: &Pages) -> Desk {
        Desk::at(&self.frame, pages.profile(), &self.signed_in, PROFILE)
    }

    fn head(&self, visit: &Visit) -> Head {
        let frame = &self.frame;
        let subject = |subject: Subject| {
            let address = subject.address();
            let is_here = visit.path == address || visit.path.starts_with(&format!("{address}/"));
            (address, frame.t(&format!("profile-{}", subject.word())), is_here)
        };
        let done = ["saved", "removed", "dropped", "aside", "begun", "force"].contains(&visit.asked("done"));
        let count = |count: usize| frame.with("profile-changes", &Args::new().with("count", count));
        Head {
            subjects: Subject::ALL.map(subject).to_vec(),
            changes: self.draft.as_ref().map(|_| count(self.changes().len())),
            done: done.then(|| frame.t(&format!("profile-done-{}", visit.asked("done")))),
            notice: self.is_left_behind().then(|| frame.t("profile-left-behind")),
            mistakes: Vec::new(),
        }
    }

    /// The head after something was not taken.
    fn refused(&self, visit: &Visit, notice: String, mistakes: Vec<String>) -> Head {
        Head { done: None, notice: Some(notice), mistakes, ..self.head(visit) }
    }
}
