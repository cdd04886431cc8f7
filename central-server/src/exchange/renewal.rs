//! A device that was restored from a backup, or cloned, begins anew: it is admitted under a new key as another computer
//! of the same office. It proves with its old key who it was.
//!
//! One that the centre does not admit any more, because the centre was restored to a day before its admission or has
//! shut it out, does the same with a new code from an administrator.

use sync_protocol::{EnrolOutcome, EnrolRequest, Renewal};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::devices::DeviceRow;
use crate::store::{Session, devices, operations, retrying};

/// The device, and how many of the operations that it had not seen are known here.
type Renewed = (DeviceRow, Option<u64>);

/// How many admissions a restored centre can have lost at most: a greater id than that was never given.
const MOST_LOST_IDS: u64 = 10_000;

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
        let known = known(&mut session, &old, &renewal).await?;
        session.commit().await?;
        Ok(Ok((device, Some(known))))
    }

    /// Admits a device with a code in place of one that does not count any more. Its id is another one, also when the
    /// centre has forgotten the old one and could give that once more.
    pub(super) async fn readmit(
        &self,
        request: &EnrolRequest,
        renewal: &[u8],
    ) -> Result<Result<Renewed, EnrolOutcome>, CentreError> {
        let claimed = Renewal::claimed(renewal).map_err(malformed)?;
        let greatest = devices::greatest_id(&mut self.store.read().await?).await?;
        if claimed.key != request.key || u64::from(claimed.before.0) > greatest + MOST_LOST_IDS {
            return Ok(Err(EnrolOutcome::NotAdmitted));
        }
        let device = match self.try_code(request, Some(claimed.before)).await? {
            Ok(device) => device,
            Err(outcome) => return Ok(Err(outcome)),
        };
        let mut session = self.store.read().await?;
        let old = devices::get(&mut session, claimed.before).await?.filter(|old| old.office == device.office);
        let known = match old.map(|old| Renewal::open(renewal, &old.key).map(|renewal| (old, renewal))) {
            Some(Ok((old, renewal))) => known(&mut session, &old, &renewal).await?,
            // The old id is another computer's now, or nobody's.
            Some(Err(_)) | None => 0,
        };
        Ok(Ok((device, Some(known))))
    }
}

/// How many of the operations that a device has not seen are known here, from the first on.
async fn known(session: &mut Session, old: &DeviceRow, renewal: &Renewal) -> Result<u64, CentreError> {
    let stored = operations::ids(session, old.id, sync_protocol::Sequence(1), usize::MAX >> 1).await?;
    Ok(renewal.known(stored.into_values()))
}

fn malformed(error: sync_protocol::ProtocolError) -> CentreError {
    CentreError::Malformed(error.to_string())
}
