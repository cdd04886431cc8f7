//! A centre with complaints in it: a desk is admitted and pushes registrations, as a real one does.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use complaints::profile::Bundle;
use complaints::{
    AccessCode, Answer, Author, Body, ChangeStatus, Citizen, ClerkId, ComplaintId, ComplaintSeed, ContactWay,
    DocumentId, Kind, Note, OfficeCode, Operation, Reference, Register, Route, Status,
};
use sync_protocol::{
    CarryKind, ChainHead, Codec, DeviceId, DeviceKey, DocumentSlice, DownFrame, EnrolRequest, EnrolResponse,
    Exchange, FeedHead, FrameBuffer, Hash, Hashes, Hello, Office, Outcome, Packer, Protocol, RequestWriter,
    SaltTree, SealedReader, SealedWriter, SealingRecipient,
};
use tempfile::TempDir;

use crate::people::{NewAgent, Role};
use crate::{Centre, CentreOptions, Clock};

/// Thursday 26 November 2026, 09:06 in Mauritius.
pub(super) const NOW_MS: i64 = 1_795_669_560_000;

pub(super) const PASSWORD: &str = "correct horse battery";

/// A centre, its folder, and the desk of its twelfth office.
pub(super) struct Seeded {
    pub(super) centre: Arc<Centre>,
    desk: Desk,
    _folder: TempDir,
}

/// The profile that lies in the repository.
pub(super) fn profile() -> Bundle {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles/mauritius");
    let mut bundle = Bundle::default();
    for name in Bundle::file_names() {
        bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap());
    }
    bundle
}

impl Seeded {
    /// A centre with agents (nadine of the unit, rajesh of the CWA and its head yusuf, devi of the CEB, kavi of office 12
    /// on the web, the administrator amina, the auditor odile, tara of the task force) and no complaint.
    pub(super) async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let options =
            CentreOptions { data: folder.path().to_owned(), profile: profile(), database_url: None };
        let centre = Centre::open_with_clock(options, Clock::reading(|| NOW_MS)).await.unwrap();
        for (login, name, role, institution) in [
            ("nadine", "Nadine Appasamy", Role::Csu, None),
            ("rajesh", "Rajesh Bhujun", Role::Agent, Some("CWA")),
            ("devi", "Devi Ramsamy", Role::Agent, Some("CEB")),
            ("yusuf", "Yusuf Peerally", Role::Head, Some("CWA")),
            ("kavi", "Kavi Bundhoo", Role::Cab, None),
            ("amina", "Amina Joomun", Role::Admin, None),
            ("odile", "Odile Lagesse", Role::Auditor, None),
            ("tara", "Tara Gopaul", Role::TaskForce, None),
        ] {
            let institution = institution.map(str::to_owned);
            let office = (role == Role::Cab).then(|| OfficeCode::new(12).unwrap());
            let agent =
                NewAgent { name: name.to_owned(), login: login.to_owned(), role, institution, office };
            centre.add_agent(agent, Some(PASSWORD.to_owned())).await.unwrap();
        }
        let desk = Desk::admitted(&centre).await;
        Self { centre: Arc::new(centre), desk, _folder: folder }
    }

    /// Registers a complaint as a clerk of office 12 does.
    pub(super) async fn register(&mut self, sample: Sample) -> Filed {
        let operation = sample.operation();
        let filed = sample.filed();
        self.desk.push(&self.centre, operation).await;
        filed
    }

    /// The same on a stick: the file that goes to the centre, sealed.
    pub(super) fn carried(&mut self, sample: Sample) -> (Filed, Vec<u8>) {
        let (operation, filed) = (sample.operation(), sample.filed());
        let request = self.desk.request(operation, Some(self.desk.key.sealing().recipient()));
        let to = self.centre.key.signing().sealing().recipient();
        let mut sealed = SealedWriter::begin(CarryKind::Request, &to, Vec::new()).unwrap();
        sealed.write_all(&request).unwrap();
        (filed, sealed.finish().unwrap())
    }

    /// Opens a reply as the desk does.
    pub(super) fn opened(&self, reply: &[u8]) -> FrameBuffer {
        let mut sealed = SealedReader::open(CarryKind::Reply, &self.desk.key.sealing(), reply).unwrap();
        let (mut frames, mut step) = (FrameBuffer::new(), [0; 5_000]);
        loop {
            match sealed.read(&mut step).unwrap() {
                0 => return frames,
                read => frames.push(&step[..read]),
            }
        }
    }

    /// Sends a part of a document that a clerk has added.
    pub(super) async fn send_document(&self, part: &[u8], offset: usize, id: DocumentId) {
        let hello = self.desk.hello(self.desk.head, None);
        let packer = Packer::new(Codec::Zstd);
        let mut request = RequestWriter::new(&self.desk.key, hello, Hashes::InFull, packer);
        let document = Hash(*id.as_bytes());
        request.document(&DocumentSlice { document, offset: offset as u64, bytes: part.to_vec() });
        self.centre.sync(request.finish(), &mut |_| {}).await.unwrap();
    }

    /// Does something as a clerk of office 12.
    pub(super) async fn clerk(&mut self, filed: &Filed, body: Body) {
        let at = "2026-11-20T10:02:00+04:00".parse().unwrap();
        let operation = Operation { subject: Some(filed.id), author: clerk(), at, body };
        self.desk.push(&self.centre, operation).await;
    }

    /// Does something as an agent, past the pages.
    pub(super) async fn agent(&self, login: &str, filed: &Filed, body: Body) {
        let agent = self.centre.agent(login).await.unwrap();
        self.centre.deed(&agent, filed.id, None, body).await.unwrap();
    }
}

