//! Packing what a citizen takes along into one file: a ZIP that is written as it goes, with no more in memory than a piece of
//! one document. Which files those are is decided by the page.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write};
use std::sync::Arc;

use ::complaints::{Complaint, DocumentId, OfficeCode};
use jiff::Zoned;
use locales::Language;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::{Waiter, heavy};

/// How many bytes wait before they go on.
const BUFFER: usize = 64 * 1024;

/// The longest name of a file, in characters: with its folder it stays below what Windows takes.
const LONGEST_NAME: usize = 80;

/// A file of the parcel.
pub(crate) struct Packed {
    /// Where it stands in it.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) content: Content,
}

/// What a file holds.
pub(crate) enum Content {
    /// This text.
    Text(String),
    /// The receipt of a complaint as PDF, in that language.
    Receipt(Box<Complaint>, Language),
    /// A whole document of an office.
    Document(OfficeCode, DocumentId),
}

impl Centre {
    /// Writes files one after the other, as a ZIP.
    ///
    /// # Errors
    /// The store's, or when nobody takes the bytes any more. What was written until then is no whole file.
    pub(crate) async fn pack_parcel<W: Write + Send + 'static>(
        self: Arc<Self>,
        files: Vec<Packed>,
        output: W,
    ) -> Result<(), CentreError> {
        let waiter = Waiter::here();
        heavy(move || write_all(&self, files, &waiter, output)).await?
    }
}

fn write_all<W: Write>(
    centre: &Centre,
    files: Vec<Packed>,
    waiter: &Waiter,
    output: W,
) -> Result<(), CentreError> {
    let mut zip = ZipWriter::new_stream(BufWriter::with_capacity(BUFFER, output));
    // Deflated throughout: some programs do not read what is stored as it is and was written without going back.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(moment(&centre.now()))
        .unix_permissions(0o600);
    for file in files {
        let fast = !matches!(file.content, Content::Text(_));
        let options = options.compression_level(Some(if fast { 1 } else { 6 }));
        zip.start_file(file.name, options).map_err(|error| broken(&error))?;
        write_one(centre, &file.content, waiter, &mut zip)?;
    }
    let written = zip.finish().map_err(|error| broken(&error))?;
    written.into_inner().flush().map_err(|error| broken(&error))
}

fn write_one<W: Write>(
    centre: &Centre,
    content: &Content,
    waiter: &Waiter,
    zip: &mut ZipWriter<StreamWriter<W>>,
) -> Result<(), CentreError> {
    let mut write = |bytes: &[u8]| zip.write_all(bytes).map_err(|error| broken(&error));
    match content {
        Content::Text(text) => write(text.as_bytes()),
        Content::Receipt(complaint, language) => {
            write(&waiter.wait(centre.receipt_of(complaint, *language))??)
        }
        Content::Document(office, id) => {
            let mut offset = 0;
            loop {
                let part = waiter.wait(centre.document_part(*office, id, offset))??;
                if part.is_empty() {
                    return Ok(());
                }
                offset += part.len() as u64;
                write(&part)?;
            }
        }
    }
}

fn moment(now: &Zoned) -> DateTime {
    let part = |number: i8| u8::try_from(number).unwrap_or(0);
    let year = u16::try_from(now.year()).unwrap_or(1980);
    let (month, day) = (part(now.month()), part(now.day()));
    let (hour, minute, second) = (part(now.hour()), part(now.minute()), part(now.second()));
    DateTime::from_date_and_time(year, month, day, hour, minute, second).unwrap_or_default()
}

fn broken(error: &dyn std::fmt::Display) -> CentreError {
    CentreError::Database(format!("a parcel was broken off: {error}"))
}

/// Names of files that every system takes, each given once.
#[derive(Default)]
pub(crate) struct FileNames(BTreeSet<String>);

impl FileNames {
    /// The name of a file in a folder: what somebody called it, as far as that can be a name.
    pub(crate) fn in_folder(&mut self, folder: &str, called: &str, ending: &str) -> String {
        let is_taken = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
        let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let called: String = called
            .chars()
            .filter(|c| !turns(*c))
            .map(|c| if is_taken(c) { '_' } else { c })
            .take(LONGEST_NAME)
            .collect();
        let called = called.trim_matches([' ', '.']);
        let mut name = format!("{folder}{called}.{ending}");
        let mut number = 2;
        // A system that takes capital and small letters for the same would lose one of two files.
        while !self.0.insert(name.to_lowercase()) {
            name = format!("{folder}{called} ({number}).{ending}");
            number += 1;
        }
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_out_of_no_folder_and_is_given_once() {
        let mut names = FileNames::default();
        assert_eq!(names.in_folder("1/", "../../etc/passwd", "jpg"), "1/_.._etc_passwd.jpg");
        assert_eq!(names.in_folder("1/", "Bill: \u{202e}May", "pdf"), "1/Bill_ May.pdf");
        assert_eq!(names.in_folder("1/", "bill_ may", "pdf"), "1/bill_ may (2).pdf");
        assert_eq!(names.in_folder("2/", "فاتورة", "png"), "2/فاتورة.png");
        assert_eq!(names.in_folder("2/", &"a".repeat(300), "png").chars().count(), 2 + LONGEST_NAME + 4);
    }
}
