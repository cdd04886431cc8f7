//! All of it once more before it is sent, with the way back to each answer and the notice on personal data.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::text_in;
use complaints::{Channel, Discretion, Kind, read_point, shown_phone};

use super::documents::{FileLine, file_lines};
use super::{Filling, Head, Meaning, Step, address, open, person};
use crate::filing::Filing;
use crate::portal::author;
use crate::web::pages::Pages;
use crate::web::pages::failures::Failure;
use crate::web::pages::forms::Typed;
use crate::web::pages::frame::Frame;
use crate::web::pages::public::guest::must_have_written;
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "portal/file_review.html")]
pub(super) struct ReviewPage {
    frame: Frame,
    head: Head,
    meaning: Option<Meaning>,
    parts: Vec<Part>,
    files: Vec<FileLine>,
    change_files: String,
    privacy: String,
    privacy_version: String,
    send: String,
    save: String,
    button: String,
}

/// What was answered on one page.
struct Part {
    title: String,
    change: String,
    /// For tests; stable.
    id: &'static str,
    lines: Vec<Line>,
}

struct Line {
    label: String,
    value: String,
    /// Numbers and addresses are read from the left in every language.
    left_to_right: bool,
}

impl ReviewPage {
    pub(super) fn of(filling: &Filling<'_>) -> Self {
        let (frame, profile) = (&filling.frame, filling.profile());
        let kind: Kind = filling.typed("kind").parse().unwrap_or(Kind::Complaint);
        Self {
            head: filling.head(Step::Review),
            meaning: filling.meaning(),
            parts: vec![matter(filling, kind), story(filling), who(filling)],
            files: file_lines(filling),
            change_files: change(filling, Step::Documents),
            privacy: text_in(&profile.privacy, frame.tag()).to_owned(),
            privacy_version: profile.privacy_version.clone(),
            send: format!("/file/{}/send", filling.form.id),
            save: format!("/file/{}/save", filling.form.id),
            button: frame.of_kind("portal-file-send", &kind),
            frame: filling.frame.clone(),
        }
    }
}

fn change(filling: &Filling<'_>, step: Step) -> String {
    format!("{}?from=review", address(filling.form.id, step))
}

fn matter(filling: &Filling<'_>, kind: Kind) -> Part {
    let frame = &filling.frame;
    let line = |key: &str, value: String| Line { label: frame.t(key), value, left_to_right: false };
    let meaning = filling.meaning();
    Part {
        title: frame.t("portal-file-matter-title"),
        change: change(filling, Step::Matter),
        id: "matter",
        lines: vec![
            line("centre-fact-kind", frame.t(&format!("centre-kind-{kind}"))),
            line("centre-fact-matter", meaning.map_or(String::new(), |meaning| meaning.name)),
        ],
    }
}

fn story(filling: &Filling<'_>) -> Part {
    let frame = &filling.frame;
    let line = |key: &str, name: &str, left_to_right: bool| Line {
        label: frame.t(key),
        value: filling.typed(name).trim().to_owned(),
        left_to_right,
    };
    let all = [
        line("portal-file-text", "text", false),
        line("portal-file-place", "place", false),
        line("portal-file-point", "point", true),
    ];
    Part {
        title: frame.one("portal-file-story-title", "kind", filling.typed("kind")),
        change: change(filling, Step::Story),
        id: "story",
        lines: all.into_iter().filter(|line| !line.value.is_empty()).collect(),
    }
}

fn who(filling: &Filling<'_>) -> Part {
    let frame = &filling.frame;
    let chosen = person::discretion(filling);
    let mut lines = Vec::new();
    let mut line = |key: &str, value: String, left_to_right: bool| {
        if !value.is_empty() {
            lines.push(Line { label: frame.t(key), value, left_to_right });
        }
    };
    if chosen != Discretion::Open {
        line("portal-file-discretion", frame.t(&format!("portal-file-discretion-{chosen}")), false);
    }
    if chosen != Discretion::Anonymous {
        let citizen = person::citizen(filling);
        line("portal-file-name", citizen.full_name(), false);
        line("portal-file-nic", citizen.nic.unwrap_or_default(), true);
        let ways = person::contact_by(filling);
        let ways: Vec<String> = ways.iter().map(|way| frame.t(&format!("portal-file-way-{way}"))).collect();
        let told = if ways.is_empty() { frame.t("portal-file-way-none") } else { ways.join(frame.comma()) };
        line("portal-file-ways", told, false);
        line("portal-file-email", citizen.email.unwrap_or_default(), true);
        line("portal-file-phone", citizen.phone.map(|phone| shown_phone(&phone)).unwrap_or_default(), true);
        let parts = [citizen.address, citizen.locality];
        line(
            "portal-file-address",
            parts.into_iter().flatten().collect::<Vec<_>>().join(frame.comma()),
            false,
        );
        if let Some(helper) = person::representative(filling) {
            let told = [Some(helper.name), helper.relation, helper.phone.map(|phone| shown_phone(&phone))];
            line(
                "portal-file-helper",
                told.into_iter().flatten().collect::<Vec<_>>().join(frame.comma()),
                false,
            );
        }
    }
    Part {
        title: frame.t("portal-file-person-title"),
        change: change(filling, Step::Person),
        id: "person",
        lines,
    }
}

/// `POST /file/{id}/send`: registers it, once.
pub(in crate::web::pages) async fn send(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let filling = match open(&pages, &visit, &headers, &id).await? {
        Ok(filling) => filling,
        // Sent once more: the receipt of what came of it the first time.
        Err(other) => return Ok(other),
    };
    must_have_written(&filling.guest, typed.get("word"))?;
    let review = address(filling.form.id, Step::Review);
    if Step::ALL.iter().any(|step| !filling.faults(*step).is_empty()) {
        // The page itself leads on to what is missing.
        return Ok(Redirect::to(&review).into_response());
    }
    let Some(filing) = filing(&filling) else { return Ok(Redirect::to(&review).into_response()) };
    let is_open = filing.discretion.is_none();
    let name = if is_open { filing.citizen.full_name() } else { String::new() };
    let author = author(&name, &filling.frame.t("portal-author"));
    let filed = pages.centre.file_form(&filling.guest, filling.form.id, &filing, &author).await?;
    let address = format!("{}?new=1", crate::web::pages::public::case::receipt_address(&filed));
    Ok(Redirect::to(&address).into_response())
}

/// What the form says, as it is registered.
fn filing(filling: &Filling<'_>) -> Option<Filing> {
    let line = |name: &str| Some(filling.typed(name).to_owned()).filter(|line| !line.is_empty());
    let tag = filling.frame.tag().to_owned();
    Some(Filing {
        channel: Channel::Portal,
        office: None,
        kind: filling.typed("kind").parse().ok()?,
        category: filling.category()?.code.clone(),
        institution: None,
        subject: String::new(),
        text: filling.typed("text").trim().to_owned(),
        place: line("place"),
        language: tag.clone(),
        citizen: person::citizen(filling),
        contact_by: person::contact_by(filling),
        notice_language: Some(tag),
        representative: person::representative(filling),
        discretion: Some(person::discretion(filling)).filter(|chosen| *chosen != Discretion::Open),
        point: line("point").and_then(|point| read_point(&point)),
        recorded_at: None,
    })
}
