//! The run: who is measured, in which order, and how much of each work.

use std::collections::BTreeMap;
use std::path::Path;

use tokio::runtime::Runtime;

use crate::arguments::Arguments;
use crate::figures::Measured;
use crate::install::{Installation, Installed};
use crate::machine::{Machine, commit};
use crate::peers::{PEERS, Peer};
use crate::records::Records;
use crate::trouble::{Outcome, Trouble};
use crate::{driven, guichet, plot, report};

/// History that both sides share before single exchanges are measured, bytes of JSON.
const HISTORY_BYTES: usize = 300 * 1024;

/// How much of each work is done.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// Complaints that are pushed and pulled.
    pub(crate) count: usize,
    /// Complaints over a slow line.
    pub(crate) slow_count: usize,
    /// Complaints that make up the shared history.
    pub(crate) history: usize,
    /// Exchanges of ten, and exchanges of one.
    pub(crate) exchanges: usize,
    /// How often everything is done.
    pub(crate) runs: usize,
}

impl Plan {
    fn of(arguments: &Arguments, records: &Records) -> Outcome<Self> {
        let history = records.reaching(HISTORY_BYTES);
        let (exchanges, runs) = if arguments.full { (100, 3) } else { (20, 1) };
        let plan =
            Self { count: arguments.count, slow_count: arguments.count.min(5_000), history, exchanges, runs };
        let needed = plan.count.max(plan.first_of_the_ones() + exchanges);
        if arguments.count == 0 || records.count() < needed {
            let told = format!("{needed} complaints are needed, the file has {}", records.count());
            return Err(Trouble::new(told));
        }
        Ok(plan)
    }

    /// Where the complaints begin that are exchanged alone: after the history and the tens.
    pub(crate) fn first_of_the_ones(&self) -> usize {
        self.history + self.exchanges * 10
    }
}

/// One system and what came of it.
#[derive(Debug)]
pub(crate) struct System {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) durability: &'static str,
    pub(crate) remarks: &'static str,
    pub(crate) versions: Vec<String>,
    pub(crate) measured: Measured,
    /// Why it, or a part of it, could not be measured.
    pub(crate) trouble: Option<Trouble>,
    peer: Option<(Peer, Option<Installed>)>,
}

/// Bytes of `zstd -19` in one stream, of the complaints of each work.
#[derive(Debug)]
pub(crate) struct Yardsticks {
    /// The complaints over the slow line.
    pub(crate) slow: f64,
    /// Ten of the complaints that were exchanged in tens, at the rate of the stream above.
    pub(crate) ten: f64,
    /// One of those exchanged alone, likewise.
    pub(crate) one: f64,
}

impl Yardsticks {
    fn of(plan: &Plan, records: &Records) -> Outcome<Self> {
        let bytes = |from, count| records.lines(from, count).len() as f64;
        let slow = records.yardstick(0, plan.slow_count)? as f64;
        let rate = slow / bytes(0, plan.slow_count);
        let each = |from, count: usize| rate * bytes(from, count) / plan.exchanges as f64;
        Ok(Self {
            slow,
            ten: each(plan.history, plan.exchanges * 10),
            one: each(plan.first_of_the_ones(), plan.exchanges),
        })
    }
}

/// Everything that the report tells.
#[derive(Debug)]
pub(crate) struct Results {
    pub(crate) machine: Machine,
    pub(crate) input: String,
    pub(crate) plan: Plan,
    pub(crate) yardsticks: Yardsticks,
    pub(crate) systems: Vec<System>,
}

impl Results {
    /// What Guichet did, if it was asked to.
    pub(crate) fn guichet(&self) -> Option<&Measured> {
        self.system(guichet::NAME)
    }

    /// What the system of that name did.
    pub(crate) fn system(&self, name: &str) -> Option<&Measured> {
        self.systems.iter().find(|system| system.name == name).map(|system| &system.measured)
    }
}

/// Measures everything that was asked for and writes the report.
pub(crate) fn run(arguments: &Arguments) -> Outcome<()> {
    let work = arguments.folder.join("run");
    remove(&work)?;
    std::fs::create_dir_all(&work).map_err(Trouble::doing(work.display()))?;
    let mut systems = chosen(arguments)?;
    let records = Records::read(&arguments.complaints, &work)?;
    let plan = Plan::of(arguments, &records)?;
    let machine = Machine::look()?;
    let runtime = Runtime::new().map_err(Trouble::doing("the runtime"))?;
    install(arguments, &mut systems)?;
    for run in 1..=plan.runs {
        // Each system once, then all again: a moment when the computer is busy does not meet one of them alone.
        for system in systems.iter_mut().filter(|system| system.trouble.is_none()) {
            eprintln!("{} ({run} of {})", system.title.trim_matches('*'), plan.runs);
            let folder = work.join(system.name);
            let measured = &mut system.measured;
            let outcome = match &system.peer {
                None => guichet::measure(&arguments.programs, &plan, &records, &runtime, &folder, measured),
                Some((peer, Some(installed))) => {
                    driven::measure(peer, installed, &plan, &records, &runtime, &folder, measured)
                }
                Some((_, None)) => Err(Trouble::new("not installed")),
            };
            if let Err(trouble) = outcome {
                eprintln!("{}: {trouble}", system.title.trim_matches('*'));
                system.trouble = Some(trouble);
            }
            remove(&folder)?;
        }
    }
    let yardsticks = Yardsticks::of(&plan, &records)?;
    let results = Results { machine, input: arguments.input.clone(), plan, yardsticks, systems };
    write(&results, &arguments.out)?;
    remove(&work)
}

