//! Complaints as lists and pages show them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::casework::{ClockView, TellingView, UndoView};
use super::form::{CitizenForm, ContactWay, RepresentativeForm};

/// The mark that each complaint carries about its own way to the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Mark {
    /// Something of it waits to be sent.
    Waiting,
    /// The centre confirmed everything.
    Sent,
    /// Something of it was not accepted.
    Refused,
}

/// One line in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ComplaintRow {
    /// The complaint's id.
    pub id: String,
    /// Reference.
    pub reference: String,
    /// `complaint`, `request` or `suggestion`.
    pub kind: String,
    /// `received`, `checked`, `passed_on`, `waiting_documents`, `in_progress`, `answered`, `resolved`, `closed`,
    /// `reopened`, `withdrawn`.
    pub status: String,
    /// Category code.
    pub category: String,
    /// Code of the institution that holds it.
    pub institution: String,
    /// A few words.
    pub subject: String,
    /// Name of the citizen, or empty.
    pub citizen: String,
    /// When it was registered.
    pub recorded_at: String,
    /// When something last happened.
    pub changed_at: String,
    /// Due day, while the clock runs.
    pub due_on: Option<String>,
    /// Working days from today to the due day, negative when it is over; none where nobody has counted.
    pub due_in: Option<i32>,
    /// Its way to the centre.
    pub mark: Mark,
    /// Something came in from the centre that nobody has looked at on this computer.
    pub news: bool,
}

/// Which complaints to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Filter {
    /// All, newest first.
    All,
    /// Those with something that waits to be sent.
    Waiting,
    /// Those with news, newest news first.
    News,
    /// Open ones with a due day, the most urgent first.
    Due,
    /// Those in which two values of a field stand side by side, newest first.
    Conflicts,
    /// Those whose due day is over, the earliest first.
    Overdue,
    /// Those that are due today.
    DueToday,
    /// Those whose citizen owes a document, the longest first.
    Owed,
    /// Those whose citizen is to be told, the longest first.
    ToTell,
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ComplaintPage {
    /// At most as many as asked for.
    pub rows: Vec<ComplaintRow>,
    /// Hand this in to get the next page; none at the end.
    pub next: Option<String>,
    /// How many there are in all.
    pub total: u32,
}

/// One step of the story, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct HistoryStep {
    /// What happened.
    pub step: Step,
    /// When, by the clock of whoever did it.
    pub at: String,
    /// Who: a clerk or an agent.
    pub by: String,
    /// Where: `office`, `centre` or an institution's code.
    pub place: String,
    /// Not yet confirmed by the centre.
    pub waiting: bool,
    /// Why the centre did not accept it; the text is kept all the same.
    pub refused: Option<String>,
}

