//! Filing without an office: one question a page. What was typed is kept at the centre from page to page, faulty or not,
//! so that no mistake and no way back loses it; the last page shows all of it and sends it once.

mod documents;
pub(super) mod fields;
mod kind;
mod matter;
mod person;
mod review;
mod saving;
mod story;

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::profile::{Category, Profile, text_in};
use jiff::civil::Date;
use locales::Args;

use super::guest::{guest, guest_or_new, must_have_written, remember};
use crate::portal::{FormId, Limited, PortalForm, PortalSession};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;

pub(in crate::web::pages) use documents::{drop_file, take_files};
pub(in crate::web::pages) use review::send;
pub(in crate::web::pages) use saving::{ask, go_on, save, saved};

/// The pages of the form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Kind,
    Matter,
    Story,
    Person,
    Documents,
    Review,
}

impl Step {
    const ALL: [Self; 6] =
        [Self::Kind, Self::Matter, Self::Story, Self::Person, Self::Documents, Self::Review];

    /// The word for it in addresses.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Matter => "matter",
            Self::Story => "story",
            Self::Person => "person",
            Self::Documents => "documents",
            Self::Review => "review",
        }
    }

    fn of(word: &str) -> Result<Self, Failure> {
        Self::ALL.into_iter().find(|step| step.word() == word).ok_or(Failure::NotFound)
    }

    fn beside(self, ahead: bool) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        let at = if ahead { at.checked_add(1) } else { at.checked_sub(1) };
        at.and_then(|at| Self::ALL.get(at)).copied()
    }
}

/// What a page of the form works with.
pub(super) struct Filling<'a> {
    pub(super) pages: &'a Pages,
    pub(super) frame: Frame,
    pub(super) guest: PortalSession,
    pub(super) form: PortalForm,
    /// The page was asked for from the last one, and leads back to it.
    pub(super) from_review: bool,
}

/// What stands around every page of the form.
pub(super) struct Head {
    /// `Step 2 of 6`
    pub(super) step: String,
    /// The page before; none on the first one.
    pub(super) back: Option<String>,
    /// Where the form goes.
    pub(super) action: String,
    /// Proves where it comes from.
    pub(super) word: String,
    /// Leads back to the last page.
    pub(super) from_review: bool,
    /// Where everything is thrown away.
    pub(super) stop: String,
}

impl Filling<'_> {
    pub(super) fn profile(&self) -> &Profile {
        self.pages.profile()
    }

    pub(super) fn today(&self) -> Date {
        self.pages.centre.now().date()
    }

    /// What was typed into a field; empty when nothing was.
    pub(super) fn typed(&self, name: &str) -> &str {
        self.form.typed.get(name).map_or("", String::as_str)
    }

    /// The category that was chosen.
    pub(super) fn category(&self) -> Option<&Category> {
        self.profile().category(self.typed("category"))
    }

    pub(super) fn head(&self, step: Step) -> Head {
        let id = self.form.id;
        let number = Step::ALL.iter().position(|known| *known == step).unwrap_or(0) + 1;
        let args = Args::new().with("number", number).with("count", Step::ALL.len());
        let back = if self.from_review { Some(Step::Review) } else { step.beside(false) };
        Head {
            step: self.frame.with("portal-file-step", &args),
            back: back.map(|back| address(id, back)),
            action: address(id, step),
            word: self.guest.token.form_word(),
            from_review: self.from_review,
            stop: format!("/file/{id}/stop"),
        }
    }

    /// What the chosen category means, to stand beside the questions that follow.
    pub(super) fn meaning(&self) -> Option<Meaning> {
        self.category().map(|category| Meaning::new(&self.frame, self.pages, category))
    }

    /// What is wrong with a page of the form.
    fn faults(&self, step: Step) -> Faults {
        match step {
            Step::Kind => kind::faults(self),
            Step::Matter => matter::faults(self),
            Step::Story => story::faults(self),
            Step::Person => person::faults(self),
            Step::Documents | Step::Review => Faults::default(),
        }
    }

    fn page(&self, step: Step, faults: Faults) -> Result<Response, Failure> {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        match step {
            Step::Kind => page(status, &kind::KindPage::of(self, faults)),
            Step::Matter => page(status, &matter::MatterPage::of(self, faults)),
            Step::Story => page(status, &story::StoryPage::of(self, faults)),
            Step::Person => page(status, &person::PersonPage::of(self, faults)),
            Step::Documents => page(status, &documents::DocumentsPage::of(self, faults)),
            Step::Review => page(status, &review::ReviewPage::of(self)),
        }
    }
}

