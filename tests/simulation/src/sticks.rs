//! Exchanges by stick: a computer writes a file, somebody carries it to the centre, and carries the reply back, while
//! the line may work all the same. A stick is lost, pulled out too early, read twice, or read long after a newer one.

use std::io::Cursor;
use std::sync::Arc;

use central_server::CentreError;
use complaints::as_edition;
use sync_engine::{ExchangeError, Stick};
use sync_protocol::CarryError;

use crate::centre::at_once;
use crate::computers::{HOUR_MS, Stage};
use crate::faults::Fault;
use crate::world::{Checked, Event, World};

/// How long somebody is on the way at most.
const LONGEST_WAY_MS: i64 = 14 * 24 * HOUR_MS;

/// What a stick lacks that was pulled out long before the end: a few of the pieces that are sealed one by one, if the
/// file has as many.
const LONG_CUT: usize = 150_000;

/// A file on its way.
#[derive(Debug, Clone)]
pub(crate) struct Stuck {
    pub(crate) computer: usize,
    pub(crate) file: Vec<u8>,
    /// Not all of it is on the stick.
    pub(crate) pulled: bool,
}

impl World {
    /// A clerk writes a file for the centre, and somebody sets out with it.
    pub(crate) fn perhaps_carry_out(&mut self, computer: usize) -> Checked {
        let pc = &self.computers[computer];
        let at_work = pc.stage == Stage::Working && !pc.is_exchanging() && !pc.disk.has_crashed() && !pc.full;
        if !at_work || !self.mix.strikes(Fault::CarryStick, &mut self.random) {
            return Ok(());
        }
        let pc = &self.computers[computer];
        let (name, Some(store)) = (pc.name.clone(), pc.store.clone()) else { return Ok(()) };
        let written = as_edition(pc.edition, || Stick::new(&store, &pc.key)?.write_to(Vec::new()));
        let (file, operations, documents) =
            written.map_err(|error| format!("{name} cannot write a stick: {error}"))?;
        self.tell(format_args!("{name} writes a stick: {operations} operations, {documents} documents"));
        self.sets_out(computer, file, Event::StickArrives);
        Ok(())
    }

    /// A stick is on its way, perhaps not whole, perhaps twice.
    fn sets_out(&mut self, computer: usize, file: Vec<u8>, arrives: fn(Stuck) -> Event) {
        let name = self.computers[computer].name.clone();
        if self.mix.strikes(Fault::StickAgain, &mut self.random) {
            let after = self.random.mostly_short_ms(4 * LONGEST_WAY_MS);
            self.tell(format_args!("the stick of {name} will be read once more"));
            self.later(after, arrives(Stuck { computer, file: file.clone(), pulled: false }));
        }
        let mut stuck = Stuck { computer, file, pulled: false };
        if self.mix.strikes(Fault::PulledStick, &mut self.random) {
            stuck.pulled = true;
            // Counted from the end: what a file begins with is drawn by the library that seals it, and is not always of
            // the same length.
            let lacking = if self.random.chance(300) { LONG_CUT } else { 1 + self.random.index(40) };
            stuck.file.truncate(stuck.file.len().saturating_sub(lacking));
            self.tell(format_args!("the stick of {name} is pulled out too early"));
        }
        if self.mix.strikes(Fault::LostStick, &mut self.random) {
            return self.tell(format_args!("the stick of {name} is lost"));
        }
        let after = self.random.mostly_short_ms(LONGEST_WAY_MS);
        self.later(after, arrives(stuck));
    }

    /// The centre reads a stick and writes the reply onto it.
    pub(crate) fn stick_arrives(&mut self, stuck: Stuck) -> Checked {
        let Stuck { computer, file, pulled } = stuck;
        let name = self.computers[computer].name.clone();
        self.perhaps_arm_centre();
        let centre = Arc::clone(&self.centre.centre);
        let done = at_once(async move {
            let taken = centre.take_in(Cursor::new(file)).await?;
            let told = (taken.taken(), taken.cut().is_some());
            let reply = taken.reply(Vec::new()).await?;
            Ok::<_, CentreError>((told, reply))
        });
        if self.centre.disk.has_crashed() {
            return self.restart_centre_if_it_crashed();
        }
        self.centre.disk.disarm();
        match done {
            Ok(((taken, cut), reply)) => {
                let how = if cut { ", as far as it is whole" } else { "" };
                self.tell(format_args!(
                    "the centre reads the stick of {name}{how}: {taken} operations taken"
                ));
                if cut != pulled {
                    return Err(format!("the stick of {name}: cut {cut}, pulled out early {pulled}"));
                }
                self.sets_out(computer, reply, Event::StickReturns);
                Ok(())
            }
            Err(error) => {
                self.tell(format_args!("the centre cannot take the stick of {name}: {error}"));
                let out = self.computers[computer].stage.is_out();
                let expected = match &error {
                    CentreError::Carry(_) => pulled,
                    CentreError::CarriedByStranger => out || self.restores,
                    CentreError::Busy | CentreError::Full => self.centre.full,
                    _ => false,
                };
                if expected {
                    Ok(())
                } else {
                    Err(format!("the centre fails at the stick of {name}: {error}"))
                }
            }
        }
    }

    /// A computer reads the reply.
    pub(crate) fn stick_returns(&mut self, stuck: Stuck) -> Checked {
        let computer = stuck.computer;
        let pc = &self.computers[computer];
        if pc.stage.is_out() || pc.disk.has_crashed() || pc.store.is_none() {
            return Ok(());
        }
        if pc.is_exchanging() {
            // Never two exchanges at once: the clerk waits.
            self.later(HOUR_MS, Event::StickReturns(stuck));
            return Ok(());
        }
        let Stuck { file, pulled, .. } = stuck;
        self.perhaps_arm(computer, 0);
        let pc = &self.computers[computer];
        let (name, key, Some(store)) = (pc.name.clone(), Arc::clone(&pc.key), pc.store.clone()) else {
            return Ok(());
        };
        let edition = pc.edition;
        let read = as_edition(edition, || Stick::new(&store, &key)?.read(Cursor::new(file)));
        if self.computers[computer].disk.has_crashed() {
            return self.crash_if_armed(computer);
        }
        self.computers[computer].disk.disarm();
        match read {
            Ok(brought) => {
                self.tell(format_args!(
                    "{name} reads the reply: {} acknowledged, {} came in{}",
                    brought.acknowledged,
                    brought.applied.operations,
                    if brought.write_again { ", and is to write again" } else { "" }
                ));
                Ok(())
            }
            Err(error) => {
                self.tell(format_args!("{name} cannot take the reply: {error}"));
                let expected = match &error {
                    ExchangeError::Carry(CarryError::TooShort) => pulled,
                    ExchangeError::Store(office_store::StoreError::DiskFull) => self.computers[computer].full,
                    ExchangeError::Store(_) => false,
                    // It may be sealed to the computer that this one was when it wrote.
                    _ => pulled || self.restores || self.computers[computer].has_begun_anew(),
                };
                if expected { Ok(()) } else { Err(format!("{name} fails at an honest reply: {error}")) }
            }
        }
    }
}
