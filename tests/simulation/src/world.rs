//! The world: all parties, the clock, and the queue of what happens next. Everything is done in the order of its
//! time, and of its place in the queue where times are equal.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use complaints::{EDITION, as_edition};

use crate::centre::CentreParty;
use crate::computers::Computer;
use crate::disk::Side;
use crate::faults::{Fault, Mix};
use crate::ledger::Ledger;
use crate::line::{CallId, Delivery};
use crate::network::Arrival;
use crate::random::Random;
use crate::sticks::Stuck;
use crate::trace::Trace;
use crate::{Figures, Options};

/// Nothing, or what does not hold.
pub(crate) type Checked = Result<(), String>;

const DAY_MS: i64 = 86_400_000;
/// Monday, 5 January 2026, 08:00 in Mauritius.
const BEGINNING_MS: i64 = 1_767_585_600_000;

/// What happens at a time.
#[derive(Debug)]
pub(crate) enum Event {
    /// A clerk does something at a computer.
    Work { computer: usize },
    /// An agent does something at the centre.
    AgentsWork,
    /// A computer's next round is due, unless its timer was set anew meanwhile.
    Round { computer: usize, timer: u64 },
    /// A request reaches the centre.
    Arrive(Arrival),
    /// An answer, or the end of waiting for one, reaches a computer.
    Back { computer: usize, call: CallId, delivery: Delivery },
    /// A computer's disk has room again.
    DeskHasRoom { computer: usize },
    /// The centre's disk has room again.
    CentreHasRoom,
    /// A stick reaches the centre.
    StickArrives(Stuck),
    /// A stick with the centre's reply reaches a computer.
    StickReturns(Stuck),
    /// Something may happen to whole parties.
    Mischief,
}

/// Everything there is.
pub(crate) struct World {
    pub(crate) random: Random,
    pub(crate) mix: Mix,
    pub(crate) trace: Trace,
    pub(crate) ledger: Ledger,
    pub(crate) centre: CentreParty,
    pub(crate) computers: Vec<Computer>,
    pub(crate) offices: u8,
    pub(crate) call_numbers: Arc<Mutex<CallId>>,
    pub(crate) requests: u64,
    pub(crate) crashes: u64,
    pub(crate) snapshots: u64,
    /// How long people work and things go wrong.
    pub(crate) period_ms: i64,
    /// The mean time between two exchanges of a computer.
    pub(crate) pause_ms: i64,
    /// The network has healed.
    pub(crate) healed: bool,
    /// A party has gone back in time or has a double, so that an honest call may end in a stop.
    pub(crate) restores: bool,
    /// The centre has gone back in time.
    pub(crate) centre_restored: bool,
    now_ms: Arc<AtomicI64>,
    queue: BTreeMap<(i64, u64), Event>,
    queued: u64,
}

impl World {
    /// The world of a seed, before anything has happened.
    ///
    /// # Panics
    /// When the centre cannot even be founded.
    pub(crate) fn new(seed: u64, options: &Options) -> Self {
        let mut random = Random::new(seed);
        let mut mix = Mix::draw(&mut random, &options.faults);
        // Mostly few offices: what matters happens between few, and many only cost time.
        let offices = match random.below(400) {
            0 => random.between(7, 35),
            1..80 => random.between(3, 6),
            _ => 2,
        };
        let offices = u8::try_from(offices).unwrap_or(2);
        let now_ms = Arc::new(AtomicI64::new(BEGINNING_MS));
        let ahead_ms = if random.chance(200) { random.mostly_short_ms(3_650 * DAY_MS) } else { 0 };
        let older = mix.strikes(Fault::OlderCentre, &mut random);
        let edition = if older { EDITION - 1 } else { EDITION };
        let centre = CentreParty::found(offices, &now_ms, ahead_ms, edition, &mut random);
        let centre = centre.unwrap_or_else(|error| panic!("the centre cannot be founded: {error}"));
        let days = i64::try_from(random.between(2, 40)).unwrap_or(2);
        let exchanges = i64::try_from(random.between(3, 12)).unwrap_or(3);
        Self {
            restores: false,
            centre_restored: false,
            mix,
            trace: Trace::new(options.whole_trace),
            ledger: Ledger::default(),
            centre,
            computers: Vec::new(),
            offices,
            call_numbers: Arc::default(),
            requests: 0,
            crashes: 0,
            snapshots: 0,
            period_ms: days * DAY_MS,
            pause_ms: days * DAY_MS / exchanges,
            healed: false,
            now_ms,
            queue: BTreeMap::new(),
            queued: 0,
            random,
        }
    }

    /// The whole story of the seed.
    pub(crate) fn run(&mut self) -> Checked {
        self.begin()?;
        while let Some(event) = self.next_event(BEGINNING_MS + self.period_ms) {
            self.happen(event)?;
        }
        self.settle()?;
        self.check_everything()
    }

