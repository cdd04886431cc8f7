//! Reads what strangers made in a process of its own: the program starts itself once more, hands the file over, and takes
//! back a document, a picture or a reason. A file that makes a decoder crash, hang or swell takes that process with it,
//! and neither the window nor the store.
//!
//! ```text
//! desk ── work, bytes ──▶ the same program, 1 GiB, 30 s, no store, no keys, no window ── answer, bytes ──▶ desk
//! ```

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use complaints::profile::DocumentPolicy;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::capture::{self, Adjustment, CaptureError, Captured, Looked};

/// The one argument of a program that is to read for another one. No administrator types it.
const ARGUMENT: &str = "--read-apart";
/// How long reading may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much memory the process may ask for, in bytes.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 1024 * 1024 * 1024;
/// How deep what is drawn may be built: the stack of the thread that reads, in bytes.
const STACK: usize = 64 * 1024 * 1024;
/// The most that is read of one message, in bytes: more than any document or picture has.
const MOST_MESSAGE: u64 = 256 * 1024 * 1024;

/// The program that can be started once more; none where it does not know how to read for another one.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

#[derive(Debug, Serialize, Deserialize)]
enum Work {
    Look(DocumentPolicy),
    Capture(DocumentPolicy, Adjustment),
    Preview { policy: DocumentPolicy, page: Option<u32>, longest: u32 },
    Page { number: u32, longest: u32 },
    Pages,
}

#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    Looked(Looked),
    Captured { media_type: String, pixels: Option<(u32, u32)>, pages: Option<u32> },
    Picture,
    Pages(u32),
    Refused(CaptureError),
}

/// To be called first by each program that reads documents: reads for another one and tells so, or remembers that this
/// program can be started to do it.
pub fn reads_for_another() -> bool {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT) {
        hold_back();
        // Whoever asked has gone, or gets no answer and says so.
        let _ = serve();
        return true;
    }
    if let Ok(program) = std::env::current_exe() {
        let _ = PROGRAM.set(program);
    }
    false
}

/// As [`capture::look`].
pub(crate) fn look(bytes: &[u8], policy: &DocumentPolicy) -> Result<Looked, CaptureError> {
    match ask(&Work::Look(policy.clone()), bytes)? {
        (Answer::Looked(looked), _) => Ok(looked),
        other => Err(unexpected(other.0)),
    }
}

/// As [`capture::capture_adjusted`].
pub(crate) fn captured(
    bytes: &[u8],
    policy: &DocumentPolicy,
    wish: &Adjustment,
) -> Result<Captured, CaptureError> {
    let (answer, content) = ask(&Work::Capture(policy.clone(), *wish), bytes)?;
    match answer {
        Answer::Captured { media_type, pixels, pages } => {
            let media_type = match media_type.as_str() {
                "application/pdf" => "application/pdf",
                "image/png" => "image/png",
                _ => "image/jpeg",
            };
            Ok(Captured { content, media_type, pixels, pages })
        }
        other => Err(unexpected(other)),
    }
}

/// As [`capture::preview`].
pub(crate) fn preview(
    bytes: &[u8],
    policy: &DocumentPolicy,
    page: Option<u32>,
    longest: u32,
) -> Result<Vec<u8>, CaptureError> {
    match ask(&Work::Preview { policy: policy.clone(), page, longest }, bytes)? {
        (Answer::Picture, picture) => Ok(picture),
        other => Err(unexpected(other.0)),
    }
}

/// As [`capture::draw_page`].
pub(crate) fn draw_page(bytes: &[u8], number: u32, longest: u32) -> Result<Vec<u8>, CaptureError> {
    match ask(&Work::Page { number, longest }, bytes)? {
        (Answer::Picture, picture) => Ok(picture),
        other => Err(unexpected(other.0)),
    }
}

/// As [`capture::pages`].
pub(crate) fn pages(bytes: &[u8]) -> Result<u32, CaptureError> {
    match ask(&Work::Pages, bytes)? {
        (Answer::Pages(pages), _) => Ok(pages),
        other => Err(unexpected(other.0)),
    }
}

fn unexpected(answer: Answer) -> CaptureError {
    match answer {
        Answer::Refused(why) => why,
        _ => gave_up(),
    }
}

/// What is said of a file at which the process failed.
fn gave_up() -> CaptureError {
    CaptureError::CutShort
}

fn ask(work: &Work, bytes: &[u8]) -> Result<(Answer, Vec<u8>), CaptureError> {
    match PROGRAM.get() {
        Some(program) => {
            let mut child = started(program).map_err(|error| {
                tracing::warn!(%error, "the program could not be started to read a document");
                gave_up()
            })?;
            let answer = asked(&mut child, work, bytes);
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
            answer.ok_or_else(gave_up)
        }
        None => on_a_thread(work, bytes),
    }
}

fn started(program: &PathBuf) -> std::io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(ARGUMENT).env_clear();
    // Where its libraries are, when they are not where the system looks.
    for name in ["LD_LIBRARY_PATH", "PATH", "SystemRoot"] {
        command.envs(std::env::var_os(name).map(|value| (name, value)));
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
}

