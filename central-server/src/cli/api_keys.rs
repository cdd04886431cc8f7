//! `guichet-server api-key …`: programs that may file over Open311.

use clap::Subcommand;
use serde::Serialize;

use super::Place;
use super::output::{Failure, Output};

#[derive(Subcommand)]
pub(super) enum ApiKeyVerb {
    /// Let a program file; its key is shown this once
    Add {
        /// Whose key it is: a name for the list
        name: String,
        /// How many requests it may file in an hour
        #[arg(long, value_name = "N", default_value_t = 120)]
        per_hour: u32,
    },
    /// List the programs that may file
    List,
    /// Take a program's key away
    Remove {
        /// Its name in the list
        name: String,
    },
}

#[derive(Serialize)]
struct Added<'a> {
    name: &'a str,
    key: &'a str,
    per_hour: u32,
}

#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    per_hour: u32,
    added_at: String,
}

#[derive(Serialize)]
struct Removed<'a> {
    name: &'a str,
}

impl ApiKeyVerb {
    pub(super) async fn run(self, place: &Place, output: &Output) -> Result<(), Failure> {
        let centre = place.existing().await?;
        match self {
            Self::Add { name, per_hour } => {
                let key = centre.add_api_key(&name, per_hour).await?;
                let text = format!("{}: {key}\nup to {per_hour} requests an hour", name.trim());
                output.answer(&Added { name: name.trim(), key: &key, per_hour }, &text)
            }
            Self::List => {
                for key in centre.api_keys().await? {
                    let added = jiff::Timestamp::from_millisecond(key.added_at_ms).unwrap_or_default();
                    let added_at = added.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
                    let text = format!("{}  ({} an hour, since {added_at})", key.name, key.per_hour);
                    output.answer(&Line { name: &key.name, per_hour: key.per_hour, added_at }, &text)?;
                }
                Ok(())
            }
            Self::Remove { name } => {
                centre.remove_api_key(&name).await?;
                output.answer(&Removed { name: name.trim() }, &format!("{} may file no longer", name.trim()))
            }
        }
    }
}
