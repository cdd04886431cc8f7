//! A store in which there is something of everything, and a centre that feeds it, made with the functions of the
//! protocol alone.

use std::path::Path;

use complaints::{
    Answer, Author, Body, Citizen, ClerkAdded, ClerkId, ComplaintId, ComplaintSeed, Kind, Note, OfficeCode,
    Operation, PinVerifier, Register, Role,
};
use office_store::{Identity, PlannedEntry, PlannedOperation, Store, StoreError, StoreKey};
use sync_protocol::merkle::Tree;
use sync_protocol::{
    ChainHead, DeviceEntry, DeviceId, DeviceKey, FeedEntry, FeedHead, Hash, Leaf, LogOperation, Office,
    OperationEntry, SaltTree, SignedHead, SignedRoot, TreeRoot, Witness,
};

pub(crate) const KEY: [u8; 32] = [7; 32];
const ACCEPTED: [u8; 2] = [0x81, 0x00];
const OVERTAKEN: [u8; 3] = [0x82, 0x01, 0x03];
const BUNDLE: &[u8] = b"a profile";

pub(crate) fn centre_key() -> DeviceKey {
    DeviceKey::from_seed(&[99; 32])
}

fn device_entry(device: u32, number: u16, key: &DeviceKey) -> DeviceEntry {
    let salts = SaltTree::from_root([u8::try_from(device).unwrap(); 32]);
    DeviceEntry { device: DeviceId(device), number, key: key.public(), salts }
}

fn own_entry() -> DeviceEntry {
    device_entry(40, 2, &DeviceKey::from_seed(&[1; 32]))
}

pub(crate) fn identity() -> Identity {
    let own = own_entry();
    Identity {
        device: own.device,
        number: own.number,
        office: OfficeCode::new(12).unwrap(),
        key: own.key,
        salts: own.salts,
        centre: centre_key().public(),
        server: "https://csu.example.mu".to_owned(),
    }
}

fn operation(subject: Option<ComplaintId>, body: Body) -> Operation {
    let author = Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None };
    Operation { subject, author, at: "2026-11-24T10:52:00+04:00".parse().unwrap(), body }
}

/// The centre's side: the feed of office 12, the log of its own in it, and the tree over all days.
pub(crate) struct Feeding {
    pub(crate) store: Store,
    pub(crate) tree: Tree,
    told: u64,
    log: ChainHead,
    entries: Vec<PlannedEntry>,
    heads: Vec<FeedHead>,
}

const OFFICE: Office = Office(12);
const CENTRES_LOG: u32 = 3;

impl Feeding {
    pub(crate) fn new(folder: &Path) -> Self {
        let store = Store::create(folder, &StoreKey::from_bytes(KEY), &identity(), BUNDLE).unwrap();
        let log = device_entry(CENTRES_LOG, 0, &centre_key());
        let mut feeding = Self {
            store,
            tree: Tree::new(),
            told: 0,
            log: ChainHead::beginning(&log.key),
            entries: Vec::new(),
            heads: Vec::new(),
        };
        feeding.put(FeedEntry::Device(log));
        feeding.put(FeedEntry::Profile(Hash(*blake3::hash(BUNDLE).as_bytes())));
        feeding.put(FeedEntry::Device(own_entry()));
        feeding.send();
        feeding
    }

    fn head(&self) -> FeedHead {
        self.heads.last().copied().unwrap_or_else(|| self.store.feed_head().unwrap())
    }

    pub(crate) fn put(&mut self, entry: FeedEntry) {
        self.heads.push(self.head().after(OFFICE, &entry.digest(None)));
        self.entries.push(PlannedEntry::Other(entry));
    }

    fn put_operation(&mut self, operation: LogOperation, own: bool, verdict: &[u8]) {
        let entry = OperationEntry {
            device: operation.device,
            sequence: operation.sequence,
            verdict: verdict.to_vec(),
            payload: None,
            before: None,
        };
        let digest = FeedEntry::Operation(entry).digest(Some(&operation.id));
        self.heads.push(self.head().after(OFFICE, &digest));
        let planned = PlannedOperation { operation, own, verdict: verdict.to_vec() };
        self.entries.push(PlannedEntry::Operation(planned));
    }

    /// The desk's operations that the centre has not acknowledged yet.
    pub(crate) fn take_up(&mut self, verdict: &[u8]) {
        let known = self.store.own_log().unwrap().acknowledged.sequence;
        for operation in self.store.own_operations_after(known, 1 << 20).unwrap() {
            self.put_operation(operation, true, verdict);
        }
        self.send();
        let head = self.store.own_log().unwrap().head;
        self.store.write(|writing| writing.acknowledge(&head)).unwrap();
    }

