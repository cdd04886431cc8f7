//! A centre that lives in memory, and what may befall it: for simulations. Everything but the file is the real one.
//! No command of the server makes one.

use ::complaints::profile::Bundle;
use ::complaints::{OfficeCode, Verdict};
use sync_protocol::{ChainHead, DeviceId, Sequence};
use zeroize::Zeroizing;

use crate::centre::{Centre, read_profile};
use crate::clock::Clock;
use crate::error::CentreError;
use crate::founding;
use crate::keys::{CentreKey, hex};
use crate::randomness::Randomness;
use crate::store::feed::FeedWhat;
use crate::store::{Store, devices, feed, settings};

/// What a centre in memory is made of.
#[derive(Debug, Clone)]
pub struct MemoryOptions {
    /// The profile in force from now on.
    pub profile: Bundle,
    /// The secret of the centre's key; the same one for all images of one centre.
    pub key_seed: [u8; 32],
    /// Its clock.
    pub clock: Clock,
    /// Where its one-time codes come from.
    pub random: Randomness,
}

/// An operation as it stands in an office's feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedOperation {
    /// The number of its entry.
    pub number: u64,
    /// Whose it is.
    pub device: DeviceId,
    /// Its place in that device's log.
    pub sequence: Sequence,
    /// What was done, as it is hashed.
    pub payload: Vec<u8>,
    /// What the centre said.
    pub verdict: Verdict,
}

impl Centre {
    /// A centre in memory: a new one, or one as it was when [`Self::image`] was taken. The profile is in force from
    /// now on, as when a centre of a folder is opened. It needs no runtime.
    ///
    /// # Errors
    /// [`CentreError`], among them [`CentreError::Damaged`] when the image was made with another key.
    pub async fn in_memory(options: MemoryOptions, image: Option<&[u8]>) -> Result<Self, CentreError> {
        let profile = read_profile(&options.profile)?;
        let store = Store::in_memory(image).await?;
        let key = CentreKey::from_seed(Zeroizing::new(options.key_seed));
        let public = hex(&key.public().0);
        let known = settings::get(&mut store.read().await?, settings::CENTRE_KEY).await?;
        if known.is_empty() {
            let mut session = store.write().await?;
            settings::set(&mut session, settings::CENTRE_KEY, &public).await?;
            session.commit().await?;
        } else if known != public {
            return Err(CentreError::Damaged("the image was made with another key".to_owned()));
        }
        let centre = Self::assemble(store, key, profile, &options.profile, options.clock, options.random)?;
        founding::bring_into_force(&centre, &options.profile).await?;
        Ok(centre)
    }

    /// All that is committed, as bytes.
    ///
    /// # Errors
    /// [`CentreError`]; [`CentreError::Invalid`] for a centre that is not in memory, as with the others here.
    pub fn image(&self) -> Result<Vec<u8>, CentreError> {
        self.store.memory()?.image()
    }

    /// Asks before each commit from now on. On `false` the commit fails and nothing of its transaction is kept: the
    /// centre crashed at that moment.
    ///
    /// # Errors
    /// [`CentreError`].
    pub fn before_each_commit(
        &self,
        may_commit: impl FnMut() -> bool + Send + 'static,
    ) -> Result<(), CentreError> {
        self.store.memory()?.before_each_commit(may_commit)
    }

    /// Leaves room for so many more pages of 4 KiB, or for as many as one likes. Beyond them the disk is full.
    ///
    /// # Errors
    /// [`CentreError`].
    pub fn limit_room(&self, pages: Option<u32>) -> Result<(), CentreError> {
        self.store.memory()?.limit_room(pages)
    }

    /// The operations in an office's feed, in its order.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn logged(&self, office: OfficeCode) -> Result<Vec<LoggedOperation>, CentreError> {
        let mut session = self.store.read().await?;
        let rows = feed::with_operations(&mut session, office, 0, usize::MAX >> 1).await?;
        let mut logged = Vec::new();
        for (row, operation) in rows {
            let FeedWhat::Operation { device, sequence, verdict, .. } = row.what else { continue };
            let damaged =
                |what: &str| CentreError::Damaged(format!("office {office}, entry {}: {what}", row.number));
            let (_, payload) = operation.ok_or_else(|| damaged("its operation is missing"))?;
            let verdict = minicbor::decode(&verdict).map_err(|_| damaged("its verdict cannot be read"))?;
            logged.push(LoggedOperation { number: row.number, device, sequence, payload, verdict });
        }
        Ok(logged)
    }

    /// How far a device's log is durable here; none when it is not known.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn log_head(&self, device: DeviceId) -> Result<Option<ChainHead>, CentreError> {
        Ok(devices::get(&mut self.store.read().await?, device).await?.map(|device| device.head))
    }
}
