//! A complaint's state: the deterministic fold of its operations in the order that the centre gave them.
//!
//! ```text
//! operations in order ──judge──▶ verdicts ──apply──▶ Complaint (state, history)
//! ```

use minicbor::{Decode, Encode};

use crate::access_code::AccessCode;
use crate::fields::{CorrectedField, Known};
use crate::identity::{ComplaintId, OfficeCode};
use crate::moment::Moment;
use crate::operation::{AttachDocument, Author, Body, Operation, Register, Status};
use crate::rules::{self, Refusal, Verdict};

/// A complaint as it stands after some of its operations.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Complaint {
    /// Its id.
    #[n(0)]
    pub id: ComplaintId,
    /// As it was registered and corrected since.
    #[n(1)]
    pub register: Register,
    /// Where it stands.
    #[n(2)]
    pub status: Status,
    /// Code of the institution that holds it.
    #[n(3)]
    pub institution: String,
    /// The office that holds it.
    #[n(4)]
    pub office: OfficeCode,
    /// How many operations have been taken into account, refused ones included.
    #[n(5)]
    pub version: u32,
    /// The whole story, oldest first, the registration included.
    #[n(6)]
    pub steps: Vec<StepRecord>,
    /// The fields that were corrected, in the order of their numbers.
    #[n(7)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub corrected: Vec<CorrectedField>,
    /// Its documents, in the order in which they were added.
    #[n(8)]
    #[cbor(default, skip_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRecord>,
}

/// A document of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct DocumentRecord {
    /// Who added it.
    #[n(0)]
    pub author: Author,
    /// When, by that person's clock.
    #[n(1)]
    pub at: Moment,
    /// What it is.
    #[n(2)]
    pub attached: AttachDocument,
}

/// One step of the story.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct StepRecord {
    /// Who did it.
    #[n(0)]
    pub author: Author,
    /// When, by that person's clock.
    #[n(1)]
    pub at: Moment,
    /// What came of it.
    #[n(2)]
    pub verdict: Verdict,
    /// The operation. A registration is not repeated here: it is [`Complaint::register`].
    #[cbor(n(3), with = "minicbor::bytes")]
    operation: Vec<u8>,
}

impl StepRecord {
    /// Where it was done: an institution's code, `office`, or `centre` for the unit there.
    pub fn place(&self) -> &str {
        match (&self.author.institution, self.author.clerk) {
            (Some(code), _) => code,
            (None, Some(_)) => "office",
            (None, None) if self.operation.is_empty() => "office",
            (None, None) => "centre",
        }
    }

    /// The operation, unless it is the registration.
    pub fn operation(&self) -> Option<Operation> {
        Operation::from_bytes(&self.operation).ok()
    }
}

/// An operation that cannot be folded: the entries before it are missing, or the verdict does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FoldError {
    /// The complaint's registration has not been seen.
    #[error("an operation came before the registration of its complaint")]
    NotRegistered,
    /// The operation belongs to another complaint, or to none.
    #[error("an operation of another complaint was handed in")]
    OtherComplaint,
}

impl Complaint {
    /// Whether this very operation stands in its history: to the millisecond, the author and the word.
    pub(crate) fn has(&self, operation: &Operation) -> bool {
        let mut bytes = None;
        self.steps.iter().any(|step| {
            step.at == operation.at && step.operation == *bytes.get_or_insert_with(|| operation.to_bytes())
        })
    }

    /// Judges an operation against the complaint as it stands (`None`: not registered yet).
    pub fn judge(complaint: Option<&Self>, operation: &Operation) -> Verdict {
        match rules::judge(complaint, operation) {
            Ok(()) => Verdict::Accepted,
            Err(refusal) => Verdict::Refused(refusal),
        }
    }

    /// Takes one more operation into account, with the verdict that it carries.
    ///
    /// # Errors
    /// [`FoldError`]; the complaint is then unchanged.
    pub fn apply(
        complaint: Option<Self>,
        operation: &Operation,
        verdict: Verdict,
    ) -> Result<Self, FoldError> {
        match complaint {
            None => Self::begin(operation, verdict),
            Some(complaint) if operation.subject != Some(complaint.id) => Err(FoldError::OtherComplaint),
            Some(complaint) => Ok(complaint.with(operation, verdict)),
        }
    }

    /// The code for following it.
    pub fn access_code(&self) -> AccessCode {
        AccessCode::of(&self.register.seed)
    }

    /// When it came in.
    pub fn recorded_at(&self) -> Moment {
        self.register.recorded_at.unwrap_or_else(|| self.steps[0].at)
    }

