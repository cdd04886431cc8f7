//! `guichet-server import`: takes an older register over from its CSV.

use std::fs::{self, File};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::importing::{Entry, Imported, Mapping, Register};

/// So many lines are taken over in one transaction.
const TOGETHER: usize = 500;

/// Take an older register over from a CSV file
#[derive(Args)]
pub(super) struct Import {
    /// The register, as CSV in UTF-8 with the names of its columns in the first line
    file: PathBuf,
    /// How its columns are to be read; docs/import.md explains it
    #[arg(long, value_name = "FILE")]
    mapping: PathBuf,
    /// Check everything and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Where the lines are listed that were left out, and why [default: beside the register]
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

#[derive(Serialize)]
struct Done<'a> {
    taken: u64,
    known: u64,
    refused: usize,
    dry_run: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a Path>,
}

/// A line that was left out.
struct Refused {
    line: u64,
    number: String,
    why: String,
}

impl Import {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let centre = place.existing().await?;
        let text = fs::read_to_string(&self.mapping).map_err(|error| file(&self.mapping, &error))?;
        let mapping = Mapping::read(&text)?;
        let (mut done, mut refused) = (Imported::default(), Vec::new());
        self.take(&centre, &mapping, &mut done, &mut refused).await?;
        let report = if refused.is_empty() { None } else { Some(self.write_report(&refused)?) };
        let answer = Done {
            taken: done.taken,
            known: done.known,
            refused: refused.len(),
            dry_run: self.dry_run,
            report: report.as_deref(),
        };
        let what = if self.dry_run { "would be taken over" } else { "taken over" };
        let mut text = format!(
            "{} {what}, {} were there already, {} left out",
            answer.taken, answer.known, answer.refused
        );
        if let Some(report) = &report {
            text.push_str(&format!(": why, stands in {}", report.display()));
        }
        output.answer(&answer, &text)
    }

    async fn take(
        &self,
        centre: &Centre,
        mapping: &Mapping,
        done: &mut Imported,
        refused: &mut Vec<Refused>,
    ) -> Result<(), Failure> {
        let delimiter = u8::try_from(mapping.delimiter)
            .map_err(|_| CentreError::Invalid("the mapping: delimiter is a plain sign".to_owned()))?;
        let opened = File::open(&self.file).map_err(|error| file(&self.file, &error))?;
        let size = opened.metadata().map_err(|error| file(&self.file, &error))?.len();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(opened);
        let header = reader.headers().map_err(|error| csv_failure(&self.file, &error))?;
        let header: Vec<String> =
            header.iter().map(|name| name.trim_start_matches('\u{feff}').trim().to_owned()).collect();
        let register = mapping.of(&header, centre.now().time_zone())?;
        let today = centre.now().date();
        let mut progress = Progress::new(size);
        let mut waiting: Vec<(u64, Entry)> = Vec::with_capacity(TOGETHER);
        let mut record = csv::ByteRecord::new();
        loop {
            let more =
                reader.read_byte_record(&mut record).map_err(|error| csv_failure(&self.file, &error))?;
            if more {
                let line = record.position().map_or(0, csv::Position::line);
                match read(&register, &record, today) {
                    Ok(entry) => waiting.push((line, entry)),
                    Err((number, why)) => refused.push(Refused { line, number, why }),
                }
            }
            if waiting.len() >= TOGETHER || !more {
                hand_in(centre, &mapping.source, &mut waiting, !self.dry_run, done, refused).await?;
                progress.show(record.position().map_or(size, csv::Position::byte), done, refused.len());
            }
            if !more {
                break;
            }
        }
        progress.end();
        refused.sort_by_key(|refused| refused.line);
        Ok(())
    }

    fn write_report(&self, refused: &[Refused]) -> Result<PathBuf, Failure> {
        let path = self.report.clone().unwrap_or_else(|| self.file.with_extension("refused.csv"));
        let mut writer = csv::Writer::from_path(&path).map_err(|error| csv_failure(&path, &error))?;
        let mut write =
            |cells: [&str; 3]| writer.write_record(cells).map_err(|error| csv_failure(&path, &error));
        write(["line", "number", "reason"])?;
        for refused in refused {
            write([&refused.line.to_string(), &refused.number, &refused.why])?;
        }
        writer.flush().map_err(|error| file(&path, &error))?;
        Ok(path)
    }
}

fn read(
    register: &Register<'_>,
    record: &csv::ByteRecord,
    today: jiff::civil::Date,
) -> Result<Entry, (String, String)> {
    let cells: Result<Vec<&str>, _> = record.iter().map(std::str::from_utf8).collect();
    let cells = cells.map_err(|_| (String::new(), "it is not written in UTF-8".to_owned()))?;
    register.entry(&cells, today).map_err(|why| (register.number(&cells).to_owned(), why))
}

async fn hand_in(
    centre: &Centre,
    source: &str,
    waiting: &mut Vec<(u64, Entry)>,
    really: bool,
    done: &mut Imported,
    refused: &mut Vec<Refused>,
) -> Result<(), Failure> {
    let (lines, entries): (Vec<u64>, Vec<Entry>) = waiting.drain(..).unzip();
    if entries.is_empty() {
        return Ok(());
    }
    let some = centre.import(source, &entries, really).await?;
    done.taken += some.taken;
    done.known += some.known;
    for (at, why) in some.refused {
        refused.push(Refused { line: lines[at], number: entries[at].number.clone(), why });
    }
    Ok(())
}

/// How far it is, on a terminal.
struct Progress {
    size: u64,
    shown: bool,
}

impl Progress {
    /// Signs of the bar.
    const WIDTH: u64 = 40;

    fn new(size: u64) -> Self {
        Self { size: size.max(1), shown: std::io::stderr().is_terminal() }
    }

    fn show(&mut self, read: u64, done: &Imported, refused: usize) {
        if !self.shown {
            return;
        }
        let full = (read.min(self.size) * Self::WIDTH / self.size) as usize;
        let bar = format!("{}{}", "█".repeat(full), "·".repeat(Self::WIDTH as usize - full));
        let line = format!("\r{bar}  {} taken, {} known, {refused} left out ", done.taken, done.known);
        // A terminal that cannot be written ends nothing.
        drop(std::io::stderr().write_all(line.as_bytes()));
    }

    fn end(&self) {
        if self.shown {
            drop(std::io::stderr().write_all(b"\n"));
        }
    }
}

fn file(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new("file", format!("{}: {error}", path.display()))
}

fn csv_failure(path: &Path, error: &csv::Error) -> Failure {
    Failure::new("file", format!("{}: {error}", path.display()))
}
