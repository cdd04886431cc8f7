//! What may go wrong, and how often it does in a seed. Each seed draws its own mix: about a third of the faults never
//! happen in it, the others seldom or often, so that every pair of faults meets without the others in some seed.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::random::Random;

macro_rules! faults {
    ($($(#[$doc:meta])* $fault:ident = $word:literal, $often:literal;)+) => {
        /// Something that may go wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Fault {
            $($(#[$doc])* $fault,)+
        }

        impl Fault {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$fault),+];

            /// The word for it at the command line.
            pub fn word(self) -> &'static str {
                match self { $(Self::$fault => $word),+ }
            }

            /// How often it happens where it happens often, in a thousand occasions.
            fn often(self) -> u64 {
                match self { $(Self::$fault => $often),+ }
            }
        }
    };
}

faults! {
    /// A request does not arrive.
    DropRequest = "drop-request", 300;
    /// An answer does not arrive.
    DropAnswer = "drop-answer", 300;
    /// A request arrives once more, up to two days later.
    DuplicateRequest = "duplicate-request", 200;
    /// A request arrives up to three days later, when nobody waits for the answer any more.
    DelayRequest = "delay-request", 150;
    /// An earlier answer comes instead of the right one.
    StaleAnswer = "stale-answer", 150;
    /// The line breaks within the request.
    CutRequest = "cut-request", 300;
    /// The line breaks within the answer.
    CutAnswer = "cut-answer", 300;
    /// Bits of a request change on the way.
    FlipRequest = "flip-request", 100;
    /// Bits of an answer change on the way.
    FlipAnswer = "flip-answer", 100;
    /// A computer crashes before or after one of its next commits, or while it waits.
    CrashDesk = "crash-desk", 150;
    /// The centre crashes before or after one of its next commits.
    CrashCentre = "crash-centre", 100;
    /// A computer's disk is full for a while.
    FullDesk = "full-desk", 60;
    /// The centre's disk is full for a while.
    FullCentre = "full-centre", 40;
    /// A computer has no line for weeks.
    LongOffline = "long-offline", 40;
    /// A computer's clock is wrong by up to years. The occasion is the computer's admission.
    WrongClock = "wrong-clock", 600;
    /// A computer writes kinds of operations that nobody else knows. The occasion is its admission.
    NewerVersion = "newer-version", 400;
    /// A computer begins with the version before, which cannot read everything. The occasion is its admission.
    OlderVersion = "older-version", 400;
    /// The centre begins with the version before. The occasion is its founding.
    OlderCentre = "older-centre", 300;
    /// A computer is shut out. The occasions of this and all that follow are a few moments in each seed.
    Revoke = "revoke", 150;
    /// A computer is admitted in the middle.
    LateComputer = "late-computer", 500;
    /// The centre gets another profile.
    ProfileChange = "profile-change", 300;
    /// A computer is restored from an older image.
    RestoreDesk = "restore-desk", 400;
    /// A computer's disk is cloned and both go on.
    CloneDesk = "clone-desk", 300;
    /// The centre is restored from an older image.
    RestoreCentre = "restore-centre", 300;
    /// A computer is gone for good, and a new one takes its place.
    ReplaceDesk = "replace-desk", 300;
    /// A computer exchanges by stick. The occasion is a clerk's deed.
    CarryStick = "carry-stick", 80;
    /// A stick is pulled out before all is on it.
    PulledStick = "pulled-stick", 200;
    /// A stick is lost on its way.
    LostStick = "lost-stick", 200;
    /// What is on a stick is read once more, perhaps long after newer ones.
    StickAgain = "stick-again", 200;
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Fault {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let words = || Self::ALL.iter().map(|fault| fault.word()).collect::<Vec<_>>().join(", ");
        let found = Self::ALL.iter().copied().find(|fault| fault.word() == word);
        found.ok_or_else(|| format!("“{word}” is none of {}", words()))
    }
}

/// How often each fault happens, and how often it has happened.
#[derive(Debug, Default)]
pub(crate) struct Mix {
    per_mille: BTreeMap<Fault, u32>,
    /// What has happened so far.
    pub(crate) happened: BTreeMap<Fault, u64>,
}

impl Mix {
    /// Draws a mix of these faults.
    pub(crate) fn draw(random: &mut Random, faults: &[Fault]) -> Self {
        let mut per_mille = BTreeMap::new();
        for fault in Fault::ALL {
            // Drawn for all, so that leaving one out does not change how often the others happen.
            let (on, most) = (random.below(3) > 0, fault.often());
            let rate = u32::try_from(if random.chance(500) { most } else { most / 8 }).unwrap_or(0);
            if on && faults.contains(fault) {
                per_mille.insert(*fault, rate);
            }
        }
        Self { per_mille, happened: BTreeMap::new() }
    }

    /// Whether the fault happens at all in this seed.
    pub(crate) fn has(&self, fault: Fault) -> bool {
        self.per_mille.contains_key(&fault)
    }

    /// Whether the fault happens on this occasion.
    pub(crate) fn strikes(&mut self, fault: Fault, random: &mut Random) -> bool {
        let strikes = self.per_mille.get(&fault).copied().is_some_and(|per_mille| random.chance(per_mille));
        if strikes {
            *self.happened.entry(fault).or_default() += 1;
        }
        strikes
    }

    /// From now on nothing goes wrong.
    pub(crate) fn heal(&mut self) {
        self.per_mille.clear();
    }
}
