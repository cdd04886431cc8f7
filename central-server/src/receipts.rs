//! Checking the square code of a receipt at the centre, which knows every computer that it has ever admitted.

use ::complaints::{AccessCode, ClaimedRegistration, ReceiptClaims};
use serde::Serialize;
use sync_protocol::{ReceiptSeal, ReceiptSealError};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::{devices, offices};
use crate::verify::registration;

/// What came of checking a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptOutcome {
    /// A computer that was admitted has made it, and the complaint stands in the register.
    Genuine,
    /// The same, but the register names another registration than the receipt does.
    OtherRegistration,
    /// A computer that was admitted has made it, and its complaint has not come in (yet).
    NotHere,
    /// The computer that made it was shut out, and its complaint has not come in.
    ShutOut,
    /// No computer that this centre has admitted has made it.
    IssuerUnknown,
    /// The signature does not fit what it says: it was changed.
    NotGenuine,
    /// It is not the square code of a receipt.
    NotAReceipt,
    /// Some of it was misread.
    Damaged,
}

/// What the square code of a receipt says, and what came of checking it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckedReceipt {
    /// What came of it. What it claims is proven only by the first three.
    pub outcome: ReceiptOutcome,
    /// The reference.
    pub reference: Option<String>,
    /// When the complaint came in.
    pub recorded_at: Option<String>,
    /// `complaint`, `request` or `suggestion`.
    pub kind: Option<String>,
    /// Code of the category.
    pub category: Option<String>,
    /// The day by which an answer was promised.
    pub due_on: Option<String>,
    /// The office and the number of the computer that signed it.
    pub signed_by: Option<(String, u16)>,
    /// The complaint's id, when it is here.
    pub complaint: Option<String>,
    /// Whether the access code that was typed stood on it; none: no code was typed.
    pub code_fits: Option<bool>,
}

impl CheckedReceipt {
    fn only(outcome: ReceiptOutcome) -> Self {
        Self {
            outcome,
            reference: None,
            recorded_at: None,
            kind: None,
            category: None,
            due_on: None,
            signed_by: None,
            complaint: None,
            code_fits: None,
        }
    }
}

impl Centre {
    /// Checks what a scanner read from a receipt, and the access code on it where one is typed too. Whatever was typed,
    /// an outcome comes of it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn check_receipt(
        &self,
        typed: &str,
        code: Option<&str>,
    ) -> Result<CheckedReceipt, CentreError> {
        let seal = match ReceiptSeal::from_text(typed) {
            Ok(seal) => seal,
            Err(ReceiptSealError::NotOne) => return Ok(CheckedReceipt::only(ReceiptOutcome::NotAReceipt)),
            Err(ReceiptSealError::Damaged) => return Ok(CheckedReceipt::only(ReceiptOutcome::Damaged)),
        };
        let claims = seal.claimed().ok().and_then(|bytes| ReceiptClaims::from_bytes(&bytes).ok());
        let Some(claims) = claims else { return Ok(CheckedReceipt::only(ReceiptOutcome::Damaged)) };
        let found = self.case(&claims.reference).await?;
        let here = found.iter().find(|complaint| claims.is_of(complaint));
        let mut told = CheckedReceipt {
            reference: Some(claims.reference.to_string()),
            recorded_at: Some(claims.recorded_at().to_string()),
            kind: Some(claims.kind.to_string()),
            category: Some(claims.category.clone()),
            due_on: claims.due_on().map(|day| day.to_string()),
            complaint: here.map(|complaint| complaint.id.to_string()),
            code_fits: code.map(|typed| typed.parse().is_ok_and(|code: AccessCode| claims.had_code(&code))),
            ..CheckedReceipt::only(ReceiptOutcome::IssuerUnknown)
        };
        let (mut marked, mut signer) = (false, None);
        let mut session = self.store.read().await?;
        for office in offices::all(&mut session).await? {
            for device in devices::of_office(&mut session, office.code).await? {
                // Number 0 is the centre's own log, which hands out no receipts.
                if device.number != 0 && seal.signer() == Ok(device.key.mark()) {
                    marked = true;
                    signer = signer.or_else(|| seal.open(&device.key).is_ok().then_some(device));
                }
            }
        }
        let Some(signer) = signer else {
            if marked {
                told.outcome = ReceiptOutcome::NotGenuine;
            }
            return Ok(told);
        };
        told.signed_by = Some((signer.office.to_string(), signer.number));
        told.outcome = match here {
            Some(complaint) => {
                let stands = registration(&mut session, complaint).await?;
                let is_named = |named: ClaimedRegistration| {
                    stands.is_some_and(|(_, sequence, id)| {
                        (named.sequence, named.id.as_slice()) == (sequence.0, &id.0[..named.id.len()])
                    })
                };
                if claims.registration.is_none_or(is_named) {
                    ReceiptOutcome::Genuine
                } else {
                    ReceiptOutcome::OtherRegistration
                }
            }
            None if signer.revoked_at.is_some() => ReceiptOutcome::ShutOut,
            None => ReceiptOutcome::NotHere,
        };
        Ok(told)
    }
}
