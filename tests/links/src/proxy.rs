//! The proxy that tests put between desk and centre: it listens on a port of this machine and stops when dropped.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

use crate::counts::Counts;
use crate::far::{self, Far};
use crate::served::Served;
use crate::shape::Shape;
use crate::state::State;

/// Small, so that who sends feels the line instead of a deep buffer, in bytes.
const RECEIVE_BUFFER_BYTES: u32 = 16 * 1024;

/// A line, with its far end.
#[derive(Debug)]
pub struct Proxy {
    served: Served,
    state: Arc<State>,
}

impl Proxy {
    /// Begins to listen on a free port.
    ///
    /// # Errors
    /// When this machine has no port or no thread left.
    pub fn start(far: Far, shape: Shape) -> io::Result<Self> {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0)), far, shape)
    }

    /// Begins to listen at that address.
    ///
    /// # Errors
    /// When the address is taken, or this machine has no thread left.
    pub fn start_at(address: SocketAddr, far: Far, shape: Shape) -> io::Result<Self> {
        let receive_buffer = shape.bandwidth_bit_s.map(|_| RECEIVE_BUFFER_BYTES);
        let state = Arc::new(State::new(far, shape));
        let serving = Arc::clone(&state);
        let served = Served::start(address, receive_buffer, |listener| serve(listener, serving))?;
        Ok(Self { served, state })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.served.address()
    }

    /// Its address, as people type that of a centre.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// What it has counted so far.
    pub fn counts(&self) -> Counts {
        self.state.counts()
    }

    /// Every byte that a sign-in page was told.
    pub fn heard(&self) -> Vec<u8> {
        self.state.heard()
    }

    /// Gives the line another shape, at once.
    pub fn reshape(&self, shape: Shape) {
        self.state.reshape(shape);
    }

    /// Lets new connections end elsewhere. Those that are open stay; [`Self::cut`] ends them.
    pub fn lead_to(&self, far: Far) {
        self.state.lead_to(far);
    }

    /// Resets every connection, now.
    pub fn cut(&self) {
        self.state.cut();
    }

    /// Waits until that many bytes have crossed altogether since the beginning; false when the time is over first.
    pub fn wait_for_bytes(&self, bytes: u64, patience: Duration) -> bool {
        self.state.wait_for_bytes(bytes, patience)
    }
}

async fn serve(listener: TcpListener, state: Arc<State>) {
    loop {
        let Ok((desk, _)) = listener.accept().await else {
            // Out of files, say: those who are connected go on and will free some.
            tokio::task::yield_now().await;
            continue;
        };
        tokio::spawn(connection(desk, Arc::clone(&state)));
    }
}

async fn connection(mut desk: TcpStream, state: Arc<State>) {
    let mut cuts = state.watch_cuts();
    if !state.admits() {
        far::reset(&desk);
        return;
    }
    // Without it small packets would wait for one another, which no line does.
    let _ = desk.set_nodelay(true);
    let passed = tokio::select! {
        passed = far::meet(&state, &mut desk) => passed,
        _ = cuts.changed() => Err(io::ErrorKind::ConnectionReset.into()),
    };
    if passed.is_err() {
        far::reset(&desk);
    }
}
