//! Work that keeps a processor busy for long, done beside the threads that answer requests.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use tokio::runtime::Handle;

use crate::error::CentreError;

/// Does the work on a thread of its own; on the spot where there is no runtime and nobody else waits, in simulations.
pub(crate) async fn heavy<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CentreError> {
    if Handle::try_current().is_err() {
        return Ok(work());
    }
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| CentreError::Database("a computation was given up".to_owned()))
}

/// Waits, within heavy work, for what is done elsewhere.
pub(crate) struct Waiter(Option<Handle>);

impl Waiter {
    /// One for work that begins here.
    pub(crate) fn here() -> Self {
        Self(Handle::try_current().ok())
    }

    /// Waits for it. Where there is no runtime nothing has to be waited for.
    pub(crate) fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, CentreError> {
        match &self.0 {
            Some(runtime) => Ok(runtime.block_on(work)),
            None => match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(done) => Ok(done),
                Poll::Pending => Err(CentreError::Busy),
            },
        }
    }
}