/// What a citizen takes home.
#[derive(Clone)]
pub(super) struct Filed {
    pub(super) id: ComplaintId,
    pub(super) reference: Reference,
    pub(super) code: AccessCode,
}

/// What is registered.
pub(super) struct Sample {
    pub(super) number: u32,
    pub(super) kind: Kind,
    pub(super) category: &'static str,
    pub(super) institution: &'static str,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) due_on: Option<jiff::civil::Date>,
}

impl Sample {
    /// A complaint about a water bill, due on 3 December 2026.
    pub(super) fn water(number: u32) -> Self {
        Self {
            number,
            kind: Kind::Complaint,
            category: "water-bill",
            institution: "CWA",
            subject: "Water bill ten times too high after the meter was changed".to_owned(),
            text:
                "Mo ti pe pey Rs 380 par mwa. Aster mo finn gagn enn bil Rs 4 120.\nMo res tousel, pa posib."
                    .to_owned(),
            due_on: Some(jiff::civil::date(2026, 12, 3)),
        }
    }

    fn seed(&self) -> ComplaintSeed {
        let mut bytes = [7; 16];
        bytes[..4].copy_from_slice(&self.number.to_be_bytes());
        ComplaintSeed::from_random(bytes)
    }

    fn reference(&self) -> Reference {
        Reference { office: OfficeCode::new(12).unwrap(), device: 1, counter: self.number }
    }

    fn filed(&self) -> Filed {
        let seed = self.seed();
        Filed { id: seed.complaint_id(), reference: self.reference(), code: AccessCode::of(&seed) }
    }

    fn operation(&self) -> Operation {
        let seed = self.seed();
        let register = Register {
            reference: self.reference(),
            kind: self.kind,
            category: self.category.to_owned(),
            institution: self.institution.to_owned(),
            subject: self.subject.clone(),
            text: self.text.clone(),
            place: None,
            language: "mfe".to_owned(),
            citizen: Citizen {
                surname: Some("Lafleur".to_owned()),
                other_names: Some("Jean-Noël".to_owned()),
                nic: Some("L0102803001234".to_owned()),
                phone: Some("+23050000412".to_owned()),
                email: None,
                address: Some("Rue des Créoles".to_owned()),
                locality: Some("Mahébourg".to_owned()),
            },
            contact_by: vec![ContactWay::Phone],
            notice: "1".to_owned(),
            notice_language: Some("mfe".to_owned()),
            due_on: self.due_on.map(days),
            recorded_at: None,
            representative: None,
            discretion: None,
            point: None,
            channel: None,
            seed,
        };
        let subject = Some(register.seed.complaint_id());
        let at = "2026-11-12T10:52:00+04:00".parse().unwrap();
        Operation { subject, author: clerk(), at, body: Body::Register(Box::new(register)) }
    }
}

