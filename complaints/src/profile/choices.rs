//! What a category lets the citizen choose, and what is said about a charge. Both may be missing in a profile of an
//! earlier version.

use super::table::Row;
use super::{LanguageTexts, ProfileError};
use crate::operation::Discretion;

/// What the citizen may ask for in a category.
pub(super) fn discretion(row: &Row<'_>, mistakes: &mut Vec<ProfileError>) -> Vec<Discretion> {
    let mut offered = Vec::new();
    for word in row.optional("discretion").split_whitespace() {
        match word.parse() {
            Ok(Discretion::Open) | Err(_) => {
                let message = format!("discretion is confidential, anonymous, both or empty, not “{word}”");
                row.mistake(message, mistakes);
            }
            Ok(known) => offered.push(known),
        }
    }
    offered
}

/// The notice of a charge: in all the deployment's languages or in none.
pub(super) fn fee(row: &Row<'_>, mistakes: &mut Vec<ProfileError>) -> Option<LanguageTexts> {
    row.maybe_texts("fee", mistakes)
}
