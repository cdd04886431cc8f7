//! What must hold. At each step, where it is cheap: what was saved last is still shown. At the end: the centre's log
//! has every operation exactly once and in each author's order, every replica equals the centre's fold byte for byte,
//! only legal changes were accepted, and everyone's own words are where they were written.

use std::collections::BTreeMap;

use central_server::LoggedOperation;
use complaints::{Body, OfficeCode, Operation, Refusal, Verdict};
use office_store::Store;

use crate::centre::{at_once, told};
use crate::computers::{Computer, Stage};
use crate::ledger::{Author, Saved};
use crate::transitions;
use crate::world::{Checked, World};

impl World {
    /// After a deed or an exchange at a computer: its last words are still there, and still shown.
    pub(crate) fn check_last_words(&self, computer: usize) -> Checked {
        let pc = &self.computers[computer];
        // An older image does not show it before it has caught up.
        let Some(store) = pc.store.as_ref().filter(|_| !pc.restored) else { return Ok(()) };
        let last = self.ledger.of(Author::Computer(computer)).next_back();
        // What the centre has lost comes back with those who have it; an older image may have to wait for them.
        let may_wait = |saved: &&Saved| saved.lost_once && saved.life < pc.life;
        match last.filter(|saved| saved.excused.is_none() && !may_wait(saved)) {
            Some(saved) if !shows(store, saved)? => {
                Err(format!("{} no longer shows {}", pc.name, saved.words))
            }
            _ => Ok(()),
        }
    }

    /// Once all is quiet.
    pub(crate) fn check_everything(&mut self) -> Checked {
        let taken = self.computers.iter().filter_map(|pc| pc.store.as_ref()?.snapshots_taken().ok());
        self.snapshots = taken.map(|taken| taken.len() as u64).sum();
        let audit = at_once(self.centre.centre.verify()).map_err(told)?;
        if let Some(fault) = audit.faults.first() {
            return Err(format!("the centre’s audit finds: {fault}"));
        }
        for pc in self.computers.iter() {
            let Some(store) = &pc.store else { continue };
            let found = store.verify().map_err(|error| format!("{}: {error}", pc.name))?;
            if let Some(problem) = found.problems.first() {
                return Err(format!("{} finds: {problem}", pc.name));
            }
            let office = audit.offices.iter().find(|office| office.office == pc.office);
            let office = office.ok_or_else(|| format!("the audit leaves out office {}", pc.office))?;
            if pc.stage == Stage::ShutOut {
                continue;
            }
            if found.head.hash.to_string() != office.head || found.entries != office.entries {
                return Err(format!("{} has another feed than the centre", pc.name));
            }
            let fold: String = found.fold.iter().map(|byte| format!("{byte:02x}")).collect();
            if fold != office.fold || found.complaints != office.complaints {
                return Err(format!("{} folds to another state than the centre", pc.name));
            }
            self.check_own_log(&pc.name, store)?;
            if store.profile().ok().as_deref() != Some(&self.centre.profile.to_bytes()) {
                return Err(format!("{} does not have the profile in force", pc.name));
            }
        }
        for office in &audit.offices {
            self.check_log(office.office)?;
            self.check_documents(office.office)?;
        }
        self.check_all_words()
    }

    /// A document that anybody of the office still has is whole at the centre.
    fn check_documents(&self, office: OfficeCode) -> Checked {
        for id in self.ledger.complaints(office) {
            let Some(complaint) = at_once(self.centre.centre.complaint(*id)).map_err(told)? else { continue };
            let documents = at_once(self.centre.centre.documents(&complaint)).map_err(told)?;
            for document in documents.iter().filter(|document| !document.is_whole()) {
                let has = |pc: &&Computer| {
                    let stored =
                        pc.store.as_ref().and_then(|store| store.document(&document.id).ok().flatten());
                    pc.stage != Stage::ShutOut
                        && pc.office == office
                        && stored.is_some_and(|stored| stored.is_whole())
                };
                if let Some(pc) = self.computers.iter().find(has) {
                    return Err(format!("{} has a document that is not whole at the centre", pc.name));
                }
            }
        }
        Ok(())
    }

    fn check_own_log(&self, name: &str, store: &Store) -> Checked {
        let log = store.own_log().map_err(|error| error.to_string())?;
        let (waiting, _) = store.waiting_count().map_err(|error| error.to_string())?;
        if log.head != log.acknowledged || waiting > 0 {
            return Err(format!("{name} still has {waiting} operations waiting"));
        }
        Ok(())
    }

