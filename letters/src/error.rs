//! What can go wrong while a letter is made. Nothing that a person typed can be the cause: it is cleaned, not
//! refused.

/// A letter could not be made. The text names a place in a template, never what the letter says.
#[derive(Debug, thiserror::Error)]
pub enum LettersError {
    /// The letter's data could not be handed to its template.
    #[error("the letter's data cannot be written down: {0}")]
    Data(#[from] serde_json::Error),
    /// A template is wrong.
    #[error("the template {template} cannot be set: {reason}")]
    Template {
        /// The template's file.
        template: &'static str,
        /// What the typesetter says.
        reason: String,
    },
    /// The pages are there but cannot be written as PDF.
    #[error("the letter cannot be written as PDF: {0}")]
    Pdf(String),
}
