//! The lines of a letter, worded and cleaned, as `templates/letter.typ` reads them. Where a line stands on the sheet
//! does not belong here.

use jiff::civil::Date;
use locales::{Args, dates};
use serde::Serialize;

use super::{Ending, Letter, LetterContent};
use crate::Paper;
use crate::cleaning::{isolated, left_to_right, line, paragraphs};
use crate::head::Head;
use crate::receipt::NeededPaper;
use crate::receipt::wording::kind;
use crate::typesetting::Setting;
use crate::words::{Words, present, web_address};

/// The data of `letter.typ`. What is `None` or empty is not on the sheet.
#[derive(Serialize)]
pub(super) struct Sheet {
    setting: Setting,
    head: Head,
    duplicate: Option<String>,
    date: String,
    addressee: Vec<String>,
    title: String,
    facts: Vec<Fact>,
    greeting: Option<String>,
    parts: Vec<Part>,
    closing: Option<String>,
    signatures: Vec<Signature>,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    value: String,
}

/// A part of the letter between greeting and closing.
#[derive(Serialize)]
#[serde(tag = "what", rename_all = "lowercase")]
enum Part {
    /// What we write.
    Text { paragraphs: Vec<String> },
    /// What somebody else wrote, word for word.
    Quote { heading: Option<String>, paragraphs: Vec<String> },
    /// What is needed or goes along.
    List { heading: String, items: Vec<String>, ticks: bool, note: Option<String> },
}

/// A place for a signature: who signs, and what is written below the line.
#[derive(Serialize)]
struct Signature {
    label: String,
    name: Option<String>,
}

impl Sheet {
    /// The same in smaller type.
    pub(super) fn closer(self) -> Self {
        let setting = self.setting.closer();
        Self { setting, ..self }
    }
}

/// `letter` in words, for `paper`.
pub(super) fn sheet(letter: &Letter, paper: Paper) -> Sheet {
    Wording { letter, words: Words::of(letter.language) }.sheet(paper)
}

struct Wording<'a> {
    letter: &'a Letter,
    words: Words,
}

