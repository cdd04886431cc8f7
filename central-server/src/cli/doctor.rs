//! `guichet-server doctor`: looks at everything that the centre needs, and says in plain words what to do.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use locales::{Language, texts};
use serde::Serialize;

use super::Place;
use super::notices::WaysOptions;
use super::output::{Failure, Output};
use crate::backup::usual_folder;
use crate::clock::Clock;
use crate::doctor::{Doctor, Finding, State};

/// Look at the store, the disk, the clock, the ways out, backups and computers, and say what to do. Nothing is changed and
/// nothing is sent. Ends with 0 when all is well, 1 when something should be looked at, 2 when something is broken
#[derive(Args)]
pub(super) struct DoctorArguments {
    /// The address that desks and citizens use: the proxy in front, with its certificate
    #[arg(long, value_name = "URL", env = "GUICHET_URL")]
    url: Option<String>,
    /// The folder with the copies of the store. Left out, `backups` in the centre's own folder
    #[arg(long, value_name = "DIR", env = "GUICHET_BACKUPS")]
    backups: Option<PathBuf>,
    /// After so many days the newest copy is old; 0 when others see to copies
    #[arg(long, value_name = "DAYS", default_value_t = 2)]
    backup_days: u32,
    /// After so many days without an operation a computer is silent
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    silent_days: u32,
    /// In which language: en, fr, mfe or ar-MA. Left out, the system's
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<Language>,
    #[command(flatten)]
    ways: WaysOptions,
}

#[derive(Serialize)]
struct Report {
    state: &'static str,
    findings: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    check: &'static str,
    state: &'static str,
    found: String,
    to_do: String,
}

impl DoctorArguments {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<ExitCode, Failure> {
        let data = place.folder()?.clone();
        let language = self.language.unwrap_or_else(of_the_system);
        let doctor = Doctor {
            backups: self.backups.unwrap_or_else(|| usual_folder(&data)),
            data,
            database_url: place.database_url.clone(),
            url: self.url,
            backup_days: self.backup_days,
            silent_days: self.silent_days,
            mail: self.ways.mail(place.commune.as_ref()),
            sms: self.ways.sms(place.commune.as_ref()),
            clock: Clock::of_the_machine(),
        };
        let findings = doctor.examine().await;
        let worst = findings.iter().map(|finding| finding.state).max().unwrap_or(State::Ok);
        let words = texts(language);
        let mut text: Vec<String> =
            findings.iter().flat_map(|finding| sentences(finding, language)).collect();
        text.push(words.text(&format!("doctor-all-{}", worst.word())));
        let lines = findings.iter().map(|finding| Line {
            check: finding.check,
            state: finding.state.word(),
            found: finding.found(language),
            to_do: finding.to_do(language),
        });
        output.answer(&Report { state: worst.word(), findings: lines.collect() }, &text.join("\n"))?;
        Ok(ExitCode::from(match worst {
            State::Ok => 0,
            State::Look => 1,
            State::Broken => 2,
        }))
    }
}

/// How it is, what was found, and below it what to do.
fn sentences(finding: &Finding, language: Language) -> Vec<String> {
    let words = texts(language);
    let state = words.text(&format!("doctor-state-{}", finding.state.word()));
    let mut lines = vec![format!("[{state}] {}", finding.found(language))];
    if finding.state != State::Ok {
        lines.push(format!("    {} {}", words.text("doctor-to-do"), finding.to_do(language)));
    }
    lines
}

/// The language that the system's settings name; English when they name none of ours.
fn of_the_system() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    named.and_then(|tag| tag.parse().ok()).unwrap_or(Language::En)
}
