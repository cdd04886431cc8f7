//! Secrets in the operating system's keyring. Kept as hexadecimal text, since some keyrings keep text only.
//!
//! A locked keyring asks its owner and meanwhile does not answer, so every call has a time limit. The keyring crate
//! remembers a failed start for the life of the process; on Linux the start is then tried again here.

use std::sync::mpsc;
use std::time::Duration;

use keyring_core::{Entry, Error};
use zeroize::Zeroizing;

use super::{KeyStoreError, Record, Secrets, hex};

const SERVICE: &str = "guichet";
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

pub(super) fn keep(secrets: &Secrets) -> Result<Record, KeyStoreError> {
    let mut name = [0; 8];
    getrandom::fill(&mut name).map_err(|error| KeyStoreError::Random(error.to_string()))?;
    let name = format!("office store {}", hex(&name));
    let (user, text) = (name.clone(), secrets.to_hex());
    within_time(move || {
        let entry = entry(&user)?;
        entry.set_password(&text)?;
        // A keyring that takes a secret and does not give it back would lose the store.
        entry.get_password().map(drop)
    })?;
    Ok(Record::Keyring { name, fingerprint: secrets.fingerprint() })
}

pub(super) fn load(name: &str) -> Result<Secrets, KeyStoreError> {
    let user = name.to_owned();
    let text = within_time(move || entry(&user)?.get_password().map(Zeroizing::new))?;
    Secrets::from_hex(&text).ok_or(KeyStoreError::Wrong)
}

fn entry(user: &str) -> Result<Entry, Error> {
    if keyring::Entry::store_status().is_err() && keyring_core::get_default_store().is_none() {
        start_again()?;
    }
    Entry::new(SERVICE, user)
}

#[cfg(target_os = "linux")]
fn start_again() -> Result<(), Error> {
    keyring_core::set_default_store(zbus_secret_service_keyring_store::Store::new()?);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn start_again() -> Result<(), Error> {
    Err(Error::NoDefaultStore)
}

fn within_time<T: Send + 'static>(
    ask: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, KeyStoreError> {
    let (answer, answered) = mpsc::channel();
    std::thread::spawn(move || {
        // Nobody listens any more when the time is over.
        let _ = answer.send(ask());
    });
    match answered.recv_timeout(ANSWER_WITHIN) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(Error::NoEntry)) => Err(KeyStoreError::Missing),
        Ok(Err(error)) => Err(KeyStoreError::KeyringUnavailable(error.to_string())),
        Err(_) => {
            Err(KeyStoreError::KeyringUnavailable("it does not answer; perhaps it is locked".to_owned()))
        }
    }
}
