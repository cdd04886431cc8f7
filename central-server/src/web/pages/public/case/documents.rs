//! The documents that a citizen has given for a complaint, to be had back. What an institution has added is a part of its
//! work and is not handed out here.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use complaints::{Author, Capacity, Complaint, DocumentId};

use super::open;
use crate::web::pages::Pages;
use crate::web::pages::agents::documents::{content, content_headers};
use crate::web::pages::failures::Failure;
use crate::web::pages::visit::Visit;

/// Whether somebody added it for the citizen: themselves on the portal, or a clerk at the counter.
pub(in crate::web::pages::public) fn is_the_citizens(author: &Author) -> bool {
    author.capacity == Some(Capacity::Citizen) || author.clerk.is_some()
}

/// Where a document of a complaint is, by its hash.
pub(in crate::web::pages::public) fn address(complaint: &Complaint, id: &DocumentId) -> String {
    format!("/case/{}/document/{id}", complaint.register.reference)
}

/// `GET /case/{reference}/document/{hash}`
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((reference, hash)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let opened = match open(&pages, &visit, &headers, &reference).await? {
        Ok(opened) => opened,
        Err(other) => return Ok(other),
    };
    let id: DocumentId = hash.parse().map_err(|_| Failure::NotFound)?;
    let complaint = &opened.complaint;
    let document = complaint.documents.iter().find(|document| document.attached.document == id);
    let document = document.filter(|document| is_the_citizens(&document.author)).ok_or(Failure::NotFound)?;
    let first = pages.centre.document_part(complaint.office, &id, 0).await?;
    let headers = content_headers(&document.attached, &first, true);
    Ok((headers, content(Arc::clone(&pages.centre), complaint.office, id, first)).into_response())
}
