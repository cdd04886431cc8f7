//! Plugs that are pulled: the programs of an office and the centre are killed at random moments, over a line that is
//! cut, on disks that are full or read-only now and then. Same seed, same deeds and faults; the moments are those of
//! the machine.

mod desk;
mod disk;
mod proof;

use std::fmt;
use std::path::Path;
use std::time::{Duration, Instant};

use desktop::{Centre, Outcome, Trouble};

use crate::ends::line_to;
use crate::proxy::Proxy;
use crate::run::{Ended, Run};
use crate::shape::Shape;
use desk::{Deed, Desk};
use disk::Disk;

pub use disk::Disks;

/// How many computers the office has.
const COMPUTERS: usize = 2;
/// No deed of these few complaints takes longer, unless it hangs.
const DEED_LIMIT: Duration = Duration::from_secs(120);
/// A centre that has not begun after this will not.
const NO_BEGINNING: Duration = Duration::from_secs(2);
/// What a deed is taken to last before one has been seen to end.
const FIRST_GUESS: Duration = Duration::from_millis(150);

/// What shall be done.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Kills of the office's programs, and as many of the centre, at least.
    pub kills: u32,
    /// What deeds and faults are drawn from.
    pub seed: u64,
    /// Whether disks can be full and read-only here.
    pub disks: Disks,
}

/// What was done.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    /// Deeds begun.
    pub deeds: u32,
    /// Programs of the office that died of the kill.
    pub office_kills: u32,
    /// Kills of the centre, those among them that met it while it began.
    pub centre_kills: u32,
    /// Deeds on a full disk, of office or centre.
    pub full_disks: u32,
    /// Deeds on a read-only disk, of office or centre.
    pub read_only_disks: u32,
    /// How often the line was cut.
    pub cuts: u64,
    /// Complaints that were confirmed before the end, of those that were begun.
    pub confirmed: usize,
    /// Complaints that were begun.
    pub complaints: usize,
    /// Notes that were begun.
    pub notes: usize,
    /// Scans that were begun.
    pub scans: usize,
    /// From the first deed to the last proof.
    pub seconds: f64,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} kills of the office, {} of the centre, {} cuts, {} full disks, {} read-only disks; {} deeds, {} of \
             {} complaints confirmed on the way, {} notes, {} scans; {:.0} s",
            self.office_kills,
            self.centre_kills,
            self.cuts,
            self.full_disks,
            self.read_only_disks,
            self.deeds,
            self.confirmed,
            self.complaints,
            self.notes,
            self.scans,
            self.seconds
        )
    }
}

/// What goes wrong during a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Nothing,
    OfficeKilled,
    CentreKilled,
    BothKilled,
    OfficeDiskFull,
    CentreDiskFull,
    OfficeDiskReadOnly,
    CentreDiskReadOnly,
}

/// With disks of their own, every run has each of these at least once, at these deeds.
const DISK_FAULTS: [(u32, Fault); 4] = [
    (4, Fault::OfficeDiskFull),
    (7, Fault::CentreDiskFull),
    (10, Fault::OfficeDiskReadOnly),
    (13, Fault::CentreDiskReadOnly),
];

/// Kills until enough have been killed, heals everything, and proves that nothing is lost and nothing doubled.
///
/// # Errors
/// What was lost, doubled or not equal; a program that failed otherwise than its fault explains.
pub async fn run(folder: &Path, plan: &Plan, mut tell: impl FnMut(&Tally)) -> Outcome<Tally> {
    let begun = Instant::now();
    let mut scene = Scene::begin(folder, plan).await?;
    while scene.tally.office_kills < plan.kills || scene.tally.centre_kills < plan.kills {
        let step = scene.step(plan).await;
        step.map_err(|trouble| {
            Trouble::new(format!("seed {}, deed {}: {trouble}", plan.seed, scene.tally.deeds))
        })?;
        scene.count(begun);
        tell(&scene.tally);
    }
    scene.line.reshape(Shape::default());
    proof::nothing_is_lost(&scene.centre, &mut scene.desks)
        .map_err(|trouble| Trouble::new(format!("seed {}: {trouble}", plan.seed)))?;
    scene.count(begun);
    Ok(scene.tally)
}