/// What a category means for whoever chooses it.
pub(super) struct Meaning {
    /// Heading and name.
    pub(super) name: String,
    /// Who answers.
    pub(super) institution: String,
    /// By when, usually.
    pub(super) usual: String,
    /// What will be needed.
    pub(super) documents: Vec<String>,
    /// What is said about a charge.
    pub(super) fee: Option<String>,
    /// A telephone of the institution.
    pub(super) hotline: String,
}

impl Meaning {
    pub(super) fn new(frame: &Frame, pages: &Pages, category: &Category) -> Self {
        let profile = pages.profile();
        let tag = frame.tag();
        let document = |needed: &complaints::profile::NeededDocument| {
            let name = text_in(&needed.name, tag);
            match text_in(&needed.copies, tag) {
                "" => name.to_owned(),
                copies => {
                    frame.with("portal-file-paper", &Args::new().with("name", name).with("copies", copies))
                }
            }
        };
        let hotline = profile.institutions.get(&category.institution).map(|known| known.hotline.clone());
        Self {
            name: crate::web::pages::frame::category_name(profile, &category.code, frame),
            institution: institution_name(profile, &category.institution, frame).to_owned(),
            usual: usual(frame, category),
            documents: category.documents.iter().map(document).collect(),
            fee: category.fee.as_ref().map(|fee| text_in(fee, tag).to_owned()),
            hotline: hotline.unwrap_or_default(),
        }
    }
}

/// How long an answer usually takes.
pub(super) fn usual(frame: &Frame, category: &Category) -> String {
    match category.resolve_days {
        Some(days) => frame.with("portal-file-usual", &Args::new().with("count", days)),
        None => frame.t("portal-file-usual-none"),
    }
}

/// Where a page of a form stands.
pub(super) fn address(id: FormId, step: Step) -> String {
    format!("/file/{id}/{}", step.word())
}

/// `GET /file`: the first page, before anything is kept.
pub(in crate::web::pages) async fn begin(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    must_have_a_portal(&pages)?;
    let frame = Frame::new(pages.profile(), &visit);
    page(StatusCode::OK, &kind::KindPage::first(frame, &pages, Faults::default()))
}

/// `POST /file`: the first answer begins the form.
pub(in crate::web::pages) async fn first(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    typed: Typed,
) -> Result<Response, Failure> {
    must_have_a_portal(&pages)?;
    let frame = Frame::new(pages.profile(), &visit);
    let Some(answer) = kind::read(&typed) else {
        let mut faults = Faults::default();
        faults.add("kind-complaint", frame.t("portal-file-kind-missing"));
        let first = kind::KindPage::first(frame, &pages, faults);
        return page(StatusCode::UNPROCESSABLE_ENTITY, &first);
    };
    if !pages.centre.count_try(Limited::Filing, &visit.line.to_string()).await? {
        return too_often(&pages, &visit, Limited::Filing);
    }
    let guest = guest_or_new(&pages, &headers).await?;
    let id = pages.centre.begin_form(&guest).await?;
    let mut known = person::of_the_account(&pages, &guest).await?;
    known.insert("kind".to_owned(), answer.word().to_owned());
    pages.centre.keep_typed(&guest, id, &known).await?;
    let mut response = Redirect::to(&address(id, Step::Matter)).into_response();
    remember(&mut response, &guest, &visit);
    Ok(response)
}

/// `GET /file/{id}/{step}`, with `?look=1` what is wrong with it is said at once.
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((id, step)): Path<(String, String)>,
) -> Result<Response, Failure> {
    shown(&pages, &visit, &headers, &id, Step::of(&step)?).await
}

/// `GET /file/{id}/documents`
pub(in crate::web::pages) async fn show_files(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    shown(&pages, &visit, &headers, &id, Step::Documents).await
}

async fn shown(
    pages: &Arc<Pages>,
    visit: &Visit,
    headers: &HeaderMap,
    id: &str,
    step: Step,
) -> Result<Response, Failure> {
    let filling = match open(pages, visit, headers, id).await? {
        Ok(filling) => filling,
        Err(other) => return Ok(other),
    };
    if step == Step::Review
        && let Some(first) = Step::ALL.into_iter().find(|step| !filling.faults(*step).is_empty())
    {
        return Ok(
            Redirect::to(&format!("{}?from=review&look=1", address(filling.form.id, first))).into_response()
        );
    }
    let faults = if visit.asked("look").is_empty() { Faults::default() } else { filling.faults(step) };
    filling.page(step, faults)
}

