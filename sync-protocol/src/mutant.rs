//! Deliberate mistakes, for proving that the simulator would notice them: a test that cannot fail proves nothing.
//!
//! Each place where a mistake could be made asks [`is`] whether it is to be made now. One is switched on for the
//! current thread, by the simulator and by nobody else. In a build without debug assertions, that is in every program
//! that is handed out, [`is`] is the constant `false`: nothing of a mistake is compiled in, and nothing can switch
//! one on. `docs/mistakes.md` tells where each of them happened to others.

use std::cell::Cell;

macro_rules! mutants {
    ($($(#[$doc:meta])* $mutant:ident = $name:literal, $mistake:literal;)+) => {
        /// A deliberate mistake.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Mutant {
            $($(#[$doc])* $mutant,)+
        }

        impl Mutant {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$mutant),+];

            /// Its name at the command line.
            pub fn name(self) -> &'static str {
                match self { $(Self::$mutant => $name),+ }
            }

            /// The row of the table in `docs/mistakes.md` that it belongs to.
            pub fn mistake(self) -> u8 {
                match self { $(Self::$mutant => $mistake),+ }
            }
        }
    };
}

mutants! {
    /// The desk commits how far it has read before it commits what it has read.
    CursorBeforeApply = "cursor-before-apply", 1;
    /// The desk issues under new ids what the centre has, and the centre counts it again.
    RetryUnderNewId = "retry-under-new-id", 2;
    /// The centre takes what it has already once more.
    NoDedupe = "no-dedupe", 2;
    /// The centre takes an operation for known when it has one of that number.
    DedupeBySequence = "dedupe-by-sequence", 2;
    /// The desk's cursor is the highest number that it has seen, whatever lies before.
    HolesNeverFilled = "holes-never-filled", 3;
    /// After a restore of the centre the desk forgets what the centre has lost, and tells nobody.
    NoTestimony = "no-testimony", 4;
    /// The desk does not send again what the restored centre has lost of its log.
    NoReplay = "no-replay", 4;
    /// The centre does not look whether the desk's feed is its own.
    NoEpochCheck = "no-epoch-check", 4;
    /// The centre compares numbers and no hashes, and goes on with a log that is not the one it has.
    NoForkCheck = "no-fork-check", 5;
    /// At both ends an acknowledgement is a number without the hash.
    BareAcknowledgement = "bare-acknowledgement", 5;
    /// The centre acknowledges although its commit failed.
    AcknowledgedBeforeCommit = "acknowledged-before-commit", 6;
    /// The desk marks as acknowledged what it sends.
    MarkedOnSend = "marked-on-send", 6;
    /// The desk drops from its outbox what is acknowledged and was not seen yet.
    DroppedOnAcknowledgement = "dropped-on-acknowledgement", 6;
    /// The desk does not send what it has seen in the feed, acknowledged or not.
    SeenIsEnough = "seen-is-enough", 6;
    /// The centre passes over what its rules refuse, and says nothing.
    RefusedSkipped = "refused-skipped", 7;
    /// The desk takes back what was refused, text and all.
    RefusedRolledBack = "refused-rolled-back", 8;
    /// After a failure nothing is sent until somebody writes.
    NoRetry = "no-retry", 9;
    /// One operation that is refused stops all behind it.
    PoisonBlocks = "poison-blocks", 10;
    /// What came before a cut is thrown away.
    CutLosesAll = "cut-loses-all", 12;
    /// The desk writes down the entries, and folds only one of the complaints that they are about.
    PartialApply = "partial-apply", 12;
    /// The centre takes nothing from a computer whose clock is wrong.
    SkewRefused = "skew-refused", 14;
    /// A kind of operation that the desk does not know stops it.
    UnknownKindStops = "unknown-kind-stops", 15;
    /// What an older version could not read stays without effect at the desk after the upgrade.
    UpgradeFoldsNothing = "upgrade-folds-nothing", 15;
    /// The desk does not look whether the entries lead to the head that was signed, and takes an answer of yesterday.
    StaleAnswerAccepted = "stale-answer-accepted", 3;
    /// A snapshot takes the place of everything, and what the desk had not sent goes with it.
    SnapshotDropsUnsent = "snapshot-drops-unsent", 18;
}

thread_local! {
    static ON: Cell<Option<Mutant>> = const { Cell::new(None) };
}

/// Whether that mistake is to be made here and now.
pub fn is(mutant: Mutant) -> bool {
    cfg!(debug_assertions) && ON.get() == Some(mutant)
}

/// Makes a mistake on this thread until the guard is dropped. Without debug assertions it does nothing.
pub fn switch_on(mutant: Mutant) -> SwitchedOn {
    if cfg!(debug_assertions) {
        ON.set(Some(mutant));
    }
    SwitchedOn { _on_this_thread: std::marker::PhantomData }
}

/// A mistake is switched on as long as this lives, on this thread alone.
#[derive(Debug)]
pub struct SwitchedOn {
    _on_this_thread: std::marker::PhantomData<*const ()>,
}

impl Drop for SwitchedOn {
    fn drop(&mut self) {
        ON.set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_made_on_its_own_thread_and_only_while_it_is_switched_on() {
        let on = switch_on(Mutant::NoDedupe);
        assert_eq!(is(Mutant::NoDedupe), cfg!(debug_assertions));
        assert!(!is(Mutant::NoRetry));
        std::thread::scope(|scope| {
            assert!(
                !scope.spawn(|| is(Mutant::NoDedupe)).join().unwrap(),
                "another thread knows nothing of it"
            );
        });
        drop(on);
        assert!(!is(Mutant::NoDedupe));
    }

    #[test]
    fn every_mistake_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = Mutant::ALL.iter().map(|mutant| mutant.name()).collect();
        assert_eq!(names.len(), Mutant::ALL.len());
    }
}
