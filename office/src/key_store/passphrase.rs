//! Secrets wrapped with a passphrase: Argon2id (RFC 9106) makes a key of it, ChaCha20-Poly1305 (RFC 8439) wraps.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{KeyStoreError, Passphrase, Record, Secrets, hex};

/// RFC 9106's second recommended choice: 64 MiB, three passes, four lanes.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// Wrapped secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wrapped {
    salt: String,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    wrapped: String,
    pub(super) fingerprint: String,
}

pub(super) fn keep(secrets: &Secrets, passphrase: &Passphrase) -> Result<Record, KeyStoreError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| KeyStoreError::Random(error.to_string()))?;
    let cipher = cipher(passphrase, &salt, MEMORY_KIB, PASSES, LANES)?;
    // The salt is drawn for this one wrapping, so its key is used once and the nonce may be fixed.
    let wrapped =
        cipher.encrypt(&Nonce::default(), secrets.0.as_slice()).map_err(|_| KeyStoreError::Wrong)?;
    Ok(Record::Passphrase(Wrapped {
        salt: hex(&salt),
        memory_kib: MEMORY_KIB,
        passes: PASSES,
        lanes: LANES,
        wrapped: hex(&wrapped),
        fingerprint: secrets.fingerprint(),
    }))
}

pub(super) fn load(wrapped: &Wrapped, passphrase: &Passphrase) -> Result<Secrets, KeyStoreError> {
    let (salt, bytes) = (unhex(&wrapped.salt)?, unhex(&wrapped.wrapped)?);
    let cipher = cipher(passphrase, &salt, wrapped.memory_kib, wrapped.passes, wrapped.lanes)?;
    let opened =
        cipher.decrypt(&Nonce::default(), bytes.as_slice()).map_err(|_| KeyStoreError::PassphraseWrong)?;
    let opened = Zeroizing::new(opened);
    Ok(Secrets(opened.as_slice().try_into().map_err(|_| KeyStoreError::Wrong)?))
}

fn cipher(
    passphrase: &Passphrase,
    salt: &[u8],
    memory_kib: u32,
    passes: u32,
    lanes: u32,
) -> Result<ChaCha20Poly1305, KeyStoreError> {
    let damaged = |error: argon2::Error| KeyStoreError::File("keys.json".to_owned(), error.to_string());
    // What the file asks for is bounded: a damaged file must not take all memory.
    let costs = (memory_kib.min(1024 * 1024), passes.min(16), lanes.min(16));
    let key = stretch(passphrase, salt, costs).map_err(damaged)?;
    Ok(ChaCha20Poly1305::new(&Key::from(*key)))
}

/// A key of a passphrase and a salt, at the present cost. What was made with it names that cost by what it is, so this
/// never changes: a dearer one gets a name of its own.
pub(crate) fn derive(passphrase: &Passphrase, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, KeyStoreError> {
    let failed = |error: argon2::Error| KeyStoreError::Random(error.to_string());
    stretch(passphrase, salt, (MEMORY_KIB, PASSES, LANES)).map_err(failed)
}

fn stretch(
    passphrase: &Passphrase,
    salt: &[u8],
    (memory_kib, passes, lanes): (u32, u32, u32),
) -> Result<Zeroizing<[u8; 32]>, argon2::Error> {
    let params = Params::new(memory_kib, passes, lanes, Some(32))?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
        passphrase.as_bytes(),
        salt,
        key.as_mut(),
    )?;
    Ok(key)
}

fn unhex(text: &str) -> Result<Vec<u8>, KeyStoreError> {
    let byte = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    let bytes: Option<Vec<u8>> = (0..text.len()).step_by(2).map(byte).collect();
    bytes.ok_or_else(|| KeyStoreError::File("keys.json".to_owned(), "it is damaged".to_owned()))
}
