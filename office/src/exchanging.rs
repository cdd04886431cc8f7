//! Exchanges in the background: on a timer, when the clerk asks, never two at once; and what the status line needs
//! to know about them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Notify, broadcast, watch};

use office_store::{Pile, StoreError};
use sync_engine::{Engine, ExchangeError, HttpLine, LinkMemory, Proxy, Report, next_delay_s};
use sync_protocol::{Exchange, LineError};

use crate::error::OfficeError;
use crate::last_errors;
use crate::open::Office;
use crate::people::random;
use crate::view::{ExchangeStatus, Line, Trouble};

/// The setting that holds when the last exchange ended well, as RFC 3339.
const LAST_EXCHANGE: &str = "last_exchange_at";
/// The setting that holds by how many seconds this clock was ahead of the centre's.
const CLOCK_AHEAD: &str = "clock_ahead_s";
/// The setting that holds how fast the line was, in bytes a second.
const LINE_RATE: &str = "line_bytes_a_second";
/// The setting that holds what operations and entries of the last exchange took on the line, and what they are
/// unpacked, in bytes.
const LAST_BYTES: &str = "last_exchange_bytes";
/// How long after a deed its consequences are counted and sent.
const AFTER_A_DEED: Duration = Duration::from_millis(100);
/// A difference of clocks below this is nobody's concern, in seconds.
const CLOCK_TOLERANCE_S: i64 = 300;

/// What an exchange changed for those who look at the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Ids of the complaints that changed or were confirmed.
    pub complaints: Vec<String>,
    /// Among them those that somebody else changed.
    pub news: Vec<String>,
}

/// Runs the exchanges of one office.
pub struct Exchanger {
    pub(crate) office: Arc<Office>,
    /// The line of the last exchange, whose connection the next one uses again.
    line: Mutex<Option<(HttpLine, Proxy)>>,
    /// Held while an exchange goes on.
    pub(crate) turn: tokio::sync::Mutex<()>,
    wanted: Notify,
    /// Somebody did something: what the status counts may have changed.
    stale: Notify,
    /// There is something to send since.
    to_send: AtomicBool,
    /// Held by whoever counts and tells the status.
    telling: Mutex<()>,
    state: Mutex<LineState>,
    /// What is known of the line, from one exchange to the next.
    link: Mutex<LinkMemory>,
    status: watch::Sender<ExchangeStatus>,
    happenings: broadcast::Sender<Happening>,
}

/// What an exchange told about the line.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Measured {
    /// Bytes a second; none while that is not known.
    rate: Option<f64>,
    /// What operations and entries took on it, in bytes, and what they are unpacked.
    packed: (u64, u64),
}

#[derive(Debug, Clone, Copy)]
struct LineState {
    line: Line,
    exchanging: bool,
    started_with: u32,
    failures: u32,
    trouble: Option<Trouble>,
    next_try: Option<Timestamp>,
}

impl Exchanger {
    /// An exchanger that has not begun.
    ///
    /// # Errors
    /// When the store fails.
    pub fn new(office: Arc<Office>) -> Result<Arc<Self>, OfficeError> {
        let state = LineState {
            line: Line::Unknown,
            exchanging: false,
            started_with: 0,
            failures: 0,
            trouble: None,
            next_try: None,
        };
        let status = watch::Sender::new(status(&office, &state)?);
        let rate = office.line_rate()?;
        let link = Mutex::new(rate.map_or_else(LinkMemory::new, LinkMemory::with_rate));
        let happenings = broadcast::Sender::new(64);
        Ok(Arc::new(Self {
            office,
            line: Mutex::new(None),
            turn: tokio::sync::Mutex::new(()),
            wanted: Notify::new(),
            stale: Notify::new(),
            to_send: AtomicBool::new(false),
            telling: Mutex::default(),
            state: Mutex::new(state),
            link,
            status,
            happenings,
        }))
    }

    /// The status, now and whenever it changes.
    pub fn status(&self) -> watch::Receiver<ExchangeStatus> {
        self.status.subscribe()
    }

    /// What exchanges change, from now on.
    pub fn happenings(&self) -> broadcast::Receiver<Happening> {
        self.happenings.subscribe()
    }

