//! `cargo xtask samples`: sample complaints, one JSON object a line, in the shape that `guichet-office register
//! --from` takes. The prose and the lists of names are the project's own, in profiles/mauritius/samples; the
//! persons are invented. Same seed and same date, same bytes.

mod calendar;
mod person;
mod prose;
mod random;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::places;
use crate::run::{self, Failure, Outcome};
use calendar::Date;
use person::{Lists, Person};
use prose::Prose;
pub(crate) use random::Random;

/// More would hardly differ from one another; a centre under load is tried with other data.
const MOST: u64 = 5_000;

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &[], &["count", "seed", "out", "until"])?;
    arguments.required("count")?;
    let count = arguments.number("count", 0)?;
    let seed = arguments.number("seed", 1)?;
    let out = Path::new(arguments.required("out")?);
    let until = match arguments.value("until") {
        None => Date::today(),
        Some(text) => Date::parse(text).ok_or_else(|| {
            Failure::usage(format!("--until {text}: a date such as 2026-11-21 is expected"))
        })?,
    };
    write(out, count, seed, until)?;
    run::result(format!("{count} sample complaints are in {}", out.display()));
    Ok(())
}

/// Writes samples of the last sixty days, up to yesterday.
pub(crate) fn write_until_today(out: &Path, count: u64, seed: u64) -> Outcome<()> {
    write(out, count, seed, Date::today())
}

/// Writes samples of which every one is new, more of them than one drawing gives.
pub(crate) fn write_many(out: &Path, count: u64, until: &str) -> Outcome<()> {
    let until = Date::parse(until).ok_or_else(|| Failure::usage(format!("{until} is no date")))?;
    let sources = Sources::read(&places::root()?.join("profiles/mauritius"))?;
    let drawn = (0..count.div_ceil(MOST)).flat_map(|seed| sources.combined(MOST, seed + 1, until));
    let lines: Vec<String> =
        drawn.take(usize::try_from(count).unwrap_or(usize::MAX)).map(|line| format!("{line}\n")).collect();
    fs::write(out, lines.concat())
        .map_err(|error| Failure::system(format!("cannot write {}", out.display()), &error))
}

fn write(out: &Path, count: u64, seed: u64, until: Date) -> Outcome<()> {
    if count == 0 || count > MOST {
        return Err(Failure::usage(format!("--count {count}: from 1 to {MOST}")));
    }
    let profile = places::root()?.join("profiles/mauritius");
    let sources = Sources::read(&profile)?;
    let lines: Vec<String> =
        sources.combined(count, seed, until).iter().map(|line| format!("{line}\n")).collect();
    fs::write(out, lines.concat())
        .map_err(|error| Failure::system(format!("cannot write {}", out.display()), &error))
}

/// What the samples are made of.
#[derive(Debug)]
struct Sources {
    prose: Vec<Prose>,
    lists: Lists,
}

impl Sources {
    fn read(profile: &Path) -> Outcome<Sources> {
        Ok(Sources {
            prose: prose::read(&profile.join("samples/complaints.csv"))?,
            lists: Lists::read(
                &profile.join("samples/people_and_streets.csv"),
                &profile.join("localities.csv"),
            )?,
        })
    }

    /// `count` different records in the order in which they were recorded.
    fn combined(&self, count: u64, seed: u64, until: Date) -> Vec<Value> {
        let mut random = Random::new(seed);
        let mut times: Vec<String> = (0..count).map(|_| calendar::working_time(until, &mut random)).collect();
        times.sort();
        let mut used = BTreeSet::new();
        let mut turn: Vec<&Prose> = Vec::new();
        let mut records = Vec::new();
        for (number, time) in times.iter().enumerate() {
            // Every piece of prose has its turn before any of them comes again.
            if turn.is_empty() {
                turn = self.prose.iter().collect();
                random.shuffle(&mut turn);
            }
            let Some(prose) = turn.pop() else { break };
            let person = loop {
                let person = Person::draw(&self.lists, number, &mut random);
                if used.insert((person.nic.clone(), prose.text.clone())) {
                    break person;
                }
            };
            records.push(record(prose, &person, time, &mut random));
        }
        records
    }
}

