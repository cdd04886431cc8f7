//! The desk's real window, driven through WebKitWebDriver. It needs a screen (a virtual one will do).

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::computer::Computer;
use crate::driver::Driver;
use crate::page::Page;
use crate::places;
use crate::trouble::{Outcome, Trouble};
use crate::until::{PATIENCE, until};

/// The message bus that the window finds. A keyring is reached through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bus {
    /// That of the desktop session.
    Session,
    /// None, as on a computer without a desktop session.
    Nowhere,
}

/// An open window. Closed windows are not dropped but [closed](Window::close); what is dropped is killed.
#[derive(Debug)]
pub struct Window {
    /// What it shows.
    pub page: Page,
    driver: Driver,
    program: PathBuf,
    /// Locked while the program has the store open.
    lock: PathBuf,
}

impl Window {
    /// Opens the window of a computer and waits until it shows something.
    ///
    /// # Errors
    /// What is missing, or what the program said.
    pub async fn open(computer: &Computer, bus: Bus) -> Outcome<Self> {
        Self::open_with_pictures(computer, bus, &places::artefacts()?, "window-").await
    }

    /// The same; pictures go into that folder, with that before their names.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_with_pictures(
        computer: &Computer,
        bus: Bus,
        pictures: &Path,
        prefix: &str,
    ) -> Outcome<Self> {
        let window = Self::start(computer, bus, pictures, prefix).await?;
        window.page.see("page-title").await?;
        Ok(window)
    }

    /// Opens the window as a double click on a file does.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_with_file(computer: &Computer, bus: Bus, file: &Path) -> Outcome<Self> {
        let window = Self::start_with(computer, bus, &places::artefacts()?, "window-", Some(file)).await?;
        window.page.see("page-title").await?;
        Ok(window)
    }

    /// Starts the program of a window, and does not wait until it shows anything.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn start(computer: &Computer, bus: Bus, pictures: &Path, prefix: &str) -> Outcome<Self> {
        Self::start_with(computer, bus, pictures, prefix, None).await
    }

    async fn start_with(
        computer: &Computer,
        bus: Bus,
        pictures: &Path,
        prefix: &str,
        file: Option<&Path>,
    ) -> Outcome<Self> {
        if std::env::var_os("DISPLAY").is_none() && std::env::var_os("WAYLAND_DISPLAY").is_none() {
            return Err(Trouble::new(
                "there is no screen for the window: run this in `cargo xtask session -- …`, which has one",
            ));
        }
        let program = places::program("guichet")?;
        let program =
            program.canonicalize().map_err(|error| Trouble::while_doing(program.display(), error))?;
        let mut command = Command::new(places::tool("WebKitWebDriver", "webkit2gtk-driver")?);
        command.envs(computer.homes()?).env("TAURI_WEBVIEW_AUTOMATION", "true");
        // English at first, and the time of the office, whatever the tester's desktop speaks and wherever it is.
        command
            .env("LANG", "C.UTF-8")
            .env("LC_ALL", "C.UTF-8")
            .env("LANGUAGE", "en")
            .env("TZ", "Indian/Mauritius");
        command.envs(computer.search_path().map(|path| ("PATH", path)));
        if bus == Bus::Nowhere {
            let nobody = computer.data().with_extension("no-bus");
            command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", nobody.display()));
        }
        let mut words = computer.options();
        words.extend(file.map(|file| file.display().to_string()));
        let options = json!({"binary": program, "args": words});
        let capabilities: Map<String, Value> =
            Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let driver = Driver::start(command, capabilities, computer.log()).await?;
        let page = Page::new(driver.client.clone(), pictures.to_owned(), prefix);
        Ok(Self { page, driver, program, lock: computer.data().join("office.lock") })
    }

    /// Opens a file while the window is open, as a double click does: starts the program once more, which hands the file
    /// on and ends. The window must be on the session's bus.
    ///
    /// # Errors
    /// When that start does not end well.
    pub fn open_file_too(&self, computer: &Computer, file: &Path) -> Outcome<()> {
        let mut command = Command::new(&self.program);
        command.envs(computer.homes()?).args(computer.options()).arg(file);
        let status = command.status().map_err(|error| Trouble::while_doing(self.program.display(), error))?;
        if status.success() {
            Ok(())
        } else {
            Err(Trouble::new(format!("a second start ended with {status}")))
        }
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

    /// Waits until its program has started the process that reads documents, and kills that one (SIGKILL).
    ///
    /// # Errors
    /// When none is started.
    pub async fn kill_its_reader(&self) -> Outcome<()> {
        let what = "a process reads a document, and is killed";
        until(what, PATIENCE, async || Ok(self.driver.group.kill_started_with("--read-apart")?.then_some(())))
            .await
    }

    /// Kills the program as a power cut would (SIGKILL), then ends what is left of its window.
    ///
    /// # Errors
    /// When it is not running.
    pub fn kill(mut self) -> Outcome<()> {
        self.driver.group.kill_members(&self.program)?;
        self.driver.group.kill()
    }

    /// Closes the window, and waits until its program has let go of the store.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close(self) -> Outcome<()> {
        self.driver.close().await?;
        until("the program has let go of its store", PATIENCE, async || {
            // Without a store there is nothing to let go of.
            let is_free = File::open(&self.lock).is_ok_and(|lock| lock.try_lock().is_ok());
            Ok((is_free || !self.lock.exists()).then_some(()))
        })
        .await
    }
}