    /// Somebody wants an exchange as soon as may be.
    pub fn wake(&self) {
        self.wanted.notify_one();
    }

    /// The status as the store has it now.
    ///
    /// # Errors
    /// When the store fails.
    pub fn present(&self) -> Result<ExchangeStatus, OfficeError> {
        let state = *self.state();
        status(&self.office, &state)
    }

    /// A deed of the clerk: whoever [follows](Self::follow) tells the status anew, and the clerk waits for no count.
    /// `exchange`: there is something to send.
    pub fn changed(&self, exchange: bool) {
        self.to_send.fetch_or(exchange, Ordering::Relaxed);
        self.stale.notify_one();
    }

    /// Tells the status after deeds, and tries the line, for ever. Ends only with its task.
    pub async fn follow(self: Arc<Self>) {
        loop {
            self.stale.notified().await;
            // Counting and sending leave the processor to the page, which says meanwhile that it is saved.
            tokio::time::sleep(AFTER_A_DEED).await;
            self.refresh();
            if self.to_send.swap(false, Ordering::Relaxed) {
                self.wake();
            }
        }
    }

    /// Tells the status anew.
    pub fn refresh(&self) {
        // One at a time, so that what was counted first is told first.
        let _telling = self.telling.lock().unwrap_or_else(PoisonError::into_inner);
        match self.present() {
            Ok(new) => {
                self.status.send_if_modified(|old| {
                    let changed = *old != new;
                    *old = new;
                    changed
                });
            }
            Err(error) => tracing::warn!(code = error.code(), "the status cannot be told"),
        }
    }

