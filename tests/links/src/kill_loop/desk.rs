//! A computer of the office and the book that is kept beside it: what was begun on it, and what it has confirmed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use desktop::{Centre, Computer, KeyStore, Outcome, Trouble};

use super::disk::Disk;
use crate::ends::enrol_over;
use crate::proxy::Proxy;
use crate::run::{Ended, Run};

/// What somebody does at a computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// Registers the complaints of these numbers.
    Register(Vec<u32>),
    /// Exchanges with the centre.
    Exchange,
    /// Adds the scan of that number, which is tried again until it is confirmed.
    Attach { reference: String, number: u64 },
    /// Writes a note, once: whether one whose program was killed has been kept is not known.
    Note { reference: String, text: String },
}

/// A note that was begun.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) reference: String,
    pub(super) text: String,
    pub(super) confirmed: bool,
}

/// A computer with its book.
#[derive(Debug)]
pub(super) struct Desk {
    pub(super) computer: Computer,
    pub(super) disk: Option<Disk>,
    name: String,
    file: PathBuf,
    /// Number → reference, as it was printed.
    pub(super) references: BTreeMap<u32, String>,
    /// Begun, and not confirmed yet.
    pub(super) open: BTreeSet<u32>,
    pub(super) written: Vec<Note>,
    /// Scans that were begun: reference, number, and the hash once it was confirmed.
    pub(super) scans: Vec<(String, u64, Option<String>)>,
}

impl Desk {
    pub(super) fn enrol(
        folder: &Path,
        name: &str,
        disk: Option<Disk>,
        line: &Proxy,
        centre: &Centre,
    ) -> Outcome<Self> {
        let key_store = KeyStore::File(folder.join(format!("{name}.key")));
        let computer = Computer::new(folder, name, key_store);
        enrol_over(line, centre, &computer)?;
        Ok(Self {
            computer,
            disk,
            name: name.to_owned(),
            file: folder.join(format!("{name}.jsonl")),
            references: BTreeMap::new(),
            open: BTreeSet::new(),
            written: Vec::new(),
            scans: Vec::new(),
        })
    }

    /// A file that belongs to this desk.
    pub(super) fn beside(&self, extension: &str) -> PathBuf {
        self.file.with_extension(extension)
    }

    pub(super) fn confirmed(&self) -> usize {
        self.references.len()
    }

    pub(super) fn begun(&self) -> usize {
        self.references.len() + self.open.len()
    }

    pub(super) fn notes(&self) -> usize {
        self.written.len()
    }

    /// What a clerk would try again: all that was not confirmed, and a few that were, by mistake.
    pub(super) fn again(&self, random: &mut fastrand::Rng) -> Vec<u32> {
        let confirmed: Vec<u32> = self.references.keys().copied().collect();
        let by_mistake = (0..random.usize(..3)).filter_map(|_| random.choice(&confirmed).copied());
        self.open.iter().copied().chain(by_mistake.collect::<BTreeSet<_>>()).collect()
    }

    /// A note on one of its own complaints.
    pub(super) fn draw_note(&self, random: &mut fastrand::Rng) -> Option<Deed> {
        let references: Vec<&String> = self.references.values().collect();
        let reference = (*random.choice(&references)?).clone();
        Some(Deed::Note { reference, text: format!("Note {} of {}.", self.written.len() + 1, self.name) })
    }

    /// A scan for one of its own complaints: one that was not confirmed, or a new one.
    pub(super) fn draw_scan(&self, random: &mut fastrand::Rng) -> Option<Deed> {
        if let Some((reference, number, _)) = self.scans.iter().find(|(_, _, hash)| hash.is_none()) {
            return Some(Deed::Attach { reference: reference.clone(), number: *number });
        }
        let references: Vec<&String> = self.references.values().collect();
        let reference = (*random.choice(&references)?).clone();
        Some(Deed::Attach { reference, number: random.u64(..) })
    }

    /// Starts the program that does it.
    pub(super) fn start(&mut self, deed: &Deed) -> Outcome<Run> {
        let program = self.computer.ask()?.word("--json");
        let program = match deed {
            Deed::Register(numbers) => {
                std::fs::write(&self.file, offices::lines(numbers.iter().copied()))
                    .map_err(|error| Trouble::while_doing(self.file.display(), error))?;
                let unconfirmed = numbers.iter().filter(|number| !self.references.contains_key(number));
                self.open.extend(unconfirmed);
                program.words(["register", "--from"]).word(&self.file)
            }
            Deed::Exchange => program.word("sync"),
            Deed::Attach { reference, number } => {
                let file = self.beside("pdf");
                let bytes = 1_000 + usize::try_from(number % 30_000).unwrap_or(0);
                std::fs::write(&file, offices::scan(bytes, *number))
                    .map_err(|error| Trouble::while_doing(file.display(), error))?;
                if !self.scans.iter().any(|(_, known, _)| known == number) {
                    self.scans.push((reference.clone(), *number, None));
                }
                program.words(["attach", reference]).word(&file)
            }
            Deed::Note { reference, text } => {
                let note = Note { reference: reference.clone(), text: text.clone(), confirmed: false };
                self.written.push(note);
                program.words(["note", reference, "--text", text])
            }
        };
        Run::start(program)
    }

    /// Enters into the book what the program has confirmed.
    pub(super) fn take(&mut self, deed: &Deed, ended: &Ended) -> Outcome<()> {
        match deed {
            Deed::Register(numbers) => self.take_registered(numbers, ended),
            Deed::Exchange => Ok(()),
            Deed::Attach { number, .. } => {
                let printed = ended.objects()?;
                let hash = printed.first().and_then(|told| told["document"].as_str()).map(str::to_owned);
                if let Some((_, _, confirmed)) = self.scans.iter_mut().find(|(_, known, _)| known == number) {
                    *confirmed = hash.or(confirmed.take());
                }
                Ok(())
            }
            Deed::Note { .. } => {
                if let Some(note) = self.written.last_mut() {
                    note.confirmed = ended.is_success();
                }
                Ok(())
            }
        }
    }

    fn take_registered(&mut self, numbers: &[u32], ended: &Ended) -> Outcome<()> {
        for printed in ended.objects()? {
            let line = printed["line"].as_u64().and_then(|line| usize::try_from(line).ok());
            let number = line.and_then(|line| numbers.get(line.checked_sub(1)?));
            let (Some(number), Some(reference)) = (number, printed["reference"].as_str()) else {
                return Err(Trouble::new(format!("this confirms nothing: {printed}")));
            };
            let before = self.references.insert(*number, reference.to_owned());
            if before.as_deref().is_some_and(|before| before != reference) {
                return Err(Trouble::new(format!("case {number} was {before:?} and is now {reference}")));
            }
            self.open.remove(number);
        }
        let missing = numbers.iter().filter(|number| self.open.contains(number)).count();
        if ended.is_success() && missing > 0 {
            return Err(Trouble::new(format!("it ended well and {missing} lines were not confirmed")));
        }
        Ok(())
    }
}
