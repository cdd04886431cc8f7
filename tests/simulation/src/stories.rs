//! Stories whose plot is told and not drawn, for what the seeds meet too seldom to test it by them.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use complaints::{AttachDocument, Body, DocumentId, Operation};
use office_store::{StoreError, Writing};
use sync_engine::Engine;

use crate::Options;
use crate::centre::{at_once, told};
use crate::clerk::{Deed, perform};
use crate::computers::HOUR_MS;
use crate::line::Delivery;
use crate::random::Random;
use crate::world::World;

/// A byte of a document changes on its way, and the line breaks before the whole of it has come: nobody can know of that
/// byte yet. Then the troubles are over. How many bytes of it the centre has: before the line broke, and once all is
/// quiet.
///
/// # Errors
/// What does not hold.
pub fn a_document_is_changed_before_the_healing(content: &[u8]) -> Result<(u64, u64), String> {
    let mut world = World::new(1, &Options { faults: Vec::new(), whole_trace: false, mutant: None });
    world.install(1)?;
    world.run_for(HOUR_MS)?;
    let made = register_with(&world, content)?;
    // The operations go first, and alone.
    exchange(&world, |_| {}, true)?;
    let change = |request: &mut Vec<u8>| {
        let middle = request.len() / 2;
        request[middle / 2] ^= 1;
        request.truncate(middle);
    };
    exchange(&world, change, false)?;
    let before = at_the_centre(&world, &made)?;
    world.settle()?;
    Ok((before, at_the_centre(&world, &made)?))
}

/// A complaint with a document at the first computer.
fn register_with(world: &World, content: &[u8]) -> Result<Operation, String> {
    let pc = &world.computers[0];
    let store = pc.store.as_ref().ok_or("the computer is not admitted")?;
    let at = "2026-01-05T09:00:00+04:00".parse().map_err(|_| "a moment is not one")?;
    let attached = AttachDocument {
        document: DocumentId::of(content),
        size: content.len() as u64,
        media_type: "application/pdf".to_owned(),
        name: "Scan".to_owned(),
        pages: None,
        width: None,
        height: None,
    };
    let add = |writing: &mut Writing<'_>| {
        let made = perform(writing, pc.office, Deed::Register, "No water", at, &mut Random::new(1))?;
        if let Some(made) = &made {
            writing.put_document(&attached, content)?;
            writing.append(&Operation { body: Body::AttachDocument(attached.clone()), ..made.clone() })?;
        }
        Ok::<_, StoreError>(made)
    };
    let made = store.write(add).map_err(|error| error.to_string())?;
    made.ok_or_else(|| "the rules forbid a registration".to_owned())
}

/// The first computer's next request reaches the centre as `change` leaves it. Whether the answer comes back.
fn exchange(world: &World, change: impl FnOnce(&mut Vec<u8>), answered: bool) -> Result<(), String> {
    let pc = &world.computers[0];
    let store = pc.store.as_ref().ok_or("the computer is not admitted")?;
    let entropy = || Some([7; 64]);
    let engine = Engine::new(store, &pc.key, &pc.line, &pc.link, &entropy);
    let mut round = pin!(engine.round());
    let mut context = Context::from_waker(Waker::noop());
    if round.as_mut().poll(&mut context).is_ready() {
        return Err("the computer asks for nothing".to_owned());
    }
    let mut call = pc.line.take_calls().pop().ok_or("the computer asks for nothing")?;
    change(&mut call.request);
    let (bytes, end) = world.centre.answer(call.asked, call.request);
    if !answered {
        return Ok(());
    }
    pc.line.bring(call.id, Delivery { bytes, end });
    match round.poll(&mut context) {
        Poll::Ready(Ok(_)) => Ok(()),
        Poll::Ready(Err(error)) => Err(error.to_string()),
        Poll::Pending => Err("the computer waits for more than its answer".to_owned()),
    }
}

fn at_the_centre(world: &World, made: &Operation) -> Result<u64, String> {
    let centre = &world.centre.centre;
    let subject = made.subject.ok_or("it is on no complaint")?;
    let complaint =
        at_once(centre.complaint(subject)).map_err(told)?.ok_or("the centre lacks the complaint")?;
    let documents = at_once(centre.documents(&complaint)).map_err(told)?;
    documents.first().map(|document| document.have).ok_or_else(|| "the centre lacks the document".to_owned())
}
