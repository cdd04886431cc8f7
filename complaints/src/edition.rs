//! The edition of the rules by which operations fold into states. A program of an older edition keeps and relays what it
//! cannot read, and gets along without its effect; upgraded, it folds everything once more. So equal operations give
//! equal states at two ends of the same edition, and a store says of which edition its states are.
//!
//! For simulations of mixed versions a thread can be made to read as a make-believe version before the first one. In a build
//! without debug assertions, that is in every program that is handed out, nothing of that is compiled in.

use std::cell::Cell;

/// The edition of this program. It grows by one whenever a kind of operation, or a field of one, gets an effect on states
/// that it did not have in the last release.
pub const EDITION: u32 = 2;

/// The kinds that the version before the first one is made to miss: telling the citizen, taking back, assigning, triage,
/// merging. What moves a complaint between offices was there from the beginning.
const NEW: [u16; 5] = [11, 16, 17, 18, 19];

thread_local! {
    static READS: Cell<u32> = const { Cell::new(EDITION) };
}

/// The edition by which this thread folds: that of the program, unless a simulation says otherwise.
pub fn edition() -> u32 {
    if cfg!(debug_assertions) { READS.get() } else { EDITION }
}

/// Does something as a program of that edition. Without debug assertions, as this program.
pub fn as_edition<T>(edition: u32, work: impl FnOnce() -> T) -> T {
    let _back = Back(READS.replace(edition));
    work()
}

/// Whether a kind can be read by the edition that this thread reads by.
pub(crate) fn reads(kind: u16) -> bool {
    edition() >= EDITION || !NEW.contains(&kind)
}

/// Puts the edition back, also when the work panics.
struct Back(u32);

impl Drop for Back {
    fn drop(&mut self) {
        READS.set(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::registration;
    use crate::{Body, Complaint, Operation, Triage, Verdict};

    fn urgent() -> Operation {
        Operation { body: Body::Triage(Triage { urgent: true, restricted: false }), ..registration(1) }
    }

    #[test]
    fn what_an_older_program_cannot_read_it_keeps_and_a_newer_one_reads() {
        let bytes = urgent().to_bytes();
        let fold = || {
            let registered = Complaint::apply(None, &registration(1), Verdict::Accepted).unwrap();
            let operation = Operation::from_bytes(&bytes).unwrap();
            Complaint::apply(Some(registered), &operation, Verdict::Accepted).unwrap()
        };
        let (older, newer) = (as_edition(EDITION - 1, fold), fold());
        assert!(!older.is_urgent() && newer.is_urgent());
        assert_eq!(older.version, newer.version);
        let kept = Complaint::from_bytes(&older.to_bytes()).unwrap();
        assert_eq!(kept.steps[1].operation(), Some(urgent()), "its bytes are the same");
    }

    #[test]
    fn the_edition_holds_for_the_work_alone() {
        assert_eq!(as_edition(0, || (edition(), as_edition(1, edition), edition())), (0, 1, 0));
        assert_eq!(edition(), EDITION);
    }
}