/// Hands the work over and waits for the answer; none when the process failed or took too long.
fn asked(child: &mut Child, work: &Work, bytes: &[u8]) -> Option<(Answer, Vec<u8>)> {
    let (mut to, mut from) = (child.stdin.take()?, child.stdout.take()?);
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(read_message(&mut from)));
    std::thread::scope(|scope| {
        let written = scope.spawn(move || write_message(&mut to, work, bytes));
        let answer = told.recv_timeout(PATIENCE);
        if matches!(answer, Err(RecvTimeoutError::Timeout)) {
            tracing::warn!("reading a document took too long");
        }
        // Then the writer, if it still waits, finds nobody there.
        let _ = child.kill();
        let _ = written.join();
        answer.ok()?.ok()
    })
}

/// Where the program cannot be started once more: a thread with room for what is built deeply. A panic is an answer too.
fn on_a_thread(work: &Work, bytes: &[u8]) -> Result<(Answer, Vec<u8>), CaptureError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let reading = thread.spawn_scoped(scope, || done(work, bytes));
        reading.ok().and_then(|reading| reading.join().ok()).ok_or_else(gave_up)
    })
}

fn serve() -> std::io::Result<()> {
    let (work, bytes): (Work, Vec<u8>) = read_message(&mut std::io::stdin().lock())?;
    let answer = on_a_thread(&work, &bytes);
    let (answer, content) = answer.unwrap_or_else(|why| (Answer::Refused(why), Vec::new()));
    write_message(&mut std::io::stdout().lock(), &answer, &content)
}

fn done(work: &Work, bytes: &[u8]) -> (Answer, Vec<u8>) {
    let outcome = match work {
        Work::Look(policy) => capture::look(bytes, policy).map(|looked| (Answer::Looked(looked), Vec::new())),
        Work::Capture(policy, wish) => capture::capture_adjusted(bytes, policy, wish).map(|captured| {
            let media_type = captured.media_type.to_owned();
            let (pixels, pages) = (captured.pixels, captured.pages);
            (Answer::Captured { media_type, pixels, pages }, captured.content)
        }),
        Work::Preview { policy, page, longest } => {
            capture::preview(bytes, policy, *page, *longest).map(|picture| (Answer::Picture, picture))
        }
        Work::Page { number, longest } => {
            capture::draw_page(bytes, *number, *longest).map(|picture| (Answer::Picture, picture))
        }
        Work::Pages => capture::pages(bytes).map(|pages| (Answer::Pages(pages), Vec::new())),
    };
    outcome.unwrap_or_else(|why| (Answer::Refused(why), Vec::new()))
}

/// Less memory than the machine has: a file that swells fails here, and the desk goes on.
#[cfg(target_os = "linux")]
fn hold_back() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let limit = Rlimit { current: Some(MOST_MEMORY), maximum: Some(MOST_MEMORY) };
    // Without it the bounds of the decoders hold all the same.
    let _ = setrlimit(Resource::As, limit);
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

#[cfg(not(target_os = "linux"))]
fn hold_back() {}

/// A message: the length of its head as JSON, the head, the bytes up to the end.
fn write_message(to: &mut impl Write, head: &impl Serialize, bytes: &[u8]) -> std::io::Result<()> {
    let head = serde_json::to_vec(head)?;
    to.write_all(&u32::try_from(head.len()).unwrap_or(u32::MAX).to_be_bytes())?;
    to.write_all(&head)?;
    to.write_all(&(bytes.len() as u64).to_be_bytes())?;
    to.write_all(bytes)?;
    to.flush()
}

fn read_message<T: DeserializeOwned>(from: &mut impl Read) -> std::io::Result<(T, Vec<u8>)> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let head = read_exactly(from, u32::from_be_bytes(length).into())?;
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    Ok((serde_json::from_slice(&head)?, read_exactly(from, u64::from_be_bytes(length))?))
}

fn read_exactly(from: &mut impl Read, length: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(length.min(MOST_MESSAGE)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(std::io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_as_it_was_written_and_half_of_one_is_none() {
        let mut written = Vec::new();
        write_message(&mut written, &Work::Pages, b"bytes").unwrap();
        let (work, bytes): (Work, _) = read_message(&mut written.as_slice()).unwrap();
        assert!(matches!(work, Work::Pages));
        assert_eq!(bytes, b"bytes");
        for end in 0..written.len() {
            assert!(read_message::<Work>(&mut &written[..end]).is_err(), "{end}");
        }
    }

    /// What comes of asking a program that is no reader of ours.
    #[cfg(unix)]
    fn answered_by(script: &str) -> Option<(Answer, Vec<u8>)> {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let answer = asked(&mut child, &Work::Pages, &vec![b'x'; 3_000_000]);
        let _ = (child.kill(), child.wait());
        answer
    }

    #[cfg(unix)]
    #[test]
    fn a_process_that_is_killed_while_it_reads_or_answers_gives_no_answer_and_keeps_nobody_waiting() {
        // Before it has read all, after that, in the middle of its answer, and with an answer that is none.
        for script in [
            "head -c 4000 > /dev/null; kill -9 $$",
            "cat > /dev/null; kill -9 $$",
            "cat > /dev/null; printf '\\000\\000\\000\\011{\"Pag'; kill -9 $$",
            "cat > /dev/null; printf '\\000\\000\\000\\002{}\\000\\000\\000\\000\\000\\000\\000\\000'",
        ] {
            assert!(answered_by(script).is_none(), "{script}");
        }
        assert_eq!(gave_up().code(), "document_cut_short");
    }

    #[test]
    fn a_refusal_comes_back_as_it_was_given() {
        let refused = look(b"", &DocumentPolicy::default());
        assert_eq!(refused, Err(CaptureError::Empty));
    }
}
