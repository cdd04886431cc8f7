//! Letters about a complaint: which make sense as it stands, and what each says, from the steps of its story.

use complaints::{Body, Complaint, ComplaintId, Discretion, Status, StepRecord, date_from_days};
use letters::{Addressee, Ending, Letter, LetterContent};
use locales::Language;
use office_store::{ComplaintRecord, WrittenLetter};

use crate::error::OfficeError;
use crate::open::Office;
use crate::papers::{counted, institution, language, matter, paper_word};
use crate::receipt;
use crate::view::{LetterKind, LetterOffer, PaperView};

/// Names one letter of a complaint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterName {
    /// Which letter.
    pub kind: LetterKind,
    /// The mark of the step that it is about; none: the last one of that kind.
    pub step: Option<String>,
}

impl LetterKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Acknowledgement, Self::Documents, Self::Answer, Self::Closing, Self::HandOver];

    /// The word for it in commands, files and the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Documents => "documents",
            Self::Answer => "answer",
            Self::Closing => "closing",
            Self::HandOver => "hand_over",
        }
    }

    /// The kind of that word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A letter that makes sense, and the step that it is about.
struct Offered<'a> {
    kind: LetterKind,
    step: &'a StepRecord,
}

impl Offered<'_> {
    fn mark(&self) -> String {
        self.step.mark().map(|mark| mark.to_string()).unwrap_or_default()
    }
}

impl Office {
    /// The letters that make sense as a complaint stands, the latest of each kind first.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn letters(&self, id: ComplaintId) -> Result<Vec<LetterOffer>, OfficeError> {
        let record = self.record(id)?;
        let written = self.store.written_letters(id)?;
        Ok(offered(&record.complaint)
            .iter()
            .map(|offer| {
                let before = find(&written, offer);
                LetterOffer {
                    kind: offer.kind,
                    step: offer.mark(),
                    at: offer.step.at.to_string(),
                    with: self.letter_with(&record.complaint, offer),
                    written_at: before.map(|letter| letter.written_at.to_string()),
                    written_by: before.map(|letter| letter.author.clone()).unwrap_or_default(),
                }
            })
            .collect())
    }

    /// A letter as pages that the window shows and prints.
    ///
    /// # Errors
    /// `not_found` when it makes no sense as the complaint stands, or the store's.
    pub fn letter(
        &self,
        id: ComplaintId,
        name: &LetterName,
        clerk: &str,
        (language, paper): (Option<&str>, Option<&str>),
    ) -> Result<PaperView, OfficeError> {
        let letter = self.letter_of(&self.record(id)?, name, clerk, language)?;
        let paper = self.letter_paper(paper)?;
        Ok(PaperView {
            pages: letters::letter_svg(&letter, paper)?,
            paper: paper_word(paper).to_owned(),
            duplicate: letter.duplicate,
        })
    }

    /// A letter as PDF, and whether it says that it is a duplicate.
    ///
    /// # Errors
    /// As [`Self::letter`].
    pub fn letter_pdf(
        &self,
        id: ComplaintId,
        name: &LetterName,
        clerk: &str,
        (language, paper): (Option<&str>, Option<&str>),
    ) -> Result<(Vec<u8>, bool), OfficeError> {
        let letter = self.letter_of(&self.record(id)?, name, clerk, language)?;
        Ok((letters::letter_pdf(&letter, self.letter_paper(paper)?)?, letter.duplicate))
    }

    /// A letter was handed out: every further copy says that it is a duplicate.
    ///
    /// # Errors
    /// As [`Self::letter`].
    pub fn mark_letter(
        &self,
        id: ComplaintId,
        name: &LetterName,
        clerk: &str,
        paper: Option<&str>,
    ) -> Result<(), OfficeError> {
        let record = self.record(id)?;
        let offers = offered(&record.complaint);
        let offer = named(&offers, name)?;
        let written = WrittenLetter {
            kind: offer.kind.word().to_owned(),
            step: offer.mark(),
            written_at: self.moment(),
            author: clerk.to_owned(),
        };
        self.store.write(|writing| writing.mark_letter_written(id, &written))?;
        self.keep_letter_paper(paper)
    }

    pub(crate) fn letter_of(
        &self,
        record: &ComplaintRecord,
        name: &LetterName,
        clerk: &str,
        asked: Option<&str>,
    ) -> Result<Letter, OfficeError> {
        let (profile, complaint) = (self.profile(), &record.complaint);
        let register = &complaint.register;
        let language = language(asked.unwrap_or(&register.language));
        let offers = offered(complaint);
        let offer = named(&offers, name)?;
        let written = self.store.written_letters(complaint.id)?;
        let before = find(&written, offer);
        let citizen = &register.citizen;
        // An institution is not told who complains where the citizen did not want it.
        let withheld = offer.kind == LetterKind::HandOver
            && !matches!(counted(offer.step), Some(Body::HandOver(_)))
            && register.discretion.is_some_and(|discretion| discretion != Discretion::Open);
        let addressee = Addressee {
            name: citizen.full_name(),
            lines: [&citizen.address, &citizen.locality].into_iter().flatten().cloned().collect(),
        };
        Ok(Letter {
            language,
            head: self.letterhead(self.identity()?.office, language),
            // A copy bears the day and the name of the one that it is a copy of.
            written_at: before.map_or_else(|| self.moment(), |letter| letter.written_at).civil(),
            kind: receipt::kind(register.kind),
            reference: register.reference.to_string(),
            received_on: complaint.recorded_at().date(),
            matter: matter(&profile, &register.category, language),
            subject: register.subject.clone(),
            addressee: if withheld { Addressee::default() } else { addressee },
            content: self.content(record, offer, language, withheld),
            clerk: before.map_or(clerk, |letter| &letter.author).to_owned(),
            duplicate: before.is_some(),
        })
    }

    fn content(
        &self,
        record: &ComplaintRecord,
        offer: &Offered<'_>,
        language: Language,
        withheld: bool,
    ) -> LetterContent {
        let (profile, complaint) = (self.profile(), &record.complaint);
        let (with, on) = (self.letter_with(complaint, offer), offer.step.at.date());
        match (offer.kind, counted(offer.step)) {
            (LetterKind::Documents, Some(Body::RequestDocument(request))) => {
                LetterContent::DocumentsRequest {
                    by: with,
                    what: request.what,
                    until: request.until.and_then(date_from_days),
                }
            }
            (LetterKind::Answer, Some(Body::Answer(answer))) => {
                LetterContent::Answer { by: with, on, text: answer.text, definitive: answer.definitive }
            }
            (LetterKind::Closing, Some(Body::Withdraw(withdraw))) => LetterContent::Closing {
                ending: Ending::Withdrawn,
                on,
                text: withdraw.text.unwrap_or_default(),
            },
            (LetterKind::Closing, Some(Body::ChangeStatus(change))) => LetterContent::Closing {
                ending: if change.to == Status::Resolved { Ending::Settled } else { Ending::Closed },
                on,
                text: change.text.unwrap_or_default(),
            },
            (LetterKind::HandOver, _) => LetterContent::HandOver {
                to: with,
                place: receipt::place(record),
                phone: receipt::phone(&complaint.register).filter(|_| !withheld).unwrap_or_default(),
                text: complaint.register.text.clone(),
                documents: complaint.documents.iter().map(|known| known.attached.name.clone()).collect(),
                due_on: complaint.due_on(),
            },
            _ => LetterContent::Acknowledgement {
                institution: with,
                due_on: complaint.due_on(),
                documents: receipt::needed_papers(&profile, &complaint.register.category, language),
                follow_url: profile.follow_url.clone(),
                follow_phone: profile.follow_phone.clone(),
            },
        }
    }

    /// Who answered, asked, or takes over.
    fn letter_with(&self, complaint: &Complaint, offer: &Offered<'_>) -> String {
        let profile = self.profile();
        if let Some(Body::HandOver(over)) = counted(offer.step) {
            return profile.offices.get(&over.to).map_or(over.to.to_string(), |office| office.name.clone());
        }
        match (offer.kind, offer.step.place()) {
            (LetterKind::Closing, _) | (LetterKind::Documents | LetterKind::Answer, "office") => {
                String::new()
            }
            (LetterKind::Documents | LetterKind::Answer, "centre") => {
                profile.letterhead_in("en").last().cloned().unwrap_or_default()
            }
            (LetterKind::Documents | LetterKind::Answer, code) => institution(&profile, code),
            _ => institution(&profile, &complaint.institution),
        }
    }
}

