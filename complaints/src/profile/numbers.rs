//! By which rules identity numbers and telephone numbers are looked at: the lines `identity_number` and `telephone` of
//! `profile.toml`. A number that does not fit is remarked upon and never refused.

use super::document::line_of;
use super::table::mistake;
use super::{Profile, ProfileError};
use crate::nic::{IdentityRemark, check_nic};
use crate::telephone::{Country, PhoneRemark};

/// The rules of a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberRules {
    /// Identity numbers are those of Mauritius; otherwise any text is one.
    pub mauritian_identity: bool,
    /// The country whose telephone numbers are typed without a prefix; none: any text is one.
    pub telephone: Option<Country>,
}

/// Reads them; what is wrong goes to `mistakes`.
pub(super) fn read(
    identity: Option<&str>,
    telephone: Option<&str>,
    text: &str,
    mistakes: &mut Vec<ProfileError>,
) -> NumberRules {
    let mut wrong = |key: &str, message: String| {
        mistakes.push(mistake("profile.toml", line_of(text, key), message));
    };
    let mauritian_identity = match identity {
        Some("mu-nic") => true,
        Some("free") | None => false,
        Some(other) => {
            wrong("identity_number", format!("identity_number is “mu-nic” or “free”, not “{other}”"));
            false
        }
    };
    let telephone = match telephone {
        Some("mu") => Some(Country::Mauritius),
        Some("ma") => Some(Country::Morocco),
        Some("free") | None => None,
        Some(other) => {
            wrong("telephone", format!("telephone is “mu”, “ma” or “free”, not “{other}”"));
            None
        }
    };
    NumberRules { mauritian_identity, telephone }
}

impl Profile {
    /// What is odd about an identity number as typed; none: nothing, or this deployment has no rule for it.
    pub fn check_identity(&self, typed: &str) -> Option<IdentityRemark> {
        if self.numbers.mauritian_identity { check_nic(typed) } else { None }
    }

    /// What is odd about a telephone number as typed.
    pub fn check_phone(&self, typed: &str) -> Option<PhoneRemark> {
        self.numbers.telephone.and_then(|country| country.check(typed))
    }

    /// A telephone number as it is stored: E.164 where it fits, as typed where it does not.
    pub fn stored_phone(&self, typed: &str) -> String {
        self.numbers.telephone.map_or_else(|| typed.trim().to_owned(), |country| country.stored(typed))
    }
}
