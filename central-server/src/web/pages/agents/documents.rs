//! The documents of a complaint: which there are, how far their contents have come, and the contents themselves. A file
//! that somebody brought is never trusted: a picture is shown only when its first bytes are those of one, and everything
//! else is saved and never opened by the page.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use complaints::{AttachDocument, Complaint, DocumentId, DocumentRecord, OfficeCode, Reference};
use futures_util::stream;
use jiff::civil::Date;
use locales::Args;

use super::case::seen;
use super::session::SignedIn;
use super::sign_in;
use crate::centre::Centre;
use crate::documents::DocumentState;
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::Failure;
use crate::web::pages::frame::{Frame, office_name};
use crate::web::pages::visit::Visit;

/// Nothing of a document may run, load or be framed, whatever a browser takes it for.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

/// What the first bytes have to be. The last: whether a browser may show it in the page.
const KINDS: [(&str, &str, bool); 4] = [
    ("image/jpeg", "jpg", true),
    ("image/png", "png", true),
    ("image/webp", "webp", true),
    ("application/pdf", "pdf", false),
];

/// A document as the page of its complaint tells of it.
pub(super) struct Line {
    pub(super) name: String,
    pub(super) about: String,
    /// Where its content is; none while it is not whole.
    pub(super) address: Option<String>,
    /// It says that it is a picture. Whether that is true shows when it is asked for.
    pub(super) is_picture: bool,
    /// How far it has come, or that it does not come.
    pub(super) progress: String,
}

/// The documents of a complaint.
pub(super) async fn lines(
    pages: &Pages,
    frame: &Frame,
    complaint: &Complaint,
    today: Date,
) -> Result<Vec<Line>, CentreError> {
    let states = pages.centre.documents(complaint).await?;
    let line = |document: &DocumentRecord| {
        let state = states.iter().find(|state| state.id == document.attached.document);
        line(pages, frame, complaint, document, (state, today))
    };
    Ok(complaint.documents.iter().map(line).collect())
}

fn line(
    pages: &Pages,
    frame: &Frame,
    complaint: &Complaint,
    document: &DocumentRecord,
    (state, today): (Option<&DocumentState>, Date),
) -> Line {
    let attached = &document.attached;
    let size = frame.with("agents-document-size", &Args::new().with("size", kilobytes(attached.size)));
    let day = frame.short_day(document.at.date(), today);
    let progress = match state {
        None => frame.t("agents-document-not-taken"),
        Some(state) if state.is_whole() => String::new(),
        Some(state) => {
            let args = Args::new()
                .with("office", office_name(pages.profile(), complaint.office))
                .with("have", kilobytes(state.have))
                .with("size", kilobytes(state.size));
            frame.with("agents-document-on-its-way", &args)
        }
    };
    let reference = &complaint.register.reference;
    Line {
        name: match attached.name.trim() {
            "" => frame.t("agents-document-unnamed"),
            name => name.to_owned(),
        },
        about: [size, document.author.name.clone(), day].join(frame.comma()),
        address: state
            .filter(|state| state.is_whole())
            .map(|state| format!("/agents/case/{reference}/document/{}", state.id)),
        is_picture: KINDS.iter().any(|(kind, _, shown)| *shown && *kind == attached.media_type),
        progress,
    }
}

/// Thousands of bytes, at least one of them for a document that has begun to come.
fn kilobytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1000)).unwrap_or(u32::MAX)
}

/// `GET /agents/case/{reference}/document/{hash}`, with `?save=1` to be saved whatever it is.
pub(in crate::web::pages) async fn show(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
    Path((reference, hash)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    let reference: Reference = reference.parse().map_err(|_| Failure::NotFound)?;
    let id: DocumentId = hash.parse().map_err(|_| Failure::NotFound)?;
    // Whoever may see the complaint may see its documents, and nobody else.
    let complaints = seen(&pages, &signed_in, &reference).await?;
    let of_it = |complaint: &Complaint| {
        let document = complaint.documents.iter().find(|document| document.attached.document == id);
        document.map(|document| (complaint.office, document.attached.clone()))
    };
    let (office, attached) = complaints.iter().find_map(of_it).ok_or(Failure::NotFound)?;
    for complaint in complaints.iter().filter(|complaint| of_it(complaint).is_some()) {
        pages.centre.note_look(&signed_in.agent, complaint, &id.to_string()).await?;
    }
    let first = pages.centre.document_part(office, &id, 0).await?;
    let is_saved = !visit.asked("save").is_empty();
    let headers = content_headers(&attached, &first, is_saved);
    let body = content(Arc::clone(&pages.centre), office, id, first);
    Ok((headers, body).into_response())
}

/// What is said about a content before it comes.
pub(in crate::web::pages) fn content_headers(
    attached: &AttachDocument,
    first: &[u8],
    is_saved: bool,
) -> HeaderMap {
    let kind = KINDS.iter().find(|(kind, _, _)| *kind == attached.media_type && begins_as(kind, first));
    let (media_type, ending, is_shown) = kind.copied().unwrap_or(("application/octet-stream", "bin", false));
    let way = if is_shown && !is_saved { "inline" } else { "attachment" };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
    headers.insert(header::CONTENT_LENGTH, attached.size.into());
    let disposition = format!(
        "{way}; filename=\"document.{ending}\"; filename*=UTF-8''{}",
        encoded(&attached.name, ending)
    );
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    headers
}

/// The ending of the file's name of that kind.
pub(in crate::web::pages) fn ending(media_type: &str) -> &'static str {
    let kind = KINDS.iter().find(|(kind, _, _)| *kind == media_type);
    kind.map_or("bin", |(_, ending, _)| ending)
}

