//! The computers as parties: admitted, working, exchanging, crashing, started again.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use complaints::{EDITION, OfficeCode, as_edition};
use office_store::{DocumentsDue, Identity, Store, StoreError};
use sync_engine::{Engine, EnrolError, ExchangeError, LinkMemory, Round, keep_recipient, next_delay_s};
use sync_protocol::{Admitted, Codec, DeviceKey, LineError, SaltTree, unpack};

use crate::centre::at_once;
use crate::clerk::Version;
use crate::disk::{Disk, Side};
use crate::faults::Fault;
use crate::line::{CallId, Delivery, SimulatedLine};
use crate::random::Random;
use crate::world::{Checked, Event, World};

pub(crate) const HOUR_MS: i64 = 3_600_000;
const YEAR_MS: i64 = 31_557_600_000;
/// What the product waits between two exchanges, in seconds; here it is `pause_ms`.
const IDLE_S: i64 = 300;
/// Rounds in a row that still say that there is more: beyond them a computer turns in circles.
const MOST_ROUNDS: u32 = 400;
/// After the healing so many attempts must do.
const FEW_ATTEMPTS: u32 = 8;

/// How far a computer has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It asks for admission.
    Asking,
    /// It works.
    Working,
    /// It was shut out. It keeps what it has.
    ShutOut,
    /// It is no more.
    Gone,
}

impl Stage {
    /// Whether it takes part in nothing any more.
    pub(crate) fn is_out(self) -> bool {
        matches!(self, Self::ShutOut | Self::Gone)
    }
}

/// What a computer does with the centre until it is done.
type Job = Pin<Box<dyn Future<Output = Done>>>;

enum Done {
    Admission(Result<Admitted, EnrolError>),
    Round(Result<Round, ExchangeError>),
    Readmission(Result<(), ExchangeError>),
}

/// A computer.
pub(crate) struct Computer {
    /// `PC 2 of office 03`.
    pub(crate) name: String,
    pub(crate) office: OfficeCode,
    pub(crate) key: Arc<DeviceKey>,
    pub(crate) salts: SaltTree,
    pub(crate) code: String,
    pub(crate) stage: Stage,
    pub(crate) store: Option<Arc<Store>>,
    pub(crate) disk: Disk,
    pub(crate) line: SimulatedLine,
    /// What its engine knows of the line.
    pub(crate) link: Arc<Mutex<LinkMemory>>,
    /// Where its engine's secrets come from.
    pub(crate) drawn: Arc<Mutex<Random>>,
    /// Its clock minus the right time.
    pub(crate) ahead_ms: i64,
    /// It writes kinds of operations that nobody else knows.
    pub(crate) newer: bool,
    /// The edition of the rules by which its program folds.
    pub(crate) edition: u32,
    pub(crate) full: bool,
    pub(crate) offline_until_ms: i64,
    /// Somebody changed bytes of the call that it is waiting for.
    pub(crate) tampered: bool,
    /// Earlier answers that the network may bring again.
    pub(crate) answers: VecDeque<Vec<u8>>,
    /// It was restored to an older image, and has not caught up since.
    pub(crate) restored: bool,
    /// How often it was put back to an older image.
    pub(crate) life: u32,
    /// Exchanges in a row in which the centre did not admit it.
    pub(crate) not_admitted: u32,
    /// A new code of the administrator, with which it is to be admitted again.
    pub(crate) new_code: Option<String>,
    /// Entries came before a cut: its feed has to go on from here.
    pub(crate) came_after: Option<u64>,
    /// Images of its disk, the oldest first.
    pub(crate) images: Vec<Vec<u8>>,
    /// Its last exchange ended with nothing left to do.
    pub(crate) idle: bool,
    /// Why its last exchange failed.
    pub(crate) trouble: Option<String>,
    /// Exchanges that failed in a row.
    pub(crate) failures: u32,
    /// Exchanges after the healing that ended well and left documents to send.
    pub(crate) left_documents: u32,
    pub(crate) timer: u64,
    rounds: u32,
    job: Option<Job>,
    call: Option<CallId>,
}

impl Computer {
    /// Whether an exchange is under way.
    pub(crate) fn is_exchanging(&self) -> bool {
        self.job.is_some()
    }

