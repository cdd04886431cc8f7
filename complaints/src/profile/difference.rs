//! What two versions of a profile say differently, row by row and cell by cell: for people who decide about it.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::Sheet;
use super::{Bundle, FILES};

/// What names a row of each table. Of several rows with the same name the first is compared with the first.
const KEYS: [(&str, &[&str]); 7] = [
    ("institutions.csv", &["code"]),
    ("categories.csv", &["code"]),
    ("documents.csv", &["category", "name_en", "name_fr", "name_mfe", "name_ar"]),
    ("routing.csv", &["category", "locality"]),
    ("offices.csv", &["code"]),
    ("holidays.csv", &["date"]),
    ("localities.csv", &["name"]),
];

const HEAD: &str = "profile.toml";

/// One row, or one line of `profile.toml`, that is not the same in both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The file.
    pub file: String,
    /// What names the row: its code, its day, or the line of `profile.toml`.
    pub key: String,
    /// The row as it is after the change; a row that is gone, as it was.
    pub row: BTreeMap<String, String>,
    /// What became of it.
    pub what: Change,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// These cells are others.
    Changed(Vec<Cell>),
}

/// A cell that is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its column; empty for a line of `profile.toml`.
    pub column: String,
    /// What stood there.
    pub before: String,
    /// What stands there.
    pub after: String,
}

/// Everything that is not the same in two versions, in the order of the files and of their rows.
pub fn differences(before: &Bundle, after: &Bundle) -> Vec<Difference> {
    let mut found = of_head(before, after);
    for (file, keys) in KEYS {
        found.extend(of_table(before, after, file, keys));
    }
    // A file that only a newer program knows is compared as a whole.
    let others = before.names().chain(after.names()).filter(|name| !FILES.contains(name));
    for file in others.collect::<BTreeSet<_>>() {
        if before.file(file) != after.file(file) {
            found.push(changed(file, file, vec![Cell::default()]));
        }
    }
    found
}

impl Default for Cell {
    fn default() -> Self {
        Self { column: String::new(), before: "…".to_owned(), after: "…".to_owned() }
    }
}

fn changed(file: &str, key: &str, cells: Vec<Cell>) -> Difference {
    let (file, key) = (file.to_owned(), key.to_owned());
    Difference { file, key, row: BTreeMap::new(), what: Change::Changed(cells) }
}

fn of_table(before: &Bundle, after: &Bundle, file: &str, keys: &[&str]) -> Vec<Difference> {
    if before.file(file) == after.file(file) {
        return Vec::new();
    }
    let (Ok(old), Ok(new)) = (Sheet::read(before, file), Sheet::read(after, file)) else {
        return vec![changed(file, file, vec![Cell::default()])];
    };
    let (old_rows, new_rows) = (named(&old, keys), named(&new, keys));
    let mut found = Vec::new();
    for (name, row) in &new_rows {
        let what = match old_rows.iter().find(|(other, _)| other == name) {
            None => Change::Added,
            Some((_, was)) => match cells(&old, *was, &new, *row) {
                cells if cells.is_empty() => continue,
                cells => Change::Changed(cells),
            },
        };
        found.push(Difference { file: file.to_owned(), key: name.0.clone(), row: whole(&new, *row), what });
    }
    for (name, row) in old_rows.iter().filter(|(name, _)| !new_rows.iter().any(|(other, _)| other == name)) {
        let row = whole(&old, *row);
        found.push(Difference { file: file.to_owned(), key: name.0.clone(), row, what: Change::Removed });
    }
    found
}

/// Each row with what names it, and which of the rows of that name it is.
fn named(sheet: &Sheet, keys: &[&str]) -> Vec<((String, usize), usize)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let name = |row: usize| {
        let parts: Vec<&str> =
            keys.iter().map(|key| sheet.cell(row, key)).filter(|cell| !cell.is_empty()).collect();
        let name = parts.join(" · ");
        let which = seen.entry(name.clone()).or_default();
        *which += 1;
        ((name, *which), row)
    };
    (0..sheet.len()).map(name).collect()
}

fn whole(sheet: &Sheet, row: usize) -> BTreeMap<String, String> {
    sheet.cells(row).map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect()
}

