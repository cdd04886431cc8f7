//! The inside figures as files: a workbook, CSV, and the report on paper.

use complaints::profile::text_in;
use jiff::civil::DateTime;
use letters::{Letterhead, Overview, OverviewTable};
use locales::without_isolation;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::tables::Table;
use super::{Asked, Failure, lead};
use crate::error::CentreError;
use crate::web::pages::Pages;

/// A sheet for each table; numbers are numbers.
pub(super) fn workbook(tables: &[Table]) -> Result<Vec<u8>, Failure> {
    let failed = |error: XlsxError| Failure::from(CentreError::Damaged(error.to_string()));
    write(tables).map_err(failed)
}

fn write(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold().set_text_wrap();
    for table in tables {
        let sheet = workbook.add_worksheet().set_name(table.id)?;
        sheet.set_freeze_panes(1, 1)?;
        sheet.set_column_width(0, 44)?;
        for (column, title) in (0_u16..).zip(&table.columns) {
            sheet.write_string_with_format(0, column, without_isolation(title), &bold)?;
        }
        for (row, line) in (1_u32..).zip(&table.rows) {
            sheet.write_string(row, 0, without_isolation(&line.name))?;
            for (column, cell) in (1_u16..).zip(&line.cells) {
                if let Some(number) = cell.number {
                    sheet.write_number(row, column, number as f64)?;
                }
            }
        }
    }
    if tables.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer()
}

/// One number a line: table, line, column, number.
pub(super) fn csv(tables: &[Table]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // A spreadsheet takes a file for UTF-8 only when it says so. Nothing written to memory fails.
    let mut write = |cells: [&str; 4]| drop(writer.write_record(cells.map(plain)));
    write(["\u{feff}table", "line", "column", "number"]);
    for table in tables {
        for row in &table.rows {
            for (column, cell) in table.columns[1..].iter().zip(&row.cells) {
                let number = cell.number.map_or_else(String::new, |number| number.to_string());
                write([table.id, &row.name, column, &number]);
            }
        }
    }
    writer.into_inner().unwrap_or_default()
}

/// What a spreadsheet would compute gets a quotation mark in front (CWE-1236).
fn plain(text: &str) -> String {
    let text = without_isolation(text);
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text }
}

/// The report, for the task force: what stands on the page, without what concerns the pages themselves.
pub(super) fn report(pages: &Pages, asked: &Asked, tables: Vec<Table>) -> Overview {
    let (frame, profile) = (&asked.frame, pages.profile());
    let table = |table: Table| {
        let columns = short(&table);
        let row = |row: &super::tables::Row| {
            let cell = |at: usize| if at == 0 { &row.name } else { &row.cells[at - 1].text };
            columns.iter().map(|at| without_isolation(cell(*at))).collect()
        };
        OverviewTable {
            rows: table.rows.iter().map(row).collect(),
            columns: columns.iter().map(|at| without_isolation(&table.columns[*at])).collect(),
            empty: String::new(),
        }
    };
    let made_at: DateTime = pages.centre.now().datetime();
    let title = format!("{}: {}", frame.t("figures-inside-title"), lead(frame, asked.period));
    let facts = super::tables::facts(frame, &asked.inside).into_iter().take(6);
    Overview {
        language: frame.language,
        head: Letterhead {
            service_title: text_in(&profile.title, frame.tag()).to_owned(),
            lines: profile.letterhead_in(frame.tag()).to_vec(),
            ..Letterhead::default()
        },
        title: without_isolation(&title),
        made_at,
        made_by: asked.signed_in.agent.name.clone(),
        figures: facts.map(|(label, value)| (without_isolation(&label), without_isolation(&value))).collect(),
        tables: tables
            .into_iter()
            .filter(|it| !matches!(it.id, "use" | "visits" | "hour"))
            .map(table)
            .collect(),
        note: without_isolation(&frame.t("figures-meaning-text")),
    }
}

/// The columns that there is room for on paper: of the scoreboards those that count first, of the causes those that are
/// behind most. All together stand in the second column.
fn short(table: &Table) -> Vec<usize> {
    if matches!(table.id, "institution" | "office") {
        return vec![0, 1, 2, 3, 5, 6];
    }
    let sum = |column: &usize| table.rows.iter().filter_map(|row| row.cells[column - 1].number).sum::<u64>();
    let mut causes: Vec<usize> = (2..table.columns.len()).filter(|column| sum(column) > 0).collect();
    causes.sort_by_key(|column| std::cmp::Reverse(sum(column)));
    causes.truncate(4);
    causes.sort_unstable();
    [vec![0, 1], causes].concat()
}
