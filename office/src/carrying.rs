//! Exchanges by a file on a stick, for an office without a line; never beside another exchange.

use std::fs::File;
use std::path::Path;

use sync_engine::{Brought, Carried, HttpLine, Stick};
use sync_protocol::CarryFile;

use crate::error::OfficeError;
use crate::exchanging::Exchanger;
use crate::open::Office;

impl Exchanger {
    /// Writes everything that waits into a file for the centre.
    ///
    /// # Errors
    /// [`OfficeError`] with the codes `carry_…`, or the store's; no half file is left behind.
    pub async fn carry_out(&self, place: &Path) -> Result<Carried, OfficeError> {
        let _turn = self.turn.lock().await;
        Ok(self.stick()?.write(place)?)
    }

    /// Reads the centre's reply from a file.
    ///
    /// # Errors
    /// [`OfficeError`] with the codes `carry_…`, those of an exchange, or the store's; what was whole is kept.
    pub async fn carry_in(&self, place: &Path) -> Result<Brought, OfficeError> {
        let reply = File::open(place).map_err(|error| OfficeError::File {
            path: place.display().to_string(),
            reason: error.to_string(),
        })?;
        let _turn = self.turn.lock().await;
        let read = self.stick()?.read(reply);
        if let Ok(brought) = &read {
            self.tell(&brought.applied);
            self.office.note_exchange(brought.centre_time_ms)?;
        }
        self.office.refresh_profile()?;
        self.refresh();
        Ok(read?)
    }

    fn stick(&self) -> Result<Stick<'_>, OfficeError> {
        Ok(Stick::new(&self.office.store, &self.office.signing)?)
    }
}

/// Hands another office's file on over this computer's line. How many bytes the reply has.
///
/// # Errors
/// [`OfficeError`]; handing it on again is harmless.
pub async fn forward(office: &Office, request: &Path, reply: &Path) -> Result<u64, OfficeError> {
    let file = File::open(request).map_err(|error| OfficeError::File {
        path: request.display().to_string(),
        reason: error.to_string(),
    })?;
    let line = HttpLine::new(&office.identity()?.server).map_err(OfficeError::Address)?;
    let reply = CarryFile::create(reply).map_err(sync_engine::ExchangeError::from)?;
    Ok(line.forward(&file, reply).await?)
}
