//! Everything that is held about a citizen in one file: the data as JSON and as a page to read, each receipt, and the documents
//! that the citizen gave.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use complaints::{Complaint, shown_phone};
use jiff::Zoned;
use locales::{Args, dates};

use super::{SignedIn, signed_in};
use crate::error::CentreError;
use crate::portal::{CitizenAccount, Content, FileNames, Limited, Packed, TakenAlong};
use crate::web::pages::Pages;
use crate::web::pages::agents::documents::ending;
use crate::web::pages::failures::Failure;
use crate::web::pages::frame::Frame;
use crate::web::pages::public::case::documents::is_the_citizens;
use crate::web::pages::public::case::{StatusPage, Words};
use crate::web::pages::public::filing::too_often;
use crate::web::pages::visit::Visit;
use crate::web::pieces;

/// The page in the parcel: it stands alone, without a style sheet and without the network.
#[derive(Template)]
#[template(path = "portal/own_data.html")]
struct OwnData {
    frame: Frame,
    made: String,
    account: Vec<(String, String)>,
    cases: Vec<Case>,
    taken: Vec<String>,
}

/// A complaint on that page.
struct Case {
    reference: String,
    words: Words,
    /// What the citizen wrote.
    text: String,
    /// Where its receipt is in the parcel.
    receipt: String,
    /// Name of each document, and where it is in the parcel; nowhere, while it has not come whole.
    documents: Vec<(String, Option<String>)>,
}

/// `GET /mine/data.zip`
pub(in crate::web::pages) async fn parcel(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let SignedIn { guest, account } = match signed_in(&pages, &visit, &headers).await? {
        Ok(signed_in) => signed_in,
        Err(first) => return Ok(first),
    };
    let data = match pages.centre.own_data(&guest, "zip").await {
        Ok(data) => data,
        Err(CentreError::TooManyTries) => return too_often(&pages, &visit, Limited::OwnData),
        Err(error) => return Err(error.into()),
    };
    let frame = Frame::plain(pages.profile(), visit.language);
    let (mut files, mut cases, mut names) = (Vec::new(), Vec::new(), FileNames::default());
    for complaint in pages.centre.complaints_of(&guest).await? {
        cases.push(case(&pages, &frame, complaint, &mut names, &mut files).await?);
    }
    let taken = pages.centre.taken_along(&guest).await?;
    let page = OwnData {
        made: moment(&frame, &pages.centre.now()),
        account: account_facts(&frame, &account),
        taken: taken.iter().map(|taken| taken_in_words(&frame, taken)).collect(),
        cases,
        frame,
    };
    let text = |name: &str, text: String| Packed { name: name.to_owned(), content: Content::Text(text) };
    let first = [text("my-data.html", page.render()?), text("my-data.json", format!("{data:#}\n"))];
    let files = first.into_iter().chain(files).collect();
    let centre = Arc::clone(&pages.centre);
    let body = pieces::written(move |writer| centre.pack_parcel(files, writer));
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.zip\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, body).into_response())
}

/// A complaint for the page, with its receipt and its documents put among the files.
async fn case(
    pages: &Pages,
    frame: &Frame,
    complaint: Complaint,
    names: &mut FileNames,
    files: &mut Vec<Packed>,
) -> Result<Case, CentreError> {
    let reference = complaint.register.reference.to_string();
    let folder = format!("{reference}/");
    let states = pages.centre.documents(&complaint).await?;
    let mut documents = Vec::new();
    for document in complaint.documents.iter().filter(|document| is_the_citizens(&document.author)) {
        let attached = &document.attached;
        let called = match attached.name.trim() {
            "" => frame.t("agents-document-unnamed"),
            name => name.to_owned(),
        };
        let is_whole = states.iter().any(|state| state.id == attached.document && state.is_whole());
        let name = is_whole.then(|| names.in_folder(&folder, &called, ending(&attached.media_type)));
        if let Some(name) = name.clone() {
            files.push(Packed { name, content: Content::Document(complaint.office, attached.document) });
        }
        documents.push((called, name));
    }
    let receipt = names.in_folder(&folder, &reference, "pdf");
    let today = pages.centre.now().date();
    let case = Case {
        words: StatusPage::new(frame.clone(), pages.profile(), &complaint, today).into_words(),
        text: complaint.register.text.clone(),
        receipt: receipt.clone(),
        reference,
        documents,
    };
    let content = Content::Receipt(Box::new(complaint), frame.language);
    files.push(Packed { name: receipt, content });
    Ok(case)
}

fn account_facts(frame: &Frame, account: &CitizenAccount) -> Vec<(String, String)> {
    let facts = [
        ("agents-name", account.full_name()),
        ("agents-nic", account.identity.clone()),
        ("agents-email", account.email.clone().unwrap_or_default()),
        ("agents-phone", account.phone.as_deref().map(shown_phone).unwrap_or_default()),
        ("agents-address", account.address.clone()),
        ("portal-file-locality", account.locality.clone()),
    ];
    facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (frame.t(key), value))
        .collect()
}

/// When and how data were taken along.
pub(super) fn taken_in_words(frame: &Frame, taken: &TakenAlong) -> String {
    let args = Args::new().with("at", moment(frame, &taken.at)).with("what", taken.what.to_uppercase());
    frame.with("portal-data-taken", &args)
}

fn moment(frame: &Frame, at: &Zoned) -> String {
    let time = dates::time(frame.language, at.time(), false);
    frame.with("centre-day-time", &Args::new().with("date", frame.day(at.date())).with("time", time))
}
