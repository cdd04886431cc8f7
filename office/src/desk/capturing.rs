//! Documents on their way in at the counter: taken in hand, looked at, weighed, kept or put down; the scanner's folder; and
//! pages of what was kept, drawn to be looked at.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::{Desk, Result, complaint_id};
use crate::apart;
use crate::capture::{Adjustment, Cut, Looked};
use crate::error::OfficeError;
use crate::hands::{self, Held};
use crate::open::Office;
use crate::scanner::{self, Scan};
use crate::view::{ComplaintView, InHand, PictureWish, ScanView, ScannerView, Weight};

/// The setting that names the scanner's folder.
const SCANNER_FOLDER: &str = "scanner_folder";
/// The setting that holds which of its files somebody has taken or left: name → mark, as JSON.
const SCANS_DONE: &str = "scanner_done";
/// A picture that is turned and cut on the screen has no side longer than this, in pixels.
const LONGEST_IN_HAND: u32 = 1_400;

impl Desk {
    /// Takes a file in hand: one thing, or page by page what may not be kept whole.
    ///
    /// # Errors
    /// Those of [`crate::capture()`]; `hands_full`, `not_signed_in`.
    pub fn take_file(&self, bytes: &[u8]) -> Result<Vec<InHand>> {
        self.signed_in()?;
        self.in_hand(bytes, None)
    }

    /// Takes a file of the scanner's folder in hand. It stays in the folder.
    ///
    /// # Errors
    /// As [`Self::take_file`]; `scan_gone`.
    pub fn take_scan(&self, name: &str) -> Result<Vec<InHand>> {
        self.signed_in()?;
        let folder = self.scans_folder()?.ok_or(OfficeError::ScanGone)?;
        let most = self.office()?.profile().documents.largest_bytes;
        let bytes = scanner::read(&folder, name, most).map_err(|_| OfficeError::ScanGone)?;
        self.in_hand(&bytes, Some(name))
    }

    fn in_hand(&self, bytes: &[u8], scan: Option<&str>) -> Result<Vec<InHand>> {
        let office = self.office()?;
        let policy = &office.profile().documents;
        let looked = apart::look(bytes, policy)?;
        let colour_choice = policy.grey && policy.photos_in_colour && !policy.keep_original;
        let taken = self.hands.take(bytes, looked, scan)?;
        Ok(taken.iter().map(|held| view(held, looked, colour_choice)).collect())
    }

    /// A picture of what is in hand, as JPEG: an image as it came, or the first page of a PDF.
    ///
    /// # Errors
    /// `not_in_hand`, `document_damaged`, `not_signed_in`.
    pub fn hand_picture(&self, id: &str) -> Result<Vec<u8>> {
        self.signed_in()?;
        let held = self.hands.get(hands::number(id)?)?;
        let office = self.office()?;
        Ok(apart::preview(&held.bytes, &office.profile().documents, held.page, LONGEST_IN_HAND)?)
    }

    /// What it would cost to keep it so.
    ///
    /// # Errors
    /// Those of [`crate::capture()`]; `not_in_hand`, `not_signed_in`.
    pub fn weigh(&self, id: &str, wish: PictureWish) -> Result<Weight> {
        self.signed_in()?;
        let held = self.hands.get(hands::number(id)?)?;
        let office = self.office()?;
        let captured = apart::captured(&held.bytes, &office.profile().documents, &adjustment(&held, wish))?;
        let rate = office.line_rate()?;
        let seconds = |bytes: usize| rate.map(|rate| (bytes as f64 / rate).ceil().clamp(1.0, 1e9) as u32);
        let (before, after) = (held.bytes.len(), captured.content.len());
        Ok(Weight {
            before: shown(before as u64),
            after: shown(after as u64),
            before_s: seconds(before),
            after_s: seconds(after),
        })
    }

