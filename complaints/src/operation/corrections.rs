//! Corrections of what was registered, and the choice between values that two people wrote at once. Keys are for
//! ever, as in `bodies`.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

use super::Register;

/// A field of a registration that can be corrected. A newer version may know fields that this one does not: they
/// arrive as [`Field::Other`], are kept, and take effect after the upgrade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The citizen's surname.
    Surname,
    /// The citizen's other names.
    OtherNames,
    /// The citizen's identity number.
    Nic,
    /// The citizen's telephone.
    Phone,
    /// The citizen's e-mail.
    Email,
    /// The citizen's street and number.
    Address,
    /// The citizen's town, village or quarter.
    Locality,
    /// Where it happened.
    Place,
    /// A few words.
    Subject,
    /// What happened.
    Text,
    /// Code of the category.
    Category,
    /// A field that this version has no name for.
    Other(u16),
}

/// Number on the wire and word in files and JSON.
const NAMED: [(Field, u16, &str); 11] = [
    (Field::Surname, 0, "surname"),
    (Field::OtherNames, 1, "other_names"),
    (Field::Nic, 2, "nic"),
    (Field::Phone, 3, "phone"),
    (Field::Email, 4, "email"),
    (Field::Address, 5, "address"),
    (Field::Locality, 6, "locality"),
    (Field::Place, 7, "place"),
    (Field::Subject, 8, "subject"),
    (Field::Text, 9, "text"),
    (Field::Category, 10, "category"),
];

impl Field {
    /// Every field that this version knows, in the order of its number on the wire.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMED.into_iter().map(|(field, ..)| field)
    }

    /// The word for it in files, in JSON and in the keys of texts.
    pub fn word(self) -> &'static str {
        NAMED.iter().find(|(field, ..)| *field == self).map_or("other", |(_, _, word)| word)
    }

    /// Whether it says who the citizen is or how to reach them, which may be corrected for ever.
    pub fn is_citizen(self) -> bool {
        matches!(
            self,
            Self::Surname
                | Self::OtherNames
                | Self::Nic
                | Self::Phone
                | Self::Email
                | Self::Address
                | Self::Locality
        )
    }

    /// Whether a complaint cannot be without it.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Subject | Self::Text | Self::Category)
    }

    /// What stands in this field of a registration.
    pub fn of(self, register: &Register) -> Option<&str> {
        let citizen = &register.citizen;
        match self {
            Self::Surname => citizen.surname.as_deref(),
            Self::OtherNames => citizen.other_names.as_deref(),
            Self::Nic => citizen.nic.as_deref(),
            Self::Phone => citizen.phone.as_deref(),
            Self::Email => citizen.email.as_deref(),
            Self::Address => citizen.address.as_deref(),
            Self::Locality => citizen.locality.as_deref(),
            Self::Place => register.place.as_deref(),
            Self::Subject => Some(&register.subject),
            Self::Text => Some(&register.text),
            Self::Category => Some(&register.category),
            Self::Other(_) => None,
        }
    }

    /// Writes a value into this field. A field that cannot be empty takes no absent value.
    pub(crate) fn set(self, register: &mut Register, value: Option<&str>) {
        let citizen = &mut register.citizen;
        let optional = match self {
            Self::Surname => &mut citizen.surname,
            Self::OtherNames => &mut citizen.other_names,
            Self::Nic => &mut citizen.nic,
            Self::Phone => &mut citizen.phone,
            Self::Email => &mut citizen.email,
            Self::Address => &mut citizen.address,
            Self::Locality => &mut citizen.locality,
            Self::Place => &mut register.place,
            Self::Subject => return set_required(&mut register.subject, value),
            Self::Text => return set_required(&mut register.text, value),
            Self::Category => return set_required(&mut register.category, value),
            Self::Other(_) => return,
        };
        *optional = value.map(str::to_owned);
    }

    fn number(self) -> u16 {
        match self {
            Self::Other(number) => number,
            named => NAMED.iter().find(|(field, ..)| *field == named).map_or(0, |(_, number, _)| *number),
        }
    }
}

fn set_required(field: &mut String, value: Option<&str>) {
    if let Some(value) = value {
        value.clone_into(field);
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Field {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        NAMED.iter().find(|(_, _, word)| *word == text).map(|(field, ..)| *field).ok_or_else(|| {
            let words: Vec<&str> = NAMED.iter().map(|(_, _, word)| *word).collect();
            format!("“{text}” is none of {}", words.join(", "))
        })
    }
}

impl<C> Encode<C> for Field {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.u16(self.number())?.ok()
    }
}

impl<'b, C> Decode<'b, C> for Field {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let number = d.u16()?;
        let named = NAMED.iter().find(|(_, known, _)| *known == number);
        Ok(named.map_or(Self::Other(number), |(field, ..)| *field))
    }
}

/// Eight bytes that name one value that somebody wrote, the same at both ends. Shown as 16 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct ValueMark(#[cbor(n(0), with = "minicbor::bytes")] [u8; 8]);

crate::identity::hex_id!(ValueMark, 8);

impl ValueMark {
    /// The mark of what those bytes wrote.
    pub(crate) fn over(context: &str, bytes: &[u8]) -> Self {
        let mut mark = [0; 8];
        mark.copy_from_slice(&blake3::derive_key(context, bytes)[..8]);
        Self(mark)
    }
}

/// One field is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CorrectField {
    /// The field.
    #[n(0)]
    pub field: Field,
    /// The value that the author saw; none: it was empty.
    #[n(1)]
    pub from: Option<String>,
    /// The value that it shall have; none: empty.
    #[n(2)]
    pub to: Option<String>,
}

/// Of the values that several people wrote into one field at once, one is chosen, or another one is written.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ChooseValue {
    /// The field.
    #[n(0)]
    pub field: Field,
    /// The values that the author saw, sorted. A value that came in meanwhile is not among them and stays.
    #[n(1)]
    pub among: Vec<ValueMark>,
    /// The value that it shall have; none: empty.
    #[n(2)]
    pub value: Option<String>,
}
