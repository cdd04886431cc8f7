//! `guichet-server documents …`: where whole documents lie.

use clap::Subcommand;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};

#[derive(Subcommand)]
pub(super) enum DocumentsVerb {
    /// Bring whole documents out of the database to where `serve --documents` keeps them, now and all of them: what
    /// `serve` does by itself
    Move,
}

#[derive(Serialize)]
struct Moved {
    moved: u64,
    left: u64,
}

impl DocumentsVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let shelved = place.existing().await?.shelve_documents().await?;
        let text = format!("{} brought there, {} left in the database", shelved.moved, shelved.left);
        output.answer(&Moved { moved: shelved.moved, left: shelved.left }, &text)
    }
}
