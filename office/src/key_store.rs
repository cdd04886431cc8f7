//! Where this computer keeps its two secrets, the key of the store and its signing key: the operating system's
//! keyring, a file wrapped with a passphrase, or, when an administrator asked for it, a key file.
//!
//! `keys.json` in the data folder says which, and holds no secret in the clear. A missing key is told and never
//! made anew: a new key would not open the store.

mod file;
mod keyring_entry;
mod passphrase;
mod record;

use std::path::{Path, PathBuf};

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use office_store::StoreKey;
use sync_protocol::{DeviceKey, SaltTree};

pub(crate) use passphrase::derive;
pub(crate) use record::Record;

/// Where an administrator or the page wants the secrets kept.
#[derive(Debug, Clone)]
pub enum KeyStore {
    /// The operating system's keyring.
    Keyring,
    /// Wrapped with a passphrase (Argon2id, ChaCha20-Poly1305).
    Passphrase(Passphrase),
    /// A file in the clear: only by an explicit option.
    File(PathBuf),
}

/// A passphrase. Wiped when dropped; never printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

/// The fewest characters of a passphrase.
const SHORTEST_PASSPHRASE: usize = 12;

impl Passphrase {
    /// A passphrase as typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// # Errors
    /// `passphrase_short`.
    pub(crate) fn must_be_long(&self) -> Result<(), KeyStoreError> {
        if self.0.chars().count() < SHORTEST_PASSPHRASE {
            Err(KeyStoreError::PassphraseShort)
        } else {
            Ok(())
        }
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Why the secrets are not to be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyStoreError {
    /// This computer has no keyring, or it does not answer.
    #[error("the keyring of this computer cannot be used: {0}. Unlock it and try again, or use a passphrase")]
    KeyringUnavailable(String),
    /// The secrets are not where they should be.
    #[error(
        "the key of this computer's store is gone. Nothing was deleted and nothing is made anew: call the administrator, who can restore the key or enrol this computer anew"
    )]
    Missing,
    /// The secrets there are not those of this store.
    #[error("the key does not fit this computer's store; nothing was changed")]
    Wrong,
    /// The passphrase is needed and was not given.
    #[error("the passphrase is needed")]
    PassphraseNeeded,
    /// The passphrase is not right.
    #[error("the passphrase is not right")]
    PassphraseWrong,
    /// The passphrase is too short.
    #[error("a passphrase has at least {SHORTEST_PASSPHRASE} characters")]
    PassphraseShort,
    /// Other secrets are kept already in another way.
    #[error("this computer keeps its keys in another way already ({0}); that was left as it is")]
    OtherWay(&'static str),
    /// The system's random source failed.
    #[error("the system's random source failed: {0}")]
    Random(String),
    /// A file failed.
    #[error("{0}: {1}")]
    File(String, String),
}

impl KeyStoreError {
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::KeyringUnavailable(_) => "keyring_unavailable",
            Self::Missing => "key_missing",
            Self::Wrong => "key_wrong",
            Self::PassphraseNeeded => "passphrase_needed",
            Self::PassphraseWrong => "passphrase_wrong",
            Self::PassphraseShort => "passphrase_short",
            Self::OtherWay(_) => "key_store_other",
            Self::Random(_) => "internal",
            Self::File(..) => "file_failed",
        }
    }

    fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File(path.display().to_string(), error.to_string())
    }
}

/// The two secrets of a computer: 32 bytes for its store, 32 bytes for its signatures.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Secrets([u8; 64]);

impl Secrets {
    /// Draws new secrets.
    pub(crate) fn draw() -> Result<Self, KeyStoreError> {
        let mut bytes = [0; 64];
        getrandom::fill(&mut bytes).map_err(|error| KeyStoreError::Random(error.to_string()))?;
        Ok(Self(bytes))
    }

    /// A new key of a store, beside the signing key of a computer that is brought back.
    pub(crate) fn with_signing_seed(seed: &[u8; 32]) -> Result<Self, KeyStoreError> {
        let mut secrets = Self::draw()?;
        secrets.0[32..].copy_from_slice(seed);
        Ok(secrets)
    }

    /// The key of the store.
    pub(crate) fn store_key(&self) -> StoreKey {
        StoreKey::from_bytes(self.0[..32].try_into().expect("32 of 64 bytes"))
    }

