//! An open office: its store, its keys, its profile, its clock.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::Zoned;
use jiff::tz::TimeZone;

use complaints::profile::{Bundle, Profile};
use complaints::{Author, ClerkId, ComplaintId, Moment};
use office_store::{Identity, Proof, Store, StoreError, Verified};
use sync_protocol::DeviceKey;
use zeroize::Zeroizing;

use crate::clock::Clock;
use crate::error::OfficeError;
use crate::key_store::{self, Passphrase, Secrets};
use crate::policy::Policy;

/// The setting that only a sample office has.
pub(crate) const SAMPLE: &str = "sample";

/// An open office.
#[derive(Debug)]
pub struct Office {
    pub(crate) store: Store,
    pub(crate) signing: DeviceKey,
    /// What the signing key of the enrolment is made of: a backup carries it.
    pub(crate) signing_seed: Zeroizing<[u8; 32]>,
    /// Held while a backup is being made.
    pub(crate) backup_turn: Mutex<()>,
    sample: bool,
    /// What the administrator has set for this computer.
    pub(crate) policy: Policy,
    profile: RwLock<Arc<Profile>>,
    clock: Clock,
    folder: PathBuf,
}

impl Office {
    /// Opens the office of a data folder. `passphrase` and `key_file` where the keys are kept that way.
    ///
    /// # Errors
    /// [`OfficeError`] with the codes `not_enrolled`, `key_missing`, `key_wrong`, `keyring_unavailable`,
    /// `passphrase_needed`, `passphrase_wrong`, `store_damaged`, `store_busy`, `disk_full`; the folder is as it was.
    pub fn open(
        folder: &Path,
        passphrase: Option<&Passphrase>,
        key_file: Option<&Path>,
        clock: Clock,
    ) -> Result<Self, OfficeError> {
        if !Store::exists(folder) {
            return Err(OfficeError::NotEnrolled);
        }
        let secrets = key_store::load(folder, passphrase, key_file)?;
        let store = Store::open(folder, &secrets.store_key()).map_err(|error| match error {
            // The secrets' fingerprint fits, so it is not the key.
            StoreError::Unreadable => OfficeError::StoreDamaged,
            other => other.into(),
        })?;
        Self::with(store, &secrets, folder, clock)
    }

    pub(crate) fn with(
        store: Store,
        secrets: &Secrets,
        folder: &Path,
        clock: Clock,
    ) -> Result<Self, OfficeError> {
        let profile = RwLock::new(Arc::new(read_profile(&store.profile()?)?));
        let sample = store.setting(SAMPLE)?.is_some();
        Ok(Self {
            store,
            signing: secrets.signing_key(),
            signing_seed: Zeroizing::new(*secrets.signing_seed()),
            backup_turn: Mutex::new(()),
            sample,
            policy: Policy::of_this_computer(),
            profile,
            clock,
            folder: folder.to_owned(),
        })
    }

    /// Whether this is the sample office: invented complaints to practise with.
    pub fn is_sample(&self) -> bool {
        self.sample
    }

    /// What leaves an office leaves no sample office.
    ///
    /// # Errors
    /// `sample_office`.
    pub(crate) fn must_be_real(&self) -> Result<(), OfficeError> {
        if self.sample { Err(OfficeError::SampleOffice) } else { Ok(()) }
    }

    /// The profile in force.
    pub fn profile(&self) -> Arc<Profile> {
        self.profile.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Reads the profile anew after an exchange that may have brought one.
    pub(crate) fn refresh_profile(&self) -> Result<(), OfficeError> {
        let profile = read_profile(&self.store.profile()?)?;
        *self.profile.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(profile);
        Ok(())
    }

    /// Who this computer is.
    ///
    /// # Errors
    /// When the store fails.
    pub fn identity(&self) -> Result<Identity, OfficeError> {
        Ok(self.store.identity()?)
    }

    /// Checks chains, signatures, fold and the store's file.
    ///
    /// # Errors
    /// When the store fails; what is found wrong is in [`Verified::problems`].
    pub fn verify(&self) -> Result<Verified, OfficeError> {
        Ok(self.store.verify()?)
    }

    /// What proves the registration of a complaint.
    ///
    /// # Errors
    /// When the store fails; what does not fit is in [`Proof::problems`].
    pub fn proof(&self, id: ComplaintId) -> Result<Option<Proof>, OfficeError> {
        Ok(self.store.proof(id)?)
    }

    /// The address of the centre: as the administrator has set it, or as it was at the admission or set since.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) fn server(&self) -> Result<String, OfficeError> {
        match &self.policy.centre {
            Some(address) => Ok(address.clone()),
            None => Ok(self.identity()?.server),
        }
    }

    /// The centre has moved.
    ///
    /// # Errors
    /// `set_by_policy`, or when the address cannot be used.
    pub fn set_server(&self, url: &str) -> Result<String, OfficeError> {
        if self.policy.centre.is_some() {
            return Err(OfficeError::SetByPolicy("centre"));
        }
        let line = sync_engine::HttpLine::new(url).map_err(OfficeError::Address)?;
        let address = line.address().to_owned();
        self.store.write(|writing| writing.set_server(&address))?;
        Ok(address)
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Now, in the deployment's time zone.
    pub(crate) fn now(&self) -> Zoned {
        let zone = TimeZone::get(&self.profile().time_zone).unwrap_or(TimeZone::UTC);
        self.clock.now(&zone)
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment::from_zoned(&self.now())
    }

    /// An author of the office who is no clerk: an administrator at the command line.
    pub fn administrator(name: &str) -> Author {
        Author {
            name: name.to_owned(),
            clerk: Some(ClerkId::from_bytes([0; 8])),
            institution: None,
            capacity: None,
        }
    }
}

fn read_profile(bundle: &[u8]) -> Result<Profile, OfficeError> {
    let bundle = Bundle::from_bytes(bundle).map_err(|error| OfficeError::Profile(error.to_string()))?;
    let read = Profile::read_from_centre(&bundle);
    read.map(|(profile, _)| profile).map_err(|mistakes| OfficeError::Profile(mistakes.to_string()))
}
