//! The register that is taken over: lines of invented words, as many and as different as one likes, and how to read them.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use crate::places::Places;
use crate::run::{Failure, Outcome};
use crate::samples::Random;

/// A line becomes a registration, an answer and two statuses; a fifth of them stays open.
const OPERATIONS_A_LINE: f64 = 0.8 * 4.0 + 0.2;

/// Words from which texts are made, the first of them far more often than the last.
const WORDS: usize = 4_000;

/// Words of a text.
const WORDS_A_TEXT: usize = 24;

/// How to read the register.
const MAPPING: &str = r#"
source = "bench"
time_formats = ["%Y-%m-%d %H:%M"]
language = "en"
[columns]
number = "number"
received = "received"
text = ["text"]
answer = "answer"
closed = "closed"
[category]
column = "category"
[category.values]
"#;

const CATEGORIES: [&str; 7] = [
    "water-leak",
    "water-none",
    "road-pothole",
    "street-lamp",
    "refuse-missed",
    "env-noise",
    "social-pension",
];

/// As many lines as become that many operations.
pub(super) fn lines_of(operations: u64) -> u64 {
    (operations as f64 / OPERATIONS_A_LINE).ceil() as u64
}

/// What lines become.
pub(super) fn operations_of(lines: u64) -> u64 {
    (lines as f64 * OPERATIONS_A_LINE).round() as u64
}

/// A word that every sixth line has, or a few of all.
pub(super) fn word(at: usize) -> String {
    const SYLLABLES: [&str; 16] =
        ["ba", "di", "lo", "mu", "re", "sa", "ti", "vo", "ka", "ne", "pi", "zu", "fa", "ge", "ri", "tu"];
    let mut word = String::new();
    let mut left = at + 17;
    while left > 0 {
        word.push_str(SYLLABLES[left % SYLLABLES.len()]);
        left /= SYLLABLES.len();
    }
    word
}

/// A word that the line of that number has alone.
pub(super) fn own_word(number: u64) -> String {
    format!("lot{number}x")
}

/// Every category of the profile by its own code.
pub(super) fn write_mapping(places: &Places, path: &Path) -> Outcome<()> {
    let mut text = MAPPING.to_owned();
    for code in codes(&places.root)? {
        let _ = writeln!(text, "\"{code}\" = \"{code}\"");
    }
    text.push_str(
        "[status]\ncolumn = \"status\"\n[status.values]\nopen = \"received\"\nclosed = \"closed\"\n",
    );
    fs::write(path, text).map_err(|error| Failure::system(path.display(), &error))
}

fn codes(root: &Path) -> Outcome<Vec<String>> {
    let path = root.join("profiles/mauritius/categories.csv");
    let text = fs::read_to_string(&path).map_err(|error| Failure::system(path.display(), &error))?;
    Ok(text.lines().skip(1).filter_map(|line| line.split(',').next().map(str::to_owned)).collect())
}

/// The lines after those that are there already, spread over two years.
pub(super) fn write(path: &Path, from: u64, up_to: u64) -> Outcome<()> {
    let failed = |error: std::io::Error| Failure::system(path.display(), &error);
    let mut random = Random::new(7 + from);
    let words: Vec<String> = (0..WORDS).map(word).collect();
    let mut file = BufWriter::new(File::create(path).map_err(failed)?);
    writeln!(file, "number,received,text,category,answer,closed,status").map_err(failed)?;
    for number in from..up_to {
        let month = random.between(0, 21);
        let (year, month) = (2025 + month / 12, month % 12 + 1);
        let (day, hour) = (random.between(1, 14), random.between(7, 17));
        let category = random.one_of(&CATEGORIES);
        let closed = day + random.between(0, 13);
        let status = if random.between(1, 5) == 1 { "open" } else { "closed" };
        let mut text = own_word(number);
        for _ in 0..WORDS_A_TEXT {
            // The less of three: few words stand in most texts, most words in few.
            let drawn = (0..3).map(|_| random.between(0, WORDS as u64 - 1)).min().unwrap_or(0) as usize;
            text.push(' ');
            text.push_str(&words[drawn]);
        }
        writeln!(
            file,
            "{number},{year}-{month:02}-{day:02} {hour:02}:00,{text}.,{category},Looked at and mended.,\
             {year}-{month:02}-{closed:02} 12:00,{status}"
        )
        .map_err(failed)?;
    }
    file.flush().map_err(failed)
}
