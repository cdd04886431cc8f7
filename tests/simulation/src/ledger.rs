//! What people did, as they would tell it: every operation that was saved, by whom and in which order. The simulation
//! compares with it what the centre and the computers hold.

use std::collections::{BTreeMap, BTreeSet};

use complaints::{ComplaintId, OfficeCode};

/// Who saves: a computer (each copy of a cloned one by itself) or the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Author {
    /// The computer at that place in the world.
    Computer(usize),
    /// The agents at the centre.
    Centre,
}

/// An operation that was saved.
#[derive(Debug, Clone)]
pub(crate) struct Saved {
    pub(crate) author: Author,
    /// How often the author was put back to an older image before: what was done before and after such a jump need not
    /// have known of each other.
    pub(crate) life: u32,
    pub(crate) office: OfficeCode,
    pub(crate) complaint: Option<ComplaintId>,
    /// What a person would look for: a piece of text that stands in this operation alone.
    pub(crate) words: String,
    /// The operation itself.
    pub(crate) payload: Vec<u8>,
    /// The centre had it and has lost it since, so that it comes back later than what was done meanwhile.
    pub(crate) lost_once: bool,
    /// Why it may be missing although it was saved: its only copy is gone.
    pub(crate) excused: Option<&'static str>,
}

/// Everything that was saved, in order.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) saved: Vec<Saved>,
    /// The complaints that each office has had, in the order in which they came to it.
    complaints: BTreeMap<OfficeCode, Vec<ComplaintId>>,
    names: BTreeMap<ComplaintId, usize>,
    /// Those that somebody has handed over.
    handed_over: BTreeSet<ComplaintId>,
    words: u64,
}

impl Ledger {
    /// The next piece of text that nobody has written before.
    pub(crate) fn next_words(&mut self) -> String {
        self.words += 1;
        format!("«{}»", self.words)
    }

    /// Writes down what was saved.
    pub(crate) fn save(&mut self, saved: Saved) {
        if let Some(id) = saved.complaint
            && !self.names.contains_key(&id)
        {
            self.names.insert(id, self.names.len() + 1);
            self.complaints.entry(saved.office).or_default().push(id);
        }
        self.saved.push(saved);
    }

    /// Somebody hands a complaint over: the people of the other office may come to see it.
    pub(crate) fn hand_over(&mut self, id: ComplaintId, to: OfficeCode) {
        self.handed_over.insert(id);
        let there = self.complaints.entry(to).or_default();
        if !there.contains(&id) {
            there.push(id);
        }
    }

    /// Whether that was saved somewhere about a complaint that somebody has handed over: it may stand in several logs.
    pub(crate) fn may_stand_elsewhere(&self, payload: &[u8]) -> bool {
        let mut same = self.saved.iter().filter(|saved| saved.payload == payload);
        same.any(|saved| saved.complaint.is_some_and(|id| self.handed_over.contains(&id)))
    }

    /// The complaints that an office has had.
    pub(crate) fn complaints(&self, office: OfficeCode) -> &[ComplaintId] {
        self.complaints.get(&office).map_or(&[], Vec::as_slice)
    }

    /// What the trace calls a complaint.
    pub(crate) fn name(&self, id: ComplaintId) -> String {
        self.names.get(&id).map_or_else(|| "a complaint nobody knows".to_owned(), |name| format!("c{name}"))
    }

    /// What an author has saved, in order.
    pub(crate) fn of(&self, author: Author) -> impl DoubleEndedIterator<Item = &Saved> {
        self.saved.iter().filter(move |saved| saved.author == author)
    }

    /// The centre had these before it was restored, and does not have them now.
    pub(crate) fn note_lost(&mut self, lost: &BTreeSet<Vec<u8>>) {
        for saved in self.saved.iter_mut().filter(|saved| lost.contains(&saved.payload)) {
            saved.lost_once = true;
        }
    }

    /// After a catastrophe: what nobody holds any more may stay away. How many there are.
    pub(crate) fn excuse_all_but(&mut self, held: &BTreeSet<Vec<u8>>, why: &'static str) -> usize {
        let lost =
            self.saved.iter_mut().filter(|saved| saved.excused.is_none() && !held.contains(&saved.payload));
        lost.map(|saved| saved.excused = Some(why)).count()
    }
}
