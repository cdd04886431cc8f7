//! The face for administrators: one verb a line, the same words for people and, with `--json`, for programs.
//!
//! On stdout stands the answer and nothing else: with `--json` one object, for a list one a line. What goes wrong
//! stands on stderr. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

mod agents;
mod api_keys;
mod backup;
mod carry;
mod case;
mod doctor;
mod documents;
mod figures;
mod import;
mod notices;
mod offices;
mod output;
mod profile;
mod receipt;
mod serve;
mod verify;
mod webhooks;
mod witness;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};

use crate::centre::{Centre, CentreOptions};
use crate::profiles;
use crate::tenants::{Tenant, Tenants};
use output::{Failure, Output};

/// The centre of Guichet: takes what the desks send, and lets agents and citizens see and answer it.
#[derive(Parser)]
#[command(name = "guichet-server", version, about, max_term_width = 100)]
struct Line {
    #[command(flatten)]
    place: Place,
    /// One JSON object for an answer, one a line for a list
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    verb: Verb,
}

/// Which centre is meant.
#[derive(Args)]
struct Place {
    /// The folder of the centre: its key and, unless a database is named, its store
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// A PostgreSQL database instead of the store in the folder: postgres://user@host/name
    #[arg(long, global = true, value_name = "URL", env = "GUICHET_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// Let this version change the form of a database that an older version wrote. Back it up first
    #[arg(long, global = true)]
    migrate: bool,
    /// A file that names several communes, each with a folder of its own: `serve` serves all of them
    #[arg(long, global = true, value_name = "FILE", env = "GUICHET_TENANTS")]
    tenants: Option<PathBuf>,
    /// The commune of that file that is meant
    #[arg(long, global = true, value_name = "NAME", requires = "tenants")]
    tenant: Option<String>,
    /// The commune that was named, with its own ways out.
    #[arg(skip)]
    commune: Option<Tenant>,
}

#[derive(Subcommand)]
enum Verb {
    /// Serve the desks, the citizens and the agents; makes the centre when the folder holds none
    Serve(serve::Serve),
    Doctor(doctor::DoctorArguments),
    Backup(backup::BackupArguments),
    /// Where whole documents lie
    #[command(subcommand)]
    Documents(documents::DocumentsVerb),
    /// Offices, and the codes that admit their computers
    #[command(subcommand)]
    Office(offices::OfficeVerb),
    /// Agents, and what they do with complaints
    #[command(subcommand)]
    Agent(agents::AgentVerb),
    /// Programs that may file over Open311
    #[command(subcommand)]
    ApiKey(api_keys::ApiKeyVerb),
    /// The figures about all complaints
    #[command(subcommand)]
    Figures(figures::FiguresVerb),
    Import(import::Import),
    /// Show a complaint
    Show {
        /// Its reference, or its id
        reference: String,
    },
    /// What computers signed after they were shut out: it is kept and counts in nothing
    Quarantine,
    /// Take in what an office sends on a stick, and write the reply
    #[command(subcommand)]
    Carry(carry::CarryVerb),
    /// Check the whole store: chains, signatures, feeds and complaints
    Verify,
    /// The daily roots, by which the offices witness that the past is not changed
    #[command(subcommand)]
    Witness(witness::WitnessVerb),
    Proof(witness::ProofArguments),
    /// Receipts that citizens bring back
    #[command(subcommand)]
    Receipt(receipt::ReceiptVerb),
    /// Profiles of deployments
    #[command(subcommand)]
    Profile(profile::ProfileVerb),
    /// What is sent to citizens and agents, and what did not arrive
    #[command(subcommand)]
    Notice(notices::NoticeVerb),
    /// Remind, bring before somebody above, and close what the profile says is due: what `serve` does by itself
    Remind {
        /// Now, whatever hour and day it is
        #[arg(long, required = true)]
        now: bool,
    },
    /// Systems of institutions that are told what happens
    #[command(subcommand)]
    Webhook(webhooks::WebhookVerb),
}

/// Does what the command line asks.
pub fn run() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) => return usage(&error),
    };
    let output = Output::new(line.json);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output.failed(&Failure::new("system", error.to_string())),
    };
    let done = match (line.place.resolved(), line.verb) {
        (Ok(place), Verb::Doctor(verb)) => runtime.block_on(verb.run(&place, &output)),
        (Ok(place), verb) => runtime.block_on(verb.run(&place, &output)).map(|()| ExitCode::SUCCESS),
        (Err(failure), _) => Err(failure),
    };
    done.unwrap_or_else(|failure| output.failed(&failure))
}

