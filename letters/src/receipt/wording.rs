//! The lines of a receipt, worded in the citizen's language and cleaned, as `templates/receipt.typ` reads them.
//! Where a line stands on the sheet does not belong here.

use locales::{Args, dates};
use serde::Serialize;

use super::{Emergency, Kind, NeededPaper, Receipt};
use crate::Paper;
use crate::cleaning::{isolated, left_to_right, line, paragraphs, unbroken};
use crate::seal::{Seal, seal};
use crate::typesetting::Setting;
use crate::words::{Words, present, web_address};

/// How much of an identity number may be on paper.
const IDENTITY_END: usize = 4;

/// The data of `receipt.typ`. What is `None` or empty is not on the sheet.
#[derive(Serialize)]
pub(super) struct Sheet {
    setting: Setting,
    head: Head,
    title: String,
    duplicate: Option<String>,
    seal: Option<Seal>,
    recorded: String,
    free: String,
    keys: Vec<Labelled>,
    facts: Vec<Fact>,
    papers: Option<Papers>,
    follow: Follow,
    proof: Part,
    privacy: Option<Part>,
    clerk: String,
    register: Option<String>,
    emergency: Option<String>,
}

#[derive(Serialize)]
struct Head {
    office_title: Option<String>,
    office_name: Option<String>,
    address: Option<String>,
    hours: Option<String>,
    phone: Option<String>,
}

#[derive(Serialize)]
struct Labelled {
    label: String,
    value: String,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    value: String,
    weighty: bool,
}

#[derive(Serialize)]
struct Papers {
    heading: String,
    items: Vec<String>,
    note: String,
}

#[derive(Serialize)]
struct Follow {
    heading: String,
    offline: Way,
    online: Option<Way>,
}

#[derive(Serialize)]
struct Way {
    lead: String,
    text: String,
}

#[derive(Serialize)]
struct Part {
    heading: String,
    paragraphs: Vec<String>,
}

impl Sheet {
    /// The same in smaller type.
    pub(super) fn closer(self) -> Self {
        let setting = self.setting.closer();
        Self { setting, ..self }
    }
}

/// `receipt` in words, for `paper`.
pub(super) fn sheet(receipt: &Receipt, paper: Paper) -> Sheet {
    Wording { receipt, words: Words::of(receipt.language) }.sheet(paper)
}

struct Wording<'a> {
    receipt: &'a Receipt,
    words: Words,
}

