//! The table `testimonies`: how far the testimony of each device was taken.

use sync_protocol::{DeviceEntry, DeviceId, Hash, LadderStep};

use super::Session;
use crate::error::CentreError;

/// A testimony as far as it was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Testimony {
    /// The head that its entries have led to so far.
    pub(crate) end: LadderStep,
    /// The devices that it has named: what they signed cannot be told with the keys of those that bear their ids now.
    pub(crate) named: Vec<DeviceEntry>,
}

/// What was taken of a device's testimony last.
pub(crate) async fn get(session: &mut Session, device: DeviceId) -> Result<Option<Testimony>, CentreError> {
    let sql = "SELECT number, hash, named FROM testimonies WHERE device = $1";
    let Some(mut row) = session.query_one(sql, vec![device.0.into()]).await? else { return Ok(None) };
    let (number, hash, named) = (row.number()?, row.bytes()?, row.bytes()?);
    let damaged = |what: &str| CentreError::Damaged(format!("the testimony of device {}: {what}", device.0));
    let hash = Hash(hash.try_into().map_err(|_| damaged("not a hash"))?);
    let named = minicbor::decode(&named).map_err(|error| damaged(&error.to_string()))?;
    Ok(Some(Testimony { end: LadderStep { number, hash }, named }))
}

/// Notes how far it was taken, in place of what was noted before.
pub(crate) async fn put(
    session: &mut Session,
    device: DeviceId,
    testimony: &Testimony,
) -> Result<(), CentreError> {
    let named = minicbor::to_vec(&testimony.named)
        .map_err(|_| CentreError::Damaged("a device that was read cannot be written".to_owned()))?;
    let sql = "INSERT INTO testimonies (device, number, hash, named) VALUES ($1, $2, $3, $4)
               ON CONFLICT (device) DO UPDATE SET number = excluded.number, hash = excluded.hash, named = excluded.named";
    let LadderStep { number, hash } = testimony.end;
    let values = vec![device.0.into(), number.into(), hash.0.into(), named.into()];
    session.execute(sql, values).await.map(drop)
}
