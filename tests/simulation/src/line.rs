//! The line between a computer's engine and the centre: what the engine asks is laid down as a call, and the engine
//! goes on when the world has brought an answer or an end.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use sync_protocol::{Exchange, LineError};

/// The number of a call.
pub(crate) type CallId = u64;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// Admission.
    Enrol,
    /// An exchange.
    Sync,
}

/// A request that waits to be carried.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) id: CallId,
    pub(crate) asked: Asked,
    pub(crate) request: Vec<u8>,
}

/// What comes back: the bytes that arrived, and how it ended.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    pub(crate) bytes: Vec<u8>,
    pub(crate) end: Result<(), LineError>,
}

#[derive(Debug, Default)]
struct Desk {
    asked: Vec<Call>,
    answered: BTreeMap<CallId, Delivery>,
}

/// The line of one computer.
#[derive(Debug, Clone, Default)]
pub(crate) struct SimulatedLine {
    desk: Arc<Mutex<Desk>>,
    numbers: Arc<Mutex<CallId>>,
}

impl SimulatedLine {
    /// A line that numbers its calls together with all others.
    pub(crate) fn new(numbers: &Arc<Mutex<CallId>>) -> Self {
        Self { desk: Arc::default(), numbers: Arc::clone(numbers) }
    }

    /// The calls that were made since the last look.
    pub(crate) fn take_calls(&self) -> Vec<Call> {
        std::mem::take(&mut self.desk().asked)
    }

    /// Brings what came back. Whoever made the call goes on with it when it is polled next.
    pub(crate) fn bring(&self, call: CallId, delivery: Delivery) {
        self.desk().answered.insert(call, delivery);
    }

    async fn call(&self, asked: Asked, request: Vec<u8>) -> Delivery {
        let id = {
            let mut last = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
            *last += 1;
            *last
        };
        self.desk().asked.push(Call { id, asked, request });
        Waiting { line: self.clone(), id }.await
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Exchange for SimulatedLine {
    async fn enrol(&self, request: Vec<u8>) -> Result<Vec<u8>, LineError> {
        let delivery = self.call(Asked::Enrol, request).await;
        delivery.end.map(|()| delivery.bytes)
    }

    async fn sync(&self, request: Vec<u8>, answer: &mut (dyn FnMut(&[u8]) + Send)) -> Result<(), LineError> {
        let delivery = self.call(Asked::Sync, request).await;
        answer(&delivery.bytes);
        delivery.end
    }
}

/// The world polls when it has brought something, so nobody needs to be woken.
struct Waiting {
    line: SimulatedLine,
    id: CallId,
}

impl Future for Waiting {
    type Output = Delivery;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Delivery> {
        match self.line.desk().answered.remove(&self.id) {
            Some(delivery) => Poll::Ready(delivery),
            None => Poll::Pending,
        }
    }
}