    /// The centre's log of an office against what people saved there.
    fn check_log(&self, office: OfficeCode) -> Checked {
        let logged = at_once(self.centre.centre.logged(office)).map_err(told)?;
        let mut places: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        // What two copies of a computer have both issued again stands there twice and counts once.
        let repeated = [Refusal::Repeated, Refusal::AlreadyRegistered].map(Verdict::Refused);
        let once = logged.iter().enumerate().filter(|(_, operation)| !repeated.contains(&operation.verdict));
        for (place, operation) in once {
            places.entry(&operation.payload).or_default().push(place);
        }
        let mut last_of: BTreeMap<(Author, u32), usize> = BTreeMap::new();
        for saved in self.ledger.saved.iter().filter(|saved| saved.office == office) {
            let place = match (places.remove(saved.payload.as_slice()).as_deref(), saved.excused) {
                (Some([place]), _) => *place,
                (None, Some(_)) => continue,
                // What a restored centre gets back after the hand-over joins the story where it goes on.
                (None, None) if saved.lost_once && self.stands_elsewhere(saved)? => continue,
                (None, None) => return Err(format!("{} of {} is lost", saved.words, self.told(saved))),
                // A word on the office that two copies of a computer bring changes nothing the second time.
                (Some([first, ..]), _) if saved.complaint.is_none() && self.anyone_began_anew() => *first,
                // Nor does what is refused as often as it comes, because its complaint is not registered there.
                (Some([first, ..]), _) if self.restores && !counts_twice(&logged, &saved.payload) => *first,
                (Some(several), _) => {
                    return Err(format!("{} counts {} times", saved.words, several.len()));
                }
            };
            // What a restored centre gets back comes behind what was done meanwhile, and is there once; all else keeps
            // its author's order.
            if saved.lost_once {
                continue;
            }
            let before = last_of.insert((saved.author, saved.life), place);
            if before.is_some_and(|before| before > place) {
                return Err(format!("{} of {} is out of order", saved.words, self.told(saved)));
            }
        }
        places.retain(|payload, _| !self.ledger.may_stand_elsewhere(payload));
        if !places.is_empty() {
            return Err(format!("office {office} has {} operations that nobody saved", places.len()));
        }
        if self.centre.began_older {
            // It accepted what it could not read, legal or not.
            return Ok(());
        }
        transitions::check(office, &logged, &self.centre.centre)
    }

    /// Whether that stands in the log of another office, to which its complaint was handed over.
    fn stands_elsewhere(&self, saved: &Saved) -> Result<bool, String> {
        if !self.ledger.may_stand_elsewhere(&saved.payload) {
            return Ok(false);
        }
        for office in at_once(self.centre.centre.offices()).map_err(told)? {
            let logged = at_once(self.centre.centre.logged(office.code)).map_err(told)?;
            if logged.iter().any(|operation| operation.payload == saved.payload) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whoever wrote something still has it, shut out or not, unless the disk that had it is gone.
    fn check_all_words(&self) -> Checked {
        for (place, pc) in self.computers.iter().enumerate() {
            let Some(store) = &pc.store else { continue };
            for saved in self.ledger.of(Author::Computer(place)) {
                // An older image that was shut out before it caught up never gets back what it lacks.
                let may_be = saved.excused.is_some() && (pc.stage == Stage::Working || saved.life < pc.life);
                let is_gone = pc.restored || may_be;
                if !is_gone && !shows(store, saved)? {
                    return Err(format!("{} has lost the words {}", pc.name, saved.words));
                }
            }
        }
        Ok(())
    }

    fn anyone_began_anew(&self) -> bool {
        self.restores || self.computers.iter().any(Computer::has_begun_anew)
    }

    fn told(&self, saved: &Saved) -> String {
        match saved.author {
            Author::Computer(place) => self.computers[place].name.clone(),
            Author::Centre => "the agents".to_owned(),
        }
    }
}

/// Whether an operation was accepted more than once.
fn counts_twice(logged: &[LoggedOperation], payload: &[u8]) -> bool {
    let same = logged.iter().filter(|operation| operation.payload == payload);
    same.filter(|operation| Refusal::of(&operation.verdict).is_none()).count() > 1
}

/// Whether a store shows what was saved: in its complaint, among the people, or, where nothing shows it, in its log.
fn shows(store: &Store, saved: &Saved) -> Result<bool, String> {
    let failed = |error: office_store::StoreError| error.to_string();
    let operation = Operation::from_bytes(&saved.payload).map_err(|error| error.to_string())?;
    if let Body::ClerkAdded(added) = &operation.body {
        return Ok(store.clerks().map_err(failed)?.iter().any(|(id, _)| *id == added.clerk));
    }
    if let Some(id) = saved.complaint
        && let Some(record) = store.complaint(id).map_err(failed)?
    {
        let complaint = record.complaint;
        let registered = complaint.register.text.contains(&saved.words);
        if registered || complaint.steps.iter().any(|step| step.operation().as_ref() == Some(&operation)) {
            return Ok(true);
        }
    }
    let held = store.held_operations().map_err(failed)?;
    Ok(held.iter().any(|held| held.payload == saved.payload))
}
