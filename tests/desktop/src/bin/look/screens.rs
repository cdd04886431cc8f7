//! The screens behind the door, and how each is come to and left.

use desktop::{Bus, Outcome, Page, Trouble, Window, keys, steps};

use crate::checks::Findings;
use crate::scene::{self, HEAD, PIN, Scene};
use crate::ways::Way;
use crate::{Arguments, forced, say};

/// What is done to come to a screen or to leave it.
#[derive(Debug, Clone, Copy)]
enum Do {
    Click(&'static str),
    Fill(&'static str, &'static str),
    Empty(&'static str),
    Set(&'static str, &'static str),
    Press(&'static [char]),
    Scroll(&'static str),
    /// Waits until that text is read there.
    Read(&'static str, &'static str),
}

/// Where one begins.
#[derive(Debug, Clone, Copy)]
enum At {
    Place(&'static str),
    Open(&'static str),
    Answered(&'static str),
    Differs(&'static str),
}

/// A screen: its name, where it is, what is done there, what is seen then, and how it is left.
type Screen = (&'static str, At, &'static [Do], &'static str, &'static [Do]);

const ESCAPE: &[Do] = &[Do::Press(&[keys::ESCAPE])];
const CANCEL: &[Do] = &[Do::Click("cancel-note")];

const SCREENS: [Screen; 50] = [
    ("morning", At::Place("morning"), &[], "ledger", &[]),
    ("list", At::Place("complaints/all"), &[], "complaint-table", &[]),
    ("list-overdue", At::Place("complaints/overdue"), &[], "complaint-table", &[]),
    ("list-none", At::Place("complaints/owed"), &[], "page-title", &[]),
    (
        "list-view",
        At::Place("complaints/all"),
        &[Do::Click("view-open")],
        "view-name",
        &[Do::Click("view-open")],
    ),
    (
        "list-export",
        At::Place("complaints/all"),
        &[Do::Click("export-open")],
        "export-csv",
        &[Do::Click("export-open")],
    ),
    (
        "list-days",
        At::Place("complaints/all"),
        &[Do::Set("filter-by-registered", "days"), Do::Set("filter-from", "yesterday")],
        "filter-from-error",
        &[Do::Click("filters-clear")],
    ),
    ("list-paper", At::Place("complaints/all"), &[Do::Click("print-list")], "receipt-pages", &[]),
    ("search", At::Place("sent"), &[Do::Fill("search", "dilo")], "search-count", &[Do::Empty("search")]),
    ("search-none", At::Place("sent"), &[Do::Fill("search", "qqqq")], "search-empty", &[Do::Empty("search")]),
    ("register", At::Place("register"), &[], "register-form", &[]),
    (
        "register-to-tell",
        At::Place("register"),
        &[
            Do::Fill("citizen-find", "dookhun"),
            Do::Read("citizen-find-list", "Dookhun"),
            Do::Press(&[keys::ENTER]),
        ],
        "known-to-tell",
        &[],
    ),
    (
        "register-errors",
        At::Place("register"),
        &[Do::Press(&[keys::CONTROL, keys::ENTER])],
        "error-summary",
        &[],
    ),
    ("register-bottom", At::Place("register"), &[Do::Scroll("complaint-text")], "register-form", &[]),
    (
        "register-for-another",
        At::Place("register"),
        &[Do::Click("for-another")],
        "representative-name",
        &[Do::Click("for-another")],
    ),
    ("complaint", At::Open("complaint"), &[], "story", &[]),
    ("complaint-note", At::Open("complaint"), &[Do::Click("write-note")], "note-text", CANCEL),
    ("complaint-ask", At::Open("complaint"), &[Do::Click("deed-ask_for_document")], "deed-what", CANCEL),
    ("complaint-menu", At::Open("complaint"), &[Do::Click("more")], "more-list", ESCAPE),
    (
        "complaint-correct",
        At::Open("complaint"),
        &[Do::Click("correct")],
        "correct-form",
        &[Do::Click("correct-cancel")],
    ),
    ("complaint-documents", At::Open("complaint"), &[Do::Scroll("documents")], "documents", &[]),
    ("complaint-show", At::Open("complaint"), &[Do::Click("document-show")], "document-image", ESCAPE),
    ("complaint-answered", At::Answered("complaint"), &[], "story", &[]),
    ("complaint-close", At::Answered("complaint"), &[Do::Click("deed-close")], "stars-4", CANCEL),
    ("complaint-differs", At::Differs("complaint"), &[], "differ-surname", &[]),
    ("receipt", At::Open("receipt"), &[], "receipt-pages", &[]),
    ("letters", At::Answered("letters"), &[], "letters", &[]),
    ("letter", At::Answered("letters"), &[Do::Click("letter-answer")], "receipt-pages", &[]),
    ("letter-hand-over", At::Answered("letters"), &[Do::Click("letter-hand_over")], "receipt-pages", &[]),
    ("papers", At::Place("papers"), &[], "paper-day", &[]),
    (
        "papers-checked",
        At::Place("papers"),
        &[Do::Fill("scanned", "HC1:NOTHING"), Do::Click("check")],
        "checked",
        &[],
    ),
    (
        "papers-mistyped",
        At::Place("papers"),
        &[Do::Fill("paper-day", "yesterday"), Do::Click("show-day")],
        "paper-day-error",
        &[],
    ),
    ("paper-day", At::Place("papers"), &[Do::Click("show-day")], "receipt-pages", &[]),
    ("paper-month", At::Place("papers"), &[Do::Click("show-month")], "receipt-pages", &[]),
    ("paper-privacy", At::Place("paper/privacy"), &[], "receipt-pages", &[]),
    ("paper-tasks", At::Place("print/tasks"), &[], "receipt-pages", &[]),
    ("to-tell", At::Place("to-tell"), &[], "tell-name", &[]),
    ("drafts", At::Place("drafts"), &[], "drafts", &[]),
    ("waiting", At::Place("waiting"), &[], "page-title", &[]),
    ("sent", At::Place("sent"), &[], "page-title", &[]),
    ("tasks", At::Place("tasks"), &[], "tasks", &[]),
    ("clerks", At::Place("clerks"), &[], "clerk-form", &[]),
    ("done", At::Place("done"), &[], "page-title", &[]),
    ("settings", At::Place("settings"), &[], "settings-form", &[]),
    ("settings-pin", At::Place("settings"), &[Do::Click("own-pin-open")], "settings-form", &[]),
    ("settings-backup", At::Place("settings"), &[Do::Scroll("backup-part")], "backup-part", &[]),
    (
        "status-panel",
        At::Place("sent"),
        &[Do::Click("status-line")],
        "status-panel",
        &[Do::Click("panel-close")],
    ),
    ("keys", At::Place("sent"), &[Do::Click("keys")], "keys-dialog", ESCAPE),
    ("preferences", At::Place("sent"), &[Do::Click("preferences")], "preferences-dialog", ESCAPE),
    (
        "sign-in",
        At::Place("sent"),
        &[Do::Press(&[keys::CONTROL, 'l'])],
        "pin",
        &[Do::Fill("pin", PIN), Do::Press(&[keys::ENTER])],
    ),
];

/// Goes through all screens in all ways.
pub(crate) async fn look(arguments: &Arguments, findings: &mut Findings) -> Outcome<()> {
    let wanted: Vec<&Screen> = SCREENS.iter().filter(|screen| arguments.wants(screen.0)).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let folder = tempfile::tempdir().map_err(|error| Trouble::while_doing("no scratch folder", error))?;
    let scene = scene::set_up(folder.path()).await?;
    let window = Window::open_with_pictures(&scene.here, Bus::Nowhere, &arguments.out, "").await?;
    steps::sign_in_as(&window.page, HEAD, PIN).await?;
    a_draft(&window.page).await?;
    let ids = Ids::read(&window.page, &scene).await?;
    for way in arguments.ways() {
        say(format!("{}: {} screens", way.name, wanted.len()))?;
        way.take(&window.page).await?;
        for screen in &wanted {
            let name = format!("{} ({})", screen.0, way.name);
            if let Err(trouble) = look_at(&window.page, way, screen, &ids, arguments, findings).await {
                findings.add(format!("{name} was not come to: {trouble}"));
                window.page.press(&[keys::ESCAPE]).await?;
            }
        }
    }
    window.close().await
}

async fn look_at(
    page: &Page,
    way: &Way,
    (name, at, before, shown, after): &Screen,
    ids: &Ids,
    arguments: &Arguments,
    findings: &mut Findings,
) -> Outcome<()> {
    // Anew, even where one is already.
    page.script("location.hash = '#/waiting'", vec![]).await?;
    page.has("go-waiting", "aria-current", "page").await?;
    page.script("location.hash = arguments[0]", vec![ids.hash(*at).into()]).await?;
    for deed in *before {
        perform(page, *deed).await?;
    }
    page.see(shown).await?;
    page.rests().await?;
    page.picture(&format!("{}/{name}", way.name)).await?;
    findings.look(page, &format!("{name} ({})", way.name)).await?;
    if way.forced {
        forced::take_along(page, arguments, &arguments.out.join(way.name).join(format!("{name}.html")))
            .await?;
    }
    for deed in *after {
        perform(page, *deed).await?;
    }
    if *name == "sign-in" { page.see("lock").await } else { Ok(()) }
}

async fn perform(page: &Page, deed: Do) -> Outcome<()> {
    let middle =
        "document.querySelector(`[data-testid=${arguments[0]}]`).scrollIntoView({ block: 'center' })";
    match deed {
        Do::Click(id) => {
            page.see(id).await?;
            page.script(middle, vec![id.into()]).await?;
            page.click(id).await
        }
        Do::Fill(id, text) => page.fill(id, text).await,
        Do::Set(id, value) => set(page, id, value).await,
        Do::Empty(id) => empty(page, id).await,
        Do::Press(chord) => page.press(chord).await,
        Do::Read(id, text) => page.contains(id, text).await.map(drop),
        Do::Scroll(id) => {
            page.see(id).await?;
            page.script(middle, vec![id.into()]).await.map(drop)
        }
    }
}

/// Takes out what stands in a field.
async fn empty(page: &Page, id: &str) -> Outcome<()> {
    let script = "
        const field = document.querySelector(`[data-testid=${arguments[0]}], #${arguments[0]}`);
        field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.script(script, vec![id.into()]).await.map(drop)
}

/// Chooses in a list, or types and leaves the field.
async fn set(page: &Page, id: &str, value: &str) -> Outcome<()> {
    page.see(id).await?;
    let script = "
        const field = document.querySelector(`[data-testid=${arguments[0]}]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(script, vec![id.into(), value.into()]).await.map(drop)
}

/// A complaint that was begun, with what makes the form long.
async fn a_draft(page: &Page) -> Outcome<()> {
    steps::begin(page).await?;
    page.fill("citizen-surname", "Lafleur").await?;
    page.fill(
        "complaint-text",
        "Lamp lor poto CEB nimero 4471 pa alime depi enn semenn, mo mama finn tonbe.",
    )
    .await?;
    page.see("draft-mark").await
}

/// What the window calls the complaints of the scene.
struct Ids {
    open: String,
    answered: String,
    differs: String,
}

impl Ids {
    async fn read(page: &Page, scene: &Scene) -> Outcome<Self> {
        Ok(Self {
            open: id(page, &scene.open).await?,
            answered: id(page, &scene.answered).await?,
            differs: id(page, &scene.differs).await?,
        })
    }

    fn hash(&self, at: At) -> String {
        match at {
            At::Place(place) => format!("#/{place}"),
            At::Open(page) => format!("#/{page}/{}", self.open),
            At::Answered(page) => format!("#/{page}/{}", self.answered),
            At::Differs(page) => format!("#/{page}/{}", self.differs),
        }
    }
}

async fn id(page: &Page, reference: &str) -> Outcome<String> {
    page.press(&[keys::CONTROL, 'f']).await?;
    page.fill("search", reference).await?;
    page.has("search-count", "data-words", reference).await?;
    let script = "return document.querySelector('[data-row]').getAttribute('href').split('/').pop()";
    let id = page.script(script, vec![]).await?;
    empty(page, "search").await?;
    id.as_str().map(str::to_owned).ok_or_else(|| Trouble::new(format!("{reference} is not in the list")))
}
