//! A table of a profile as it lies in its file, for changing it row by row. Every column and every row stays, also one that
//! this program does not read: what a newer one wrote there is not lost.

use super::Bundle;

/// The rows of a table with their columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A file whose rows have more or fewer cells than its first line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0} is no table: a row has more or fewer cells than the first line")]
pub struct SheetError(pub String);

impl Sheet {
    /// Reads a table of a profile; a file that is not there has no columns and no rows.
    ///
    /// # Errors
    /// [`SheetError`].
    pub fn read(bundle: &Bundle, file: &str) -> Result<Self, SheetError> {
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(bundle.file(file).as_bytes());
        let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
        let failed = |_| SheetError(file.to_owned());
        let columns = cells(reader.headers().map_err(failed)?);
        let rows = reader.records().map(|record| record.as_ref().map(cells).map_err(|_| ()));
        let rows = rows.collect::<Result<_, _>>().map_err(|()| SheetError(file.to_owned()))?;
        Ok(Self { columns, rows })
    }

    /// Writes it into a profile in place of what is there.
    pub fn write(&self, bundle: &mut Bundle, file: &str) {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        let written =
            std::iter::once(&self.columns).chain(&self.rows).try_for_each(|row| writer.write_record(row));
        written.expect("every row is as long as the first one, and a vector takes every byte");
        let bytes = writer.into_inner().expect("a vector takes every byte");
        bundle.insert(file, String::from_utf8(bytes).expect("what is written are texts"));
    }

    /// The columns, in their order.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(String::as_str)
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A cell; empty where there is no such column or row.
    pub fn cell(&self, row: usize, column: &str) -> &str {
        let at = self.columns.iter().position(|known| known == column);
        at.and_then(|at| self.rows.get(row)?.get(at)).map_or("", String::as_str)
    }

    /// The cells of a row with the names of their columns.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = (&str, &str)> {
        let cells = self.rows.get(row).into_iter().flatten();
        self.columns.iter().zip(cells).map(|(column, cell)| (column.as_str(), cell.as_str()))
    }

    /// The first row in which these columns say that.
    pub fn find(&self, wanted: &[(&str, &str)]) -> Option<usize> {
        (0..self.rows.len()).find(|row| wanted.iter().all(|(column, cell)| self.cell(*row, column) == *cell))
    }

    /// The last row in which these columns say that.
    pub fn find_last(&self, wanted: &[(&str, &str)]) -> Option<usize> {
        (0..self.rows.len())
            .rev()
            .find(|row| wanted.iter().all(|(column, cell)| self.cell(*row, column) == *cell))
    }

    /// Writes a cell. A column that the table does not have is added behind the others, unless the cell is empty.
    pub fn set(&mut self, row: usize, column: &str, cell: &str) {
        let known = self.columns.iter().position(|known| known == column);
        let at = match known {
            Some(at) => at,
            None if cell.is_empty() => return,
            None => {
                self.columns.push(column.to_owned());
                self.rows.iter_mut().for_each(|row| row.push(String::new()));
                self.columns.len() - 1
            }
        };
        if let Some(place) = self.rows.get_mut(row).and_then(|row| row.get_mut(at)) {
            cell.trim().clone_into(place);
        }
    }

    /// Adds an empty row behind that one, or behind all; where it stands.
    pub fn add_row(&mut self, after: Option<usize>) -> usize {
        let at = after.map_or(self.rows.len(), |after| (after + 1).min(self.rows.len()));
        self.rows.insert(at, vec![String::new(); self.columns.len()]);
        at
    }

    /// Takes a row out.
    pub fn remove_row(&mut self, row: usize) {
        if row < self.rows.len() {
            self.rows.remove(row);
        }
    }

    /// Takes the rows out for which that holds.
    pub fn remove_where(&mut self, wanted: &[(&str, &str)]) {
        while let Some(row) = self.find(wanted) {
            self.remove_row(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle(text: &str) -> Bundle {
        let mut bundle = Bundle::default();
        bundle.insert("offices.csv", text.to_owned());
        bundle
    }

    #[test]
    fn what_is_not_changed_stays_as_it_is_also_a_column_that_nobody_reads() {
        let mut bundle = bundle("code,name,colour\n01,\"Place d’Armes, 2\",red\n02,Two,\n");
        let mut sheet = Sheet::read(&bundle, "offices.csv").unwrap();
        let row = sheet.find(&[("code", "02")]).unwrap();
        sheet.set(row, "name", " Two, \"new\" ");
        sheet.set(row, "closed_from", "2027-01-01");
        sheet.set(row, "never", "");
        sheet.write(&mut bundle, "offices.csv");
        let text = "code,name,colour,closed_from\n01,\"Place d’Armes, 2\",red,\n02,\"Two, \"\"new\"\"\",,2027-01-01\n";
        assert_eq!(bundle.file("offices.csv"), text);
        assert_eq!(Sheet::read(&bundle, "offices.csv").unwrap().cell(1, "name"), "Two, \"new\"");
    }

    #[test]
    fn rows_are_added_behind_another_one_and_taken_out() {
        let bundle = bundle("code,name\n01,One\n03,Three\n");
        let mut sheet = Sheet::read(&bundle, "offices.csv").unwrap();
        let added = sheet.add_row(sheet.find(&[("code", "01")]));
        sheet.set(added, "code", "02");
        let codes = |sheet: &Sheet| {
            (0..sheet.len()).map(|row| sheet.cell(row, "code").to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(codes(&sheet), ["01", "02", "03"]);
        sheet.remove_where(&[("name", "Three")]);
        assert_eq!(codes(&sheet), ["01", "02"]);
        assert_eq!(sheet.cell(9, "code"), "");
    }

    #[test]
    fn a_file_that_is_missing_is_an_empty_table_and_a_ragged_one_is_none() {
        let empty = Sheet::read(&Bundle::default(), "routing.csv").unwrap();
        assert!(empty.is_empty() && empty.columns().count() == 0);
        assert!(Sheet::read(&bundle("a,b\n1,2,3\n"), "offices.csv").is_err());
        let mut made = empty;
        let row = made.add_row(None);
        made.set(row, "category", "LA");
        let mut bundle = Bundle::default();
        made.write(&mut bundle, "routing.csv");
        assert_eq!(bundle.file("routing.csv"), "category\nLA\n");
    }
}
