//! The prose of the samples, with the places where street, locality and a number are put in.

use std::path::Path;

use crate::csv::Table;
use crate::run::{Failure, Outcome};

/// What a citizen came to say.
#[derive(Debug)]
pub(crate) struct Prose {
    /// `Category/Subcategory` of the profile.
    pub(crate) category: String,
    /// `complaint`, `request` or `suggestion`.
    pub(crate) kind: String,
    /// `mfe`, `fr`, `en` or `ar-MA`.
    pub(crate) language: String,
    pub(crate) subject: String,
    pub(crate) text: String,
}

/// Reads the file (columns `category`, `kind`, `language`, `subject`, `text`).
pub(crate) fn read(path: &Path) -> Outcome<Vec<Prose>> {
    let table = Table::read(path)?;
    let columns = ["category", "kind", "language", "subject", "text"]
        .into_iter()
        .map(|name| table.column(name))
        .collect::<Outcome<Vec<_>>>()?;
    let cell = |column: usize, row: usize| columns[column][row].to_owned();
    let prose: Vec<Prose> = (0..table.len())
        .map(|row| Prose {
            category: cell(0, row),
            kind: cell(1, row),
            language: cell(2, row),
            subject: cell(3, row),
            text: cell(4, row),
        })
        .collect();
    for (index, piece) in prose.iter().enumerate() {
        let wrong = |what: &str| Failure::broken(format!("{}: row {}: {what}", path.display(), index + 1));
        if !matches!(&*piece.kind, "complaint" | "request" | "suggestion") {
            return Err(wrong("the kind is none of complaint, request, suggestion"));
        }
        if !matches!(&*piece.language, "mfe" | "fr" | "en" | "ar-MA") {
            return Err(wrong("the language is none of mfe, fr, en, ar-MA"));
        }
        if piece.subject.is_empty() || piece.text.is_empty() {
            return Err(wrong("subject or text is empty"));
        }
    }
    if prose.is_empty() {
        return Err(Failure::broken(format!("{} holds no prose", path.display())));
    }
    Ok(prose)
}

/// The text with `{street}`, `{locality}` and `{n}` replaced.
pub(crate) fn filled(text: &str, street: &str, locality: &str, number: u64) -> String {
    text.replace("{street}", street).replace("{locality}", locality).replace("{n}", &number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn places_are_put_into_the_text() {
        let text = filled("{n} zour dan {street}, {locality}", "Rue Corail", "Souillac", 4);
        assert_eq!(text, "4 zour dan Rue Corail, Souillac");
    }

    #[test]
    fn suggestions_are_filed_as_such() {
        let path = places::root().unwrap().join("profiles/mauritius/samples/complaints.csv");
        for prose in read(&path).unwrap() {
            assert_eq!(
                prose.kind == "suggestion",
                prose.category.starts_with("Suggestion/"),
                "{}",
                prose.subject
            );
        }
    }
}
