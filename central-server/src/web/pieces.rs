//! Bodies that a thread of its own writes while the line takes them: only a few pieces wait in between, and what cannot be
//! written to its end is broken off, so that nobody takes it for a whole one.

use std::io::{self, ErrorKind, Write};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::stream;
use tokio::runtime::Handle;
use tokio::sync::mpsc;

use crate::error::CentreError;

/// How many pieces wait between the line and the thread.
pub(super) const PIECES: usize = 4;

/// After so long without a byte, in either direction, the line counts as broken.
pub(super) const STALL: Duration = Duration::from_secs(60);

/// A body that is written as it goes.
pub(super) fn written<W>(write: impl FnOnce(PieceWriter) -> W + Send + 'static) -> Body
where
    W: Future<Output = Result<(), CentreError>> + Send,
{
    let (give, take) = mpsc::channel::<io::Result<Bytes>>(PIECES);
    tokio::spawn(async move {
        let writer = PieceWriter { pieces: give.clone(), runtime: Handle::current() };
        if let Err(error) = write(writer).await {
            tracing::warn!(code = error.code(), "an answer could not be handed over whole");
            // Breaks the body off; where nobody listens, that has happened.
            drop(give.send(Err(ErrorKind::BrokenPipe.into())).await);
        }
    });
    Body::from_stream(stream::unfold(take, |mut take| async { take.recv().await.map(|piece| (piece, take)) }))
}

/// Writes, on a thread of its own, what goes over the line.
pub(super) struct PieceWriter {
    pieces: mpsc::Sender<io::Result<Bytes>>,
    runtime: Handle,
}

impl Write for PieceWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !bytes.is_empty() {
            let giving = self.pieces.send_timeout(Ok(Bytes::copy_from_slice(bytes)), STALL);
            self.runtime.block_on(giving).map_err(|_| ErrorKind::BrokenPipe)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
