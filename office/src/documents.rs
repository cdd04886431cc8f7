//! Documents of a complaint at the desk: added from a file, shown, written out again.

use std::path::Path;

use complaints::{AttachDocument, Author, Body, ComplaintId, DocumentId};

use crate::apart;
use crate::capture::{Adjustment, Captured};
use crate::error::OfficeError;
use crate::open::Office;
use crate::view::DocumentView;

/// The longest name of a document, in characters.
const LONGEST_NAME: usize = 120;

impl Office {
    /// Adds a document to a complaint. When this returns, its content and the operation are on the disk together.
    ///
    /// # Errors
    /// `document_…` as [`crate::CaptureError`] has them, `not_found`, `refused`, or the store's.
    pub fn attach(
        &self,
        id: ComplaintId,
        name: &str,
        bytes: &[u8],
        author: &Author,
    ) -> Result<DocumentId, OfficeError> {
        self.attach_adjusted(id, name, bytes, &Adjustment::default(), author)
    }

    /// The same, turned and cut as the clerk wishes it.
    ///
    /// # Errors
    /// As [`Self::attach`]; `document_acts` for a PDF that holds deeds and of which no page was named.
    pub fn attach_adjusted(
        &self,
        id: ComplaintId,
        name: &str,
        bytes: &[u8],
        wish: &Adjustment,
        author: &Author,
    ) -> Result<DocumentId, OfficeError> {
        let captured = apart::captured(bytes, &self.profile().documents, wish)?;
        let attached = attached(&captured, name);
        let document = attached.document;
        self.store.write(|writing| {
            let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
            writing.put_document(&attached, &captured.content)?;
            // The same page scanned twice is one document.
            if complaint.documents.iter().any(|known| known.attached.document == document) {
                return Ok(document);
            }
            self.judged(writing, id, Body::AttachDocument(attached), author)?;
            Ok(document)
        })
    }

    /// The content of a document and what it is.
    ///
    /// # Errors
    /// `not_found`; `document_on_its_way` while some of it is missing; or the store's.
    pub fn document(&self, id: &DocumentId) -> Result<(Vec<u8>, String), OfficeError> {
        let known = self.store.document(id)?.ok_or(OfficeError::NotFound)?;
        if !known.is_whole() {
            return Err(OfficeError::DocumentOnItsWay);
        }
        let size = usize::try_from(known.size).unwrap_or(usize::MAX);
        Ok((self.store.document_slice(id, 0, size)?, known.media_type))
    }

    /// Wants a document that is not on this computer: it comes with the next exchanges, when nothing else waits.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn fetch_document(&self, id: &DocumentId) -> Result<(), OfficeError> {
        self.store.document(id)?.ok_or(OfficeError::NotFound)?;
        Ok(self.store.write(|writing| writing.ask_for_document(id))?)
    }

    /// Writes a document to a file.
    ///
    /// # Errors
    /// Those of [`Self::document`]; `file_failed`.
    pub fn save_document(&self, id: &DocumentId, path: &Path) -> Result<usize, OfficeError> {
        let (content, _) = self.document(id)?;
        std::fs::write(path, &content).map_err(|error| OfficeError::File {
            path: path.display().to_string(),
            reason: error.to_string(),
        })?;
        Ok(content.len())
    }

    /// Says of each document how much of it is here and at the centre.
    pub(crate) fn with_store(&self, documents: &mut [DocumentView]) -> Result<(), OfficeError> {
        for view in documents {
            let id: Option<DocumentId> = view.document.parse().ok();
            if let Some(known) = id.map(|id| self.store.document(&id)).transpose()?.flatten() {
                view.have = u32::try_from(known.have).unwrap_or(u32::MAX);
                view.here = known.is_whole();
                view.sent = known.acknowledged == known.size;
                view.at_centre = u32::try_from(known.acknowledged).unwrap_or(u32::MAX);
                view.asked = known.asked;
                view.refused = known.unwanted;
            }
        }
        Ok(())
    }
}

fn attached(captured: &Captured, name: &str) -> AttachDocument {
    let name: String = name
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        // Marks that turn the direction of what stands behind them.
        .filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .take(LONGEST_NAME)
        .collect();
    AttachDocument {
        document: captured.id(),
        size: captured.content.len() as u64,
        media_type: captured.media_type.to_owned(),
        name,
        pages: captured.pages,
        width: captured.pixels.map(|(width, _)| width),
        height: captured.pixels.map(|(_, height)| height),
    }
}
