//! What a version changes, in words: the draft against what is in force, with the check and the button that puts it in force;
//! and each version that was in force against the one before it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::differences;
use locales::Args;

use super::super::deeds::Draft;
use super::super::{Desk, PROFILE};
use super::overview::{VersionLine, version_line};
use super::telling::{Part, parts};
use super::{Head, Work};
use crate::profile_versions::{Drafted, LONGEST_NOTE, PutInForce};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;

/// Where the draft is looked at.
const REVIEW: &str = "/agents/admin/profile/review";

#[derive(Template)]
#[template(path = "agents/profile/review.html")]
struct Review {
    frame: Frame,
    desk: Desk,
    head: Head,
    /// Who changed the draft last, and when.
    begun: Option<String>,
    parts: Vec<Part>,
    /// What should be looked at, as the check says it: in English.
    warnings: Vec<String>,
    revision: u32,
    /// Another version came into force since it was begun.
    left_behind: bool,
    draft: Draft,
}

#[derive(Template)]
#[template(path = "agents/profile/version.html")]
struct Version {
    frame: Frame,
    desk: Desk,
    head: Head,
    line: VersionLine,
    parts: Vec<Part>,
    /// Whether a draft can be begun that says what this version says.
    may_take_back: bool,
}

/// `GET /agents/admin/profile/review`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => shown(&pages, &work, StatusCode::OK, work.head(&visit), Draft::default()),
        Err(response) => Ok(response),
    }
}

/// `POST /agents/admin/profile/review`: puts the draft in force, or throws it away.
pub(in crate::web::pages) async fn decide(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let mut work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    work.frame.languages.clear();
    let frame = &work.frame;
    let kept = |status: StatusCode, faults: Faults, notice: Option<(String, Vec<String>)>| {
        let head = match notice {
            Some((notice, mistakes)) => work.refused(&visit, notice, mistakes),
            None => work.head(&visit),
        };
        shown(&pages, &work, status, head, Draft { deed: "force", fields: typed.clean(), faults })
    };
    let refused = |status, key: &str| kept(status, Faults::default(), Some((frame.t(key), Vec::new())));
    if !work.signed_in.wrote(typed.get("word")) {
        return refused(StatusCode::FORBIDDEN, "agents-token");
    }
    let seen = typed.get("revision").parse().unwrap_or(0);
    let agent = &work.signed_in.agent;
    if typed.get("choice") == "drop" {
        return match pages.centre.drop_profile_draft(agent, seen).await? {
            true => Ok(Redirect::to(&format!("{PROFILE}?done=dropped")).into_response()),
            false => refused(StatusCode::CONFLICT, "profile-overtaken"),
        };
    }
    let note = typed.text("note");
    let mut faults = Faults::default();
    faults.add_if("force-note", note.message(frame, Some("profile-note-missing")));
    if note.clean.chars().count() > LONGEST_NOTE {
        let limit = Args::new().with("field", frame.t("profile-note")).with("limit", LONGEST_NOTE);
        faults.add("force-note", frame.with("profile-fault-long", &limit));
    }
    let Some(note) = note.taken().filter(|_| faults.is_empty()) else {
        return kept(StatusCode::UNPROCESSABLE_ENTITY, faults, None);
    };
    match pages.centre.put_profile_in_force(agent, seen, &note).await? {
        PutInForce::Done(_) => Ok(Redirect::to(&format!("{PROFILE}?done=force")).into_response()),
        PutInForce::Overtaken => refused(StatusCode::CONFLICT, "profile-overtaken"),
        PutInForce::Nothing => refused(StatusCode::CONFLICT, "profile-no-difference"),
        PutInForce::Mistakes(mistakes) => {
            let told = mistakes.0.iter().map(ToString::to_string).collect();
            let notice = Some((frame.t("profile-mistakes"), told));
            kept(StatusCode::UNPROCESSABLE_ENTITY, Faults::default(), notice)
        }
    }
}

fn shown(
    pages: &Pages,
    work: &Work,
    status: StatusCode,
    head: Head,
    typed: Draft,
) -> Result<Response, Failure> {
    let frame = work.frame.clone();
    let now = pages.centre.now();
    let begun = work.draft.as_ref().map(|draft| {
        let at = jiff::Timestamp::from_millisecond(draft.at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let day = frame.short_day(at.to_zoned(now.time_zone().clone()).date(), now.date());
        frame.with("profile-draft-by", &Args::new().with("name", draft.author.as_str()).with("day", day))
    });
    let before = work.in_force_warnings(now.year());
    let warnings = work.profile.warnings(work.said(), now.year());
    // What was so before is nothing to decide about now.
    let warnings = warnings.iter().map(ToString::to_string).filter(|told| !before.contains(told));
    let review = Review {
        begun,
        parts: parts(&frame, &work.profile, &work.changes()),
        warnings: warnings.collect(),
        revision: work.revision(),
        left_behind: work.is_left_behind(),
        desk: work.desk(pages),
        head,
        draft: typed,
        frame,
    };
    page(status, &review)
}

/// `GET /agents/admin/profile/version/{number}`
pub(in crate::web::pages) async fn version(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Result<Response, Failure> {
    let number: u32 = number.parse().map_err(|_| Failure::NotFound)?;
    let work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    let head = work.head(&visit);
    version_page(&pages, &work, number, head, StatusCode::OK).await
}

/// `POST /agents/admin/profile/version/{number}`: begins a draft that says what that version said.
pub(in crate::web::pages) async fn take_back(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(number): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let number: u32 = number.parse().map_err(|_| Failure::NotFound)?;
    let work = match Work::begin(&pages, &visit, &headers).await? {
        Ok(work) => work,
        Err(response) => return Ok(response),
    };
    if !work.signed_in.wrote(typed.get("word")) {
        let head = work.refused(&visit, work.frame.t("agents-token"), Vec::new());
        return version_page(&pages, &work, number, head, StatusCode::FORBIDDEN).await;
    }
    let versions = pages.centre.profile_versions().await?;
    let wanted = versions.iter().find(|version| version.number == number).ok_or(Failure::NotFound)?;
    let bundle = pages.centre.profile_of(&wanted.digest).await?;
    // A draft that somebody is at is not written over.
    let drafted = match work.draft {
        Some(_) => Drafted::Overtaken,
        None => pages.centre.write_profile_draft(&work.signed_in.agent, 0, &bundle).await?,
    };
    match drafted {
        Drafted::Done(_) => Ok(Redirect::to(&format!("{REVIEW}?done=begun")).into_response()),
        Drafted::Overtaken => {
            let head = work.refused(&visit, work.frame.t("profile-draft-in-the-way"), Vec::new());
            version_page(&pages, &work, number, head, StatusCode::CONFLICT).await
        }
    }
}

async fn version_page(
    pages: &Pages,
    work: &Work,
    number: u32,
    head: Head,
    status: StatusCode,
) -> Result<Response, Failure> {
    let versions = pages.centre.profile_versions().await?;
    let at = versions.iter().position(|version| version.number == number).ok_or(Failure::NotFound)?;
    let said = pages.centre.profile_of(&versions[at].digest).await?;
    let changes = match versions.get(at + 1) {
        Some(before) => differences(&pages.centre.profile_of(&before.digest).await?, &said),
        None => Vec::new(),
    };
    let frame = work.frame.clone();
    let shown = Version {
        line: version_line(&frame, pages, &versions[at], at == 0),
        parts: parts(&frame, &work.profile, &changes),
        may_take_back: at > 0 && work.draft.is_none(),
        desk: work.desk(pages),
        head,
        frame,
    };
    page(status, &shown)
}