    /// Keeps what is in hand as a document of a complaint.
    ///
    /// # Errors
    /// As [`Office::attach`]; `not_in_hand`, `not_signed_in`. What fails stays in hand.
    pub fn keep_in_hand(
        &self,
        id: &str,
        complaint: &str,
        name: &str,
        wish: PictureWish,
    ) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, complaint) = (self.office()?, complaint_id(complaint)?);
        let held = self.hands.get(hands::number(id)?)?;
        office.attach_adjusted(complaint, name, &held.bytes, &adjustment(&held, wish), &author)?;
        if let Some(scan) = self.hands.put_down(held.id) {
            self.done_with_scan(&scan)?;
        }
        self.changed();
        office.complaint(complaint)
    }

    /// Puts down what is in hand, without keeping it. A scanner's file is then new again.
    ///
    /// # Errors
    /// `not_signed_in`.
    pub fn put_down(&self, id: &str) -> Result<()> {
        self.signed_in()?;
        self.hands.put_down(hands::number(id)?);
        Ok(())
    }

    /// What the scanner left.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn scans(&self) -> Result<ScannerView> {
        self.signed_in()?;
        self.look_at_scans()
    }

    /// A file of the scanner's folder is none of this office's: it is not shown as new again, and stays where it is. Said
    /// once more it is new again.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn leave_scan(&self, name: &str, leave: bool) -> Result<ScannerView> {
        self.signed_in()?;
        if leave {
            self.done_with_scan(name)?
        } else {
            self.mark_scans(|done, _| drop(done.remove(name)))?
        }
        self.look_at_scans()
    }

    /// Deletes a file of the scanner's folder, at the clerk's word.
    ///
    /// # Errors
    /// `not_signed_in`, `scan_gone`, `file_failed`.
    pub fn delete_scan(&self, name: &str) -> Result<ScannerView> {
        self.signed_in()?;
        let folder = self.scans_folder()?.ok_or(OfficeError::ScanGone)?;
        scanner::delete(&folder, name).map_err(|error| OfficeError::File {
            path: folder.join(name).display().to_string(),
            reason: error.to_string(),
        })?;
        self.look_at_scans()
    }

    /// Names the folder in which a scanner leaves its pages.
    ///
    /// # Errors
    /// `not_signed_in`, `set_by_policy`, or the store's.
    pub fn name_scanner_folder(&self, folder: &Path) -> Result<ScannerView> {
        self.signed_in()?;
        if self.office()?.policy.scanner_folder.is_some() {
            return Err(OfficeError::SetByPolicy("scanner_folder"));
        }
        let folder = folder.display().to_string();
        self.office()?.store.write(|writing| writing.put_setting(SCANNER_FOLDER, &folder))?;
        self.look_at_scans()
    }

    /// Looks at the scanner's folder again and again, and calls back when something has changed; until the callback says
    /// that nobody wants to know.
    pub fn watch_scans(&self, mut tell: impl FnMut() -> bool) {
        let mut last = ScannerView::default();
        scanner::watch(|| {
            let now = self.look_at_scans().unwrap_or_default();
            let changed = now != last;
            last = now;
            !changed || tell()
        });
    }

    /// How many pages a PDF has that was kept.
    ///
    /// # Errors
    /// Those of [`Self::document`]; `document_damaged`.
    pub fn document_pages(&self, document: &str) -> Result<u32> {
        Ok(apart::pages(&self.document(document)?)?)
    }

    /// A page of a PDF that was kept, from 0, as JPEG with that many pixels on its longer side.
    ///
    /// # Errors
    /// Those of [`Self::document`]; `document_damaged`.
    pub fn document_page(&self, document: &str, page: u32, longest: u32) -> Result<Vec<u8>> {
        Ok(apart::draw_page(&self.document(document)?, page, longest)?)
    }

    fn scans_folder(&self) -> Result<Option<PathBuf>> {
        self.office()?.scanner_folder()
    }

    fn look_at_scans(&self) -> Result<ScannerView> {
        let office = self.office()?;
        let Some(folder) = self.scans_folder()? else { return Ok(ScannerView::default()) };
        let files = self.scanner().look(&folder, Instant::now());
        let done = scans_done(&office)?;
        let shown_file = |scan: &Scan| ScanView {
            name: scan.name.clone(),
            bytes: shown(scan.bytes),
            at: written_at(&office, scan.written_ms),
            ready: scan.ready,
            done: done.get(&scan.name) == Some(&scan.mark()) || self.hands.has_scan(&scan.name),
        };
        Ok(ScannerView {
            folder: folder.display().to_string(),
            readable: files.is_some(),
            files: files.unwrap_or_default().iter().map(shown_file).collect(),
        })
    }

    fn done_with_scan(&self, name: &str) -> Result<()> {
        self.mark_scans(|done, scans| {
            if let Some(scan) = scans.iter().find(|scan| scan.name == name) {
                done.insert(name.to_owned(), scan.mark());
            }
        })
    }

    /// Changes the marks of what is done with; marks of files that have gone go too.
    fn mark_scans(&self, change: impl FnOnce(&mut BTreeMap<String, String>, &[Scan])) -> Result<()> {
        let office = self.office()?;
        let Some(folder) = self.scans_folder()? else { return Ok(()) };
        let Some(scans) = self.scanner().look(&folder, Instant::now()) else { return Ok(()) };
        let mut done = scans_done(&office)?;
        done.retain(|name, _| scans.iter().any(|scan| scan.name == *name));
        change(&mut done, &scans);
        let done = serde_json::to_string(&done).unwrap_or_default();
        Ok(office.store.write(|writing| writing.put_setting(SCANS_DONE, &done))?)
    }
}

/// What cannot be read is nothing: the files are then new once more.
fn scans_done(office: &Office) -> Result<BTreeMap<String, String>> {
    let kept = office.store.setting(SCANS_DONE)?;
    Ok(kept.and_then(|kept| serde_json::from_str(&kept).ok()).unwrap_or_default())
}

/// By the office's clock, as RFC 3339.
fn written_at(office: &Office, written_ms: i64) -> String {
    let zone = office.now().time_zone().clone();
    let at = jiff::Timestamp::from_millisecond(written_ms).unwrap_or_default();
    complaints::Moment::from_zoned(&at.to_zoned(zone)).to_string()
}

fn view(held: &Held, looked: Looked, colour_choice: bool) -> InHand {
    let (width, height) = if let Looked::Picture(width, height) = looked { (width, height) } else { (0, 0) };
    let picture = !matches!(looked, Looked::Pdf(_));
    InHand {
        id: held.id.to_string(),
        picture,
        width,
        height,
        pages: if let Looked::Pdf(pages) = looked { pages } else { 0 },
        page_of_acting: held.page.map_or(0, |page| page + 1),
        colour_choice: picture && colour_choice,
        bytes: shown(held.bytes.len() as u64),
    }
}

fn adjustment(held: &Held, wish: PictureWish) -> Adjustment {
    let [left, top, right, bottom] = wish.cut;
    let cut = (wish.cut != [0; 4]).then_some(Cut { left, top, right, bottom });
    Adjustment { page: held.page, turns: wish.turns, cut, colour: wish.colour }
}

fn shown(bytes: u64) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
