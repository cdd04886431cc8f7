//! What a clerk does at a desk: registers, notes, changes a status, withdraws, tells the citizen, takes a deed back,
//! hands over to another office, adds documents and colleagues; a desk of a newer version also does what this version has
//! no name for. As at the real desk, what the rules forbid is not saved.

use complaints::{
    AttachDocument, Author, Body, ChangeStatus, Citizen, ClerkAdded, ClerkId, Complaint, ComplaintId,
    ComplaintSeed, ContactWay, DocumentId, HandOver, Kind, Moment, Note, OfficeCode, Operation, PinVerifier,
    Reach, Reference, Refusal, Register, Retract, Role, StepMark, Tell, Withdraw,
};
use office_store::{Store, StoreError, Writing};

use crate::random::Random;

/// What a clerk is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    Register,
    Note(ComplaintId),
    ChangeStatus(ComplaintId),
    Withdraw(ComplaintId),
    Attach(ComplaintId),
    Tell(ComplaintId),
    TakeBack(ComplaintId),
    HandOver(ComplaintId, OfficeCode),
    AddColleague,
    /// Of a kind of a newer version, on a complaint or on the office.
    Newer(Option<ComplaintId>),
}

/// What a computer's program can, beside that of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    /// It lacks what came with this version.
    Before,
    /// It is this one.
    This,
    /// It has what nobody here has a name for.
    Next,
}

/// Draws what comes next. `known`: the complaints of the office; a clerk acts on one that the desk shows.
pub(crate) fn draw(
    random: &mut Random,
    store: &Store,
    known: &[ComplaintId],
    others: &[OfficeCode],
    version: Version,
) -> Result<Deed, StoreError> {
    let kind = random.below(100);
    let mut shown = None;
    for _ in 0..4 {
        if shown.is_none() && !known.is_empty() {
            let id = *random.pick(known);
            shown = store.complaint(id)?.map(|record| record.complaint.id);
        }
    }
    Ok(match (kind, shown) {
        (0..=2, _) => Deed::AddColleague,
        (3..=12, _) if version == Version::Next => Deed::Newer(shown),
        (..=45, _) | (_, None) => Deed::Register,
        (..=63, Some(id)) => Deed::Note(id),
        (..=68, Some(id)) => Deed::Attach(id),
        (..=88, Some(id)) => Deed::ChangeStatus(id),
        (89..=93, Some(id)) if version == Version::Before => Deed::Note(id),
        (..=91, Some(id)) => Deed::Tell(id),
        (..=93, Some(id)) => Deed::TakeBack(id),
        (..=96, Some(id)) if !others.is_empty() => Deed::HandOver(id, *random.pick(others)),
        (_, Some(id)) => Deed::Withdraw(id),
    })
}

/// Does it, as part of one deed on the store. None: the rules forbid it as the complaint is shown.
pub(crate) fn perform(
    writing: &mut Writing<'_>,
    office: OfficeCode,
    deed: Deed,
    words: &str,
    at: Moment,
    random: &mut Random,
) -> Result<Option<Operation>, StoreError> {
    let clerk = ClerkId::from_bytes([7; 8]);
    let author =
        Author { name: "Anousha Ramdin".to_owned(), clerk: Some(clerk), institution: None, capacity: None };
    let text = text(words, random);
    let mut content = Vec::new();
    let (subject, body) = match deed {
        Deed::Register => {
            let seed = ComplaintSeed::from_random(random.bytes());
            let reference = writing.next_reference()?;
            (Some(seed.complaint_id()), Body::Register(Box::new(register(seed, reference, text))))
        }
        Deed::Note(id) => (Some(id), Body::Note(Note { text, for_citizen: random.chance(300) })),
        Deed::ChangeStatus(id) => {
            let Some(complaint) = writing.complaint(id)? else { return Ok(None) };
            let from = complaint.status;
            let to = *random.pick(from.next());
            (Some(id), Body::ChangeStatus(ChangeStatus { from, to, text: Some(text) }))
        }
        Deed::Withdraw(id) => (Some(id), Body::Withdraw(Withdraw { text: Some(text) })),
        Deed::Attach(id) => {
            content = scan(random);
            (Some(id), Body::AttachDocument(attached(&content, words)))
        }
        Deed::Tell(id) => {
            let steps = writing.complaint(id)?.and_then(|complaint| complaint.to_tell());
            let Some(to_tell) = steps else { return Ok(None) };
            let reach = if random.chance(300) { Reach::NotReached } else { Reach::Reached };
            (Some(id), Body::Tell(Tell { steps: to_tell.steps, way: to_tell.way, reach, text: Some(text) }))
        }
        Deed::TakeBack(id) => {
            let complaint = writing.complaint(id)?;
            let steps = complaint.iter().flat_map(|complaint| complaint.steps.iter().rev());
            let mut marks = steps.filter_map(|step| step.mark());
            let may = |step: &StepMark| complaint.as_ref().is_some_and(|it| it.may_retract(*step, &author));
            let Some(step) = marks.find(may) else { return Ok(None) };
            (Some(id), Body::Retract(Retract { step }))
        }
        Deed::HandOver(id, to) => (Some(id), Body::HandOver(HandOver { to, text: Some(text) })),
        Deed::AddColleague => (None, Body::ClerkAdded(colleague(words, random))),
        Deed::Newer(subject) => (subject, newer(text)),
    };
    let operation = Operation { subject, author, at, body };
    if let (Some(id), false) = (subject, deed == Deed::Register) {
        let Some(complaint) = writing.complaint(id)?.filter(|known| known.office == office) else {
            return Ok(None);
        };
        if Refusal::of(&Complaint::judge(Some(&complaint), &operation)).is_some() {
            return Ok(None);
        }
    }
    writing.append(&operation)?;
    if let Body::AttachDocument(attached) = &operation.body {
        writing.put_document(attached, &content)?;
    }
    Ok(Some(operation))
}

