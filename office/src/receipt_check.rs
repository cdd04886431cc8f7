//! The square code of a receipt: made when one is printed, checked when one is brought back, both without a line.

use complaints::{AccessCode, ClaimedRegistration, ReceiptClaims};
use office_store::ComplaintRecord;
use sync_protocol::{ReceiptSeal, ReceiptSealError};

use crate::error::OfficeError;
use crate::open::Office;
use crate::view::{ReceiptCheckView, ReceiptClaimsView, ReceiptOutcome};

impl Office {
    /// The text of the square code, signed by this computer.
    pub(crate) fn receipt_seal(&self, record: &ComplaintRecord) -> Result<String, OfficeError> {
        let claims = ReceiptClaims::of(&record.complaint, self.claimed_registration(record)?);
        Ok(ReceiptSeal::sign(claims.to_bytes(), &self.signing).to_string())
    }

    /// Checks what a scanner read from a receipt, and the access code on it where one is typed too. Whatever was typed,
    /// an outcome comes of it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn check_receipt(&self, typed: &str, code: Option<&str>) -> Result<ReceiptCheckView, OfficeError> {
        let outcome = |outcome| ReceiptCheckView {
            outcome,
            claims: None,
            complaint: None,
            computer: None,
            code_fits: None,
        };
        let seal = match ReceiptSeal::from_text(typed) {
            Ok(seal) => seal,
            Err(ReceiptSealError::NotOne) => return Ok(outcome(ReceiptOutcome::NotAReceipt)),
            Err(ReceiptSealError::Damaged) => return Ok(outcome(ReceiptOutcome::Damaged)),
        };
        let claims = seal.claimed().ok().and_then(|bytes| ReceiptClaims::from_bytes(&bytes).ok());
        let Some(claims) = claims else { return Ok(outcome(ReceiptOutcome::Damaged)) };
        let here = self.claimed_complaint(&claims)?;
        let mut told = ReceiptCheckView {
            complaint: here.as_ref().map(|record| record.complaint.id.to_string()),
            code_fits: code.map(|typed| typed.parse().is_ok_and(|code: AccessCode| claims.had_code(&code))),
            claims: Some(self.claims_view(&claims)),
            ..outcome(ReceiptOutcome::IssuerUnknown)
        };
        let mark = seal.signer().ok();
        let issuers = self.store.receipt_issuers()?;
        let marked: Vec<_> = issuers.iter().filter(|issuer| Some(issuer.key.mark()) == mark).collect();
        let Some(issuer) = marked.iter().find(|issuer| seal.open(&issuer.key).is_ok()) else {
            if !marked.is_empty() {
                told.outcome = ReceiptOutcome::NotGenuine;
            }
            return Ok(told);
        };
        told.computer = Some(issuer.number.into());
        told.outcome = match &here {
            Some(record) if self.claimed_registration(record)? == claims.registration => {
                ReceiptOutcome::Genuine
            }
            Some(_) => ReceiptOutcome::OtherRegistration,
            None if issuer.shut_out => ReceiptOutcome::ShutOut,
            None => ReceiptOutcome::NotHere,
        };
        Ok(told)
    }

    fn claimed_registration(
        &self,
        record: &ComplaintRecord,
    ) -> Result<Option<ClaimedRegistration>, OfficeError> {
        let registration = self.store.registration(record.complaint.id)?;
        Ok(registration.map(|registration| {
            let [a, b, c, d, e, f, g, h, ..] = registration.id.0;
            ClaimedRegistration { sequence: registration.sequence.0, id: [a, b, c, d, e, f, g, h] }
        }))
    }

    fn claimed_complaint(&self, claims: &ReceiptClaims) -> Result<Option<ComplaintRecord>, OfficeError> {
        let found = self.store.complaints_by_reference(&claims.reference.to_string())?;
        Ok(found.into_iter().find(|record| claims.is_of(&record.complaint)))
    }

    fn claims_view(&self, claims: &ReceiptClaims) -> ReceiptClaimsView {
        let (profile, office) = (self.profile(), claims.reference.office);
        ReceiptClaimsView {
            reference: claims.reference.to_string(),
            office: profile.offices.get(&office).map_or(office.to_string(), |office| office.name.clone()),
            recorded_at: claims.recorded_at().to_string(),
            kind: claims.kind.to_string(),
            category: claims.category.clone(),
            due_on: claims.due_on().map(|day| day.to_string()),
        }
    }
}