    /// An agent answers.
    pub(crate) fn answer(&mut self, complaint: ComplaintId, text: &str) {
        let body = Body::Answer(Answer { text: text.to_owned(), definitive: false });
        let salts = device_entry(CENTRES_LOG, 0, &centre_key()).salts;
        let payload = operation(Some(complaint), body).to_bytes();
        let answer = self.log.then(DeviceId(CENTRES_LOG), &salts, payload);
        self.log = answer.head();
        self.put_operation(answer, false, &ACCEPTED);
        self.send();
    }

    /// The day's root, over this feed and two others.
    pub(crate) fn witness(&mut self, day: i32) -> TreeRoot {
        let head = self.head();
        for office in [11, 12, 13] {
            self.tree.push(Leaf::feed(day, Office(office), &head).hash());
        }
        let size = self.tree.size();
        let root = TreeRoot { day, size, root: self.tree.root(size).unwrap() };
        let entry = Witness {
            root: SignedRoot::sign(&root, &centre_key()),
            consistency: self.tree.consistency_proof(self.told, size).unwrap(),
            leaf: size - 2,
            inclusion: self.tree.inclusion_proof(size - 2, size).unwrap(),
        };
        self.told = size;
        self.put(entry.to_entry());
        self.send();
        root
    }

    pub(crate) fn send(&mut self) {
        let signed = SignedHead::sign(OFFICE, &self.head(), &centre_key());
        let (entries, heads) = (std::mem::take(&mut self.entries), std::mem::take(&mut self.heads));
        self.store.write(|writing| writing.apply(&entries, &heads, Some(&signed)).map(drop)).unwrap();
    }

    pub(crate) fn register(&self, n: u8) -> ComplaintId {
        let seed = ComplaintSeed::from_random([n; 16]);
        let write = |writing: &mut office_store::Writing<'_>| {
            let register = Register {
                seed: seed.clone(),
                reference: writing.next_reference()?,
                kind: Kind::Complaint,
                category: "water-none".to_owned(),
                institution: "CWA".to_owned(),
                subject: format!("Case {n}"),
                text: "Pena dilo depi trwa zour à Mahébourg.".to_owned(),
                place: None,
                language: "mfe".to_owned(),
                citizen: Citizen { surname: Some("Zéphir".to_owned()), ..Citizen::default() },
                contact_by: Vec::new(),
                notice: "1".to_owned(),
                notice_language: None,
                due_on: Some(20_790),
                recorded_at: None,
                representative: None,
                discretion: None,
                point: None,
                channel: None,
            };
            writing.append(&operation(Some(seed.complaint_id()), Body::Register(Box::new(register))))?;
            Ok::<_, StoreError>(())
        };
        self.store.write(write).unwrap();
        seed.complaint_id()
    }

    pub(crate) fn note(&self, complaint: ComplaintId, text: &str) {
        let body = Body::Note(Note { text: text.to_owned(), for_citizen: false });
        self.store.write(|writing| writing.append(&operation(Some(complaint), body)).map(drop)).unwrap();
    }

    fn add_clerk(&self, n: u8) {
        let verifier = PinVerifier { salt: [n; 16], memory_kib: 8, passes: 1, hash: [n; 32] };
        let clerk = ClerkId::from_bytes([n; 8]);
        let added = ClerkAdded { clerk, name: format!("Clerk {n}"), role: Role::Head, verifier };
        let operation = operation(None, Body::ClerkAdded(added));
        self.store.write(|writing| writing.append(&operation).map(drop)).unwrap();
    }
}

/// Complaints that are confirmed, answered, refused in part and waiting, clerks, and two daily roots.
pub(crate) fn filled(folder: &Path) -> Feeding {
    let mut feeding = Feeding::new(folder);
    feeding.add_clerk(1);
    let first = feeding.register(1);
    feeding.take_up(&ACCEPTED);
    feeding.witness(20_781);
    feeding.answer(first, "On Friday.");
    feeding.register(2);
    feeding.take_up(&ACCEPTED);
    feeding.note(first, "Too late.");
    feeding.take_up(&OVERTAKEN);
    feeding.answer(first, "On Saturday.");
    feeding.witness(20_782);
    feeding.note(first, "Waits.");
    feeding.register(3);
    feeding.add_clerk(2);
    feeding
}
