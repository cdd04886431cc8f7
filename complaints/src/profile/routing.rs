//! Where a complaint of a category from a place goes: the file `routing.csv`, which a profile may leave out. The more
//! exact row wins: a category before a body that is still to be named, a locality before its district, and a district
//! before no place at all.

use std::collections::BTreeMap;

use super::table::{for_each_row, mistake};
use super::{Bundle, Category, Institution, Profile, ProfileError};
use crate::text::fold_for_search;

/// The kind of an institution that only stands for one that depends on the place or the matter.
const TO_BE_NAMED: &str = "to be named";

/// One row of `routing.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutingRule {
    /// Code of a category, or of the body that is still to be named, such as `LA`.
    pub category: String,
    /// A locality or a district as it is called; empty: everywhere.
    pub place: String,
    /// Code of the institution that it goes to.
    pub institution: String,
    place_folded: String,
}

/// Which institution is proposed for a complaint, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal<'a> {
    /// Its code.
    pub institution: &'a str,
    /// The row that says so; none: the category's own institution.
    pub rule: Option<&'a RoutingRule>,
    /// Only stands for one that somebody has to name.
    pub is_open: bool,
}

impl Institution {
    /// Whether it only stands for one that depends on the place or the matter.
    pub fn is_to_be_named(&self) -> bool {
        self.kind == TO_BE_NAMED
    }
}

impl Profile {
    /// Where a complaint of that category goes that happened at one of these places, the most exact one first: what was
    /// typed as its place, and the citizen's locality. None: the profile does not know the category.
    pub fn proposal(&self, category: &str, places: &[&str]) -> Option<Proposal<'_>> {
        let category = self.category(category)?;
        let named = places.iter().flat_map(|place| place.split([',', '،']));
        let named = named.map(|part| fold_for_search(part.trim()));
        let named: Vec<String> = named.filter(|place| !place.is_empty()).collect();
        let rule = named.iter().find_map(|place| self.rule_for(category, place));
        let rule = rule.or_else(|| self.rule(category, ""));
        let institution = rule.map_or(category.institution.as_str(), |rule| rule.institution.as_str());
        let is_open = self.institutions.get(institution).is_some_and(Institution::is_to_be_named);
        Some(Proposal { institution, rule, is_open })
    }

    /// The row for a place or for its district.
    fn rule_for(&self, category: &Category, place: &str) -> Option<&RoutingRule> {
        let district = self.districts.get(place).map(String::as_str);
        self.rule(category, place).or_else(|| self.rule(category, district?))
    }

    fn rule(&self, category: &Category, place: &str) -> Option<&RoutingRule> {
        [&category.code, &category.institution].into_iter().find_map(|key| {
            self.routing.iter().find(|rule| rule.category == *key && rule.place_folded == place)
        })
    }
}

/// Reads it; what is wrong goes to `mistakes`.
pub(super) fn read(
    bundle: &Bundle,
    categories: &[Category],
    institutions: &BTreeMap<String, Institution>,
    districts: &BTreeMap<String, String>,
    mistakes: &mut Vec<ProfileError>,
) -> Vec<RoutingRule> {
    let mut rules: Vec<RoutingRule> = Vec::new();
    for_each_row(bundle, "routing.csv", &[], mistakes, |row, mistakes| {
        let before = mistakes.len();
        let category = row.required("category", mistakes).to_owned();
        let place = row.optional("locality").to_owned();
        let institution = row.required("institution", mistakes).to_owned();
        let is_open = institutions.get(&category).is_some_and(Institution::is_to_be_named);
        if !category.is_empty() && !is_open && !categories.iter().any(|known| known.code == category) {
            let message = format!("“{category}” is no category, and no institution that is to be named");
            row.mistake(message, mistakes);
        }
        let place_folded = fold_for_search(&place);
        let is_known = districts.iter().any(|pair| *pair.0 == place_folded || *pair.1 == place_folded);
        if !place.is_empty() && !is_known {
            row.mistake(format!("“{place}” is no locality and no district of localities.csv"), mistakes);
        }
        match institutions.get(&institution) {
            None if institution.is_empty() => {}
            None => row.mistake(format!("there is no institution “{institution}”"), mistakes),
            Some(known) if known.is_to_be_named() => {
                row.mistake(format!("“{institution}” is itself still to be named"), mistakes);
            }
            Some(_) => {}
        }
        if rules.iter().any(|known| known.category == category && known.place_folded == place_folded) {
            row.mistake(format!("“{category}” and “{place}” stand here twice"), mistakes);
        }
        if mistakes.len() == before {
            rules.push(RoutingRule { category, place, institution, place_folded });
        }
    });
    rules
}

/// The institution that the unit at the centre is among the others; its own matters go there.
pub(super) fn unit(
    given: Option<String>,
    institutions: &BTreeMap<String, Institution>,
    mistakes: &mut Vec<ProfileError>,
) -> Option<String> {
    let code = given?;
    if !institutions.contains_key(&code) {
        let message = format!("unit is the code of an institution, and there is no “{code}”");
        mistakes.push(mistake("profile.toml", 1, message));
    }
    Some(code)
}
