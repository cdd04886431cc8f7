//! What ends from a day on: categories, institutions and offices that are closed are never deleted, because complaints name
//! them for ever. They are not offered any more from that day.

use jiff::civil::Date;

use super::table::{Row, for_each_row};
use super::{Bundle, Category, Institution, LanguageTexts, Office, Profile, ProfileError};

/// The column of the tables.
pub(super) const COLUMN: &str = "closed_from";

/// The day in that column; none: it stays open.
pub(super) fn closed_from(row: &Row<'_>, mistakes: &mut Vec<ProfileError>) -> Option<Date> {
    let cell = row.optional(COLUMN);
    let day = cell.parse().ok();
    if day.is_none() && !cell.is_empty() {
        let message = format!("“{cell}” in the column “{COLUMN}” is no day; write it as 2026-12-25");
        row.mistake(message, mistakes);
    }
    day
}

fn is_open(closed_from: Option<Date>, on: Date) -> bool {
    closed_from.is_none_or(|closed| on < closed)
}

impl Category {
    /// Whether something may be brought under it on that day.
    pub fn is_open_on(&self, day: Date) -> bool {
        is_open(self.closed_from, day)
    }
}

impl Institution {
    /// Whether something may be passed on to it on that day.
    pub fn is_open_on(&self, day: Date) -> bool {
        is_open(self.closed_from, day)
    }

    /// Its name in a language; the official one where it has no other.
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(language).map_or(&self.name, String::as_str)
    }

    /// The names that stand beside the official one.
    pub(super) fn names(row: &Row<'_>, mistakes: &mut Vec<ProfileError>) -> LanguageTexts {
        row.maybe_texts("name", mistakes).unwrap_or_default()
    }
}

impl Office {
    /// Whether somebody takes complaints there on that day.
    pub fn is_open_on(&self, day: Date) -> bool {
        is_open(self.closed_from, day)
    }
}

impl Profile {
    /// The categories that something may be brought under on that day, in their order.
    pub fn open_categories(&self, day: Date) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(move |category| category.is_open_on(day))
    }

    /// Names open categories that lead to an institution which is closed.
    pub(super) fn closed_to_look_at(&self, bundle: &Bundle, warnings: &mut Vec<ProfileError>) {
        for_each_row(bundle, "categories.csv", &[], warnings, |row, warnings| {
            let code = row.optional("institution");
            let ends = row.optional(COLUMN).parse::<Date>().ok();
            let Some(closed) = self.institutions.get(code).and_then(|it| it.closed_from) else { return };
            if ends.is_none_or(|ends| ends > closed) {
                row.mistake(format!("it leads to “{code}”, which is closed from {closed}"), warnings);
            }
        });
        for rule in &self.routing {
            let Some(closed) = self.institutions.get(&rule.institution).and_then(|it| it.closed_from) else {
                continue;
            };
            let message = format!(
                "“{}” and “{}” lead to “{}”, which is closed from {closed}",
                rule.category, rule.place, rule.institution
            );
            warnings.push(super::table::mistake("routing.csv", 1, message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn with(file: &str, change: impl FnOnce(&str) -> String) -> Bundle {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/mauritius");
        let mut bundle = Bundle::default();
        for name in Bundle::file_names() {
            bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap_or_default());
        }
        let changed = change(bundle.file(file));
        assert_ne!(changed, bundle.file(file));
        bundle.insert(file, changed);
        bundle
    }

    /// A column behind the others, with a cell in the row of that code.
    fn column(text: &str, name: &str, code: &str, cell: &str) -> String {
        let end = |line: &str| match () {
            () if line.starts_with("code,") => format!(",{name}"),
            () if line.starts_with(&format!("{code},")) => format!(",{cell}"),
            () => ",".to_owned(),
        };
        text.lines().map(|line| format!("{line}{}\n", end(line))).collect()
    }

    fn told(profile: &Profile, bundle: &Bundle) -> String {
        profile.warnings(bundle, 2026).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_closed_from_a_day_is_open_until_the_day_before() {
        let bundle = with("categories.csv", |text| column(text, COLUMN, "water-bill", "2027-01-01"));
        let profile = Profile::read(&bundle).unwrap();
        let bill = profile.category("water-bill").expect("it is still known");
        assert!(bill.is_open_on(date(2026, 12, 31)) && !bill.is_open_on(date(2027, 1, 1)));
        let open = |day: Date| profile.open_categories(day).count();
        assert_eq!(open(date(2026, 12, 31)), open(date(2027, 1, 1)) + 1);
        assert!(!told(&profile, &bundle).contains("no program reads"));
        let wrong = with("offices.csv", |text| column(text, COLUMN, "12", "tomorrow"));
        let mistakes = Profile::read(&wrong).unwrap_err().to_string();
        assert!(mistakes.contains("“tomorrow” in the column “closed_from” is no day"), "{mistakes}");
    }

    #[test]
    fn a_category_that_leads_to_a_closed_institution_is_to_be_looked_at() {
        let bundle = with("institutions.csv", |text| column(text, COLUMN, "CWA", "2027-01-01"));
        let profile = Profile::read(&bundle).unwrap();
        let warnings = profile.warnings(&bundle, 2026);
        assert!(warnings.iter().any(|it| it.message.contains("“CWA”, which is closed from 2027-01-01")));
    }

    #[test]
    fn an_institution_has_names_in_the_languages_beside_the_official_one() {
        let bundle = with("institutions.csv", |text| column(text, "name_fr", "CWA", "Régie des eaux"));
        let profile = Profile::read(&bundle).unwrap();
        let water = &profile.institutions["CWA"];
        assert_eq!((water.name_in("fr"), water.name_in("mfe")), ("Régie des eaux", water.name.as_str()));
        assert!(!told(&profile, &bundle).contains("no program reads"));
    }
}
