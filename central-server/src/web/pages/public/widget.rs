//! The small page for following that another site, such as a commune's own, shows within its own: reference and code in,
//! where it stands out. It sets no cookie and opens nothing else; the whole story is a link to the portal itself.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use complaints::Complaint;

use super::FollowForm;
use super::follow::{Look, look, said, too_many};
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, institution_name};
use crate::web::pages::visit::Visit;
use crate::web::pages::{Pages, language};
use locales::Args;

/// Where it stands.
pub(in crate::web::pages) const PATH: &str = "/widget";

#[derive(Template)]
#[template(path = "portal/widget.html")]
struct Widget {
    frame: Frame,
    form: FollowForm,
    found: Option<Found>,
}

/// How a complaint stands, in two lines.
struct Found {
    reference: String,
    heading: String,
    due: Option<String>,
}

impl Found {
    fn new(frame: &Frame, pages: &Pages, complaint: &Complaint) -> Self {
        let (profile, today) = (pages.profile(), pages.centre.now().date());
        let args = Args::new()
            .with("kind", complaint.register.kind.wording())
            .with("institution", institution_name(profile, &complaint.institution, frame));
        let due = complaint.deadline(&profile.calendar, today).map(|deadline| deadline.due);
        let due = due.filter(|_| complaint.status.clock_runs());
        Self {
            reference: complaint.register.reference.to_string(),
            heading: frame.with(&format!("portal-now-{}", complaint.status), &args),
            due: due.map(|due| {
                let key = if due < today { "portal-due-passed" } else { "portal-due" };
                frame.one(key, "date", &frame.day(due))
            }),
        }
    }
}

/// `GET /widget`
pub(in crate::web::pages) async fn ask(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    let frame = Frame::new(pages.profile(), &visit);
    let form = FollowForm::new(pages.profile(), String::new(), String::new(), Faults::default());
    shown(&pages, StatusCode::OK, Widget { frame, form, found: None })
}

/// `POST /widget`
pub(in crate::web::pages) async fn check(
    State(pages): State<Arc<Pages>>,
    mut visit: Visit,
    typed: Typed,
) -> Result<Response, Failure> {
    let chosen = typed.get(language::CHOICE).parse().ok();
    let chosen = chosen.filter(|known| language::offered(pages.profile()).contains(known));
    visit.language = chosen.unwrap_or(visit.language);
    let frame = Frame::new(pages.profile(), &visit);
    let (reference, code) = (typed.line("reference"), typed.line("code"));
    let form = |faults| FollowForm::new(pages.profile(), reference.clone(), code.clone(), faults);
    match look(&pages, &visit, &reference, &code).await? {
        Look::Found(complaint) => {
            let found = Some(Found::new(&frame, &pages, &complaint));
            let form = FollowForm::new(pages.profile(), String::new(), String::new(), Faults::default());
            shown(&pages, StatusCode::OK, Widget { frame, form, found })
        }
        Look::Faulty(faults) => {
            let form = form(said(&frame, &pages, &faults));
            shown(&pages, StatusCode::UNPROCESSABLE_ENTITY, Widget { frame, form, found: None })
        }
        Look::TooMany(wait) => {
            let form = form(too_many(&frame, &pages, wait));
            shown(&pages, StatusCode::TOO_MANY_REQUESTS, Widget { frame, form, found: None })
        }
    }
}

fn shown(pages: &Pages, status: StatusCode, widget: Widget) -> Result<Response, Failure> {
    let mut response = page(status, &widget)?;
    if let Ok(policy) = HeaderValue::from_str(&policy(&pages.profile().widget_on)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// As strict as for every page, but for those who may show it.
fn policy(sites: &[String]) -> String {
    let framed_by = if sites.is_empty() { "'none'".to_owned() } else { sites.join(" ") };
    format!(
        "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; \
         frame-ancestors {framed_by}"
    )
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn only_the_sites_of_the_profile_may_show_it() {
        assert!(policy(&[]).ends_with("frame-ancestors 'none'"));
        let sites = ["https://www.sefrou.ma".to_owned(), "https://sefrou.ma".to_owned()];
        assert!(policy(&sites).ends_with("frame-ancestors https://www.sefrou.ma https://sefrou.ma"));
    }
}
