//! What a clerk has in hand: files that were dropped, pasted, photographed or scanned and are not kept yet. Their bytes stay
//! in the memory of this program, so that a page is turned and cut from the original once, and a lock loses nothing.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::capture::Looked;
use crate::error::OfficeError;

/// The most files in hand.
const MOST_FILES: usize = 60;
/// The most that they may have together, in bytes.
const MOST_BYTES: usize = 300 * 1024 * 1024;

/// One page or file in hand.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) id: u64,
    /// Pages of one PDF share them.
    pub(crate) bytes: Arc<[u8]>,
    /// The page of a PDF that is taken as a picture, from 0.
    pub(crate) page: Option<u32>,
    /// The name of the scanner's file that it came from.
    pub(crate) scan: Option<String>,
}

/// All that is in hand.
#[derive(Debug, Default)]
pub(crate) struct Hands(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    last: u64,
    held: Vec<Held>,
}

impl Hands {
    /// Takes a file in hand: one thing, or a PDF's pages one by one where the PDF may not be kept.
    pub(crate) fn take(
        &self,
        bytes: &[u8],
        looked: Looked,
        scan: Option<&str>,
    ) -> Result<Vec<Held>, OfficeError> {
        let mut inner = self.inner();
        let pages: Vec<Option<u32>> = match looked {
            Looked::ActingPdf(pages) => (0..pages).map(Some).collect(),
            Looked::Picture(..) | Looked::Pdf(_) => vec![None],
        };
        if inner.held.len() + pages.len() > MOST_FILES || inner.bytes() + bytes.len() > MOST_BYTES {
            return Err(OfficeError::HandsFull);
        }
        let bytes: Arc<[u8]> = bytes.into();
        let mut taken = Vec::new();
        for page in pages {
            inner.last += 1;
            let held =
                Held { id: inner.last, bytes: Arc::clone(&bytes), page, scan: scan.map(str::to_owned) };
            inner.held.push(held.clone());
            taken.push(held);
        }
        Ok(taken)
    }

    /// One thing in hand.
    pub(crate) fn get(&self, id: u64) -> Result<Held, OfficeError> {
        let found = self.inner().held.iter().find(|held| held.id == id).cloned();
        found.ok_or(OfficeError::NotInHand)
    }

    /// Puts one down, kept or not. The scanner's file that it came from, when nothing of it is in hand any more.
    pub(crate) fn put_down(&self, id: u64) -> Option<String> {
        let mut inner = self.inner();
        let at = inner.held.iter().position(|held| held.id == id)?;
        let scan = inner.held.remove(at).scan?;
        let more = inner.held.iter().any(|held| held.scan.as_ref() == Some(&scan));
        (!more).then_some(scan)
    }

    /// Whether something of this scanner's file is in hand.
    pub(crate) fn has_scan(&self, name: &str) -> bool {
        self.inner().held.iter().any(|held| held.scan.as_deref() == Some(name))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// How much is held, what is shared counted once.
    fn bytes(&self) -> usize {
        let mut seen: Vec<*const u8> = Vec::new();
        self.held
            .iter()
            .filter(|held| {
                let begins = held.bytes.as_ptr();
                let new = !seen.contains(&begins);
                seen.push(begins);
                new
            })
            .map(|held| held.bytes.len())
            .sum()
    }
}

/// The number that the page calls one by.
pub(crate) fn number(id: &str) -> Result<u64, OfficeError> {
    id.parse().map_err(|_| OfficeError::NotInHand)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_one_file_share_its_bytes_and_the_scan_is_done_with_the_last() {
        let hands = Hands::default();
        let taken = hands.take(&[7; 1000], Looked::ActingPdf(3), Some("scan.pdf")).unwrap();
        assert_eq!(taken.iter().map(|held| held.page).collect::<Vec<_>>(), [Some(0), Some(1), Some(2)]);
        assert_eq!(hands.inner().bytes(), 1000);
        assert_eq!(hands.put_down(taken[0].id), None);
        assert_eq!(hands.put_down(taken[1].id), None);
        assert!(hands.has_scan("scan.pdf"));
        assert_eq!(hands.put_down(taken[2].id), Some("scan.pdf".to_owned()));
        assert!(matches!(hands.get(taken[2].id), Err(OfficeError::NotInHand)));
    }

    #[test]
    fn hands_are_full_at_last_and_what_is_in_them_stays() {
        let hands = Hands::default();
        for _ in 0..MOST_FILES {
            hands.take(b"x", Looked::Picture(1, 1), None).unwrap();
        }
        assert!(matches!(hands.take(b"x", Looked::Picture(1, 1), None), Err(OfficeError::HandsFull)));
        assert!(hands.get(1).is_ok());
        hands.put_down(1);
        assert!(hands.take(b"x", Looked::Picture(1, 1), None).is_ok());
    }
}