impl Wording<'_> {
    fn sheet(&self, paper: Paper) -> Sheet {
        let (letter, words) = (self.letter, &self.words);
        let title = self.of_kind(self.title_key());
        let reference = line(&letter.reference);
        let to_citizen = !matches!(letter.content, LetterContent::HandOver { .. });
        Sheet {
            setting: Setting::new(letter.language, paper, letter.written_at).named(
                format!("{title} {reference}").trim().to_owned(),
                line(&letter.head.service_title),
                reference,
            ),
            head: letter.head.worded(words),
            duplicate: letter.duplicate.then(|| words.text("letters-receipt-duplicate")),
            date: dates::long(letter.language, letter.written_at.date()),
            addressee: if to_citizen { self.addressee() } else { Vec::new() },
            title,
            facts: self.facts(),
            greeting: to_citizen.then(|| words.text("letters-letter-open")),
            parts: self.parts(),
            closing: to_citizen.then(|| words.text("letters-letter-close")),
            signatures: self.signatures(to_citizen),
        }
    }

    fn title_key(&self) -> &'static str {
        match self.letter.content {
            LetterContent::Acknowledgement { .. } => "letters-acknowledgement-title",
            LetterContent::DocumentsRequest { .. } => "letters-documents-title",
            LetterContent::Answer { .. } => "letters-answer-title",
            LetterContent::Closing { .. } => "letters-closing-title",
            LetterContent::HandOver { .. } => "letters-slip-title",
        }
    }

    fn addressee(&self) -> Vec<String> {
        let lines = std::iter::once(&self.letter.addressee.name).chain(&self.letter.addressee.lines);
        lines.filter_map(|line| self.words.typed(line)).collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let (letter, words) = (self.letter, &self.words);
        let day = |date: Date| dates::long(letter.language, date);
        let mut facts = vec![
            ("letters-letter-reference", words.number(&letter.reference)),
            ("letters-letter-received", Some(day(letter.received_on))),
            ("letters-letter-matter", words.typed(&letter.matter)),
            ("letters-letter-subject", words.typed(&letter.subject)),
        ];
        if let LetterContent::HandOver { to, place, phone, due_on, .. } = &letter.content {
            facts.insert(0, ("letters-slip-to", words.typed(to)));
            facts.insert(1, ("letters-slip-from", words.typed(&letter.head.office_name)));
            let address = letter.addressee.lines.iter().filter_map(|line| present(line));
            let address = address.collect::<Vec<_>>().join(", ");
            facts.extend([
                ("letters-receipt-citizen", words.typed(&letter.addressee.name)),
                ("letters-slip-address", words.typed(&address)),
                ("letters-slip-phone", words.number(phone)),
                ("letters-receipt-place", words.typed(place)),
                ("letters-receipt-due", due_on.map(|due| self.with_date("letters-receipt-due-by", due))),
            ]);
        }
        let fact =
            |(key, value): (&str, Option<String>)| Some(Fact { label: words.text(key), value: value? });
        facts.into_iter().filter_map(fact).collect()
    }

    fn parts(&self) -> Vec<Part> {
        match &self.letter.content {
            LetterContent::Acknowledgement { .. } => self.acknowledgement(),
            LetterContent::DocumentsRequest { by, what, until } => self.documents_request(by, what, *until),
            LetterContent::Answer { by, on, text, definitive } => self.answer(by, *on, text, *definitive),
            LetterContent::Closing { ending, on, text } => self.closing(*ending, *on, text),
            LetterContent::HandOver { text, documents, .. } => self.slip(text, documents),
        }
    }

    fn acknowledgement(&self) -> Vec<Part> {
        let LetterContent::Acknowledgement { institution, due_on, documents, follow_url, follow_phone } =
            &self.letter.content
        else {
            return Vec::new();
        };
        let words = &self.words;
        let received = self
            .kind_args()
            .with("date", dates::in_sentence(words.language, self.letter.received_on))
            .with("reference", left_to_right(&line(&self.letter.reference)));
        let first = [
            Some(words.text_with("letters-acknowledgement-received", &received)),
            present(institution).map(|name| {
                words.text_with(
                    "letters-acknowledgement-institution",
                    &self.kind_args().with("institution", name),
                )
            }),
            due_on.map(|due| self.with_date("letters-acknowledgement-due", due)),
        ];
        let mut parts = vec![Part::Text { paragraphs: first.into_iter().flatten().collect() }];
        let items: Vec<String> = documents.iter().filter_map(|paper| self.paper(paper)).collect();
        if !items.is_empty() {
            parts.push(Part::List {
                heading: words.text("letters-receipt-bring"),
                items,
                ticks: true,
                note: Some(words.text("letters-receipt-time-limit-stops")),
            });
        }
        let ask = present(follow_phone).map_or_else(
            || words.text("letters-letter-ask-visit"),
            |phone| words.with_number("letters-letter-ask-call", "phone", &phone),
        );
        let online = present(follow_url)
            .map(|url| words.with_number("letters-letter-ask-online", "url", web_address(&url)));
        parts.push(Part::Text { paragraphs: [Some(ask), online].into_iter().flatten().collect() });
        parts
    }

    fn documents_request(&self, by: &str, what: &str, until: Option<Date>) -> Vec<Part> {
        let words = &self.words;
        let by = present(by).unwrap_or_else(|| line(&self.letter.head.office_name));
        let bring = match until {
            Some(until) => self.with_date("letters-documents-until", until),
            None => words.text("letters-documents-soon"),
        };
        vec![
            Part::List {
                heading: words
                    .text_with("letters-documents-needed", &self.kind_args().with("institution", by)),
                items: self.paragraphs(what),
                ticks: true,
                note: None,
            },
            Part::Text { paragraphs: vec![bring, words.text("letters-receipt-time-limit-stops")] },
        ]
    }

    fn answer(&self, by: &str, on: Date, text: &str, definitive: bool) -> Vec<Part> {
        let words = &self.words;
        let by = present(by).unwrap_or_else(|| line(&self.letter.head.office_name));
        let given =
            self.kind_args().with("institution", by).with("date", dates::in_sentence(words.language, on));
        let standing = if definitive { "letters-answer-definitive" } else { "letters-answer-first" };
        vec![
            Part::Text { paragraphs: vec![words.text_with("letters-answer-given", &given)] },
            Part::Quote { heading: None, paragraphs: self.paragraphs(text) },
            Part::Text { paragraphs: vec![self.of_kind(standing), words.text("letters-answer-disagree")] },
        ]
    }

    fn closing(&self, ending: Ending, on: Date, text: &str) -> Vec<Part> {
        let words = &self.words;
        let key = match ending {
            Ending::Settled => "letters-closing-settled",
            Ending::Closed => "letters-closing-closed",
            Ending::Withdrawn => "letters-closing-withdrawn",
        };
        let on = self.kind_args().with("date", dates::in_sentence(words.language, on));
        let mut parts = vec![Part::Text { paragraphs: vec![words.text_with(key, &on)] }];
        let noted = self.paragraphs(text);
        if !noted.is_empty() {
            parts.push(Part::Quote { heading: Some(words.text("letters-closing-noted")), paragraphs: noted });
        }
        parts.push(Part::Text { paragraphs: vec![words.text("letters-closing-again")] });
        parts
    }

    fn slip(&self, text: &str, documents: &[String]) -> Vec<Part> {
        let words = &self.words;
        let mut parts = vec![Part::Quote {
            heading: Some(self.of_kind("letters-slip-text")),
            paragraphs: self.paragraphs(text),
        }];
        let items: Vec<String> = documents.iter().filter_map(|name| words.typed(name)).collect();
        parts.push(if items.is_empty() {
            Part::Text { paragraphs: vec![words.text("letters-slip-no-documents")] }
        } else {
            Part::List { heading: words.text("letters-slip-documents"), items, ticks: true, note: None }
        });
        parts
    }

    fn signatures(&self, to_citizen: bool) -> Vec<Signature> {
        let words = &self.words;
        let clerk = words.typed(&self.letter.clerk);
        let signature = |key: &str, name: Option<String>| Signature { label: words.text(key), name };
        if to_citizen {
            return vec![Signature {
                label: words.typed(&self.letter.head.office_name).unwrap_or_default(),
                name: clerk,
            }];
        }
        vec![signature("letters-slip-handed-over", clerk), signature("letters-slip-received", None)]
    }

    fn paper(&self, paper: &NeededPaper) -> Option<String> {
        let name = present(&paper.name)?;
        let Some(copies) = present(&paper.copies) else {
            return Some(self.words.settled(isolated(&name)));
        };
        let args = Args::new().with("name", name).with("copies", copies);
        Some(self.words.text_with("letters-receipt-paper", &args))
    }

    /// What somebody wrote, each paragraph in its own direction.
    fn paragraphs(&self, text: &str) -> Vec<String> {
        paragraphs(text).iter().map(|paragraph| self.words.settled(isolated(paragraph))).collect()
    }

    fn kind_args(&self) -> Args {
        Args::new().with("kind", kind(self.letter.kind))
    }

    fn of_kind(&self, key: &str) -> String {
        self.words.text_with(key, &self.kind_args())
    }

    fn with_date(&self, key: &str, date: Date) -> String {
        self.words.text_with(key, &self.kind_args().with("date", dates::long(self.words.language, date)))
    }
}
