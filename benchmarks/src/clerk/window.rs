//! The real window under WebKitWebDriver: how soon it takes a key, how long a key in the search field and a save take
//! until their outcome is drawn, and what memory it takes. Times are taken inside the page, from the key to the frame.

use std::path::Path;
use std::time::Instant;

use desktop::steps::{self, Typed};
use desktop::{BareWindow, Bus, Computer, Page, Window, keys};
use serde_json::{Value, json};

use super::Timed;
use super::disk::{Asked, Disk, Watching};
use super::filled::{Filled, PIN};
use super::memory::pss_mib;
use super::questions::Question;
use crate::trouble::{Outcome, Trouble};

/// How often each window is started with an empty page cache, and how often without emptying it.
const STARTS: usize = 5;
/// Of the questions of each kind, so many are typed into the window.
const QUESTIONS: usize = 4;
/// How many saves are timed, and how many are watched instead.
const SAVES: usize = 20;
const WATCHED: usize = 4;
/// Of the yardstick beside each save.
const FSYNCS_EACH: usize = 3;
/// What a save writes when nobody could watch one, bytes.
const LIKELY_BYTES: u64 = 100 * 1024;
/// The keyboard is in this field when a window that was started can be used.
const FIELD: &str = "pin";

/// Calls back two frames after the keyboard has reached a field.
const READY: &str = "
    const [field, done] = arguments;
    const look = () => {
        const at = document.activeElement;
        if ((at?.dataset?.testid ?? at?.id) !== field) requestAnimationFrame(look);
        else requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
    };
    look();";

/// Stops the time from each key until what it should bring about is in the page and was drawn. `fits` says when;
/// `before` is what stood in the search field when the key came.
const STOPWATCH: &str = "
    const watch = { pressed: null, ms: null, before: '', fits: () => false, tell: null };
    const searched = () => document.getElementById('search')?.value.trim() ?? '';
    addEventListener('keydown', (event) => {
        if (event.key === 'Control') return;
        Object.assign(watch, { pressed: performance.now(), from: Date.now(), ms: null, before: searched(), seen: false });
    }, true);
    const look = () => {
        if (watch.pressed === null || watch.seen || !watch.fits()) return;
        watch.seen = true;
        requestAnimationFrame(() => setTimeout(() => {
            watch.ms = performance.now() - watch.pressed;
            watch.until = Date.now();
            watch.tell?.();
        }));
    };
    new MutationObserver(look).observe(document.documentElement,
        { subtree: true, childList: true, attributes: true, characterData: true });
    watch.answers = () => {
        const words = searched();
        return words !== watch.before && document.querySelector('[data-testid=search-count]')?.dataset.words === words;
    };
    watch.sees = (id) => () => document.querySelector(`[data-testid=${id}]`) !== null;
    window.guichetStopwatch = watch;";

/// Waits until the stopwatch has stopped; milliseconds, and from when until when in milliseconds since 1970.
const STOPPED: &str = "
    const done = arguments[0], watch = window.guichetStopwatch;
    watch.tell = () => { watch.tell = null; done([watch.ms, watch.from, watch.until]); };
    if (watch.ms !== null) watch.tell();";

/// Makes the bare page one that answers at once: at each key it writes as many rows as the desk shows, of plain text.
const ROWS: &str = "
    const field = document.querySelector('[data-testid=bare]');
    field.id = 'search';
    const count = document.body.appendChild(document.createElement('p'));
    count.dataset.testid = 'search-count';
    const rows = document.body.appendChild(document.createElement('table')).createTBody();
    field.addEventListener('input', () => {
        const words = field.value.trim();
        const made = Array.from({ length: 25 }, (_, at) => {
            const row = document.createElement('tr');
            for (let cell = 0; cell < 7; cell += 1) row.insertCell().textContent = `${words} ${at}.${cell}`;
            return row;
        });
        rows.replaceChildren(...made);
        count.dataset.words = words;
    });";

/// Nothing stands in the search field any more.
const EMPTIED: &str = "
    const field = document.getElementById('search');
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));";

/// Milliseconds from asking for a program to a window that takes a key.
#[derive(Debug, Default)]
pub(crate) struct Starts {
    /// Nothing of it was in memory before; empty where this user may not empty the page cache.
    pub(crate) cold: Vec<f64>,
    /// The same again at once.
    pub(crate) warm: Vec<f64>,
}

/// A save.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Save {
    /// From the keys to “saved”, drawn.
    pub(crate) ms: f64,
    /// One fsync of as many bytes on the same disk, just before.
    pub(crate) fsync_ms: f64,
}

