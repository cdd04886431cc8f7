//! What becomes of a call on its way: lost, delayed, doubled, cut, changed, or answered with what was said before.
//! Whoever asks waits for a minute of silence and gives up, as the real line does.

use sync_protocol::LineError;

use crate::faults::Fault;
use crate::line::{Asked, Call, CallId, Delivery};
use crate::world::{Checked, Event, World};

/// How long a computer waits in silence.
const SILENCE_MS: i64 = 60_000;
const HOUR_MS: i64 = 3_600_000;
/// How many of its earlier answers the network remembers for each computer.
const REMEMBERED: usize = 4;

/// A request on its way to the centre.
#[derive(Debug)]
pub(crate) struct Arrival {
    pub(crate) computer: usize,
    pub(crate) call: CallId,
    pub(crate) asked: Asked,
    pub(crate) request: Vec<u8>,
    /// Somebody waits for the answer.
    pub(crate) awaited: bool,
    /// Its bytes were changed on the way.
    pub(crate) tampered: bool,
}

impl World {
    /// Sends what a computer asks.
    pub(crate) fn send(&mut self, computer: usize, call: Call) {
        let Call { id, asked, mut request } = call;
        self.requests += 1;
        let name = self.computers[computer].name.clone();
        let length = request.len();
        if self.now() < self.computers[computer].offline_until_ms {
            let end = Err(LineError::Unreachable("there is no line".to_owned()));
            self.tell(format_args!("{name} has no line"));
            return self
                .later(1, Event::Back { computer, call: id, delivery: Delivery { bytes: Vec::new(), end } });
        }
        self.computers[computer].tampered = false;
        let silence = Delivery { bytes: Vec::new(), end: Err(LineError::Unreachable("silence".to_owned())) };
        self.later(SILENCE_MS, Event::Back { computer, call: id, delivery: silence });
        if self.mix.strikes(Fault::DuplicateRequest, &mut self.random) {
            let after = 1_000 + self.random.mostly_short_ms(48 * HOUR_MS);
            self.tell(format_args!(
                "the line doubles the request of {name}; the copy comes in {} s",
                after / 1_000
            ));
            let request = request.clone();
            self.later(
                after,
                Event::Arrive(Arrival {
                    computer,
                    call: id,
                    asked,
                    request,
                    awaited: false,
                    tampered: false,
                }),
            );
        }
        if self.mix.strikes(Fault::DropRequest, &mut self.random) {
            return self.tell(format_args!("the line loses the request of {name} ({length} bytes)"));
        }
        let mut up = self.latency_ms();
        if self.mix.strikes(Fault::DelayRequest, &mut self.random) {
            up += SILENCE_MS + self.random.mostly_short_ms(72 * HOUR_MS);
            self.tell(format_args!("the line holds the request of {name} back for {} s", up / 1_000));
        }
        let mut awaited = true;
        if self.mix.strikes(Fault::CutRequest, &mut self.random) {
            let kept = self.random.index(length);
            request.truncate(kept);
            awaited = false;
            self.tell(format_args!("the line cuts the request of {name} after {kept} of {length} bytes"));
            self.break_off(computer, id, up + 1);
        }
        if self.mix.strikes(Fault::FlipRequest, &mut self.random) {
            self.flip(&mut request);
            self.computers[computer].tampered = true;
            self.tell(format_args!("the line changes bits in the request of {name}"));
        }
        let tampered = self.computers[computer].tampered;
        self.later(up, Event::Arrive(Arrival { computer, call: id, asked, request, awaited, tampered }));
    }

