//! A citizen's or an agent's browser: Chromium without a screen, driven through chromedriver, with a profile of its own.

use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value, json};

use crate::driver::Driver;
use crate::page::Page;
use crate::places;
use crate::trouble::Outcome;

/// No screen, the size of an office's screen, and nothing asked of the network but the pages.
const QUIET: [&str; 10] = [
    "--headless=new",
    "--window-size=1366,768",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// An open browser.
#[derive(Debug)]
pub struct Browser {
    /// What it shows.
    pub page: Page,
    driver: Driver,
}

impl Browser {
    /// Opens one that wishes for pages in that language. `folder` takes its profile and its log.
    ///
    /// # Errors
    /// What is missing, or what the program said.
    pub async fn open(folder: &Path, name: &str, language: &str) -> Outcome<Self> {
        let wishes = [format!("--accept-lang={language}")];
        Self::open_with(folder, name, wishes, (&places::artefacts()?, "portal-")).await
    }

    /// Opens one that forces the system's colours upon each page, as a contrast theme does, and may read pages and
    /// letters from files. Its pictures go into that folder.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_with_forced_colours(folder: &Path, pictures: &Path) -> Outcome<Self> {
        let wishes = ["--force-high-contrast", "--allow-file-access-from-files"].map(str::to_owned);
        Self::open_with(folder, "forced", wishes, (pictures, "")).await
    }

    async fn open_with(
        folder: &Path,
        name: &str,
        wishes: impl IntoIterator<Item = String>,
        (pictures, prefix): (&Path, &str),
    ) -> Outcome<Self> {
        let chromium = places::tool("chromium", "chromium")?;
        let command = Command::new(places::tool("chromedriver", "chromium-driver")?);
        let mut arguments: Vec<String> = QUIET.map(str::to_owned).into();
        arguments.push(format!("--user-data-dir={}", folder.join(format!("{name}-profile")).display()));
        arguments.extend(wishes);
        let options = json!({"binary": chromium, "args": arguments});
        let capabilities: Map<String, Value> = Map::from_iter([("goog:chromeOptions".to_owned(), options)]);
        let driver = Driver::start(command, capabilities, &folder.join(format!("{name}.log"))).await?;
        let page = Page::new(driver.client.clone(), pictures.to_owned(), prefix);
        Ok(Self { page, driver })
    }

    /// Closes it.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close(self) -> Outcome<()> {
        self.driver.close().await
    }
}