fn cells(old: &Sheet, was: usize, new: &Sheet, row: usize) -> Vec<Cell> {
    let mut columns: Vec<&str> = new.columns().collect();
    columns.extend(old.columns().filter(|column| !new.columns().any(|known| known == *column)));
    let cell = |column: &str| {
        let (before, after) = (old.cell(was, column).to_owned(), new.cell(row, column).to_owned());
        Cell { column: column.to_owned(), before, after }
    };
    columns.into_iter().map(cell).filter(|cell| cell.before != cell.after).collect()
}

fn of_head(before: &Bundle, after: &Bundle) -> Vec<Difference> {
    if before.file(HEAD) == after.file(HEAD) {
        return Vec::new();
    }
    let (old, new) = (lines(before), lines(after));
    let keys: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let said = |lines: &BTreeMap<String, String>, key: &str| lines.get(key).cloned().unwrap_or_default();
    let line = |key: &String| {
        let (before, after) = (said(&old, key), said(&new, key));
        (before != after).then(|| changed(HEAD, key, vec![Cell { column: String::new(), before, after }]))
    };
    keys.into_iter().filter_map(line).collect()
}

/// Every value of `profile.toml` by its way there, `portal.office`.
fn lines(bundle: &Bundle) -> BTreeMap<String, String> {
    let mut lines = BTreeMap::new();
    match bundle.file(HEAD).parse::<toml::Table>() {
        Ok(table) => spread("", &toml::Value::Table(table), &mut lines),
        Err(_) => drop(lines.insert(HEAD.to_owned(), bundle.file(HEAD).to_owned())),
    }
    lines
}

fn spread(way: &str, value: &toml::Value, lines: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::Table(table) => table.iter().for_each(|(key, value)| {
            let way = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
            spread(&way, value, lines);
        }),
        toml::Value::String(text) => drop(lines.insert(way.to_owned(), text.clone())),
        other => drop(lines.insert(way.to_owned(), other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(files: &[(&str, &str)]) -> Bundle {
        let mut bundle = Bundle::default();
        for (name, text) in files {
            bundle.insert(name, (*text).to_owned());
        }
        bundle
    }

    #[test]
    fn rows_are_compared_by_what_names_them_and_not_by_where_they_stand() {
        let before = bundle(&[("offices.csv", "code,name\n01,One\n02,Two\n")]);
        let after = bundle(&[("offices.csv", "code,name,closed_from\n02,Two,2027-01-01\n03,Three,\n")]);
        let found = differences(&before, &after);
        let told: Vec<(&str, &Change)> = found.iter().map(|it| (it.key.as_str(), &it.what)).collect();
        let closed =
            Cell { column: "closed_from".to_owned(), before: String::new(), after: "2027-01-01".to_owned() };
        let expected =
            [("02", &Change::Changed(vec![closed])), ("03", &Change::Added), ("01", &Change::Removed)];
        assert_eq!(told, expected);
        assert_eq!(found[2].row["name"], "One", "a row that is gone is told as it was");
        assert!(differences(&after, &after).is_empty());
        let moved = bundle(&[("offices.csv", "code,name\n02,Two\n01,One\n")]);
        assert!(differences(&before, &moved).is_empty());
    }

    #[test]
    fn rows_of_the_same_name_are_compared_one_by_one() {
        let before = bundle(&[("routing.csv", "category,locality,institution\nLA,,A\nLA,,B\n")]);
        let after = bundle(&[("routing.csv", "category,locality,institution\nLA,,A\nLA,,C\n")]);
        let found = differences(&before, &after);
        let Change::Changed(cells) = &found[0].what else { panic!("{found:?}") };
        assert_eq!((found.len(), cells[0].before.as_str(), cells[0].after.as_str()), (1, "B", "C"));
    }

    #[test]
    fn the_lines_of_the_head_are_told_by_their_way() {
        let before = bundle(&[("profile.toml", "paper = \"a4\"\n[portal]\noffice = \"90\"\n")]);
        let after = bundle(&[(
            "profile.toml",
            "# words\npaper = \"a5\"\n[portal]\noffice = \"90\"\nrate_days = 3\n",
        )]);
        let found = differences(&before, &after);
        let told: Vec<String> = found.iter().map(|it| format!("{} {:?}", it.key, it.what)).collect();
        assert_eq!(found.len(), 2, "{told:?}");
        assert!(told[0].contains("paper") && told[0].contains("a5"));
        assert!(told[1].contains("portal.rate_days"));
    }
}
