//! Who may do what at the centre, in one table, and who sees how much of which complaint. Pages and commands ask here;
//! nothing else decides it. `docs/decisions/0024-one-table-of-rights.md` says why.

use ::complaints::profile::Profile;
use ::complaints::{Body, Capacity, Complaint, Discretion, Status};

use crate::people::{Agent, Role};

/// What somebody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Answer the citizen, in the interim or finally.
    Answer,
    /// Ask the citizen for a document.
    RequestDocument,
    /// Say where the matter stands.
    ChangeStatus,
    /// Settle at an office what its category lets an office settle, and go on with what waited for a document.
    SettleHere,
    /// Write a note.
    Note,
    /// Pass it on to any institution.
    Route,
    /// Say that it is not the own institution's, and to whom it goes.
    GiveBack,
    /// Say who deals with it.
    Assign,
    /// Take what nobody deals with.
    Take,
    /// Say that it is urgent or restricted.
    Triage,
    /// Put it together with another one, link it, or say that the two are not the same.
    Merge,
    /// Make two of one.
    Split,
    /// Hand it over to another office.
    HandOver,
    /// Bring it before somebody above.
    Escalate,
    /// Tell the citizen.
    Tell,
    /// Correct its category.
    Correct,
    /// Withdraw it at the citizen's wish.
    Withdraw,
    /// Filter what came in.
    Filter,
    /// Register in the name of an office.
    Register,
    /// Hand in what comes on sticks.
    Sticks,
    /// Take lists along as tables.
    Export,
    /// See how many there are of what.
    Overview,
    /// See who looked at restricted complaints.
    SeeLooks,
    /// See who may sign in.
    SeeAgents,
    /// Say who may sign in, and as what.
    KeepAgents,
    /// Write texts for answers that others start from.
    KeepTemplates,
    /// See what did not arrive, try it again or give it up.
    KeepNotices,
    /// Change institutions, categories, deadlines, offices and holidays, and put that in force.
    KeepProfile,
}

use Role::{Admin, Agent as Of, Auditor, Cab, Csu, Head, TaskForce};

/// Every right and who has it.
const RIGHTS: [(Right, &[Role]); 28] = [
    (Right::Answer, &[Of, Head, Csu, Admin]),
    (Right::RequestDocument, &[Of, Head, Csu, Admin, Cab]),
    (Right::ChangeStatus, &[Of, Head, Csu, Admin]),
    (Right::SettleHere, &[Cab]),
    (Right::Note, &[Of, Head, Csu, Admin, Cab]),
    (Right::Route, &[Csu, Admin]),
    (Right::GiveBack, &[Of, Head]),
    (Right::Assign, &[Head, Csu, Admin]),
    (Right::Take, &[Of, Head, Csu, Admin]),
    (Right::Triage, &[Csu, Admin]),
    (Right::Merge, &[Csu, Admin]),
    (Right::Split, &[Csu, Admin]),
    (Right::HandOver, &[Csu, Admin, Cab]),
    (Right::Escalate, &[Head, Csu, Admin, Cab]),
    (Right::Tell, &[Csu, Admin, Cab]),
    (Right::Correct, &[Csu, Admin]),
    (Right::Withdraw, &[Csu, Admin, Cab]),
    (Right::Filter, &[Csu, Admin]),
    (Right::Register, &[Cab]),
    (Right::Sticks, &[Csu, Admin]),
    (Right::Export, &[Head, Csu, Admin, Auditor]),
    (Right::Overview, &[Head, Csu, Admin, TaskForce, Auditor]),
    (Right::SeeLooks, &[Auditor]),
    (Right::SeeAgents, &[Admin, Auditor]),
    (Right::KeepAgents, &[Admin]),
    (Right::KeepTemplates, &[Head, Admin]),
    (Right::KeepNotices, &[Admin]),
    (Right::KeepProfile, &[Admin]),
];

impl Right {
    /// Every right.
    pub fn all() -> impl Iterator<Item = Self> {
        RIGHTS.iter().map(|(right, _)| *right)
    }

