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
use crate::operation::{
    Assignee, AttachDocument, Author, Body, Capacity, Merge, Operation, Register, Status, StepMark, Triage,
};
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
    /// How it is to be treated; none: as all others.
    #[n(9)]
    pub triage: Option<Triage>,
    /// Who deals with it in particular.
    #[n(10)]
    pub assignee: Option<Assignee>,
    /// With which other one it is dealt with.
    #[n(11)]
    pub merged_into: Option<Merge>,
}

/// What [`Complaint::text_in`] reads; all else is passed over.
#[derive(Decode)]
#[cbor(map)]
struct Outline {
    #[n(1)]
    register: RegisterOutline,
}

#[derive(Decode)]
#[cbor(map)]
struct RegisterOutline {
    #[n(6)]
    text: String,
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
    /// Where it was done: an institution's code, `office`, or `centre` for the unit there; `citizen` and `automatic`
    /// where that capacity says it.
    pub fn place(&self) -> &str {
        match (&self.author.institution, self.author.clerk) {
            _ if self.author.capacity.is_some() => self.author.capacity.map_or("", Capacity::word),
            (Some(code), _) => code,
            (None, Some(_)) => "office",
            (None, None) if self.operation.is_empty() => "office",
            (None, None) => "centre",
        }
    }

    /// Names this step among those of its complaint; none: it is the registration.
    pub fn mark(&self) -> Option<StepMark> {
        if self.operation.is_empty() { None } else { Some(StepMark::over(&self.operation)) }
    }

    /// Marks it as taken back. It stays in the story.
    pub(crate) fn take_back(&mut self) {
        self.verdict = Verdict::Refused(Refusal::Retracted);
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

    /// Whether it goes before all others.
    pub fn is_urgent(&self) -> bool {
        self.triage.is_some_and(|triage| triage.urgent)
    }

    /// Whether only those who deal with it may see it.
    pub fn is_restricted(&self) -> bool {
        self.triage.is_some_and(|triage| triage.restricted)
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

    /// What the citizen said, out of the bytes of a complaint, of which nothing else is read; none when they are none.
    pub fn text_in(bytes: &[u8]) -> Option<String> {
        minicbor::decode::<Outline>(bytes).ok().map(|outline| outline.register.text)
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
            triage: None,
            assignee: None,
            merged_into: None,
        })
    }

    fn with(mut self, operation: &Operation, verdict: Verdict) -> Self {
        // An office that handed it over keeps it as it was then, whatever it still tried to do. What stands in the story
        // already is no second step of it; the log keeps both.
        if let Verdict::Refused(Refusal::OtherOffice | Refusal::Repeated) = verdict {
            return self;
        }
        if verdict == Verdict::Accepted {
            self.take(operation);
        }
        self.version += 1;
        self.steps.push(step(operation, verdict, operation.to_bytes()));
        self
    }

    pub(crate) fn take(&mut self, operation: &Operation) {
        match &operation.body {
            Body::Route(route) => {
                // Who dealt with it at the institution before does so no longer.
                if self.institution != route.to {
                    self.assignee = None;
                }
                self.institution.clone_from(&route.to);
                self.status = Status::PassedOn;
            }
            Body::Assign(assign) => self.assignee.clone_from(&assign.to),
            Body::Triage(triage) => self.triage = Some(*triage),
            Body::Merge(merge) => self.merged_into = Some(merge.clone()),
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
            Body::HandOver(over) => self.office = over.to,
            Body::Retract(retract) => self.retract(retract.step),
            Body::Answer(_)
            | Body::Note(_)
            | Body::Register(_)
            | Body::RequestDocument(_)
            | Body::Tell(_)
            | Body::Rate(_)
            | Body::Escalate(_)
            | Body::Link(_)
            | Body::ClerkAdded(_)
            | Body::ClerkDisabled(_)
            | Body::ClerkChanged(_)
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
pub(crate) mod tests;
