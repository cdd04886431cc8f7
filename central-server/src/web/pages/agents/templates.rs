//! Texts that answers start from: the list, a new one, and the next version of one that is known.

use std::sync::Arc;

use askama::Template as Page;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use locales::{Args, Language, without_isolation};

use super::deeds::Draft;
use super::session::SignedIn;
use super::{Desk, TEMPLATES, sign_in};
use crate::access::Right;
use crate::casework::{NewTemplate, Template, TemplateDeed, TemplateId};
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;

#[derive(Page)]
#[template(path = "agents/templates.html")]
struct Templates {
    frame: Frame,
    desk: Desk,
    lines: Vec<Line>,
    deeds: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    draft: Draft,
    /// Which gaps a text may have.
    hint: String,
    /// The one that is changed.
    known: Option<Line>,
    versions: Vec<Line>,
    done: bool,
    notice: Option<String>,
}

struct Line {
    id: String,
    version: u32,
    title: String,
    body: String,
    deed: String,
    deed_name: String,
    language: String,
    language_name: String,
    whose: String,
    retired: bool,
    author: String,
    day: String,
}

/// `GET /agents/templates`
pub(in crate::web::pages) async fn list(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::KeepTemplates)?;
    shown(&pages, &visit, &signed_in, (StatusCode::OK, Draft::default(), None, None)).await
}

/// `GET /agents/templates/{id}`
pub(in crate::web::pages) async fn one(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::KeepTemplates)?;
    let id: TemplateId = id.parse().map_err(|_| Failure::NotFound)?;
    shown(&pages, &visit, &signed_in, (StatusCode::OK, Draft::default(), Some(id), None)).await
}

/// `POST /agents/templates`: a new one, or the next version of one.
pub(in crate::web::pages) async fn write(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else {
        return sign_in::again(&pages, &visit, TEMPLATES, &typed.text("text").clean);
    };
    signed_in.must(Right::KeepTemplates)?;
    let frame = Frame::new(pages.profile(), &visit);
    let known: Option<TemplateId> = typed.get("id").parse().ok();
    let draft = |faults| Draft { deed: "template", fields: typed.clean(), faults };
    if !signed_in.wrote(typed.get("word")) {
        let notice = Some(frame.t("agents-token"));
        let kept = (StatusCode::FORBIDDEN, draft(Faults::default()), known, notice);
        return shown(&pages, &visit, &signed_in, kept).await;
    }
    let mut faults = Faults::default();
    let Some(new) = read(&frame, &pages, &typed, &mut faults) else {
        let kept = (StatusCode::UNPROCESSABLE_ENTITY, draft(faults), known, None);
        return shown(&pages, &visit, &signed_in, kept).await;
    };
    let seen: u32 = typed.get("version").parse().unwrap_or(0);
    let known_version = known.map(|id| (id, seen));
    match pages.centre.write_template(&signed_in.agent, known_version, &new).await {
        Ok(_) => Ok(Redirect::to(&format!("{TEMPLATES}?done=1")).into_response()),
        Err(CentreError::Invalid(_)) => {
            let notice = Some(frame.t("agents-overtaken"));
            let kept = (StatusCode::CONFLICT, draft(faults), known, notice);
            shown(&pages, &visit, &signed_in, kept).await
        }
        Err(error) => Err(error.into()),
    }
}

fn read(frame: &Frame, pages: &Pages, typed: &Typed, faults: &mut Faults) -> Option<NewTemplate> {
    let deed: Option<TemplateDeed> = typed.line("deed").parse().ok();
    if deed.is_none() {
        faults.add("template-deed", frame.t("agents-template-deed-missing"));
    }
    let language = typed.line("language");
    if !pages.profile().languages.contains(&language) {
        faults.add("template-language", frame.t("agents-register-language-missing"));
    }
    let title = typed.line("title");
    if title.is_empty() || title.chars().count() > 100 {
        faults.add("template-title", frame.t("agents-template-title-missing"));
    }
    let body = typed.text("text");
    faults.add_if("template-text", body.message(frame, Some("agents-template-text-missing")));
    let new =
        NewTemplate { deed: deed?, language, title, body: body.taken()?, retired: typed.ticked("retired") };
    faults.is_empty().then_some(new)
}

async fn shown(
    pages: &Pages,
    visit: &Visit,
    signed_in: &SignedIn,
    (status, draft, known, notice): (StatusCode, Draft, Option<TemplateId>, Option<String>),
) -> Result<Response, Failure> {
    let profile = pages.profile();
    let mut frame = Frame::new(profile, visit);
    if !draft.deed.is_empty() {
        frame.languages.clear();
    }
    let all = pages.centre.templates(&signed_in.agent, true).await?;
    let line = |template: &Template| line(&frame, pages, template);
    let chosen = known.and_then(|id| all.iter().find(|template| template.id == id));
    if known.is_some() && chosen.is_none() {
        return Err(Failure::NotFound);
    }
    let versions = match known {
        Some(id) => pages.centre.template_versions(id).await?,
        None => Vec::new(),
    };
    let language = |tag: &String| {
        tag.parse::<Language>().ok().map(|language| (tag.clone(), language.own_name().to_owned()))
    };
    let templates = Templates {
        desk: Desk::at(&frame, profile, signed_in, TEMPLATES),
        lines: all.iter().map(line).collect(),
        deeds: TemplateDeed::ALL.map(|deed| (deed.word().to_owned(), deed_name(&frame, deed))).to_vec(),
        languages: profile.languages.iter().filter_map(language).collect(),
        known: chosen.map(line),
        versions: versions.iter().map(line).collect(),
        done: visit.query.contains_key("done"),
        hint: hint(&frame),
        draft,
        notice,
        frame,
    };
    page(status, &templates)
}

/// The gaps as they are typed. Whoever copies one copies no mark that cannot be seen.
fn hint(frame: &Frame) -> String {
    let gaps = Args::new()
        .with("reference", "{reference}")
        .with("name", "{name}")
        .with("institution", "{institution}");
    without_isolation(&frame.with("agents-template-hint", &gaps))
}

fn deed_name(frame: &Frame, deed: TemplateDeed) -> String {
    frame.t(match deed {
        TemplateDeed::Interim => "agents-step-answer-interim",
        TemplateDeed::Final => "agents-step-answer-final",
        TemplateDeed::Request => "agents-ask",
    })
}

fn line(frame: &Frame, pages: &Pages, template: &Template) -> Line {
    let at = jiff::Timestamp::from_millisecond(template.at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let now = pages.centre.now();
    let day = at.to_zoned(now.time_zone().clone()).date();
    let language = template.language.parse::<Language>();
    Line {
        id: template.id.to_string(),
        version: template.version,
        title: template.title.clone(),
        body: template.body.clone(),
        deed: template.deed.word().to_owned(),
        deed_name: deed_name(frame, template.deed),
        language: template.language.clone(),
        language_name: language.map_or_else(|_| template.language.clone(), |it| it.own_name().to_owned()),
        whose: template.institution.as_deref().map_or_else(
            || frame.t("agents-template-everybody"),
            |code| institution_name(pages.profile(), code, frame).to_owned(),
        ),
        retired: template.retired,
        author: template.author.clone(),
        day: frame.short_day(day, now.date()),
    }
}

impl Templates {
    /// What stands in a field: as typed, else as it is written.
    fn written(&self, name: &str) -> &str {
        if !self.draft.deed.is_empty() {
            return self.draft.at("template", name);
        }
        let known = self.known.as_ref();
        known.map_or("", |known| if name == "title" { known.title.as_str() } else { known.body.as_str() })
    }

    fn is_retired(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.retired)
    }
}
