//! Whose signature on a receipt counts here: the devices that the feed has ever named, and those that it has shut out.

use std::collections::BTreeMap;

use sync_protocol::{DeviceId, FeedEntry, PublicKey};

use crate::error::StoreError;
use crate::{Store, devices, feed};

/// A computer of this office that may have signed a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptIssuer {
    /// Its number in its office.
    pub number: u16,
    /// Its key.
    pub key: PublicKey,
    /// The centre has shut it out.
    pub shut_out: bool,
}

impl Store {
    /// Every computer of the office that was ever admitted, as far as it is known here.
    ///
    /// # Errors
    /// When the store fails.
    pub fn receipt_issuers(&self) -> Result<Vec<ReceiptIssuer>, StoreError> {
        let connection = self.reader();
        let mut keys: BTreeMap<(DeviceId, [u8; 32]), ReceiptIssuer> = BTreeMap::new();
        let mut add = |device, number, key: PublicKey| {
            let issuer = ReceiptIssuer { number, key, shut_out: false };
            keys.entry((device, key.0)).or_insert(issuer);
        };
        for known in devices::all(&connection)? {
            add(known.device, known.number, known.key);
        }
        let mut shut_out = Vec::new();
        // A key that was replaced under the same id has signed receipts that are still in somebody's hands.
        feed::for_each(&connection, |row| {
            match row.body.as_deref().map(minicbor::decode) {
                Some(Ok(FeedEntry::Device(entry))) => add(entry.device, entry.number, entry.key),
                Some(Ok(FeedEntry::Revocation(device))) => shut_out.push(device),
                _ => {}
            }
            Ok(())
        })?;
        // Number 0 is the centre, which hands out no receipts.
        let issuers = keys.into_iter().filter(|(_, issuer)| issuer.number != 0);
        Ok(issuers
            .map(|((device, _), issuer)| ReceiptIssuer { shut_out: shut_out.contains(&device), ..issuer })
            .collect())
    }
}
