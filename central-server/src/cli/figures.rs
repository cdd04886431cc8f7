//! `guichet-server figures …`: the figures about all complaints.

use clap::Subcommand;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};

#[derive(Subcommand)]
pub(super) enum FiguresVerb {
    /// Count all figures anew; the service may go on meanwhile
    Rebuild,
}

#[derive(Serialize)]
struct Rebuilt {
    complaints: u64,
}

impl FiguresVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        match self {
            Self::Rebuild => {
                let complaints = place.existing().await?.rebuild_figures().await?;
                output.answer(&Rebuilt { complaints }, &format!("{complaints} complaints are counted"))
            }
        }
    }
}
