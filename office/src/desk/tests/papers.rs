//! Receipts, letters, registers and reports through the desk, and receipts that are brought back.

use complaints::{
    Answer, Author, Body, ChangeStatus, ComplaintId, Discretion, HandOver, Operation, RequestDocument, Route,
    Status,
};
use sync_protocol::{
    DeviceEntry, DeviceId, DeviceKey, FeedEntry, Office as OfficeNumber, ReceiptSeal, SaltTree,
};

use super::{code, form, staffed};
use crate::desk::Desk;
use crate::error::OfficeError;
use crate::view::{LetterKind, ReceiptOutcome, SettingsForm};

/// The text of a receipt's square code, as this computer signs it.
fn seal(desk: &Desk, id: &str) -> String {
    let office = desk.office().unwrap();
    office.receipt_seal(&office.record(id.parse().unwrap()).unwrap()).unwrap()
}

/// What an agent did, as the feed would bring it.
fn done_elsewhere(desk: &Desk, id: &str, minute: u8, body: Body) {
    let id: ComplaintId = id.parse().unwrap();
    let author = Author {
        name: "R. Naidoo".to_owned(),
        clerk: None,
        institution: Some("CWA".to_owned()),
        capacity: None,
    };
    let at = format!("2026-11-25T09:{minute:02}:00+04:00").parse().unwrap();
    let operation = Operation { subject: Some(id), author, at, body };
    let office = desk.office().unwrap();
    office.store.write(|writing| writing.append(&operation).map(drop)).map_err(OfficeError::from).unwrap();
}

fn outcome(desk: &Desk, text: &str) -> ReceiptOutcome {
    desk.check_receipt(text).unwrap().outcome
}

/// Another computer of this office, as the feed names it.
fn named_by_the_feed(desk: &Desk, key: &DeviceKey, shut_out: bool) {
    let office = desk.office().unwrap();
    let device = DeviceEntry {
        device: DeviceId(41),
        number: 3,
        key: key.public(),
        salts: SaltTree::from_root([4; 32]),
    };
    let mut entries = vec![FeedEntry::Device(device)];
    entries.extend(shut_out.then_some(FeedEntry::Revocation(DeviceId(41))));
    for entry in entries {
        let head = office.store.feed_head().unwrap().after(OfficeNumber(12), &entry.digest(None));
        let planned = [office_store::PlannedEntry::Other(entry)];
        office.store.write(|writing| writing.apply(&planned, &[head], None).map(drop)).unwrap();
    }
}

#[tokio::test]
async fn a_receipt_that_is_brought_back_is_genuine_and_opens_its_complaint() {
    let (_folder, desk) = staffed().await;
    let registered = desk.register(None, &form()).unwrap();
    let text = seal(&desk, &registered.id);
    assert!(text.len() <= 250, "{} characters", text.len());
    let told = desk.check_receipt(&format!(" {}\n", text.to_lowercase())).unwrap();
    assert_eq!((told.outcome, told.computer), (ReceiptOutcome::Genuine, Some(2)));
    assert_eq!(told.complaint.as_deref(), Some(registered.id.as_str()));
    let claims = told.claims.unwrap();
    assert_eq!((claims.reference, claims.office.as_str()), (registered.reference, "CAB 12, Mahébourg"));
    assert_eq!(
        (claims.recorded_at.as_str(), claims.due_on),
        ("2026-11-24T10:44:00+04:00", registered.due_on)
    );
    assert_eq!((claims.kind.as_str(), claims.category.as_str()), ("complaint", "water-none"));

    let office = desk.office().unwrap();
    let with_code = |code: &str| office.check_receipt(&text, Some(code)).unwrap().code_fits;
    assert_eq!(with_code(&registered.access_code), Some(true));
    assert_eq!(with_code("AAAA-AAAA"), Some(false));
    assert_eq!(with_code("no code"), Some(false));
}