fn chosen(arguments: &Arguments) -> Outcome<Vec<System>> {
    let wanted = |name: &str, is_slow: bool| {
        if arguments.only.is_empty() {
            arguments.full || !is_slow
        } else {
            arguments.only.iter().any(|one| one == name)
        }
    };
    let known: Vec<&str> = std::iter::once(guichet::NAME).chain(PEERS.iter().map(|peer| peer.name)).collect();
    if let Some(unknown) = arguments.only.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(Trouble::new(format!("--only {unknown}: there are {}", known.join(", "))));
    }
    let ours = System {
        name: guichet::NAME,
        title: guichet::TITLE,
        durability: "yes: synchronous=FULL at both ends, acknowledged only after the commit",
        remarks: "store encrypted (SQLCipher), every operation hashed into its chain, every request and feed head \
                  signed and checked, rules judged at the centre, a search index kept",
        versions: vec![format!("guichet {}{}", env!("CARGO_PKG_VERSION"), commit())],
        measured: Measured::default(),
        trouble: None,
        peer: None,
    };
    let peers = PEERS.iter().filter(|peer| wanted(peer.name, peer.is_slow)).map(|peer| System {
        name: peer.name,
        title: peer.title,
        durability: peer.durability,
        remarks: peer.remarks,
        versions: Vec::new(),
        measured: Measured::default(),
        trouble: None,
        peer: Some((*peer, None)),
    });
    let peers: Vec<System> = peers.collect();
    Ok(wanted(guichet::NAME, false).then_some(ours).into_iter().chain(peers).collect())
}

/// Installs the peers; one that cannot be installed has its trouble told and is passed over.
fn install(arguments: &Arguments, systems: &mut [System]) -> Outcome<()> {
    let installation = Installation::prepare(&arguments.peers, arguments.folder.join("peers"))?;
    for system in systems {
        let Some((peer, installed)) = &mut system.peer else { continue };
        match installation.install(peer) {
            Ok(done) => {
                system.versions.clone_from(&done.versions);
                *installed = Some(done);
            }
            Err(trouble) => {
                eprintln!("{}: not installed: {trouble}", peer.title);
                system.trouble = Some(Trouble::new(format!("not installed: {trouble}")));
            }
        }
    }
    Ok(())
}

fn write(results: &Results, out: &Path) -> Outcome<()> {
    std::fs::create_dir_all(out).map_err(Trouble::doing(out.display()))?;
    let files = BTreeMap::from([
        ("results.md", report::markdown(results)),
        ("results.json", format!("{:#}\n", report::json(results))),
        ("plot.svg", plot::svg(results)),
    ]);
    for (name, text) in files {
        let path = out.join(name);
        std::fs::write(&path, text).map_err(Trouble::doing(path.display()))?;
        eprintln!("{}", path.display());
    }
    Ok(())
}

pub(crate) fn remove(folder: &Path) -> Outcome<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Trouble::doing(folder.display())(error))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn arguments(full: bool, only: &[&str]) -> Arguments {
        let (only, none) = (only.iter().map(|name| (*name).to_owned()).collect(), PathBuf::new);
        let (complaints, programs, peers, folder, out) = (none(), none(), none(), none(), none());
        Arguments {
            full,
            only,
            count: 10_000,
            complaints,
            input: String::new(),
            programs,
            peers,
            folder,
            out,
        }
    }

    fn names(arguments: &Arguments) -> Vec<&'static str> {
        chosen(arguments).unwrap().iter().map(|system| system.name).collect()
    }

    #[test]
    fn slow_peers_are_measured_when_everything_or_they_are_asked_for() {
        assert_eq!(names(&arguments(false, &[])), ["guichet", "bare", "pouchdb", "rxdb", "loro"]);
        assert_eq!(names(&arguments(true, &[])).len(), PEERS.len() + 1);
        assert_eq!(names(&arguments(false, &["kinto", "bare"])), ["bare", "kinto"]);
    }

    #[test]
    fn a_name_that_nobody_has_is_told_with_those_that_there_are() {
        let told = chosen(&arguments(false, &["couchdb"])).unwrap_err().to_string();
        assert!(told.contains("couchdb") && told.contains("pouchdb"), "{told}");
    }
}
