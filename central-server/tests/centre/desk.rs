//! A desk for the tests, written with the functions of the protocol and the domain alone: it walks along what the
//! centre sends as any other implementation would, and believes nothing that it has not computed.

use std::collections::BTreeMap;

use central_server::Centre;
use complaints::{
    Author, Body, ClerkId, Complaint, ComplaintId, ComplaintSeed, Kind, Note, OfficeCode, Operation, People,
    Reference, Refusal, Register, Verdict, fold_digest,
};
use sync_protocol::{
    Admitted, ChainHead, Codec, DeviceEntry, DeviceId, DeviceKey, EnrolOutcome, EnrolRequest, EnrolResponse,
    Exchange, FeedEntry, FeedHead, Hash, LogOperation, Office, OperationEntry, Outcome, Protocol, SaltTree,
    operation_digest, operation_id,
};

use crate::frames::{SyncRequest, SyncResponse};

/// A computer of an office.
pub(crate) struct Desk {
    pub(crate) key: DeviceKey,
    pub(crate) salts: SaltTree,
    pub(crate) admitted: Admitted,
    /// Everything that it ever did.
    pub(crate) log: Vec<LogOperation>,
    /// What it knows the centre to have.
    pub(crate) acknowledged: ChainHead,
    pub(crate) feed: FeedHead,
    /// Devices that the feed has named, with the end of the log of each.
    pub(crate) devices: BTreeMap<DeviceId, (DeviceEntry, ChainHead)>,
    pub(crate) complaints: BTreeMap<ComplaintId, Complaint>,
    pub(crate) people: People,
    pub(crate) verdicts: BTreeMap<Hash, Verdict>,
    pub(crate) unreadable: usize,
    pub(crate) unknown_kinds: usize,
    pub(crate) profiles: Vec<Hash>,
    /// Every entry, with the feed's head after it.
    pub(crate) seen: Vec<(FeedEntry, FeedHead)>,
    pub(crate) revoked: Vec<DeviceId>,
    registered: u32,
    random: u8,
}

/// Seeds that no two desks of a test share.
pub(crate) fn enrol_request(random: u8, code: &str) -> (DeviceKey, EnrolRequest) {
    let key = DeviceKey::from_seed(&[random; 32]);
    let salts = SaltTree::from_root([random.wrapping_add(100); 32]);
    let request = EnrolRequest {
        protocol: Protocol::OURS,
        code: code.to_owned(),
        key: key.public(),
        salts,
        renewal: None,
    };
    (key, request)
}

pub(crate) async fn ask_to_enrol(centre: &Centre, key: &DeviceKey, request: &EnrolRequest) -> EnrolResponse {
    EnrolResponse::from_bytes(&centre.enrol(request.seal(key)).await.unwrap()).unwrap()
}

impl Desk {
    /// Admits one more computer.
    pub(crate) async fn enrol(centre: &Centre, office: OfficeCode, random: u8) -> Self {
        let code = centre.enrolment_code(office, 7).await.unwrap().code;
        let (key, request) = enrol_request(random, &code);
        let answer = ask_to_enrol(centre, &key, &request).await;
        assert_eq!(answer.outcome, EnrolOutcome::Admitted);
        let admitted = answer.admitted.unwrap();
        let acknowledged = ChainHead::beginning(&key.public());
        Self {
            feed: FeedHead::beginning(&admitted.centre, admitted.office),
            salts: request.salts,
            log: Vec::new(),
            devices: BTreeMap::new(),
            complaints: BTreeMap::new(),
            people: People::default(),
            verdicts: BTreeMap::new(),
            unreadable: 0,
            unknown_kinds: 0,
            profiles: Vec::new(),
            seen: Vec::new(),
            revoked: Vec::new(),
            registered: 0,
            key,
            admitted,
            acknowledged,
            random,
        }
    }

    pub(crate) fn head(&self) -> ChainHead {
        self.log.last().map_or(ChainHead::beginning(&self.key.public()), LogOperation::head)
    }

    pub(crate) fn office(&self) -> OfficeCode {
        OfficeCode::new(self.admitted.office.0).unwrap()
    }

    /// Writes bytes into the log.
    pub(crate) fn write(&mut self, payload: Vec<u8>) -> Hash {
        let operation = self.head().then(self.admitted.device, &self.salts, payload);
        let id = operation.id;
        self.log.push(operation);
        id
    }

    /// Does something.
    pub(crate) fn act(&mut self, subject: Option<ComplaintId>, body: Body) -> Hash {
        let author = Author {
            name: "Anousha Ramdin".to_owned(),
            clerk: Some(ClerkId::from_bytes([1; 8])),
            institution: None,
            capacity: None,
        };
        let at = "2026-11-24T10:52:00+04:00".parse().unwrap();
        self.write(Operation { subject, author, at, body }.to_bytes())
    }

    pub(crate) fn note(&mut self, complaint: ComplaintId, text: &str) -> Hash {
        self.act(Some(complaint), Body::Note(Note { text: text.to_owned(), for_citizen: false }))
    }

    /// Registers a complaint.
    pub(crate) fn register(&mut self, text: &str) -> ComplaintId {
        let register = self.next_registration(text);
        let id = register.seed.complaint_id();
        self.act(Some(id), Body::Register(Box::new(register)));
        id
    }

