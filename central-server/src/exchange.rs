//! The exchange with the desks: the centre's side of `sync_protocol::Exchange`. One transaction a request, which is
//! committed before the answer goes out.

mod enrol;
mod pull;
mod push;

use sync_protocol::{
    DeviceId, Exchange, LineError, Outcome, Protocol, SealedRequest, SyncRequest, SyncResponse,
};

pub use enrol::EnrolmentCode;

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::devices::DeviceRow;
use crate::store::{devices, retrying, settings};

impl Centre {
    /// Answers an exchange. What came of it stands in the answer.
    ///
    /// # Errors
    /// [`CentreError`] of the store; nothing was taken then.
    pub(crate) async fn answer_sync(&self, request: Vec<u8>) -> Result<Vec<u8>, CentreError> {
        let only = |outcome| SyncResponse::only(outcome, self.clock.now_ms());
        let Ok(sealed) = SealedRequest::from_bytes(&request) else {
            return Ok(only(Outcome::Malformed).to_bytes());
        };
        drop(request);
        if Protocol::OURS.common(sealed.protocol()).is_none() {
            let mut answer = only(Outcome::ProtocolVersion);
            answer.protocol = Some(Protocol::OURS);
            return Ok(answer.to_bytes());
        }
        let Some(device) = self.admitted(sealed.device()).await? else {
            return Ok(only(Outcome::NotAdmitted).to_bytes());
        };
        let (key, salts) = (device.key, device.salts.clone());
        let opened = heavy(move || (sealed.open(&key, &salts), sealed)).await?;
        let (Ok(request), sealed) = opened else {
            return Ok(only(Outcome::Malformed).to_bytes());
        };
        let answer = retrying(|| self.exchange(&device, &request, sealed.signed_part())).await?;
        heavy(move || answer.pack()).await
    }

    /// Whether the store can be read.
    pub(crate) async fn check_health(&self) -> Result<(), CentreError> {
        settings::get(&mut self.store.read().await?, settings::PROFILE).await.map(drop)
    }

    async fn exchange(
        &self,
        device: &DeviceRow,
        request: &SyncRequest,
        signed: &[u8],
    ) -> Result<pull::Answer, CentreError> {
        let now_ms = self.clock.now_ms();
        // Whoever brings nothing takes nobody's turn to write.
        let mut session = match request.operations.is_empty() {
            true => self.store.read().await?,
            false => self.store.write().await?,
        };
        let pushed = push::push(self, &mut session, device, request, signed).await?;
        let mut answer = pull::Answer::new(SyncResponse::only(pushed.outcome, now_ms));
        answer.response.acknowledged = Some(pushed.head).filter(|head| *head != request.base);
        if pushed.outcome == Outcome::Done {
            pull::pull(self, &mut session, device, request, &mut answer).await?;
        }
        session.commit().await?;
        Ok(answer)
    }

    async fn admitted(&self, id: DeviceId) -> Result<Option<DeviceRow>, CentreError> {
        let device = devices::get(&mut self.store.read().await?, id).await?;
        // The centre's own logs are written here and nowhere else.
        Ok(device.filter(|device| device.revoked_at.is_none() && device.number != 0))
    }
}

impl Exchange for Centre {
    async fn enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        self.answer_enrol(request).await.map_err(line_error)
    }

    async fn sync(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        self.answer_sync(request).await.map_err(line_error)
    }
}

fn line_error(error: CentreError) -> LineError {
    match error {
        // Honest desks send what follows the protocol, so the line has damaged it.
        CentreError::Malformed(why) => LineError::Unreachable(why),
        error => LineError::Busy(error.to_string()),
    }
}
