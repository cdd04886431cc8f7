//! Words of one language for paper: messages, and what people typed, cleaned and kept in their direction.

use jiff::civil::DateTime;
use locales::{Args, Language, Texts, dates, without_isolation};

use crate::cleaning::{has_right_to_left, isolated, left_to_right, line, right_to_left, unbroken};

/// The words of a language.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    pub(crate) language: Language,
    texts: &'static Texts,
}

impl Words {
    pub(crate) fn of(language: Language) -> Self {
        Self { language, texts: locales::texts(language) }
    }

    pub(crate) fn text(&self, key: &str) -> String {
        self.text_with(key, &Args::new())
    }

    pub(crate) fn text_with(&self, key: &str, args: &Args) -> String {
        self.settled(self.texts.text_with(key, args))
    }

    /// The message `key` with a number, code or address in its gap: from left to right in every language.
    pub(crate) fn with_number(&self, key: &str, gap: &'static str, number: &str) -> String {
        self.text_with(key, &Args::new().with(gap, left_to_right(&unbroken(number))))
    }

    /// What somebody typed, kept apart from the line it stands in, if anything is left of it.
    pub(crate) fn typed(&self, text: &str) -> Option<String> {
        present(text).map(|clean| self.settled(isolated(&clean)))
    }

    /// A telephone number, reference or the like, which runs from left to right in every language.
    pub(crate) fn number(&self, text: &str) -> Option<String> {
        present(text).map(|clean| self.settled(left_to_right(&unbroken(&clean))))
    }

    /// The gaps `date` and `time` of a message.
    pub(crate) fn moment(&self, at: DateTime) -> Args {
        Args::new()
            .with("date", dates::long(self.language, at.date()))
            .with("time", dates::time(self.language, at.time(), true))
    }

    /// A list of our own making, in the language's direction whatever its first item begins with.
    pub(crate) fn in_own_direction(&self, list: &str) -> String {
        if self.language.direction() == "rtl" { right_to_left(list) } else { left_to_right(list) }
    }

    /// `text` without isolation marks where nothing runs against the language's own direction: they would only
    /// come along when somebody copies a number out of the PDF.
    pub(crate) fn settled(&self, text: String) -> String {
        let mixed = self.language.direction() == "rtl" || has_right_to_left(&text);
        if mixed { text } else { without_isolation(&text) }
    }
}

/// `text` as one clean line, if anything is left of it.
pub(crate) fn present(text: &str) -> Option<String> {
    Some(line(text)).filter(|clean| !clean.is_empty())
}

/// A web address as people write it on paper; browsers add what is left out here.
pub(crate) fn web_address(url: &str) -> &str {
    url.strip_prefix("https://").unwrap_or(url).trim_end_matches('/')
}