    /// A request reaches the centre, and the answer sets out.
    pub(crate) fn arrive(&mut self, arrival: Arrival) -> Checked {
        let Arrival { computer, call, asked, request, awaited, tampered } = arrival;
        let name = self.computers[computer].name.clone();
        if self.mix.strikes(Fault::FullCentre, &mut self.random) {
            self.tell(format_args!("the disk of the centre is full"));
            self.centre.set_full(true)?;
            let until = self.random.mostly_short_ms(24 * HOUR_MS);
            self.later(until, Event::CentreHasRoom);
        }
        self.perhaps_arm_centre();
        let (answer, end) = self.centre.answer(asked, request);
        if self.centre.disk.has_crashed() {
            self.restart_centre_if_it_crashed()?;
            let delivery = Delivery { bytes: answer, end: Err(broken()) };
            self.later(1, Event::Back { computer, call, delivery });
            return Ok(());
        }
        self.centre.disk.disarm();
        match end {
            Err(error) => {
                // Cut and changed requests are said to be unreachable; a centre that fails otherwise is full.
                if matches!(error, LineError::Busy(_)) && !self.centre.full {
                    return Err(format!("the centre cannot answer {name}: {error}"));
                }
                self.tell(format_args!("the centre cannot take the request of {name}: {error}"));
                let delivery = Delivery { bytes: Vec::new(), end: Err(error) };
                if awaited {
                    self.later(1, Event::Back { computer, call, delivery });
                }
                return Ok(());
            }
            Ok(()) if asked == Asked::Sync && !tampered => self.check_outcome(computer, &answer)?,
            Ok(()) => {}
        }
        if awaited {
            self.return_answer(computer, call, asked, answer);
        }
        Ok(())
    }

    fn return_answer(&mut self, computer: usize, call: CallId, asked: Asked, mut answer: Vec<u8>) {
        let name = self.computers[computer].name.clone();
        let down = self.latency_ms();
        let length = answer.len();
        let is_sync = asked == Asked::Sync;
        let remembered = &mut self.computers[computer].answers;
        let earlier: Vec<Vec<u8>> = remembered.iter().cloned().collect();
        if is_sync {
            remembered.push_back(answer.clone());
            if remembered.len() > REMEMBERED {
                remembered.pop_front();
            }
        }
        if self.mix.strikes(Fault::DropAnswer, &mut self.random) {
            return self.tell(format_args!("the line loses the answer to {name} ({length} bytes)"));
        }
        if is_sync && !earlier.is_empty() && self.mix.strikes(Fault::StaleAnswer, &mut self.random) {
            answer.clone_from(self.random.pick(&earlier));
            self.computers[computer].tampered = true;
            self.tell(format_args!("an earlier answer comes to {name} instead of the right one"));
        }
        // What an admission says is protected by the line's encryption alone, so nobody changes it here.
        if is_sync && self.mix.strikes(Fault::FlipAnswer, &mut self.random) {
            self.flip(&mut answer);
            self.computers[computer].tampered = true;
            self.tell(format_args!("the line changes bits in the answer to {name}"));
        }
        let mut end = Ok(());
        if self.mix.strikes(Fault::CutAnswer, &mut self.random) {
            let kept = self.random.index(answer.len());
            self.tell(format_args!(
                "the line cuts the answer to {name} after {kept} of {} bytes",
                answer.len()
            ));
            answer.truncate(kept);
            end = Err(broken());
        }
        self.later(down, Event::Back { computer, call, delivery: Delivery { bytes: answer, end } });
    }

    fn break_off(&mut self, computer: usize, call: CallId, after_ms: i64) {
        let delivery = Delivery { bytes: Vec::new(), end: Err(broken()) };
        self.later(after_ms, Event::Back { computer, call, delivery });
    }

    fn latency_ms(&mut self) -> i64 {
        20 + self.random.mostly_short_ms(3_000)
    }

    fn flip(&mut self, bytes: &mut [u8]) {
        if bytes.is_empty() {
            return;
        }
        for _ in 0..self.random.between(1, 3) {
            let at = self.random.index(bytes.len());
            bytes[at] ^= 1 << self.random.below(8);
        }
    }
}

fn broken() -> LineError {
    LineError::Unreachable("the line broke".to_owned())
}
