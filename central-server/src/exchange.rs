//! The exchange with the desks: the centre's side of `sync_protocol::Exchange`. What a request brings is committed
//! before the answer begins; the answer is read from the feed frame by frame as the line takes it.

mod documents;
mod enrol;
mod intake;
mod priming;
mod pull;
mod push;
mod renewal;
mod snapshots;
mod testimony;

use sync_protocol::{Exchange, LineError};

pub use enrol::EnrolmentCode;
pub(crate) use intake::{Asked, Intake};
pub(crate) use priming::WARM_PRIMERS;
pub(crate) use pull::AnswerStream;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::settings;

impl Centre {
    /// Takes in a whole request, or as much of it as came, and begins the answer.
    ///
    /// # Errors
    /// [`CentreError`] of the store; nothing was taken then.
    pub(crate) async fn answer_sync(&self, request: &[u8]) -> Result<AnswerStream, CentreError> {
        let mut intake = Intake::new();
        intake.push(self, request).await?;
        intake.answer(self).await
    }

    /// Whether the store can be read.
    pub(crate) async fn check_health(&self) -> Result<(), CentreError> {
        settings::get(&mut self.store.read().await?, settings::PROFILE).await.map(drop)
    }
}

impl Exchange for Centre {
    async fn enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        self.answer_enrol(request).await.map_err(line_error)
    }

    async fn sync(&self, request: Vec<u8>, answer: &mut (dyn FnMut(&[u8]) + Send)) -> Result<(), LineError> {
        let mut stream = self.answer_sync(&request).await.map_err(line_error)?;
        while let Some(frame) = stream.next(self).await.map_err(line_error)? {
            answer(&frame);
        }
        Ok(())
    }
}

fn line_error(error: CentreError) -> LineError {
    match error {
        // Honest desks send what follows the protocol, so the line has damaged it.
        CentreError::Malformed(why) => LineError::Unreachable(why),
        error => LineError::Busy(error.to_string()),
    }
}
