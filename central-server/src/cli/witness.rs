//! `guichet-server witness` and `guichet-server proof`: the daily roots, and what they prove of a complaint.

use clap::{Args, Subcommand};
use serde::Serialize;
use sync_protocol::{ShortForm, TreeRoot};

use super::case;
use super::output::{Failure, Output};
use crate::centre::Centre;
use crate::verify::Proof;
use crate::witness::day_text;

#[derive(Subcommand)]
pub(super) enum WitnessVerb {
    /// Make a root now and tell it to every office; `serve` does so once a day by itself
    Now,
    /// List the roots that were told to the offices, the oldest first
    List,
}

/// Prove that a complaint's registration stands in the register, under which daily root
#[derive(Args)]
pub(super) struct ProofArguments {
    /// Its reference, or its id
    reference: String,
    /// The register's line of a receipt, to compare with: 417-K7PM-3XQT-9AB2-51
    #[arg(long, value_name = "LINE")]
    receipt: Option<String>,
}

#[derive(Serialize)]
struct ToldRoot {
    day: String,
    size: u64,
    root: String,
}

impl WitnessVerb {
    pub(super) async fn run(self, centre: &Centre, output: &Output) -> Result<(), Failure> {
        let roots = match self {
            Self::Now => vec![centre.witness_now().await?],
            Self::List => centre.witness_roots().await?,
        };
        roots.iter().try_for_each(|root| print_root(root, output))
    }
}

fn print_root(root: &TreeRoot, output: &Output) -> Result<(), Failure> {
    let told = ToldRoot { day: day_text(root.day), size: root.size, root: root.root.to_string() };
    output.answer(&told, &format!("{}  {} leaves  {}", told.day, told.size, told.root))
}

impl ProofArguments {
    pub(super) async fn run(self, centre: &Centre, output: &Output) -> Result<(), Failure> {
        let complaint = case::find(centre, &self.reference).await?;
        let proof = centre.proof(&complaint).await?.ok_or_else(|| {
            Failure::new("tampered", "no registration of this complaint is stored; run verify")
        })?;
        let receipt = self.receipt.as_deref().map(str::parse::<ShortForm>).transpose();
        let receipt = receipt.map_err(|error| Failure::new("invalid", error.to_string()))?;
        if receipt.is_some_and(|form| !proof.is_of(&form)) {
            let message = "the receipt names another operation than the one that registered this complaint";
            return Err(Failure::new("other_operation", message));
        }
        output.answer(&proof, &text(&proof))?;
        if proof.faults.is_empty() {
            return Ok(());
        }
        Err(Failure::new("tampered", proof.faults.join("\n")))
    }
}

fn text(proof: &Proof) -> String {
    let Proof { reference, short_form, sequence, device, entry, .. } = proof;
    let stands = format!(
        "{reference}: {short_form}\nOperation {sequence} of device {device}, entry {entry} of its office’s feed."
    );
    match &proof.root {
        Some(root) => format!(
            "{stands}\nUnder the root of {} over {} leaves: {}\nLeaf {}, which holds the feed up to entry {}.",
            root.day, root.size, root.root, root.leaf, root.head
        ),
        None => format!("{stands}\nThe next daily root will hold it."),
    }
}
