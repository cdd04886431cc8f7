//! The public figures: a page with charts and the same in tables, and the same as open data. They tell of no person; what is
//! too small is hidden before it comes here.

mod chart;
mod data;

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use complaints::profile::{Profile, text_in};
use jiff::civil::Date;
use locales::{Args, Language, dates};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::figures::Axis;
use crate::figures::publishing::{Line, PublicFigures, Shown};
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::frame::Frame;
use crate::web::pages::visit::Visit;
use chart::Chart;

#[derive(Template)]
#[template(path = "portal/figures.html")]
struct FiguresPage {
    frame: Frame,
    lead: String,
    all: Row,
    chart: Chart,
    months: Vec<Row>,
    tables: Vec<Table>,
    years: Vec<Year>,
    year: i16,
    hidden_note: String,
    is_empty: bool,
}

/// A table by institution, category, place, office or way.
struct Table {
    id: &'static str,
    title: String,
    head: String,
    rows: Vec<Row>,
}

/// A line of a table, in words.
struct Row {
    name: String,
    received: String,
    treated: String,
    answered: String,
    reopened: String,
    in_time: String,
    median: String,
    ninth: String,
    content: String,
}

/// A year to look at.
struct Year {
    year: i16,
    current: bool,
}

/// `GET /figures`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (figures, years) = asked(&pages, &visit).await?;
    let frame = Frame::new(pages.profile(), &visit);
    let chart = Chart::new(&frame, &figures);
    let row = |line: &Line, name: String| row(&frame, &figures, line, name);
    let months = figures.months.iter().map(|line| row(line, month_name(&frame, &line.value))).collect();
    let table = |(axis, lines): &(Axis, Vec<Line>)| Table {
        id: axis.word(),
        title: frame.t(&format!("figures-by-{}", axis.word())),
        head: frame.t(&format!("figures-head-{}", axis.word())),
        rows: lines.iter().map(|line| row(line, name(pages.profile(), &frame, *axis, &line.value))).collect(),
    };
    let now = pages.centre.now();
    let lead = Args::new()
        .with("year", figures.year.to_string())
        .with("date", frame.day(now.date()))
        .with("time", dates::time(frame.language, now.time(), false));
    let answer = FiguresPage {
        lead: frame.with("figures-lead", &lead),
        all: row(&figures.all, String::new()),
        tables: figures.tables.iter().map(table).filter(|table| !table.rows.is_empty()).collect(),
        years: years.into_iter().map(|year| Year { year, current: year == figures.year }).collect(),
        year: figures.year,
        hidden_note: frame.with("figures-hidden-note", &Args::new().with("least", figures.hidden_below)),
        is_empty: figures.all.received == Shown::Count(0),
        months,
        chart,
        frame,
    };
    let mut response = page(StatusCode::OK, &answer)?;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    Ok(response)
}

/// `GET /figures.csv`
pub(in crate::web::pages) async fn csv(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (figures, _) = asked(&pages, &visit).await?;
    let frame = Frame::new(pages.profile(), &visit);
    let named = |axis: Axis, value: &str| plain_name(pages.profile(), &frame, axis, value);
    let text = data::csv(&figures, named);
    let saved = format!("attachment; filename=\"figures-{}.csv\"", figures.year);
    Ok(open_data("text/csv; charset=utf-8", text, Some(&saved)))
}

/// `GET /figures.json`
pub(in crate::web::pages) async fn json(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
) -> Result<Response, Failure> {
    let (figures, _) = asked(&pages, &visit).await?;
    let frame = Frame::new(pages.profile(), &visit);
    let named = |axis: Axis, value: &str| plain_name(pages.profile(), &frame, axis, value);
    let text = data::json(&figures, &frame, pages.profile(), named).to_string();
    Ok(open_data("application/json; charset=utf-8", text, None))
}

