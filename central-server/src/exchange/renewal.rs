//! A device that was restored from a backup, or cloned, begins anew: it is admitted under a new key as another computer
//! of the same office. It proves with its old key who it was.

use ::complaints::OfficeCode;
use sync_protocol::{EnrolOutcome, EnrolRequest, Renewal};

use super::testimony::take_device;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::devices::DeviceRow;
use crate::store::{Session, devices, offices, operations, retrying};

/// The device, and how many of the operations that it had not seen are known here; none when it is who it was.
pub(super) type Renewed = (DeviceRow, Option<u64>);

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
        let before = match devices::get(&mut session, claimed.before).await? {
            Some(known) if Renewal::open(renewal, &known.key).is_ok() => Before::Known(known),
            _ => match self.introduced(&mut session, &claimed, renewal).await? {
                Some(before) => before,
                None => return Ok(Err(EnrolOutcome::NotAdmitted)),
            },
        };
        let office = match &before {
            Before::Back(device) => {
                let device = device.clone();
                session.commit().await?;
                return Ok(Ok((device, None)));
            }
            Before::Known(old) if old.revoked_at.is_some() || old.number == 0 => {
                return Ok(Err(EnrolOutcome::NotAdmitted));
            }
            // Somebody else has told of it meanwhile.
            Before::Known(old) if claimed.introduction.is_some() => return Ok(Ok((old.clone(), None))),
            Before::Known(old) => old.office,
            Before::Lost(office) => *office,
        };
        if claimed.key != request.key {
            return Ok(Err(EnrolOutcome::NotAdmitted));
        }
        let of_office = devices::of_office(&mut session, office).await?;
        let again = of_office.into_iter().find(|device| device.key == request.key);
        let device = match again {
            Some(device) if device.salts == request.salts => device,
            Some(_) => return Ok(Err(EnrolOutcome::NotAdmitted)),
            None => self.add_device(&mut session, office, request).await?,
        };
        let known = match before {
            Before::Known(old) => known_of(&mut session, &old, &claimed).await?,
            _ => 0,
        };
        session.commit().await?;
        Ok(Ok((device, Some(known))))
    }

    /// A device that this centre has lost shows the admission that it had signed. It is admitted again as it was;
    /// where its id or its number was given to another one since, it begins anew.
    async fn introduced(
        &self,
        session: &mut Session,
        claimed: &Renewal,
        renewal: &[u8],
    ) -> Result<Option<Before>, CentreError> {
        let Some(introduction) = &claimed.introduction else { return Ok(None) };
        let Ok(admitted) = introduction.open(claimed.before, &self.key.public()) else { return Ok(None) };
        if Renewal::open(renewal, &admitted.key).is_err() {
            return Ok(None);
        }
        let Ok(office) = OfficeCode::new(introduction.office.0) else { return Ok(None) };
        if offices::all(session).await?.iter().all(|known| known.code != office) {
            return Ok(None);
        }
        take_device(self, session, office, admitted.clone()).await?;
        let back = devices::get(session, admitted.device).await?.filter(|row| row.key == admitted.key);
        Ok(Some(back.map_or(Before::Lost(office), Before::Back)))
    }

    /// How many of the operations that a device names as not seen are here, when a code admits it once more.
    pub(super) async fn known_before(
        &self,
        session: &mut Session,
        renewal: &[u8],
    ) -> Result<u64, CentreError> {
        let Ok(claimed) = Renewal::claimed(renewal) else { return Ok(0) };
        match devices::get(session, claimed.before).await? {
            Some(old) if Renewal::open(renewal, &old.key).is_ok() => known_of(session, &old, &claimed).await,
            _ => Ok(0),
        }
    }
}

/// What is known of the device that asks.
enum Before {
    /// It is here, and the renewal is signed with its key.
    Known(DeviceRow),
    /// It was lost, and is here again.
    Back(DeviceRow),
    /// It was lost, and somebody else has its place.
    Lost(OfficeCode),
}

async fn known_of(session: &mut Session, old: &DeviceRow, claimed: &Renewal) -> Result<u64, CentreError> {
    let stored = operations::ids(session, old.id, sync_protocol::Sequence(1), usize::MAX >> 1).await?;
    Ok(claimed.known(stored.into_values()))
}
