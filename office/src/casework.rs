//! The deeds on a complaint from the counter to its end: asking for documents, settling, passing on, handing over,
//! telling, closing, and taking back. A deed is one transaction, of however many
//! operations it consists, and all of them carry the same moment: that is how they are found again when it is taken
//! back.

use complaints::profile;
use complaints::{
    Answer, Author, Body, ChangeStatus, Complaint, ComplaintId, ContactWay, Escalate, HandOver, Link,
    Operation, Rate, Reach, Reference, Refusal, RequestDocument, Retract, Route, Status, StepMark, Tell,
    days_since_1970,
};
use office_store::Writing;

use crate::error::OfficeError;
use crate::offers;
use crate::open::Office;
use crate::register::LONGEST_TEXT;
use crate::view::{self, Deed};

/// Why a deed cannot be done as it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseworkError {
    /// No document was named.
    #[error("say which document is needed")]
    DocumentMissing,
    /// A day that no calendar has, or that is over.
    #[error("the day by which it is to be brought is none, or is over; write it as 2026-12-08")]
    DayWrong,
    /// Words are needed.
    #[error("say it in a few words")]
    WordsMissing,
    /// No institution of the profile was chosen.
    #[error("choose the institution from the list")]
    InstitutionMissing,
    /// No other office of the profile was chosen.
    #[error("choose another office from the list")]
    OfficeMissing,
    /// No complaint of that reference is on this computer, or it is this very one.
    #[error("there is no other complaint of that reference on this computer")]
    OtherMissing,
    /// How the two belong together was not said.
    #[error("say how the two belong together: same, related or continues")]
    RelationMissing,
    /// There are one to five stars.
    #[error("choose between one and five")]
    StarsMissing,
    /// Everything has been told already.
    #[error("there is nothing to tell any more")]
    NothingToTell,
    /// There is no such way.
    #[error("the ways are phone, sms, letter, email and visit")]
    WayMissing,
    /// It has left this computer a while ago, or somebody else has done something since.
    #[error("this can no longer be taken back; it has left this computer, or somebody has gone on with it")]
    CannotUndo,
    /// The office may not settle complaints of this kind by itself.
    #[error("the office does not settle complaints of this kind by itself; pass it on")]
    NotSettledHere,
}

impl CaseworkError {
    /// Stable; the page has a text for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::DocumentMissing => "document_missing",
            Self::DayWrong => "until_wrong",
            Self::WordsMissing => "words_missing",
            Self::InstitutionMissing => "institution_missing",
            Self::OfficeMissing => "office_missing",
            Self::OtherMissing => "other_missing",
            Self::RelationMissing => "relation_missing",
            Self::StarsMissing => "stars_missing",
            Self::NothingToTell => "nothing_to_tell",
            Self::WayMissing => "way_missing",
            Self::CannotUndo => "cannot_undo",
            Self::NotSettledHere => "not_settled_here",
        }
    }
}

type Result<T> = std::result::Result<T, OfficeError>;

/// What a deed writes, and whether the citizen heard of it on the spot.
struct Written {
    bodies: Vec<Body>,
    told: bool,
}

impl Written {
    fn one(body: Body) -> Self {
        Self { bodies: vec![body], told: false }
    }
}

impl Office {
    /// Does a deed on a complaint as it stands now. All of it is kept, or nothing.
    ///
    /// # Errors
    /// Those of [`CaseworkError`]; `text_too_long`, `not_found`, `refused`, or the store's.
    pub fn do_deed(&self, id: ComplaintId, deed: &Deed, author: &Author) -> Result<()> {
        self.store.write(|writing| {
            let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
            let Written { bodies, told } = self.written(&complaint, deed)?;
            let at = self.moment();
            let operation = |body| Operation { subject: Some(id), author: author.clone(), at, body };
            let mut steps = Vec::new();
            for body in bodies {
                if let Some(deed) = profile::Deed::of(&body) {
                    self.must_be_allowed(deed, author)?;
                }
                let operation = operation(body);
                keep(writing, id, &operation)?;
                steps.push(StepMark::of(&operation));
            }
            if told {
                let tell = self.told_on_the_spot(writing, id, &steps)?;
                keep(writing, id, &operation(Body::Tell(tell)))?;
            }
            Ok(())
        })
    }

