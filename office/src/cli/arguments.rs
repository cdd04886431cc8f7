//! The arguments, as `--help` shows them.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand};

use super::casework::CaseVerb;
use super::finding::{ExportArguments, FilterArguments};
use super::papers::{LetterArguments, ListArguments, ReceiptArguments};

/// The office without a window: enrol this computer, register complaints, exchange them with the centre.
#[derive(Debug, Parser)]
#[command(name = "guichet-office", version, propagate_version = true)]
pub(super) struct Arguments {
    /// Folder of this computer's encrypted store.
    #[arg(long, global = true, value_name = "DIR", env = "GUICHET_DATA")]
    pub(super) data: Option<PathBuf>,

    /// Where the keys are kept: keyring, passphrase (asked for, or in GUICHET_PASSPHRASE) or file:PATH (in the
    /// clear, readable by its owner). Chosen at enrolment; later only file:PATH matters, if the file has moved.
    #[arg(long, global = true, value_name = "keyring|passphrase|file:PATH", default_value = "keyring")]
    pub(super) key_store: KeyStoreChoice,

    /// Print JSON: one object, or one a line.
    #[arg(long, global = true)]
    pub(super) json: bool,

    #[command(subcommand)]
    pub(super) verb: Verb,
}

/// `--key-store`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum KeyStoreChoice {
    Keyring,
    Passphrase,
    File(PathBuf),
}

