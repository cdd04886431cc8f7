//! Exchanges by a file on a stick, for an office without a line; never beside another exchange.

use std::fs::File;
use std::path::Path;

use sync_engine::{Brought, Carried, HttpLine, Stick};
use sync_protocol::CarryFile;

use crate::desk::Desk;
use crate::error::OfficeError;
use crate::exchanging::{Exchanger, Measured};
use crate::open::Office;
use crate::view::{CarriedIn, CarriedOut};

impl Exchanger {
    /// Writes everything that waits into a file for the centre.
    ///
    /// # Errors
    /// [`OfficeError`] with the codes `carry_…`, or the store's; no half file is left behind.
    pub async fn carry_out(&self, place: &Path) -> Result<Carried, OfficeError> {
        self.office.must_be_real()?;
        let _turn = self.turn.lock().await;
        Ok(self.stick()?.write(place)?)
    }

    /// Reads the centre's reply from a file.
    ///
    /// # Errors
    /// [`OfficeError`] with the codes `carry_…`, those of an exchange, or the store's; what was whole is kept.
    pub async fn carry_in(&self, place: &Path) -> Result<Brought, OfficeError> {
        self.office.must_be_real()?;
        let reply = File::open(place).map_err(|error| OfficeError::File {
            path: place.display().to_string(),
            reason: error.to_string(),
        })?;
        let _turn = self.turn.lock().await;
        let read = self.stick()?.read(reply);
        if let Ok(brought) = &read {
            self.tell(&brought.applied);
            self.office.note_exchange(brought.centre_time_ms, Measured::default())?;
        }
        self.office.refresh_profile()?;
        self.refresh();
        Ok(read?)
    }

    fn stick(&self) -> Result<Stick<'_>, OfficeError> {
        Ok(Stick::new(&self.office.store, &self.office.signing)?)
    }
}

impl Desk {
    /// A name for the file that goes to the centre.
    ///
    /// # Errors
    /// `not_signed_in`, `not_enrolled`.
    pub fn carry_file_name(&self) -> Result<String, OfficeError> {
        self.signed_in()?;
        let identity = self.exchanger()?.office.identity()?;
        Ok(format!("guichet-{}-{}.carry", identity.office, identity.number))
    }

    /// Writes everything that waits into a file that the clerk has chosen.
    ///
    /// # Errors
    /// `not_signed_in`; those of [`Exchanger::carry_out`].
    pub async fn carry_out(&self, place: &Path) -> Result<CarriedOut, OfficeError> {
        self.signed_in()?;
        let carried = self.exchanger()?.carry_out(place).await?;
        let file = place.file_name().unwrap_or(place.as_os_str()).to_string_lossy().into_owned();
        Ok(CarriedOut { file, operations: u32::try_from(carried.operations).unwrap_or(u32::MAX) })
    }

    /// Reads the centre's reply from a file that the clerk has chosen.
    ///
    /// # Errors
    /// `not_signed_in`; those of [`Exchanger::carry_in`].
    pub async fn carry_in(&self, place: &Path) -> Result<CarriedIn, OfficeError> {
        self.signed_in()?;
        let exchanger = self.exchanger()?;
        let brought = exchanger.carry_in(place).await?;
        Ok(CarriedIn {
            confirmed: u32::try_from(brought.acknowledged).unwrap_or(u32::MAX),
            arrived: brought.applied.operations,
            waiting: exchanger.office.store.waiting_count()?.0,
            write_again: brought.write_again,
        })
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
    let line = HttpLine::through(&office.server()?, &office.proxy()?).map_err(OfficeError::Address)?;
    let reply = CarryFile::create(reply).map_err(sync_engine::ExchangeError::from)?;
    Ok(line.forward(&file, reply).await?)
}
