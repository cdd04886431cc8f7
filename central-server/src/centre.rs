//! The one handle on a centre: its store, its key, its profile and its clock, opened and made here.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use ::complaints::profile::{Bundle, Profile};
use jiff::tz::TimeZone;
use sync_protocol::{Hash, WarmPrimers, pack};
use tokio::sync::Semaphore;

use crate::clock::Clock;
use crate::error::CentreError;
use crate::exchange::WARM_PRIMERS;
use crate::founding;
use crate::keys::{CentreKey, KeyFile, hex};
use crate::page_use::PageUse;
use crate::profile_versions::starting;
use crate::randomness::Randomness;
use crate::shelving::Shelves;
use crate::snapshots::SNAPSHOT_AFTER_ENTRIES;
use crate::store::{Store, profiles, settings};

/// Each holds a thread for as long as its line takes.
const MOST_STICKS: usize = 16;

/// Where a centre is and which profile it serves.
#[derive(Debug, Clone)]
pub struct CentreOptions {
    /// The folder with the key and, unless a database is named, the store.
    pub data: PathBuf,
    /// The profile in force from now on.
    pub profile: Bundle,
    /// `postgres://…`; none: the store embedded in the folder.
    pub database_url: Option<String>,
}

/// A centre with the profile in force. Shared by everything that serves; when another profile comes into force another
/// one takes its place, which shares all but the profile.
pub struct Centre {
    pub(crate) store: Arc<Store>,
    pub(crate) key: Arc<CentreKey>,
    pub(crate) profile: Profile,
    pub(crate) profile_digest: Hash,
    /// The profile in force as it travels: packed with Zstandard.
    pub(crate) profile_packed: Vec<u8>,
    pub(crate) clock: Clock,
    pub(crate) random: Randomness,
    pub(crate) time_zone: TimeZone,
    /// How many files from sticks are taken in at once.
    pub(crate) sticks: Arc<Semaphore>,
    /// Text models of offices on slow lines.
    pub(crate) warm_primers: Arc<Mutex<WarmPrimers>>,
    /// How the citizens' pages are used, not written down yet.
    pub(crate) page_use: Arc<PageUse>,
    /// How many entries a snapshot must save.
    pub(crate) snapshot_after: u64,
    /// Where whole documents lie outside of the store.
    pub(crate) shelves: Arc<Shelves>,
    /// Another profile was put in force through this centre, or one that shares all with it.
    turned: Arc<AtomicBool>,
    /// Another one has taken its place.
    past: AtomicBool,
}

impl Centre {
    /// Opens the centre of a folder, and makes it when there is none. The profile comes into force (its offices exist,
    /// and every feed says so), unless the administration pages have put another one in force since it last did.
    ///
    /// # Errors
    /// [`CentreError`]; nothing is made anew when a part of an existing centre is missing.
    pub async fn open(options: CentreOptions) -> Result<Self, CentreError> {
        Self::open_with_clock(options, Clock::of_the_machine()).await
    }

