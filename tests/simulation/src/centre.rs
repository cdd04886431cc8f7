//! The centre as a party: opened, answering, crashing, restarted, restored from an image.

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use central_server::{Centre, CentreError, Clock, MemoryOptions, Randomness};
use complaints::profile::Bundle;
use complaints::{EDITION, as_edition};
use sync_protocol::{Exchange, LineError};

use crate::disk::Disk;
use crate::line::Asked;
use crate::profile::profile;
use crate::random::Random;

/// The centre, what it is opened with, and its images.
pub(crate) struct CentreParty {
    pub(crate) centre: Arc<Centre>,
    pub(crate) disk: Disk,
    /// Its disk is full.
    pub(crate) full: bool,
    /// How often it was put back to an older image.
    pub(crate) life: u32,
    /// From the oldest to the newest.
    pub(crate) images: Vec<Vec<u8>>,
    pub(crate) profile: Bundle,
    offices: u8,
    profile_edition: u32,
    /// The edition of the rules by which its program folds.
    pub(crate) edition: u32,
    /// It began with the version before, and accepted what it could not read.
    pub(crate) began_older: bool,
    options: MemoryOptions,
    /// How many entries its snapshots save at least.
    snapshots_after: u64,
}

impl CentreParty {
    /// A new centre with that many offices. Its clock shows `now_ms` and what it is ahead.
    pub(crate) fn found(
        offices: u8,
        now_ms: &Arc<AtomicI64>,
        ahead_ms: i64,
        edition: u32,
        random: &mut Random,
    ) -> Result<Self, String> {
        let now_ms = Arc::clone(now_ms);
        let drawn = Mutex::new(random.fork());
        let profile = profile(offices, 1);
        let options = MemoryOptions {
            profile: profile.clone(),
            key_seed: random.bytes(),
            clock: Clock::reading(move || now_ms.load(Ordering::Relaxed) + ahead_ms),
            random: Randomness::drawing(move |bytes| {
                drawn.lock().unwrap_or_else(PoisonError::into_inner).fill(bytes);
            }),
        };
        let disk = Disk::default();
        let snapshots_after = *random.pick(&[1, 4, 12, 40]);
        let centre = as_edition(edition, || open(&options, &disk, snapshots_after, None)).map_err(told)?;
        Ok(Self {
            centre,
            disk,
            full: false,
            life: 0,
            images: Vec::new(),
            profile,
            offices,
            profile_edition: 1,
            edition,
            began_older: edition < EDITION,
            options,
            snapshots_after,
        })
    }

    /// Answers a request: what it gave out, and how that ended. When it crashes meanwhile, what it gave out by then has
    /// left all the same.
    pub(crate) fn answer(&self, asked: Asked, request: Vec<u8>) -> (Vec<u8>, Result<(), LineError>) {
        let mut answer = Vec::new();
        let end = match asked {
            Asked::Enrol => at_once(self.centre.enrol(request)).map(|whole| answer = whole),
            Asked::Sync => at_once(self.centre.sync(request, &mut |bytes| answer.extend_from_slice(bytes))),
        };
        if self.disk.has_crashed() && asked == Asked::Enrol {
            answer.clear();
        }
        (answer, end)
    }

    /// Starts again with what is committed.
    pub(crate) fn restart(&mut self) -> Result<(), String> {
        let image = self.centre.image().map_err(told)?;
        self.start_from(&image)
    }

    /// Starts again from an image; everything since is gone.
    pub(crate) fn start_from(&mut self, image: &[u8]) -> Result<(), String> {
        self.disk.restart();
        self.full = false;
        let opened = || open(&self.options, &self.disk, self.snapshots_after, Some(image));
        self.centre = as_edition(self.edition, opened).map_err(told)?;
        Ok(())
    }

    /// Starts again with another profile.
    pub(crate) fn change_profile(&mut self) -> Result<u32, String> {
        self.profile_edition += 1;
        self.profile = profile(self.offices, self.profile_edition);
        self.options.profile = self.profile.clone();
        self.restart()?;
        Ok(self.profile_edition)
    }

    /// Its disk is full, or has room again.
    pub(crate) fn set_full(&mut self, full: bool) -> Result<(), String> {
        self.full = full;
        self.centre.limit_room(full.then_some(0)).map_err(told)
    }
}

/// Opening is no occasion for a crash: whatever it writes is one transaction of the founding.
fn open(
    options: &MemoryOptions,
    disk: &Disk,
    snapshots_after: u64,
    image: Option<&[u8]>,
) -> Result<Arc<Centre>, CentreError> {
    let centre = at_once(Centre::in_memory(options.clone(), image))?.with_snapshots_after(snapshots_after);
    centre.before_each_commit(disk.may_commit())?;
    Ok(Arc::new(centre))
}

/// What the trace and a failure say of an error of the centre.
pub(crate) fn told(error: CentreError) -> String {
    format!("the centre: {error}")
}

/// The centre does one thing at a time here, so nothing that it does waits for anything else.
///
/// # Panics
/// When it waits all the same: then it holds a transaction and asks for another one.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("the centre waits for itself"),
    }
}