fn usage(error: &clap::Error) -> ExitCode {
    let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if !asked && std::env::args_os().any(|argument| argument == "--json") {
        let text = error.to_string();
        let sentence = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
        return Output::new(true).failed(&Failure::usage(sentence));
    }
    // The help goes to stdout, mistakes to stderr. Where neither can be written, nobody is left to be told.
    drop(error.print());
    if asked { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

impl Verb {
    async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        match self {
            Self::Serve(verb) => verb.run(place, output).await,
            Self::Doctor(verb) => verb.run(place, output).await.map(drop),
            Self::Backup(verb) => verb.run(place, output).await,
            Self::Documents(verb) => verb.run(place, output).await,
            Self::Office(verb) => verb.run(place, output).await,
            Self::Agent(verb) => verb.run(place, output).await,
            Self::Figures(verb) => verb.run(place, output).await,
            Self::Import(verb) => verb.run(place, output).await,
            Self::ApiKey(verb) => verb.run(place, output).await,
            Self::Show { reference } => {
                let centre = place.existing().await?;
                let complaint = case::find(&centre, &reference).await?;
                case::print(&centre, &complaint, output).await
            }
            Self::Quarantine => quarantined(place, output).await,
            Self::Carry(verb) => verb.run(place, output).await,
            Self::Verify => verify::run(&place.existing().await?, output).await,
            Self::Witness(verb) => verb.run(&place.existing().await?, output).await,
            Self::Proof(arguments) => arguments.run(&place.existing().await?, output).await,
            Self::Receipt(verb) => verb.run(&place.existing().await?, output).await,
            Self::Profile(verb) => verb.run(place, output).await,
            Self::Notice(verb) => verb.run(place, output).await,
            Self::Webhook(verb) => verb.run(place, output).await,
            Self::Remind { .. } => notices::remind(place, output).await,
        }
    }
}

impl Place {
    /// The place of the commune that is named, where there are several.
    fn resolved(self) -> Result<Self, Failure> {
        let (Some(tenants), Some(name)) = (self.several()?, &self.tenant) else { return Ok(self) };
        Ok(Self::of(tenants.get(name)?, self.migrate))
    }

    /// The place of one commune.
    fn of(tenant: &Tenant, migrate: bool) -> Self {
        let (data, database_url) = (Some(tenant.data.clone()), tenant.database_url.clone());
        Self { data, database_url, migrate, tenants: None, tenant: None, commune: Some(tenant.clone()) }
    }

    /// The communes, where a file names several. Folder and database are then of each of them.
    fn several(&self) -> Result<Option<Tenants>, Failure> {
        let Some(file) = &self.tenants else { return Ok(None) };
        if self.data.is_some() || self.database_url.is_some() {
            let message = "with --tenants each commune names its own folder and database in the file; leave out --data, \
                           --database-url and GUICHET_DATABASE_URL";
            return Err(Failure::usage(message));
        }
        Ok(Some(Tenants::read(file, |variable| std::env::var(variable).ok())?))
    }

    fn folder(&self) -> Result<&PathBuf, Failure> {
        if let Some(tenants) = self.several()? {
            let message = format!("name the commune with --tenant NAME: {}", tenants.names());
            return Err(Failure::usage(message));
        }
        self.data.as_ref().ok_or_else(|| Failure::usage("name the folder of the centre with --data DIR"))
    }

    /// The centre that is there.
    async fn existing(&self) -> Result<Centre, Failure> {
        self.migrate().await?;
        Ok(Centre::open_existing(self.folder()?, self.database_url.as_deref()).await?)
    }

    /// Upgrades the database when somebody said so.
    async fn migrate(&self) -> Result<(), Failure> {
        match &self.database_url {
            Some(url) if self.migrate => Ok(Centre::migrate(url).await?),
            _ => Ok(()),
        }
    }

    /// The centre that is there, or a new one. A centre that exists keeps its profile unless another is named.
    async fn open(&self, profile: Option<&str>) -> Result<Centre, Failure> {
        self.migrate().await?;
        let (data, database_url) = (self.folder()?, self.database_url.as_deref());
        let profile = match profile {
            None if Centre::exists(data, database_url).await? => return self.existing().await,
            None => profiles::mauritius(),
            Some(name) => profiles::named(name)?,
        };
        let options = CentreOptions { data: data.clone(), profile, database_url: self.database_url.clone() };
        Ok(Centre::open(options).await?)
    }
}

async fn quarantined(place: &Place, output: &Output) -> Result<(), Failure> {
    for kept in place.existing().await?.quarantine().await? {
        let author = kept.author.as_deref().unwrap_or("unreadable");
        let text = format!("device {}, operation {}: {author}, {}", kept.device, kept.sequence, kept.id);
        output.answer(&kept, &text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_verbs_and_their_options_hang_together() {
        Line::command().debug_assert();
    }

    #[test]
    fn the_folder_may_stand_before_or_after_the_verb() {
        for words in [["--data", "/d", "verify"], ["verify", "--data", "/d"]] {
            let line = Line::try_parse_from(std::iter::once("guichet-server").chain(words)).unwrap();
            assert_eq!(line.place.data, Some(PathBuf::from("/d")));
        }
    }
}