/// `POST /file/{id}/{step}`: keeps what was typed, right or wrong, and goes on when it is right.
pub(in crate::web::pages) async fn take(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((id, step)): Path<(String, String)>,
    typed: Typed,
) -> Result<Response, Failure> {
    let step = Step::of(&step)?;
    let mut filling = match open(&pages, &visit, &headers, &id).await? {
        Ok(filling) => filling,
        Err(other) => return Ok(other),
    };
    must_have_written(&filling.guest, typed.get("word"))?;
    filling.from_review = typed.get("from") == "review";
    let (kept, hidden) = match step {
        Step::Kind => (kind::kept(&typed), Faults::default()),
        Step::Matter => (matter::kept(&typed), Faults::default()),
        Step::Story => story::kept(&filling, &typed),
        Step::Person => (person::kept(&typed), Faults::default()),
        Step::Documents | Step::Review => return Err(Failure::NotFound),
    };
    pages.centre.keep_typed(&filling.guest, filling.form.id, &kept).await?;
    filling.form.typed.extend(kept);
    if !typed.get("save").is_empty() {
        return saving::put_away(&visit, &filling).await;
    }
    if step == Step::Matter && !typed.get("search").is_empty() {
        return Ok(Redirect::to(&with_origin(&filling, step)).into_response());
    }
    let faults = if hidden.is_empty() { filling.faults(step) } else { hidden };
    if !faults.is_empty() {
        // A link to another language would lose nothing, since what was typed is kept, and would lose what is said here.
        return filling.page(step, faults);
    }
    Ok(Redirect::to(&after(&filling, step)).into_response())
}

/// `POST /file/{id}/stop`: throws everything away.
pub(in crate::web::pages) async fn stop(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let filling = match open(&pages, &visit, &headers, &id).await? {
        Ok(filling) => filling,
        Err(other) => return Ok(other),
    };
    must_have_written(&filling.guest, typed.get("word"))?;
    pages.centre.forget_form(&filling.guest, filling.form.id).await?;
    let frame = Frame::new(pages.profile(), &visit);
    let (title, text) = (frame.t("portal-file-stopped-title"), frame.t("portal-file-stopped"));
    page(StatusCode::OK, &Gone { frame, title, text })
}

/// Where one goes from a page that is filled in.
fn after(filling: &Filling<'_>, step: Step) -> String {
    let next = if filling.from_review { Step::Review } else { step.beside(true).unwrap_or(Step::Review) };
    address(filling.form.id, next)
}

/// The same page once more.
fn with_origin(filling: &Filling<'_>, step: Step) -> String {
    let origin = if filling.from_review { "?from=review" } else { "" };
    format!("{}{origin}", address(filling.form.id, step))
}

/// A form of this browser. The other outcome is what is shown instead: where its complaint is, or that it is gone.
async fn open<'a>(
    pages: &'a Arc<Pages>,
    visit: &Visit,
    headers: &HeaderMap,
    id: &str,
) -> Result<Result<Filling<'a>, Response>, Failure> {
    let id: FormId = id.parse().map_err(|()| Failure::NotFound)?;
    let frame = Frame::new(pages.profile(), visit);
    let found = match guest(pages, headers).await? {
        Some(guest) => pages.centre.form(&guest, id).await?.map(|form| (guest, form)),
        None => None,
    };
    let Some((guest, form)) = found else {
        let (title, text) = (frame.t("portal-file-gone-title"), frame.t("portal-file-gone"));
        return Ok(Err(page(StatusCode::NOT_FOUND, &Gone { frame, title, text })?));
    };
    if let Some(complaint) = form.complaint {
        let filed = pages.centre.complaint(complaint).await?.ok_or(Failure::NotFound)?;
        return Ok(Err(Redirect::to(&super::case::receipt_address(&filed)).into_response()));
    }
    let from_review = visit.asked("from") == "review";
    Ok(Ok(Filling { pages, frame, guest, form, from_review }))
}

/// A form that is not here.
#[derive(Template)]
#[template(path = "portal/gone.html")]
struct Gone {
    frame: Frame,
    title: String,
    text: String,
}

/// Too much from one line.
pub(super) fn too_often(pages: &Pages, visit: &Visit, what: Limited) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), visit);
    let args = Args::new().with("count", u32::try_from(what.minutes()).unwrap_or(u32::MAX));
    let (title, text) = (frame.t("portal-too-often-title"), frame.with("portal-too-often", &args));
    page(StatusCode::TOO_MANY_REQUESTS, &Gone { frame, title, text })
}

fn must_have_a_portal(pages: &Pages) -> Result<(), Failure> {
    pages.profile().portal.map(|_| ()).ok_or(Failure::NotFound)
}

/// Fields by name, as they are kept.
pub(super) type Kept = BTreeMap<String, String>;
