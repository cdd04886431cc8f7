//! The clock of this computer, as something that can be handed in: wrong clocks are a fact of the offices, and
//! tests set one.

use std::sync::Arc;

use jiff::Zoned;
use jiff::tz::TimeZone;

/// Tells the time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Zoned + Send + Sync>);

impl Clock {
    /// The computer's own clock.
    pub fn system() -> Self {
        Self(Arc::new(Zoned::now))
    }

    /// A clock that says what `tell` says.
    pub fn from_fn(tell: impl Fn() -> Zoned + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// Now, in the deployment's time zone, whatever the computer is set to.
    pub fn now(&self, zone: &TimeZone) -> Zoned {
        (self.0)().with_time_zone(zone.clone())
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}