/// A note.
pub(super) fn note(text: &str, for_citizen: bool) -> Body {
    Body::Note(Note { text: text.to_owned(), for_citizen })
}

/// An answer.
pub(super) fn answer(text: &str, definitive: bool) -> Body {
    Body::Answer(Answer { text: text.to_owned(), definitive })
}

/// Passing on, with a remark.
pub(super) fn route(to: &str, remark: &str) -> Body {
    Body::Route(Route { to: to.to_owned(), text: Some(remark.to_owned()) })
}

/// A change of status.
pub(super) fn change(from: Status, to: Status) -> Body {
    Body::ChangeStatus(ChangeStatus { from, to, text: None })
}

fn clerk() -> Author {
    Author {
        name: "Kavi Bundhoo".to_owned(),
        clerk: Some(ClerkId::from_bytes([5; 8])),
        institution: None,
        capacity: None,
    }
}

fn days(date: jiff::civil::Date) -> i32 {
    date.since(jiff::civil::date(1970, 1, 1)).unwrap().get_days()
}

/// A desk that sends one operation at a time.
struct Desk {
    key: DeviceKey,
    salts: SaltTree,
    device: DeviceId,
    head: ChainHead,
    feed: FeedHead,
}

impl Desk {
    async fn admitted(centre: &Centre) -> Self {
        let office = OfficeCode::new(12).unwrap();
        let code = centre.enrolment_code(office, 7).await.unwrap().code;
        let key = DeviceKey::from_seed(&[3; 32]);
        let salts = SaltTree::from_root([4; 32]);
        let request = EnrolRequest {
            protocol: Protocol::OURS,
            code,
            key: key.public(),
            salts: salts.clone(),
            renewal: None,
        };
        let answer = centre.enrol(request.seal(&key)).await.unwrap();
        let admitted = EnrolResponse::from_bytes(&answer).unwrap().admitted.unwrap();
        Self {
            head: ChainHead::beginning(&key.public()),
            feed: FeedHead::beginning(&admitted.centre, Office(12)),
            device: admitted.device,
            key,
            salts,
        }
    }

    async fn push(&mut self, centre: &Centre, operation: Operation) {
        let request = self.request(operation, None);
        let mut answer = FrameBuffer::new();
        centre.sync(request, &mut |bytes| answer.push(bytes)).await.unwrap();
        let first = answer.next_frame().unwrap().unwrap();
        let DownFrame::Reply(answer) = DownFrame::from_bytes(&first).unwrap() else { panic!("no reply") };
        assert_eq!((answer.outcome, answer.acknowledged), (Outcome::Done, Some(self.head)));
    }

    fn request(&mut self, operation: Operation, seal_answer_to: Option<SealingRecipient>) -> Vec<u8> {
        let base = self.head;
        let entry = base.then(self.device, &self.salts, operation.to_bytes());
        self.head = entry.head();
        let hello = self.hello(base, seal_answer_to);
        let mut request = RequestWriter::new(&self.key, hello, Hashes::InFull, Packer::new(Codec::Zstd));
        request.operations(&[entry]);
        request.finish()
    }

    fn hello(&self, base: ChainHead, seal_answer_to: Option<SealingRecipient>) -> Hello {
        Hello {
            protocol: Protocol::OURS,
            device: self.device,
            base,
            feed: self.feed,
            codecs: vec![Codec::Zstd.number()],
            wanted_profile: None,
            wanted_documents: Vec::new(),
            testimony: None,
            seal_answer_to,
            wants_recipient: false,
            asked_documents: Vec::new(),
            document_bytes: None,
            entry_bytes: None,
            snapshot: None,
        }
    }
}