    /// The right that a deed of that agent needs, as the complaint stands; none: it is no deed of an agent.
    pub fn for_deed(agent: &Agent, complaint: &Complaint, body: &Body, profile: &Profile) -> Option<Self> {
        Some(match body {
            Body::Answer(_) => Self::Answer,
            Body::RequestDocument(_) => Self::RequestDocument,
            Body::ChangeStatus(change) if agent.role == Cab => {
                let settles =
                    profile.category(&complaint.register.category).is_some_and(|it| it.office_resolves);
                let brought = change.from == Status::WaitingDocuments && change.to == Status::InProgress;
                let waits = change.to == Status::WaitingDocuments;
                if brought || waits || (settles && change.to == Status::Resolved) {
                    Self::SettleHere
                } else {
                    Self::ChangeStatus
                }
            }
            Body::ChangeStatus(_) => Self::ChangeStatus,
            Body::Note(_) => Self::Note,
            Body::Route(_) if agent.role.is_of_an_institution() => Self::GiveBack,
            Body::Route(_) => Self::Route,
            Body::Assign(assign) => {
                let takes = assign.to.as_ref().is_some_and(|to| to.agent == agent.id.0);
                if takes && complaint.assignee.is_none() { Self::Take } else { Self::Assign }
            }
            Body::Triage(_) => Self::Triage,
            Body::Merge(_) | Body::Link(_) => Self::Merge,
            Body::HandOver(_) => Self::HandOver,
            Body::Escalate(_) => Self::Escalate,
            Body::Tell(_) => Self::Tell,
            Body::CorrectField(_) => Self::Correct,
            Body::Withdraw(_) => Self::Withdraw,
            // Only one's own deeds can be taken back, so whoever may note may do so.
            Body::Retract(_) => Self::Note,
            Body::Register(_)
            | Body::ChooseValue(_)
            | Body::AttachDocument(_)
            | Body::Rate(_)
            | Body::ClerkAdded(_)
            | Body::ClerkDisabled(_)
            | Body::ClerkChanged(_)
            | Body::Unknown { .. } => return None,
        })
    }
}

impl Role {
    /// Whether whoever has this role has that right, on what they see.
    pub fn may(self, right: Right) -> bool {
        RIGHTS.iter().any(|(known, roles)| *known == right && roles.contains(&self))
    }

    /// Whether the role belongs to an institution.
    pub fn is_of_an_institution(self) -> bool {
        matches!(self, Of | Head)
    }

    /// Whether the role belongs to the unit at the centre.
    pub fn is_of_the_unit(self) -> bool {
        matches!(self, Csu | Admin)
    }
}

/// How much of a complaint somebody sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// The matter, and never the person.
    Nameless,
    /// The person too, unless it was taken in confidence.
    Discreet,
    /// Everything.
    Whole,
}

impl Sight {
    /// The complaint as far as it is seen. For showing only: it is no fold of the operations.
    pub fn shown(self, complaint: &Complaint) -> Complaint {
        match self {
            Self::Whole => complaint.clone(),
            Self::Discreet => complaint.for_institutions(),
            Self::Nameless => {
                let mut hidden = complaint.clone();
                hidden.register.discretion = Some(Discretion::Confidential);
                let mut hidden = hidden.for_institutions();
                hidden.register.discretion = complaint.register.discretion;
                hidden
            }
        }
    }
}

/// Whether only few people may see a complaint: as the unit said, and until then as its category suggests.
pub fn is_restricted(complaint: &Complaint, profile: &Profile) -> bool {
    let category = || profile.category(&complaint.register.category).is_some_and(|it| it.restricted);
    complaint.triage.map_or_else(category, |triage| triage.restricted)
}

/// Whether a complaint goes before all others: as the unit said, and until then as its category says.
pub fn is_urgent(complaint: &Complaint, profile: &Profile) -> bool {
    let category =
        || profile.category(&complaint.register.category).is_some_and(|it| it.priority == "urgent");
    !complaint.status.is_finished() && complaint.triage.map_or_else(category, |triage| triage.urgent)
}

impl Agent {
    /// How much this agent sees of that complaint; none: nothing, not even that there is one.
    pub fn sight(&self, complaint: &Complaint, profile: &Profile) -> Option<Sight> {
        let restricted = is_restricted(complaint, profile);
        let holds = self.institution.as_deref() == Some(complaint.institution.as_str());
        let assigned = complaint.assignee.as_ref().is_some_and(|assignee| assignee.agent == self.id.0);
        let sight = |sees: bool, sight| sees.then_some(sight);
        match self.role {
            Csu | Admin | Auditor => Some(Sight::Whole),
            Head => sight(holds, Sight::Discreet),
            Of => sight(holds && (assigned || !restricted), Sight::Discreet),
            // The office took it at its counter and has it on its own computers, restricted or not.
            Cab => sight(self.office == Some(complaint.office), Sight::Whole),
            TaskForce => sight(!restricted, Sight::Nameless),
        }
    }

    /// Whether this agent may do that with a complaint as it stands.
    pub fn may_do(&self, body: &Body, complaint: &Complaint, profile: &Profile) -> bool {
        let right = Right::for_deed(self, complaint, body, profile);
        self.sight(complaint, profile).is_some() && right.is_some_and(|right| self.role.may(right))
    }

    /// Whether this agent did that step; one that somebody else of the same institution did is not the own one.
    pub(crate) fn did(&self, author: &::complaints::Author) -> bool {
        let own = self.author();
        *author == own && author.capacity != Some(Capacity::Citizen)
    }
}

#[cfg(test)]
mod tests;
