//! `guichet-server profile …`: whether a profile can be used, and what in it should be looked at.

use std::path::PathBuf;

use ::complaints::profile::{Profile, ProfileError};
use clap::Subcommand;
use serde::Serialize;

use super::output::{Failure, Output};
use crate::profiles;

#[derive(Subcommand)]
pub(super) enum ProfileVerb {
    /// Check a profile’s files: every mistake with its file and line, and what should be looked at
    Check {
        /// `mauritius`, or the folder of a profile
        folder: String,
        /// End with 1 when something should be looked at, too
        #[arg(long)]
        strict: bool,
        /// The year in which it is to be used; left out, this one
        #[arg(long, value_name = "YEAR")]
        year: Option<i16>,
    },
}

#[derive(Serialize)]
struct CheckedProfile<'a> {
    profile: &'a str,
    offices: usize,
    institutions: usize,
    categories: usize,
    languages: &'a [String],
    digest: String,
    warnings: Vec<Warning<'a>>,
}

#[derive(Serialize)]
struct Warning<'a> {
    file: &'a str,
    line: u64,
    message: &'a str,
}

impl ProfileVerb {
    pub(super) fn run(self, output: &Output) -> Result<(), Failure> {
        match self {
            Self::Check { folder, strict, year } => {
                let year = year.unwrap_or_else(|| jiff::Zoned::now().year());
                check(&PathBuf::from(folder), strict, year, output)
            }
        }
    }
}

fn check(folder: &std::path::Path, strict: bool, year: i16, output: &Output) -> Result<(), Failure> {
    let bundle = profiles::named(&folder.to_string_lossy())?;
    let profile = Profile::read(&bundle).map_err(|mistakes| {
        let count = mistakes.0.len();
        Failure::new("profile", format!("{mistakes}\nThe profile cannot be used: {count} to correct."))
    })?;
    let warnings = profile.warnings(&bundle, year);
    let checked = CheckedProfile {
        profile: &profile.name,
        offices: profile.offices.len(),
        institutions: profile.institutions.len(),
        categories: profile.categories.len(),
        languages: &profile.languages,
        digest: crate::keys::hex(&bundle.digest()),
        warnings: warnings.iter().map(Warning::of).collect(),
    };
    let mut text: String = warnings.iter().map(|warning| format!("to look at: {warning}\n")).collect();
    text.push_str(&format!(
        "The profile “{}” is sound: {} offices, {} institutions, {} categories, languages {}; {} to look at.",
        checked.profile,
        checked.offices,
        checked.institutions,
        checked.categories,
        checked.languages.join(", "),
        warnings.len()
    ));
    output.answer(&checked, &text)?;
    match warnings.len() {
        count if strict && count > 0 => Err(Failure::new("profile", format!("{count} to look at"))),
        _ => Ok(()),
    }
}

impl<'a> Warning<'a> {
    fn of(warning: &'a ProfileError) -> Self {
        Self { file: &warning.file, line: warning.line, message: &warning.message }
    }
}
