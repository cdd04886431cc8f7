//! The centre of the demonstration: `guichet-server` on a free port of this computer, and its commands.

use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::folder::{Folder, last_lines};
use crate::leash::Leash;
use crate::run::{self, Failure, Outcome};

/// How long the centre may take until it listens.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(50);

/// A running centre.
#[derive(Debug)]
pub(crate) struct Centre {
    /// `127.0.0.1:PORT`.
    pub(crate) address: String,
    program: PathBuf,
    data: PathBuf,
    process: Child,
    log: PathBuf,
}

impl Centre {
    /// Starts the centre and waits until it takes connections. With port 0 it chooses a free one.
    pub(crate) fn start(
        programs: &Path,
        root: &Path,
        folder: &Folder,
        listen: &str,
        leash: &mut Leash,
    ) -> Outcome<Centre> {
        Self::start_with(programs, root, folder, &["--listen", listen], leash)
    }

    /// The same with these words behind `serve`, the first two of which say where to listen.
    pub(crate) fn start_with(
        programs: &Path,
        root: &Path,
        folder: &Folder,
        words: &[&str],
        leash: &mut Leash,
    ) -> Outcome<Centre> {
        let (program, data) = (programs.join("guichet-server"), folder.path().join("centre"));
        let (log, file) = folder.log("centre.log")?;
        let errors = file.try_clone().map_err(|error| Failure::system(log.display(), &error))?;
        // An address from an earlier run would be taken for the new one.
        let _ = fs::remove_file(data.join("address"));
        let mut command = leash.command(&program);
        command.arg("serve").args(words).args(["--profile", "mauritius", "--data"]).arg(&data);
        command.current_dir(root).stdin(Stdio::null()).stdout(file).stderr(errors);
        let process = leash.start(&mut command)?;
        let mut centre = Centre { address: String::new(), program, data, process, log };
        centre.wait_until_it_listens(words.get(1).copied().unwrap_or_default())?;
        Ok(centre)
    }

    /// Where a browser finds the centre.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Runs `guichet-server --data … COMMAND` and returns what it printed.
    pub(crate) fn ask(&self, command: &[&str], input: &str) -> Outcome<String> {
        run::capture_with_input(
            Command::new(&self.program).arg("--data").arg(&self.data).args(command),
            input,
        )
    }

    /// The code with which a PC enrols in the office.
    pub(crate) fn enrolment_code(&self, office: &str) -> Outcome<String> {
        let answer = self.ask(&["office", "code", office, "--json"], "")?;
        let answer: serde_json::Value = serde_json::from_str(&answer)
            .map_err(|error| Failure::broken(format!("the centre's enrolment code is no JSON: {error}")))?;
        let code =
            answer["code"].as_str().ok_or_else(|| Failure::broken("the centre gave no enrolment code"))?;
        Ok(code.to_owned())
    }

    /// Fails, with the centre's own last words, when it is no longer running.
    pub(crate) fn check_running(&mut self) -> Outcome<()> {
        match self.process.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(Failure::broken(format!(
                "the centre ended ({status}). It said:\n{}\n(all of it: {})",
                last_lines(&self.log),
                self.log.display()
            ))),
            Err(error) => Err(Failure::system("the centre", &error)),
        }
    }

    fn wait_until_it_listens(&mut self, listen: &str) -> Outcome<()> {
        let started = Instant::now();
        loop {
            self.check_running().map_err(|failure| busy_port(listen, failure))?;
            let address = fs::read_to_string(self.data.join("address")).unwrap_or_default();
            if TcpStream::connect(address.trim()).is_ok() {
                address.trim().clone_into(&mut self.address);
                return Ok(());
            }
            if started.elapsed() > PATIENCE {
                let said = last_lines(&self.log);
                return Err(Failure::broken(format!("the centre does not listen. It said:\n{said}")));
            }
            thread::sleep(PAUSE);
        }
    }
}

/// Says so when another program has the port that the centre was to listen at.
fn busy_port(listen: &str, failure: Failure) -> Failure {
    let is_fixed = !listen.ends_with(":0");
    if is_fixed && TcpStream::connect(listen).is_ok() {
        return Failure::broken(format!(
            "another program listens at {listen}, where the PCs of the kept demo expect their centre: end it, or \
             run the demo without --keep"
        ));
    }
    failure
}
