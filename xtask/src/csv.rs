//! Reading the small CSV files (RFC 4180) that the samples are made of. Written here because the verbs must
//! compile in seconds; everything else in the workspace uses the `csv` crate.

use std::fs;
use std::path::Path;

use crate::run::{Failure, Outcome};

/// A CSV file with a header line, held in memory.
#[derive(Debug)]
pub(crate) struct Table {
    named: String,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a file in UTF-8.
    pub(crate) fn read(path: &Path) -> Outcome<Table> {
        let text = fs::read_to_string(path)
            .map_err(|error| Failure::system(format!("cannot read {}", path.display()), &error))?;
        Table::parse(&path.display().to_string(), &text)
    }

    /// Parses text; `named` is what errors call it. Every row must have as many fields as the header.
    pub(crate) fn parse(named: &str, text: &str) -> Outcome<Table> {
        let mut rows = fields(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|line| {
            Failure::broken(format!("{named}: the quotes that open in line {line} never close"))
        })?;
        if rows.is_empty() {
            return Err(Failure::broken(format!("{named} is empty")));
        }
        let header = rows.remove(0);
        for (index, row) in rows.iter().enumerate() {
            if row.len() != header.len() {
                let (found, expected) = (row.len(), header.len());
                return Err(Failure::broken(format!(
                    "{named}: row {} has {found} fields instead of {expected}",
                    index + 1
                )));
            }
        }
        Ok(Table { named: named.to_owned(), header, rows })
    }

    /// The number of rows below the header.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// One column, from top to bottom.
    pub(crate) fn column(&self, name: &str) -> Outcome<Vec<&str>> {
        let index = self.header.iter().position(|field| field == name);
        let index = index.ok_or_else(|| Failure::broken(format!("{}: no column `{name}`", self.named)))?;
        Ok(self.rows.iter().map(|row| row[index].as_str()).collect())
    }
}

/// Splits text into rows of fields; `Err` is the line in which quotes open that never close.
fn fields(text: &str) -> Result<Vec<Vec<String>>, usize> {
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let mut quoted_since = None;
    let mut line = 1;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        line += usize::from(c == '\n');
        match (c, quoted_since) {
            ('"', Some(_)) if rest.peek() == Some(&'"') => field.extend(rest.next()),
            ('"', Some(_)) => quoted_since = None,
            (_, Some(_)) => field.push(c),
            ('"', None) if field.is_empty() => quoted_since = Some(line),
            (',', None) => row.push(std::mem::take(&mut field)),
            ('\r', None) if rest.peek() == Some(&'\n') => {}
            ('\n', None) => end_row(&mut rows, &mut row, &mut field),
            (_, None) => field.push(c),
        }
    }
    end_row(&mut rows, &mut row, &mut field);
    quoted_since.map_or(Ok(rows), Err)
}

/// Ends a row; an empty line is none.
fn end_row(rows: &mut Vec<Vec<String>>, row: &mut Vec<String>, field: &mut String) {
    if !row.is_empty() || !field.is_empty() {
        row.push(std::mem::take(field));
        rows.push(std::mem::take(row));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_commas_and_line_ends_inside_a_field_are_kept() {
        let table = Table::parse("t", "a,b\r\n\"x, \"\"y\"\"\",\"1\n2\"\n\n,z").unwrap();
        assert_eq!(table.len(), 2);
        assert_eq!(table.column("a").unwrap(), ["x, \"y\"", ""]);
        assert_eq!(table.column("b").unwrap(), ["1\n2", "z"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let told = |text: &str| Table::parse("t.csv", text).unwrap_err().told();
        assert!(told("").contains("t.csv is empty"));
        assert!(told("a,b\n1\n").contains("row 1 has 1 fields instead of 2"));
        assert!(told("a\nx\n\"y\n").contains("line 3"));
        assert!(Table::parse("t.csv", "a\n1").unwrap().column("z").unwrap_err().told().contains("`z`"));
    }
}
