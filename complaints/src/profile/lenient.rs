//! Reading a profile that the centre has checked and that may be newer than the program that reads it. What this version
//! does not know is passed over, entry by entry; the rest holds. What a person hands in is read by [`Profile::read`].
//!
//! `profile.toml` is cut down to what the strict reader takes, so that there is one reader and not two.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::document::{self, Head, line_of};
use super::escalation::EscalationText;
use super::policy::PolicyText;
use super::portal::PortalText;
use super::publication::PublicationText;
use super::sign_in::SignInText;
use super::table::{LANGUAGES, mistake};
use super::{Bundle, Profile, ProfileError, ProfileErrors};

const FILE: &str = "profile.toml";

/// The lines and parts without which nothing can be read.
const BASE: [&str; 11] = [
    "name",
    "languages",
    "time_zone",
    "paper",
    "red_after_days",
    "working_days",
    "title",
    "office_title",
    "follow",
    "emergency",
    "privacy",
];

impl Profile {
    /// Reads a profile that the centre has checked: with it comes what this version passed over, by file and line.
    ///
    /// # Errors
    /// When `profile.toml` lacks what every version writes.
    pub fn read_from_centre(bundle: &Bundle) -> Result<(Self, Vec<ProfileError>), ProfileErrors> {
        let mut passed_over = Vec::new();
        let bundle = readable(bundle, &mut passed_over);
        match document::read(&bundle, &mut passed_over) {
            Some(mut profile) => {
                profile.settle();
                Ok((profile, passed_over))
            }
            None => Err(ProfileErrors(passed_over)),
        }
    }

    /// What the strict reader would have refused gets a meaning.
    fn settle(&mut self) {
        self.languages.retain(|tag| LANGUAGES.iter().any(|(_, known)| known == tag));
        if self.languages.is_empty() {
            self.languages.push("en".to_owned());
        }
        if !matches!(self.paper.as_str(), "a4" | "a5" | "roll80") {
            "a5".clone_into(&mut self.paper);
        }
        let mut codes = BTreeSet::new();
        self.categories.retain(|category| !category.code.is_empty() && codes.insert(category.code.clone()));
        for category in &mut self.categories {
            if category.name.values().all(String::is_empty) {
                category.name.insert("en".to_owned(), category.code.clone());
            }
            if !matches!(category.priority.as_str(), "urgent" | "high" | "normal" | "low") {
                "normal".clone_into(&mut category.priority);
            }
            category.alternatives.retain(|code| self.institutions.contains_key(code));
        }
    }
}

/// The same bundle without what this version does not read in `profile.toml`.
fn readable(bundle: &Bundle, passed_over: &mut Vec<ProfileError>) -> Bundle {
    let mut bundle = bundle.clone();
    let text = bundle.file(FILE).to_owned();
    let Ok(mut head) = text.parse::<Table>() else { return bundle };
    let mut cut = Cut { text: &text, passed_over };
    cut.section::<PolicyText>(&mut head, "documents", &[]);
    cut.section::<SignInText>(&mut head, "sign_in", &[]);
    cut.section::<PortalText>(&mut head, "portal", &["office"]);
    cut.section::<EscalationText>(&mut head, "escalation", &[]);
    cut.section::<PublicationText>(&mut head, "publication", &[]);
    for name in ["title", "office_title", "emergency", "privacy", "follow", "logo"] {
        cut.entries(&mut head, name, Value::is_str);
    }
    cut.entries(&mut head, "letterhead", |lines| {
        lines.as_array().is_some_and(|lines| lines.iter().all(Value::is_str))
    });
    for name in ["languages", "working_days"] {
        if let Some(Value::Array(words)) = head.get_mut(name) {
            words.retain(Value::is_str);
        }
    }
    cut.keys::<Head>(&mut head, "", &BASE);
    if !cut.passed_over.is_empty()
        && let Ok(text) = toml::to_string(&Value::Table(head))
    {
        bundle.insert(FILE, text);
    }
    bundle
}

/// Takes out what does not fit, and says so.
struct Cut<'a> {
    text: &'a str,
    passed_over: &'a mut Vec<ProfileError>,
}

