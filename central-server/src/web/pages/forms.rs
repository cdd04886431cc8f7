//! What comes in with a form: reading it, cleaning texts, and saying what is wrong beside each field. What a form is
//! for stands with its page.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::extract::{Form, FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use locales::Args;

use super::frame::Frame;

/// The longest text that is taken, in characters. Far below what one operation may hold, and more than anybody reads.
pub(super) const LONGEST_TEXT: usize = 10_000;

/// The largest form that is read at all, in bytes: a text of twenty times that length still comes back with a
/// message beside its field.
pub(super) const LARGEST_FORM: usize = 1 << 20;

/// The fields of a form as they were typed; of a name that comes twice the last one.
pub(super) struct Typed(BTreeMap<String, String>);

impl Typed {
    /// What was typed in that field; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// A line that identifies something: without spaces around it and without characters that cannot be seen.
    pub(super) fn line(&self, name: &str) -> String {
        self.get(name).chars().filter(|c| !is_hidden(*c) && *c != '\n').collect::<String>().trim().to_owned()
    }

    /// All fields, without characters that cannot be seen.
    pub(super) fn clean(&self) -> BTreeMap<String, String> {
        self.0.keys().map(|name| (name.clone(), self.text(name).clean)).collect()
    }

    /// Whether a box was ticked.
    pub(super) fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The names of the fields that begin so, without that beginning.
    pub(super) fn named(&self, beginning: &str) -> impl Iterator<Item = &str> {
        self.0.keys().filter_map(move |name| name.strip_prefix(beginning))
    }

    /// A text of several lines.
    pub(super) fn text(&self, name: &str) -> Text {
        Text::of(self.get(name))
    }
}

impl<S: Send + Sync> FromRequest<S> for Typed {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(pairs)) => Ok(Self(pairs.into_iter().collect())),
            Err(rejection) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(StatusCode::PAYLOAD_TOO_LARGE.into_response())
            }
            Err(_) => Err(StatusCode::BAD_REQUEST.into_response()),
        }
    }
}

/// A text as it may be shown and kept, and what was wrong with it as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// Without hidden characters; lines end in `\n`.
    pub(super) clean: String,
    /// What keeps it from being taken.
    pub(super) fault: Option<TextFault>,
}

/// What keeps a text from being taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextFault {
    /// Nothing was typed.
    Empty,
    /// Control characters, or marks that turn the direction of the text around.
    Hidden,
    /// It has so many characters.
    Long(usize),
}

impl Text {
    /// What to make of it.
    pub(super) fn of(typed: &str) -> Self {
        let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String = lines.chars().filter(|c| !is_hidden(*c)).collect();
        let length = clean.chars().count();
        let fault = if clean.len() != lines.len() {
            Some(TextFault::Hidden)
        } else if length > LONGEST_TEXT {
            Some(TextFault::Long(length))
        } else if clean.trim().is_empty() {
            Some(TextFault::Empty)
        } else {
            None
        };
        Self { clean, fault }
    }

    /// The text, when nothing keeps it from being taken.
    pub(super) fn taken(&self) -> Option<String> {
        self.fault.is_none().then(|| self.clean.trim().to_owned())
    }

    /// What to say about it; `empty` is the message for an empty text, or none when it may be empty.
    pub(super) fn message(&self, frame: &Frame, empty: Option<&str>) -> Option<String> {
        match self.fault? {
            TextFault::Empty => empty.map(|key| frame.t(key)),
            TextFault::Hidden => Some(frame.t("centre-text-marks")),
            TextFault::Long(length) => {
                let args = Args::new().with("length", length).with("limit", LONGEST_TEXT);
                Some(frame.with("centre-text-long", &args))
            }
        }
    }
}

/// Control characters, and the marks that turn the direction of what follows: a name must not rearrange a page.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

/// What is wrong with a form: the summary on top, and a sentence above each field.
#[derive(Debug, Clone, Default)]
pub(super) struct Faults(Vec<Fault>);

/// What is wrong with one field.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// The field's id on the page.
    pub(super) field: Cow<'static, str>,
    /// What, and what to do.
    pub(super) message: String,
}

impl Faults {
    /// One more, in the order of the fields.
    pub(super) fn add(&mut self, field: impl Into<Cow<'static, str>>, message: impl Into<String>) {
        self.0.push(Fault { field: field.into(), message: message.into() });
    }

    /// One more, if there is a message.
    pub(super) fn add_if(&mut self, field: &'static str, message: Option<String>) {
        if let Some(message) = message {
            self.add(field, message);
        }
    }

    /// Whether nothing is wrong.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }

    /// What is wrong with that field.
    pub(super) fn on(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| fault.message.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_its_markup() {
        let text = Text::of("  <b>one</b>\r\ntwo\rthree\t! ");
        assert_eq!(text.taken().as_deref(), Some("<b>one</b>\ntwo\nthree\t!"));
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out_and_said() {
        for hidden in ["\0", "\u{7}", "\u{202e}", "\u{2066}", "\u{85}", "\u{feff}"] {
            let text = Text::of(&format!("pay {hidden}here"));
            assert_eq!(
                (text.clean.as_str(), text.fault),
                ("pay here", Some(TextFault::Hidden)),
                "{hidden:?}"
            );
            assert_eq!(text.taken(), None);
        }
    }

    #[test]
    fn empty_and_endless_texts_are_told_apart() {
        assert_eq!(Text::of(" \r\n ").fault, Some(TextFault::Empty));
        assert_eq!(Text::of(&"ش".repeat(LONGEST_TEXT)).fault, None);
        assert_eq!(Text::of(&"ش".repeat(LONGEST_TEXT + 1)).fault, Some(TextFault::Long(LONGEST_TEXT + 1)));
    }

    #[test]
    fn a_line_is_trimmed_and_laid_bare() {
        let typed = Typed(BTreeMap::from([("reference".to_owned(), " \u{202e}12-2\n ".to_owned())]));
        assert_eq!(typed.line("reference"), "12-2");
        assert_eq!(typed.line("nothing"), "");
    }
}