impl FromStr for KeyStoreChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "keyring" => Ok(Self::Keyring),
            "passphrase" => Ok(Self::Passphrase),
            _ => match text.strip_prefix("file:") {
                Some(path) if !path.is_empty() => Ok(Self::File(path.into())),
                _ => Err("write keyring, passphrase or file:PATH".to_owned()),
            },
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Ask the centre to admit this computer, and make its store.
    Enrol {
        /// The centre's address; may be left out where the administrator's policy sets it.
        #[arg(long, value_name = "URL", conflicts_with = "from")]
        server: Option<String>,
        /// Without a line: the file of the office that the centre made.
        #[arg(long, value_name = "FILE")]
        from: Option<PathBuf>,
        /// The one-time code of the office, or the code that opens the file.
        #[arg(long)]
        code: String,
    },
    /// Ask the centre to admit this computer once more, after it was shut out or the centre has lost it. Everything
    /// that was saved stays, and goes to the centre under the new admission.
    Readmit {
        /// A new one-time code of the same office.
        #[arg(long)]
        code: String,
    },
    /// List what came from the centre and cannot be counted here.
    Quarantine,
    /// The centre has moved to another address.
    Server {
        /// Its new address.
        #[arg(long)]
        url: String,
    },
    /// Add somebody who may sign in at the desk.
    #[command(subcommand)]
    Clerk(ClerkVerb),
    /// List what a clerk did on a day.
    Done {
        /// The clerk's id, as `clerk list` shows it, or the whole name.
        clerk: String,
        /// The day, as 2026-11-24; otherwise today.
        #[arg(long)]
        day: Option<String>,
    },
    /// Encrypted copies of the store, and the way back from one.
    #[command(subcommand)]
    Backup(BackupVerb),
    /// What is set on this computer.
    #[command(subcommand)]
    Settings(SettingsVerb),
    /// What the administrator has set for this computer, above its settings.
    #[command(subcommand)]
    Policy(PolicyVerb),
    /// Write the diagnostics file: versions, counts and codes, and nobody's words.
    Diagnose {
        /// The file.
        #[arg(long, value_name = "FILE.json")]
        out: PathBuf,
    },
    /// Register complaints from a file, one JSON object a line; `-` reads standard input.
    Register {
        /// The file.
        #[arg(long, value_name = "FILE.jsonl")]
        from: PathBuf,
        /// The name under which they are registered.
        #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
        author: String,
    },
    /// List complaints, newest first; filters narrow together.
    List(FilterArguments),
    /// Write complaints as a table (CSV or XLSX) or as a list on paper (PDF), and note who took it.
    Export(ExportArguments),
    /// List who took which table along.
    Exports,
    /// Tell which complaints may be about the same: those like one of them, or all pairs of the last 30 days.
    Duplicates {
        /// A complaint's reference.
        reference: Option<String>,
    },
    /// Show a complaint.
    Show {
        /// Its reference.
        reference: String,
    },
    /// Find complaints in which every word occurs.
    Search {
        /// The words.
        #[arg(required = true)]
        words: Vec<String>,
        /// The most that are shown.
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Write a note on a complaint.
    Note(NoteArguments),
    /// Correct a field of a complaint: surname, other_names, nic, phone, email, address, locality, place, subject,
    /// text or category.
    Correct {
        /// The complaint's reference.
        reference: String,
        /// The field.
        field: String,
        /// What it shall be; empty: nothing.
        value: String,
        /// The name under which it is corrected.
        #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
        author: String,
    },
    /// List fields that two people corrected differently at the same time.
    Conflicts,
    /// Choose between such values: one of them, or another one.
    Choose {
        /// The complaint's reference.
        reference: String,
        /// The field.
        field: String,
        /// What it shall be; empty: nothing.
        value: String,
        /// The name under which it is chosen.
        #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
        author: String,
    },
    /// List what was done here and not accepted by the centre, until somebody has dealt with it.
    Tasks,
    /// Deal with what was not accepted.
    #[command(subcommand)]
    Task(TaskVerb),
    #[command(flatten)]
    Case(CaseVerb),
    /// Add a document to a complaint.
    Attach {
        /// The complaint's reference.
        reference: String,
        /// A picture (JPEG, PNG, WebP) or a PDF.
        file: PathBuf,
        /// What it is called in the complaint; otherwise the file's name.
        #[arg(long)]
        name: Option<String>,
        /// The name under which it is added.
        #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
        author: String,
    },
    /// Work with documents.
    #[command(subcommand)]
    Document(DocumentVerb),
    /// Exchange with the centre until nothing waits or the line fails (then exit status 1).
    Sync,
    /// Exchange with the centre by a file on a stick, where there is no line.
    #[command(subcommand)]
    Carry(CarryVerb),
    /// What waits, and when the last exchange was.
    Status,
    /// Write a complaint's receipt as PDF, or check one that was brought back.
    Receipt(ReceiptArguments),
    /// List the letters that make sense as a complaint stands.
    Letters {
        /// The complaint's reference.
        reference: String,
    },
    /// Write a letter as PDF; a further copy says that it is a duplicate.
    Letter(LetterArguments),
    /// Write the register of a day as PDF: what was registered then.
    RegisterOfDay(ListArguments),
    /// Write the report of a month as PDF: what was registered then, and what became of it.
    ReportOfMonth(ListArguments),
    /// Check the store's file, chains, signatures, daily roots and states.
    Verify,
    /// Prove that a complaint's registration stands in the register, under which daily root.
    Proof {
        /// The complaint's reference.
        reference: String,
        /// The register's line of a receipt, to compare with: 417-K7PM-3XQT-9AB2-51.
        #[arg(long, value_name = "LINE")]
        receipt: Option<String>,
    },
    /// The centre's daily roots, which this computer witnesses.
    #[command(subcommand)]
    Witness(WitnessVerb),
}

#[derive(Debug, Subcommand)]
pub(super) enum WitnessVerb {
    /// List them, the oldest first; exit status 1 when one did not fit.
    List,
    /// Say that those which did not fit are known of: the status no longer tells them, `verify` does.
    Seen,
}