    /// The signing key.
    pub(crate) fn signing_key(&self) -> DeviceKey {
        DeviceKey::from_seed(self.signing_seed())
    }

    /// The salts of the device's log: they derive from the signing key, so that asking for admission twice names
    /// the same ones.
    pub(crate) fn salts(&self) -> SaltTree {
        SaltTree::of_signing_seed(self.signing_seed())
    }

    /// Says whether other secrets are these, without telling them.
    pub(crate) fn fingerprint(&self) -> String {
        hex(&blake3::derive_key("guichet 2026 key fingerprint", &self.0)[..8])
    }

    pub(crate) fn signing_seed(&self) -> &[u8; 32] {
        self.0[32..].try_into().expect("32 of 64 bytes")
    }

    fn to_hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex(&self.0))
    }

    fn from_hex(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut bytes = [0; 64];
        if text.len() != 128 || !text.is_ascii() {
            return None;
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl KeyStore {
    /// The secrets of a computer that has no store and is about to be enrolled: those kept by an earlier try, or new
    /// ones. They are kept durably before anybody is told of them, so that a lost answer can be asked for again.
    pub(crate) fn prepare(&self, folder: &Path) -> Result<Secrets, KeyStoreError> {
        if let Some(record) = Record::read(folder)? {
            return match self.load(folder, &record) {
                // An earlier try in another way, or one that did not get as far as keeping its secrets. There is
                // no store here; its record is set aside all the same, in case one comes back from a backup.
                Err(KeyStoreError::Missing | KeyStoreError::OtherWay(_)) => {
                    Record::set_aside(folder)?;
                    self.keep_new(folder)
                }
                other => other,
            };
        }
        self.keep_new(folder)
    }

    fn keep_new(&self, folder: &Path) -> Result<Secrets, KeyStoreError> {
        let secrets = Secrets::draw()?;
        self.write(folder, &secrets)?;
        Ok(secrets)
    }

    /// Keeps the secrets of a computer that is brought back, in a folder that has no store. What is kept there of an
    /// earlier try is set aside.
    pub(crate) fn keep(&self, folder: &Path, secrets: &Secrets) -> Result<(), KeyStoreError> {
        if Record::read(folder)?.is_some() {
            Record::set_aside(folder)?;
        }
        self.write(folder, secrets)
    }

    fn write(&self, folder: &Path, secrets: &Secrets) -> Result<(), KeyStoreError> {
        let record = match self {
            Self::Keyring => keyring_entry::keep(secrets)?,
            Self::Passphrase(passphrase) => {
                passphrase.must_be_long()?;
                passphrase::keep(secrets, passphrase)?
            }
            Self::File(path) => file::keep(secrets, path)?,
        };
        record.write(folder)
    }

    /// The secrets of an enrolled computer.
    fn load(&self, folder: &Path, record: &Record) -> Result<Secrets, KeyStoreError> {
        let secrets = match (record, self) {
            (Record::Keyring { name, .. }, Self::Keyring) => keyring_entry::load(name)?,
            (Record::Passphrase(wrapped), Self::Passphrase(passphrase)) => {
                passphrase::load(wrapped, passphrase)?
            }
            (Record::File { .. }, Self::File(path)) => file::load(&folder.join(path))?,
            (record, _) => return Err(KeyStoreError::OtherWay(record.word())),
        };
        if secrets.fingerprint() == record.fingerprint() { Ok(secrets) } else { Err(KeyStoreError::Wrong) }
    }
}

/// The file that says how a computer keeps its secrets.
pub(crate) fn record_file(folder: &Path) -> PathBuf {
    folder.join(record::FILE)
}

/// The secrets of an enrolled computer, in the way that its record says; `passphrase` and `file` where they are
/// needed.
pub(crate) fn load(
    folder: &Path,
    passphrase: Option<&Passphrase>,
    file: Option<&Path>,
) -> Result<Secrets, KeyStoreError> {
    let record = Record::read(folder)?.ok_or(KeyStoreError::Missing)?;
    let way = match &record {
        Record::Keyring { .. } => KeyStore::Keyring,
        Record::Passphrase(_) => {
            KeyStore::Passphrase(passphrase.cloned().ok_or(KeyStoreError::PassphraseNeeded)?)
        }
        Record::File { path, .. } => KeyStore::File(file.map_or_else(|| path.clone(), Path::to_owned)),
    };
    way.load(folder, &record)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
