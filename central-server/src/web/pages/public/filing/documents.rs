//! Documents that go with what is filed. Each is kept as soon as it is right, so that a mistake with another one costs
//! nothing.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use complaints::DocumentId;
use locales::Args;

use super::{Filling, Head, Meaning, Step, after, open, with_origin};
use crate::portal::Limited;
use crate::web::pages::Pages;
use crate::web::pages::failures::{Failure, page};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;
use crate::web::pages::public::guest::must_have_written;
use crate::web::pages::public::uploads::{self, Upload};
use crate::web::pages::visit::Visit;

#[derive(Template)]
#[template(path = "portal/file_documents.html")]
pub(super) struct DocumentsPage {
    frame: Frame,
    head: Head,
    faults: Faults,
    meaning: Option<Meaning>,
    files: Vec<FileLine>,
    remove: String,
    hint: String,
    /// Another one may be added.
    has_room: bool,
}

pub(super) struct FileLine {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) about: String,
}

impl DocumentsPage {
    pub(super) fn of(filling: &Filling<'_>, faults: Faults) -> Self {
        Self {
            head: filling.head(Step::Documents),
            meaning: filling.meaning(),
            files: file_lines(filling),
            remove: format!("/file/{}/documents/remove", filling.form.id),
            hint: uploads::hint(&filling.frame, filling.profile()),
            has_room: filling.form.files.len() < uploads::MOST_FILES,
            frame: filling.frame.clone(),
            faults,
        }
    }
}

/// The documents that are kept so far.
pub(super) fn file_lines(filling: &Filling<'_>) -> Vec<FileLine> {
    let frame = &filling.frame;
    let line = |file: &crate::portal::KeptFile| FileLine {
        id: file.id.to_string(),
        name: file.name.clone(),
        about: [
            uploads::kind_name(&file.media_type).to_owned(),
            frame.with("agents-document-size", &Args::new().with("size", uploads::kilobytes(file.size))),
        ]
        .join(frame.comma()),
    };
    filling.form.files.iter().map(line).collect()
}

/// `POST /file/{id}/documents`
pub(in crate::web::pages) async fn take_files(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Failure> {
    let mut filling = match open(&pages, &visit, &headers, &id).await? {
        Ok(filling) => filling,
        Err(other) => return Ok(other),
    };
    if !pages.centre.count_try(Limited::Documents, &visit.line.to_string()).await? {
        return super::too_often(&pages, &visit, Limited::Documents);
    }
    let guest = filling.guest.clone();
    let Upload { typed, files, mut faults } =
        uploads::read(&pages, &filling.frame, form, |word| must_have_written(&guest, word)).await?;
    filling.from_review = typed.get("from").is_some_and(|from| from == "review");
    for sent in &files {
        if !pages.centre.keep_file(&guest, filling.form.id, sent).await? {
            faults.add("files", uploads::too_many(&filling.frame));
            break;
        }
    }
    let goes_on = typed.get("go").is_none_or(|go| go != "add");
    if faults.is_empty() && typed.get("go").is_some_and(|go| go == "save") {
        return super::saving::put_away(&visit, &filling).await;
    }
    if faults.is_empty() {
        let next =
            if goes_on { after(&filling, Step::Documents) } else { with_origin(&filling, Step::Documents) };
        return Ok(Redirect::to(&next).into_response());
    }
    filling.form = pages.centre.form(&guest, filling.form.id).await?.ok_or(Failure::NotFound)?;
    page(StatusCode::UNPROCESSABLE_ENTITY, &DocumentsPage::of(&filling, faults))
}

/// `POST /file/{id}/documents/remove`
pub(in crate::web::pages) async fn drop_file(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path(id): Path<String>,
    typed: Typed,
) -> Result<Response, Failure> {
    let mut filling = match open(&pages, &visit, &headers, &id).await? {
        Ok(filling) => filling,
        Err(other) => return Ok(other),
    };
    must_have_written(&filling.guest, typed.get("word"))?;
    filling.from_review = typed.get("from") == "review";
    if let Ok(file) = typed.get("document").parse::<DocumentId>() {
        pages.centre.drop_file(&filling.guest, filling.form.id, &file).await?;
    }
    Ok(Redirect::to(&with_origin(&filling, Step::Documents)).into_response())
}
