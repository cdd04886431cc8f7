//! A centre of its own on a free port of this machine. Stopped and started again at the same port, it is a line that
//! goes down and comes back. What agents do goes through its command line.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::places;
use crate::processes::{Group, last_words};
use crate::program::Program;
use crate::trouble::{Outcome, Trouble};
use crate::until::{PATIENCE, until};

/// A centre, running or not.
#[derive(Debug)]
pub struct Centre {
    data: PathBuf,
    log: PathBuf,
    /// A profile's name or folder.
    profile: String,
    /// `127.0.0.1:PORT`, the same from the first start on.
    address: String,
    /// What else is said to `serve`.
    words: Vec<String>,
    running: Option<Group>,
}

impl Centre {
    /// Starts a new centre in the folder, on a port that is free.
    ///
    /// # Errors
    /// What it said, when it does not listen.
    pub async fn start(folder: &Path) -> Outcome<Self> {
        Self::start_with(folder, "mauritius").await
    }

    /// The same with another profile, by its name or its folder.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn start_with(folder: &Path, profile: &str) -> Outcome<Self> {
        Self::start_saying(folder, profile, &[]).await
    }

    /// The same with the profile of Mauritius and a mail server, by which notices leave.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn start_with_mail(folder: &Path, smtp_url: &str) -> Outcome<Self> {
        let words = ["--smtp-url", smtp_url, "--mail-from", "Guichet <no-reply@csu.example.mu>"];
        Self::start_saying(folder, "mauritius", &words).await
    }

    async fn start_saying(folder: &Path, profile: &str, words: &[&str]) -> Outcome<Self> {
        let (data, log) = (folder.join("centre"), folder.join("centre.log"));
        let (profile, address) = (profile.to_owned(), "127.0.0.1:0".to_owned());
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        let mut centre = Self { data, log, profile, address, words, running: None };
        centre.line_up().await?;
        Ok(centre)
    }

    /// Starts it again, at the port that the offices know.
    ///
    /// # Errors
    /// What it said, when it does not listen.
    pub async fn line_up(&mut self) -> Outcome<()> {
        let note = self.data.join("address");
        // A note from an earlier run would be taken for the new one.
        let _ = std::fs::remove_file(&note);
        let mut command = Command::new(places::program("guichet-server")?);
        command
            .args(["serve", "--profile", &self.profile, "--listen", &self.address, "--data"])
            .arg(&self.data)
            .args(&self.words);
        command.stdin(Stdio::null());
        let mut running = Group::start(&mut command, &self.log)?;
        self.address = until("the centre listens", PATIENCE, async || {
            if running.ended()?.is_some() {
                return Err(Trouble::new(format!(
                    "the centre has ended; it said:\n{}",
                    last_words(&self.log)
                )));
            }
            let address = std::fs::read_to_string(&note).unwrap_or_default().trim().to_owned();
            Ok(TcpStream::connect(&address).is_ok().then_some(address))
        })
        .await?;
        self.running = Some(running);
        Ok(())
    }

    /// Stops it as an administrator does, with a signal, and waits until it has ended well.
    ///
    /// # Errors
    /// When it is not running or does not end well.
    pub fn line_down(&mut self) -> Outcome<()> {
        let mut running = self.running.take().ok_or_else(|| Trouble::new("the centre is not running"))?;
        let status = running.stop()?;
        if status.success() {
            return Ok(());
        }
        Err(Trouble::new(format!("the centre ended with {status}; it said:\n{}", last_words(&self.log))))
    }

    /// Pulls its plug.
    ///
    /// # Errors
    /// When it is not running.
    pub fn kill(&mut self) -> Outcome<()> {
        self.running.take().ok_or_else(|| Trouble::new("the centre is not running"))?.kill()
    }

    /// Its address, as people type it.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Its command line, which works whether it is running or not.
    ///
    /// # Errors
    /// When the program was not built.
    pub fn ask(&self) -> Outcome<Program> {
        Program::new("guichet-server", &self.data)
    }

    /// A one-time code for a new computer of the office.
    ///
    /// # Errors
    /// What it said, when it refuses.
    pub fn enrolment_code(&self, office: &str) -> Outcome<String> {
        let answer = self.ask()?.words(["office", "code", office]).json()?;
        let code = answer["code"].as_str().map(str::to_owned);
        code.ok_or_else(|| Trouble::new(format!("the centre gave no code: {answer}")))
    }

    /// An agent of the unit at the centre, or of an institution.
    ///
    /// # Errors
    /// What it said, when it refuses.
    pub fn add_agent(
        &self,
        name: &str,
        login: &str,
        password: &str,
        institution: Option<&str>,
    ) -> Outcome<()> {
        let adding =
            self.ask()?.words(["agent", "add", "--name", name, "--login", login, "--password-stdin"]);
        let adding = match institution {
            Some(code) => adding.words(["--role", "agent", "--institution", code]),
            None => adding.words(["--role", "csu"]),
        };
        adding.input(format!("{password}\n")).run().map(drop)
    }

    /// Adds an agent with another role, and with what the role needs: `["--office", "12"]`.
    ///
    /// # Errors
    /// What it said, when it refuses.
    pub fn add_agent_as(
        &self,
        (name, login, password): (&str, &str, &str),
        role: &str,
        place: &[&str],
    ) -> Outcome<()> {
        let adding =
            self.ask()?.words(["agent", "add", "--name", name, "--login", login, "--password-stdin"]);
        let adding = adding.words(["--role", role]).words(place);
        adding.input(format!("{password}\n")).run().map(drop)
    }

    /// A deed of an agent: `["answer", REFERENCE, "--text", …]`.
    ///
    /// # Errors
    /// What it said, when it refuses.
    pub fn agent(&self, login: &str, deed: &[&str]) -> Outcome<()> {
        self.ask()?.word("agent").words(deed).words(["--login", login]).run().map(drop)
    }

    /// A complaint as the centre has it.
    ///
    /// # Errors
    /// What it said, when there is none.
    pub fn show(&self, reference: &str) -> Outcome<Value> {
        self.ask()?.words(["show", reference]).json()
    }
}