    /// Takes back the deed that this author did last, if it has not left this computer or was done just now.
    ///
    /// # Errors
    /// `cannot_undo`, `not_found`, `refused`, or the store's.
    pub fn undo(&self, id: ComplaintId, at: &str, author: &Author) -> Result<()> {
        self.store.write(|writing| {
            let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
            let waiting = writing.waiting_of(id)?;
            let last = offers::last_deed(&complaint, &waiting, author, self.moment());
            let Some(last) = last.filter(|last| last.at.to_string() == at) else {
                return Err(CaseworkError::CannotUndo.into());
            };
            // The latest step first: what was built on it is gone before it goes itself.
            for (number, step) in (0..).zip(last.steps.iter().rev()) {
                let mut at = self.moment();
                // Two of them in one millisecond would be the same operation twice.
                at.unix_ms += number;
                let body = Body::Retract(Retract { step: *step });
                keep(writing, id, &Operation { subject: Some(id), author: author.clone(), at, body })?;
            }
            Ok(())
        })
    }

    fn written(&self, complaint: &Complaint, deed: &Deed) -> Result<Written> {
        let change = |to, text: &str| -> Result<Body> {
            Ok(Body::ChangeStatus(ChangeStatus { from: complaint.status, to, text: optional(text)? }))
        };
        Ok(match deed {
            Deed::AskForDocument { what, until, told } => {
                let what = words(what, CaseworkError::DocumentMissing)?;
                let mut bodies =
                    vec![Body::RequestDocument(RequestDocument { what, until: self.day(until)? })];
                if complaint.status != Status::WaitingDocuments {
                    bodies.push(change(Status::WaitingDocuments, "")?);
                }
                Written { bodies, told: *told }
            }
            Deed::DocumentBrought { text } => Written::one(change(Status::InProgress, text)?),
            Deed::Resolve { text, told } => {
                if !offers::is_settled_here(complaint, &self.profile()) {
                    return Err(CaseworkError::NotSettledHere.into());
                }
                let text = words(text, CaseworkError::WordsMissing)?;
                Written { bodies: vec![change(Status::Resolved, &text)?], told: *told }
            }
            Deed::Thank { text, told } => {
                let text = words(text, CaseworkError::WordsMissing)?;
                Written { bodies: vec![Body::Answer(Answer { text, definitive: true })], told: *told }
            }
            Deed::PassOn { to, text } => {
                if !self.profile().institutions.contains_key(to) {
                    return Err(CaseworkError::InstitutionMissing.into());
                }
                Written::one(Body::Route(Route { to: to.clone(), text: optional(text)? }))
            }
            Deed::HandOver { to, text } => {
                let to = to.parse().map_err(|_| CaseworkError::OfficeMissing)?;
                if to == complaint.office || !self.profile().offices.contains_key(&to) {
                    return Err(CaseworkError::OfficeMissing.into());
                }
                Written::one(Body::HandOver(HandOver { to, text: optional(text)? }))
            }
            Deed::Escalate { to, text } => {
                if !to.is_empty() && !self.profile().institutions.contains_key(to) {
                    return Err(CaseworkError::InstitutionMissing.into());
                }
                let to = Some(to.clone()).filter(|to| !to.is_empty());
                Written::one(Body::Escalate(Escalate { to, text: words(text, CaseworkError::WordsMissing)? }))
            }
            Deed::Reopen { text } => {
                let text = words(text, CaseworkError::WordsMissing)?;
                Written::one(change(Status::Reopened, &text)?)
            }
            Deed::Close { text, stars, opinion, told } => {
                let mut bodies = vec![change(Status::Closed, text)?];
                if *stars > 0 {
                    bodies.push(rating(*stars, opinion)?);
                }
                Written { bodies, told: *told }
            }
            Deed::Rate { stars, text } => Written::one(rating(*stars, text)?),
            Deed::Link { reference, relation } => Written::one(self.link(complaint, reference, relation)?),
            Deed::Tell { steps, way, reached, text } => {
                Written::one(tell(complaint, (steps, *way, *reached), text)?)
            }
        })
    }

