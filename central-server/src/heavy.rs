//! Work that keeps a processor busy for long, done beside the threads that answer requests.

use crate::error::CentreError;

/// Does the work on a thread of its own.
pub(crate) async fn heavy<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, CentreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| CentreError::Database("a computation was given up".to_owned()))
}
