//! `guichet-server backup`: a copy of store and key, made while the centre serves.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};
use crate::backup::{back_up, usual_folder};
use crate::disk;

/// Copy the store and the key of the centre, while it serves
#[derive(Args)]
pub(super) struct BackupArguments {
    /// The folder for the copies, best on another machine. Left out, `backups` in the centre's own folder
    #[arg(long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// How many copies stay in that folder
    #[arg(long, value_name = "N", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..))]
    keep: u16,
}

#[derive(Serialize)]
struct Made {
    file: String,
    bytes: u64,
    key: String,
}

impl BackupArguments {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let data = place.folder()?;
        let folder = self.to.unwrap_or_else(|| usual_folder(data));
        let made = back_up(data, place.database_url.as_deref(), &folder, usize::from(self.keep)).await?;
        let made = Made {
            file: made.file.display().to_string(),
            bytes: made.bytes,
            key: made.key.display().to_string(),
        };
        let text = format!("{} ({} MB), with its key beside it", made.file, disk::megabytes(made.bytes));
        output.answer(&made, &text)
    }
}