    /// The day by which an answer is due, while the clock runs.
    pub fn due_on(&self) -> Option<jiff::civil::Date> {
        self.register.due_on.filter(|_| self.status.clock_runs()).and_then(date_from_days)
    }

    /// When something last happened.
    pub fn changed_at(&self) -> Moment {
        self.steps.last().map_or(self.recorded_at(), |step| step.at)
    }

    /// Deterministic bytes: equal states give equal bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        minicbor::to_vec(self).expect("a vector takes every byte")
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// A sentence, when the bytes are no complaint.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, String> {
        minicbor::decode::<Self>(bytes).map_err(|error| error.to_string()).and_then(|complaint| {
            if complaint.steps.is_empty() {
                Err("a complaint without any step".to_owned())
            } else {
                Ok(complaint)
            }
        })
    }

    fn begin(operation: &Operation, verdict: Verdict) -> Result<Self, FoldError> {
        let (Body::Register(register), Some(id), Verdict::Accepted) =
            (&operation.body, operation.subject, &verdict)
        else {
            return Err(FoldError::NotRegistered);
        };
        Ok(Self {
            id,
            status: Status::Received,
            institution: register.institution.clone(),
            office: register.reference.office,
            version: 1,
            steps: vec![step(operation, verdict, Vec::new())],
            register: Register::clone(register),
            corrected: Vec::new(),
            documents: Vec::new(),
        })
    }

    fn with(mut self, operation: &Operation, verdict: Verdict) -> Self {
        if verdict == Verdict::Accepted {
            self.take(operation);
        }
        self.version += 1;
        self.steps.push(step(operation, verdict, operation.to_bytes()));
        self
    }

    fn take(&mut self, operation: &Operation) {
        match &operation.body {
            Body::Route(route) => {
                self.institution.clone_from(&route.to);
                self.status = Status::PassedOn;
            }
            Body::ChangeStatus(change) => self.status = change.to,
            Body::Answer(answer) if answer.definitive => self.status = Status::Answered,
            Body::Answer(_) if self.status != Status::WaitingDocuments => self.status = Status::InProgress,
            Body::Withdraw(_) => self.status = Status::Withdrawn,
            Body::CorrectField(correct) => {
                let known = Known::Value(correct.from.as_deref());
                self.write_field(correct.field, &known, correct.to.as_deref(), operation);
            }
            Body::ChooseValue(choice) => {
                let known = Known::Marks(&choice.among);
                self.write_field(choice.field, &known, choice.value.as_deref(), operation);
            }
            Body::AttachDocument(attached) => self.attach(attached, operation),
            Body::Answer(_)
            | Body::Note(_)
            | Body::Register(_)
            | Body::RequestDocument(_)
            | Body::ClerkAdded(_)
            | Body::ClerkDisabled(_)
            | Body::Unknown { .. } => {}
        }
    }

    /// The same content is not listed twice.
    fn attach(&mut self, attached: &AttachDocument, by: &Operation) {
        if self.documents.iter().all(|known| known.attached.document != attached.document) {
            self.documents.push(DocumentRecord {
                author: by.author.clone(),
                at: by.at,
                attached: attached.clone(),
            });
        }
    }
}

/// One digest over the states of an office's complaints, whatever order they are handed in, and over its people.
/// Two ends whose digests are equal hold the same state byte for byte.
pub fn fold_digest<'a>(
    complaints: impl IntoIterator<Item = (ComplaintId, &'a [u8])>,
    people: &[u8],
) -> [u8; 32] {
    let mut states: Vec<_> = complaints.into_iter().collect();
    states.sort_unstable_by_key(|(id, _)| *id);
    let mut hasher = blake3::Hasher::new_derive_key("guichet 2026 fold digest");
    for (id, state) in states {
        hasher.update(id.as_bytes());
        hasher.update(blake3::hash(state).as_bytes());
    }
    hasher.update(blake3::hash(people).as_bytes());
    *hasher.finalize().as_bytes()
}

impl Refusal {
    /// Reads a verdict as a result, which is how callers branch on it.
    pub fn of(verdict: &Verdict) -> Option<&Self> {
        match verdict {
            Verdict::Accepted => None,
            Verdict::Refused(refusal) => Some(refusal),
        }
    }
}

fn step(operation: &Operation, verdict: Verdict, bytes: Vec<u8>) -> StepRecord {
    StepRecord { author: operation.author.clone(), at: operation.at, verdict, operation: bytes }
}

/// A day as days since 1970-01-01, which is how operations keep it.
pub fn days_since_1970(day: jiff::civil::Date) -> i32 {
    (day - jiff::civil::date(1970, 1, 1)).get_days()
}