#[tokio::test]
async fn what_was_changed_damaged_or_never_a_receipt_is_said_to_be() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let text = seal(&desk, &id);
    let office = desk.office().unwrap();
    let (mine, theirs) = (office.signing.clone(), DeviceKey::from_seed(&[7; 32]));
    let claimed = ReceiptSeal::from_text(&text).unwrap().claimed().unwrap();
    let mut changed = claimed.clone();
    let at = changed.windows(10).position(|part| part == b"water-none").unwrap();
    changed[at..at + 10].copy_from_slice(b"water-leak");

    // The signature of what was registered under other words: the words of the one in the message of the other.
    let honest = ReceiptSeal::sign(claimed, &mine).as_bytes().to_vec();
    let forged = ReceiptSeal::sign(changed, &mine).as_bytes().to_vec();
    let mixed = [&forged[..forged.len() - 64], &honest[honest.len() - 64..]].concat();
    assert_eq!(outcome(&desk, &as_text(&mixed)), ReceiptOutcome::NotGenuine);

    let foreign = ReceiptSeal::sign(ReceiptSeal::from_text(&text).unwrap().claimed().unwrap(), &theirs);
    let told = desk.check_receipt(&foreign.to_string()).unwrap();
    assert_eq!((told.outcome, told.computer), (ReceiptOutcome::IssuerUnknown, None));
    assert!(told.claims.is_some(), "what it claims is shown, not believed");

    assert_eq!(outcome(&desk, &text[..text.len() - 9]), ReceiptOutcome::Damaged);
    assert_eq!(outcome(&desk, &ReceiptSeal::sign(vec![0x80], &mine).to_string()), ReceiptOutcome::Damaged);
    for typed in ["", "12-2-00001-38", "HC1:6BF"] {
        assert_eq!(outcome(&desk, typed), ReceiptOutcome::NotAReceipt, "{typed}");
    }
}

/// Base45 of a message, by way of the text of another one: the alphabet is tried in `sync-protocol`.
fn as_text(message: &[u8]) -> String {
    const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    let mut text = "GC1:".to_owned();
    for pair in message.chunks(2) {
        let (mut value, length) = match pair {
            [high, low] => (usize::from(*high) * 256 + usize::from(*low), 3),
            _ => (usize::from(pair[0]), 2),
        };
        for _ in 0..length {
            text.push(char::from(ALPHABET[value % 45]));
            value /= 45;
        }
    }
    text
}

#[tokio::test]
async fn another_computer_of_the_office_counts_while_it_is_admitted() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let other = DeviceKey::from_seed(&[7; 32]);
    let of = |id: &str| ReceiptSeal::from_text(&seal(&desk, id)).unwrap().claimed().unwrap();
    let here = ReceiptSeal::sign(of(&id), &other).to_string();
    // The same claims about a complaint that this computer has not got: the counter is another one.
    let mut elsewhere = of(&id);
    let at = elsewhere.windows(4).position(|part| part == [0x83, 0x0c, 0x02, 0x01]).unwrap();
    elsewhere[at + 3] = 0x09;
    let elsewhere = ReceiptSeal::sign(elsewhere, &other).to_string();

    assert_eq!(outcome(&desk, &here), ReceiptOutcome::IssuerUnknown);
    named_by_the_feed(&desk, &other, false);
    let told = desk.check_receipt(&here).unwrap();
    assert_eq!((told.outcome, told.computer), (ReceiptOutcome::Genuine, Some(3)));
    assert_eq!(outcome(&desk, &elsewhere), ReceiptOutcome::NotHere);
    named_by_the_feed(&desk, &other, true);
    assert_eq!(outcome(&desk, &here), ReceiptOutcome::Genuine, "the register holds it, whoever printed it");
    assert_eq!(outcome(&desk, &elsewhere), ReceiptOutcome::ShutOut);
}

