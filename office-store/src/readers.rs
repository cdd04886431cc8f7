//! Which connection a question to the store goes to.

use std::sync::{MutexGuard, TryLockError};

use rusqlite::Connection;

use crate::{Store, guard};

impl Store {
    /// A connection that reads: one that nobody uses, or the first that is free again.
    pub(crate) fn reader(&self) -> MutexGuard<'_, Connection> {
        let free = self.readers.iter().find_map(|reader| match reader.try_lock() {
            Ok(free) => Some(free),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        });
        free.unwrap_or_else(|| guard(&self.readers[0]))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::mpsc;
    use std::time::Duration;

    use complaints::OfficeCode;
    use sync_protocol::{DeviceId, DeviceKey, SaltTree};

    use super::*;
    use crate::{Identity, StoreKey};

    #[test]
    fn a_question_that_takes_long_keeps_no_other_waiting() {
        let folder = tempfile::tempdir().unwrap();
        let key = DeviceKey::from_seed(&[1; 32]).public();
        let identity = Identity {
            device: DeviceId(40),
            number: 2,
            office: OfficeCode::new(12).unwrap(),
            key,
            salts: SaltTree::from_root([2; 32]),
            centre: key,
            server: String::new(),
        };
        let store =
            Store::create(folder.path(), &StoreKey::from_bytes([7; 32]), &identity, b"profile").unwrap();
        let (tell, told) = mpsc::channel();
        std::thread::scope(|scope| {
            let long = store.reader();
            scope.spawn(|| tell.send(store.clerks().unwrap().len()));
            assert_eq!(told.recv_timeout(Duration::from_secs(60)), Ok(0));
            drop(long);
        });
    }
}
