//! A device that was restored from a backup, or cloned, begins anew: it is admitted under a new key as another computer
//! of the same office. It proves with its old key who it was.

use sync_protocol::{EnrolOutcome, EnrolRequest, Renewal};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::devices::DeviceRow;
use crate::store::{devices, operations, retrying};

/// The device, and how many of the operations that it had not seen are known here.
type Renewed = (DeviceRow, Option<u64>);

impl Centre {
    /// Admits a device under its new key. The same keys get the same device again.
    pub(super) async fn renew(
        &self,
        request: &EnrolRequest,
        renewal: &[u8],
    ) -> Result<Result<Renewed, EnrolOutcome>, CentreError> {
        retrying(|| self.try_renew(request, renewal)).await
    }

    async fn try_renew(
        &self,
        request: &EnrolRequest,
        renewal: &[u8],
    ) -> Result<Result<Renewed, EnrolOutcome>, CentreError> {
        let malformed = |error: sync_protocol::ProtocolError| CentreError::Malformed(error.to_string());
        let claimed = Renewal::claimed(renewal).map_err(malformed)?;
        let mut session = self.store.write().await?;
        let old = devices::get(&mut session, claimed.before).await?;
        let Some(old) = old.filter(|old| old.revoked_at.is_none() && old.number != 0) else {
            return Ok(Err(EnrolOutcome::NotAdmitted));
        };
        let renewal = match Renewal::open(renewal, &old.key) {
            Ok(renewal) if renewal.key == request.key => renewal,
            _ => return Ok(Err(EnrolOutcome::NotAdmitted)),
        };
        let of_office = devices::of_office(&mut session, old.office).await?;
        let before = of_office.into_iter().find(|device| device.key == request.key);
        let device = match before {
            Some(device) if device.salts == request.salts => device,
            Some(_) => return Ok(Err(EnrolOutcome::NotAdmitted)),
            None => self.add_device(&mut session, old.office, request).await?,
        };
        let stored =
            operations::ids(&mut session, old.id, sync_protocol::Sequence(1), usize::MAX >> 1).await?;
        let known = renewal.known(stored.into_values());
        session.commit().await?;
        Ok(Ok((device, Some(known))))
    }
}