/// A day that is kept as days since 1970-01-01; none: no calendar has it.
pub fn date_from_days(days: i32) -> Option<jiff::civil::Date> {
    use jiff::ToSpan;
    jiff::civil::date(1970, 1, 1).checked_add(days.days()).ok()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::operation::{
        Answer, ChangeStatus, Citizen, ContactWay, CorrectField, DocumentId, Field, Kind, Note, Route,
        Withdraw,
    };
    use crate::{ComplaintSeed, Reference};

    pub(crate) fn author() -> Author {
        Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None }
    }

    pub(crate) fn registration(n: u8) -> Operation {
        let seed = ComplaintSeed::from_random([n; 16]);
        Operation {
            subject: Some(seed.complaint_id()),
            author: author(),
            at: "2026-11-24T10:52:00+04:00".parse().unwrap(),
            body: Body::Register(Box::new(Register {
                reference: Reference {
                    office: OfficeCode::new(12).unwrap(),
                    device: 2,
                    counter: u32::from(n),
                },
                seed,
                kind: Kind::Complaint,
                category: "water-none".to_owned(),
                institution: "CWA".to_owned(),
                subject: "No water".to_owned(),
                text: "Pena dilo depi trwa zour.".to_owned(),
                place: None,
                language: "mfe".to_owned(),
                citizen: Citizen { surname: Some("Zephir".to_owned()), ..Citizen::default() },
                contact_by: vec![ContactWay::Phone],
                notice: "1".to_owned(),
                notice_language: Some("mfe".to_owned()),
                due_on: Some(20_800),
                recorded_at: None,
            })),
        }
    }

    pub(crate) fn on(n: u8, body: Body) -> Operation {
        let subject = registration(n).subject;
        Operation { subject, author: author(), at: "2026-11-25T09:00:00+04:00".parse().unwrap(), body }
    }

    pub(crate) fn route(n: u8, to: &str) -> Operation {
        on(n, Body::Route(Route { to: to.to_owned(), text: None }))
    }

    pub(crate) fn fold(operations: &[Operation]) -> Complaint {
        operations
            .iter()
            .fold(None, |complaint: Option<Complaint>, operation| {
                let verdict = Complaint::judge(complaint.as_ref(), operation);
                Some(Complaint::apply(complaint, operation, verdict).unwrap())
            })
            .unwrap()
    }

    fn change(from: Status, to: Status) -> Operation {
        on(1, Body::ChangeStatus(ChangeStatus { from, to, text: None }))
    }

    fn answer(definitive: bool) -> Operation {
        on(1, Body::Answer(Answer { text: "On Friday.".to_owned(), definitive }))
    }

    #[test]
    fn a_complaint_goes_through_its_life() {
        let complaint = fold(&[
            registration(1),
            change(Status::Received, Status::Checked),
            route(1, "WMA"),
            answer(false),
            answer(true),
            change(Status::Answered, Status::Closed),
        ]);
        assert_eq!((complaint.status, complaint.version), (Status::Closed, 6));
        assert_eq!(complaint.institution, "WMA");
        assert!(complaint.steps.iter().all(|step| step.verdict == Verdict::Accepted));
        assert_eq!(complaint.due_on(), None);
    }

    #[test]
    fn a_change_that_was_overtaken_is_kept_with_its_reason_and_changes_nothing() {
        let complaint = fold(&[registration(1), answer(true), change(Status::Received, Status::Checked)]);
        assert_eq!(complaint.status, Status::Answered);
        assert_eq!(Refusal::of(&complaint.steps[2].verdict), Some(&Refusal::Overtaken));
        assert_eq!(complaint.steps[2].operation(), Some(change(Status::Received, Status::Checked)));
    }

    #[test]
    fn what_two_copies_of_a_computer_deliver_counts_once() {
        let note = |text: &str| on(1, Body::Note(Note { text: text.to_owned(), for_citizen: false }));
        let complaint = fold(&[registration(1), note("He called."), note("He called."), note("She called.")]);
        let refusals: Vec<_> = complaint.steps.iter().map(|step| Refusal::of(&step.verdict)).collect();
        assert_eq!(refusals, [None, None, Some(&Refusal::Repeated), None]);
    }

    #[test]
    fn a_finished_complaint_takes_notes_and_nothing_else() {
        let withdraw = on(1, Body::Withdraw(Withdraw { text: None }));
        let again = on(1, Body::Withdraw(Withdraw { text: Some("once more".to_owned()) }));
        let note = on(1, Body::Note(Note { text: "He called.".to_owned(), for_citizen: false }));
        let complaint = fold(&[registration(1), withdraw, answer(true), again, note]);
        let refusals: Vec<_> = complaint.steps.iter().map(|step| Refusal::of(&step.verdict)).collect();
        assert_eq!(refusals, [None, None, Some(&Refusal::Finished), Some(&Refusal::Finished), None]);
        assert_eq!(complaint.status, Status::Withdrawn);
    }

    #[test]
    fn what_a_complaint_says_is_corrected_until_it_is_finished_and_its_citizen_for_ever() {
        let correct = |field: Field, to: Option<&str>| {
            on(1, Body::CorrectField(CorrectField { field, from: None, to: to.map(str::to_owned) }))
        };
        let refusal =
            |operations: &[Operation]| Refusal::of(&fold(operations).steps.last().unwrap().verdict).cloned();
        let (received, finished) = (registration(1), on(1, Body::Withdraw(Withdraw { text: None })));
        let category = correct(Field::Category, Some("water-bill"));
        assert_eq!(refusal(&[received, category.clone()]), None);
        let passed_on = [registration(1), route(1, "WMA"), category];
        assert_eq!(refusal(&passed_on), Some(Refusal::FieldFixed));
        for field in Field::all() {
            let expected = (!field.is_citizen()).then_some(Refusal::Finished);
            assert_eq!(refusal(&[registration(1), finished.clone(), correct(field, Some("x"))]), expected);
            let expected = field.is_required().then_some(Refusal::FieldEmpty);
            assert_eq!(refusal(&[registration(1), correct(field, None)]), expected, "{field}");
        }
    }

    #[test]
    fn a_document_is_listed_once_with_who_added_it_even_when_the_complaint_is_finished() {
        let attached = AttachDocument {
            document: DocumentId::of(b"scan"),
            size: 4,
            media_type: "image/jpeg".to_owned(),
            name: "Bill".to_owned(),
            pages: None,
            width: Some(1240),
            height: Some(1754),
        };
        let attach = on(1, Body::AttachDocument(attached.clone()));
        let withdraw = on(1, Body::Withdraw(Withdraw { text: None }));
        let complaint = fold(&[registration(1), withdraw, attach.clone(), attach]);
        let listed: Vec<_> = complaint.documents.iter().map(|document| &document.attached).collect();
        assert_eq!((listed, complaint.version), (vec![&attached], 4));
        let state = complaint.to_bytes();
        assert_eq!(Complaint::from_bytes(&state), Ok(complaint));
    }

    #[test]
    fn every_status_can_be_left_and_only_by_the_listed_ways() {
        for from in Status::ALL {
            assert!(!from.next().is_empty(), "{from} is a dead end");
            assert!(!from.next().contains(from));
        }
        let complaint = fold(&[registration(1), change(Status::Received, Status::Closed)]);
        assert_eq!(Refusal::of(&complaint.steps[1].verdict), Some(&Refusal::NotPossible));
    }

    #[test]
    fn an_operation_without_its_complaint_is_not_folded() {
        assert_eq!(
            Complaint::apply(None, &route(1, "CWA"), Verdict::Accepted),
            Err(FoldError::NotRegistered)
        );
        let complaint = fold(&[registration(1)]);
        let other = Complaint::apply(Some(complaint), &route(2, "CWA"), Verdict::Accepted);
        assert_eq!(other, Err(FoldError::OtherComplaint));
    }

    #[test]
    fn a_state_reads_back_and_equal_states_have_equal_bytes() {
        let complaint = fold(&[registration(1), route(1, "WMA"), answer(true)]);
        let bytes = complaint.to_bytes();
        assert_eq!(Complaint::from_bytes(&bytes), Ok(complaint));
        assert_eq!(fold(&[registration(1), route(1, "WMA"), answer(true)]).to_bytes(), bytes);
    }

    #[test]
    fn the_digest_does_not_depend_on_the_order_and_does_depend_on_every_state() {
        let [a, b] = [1, 2].map(|n| fold(&[registration(n)]));
        let (a_bytes, b_bytes) = (a.to_bytes(), b.to_bytes());
        let both = fold_digest([(a.id, a_bytes.as_slice()), (b.id, &b_bytes)], &[]);
        assert_eq!(fold_digest([(b.id, b_bytes.as_slice()), (a.id, &a_bytes)], &[]), both);
        assert_ne!(fold_digest([(a.id, a_bytes.as_slice()), (b.id, &a_bytes)], &[]), both);
        assert_ne!(fold_digest([(a.id, a_bytes.as_slice()), (b.id, &b_bytes)], &[1]), both);
    }
}
