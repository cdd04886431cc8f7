//! The documents' lane: what of documents goes into a request when no operation waits, and what is asked for. It is
//! decided from what the centre said last; where that is in doubt, the centre is asked before anything is sent.
//!
//! ```text
//! captured ──slices, in doubt──▶ the centre says how much it has ──▶ next slices from there ──▶ whole
//!                │ cut                        ▲
//!                └── asked after in the next request
//! ```

use office_store::{DocumentsDue, Store, StoreError, StoredDocument};
use sync_protocol::{DocumentHint, DocumentSlice, DocumentWanted, Hash, Hello, RequestWriter, SLICE_BYTES};

/// After how many documents one request asks.
const MOST_ASKED: usize = 64;

/// How many documents one request wants.
const MOST_WANTED: usize = 16;

/// What there is to carry, as it stood before the operations were read: what is sent here is on the record.
#[derive(Debug, Default)]
pub(crate) struct Lane {
    to_send: Vec<StoredDocument>,
    unsure: Vec<StoredDocument>,
    wanted: Vec<StoredDocument>,
    pub(crate) due: DocumentsDue,
}

impl Lane {
    pub(crate) fn read(store: &Store) -> Result<Self, StoreError> {
        Ok(Self {
            to_send: store.documents_to_send()?,
            unsure: store.documents_unsure()?,
            wanted: store.documents_wanted()?,
            due: store.documents_due()?,
        })
    }

    /// Puts into a hello what is asked. `most`: how many bytes the answer may carry; none: all there are.
    pub(crate) fn ask(&self, hello: &mut Hello, most: Option<usize>) {
        let hint = |document: &StoredDocument| DocumentHint::of(document.id.as_bytes());
        let wanted = |document: &StoredDocument| DocumentWanted {
            document: Hash(*document.id.as_bytes()),
            offset: document.have,
        };
        hello.asked_documents = self.unsure.iter().take(MOST_ASKED).map(hint).collect();
        let limit = if most.is_some() { MOST_WANTED } else { usize::MAX };
        hello.wanted_documents = self.wanted.iter().take(limit).map(wanted).collect();
        hello.document_bytes =
            most.filter(|_| !hello.wanted_documents.is_empty()).and_then(|most| u64::try_from(most).ok());
    }

    /// Writes slices, at most so many bytes of them, of documents that the centre is known to lack. From here to its
    /// word nobody knows how much of them it has.
    pub(crate) fn write(
        &self,
        store: &Store,
        writer: &mut RequestWriter<'_>,
        most: usize,
    ) -> Result<(), StoreError> {
        let (mut left, mut begun) = (most, Vec::new());
        for document in self.to_send.iter().filter(|document| !document.unsure) {
            if left == 0 {
                break;
            }
            begun.push(document.id);
            for_each_slice(store, document, |slice| {
                left = left.saturating_sub(slice.bytes.len());
                writer.document(&slice);
                Ok::<_, StoreError>(left > 0)
            })?;
        }
        if begun.is_empty() {
            return Ok(());
        }
        store.write(|writing| begun.iter().try_for_each(|id| writing.doubt_document(id)))
    }

    /// Every slice that the centre is not known to have, for a file; and how many documents these are.
    pub(crate) fn write_all<E: From<StoreError>>(
        &self,
        store: &Store,
        mut each: impl FnMut(DocumentSlice) -> Result<(), E>,
    ) -> Result<u64, E> {
        for document in &self.to_send {
            for_each_slice(store, document, |slice| each(slice).map(|()| true))?;
        }
        Ok(self.to_send.len() as u64)
    }
}

/// Walks what the centre lacks of a document, until `each` has enough.
fn for_each_slice<E: From<StoreError>>(
    store: &Store,
    document: &StoredDocument,
    mut each: impl FnMut(DocumentSlice) -> Result<bool, E>,
) -> Result<(), E> {
    let mut offset = document.acknowledged;
    loop {
        let bytes = store.document_slice(&document.id, offset, SLICE_BYTES)?;
        if bytes.is_empty() {
            return Ok(());
        }
        let (document, start) = (Hash(*document.id.as_bytes()), offset);
        offset += bytes.len() as u64;
        if !each(DocumentSlice { document, offset: start, bytes })? {
            return Ok(());
        }
    }
}

/// Whether another request at once brings documents further. `before`: what was to be carried when the last request was
/// put together; none: it carried none, because operations waited.
pub(crate) fn goes_on(before: Option<DocumentsDue>, now: DocumentsDue) -> bool {
    let Some(before) = before else { return now != DocumentsDue::default() };
    // What does not move waits for the next exchange, so that a document that the centre cannot take occupies no line.
    let moves = |before: u64, now: u64| now > 0 && (now < before || before == 0);
    let is_clearer = now.unsure < before.unsure && now != DocumentsDue::default();
    moves(before.up_bytes, now.up_bytes) || moves(before.down_bytes, now.down_bytes) || is_clearer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_go_on_while_they_move_and_never_in_a_circle() {
        let due = |up_bytes, unsure, down_bytes| DocumentsDue { up_bytes, unsure, down_bytes };
        assert!(goes_on(None, due(9, 0, 0)) && !goes_on(None, due(0, 0, 0)));
        assert!(goes_on(Some(due(9, 0, 0)), due(5, 0, 0)) && !goes_on(Some(due(9, 0, 0)), due(0, 0, 0)));
        assert!(!goes_on(Some(due(9, 0, 0)), due(9, 0, 0)), "nothing was taken");
        assert!(!goes_on(Some(due(5, 0, 0)), due(9, 0, 0)), "it begins anew");
        assert!(goes_on(Some(due(0, 0, 0)), due(9, 0, 0)), "the centre has lost it");
        assert!(goes_on(Some(due(4, 3, 7)), due(9, 2, 7)), "the centre has answered");
        assert!(goes_on(Some(due(4, 0, 7)), due(4, 0, 6)) && !goes_on(Some(due(0, 1, 7)), due(0, 0, 0)));
    }
}
