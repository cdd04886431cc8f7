//! Real engines and a real centre in one process, and a line between them that breaks where a test says.

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use central_server::{Centre, Clock, MemoryOptions, Randomness, profiles};
use complaints::{
    AttachDocument, Author, Body, Citizen, ComplaintId, ComplaintSeed, DocumentId, Kind, OfficeCode,
    Operation, Register,
};
use office_store::{Identity, Store, StoreError};
use sync_engine::{Engine, ExchangeError, LinkMemory, enrol};
use sync_protocol::{DeviceKey, DownFrame, Exchange, FrameBuffer, LineError, SaltTree, unpack};

/// Nothing here waits for anything but itself.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("it waits for something"),
    }
}

/// What befalls the next exchanges.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weather {
    /// Bytes of a request that arrive, and of an answer; then the line is cut.
    pub(crate) up: usize,
    pub(crate) down: usize,
    /// Changes the byte there of each request.
    pub(crate) tampers: Option<usize>,
    /// Changes the frames of each answer.
    pub(crate) edits: Option<fn(DownFrame) -> DownFrame>,
}

pub(crate) const FAIR: Weather = Weather { up: usize::MAX, down: usize::MAX, tampers: None, edits: None };

pub(crate) struct Line {
    centre: Arc<Centre>,
    pub(crate) weather: Mutex<Weather>,
    up: AtomicU64,
    down: AtomicU64,
    pub(crate) requests: AtomicU64,
}

impl Line {
    pub(crate) fn new(centre: &Arc<Centre>, weather: Weather) -> Self {
        let zero = AtomicU64::default;
        Self {
            centre: Arc::clone(centre),
            weather: weather.into(),
            up: zero(),
            down: zero(),
            requests: zero(),
        }
    }

    pub(crate) fn bytes(&self) -> (u64, u64) {
        (self.up.load(Ordering::Relaxed), self.down.load(Ordering::Relaxed))
    }
}

impl Line {
    /// Brings the answer with its frames changed.
    async fn edited(
        &self,
        request: Vec<u8>,
        edit: fn(DownFrame) -> DownFrame,
        take: &mut (dyn FnMut(&[u8]) + Send),
    ) -> Result<(), LineError> {
        let mut buffer = FrameBuffer::new();
        self.centre.sync(request, &mut |bytes| buffer.push(bytes)).await?;
        while let Some(frame) = buffer.next_frame().unwrap() {
            take(&edit(DownFrame::from_bytes(&frame).unwrap()).to_bytes());
        }
        Ok(())
    }
}

fn broken() -> LineError {
    LineError::Unreachable("cut".to_owned())
}

impl Exchange for Line {
    async fn enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        self.centre.enrol(request).await
    }

    async fn sync(
        &self,
        mut request: Vec<u8>,
        answer: &mut (dyn FnMut(&[u8]) + Send),
    ) -> Result<(), LineError> {
        let weather = *self.weather.lock().unwrap();
        self.requests.fetch_add(1, Ordering::Relaxed);
        if let Some(byte) = weather.tampers.and_then(|at| request.get_mut(at)) {
            *byte ^= 1;
        }
        let is_cut = request.len() > weather.up;
        request.truncate(weather.up);
        self.up.fetch_add(request.len() as u64, Ordering::Relaxed);
        if is_cut {
            // The centre takes what came; nobody hears its answer.
            self.centre.sync(request, &mut |_| {}).await?;
            return Err(broken());
        }
        let mut left = weather.down;
        let mut lost = false;
        let take = &mut |bytes: &[u8]| {
            let taken = bytes.len().min(left);
            (left, lost) = (left - taken, lost || taken < bytes.len());
            self.down.fetch_add(taken as u64, Ordering::Relaxed);
            answer(&bytes[..taken]);
        };
        match weather.edits {
            Some(edit) => self.edited(request, edit, take).await?,
            None => self.centre.sync(request, take).await?,
        }
        if lost { Err(broken()) } else { Ok(()) }
    }
}

/// The secret of the centre's key: whoever forges has it.
pub(crate) const CENTRE_SEED: [u8; 32] = [9; 32];

pub(crate) fn centre(image: Option<&[u8]>) -> Arc<Centre> {
    Arc::new(new_centre(image))
}