    /// Computers are admitted, and people make plans.
    fn begin(&mut self) -> Checked {
        let offices = self.offices;
        self.tell(format_args!("{offices} offices begin"));
        for office in 1..=offices {
            for _ in 0..*self.random.pick(&[1, 1, 2, 2, 3]) {
                self.install(office)?;
            }
        }
        let deeds = self.random.between(4, 30) * self.computers.len() as u64 / 2;
        for _ in 0..deeds {
            let (at, computer) = (self.some_time_ms(), self.random.index(self.computers.len()));
            self.later(at, Event::Work { computer });
        }
        for _ in 0..self.random.below(deeds + 1) {
            let at = self.some_time_ms();
            self.later(at, Event::AgentsWork);
        }
        for _ in 0..self.random.between(2, 8) {
            let at = self.some_time_ms();
            self.later(at, Event::Mischief);
        }
        Ok(())
    }

    /// Does everything that comes within so many milliseconds.
    pub(crate) fn run_for(&mut self, time_ms: i64) -> Checked {
        let end = self.now() + time_ms;
        while let Some(event) = self.next_event(end) {
            self.happen(event)?;
        }
        Ok(())
    }

    /// Does everything that is left in the queue.
    pub(crate) fn run_dry(&mut self) -> Checked {
        while let Some(event) = self.next_event(i64::MAX) {
            self.happen(event)?;
        }
        Ok(())
    }

    /// All that is not done at a computer is done by the centre's program.
    fn happen(&mut self, event: Event) -> Checked {
        as_edition(self.centre.edition, || self.happen_now(event))
    }

    fn happen_now(&mut self, event: Event) -> Checked {
        match event {
            Event::Work { computer } => {
                self.clerk_works(computer)?;
                self.perhaps_carry_out(computer)
            }
            Event::AgentsWork => self.agents_work(),
            Event::Round { computer, timer } => self.round_is_due(computer, timer),
            Event::Arrive(arrival) => self.arrive(arrival),
            Event::Back { computer, call, delivery } => self.bring_back(computer, call, delivery),
            Event::DeskHasRoom { computer } => self.set_desk_full(computer, false),
            Event::CentreHasRoom => {
                self.tell(format_args!("the disk of the centre has room again"));
                self.centre.set_full(false)
            }
            Event::StickArrives(stuck) => self.stick_arrives(stuck),
            Event::StickReturns(stuck) => self.stick_returns(stuck),
            Event::Mischief => self.mischief(),
        }
    }

    /// The next thing that happens, if it happens before `end_ms`; the clock moves on to it.
    fn next_event(&mut self, end_ms: i64) -> Option<Event> {
        let first = self.queue.first_entry()?;
        let (at_ms, _) = *first.key();
        if at_ms >= end_ms {
            return None;
        }
        self.now_ms.store(at_ms, Ordering::Relaxed);
        Some(first.remove())
    }

    /// Puts something into the queue, so many milliseconds from now.
    pub(crate) fn later(&mut self, after_ms: i64, event: Event) {
        self.queued += 1;
        self.queue.insert((self.now() + after_ms.max(0), self.queued), event);
    }

    /// Milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.now_ms.load(Ordering::Relaxed)
    }

    /// Some time before the period is over, in milliseconds from now.
    pub(crate) fn some_time_ms(&mut self) -> i64 {
        let left = (BEGINNING_MS + self.period_ms - self.now()).max(1);
        i64::try_from(self.random.below(left.unsigned_abs())).unwrap_or(0)
    }

    /// Adds a line to the trace.
    pub(crate) fn tell(&mut self, what: fmt::Arguments<'_>) {
        self.trace.tell(self.now() - BEGINNING_MS, what);
    }

    /// Perhaps the centre crashes at its next commit.
    pub(crate) fn perhaps_arm_centre(&mut self) {
        self.centre.disk.disarm();
        if self.mix.strikes(Fault::CrashCentre, &mut self.random) {
            let side = *self.random.pick(&[Side::Before, Side::After]);
            self.centre.disk.arm(0, side);
        }
    }

    /// Starts the centre again when it has crashed.
    pub(crate) fn restart_centre_if_it_crashed(&mut self) -> Checked {
        self.centre.disk.disarm();
        if self.centre.disk.has_crashed() {
            self.crashes += 1;
            self.tell(format_args!("the centre crashes at a commit and starts again"));
            self.centre.restart()?;
        }
        Ok(())
    }

    /// How much was done.
    pub(crate) fn figures(&self) -> Figures {
        Figures {
            seeds: 1,
            operations: self.ledger.saved.len() as u64,
            excused: self.ledger.saved.iter().filter(|saved| saved.excused.is_some()).count() as u64,
            requests: self.requests,
            commits: self.centre.disk.commits()
                + self.computers.iter().map(|computer| computer.disk.commits()).sum::<u64>(),
            crashes: self.crashes,
            snapshots: self.snapshots,
            faults: self.mix.happened.clone(),
        }
    }
}
