//! A page as a person uses it: look, type, press, click, wait until something is read. Fields and buttons are named by
//! their test ids.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::trouble::{Outcome, Trouble};
use crate::until::{PATIENCE, until};

/// How long one command to the browser may take before it counts as hanging.
const COMMAND: Duration = Duration::from_secs(40);

/// Waits for letters and pictures, then lets one pixel in the corner flicker between two whites until
/// `guichetStirring` is called. WebKitWebDriver takes its picture with the next frame that is painted: on a page that
/// rests there may never be one, and the driver then answers nothing any more.
const STIR: &str = "
    const done = arguments[arguments.length - 1];
    const loaded = [...document.images].map((image) => image.decode().catch(() => null));
    Promise.all([document.fonts.ready, ...loaded]).then(() => {
        const pixel = document.createElement('i');
        Object.assign(pixel.style, { position: 'fixed', top: 0, left: 0, width: '1px', height: '1px' });
        (document.querySelector('dialog[open]') ?? document.body).append(pixel);
        let white = false;
        const timer = setInterval(() => { pixel.style.background = (white = !white) ? '#fff' : '#fefefe'; }, 10);
        window.guichetStirring = () => { clearInterval(timer); pixel.remove(); };
        requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
    });";

/// Keys that are no letters (WebDriver, "Keyboard actions").
pub mod keys {
    /// Tab.
    pub const TAB: char = '\u{e004}';
    /// Enter.
    pub const ENTER: char = '\u{e007}';
    /// Shift.
    pub const SHIFT: char = '\u{e008}';
    /// Control.
    pub const CONTROL: char = '\u{e009}';
    /// Escape.
    pub const ESCAPE: char = '\u{e00c}';
    /// The space bar.
    pub const SPACE: char = ' ';
    /// Arrow up.
    pub const UP: char = '\u{e013}';
    /// Arrow down.
    pub const DOWN: char = '\u{e015}';
    /// Delete.
    pub const DELETE: char = '\u{e017}';
    /// F6.
    pub const F6: char = '\u{e036}';
}

/// What a window shows.
#[derive(Debug, Clone)]
pub struct Page {
    client: Client,
    pictures: PathBuf,
    prefix: String,
}

impl Page {
    /// Pictures of it go into the folder, each with the prefix before its name.
    pub(crate) fn new(client: Client, pictures: PathBuf, prefix: &str) -> Self {
        Self { client, pictures, prefix: prefix.to_owned() }
    }