/// The kinds of steps, with what each needs to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export)]
pub enum Step {
    /// Registered at the counter.
    Registered,
    /// Passed on to an institution.
    Routed {
        /// The institution's code.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// The status changed.
    StatusChanged {
        /// From.
        from: String,
        /// To.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// An answer for the citizen.
    Answered {
        /// The answer.
        text: String,
        /// It is the last word, not an interim reply.
        definitive: bool,
    },
    /// A note.
    Noted {
        /// The note.
        text: String,
        /// For the citizen too, not only for colleagues.
        for_citizen: bool,
    },
    /// Withdrawn at the citizen's wish.
    Withdrawn {
        /// The reason given, or empty.
        text: String,
    },
    /// A field of the registration was corrected.
    Corrected {
        /// `surname`, `other_names`, `nic`, `phone`, `email`, `address`, `locality`, `place`, `subject`, `text`,
        /// `category`.
        field: String,
        /// Before, or empty.
        from: String,
        /// Now, or empty.
        to: String,
    },
    /// Of several values that stood side by side one was chosen, or another one written.
    Chosen {
        /// As in [`Self::Corrected`].
        field: String,
        /// The value.
        value: String,
    },
    /// A document was added.
    DocumentAdded {
        /// Its name.
        text: String,
    },
    /// The citizen was asked for a document.
    DocumentRequested {
        /// Which one.
        text: String,
        /// By when.
        until: Option<String>,
    },
    /// The citizen was told, or somebody tried to.
    Told {
        /// How.
        way: ContactWay,
        /// The citizen heard it, or it was sent off; otherwise nobody answered.
        reached: bool,
        /// A remark, or empty.
        text: String,
    },
    /// The citizen said how content they are.
    Rated {
        /// From 1 to 5.
        stars: u8,
        /// In the citizen's words, or empty.
        text: String,
    },
    /// Another office holds it from then on.
    HandedOver {
        /// The office's two digits.
        to: String,
        /// A remark, or empty.
        text: String,
    },
    /// It was brought before somebody above.
    Escalated {
        /// An institution's code; empty: the unit at the centre.
        to: String,
        /// Why.
        text: String,
    },
    /// It belongs together with another complaint.
    Linked {
        /// The other one's id.
        complaint: String,
        /// The other one's reference.
        reference: String,
        /// `same`, `related`, `continues`, `part`.
        relation: String,
    },
    /// A deed was taken back.
    Retracted,
    /// Somebody in particular deals with it.
    Assigned {
        /// The name; empty: nobody.
        to: String,
    },
    /// The unit at the centre said how it is to be treated.
    Triaged {
        /// It goes before all others.
        urgent: bool,
        /// Only who deals with it sees it.
        restricted: bool,
    },
    /// It is dealt with together with another one.
    Merged {
        /// The other one's id.
        complaint: String,
        /// The other one's reference.
        reference: String,
    },
    /// An operation that this version of the desk does not know. It is kept, and told after the upgrade.
    Unknown,
}

/// A complaint, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ComplaintView {
    /// What a list shows of it.
    pub row: ComplaintRow,
    /// For following it; shown on the receipt.
    pub access_code: String,
    /// What happened, exactly as it was typed.
    pub text: String,
    /// Where, or empty.
    pub place: String,
    /// The citizen's language.
    pub language: String,
    /// The person.
    pub citizen: CitizenForm,
    /// Who complains for the citizen; all empty: nobody.
    pub representative: RepresentativeForm,
    /// Who may know the name: `confidential` or `anonymous`; empty: everybody who deals with it.
    pub discretion: String,
    /// Where exactly, as people write it; empty: no point was given.
    pub point: String,
    /// How the citizen agreed to be told.
    pub contact_by: Vec<ContactWay>,
    /// The office that registered it.
    pub office: String,
    /// The clerk who registered it.
    pub recorded_by: String,
    /// The story.
    pub history: Vec<HistoryStep>,
    /// Fields in which several values stand side by side.
    pub conflicts: Vec<ConflictView>,
    /// Its documents, in the order in which they were added.
    pub documents: Vec<DocumentView>,
    /// The office that holds it.
    pub held_by: String,
    /// Its deadline; none where nothing is due.
    pub clock: Option<ClockView>,
    /// What the citizen is still to be told.
    pub telling: Option<TellingView>,
    /// The words of the deeds that it offers, the one that is most likely wanted first: those of [`super::Deed`], and
    /// `note`, `withdraw`, `tell`.
    pub deeds: Vec<String>,
    /// What whoever asked can take back.
    pub undo: Option<UndoView>,
}

/// A field in which several people wrote at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ConflictView {
    /// As in [`Step::Corrected`].
    pub field: String,
    /// The values; the first is the one that lists show.
    pub values: Vec<KeptValueView>,
}

/// A value that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct KeptValueView {
    /// Opaque: handed in with the choice, so that a value that comes in meanwhile is not chosen away.
    pub mark: String,
    /// The value, or empty.
    pub value: String,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: String,
}

/// A document of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct DocumentView {
    /// Its content's hash, as 64 hexadecimal digits.
    pub document: String,
    /// Its name as the clerk knows it.
    pub name: String,
    /// `image/jpeg`, `image/png`, `application/pdf`.
    pub media_type: String,
    /// How many bytes it has.
    pub size: u32,
    /// Who added it.
    pub by: String,
    /// When.
    pub at: String,
    /// How many of its bytes are here.
    pub have: u32,
    /// All of it is here and can be shown.
    pub here: bool,
    /// The centre has all of it.
    pub sent: bool,
    /// How many of its bytes the centre is known to have.
    pub at_centre: u32,
    /// Somebody here wants to have it, and it comes with the next exchanges.
    pub asked: bool,
    /// The centre does not take it.
    pub refused: bool,
}

/// An operation of this computer that the centre did not accept, until somebody has dealt with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct TaskView {
    /// Opaque.
    pub id: String,
    /// The complaint that it is about; none: it is about the office.
    pub complaint: Option<String>,
    /// The complaint's reference, as far as it is known here.
    pub reference: Option<String>,
    /// The complaint's few words, as far as they are known here.
    pub subject: Option<String>,
    /// What was attempted, as in the `what` of [`Step`]; also `clerk_added`, `clerk_disabled`.
    pub what: String,
    /// What was attempted, where [`Step`] knows it.
    pub step: Step,
    /// Everything that was written, word for word.
    pub text: String,
    /// Why it does not count: the word of the reason.
    pub refused: String,
    /// When it was done.
    pub at: String,
    /// Who did it.
    pub by: String,
    /// It can be tried again on the present state; a registration becomes a draft.
    pub again: bool,
}
