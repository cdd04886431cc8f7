//! Which operations a complaint takes in which state. The centre judges with these rules and its verdict travels
//! with the entry; a desk judges only what has not been sent yet, before it lets a clerk do it.

use minicbor::{Decode, Encode};

use crate::complaint::Complaint;
use crate::operation::{Body, Field, Operation, Status};

/// What the centre said.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Verdict {
    /// It counts.
    #[n(0)]
    Accepted,
    /// It does not; its text is kept.
    #[n(1)]
    Refused(#[n(0)] Refusal),
}

/// Why an operation does not count. A newer centre may know reasons that this version does not: they arrive as
/// [`Refusal::Other`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The complaint is not registered.
    NotRegistered,
    /// It is registered already.
    AlreadyRegistered,
    /// The status is no longer the one that the author saw.
    Overtaken,
    /// From this status there is no way to that one.
    NotPossible,
    /// The complaint is finished (closed or withdrawn).
    Finished,
    /// Another office holds the complaint.
    OtherOffice,
    /// The bytes are not an operation.
    Unreadable,
    /// Its author had been disabled before it came in.
    Disabled,
    /// This field can no longer be corrected as the complaint stands.
    FieldFixed,
    /// This field cannot be empty.
    FieldEmpty,
    /// The very same operation stands there already: two copies of a computer have delivered it.
    Repeated,
    /// Its author has taken it back.
    Retracted,
    /// A reason that this version has no name for.
    Other(u16),
}

impl Refusal {
    const NAMED: [(Self, u16, &'static str); 12] = [
        (Self::NotRegistered, 1, "not_registered"),
        (Self::AlreadyRegistered, 2, "already_registered"),
        (Self::Overtaken, 3, "overtaken"),
        (Self::NotPossible, 4, "not_possible"),
        (Self::Finished, 5, "finished"),
        (Self::OtherOffice, 6, "other_office"),
        (Self::Unreadable, 7, "unreadable"),
        (Self::Disabled, 8, "disabled"),
        (Self::FieldFixed, 9, "field_fixed"),
        (Self::FieldEmpty, 10, "field_empty"),
        (Self::Repeated, 11, "repeated"),
        (Self::Retracted, 12, "retracted"),
    ];

    /// Every reason that this version has a name for, in the order of its number.
    pub fn named() -> impl Iterator<Item = Self> {
        Self::NAMED.into_iter().map(|(refusal, ..)| refusal)
    }

    /// The word for it in JSON and in the keys of texts.
    pub fn word(&self) -> &'static str {
        Self::NAMED.iter().find(|(refusal, ..)| refusal == self).map_or("other", |(_, _, word)| word)
    }

    fn number(&self) -> u16 {
        match self {
            Self::Other(number) => *number,
            named => {
                Self::NAMED.iter().find(|(refusal, ..)| refusal == named).map_or(0, |(_, number, _)| *number)
            }
        }
    }
}

