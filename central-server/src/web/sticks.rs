//! Files from sticks over the network: handed on by another office's computer, or uploaded by an agent. Both ways they
//! stream between the line and the thread that seals, never whole in memory and in no file.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, StreamExt};
use sync_protocol::CarryError;
use tokio::sync::mpsc;

use super::api;
use super::pieces::{self, PIECES, STALL};
use crate::carry::TakenIn;
use crate::centre::Centre;
use crate::error::CentreError;

pub(super) const OCTETS: &str = "application/octet-stream";

/// The most that a file may have, in bytes: what a stick takes as it is sold (FAT32).
pub(crate) const MOST_BYTES: u64 = 4 * 1024 * 1024 * 1024 - 1;

/// How much is still read of a file that is not taken, in bytes: whoever is sending listens only afterwards.
const POLITE_BYTES: u64 = 64 * 1024 * 1024;

/// `POST /v1/carry`: the sealed request in, the sealed reply out. 422 with words where it is not taken.
pub(super) async fn carry(State(centre): State<Arc<Centre>>, headers: HeaderMap, body: Body) -> Response {
    if headers.get(CONTENT_TYPE).is_none_or(|kind| kind != OCTETS) {
        return (
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "the content type of a carried file is application/octet-stream\n",
        )
            .into_response();
    }
    let taken = match take_in(&centre, body.into_data_stream()).await {
        Ok(taken) => taken,
        Err(error) => return refusal(&error),
    };
    match taken.cut() {
        Some(error) => {
            let words = format!("{error}. {} operations were taken and stay taken\n", taken.taken());
            (StatusCode::UNPROCESSABLE_ENTITY, words).into_response()
        }
        None => ([(CONTENT_TYPE, OCTETS)], reply(taken)).into_response(),
    }
}

fn refusal(error: &CentreError) -> Response {
    let status = match error {
        CentreError::Carry(CarryError::TooLarge) => StatusCode::PAYLOAD_TOO_LARGE,
        CentreError::Carry(_) | CentreError::CarriedByStranger | CentreError::Malformed(_) => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        other => return api::refusal(other),
    };
    (status, format!("{error}\n")).into_response()
}

/// Takes in a file as it comes. What came before a cut is taken even if nobody waits for the answer any more.
pub(super) async fn take_in<E>(
    centre: &Arc<Centre>,
    pieces: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<TakenIn, CentreError> {
    let (give, take) = mpsc::channel(PIECES);
    let centre = Arc::clone(centre);
    let reader = PieceReader { pieces: take, rest: Bytes::new() };
    let taking = tokio::spawn(async move { centre.take_in(reader).await });
    pump(pieces, give).await;
    taking.await.map_err(|_| CentreError::Database("a computation was given up".to_owned()))?
}

async fn pump<E>(
    mut pieces: impl Stream<Item = Result<Bytes, E>> + Unpin,
    give: mpsc::Sender<io::Result<Bytes>>,
) {
    let (mut total, mut refused_at) = (0_u64, None);
    while let Ok(Some(Ok(piece))) = tokio::time::timeout(STALL, pieces.next()).await {
        total += piece.len() as u64;
        if let Some(refused_at) = refused_at {
            if total - refused_at > POLITE_BYTES {
                return;
            }
            continue;
        }
        let piece = if total > MOST_BYTES { Err(ErrorKind::FileTooLarge.into()) } else { Ok(piece) };
        let too_large = piece.is_err();
        if give.send(piece).await.is_err() || too_large {
            refused_at = Some(total);
        }
    }
}

/// The reply as a body.
pub(super) fn reply(taken: TakenIn) -> Body {
    pieces::written(move |writer| async move { taken.reply(writer).await.map(drop) })
}

/// Reads, on a thread of its own, what comes over the line.
struct PieceReader {
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    rest: Bytes,
}

impl Read for PieceReader {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.pieces.blocking_recv() {
                Some(piece) => self.rest = piece?,
                None => return Ok(0),
            }
        }
        let piece = self.rest.split_to(bytes.len().min(self.rest.len()));
        bytes[..piece.len()].copy_from_slice(&piece);
        Ok(piece.len())
    }
}
