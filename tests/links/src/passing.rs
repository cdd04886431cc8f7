//! One connection over the line: bytes in both directions, in packets, at the pace of the line and with its delay,
//! until an end closes or the line is cut.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{ReadHalf, WriteHalf};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

use crate::counts::RequestFinder;
use crate::state::{Direction, State};

/// How many packets may be on their way in one direction of a connection.
const ON_THE_WAY: usize = 64;

/// Passes bytes on until both ends have closed. `first` is what the desk has sent already, and still has to cross.
///
/// # Errors
/// When one of the ends resets.
pub(crate) async fn pass(
    state: &Arc<State>,
    desk: &mut TcpStream,
    far: &mut TcpStream,
    first: Vec<u8>,
) -> io::Result<()> {
    // The packets that make the connection cross the line once in each direction before anything else does.
    let ready_at = Instant::now() + state.shape().round_trip;
    let watched = Watched::new(state);
    let (desk_reads, desk_writes) = desk.split();
    let (far_reads, far_writes) = far.split();
    let up = Lane { state, watched: &watched, direction: Direction::Up, ready_at };
    let down = Lane { state, watched: &watched, direction: Direction::Down, ready_at };
    let passed = tokio::try_join!(
        up.carry(first, desk_reads, far_writes),
        down.carry(Vec::new(), far_reads, desk_writes),
    );
    passed.map(drop)
}

struct Lane<'a> {
    state: &'a Arc<State>,
    watched: &'a Watched,
    direction: Direction,
    ready_at: Instant,
}

type Packet = (Instant, Vec<u8>);

impl Lane<'_> {
    async fn carry(&self, first: Vec<u8>, from: ReadHalf<'_>, to: WriteHalf<'_>) -> io::Result<()> {
        let (sender, receiver) = mpsc::channel(ON_THE_WAY);
        tokio::try_join!(self.take(first, from, sender), self.deliver(receiver, to)).map(drop)
    }

    async fn take(
        &self,
        first: Vec<u8>,
        mut from: ReadHalf<'_>,
        sender: mpsc::Sender<Packet>,
    ) -> io::Result<()> {
        let mut packet = first;
        loop {
            if !packet.is_empty() {
                self.cross(packet, &sender).await;
            }
            packet = vec![0; self.state.shape().piece_bytes()];
            let read = from.read(&mut packet).await?;
            if read == 0 {
                return Ok(());
            }
            packet.truncate(read);
        }
    }

    async fn cross(&self, packet: Vec<u8>, sender: &mpsc::Sender<Packet>) {
        sleep_until(self.ready_at).await;
        sleep_until(self.state.carried_at(self.direction, packet.len())).await;
        if let Some(time) = self.state.note_crossed(self.direction, packet.len()) {
            let (state, set_at) = (Arc::clone(self.state), *self.state.watch_cuts().borrow());
            tokio::spawn(async move {
                tokio::time::sleep(time).await;
                state.cut_by_clock(set_at);
            });
        }
        // The other end of the channel goes only when the connection does.
        let _ = sender.send((Instant::now() + self.state.shape().round_trip / 2, packet)).await;
    }

    async fn deliver(&self, mut packets: mpsc::Receiver<Packet>, mut to: WriteHalf<'_>) -> io::Result<()> {
        while let Some((arrives_at, packet)) = packets.recv().await {
            sleep_until(arrives_at).await;
            self.watched.note(self.direction, &packet);
            to.write_all(&packet).await?;
        }
        to.shutdown().await
    }
}

/// Counts requests and answers of a connection as they arrive.
struct Watched {
    state: Arc<State>,
    inner: Mutex<(RequestFinder, Option<Direction>)>,
}

impl Watched {
    fn new(state: &Arc<State>) -> Self {
        Self { state: Arc::clone(state), inner: Mutex::default() }
    }

    fn note(&self, direction: Direction, packet: &[u8]) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let before = inner.1.replace(direction);
        match (direction, before) {
            (Direction::Up, Some(Direction::Up)) | (Direction::Down, Some(Direction::Down) | None) => {}
            (Direction::Up, _) => self.state.note_waiting(true),
            (Direction::Down, Some(Direction::Up)) => {
                self.state.note_turn();
                self.state.note_waiting(false);
            }
        }
        if direction == Direction::Up {
            self.state.note_requests(inner.0.count(packet));
        }
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let inner = self.inner.get_mut().unwrap_or_else(PoisonError::into_inner);
        if inner.1 == Some(Direction::Up) {
            self.state.note_waiting(false);
        }
    }
}
