//! The files of a profile as one value: what the centre hands to a desk, named by its digest.

use std::collections::BTreeMap;

use super::logo;

/// File name → content. Only the files that a profile is made of; samples and read-me files stay outside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle(BTreeMap<String, String>);

/// The files that make a profile.
pub(super) const FILES: [&str; 8] = [
    "categories.csv",
    "documents.csv",
    "holidays.csv",
    "institutions.csv",
    "localities.csv",
    "offices.csv",
    "profile.toml",
    "routing.csv",
];

impl Bundle {
    /// The names of the files that a profile is made of.
    pub fn file_names() -> &'static [&'static str] {
        &FILES
    }

    /// The names of the pictures that a profile may have; none of them must be there.
    pub fn picture_names() -> &'static [&'static str] {
        &[logo::PNG, logo::SVG]
    }

    /// Adds a file. One that is not part of a profile is left out.
    pub fn insert(&mut self, name: &str, content: String) {
        if FILES.contains(&name) || Self::picture_names().contains(&name) {
            self.0.insert(name.to_owned(), content);
        }
    }

    /// Adds a file as it lies on a disk: a picture becomes text here.
    ///
    /// # Errors
    /// When a file that is no picture is no UTF-8.
    pub fn insert_bytes(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), BundleError> {
        let content = if name == logo::PNG { logo::packed(&bytes) } else { text(bytes)? };
        self.insert(name, content);
        Ok(())
    }

    /// A file's content; empty when it is missing.
    pub fn file(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The names of the files that are there, also of those that only a newer program knows.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Deterministic bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(&self.0).expect("a vector takes every byte")
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// When the bytes are no bundle.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BundleError> {
        minicbor::decode(bytes).map(Self).map_err(|_| BundleError)
    }

    /// What this version of the profile is called: BLAKE3 of its bytes.
    pub fn digest(&self) -> [u8; 32] {
        *blake3::hash(&self.to_bytes()).as_bytes()
    }
}

fn text(bytes: Vec<u8>) -> Result<String, BundleError> {
    String::from_utf8(bytes).map_err(|_| BundleError)
}

/// Bytes that are no bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not a profile")]
pub struct BundleError;
