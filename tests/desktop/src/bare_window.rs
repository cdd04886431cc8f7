//! A window with nothing in it but one field, on the same web engine as the desk's: the yardstick for what the engine
//! itself takes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::driver::Driver;
use crate::page::Page;
use crate::places;
use crate::trouble::{Outcome, Trouble};

/// One field, which has the keyboard, under the test id `bare`.
const PAGE: &str = "<!doctype html><title>bare</title><input autofocus data-testid=bare>";

/// The engine's own browser, as its packages install it below the folder of the machine's libraries.
const PROGRAM: &str = "webkit2gtk-4.1/MiniBrowser";

/// An open bare window.
#[derive(Debug)]
pub struct BareWindow {
    /// What it shows.
    pub page: Page,
    driver: Driver,
    program: PathBuf,
}

impl BareWindow {
    /// Opens it. `folder` takes its caches and its log.
    ///
    /// # Errors
    /// What is missing, or what the program said.
    pub async fn open(folder: &Path) -> Outcome<Self> {
        let program = program()?;
        let mut command = Command::new(places::tool("WebKitWebDriver", "webkit2gtk-driver")?);
        for (variable, below) in
            [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")]
        {
            command.env(variable, folder.join("bare-home").join(below));
        }
        // As the desk sets it for itself.
        command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        let options = json!({"binary": program, "args": ["--automation"]});
        let capabilities: Map<String, Value> =
            Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let driver = Driver::start(command, capabilities, &folder.join("bare.log")).await?;
        let page = Page::new(driver.client.clone(), folder.to_owned(), "bare-");
        page.go(&format!("data:text/html,{PAGE}")).await?;
        Ok(Self { page, driver, program })
    }

    /// When its program was asked for.
    pub fn asked_at(&self) -> Instant {
        self.driver.asked_at
    }

    /// The number of its program's process.
    ///
    /// # Errors
    /// When it is not running.
    pub fn process(&self) -> Outcome<u32> {
        self.driver.group.member(&self.program)
    }

    /// Closes it.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close(self) -> Outcome<()> {
        self.driver.close().await
    }
}

fn program() -> Outcome<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    let found = libraries.map(|folder| folder.path().join(PROGRAM)).find(|path| path.is_file());
    let found = found
        .ok_or_else(|| Trouble::new(format!("there is no {PROGRAM} (Debian package libwebkit2gtk-4.1-0)")));
    found?.canonicalize().map_err(|error| Trouble::while_doing(PROGRAM, error))
}
