//! Why something could not be measured, as a sentence.

use std::fmt::Display;

/// A sentence that says what went wrong.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Trouble(String);

/// What every step returns.
pub(crate) type Outcome<T> = Result<T, Trouble>;

impl Trouble {
    /// What went wrong.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// What went wrong while something was being done; made for `map_err`.
    pub(crate) fn doing<E: Display>(what: impl Display) -> impl FnOnce(E) -> Self {
        move |error| Self(format!("{what}: {error}"))
    }
}

#[cfg(feature = "window")]
impl From<desktop::Trouble> for Trouble {
    fn from(trouble: desktop::Trouble) -> Self {
        Self(trouble.to_string())
    }
}
