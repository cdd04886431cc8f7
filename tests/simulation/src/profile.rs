//! A small profile for the simulated country: a few rows of the real one, and as many offices as are wanted.

use central_server::profiles::mauritius;
use complaints::profile::Bundle;

/// Rows that each long file keeps below its header.
const ROWS: usize = 3;

/// The profile with offices 1 to `offices`. Each edition is another profile.
pub(crate) fn profile(offices: u8, edition: u32) -> Bundle {
    let real = mauritius();
    let mut small = Bundle::default();
    for name in Bundle::file_names() {
        let content = match *name {
            "offices.csv" => (1..=offices)
                .fold("code,name,address,hours,phone\n".to_owned(), |rows, code| {
                    format!("{rows}{code:02},Office {code:02},,,\n")
                }),
            "documents.csv" | "routing.csv" => first_lines(real.file(name), 1),
            "categories.csv" | "localities.csv" | "holidays.csv" => first_lines(real.file(name), 1 + ROWS),
            "profile.toml" => format!("# Edition {edition}\n{}", real.file(name)),
            _ => real.file(name).to_owned(),
        };
        small.insert(name, content);
    }
    small
}

fn first_lines(text: &str, lines: usize) -> String {
    text.lines().take(lines).map(|line| format!("{line}\n")).collect()
}