    /// What it has of documents that the centre lacks, or has to say how much it has of; none: nothing.
    pub(crate) fn documents_to_send(&self) -> Result<Option<DocumentsDue>, String> {
        let Some(store) = &self.store else { return Ok(None) };
        let due = store.documents_due().map_err(|error| error.to_string())?;
        Ok(Some(due).filter(|due| due.up_bytes > 0 || due.unsure > 0))
    }

    /// What its program can.
    pub(crate) fn version(&self) -> Version {
        match (self.newer, self.edition) {
            (true, _) => Version::Next,
            (false, EDITION) => Version::This,
            (false, _) => Version::Before,
        }
    }

    /// Whether it is another device than the one that was admitted: an answer that was not meant for this exchange can
    /// make it so, as well as a restore.
    pub(crate) fn has_begun_anew(&self) -> bool {
        let identity = self.store.as_ref().and_then(|store| store.identity().ok());
        identity.is_some_and(|identity| identity.key != self.key.public())
    }

    /// Its number in its office, once it is admitted.
    pub(crate) fn number(&self) -> Option<u16> {
        self.store.as_ref()?.identity().ok().map(|identity| identity.number)
    }

    /// A second computer from an image of this one's disk.
    pub(crate) fn copy(&self, name: String, store: Store, line: SimulatedLine) -> Self {
        Self {
            name,
            key: Arc::clone(&self.key),
            salts: self.salts.clone(),
            code: self.code.clone(),
            disk: Disk::default(),
            store: Some(Arc::new(store)),
            line,
            link: Arc::clone(&self.link),
            drawn: Arc::new(Mutex::new(self.drawn.lock().unwrap_or_else(PoisonError::into_inner).fork())),
            answers: VecDeque::new(),
            images: Vec::new(),
            trouble: None,
            job: None,
            call: None,
            new_code: None,
            ..*self
        }
    }

    /// Everything that is not on the disk is gone.
    pub(crate) fn forget_what_is_volatile(&mut self) {
        self.job = None;
        self.call = None;
        self.line.take_calls();
        self.rounds = 0;
        self.full = false;
        self.idle = false;
        self.timer += 1;
        self.disk.restart();
    }

    /// The store of an image, as its program opens it.
    pub(crate) fn start_from(&self, image: &[u8]) -> Result<Store, String> {
        as_edition(self.edition, || Store::from_image(image)).map_err(|error| error.to_string())
    }

    /// Takes a store into use.
    pub(crate) fn take_store(&mut self, store: Store) -> Checked {
        store.before_each_commit(self.disk.may_commit()).map_err(|error| error.to_string())?;
        self.store = Some(Arc::new(store));
        Ok(())
    }
}

impl World {
    /// One more computer for an office, which asks for admission from now on.
    pub(crate) fn install(&mut self, office: u8) -> Checked {
        let office = OfficeCode::new(office).map_err(|error| error.to_string())?;
        let code = at_once(self.centre.centre.enrolment_code(office, 60)).map_err(crate::centre::told)?.code;
        let wrong = self.mix.strikes(Fault::WrongClock, &mut self.random);
        let ahead_ms = if wrong { self.random.mostly_short_ms(20 * YEAR_MS) - 10 * YEAR_MS } else { 0 };
        let newer = self.mix.strikes(Fault::NewerVersion, &mut self.random);
        let older = !newer && self.mix.strikes(Fault::OlderVersion, &mut self.random);
        let edition = if older { EDITION - 1 } else { EDITION };
        let number = self.computers.iter().filter(|other| other.office == office).count() + 1;
        let computer = self.computers.len();
        // The text model costs far more than all the rest of an exchange, so few lines are slow.
        let codec = if self.random.chance(40) { Codec::Text } else { Codec::Zstd };
        self.computers.push(Computer {
            name: format!("PC {number} of office {office}"),
            office,
            key: Arc::new(DeviceKey::from_seed(&self.random.bytes())),
            salts: SaltTree::from_root(self.random.bytes()),
            code,
            stage: Stage::Asking,
            store: None,
            disk: Disk::default(),
            line: SimulatedLine::new(&self.call_numbers),
            link: Arc::new(Mutex::new(LinkMemory::with_codec(codec))),
            drawn: Arc::new(Mutex::new(self.random.fork())),
            ahead_ms,
            newer,
            edition,
            full: false,
            offline_until_ms: 0,
            tampered: false,
            answers: VecDeque::new(),
            restored: false,
            life: 0,
            not_admitted: 0,
            new_code: None,
            came_after: None,
            images: Vec::new(),
            idle: false,
            trouble: None,
            failures: 0,
            left_documents: 0,
            timer: 0,
            rounds: 0,
            job: None,
            call: None,
        });
        self.set_timer(computer, 0);
        Ok(())
    }