    /// The same page with another prefix for its pictures.
    pub fn with_prefix(&self, prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), ..self.clone() }
    }

    /// Waits until something with that test id can be seen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn see(&self, id: &str) -> Outcome<()> {
        let what = format!("“{id}” can be seen");
        until(&what, PATIENCE, async || Ok(self.is_seen(id).await?.then_some(()))).await
    }

    /// Waits until nothing with that test id can be seen.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, id: &str) -> Outcome<()> {
        let what = format!("“{id}” has gone");
        until(&what, PATIENCE, async || Ok((!self.is_seen(id).await?).then_some(()))).await
    }

    /// Whether something with that test id can be seen now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn is_seen(&self, id: &str) -> Outcome<bool> {
        Ok(!self.texts(id).await?.is_empty())
    }

    /// The visible text of the first thing with that test id, once it is there.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn text(&self, id: &str) -> Outcome<String> {
        let what = format!("“{id}” can be read");
        until(&what, PATIENCE, async || Ok(self.texts(id).await?.into_iter().next())).await
    }

    /// The visible texts of all things with that test id, as they are now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn texts(&self, id: &str) -> Outcome<Vec<String>> {
        // The driver's own command for texts leaves out what is cut with an ellipsis.
        let script = "
            const all = [...document.querySelectorAll(arguments[0])];
            return all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.innerText);";
        let texts = self.script(script, vec![json!(selector(id))]).await?;
        let texts = texts.as_array().into_iter().flatten();
        Ok(texts.map(|text| as_read(text.as_str().unwrap_or_default())).collect())
    }

    /// Waits until exactly that is read there.
    ///
    /// # Errors
    /// What is read instead.
    pub async fn reads(&self, id: &str, wanted: &str) -> Outcome<()> {
        self.reads_so(id, wanted, |text| text == wanted).await.map(drop)
    }

    /// Waits until that is read as part of it, and returns the whole.
    ///
    /// # Errors
    /// What is read instead.
    pub async fn contains(&self, id: &str, wanted: &str) -> Outcome<String> {
        self.reads_so(id, wanted, |text| text.contains(wanted)).await
    }

    async fn reads_so(&self, id: &str, wanted: &str, fits: impl Fn(&str) -> bool) -> Outcome<String> {
        let what = format!("“{id}” reads “{wanted}”");
        until(&what, PATIENCE, async || match self.texts(id).await?.into_iter().next() {
            Some(text) if fits(&text) => Ok(Some(text)),
            Some(text) => Err(Trouble::new(format!("it reads “{text}”"))),
            None => Ok(None),
        })
        .await
    }

    /// Waits until an attribute has that value.
    ///
    /// # Errors
    /// What it has instead.
    pub async fn has(&self, id: &str, attribute: &str, wanted: &str) -> Outcome<()> {
        let what = format!("“{id}” has {attribute} “{wanted}”");
        until(&what, PATIENCE, async || {
            let value = self.attribute(id, attribute).await?.unwrap_or_default();
            if value == wanted { Ok(Some(())) } else { Err(Trouble::new(format!("it has “{value}”"))) }
        })
        .await
    }

    /// The value of an attribute now; none where there is no such thing.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn attribute(&self, id: &str, attribute: &str) -> Outcome<Option<String>> {
        match self.first(id).await? {
            Some(element) => self.command(element.attr(attribute)).await,
            None => Ok(None),
        }
    }

    /// What stands in a field now.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn value(&self, id: &str) -> Outcome<String> {
        let value = self
            .script("return document.querySelector(arguments[0]).value", vec![json!(selector(id))])
            .await?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks, once it can be clicked.
    ///
    /// # Errors
    /// Why it cannot.
    pub async fn click(&self, id: &str) -> Outcome<()> {
        let what = format!("“{id}” can be clicked");
        until(&what, PATIENCE, async || match self.first(id).await? {
            Some(element) => self.command(element.click()).await.map(Some),
            None => Ok(None),
        })
        .await
    }

    /// Types into a field, in place of what stands there.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn fill(&self, id: &str, text: &str) -> Outcome<()> {
        self.see(id).await?;
        let field = self.first(id).await?.ok_or_else(|| Trouble::new(format!("“{id}” has gone")))?;
        self.command(field.clear()).await?;
        self.command(field.send_keys(&as_keys(text))).await
    }

    /// Types, wherever the keyboard goes at the moment. A line ends with the Enter key.
    ///
    /// # Errors
    /// When nothing takes the keys.
    pub async fn type_here(&self, text: &str) -> Outcome<()> {
        let field = self.command(self.client.active_element()).await?;
        self.command(field.send_keys(&as_keys(text))).await
    }

    /// Presses keys together, the first one first: `[CONTROL, 'n']`.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn press(&self, chord: &[char]) -> Outcome<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in chord {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in chord.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        let pressed = self.command(self.client.perform_actions(actions)).await;
        pressed.map_err(|trouble| Trouble::while_doing(format!("pressing {chord:?}"), trouble))
    }

    /// The test id, or else the id, of what has the keyboard now.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn focused(&self) -> Outcome<String> {
        let script = "const at = document.activeElement; return at?.dataset?.testid ?? at?.id ?? ''";
        Ok(self.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the keyboard goes there.
    ///
    /// # Errors
    /// Where it goes instead.
    pub async fn focuses(&self, id: &str) -> Outcome<()> {
        let what = format!("the keyboard goes to “{id}”");
        until(&what, PATIENCE, async || {
            let focused = self.focused().await?;
            if focused == id {
                Ok(Some(()))
            } else {
                Err(Trouble::new(format!("it goes to “{focused}”")))
            }
        })
        .await
    }

    /// Presses Tab until the keyboard goes there, as somebody without a mouse does.
    ///
    /// # Errors
    /// When that takes more than a hundred.
    pub async fn tab_to(&self, id: &str) -> Outcome<()> {
        for _ in 0..100 {
            self.press(&[keys::TAB]).await?;
            if self.focused().await? == id {
                return Ok(());
            }
        }
        Err(Trouble::new(format!("Tab does not lead to “{id}”")))
    }

    /// Language and direction of the page.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn language(&self) -> Outcome<(String, String)> {
        let said = self
            .script("const root = document.documentElement; return [root.lang, root.dir]", vec![])
            .await?;
        let text = |at: usize| said[at].as_str().unwrap_or_default().to_owned();
        Ok((text(0), text(1)))
    }

    /// Fails when the page is wider than its window, so that one would have to scroll sideways.
    ///
    /// # Errors
    /// By how many pixels, and what sticks out.
    pub async fn must_fit(&self, name: &str) -> Outcome<()> {
        let script = "
            const root = document.documentElement;
            const over = root.scrollWidth - root.clientWidth;
            if (over <= 0) return null;
            const out = [...document.querySelectorAll('body *')].filter((element) => {
                const box = element.getBoundingClientRect();
                return box.width > 0 && (box.right > root.clientWidth + 1 || box.left < -1);
            });
            return `${over} pixels, because of ${out.slice(0, 4).map((one) => one.outerHTML.slice(0, 120)).join(' | ')}`;";
        match self.script(script, vec![]).await? {
            Value::Null => Ok(()),
            over => Err(Trouble::new(format!("{name} is wider than the window by {over}"))),
        }
    }

    /// The page's address.
    ///
    /// # Errors
    /// When the page does not answer.
    pub async fn address(&self) -> Outcome<String> {
        Ok(self.command(self.client.current_url()).await?.to_string())
    }

    /// Goes to an address.
    ///
    /// # Errors
    /// When the page does not load.
    pub async fn go(&self, address: &str) -> Outcome<()> {
        self.command(self.client.goto(address)).await
    }

    /// Makes the window that wide and high, in pixels.
    ///
    /// # Errors
    /// When the window does not follow.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome<()> {
        self.command(self.client.set_window_size(width, height)).await
    }

    /// Waits until nothing on it is still being made, such as a paper in another language.
    ///
    /// # Errors
    /// When something goes on and on.
    pub async fn rests(&self) -> Outcome<()> {
        let script = "return document.querySelector('[aria-busy=true]') === null";
        until("the page rests", PATIENCE, async || {
            Ok(self.script(script, vec![]).await?.as_bool().filter(|rests| *rests))
        })
        .await
        .map(drop)
    }

    /// Waits until all letters and pictures are there, and takes a picture.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn picture(&self, name: &str) -> Outcome<()> {
        let path = self.pictures.join(format!("{}{name}.png", self.prefix));
        let failed = |trouble| Trouble::while_doing(path.display(), trouble);
        self.script_with_callback(STIR, vec![]).await.map_err(failed)?;
        let bytes = self.command(self.client.screenshot()).await.map_err(failed)?;
        self.script("window.guichetStirring()", vec![]).await.map_err(failed)?;
        std::fs::write(&path, bytes).map_err(|error| Trouble::while_doing(path.display(), error))
    }

    /// Runs a script in the page and returns its value.
    ///
    /// # Errors
    /// What it threw.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        self.command(self.client.execute(script, arguments)).await
    }

    /// Runs a script whose last argument is a function, and returns what the script calls it with.
    ///
    /// # Errors
    /// What it threw; when it does not call.
    pub async fn script_with_callback(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        self.command(self.client.execute_async(script, arguments)).await
    }

    async fn first(&self, id: &str) -> Outcome<Option<Element>> {
        let all = self.command(self.client.find_all(Locator::Css(&selector(id)))).await?;
        Ok(all.into_iter().next())
    }

    async fn command<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> Outcome<T> {
        match tokio::time::timeout(COMMAND, command).await {
            Ok(answer) => answer.map_err(|error| Trouble::new(error.to_string())),
            Err(_) => Err(Trouble::new(format!("the window has not answered for {} s", COMMAND.as_secs()))),
        }
    }
}

/// A text as a person reads it: without the invisible marks that keep numbers and names apart from their surroundings.
fn as_read(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "").trim().to_owned()
}

/// The keys for a text: some drivers drop a line feed, which no keyboard has.
fn as_keys(text: &str) -> String {
    text.replace('\n', &keys::ENTER.to_string())
}

/// By test id; where a page has none, by id.
fn selector(id: &str) -> String {
    format!("[data-testid=\"{id}\"], #{id}:not([data-testid])")
}
