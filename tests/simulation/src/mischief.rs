//! What happens to whole parties: images are taken and come back, disks are cloned, computers are shut out or join,
//! the centre gets another profile.

use std::collections::BTreeSet;

use central_server::CentreError;
use complaints::OfficeCode;

use crate::centre::{at_once, told};
use crate::computers::Stage;
use crate::faults::Fault;
use crate::line::SimulatedLine;
use crate::world::{Checked, Event, World};

/// How many images are kept of each party.
const IMAGES: usize = 3;

impl World {
    /// One of the few moments in which such a thing may happen.
    pub(crate) fn mischief(&mut self) -> Checked {
        self.take_images()?;
        self.make_snapshots()?;
        if self.mix.strikes(Fault::ProfileChange, &mut self.random) {
            let edition = self.centre.change_profile()?;
            self.tell(format_args!("edition {edition} of the profile comes into force"));
        }
        if self.mix.strikes(Fault::LateComputer, &mut self.random) {
            let office = u8::try_from(self.random.between(1, self.offices.into())).unwrap_or(1);
            let computer = self.computers.len();
            self.install(office)?;
            for _ in 0..self.random.below(8) {
                let at = self.some_time_ms();
                self.later(at, Event::Work { computer });
            }
        }
        if self.mix.strikes(Fault::Revoke, &mut self.random) {
            self.shut_out()?;
        }
        if self.mix.strikes(Fault::RestoreDesk, &mut self.random) {
            self.restore_desk()?;
        }
        if self.mix.strikes(Fault::CloneDesk, &mut self.random) {
            self.clone_desk()?;
        }
        if self.mix.strikes(Fault::RestoreCentre, &mut self.random) {
            self.restore_centre()?;
        }
        if self.mix.strikes(Fault::ReplaceDesk, &mut self.random) {
            self.replace_desk()?;
        }
        self.upgrade_some()
    }

    fn take_images(&mut self) -> Checked {
        if self.mix.has(Fault::RestoreDesk) {
            for pc in &mut self.computers {
                if let Some(store) = &pc.store {
                    let image = store.image().map_err(|error| error.to_string())?;
                    keep(&mut pc.images, image);
                }
            }
        }
        if self.mix.has(Fault::RestoreCentre) {
            let image = self.centre.centre.image().map_err(told)?;
            keep(&mut self.centre.images, image);
        }
        Ok(())
    }

    /// One of the computers that work.
    fn some_computer(&mut self) -> Option<usize> {
        let working: Vec<usize> = (0..self.computers.len())
            .filter(|&place| {
                self.computers[place].stage == Stage::Working && !self.computers[place].disk.has_crashed()
            })
            .collect();
        (!working.is_empty()).then(|| *self.random.pick(&working))
    }

    fn shut_out(&mut self) -> Checked {
        let Some(computer) = self.some_computer() else { return Ok(()) };
        let pc = &self.computers[computer];
        let (Some(number), office, name) = (pc.number(), pc.office, pc.name.clone()) else { return Ok(()) };
        match at_once(self.centre.centre.revoke_computer(office, number, self.random.chance(300))) {
            // A restored centre may not know the computer any more.
            Err(CentreError::NotFound(_)) if self.restores => return Ok(()),
            revoked => revoked.map_err(told)?,
        }
        // Its copies have the same number, and are shut out with it.
        for other in &mut self.computers {
            if other.office == office && other.number() == Some(number) {
                other.stage = Stage::ShutOut;
            }
        }
        self.tell(format_args!("{name} is shut out"));
        self.excuse_what_is_lost("it was only on a computer that was shut out")
    }

    fn restore_desk(&mut self) -> Checked {
        let Some(computer) = self.some_computer() else { return Ok(()) };
        if self.computers[computer].images.is_empty() {
            return Ok(());
        }
        let which = self.random.index(self.computers[computer].images.len());
        let image = self.computers[computer].images[which].clone();
        let pc = &mut self.computers[computer];
        let store = pc.start_from(&image)?;
        pc.forget_what_is_volatile();
        pc.take_store(store)?;
        pc.restored = true;
        pc.life += 1;
        self.restores = true;
        let pc = &self.computers[computer];
        let name = pc.name.clone();
        self.tell(format_args!("{name} is restored to its image number {which}"));
        self.excuse_what_is_lost("it was only on a disk that was replaced by an older image")?;
        let pause = self.random.mostly_short_ms(self.pause_ms);
        self.set_timer(computer, pause);
        Ok(())
    }

