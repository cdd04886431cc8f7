//! What a clerk types, on its way in, and the remarks that come back at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the citizen may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ContactWay {
    /// A call.
    Phone,
    /// A text message from the centre.
    Sms,
    /// A letter.
    Letter,
    /// An e-mail from the centre.
    Email,
    /// The citizen comes by.
    Visit,
}

/// The person who complains. Everything may be unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct CitizenForm {
    /// Surname.
    pub surname: String,
    /// Other names.
    pub other_names: String,
    /// Identity number as typed.
    pub nic: String,
    /// Telephone as typed.
    pub phone: String,
    /// E-mail as typed.
    pub email: String,
    /// Street and number.
    pub address: String,
    /// Town, village or quarter; need not be in the profile's list.
    pub locality: String,
}

/// Somebody who complains for the citizen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct RepresentativeForm {
    /// As a person is called.
    pub name: String,
    /// Telephone as typed.
    pub phone: String,
    /// What they are to the citizen, as typed.
    pub relation: String,
}

/// Another complaint about the same matter, which the new one is linked with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct LinkedForm {
    /// Its id.
    pub id: String,
    /// Its reference.
    pub reference: String,
}

/// A complaint as it stands in the form. The same shape is kept as a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct ComplaintForm {
    /// `complaint`, `request` or `suggestion`.
    pub kind: String,
    /// The code of a category of the profile; empty while none is chosen.
    pub category: String,
    /// The code of the institution that it goes to; empty: the category's own.
    pub institution: String,
    /// A few words; empty: the first words of the text.
    pub subject: String,
    /// What happened, in the citizen's words.
    pub text: String,
    /// Where it happened, if elsewhere than at the citizen's address.
    pub place: String,
    /// The language of the citizen: `en`, `fr`, `mfe`, `ar-MA`.
    pub language: String,
    /// The person.
    pub citizen: CitizenForm,
    /// The citizen is not the one who came.
    pub for_another: bool,
    /// Who came instead; counts only with `for_another`.
    pub representative: RepresentativeForm,
    /// `open`, `confidential` or `anonymous`; empty: open. With `anonymous` nothing about the citizen is kept.
    pub discretion: String,
    /// Latitude and longitude or the link of a map, as typed; empty: none.
    pub point: String,
    /// A complaint that is here already and is about the same matter.
    pub linked: Option<LinkedForm>,
    /// Ids of complaints that looked alike and that the clerk called other matters.
    pub other_matters: Vec<String>,
    /// How the citizen agreed to be told.
    pub contact_by: Vec<ContactWay>,
    /// The version of the privacy notice that was read to the citizen; empty while it was not.
    pub notice: String,
    /// The language in which the notice was read.
    pub notice_language: String,
}

/// A form kept on this computer until it is registered or thrown away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Draft {
    /// Opaque, made by the desk.
    pub id: String,
    /// When it was last kept.
    pub saved_at: String,
    /// The clerk who typed it.
    pub by: String,
    /// What was typed.
    pub form: ComplaintForm,
}

/// The answer to "register": the complaint is on the disk of this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Registered {
    /// The complaint's id.
    pub id: String,
    /// Issued now, never changed.
    pub reference: String,
    /// For following the complaint, together with the reference.
    pub access_code: String,
    /// The day by which an answer is due; none where the category has no clock.
    pub due_on: Option<String>,
}

/// What is odd about an identity number. Never a reason to refuse it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum IdentityRemark {
    /// It has not the shape of an identity number.
    Shape,
    /// The date inside it does not exist.
    Date,
    /// Its last character does not fit the others.
    Check,
}

/// What is odd about a telephone number. Never a reason to refuse it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PhoneRemark {
    /// It has not the shape of a number of this country.
    Shape,
    /// Too few digits.
    Short,
    /// Too many digits.
    Long,
}

/// Remarks on what was typed about the citizen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CitizenCheck {
    /// None: nothing odd, or nothing typed.
    pub nic: Option<IdentityRemark>,
    /// None: nothing odd, or nothing typed.
    pub phone: Option<PhoneRemark>,
    /// The telephone as it will be shown, grouped.
    pub phone_shown: Option<String>,
}

/// A clerk to be added.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NewClerk {
    /// Name as it shall stand in the history.
    pub name: String,
    /// `head`, `clerk` or `trainee`.
    pub role: String,
    /// At least six characters.
    pub pin: String,
}

impl std::fmt::Debug for NewClerk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewClerk").field("name", &self.name).field("role", &self.role).finish_non_exhaustive()
    }
}
