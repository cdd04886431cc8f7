//! Registering from a file: one JSON object a line, as other systems export them.
//!
//! Lines that cannot be taken are reported by number and reason, the others are kept. A line is printed once it is
//! durable; lines share a transaction as long as they are at hand, so that a thousand of them do not cost a
//! thousand waits for the disk. The same line is registered once, however often the file is run.

use std::io::BufRead;

use serde::Deserialize;

use complaints::{AccessCode, Author, Moment};

use crate::error::OfficeError;
use crate::open::Office;
use crate::register::Registration;
use crate::view::{CitizenForm, ComplaintForm, ContactWay, RepresentativeForm};

/// How many lines share a transaction.
const LINES_TOGETHER: usize = 64;

/// The longest line that is read, in bytes.
const LONGEST_LINE: u64 = 1024 * 1024;

/// What came of one line.
#[derive(Debug, Clone)]
pub struct ImportedLine {
    /// Its number, from 1.
    pub number: u64,
    /// What came of it.
    pub outcome: LineOutcome,
}

/// What came of a line.
#[derive(Debug, Clone)]
pub enum LineOutcome {
    /// It is on the disk.
    Registered {
        /// Reference.
        reference: String,
        /// Access code.
        access_code: String,
        /// Id.
        id: String,
        /// It had been registered by an earlier run.
        already: bool,
    },
    /// It was not taken.
    Refused {
        /// Why.
        reason: String,
    },
}

/// A line, as `make_complaints.py` and exports write it.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Line {
    kind: String,
    category: String,
    institution: Option<String>,
    subject: Option<String>,
    text: String,
    place: Option<String>,
    language: Option<String>,
    citizen: Option<Person>,
    consent: Consent,
    representative: Option<RepresentativeForm>,
    discretion: Option<String>,
    point: Option<String>,
    recorded_at: Option<String>,
    documents: Vec<serde_json::Value>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Person {
    surname: Option<String>,
    other_names: Option<String>,
    nic: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    address: Option<String>,
    locality: Option<String>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Consent {
    notice: Option<String>,
    contact_by: Vec<ContactWay>,
}

/// A line that was read and checked.
struct Checked {
    number: u64,
    digest: [u8; 32],
    registration: Result<Registration, String>,
}

impl Office {
    /// Registers every good line of a file, and tells of each line, in order, once it is durable or refused.
    ///
    /// # Errors
    /// When the file cannot be read on, or the store fails; what was told of before is kept.
    pub fn import(
        &self,
        file: &mut dyn BufRead,
        author: &Author,
        mut tell: impl FnMut(ImportedLine) -> Result<(), OfficeError>,
    ) -> Result<(), OfficeError> {
        let mut number = 0;
        loop {
            let mut together = Vec::with_capacity(LINES_TOGETHER);
            while together.len() < LINES_TOGETHER {
                let Some(line) = read_line(file)? else { break };
                number += 1;
                if !line.iter().all(u8::is_ascii_whitespace) {
                    together.push(self.check(number, &line));
                }
            }
            if together.is_empty() {
                return Ok(());
            }
            for line in self.write_together(&together, author)? {
                tell(line)?;
            }
        }
    }

    fn check(&self, number: u64, line: &[u8]) -> Checked {
        let digest = *blake3::hash(line.trim_ascii()).as_bytes();
        Checked { number, digest, registration: self.read(line) }
    }

    fn read(&self, line: &[u8]) -> Result<Registration, String> {
        if line.len() as u64 >= LONGEST_LINE {
            return Err(format!("the line is longer than {LONGEST_LINE} bytes"));
        }
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
        let line: Line = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if line.text.contains('\0') {
            return Err("the text holds a null character".to_owned());
        }
        let recorded_at = match &line.recorded_at {
            Some(time) => Some(time.parse::<Moment>().map_err(|error| format!("recorded_at: {error}"))?),
            None => None,
        };
        if !line.documents.is_empty() {
            tracing::debug!("documents named in a file are not taken along");
        }
        Registration::check(&line.into_form(), &self.profile(), recorded_at, self.now().date())
            .map_err(|error| error.to_string())
    }

    fn write_together(&self, lines: &[Checked], author: &Author) -> Result<Vec<ImportedLine>, OfficeError> {
        self.store.write(|writing| {
            let mut told = Vec::with_capacity(lines.len());
            for line in lines {
                let outcome = match &line.registration {
                    Err(reason) => LineOutcome::Refused { reason: reason.clone() },
                    Ok(registration) => match writing.imported(&line.digest)? {
                        Some(id) => {
                            let known = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
                            LineOutcome::Registered {
                                reference: known.register.reference.to_string(),
                                access_code: AccessCode::of(&known.register.seed).to_string(),
                                id: id.to_string(),
                                already: true,
                            }
                        }
                        None => {
                            let written = registration.write(writing, author, self.moment())?;
                            writing.remember_import(&line.digest, written.id)?;
                            LineOutcome::Registered {
                                reference: written.reference.to_string(),
                                access_code: written.access_code.to_string(),
                                id: written.id.to_string(),
                                already: false,
                            }
                        }
                    },
                };
                told.push(ImportedLine { number: line.number, outcome });
            }
            Ok::<_, OfficeError>(told)
        })
    }
}

/// Reads a line with its end. One beyond the limit is read to its end and cut, so that the next line is found.
fn read_line(file: &mut dyn BufRead) -> Result<Option<Vec<u8>>, OfficeError> {
    let failed =
        |error: std::io::Error| OfficeError::File { path: "the file".to_owned(), reason: error.to_string() };
    let mut line = Vec::new();
    let mut limited = std::io::Read::take(&mut *file, LONGEST_LINE);
    if limited.read_until(b'\n', &mut line).map_err(failed)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
        file.skip_until(b'\n').map_err(failed)?;
    }
    Ok(Some(line))
}

impl Line {
    fn into_form(self) -> ComplaintForm {
        let person = self.citizen.unwrap_or_default();
        ComplaintForm {
            kind: self.kind,
            category: self.category,
            institution: self.institution.unwrap_or_default(),
            subject: self.subject.unwrap_or_default(),
            text: self.text,
            place: self.place.unwrap_or_default(),
            notice_language: self.language.clone().unwrap_or_default(),
            language: self.language.unwrap_or_default(),
            citizen: CitizenForm {
                surname: person.surname.unwrap_or_default(),
                other_names: person.other_names.unwrap_or_default(),
                nic: person.nic.unwrap_or_default(),
                phone: person.phone.unwrap_or_default(),
                email: person.email.unwrap_or_default(),
                address: person.address.unwrap_or_default(),
                locality: person.locality.unwrap_or_default(),
            },
            contact_by: self.consent.contact_by,
            notice: self.consent.notice.unwrap_or_default(),
            for_another: self.representative.is_some(),
            representative: self.representative.unwrap_or_default(),
            discretion: self.discretion.unwrap_or_default(),
            point: self.point.unwrap_or_default(),
            linked: None,
            other_matters: Vec::new(),
        }
    }
}