    /// The same with another clock.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_with_clock(options: CentreOptions, clock: Clock) -> Result<Self, CentreError> {
        read_profile(&options.profile)?;
        fs::create_dir_all(&options.data)
            .map_err(|source| CentreError::File { path: options.data.clone(), source })?;
        let (store, key) = open_store(&options.data, options.database_url.as_deref(), Missing::Make).await?;
        let bundle = starting::at_start(&store, &options.profile, clock.now_ms()).await?;
        let profile = read_profile(&bundle)?;
        let shelves = Arc::new(Shelves::of(&mut store.read().await?).await?);
        let centre = Self::assemble(store, key, profile, &bundle, clock, Randomness::of_the_system())?;
        let centre = Self { shelves, ..centre };
        founding::bring_into_force(&centre, &bundle).await?;
        Ok(centre)
    }

    /// Opens a centre that exists, with the profile that is in force there. What an older version of the program has folded
    /// is folded once more, as [`Self::open`] does.
    ///
    /// # Errors
    /// [`CentreError::NoCentre`] when there is none, and all of [`Self::open`].
    pub async fn open_existing(data: &Path, database_url: Option<&str>) -> Result<Self, CentreError> {
        let (store, key) = open_store(data, database_url, Missing::Refuse).await?;
        let mut session = store.read().await?;
        let digest = settings::get(&mut session, settings::PROFILE).await?;
        let bytes = match digest_of(&digest) {
            Some(digest) => profiles::get(&mut session, &digest).await?,
            None => return Err(CentreError::NoCentre(data.to_owned())),
        };
        let shelves = Arc::new(Shelves::of(&mut session).await?);
        drop(session);
        let missing = || CentreError::Damaged("the profile in force is missing".to_owned());
        let bundle = Bundle::from_bytes(&bytes.ok_or_else(missing)?).map_err(|_| missing())?;
        let profile = read_profile(&bundle)?;
        let (clock, random) = (Clock::of_the_machine(), Randomness::of_the_system());
        let centre = Self::assemble(store, key, profile, &bundle, clock, random)?;
        let centre = Self { shelves, ..centre };
        founding::follow_the_program(&centre).await?;
        Ok(centre)
    }

    /// Brings a database that an older version wrote to the form of this version. A store in a file needs nobody's word:
    /// it is copied first, whenever it is opened.
    ///
    /// # Errors
    /// [`CentreError`] of the store, [`CentreError::NewerStore`] among them.
    pub async fn migrate(database_url: &str) -> Result<(), CentreError> {
        Store::upgraded_on_server(database_url).await.map(drop)
    }

    /// Whether a folder, or the database named, holds a centre.
    ///
    /// # Errors
    /// [`CentreError`] when it holds a part of one, or cannot be read.
    pub async fn exists(data: &Path, database_url: Option<&str>) -> Result<bool, CentreError> {
        match Self::open_existing(data, database_url).await {
            Ok(_) => Ok(true),
            Err(CentreError::NoCentre(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The profile in force.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// What the centre's clock shows, in the deployment's time zone.
    pub fn now(&self) -> jiff::Zoned {
        let now =
            jiff::Timestamp::from_millisecond(self.clock.now_ms()).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        now.to_zoned(self.time_zone.clone())
    }

    pub(crate) fn assemble(
        store: Store,
        key: CentreKey,
        profile: Profile,
        bundle: &Bundle,
        clock: Clock,
        random: Randomness,
    ) -> Result<Self, CentreError> {
        let time_zone =
            TimeZone::get(&profile.time_zone).map_err(|error| CentreError::Profile(error.to_string()))?;
        Ok(Self {
            store: Arc::new(store),
            key: Arc::new(key),
            profile_digest: Hash(bundle.digest()),
            profile_packed: pack(&bundle.to_bytes()),
            profile,
            clock,
            random,
            time_zone,
            sticks: Arc::new(Semaphore::new(MOST_STICKS)),
            warm_primers: Arc::new(Mutex::new(WarmPrimers::new(WARM_PRIMERS))),
            page_use: Arc::default(),
            snapshot_after: SNAPSHOT_AFTER_ENTRIES,
            shelves: Arc::new(Shelves::None),
            turned: Arc::default(),
            past: AtomicBool::new(false),
        })
    }

    /// The same centre with another profile: store, key, counted tries and all else are shared.
    pub(crate) fn with(&self, profile: Profile, bundle: &Bundle) -> Result<Self, CentreError> {
        let time_zone =
            TimeZone::get(&profile.time_zone).map_err(|error| CentreError::Profile(error.to_string()))?;
        Ok(Self {
            store: Arc::clone(&self.store),
            key: Arc::clone(&self.key),
            profile,
            profile_digest: Hash(bundle.digest()),
            profile_packed: pack(&bundle.to_bytes()),
            clock: self.clock.clone(),
            random: self.random.clone(),
            time_zone,
            sticks: Arc::clone(&self.sticks),
            warm_primers: Arc::clone(&self.warm_primers),
            page_use: Arc::clone(&self.page_use),
            snapshot_after: self.snapshot_after,
            shelves: Arc::clone(&self.shelves),
            turned: Arc::clone(&self.turned),
            past: AtomicBool::new(false),
        })
    }

    /// Notes that another profile was put in force: whoever serves takes the centre that has it.
    pub(crate) fn turn(&self) {
        self.turned.store(true, Ordering::Release);
    }

    /// Whether that was noted since it was last asked.
    pub(crate) fn has_turned(&self) -> bool {
        self.turned.swap(false, Ordering::AcqRel)
    }

    /// Another one has taken its place: what it does always ends.
    pub(crate) fn set_past(&self) {
        self.past.store(true, Ordering::Release);
    }

    /// Whether another one has taken its place.
    pub(crate) fn is_past(&self) -> bool {
        self.past.load(Ordering::Acquire)
    }
}

impl std::fmt::Debug for Centre {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Centre").field("profile", &self.profile.name).finish_non_exhaustive()
    }
}

/// What to do when there is no centre yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Missing {
    Make,
    Refuse,
}

async fn open_store(
    data: &Path,
    database_url: Option<&str>,
    missing: Missing,
) -> Result<(Store, CentreKey), CentreError> {
    let key_file = KeyFile::in_folder(data);
    // Asked before the store is looked at: a key that another process, starting at the same time, puts there later
    // belongs to the store that it is making.
    let had_key = key_file.exists();
    let store = match database_url {
        Some(url) => Store::on_server(url).await?,
        None => {
            let path = data.join("centre.db");
            match (path.exists(), missing) {
                (false, _) if had_key => return Err(CentreError::MissingStore(data.to_owned())),
                (false, Missing::Refuse) => return Err(CentreError::NoCentre(data.to_owned())),
                _ => Store::in_file(&path).await?,
            }
        }
    };
    let public = settings::get(&mut store.read().await?, settings::CENTRE_KEY).await?;
    let key = match (public.is_empty(), missing) {
        (false, _) => key_file.read(&public)?,
        (true, _) if had_key => return Err(CentreError::MissingStore(data.to_owned())),
        (true, Missing::Refuse) => return Err(CentreError::NoCentre(data.to_owned())),
        (true, Missing::Make) => make_key(&store, &key_file).await?,
    };
    Ok((store, key))
}

async fn make_key(store: &Store, key_file: &KeyFile) -> Result<CentreKey, CentreError> {
    let mut session = store.write().await?;
    let public = settings::lock(&mut session, settings::CENTRE_KEY).await?;
    if !public.is_empty() {
        // Another process, starting at the same time, was faster.
        return key_file.read(&public);
    }
    let key = key_file.prepare()?;
    settings::set(&mut session, settings::CENTRE_KEY, &hex(&key.public().0)).await?;
    session.commit().await?;
    key_file.confirm()?;
    Ok(key)
}

pub(crate) fn read_profile(bundle: &Bundle) -> Result<Profile, CentreError> {
    Profile::read(bundle).map_err(|mistakes| CentreError::Profile(mistakes.to_string()))
}

/// The bytes of a digest in hexadecimal digits.
pub(crate) fn digest_of(digits: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if digits.len() != 64 || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(digest)
}