    /// Exchanges for ever: at once, then on the timer or when woken. Ends only with its task.
    pub async fn run(self: Arc<Self>) {
        loop {
            // The outcome is in the status; the next attempt follows whatever it was.
            let _ = self.exchange().await;
            let pause = self.plan_next_try();
            self.refresh();
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.wanted.notified() => {}
            }
        }
    }

    /// One whole exchange, until nothing waits or the line fails.
    ///
    /// # Errors
    /// [`OfficeError`]; what had been exchanged before is kept.
    pub async fn exchange(&self) -> Result<Report, OfficeError> {
        let line = self.line()?;
        self.exchange_over(&line).await
    }

    fn line(&self) -> Result<HttpLine, OfficeError> {
        self.office.must_be_real()?;
        let (server, proxy) = (self.office.server()?, self.office.proxy()?);
        let mut kept = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((line, _)) = kept.as_ref().filter(|(line, by)| line.address() == server && *by == proxy) {
            return Ok(line.clone());
        }
        let line = HttpLine::through(&server, &proxy).map_err(OfficeError::Address)?;
        Ok(kept.insert((line, proxy)).0.clone())
    }

    /// One whole exchange over any line.
    ///
    /// # Errors
    /// As [`Self::exchange`].
    pub async fn exchange_over<L: Exchange>(&self, line: &L) -> Result<Report, OfficeError> {
        self.office.must_be_real()?;
        let _turn = self.turn.lock().await;
        let (waiting, _) = self.office.store.waiting_count()?;
        {
            let mut state = self.state();
            state.exchanging = true;
            state.started_with = waiting;
            state.next_try = None;
        }
        self.refresh();
        let mut report = Report::default();
        let outcome = self.rounds(line, &mut report).await;
        self.settle(&outcome, &report)?;
        outcome.map(|()| report)
    }

    async fn rounds<L: Exchange>(&self, line: &L, report: &mut Report) -> Result<(), OfficeError> {
        let entropy = || random::<64>().ok();
        let office = &self.office;
        let engine = Engine::new(&office.store, &office.signing, line, &self.link, &entropy);
        loop {
            let mut round = engine.round().await?;
            let (more, broken) = (round.more, round.broken.take());
            self.tell(&round.applied);
            report.add(round);
            self.refresh();
            if let Some(error) = broken {
                return Err(ExchangeError::Line(error).into());
            }
            if !more {
                return Ok(());
            }
        }
    }

    /// Asks the centre to admit this computer once more, with a new code of its office: after it was shut out, or when
    /// the centre was restored and knows it no more. Everything that was saved here stays.
    ///
    /// # Errors
    /// [`OfficeError`]; this computer is then who it was.
    pub async fn readmit(&self, code: &str) -> Result<(), OfficeError> {
        self.office.must_be_real()?;
        let line = self.line()?;
        let _turn = self.turn.lock().await;
        let entropy = || random::<64>().ok();
        let office = &self.office;
        Engine::new(&office.store, &office.signing, &line, &self.link, &entropy).readmit(code).await?;
        self.state().trouble = None;
        self.refresh();
        Ok(())
    }

    pub(crate) fn tell(&self, applied: &office_store::Applied) {
        let news: Vec<String> = applied.news.iter().map(ToString::to_string).collect();
        let mut complaints: Vec<String> = applied.confirmed.iter().map(ToString::to_string).collect();
        complaints.extend(news.iter().filter(|id| !complaints.contains(id)).cloned().collect::<Vec<_>>());
        if !complaints.is_empty() {
            // Nobody may be looking.
            let _ = self.happenings.send(Happening { complaints, news });
        }
    }

    /// Notes how it ended.
    fn settle(&self, outcome: &Result<(), OfficeError>, report: &Report) -> Result<(), OfficeError> {
        {
            let mut state = self.state();
            state.exchanging = false;
            match outcome {
                Ok(()) => (state.line, state.failures, state.trouble) = (Line::Up, 0, None),
                Err(error) => {
                    last_errors::note(error.code());
                    state.failures += 1;
                    (state.line, state.trouble) = read_failure(error);
                }
            }
        }
        if outcome.is_ok() {
            let rate = self.link.lock().unwrap_or_else(PoisonError::into_inner).rate();
            self.office.note_exchange(report.centre_time_ms, Measured { rate, packed: report.packed })?;
            self.office.refresh_profile()?;
        }
        self.refresh();
        Ok(())
    }

    fn plan_next_try(&self) -> Duration {
        let jitter =
            random::<2>().map_or(0.5, |bytes| f64::from(u16::from_be_bytes(bytes)) / f64::from(u16::MAX));
        let mut state = self.state();
        let pause = next_delay_s(state.failures, jitter);
        state.next_try = Timestamp::now().checked_add(SignedDuration::from_secs(pause.into())).ok();
        Duration::from_secs(pause.into())
    }

    fn state(&self) -> MutexGuard<'_, LineState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Office {
    /// Keeps when the last exchange ended well, by how much the clocks differ, and what was measured of the line.
    pub(crate) fn note_exchange(
        &self,
        centre_time_ms: Option<i64>,
        measured: Measured,
    ) -> Result<(), OfficeError> {
        let now = self.now();
        let ahead = centre_time_ms.map(|centre| (now.timestamp().as_millisecond() - centre) / 1000);
        let shown = complaints::Moment::from_zoned(&now).to_string();
        self.store.write(|writing| {
            writing.put_setting(LAST_EXCHANGE, &shown)?;
            writing.note_agreement()?;
            if let Some(rate) = measured.rate {
                writing.put_setting(LINE_RATE, &format!("{rate:.0}"))?;
            }
            // An exchange without content leaves what the one before it took.
            if measured.packed.1 > 0 {
                let (packed, plain) = measured.packed;
                writing.put_setting(LAST_BYTES, &format!("{packed} {plain}"))?;
            }
            writing.put_setting(CLOCK_AHEAD, &ahead.unwrap_or(0).to_string())
        })?;
        Ok(())
    }

    /// How fast the line was at the last exchange that told, in bytes a second; none while that is not known.
    pub(crate) fn line_rate(&self) -> Result<Option<f64>, OfficeError> {
        let rate: Option<f64> = self.store.setting(LINE_RATE)?.and_then(|rate| rate.parse().ok());
        Ok(rate.filter(|rate| rate.is_finite() && *rate > 0.0))
    }

    /// The status as far as the store knows it, for a program without exchanger.
    ///
    /// # Errors
    /// When the store fails.
    pub fn resting_status(&self) -> Result<ExchangeStatus, OfficeError> {
        let (waiting, oldest) = self.store.waiting_count()?;
        let due = self.store.documents_due()?;
        let ahead = self.store.setting(CLOCK_AHEAD)?.and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
        let bytes = self.store.setting(LAST_BYTES)?;
        let bytes = bytes.as_deref().and_then(|bytes| bytes.split_once(' '));
        let number =
            |text: &str| text.parse::<u64>().ok().map(|bytes| u32::try_from(bytes).unwrap_or(u32::MAX));
        Ok(ExchangeStatus {
            line: Line::Unknown,
            exchanging: false,
            waiting,
            confirmed: 0,
            started_with: 0,
            refused: self.store.refused_count()?,
            tasks: self.store.task_count()?,
            conflicts: self.store.conflict_count()?,
            to_tell: self.store.pile_count(&Pile::ToTell)?,
            documents_waiting: u32::try_from(self.store.documents_to_send()?.len()).unwrap_or(u32::MAX),
            documents_left_bytes: u32::try_from(due.up_bytes + due.down_bytes).unwrap_or(u32::MAX),
            oldest_waiting_at: oldest.map(|at| at.to_string()),
            last_exchange_at: self.store.setting(LAST_EXCHANGE)?,
            last_line_bytes: bytes.and_then(|(packed, _)| number(packed)),
            last_plain_bytes: bytes.and_then(|(_, plain)| number(plain)),
            next_try_at: None,
            trouble: self.resting_trouble()?,
            restored: self.store.is_restored()?,
            clock_ahead_s: (ahead.abs() > CLOCK_TOLERANCE_S)
                .then(|| i32::try_from(ahead).unwrap_or(i32::MAX)),
        })
    }

    /// What stands in the store that waiting will not mend, the gravest first.
    fn resting_trouble(&self) -> Result<Option<Trouble>, OfficeError> {
        Ok(if self.store.is_revoked()? {
            Some(Trouble::ShutOut)
        } else if self.store.witness_problems()? > 0 {
            Some(Trouble::PastChanged)
        } else if !self.store.quarantine()?.is_empty() {
            Some(Trouble::Quarantined)
        } else {
            None
        })
    }
}

