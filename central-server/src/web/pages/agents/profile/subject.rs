//! What of the profile is changed on these pages: a table each, and what names a row of it.

use complaints::profile::Sheet;

use super::super::PROFILE;

/// A table of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Categories,
    Institutions,
    Documents,
    Routing,
    Offices,
    Holidays,
}

impl Subject {
    pub(super) const ALL: [Self; 6] =
        [Self::Categories, Self::Institutions, Self::Documents, Self::Routing, Self::Offices, Self::Holidays];

    /// The one of that word in an address.
    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.word() == word)
    }

    /// The one that is kept in that file.
    pub(super) fn of_file(file: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.file() == file)
    }

    /// Its word in addresses and keys of texts.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Categories => "categories",
            Self::Institutions => "institutions",
            Self::Documents => "documents",
            Self::Routing => "routing",
            Self::Offices => "offices",
            Self::Holidays => "holidays",
        }
    }

    /// The file of the profile.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Categories => "categories.csv",
            Self::Institutions => "institutions.csv",
            Self::Documents => "documents.csv",
            Self::Routing => "routing.csv",
            Self::Offices => "offices.csv",
            Self::Holidays => "holidays.csv",
        }
    }

    /// Where its rows are listed.
    pub(super) fn address(self) -> String {
        format!("{PROFILE}/{}", self.word())
    }

    /// The column that names a row and is never changed, where there is one.
    pub(super) fn key(self) -> Option<&'static str> {
        match self {
            Self::Categories | Self::Institutions | Self::Offices => Some("code"),
            Self::Holidays => Some("date"),
            Self::Documents | Self::Routing => None,
        }
    }

    /// Whether its rows are closed from a day on and never removed.
    pub(super) fn is_closed(self) -> bool {
        matches!(self, Self::Categories | Self::Institutions | Self::Offices)
    }

    /// What a row is called in addresses: its code or day where that can stand there, else a digest of what it says.
    pub(super) fn id_of(self, sheet: &Sheet, row: usize) -> String {
        let key = self.key().map(|key| sheet.cell(row, key)).unwrap_or_default();
        let is_plain = !key.is_empty()
            && key != NEW
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if is_plain {
            return key.to_owned();
        }
        let mut digest = blake3::Hasher::new();
        for (column, cell) in sheet.cells(row) {
            digest.update(column.as_bytes()).update(&[0]).update(cell.as_bytes()).update(&[0]);
        }
        crate::keys::hex(&digest.finalize().as_bytes()[..8])
    }

    /// The row that is called so.
    pub(super) fn find(self, sheet: &Sheet, id: &str) -> Option<usize> {
        (0..sheet.len()).find(|row| self.id_of(sheet, *row) == id)
    }
}

/// What stands in an address for a row that is not there yet.
pub(super) const NEW: &str = "new";