pub(crate) fn new_centre(image: Option<&[u8]>) -> Centre {
    // A centre that was restored draws other codes than it drew before.
    let drawn = Mutex::new(if image.is_some() { 77_u8 } else { 0 });
    let options = MemoryOptions {
        profile: profiles::mauritius(),
        key_seed: CENTRE_SEED,
        clock: Clock::reading(|| 1_795_503_120_000),
        random: Randomness::drawing(move |bytes| {
            let mut last = drawn.lock().unwrap();
            for byte in bytes {
                *last = last.wrapping_mul(5).wrapping_add(17);
                *byte = *last;
            }
        }),
    };
    at_once(Centre::in_memory(options, image)).unwrap()
}

/// A computer of office 12.
pub(crate) struct Computer {
    pub(crate) store: Store,
    pub(crate) key: DeviceKey,
    pub(crate) link: Mutex<LinkMemory>,
}

impl Computer {
    pub(crate) fn admitted(centre: &Arc<Centre>, number: u8) -> Self {
        let office = OfficeCode::new(12).unwrap();
        let code = at_once(centre.enrolment_code(office, 7)).unwrap().code;
        let (key, salts) = (DeviceKey::from_seed(&[number; 32]), SaltTree::from_root([number + 50; 32]));
        let line = Line::new(centre, FAIR);
        let admitted = at_once(enrol(&line, &code, &key, &salts)).unwrap();
        let identity = Identity {
            device: admitted.device,
            number: admitted.number,
            office,
            key: key.public(),
            salts,
            centre: admitted.centre,
            server: String::new(),
        };
        let store = Store::in_memory(&identity, &unpack(&admitted.profile).unwrap()).unwrap();
        Self { store, key, link: Mutex::default() }
    }

    /// The same computer as it was when the image was taken.
    pub(crate) fn restored(&self, image: &[u8]) -> Self {
        Self { store: Store::from_image(image).unwrap(), key: self.key.clone(), link: Mutex::default() }
    }

    pub(crate) fn round(&self, line: &Line) -> Result<bool, ExchangeError> {
        let entropy = || Some([77; 64]);
        let round = at_once(Engine::new(&self.store, &self.key, line, &self.link, &entropy).round())?;
        match round.broken {
            Some(error) => Err(error.into()),
            None => Ok(round.more),
        }
    }

    /// A whole exchange.
    pub(crate) fn exchange(&self, line: &Line) -> Result<(), ExchangeError> {
        for _ in 0..200 {
            if !self.round(line)? {
                return Ok(());
            }
        }
        panic!("it turns in circles");
    }

    pub(crate) fn act(&self, subject: ComplaintId, body: Body) {
        self.store.write(|writing| writing.append(&operation(subject, body)).map(drop)).unwrap();
    }

    pub(crate) fn register(&self, number: u8) -> ComplaintId {
        self.register_text([number; 16], "Pena dilo depi trwa zour.")
    }

    pub(crate) fn register_text(&self, seed: [u8; 16], text: &str) -> ComplaintId {
        let seed = ComplaintSeed::from_random(seed);
        self.store
            .write(|writing| {
                let register = Register {
                    seed: seed.clone(),
                    reference: writing.next_reference()?,
                    kind: Kind::Complaint,
                    category: "water-none".to_owned(),
                    institution: "CWA".to_owned(),
                    subject: "No water".to_owned(),
                    text: text.to_owned(),
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
                };
                let body = Body::Register(Box::new(register));
                writing.append(&operation(seed.complaint_id(), body)).map(drop)
            })
            .unwrap();
        seed.complaint_id()
    }

    pub(crate) fn attach(&self, subject: ComplaintId, content: &[u8]) -> DocumentId {
        let attached = AttachDocument {
            document: DocumentId::of(content),
            size: content.len() as u64,
            media_type: "image/jpeg".to_owned(),
            name: "Scan".to_owned(),
            pages: None,
            width: None,
            height: None,
        };
        self.store
            .write(|writing| {
                writing.put_document(&attached, content)?;
                writing.append(&operation(subject, Body::AttachDocument(attached.clone())))?;
                Ok::<_, StoreError>(())
            })
            .unwrap();
        attached.document
    }

    pub(crate) fn content(&self, id: &DocumentId) -> Vec<u8> {
        self.store.document_slice(id, 0, usize::MAX).unwrap()
    }

    pub(crate) fn must_verify(&self) {
        assert_eq!(self.store.verify().unwrap().problems, Vec::<String>::new());
    }
}

pub(crate) fn operation(subject: ComplaintId, body: Body) -> Operation {
    let author = Author { name: "Anousha".to_owned(), clerk: None, institution: None, capacity: None };
    Operation { subject: Some(subject), author, at: "2026-11-24T10:52:00+04:00".parse().unwrap(), body }
}

pub(crate) fn must_verify(centre: &Centre) {
    assert_eq!(at_once(centre.verify()).unwrap().faults, []);
}
