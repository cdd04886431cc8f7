//! A peer at work: its server behind the proxy, its driver told what to do, and what that cost.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::figures::{Figures, Measured};
use crate::install::Installed;
use crate::peers::Peer;
use crate::processes::{Answering, Running, free_address};
use crate::proxy::{FAST, Line, Proxy};
use crate::records::Records;
use crate::trouble::Outcome;
use crate::works::Plan;

/// A peer's server with the proxy in front.
struct Site<'a> {
    peer: &'a Peer,
    installed: &'a Installed,
    server: Running,
    proxy: Proxy,
    folder: PathBuf,
}

/// A client of the peer.
struct Client<'a> {
    site: &'a Site<'a>,
    driver: Answering,
}

/// All works, once. What was measured before something failed is kept.
pub(crate) fn measure(
    peer: &Peer,
    installed: &Installed,
    plan: &Plan,
    records: &Records,
    runtime: &Runtime,
    folder: &Path,
    measured: &mut Measured,
) -> Outcome<()> {
    {
        let site = Site::open(peer, installed, runtime, &folder.join("many"))?;
        let mut first = site.client("first", records)?;
        measured.create.push(first.does(create(0, plan.count))?);
        measured.push.push(first.does(json!({"do": "push"}))?);
        let mut second = site.client("second", records)?;
        measured.pull.push(second.does(json!({"do": "pull"}))?);
        // What a first sync of both directions still looks through is no part of what follows.
        first.does(json!({"do": "sync"}))?;
        measured.idle.push(first.does(json!({"do": "sync"}))?);
        first.does(json!({"do": "change", "count": 10}))?;
        site.proxy.set_line(Line { round_trip_ms: 300, ..FAST });
        measured.changed.push(first.does(json!({"do": "sync"}))?);
    }
    {
        let site = Site::open(peer, installed, runtime, &folder.join("slow"))?;
        let mut client = site.client("first", records)?;
        client.does(create(0, plan.slow_count))?;
        measured.slow.push(client.does(json!({"do": "push"}))?);
    }
    let site = Site::open(peer, installed, runtime, &folder.join("few"))?;
    let mut client = site.client("first", records)?;
    client.does(create(0, plan.history))?;
    client.does(json!({"do": "sync"}))?;
    client.does(json!({"do": "sync"}))?;
    measured.take_tens(&client.exchanges(plan.history, plan.exchanges, 10)?);
    measured.take_ones(&client.exchanges(plan.first_of_the_ones(), plan.exchanges, 1)?);
    Ok(())
}

fn create(from: usize, count: usize) -> Value {
    json!({"do": "create", "from": from, "count": count})
}

impl<'a> Site<'a> {
    fn open(peer: &'a Peer, installed: &'a Installed, runtime: &Runtime, folder: &Path) -> Outcome<Self> {
        std::fs::create_dir_all(folder).map_err(crate::trouble::Trouble::doing(folder.display()))?;
        let address = free_address()?;
        let mut command = installed.server(&address, &folder.join("server"));
        let mut server = Running::polite(command.current_dir(folder), &folder.join("server.log"))?;
        server.listens(&address)?;
        let proxy = runtime.block_on(Proxy::open(address))?;
        Ok(Self { peer, installed, server, proxy, folder: folder.to_owned() })
    }

    fn client(&'a self, name: &str, records: &Records) -> Outcome<Client<'a>> {
        let store = self.folder.join(name);
        let mut command =
            self.installed.driver(&self.proxy.address, &store, &records.for_peers, self.peer.option);
        let log = self.folder.join(format!("{name}.log"));
        let mut driver = Answering::start(command.current_dir(&self.folder), &log)?;
        // Its first answer says that it has started; whatever it asked its server for until then is not counted.
        driver.ask(&json!({"do": "count"}))?;
        Ok(Client { site: self, driver })
    }
}

impl Client<'_> {
    /// Lets the driver do it. What it says about time does not count its own start.
    fn does(&mut self, command: Value) -> Outcome<Figures> {
        let (client, server) = (self.driver.cpu_s(), self.site.server.cpu_s());
        self.site.proxy.take_traffic();
        let answer = self.driver.ask(&command)?;
        let figures = Figures {
            ms: answer["ms"].as_f64().unwrap_or_default(),
            records: answer["records"].as_f64().unwrap_or_default(),
            client_cpu_s: self.driver.cpu_s() - client,
            server_cpu_s: self.site.server.cpu_s() - server,
            client_mib: self.driver.peak_mib(),
            ..Figures::default()
        };
        Ok(figures.with(self.site.proxy.take_traffic()))
    }

    /// Many exchanges of a few new records each.
    fn exchanges(&mut self, from: usize, exchanges: usize, each: usize) -> Outcome<Vec<Figures>> {
        (0..exchanges)
            .map(|exchange| {
                self.does(create(from + exchange * each, each))?;
                Ok(Figures { records: each as f64, ..self.does(json!({"do": "sync"}))? })
            })
            .collect()
    }
}