fn status(office: &Office, state: &LineState) -> Result<ExchangeStatus, OfficeError> {
    let resting = office.resting_status()?;
    let zone = jiff::tz::TimeZone::get(&office.profile().time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let next_try_at = state.next_try.map(|at| complaints::Moment::from_zoned(&at.to_zoned(zone)).to_string());
    Ok(ExchangeStatus {
        line: state.line,
        exchanging: state.exchanging,
        confirmed: state.started_with.saturating_sub(resting.waiting),
        started_with: state.started_with,
        next_try_at,
        // That this computer is shut out says more than that it is not admitted.
        trouble: resting
            .trouble
            .filter(|trouble| *trouble == Trouble::ShutOut)
            .or(state.trouble)
            .or(resting.trouble),
        ..resting
    })
}

/// What a failure says about the line, and whether waiting will mend it.
fn read_failure(error: &OfficeError) -> (Line, Option<Trouble>) {
    let OfficeError::Exchange(error) = error else {
        return match error {
            OfficeError::Store(StoreError::DiskFull) => (Line::Unknown, Some(Trouble::DiskFull)),
            _ => (Line::Unknown, None),
        };
    };
    match error {
        ExchangeError::Line(LineError::NotACentre(_)) | ExchangeError::Protocol(_) => {
            (Line::Down, Some(Trouble::NotACentre))
        }
        ExchangeError::Line(_) => (Line::Down, None),
        ExchangeError::Store(StoreError::DiskFull) => (Line::Up, Some(Trouble::DiskFull)),
        ExchangeError::Store(_) => (Line::Up, None),
        ExchangeError::ProtocolVersion => (Line::Up, Some(Trouble::ProtocolVersion)),
        ExchangeError::NotAdmitted => (Line::Up, Some(Trouble::NotAdmitted)),
        ExchangeError::Renewal(_) => (Line::Up, Some(Trouble::NotAdmitted)),
        // A stick says nothing about the line.
        ExchangeError::Carry(_)
        | ExchangeError::NoRecipient
        | ExchangeError::OtherState
        | ExchangeError::NotTaken(_) => (Line::Unknown, None),
        ExchangeError::Diverged(_) | ExchangeError::AnotherLog | ExchangeError::Rejected => {
            (Line::Up, Some(Trouble::Diverged))
        }
    }
}
