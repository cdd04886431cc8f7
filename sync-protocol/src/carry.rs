//! An exchange that goes by stick: the container of its two files. What a request or an answer is on the line, byte for
//! byte, is sealed (age, X25519) behind a short line in the clear that says which of the two it is.
//!
//! ```text
//! request   guichet carry 1 request␊ age( frames of a request )   sealed to the centre
//! reply     guichet carry 1 reply␊   age( frames of an answer )   sealed to the device that asked
//! ```
//! Everything streams, in the steps of 64 KiB in which age seals: of a file that was cut, every whole step counts.

mod answered;
mod error;
mod file;
mod keys;
#[cfg(test)]
mod tests;

pub use answered::Answered;
pub use error::CarryError;
pub use file::CarryFile;
pub use keys::{SealingKey, SealingRecipient};

use std::io::{self, BufRead, BufReader, Chain, Cursor, ErrorKind, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use age::stream::{StreamReader, StreamWriter};
use age::{DecryptError, Decryptor, Encryptor};

/// How each file begins, whatever it is.
const MAGIC: &str = "guichet carry ";

/// The version of the container.
const VERSION: &str = "1";

/// The longest first line that is read, in bytes.
const LONGEST_LINE: usize = 64;

/// The longest header of age that is read, in bytes: several times what one recipient takes.
const LONGEST_HEADER: usize = 2 * 1024;

/// Which of the two files it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CarryKind {
    /// From a desk to the centre.
    Request,
    /// From the centre to that desk.
    Reply,
}

impl CarryKind {
    fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reply => "reply",
        }
    }

    /// The first line of such a file.
    pub fn first_line(self) -> String {
        format!("{MAGIC}{VERSION} {}\n", self.word())
    }

    /// Reads the first line of a file.
    ///
    /// # Errors
    /// [`CarryError`] when it is none of the two.
    pub fn read(mut input: impl Read) -> Result<Self, CarryError> {
        let mut line = Vec::new();
        let mut byte = [0];
        while line.len() < LONGEST_LINE && line.last() != Some(&b'\n') {
            match input.read(&mut byte) {
                Ok(0) => break,
                Ok(_) => line.push(byte[0]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
        let known = [Self::Request, Self::Reply];
        if let Some(kind) = known.into_iter().find(|kind| kind.first_line().as_bytes() == line) {
            return Ok(kind);
        }
        let is_beginning = |kind: &Self| kind.first_line().as_bytes().starts_with(&line);
        match () {
            () if known.iter().any(is_beginning) => Err(CarryError::TooShort),
            () if line.starts_with(MAGIC.as_bytes()) => Err(CarryError::Newer),
            () => Err(CarryError::NotACarryFile),
        }
    }
}

/// Seals what is written to it. Without [`Self::finish`] the file counts as cut.
pub struct SealedWriter<W: Write>(StreamWriter<W>);

impl<W: Write> SealedWriter<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// [`CarryError`] of the output, or when that is no key.
    pub fn begin(kind: CarryKind, to: &SealingRecipient, mut output: W) -> Result<Self, CarryError> {
        let recipient = to.for_age()?;
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(|_| CarryError::NoKey)?;
        output.write_all(kind.first_line().as_bytes())?;
        Ok(Self(encryptor.wrap_output(output)?))
    }

    /// Writes the end, by which a whole file is known.
    ///
    /// # Errors
    /// [`CarryError`] of the output.
    pub fn finish(self) -> Result<W, CarryError> {
        Ok(self.0.finish()?)
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The header, which was read within a bound, and what follows it.
type Input<R> = Chain<Cursor<Vec<u8>>, BufReader<Watched<R>>>;

/// Opens what was sealed, step by step.
pub struct SealedReader<R: Read> {
    stream: StreamReader<Input<R>>,
    ended: Arc<AtomicBool>,
}

impl<R: Read> SealedReader<R> {
    /// Begins to read a file of that kind.
    ///
    /// # Errors
    /// [`CarryError`] when it is another file, or sealed to another key.
    pub fn open(kind: CarryKind, key: &SealingKey, input: R) -> Result<Self, CarryError> {
        let ended = Arc::new(AtomicBool::new(false));
        let mut input = BufReader::with_capacity(128 * 1024, Watched { input, ended: Arc::clone(&ended) });
        match CarryKind::read(&mut input)? {
            found if found == kind => {}
            CarryKind::Request => return Err(CarryError::IsRequest),
            CarryKind::Reply => return Err(CarryError::IsReply),
        }
        let header = read_header(&mut input)?;
        let identity = key.for_age()?;
        let decryptor = Decryptor::new_buffered(Cursor::new(header).chain(input))
            .map_err(|error| head_error(error, &ended))?;
        let identities = std::iter::once(&identity as &dyn age::Identity);
        let stream = decryptor.decrypt(identities).map_err(|error| head_error(error, &ended))?;
        Ok(Self { stream, ended })
    }

    /// Reads on; 0 at the end of a whole file.
    ///
    /// # Errors
    /// [`CarryError::TooShort`] when the file was cut, [`CarryError::Damaged`] when it was changed. What was read
    /// before is right in any case.
    pub fn read(&mut self, bytes: &mut [u8]) -> Result<usize, CarryError> {
        self.stream.read(bytes).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => CarryError::TooShort,
            // The last step of a cut file is a part of one, and cannot be told from a damaged one.
            ErrorKind::InvalidData if self.ended.load(Ordering::Relaxed) => CarryError::TooShort,
            ErrorKind::InvalidData => CarryError::Damaged,
            _ => error.into(),
        })
    }
}

/// The header of age, up to its last line. age itself would read on for as long as no end of a line comes.
fn read_header(input: &mut impl BufRead) -> Result<Vec<u8>, CarryError> {
    let mut header = Vec::new();
    loop {
        let begin = header.len();
        let left = (LONGEST_HEADER + 1 - begin) as u64;
        input.take(left).read_until(b'\n', &mut header)?;
        if header.len() > LONGEST_HEADER {
            return Err(CarryError::Damaged);
        }
        if header.len() == begin || header.last() != Some(&b'\n') {
            return Err(CarryError::TooShort);
        }
        if header[begin..].starts_with(b"---") {
            return Ok(header);
        }
    }
}

fn head_error(error: DecryptError, ended: &AtomicBool) -> CarryError {
    match error {
        DecryptError::NoMatchingKeys => CarryError::SealedToAnother,
        DecryptError::Io(error) if error.kind() == ErrorKind::UnexpectedEof => CarryError::TooShort,
        DecryptError::Io(error) if error.kind() != ErrorKind::InvalidData => error.into(),
        _ if ended.load(Ordering::Relaxed) => CarryError::TooShort,
        _ => CarryError::Damaged,
    }
}

/// Notes when the input has ended.
struct Watched<R> {
    input: R,
    ended: Arc<AtomicBool>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(bytes)?;
        if read == 0 && !bytes.is_empty() {
            self.ended.store(true, Ordering::Relaxed);
        }
        Ok(read)
    }
}

impl<W: Write> std::fmt::Debug for SealedWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealedWriter(…)")
    }
}

impl<R: Read> std::fmt::Debug for SealedReader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealedReader(…)")
    }
}
