//! What an administrator should look at in a profile that can be used all the same: words that are missing in a further
//! language, days that contradict each other, institutions that nothing leads to, holidays that nobody has entered yet,
//! columns and lines that no program reads.

use std::collections::{BTreeMap, BTreeSet};

use super::document::line_of;
use super::table::{LANGUAGES, Row, for_each_row, mistake};
use super::{Bundle, LevelTarget, Profile, ProfileError, logo};

/// File → the columns that are read, `*` standing for the four languages.
const COLUMNS: [(&str, &[&str]); 6] = [
    (
        "categories.csv",
        &[
            "code",
            "path",
            "group_*",
            "name_*",
            "institution",
            "alternatives",
            "rule",
            "priority",
            "restricted",
            "ack_days",
            "resolve_days",
            "office_resolves",
            "discretion",
            "fee_*",
            "closed_from",
        ],
    ),
    ("documents.csv", &["category", "name_*", "copies_*"]),
    ("holidays.csv", &["date", "name_*"]),
    ("institutions.csv", &["code", "name", "name_*", "kind", "parent", "hotline", "closed_from"]),
    ("localities.csv", &["name", "district"]),
    ("offices.csv", &["code", "name", "address", "hours", "phone", "closed_from"]),
];

/// The lines and parts of `profile.toml` that are read, or that people read there.
const HEAD: [&str; 23] = [
    "name",
    "country",
    "languages",
    "time_zone",
    "identity_number",
    "telephone",
    "paper",
    "red_after_days",
    "working_days",
    "title",
    "office_title",
    "letterhead",
    "logo",
    "portal",
    "publication",
    "unit",
    "escalation",
    "follow",
    "emergency",
    "privacy",
    "controller",
    "documents",
    "sign_in",
];

impl Profile {
    /// What should be looked at before this profile is used in that year, each with its file and line.
    pub fn warnings(&self, bundle: &Bundle, year: i16) -> Vec<ProfileError> {
        let mut warnings = Vec::new();
        logo::to_look_at(bundle, &mut warnings);
        unknown_lines(bundle, &mut warnings);
        unknown_columns(bundle, &mut warnings);
        self.categories_to_look_at(bundle, &mut warnings);
        self.institutions_without_a_way(bundle, &mut warnings);
        self.closed_to_look_at(bundle, &mut warnings);
        self.holidays_to_enter(bundle, year, &mut warnings);
        for (file, column) in [("localities.csv", "name"), ("holidays.csv", "date")] {
            said_twice(bundle, file, column, &mut warnings);
        }
        if !self.follow_url.starts_with("https://") {
            let line = line_of(bundle.file("profile.toml"), "[follow]");
            let message = "where a complaint is followed does not begin with https://".to_owned();
            warnings.push(mistake("profile.toml", line, message));
        }
        warnings.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        warnings
    }

    fn categories_to_look_at(&self, bundle: &Bundle, warnings: &mut Vec<ProfileError>) {
        let further: Vec<&(&str, &str)> =
            LANGUAGES.iter().filter(|(_, tag)| !self.languages.iter().any(|known| known == tag)).collect();
        let mut begun: BTreeMap<&str, usize> = BTreeMap::new();
        let mut rows = 0;
        let mut each = |row: &Row<'_>, warnings: &mut Vec<ProfileError>| {
            rows += 1;
            for (suffix, tag) in &further {
                let has = !row.optional(&format!("name_{suffix}")).is_empty();
                *begun.entry(*tag).or_default() += usize::from(has);
            }
            let days = |column: &str| row.optional(column).parse::<u32>().ok();
            match (days("ack_days"), days("resolve_days")) {
                (Some(ack), Some(resolve)) if resolve < ack => {
                    let message = format!(
                        "it is to be answered in {resolve} days and acknowledged in {ack}: the answer comes first"
                    );
                    row.mistake(message, warnings);
                }
                (None, Some(_)) => {
                    row.mistake(
                        "there is a day for the answer and none to acknowledge it".to_owned(),
                        warnings,
                    );
                }
                _ => {}
            }
            if row.optional("alternatives").split_whitespace().any(|code| code == row.optional("institution"))
            {
                row.mistake("its institution stands among the alternatives again".to_owned(), warnings);
            }
        };
        for_each_row(bundle, "categories.csv", &[], warnings, |row, warnings| each(&row, warnings));
        for (tag, count) in begun.into_iter().filter(|(_, count)| *count > 0 && *count < rows) {
            let message = format!(
                "{count} of {rows} categories have a name in “{tag}”, which is none of the deployment’s languages: \
                 translate all or none"
            );
            warnings.push(mistake("categories.csv", 1, message));
        }
    }

    fn institutions_without_a_way(&self, bundle: &Bundle, warnings: &mut Vec<ProfileError>) {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        for category in &self.categories {
            reached.insert(&category.institution);
            reached.extend(category.alternatives.iter().map(String::as_str));
        }
        let levels = self.escalation.iter().flat_map(|policy| &policy.levels);
        reached.extend(levels.filter_map(|level| match &level.to {
            LevelTarget::Institution(code) => Some(code.as_str()),
            LevelTarget::Holder | LevelTarget::Parent | LevelTarget::Unit => None,
        }));
        // Whoever stands above one that is reached is reached by the way up.
        let parents = self.institutions.values().map(|institution| institution.parent.as_str());
        reached.extend(parents.filter(|parent| !parent.is_empty()));
        for_each_row(bundle, "institutions.csv", &[], warnings, |row, warnings| {
            let code = row.optional("code");
            if !reached.contains(code) {
                let message = format!("no category leads to “{code}”, and nothing stands below it");
                row.mistake(message, warnings);
            }
        });
    }

    fn holidays_to_enter(&self, bundle: &Bundle, year: i16, warnings: &mut Vec<ProfileError>) {
        let lines = bundle.file("holidays.csv").lines().count().max(1) as u64;
        for wanted in [year, year + 1] {
            if !self.holidays.keys().any(|day| day.year() == wanted) {
                let message =
                    format!("there is no holiday of {wanted}: time limits would run through all of them");
                warnings.push(mistake("holidays.csv", lines, message));
            }
        }
    }
}