#[tokio::test]
async fn letters_are_offered_as_the_complaint_stands() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let kinds = |desk: &Desk| -> Vec<(LetterKind, String)> {
        desk.letters(&id).unwrap().into_iter().map(|offer| (offer.kind, offer.with)).collect()
    };
    let water = "Central Water Authority".to_owned();
    assert_eq!(
        kinds(&desk),
        [(LetterKind::Acknowledgement, water.clone()), (LetterKind::HandOver, water.clone())]
    );
    assert_eq!(code(desk.letter(&id, "answer", "", (None, None))), "no_such_letter");
    assert_eq!(code(desk.letter(&id, "sonnet", "", (None, None))), "no_such_letter");

    let request = RequestDocument { what: "Title deed".to_owned(), until: Some(20_790) };
    done_elsewhere(&desk, &id, 1, Body::RequestDocument(request));
    let answer = |text: &str, definitive| Body::Answer(Answer { text: text.to_owned(), definitive });
    done_elsewhere(&desk, &id, 2, answer("We are looking.", false));
    done_elsewhere(&desk, &id, 3, answer("The pipe was mended.", true));
    let offers = desk.letters(&id).unwrap();
    let answers: Vec<_> = offers.iter().filter(|offer| offer.kind == LetterKind::Answer).collect();
    assert_eq!((answers.len(), answers[0].with.as_str()), (2, water.as_str()));
    assert!(answers[0].at > answers[1].at, "the latest first");

    let closed = ChangeStatus { from: Status::Answered, to: Status::Closed, text: None };
    done_elsewhere(&desk, &id, 4, Body::ChangeStatus(closed));
    let kinds: Vec<_> = kinds(&desk).into_iter().map(|(kind, _)| kind).collect();
    assert!(kinds.contains(&LetterKind::Closing) && !kinds.contains(&LetterKind::HandOver), "{kinds:?}");
}

#[tokio::test]
async fn each_letter_is_a_duplicate_of_itself_alone() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let answer = |text: &str| Body::Answer(Answer { text: text.to_owned(), definitive: false });
    done_elsewhere(&desk, &id, 1, answer("One."));
    done_elsewhere(&desk, &id, 2, answer("Two."));
    let marks: Vec<String> = desk
        .letters(&id)
        .unwrap()
        .into_iter()
        .filter(|offer| offer.kind == LetterKind::Answer)
        .map(|offer| offer.step)
        .collect();
    let duplicate =
        |step: &str| desk.letter(&id, "answer", step, (Some("fr"), Some("a5"))).unwrap().duplicate;
    assert!(!duplicate(&marks[0]) && !duplicate(&marks[0]), "looking at it is not handing it out");
    desk.letter_printed(&id, "answer", &marks[0], Some("a5")).unwrap();
    assert!(duplicate(&marks[0]) && !duplicate(&marks[1]));
    let offer = desk.letters(&id).unwrap().into_iter().find(|offer| offer.step == marks[0]).unwrap();
    assert_eq!((offer.written_by.as_str(), offer.written_at.is_some()), ("Anousha Ramdin", true));
    assert_eq!(desk.letter(&id, "answer", &marks[1], (None, None)).unwrap().paper, "a5", "as last time");

    let path = folder.path().join("letter.pdf");
    desk.save_letter(&id, "answer", &marks[1], (None, None), &path).unwrap();
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    assert!(duplicate(&marks[1]), "saving is handing out");
    assert_eq!(code(desk.save_letter(&id, "answer", &marks[1], (None, None), folder.path())), "file_failed");
    assert!(!desk.receipt(&id, (None, None)).unwrap().duplicate, "the receipt is another paper");
}