struct Scene {
    centre: Centre,
    centre_disk: Option<Disk>,
    line: Proxy,
    desks: Vec<Desk>,
    random: fastrand::Rng,
    /// The number of the next complaint.
    next: u32,
    /// How long an exchange or a registration lasts.
    typical: Duration,
    tally: Tally,
}

impl Scene {
    async fn begin(folder: &Path, plan: &Plan) -> Outcome<Self> {
        let centre_disk = plan.disks.mount(&folder.join("centre"))?;
        let centre = Centre::start(folder).await?;
        let line = line_to(&centre, Shape::default())?;
        let desk = |number: usize| {
            let name = format!("pc{number}");
            let disk = plan.disks.mount(&folder.join(&name))?;
            Desk::enrol(folder, &name, disk, &line, &centre)
        };
        let desks = (1..=COMPUTERS).map(desk).collect::<Outcome<Vec<_>>>()?;
        Ok(Self {
            centre,
            centre_disk,
            desks,
            line,
            random: fastrand::Rng::with_seed(plan.seed),
            next: 1,
            typical: FIRST_GUESS,
            tally: Tally::default(),
        })
    }

    fn count(&mut self, begun: Instant) {
        self.tally.cuts = self.line.counts().cuts;
        self.tally.confirmed = self.desks.iter().map(Desk::confirmed).sum();
        self.tally.complaints = self.desks.iter().map(Desk::begun).sum();
        self.tally.notes = self.desks.iter().map(Desk::notes).sum();
        self.tally.scans = self.desks.iter().map(|desk| desk.scans.len()).sum();
        self.tally.seconds = begun.elapsed().as_secs_f64();
    }

    async fn step(&mut self, plan: &Plan) -> Outcome<()> {
        self.tally.deeds += 1;
        self.shape_line();
        let at = self.random.usize(..self.desks.len());
        let fault = self.draw_fault(plan);
        let deed = self.draw_deed(at, fault);
        self.prepare(at, fault).await?;
        let running = self.desks[at].start(&deed)?;
        let ended = match fault {
            Fault::OfficeKilled | Fault::CentreKilled | Fault::BothKilled => {
                self.kill_during(running, fault).await?
            }
            _ => {
                let begun = Instant::now();
                let ended = running.end_within(DEED_LIMIT)?;
                self.typical = (self.typical * 3 + begun.elapsed()) / 4;
                ended
            }
        };
        let ended = ended.ok_or_else(|| Trouble::new(format!("{deed:?} hangs")))?;
        self.tally.office_kills += u32::from(ended.was_killed());
        self.desks[at].take(&deed, &ended)?;
        excuse(&deed, fault, &ended)?;
        self.heal(at, fault).await
    }

    /// Now and then the line is cut each few kilobytes.
    fn shape_line(&mut self) {
        let is_cut = self.random.u8(..10) < 5;
        let cut_each_bytes = is_cut.then(|| self.random.u64(300..4_000));
        self.line.reshape(Shape { cut_each_bytes, ..Shape::default() });
    }

    fn draw_fault(&mut self, plan: &Plan) -> Fault {
        if self.centre_disk.is_some() {
            if let Some((_, fault)) = DISK_FAULTS.iter().find(|(deed, _)| *deed == self.tally.deeds) {
                return *fault;
            }
            if self.random.u8(..100) < 4 {
                return DISK_FAULTS[self.random.usize(..DISK_FAULTS.len())].1;
            }
        }
        let office = self.tally.office_kills < plan.kills;
        let centre = self.tally.centre_kills < plan.kills;
        match self.random.u8(..100) {
            0..15 => Fault::Nothing,
            15..30 if office && centre => Fault::BothKilled,
            15..70 if office => Fault::OfficeKilled,
            _ if centre => Fault::CentreKilled,
            _ => Fault::OfficeKilled,
        }
    }

    fn draw_deed(&mut self, at: usize, fault: Fault) -> Deed {
        let about_centre =
            matches!(fault, Fault::CentreKilled | Fault::CentreDiskFull | Fault::CentreDiskReadOnly);
        let drawn = self.random.u8(..100);
        let is_work = !about_centre || drawn < 20;
        if is_work && drawn < 50 || fault == Fault::OfficeDiskFull {
            let mut numbers = self.desks[at].again(&mut self.random);
            let count = self.random.u32(1..40);
            numbers.extend(self.next..self.next + count);
            self.next += count;
            return Deed::Register(numbers);
        }
        if is_work
            && drawn < 65
            && drawn.is_multiple_of(2)
            && let Some(scan) = self.desks[at].draw_scan(&mut self.random)
        {
            return scan;
        }
        if is_work
            && drawn < 65
            && let Some(note) = self.desks[at].draw_note(&mut self.random)
        {
            return note;
        }
        Deed::Exchange
    }

