//! Handing on another office's file over this computer's line. It is sealed both ways: what stands in it is nobody's
//! business here.

use std::fs::File;
use std::io::{Read, Write};

use futures_util::stream;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Body, Response, StatusCode};
use sync_protocol::{CarryError, CarryFile, CarryKind, LineError};

use crate::error::ExchangeError;
use crate::failure;
use crate::http::{HttpLine, OCTETS};

/// How much of the file is read at once, in bytes.
const STEP_BYTES: usize = 64 * 1024;

/// The most that is shown of the centre's words, in characters.
const LONGEST_WORDS: usize = 400;

impl HttpLine {
    /// Hands a request on to the centre and writes the reply. How many bytes the reply has.
    ///
    /// # Errors
    /// [`ExchangeError::Carry`] when it is no request or the reply cannot be written; [`ExchangeError::NotTaken`] with
    /// the centre's words; [`ExchangeError::Line`]. Handing it on again is harmless.
    pub async fn forward(&self, request: &File, reply: CarryFile) -> Result<u64, ExchangeError> {
        let begin = match CarryKind::read(request)? {
            CarryKind::Request => CarryKind::Request.first_line(),
            CarryKind::Reply => return Err(CarryError::IsReply.into()),
        };
        let rest = request.try_clone().map_err(CarryError::from)?;
        let answer = self.hand_on(body(begin, rest)).await?;
        let is_file = answer.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == OCTETS);
        match answer.status() {
            StatusCode::OK if is_file => store(answer, reply).await,
            StatusCode::OK => Err(LineError::NotACentre("it answers with a page".to_owned()).into()),
            StatusCode::UNPROCESSABLE_ENTITY | StatusCode::PAYLOAD_TOO_LARGE => {
                let words = answer.text().await.map_err(|error| failure::read(&error))?;
                let shown = words.trim().chars().filter(|c| !c.is_control()).take(LONGEST_WORDS).collect();
                Err(ExchangeError::NotTaken(shown))
            }
            status if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => {
                Err(LineError::Busy(format!("it says {status}")).into())
            }
            status => Err(LineError::NotACentre(format!("it says {status}")).into()),
        }
    }
}

/// The file, read step by step as the line takes it.
fn body(begin: String, rest: File) -> Body {
    let begin = Some(begin.into_bytes());
    Body::wrap_stream(stream::unfold((begin, rest), |(begin, mut rest)| async move {
        if let Some(begin) = begin {
            return Some((Ok(begin), (None, rest)));
        }
        let mut step = vec![0; STEP_BYTES];
        match rest.read(&mut step) {
            Ok(0) => None,
            Ok(read) => {
                step.truncate(read);
                Some((Ok(step), (None, rest)))
            }
            Err(error) => Some((Err(error), (None, rest))),
        }
    }))
}

async fn store(mut answer: Response, mut reply: CarryFile) -> Result<u64, ExchangeError> {
    let first_line = CarryKind::Reply.first_line();
    let mut begin = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| failure::read(&error))? {
        let missing = first_line.len().saturating_sub(begin.len());
        begin.extend_from_slice(&chunk[..missing.min(chunk.len())]);
        if !first_line.as_bytes().starts_with(&begin) {
            return Err(LineError::NotACentre("it answers with another file".to_owned()).into());
        }
        reply.write_all(&chunk).map_err(CarryError::from)?;
    }
    if begin.len() < first_line.len() {
        return Err(LineError::Unreachable("the answer ended too early".to_owned()).into());
    }
    Ok(reply.keep()?)
}
