//! The lines of a receipt, worded in the citizen's language and cleaned, as `templates/receipt.typ` reads them.
//! Where a line stands on the sheet does not belong here.

use locales::{Args, Texts, dates, without_isolation};
use serde::Serialize;

use super::{Emergency, Kind, NeededPaper, Receipt};
use crate::Paper;
use crate::cleaning::{
    has_right_to_left, isolated, left_to_right, line, paragraphs, right_to_left, unbroken,
};
use crate::typesetting::Setting;

/// How much of an identity number may be on paper.
const IDENTITY_END: usize = 4;

/// The data of `receipt.typ`. What is `None` or empty is not on the sheet.
#[derive(Serialize)]
pub(super) struct Sheet {
    setting: Setting,
    head: Head,
    title: String,
    duplicate: Option<String>,
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
    Wording { receipt, texts: locales::texts(receipt.language) }.sheet(paper)
}

struct Wording<'a> {
    receipt: &'a Receipt,
    texts: &'static Texts,
}

impl Wording<'_> {
    fn sheet(&self, paper: Paper) -> Sheet {
        let title = self.of_kind("letters-receipt-title");
        Sheet {
            setting: self.setting(paper, &title),
            head: self.head(),
            title,
            duplicate: self.receipt.duplicate.then(|| self.text("letters-receipt-duplicate")),
            recorded: self.text_with("letters-receipt-recorded", &self.recorded()),
            free: self.text("letters-receipt-free"),
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
            office_title: self.typed(&self.receipt.office_title),
            office_name: self.typed(&self.receipt.office_name),
            address: self.typed(&self.receipt.office_address),
            hours: self.typed(&self.receipt.office_hours),
            phone: present(&self.receipt.office_phone).map(|it| self.settled(left_to_right(&unbroken(&it)))),
        }
    }

    fn keys(&self) -> Vec<Labelled> {
        let keys = [
            ("letters-receipt-reference", &self.receipt.reference),
            ("letters-receipt-access-code", &self.receipt.access_code),
        ];
        keys.into_iter()
            .filter_map(|(key, value)| Some(Labelled { label: self.text(key), value: present(value)? }))
            .collect()
    }

    fn facts(&self) -> Vec<Fact> {
        let receipt = self.receipt;
        let facts = [
            ("letters-receipt-citizen", self.typed(&receipt.citizen_name)),
            ("letters-receipt-identity", self.identity()),
            ("letters-receipt-matter", self.typed(&receipt.matter)),
            ("letters-receipt-place", self.typed(&receipt.place)),
            ("letters-receipt-institution", self.typed(&receipt.institution)),
            ("letters-receipt-due", self.due()),
        ];
        facts
            .into_iter()
            .filter_map(|(key, value)| {
                Some(Fact { label: self.text(key), value: value?, weighty: key == "letters-receipt-due" })
            })
            .collect()
    }

    /// Whatever is handed in, no more than the end of the number is printed.
    fn identity(&self) -> Option<String> {
        let number = present(self.receipt.identity_ends_with.as_deref()?)?;
        let characters: Vec<char> = number.chars().collect();
        let end: String = characters[characters.len().saturating_sub(IDENTITY_END)..].iter().collect();
        let args = Args::new().with("end", left_to_right(&end));
        Some(self.text_with("letters-receipt-identity-end", &args))
    }

    fn due(&self) -> Option<String> {
        let date = dates::long(self.receipt.language, self.receipt.due_on?);
        Some(self.text_with("letters-receipt-due-by", &Args::new().with("date", date)))
    }

    fn papers(&self) -> Option<Papers> {
        let items: Vec<String> = self.receipt.documents.iter().filter_map(|it| self.paper(it)).collect();
        (!items.is_empty()).then(|| Papers {
            heading: self.text("letters-receipt-bring"),
            items,
            note: self.text("letters-receipt-time-limit-stops"),
        })
    }

    fn paper(&self, paper: &NeededPaper) -> Option<String> {
        let name = present(&paper.name)?;
        let Some(copies) = present(&paper.copies) else {
            return Some(self.settled(isolated(&name)));
        };
        let args = Args::new().with("name", name).with("copies", copies);
        Some(self.text_with("letters-receipt-paper", &args))
    }

    fn follow(&self) -> Follow {
        Follow {
            heading: self.of_kind("letters-receipt-follow"),
            offline: Way { lead: self.text("letters-receipt-offline"), text: self.offline() },
            online: present(&self.receipt.follow_url).map(|url| Way {
                lead: self.text("letters-receipt-online"),
                text: self.with_number("letters-receipt-online-visit", "url", web_address(&url)),
            }),
        }
    }

    fn offline(&self) -> String {
        let ask = present(&self.receipt.follow_phone).map_or_else(
            || self.text("letters-receipt-offline-visit"),
            |phone| self.with_number("letters-receipt-offline-call", "phone", &phone),
        );
        let answer = self.receipt.phone.as_deref().and_then(present);
        let answer = answer.map(|phone| self.with_number("letters-receipt-we-call", "phone", &phone));
        [Some(ask), answer].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn proof(&self) -> Part {
        let mut sentences = vec![self.of_kind("letters-receipt-proves")];
        if present(&self.receipt.access_code).is_some() {
            sentences.push(self.text("letters-receipt-code-secret"));
        }
        sentences.push(self.text("letters-receipt-keep"));
        Part { heading: self.text("letters-receipt-proves-heading"), paragraphs: vec![sentences.join(" ")] }
    }

    fn privacy(&self) -> Option<Part> {
        let mut paragraphs: Vec<String> =
            paragraphs(&self.receipt.privacy).iter().map(|it| self.settled(isolated(it))).collect();
        if paragraphs.is_empty() {
            return None;
        }
        if let Some(version) = present(&self.receipt.notice_version) {
            let args = Args::new()
                .with("language", self.receipt.notice_language.tag())
                .with("version", left_to_right(&version));
            paragraphs.push(self.text_with("letters-receipt-notice", &args));
        }
        Some(Part { heading: self.text("letters-receipt-privacy"), paragraphs })
    }

    fn clerk(&self) -> String {
        let args = Args::new().with("device", self.receipt.device.to_string());
        match present(&self.receipt.clerk) {
            Some(clerk) => self.text_with("letters-receipt-clerk", &args.with("clerk", clerk)),
            None => self.text_with("letters-receipt-device", &args),
        }
    }

    fn register(&self) -> Option<String> {
        let state = present(&self.receipt.register_state)?;
        Some(self.with_number("letters-receipt-register", "state", &state))
    }

    fn emergency(&self) -> Option<String> {
        let numbers: Vec<String> =
            self.receipt.emergency.iter().filter_map(|it| self.emergency_number(it)).collect();
        if numbers.is_empty() {
            return None;
        }
        let numbers = self.in_own_direction(&numbers.join(&self.text("letters-receipt-emergency-separator")));
        Some(self.text_with("letters-receipt-emergency", &Args::new().with("numbers", numbers)))
    }

    fn emergency_number(&self, emergency: &Emergency) -> Option<String> {
        let number = left_to_right(&unbroken(&present(&emergency.number)?));
        let Some(what) = present(&emergency.what) else {
            return Some(number);
        };
        let args = Args::new().with("number", number).with("what", what);
        Some(self.text_with("letters-receipt-emergency-number", &args))
    }

    fn of_kind(&self, key: &str) -> String {
        self.text_with(key, &Args::new().with("kind", kind(self.receipt.kind)))
    }

    fn recorded(&self) -> Args {
        let (language, at) = (self.receipt.language, self.receipt.recorded_at);
        Args::new()
            .with("date", dates::long(language, at.date()))
            .with("time", dates::time(language, at.time(), true))
    }

    /// The message `key` with a number, code or address in its gap: from left to right in every language.
    fn with_number(&self, key: &str, gap: &'static str, number: &str) -> String {
        self.text_with(key, &Args::new().with(gap, left_to_right(&unbroken(number))))
    }

    /// What somebody typed, kept apart from the line it stands in, if anything is left of it.
    fn typed(&self, text: &str) -> Option<String> {
        present(text).map(|clean| self.settled(isolated(&clean)))
    }

    fn text(&self, key: &str) -> String {
        self.text_with(key, &Args::new())
    }

    fn text_with(&self, key: &str, args: &Args) -> String {
        self.settled(self.texts.text_with(key, args))
    }

    /// A list of our own making, in the language's direction whatever its first item begins with.
    fn in_own_direction(&self, list: &str) -> String {
        if self.receipt.language.direction() == "rtl" { right_to_left(list) } else { left_to_right(list) }
    }

    /// `text` without isolation marks where nothing runs against the language's own direction: they would only
    /// come along when somebody copies a number out of the PDF.
    fn settled(&self, text: String) -> String {
        let mixed = self.receipt.language.direction() == "rtl" || has_right_to_left(&text);
        if mixed { text } else { without_isolation(&text) }
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Complaint => "complaint",
        Kind::Request => "request",
        Kind::Suggestion => "suggestion",
    }
}

/// `text` as one clean line, if anything is left of it.
fn present(text: &str) -> Option<String> {
    Some(line(text)).filter(|clean| !clean.is_empty())
}

/// A web address as people write it on paper; browsers add what is left out here.
fn web_address(url: &str) -> &str {
    url.strip_prefix("https://").unwrap_or(url).trim_end_matches('/')
}