    /// What is told on the spot are the steps of this deed that are to be told at all.
    fn told_on_the_spot(
        &self,
        writing: &mut Writing<'_>,
        id: ComplaintId,
        steps: &[StepMark],
    ) -> Result<Tell> {
        let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
        let waiting = complaint.to_tell().map(|tell| tell.steps).unwrap_or_default();
        let mut steps: Vec<StepMark> = waiting.into_iter().filter(|step| steps.contains(step)).collect();
        if steps.is_empty() {
            return Err(CaseworkError::NothingToTell.into());
        }
        steps.sort_unstable();
        Ok(Tell { steps, way: ContactWay::Visit, reach: Reach::Reached, text: None })
    }

    fn day(&self, text: &str) -> Result<Option<i32>> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let day: jiff::civil::Date = text.trim().parse().map_err(|_| CaseworkError::DayWrong)?;
        if day < self.now().date() {
            return Err(CaseworkError::DayWrong.into());
        }
        Ok(Some(days_since_1970(day)))
    }

    fn link(&self, complaint: &Complaint, reference: &str, relation: &str) -> Result<Body> {
        let reference: Reference = reference.trim().parse().map_err(|_| CaseworkError::OtherMissing)?;
        let found = self.store.complaints_by_reference(&reference.to_string())?;
        let other = found.iter().map(|record| record.complaint.id).find(|id| *id != complaint.id);
        let other = other.ok_or(CaseworkError::OtherMissing)?;
        let relation = relation.parse().map_err(|_| CaseworkError::RelationMissing)?;
        Ok(Body::Link(Link { other, reference, relation }))
    }
}

/// Judges an operation on the complaint as it stands within this transaction, and keeps it.
fn keep(writing: &mut Writing<'_>, id: ComplaintId, operation: &Operation) -> Result<()> {
    let complaint = writing.complaint(id)?.ok_or(OfficeError::NotFound)?;
    if let Some(refusal) = Refusal::of(&Complaint::judge(Some(&complaint), operation)) {
        return Err(OfficeError::Refused(refusal.word()));
    }
    writing.append(operation)?;
    Ok(())
}

fn tell(
    complaint: &Complaint,
    (steps, way, reached): (&[String], view::ContactWay, bool),
    text: &str,
) -> Result<Body> {
    let waiting = complaint.to_tell().map(|tell| tell.steps).unwrap_or_default();
    let mut steps: Vec<StepMark> = steps.iter().filter_map(|step| step.parse().ok()).collect();
    // What a colleague has told meanwhile need not be told twice; where both did, both stand in the story.
    steps.retain(|step| waiting.contains(step));
    steps.sort_unstable();
    steps.dedup();
    if steps.is_empty() {
        return Err(CaseworkError::NothingToTell.into());
    }
    let reach = if reached { Reach::Reached } else { Reach::NotReached };
    Ok(Body::Tell(Tell { steps, way: contact_way(way), reach, text: optional(text)? }))
}

fn contact_way(way: view::ContactWay) -> ContactWay {
    match way {
        view::ContactWay::Phone => ContactWay::Phone,
        view::ContactWay::Sms => ContactWay::Sms,
        view::ContactWay::Letter => ContactWay::Letter,
        view::ContactWay::Email => ContactWay::Email,
        view::ContactWay::Visit => ContactWay::Visit,
    }
}

fn rating(stars: u8, text: &str) -> Result<Body> {
    if !(1..=5).contains(&stars) {
        return Err(CaseworkError::StarsMissing.into());
    }
    Ok(Body::Rate(Rate { stars, text: optional(text)? }))
}

/// Words that there must be.
fn words(text: &str, missing: CaseworkError) -> Result<String> {
    optional(text)?.ok_or_else(|| missing.into())
}

/// Words that there may be.
fn optional(text: &str) -> Result<Option<String>> {
    let text = text.trim();
    if text.chars().count() > LONGEST_TEXT {
        return Err(OfficeError::TextTooLong);
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
