//! What the square code of a receipt says, so that it can be checked without a line: deterministic CBOR with integer
//! keys; `docs/receipts.cddl` describes it. Nothing in it tells who complains. Who signed it is not known here.

use minicbor::{Decode, Encode};

use crate::access_code::AccessCode;
use crate::complaint::{Complaint, date_from_days};
use crate::identity::ComplaintId;
use crate::moment::Moment;
use crate::operation::Kind;
use crate::reference::Reference;

/// What a receipt claims. Keys are for ever: a field is added under a new number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReceiptClaims {
    /// The reference on the receipt.
    #[n(0)]
    pub reference: Reference,
    /// When the complaint came in: seconds since 1970-01-01T00:00:00Z.
    #[n(1)]
    at_s: i64,
    /// Minutes that the clock was ahead of UTC.
    #[n(2)]
    offset_min: i16,
    /// What it is.
    #[n(3)]
    pub kind: Kind,
    /// Code of the category.
    #[n(4)]
    pub category: String,
    /// The day by which an answer was promised, as days since 1970-01-01.
    #[n(5)]
    due_on: Option<i32>,
    /// The first eight bytes of the complaint's id: it tells two complaints of one reference apart.
    #[cbor(n(6), with = "minicbor::bytes")]
    complaint: [u8; 8],
    /// Check of the access code, two bytes: a code that was changed on paper is found, and none can be computed.
    #[cbor(n(7), with = "minicbor::bytes")]
    code_check: [u8; 2],
    /// Where the registration stood in its computer's log, and the first eight bytes of its id there.
    #[n(8)]
    pub registration: Option<ClaimedRegistration>,
}

/// The registering operation as a receipt names it: what its line "state of the register" says, for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct ClaimedRegistration {
    /// Its place in its computer's log.
    #[n(0)]
    pub sequence: u64,
    /// The first eight bytes of its id.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub id: [u8; 8],
}

impl ReceiptClaims {
    /// What the receipt of a complaint claims, as the complaint stands.
    pub fn of(complaint: &Complaint, registration: Option<ClaimedRegistration>) -> Self {
        let (register, at) = (&complaint.register, complaint.recorded_at());
        Self {
            reference: register.reference,
            at_s: at.unix_ms.div_euclid(1000),
            offset_min: at.offset_min,
            kind: register.kind,
            category: register.category.clone(),
            due_on: register.due_on,
            complaint: beginning(&complaint.id),
            code_check: code_check(&complaint.access_code(), &register.reference),
            registration,
        }
    }

    /// When the complaint came in, to the second.
    pub fn recorded_at(&self) -> Moment {
        Moment { unix_ms: self.at_s.saturating_mul(1000), offset_min: self.offset_min }
    }

    /// The day by which an answer was promised.
    pub fn due_on(&self) -> Option<jiff::civil::Date> {
        self.due_on.and_then(date_from_days)
    }

    /// Whether the receipt is of that complaint.
    pub fn is_of(&self, complaint: &Complaint) -> bool {
        self.reference == complaint.register.reference && self.complaint == beginning(&complaint.id)
    }

    /// Whether that access code stood on the receipt when it was printed.
    pub fn had_code(&self, code: &AccessCode) -> bool {
        self.code_check == code_check(code, &self.reference)
    }

    /// Deterministic bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes every byte")
    }

    /// Reads what [`Self::to_bytes`] wrote. Fields of a newer version are no error.
    ///
    /// # Errors
    /// When the bytes are not one whole set of claims.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ReceiptClaimsError> {
        let mut decoder = minicbor::Decoder::new(bytes);
        let claims = decoder.decode().map_err(|_| ReceiptClaimsError)?;
        if decoder.position() == bytes.len() { Ok(claims) } else { Err(ReceiptClaimsError) }
    }
}

/// Bytes that are not the claims of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not what a receipt claims")]
pub struct ReceiptClaimsError;

fn beginning(id: &ComplaintId) -> [u8; 8] {
    let [a, b, c, d, e, f, g, h, ..] = *id.as_bytes();
    [a, b, c, d, e, f, g, h]
}

fn code_check(code: &AccessCode, reference: &Reference) -> [u8; 2] {
    let of = format!("{code}{reference}");
    let [a, b, ..] = blake3::derive_key("guichet 2026 access code check", of.as_bytes());
    [a, b]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::identity::{ComplaintSeed, OfficeCode};

    fn claims(counter: u32, at_s: i64, category: String) -> ReceiptClaims {
        let seed = ComplaintSeed::from_random([7; 16]);
        let reference = Reference { office: OfficeCode::new(12).unwrap(), device: 2, counter };
        ReceiptClaims {
            reference,
            at_s,
            offset_min: 240,
            kind: Kind::Complaint,
            category,
            due_on: Some(20_820),
            complaint: beginning(&seed.complaint_id()),
            code_check: code_check(&AccessCode::of(&seed), &reference),
            registration: Some(ClaimedRegistration { sequence: 417, id: [9; 8] }),
        }
    }

    #[test]
    fn a_code_that_was_changed_on_paper_is_found() {
        let claims = claims(417, 1_795_000_000, "water-none".to_owned());
        let code = AccessCode::of(&ComplaintSeed::from_random([7; 16]));
        assert!(claims.had_code(&code));
        assert!(!claims.had_code(&AccessCode::of(&ComplaintSeed::from_random([8; 16]))));
    }

    #[test]
    fn day_and_time_are_those_of_the_clock_at_the_counter() {
        let claims = claims(417, 1_795_000_000, String::new());
        assert_eq!(claims.recorded_at().to_string(), "2026-11-18T15:06:40+04:00");
        assert_eq!(claims.due_on(), Some(jiff::civil::date(2027, 1, 2)));
    }

    proptest! {
        #[test]
        fn claims_read_back(counter in 1..1_000_000_u32, at_s: i64, category in ".{0,40}") {
            let claims = claims(counter, at_s, category);
            prop_assert_eq!(ReceiptClaims::from_bytes(&claims.to_bytes()), Ok(claims));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..120)) {
            let _ = ReceiptClaims::from_bytes(&bytes);
        }
    }
}