/// PSS of all processes, MiB.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    pub(crate) bare: f64,
    /// On the morning page.
    pub(crate) empty: f64,
    /// On the morning page.
    pub(crate) many: f64,
    /// After all searches and saves.
    pub(crate) many_after_work: f64,
}

/// Everything that was measured with windows.
#[derive(Debug)]
pub(crate) struct WindowTimes {
    pub(crate) bare: Starts,
    pub(crate) empty: Starts,
    pub(crate) many: Starts,
    /// From Enter after the PIN to the morning page, without and with complaints.
    pub(crate) sign_in_ms: (f64, f64),
    pub(crate) searches: Vec<Timed>,
    /// The same keys in a page that writes as many rows of plain text at once: what the engine takes on this computer.
    pub(crate) bare_keys: Vec<Timed>,
    pub(crate) saves: Vec<Save>,
    /// Of the saves that were watched; empty where strace could not watch.
    pub(crate) watched: Vec<Asked>,
    pub(crate) memory: Memory,
}

/// Measures with all windows, one after the other.
pub(crate) async fn measure(filled: &Filled, questions: &[Question], folder: &Path) -> Outcome<WindowTimes> {
    let mut times = WindowTimes {
        bare: Starts::default(),
        empty: Starts::default(),
        many: Starts::default(),
        sign_in_ms: (0.0, 0.0),
        searches: Vec::new(),
        bare_keys: Vec::new(),
        saves: Vec::new(),
        watched: Vec::new(),
        memory: Memory::default(),
    };
    // In turn, so that a moment when the computer is busy does not meet one of them alone.
    for _ in 0..STARTS {
        for is_cold in [true, false] {
            if is_cold && !forget_files() {
                continue;
            }
            let of =
                |starts: &mut Starts, ms| if is_cold { starts.cold.push(ms) } else { starts.warm.push(ms) };
            of(&mut times.bare, bare_start(folder, &mut times.memory).await?);
            if is_cold {
                forget_files();
            }
            of(&mut times.empty, start(&filled.empty, folder).await?);
            if is_cold {
                forget_files();
            }
            of(&mut times.many, start(&filled.many, folder).await?);
        }
    }
    times.bare_keys = bare_keys(questions, folder).await?;
    let (window, ms) = at_work(&filled.empty, folder).await?;
    times.sign_in_ms.0 = ms;
    times.memory.empty = pss_mib(window.process()?)?;
    window.close().await?;
    let (window, ms) = at_work(&filled.many, folder).await?;
    times.sign_in_ms.1 = ms;
    times.memory.many = pss_mib(window.process()?)?;
    window.page.press(&[keys::CONTROL, 'f']).await?;
    window.page.focuses("search").await?;
    times.searches = searches(&window.page, questions).await?;
    saves(&window, folder, &mut times).await?;
    times.memory.many_after_work = pss_mib(window.process()?)?;
    window.close().await?;
    Ok(times)
}

async fn bare_start(folder: &Path, memory: &mut Memory) -> Outcome<f64> {
    let window = BareWindow::open(folder).await?;
    let ms = ready(&window.page, "bare", window.asked_at()).await?;
    memory.bare = pss_mib(window.process()?)?;
    window.close().await?;
    Ok(ms)
}

async fn bare_keys(questions: &[Question], folder: &Path) -> Outcome<Vec<Timed>> {
    let window = BareWindow::open(folder).await?;
    let page = &window.page;
    ready(page, "bare", window.asked_at()).await?;
    page.resize(1366, 768).await?;
    page.script(STOPWATCH, vec![]).await?;
    page.script(ROWS, vec![]).await?;
    let times = searches(page, questions).await?;
    window.close().await?;
    Ok(times)
}

async fn start(computer: &Computer, folder: &Path) -> Outcome<f64> {
    let window = Window::start(computer, Bus::Nowhere, folder, "").await?;
    let ms = ready(&window.page, FIELD, window.asked_at()).await?;
    window.close().await?;
    Ok(ms)
}

async fn ready(page: &Page, field: &str, asked_at: Instant) -> Outcome<f64> {
    loop {
        // A page that is still being loaded loses the script.
        let answer = page.script_with_callback(READY, vec![json!(field)]).await;
        let ms = asked_at.elapsed().as_secs_f64() * 1000.0;
        match answer {
            Ok(_) => return Ok(ms),
            Err(trouble) if ms > 60_000.0 => return Err(trouble.into()),
            Err(_) => {}
        }
    }
}

