//! The proxy that tests put between desk and centre: it listens on a port of this machine and stops when dropped.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::oneshot;

use crate::counts::Counts;
use crate::far::{self, Far};
use crate::shape::Shape;
use crate::state::State;

/// Small, so that who sends feels the line instead of a deep buffer, in bytes.
const RECEIVE_BUFFER_BYTES: u32 = 16 * 1024;
const BACKLOG: u32 = 256;

/// A line, with its far end.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    state: Arc<State>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
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
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let is_slow = shape.bandwidth_bit_s.is_some();
        let listener = {
            // The caller may be inside a runtime of its own.
            let _entered = runtime.enter();
            listen(address, is_slow)?
        };
        let address = listener.local_addr()?;
        let state = Arc::new(State::new(far, shape));
        let (stop, stopped) = oneshot::channel();
        let serving = serve(listener, Arc::clone(&state));
        let thread = std::thread::Builder::new().name("line".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = serving => {}
                    _ = stopped => {}
                }
            });
        })?;
        Ok(Self { address, state, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its address, as people type that of a centre.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
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

impl Drop for Proxy {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It has nothing to tell.
            let _ = thread.join();
        }
    }
}

fn listen(address: SocketAddr, is_slow: bool) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    if is_slow {
        socket.set_recv_buffer_size(RECEIVE_BUFFER_BYTES)?;
    }
    socket.bind(address)?;
    socket.listen(BACKLOG)
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
