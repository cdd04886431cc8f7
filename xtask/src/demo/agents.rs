//! The agents of the demonstration, and what they do with two dozen complaints so that every status occurs.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::centre::Centre;
use crate::csv::Table;
use crate::run::{Failure, Outcome};

/// Name, login, password, and the options that say what the agent may do.
const CENTRAL: (&str, &str, &str, [&str; 2]) =
    ("Deepa Seechurnah, Citizen Support Unit", "deepa", "lagon-filao-2026", ["--role", "csu"]);
const WATER: (&str, &str, &str, [&str; 2]) =
    ("Cédric Rosalbert, Central Water Authority", "cedric", "dilo-larivier-2026", ["--institution", "CWA"]);
/// The institution of the second agent.
const WATER_CODE: &str = "CWA";

/// What is done with one complaint, one word a deed.
const COURSES: &[&[Deed]] = &[
    &[Deed::Status("checked")],
    &[Deed::Route],
    &[Deed::Route, Deed::Status("in_progress")],
    &[Deed::Route, Deed::Status("in_progress"), Deed::Answer],
    &[Deed::Route, Deed::Status("in_progress"), Deed::DefinitiveAnswer, Deed::Status("resolved")],
    &[
        Deed::Route,
        Deed::Status("in_progress"),
        Deed::DefinitiveAnswer,
        Deed::Status("resolved"),
        Deed::Status("closed"),
    ],
];
/// How many complaints take each course.
const OF_EACH_COURSE: usize = 4;

#[derive(Debug, Clone, Copy)]
enum Deed {
    Route,
    Status(&'static str),
    Answer,
    DefinitiveAnswer,
}

/// Name, login and password of each agent.
pub(crate) fn all() -> [(&'static str, &'static str, &'static str); 2] {
    [(CENTRAL.0, CENTRAL.1, CENTRAL.2), (WATER.0, WATER.1, WATER.2)]
}

/// The same, as it is noted down in the folder.
pub(crate) fn sign_ins() -> Value {
    all().map(|(name, login, password)| json!({ "name": name, "login": login, "password": password })).into()
}

/// The agents at work.
#[derive(Debug)]
pub(crate) struct Agents<'a> {
    centre: &'a Centre,
}

impl<'a> Agents<'a> {
    /// Makes their accounts.
    pub(crate) fn new(centre: &'a Centre) -> Outcome<Agents<'a>> {
        for (name, login, password, rights) in [CENTRAL, WATER] {
            let account = ["agent", "add", "--name", name, "--login", login, "--password-stdin"];
            centre.ask(&[&account[..], &rights[..]].concat(), &format!("{password}\n"))?;
        }
        Ok(Agents { centre })
    }

    /// Takes complaints about water, which the second agent's institution deals with, through all statuses.
    /// `references` belong to the lines of `samples`, in the same order.
    pub(crate) fn deal_with(&self, references: &[String], samples: &Path, root: &Path) -> Outcome<()> {
        let answers = Answers::read(&root.join("profiles/mauritius/samples/answers.csv"))?;
        let text = fs::read_to_string(samples).map_err(|error| Failure::system(samples.display(), &error))?;
        let water = about_water(references, &text);
        let needed = COURSES.len() * OF_EACH_COURSE;
        if water.len() < needed {
            return Err(Failure::broken(format!(
                "{needed} complaints about water are needed, not {}",
                water.len()
            )));
        }
        // The oldest go furthest, as in life.
        let courses = COURSES.iter().rev().flat_map(|course| std::iter::repeat_n(course, OF_EACH_COURSE));
        for ((reference, language), course) in water.iter().zip(courses) {
            for deed in *course {
                self.perform(*deed, reference, language, &answers)?;
            }
        }
        Ok(())
    }

    fn perform(&self, deed: Deed, reference: &str, language: &str, answers: &Answers) -> Outcome<()> {
        let answer = |definitive: bool| answers.text(language, definitive);
        let words: Vec<&str> = match deed {
            Deed::Route => vec!["route", reference, "--to", WATER_CODE, "--login", CENTRAL.1],
            Deed::Status("checked") => vec!["status", reference, "--to", "checked", "--login", CENTRAL.1],
            Deed::Status(status) => vec!["status", reference, "--to", status, "--login", WATER.1],
            Deed::Answer => vec!["answer", reference, "--text", answer(false)?, "--login", WATER.1],
            Deed::DefinitiveAnswer => {
                vec!["answer", reference, "--text", answer(true)?, "--definitive", "--login", WATER.1]
            }
        };
        self.centre.ask(&[&["agent"], &words[..]].concat(), "").map(drop)
    }
}

/// Reference and language of the complaints about water.
fn about_water(references: &[String], samples: &str) -> Vec<(String, String)> {
    let records = samples.lines().map(|line| serde_json::from_str::<Value>(line).unwrap_or_default());
    let about_water =
        |record: &Value| record["category"].as_str().is_some_and(|path| path.starts_with("Water/"));
    let water = references.iter().zip(records).filter(|(_, record)| about_water(record));
    water
        .map(|(reference, record)| {
            (reference.clone(), record["language"].as_str().unwrap_or("en").to_owned())
        })
        .collect()
}

/// What agents answer, in the language of the complaint.
#[derive(Debug)]
struct Answers(Vec<(String, bool, String)>);

impl Answers {
    fn read(path: &Path) -> Outcome<Answers> {
        let table = Table::read(path)?;
        let (languages, definitive) = (table.column("language")?, table.column("definitive")?);
        let rows = languages.iter().zip(definitive).zip(table.column("text")?);
        Ok(Answers(
            rows.map(|((language, definitive), text)| {
                ((*language).to_owned(), definitive == "yes", text.to_owned())
            })
            .collect(),
        ))
    }

    fn text(&self, language: &str, definitive: bool) -> Outcome<&str> {
        let fits = |row: &&(String, bool, String)| row.0 == language && row.1 == definitive;
        let row = self.0.iter().find(fits);
        row.map(|row| row.2.as_str())
            .ok_or_else(|| Failure::broken(format!("there is no sample answer in the language `{language}`")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places;

    #[test]
    fn there_is_an_answer_of_each_sort_in_each_language() {
        let path = places::root().unwrap().join("profiles/mauritius/samples/answers.csv");
        let answers = Answers::read(&path).unwrap();
        for language in ["mfe", "fr", "en", "ar-MA"] {
            assert_ne!(answers.text(language, true).unwrap(), answers.text(language, false).unwrap());
        }
        assert!(answers.text("de", true).is_err());
    }

    #[test]
    fn complaints_about_water_keep_their_references() {
        let samples = "{\"category\":\"Roads/x\",\"language\":\"fr\"}\n{\"category\":\"Water/y\",\"language\":\"mfe\"}\n";
        let references = ["12-A".to_owned(), "12-B".to_owned()];
        assert_eq!(about_water(&references, samples), [("12-B".to_owned(), "mfe".to_owned())]);
    }
}
