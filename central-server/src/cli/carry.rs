//! `guichet-server carry …`: what an office sends on a stick.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Subcommand;
use serde::Serialize;
use sync_protocol::{CarryError, CarryFile, Outcome};

use super::Place;
use super::output::{Failure, Output};
use crate::carry::TakenIn;
use crate::error::CentreError;

#[derive(Subcommand)]
pub(super) enum CarryVerb {
    /// Take a file of an office in, and write the reply that goes back to it
    In {
        /// The file from the office
        file: PathBuf,
        /// Where the reply is written
        #[arg(long, value_name = "FILE")]
        reply: PathBuf,
    },
}

#[derive(Serialize)]
struct Taken {
    office: String,
    computer: u16,
    operations: u64,
    taken: u64,
    outcome: &'static str,
    whole: bool,
    reply: String,
    reply_bytes: u64,
}

impl CarryVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let Self::In { file, reply } = self;
        take_in(place, &file, &reply, output).await
    }
}

async fn take_in(place: &Place, file: &Path, reply: &Path, output: &Output) -> Result<(), Failure> {
    let centre = Arc::new(place.existing().await?);
    let request = File::open(file).map_err(|source| CentreError::File { path: file.to_owned(), source })?;
    // Begun first: a place that cannot be written is told before anything is taken.
    let written = CarryFile::create(reply).map_err(|error| at(reply, &error))?;
    let taken = centre.take_in(request).await.map_err(|error| match error {
        CentreError::Carry(error) => at(file, &error),
        other => other.into(),
    })?;
    let told = Taken {
        office: taken.office().to_string(),
        computer: taken.computer(),
        operations: taken.operations(),
        taken: taken.taken(),
        outcome: word(taken.outcome()),
        whole: taken.cut().is_none(),
        reply: reply.display().to_string(),
        reply_bytes: 0,
    };
    let cut = taken.cut().map(|error| (error.code(), error.to_string()));
    let reply_bytes = write(taken, written, reply).await?;
    let told = Taken { reply_bytes, ..told };
    output.answer(&told, &text(&told))?;
    match cut {
        Some((code, why)) => Err(Failure::new(
            code,
            format!("{}: {why}. {} operations were taken and stay taken", file.display(), told.taken),
        )),
        None => Ok(()),
    }
}

async fn write(taken: TakenIn, written: CarryFile, place: &Path) -> Result<u64, Failure> {
    let written = taken.reply(written).await.map_err(|error| match error {
        CentreError::Carry(error) => at(place, &error),
        other => other.into(),
    })?;
    written.keep().map_err(|error| at(place, &error))
}

fn text(told: &Taken) -> String {
    let taken = format!(
        "Office {}, computer {}: {} operations in the file, {} of them new.\n",
        told.office, told.computer, told.operations, told.taken
    );
    let next = match told.outcome {
        "done" => format!("The reply is in {}. Carry it back and read it at the office.", told.reply),
        outcome => format!(
            "The centre could not take it as it is ({outcome}); the reply in {} says so to the office.",
            told.reply
        ),
    };
    taken + &next
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "done",
        Outcome::Behind => "behind",
        Outcome::Forked => "forked",
        Outcome::FeedDiverged => "feed_diverged",
        Outcome::NotAdmitted => "not_admitted",
        Outcome::ProtocolVersion => "protocol_version",
        Outcome::Malformed | Outcome::InFull | Outcome::Primer => "malformed",
    }
}

fn at(path: &Path, error: &CarryError) -> Failure {
    match error {
        CarryError::WouldOverwrite(_) => Failure::new(error.code(), error.to_string()),
        _ => Failure::new(error.code(), format!("{}: {error}", path.display())),
    }
}
