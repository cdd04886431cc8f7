//! How long a new computer takes until it has all that its office knows, and how many bytes come: entry by entry on a
//! fast line, entry by entry on a slow one, and by a snapshot. Engine, store file and centre are the real ones; there is
//! no line between them, so that what is measured is work and bytes.

use std::error::Error;
use std::future::Future;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Instant;

use central_server::{Centre, Clock, MemoryOptions, Randomness, profiles};
use clap::Parser;
use complaints::{
    Author, Body, Citizen, ComplaintSeed, ContactWay, Kind, Moment, Note, OfficeCode, Operation, Register,
};
use office_store::{Identity, Store, StoreError, StoreKey};
use serde_json::Value;
use sync_engine::{Engine, LinkMemory, Report, enrol};
use sync_protocol::{Codec, DeviceKey, SaltTree, unpack};

/// Measure a new computer with and without a snapshot
#[derive(Parser)]
struct Arguments {
    /// Complaints, one JSON object a line, as `guichet-office import` takes them
    file: PathBuf,
    /// Only the first so many
    #[arg(long, default_value_t = 20_000)]
    count: usize,
    /// A new folder for the stores
    #[arg(long)]
    folder: PathBuf,
    /// Also entry by entry with the text model, which takes its time
    #[arg(long)]
    slow: bool,
}

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Outcome<()> {
    std::fs::create_dir(&arguments.folder)?;
    let text = std::fs::read_to_string(&arguments.file)?;
    let lines: Vec<&str> = text.lines().take(arguments.count).collect();
    let centre = centre(None)?.with_snapshots_after(u64::MAX);
    let (identity, key, bundle) = admit(&centre, 1)?;
    let first = Computer { store: Store::in_memory(&identity, &bundle)?, key };
    first.register(&lines)?;
    first.exchange(&centre, LinkMemory::with_codec(Codec::Zstd))?;
    let entries = first.store.feed_head()?.number;
    say(&format!("{} complaints, {entries} entries", lines.len()));

    let read = fresh(&centre, 2, Codec::Zstd, &arguments.folder)?;
    if arguments.slow {
        fresh(&centre, 3, Codec::Text, &arguments.folder)?;
    }
    let centre = centre_of(&centre.image()?)?.with_snapshots_after(5_000);
    let worked = worked_s();
    let made = at_once(centre.make_snapshots())?;
    say(&format!("the centre packs {made} snapshot: {:.2} s of a processor", worked_s() - worked));
    let taken = fresh(&centre, 4, Codec::Zstd, &arguments.folder)?;
    let ratio = |a: f64, b: f64| a / b.max(f64::EPSILON);
    say(&format!(
        "with a snapshot: {:.2} of the time, {:.2} of the bytes",
        ratio(taken.0, read.0),
        ratio(taken.1 as f64, read.1 as f64)
    ));
    Ok(())
}

/// One more computer: how many seconds of a processor it takes until it is up to date, and how many bytes come.
fn fresh(centre: &Centre, number: u8, codec: Codec, folder: &Path) -> Outcome<(f64, u64)> {
    let (identity, key, bundle) = admit(centre, number)?;
    let folder = folder.join(number.to_string());
    let store = Store::create(&folder, &StoreKey::from_bytes([number; 32]), &identity, &bundle)?;
    let computer = Computer { store, key };
    let (begun, worked) = (Instant::now(), worked_s());
    let report = computer.exchange(centre, LinkMemory::with_codec(codec))?;
    let (seconds, worked) = (begun.elapsed().as_secs_f64(), worked_s() - worked);
    let way = match computer.store.snapshots_taken()?.is_empty() {
        true => format!("entry by entry, {codec:?}"),
        false => "by a snapshot".to_owned(),
    };
    let verified = computer.store.verify()?;
    if let Some(problem) = verified.problems.first() {
        return Err(problem.clone().into());
    }
    let fold: String = verified.fold.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    say(&format!(
        "{way}: {worked:.2} s of a processor at both ends ({seconds:.2} s by the clock), {} bytes down in {} round trips, fold {fold}…",
        report.bytes_down, report.round_trips
    ));
    Ok((worked, report.bytes_down))
}

/// How long this thread has worked, in seconds: a clock on the wall counts what else the machine does. Where the system
/// does not tell, nothing.
fn worked_s() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = told.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    nanoseconds.map_or(0.0, |nanoseconds| nanoseconds / 1e9)
}

struct Computer {
    store: Store,
    key: DeviceKey,
}

