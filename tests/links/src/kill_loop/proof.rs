//! After everything has healed: nothing that was confirmed is lost, nothing is doubled, both ends are equal.

use std::collections::BTreeMap;

use desktop::{Centre, Outcome, Trouble};

use super::desk::{Deed, Desk};
use super::{DEED_LIMIT, excuse};
use crate::ends::{audit, must_be_equal};
use crate::kill_loop::Fault;

/// How many exchanges bring everything to everybody: each sends, then each hears of what the others sent.
const EXCHANGES: usize = 2;

/// Lets everybody finish what was begun, and compares the books with what is there.
pub(super) fn nothing_is_lost(centre: &Centre, desks: &mut [Desk]) -> Outcome<()> {
    for desk in desks.iter_mut() {
        let open: Vec<u32> = desk.open.iter().copied().collect();
        finish(desk, &Deed::Register(open))?;
        for (reference, number, _) in desk.scans.clone() {
            finish(desk, &Deed::Attach { reference, number })?;
        }
    }
    for _ in 0..EXCHANGES {
        desks.iter_mut().try_for_each(|desk| finish(desk, &Deed::Exchange))?;
    }
    let wanted: BTreeMap<u32, &str> = desks
        .iter()
        .flat_map(|desk| desk.references.iter().map(|(number, reference)| (*number, reference.as_str())))
        .collect();
    let there = audit(centre)?;
    for desk in desks.iter() {
        let status = desk.computer.ask()?.word("status").json()?;
        if status["waiting"] != 0 || status["refused"] != 0 {
            return Err(Trouble::new(format!("something still waits or was refused: {status}")));
        }
        must_be_equal(&there, &desk.computer, wanted.len())?;
        each_is_there_once(desk, &wanted)?;
    }
    desks.iter().try_for_each(|desk| notes_are_there_once(centre, desk))?;
    scans_are_everywhere(centre, desks)
}

/// Each scan is whole at the centre, once, and comes whole to the other computers.
fn scans_are_everywhere(centre: &Centre, desks: &[Desk]) -> Outcome<()> {
    let scans = || desks.iter().flat_map(|desk| &desk.scans);
    for (reference, _, hash) in scans() {
        let shown = centre.show(reference)?;
        let documents = shown["documents"].as_array().map(Vec::as_slice).unwrap_or_default();
        let found: Vec<_> =
            documents.iter().filter(|it| it["document"].as_str() == hash.as_deref()).collect();
        if found.len() != 1 || found[0]["whole"] != true {
            return Err(Trouble::new(format!("{hash:?} is not once and whole at the centre: {shown}")));
        }
    }
    for desk in desks {
        for (_, _, hash) in scans() {
            let hash = hash.as_deref().unwrap_or_default();
            desk.computer.ask()?.words(["document", "fetch", hash]).run()?;
        }
        let exchanged = desk.computer.ask()?.word("sync").json()?;
        if exchanged["documents_waiting"] != 0 {
            return Err(Trouble::new(format!("documents still wait: {exchanged}")));
        }
        for (_, number, hash) in scans() {
            let file = desk.beside("saved.pdf");
            let save = desk.computer.ask()?.words(["document", "save", hash.as_deref().unwrap_or_default()]);
            save.word(&file).run()?;
            let there = std::fs::read(&file).map_err(|error| Trouble::while_doing(file.display(), error))?;
            if there != offices::scan(there.len(), *number) {
                return Err(Trouble::new(format!("scan {number} is not what was added")));
            }
        }
    }
    Ok(())
}

fn finish(desk: &mut Desk, deed: &Deed) -> Outcome<()> {
    let ended = desk.start(deed)?.end_within(DEED_LIMIT)?;
    let ended = ended.ok_or_else(|| Trouble::new(format!("{deed:?} hangs at the end")))?;
    desk.take(deed, &ended)?;
    if !ended.is_success() {
        return Err(Trouble::new(format!("{deed:?} fails when nothing is wrong: {}", ended.said.trim())));
    }
    excuse(deed, Fault::Nothing, &ended)
}

fn each_is_there_once(desk: &Desk, wanted: &BTreeMap<u32, &str>) -> Outcome<()> {
    let mut found: BTreeMap<u32, String> = BTreeMap::new();
    for row in desk.computer.ask()?.word("list").json_lines()? {
        let number = row["subject"].as_str().and_then(|subject| subject.rsplit(' ').next()?.parse().ok());
        let (Some(number), Some(reference)) = (number, row["reference"].as_str()) else {
            return Err(Trouble::new(format!("nobody registered this: {row}")));
        };
        if let Some(other) = found.insert(number, reference.to_owned()) {
            return Err(Trouble::new(format!("case {number} is there twice, as {other} and {reference}")));
        }
    }
    for (number, reference) in wanted {
        match found.remove(number) {
            Some(there) if there == *reference => {}
            other => {
                return Err(Trouble::new(format!(
                    "case {number} was confirmed as {reference}; there: {other:?}"
                )));
            }
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Trouble::new(format!("nobody registered {found:?}"))) }
}

fn notes_are_there_once(centre: &Centre, desk: &Desk) -> Outcome<()> {
    for note in &desk.written {
        let shown = centre.show(&note.reference)?;
        let steps = shown["history"].as_array().map(Vec::as_slice).unwrap_or_default();
        let times = steps.iter().filter(|step| step["text"] == note.text.as_str()).count();
        if times > 1 || (note.confirmed && times == 0) {
            return Err(Trouble::new(format!("{note:?} is there {times} times: {shown}")));
        }
    }
    Ok(())
}
