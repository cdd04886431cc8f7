//! Where random bytes come from: the operating system's source, or a simulation's, which must draw the same twice.

use std::fmt;
use std::sync::Arc;

use crate::error::CentreError;
use crate::keys::random;

type Draw = dyn Fn(&mut [u8]) -> Result<(), CentreError> + Send + Sync;

/// A source of random bytes.
#[derive(Clone)]
pub struct Randomness(Arc<Draw>);

impl Randomness {
    /// The operating system's: the only one that a centre in a file or on a server ever has.
    pub(crate) fn of_the_system() -> Self {
        Self(Arc::new(|bytes| {
            for chunk in bytes.chunks_mut(32) {
                chunk.copy_from_slice(&random::<32>()?[..chunk.len()]);
            }
            Ok(())
        }))
    }

    /// A source that fills the bytes as the function does. What is drawn from it protects nothing.
    pub fn drawing(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(move |bytes| {
            fill(bytes);
            Ok(())
        }))
    }

    /// The next bytes.
    pub(crate) fn draw<const N: usize>(&self) -> Result<[u8; N], CentreError> {
        let mut bytes = [0; N];
        (self.0)(&mut bytes)?;
        Ok(bytes)
    }
}

impl fmt::Debug for Randomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Randomness(…)")
    }
}