impl Cut<'_> {
    /// Cuts down a part of the file; where it lacks what it needs, the whole part, as if it were not there.
    fn section<T: DeserializeOwned>(&mut self, head: &mut Table, name: &str, needed: &[&str]) {
        let fits = match head.get_mut(name) {
            None => return,
            Some(Value::Table(section)) => self.keys::<T>(section, name, needed),
            Some(_) => false,
        };
        if !fits {
            head.remove(name);
            self.note("", name);
        }
    }

    /// Leaves of a table the keys that `T` reads together with `needed`, and of a list the items that it reads.
    fn keys<T: DeserializeOwned>(&mut self, table: &mut Table, section: &str, needed: &[&str]) -> bool {
        if reads::<T>(table) {
            return true;
        }
        let base: Table = table
            .iter()
            .filter(|(key, _)| needed.contains(&key.as_str()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        if !reads::<T>(&base) {
            return false;
        }
        let others: Vec<String> = table.keys().filter(|key| !base.contains_key(*key)).cloned().collect();
        for key in others {
            let takes = |value: Value| {
                let mut with = base.clone();
                with.insert(key.clone(), value);
                reads::<T>(&with)
            };
            let Some(value) = table.get_mut(&key) else { continue };
            if takes(value.clone()) {
                continue;
            }
            if let Value::Array(items) = value {
                items.retain(|item| takes(Value::Array(vec![item.clone()])));
            }
            if value.as_array().is_none_or(Vec::is_empty) {
                table.remove(&key);
            }
            self.note(section, &key);
        }
        true
    }

    /// Leaves of a table the entries of that shape.
    fn entries(&mut self, head: &mut Table, name: &str, fits: impl Fn(&Value) -> bool) {
        let Some(Value::Table(table)) = head.get_mut(name) else { return };
        let odd: Vec<String> =
            table.iter().filter(|(_, value)| !fits(value)).map(|(key, _)| key.clone()).collect();
        for key in odd {
            table.remove(&key);
            self.note(name, &key);
        }
    }

    fn note(&mut self, section: &str, key: &str) {
        let line = if section.is_empty() {
            line_of(self.text, key).max(line_of(self.text, &format!("[{key}]")))
        } else {
            let begin = line_of(self.text, &format!("[{section}]"));
            let before = usize::try_from(begin - 1).unwrap_or(0);
            let rest: Vec<&str> = self.text.lines().skip(before).collect();
            begin + line_of(&rest.join("\n"), key) - 1
        };
        let message = format!("this version does not read “{key}” as it stands here and passes over it");
        self.passed_over.push(mistake(FILE, line, message));
    }
}

/// Whether the strict reader takes a part. It reads from text alone, since it notes where each value stands.
fn reads<T: DeserializeOwned>(part: &Table) -> bool {
    let text = toml::to_string(&Value::Table(part.clone()));
    text.is_ok_and(|text| toml::from_str::<T>(&text).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operation::Discretion;

    fn mauritius() -> Bundle {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/mauritius");
        let mut bundle = Bundle::default();
        for name in Bundle::file_names().iter().chain(Bundle::picture_names()) {
            bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap_or_default());
        }
        bundle
    }

    fn changed(file: &str, from: &str, to: &str) -> Bundle {
        let mut bundle = mauritius();
        assert!(bundle.file(file).contains(from), "{file}: {from}");
        let content = bundle.file(file).replacen(from, to, 1);
        bundle.insert(file, content);
        bundle
    }

    /// What the centre of a later version might send: refused by the strict reader, read by the desk.
    fn read(bundle: &Bundle) -> (Profile, String) {
        assert!(Profile::read(bundle).is_err(), "a person who checks it is told");
        let (profile, passed_over) =
            Profile::read_from_centre(bundle).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        (profile, ProfileErrors(passed_over).to_string())
    }

    #[test]
    fn a_profile_of_this_version_is_read_as_it_is_checked() {
        let bundle = mauritius();
        let (profile, passed_over) = Profile::read_from_centre(&bundle).unwrap();
        assert_eq!(passed_over, []);
        assert_eq!(format!("{profile:?}"), format!("{:?}", Profile::read(&bundle).unwrap()));
    }

    #[test]
    fn a_line_of_a_later_version_is_passed_over_in_every_part() {
        let usual = format!("{:?}", Profile::read(&mauritius()).unwrap());
        for part in ["documents", "sign_in", "portal", "escalation", "publication"] {
            let header = format!("[{part}]\n");
            let (profile, passed_over) =
                read(&changed("profile.toml", &header, &format!("{header}hue = {{ angle = 3 }}\n")));
            assert_eq!(format!("{profile:?}"), usual, "{part}: all the rest holds");
            let text = mauritius().file("profile.toml").to_owned();
            let line = line_of(&text, &header[..header.len() - 1]) + 1;
            assert!(
                passed_over
                    .starts_with(&format!("profile.toml, line {line}: this version does not read “hue”"))
            );
        }
    }

    #[test]
    fn a_value_of_a_later_version_is_left_out_or_kept_within_bounds() {
        let toml = |from: &str, to: &str| read(&changed("profile.toml", from, to)).0;
        assert_eq!(toml("quality = 60", "quality = \"best\"").documents.quality, 60);
        assert_eq!(toml("quality = 60", "quality = 200").documents.quality, 100);
        let types = toml("\"application/pdf\"]", "\"image/avif\"]").documents.media_types;
        assert_eq!(types, ["image/jpeg", "image/png", "image/webp"]);
        assert_eq!(toml("shortest_pin = 6", "shortest_pin = 3").sign_in.shortest_pin, 6);
        let deeds = toml("\"withdraw\", \"export\"]", "\"withdraw\", \"lend\"]").sign_in.trainee_may_not;
        assert_eq!(deeds.len(), 4);
        let levels = toml("to = \"PMO\" }", "to = \"PMO\", by = \"letter\" }").escalation.unwrap().levels;
        assert_eq!(levels.len(), 3);
        assert_eq!(toml("to = \"PMO\" }", "to = \"parliament\" }").escalation.unwrap().levels.len(), 3);
        assert_eq!(toml("office = \"90\"", "office = [\"90\", \"91\"]").portal, None);
        assert_eq!(toml("hidden_below = 5", "hidden_below = 1").publication.hidden_below, 2);
        assert_eq!(toml("paper = \"a5\"", "paper = \"a6\"").paper, "a5");
        assert!(!toml("\"mu-nic\"", "\"mu-2030\"").numbers.mauritian_identity);
        assert_eq!(toml("telephone = \"mu\"", "telephone = \"sc\"").numbers.telephone, None);
        assert_eq!(toml("\"en\", \"ar-MA\"]", "\"en\", \"ta\"]").languages, ["mfe", "fr", "en"]);
        assert!(!toml("\"fri\"]", "\"lundi\"]").calendar.is_working_day(jiff::civil::date(2026, 11, 27)));
        let emergency = toml("fire = \"115\"", "fire = { number = \"115\" }").emergency;
        assert_eq!(emergency.keys().collect::<Vec<_>>(), ["police"]);
        assert_eq!(toml("unit = \"CSU\"", "unit = [\"CSU\"]").unit, None);
        let head = toml("en = [\"Republic of Mauritius\"", "en = [3, \"Republic of Mauritius\"").letterhead;
        assert!(!head.contains_key("en") && head.contains_key("fr"));
    }

    #[test]
    fn a_row_of_a_later_version_is_shown_plainly_or_left_out() {
        let categories = |from: &str, to: &str| read(&changed("categories.csv", from, to)).0.categories;
        let usual = Profile::read(&mauritius()).unwrap().categories;
        let asked = |from: &str, to: &str| {
            let found = categories(from, to);
            assert_eq!(found.len(), usual.len());
            found
        };
        let critical = asked(",high,0,1,3,0", ",critical,0,1,3,0");
        assert_eq!(critical[0].priority, "normal");
        let refuse = asked("confidential anonymous", "confidential sealed");
        assert!(refuse.iter().any(|it| it.discretion == [Discretion::Confidential]));
        let bundle = changed("offices.csv", "\n01,", "\nPORT-LOUIS,");
        assert_eq!(read(&bundle).0.offices.len(), 35);
        let bundle = changed("holidays.csv", "2026-01-01", "first of January");
        let days = Profile::read(&mauritius()).unwrap().holidays.len();
        assert_eq!(read(&bundle).0.holidays.len(), days - 1);
        let mut bundle = mauritius();
        bundle.insert(
            "routing.csv",
            "category,locality,institution\nLA,Moka,NOWHERE\nLA,Albion,LA-BR\n".to_owned(),
        );
        assert_eq!(read(&bundle).0.routing.len(), 1);
    }

    #[test]
    fn without_what_every_version_writes_nothing_is_read() {
        let bundle = changed("profile.toml", "name = \"mauritius\"", "called = \"mauritius\"");
        assert!(Profile::read_from_centre(&bundle).unwrap_err().to_string().contains("name"));
    }
}
