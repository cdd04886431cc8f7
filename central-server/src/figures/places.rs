//! Of which place a complaint is: a locality that the profile names, found in what was typed as the place, else where the citizen
//! lives. What was typed itself is never counted by, so that nothing that somebody wrote becomes a line of a table.

use std::collections::BTreeMap;

use ::complaints::profile::Profile;
use ::complaints::{Complaint, fold_for_search};

/// The longest name of a locality, in words.
const MOST_WORDS: usize = 5;

/// The locality, folded as in [`Profile::districts`]; empty: none that the profile names.
pub(super) fn of(complaint: &Complaint, localities: &BTreeMap<String, String>) -> String {
    let register = &complaint.register;
    let typed = [register.place.as_deref(), register.citizen.locality.as_deref()];
    let mut typed = typed.into_iter().flatten();
    typed.find_map(|text| named(text, localities)).unwrap_or_default()
}

/// The last locality that a text names: addresses end with the town.
fn named(text: &str, localities: &BTreeMap<String, String>) -> Option<String> {
    let folded = fold_for_search(text);
    let parts: Vec<&str> = folded.split([',', '،', ';', '\n', '(', ')']).map(str::trim).collect();
    let whole = parts.iter().rev().find(|part| localities.contains_key(**part));
    if let Some(whole) = whole {
        return Some((*whole).to_owned());
    }
    parts.iter().rev().find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        let lengths = (1..=MOST_WORDS.min(words.len())).rev();
        let mut some = lengths.flat_map(|many| words.windows(many).rev().map(|some| some.join(" ")));
        some.find(|some| localities.contains_key(some))
    })
}

/// What a place is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PlaceName {
    /// A locality.
    Locality(String),
    /// The localities of a district that have no line of their own.
    RestOf(String),
    /// All others, and those of which no place is known.
    Elsewhere,
}

/// Before the name of a district in the value of a line.
pub(super) const REST: char = '/';

/// The name of a line by place.
pub(crate) fn name(profile: &Profile, value: &str) -> PlaceName {
    if let Some(district) = value.strip_prefix(REST) {
        let known = profile.district_names.get(district);
        return PlaceName::RestOf(known.map_or(district, String::as_str).to_owned());
    }
    let known = profile.localities.iter().find(|name| fold_for_search(name) == value);
    known.map_or(PlaceName::Elsewhere, |name| PlaceName::Locality(name.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let profile = Profile::read(&crate::profiles::mauritius()).unwrap();
        named(text, &profile.districts)
    }

    #[test]
    fn a_locality_is_found_in_what_people_type() {
        for (text, locality) in [
            ("Mahébourg", Some("mahebourg")),
            ("12, Rue Labourdonnais, MAHEBOURG", Some("mahebourg")),
            ("behind the shop at Goodlands", Some("goodlands")),
            ("Royal Road, Port Louis", Some("port louis")),
            ("my aunt’s house", None),
            ("", None),
        ] {
            assert_eq!(found(text).as_deref(), locality, "{text}");
        }
    }
}