#[derive(Debug, Subcommand)]
pub(super) enum ClerkVerb {
    /// Add a clerk.
    Add {
        /// The name as it shall stand in the history.
        #[arg(long)]
        name: String,
        /// head, clerk or trainee.
        #[arg(long, default_value = "clerk")]
        role: String,
        /// Read the PIN from standard input instead of asking for it.
        #[arg(long)]
        pin_stdin: bool,
    },
    /// List those who may sign in.
    List,
    /// Give a clerk another task.
    Role {
        /// The clerk's id, as `clerk list` shows it, or the whole name.
        clerk: String,
        /// head, clerk or trainee.
        role: String,
    },
    /// Give a clerk who has forgotten it another PIN or passphrase. It is read from standard input.
    Pin {
        /// The clerk's id, as `clerk list` shows it, or the whole name.
        clerk: String,
    },
    /// Let somebody sign in no longer; nothing of theirs counts that the centre does not have yet.
    Disable {
        /// The clerk's id, as `clerk list` shows it, or the whole name.
        clerk: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum BackupVerb {
    /// Choose where backups go, and the passphrase that opens them (asked for, or in GUICHET_BACKUP_PASSPHRASE).
    SetUp {
        /// A folder on a stick or on another disk.
        #[arg(long, value_name = "DIR")]
        place: PathBuf,
        /// How many are kept.
        #[arg(long, default_value_t = 7)]
        keep: u32,
    },
    /// Make one now, and read it again.
    Now,
    /// List those that lie in the place.
    List,
    /// Read one from end to end; exit status 1 when it does not hold together.
    Verify {
        /// The file.
        file: PathBuf,
    },
    /// Make a computer of one, in a folder that has no store. Its keys are kept as --key-store says.
    Restore {
        /// The file.
        file: PathBuf,
        /// The folder.
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum PolicyVerb {
    /// Say what it sets, and what is wrong in it; exit status 1 when something is.
    Check {
        /// The file; left out, the one that counts on this computer.
        file: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum SettingsVerb {
    /// Show it.
    Show,
    /// Set it. What is not named stays.
    Set {
        /// Paper of receipts: a4, a5, or empty for the profile's.
        #[arg(long)]
        paper: Option<String>,
        /// Printer of sheets, as `lpstat -e` names it; empty: the window asks each time.
        #[arg(long, value_name = "NAME")]
        sheet_printer: Option<String>,
        /// Printer of receipts on a roll; empty: the window asks each time.
        #[arg(long, value_name = "NAME")]
        roll_printer: Option<String>,
        /// Folder in which the scanner leaves its pictures; empty for none.
        #[arg(long, value_name = "DIR")]
        scanner_folder: Option<String>,
        /// The way out of the network: system, none, or the proxy's address.
        #[arg(long)]
        proxy: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum TaskVerb {
    /// Note that it is settled.
    Done {
        /// Its id, or the beginning of it.
        id: String,
        /// The name under which it is noted.
        #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
        author: String,
    },
    /// Do it again on the complaint as it stands now; a registration becomes a draft.
    Again {
        /// Its id, or the beginning of it.
        id: String,
        /// The name under which it is done.
        #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
        author: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum DocumentVerb {
    /// Want a document that is not on this computer: it comes with the next exchange.
    Fetch {
        /// Its hash: 64 hexadecimal digits, as `show` tells it.
        hash: String,
    },
    /// Write a document to a file.
    Save {
        /// Its hash: 64 hexadecimal digits, as `show` tells it.
        hash: String,
        /// The file.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum CarryVerb {
    /// Write everything that waits into a file for the centre. Writing it again is harmless.
    Out {
        /// The file.
        file: PathBuf,
    },
    /// Read the centre's reply.
    In {
        /// The file.
        file: PathBuf,
    },
    /// Hand another office's file on to the centre over this computer's line. Nothing of it can be read here.
    Forward {
        /// The other office's file.
        file: PathBuf,
        /// Where the reply is written, which goes back to the other office.
        #[arg(long, value_name = "FILE")]
        reply: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(super) struct NoteArguments {
    /// The complaint's reference.
    pub(super) reference: String,
    /// The note.
    #[arg(long)]
    pub(super) text: String,
    /// For the citizen too, not only for colleagues.
    #[arg(long)]
    pub(super) for_citizen: bool,
    /// The name under which it is written.
    #[arg(long = "as", value_name = "NAME", default_value = "administrator")]
    pub(super) author: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_hang_together() {
        use clap::CommandFactory;
        Arguments::command().debug_assert();
    }

    #[test]
    fn data_stands_before_or_after_the_verb() {
        for line in ["x --data d status --json", "x status --data d --json", "x --json status --data d"] {
            let arguments = Arguments::try_parse_from(line.split(' ')).unwrap();
            assert_eq!((arguments.data, arguments.json), (Some(PathBuf::from("d")), true));
        }
    }

    #[test]
    fn a_key_store_is_one_of_three() {
        assert_eq!("file:/k".parse(), Ok(KeyStoreChoice::File("/k".into())));
        assert!("file:".parse::<KeyStoreChoice>().is_err());
        assert!("clear".parse::<KeyStoreChoice>().is_err());
    }
}
