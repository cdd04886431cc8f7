//! The desk itself: which screen comes first, who sits there, how the exchange stands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The screen that the desk opens with, and everything that screen needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "screen", rename_all = "snake_case")]
#[ts(export)]
pub enum Screen {
    /// No store yet: ask for the centre's address and the one-time code.
    Enrol,
    /// The store's key is wrapped with a passphrase: ask for it.
    Passphrase,
    /// The operating system's keyring holds the key but does not answer, or is locked. Trying again may help.
    KeyringAway,
    /// The store is there and its key is not. Nothing is recreated; the page says whom to call.
    KeyMissing,
    /// The store's file cannot be read as a store. Nothing is overwritten.
    StoreDamaged,
    /// Another program has the store open.
    StoreBusy,
    /// Enrolled, and nobody may sign in yet: the first clerk gives name and PIN and heads the office.
    FirstClerk {
        /// The office that this computer belongs to.
        office: OfficeView,
    },
    /// Somebody signs in.
    SignIn {
        /// The office that this computer belongs to.
        office: OfficeView,
        /// Everyone who may sign in here, sorted by name.
        clerks: Vec<ClerkView>,
    },
    /// A clerk is signed in: the morning page.
    Work {
        /// The office that this computer belongs to.
        office: OfficeView,
        /// Who is signed in.
        clerk: ClerkView,
        /// What the profile keeps from this clerk, as words: `resolve`, `answer`, `pass_on`, `withdraw`, `correct`,
        /// `export`.
        may_not: Vec<String>,
    },
}

/// An office and this computer in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct OfficeView {
    /// Two digits, as in the reference.
    pub code: String,
    /// The office's name as the profile gives it, for example `CAB 12`.
    pub name: String,
    /// The number of this computer in its office, from 1.
    pub device: u32,
    /// The centre's address.
    pub server: String,
    /// Minutes by which the deployment's clocks are ahead of UTC today: what counts as “today” at the counter.
    pub utc_offset_min: i32,
    /// Invented complaints to practise with: nothing is ever sent from here.
    pub sample: bool,
    /// How clerks sign in here.
    pub sign_in: SignInView,
}

/// How clerks sign in, as the profile says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SignInView {
    /// The fewest digits of a PIN.
    pub shortest_pin: u32,
    /// Whether a passphrase may take a PIN's place.
    pub passphrases: bool,
    /// The fewest characters of a passphrase.
    pub shortest_passphrase: u32,
    /// Minutes without a touch after which the desk locks itself.
    pub lock_after_minutes: u32,
}

/// A clerk who may sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClerkView {
    /// Opaque.
    pub id: String,
    /// As typed.
    pub name: String,
    /// `head`, `clerk` or `trainee`.
    pub role: String,
    /// When the last draft of this clerk was kept; told where somebody signs in.
    pub draft_at: Option<String>,
}

/// Something that somebody of the office did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct DoneView {
    /// When, by the clock of the computer where it was done.
    pub at: String,
    /// The kind of the operation, as in [`super::HistoryStep`].
    pub what: String,
    /// The complaint; none for what is about the office itself.
    pub complaint: Option<String>,
    /// Its reference.
    pub reference: Option<String>,
    /// Its few words.
    pub subject: String,
}

/// What is known about the line to the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Line {
    /// Nothing has been tried since the desk was opened.
    Unknown,
    /// The last attempt reached the centre.
    Up,
    /// The last attempt did not.
    Down,
}

/// A standing reason why exchanges do not work, other than a line that is down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Trouble {
    /// The centre speaks another version of the protocol: one of the two must be upgraded.
    ProtocolVersion,
    /// The centre does not know this computer, or has revoked it.
    NotAdmitted,
    /// What the centre has and what this computer has do not fit together: one of them was restored from a
    /// backup. What was saved here stays here.
    Diverged,
    /// What answers at the address is not a centre (a hotel's sign-in page, a proxy, another web site).
    NotACentre,
    /// This computer's disk is full.
    DiskFull,
    /// A daily root of the centre does not continue those that this computer has witnessed: what the centre had on an
    /// earlier day has been changed, or it was restored. Exchanges go on.
    PastChanged,
    /// The centre has shut this computer out. What was saved before it heard so has gone, or still goes, to the centre.
    ShutOut,
    /// Something came from the centre that cannot be counted here. It is kept, and everything behind it counts.
    Quarantined,
}

/// What the status line is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ExchangeStatus {
    /// The line, as of the last attempt.
    pub line: Line,
    /// An exchange is going on.
    pub exchanging: bool,
    /// Operations not yet acknowledged and seen again in the pulled log.
    pub waiting: u32,
    /// Of those that waited when the present exchange began, how many are confirmed by now.
    pub confirmed: u32,
    /// How many waited when the present exchange began.
    pub started_with: u32,
    /// Operations that the centre did not accept and nobody has looked at yet.
    pub refused: u32,
    /// Operations of this computer that the centre did not accept and nobody has dealt with yet.
    pub tasks: u32,
    /// Complaints in which two values of a field stand side by side.
    pub conflicts: u32,
    /// Citizens whose complaint has moved and who have not been told.
    pub to_tell: u32,
    /// Documents of which something is still to be sent.
    pub documents_waiting: u32,
    /// Bytes of documents that are still to cross, both ways together.
    pub documents_left_bytes: u32,
    /// When the oldest waiting operation was saved.
    pub oldest_waiting_at: Option<String>,
    /// When the last exchange ended well.
    pub last_exchange_at: Option<String>,
    /// What operations and entries took on the line in the last exchange that had any, in bytes.
    pub last_line_bytes: Option<u32>,
    /// What they are unpacked, in bytes.
    pub last_plain_bytes: Option<u32>,
    /// When the next attempt is due.
    pub next_try_at: Option<String>,
    /// Something that waiting will not mend.
    pub trouble: Option<Trouble>,
    /// This computer was made of a backup, and has not exchanged with the centre since.
    pub restored: bool,
    /// Seconds by which this computer's clock is ahead of the centre's (negative: behind), when it is more
    /// than five minutes.
    pub clock_ahead_s: Option<i32>,
}

/// One operation that waits to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct WaitingView {
    /// The complaint that it belongs to; none for an operation about the office itself.
    pub complaint: Option<String>,
    /// The complaint's reference.
    pub reference: Option<String>,
    /// The complaint's few words; empty where there is none.
    pub subject: String,
    /// The kind of the operation, as in [`super::HistoryStep`].
    pub what: String,
    /// When it was saved.
    pub saved_at: String,
    /// Whose name it carries.
    pub by: String,
}

/// What was written to a stick.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CarriedOut {
    /// Where.
    pub file: String,
    /// Operations in it.
    pub operations: u32,
}

/// What a reply on a stick brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct CarriedIn {
    /// Operations that the centre has confirmed by it.
    pub confirmed: u32,
    /// Operations that came in.
    pub arrived: u32,
    /// Operations that still wait.
    pub waiting: u32,
    /// The centre was restored and lacks older operations: a new file for it holds them again.
    pub write_again: bool,
}