impl<C> Encode<C> for Refusal {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.u16(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Refusal {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let number = d.u16()?;
        let named = Self::NAMED.iter().find(|(_, known, _)| *known == number);
        Ok(named.map_or(Self::Other(number), |(refusal, ..)| refusal.clone()))
    }
}

/// Judges an operation against the complaint as it stands (`None`: not registered yet).
///
/// # Errors
/// The reason why it does not count.
pub(crate) fn judge(complaint: Option<&Complaint>, operation: &Operation) -> Result<(), Refusal> {
    let Some(complaint) = complaint else {
        return match operation.body {
            Body::Register(_) => Ok(()),
            _ => Err(Refusal::NotRegistered),
        };
    };
    if complaint.has(operation) {
        return Err(Refusal::Repeated);
    }
    match &operation.body {
        Body::Register(_) => Err(Refusal::AlreadyRegistered),
        Body::Note(_) | Body::AttachDocument(_) | Body::Tell(_) | Body::Unknown { .. } => Ok(()),
        Body::Route(_) | Body::Answer(_) if complaint.status.is_finished() => Err(Refusal::Finished),
        Body::Route(_) | Body::Answer(_) => Ok(()),
        Body::RequestDocument(_) | Body::Escalate(_) | Body::Assign(_) | Body::Triage(_) | Body::Merge(_)
            if complaint.status.is_finished() =>
        {
            Err(Refusal::Finished)
        }
        Body::RequestDocument(_) | Body::Escalate(_) | Body::Assign(_) | Body::Triage(_) => Ok(()),
        Body::Merge(merge) => check(merge.into != complaint.id && complaint.merged_into.is_none()),
        Body::Rate(rate) => check(complaint.status.is_dealt_with() && (1..=5).contains(&rate.stars)),
        Body::HandOver(_) if complaint.status.is_finished() => Err(Refusal::Finished),
        Body::HandOver(over) => check(over.to != complaint.office),
        Body::Link(link) => check(link.other != complaint.id),
        Body::Retract(retract) => complaint.judge_retraction(retract.step, &operation.author),
        Body::CorrectField(correct) => judge_field(complaint, correct.field, correct.to.as_deref()),
        // What is in conflict can always be settled, however the complaint stands.
        Body::ChooseValue(choice) if complaint.conflict(choice.field).is_some() => {
            judge_value(choice.field, choice.value.as_deref())
        }
        Body::ChooseValue(choice) => judge_field(complaint, choice.field, choice.value.as_deref()),
        Body::Withdraw(_) if complaint.status.is_finished() => Err(Refusal::Finished),
        Body::Withdraw(_) => Ok(()),
        Body::ChangeStatus(change) if change.from != complaint.status => Err(Refusal::Overtaken),
        Body::ChangeStatus(change) if !change.from.leads_to(change.to) => Err(Refusal::NotPossible),
        Body::ChangeStatus(_) => Ok(()),
        Body::ClerkAdded(_) | Body::ClerkDisabled(_) | Body::ClerkChanged(_) => Err(Refusal::NotPossible),
    }
}

fn check(possible: bool) -> Result<(), Refusal> {
    if possible { Ok(()) } else { Err(Refusal::NotPossible) }
}

/// The citizen can be corrected for ever, what the complaint says until it is finished, and its category until it is
/// passed on: from then on passing it on again is the way.
fn judge_field(complaint: &Complaint, field: Field, value: Option<&str>) -> Result<(), Refusal> {
    match field {
        Field::Other(_) => Ok(()),
        citizen if citizen.is_citizen() => Ok(()),
        _ if complaint.status.is_finished() => Err(Refusal::Finished),
        Field::Category if !matches!(complaint.status, Status::Received | Status::Checked) => {
            Err(Refusal::FieldFixed)
        }
        _ => judge_value(field, value),
    }
}

fn judge_value(field: Field, value: Option<&str>) -> Result<(), Refusal> {
    let empty = value.is_none_or(|value| value.trim().is_empty());
    if field.is_required() && empty { Err(Refusal::FieldEmpty) } else { Ok(()) }
}

impl Status {
    /// Whether nothing more happens, unless it is reopened.
    pub fn is_finished(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// Whether the citizen has heard the last word on it, so that they can say what they think of it.
    pub fn is_dealt_with(self) -> bool {
        matches!(self, Self::Answered | Self::Resolved | Self::Closed)
    }

    /// Whether the clock runs in this status.
    pub fn clock_runs(self) -> bool {
        !matches!(
            self,
            Self::WaitingDocuments | Self::Answered | Self::Resolved | Self::Closed | Self::Withdrawn
        )
    }

    /// The statuses that a change of status may lead to from here. Passing on, withdrawing and answering are
    /// operations of their own and stand not in this list.
    pub fn next(self) -> &'static [Status] {
        match self {
            Self::Received => &[Self::Checked, Self::InProgress, Self::WaitingDocuments, Self::Resolved],
            Self::Checked | Self::PassedOn | Self::Reopened => {
                &[Self::InProgress, Self::WaitingDocuments, Self::Resolved]
            }
            Self::WaitingDocuments => &[Self::InProgress, Self::Resolved, Self::Closed],
            Self::InProgress => &[Self::WaitingDocuments, Self::Resolved],
            Self::Answered => &[Self::Resolved, Self::Closed, Self::Reopened],
            Self::Resolved => &[Self::Closed, Self::Reopened],
            Self::Closed | Self::Withdrawn => &[Self::Reopened],
        }
    }

    fn leads_to(self, to: Status) -> bool {
        self.next().contains(&to)
    }
}
