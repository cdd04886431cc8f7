//! `guichet-server profile …`: whether a profile can be used and what in it should be looked at; the versions, and the way of
//! one into a folder and back.

use std::fs;
use std::path::{Path, PathBuf};

use ::complaints::profile::{Bundle, Profile, ProfileError};
use clap::Subcommand;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::keys::hex;
use crate::profile_versions::PutInForce;
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
    /// Write the version in force into a folder, as files that `check` accepts
    Export {
        /// The folder; it is made when it is missing, and files of a profile in it are written over
        folder: PathBuf,
        /// Another version than the one in force
        #[arg(long, value_name = "NUMBER")]
        version: Option<u32>,
    },
    /// List the versions: who put which one in force, when and why
    Versions,
    /// Put the profile of a folder in force, whatever the administration pages have changed; a draft there is left alone
    Use {
        /// `mauritius`, or the folder of a profile
        folder: String,
        /// Why, in one sentence
        #[arg(long)]
        note: String,
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
struct Exported {
    version: u32,
    folder: String,
    digest: String,
}

#[derive(Serialize)]
struct VersionOfProfile<'a> {
    version: u32,
    at: String,
    author: &'a str,
    note: &'a str,
    origin: &'a str,
    digest: String,
}

#[derive(Serialize)]
struct Used {
    version: Option<u32>,
}

#[derive(Serialize)]
struct Warning<'a> {
    file: &'a str,
    line: u64,
    message: &'a str,
}

impl ProfileVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        match self {
            Self::Check { folder, strict, year } => {
                let year = year.unwrap_or_else(|| jiff::Zoned::now().year());
                check(&PathBuf::from(folder), strict, year, output)
            }
            Self::Export { folder, version } => {
                export(&place.existing().await?, &folder, version, output).await
            }
            Self::Versions => list(&place.existing().await?, output).await,
            Self::Use { folder, note } => {
                use_folder(&place.existing().await?, &profiles::named(&folder)?, &note, output).await
            }
        }
    }
}

fn check(folder: &Path, strict: bool, year: i16, output: &Output) -> Result<(), Failure> {
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
        digest: hex(&bundle.digest()),
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

async fn export(centre: &Centre, folder: &Path, wanted: Option<u32>, output: &Output) -> Result<(), Failure> {
    let versions = centre.profile_versions().await?;
    let chosen = match wanted {
        Some(number) => versions.iter().find(|version| version.number == number),
        None => versions.first(),
    };
    let chosen =
        chosen.ok_or_else(|| Failure::new("not_found", "there is no such version of the profile"))?;
    let bundle = centre.profile_of(&chosen.digest).await?;
    let failed = |path: &Path, source| CentreError::File { path: path.to_owned(), source };
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    for name in bundle.names() {
        let path = folder.join(name);
        fs::write(&path, bundle.file(name)).map_err(|error| failed(&path, error))?;
    }
    let text = format!("Version {} of the profile is in {}", chosen.number, folder.display());
    let exported = Exported {
        version: chosen.number,
        folder: folder.display().to_string(),
        digest: hex(&chosen.digest),
    };
    output.answer(&exported, &text)
}

async fn list(centre: &Centre, output: &Output) -> Result<(), Failure> {
    for version in centre.profile_versions().await? {
        let at = jiff::Timestamp::from_millisecond(version.at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let at = at.to_zoned(centre.now().time_zone().clone()).strftime("%Y-%m-%d %H:%M").to_string();
        let by = if version.author.is_empty() { version.origin.word() } else { &version.author };
        let text = format!("{:>4}  {at}  {by}  {}", version.number, version.note);
        let line = VersionOfProfile {
            version: version.number,
            author: &version.author,
            note: &version.note,
            origin: version.origin.word(),
            digest: hex(&version.digest),
            at,
        };
        output.answer(&line, &text)?;
    }
    Ok(())
}

async fn use_folder(centre: &Centre, bundle: &Bundle, note: &str, output: &Output) -> Result<(), Failure> {
    match centre.use_profile(bundle, note).await? {
        PutInForce::Done(number) => {
            let text = format!("Version {number} of the profile is in force");
            output.answer(&Used { version: Some(number) }, &text)
        }
        PutInForce::Nothing | PutInForce::Overtaken => {
            output.answer(&Used { version: None }, "This is what is in force already")
        }
        PutInForce::Mistakes(mistakes) => {
            let count = mistakes.0.len();
            let message = format!("{mistakes}\nThe profile cannot be used: {count} to correct.");
            Err(Failure::new("profile", message))
        }
    }
}

impl<'a> Warning<'a> {
    fn of(warning: &'a ProfileError) -> Self {
        Self { file: &warning.file, line: warning.line, message: &warning.message }
    }
}
