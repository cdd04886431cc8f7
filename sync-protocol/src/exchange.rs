//! The one trait for the exchange: implemented by the HTTP client and by the centre itself, so that tests put the
//! real engine against the real centre without a socket.

use std::future::Future;

/// Carries requests to the centre and answers back, as bytes: both ends sign and hash exactly these.
pub trait Exchange {
    /// Asks for admission.
    fn enrol(&self, request: Vec<u8>) -> impl Future<Output = Result<Vec<u8>, LineError>> + Send;

    /// One exchange in both directions. The answer is handed over as it comes, in order; when the line breaks, what
    /// was handed over by then counts.
    fn sync(
        &self,
        request: Vec<u8>,
        answer: &mut (dyn FnMut(&[u8]) + Send),
    ) -> impl Future<Output = Result<(), LineError>> + Send;
}

/// Why no answer came.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// The centre could not be reached, or the line broke. Trying again may help.
    #[error("the centre cannot be reached: {0}")]
    Unreachable(String),
    /// Something answered, and it is not a centre: a sign-in page, a proxy, another web site.
    #[error("what answers there is not a centre: {0}")]
    NotACentre(String),
    /// The centre is there and cannot work now. Trying again later helps.
    #[error("the centre cannot work now: {0}")]
    Busy(String),
}