impl Computer {
    fn exchange(&self, centre: &Centre, link: LinkMemory) -> Outcome<Report> {
        let (link, entropy) = (Mutex::new(link), || Some([7; 64]));
        let engine = Engine::new(&self.store, &self.key, centre, &link, &entropy);
        let mut report = Report::default();
        loop {
            let round = at_once(engine.round())?;
            let more = round.more;
            report.add(round);
            if !more {
                return Ok(report);
            }
        }
    }

    /// Registers each line; of every second one the clerk writes a note.
    fn register(&self, lines: &[&str]) -> Outcome<()> {
        for (place, some) in lines.chunks(500).enumerate() {
            self.store.write(|writing| {
                for (at, line) in some.iter().enumerate() {
                    let fields: Value = serde_json::from_str(line)
                        .map_err(|error| StoreError::Inconsistent(error.to_string()))?;
                    let number = place * 500 + at;
                    let mut register = registration(&fields);
                    register.reference = writing.next_reference()?;
                    let hollow = operation(None, number, Body::Register(Box::new(register.clone())));
                    register.seed = ComplaintSeed::from_random(writing.draw(&hollow.to_bytes())?);
                    let id = Some(register.seed.complaint_id());
                    writing.append(&operation(id, number, Body::Register(Box::new(register))))?;
                    if number % 2 == 0 {
                        let text = format!("Called back about {number}; nobody was there.");
                        let note = Body::Note(Note { text, for_citizen: false });
                        writing.append(&operation(id, number, note))?;
                    }
                }
                Ok::<_, StoreError>(())
            })?;
        }
        Ok(())
    }
}

fn operation(subject: Option<complaints::ComplaintId>, number: usize, body: Body) -> Operation {
    let author = Author { name: "Anousha Ramdin".to_owned(), clerk: None, institution: None, capacity: None };
    let minutes = i64::try_from(number).unwrap_or(0);
    let at = Moment { unix_ms: 1_795_503_120_000 + minutes * 61_003, offset_min: 240 };
    // The subject of a registration follows from its seed.
    Operation { subject, author, at, body }
}

fn registration(fields: &Value) -> Register {
    let text = |name: &str| fields[name].as_str().unwrap_or_default().to_owned();
    let of_citizen = |name: &str| fields["citizen"][name].as_str().map(str::to_owned);
    Register {
        seed: ComplaintSeed::from_random([0; 16]),
        reference: complaints::Reference {
            office: OfficeCode::new(12).expect("12 is an office"),
            device: 1,
            counter: 1,
        },
        kind: Kind::Complaint,
        category: text("category"),
        institution: "CWA".to_owned(),
        subject: text("subject"),
        text: text("text"),
        place: None,
        language: text("language"),
        citizen: Citizen {
            surname: of_citizen("surname"),
            other_names: of_citizen("other_names"),
            nic: of_citizen("nic"),
            phone: of_citizen("phone"),
            email: of_citizen("email"),
            address: of_citizen("address"),
            locality: of_citizen("locality"),
        },
        contact_by: vec![ContactWay::Phone],
        notice: "1".to_owned(),
        notice_language: None,
        due_on: Some(20_800),
        recorded_at: None,
        representative: None,
        discretion: None,
        point: None,
        channel: None,
    }
}

fn centre(image: Option<&[u8]>) -> Outcome<Centre> {
    let drawn = AtomicU8::new(if image.is_some() { 99 } else { 0 });
    let options = MemoryOptions {
        profile: profiles::mauritius(),
        key_seed: [9; 32],
        clock: Clock::reading(|| 1_795_503_120_000),
        random: Randomness::drawing(move |bytes| {
            let number = drawn.fetch_add(1, Ordering::Relaxed);
            bytes.copy_from_slice(&blake3::hash(&[number]).as_bytes()[..bytes.len()]);
        }),
    };
    Ok(at_once(Centre::in_memory(options, image))?)
}

fn centre_of(image: &[u8]) -> Outcome<Centre> {
    centre(Some(image))
}

fn admit(centre: &Centre, number: u8) -> Outcome<(Identity, DeviceKey, Vec<u8>)> {
    let office = OfficeCode::new(12)?;
    let code = at_once(centre.enrolment_code(office, 7))?.code;
    let (key, salts) = (DeviceKey::from_seed(&[number; 32]), SaltTree::from_root([number; 32]));
    let admitted = at_once(enrol(centre, &code, &key, &salts))?;
    let bundle = unpack(&admitted.profile)?;
    let identity = Identity {
        device: admitted.device,
        number: admitted.number,
        office,
        key: key.public(),
        salts,
        centre: admitted.centre,
        server: String::new(),
    };
    Ok((identity, key, bundle))
}

/// Nothing here waits for anything but itself.
fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

fn say(text: &str) {
    // Nobody reading any more is no reason to stop half-way.
    let _ = writeln!(std::io::stdout(), "{text}");
}
