//! Guichet at work: a centre (`guichet-server`, its embedded store) behind the proxy, computers of an office
//! (`guichet-office`) whose stores are encrypted and written through, every signature made and checked.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tokio::runtime::Runtime;

use crate::bare_insert;
use crate::desk::Desk;
use crate::figures::{Figures, Measured};
use crate::processes::{self, Running};
use crate::proxy::{FAST, Line, Proxy};
use crate::records::Records;
use crate::trouble::{Outcome, Trouble};
use crate::works::Plan;

/// Under which `--only` knows it.
pub(crate) const NAME: &str = "guichet";
/// As the report calls it.
pub(crate) const TITLE: &str = "**Guichet**";
/// The office whose computers work.
const OFFICE: &str = "12";
/// The line of a small office. What it costs decides about packing, so bytes are counted on it: a line counts as fast
/// from 200 kbit/s on.
const SLOW: Line = Line { round_trip_ms: 100, bits_per_s: Some(128_000) };

/// A centre with the proxy in front.
struct Site<'a> {
    programs: &'a Path,
    server: Running,
    proxy: Proxy,
    folder: PathBuf,
}

/// A computer of the office. Its programs run only while they work.
struct Computer<'a> {
    site: &'a Site<'a>,
    name: &'static str,
}

/// All works, once. What was measured before something failed is kept.
pub(crate) fn measure(
    programs: &Path,
    plan: &Plan,
    records: &Records,
    runtime: &Runtime,
    folder: &Path,
    measured: &mut Measured,
) -> Outcome<()> {
    {
        let site = Site::open(programs, runtime, &folder.join("many"))?;
        let first = site.computer("first")?;
        measured.create.push(first.register(&records.lines(0, plan.count), plan.count)?);
        measured.push.push(first.sync("pushed", plan.count)?);
        let second = site.computer("second")?;
        let mut pulled = second.sync("pulled", plan.count)?;
        pulled.records = plan.count as f64;
        measured.pull.push(pulled);
        measured.bare_insert_ms.push(bare_insert::measure(
            &second.data(),
            &second.key(),
            &site.folder,
            records,
        )?);
        let desk = first.open(runtime)?;
        desk.exchange()?;
        measured.idle.push(desk.exchange()?);
        desk.change(10)?;
        site.proxy.set_line(Line { round_trip_ms: 300, ..FAST });
        measured.changed.push(desk.exchange()?);
    }
    {
        let site = Site::open(programs, runtime, &folder.join("slow"))?;
        let computer = site.computer("first")?;
        computer.register(&records.lines(0, plan.slow_count), plan.slow_count)?;
        site.proxy.set_line(SLOW);
        measured.slow.push(computer.sync("pushed", plan.slow_count)?);
    }
    let site = Site::open(programs, runtime, &folder.join("few"))?;
    let computer = site.computer("first")?;
    let desk = computer.open(runtime)?;
    site.proxy.set_line(SLOW);
    desk.register(&records.lines(0, plan.history))?;
    desk.exchange()?;
    desk.exchange()?;
    measured.take_tens(&exchanges(&desk, records, plan.history, plan.exchanges, 10)?);
    measured.take_ones(&exchanges(&desk, records, plan.first_of_the_ones(), plan.exchanges, 1)?);
    Ok(())
}

/// Many exchanges of a few new complaints each.
fn exchanges(
    desk: &Desk<'_>,
    records: &Records,
    from: usize,
    exchanges: usize,
    each: usize,
) -> Outcome<Vec<Figures>> {
    (0..exchanges)
        .map(|exchange| {
            desk.register(&records.lines(from + exchange * each, each))?;
            desk.exchange()
        })
        .collect()
}