/// The letters that make sense as a complaint stands.
fn offered(complaint: &Complaint) -> Vec<Offered<'_>> {
    let Some(first) = complaint.steps.first() else { return Vec::new() };
    let mut offers = vec![Offered { kind: LetterKind::Acknowledgement, step: first }];
    for step in &complaint.steps {
        match counted(step) {
            Some(Body::RequestDocument(_)) => offers.push(Offered { kind: LetterKind::Documents, step }),
            Some(Body::Answer(_)) => offers.push(Offered { kind: LetterKind::Answer, step }),
            Some(Body::HandOver(_)) => offers.push(Offered { kind: LetterKind::HandOver, step }),
            _ => {}
        }
    }
    let ended = |step: &&StepRecord| match counted(step) {
        Some(Body::Withdraw(_)) => complaint.status == Status::Withdrawn,
        Some(Body::ChangeStatus(change)) => {
            change.to == complaint.status && matches!(change.to, Status::Resolved | Status::Closed)
        }
        _ => false,
    };
    let last = complaint.steps.iter().rev().find(ended);
    offers.extend(last.map(|step| Offered { kind: LetterKind::Closing, step }));
    // A slip for the institution that holds it: about the step that passed it on, or the registration.
    if !complaint.status.is_finished() {
        let passed = complaint.steps.iter().rev().find(|step| matches!(counted(step), Some(Body::Route(_))));
        offers.push(Offered { kind: LetterKind::HandOver, step: passed.unwrap_or(first) });
    }
    offers.sort_by_key(|offer| (offer.kind, std::cmp::Reverse(offer.step.at)));
    offers
}

fn named<'a>(offers: &'a [Offered<'a>], name: &LetterName) -> Result<&'a Offered<'a>, OfficeError> {
    let is_named = |offer: &&Offered<'_>| {
        offer.kind == name.kind && name.step.as_ref().is_none_or(|step| offer.mark() == *step)
    };
    offers.iter().find(is_named).ok_or(OfficeError::NoSuchLetter)
}

fn find<'a>(written: &'a [WrittenLetter], offer: &Offered<'_>) -> Option<&'a WrittenLetter> {
    written.iter().find(|letter| letter.kind == offer.kind.word() && letter.step == offer.mark())
}
