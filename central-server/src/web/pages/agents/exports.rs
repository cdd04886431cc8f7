//! A list as a table for a spreadsheet, for those who may take one along. No citizen is named in it, and what few people
//! may see is not told.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use complaints::profile::Profile;
use locales::without_isolation;

use super::session::SignedIn;
use super::sign_in;
use crate::access::Right;
use crate::casework::{Page, QueueFilter, QueueRow};
use crate::error::CentreError;
use crate::web::pages::Pages;
use crate::web::pages::failures::Failure;
use crate::web::pages::frame::{Frame, category_name, institution_name, office_name};
use crate::web::pages::visit::Visit;

/// The longest table that is handed out.
const MOST_ROWS: u32 = 20_000;
/// How many are read at once.
const TOGETHER: u32 = 1_000;

/// The columns, by the keys of their headings.
const COLUMNS: [&str; 11] = [
    "centre-fact-reference",
    "centre-fact-registered",
    "centre-fact-kind",
    "centre-fact-status",
    "centre-fact-due",
    "centre-fact-matter",
    "centre-fact-with",
    "agents-column-assignee",
    "centre-fact-office",
    "centre-fact-channel",
    "agents-subject",
];

/// `GET /agents/export`, with what narrows the list behind the `?`.
pub(in crate::web::pages) async fn table(
    State(pages): State<Arc<Pages>>,
    visit: Visit,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let Some(signed_in) = SignedIn::from(&pages, &headers).await? else { return Ok(sign_in::first(&visit)) };
    signed_in.must(Right::Export)?;
    let frame = Frame::new(pages.profile(), &visit);
    let filter = super::queue::filter(&visit, &signed_in);
    let head: Vec<String> = COLUMNS.iter().map(|key| without_isolation(&frame.t(key))).collect();
    let day = pages.centre.now().date();
    let name =
        format!("attachment; filename=\"guichet-{}-{day}.csv\"", super::queue::group_word(filter.group));
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    // What cannot be read is told in place of the table; what fails later ends it, and the browser says so.
    let first = rows(&pages, &signed_in, &filter, &frame, 0).await?;
    let begun = format!("\u{feff}{}{}", csv(&[head]), csv(&first));
    let rest = (first.len() == TOGETHER as usize).then_some(TOGETHER);
    let parts = futures_util::stream::try_unfold(
        (Some(begun), rest, (pages, signed_in, filter, frame)),
        |(begun, offset, asked)| async move {
            if let Some(begun) = begun {
                return Ok(Some((begun, (None, offset, asked))));
            }
            let Some(offset) = offset.filter(|offset| *offset < MOST_ROWS) else { return Ok(None) };
            let (pages, signed_in, filter, frame) = &asked;
            let some = rows(pages, signed_in, filter, frame, offset).await?;
            let rest = (some.len() == TOGETHER as usize).then_some(offset + TOGETHER);
            Ok::<_, CentreError>(Some((csv(&some), (None, rest, asked))))
        },
    );
    Ok((headers, Body::from_stream(parts)).into_response())
}

/// Some of the table’s rows.
async fn rows(
    pages: &Pages,
    signed_in: &SignedIn,
    filter: &QueueFilter,
    frame: &Frame,
    offset: u32,
) -> Result<Vec<Vec<String>>, CentreError> {
    let part = Page { offset, limit: TOGETHER };
    let found = pages.centre.queue_rows(&signed_in.agent, filter, part).await?;
    Ok(found.iter().map(|row| cells(frame, pages.profile(), row)).collect())
}

fn cells(frame: &Frame, profile: &Profile, row: &QueueRow) -> Vec<String> {
    let subject = if row.restricted { frame.t("agents-restricted") } else { row.subject.clone() };
    let cells = [
        row.reference.to_string(),
        row.recorded_at.date().to_string(),
        frame.t(&format!("centre-kind-{}", row.kind)),
        frame.of_kind(&format!("centre-status-{}", row.status), &row.kind),
        row.due_on.map(|day| day.to_string()).unwrap_or_default(),
        category_name(profile, &row.category, frame),
        institution_name(profile, &row.institution, frame).to_owned(),
        row.assignee.clone(),
        office_name(profile, row.office),
        frame.t(&format!("agents-channel-{}", row.channel)),
        subject,
    ];
    cells.map(|cell| without_isolation(&cell)).to_vec()
}

/// Whether a spreadsheet would read a cell as a formula or as something else than text.
fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// RFC 4180, with every cell in quotes. An apostrophe before what a spreadsheet would run makes it text.
fn csv(table: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in table {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| {
                let guard = if begins_a_formula(cell) { "'" } else { "" };
                format!("\"{guard}{}\"", cell.replace('"', "\"\""))
            })
            .collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_table_runs_when_it_is_opened() {
        let cells = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "plain", "a \"b\", c\r\nd"];
        let text = csv(&[cells.map(str::to_owned).to_vec()]);
        let expected = "\"'=cmd|' /C calc'!A0\",\"'+1\",\"'-1\",\"'@SUM(A1)\",\"'\tx\",\"plain\",\"a \"\"b\"\", c\r\nd\"\r\n";
        assert_eq!(text, expected);
    }
}
