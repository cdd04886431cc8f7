//! The sample office at the window: entered without a PIN, left again, begun anew in one deed. The real office stays open
//! behind it, and its exchanges go on.

use std::sync::Arc;

use super::{Desk, Open, Result};
use crate::error::OfficeError;
use crate::exchanging::Exchanger;
use crate::sample;
use crate::view::Screen;

impl Desk {
    /// Opens the sample office. Whoever was signed in is locked out of the real one, and finds everything again.
    ///
    /// # Errors
    /// `not_enrolled`, `store_busy`, or when it cannot be made.
    pub fn enter_sample(&self) -> Result<Screen> {
        let real = self.inner().open.clone().ok_or(OfficeError::NotEnrolled)?;
        let folder = sample::folder(&self.folder);
        let office = Arc::new(sample::open(&folder, &real.office.store.profile()?, &self.clock)?);
        let clerk = sample::head(&office)?;
        let exchanger = Exchanger::new(Arc::clone(&office))?;
        {
            let mut inner = self.inner();
            inner.sample = Some(Open { office, exchanger });
            inner.clerk = Some(clerk);
        }
        self.screen()
    }

    /// Leaves the sample office; what was done there stays there. Then somebody signs in at the real one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn leave_sample(&self) -> Result<Screen> {
        let mut inner = self.inner();
        if inner.sample.take().is_some() {
            inner.clerk = None;
        }
        drop(inner);
        self.screen()
    }

    /// Throws away what was done in the sample office, and begins it anew.
    ///
    /// # Errors
    /// `not_found` outside of it; when a file cannot be removed, or it cannot be made.
    pub fn reset_sample(&self) -> Result<Screen> {
        if self.inner().sample.take().is_none() {
            return Err(OfficeError::NotFound);
        }
        self.inner().clerk = None;
        sample::remove(&sample::folder(&self.folder))?;
        self.enter_sample()
    }
}