/// In words, for the trace.
pub(crate) fn told(deed: Deed) -> &'static str {
    match deed {
        Deed::Register => "registers",
        Deed::Note(_) => "writes a note on",
        Deed::ChangeStatus(_) => "changes the status of",
        Deed::Withdraw(_) => "withdraws",
        Deed::Attach(_) => "adds a document to",
        Deed::Tell(_) => "tells the citizen of",
        Deed::TakeBack(_) => "takes a deed back on",
        Deed::HandOver(..) => "hands over",
        Deed::AddColleague => "adds a colleague",
        Deed::Newer(_) => "does something new on",
    }
}

/// The words and something around them: mostly a line or two, seldom some pages.
fn text(words: &str, random: &mut Random) -> String {
    const PHRASES: [&str; 6] = [
        " Pena dilo depi trwa zour dan nou landrwa.",
        " Le tuyau fuit devant l’école depuis lundi matin.",
        " The street lamp at the corner has been out for weeks.",
        " لم يتم إصلاح الطريق إلى الآن.",
        " Mo’nn telefonn zot de fwa, personn pa’nn vini.",
        " J’ai déjà écrit en janvier, sans réponse.",
    ];
    let phrases = match random.below(100) {
        0 => random.between(100, 500),
        1..=9 => random.between(10, 60),
        _ => random.below(4),
    };
    (0..phrases).fold(words.to_owned(), |text, _| text + *random.pick::<&str>(&PHRASES))
}

/// What came out of a scanner: mostly a little, seldom more than one request carries on a slow line.
fn scan(random: &mut Random) -> Vec<u8> {
    let blocks = if random.chance(50) { random.between(2_000, 5_000) } else { random.between(1, 300) };
    (0..blocks).flat_map(|_| random.bytes::<32>()).collect()
}

fn attached(content: &[u8], words: &str) -> AttachDocument {
    AttachDocument {
        document: DocumentId::of(content),
        size: content.len() as u64,
        media_type: "application/pdf".to_owned(),
        name: words.to_owned(),
        pages: None,
        width: None,
        height: None,
    }
}

fn register(seed: ComplaintSeed, reference: Reference, text: String) -> Register {
    Register {
        seed,
        reference,
        kind: Kind::Complaint,
        category: "water-none".to_owned(),
        institution: "CWA".to_owned(),
        subject: "No water".to_owned(),
        text,
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen {
            surname: Some("Zéphir".to_owned()),
            locality: Some("Mahébourg".to_owned()),
            ..Citizen::default()
        },
        contact_by: vec![ContactWay::Phone],
        notice: "1".to_owned(),
        notice_language: None,
        due_on: Some(20_800),
        recorded_at: None,
        representative: None,
        discretion: None,
        point: None,
        channel: None,
    }
}

fn colleague(words: &str, random: &mut Random) -> ClerkAdded {
    ClerkAdded {
        clerk: ClerkId::from_bytes(random.bytes()),
        name: words.to_owned(),
        role: Role::Clerk,
        verifier: PinVerifier { salt: random.bytes(), memory_kib: 8, passes: 1, hash: random.bytes() },
    }
}

fn newer(text: String) -> Body {
    Body::Unknown { kind: 900, raw: minicbor::to_vec(text).expect("a vector takes every byte") }
}
