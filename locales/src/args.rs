//! What fills the gaps of a message. How a number is then written is in `numbers`.

use fluent_bundle::{FluentArgs, FluentValue};

use crate::{Language, numbers};

/// The values of a message's `{$name}` gaps.
///
/// A number is grouped as the language does (1,234) and chooses the plural; a year, a reference or a telephone
/// number is therefore given as text.
///
/// ```
/// let args = locales::Args::new().with("name", "Zoé").with("count", 3_i64);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Args(Vec<(&'static str, Value)>);

impl Args {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with the gap `name` filled; the last value given to a name counts.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    pub(crate) fn fluent(&self, language: Language) -> FluentArgs<'_> {
        let fluent = |value| match value {
            &Value::Number(number) => FluentValue::Number(numbers::fluent(language, number)),
            Value::Text(text) => FluentValue::from(text.as_str()),
        };
        self.0.iter().map(|(name, value)| (*name, fluent(value))).collect()
    }
}

/// One value of [`Args`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Shown as it is, between isolation marks.
    Text(String),
    /// Grouped as the language does, and chooses the plural. Exact up to 2⁵³.
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
