//! What a failure of the HTTP client says about the line: nobody is there, or somebody who is not the centre.

use std::error::Error;
use std::io;

use rustls::CertificateError;
use sync_protocol::LineError;

/// Reads why no answer came.
pub(crate) fn read(error: &reqwest::Error) -> LineError {
    match tls_failure(error) {
        Some(rustls::Error::InvalidCertificate(reason)) if is_about_time(reason) => LineError::Unreachable(
            "its certificate is not valid at the time that this computer's clock shows; if the clock is wrong, set it"
                .to_owned(),
        ),
        Some(rustls::Error::InvalidCertificate(_)) => {
            LineError::NotACentre("it has no certificate that this computer trusts".to_owned())
        }
        Some(_) => LineError::NotACentre("it does not speak TLS as a centre does".to_owned()),
        None => LineError::Unreachable(innermost(error)),
    }
}

/// The shortest true reason: the innermost error, which names the host or the system's word and no content.
fn innermost(error: &dyn Error) -> String {
    let mut reason = error;
    while let Some(source) = reason.source() {
        reason = source;
    }
    reason.to_string()
}

/// A failure of TLS hides in errors of the system, one in another, which do not give it as their source.
fn tls_failure<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    if let Some(tls) = error.downcast_ref() {
        return Some(tls);
    }
    let inside = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    inside.and_then(|inside| tls_failure(inside)).or_else(|| error.source().and_then(tls_failure))
}

fn is_about_time(reason: &CertificateError) -> bool {
    matches!(
        reason,
        CertificateError::Expired
            | CertificateError::ExpiredContext { .. }
            | CertificateError::NotValidYet
            | CertificateError::NotValidYetContext { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_tls_is_found_in_errors_of_the_system() {
        let tls = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let once = io::Error::new(io::ErrorKind::InvalidData, tls.clone());
        assert_eq!(tls_failure(&once), Some(&tls));
        assert_eq!(tls_failure(&io::Error::other(once)), Some(&tls));
        assert_eq!(tls_failure(&io::Error::other("anything else")), None);
    }
}
