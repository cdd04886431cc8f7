//! The square code of a receipt is pinned by a vector that another implementation can read, and described by the CDDL.
//!
//! `GUICHET_WRITE_VECTORS=1 cargo test -p office --test receipts` writes vectors that are missing. One that was released
//! never changes: receipts in people's hands stay readable for ever.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use complaints::{
    Author, Body, Citizen, ClaimedRegistration, Complaint, ComplaintSeed, Kind, OfficeCode, Operation,
    ReceiptClaims, Reference, Register, Verdict,
};
use proptest::prelude::*;
use sync_protocol::{DeviceKey, ReceiptSeal};

fn key() -> DeviceKey {
    DeviceKey::from_seed(&[1; 32])
}

fn complaint(counter: u32, category: &str) -> Complaint {
    let seed = ComplaintSeed::from_random([5; 16]);
    let register = Register {
        seed: seed.clone(),
        reference: Reference { office: OfficeCode::new(12).unwrap(), device: 2, counter },
        kind: Kind::Complaint,
        category: category.to_owned(),
        institution: "CWA".to_owned(),
        subject: "No water".to_owned(),
        text: "Pena dilo depi trwa zour.".to_owned(),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen { surname: Some("Zephir".to_owned()), ..Citizen::default() },
        contact_by: Vec::new(),
        notice: "1".to_owned(),
        notice_language: None,
        due_on: Some(20_790),
        recorded_at: Some("2026-11-24T10:52:07+04:00".parse().unwrap()),
        representative: None,
        discretion: None,
        point: None,
        channel: None,
    };
    let operation = Operation {
        subject: Some(seed.complaint_id()),
        author: Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None },
        at: "2026-11-24T10:52:07+04:00".parse().unwrap(),
        body: Body::Register(Box::new(register)),
    };
    Complaint::apply(None, &operation, Verdict::Accepted).unwrap()
}

fn claims() -> ReceiptClaims {
    ReceiptClaims::of(
        &complaint(417, "water-connection"),
        Some(ClaimedRegistration { sequence: 1043, id: [9; 8] }),
    )
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn hex(bytes: &[u8]) -> String {
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text.as_bytes().chunks(96).map(|line| format!("{}\n", std::str::from_utf8(line).unwrap())).collect()
}

/// The diagnostic notation (RFC 8949, 8) of what receipts are made of.
fn diagnostic(cbor: &[u8]) -> String {
    use minicbor::data::Type;
    fn item(decoder: &mut minicbor::Decoder<'_>) -> String {
        match decoder.datatype().unwrap() {
            Type::Map => {
                let length = decoder.map().unwrap().unwrap();
                let pairs = (0..length).map(|_| format!("{}: {}", item(decoder), item(decoder)));
                format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
            }
            Type::Array => {
                let length = decoder.array().unwrap().unwrap();
                format!("[{}]", (0..length).map(|_| item(decoder)).collect::<Vec<_>>().join(", "))
            }
            Type::Bytes => {
                let bytes = decoder.bytes().unwrap();
                format!("h'{}'", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
            }
            Type::String => format!("\"{}\"", decoder.str().unwrap()),
            _ => decoder.int().unwrap().to_string(),
        }
    }
    item(&mut minicbor::Decoder::new(cbor))
}

#[test]
fn the_code_is_the_one_that_was_pinned() {
    let seal = ReceiptSeal::sign(claims().to_bytes(), &key());
    let vectors = [
        ("receipt.txt", format!("{seal}\n")),
        ("receipt.hex", hex(seal.as_bytes())),
        ("receipt.diag", format!("{}\n", diagnostic(seal.as_bytes()))),
        ("receipt-claims.hex", hex(&claims().to_bytes())),
        ("receipt-claims.diag", format!("{}\n", diagnostic(&claims().to_bytes()))),
    ];
    for (name, told) in vectors {
        let path = folder().join(name);
        if !path.exists() && std::env::var_os("GUICHET_WRITE_VECTORS").is_some() {
            std::fs::write(&path, &told).unwrap();
        }
        let pinned = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(pinned, told, "{name} has changed");
    }
}

#[test]
fn the_code_follows_the_cddl() {
    let cddl = std::fs::read_to_string(folder().join("../../../docs/receipts.cddl")).unwrap();
    let seal = ReceiptSeal::sign(claims().to_bytes(), &key());
    cddl_cat::validate_cbor_bytes("receipt-seal", &cddl, seal.as_bytes()).unwrap();
    cddl_cat::validate_cbor_bytes("receipt-claims", &cddl, &claims().to_bytes()).unwrap();
    let without = ReceiptClaims::of(&complaint(1, "water-none"), None);
    cddl_cat::validate_cbor_bytes("receipt-claims", &cddl, &without.to_bytes()).unwrap();
    assert!(
        cddl_cat::validate_cbor_bytes("receipt-claims", &cddl, seal.as_bytes()).is_err(),
        "the tool can refuse"
    );
}

#[test]
fn no_code_is_longer_than_two_hundred_and_fifty_characters() {
    // The longest code of a category, a counter of seven digits, a log as long as none will be.
    let registration = ClaimedRegistration { sequence: 4_000_000, id: [0xff; 8] };
    let claims = ReceiptClaims::of(&complaint(1_000_000, "water-connection"), Some(registration));
    let text = ReceiptSeal::sign(claims.to_bytes(), &key()).to_string();
    assert!(text.len() <= 250, "{} characters", text.len());
    assert!(
        text.bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" $%*+-./:".contains(&byte))
    );
}

proptest! {
    #[test]
    fn what_was_claimed_comes_back_through_the_text(counter in 1..2_000_000_u32, category in "[a-z-]{1,30}", sequence: u64, id: [u8; 8]) {
        let claims = ReceiptClaims::of(&complaint(counter, &category), Some(ClaimedRegistration { sequence, id }));
        let text = ReceiptSeal::sign(claims.to_bytes(), &key()).to_string();
        let seal = ReceiptSeal::from_text(&text).unwrap();
        let opened = seal.open(&key().public()).unwrap();
        prop_assert_eq!(ReceiptClaims::from_bytes(&opened), Ok(claims));
    }
}
