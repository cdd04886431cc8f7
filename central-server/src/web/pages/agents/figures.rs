//! Figures for those who steer: why complaints have found no solution, how institutions and offices stand, when work comes in,
//! how the service is used; as a page, as a workbook, as CSV, and as the report of a month on paper.

mod files;
mod tables;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use locales::{Args, dates};

use super::session::SignedIn;
use super::{Desk, FIGURES};
use crate::figures::Month;
use crate::figures::inside::{Inside, Reach, reach};
use crate::figures::sums::Period;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;
use tables::Table;

#[derive(Template)]
#[template(path = "agents/figures.html")]
struct FiguresPage {
    frame: Frame,
    desk: Desk,
    lead: String,
    facts: Vec<(String, String)>,
    tables: Vec<Table>,
    /// The months that can be chosen: `2026-11`, its name.
    months: Vec<(String, String)>,
    from: String,
    up_to: String,
}

/// What was asked for.
struct Asked {
    signed_in: SignedIn,
    frame: Frame,
    period: Period,
    inside: Inside,
}

/// `GET /agents/figures`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(asked) = asked(&pages, &visit, &headers).await? else {
        return Ok(Redirect::to("/agents/sign-in").into_response());
    };
    let tables = tables::of(&asked.frame, pages.profile(), &asked.inside);
    let months = months(&pages, &asked.frame).await?;
    let desk = Desk::at(&asked.frame, pages.profile(), &asked.signed_in, FIGURES);
    let answer = FiguresPage {
        lead: lead(&asked.frame, asked.period),
        facts: tables::facts(&asked.frame, &asked.inside),
        tables,
        months,
        from: asked.period.from.word(),
        up_to: asked.period.up_to.word(),
        desk,
        frame: asked.frame,
    };
    page(StatusCode::OK, &answer)
}

/// `GET /agents/figures/figures.xlsx`, `/figures.csv`, `/report.pdf`
pub(in crate::web::pages) async fn file(
    State(pages): State<Arc<Pages>>,
    Path(name): Path<String>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(asked) = asked(&pages, &visit, &headers).await? else {
        return Ok(Redirect::to("/agents/sign-in").into_response());
    };
    let tables = tables::of(&asked.frame, pages.profile(), &asked.inside);
    let stem = format!("figures-{}-{}", asked.period.from.word(), asked.period.up_to.word());
    match name.as_str() {
        "figures.xlsx" => {
            const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            Ok(saved(KIND, &format!("{stem}.xlsx"), files::workbook(&tables)?))
        }
        "figures.csv" => Ok(saved("text/csv; charset=utf-8", &format!("{stem}.csv"), files::csv(&tables))),
        "report.pdf" => {
            let sheet = files::report(&pages, &asked, tables);
            let pdf = crate::heavy::heavy(move || letters::overview_pdf(&sheet)).await?;
            let pdf =
                pdf.map_err(|error| Failure::from(crate::error::CentreError::Damaged(error.to_string())))?;
            Ok(saved("application/pdf", &format!("report-{}.pdf", asked.period.from.word()), pdf))
        }
        _ => Err(Failure::NotFound),
    }
}

fn saved(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], bytes).into_response();
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// The figures that were asked for, as far as whoever asks may see them; none: nobody is signed in.
async fn asked(pages: &Pages, visit: &Visit, headers: &HeaderMap) -> Result<Option<Asked>, Failure> {
    let Some(signed_in) = SignedIn::from(pages, headers).await? else { return Ok(None) };
    let reach: Reach = reach(&signed_in.agent).ok_or(Failure::NotAllowed)?;
    let period = period(pages, visit);
    let inside = pages.centre.inside_figures(period, &reach).await?;
    let frame = Frame::new(pages.profile(), visit);
    Ok(Some(Asked { signed_in, frame, period, inside }))
}

/// The months that were asked for, else this one alone. Turned around when they are the wrong way round.
fn period(pages: &Pages, visit: &Visit) -> Period {
    let this = Month::of(pages.centre.now().date());
    let month = |name: &str| {
        let day: Option<Date> = format!("{}-01", visit.asked(name)).parse().ok();
        day.map(Month::of)
    };
    if let Some(month) = month("month") {
        return Period::month(month);
    }
    let from = month("from").unwrap_or(this);
    let up_to = month("to").unwrap_or(from.max(this));
    Period { from: from.min(up_to), up_to: from.max(up_to) }
}

async fn months(pages: &Pages, frame: &Frame) -> Result<Vec<(String, String)>, Failure> {
    let this = Month::of(pages.centre.now().date());
    let years = pages.centre.years_of_figures().await?;
    let first = Month(i32::from(years.last().copied().unwrap_or(this.year())) * 12);
    let all = (first.0..=this.0).rev().map(Month);
    Ok(all.map(|month| (month.word(), name(frame, month))).collect())
}

/// `November 2026`.
fn name(frame: &Frame, month: Month) -> String {
    dates::of_month_and_year(frame.language, month.first_day())
}

fn lead(frame: &Frame, period: Period) -> String {
    let (from, up_to) = (name(frame, period.from), name(frame, period.up_to));
    if period.from == period.up_to {
        return frame.one("figures-inside-month", "month", &from);
    }
    frame.with("figures-inside-months", &Args::new().with("from", from).with("to", up_to))
}
