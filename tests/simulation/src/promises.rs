//! What must hold at every step, and not only once all is quiet: an acknowledgement stands for what is durable, whole
//! frames before a cut are kept, and the centre accuses nobody of another past while nobody was put back to one.

use sync_engine::{ExchangeError, Round};
use sync_protocol::{DownFrame, FrameBuffer, Outcome};

use crate::centre::{at_once, told};
use crate::computers::Stage;
use crate::line::Delivery;
use crate::world::{Checked, World};

impl World {
    /// An answer leaves the centre. Without a restore somewhere there is one past, and nobody has to be told of another.
    pub(crate) fn check_outcome(&self, computer: usize, answer: &[u8]) -> Checked {
        let pc = &self.computers[computer];
        let Some(outcome) = outcome_of(answer).filter(|_| !self.restores) else {
            return Ok(());
        };
        let expected = match outcome {
            Outcome::Done | Outcome::InFull | Outcome::Primer | Outcome::Malformed => true,
            Outcome::NotAdmitted => pc.stage == Stage::ShutOut,
            Outcome::Behind | Outcome::Forked | Outcome::FeedDiverged | Outcome::ProtocolVersion => false,
        };
        if expected {
            Ok(())
        } else {
            Err(format!("nobody was restored, and the centre tells {} {outcome:?}", pc.name))
        }
    }

    /// An answer comes to a computer: if it holds whole entries and is cut behind them, they have to be there later.
    pub(crate) fn note_what_came(&mut self, computer: usize, delivery: &Delivery) {
        let pc = &mut self.computers[computer];
        let counts = delivery.end.is_err() && !pc.tampered && has_entries(&delivery.bytes);
        let before = pc.store.as_ref().and_then(|store| store.feed_head().ok()).map(|head| head.number);
        pc.came_after = before.filter(|_| counts);
    }

    /// A round has ended, one way or another.
    pub(crate) fn check_progress(
        &mut self,
        computer: usize,
        round: &Result<Round, ExchangeError>,
    ) -> Checked {
        let pc = &mut self.computers[computer];
        let came_after = pc.came_after.take();
        let Some(store) = pc.store.clone() else { return Ok(()) };
        let failed = |error: office_store::StoreError| error.to_string();
        let line_only = matches!(round, Ok(_) | Err(ExchangeError::Line(_)));
        if line_only
            && came_after.is_some_and(|before| store.feed_head().is_ok_and(|head| head.number <= before))
        {
            return Err(format!("{} throws away what came before a cut", self.computers[computer].name));
        }
        if self.centre_restored {
            return Ok(());
        }
        let acknowledged = store.own_log().map_err(failed)?.acknowledged;
        let device = store.identity().map_err(failed)?.device;
        let durable = at_once(self.centre.centre.log_head(device)).map_err(told)?;
        if durable.is_none_or(|durable| durable.sequence < acknowledged.sequence) {
            return Err(format!(
                "{} takes for acknowledged what the centre does not have: {}",
                self.computers[computer].name, acknowledged.sequence
            ));
        }
        Ok(())
    }
}

fn frames(bytes: &[u8]) -> Vec<DownFrame> {
    let mut buffer = FrameBuffer::new();
    buffer.push(bytes);
    let mut frames = Vec::new();
    while let Ok(Some(frame)) = buffer.next_frame() {
        let Ok(frame) = DownFrame::from_bytes(&frame) else { break };
        frames.push(frame);
    }
    frames
}

fn outcome_of(answer: &[u8]) -> Option<Outcome> {
    match frames(answer).first() {
        Some(DownFrame::Reply(reply)) => Some(reply.outcome),
        _ => None,
    }
}

fn has_entries(bytes: &[u8]) -> bool {
    matches!(frames(bytes).get(..2), Some([DownFrame::Reply(reply), DownFrame::Entries(_)]) if reply.outcome == Outcome::Done)
}