/// The public figures of a year as JSON, of this one when none is asked for; none: there is no such year.
pub(in crate::web::pages) async fn of_year(
    centre: &Centre,
    language: Language,
    year: Option<&str>,
) -> Result<Option<serde_json::Value>, CentreError> {
    let year = match year {
        None => centre.now().year(),
        Some(year) => match year.parse() {
            Ok(year) if centre.years_of_figures().await?.contains(&year) => year,
            _ => return Ok(None),
        },
    };
    let (profile, frame) = (centre.profile(), Frame::plain(centre.profile(), language));
    let figures = centre.public_figures(year).await?;
    let named = |axis: Axis, value: &str| plain_name(profile, &frame, axis, value);
    Ok(Some(data::json(&figures, &frame, profile, named)))
}

fn open_data(kind: &'static str, text: String, saved: Option<&str>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], text).into_response();
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(saved) = saved.and_then(|saved| HeaderValue::from_str(saved).ok()) {
        headers.insert(header::CONTENT_DISPOSITION, saved);
    }
    response
}

/// The figures of the year that was asked for, else of this one; and the years that there are.
async fn asked(pages: &Pages, visit: &Visit) -> Result<(PublicFigures, Vec<i16>), Failure> {
    let years = pages.centre.years_of_figures().await?;
    let this = pages.centre.now().year();
    let year = match visit.asked("year") {
        "" => this,
        given => given.parse().ok().filter(|year| years.contains(year)).ok_or(Failure::NotFound)?,
    };
    Ok((pages.centre.public_figures(year).await?, years))
}

/// What a value is called.
fn name(profile: &Profile, frame: &Frame, axis: Axis, value: &str) -> String {
    match axis {
        Axis::Institution => crate::web::pages::frame::institution_name(profile, value, frame).to_owned(),
        Axis::Category => crate::web::pages::frame::category_name(profile, value, frame),
        Axis::Place => crate::web::pages::frame::place_name(profile, value, frame),
        Axis::Office => match value.parse() {
            Ok(code) if profile.portal.is_some_and(|portal| portal.office == code) => {
                frame.t("figures-portal")
            }
            Ok(code) => crate::web::pages::frame::office_name(profile, code),
            Err(_) => value.to_owned(),
        },
        Axis::Channel => frame.t(&format!("figures-channel-{}", value.replace('_', "-"))),
        _ => value.to_owned(),
    }
}

/// The same for programs: without the marks of direction that a page needs.
fn plain_name(profile: &Profile, frame: &Frame, axis: Axis, value: &str) -> String {
    locales::without_isolation(&name(profile, frame, axis, value))
}

/// `November`.
fn month_name(frame: &Frame, word: &str) -> String {
    let day: Option<Date> = format!("{word}-01").parse().ok();
    day.map_or_else(|| word.to_owned(), |day| dates::of_month_and_year(frame.language, day))
}

fn row(frame: &Frame, figures: &PublicFigures, line: &Line, name: String) -> Row {
    let number = |count: u64| frame.with("figures-number", &Args::new().with("number", count));
    let hidden = frame.with("figures-hidden", &Args::new().with("least", figures.hidden_below));
    let count = |shown: Shown| shown.count().map_or_else(|| hidden.clone(), number);
    let none = || "–".to_owned();
    let share = |share: Option<u64>| {
        share.map_or_else(none, |share| frame.with("figures-per-cent", &Args::new().with("number", share)))
    };
    let days = |days: Option<u16>| days.map_or_else(none, |days| number(days.into()));
    Row {
        name,
        received: count(line.received),
        treated: count(line.treated),
        answered: count(line.answered),
        reopened: count(line.reopened),
        in_time: share(line.in_time),
        median: days(line.median_days),
        ninth: days(line.ninth_days),
        content: share(line.content),
    }
}

/// The title of the deployment in a language, for the description of the open data.
fn title(profile: &Profile, frame: &Frame) -> String {
    text_in(&profile.title, frame.tag()).to_owned()
}
