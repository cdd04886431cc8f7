//! The first page of the profile: what can be changed, the draft, a folder that waits for a decision, and every version that
//! was in force, with who, when and why.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::differences;

use super::super::{Desk, PROFILE};
use super::telling::{Part, parts};
use super::{Head, Work};
use crate::profile_versions::{Drafted, Origin, ProfileVersion};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::Typed;
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "agents/profile/overview.html")]
struct Overview {
    frame: Frame,
    desk: Desk,
    head: Head,
    versions: Vec<VersionLine>,
    /// What a folder that has changed says differently from what is in force.
    offered: Option<Vec<Part>>,
}

/// A version as it stands in the list.
pub(super) struct VersionLine {
    pub(super) number: u32,
    pub(super) day: String,
    pub(super) author: String,
    pub(super) note: String,
    /// It is in force.
    pub(super) current: bool,
}

/// `GET /agents/admin/profile`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    let head = work.head(&visit);
    shown(&pages, &work, StatusCode::OK, head).await
}

/// `POST /agents/admin/profile`: what becomes of a folder that has changed.
pub(in crate::web::pages) async fn decide(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    if !work.signed_in.wrote(typed.get("word")) {
        let head = work.refused(&visit, work.frame.t("agents-token"), Vec::new());
        return shown(&pages, &work, StatusCode::FORBIDDEN, head).await;
    }
    let Some(offered) = pages.centre.offered_profile().await? else {
        return Ok(Redirect::to(PROFILE).into_response());
    };
    if typed.get("choice") == "take" {
        let drafted = match work.draft {
            Some(_) => Drafted::Overtaken,
            None => pages.centre.write_profile_draft(&work.signed_in.agent, 0, &offered).await?,
        };
        if drafted == Drafted::Overtaken {
            let head = work.refused(&visit, work.frame.t("profile-draft-in-the-way"), Vec::new());
            return shown(&pages, &work, StatusCode::CONFLICT, head).await;
        }
    }
    pages.centre.set_offered_profile_aside().await?;
    let done = if typed.get("choice") == "take" { "review?done=begun" } else { "?done=aside" };
    let slash = if done.starts_with('?') { "" } else { "/" };
    Ok(Redirect::to(&format!("{PROFILE}{slash}{done}")).into_response())
}

async fn shown(pages: &Pages, work: &Work, status: StatusCode, head: Head) -> Result<Response, Failure> {
    let frame = work.frame.clone();
    let versions = pages.centre.profile_versions().await?;
    let offered = pages.centre.offered_profile().await?;
    let overview = Overview {
        versions: versions
            .iter()
            .enumerate()
            .map(|(at, version)| version_line(&frame, pages, version, at == 0))
            .collect(),
        offered: offered.map(|offered| parts(&frame, &work.profile, &differences(&work.in_force, &offered))),
        desk: work.desk(pages),
        head,
        frame,
    };
    page(status, &overview)
}

pub(super) fn version_line(
    frame: &Frame,
    pages: &Pages,
    version: &ProfileVersion,
    current: bool,
) -> VersionLine {
    let now = pages.centre.now();
    let at = jiff::Timestamp::from_millisecond(version.at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let by_itself = match version.origin {
        Origin::Folder => frame.t("profile-by-folder"),
        Origin::Pages | Origin::Command => frame.t("profile-by-command"),
    };
    VersionLine {
        number: version.number,
        day: frame.short_day(at.to_zoned(now.time_zone().clone()).date(), now.date()),
        author: if version.author.is_empty() { by_itself } else { version.author.clone() },
        note: version.note.clone(),
        current,
    }
}
