//! Every operation is pinned by a vector and described by the CDDL. A vector that was released never changes: old
//! logs stay readable for ever.
//!
//! `GUICHET_WRITE_VECTORS=1 cargo test -p complaints --test operations` writes the vectors of new kinds.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use complaints::{
    Answer, Assign, Assignee, AttachDocument, Author, Body, Capacity, ChangeStatus, Channel, ChooseValue,
    Citizen, ClerkAdded, ClerkChanged, ClerkDisabled, ClerkId, ComplaintSeed, ContactWay, CorrectField,
    Discretion, DocumentId, Escalate, Field, HandOver, Kind, Link, Merge, Note, OfficeCode, Operation,
    PinVerifier, Point, Rate, Reach, Reference, Refusal, Register, Relation, Representative, RequestDocument,
    Retract, Role, Route, Status, StepMark, Tell, Triage, ValueMark, Verdict, Withdraw,
};

fn register() -> Register {
    Register {
        seed: ComplaintSeed::from_random([5; 16]),
        reference: Reference { office: OfficeCode::new(12).unwrap(), device: 2, counter: 417 },
        kind: Kind::Complaint,
        category: "water-none".to_owned(),
        institution: "CWA".to_owned(),
        subject: "No water".to_owned(),
        text: "Pena dilo depi trwa zour.\nشكاية".to_owned(),
        place: Some("Rue Shivananda".to_owned()),
        language: "mfe".to_owned(),
        citizen: Citizen {
            surname: Some("Zephir".to_owned()),
            other_names: Some("Lata".to_owned()),
            nic: Some("Z0101000000047".to_owned()),
            phone: Some("+23057000265".to_owned()),
            email: None,
            address: None,
            locality: Some("Mahébourg".to_owned()),
        },
        contact_by: vec![ContactWay::Phone, ContactWay::Letter],
        notice: "1".to_owned(),
        notice_language: Some("mfe".to_owned()),
        due_on: Some(20_790),
        recorded_at: Some("2026-11-24T10:52:00+04:00".parse().unwrap()),
        representative: None,
        discretion: None,
        point: None,
        channel: None,
    }
}

fn bodies() -> Vec<(&'static str, Body)> {
    let verifier = PinVerifier { salt: [6; 16], memory_kib: 19_456, passes: 2, hash: [7; 32] };
    let clerk = ClerkId::from_bytes([8; 8]);
    let changed = ClerkChanged { clerk, role: Some(Role::Trainee), verifier: Some(verifier.clone()) };
    let change = ChangeStatus { from: Status::Received, to: Status::Checked, text: None };
    let correct = CorrectField { field: Field::Phone, from: None, to: Some("+23057000265".to_owned()) };
    let choose = ChooseValue {
        field: Field::Surname,
        among: vec![ValueMark::from_bytes([1; 8]), ValueMark::from_bytes([2; 8])],
        value: Some("Zéphir".to_owned()),
    };
    let attach = AttachDocument {
        document: DocumentId::from_bytes([3; 32]),
        size: 98_765,
        media_type: "image/jpeg".to_owned(),
        name: "Water bill".to_owned(),
        pages: None,
        width: Some(1240),
        height: Some(1754),
    };
    let request = RequestDocument { what: "Water bill".to_owned(), until: Some(20_790) };
    let tell = Tell {
        steps: vec![StepMark::from_bytes([4; 8])],
        way: ContactWay::Phone,
        reach: Reach::NotReached,
        text: None,
    };
    let link = Link {
        other: ComplaintSeed::from_random([6; 16]).complaint_id(),
        reference: Reference { office: OfficeCode::new(12).unwrap(), device: 1, counter: 9 },
        relation: Relation::Same,
    };
    let for_another = Register {
        representative: Some(Representative {
            name: "Meera Zephir".to_owned(),
            phone: Some("+23057000266".to_owned()),
            relation: Some("tifi".to_owned()),
        }),
        discretion: Some(Discretion::Confidential),
        point: Some(Point { latitude_e6: -20_406_111, longitude_e6: 57_709_722 }),
        ..register()
    };
    let on_the_portal = Register { kind: Kind::Information, channel: Some(Channel::Portal), ..register() };
    let other = Reference { office: OfficeCode::new(12).unwrap(), device: 1, counter: 9 };
    let merge = Merge { into: ComplaintSeed::from_random([6; 16]).complaint_id(), reference: other };
    let assignee = Assignee { agent: [7; 8], name: "Dev Ramgoolam".to_owned() };
    vec![
        ("register", Body::Register(Box::new(register()))),
        ("route", Body::Route(Route { to: "WMA".to_owned(), text: Some("Main pipe".to_owned()) })),
        ("change-status", Body::ChangeStatus(change)),
        ("answer", Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true })),
        ("note", Body::Note(Note { text: "He called.".to_owned(), for_citizen: false })),
        ("withdraw", Body::Withdraw(Withdraw { text: None })),
        (
            "clerk-added",
            Body::ClerkAdded(ClerkAdded { clerk, name: "Kavi".to_owned(), role: Role::Head, verifier }),
        ),
        ("correct-field", Body::CorrectField(correct)),
        ("choose-value", Body::ChooseValue(choose)),
        ("attach-document", Body::AttachDocument(attach)),
        ("request-document", Body::RequestDocument(request)),
        ("tell", Body::Tell(tell)),
        ("rate", Body::Rate(Rate { stars: 4, text: Some("Quick.".to_owned()) })),
        ("hand-over", Body::HandOver(HandOver { to: OfficeCode::new(15).unwrap(), text: None })),
        ("escalate", Body::Escalate(Escalate { to: None, text: "No answer for a month.".to_owned() })),
        ("link", Body::Link(link)),
        ("retract", Body::Retract(Retract { step: StepMark::from_bytes([4; 8]) })),
        ("register-for-another", Body::Register(Box::new(for_another))),
        ("register-on-the-portal", Body::Register(Box::new(on_the_portal))),
        ("assign", Body::Assign(Assign { to: Some(assignee) })),
        ("triage", Body::Triage(Triage { urgent: true, restricted: false })),
        ("merge", Body::Merge(merge)),
        ("clerk-disabled", Body::ClerkDisabled(ClerkDisabled { clerk })),
        ("clerk-changed", Body::ClerkChanged(changed)),
    ]
}

