//! The end of the troubles: the network heals, disks have room, and everybody exchanges until all is quiet.

use crate::centre::{at_once, told};
use crate::world::{Checked, World};

/// How often everybody is asked to exchange. Each time what the others sent meanwhile can come in.
const PASSES: u32 = 6;
/// How long computers get to try again by themselves.
const PATIENCE_MS: i64 = 60 * 86_400_000;

impl World {
    /// Heals the world and waits until it is quiet.
    pub(crate) fn settle(&mut self) -> Checked {
        self.tell(format_args!("the troubles are over"));
        self.healed = true;
        self.mix.heal();
        self.centre.set_full(false)?;
        for computer in 0..self.computers.len() {
            self.computers[computer].offline_until_ms = 0;
            self.computers[computer].disk.disarm();
            self.computers[computer].failures = 0;
            if self.computers[computer].full {
                self.set_desk_full(computer, false)?;
            }
        }
        // Nobody writes anything any more and nobody asks: what waits goes by itself.
        self.run_for(PATIENCE_MS)?;
        let waiting = self.restless(false)?;
        if !waiting.is_empty() {
            return Err(format!("the network has healed and these do not try again: {}", waiting.join("; ")));
        }
        self.upgrade_all()?;
        // A new computer has to get at everything that the others know, by a snapshot where there is one.
        self.make_snapshots()?;
        let office = u8::try_from(self.random.between(1, self.offices.into())).unwrap_or(1);
        self.install(office)?;
        for _ in 0..PASSES {
            for computer in 0..self.computers.len() {
                self.computers[computer].failures = 0;
                self.computers[computer].left_documents = 0;
                self.computers[computer].idle = false;
                self.set_timer(computer, 0);
            }
            self.run_dry()?;
            let restless = self.restless(true)?;
            if restless.is_empty() {
                self.tell(format_args!("all is quiet"));
                return Ok(());
            }
        }
        Err(format!("the network has healed and there is no rest: {}", self.restless(true)?.join("; ")))
    }

    /// Who still waits for something, and why; `for_all`: also for what the others have sent since.
    fn restless(&self, for_all: bool) -> Result<Vec<String>, String> {
        let offices = at_once(self.centre.centre.offices()).map_err(told)?;
        let mut restless = Vec::new();
        for pc in self.computers.iter().filter(|pc| !pc.stage.is_out()) {
            let Some(store) = &pc.store else {
                restless.push(format!("{} is not admitted", pc.name));
                continue;
            };
            let (waiting, _) = store.waiting_count().map_err(|error| error.to_string())?;
            let has = store.feed_head().map_err(|error| error.to_string())?.number;
            let all =
                offices.iter().find(|office| office.code == pc.office).map_or(0, |office| office.entries);
            if let Some(due) = pc.documents_to_send()? {
                restless.push(format!("{} still has {} bytes of documents to send", pc.name, due.up_bytes));
            }
            if waiting > 0 || (for_all && (!pc.idle || has != all)) {
                let trouble = pc.trouble.as_deref().unwrap_or("no trouble is known");
                restless
                    .push(format!("{} ({waiting} wait, it has {has} of {all} entries; {trouble})", pc.name));
            }
        }
        Ok(restless)
    }
}