    /// A registration that is not written yet.
    pub(crate) fn next_registration(&mut self, text: &str) -> Register {
        self.registered += 1;
        let mut seed = [self.random; 16];
        seed[..4].copy_from_slice(&self.registered.to_be_bytes());
        seed[4] = self.admitted.number.to_le_bytes()[0];
        Register {
            seed: ComplaintSeed::from_random(seed),
            reference: Reference {
                office: self.office(),
                device: self.admitted.number,
                counter: self.registered,
            },
            kind: Kind::Complaint,
            category: "water-none".to_owned(),
            institution: "CWA".to_owned(),
            subject: "No water".to_owned(),
            text: text.to_owned(),
            place: None,
            language: "mfe".to_owned(),
            citizen: complaints::Citizen {
                surname: Some("Zéphir".to_owned()),
                other_names: Some("Marie-Claire".to_owned()),
                locality: Some("Mahébourg".to_owned()),
                ..complaints::Citizen::default()
            },
            contact_by: vec![complaints::ContactWay::Phone],
            notice: "1".to_owned(),
            notice_language: Some("mfe".to_owned()),
            due_on: Some(20_800),
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
        }
    }

    /// What it asks next.
    pub(crate) fn request(&self) -> SyncRequest {
        let known = usize::try_from(self.acknowledged.sequence.0).unwrap();
        SyncRequest {
            protocol: Protocol::OURS,
            device: self.admitted.device,
            base: self.acknowledged,
            operations: self.log[known..].to_vec(),
            feed: self.feed,
            codecs: vec![1, 0],
            wanted_profile: None,
        }
    }

    pub(crate) async fn send(&self, centre: &Centre, request: &SyncRequest) -> SyncResponse {
        let mut answer = Vec::new();
        let request = request.seal(&self.key, Codec::Zstd);
        centre.sync(request, &mut |bytes| answer.extend_from_slice(bytes)).await.unwrap();
        SyncResponse::from_bytes(&answer)
    }

    /// Exchanges until nothing is left: one answer brings all there is.
    pub(crate) async fn sync_all(&mut self, centre: &Centre) {
        self.sync(centre).await;
    }

    /// One exchange; the answer is walked along and taken in.
    pub(crate) async fn sync(&mut self, centre: &Centre) -> SyncResponse {
        let answer = self.send(centre, &self.request()).await;
        self.take(&answer);
        answer
    }

    pub(crate) fn take(&mut self, answer: &SyncResponse) {
        if let Some(acknowledged) = answer.acknowledged {
            self.acknowledged = acknowledged;
        }
        for (frame, entries) in &answer.frames {
            for entry in entries {
                self.walk(entry);
            }
            let head = frame.head(self.admitted.office, &self.feed);
            assert_eq!(head.open(self.admitted.office, &self.admitted.centre), Ok(self.feed));
        }
        if answer.outcome == Outcome::Done {
            assert!(answer.reply.end.is_none_or(|end| end == self.feed.number), "all of the feed came");
        }
    }

    /// Takes the next entry of the feed.
    pub(crate) fn walk(&mut self, entry: &FeedEntry) {
        let id = match entry {
            FeedEntry::Operation(operation) => Some(self.walk_operation(operation)),
            FeedEntry::Device(device) => {
                let known = (device.clone(), ChainHead::beginning(&device.key));
                assert!(self.devices.insert(device.device, known).is_none(), "a device is named once");
                None
            }
            FeedEntry::Profile(digest) => {
                self.profiles.push(*digest);
                None
            }
            FeedEntry::Revocation(device) => {
                self.revoked.push(*device);
                None
            }
            FeedEntry::Epoch(_) | FeedEntry::Unknown { .. } => None,
        };
        self.feed = self.feed.after_entry(Office(self.office().number()), entry, id.as_ref());
        self.seen.push((entry.clone(), self.feed));
    }

    fn walk_operation(&mut self, entry: &OperationEntry) -> Hash {
        let own = entry.device == self.admitted.device;
        assert_eq!(entry.payload.is_none(), own, "a device does not get its own payloads back");
        let payload = entry
            .payload
            .clone()
            .unwrap_or_else(|| self.log[usize::try_from(entry.sequence.0).unwrap() - 1].payload.clone());
        let (device, head) =
            self.devices.get_mut(&entry.device).expect("the feed names a device before its operations");
        assert_eq!(
            entry.before.is_some(),
            head.sequence.0 == 0,
            "only where a log begins the feed cannot tell"
        );
        let before = entry.before.unwrap_or(head.hash);
        assert_eq!((head.sequence.next(), head.hash), (entry.sequence, before));
        let digest = operation_digest(&device.salts, entry.sequence, &payload);
        let id = operation_id(entry.device, entry.sequence, &before, &digest);
        *head = ChainHead { sequence: entry.sequence, hash: id };
        let verdict: Verdict = minicbor::decode(&entry.verdict).unwrap();
        self.fold(&payload, &verdict);
        self.verdicts.insert(id, verdict);
        id
    }

    fn fold(&mut self, payload: &[u8], verdict: &Verdict) {
        let Ok(operation) = Operation::from_bytes(payload) else {
            assert_eq!(Refusal::of(verdict), Some(&Refusal::Unreadable));
            self.unreadable += 1;
            return;
        };
        self.unknown_kinds += usize::from(matches!(operation.body, Body::Unknown { .. }));
        let Some(id) = operation.subject else {
            if *verdict == Verdict::Accepted {
                self.people.apply(&operation);
            }
            return;
        };
        let known = self.complaints.remove(&id);
        let begins = matches!(operation.body, Body::Register(_)) && *verdict == Verdict::Accepted;
        if known.is_some() || begins {
            self.complaints.insert(id, Complaint::apply(known, &operation, verdict.clone()).unwrap());
        }
    }

    /// What the centre's audit calls the fold.
    pub(crate) fn digest(&self) -> String {
        let held = self.complaints.values().filter(|complaint| complaint.office == self.office());
        let states: Vec<_> = held.map(|complaint| (complaint.id, complaint.to_bytes())).collect();
        let digest =
            fold_digest(states.iter().map(|(id, state)| (*id, state.as_slice())), &self.people.to_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
