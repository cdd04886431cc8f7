//! An exchange by stick, the centre's side: a request is taken in from a file as it would be from the line, group by
//! group, and the answer goes into another file, sealed to the device that asked. Nothing is held whole.

use std::io::{Read, Write};
use std::sync::Arc;

use ::complaints::OfficeCode;
use sync_protocol::{
    CarryError, CarryKind, Outcome, ProtocolError, SealedReader, SealedWriter, SealingRecipient,
};
use tokio::sync::OwnedSemaphorePermit;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::exchange::{AnswerStream, Asked, Intake};
use crate::heavy::{Waiter, heavy};

/// How much is read at once, in bytes.
const STEP_BYTES: usize = 64 * 1024;

/// A request that was taken in from a file. What is told of it is durable.
pub struct TakenIn {
    centre: Arc<Centre>,
    asked: Asked,
    answer: AnswerStream,
    to: SealingRecipient,
    cut: Option<CarryError>,
    _permit: OwnedSemaphorePermit,
}

impl Centre {
    /// Takes a request in from a file. Of one that was cut or damaged, what is whole is taken, and [`TakenIn::cut`]
    /// says so.
    ///
    /// # Errors
    /// [`CentreError::Carry`] when nothing of it could be read, [`CentreError::CarriedByStranger`],
    /// [`CentreError::Malformed`], [`CentreError::Busy`], or the store's; what was taken by then stays taken.
    pub async fn take_in(
        self: &Arc<Self>,
        request: impl Read + Send + 'static,
    ) -> Result<TakenIn, CentreError> {
        let permit = Arc::clone(&self.sticks).try_acquire_owned().map_err(|_| CentreError::Busy)?;
        let (centre, waiter) = (Arc::clone(self), Waiter::here());
        let (intake, cut) = heavy(move || read(&waiter, &centre, request)).await??;
        let (asked, refused) = (intake.asked(), intake.is_refused());
        let answer = intake.answer(self).await?;
        let Some(asked) = asked else { return Err(nothing(refused.then(|| answer.outcome()), cut)) };
        let to = asked.seal_answer_to.ok_or_else(|| malformed("a request from the line in a file"))?;
        Ok(TakenIn { centre: Arc::clone(self), asked, answer, to, cut, _permit: permit })
    }
}

/// Reads a file into an intake: to its end, or as far as it is whole.
fn read(
    waiter: &Waiter,
    centre: &Centre,
    request: impl Read,
) -> Result<(Intake, Option<CarryError>), CentreError> {
    let mut sealed = SealedReader::open(CarryKind::Request, &centre.key.signing().sealing(), request)?;
    let mut intake = Intake::new();
    let mut step = vec![0; STEP_BYTES];
    let mut cut = None;
    while !intake.is_refused() && cut.is_none() {
        match sealed.read(&mut step) {
            Ok(0) => break,
            Ok(read) => waiter.wait(intake.push(centre, &step[..read]))??,
            Err(error) => cut = Some(error),
        }
    }
    waiter.wait(intake.commit(centre))??;
    Ok((intake, cut))
}

/// Why nothing was taken of a file.
fn nothing(refused: Option<Outcome>, cut: Option<CarryError>) -> CentreError {
    match (refused, cut) {
        (Some(Outcome::NotAdmitted), _) => CentreError::CarriedByStranger,
        (Some(Outcome::ProtocolVersion), _) => CarryError::Newer.into(),
        (None, Some(error)) => error.into(),
        _ => malformed("no request stands in this file"),
    }
}

fn malformed(why: &str) -> CentreError {
    CentreError::Malformed(ProtocolError::Malformed(why.to_owned()).to_string())
}

impl TakenIn {
    /// The office that asked.
    pub fn office(&self) -> OfficeCode {
        self.asked.office
    }

    /// The number of the computer in its office.
    pub fn computer(&self) -> u16 {
        self.asked.computer
    }

    /// How many operations stood in what could be read.
    pub fn operations(&self) -> u64 {
        self.asked.operations
    }

    /// How many of them the centre did not have.
    pub fn taken(&self) -> u64 {
        self.asked.taken
    }

    /// What came of it; the reply says the same to the desk.
    pub fn outcome(&self) -> Outcome {
        self.answer.outcome()
    }

    /// Why the file could not be read to its end; none: it was whole.
    pub fn cut(&self) -> Option<&CarryError> {
        self.cut.as_ref()
    }

    /// Writes the reply: all that the feed has for the device.
    ///
    /// # Errors
    /// [`CentreError::Carry`] of the output, or the store's.
    pub async fn reply<W: Write + Send + 'static>(self, output: W) -> Result<W, CentreError> {
        let waiter = Waiter::here();
        heavy(move || self.write(&waiter, output)).await?
    }

    fn write<W: Write>(mut self, waiter: &Waiter, output: W) -> Result<W, CentreError> {
        let mut sealed = SealedWriter::begin(CarryKind::Reply, &self.to, output)?;
        while let Some(frame) = waiter.wait(self.answer.next(&self.centre))?? {
            sealed.write_all(&frame).map_err(CarryError::from)?;
        }
        Ok(sealed.finish()?)
    }
}

impl std::fmt::Debug for TakenIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TakenIn").field("asked", &self.asked).field("cut", &self.cut).finish_non_exhaustive()
    }
}