impl<'a> Site<'a> {
    fn open(programs: &'a Path, runtime: &Runtime, folder: &Path) -> Outcome<Self> {
        std::fs::create_dir_all(folder).map_err(Trouble::doing(folder.display()))?;
        let data = folder.join("centre");
        let mut command = Command::new(programs.join("guichet-server"));
        command.args(["serve", "--listen", "127.0.0.1:0", "--profile", "mauritius", "--data"]).arg(&data);
        let mut server = Running::plain(&mut command, &folder.join("server.log"))?;
        let address = server.until(|| std::fs::read_to_string(data.join("address")).ok())?;
        let address = address.trim().to_owned();
        server.listens(&address)?;
        let proxy = runtime.block_on(Proxy::open(address))?;
        Ok(Self { programs, server, proxy, folder: folder.to_owned() })
    }

    /// A computer that the centre has admitted.
    fn computer(&'a self, name: &'static str) -> Outcome<Computer<'a>> {
        let mut command = Command::new(self.programs.join("guichet-server"));
        command.arg("--data").arg(self.folder.join("centre")).args(["office", "code", OFFICE, "--json"]);
        let answer = processes::run(&mut command, &self.folder.join("code.log"))?.output;
        let answer: Value = serde_json::from_str(&answer).map_err(Trouble::doing("the enrolment code"))?;
        let code = answer["code"].as_str().ok_or_else(|| Trouble::new("the centre gave no code"))?;
        let computer = Computer { site: self, name };
        let server = format!("http://{}", self.proxy.address);
        computer.runs(&["enrol", "--server", &server, "--code", code])?;
        Ok(computer)
    }
}

impl<'a> Computer<'a> {
    fn data(&self) -> PathBuf {
        self.site.folder.join(self.name)
    }

    fn key(&self) -> PathBuf {
        self.site.folder.join(format!("{}.key", self.name))
    }

    /// Runs `guichet-office`. What it costs counts from its start to its end.
    fn runs(&self, words: &[&str]) -> Outcome<(String, Figures)> {
        let mut command = Command::new(self.site.programs.join("guichet-office"));
        command.arg("--data").arg(self.data());
        command.arg("--key-store").arg(format!("file:{}", self.key().display()));
        command.arg("--json").args(words);
        self.site.proxy.take_traffic();
        let server = self.site.server.cpu_s();
        let ended = processes::run(&mut command, &self.site.folder.join(format!("{}.log", self.name)))?;
        let figures = Figures {
            ms: ended.ms,
            client_cpu_s: ended.cpu_s,
            server_cpu_s: self.site.server.cpu_s() - server,
            client_mib: ended.peak_mib,
            ..Figures::default()
        };
        Ok((ended.output, figures.with(self.site.proxy.take_traffic())))
    }

    fn register(&self, lines: &str, count: usize) -> Outcome<Figures> {
        let file = self.site.folder.join("complaints.jsonl");
        std::fs::write(&file, lines).map_err(Trouble::doing(file.display()))?;
        let (answers, figures) = self.runs(&["register", "--from", &file.to_string_lossy()])?;
        let told = answers.lines().filter(|line| line.contains("\"reference\"")).count();
        if told != count {
            return Err(Trouble::new(format!("{told} of {count} complaints were registered")));
        }
        Ok(Figures { records: count as f64, ..figures })
    }

    /// Exchanges until nothing waits; at least so many operations must have been `pushed` or `pulled`.
    fn sync(&self, which: &str, count: usize) -> Outcome<Figures> {
        let (answer, figures) = self.runs(&["sync"])?;
        let answer: Value = serde_json::from_str(&answer).map_err(Trouble::doing("guichet-office sync"))?;
        let done = answer[which].as_u64().unwrap_or_default();
        if done < count as u64 || answer["waiting"] != 0 {
            return Err(Trouble::new(format!("not everything was exchanged: {answer}")));
        }
        Ok(Figures { records: done as f64, ..figures })
    }

    fn open(&'a self, runtime: &'a Runtime) -> Outcome<Desk<'a>> {
        Desk::open(&self.data(), &self.key(), &self.site.proxy, runtime)
    }
}