/// Lets the system forget what it has read of files; whether it did.
fn forget_files() -> bool {
    // What is not on the disk yet is not forgotten.
    let synced = std::process::Command::new("sync").status().is_ok_and(|status| status.success());
    synced && std::fs::write("/proc/sys/vm/drop_caches", "3").is_ok()
}

/// A window whose clerk has signed in, and how long that took.
async fn at_work(computer: &Computer, folder: &Path) -> Outcome<(Window, f64)> {
    let window = Window::start(computer, Bus::Nowhere, folder, "").await?;
    let page = &window.page;
    page.focuses(FIELD).await?;
    page.script(STOPWATCH, vec![]).await?;
    page.type_here(PIN).await?;
    let (ms, _) = timed(page, "watch.fits = watch.sees('ledger')", &[keys::ENTER]).await?;
    Ok((window, ms))
}

/// Presses keys and waits until their outcome is drawn: milliseconds, and from when until when.
async fn timed(page: &Page, wish: &str, chord: &[char]) -> Outcome<(f64, (f64, f64))> {
    page.script(&format!("const watch = window.guichetStopwatch; {wish};"), vec![]).await?;
    page.press(chord).await?;
    let told = page.script_with_callback(STOPPED, vec![]).await?;
    match [&told[0], &told[1], &told[2]].map(Value::as_f64) {
        [Some(ms), Some(from), Some(until)] => Ok((ms, (from, until))),
        _ => Err(Trouble::new(format!("the stopwatch says {told}"))),
    }
}

async fn searches(page: &Page, questions: &[Question]) -> Outcome<Vec<Timed>> {
    let mut times = Vec::new();
    for kind in super::questions::KINDS {
        for question in questions.iter().filter(|question| question.kind == kind).take(QUESTIONS) {
            page.script(EMPTIED, vec![]).await?;
            for typed in question.typed() {
                let Some(letter) = typed.chars().next_back() else { continue };
                if letter == ' ' {
                    page.press(&[letter]).await?;
                    continue;
                }
                let (ms, _) = timed(page, "watch.fits = watch.answers", &[letter]).await?;
                times.push(Timed { kind, letters: typed.chars().count(), ms });
            }
        }
    }
    Ok(times)
}

async fn saves(window: &Window, folder: &Path, times: &mut WindowTimes) -> Outcome<()> {
    let page = &window.page;
    let mut between = Vec::new();
    for at in 0..WATCHED {
        steps::fill_in(page, &COMPLAINTS[at % COMPLAINTS.len()]).await?;
        // Watched from here on, so that what drafts ask of the disk is not waited for.
        let watching = Watching::begin(window.process()?, folder);
        let (_, when) = save(page).await?;
        between.push(when);
        if let Some(watching) = watching {
            times.watched.extend(watching.end(&between[at..])?);
        }
    }
    let bytes = times.watched.iter().map(|asked| asked.bytes).max().unwrap_or(LIKELY_BYTES);
    let mut disk = Disk::open(folder)?;
    for at in 0..SAVES {
        steps::fill_in(page, &COMPLAINTS[at % COMPLAINTS.len()]).await?;
        let mut fsyncs = Vec::new();
        for _ in 0..FSYNCS_EACH {
            fsyncs.push(disk.fsync_ms(bytes)?);
        }
        let (ms, _) = save(page).await?;
        times.saves.push(Save { ms, fsync_ms: crate::figures::median(fsyncs) });
    }
    Ok(())
}

async fn save(page: &Page) -> Outcome<(f64, (f64, f64))> {
    timed(page, "watch.fits = watch.sees('saved')", &[keys::CONTROL, keys::ENTER]).await
}

const COMPLAINTS: [Typed; 2] = [
    Typed {
        surname: "Lafleur",
        other_names: "Marie Priscille",
        nic: "L1506720004561",
        phone: "5712 3456",
        locality: "Rose Belle",
        language: "K",
        matter: "pena dilo",
        text: "Depi trwa zour pena dilo dan nou kartie, Rue des Bambous, Rose Belle. Kamion sitern pa pase.",
    },
    Typed {
        surname: "Joomun",
        other_names: "Yusuf",
        nic: "J2403580004558",
        phone: "5251 2345",
        locality: "Goodlands",
        language: "K",
        matter: "dilo tiyo",
        text: "Tiyo finn pete divan lakaz, Rue Pasteur. Dilo pe koule depi trwa zour.",
    },
];
