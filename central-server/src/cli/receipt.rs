//! `guichet-server receipt verify`: the square code of a receipt, checked against the computers and the register.

use clap::Subcommand;

use super::output::{Failure, Output};
use crate::centre::Centre;
use crate::receipts::{CheckedReceipt, ReceiptOutcome};

#[derive(Subcommand)]
pub(super) enum ReceiptVerb {
    /// Check the square code of a receipt; fails unless it is genuine and its complaint is here
    Verify {
        /// What a scanner reads from it: GC1:…
        #[arg(value_name = "QR-TEXT")]
        text: String,
        /// The access code on the receipt, to compare with
        #[arg(long, value_name = "CODE")]
        code: Option<String>,
    },
}

impl ReceiptVerb {
    pub(super) async fn run(self, centre: &Centre, output: &Output) -> Result<(), Failure> {
        let Self::Verify { text, code } = self;
        let told = centre.check_receipt(&text, code.as_deref()).await?;
        output.answer(&told, &sentences(&told))?;
        match (told.outcome, told.code_fits) {
            (ReceiptOutcome::Genuine, Some(false)) => {
                Err(Failure::new("other_code", "another access code stood on this receipt"))
            }
            (ReceiptOutcome::Genuine, _) => Ok(()),
            _ => Err(Failure::new("receipt", "this receipt is not proven to be genuine")),
        }
    }
}

fn sentences(told: &CheckedReceipt) -> String {
    let mut text = match told.outcome {
        ReceiptOutcome::Genuine => "Genuine, and the complaint stands in the register.",
        ReceiptOutcome::OtherRegistration => {
            "Genuine, but the register names another registration than the receipt does; see proof."
        }
        ReceiptOutcome::NotHere => "Genuine; its complaint has not come in (yet).",
        ReceiptOutcome::ShutOut => "Signed by a computer that was shut out; its complaint has not come in.",
        ReceiptOutcome::IssuerUnknown => "Not genuine: no computer that was admitted here has signed it.",
        ReceiptOutcome::NotGenuine => "Not genuine: what it says is not what was signed.",
        ReceiptOutcome::NotAReceipt => "This is not the square code of a receipt; its text begins with GC1:",
        ReceiptOutcome::Damaged => "The code was not read whole. Scan it again.",
    }
    .to_owned();
    if let (Some(reference), Some(kind), Some(category), Some(at)) =
        (&told.reference, &told.kind, &told.category, &told.recorded_at)
    {
        text.push_str(&format!("\n{reference}  {kind}, {category}, received {at}"));
    }
    if let Some(day) = &told.due_on {
        text.push_str(&format!(", answer due by {day}"));
    }
    if let Some((office, computer)) = &told.signed_by {
        text.push_str(&format!("\nSigned by computer {computer} of office {office}."));
    }
    text
}