    fn clone_desk(&mut self) -> Checked {
        let Some(computer) = self.some_computer() else { return Ok(()) };
        let Some(store) = self.computers[computer].store.clone() else { return Ok(()) };
        let image = store.image().map_err(|error| error.to_string())?;
        let twin = self.computers[computer].start_from(&image)?;
        let name = format!("{} (copy)", self.computers[computer].name);
        self.tell(format_args!("{name} runs on beside it"));
        self.restores = true;
        let place = self.computers.len();
        let copy = self.computers[computer].copy(name, twin, SimulatedLine::new(&self.call_numbers));
        let hook = copy.disk.may_commit();
        self.computers.push(copy);
        if let Some(store) = &self.computers[place].store {
            store.before_each_commit(hook).map_err(|error| error.to_string())?;
        }
        for _ in 0..self.random.below(8) {
            let at = self.some_time_ms();
            self.later(at, Event::Work { computer: place });
        }
        let pause = self.random.mostly_short_ms(self.pause_ms);
        self.set_timer(place, pause);
        Ok(())
    }

    /// Somebody buys a new computer for one that is no more.
    fn replace_desk(&mut self) -> Checked {
        let Some(computer) = self.some_computer() else { return Ok(()) };
        let pc = &mut self.computers[computer];
        pc.forget_what_is_volatile();
        (pc.store, pc.stage) = (None, Stage::Gone);
        let (office, name) = (pc.office, pc.name.clone());
        self.tell(format_args!("{name} is no more, and a new computer takes its place"));
        self.excuse_what_is_lost("it was only on a computer that is no more")?;
        let new = self.computers.len();
        self.install(office.number())?;
        for _ in 0..self.random.below(8) {
            let at = self.some_time_ms();
            self.later(at, Event::Work { computer: new });
        }
        Ok(())
    }

    /// The centre packs what has come since the last time.
    pub(crate) fn make_snapshots(&mut self) -> Checked {
        self.perhaps_arm_centre();
        match at_once(self.centre.centre.make_snapshots()) {
            Ok(made) => self.tell(format_args!("the centre makes {made} snapshots")),
            Err(CentreError::Full) if self.centre.full => {
                self.tell(format_args!("the centre makes no snapshot: its disk is full"));
            }
            Err(_) if self.centre.disk.has_crashed() => {}
            Err(error) => return Err(told(error)),
        }
        self.restart_centre_if_it_crashed()
    }

    fn restore_centre(&mut self) -> Checked {
        if self.centre.images.is_empty() {
            return Ok(());
        }
        let which = self.random.index(self.centre.images.len());
        let image = self.centre.images[which].clone();
        self.tell(format_args!("the centre is restored to its image number {which}"));
        let before = self.payloads_at_the_centre()?;
        self.centre.start_from(&image)?;
        let after = self.payloads_at_the_centre()?;
        self.ledger.note_lost(&before.difference(&after).cloned().collect());
        self.centre.life += 1;
        (self.restores, self.centre_restored) = (true, true);
        self.excuse_what_is_lost("it was only at the centre, which was replaced by an older image")
    }

    /// After something was destroyed: what nobody holds any more may stay away.
    pub(crate) fn excuse_what_is_lost(&mut self, why: &'static str) -> Checked {
        let mut held = BTreeSet::new();
        for pc in self.computers.iter().filter(|pc| pc.stage == Stage::Working) {
            if let Some(store) = &pc.store {
                // Between testimony and reading on, a desk waits for the centre to bring again what others did. If the
                // centre is put back once more in that moment, what only this desk had read is gone.
                let is_between =
                    store.setting("cut_back").map_err(|error| error.to_string())?.as_deref() == Some("1");
                let own = store.identity().map_err(|error| error.to_string())?.device;
                let operations = store.held_operations().map_err(|error| error.to_string())?.into_iter();
                let counts =
                    operations.filter(|held| !is_between || held.feed_number.is_some() || held.device == own);
                held.extend(counts.map(|operation| operation.payload));
            }
        }
        held.extend(self.payloads_at_the_centre()?);
        let lost = self.ledger.excuse_all_but(&held, why);
        if lost > 0 {
            self.tell(format_args!("the only copies of {lost} operations are gone"));
        }
        Ok(())
    }
}

impl World {
    fn payloads_at_the_centre(&self) -> Result<BTreeSet<Vec<u8>>, String> {
        let mut payloads = BTreeSet::new();
        for office in 1..=self.offices {
            let office = OfficeCode::new(office).map_err(|error| error.to_string())?;
            let logged = at_once(self.centre.centre.logged(office)).map_err(told)?;
            payloads.extend(logged.into_iter().map(|operation| operation.payload));
        }
        Ok(payloads)
    }
}

fn keep(images: &mut Vec<Vec<u8>>, image: Vec<u8>) {
    if images.len() == IMAGES {
        images.remove(0);
    }
    images.push(image);
}