    /// Kills at a moment of the deed: after a time, or after some bytes on the line.
    async fn kill_during(&mut self, mut running: Run, fault: Fault) -> Outcome<Option<Ended>> {
        let moment = self.typical.mul_f64(1.1 * self.random.f64());
        if self.random.bool() {
            let bytes = self.line.counts().bytes() + self.random.u64(1..20_000);
            self.line.wait_for_bytes(bytes, moment);
        } else {
            std::thread::sleep(moment);
        }
        if matches!(fault, Fault::OfficeKilled | Fault::BothKilled) {
            running.kill();
        }
        if matches!(fault, Fault::CentreKilled | Fault::BothKilled) {
            self.centre.kill()?;
            self.tally.centre_kills += 1;
        }
        let ended = running.end_within(DEED_LIMIT)?;
        if matches!(fault, Fault::CentreKilled | Fault::BothKilled) {
            self.revive().await?;
        }
        Ok(ended)
    }

    /// Starts the centre again; now and then it is killed while it begins.
    async fn revive(&mut self) -> Outcome<()> {
        while self.random.u8(..4) == 0 {
            let moment = Duration::from_millis(self.random.u64(..60));
            // What was started is killed when it is not awaited any more.
            match tokio::time::timeout(moment, self.centre.line_up()).await {
                Ok(up) => return up,
                Err(_) => self.tally.centre_kills += 1,
            }
        }
        self.centre.line_up().await
    }

    async fn prepare(&mut self, at: usize, fault: Fault) -> Outcome<()> {
        let room = self.random.u64(..256) * 1024;
        match (fault, &self.desks[at].disk, &self.centre_disk) {
            (Fault::OfficeDiskFull, Some(disk), _) | (Fault::CentreDiskFull, _, Some(disk)) => {
                self.tally.full_disks += 1;
                disk.leave(room)
            }
            (Fault::OfficeDiskReadOnly, Some(disk), _) => {
                self.tally.read_only_disks += 1;
                disk.protect()
            }
            (Fault::CentreDiskReadOnly, _, Some(disk)) => {
                self.tally.read_only_disks += 1;
                self.centre.kill()?;
                self.tally.centre_kills += 1;
                disk.protect()?;
                // It says that it cannot write, and ends; one that would serve is let serve.
                let _ = tokio::time::timeout(NO_BEGINNING, self.centre.line_up()).await;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    async fn heal(&mut self, at: usize, fault: Fault) -> Outcome<()> {
        match (fault, &self.desks[at].disk, &self.centre_disk) {
            (Fault::OfficeDiskFull | Fault::OfficeDiskReadOnly, Some(disk), _)
            | (Fault::CentreDiskFull, _, Some(disk)) => disk.heal(),
            (Fault::CentreDiskReadOnly, _, Some(disk)) => {
                // It may have ended by itself.
                let _ = self.centre.kill();
                disk.heal()?;
                self.centre.line_up().await
            }
            _ => Ok(()),
        }
    }
}

/// A deed may fail only as its fault explains, and says so with the code that people look up.
fn excuse(deed: &Deed, fault: Fault, ended: &Ended) -> Outcome<()> {
    let may_be_killed = matches!(fault, Fault::OfficeKilled | Fault::BothKilled);
    let code = ended.code();
    let code = code.as_deref().unwrap_or("none");
    let is_excused = ended.is_success()
        || (may_be_killed && ended.was_killed())
        // The line is cut, and the centre killed, at any time.
        || (*deed == Deed::Exchange && matches!(code, "unreachable" | "centre_busy"))
        || (fault == Fault::OfficeDiskFull && code == "disk_full")
        || (fault == Fault::OfficeDiskReadOnly && matches!(code, "store_read_only" | "file_failed"));
    if is_excused {
        return Ok(());
    }
    Err(Trouble::new(format!("{deed:?} with {fault:?} failed ({}): {}", ended.status, ended.said.trim())))
}