fn operation(body: Body) -> Operation {
    let subject = (!matches!(body, Body::ClerkAdded(_) | Body::ClerkDisabled(_) | Body::ClerkChanged(_)))
        .then(|| register().seed.complaint_id());
    let author = Author {
        name: "Anousha Ramdin".to_owned(),
        clerk: Some(ClerkId::from_bytes([9; 8])),
        institution: None,
        capacity: None,
    };
    Operation { subject, author, at: "2026-11-24T10:53:20.250+04:00".parse().unwrap(), body }
}

/// Name, CDDL rule, bytes.
fn vectors() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let encoded = |verdict: Verdict| minicbor::to_vec(verdict).unwrap();
    let mut vectors: Vec<_> =
        bodies().into_iter().map(|(name, body)| (name, "operation", operation(body).to_bytes())).collect();
    let by_the_citizen = Operation {
        author: Author {
            name: "Lata Zephir".to_owned(),
            clerk: None,
            institution: None,
            capacity: Some(Capacity::Citizen),
        },
        ..operation(Body::Withdraw(Withdraw { text: None }))
    };
    vectors.push(("withdraw-on-the-portal", "operation", by_the_citizen.to_bytes()));
    vectors.push(("verdict-accepted", "verdict", encoded(Verdict::Accepted)));
    vectors.push(("verdict-disabled", "verdict", encoded(Verdict::Refused(Refusal::Disabled))));
    vectors.push(("verdict-overtaken", "verdict", encoded(Verdict::Refused(Refusal::Overtaken))));
    vectors
}

#[test]
fn every_operation_is_the_one_that_was_pinned() {
    for (name, _, bytes) in vectors() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(format!("{name}.hex"));
        let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        if !path.exists() && std::env::var_os("GUICHET_WRITE_VECTORS").is_some() {
            std::fs::write(&path, format!("{text}\n")).unwrap();
        }
        let pinned = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(pinned.trim(), text, "{name} has changed");
    }
}

#[test]
fn every_operation_follows_the_cddl_and_reads_back() {
    let cddl = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/operations.cddl");
    let cddl = std::fs::read_to_string(cddl).unwrap();
    for (name, rule, bytes) in vectors() {
        cddl_cat::validate_cbor_bytes(rule, &cddl, &bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    for (name, body) in bodies() {
        assert_eq!(Operation::from_bytes(&operation(body.clone()).to_bytes()), Ok(operation(body)), "{name}");
    }
}