fn record(prose: &Prose, person: &Person, recorded_at: &str, random: &mut Random) -> Value {
    // Three to ten: the numbers for which one form of the noun is right in all four languages.
    let number = random.between(3, 10);
    let filled = |text: &str| prose::filled(text, &person.street, &person.locality, number);
    let mut ways = vec![json!(["phone"]), json!(["phone", "sms"]), json!(["letter"])];
    if person.email.is_some() {
        ways.push(json!(["email", "phone"]));
    }
    json!({
        "kind": prose.kind,
        "category": prose.category,
        "subject": filled(&prose.subject),
        "text": filled(&prose.text),
        "language": prose.language,
        "citizen": person.as_json(),
        "consent": { "notice": "1", "contact_by": random.one_of(&ways) },
        "recorded_at": recorded_at,
        "documents": [],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples(count: u64, seed: u64) -> Vec<Value> {
        let sources = Sources::read(&places::root().unwrap().join("profiles/mauritius")).unwrap();
        sources.combined(count, seed, Date::parse("2026-11-21").unwrap())
    }

    #[test]
    fn the_same_seed_gives_the_same_samples_and_another_one_does_not() {
        assert_eq!(samples(300, 7), samples(300, 7));
        assert_ne!(samples(300, 7), samples(300, 8));
    }

    #[test]
    fn three_hundred_samples_are_all_different_and_speak_four_languages() {
        let samples = samples(300, 1);
        let lines: BTreeSet<String> = samples.iter().map(Value::to_string).collect();
        assert_eq!(lines.len(), 300);
        let languages: BTreeSet<&str> =
            samples.iter().filter_map(|sample| sample["language"].as_str()).collect();
        assert_eq!(languages, BTreeSet::from(["ar-MA", "en", "fr", "mfe"]));
    }

    #[test]
    fn more_than_one_drawing_gives_can_be_had() {
        let out = std::env::temp_dir().join(format!("guichet-samples-{}", std::process::id()));
        write_many(&out, MOST + 3, "2026-11-21").unwrap();
        let text = fs::read_to_string(&out).unwrap();
        fs::remove_file(&out).unwrap();
        let different: BTreeSet<&str> = text.lines().collect();
        assert_eq!((text.lines().count(), different.len()), (5_003, 5_003));
    }

    #[test]
    fn there_are_enough_about_water_for_the_agents_of_the_demonstration() {
        for seed in 1..=20 {
            let is_water = |sample: &&Value| sample["category"].as_str().unwrap().starts_with("Water/");
            assert!(samples(300, seed).iter().filter(is_water).count() >= 24);
        }
    }

    #[test]
    fn no_placeholder_is_left_in_a_sample() {
        for sample in samples(300, 1) {
            let said = format!("{}{}", sample["subject"], sample["text"]);
            assert!(!said.contains(['{', '}']), "{said}");
        }
    }

    #[test]
    fn samples_come_in_the_order_in_which_they_were_recorded() {
        let samples = samples(300, 1);
        let times: Vec<&str> = samples.iter().filter_map(|sample| sample["recorded_at"].as_str()).collect();
        assert_eq!(times.len(), 300);
        assert!(times.is_sorted());
        assert!(times.last().unwrap() < &"2026-11-21");
    }

    #[test]
    fn an_electronic_way_is_promised_only_to_those_who_have_an_address() {
        for sample in samples(300, 1) {
            let by_mail = sample["consent"]["contact_by"].as_array().unwrap().contains(&json!("email"));
            assert!(!by_mail || sample["citizen"]["email"].is_string(), "{sample}");
        }
    }

    #[test]
    fn every_category_of_the_prose_is_one_of_the_profile() {
        let profile = places::root().unwrap().join("profiles/mauritius");
        let categories = fs::read_to_string(profile.join("categories.csv")).unwrap();
        for prose in Sources::read(&profile).unwrap().prose {
            assert!(categories.contains(&prose.category), "{}", prose.category);
        }
    }
}
