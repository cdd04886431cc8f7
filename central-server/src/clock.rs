//! The centre's clock. It decides nothing but when a code or a session is over and on which day something is due.

use std::fmt;
use std::sync::Arc;

/// Where the time comes from: the machine's clock, or a test's.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> i64 + Send + Sync>);

impl Clock {
    /// The machine's clock.
    pub fn of_the_machine() -> Self {
        Self::reading(|| jiff::Timestamp::now().as_millisecond())
    }

    /// A clock that shows what the function says, in milliseconds since 1970.
    pub fn reading(now_ms: impl Fn() -> i64 + Send + Sync + 'static) -> Self {
        Self(Arc::new(now_ms))
    }

    /// Milliseconds since 1970.
    pub fn now_ms(&self) -> i64 {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock(…)")
    }
}