fn unknown_lines(bundle: &Bundle, warnings: &mut Vec<ProfileError>) {
    let text = bundle.file("profile.toml");
    let Ok(head) = text.parse::<toml::Table>() else { return };
    for key in head.keys().filter(|key| !HEAD.contains(&key.as_str())) {
        let line = [key.clone(), format!("[{key}]")].iter().map(|key| line_of(text, key)).max().unwrap_or(1);
        warnings.push(mistake("profile.toml", line, format!("no program reads “{key}”")));
    }
}

fn unknown_columns(bundle: &Bundle, warnings: &mut Vec<ProfileError>) {
    for (file, known) in COLUMNS {
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bundle.file(file).as_bytes());
        let Ok(headers) = reader.headers() else { continue };
        let is_known = |column: &str| {
            known.iter().any(|name| match name.strip_suffix('*') {
                Some(stem) => LANGUAGES.iter().any(|(suffix, _)| column == format!("{stem}{suffix}")),
                None => column == *name,
            })
        };
        for column in headers.iter().filter(|column| !is_known(column)) {
            warnings.push(mistake(file, 1, format!("no program reads the column “{column}”")));
        }
    }
}

fn said_twice(bundle: &Bundle, file: &'static str, column: &str, warnings: &mut Vec<ProfileError>) {
    let mut seen = BTreeSet::new();
    for_each_row(bundle, file, &[], warnings, |row, warnings| {
        let said = row.optional(column).to_owned();
        if !seen.insert(said.clone()) {
            row.mistake(format!("“{said}” stands here twice"), warnings);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mauritius() -> Bundle {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/mauritius");
        let mut bundle = Bundle::default();
        for name in Bundle::file_names().iter().chain(Bundle::picture_names()) {
            bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap_or_default());
        }
        bundle
    }

    /// The warnings after a change of one file.
    fn after(name: &str, change: impl FnOnce(&str) -> String) -> String {
        let mut bundle = mauritius();
        let changed = change(bundle.file(name));
        assert_ne!(changed, bundle.file(name));
        bundle.insert(name, changed);
        let profile = Profile::read(&bundle).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        profile.warnings(&bundle, 2026).iter().map(|warning| format!("{warning}\n")).collect()
    }

    #[test]
    fn holidays_that_nobody_has_entered_yet_are_named_by_their_year() {
        let (bundle, profile) = (mauritius(), Profile::read(&mauritius()).unwrap());
        let of = |year| -> Vec<String> {
            let warnings = profile.warnings(&bundle, year);
            let about = warnings.iter().filter(|warning| warning.file == "holidays.csv");
            about.map(|warning| warning.message.clone()).collect()
        };
        assert!(of(2026).is_empty());
        assert!(of(2028)[0].contains("no holiday of 2029"));
        assert_eq!(of(2030).len(), 2);
    }

    #[test]
    fn what_no_program_reads_is_named() {
        let head = after("profile.toml", |text| format!("colour = \"red\"\n{text}\n[colours]\na = 1\n"));
        assert!(head.contains("profile.toml, line 1: no program reads “colour”"), "{head}");
        assert!(head.contains("no program reads “colours”"), "{head}");
        let columns = after("offices.csv", |text| text.replacen("hours,phone", "times,phone", 1));
        assert!(columns.contains("offices.csv, line 1: no program reads the column “times”"), "{columns}");
    }

    #[test]
    fn days_that_contradict_each_other_and_institutions_that_nothing_leads_to_are_named_by_line() {
        let days = after("categories.csv", |text| text.replacen("high,0,1,3,0", "high,0,5,3,0", 1));
        assert!(
            days.contains("categories.csv, line 2: it is to be answered in 3 days and acknowledged in 5"),
            "{days}"
        );
        let lost =
            after("institutions.csv", |text| text.replacen("PMO,", "NEW,New Body,parastatal,,\nPMO,", 1));
        assert!(lost.contains("institutions.csv, line 2: no category leads to “NEW”"), "{lost}");
    }

    #[test]
    fn the_same_place_or_day_twice_is_named() {
        let twice =
            after("localities.csv", |text| text.replacen("Albion,", "Albion,Black River\nAlbion,", 1));
        assert!(twice.contains("“Albion” stands here twice"), "{twice}");
    }
}
