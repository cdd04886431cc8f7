//! Lists as a clerk narrows them: a filter that stays wherever one goes, a view that is kept under a name, a table that is
//! taken along, and a receipt that is scanned into the search field.

use std::path::Path;
use std::process::Command;

use desktop::steps;
use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Trouble, Window, keys, until};
use serde_json::json;

use crate::languages::is_fine;
use crate::{HEAD, OFFICE, PIN, same, scratch, screen};

#[tokio::test]
async fn filters_stay_views_are_kept_and_a_table_holds_what_the_list_shows() -> Outcome<()> {
    let _screen = screen().await;
    let folder = scratch()?;
    let mut centre = Centre::start(folder.path()).await?;
    let here = Computer::new(folder.path(), "pc1", KeyStore::File(folder.path().join("pc1.key")));
    here.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let [first, _, roads] = three_complaints(&here)?;
    centre.line_down()?;
    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    a_filter_stays(page, &roads).await?;
    window.close().await?;

    let window = Window::open(&here, Bus::Nowhere).await?;
    let page = &window.page;
    steps::sign_in_as(page, HEAD, PIN).await?;
    page.click("go-complaints").await?;
    page.reads("list-count", "2 with these filters").await?;
    a_view_is_kept(page).await?;
    let table = folder.path().join("water.csv");
    a_table_is_saved(page, &table).await?;
    the_table_holds_what_the_list_showed(&table, &first)?;
    window.close().await?;
    let noted = here.ask()?.word("exports").json_lines()?;
    same(
        "who took how many along",
        (noted[0]["by"].clone(), noted[0]["complaints"].clone()),
        (json!(HEAD), json!(2)),
    )
}

/// Two about water, the first with all that a table must not break on, and one about a road.
fn three_complaints(here: &Computer) -> Outcome<[String; 3]> {
    let line = |category: &str, surname: &str, text: &str| {
        json!({
            "category": category, "text": text, "language": "mfe", "consent": {"notice": "1"},
            "citizen": {"surname": surname, "nic": "Z010100 000004 7", "phone": "5700 0265"},
        })
        .to_string()
    };
    let lines = [
        line("Water/No water / low pressure", "Zéphir", "=1+1 \"dilo\", trwa zour;\nlot lalign"),
        line("Water/No water / low pressure", "العلوي", "Pena dilo."),
        line("Roads/Pothole / resurfacing", "Pentiah", "Enn gro trou lor sime."),
    ];
    let registered = here.register(&lines.join("\n"))?;
    let reference = |at: usize| registered[at].0.clone();
    Ok([reference(0), reference(1), reference(2)])
}

async fn pick(page: &Page, filter: &str, value: &str) -> Outcome<()> {
    page.see(&format!("filter-by-{filter}")).await?;
    let script = "
        const select = document.querySelector(`[data-testid=filter-by-${arguments[0]}]`);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![filter.into(), value.into()]).await.map(drop)
}

async fn a_filter_stays(page: &Page, roads: &str) -> Outcome<()> {
    page.click("go-complaints").await?;
    page.contains("complaint-table", roads).await?;
    pick(page, "with", "CWA").await?;
    page.reads("list-count", "2 with these filters").await?;
    page.click("go-drafts").await?;
    page.see("drafts-empty").await?;
    page.click("go-complaints").await?;
    page.reads("list-count", "2 with these filters").await?;
    same("the road", page.text("complaint-table").await?.contains(roads), false)?;
    the_keyboard_stays_with_its_line(page).await?;
    // It narrows what is searched for, too, and says so.
    page.press(&[keys::CONTROL, 'f']).await?;
    page.fill("search", roads).await?;
    page.see("search-empty").await?;
    page.contains("search-empty", "Take a filter away").await?;
    page.press(&[keys::CONTROL, 'l']).await?;
    steps::sign_in(page, PIN).await?;
    page.see("search-empty").await?;
    page.click("go-complaints").await?;
    page.reads("list-count", "2 with these filters").await
}