    /// The computer's next round comes after so many milliseconds, and no earlier one.
    pub(crate) fn set_timer(&mut self, computer: usize, after_ms: i64) {
        self.computers[computer].timer += 1;
        let timer = self.computers[computer].timer;
        self.later(after_ms, Event::Round { computer, timer });
    }

    /// The timer has run out: the computer begins a round, unless one goes on.
    pub(crate) fn round_is_due(&mut self, computer: usize, timer: u64) -> Checked {
        let pc = &self.computers[computer];
        let is_over = pc.stage == Stage::Gone || (pc.stage == Stage::ShutOut && self.healed);
        if pc.timer != timer || pc.job.is_some() || is_over {
            return Ok(());
        }
        let has_line = self.now() >= self.computers[computer].offline_until_ms;
        if has_line && self.mix.strikes(Fault::LongOffline, &mut self.random) {
            let days = i64::try_from(self.random.between(1, 28)).unwrap_or(1);
            let name = self.computers[computer].name.clone();
            self.tell(format_args!("{name} has no line for {days} days"));
            self.computers[computer].offline_until_ms = self.now() + days * 24 * HOUR_MS;
        }
        let commits = u32::try_from(self.random.below(2)).unwrap_or(0);
        self.perhaps_arm(computer, commits);
        let pc = &mut self.computers[computer];
        let (key, line) = (Arc::clone(&pc.key), pc.line.clone());
        let (link, drawn) = (Arc::clone(&pc.link), Arc::clone(&pc.drawn));
        let new_code = pc.new_code.clone();
        pc.job = Some(match pc.store.clone() {
            Some(store) => Box::pin(async move {
                let entropy = || Some(drawn.lock().unwrap_or_else(PoisonError::into_inner).bytes());
                let engine = Engine::new(&store, &key, &line, &link, &entropy);
                match new_code {
                    Some(code) => Done::Readmission(engine.readmit(&code).await),
                    None => Done::Round(engine.round().await),
                }
            }),
            None => {
                let (code, salts) = (pc.code.clone(), pc.salts.clone());
                Box::pin(async move { Done::Admission(sync_engine::enrol(&line, &code, &key, &salts).await) })
            }
        });
        self.go_on(computer)
    }

    /// Something comes back to a computer, if it still waits for it.
    pub(crate) fn bring_back(&mut self, computer: usize, call: CallId, delivery: Delivery) -> Checked {
        if self.computers[computer].call != Some(call) {
            return Ok(());
        }
        if self.mix.strikes(Fault::CrashDesk, &mut self.random) {
            let name = self.computers[computer].name.clone();
            self.tell(format_args!("{name} loses its power while it waits"));
            return self.crash(computer);
        }
        self.computers[computer].call = None;
        self.note_what_came(computer, &delivery);
        self.computers[computer].line.bring(call, delivery);
        self.go_on(computer)
    }

    fn go_on(&mut self, computer: usize) -> Checked {
        let edition = self.computers[computer].edition;
        let Some(job) = self.computers[computer].job.as_mut() else { return Ok(()) };
        let polled = as_edition(edition, || job.as_mut().poll(&mut Context::from_waker(Waker::noop())));
        if self.computers[computer].disk.has_crashed() {
            return self.crash_if_armed(computer);
        }
        match polled {
            Poll::Pending => {
                for call in self.computers[computer].line.take_calls() {
                    self.computers[computer].call = Some(call.id);
                    self.send(computer, call);
                }
                Ok(())
            }
            Poll::Ready(done) => {
                self.computers[computer].job = None;
                self.computers[computer].disk.disarm();
                match done {
                    Done::Admission(admission) => self.admission_ended(computer, admission),
                    Done::Round(round) => {
                        self.check_progress(computer, &round)?;
                        self.round_ended(computer, round)
                    }
                    Done::Readmission(done) => self.readmission_ended(computer, done),
                }
            }
        }
    }