/// Whether content begins as that kind begins.
fn begins_as(kind: &str, content: &[u8]) -> bool {
    match kind {
        "image/jpeg" => content.starts_with(b"\xff\xd8\xff"),
        "image/png" => content.starts_with(b"\x89PNG\r\n\x1a\n"),
        "image/webp" => content.starts_with(b"RIFF") && content.get(8..12) == Some(b"WEBP"),
        "application/pdf" => content.starts_with(b"%PDF-"),
        _ => false,
    }
}

/// A file's name as RFC 8187 wants it: everything but letters and digits in hexadecimal.
fn encoded(name: &str, ending: &str) -> String {
    let name = if name.trim().is_empty() { "document" } else { name.trim() };
    let shown = |byte: u8| match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    format!("{}.{ending}", name.bytes().map(shown).collect::<String>())
}

/// The content, read part by part as the line takes it.
pub(in crate::web::pages) fn content(
    centre: Arc<Centre>,
    office: OfficeCode,
    id: DocumentId,
    first: Vec<u8>,
) -> Body {
    let begin = (centre, 0_u64, Some(first));
    Body::from_stream(stream::unfold(begin, move |(centre, offset, part)| async move {
        let part = match part {
            Some(first) => Ok(first),
            None => centre.document_part(office, &id, offset).await,
        };
        match part {
            Ok(part) if part.is_empty() => None,
            Ok(part) => {
                let next = offset + part.len() as u64;
                Some((Ok(Bytes::from(part)), (centre, next, None)))
            }
            Err(error) => {
                tracing::error!(code = error.code(), "a document could not be handed over whole");
                Some((Err(error), (centre, offset, Some(Vec::new()))))
            }
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attached(media_type: &str, name: &str) -> AttachDocument {
        AttachDocument {
            document: DocumentId::of(b"x"),
            size: 9,
            media_type: media_type.to_owned(),
            name: name.to_owned(),
            pages: None,
            width: None,
            height: None,
        }
    }

    fn told(headers: &HeaderMap) -> (&str, &str) {
        let text = |name| headers[name].to_str().unwrap();
        (text(header::CONTENT_TYPE), text(header::CONTENT_DISPOSITION))
    }

    #[test]
    fn only_what_begins_as_a_picture_is_shown_in_a_page() {
        let jpeg = b"\xff\xd8\xff\xe0 and so on";
        let shown = content_headers(&attached("image/jpeg", "Bill"), jpeg, false);
        assert_eq!(
            told(&shown),
            ("image/jpeg", "inline; filename=\"document.jpg\"; filename*=UTF-8''Bill.jpg")
        );
        for (media_type, content, kind) in [
            ("image/jpeg", &b"<html><script>"[..], "application/octet-stream"),
            ("image/svg+xml", b"<svg onload=x>", "application/octet-stream"),
            ("text/html", b"<html>", "application/octet-stream"),
            ("image/png", jpeg, "application/octet-stream"),
            ("application/pdf", b"%PDF-1.7", "application/pdf"),
        ] {
            let headers = content_headers(&attached(media_type, "x"), content, false);
            let (shown_kind, way) = told(&headers);
            assert_eq!(shown_kind, kind, "{media_type}");
            assert!(way.starts_with("attachment; "), "{media_type}: {way}");
        }
        let saved = content_headers(&attached("image/jpeg", "Bill"), jpeg, true);
        assert!(told(&saved).1.starts_with("attachment; "));
    }

    #[test]
    fn a_name_cannot_end_its_header() {
        let headers = content_headers(&attached("image/jpeg", "a\"; x=\r\nb é"), b"", false);
        assert!(told(&headers).1.ends_with("filename*=UTF-8''a%22%3B%20x%3D%0D%0Ab%20%C3%A9.bin"));
    }
}
