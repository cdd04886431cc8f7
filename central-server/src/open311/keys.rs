//! Keys with which programs file: made on the command line, shown once, kept as a keyed hash, and limited by the hour.

use zeroize::Zeroizing;

use super::Fault;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::api_keys::{self, ApiKeyRow};
use crate::store::retrying;

const HOUR_MS: i64 = 3_600_000;

/// The letters of a key: none looks like another one (Crockford's alphabet).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A program that may file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Whose it is.
    pub name: String,
    /// How many requests it may file in an hour.
    pub per_hour: u32,
    /// When it was added, in milliseconds since 1970.
    pub added_at_ms: i64,
}

impl From<ApiKeyRow> for ApiKey {
    fn from(row: ApiKeyRow) -> Self {
        Self { name: row.name, per_hour: row.per_hour, added_at_ms: row.added_at }
    }
}

impl Centre {
    /// Lets a program file. The key is handed back this once.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when the name is empty or taken, or the limit is zero.
    pub async fn add_api_key(&self, name: &str, per_hour: u32) -> Result<String, CentreError> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > 100 {
            return Err(CentreError::Invalid("a key needs a name of 1 to 100 characters".to_owned()));
        }
        if per_hour == 0 {
            return Err(CentreError::Invalid("a key that may file nothing is of no use".to_owned()));
        }
        let drawn: Zeroizing<[u8; 20]> = Zeroizing::new(self.random.draw()?);
        let id = self.random.draw()?;
        let key: String = drawn.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
        let row = ApiKeyRow { id, name: name.to_owned(), per_hour, added_at: self.clock.now_ms() };
        let hash = self.key.hash_api_key(&key);
        let added = retrying(|| async {
            let mut session = self.store.write().await?;
            let added = api_keys::add(&mut session, &row, &hash).await?;
            session.commit().await?;
            Ok(added)
        });
        if added.await? {
            Ok(key)
        } else {
            Err(CentreError::Invalid(format!("the name “{name}” is taken")))
        }
    }

    /// The programs that may file, by name.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn api_keys(&self) -> Result<Vec<ApiKey>, CentreError> {
        let rows = api_keys::all(&mut self.store.read().await?).await?;
        Ok(rows.into_iter().map(ApiKey::from).collect())
    }

    /// Takes a program's key away, from now on. Its name is not given a second time.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when there is no such key.
    pub async fn remove_api_key(&self, name: &str) -> Result<(), CentreError> {
        let removed = retrying(|| async {
            let mut session = self.store.write().await?;
            let removed = api_keys::remove(&mut session, name.trim(), self.clock.now_ms()).await?;
            session.commit().await?;
            Ok(removed)
        });
        if removed.await? {
            Ok(())
        } else {
            Err(CentreError::NotFound(format!("there is no key “{}”", name.trim())))
        }
    }

    /// Whose key that is, with this use of it counted.
    pub(crate) async fn use_api_key(&self, key: &str) -> Result<Result<ApiKey, Fault>, CentreError> {
        let hash = self.key.hash_api_key(&key.trim().to_ascii_lowercase());
        let Some(row) = api_keys::of_hash(&mut self.store.read().await?, &hash).await? else {
            return Ok(Err(Fault::Key));
        };
        let hour = self.clock.now_ms().div_euclid(HOUR_MS);
        let used = retrying(|| async {
            let mut session = self.store.write().await?;
            let used = api_keys::count_use(&mut session, &row.id, hour).await?;
            session.commit().await?;
            Ok(used)
        });
        if used.await? > row.per_hour { Ok(Err(Fault::TooOften)) } else { Ok(Ok(row.into())) }
    }
}
