//! A store with complaints as short or as many as a test needs.

use std::path::Path;

use complaints::{
    Author, Body, Citizen, ComplaintId, ComplaintSeed, Kind, Moment, OfficeCode, Operation, Register,
};
use office_store::{Identity, Store, StoreError, StoreKey};
use sync_protocol::{DeviceId, DeviceKey, SaltTree};

pub(crate) fn key() -> StoreKey {
    StoreKey::from_bytes([7; 32])
}

pub(crate) fn identity() -> Identity {
    Identity {
        device: DeviceId(40),
        number: 2,
        office: OfficeCode::new(12).unwrap(),
        key: DeviceKey::from_seed(&[1; 32]).public(),
        salts: SaltTree::from_root([2; 32]),
        centre: DeviceKey::from_seed(&[99; 32]).public(),
        server: "https://csu.example.mu".to_owned(),
    }
}

pub(crate) fn created(folder: &Path) -> Store {
    Store::create(folder, &key(), &identity(), b"profile").unwrap()
}

/// What of a complaint matters here.
#[derive(Clone)]
pub(crate) struct Told {
    pub(crate) text: String,
    pub(crate) surname: Option<String>,
    pub(crate) nic: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) locality: Option<String>,
    pub(crate) category: String,
    pub(crate) institution: String,
    pub(crate) by: String,
    pub(crate) at: Moment,
    pub(crate) due_on: Option<i32>,
}

impl Default for Told {
    fn default() -> Self {
        Self {
            text: "Pena dilo depi trwa zour.".to_owned(),
            surname: None,
            nic: None,
            phone: None,
            locality: None,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            by: "Anousha Ramdin".to_owned(),
            at: "2026-11-24T10:52:00+04:00".parse().unwrap(),
            due_on: None,
        }
    }
}

/// Registers one, or many in one transaction.
pub(crate) fn register(store: &Store, all: &[Told]) -> Vec<ComplaintId> {
    let written = store.write(|writing| {
        let mut ids = Vec::new();
        for told in all {
            let reference = writing.next_reference()?;
            let mut seed = [0; 16];
            seed[..4].copy_from_slice(&reference.counter.to_be_bytes());
            let seed = ComplaintSeed::from_random(seed);
            let id = seed.complaint_id();
            let register = Register {
                seed,
                reference,
                kind: Kind::Complaint,
                category: told.category.clone(),
                institution: told.institution.clone(),
                subject: told.text.split_whitespace().take(9).collect::<Vec<_>>().join(" "),
                text: told.text.clone(),
                place: None,
                language: "mfe".to_owned(),
                citizen: Citizen {
                    surname: told.surname.clone(),
                    nic: told.nic.clone(),
                    phone: told.phone.clone(),
                    locality: told.locality.clone(),
                    ..Citizen::default()
                },
                contact_by: Vec::new(),
                notice: "1".to_owned(),
                notice_language: None,
                due_on: told.due_on,
                recorded_at: None,
                representative: None,
                discretion: None,
                point: None,
                channel: None,
            };
            let author = Author { name: told.by.clone(), clerk: None, institution: None, capacity: None };
            let body = Body::Register(Box::new(register));
            writing.append(&Operation { subject: Some(id), author, at: told.at, body })?;
            ids.push(id);
        }
        Ok::<_, StoreError>(ids)
    });
    written.unwrap()
}
