//! `guichet-server office …`: offices, and the codes that admit their computers.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use ::complaints::OfficeCode;
use clap::Subcommand;
use locales::Language;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};
use crate::centre::Centre;
use crate::disk::{create_private, make_private_folder};
use crate::error::CentreError;

#[derive(Subcommand)]
pub(super) enum OfficeVerb {
    /// List the offices
    List,
    /// Add an office beyond those of the profile
    Add {
        /// Two digits, 01 to 99
        #[arg(long)]
        code: OfficeCode,
        /// Its name
        #[arg(long)]
        name: String,
    },
    /// Make a one-time code that admits one computer of an office; it is shown this once
    Code {
        /// The office, two digits
        office: OfficeCode,
        /// For how many days the code is valid
        #[arg(long, value_name = "N", default_value_t = 7)]
        valid_days: u32,
    },
    /// Admit one computer of each office before it has a line: a sealed file for a stick, opened by a code that
    /// travels apart from it
    Provision {
        /// The offices, two digits each
        #[arg(required_unless_present = "all")]
        offices: Vec<OfficeCode>,
        /// One computer of each office of the profile
        #[arg(long, conflicts_with = "offices")]
        all: bool,
        /// Where the files go; a folder, which is made when it is missing. The letters with the codes go into the
        /// folder `letters` in it
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Where the computers will find the centre when they have a line
        #[arg(long, value_name = "URL")]
        server: String,
        /// In which language the letters are: en, fr, mfe or ar-MA. Left out, the first of the profile
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<Language>,
    },
    /// Shut a computer out; what it sent stays, and what it holds it may still deliver
    Revoke {
        /// The office, two digits
        office: OfficeCode,
        /// The number of the computer, as in its references
        #[arg(long, value_name = "N")]
        computer: u16,
        /// Take nothing more from it, for example when it was stolen
        #[arg(long)]
        at_once: bool,
    },
}

#[derive(Serialize)]
struct OfficeLine<'a> {
    code: String,
    name: &'a str,
    computers: u16,
    complaints: u64,
    entries: u64,
}

#[derive(Serialize)]
struct Added<'a> {
    code: String,
    name: &'a str,
}

#[derive(Serialize)]
struct CodeMade<'a> {
    code: &'a str,
    office: String,
    expires_at: String,
}

#[derive(Serialize)]
struct ProvisionMade<'a> {
    office: String,
    computer: u16,
    file: String,
    letter: String,
    code: &'a str,
}

#[derive(Serialize)]
struct Revoked {
    office: String,
    computer: u16,
}

impl OfficeVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        match self {
            Self::List => list(place, output).await,
            Self::Add { code, name } => {
                place.open(None).await?.add_office(code, &name).await?;
                let text = format!("Office {code} is there: {}", name.trim());
                output.answer(&Added { code: code.to_string(), name: name.trim() }, &text)
            }
            Self::Code { office, valid_days } => {
                let made = place.open(None).await?.enrolment_code(office, valid_days).await?;
                let expires_at = made.expires_at.to_string();
                let text =
                    format!("Office {office}: {}\nvalid for one computer, until {expires_at}", made.code);
                output.answer(&CodeMade { code: &made.code, office: office.to_string(), expires_at }, &text)
            }
            Self::Provision { offices, all, out, server, language } => {
                let centre = place.open(None).await?;
                let offices = if all { centre.profile().offices.keys().copied().collect() } else { offices };
                let language = language.unwrap_or_else(|| centre.first_language());
                provision(&centre, &offices, &out, (&server, language), output).await
            }
            Self::Revoke { office, computer, at_once } => {
                place.existing().await?.revoke_computer(office, computer, at_once).await?;
                let text = format!("Computer {computer} of office {office} is shut out");
                output.answer(&Revoked { office: office.to_string(), computer }, &text)
            }
        }
    }
}

/// A file and a letter an office. What is there already is not written over: its computer is admitted under its code.
async fn provision(
    centre: &Centre,
    offices: &[OfficeCode],
    out: &Path,
    (server, language): (&str, Language),
    output: &Output,
) -> Result<(), Failure> {
    // Whoever copies the files onto sticks does not take the letters along.
    let letters = out.join("letters");
    make_private_folder(&letters).map_err(|error| failed(&letters, error))?;
    for office in offices {
        let name = format!("office-{office}.guichet");
        let (path, letter) = (out.join(&name), letters.join(format!("office-{office}.pdf")));
        let mut file = create_private(&path).map_err(|error| failed(&path, error))?;
        let made = match create_private(&letter) {
            Ok(paper) => centre.provision(*office, server).await.map(|made| (made, paper)),
            Err(error) => Err(failed(&letter, error)),
        };
        let (made, mut paper) = match made {
            Ok(made) => made,
            Err(error) => {
                // Nothing stands in them yet.
                remove_empty(&path);
                remove_empty(&letter);
                return Err(error.into());
            }
        };
        write(&mut file, &made.file).map_err(|error| failed(&path, error))?;
        let pdf = centre.admission_letter(&made, &name, server, language).await?;
        write(&mut paper, &pdf).map_err(|error| failed(&letter, error))?;
        let text = format!(
            "Office {office}: {}, computer {}\ncode, on {}, to travel apart from the file: {}",
            path.display(),
            made.computer,
            letter.display(),
            made.code
        );
        let line = ProvisionMade {
            office: office.to_string(),
            computer: made.computer,
            file: path.display().to_string(),
            letter: letter.display().to_string(),
            code: &made.code,
        };
        output.answer(&line, &text)?;
    }
    Ok(())
}

fn failed(path: &Path, source: std::io::Error) -> CentreError {
    CentreError::File { path: path.to_owned(), source }
}

fn write(file: &mut File, bytes: &[u8]) -> std::io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

/// Takes back a file that was made for something that did not come about. One that somebody else has filled stays.
fn remove_empty(path: &Path) {
    if fs::metadata(path).is_ok_and(|meta| meta.len() == 0) {
        drop(fs::remove_file(path));
    }
}

async fn list(place: &Place, output: &Output) -> Result<(), Failure> {
    for office in place.existing().await?.offices().await? {
        let line = OfficeLine {
            code: office.code.to_string(),
            name: &office.name,
            computers: office.computers,
            complaints: office.complaints,
            entries: office.entries,
        };
        let text = format!(
            "{}  {}  ({} computers, {} complaints)",
            line.code, line.name, line.computers, line.complaints
        );
        output.answer(&line, &text)?;
    }
    Ok(())
}