/// What is looked for changes while the keyboard is in the lines, as when an exchange brings others.
async fn the_keyboard_stays_with_its_line(page: &Page) -> Outcome<()> {
    const LINES: &str = "
        const lines = [...document.querySelectorAll('[data-row]')];
        return [lines.length, lines.indexOf(document.activeElement), document.activeElement.textContent];";
    page.press(&[keys::CONTROL, 'f']).await?;
    page.fill("search", "dilo").await?;
    page.has("search-count", "data-words", "dilo").await?;
    page.press(&[keys::DOWN]).await?;
    page.press(&[keys::DOWN]).await?;
    let before = page.script(LINES, vec![]).await?;
    same("two lines, the keyboard in the second", (&before[0], &before[1]), (&json!(2), &json!(1)))?;
    let script = "
        const field = document.getElementById('search');
        field.value = document.activeElement.closest('tr').cells[1].textContent.trim();
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return field.value;";
    let name = page.script(script, vec![]).await?;
    page.has("search-count", "data-words", name.as_str().unwrap_or_default()).await?;
    let after = page.script(LINES, vec![]).await?;
    same("one line, the keyboard in it", (&after[0], &after[1]), (&json!(1), &json!(0)))?;
    same("it is the same complaint", &after[2], &before[2])?;
    // Lines that were put aside cannot be reached.
    page.press(&[keys::CONTROL, 'f']).await?;
    page.press(&[keys::CONTROL, 'a']).await?;
    page.press(&[keys::DELETE]).await?;
    page.has("search-count", "data-words", "").await?;
    page.press(&[keys::DOWN]).await?;
    page.focuses("search").await?;
    page.must_be_accessible("the search with nothing in its field").await?;
    same(
        "lines for the Tab key",
        page.script("return document.querySelectorAll('[data-row]:not([tabindex])').length", vec![]).await?,
        json!(0),
    )
}

async fn a_view_is_kept(page: &Page) -> Outcome<()> {
    page.click("view-open").await?;
    page.click("view-keep").await?;
    page.contains("view-name-error", "Type a name").await?;
    page.fill("view-name", "Dilo CWA").await?;
    is_fine(page, "en", "list-view").await?;
    page.press(&[keys::ENTER]).await?;
    page.contains("view", "Dilo CWA").await?;
    page.has("view", "aria-current", "true").await?;
    page.click("filters-clear").await?;
    page.contains("list-count", "3 complaints").await?;
    page.click("view").await?;
    page.reads("list-count", "2 with these filters").await?;
    is_fine(page, "en", "list-narrowed").await
}

async fn a_table_is_saved(page: &Page, table: &Path) -> Outcome<()> {
    page.click("export-open").await?;
    page.see("export-csv").await?;
    is_fine(page, "en", "list-export").await?;
    // The window waits for the system's own dialog, and the driver for the window.
    page.script("setTimeout(() => document.querySelector('[data-testid=export-csv]').click(), 50)", vec![])
        .await?;
    save_in_the_dialog(table).await?;
    page.contains("export-said", "2 complaints saved in").await?;
    page.contains("export-said", "water.csv").await.map(drop)
}

/// Types a path into the system's dialog, as a person does.
async fn save_in_the_dialog(path: &Path) -> Outcome<()> {
    let dialog = until("the system asks where to save", desktop::PATIENCE, async || {
        let found = xdotool(&["search", "--onlyvisible", "--name", "^Save"])?;
        Ok(found.split_whitespace().next_back().map(str::to_owned))
    })
    .await?;
    xdotool(&["windowfocus", "--sync", &dialog])?;
    xdotool(&["key", "ctrl+a"])?;
    xdotool(&["type", "--delay", "20", &path.to_string_lossy()])?;
    xdotool(&["key", "Return"])?;
    until("the table is there", desktop::PATIENCE, async || Ok(path.is_file().then_some(()))).await
}

fn xdotool(words: &[&str]) -> Outcome<String> {
    let output = Command::new("xdotool").args(words).output();
    let output = output.map_err(|error| Trouble::while_doing("xdotool (Debian package xdotool)", error))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn the_table_holds_what_the_list_showed(table: &Path, first: &str) -> Outcome<()> {
    let bytes = crate::bytes(table)?;
    same("the mark that spreadsheets look for", bytes.starts_with("\u{feff}".as_bytes()), true)?;
    let mut reader = csv::Reader::from_reader(&bytes[3..]);
    let failed = |error| Trouble::while_doing(table.display(), error);
    let headings = reader.headers().map_err(failed)?.clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().map_err(failed)?;
    same("rows", rows.len(), 2)?;
    let of = |row: &csv::StringRecord, heading: &str| {
        let at = headings.iter().position(|other| other == heading);
        at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
    };
    // The latest comes first, as in the list.
    same("the reference", of(&rows[1], "Reference"), first.to_owned())?;
    same("the citizen", of(&rows[1], "Citizen"), "Zéphir".to_owned())?;
    same("the other citizen", of(&rows[0], "Citizen"), "العلوي".to_owned())?;
    let text = of(&rows[1], "What happened, in the citizen’s words");
    same(
        "the text, which a spreadsheet must not run",
        text,
        "'=1+1 \"dilo\", trwa zour;\nlot lalign".to_owned(),
    )?;
    let whole = String::from_utf8_lossy(&bytes).into_owned();
    same("an identity number", whole.contains("010100"), false)?;
    same("what the filter left out", whole.contains("Pentiah"), false)
}