#[tokio::test]
async fn every_letter_has_its_pages_in_every_language() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let request = RequestDocument { what: "Title deed".to_owned(), until: None };
    done_elsewhere(&desk, &id, 1, Body::RequestDocument(request));
    done_elsewhere(&desk, &id, 2, Body::Route(Route { to: "CEB".to_owned(), text: None }));
    let over = HandOver { to: "13".parse().unwrap(), text: None };
    done_elsewhere(&desk, &id, 3, Body::HandOver(over));
    let offers = desk.letters(&id).unwrap();
    let to: Vec<_> = offers
        .iter()
        .filter(|offer| offer.kind == LetterKind::HandOver)
        .map(|offer| offer.with.as_str())
        .collect();
    assert_eq!(to.len(), 2, "one slip for the office, one for the institution: {to:?}");
    for offer in offers {
        for language in ["en", "fr", "mfe", "ar-MA"] {
            let view = desk.letter(&id, offer.kind.word(), &offer.step, (Some(language), None)).unwrap();
            assert!(view.pages[0].starts_with("<svg"), "{:?} {language}", offer.kind);
        }
    }
}

#[tokio::test]
async fn an_institution_is_not_told_who_complains_in_confidence() {
    let (_folder, desk) = staffed().await;
    let office = desk.office().unwrap();
    let id = desk.register(None, &form()).unwrap().id;
    let mut record = office.record(id.parse().unwrap()).unwrap();
    let slip = |record: &office_store::ComplaintRecord| {
        let name = crate::LetterName { kind: LetterKind::HandOver, step: None };
        office.letter_of(record, &name, "Anousha Ramdin", None).unwrap()
    };
    assert_eq!(slip(&record).addressee.name, "Pentiah");
    record.complaint.register.discretion = Some(Discretion::Confidential);
    let letter = slip(&record);
    assert!(letter.addressee.name.is_empty() && letter.addressee.lines.is_empty());
    let letters::LetterContent::HandOver { phone, .. } = letter.content else { panic!("no slip") };
    assert_eq!(phone, "");
}

#[tokio::test]
async fn receipts_are_printed_on_the_paper_of_this_computer_or_on_another_for_once() {
    let (_folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let paper = |chosen| desk.receipt(&id, (None, chosen)).unwrap().paper;
    assert_eq!(
        (paper(None).as_str(), paper(Some("roll80")).as_str()),
        ("a5", "roll80"),
        "as the profile says"
    );
    let settings =
        SettingsForm { paper: "roll80".to_owned(), ..desk.office().unwrap().settings().unwrap().form };
    desk.office().unwrap().change_settings(&settings).unwrap();
    assert_eq!((paper(None).as_str(), paper(Some("a4")).as_str()), ("roll80", "a4"));
    assert_eq!(desk.letter(&id, "acknowledgement", "", (None, Some("roll80"))).unwrap().paper, "a4");
}

#[tokio::test]
async fn the_register_lists_the_day_and_the_report_counts_the_month() {
    let (folder, desk) = staffed().await;
    let office = desk.office().unwrap();
    let ids: Vec<String> = (0..3).map(|_| desk.register(None, &form()).unwrap().id).collect();
    let answer = Body::Answer(Answer { text: "Done.".to_owned(), definitive: true });
    done_elsewhere(&desk, &ids[0], 1, answer);
    desk.withdraw(&ids[1], "").unwrap();
    let rows = |day: &str| office.day_register_pdf(day, "x", "fr").unwrap().1;
    assert_eq!((rows("2026-11-24"), rows("2026-11-23"), rows("2026-11-25")), (3, 0, 0));
    let tally = |month: &str| {
        let all = office.month_report_pdf(month, "x", "en").unwrap().1;
        (all.registered, all.in_time, all.late, all.ended, all.open, all.due_over)
    };
    assert_eq!(tally("2026-11"), (3, 1, 0, 1, 1, 0));
    assert_eq!(tally("2026-12"), (0, 0, 0, 0, 0, 0));
    assert_eq!(desk.register_paper("2026-11-24", "ar-MA").unwrap().paper, "a4landscape");
    assert_eq!(desk.register_paper("2026-11", "mfe").unwrap().paper, "a4");
    for wrong in ["", "2026-13", "2026-02-30", "yesterday"] {
        assert_eq!(code(desk.register_paper(wrong, "en")), "period_wrong", "{wrong}");
    }
    let path = folder.path().join("register.pdf");
    desk.save_register_paper("2026-11-24", "en", &path).unwrap();
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF"));
}
