//! After an upgrade: what an older version of the program kept and could not read takes effect. Every complaint is folded
//! once more from the log, when the store's states are of another edition of the rules than the program's.

use rusqlite::{Connection, TransactionBehavior};

use complaints::{ComplaintId, edition};
use sync_protocol::mutant::{self, Mutant};

use crate::error::StoreError;
use crate::writing::Writing;
use crate::{clerks, fixed, settings};

type Result<T> = std::result::Result<T, StoreError>;

/// The setting with the edition by which the states were folded; missing: by that of a version that did not say so.
const EDITION: &str = "edition";

/// The states are of this program's edition.
pub(crate) fn note(connection: &Connection) -> Result<()> {
    settings::put(connection, EDITION, &edition().to_string())
}

/// Folds everything once more where an older version has folded it, in one deed.
///
/// # Errors
/// [`StoreError::NewerEdition`] when a newer version has folded it: this one would show less than was shown before.
pub(crate) fn catch_up(connection: &mut Connection) -> Result<()> {
    let stored = settings::get(connection, EDITION)?.and_then(|stored| stored.parse().ok()).unwrap_or(0);
    if stored > edition() {
        return Err(StoreError::NewerEdition(stored));
    }
    let is_current = stored == edition() && settings::get(connection, EDITION)?.is_some();
    if is_current || mutant::is(Mutant::UpgradeFoldsNothing) {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut writing = Writing::new(&transaction);
    for id in all(&transaction)? {
        let confirmed = writing.fold_anew(id)?;
        writing.refold(id, confirmed, 0, None)?;
    }
    clerks::refold(&transaction)?;
    note(&transaction)?;
    writing.finish()?;
    Ok(transaction.commit()?)
}

/// Every complaint of which there is a row.
fn all(connection: &Connection) -> Result<Vec<ComplaintId>> {
    let mut statement = connection.prepare("SELECT id FROM complaints ORDER BY id")?;
    let rows = statement.query_map([], |row| fixed(row.get(0)?))?;
    Ok(rows.map(|id| id.map(ComplaintId::from_bytes)).collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use complaints::{
        Author, Body, Citizen, ComplaintSeed, EDITION, Kind, OfficeCode, Operation, Register, Triage,
        as_edition,
    };
    use sync_protocol::{DeviceId, DeviceKey, SaltTree};

    use super::*;
    use crate::{Identity, Store};

    fn older_store() -> Store {
        let identity = Identity {
            device: DeviceId(40),
            number: 2,
            office: OfficeCode::new(12).unwrap(),
            key: DeviceKey::from_seed(&[1; 32]).public(),
            salts: SaltTree::from_root([2; 32]),
            centre: DeviceKey::from_seed(&[3; 32]).public(),
            server: "https://centre.example".to_owned(),
        };
        as_edition(EDITION - 1, || Store::in_memory(&identity, b"bundle")).unwrap()
    }

    fn append(store: &Store, id: ComplaintId, body: Body) {
        let author = Author { name: "A".to_owned(), clerk: None, institution: None, capacity: None };
        let at = "2026-11-24T10:52:00+04:00".parse().unwrap();
        let operation = Operation { subject: Some(id), author, at, body };
        as_edition(EDITION - 1, || store.write(|writing| writing.append(&operation).map(drop))).unwrap();
    }

    fn registration(store: &Store, seed: &ComplaintSeed) -> Body {
        let reference = store.write(|writing| writing.next_reference()).unwrap();
        Body::Register(Box::new(Register {
            seed: seed.clone(),
            reference,
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: "No water".to_owned(),
            text: "Pena dilo.".to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: Citizen::default(),
            contact_by: Vec::new(),
            notice: "1".to_owned(),
            notice_language: None,
            due_on: None,
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        }))
    }

    #[test]
    fn what_an_older_version_could_not_read_takes_effect_after_the_upgrade_and_an_older_one_stops() {
        let store = older_store();
        let seed = ComplaintSeed::from_random([5; 16]);
        let id = seed.complaint_id();
        append(&store, id, registration(&store, &seed));
        append(&store, id, Body::Triage(Triage { urgent: true, restricted: false }));
        let urgent = |store: &Store| store.complaint(id).unwrap().unwrap().complaint.is_urgent();
        assert!(!urgent(&store));
        let newer = Store::from_image(&store.image().unwrap()).unwrap();
        assert!(urgent(&newer));
        assert_eq!(newer.verify().unwrap().problems, Vec::<String>::new());
        let image = newer.image().unwrap();
        let back = as_edition(EDITION - 1, || Store::from_image(&image));
        assert!(matches!(back, Err(StoreError::NewerEdition(EDITION))));
    }
}