impl Wording<'_> {
    fn sheet(&self, paper: Paper) -> Sheet {
        let title = self.of_kind("letters-receipt-title");
        Sheet {
            setting: self.setting(paper, &title),
            head: self.head(),
            title,
            duplicate: self.receipt.duplicate.then(|| self.words.text("letters-receipt-duplicate")),
            seal: seal(&self.receipt.seal, self.words.text("letters-receipt-seal-alt")),
            recorded: self
                .words
                .text_with("letters-receipt-recorded", &self.words.moment(self.receipt.recorded_at)),
            free: self.words.text("letters-receipt-free"),
            keys: self.keys(),
            facts: self.facts(),
            papers: self.papers(),
            follow: self.follow(),
            proof: self.proof(),
            privacy: self.privacy(),
            clerk: self.clerk(),
            register: self.register(),
            emergency: self.emergency(),
        }
    }

    /// A reader shows title and author outside the page, where isolation marks would be visible.
    fn setting(&self, paper: Paper, title: &str) -> Setting {
        let reference = line(&self.receipt.reference);
        let title = format!("{title} {reference}").trim().to_owned();
        Setting::new(self.receipt.language, paper, self.receipt.recorded_at).named(
            title,
            line(&self.receipt.service_title),
            reference,
        )
    }

    fn head(&self) -> Head {
        Head {
            office_title: self.words.typed(&self.receipt.office_title),
            office_name: self.words.typed(&self.receipt.office_name),
            address: self.words.typed(&self.receipt.office_address),
            hours: self.words.typed(&self.receipt.office_hours),
            phone: self.words.number(&self.receipt.office_phone),
        }
    }

    fn keys(&self) -> Vec<Labelled> {
        let keys = [
            ("letters-receipt-reference", &self.receipt.reference),
            ("letters-receipt-access-code", &self.receipt.access_code),
        ];
        keys.into_iter()
            .filter_map(|(key, value)| Some(Labelled { label: self.words.text(key), value: present(value)? }))
            .collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let receipt = self.receipt;
        let facts = [
            ("letters-receipt-citizen", self.words.typed(&receipt.citizen_name)),
            ("letters-receipt-identity", self.identity()),
            ("letters-receipt-matter", self.words.typed(&receipt.matter)),
            ("letters-receipt-place", self.words.typed(&receipt.place)),
            ("letters-receipt-institution", self.words.typed(&receipt.institution)),
            ("letters-receipt-due", self.due()),
        ];
        facts
            .into_iter()
            .filter_map(|(key, value)| {
                Some(Fact {
                    label: self.words.text(key),
                    value: value?,
                    weighty: key == "letters-receipt-due",
                })
            })
            .collect()
    }

    /// Whatever is handed in, no more than the end of the number is printed.
    fn identity(&self) -> Option<String> {
        let number = present(self.receipt.identity_ends_with.as_deref()?)?;
        let characters: Vec<char> = number.chars().collect();
        let end: String = characters[characters.len().saturating_sub(IDENTITY_END)..].iter().collect();
        let args = Args::new().with("end", left_to_right(&end));
        Some(self.words.text_with("letters-receipt-identity-end", &args))
    }

    fn due(&self) -> Option<String> {
        let date = dates::long(self.receipt.language, self.receipt.due_on?);
        Some(self.words.text_with("letters-receipt-due-by", &Args::new().with("date", date)))
    }

    fn papers(&self) -> Option<Papers> {
        let items: Vec<String> = self.receipt.documents.iter().filter_map(|it| self.paper(it)).collect();
        (!items.is_empty()).then(|| Papers {
            heading: self.words.text("letters-receipt-bring"),
            items,
            note: self.words.text("letters-receipt-time-limit-stops"),
        })
    }

    fn paper(&self, paper: &NeededPaper) -> Option<String> {
        let name = present(&paper.name)?;
        let Some(copies) = present(&paper.copies) else {
            return Some(self.words.settled(isolated(&name)));
        };
        let args = Args::new().with("name", name).with("copies", copies);
        Some(self.words.text_with("letters-receipt-paper", &args))
    }

    fn follow(&self) -> Follow {
        Follow {
            heading: self.of_kind("letters-receipt-follow"),
            offline: Way { lead: self.words.text("letters-receipt-offline"), text: self.offline() },
            online: present(&self.receipt.follow_url).map(|url| Way {
                lead: self.words.text("letters-receipt-online"),
                text: self.words.with_number("letters-receipt-online-visit", "url", web_address(&url)),
            }),
        }
    }

    fn offline(&self) -> String {
        let ask = present(&self.receipt.follow_phone).map_or_else(
            || self.words.text("letters-receipt-offline-visit"),
            |phone| self.words.with_number("letters-receipt-offline-call", "phone", &phone),
        );
        let answer = self.receipt.phone.as_deref().and_then(present);
        let answer = answer.map(|phone| self.words.with_number("letters-receipt-we-call", "phone", &phone));
        [Some(ask), answer].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn proof(&self) -> Part {
        let mut sentences = vec![self.of_kind("letters-receipt-proves")];
        if present(&self.receipt.access_code).is_some() {
            sentences.push(self.words.text("letters-receipt-code-secret"));
        }
        if !self.receipt.seal.is_empty() {
            sentences.push(self.words.text("letters-receipt-seal"));
        }
        sentences.push(self.words.text("letters-receipt-keep"));
        Part {
            heading: self.words.text("letters-receipt-proves-heading"),
            paragraphs: vec![sentences.join(" ")],
        }
    }

    fn privacy(&self) -> Option<Part> {
        let mut paragraphs: Vec<String> =
            paragraphs(&self.receipt.privacy).iter().map(|it| self.words.settled(isolated(it))).collect();
        if paragraphs.is_empty() {
            return None;
        }
        if let Some(version) = present(&self.receipt.notice_version) {
            let args = Args::new()
                .with("language", self.receipt.notice_language.tag())
                .with("version", left_to_right(&version));
            paragraphs.push(self.words.text_with("letters-receipt-notice", &args));
        }
        Some(Part { heading: self.words.text("letters-receipt-privacy"), paragraphs })
    }

    fn clerk(&self) -> String {
        if self.receipt.device == 0 {
            return self.words.text("letters-receipt-portal");
        }
        let args = Args::new().with("device", self.receipt.device.to_string());
        match present(&self.receipt.clerk) {
            Some(clerk) => self.words.text_with("letters-receipt-clerk", &args.with("clerk", clerk)),
            None => self.words.text_with("letters-receipt-device", &args),
        }
    }

    fn register(&self) -> Option<String> {
        let state = present(&self.receipt.register_state)?;
        Some(self.words.with_number("letters-receipt-register", "state", &state))
    }

    fn emergency(&self) -> Option<String> {
        let numbers: Vec<String> =
            self.receipt.emergency.iter().filter_map(|it| self.emergency_number(it)).collect();
        if numbers.is_empty() {
            return None;
        }
        let numbers = self
            .words
            .in_own_direction(&numbers.join(&self.words.text("letters-receipt-emergency-separator")));
        Some(self.words.text_with("letters-receipt-emergency", &Args::new().with("numbers", numbers)))
    }

    fn emergency_number(&self, emergency: &Emergency) -> Option<String> {
        let number = left_to_right(&unbroken(&present(&emergency.number)?));
        let Some(what) = present(&emergency.what) else {
            return Some(number);
        };
        let args = Args::new().with("number", number).with("what", what);
        Some(self.words.text_with("letters-receipt-emergency-number", &args))
    }

    fn of_kind(&self, key: &str) -> String {
        self.words.text_with(key, &Args::new().with("kind", kind(self.receipt.kind)))
    }
}

pub(crate) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Complaint => "complaint",
        Kind::Request => "request",
        Kind::Suggestion => "suggestion",
    }
}
