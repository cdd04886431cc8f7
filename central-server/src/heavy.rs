//! Work that keeps a processor busy for long, done beside the threads that answer requests.

use crate::error::CentreError;

/// Does the work on a thread of its own; on the spot where there is no runtime and nobody else waits, in simulations.
pub(crate) async fn heavy<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CentreError> {
    if tokio::runtime::Handle::try_current().is_err() {
        return Ok(work());
    }
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| CentreError::Database("a computation was given up".to_owned()))
}