    fn admission_ended(&mut self, computer: usize, admission: Result<Admitted, EnrolError>) -> Checked {
        let name = self.computers[computer].name.clone();
        match admission {
            Ok(admitted) => {
                if self.mix.strikes(Fault::CrashDesk, &mut self.random) {
                    self.tell(format_args!("{name} is admitted and crashes before it has a store"));
                    return self.crash(computer);
                }
                let pc = &mut self.computers[computer];
                let bundle = unpack(&admitted.profile).map_err(|error| error.to_string())?;
                let identity = Identity {
                    device: admitted.device,
                    number: admitted.number,
                    office: pc.office,
                    key: pc.key.public(),
                    salts: pc.salts.clone(),
                    centre: admitted.centre,
                    server: "https://centre.example".to_owned(),
                };
                let store = as_edition(pc.edition, || Store::in_memory(&identity, &bundle));
                let store = store.map_err(|error| error.to_string())?;
                if let Some(recipient) = &admitted.recipient {
                    keep_recipient(&store, recipient).map_err(|error| error.to_string())?;
                }
                pc.take_store(store)?;
                pc.stage = Stage::Working;
                self.tell(format_args!("{name} is admitted as number {}", admitted.number));
                self.failures_are_over(computer)?;
            }
            Err(error @ (EnrolError::Line(_) | EnrolError::TooManyTries)) => self.try_again(computer, &error),
            Err(error @ (EnrolError::WrongCode | EnrolError::UsedCode | EnrolError::ExpiredCode)) => {
                let may_be_forgotten = self.restores || error == EnrolError::ExpiredCode;
                if !may_be_forgotten {
                    return Err(format!("{name} has a good code and is not admitted: {error}"));
                }
                let office = self.computers[computer].office;
                let code =
                    at_once(self.centre.centre.enrolment_code(office, 60)).map_err(crate::centre::told)?;
                self.computers[computer].code = code.code;
                self.try_again(computer, &error);
            }
            Err(error) => return Err(format!("{name} is not admitted: {error}")),
        }
        Ok(())
    }

    fn round_ended(&mut self, computer: usize, round: Result<Round, ExchangeError>) -> Checked {
        let name = self.computers[computer].name.clone();
        let pc = &mut self.computers[computer];
        match round {
            Ok(round) if round.broken.is_some() => {
                let broken =
                    round.broken.map_or_else(|| "the line broke".to_owned(), |error| error.to_string());
                let came = round.applied.operations;
                self.tell(format_args!("{name} keeps what came before a cut: {came} operations"));
                let error = ExchangeError::Line(LineError::Unreachable(broken));
                self.try_again(computer, &error);
                Ok(())
            }
            Ok(round) => {
                pc.rounds = if round.more { pc.rounds + 1 } else { 0 };
                pc.idle = !round.more;
                if pc.rounds > MOST_ROUNDS {
                    return Err(format!("{name} says after {MOST_ROUNDS} rounds that there is more"));
                }
                self.tell(format_args!(
                    "{name} exchanges: {} acknowledged, {} came in ({} bytes up, {} down{})",
                    round.pushed,
                    round.applied.operations,
                    round.bytes_up,
                    round.bytes_down,
                    if round.more { ", more to come" } else { "" }
                ));
                if round.more {
                    self.computers[computer].trouble = None;
                    self.set_timer(computer, 1_000);
                } else {
                    self.failures_are_over(computer)?;
                }
                self.check_last_words(computer)
            }
            Err(error) => {
                let refused = matches!(
                    error,
                    ExchangeError::NotAdmitted | ExchangeError::Renewal(EnrolError::NotAdmitted)
                );
                pc.not_admitted = if refused { pc.not_admitted + 1 } else { 0 };
                let expected = match &error {
                    ExchangeError::Line(_) => true,
                    ExchangeError::Store(StoreError::DiskFull) => pc.full,
                    ExchangeError::Store(_) => false,
                    ExchangeError::NotAdmitted if pc.stage == Stage::ShutOut => true,
                    _ => pc.tampered || self.restores,
                };
                if !expected {
                    return Err(format!("{name} stops after an honest exchange: {error}"));
                }
                self.perhaps_readmit(computer)?;
                self.try_again(computer, &error);
                Ok(())
            }
        }
    }

    /// All is exchanged: the next exchange comes after the usual pause.
    fn failures_are_over(&mut self, computer: usize) -> Checked {
        self.computers[computer].trouble = None;
        self.computers[computer].failures = 0;
        let pc = &mut self.computers[computer];
        // An answer that was not meant for this exchange may say that there is nothing to catch up with.
        pc.restored &= pc.tampered || !pc.idle;
        if self.healed && self.computers[computer].idle {
            return self.go_on_with_documents(computer);
        }
        let pause =
            if self.healed { 1_000 } else { self.pause_ms / 2 + self.random.mostly_short_ms(self.pause_ms) };
        self.set_timer(computer, pause);
        Ok(())
    }

    /// After the healing nobody who is idle exchanges again, so that it becomes quiet, unless documents are left: a
    /// content that was changed on its way before the healing shows only when all of it is there, and comes again from
    /// its beginning with the exchange after the usual pause.
    fn go_on_with_documents(&mut self, computer: usize) -> Checked {
        let pc = &mut self.computers[computer];
        let Some(due) = pc.documents_to_send()? else { return Ok(()) };
        pc.left_documents += 1;
        if pc.left_documents <= FEW_ATTEMPTS {
            let name = pc.name.clone();
            self.tell(format_args!("{name} has {} bytes of documents left for later", due.up_bytes));
            let pause = self.own_pause_ms(0);
            self.set_timer(computer, pause);
        }
        Ok(())
    }

    /// What the product waits after that many failures, stretched as its usual pause is.
    fn own_pause_ms(&mut self, failures: u32) -> i64 {
        let jitter = f64::from(u32::try_from(self.random.below(1_000)).unwrap_or(0)) / 1_000.0;
        let stretch = if self.healed { 100 } else { self.pause_ms / IDLE_S };
        i64::from(next_delay_s(failures, jitter)) * stretch
    }

    pub(crate) fn try_again(&mut self, computer: usize, error: &dyn std::fmt::Display) {
        let name = self.computers[computer].name.clone();
        self.tell(format_args!("{name} does not get through: {error}"));
        let pc = &mut self.computers[computer];
        pc.trouble = Some(error.to_string());
        pc.idle = false;
        pc.failures += 1;
        let failures = pc.failures;
        let pause = self.own_pause_ms(failures);
        if !self.healed || failures <= FEW_ATTEMPTS {
            self.set_timer(computer, pause);
        }
    }

    pub(crate) fn perhaps_arm(&mut self, computer: usize, commits: u32) {
        self.computers[computer].disk.disarm();
        if self.computers[computer].store.is_some() && self.mix.strikes(Fault::CrashDesk, &mut self.random) {
            let side = *self.random.pick(&[Side::Before, Side::After]);
            self.computers[computer].disk.arm(commits, side);
        }
    }

    pub(crate) fn crash_if_armed(&mut self, computer: usize) -> Checked {
        if self.computers[computer].disk.has_crashed() {
            let name = self.computers[computer].name.clone();
            self.tell(format_args!("{name} crashes at a commit"));
            return self.crash(computer);
        }
        // What was armed for a round that goes on stays armed.
        if self.computers[computer].job.is_none() {
            self.computers[computer].disk.disarm();
        }
        Ok(())
    }

    /// Everything volatile is gone; the computer starts again with what is committed.
    pub(crate) fn crash(&mut self, computer: usize) -> Checked {
        self.crashes += 1;
        let pc = &mut self.computers[computer];
        pc.forget_what_is_volatile();
        if let Some(store) = pc.store.take() {
            let image = store.image().map_err(|error| error.to_string())?;
            pc.take_store(pc.start_from(&image)?)?;
        }
        let pause = self.random.mostly_short_ms(24 * HOUR_MS);
        self.set_timer(computer, if self.healed { 1_000 } else { pause });
        Ok(())
    }

    /// A computer's disk is full, or has room again.
    pub(crate) fn set_desk_full(&mut self, computer: usize, full: bool) -> Checked {
        let name = self.computers[computer].name.clone();
        let Some(store) = self.computers[computer].store.clone() else { return Ok(()) };
        self.tell(format_args!("the disk of {name} {}", if full { "is full" } else { "has room again" }));
        self.computers[computer].full = full;
        store.limit_room(full.then_some(0)).map_err(|error| error.to_string())
    }
}

impl From<LineError> for Delivery {
    fn from(error: LineError) -> Self {
        Self { bytes: Vec::new(), end: Err(error) }
    }
}
