//! Which peers there are, how each is driven, and what it does not do: durability, encryption, signatures.

/// In which language a peer's server and driver are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// `node`, packages by `npm ci`.
    JavaScript,
    /// `python3`, packages by `pip` into a virtual environment.
    Python,
}

/// A peer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Peer {
    /// Under which `--only` knows it.
    pub(crate) name: &'static str,
    /// As the report calls it.
    pub(crate) title: &'static str,
    /// Its folder below benchmarks/peers.
    pub(crate) folder: &'static str,
    pub(crate) language: Language,
    /// The packages whose versions the report tells.
    pub(crate) packages: &'static [&'static str],
    /// The last argument of its driver: how many records go in one batch.
    pub(crate) option: &'static str,
    /// Takes minutes, so it is measured with `--full` alone.
    pub(crate) is_slow: bool,
    /// When its server says that it has something, is it on the disk?
    pub(crate) durability: &'static str,
    /// What else Guichet does and it does not, or the other way round.
    pub(crate) remarks: &'static str,
}

const POUCHDB: &[&str] = &["pouchdb", "express-pouchdb", "express"];
const POUCHDB_DURABILITY: &str = "no: LevelDB without fsync at both ends; a power cut loses the last writes";
const POUCHDB_REMARKS: &str = "no encryption, no signatures; merges by picking a winner; keeps all revisions";

/// All of them.
pub(crate) const PEERS: [Peer; 7] = [
    Peer {
        name: "bare",
        title: "bare minimum",
        folder: "bare",
        language: Language::Python,
        packages: &["zstandard"],
        option: "",
        is_slow: false,
        durability: "yes: SQLite, synchronous=FULL at both ends",
        remarks: "no encryption, no signatures, no history, no rules, no conflicts: the last write wins; one table",
    },
    Peer {
        name: "pouchdb",
        title: "PouchDB, batches of 1,000",
        folder: "pouchdb",
        language: Language::JavaScript,
        packages: POUCHDB,
        option: "1000",
        is_slow: false,
        durability: POUCHDB_DURABILITY,
        remarks: POUCHDB_REMARKS,
    },
    Peer {
        name: "pouchdb-100",
        title: "PouchDB, batches of 100 (its default)",
        folder: "pouchdb",
        language: Language::JavaScript,
        packages: POUCHDB,
        option: "100",
        is_slow: true,
        durability: POUCHDB_DURABILITY,
        remarks: POUCHDB_REMARKS,
    },
    Peer {
        name: "pouchdb-5000",
        title: "PouchDB, batches of 5,000",
        folder: "pouchdb",
        language: Language::JavaScript,
        packages: POUCHDB,
        option: "5000",
        is_slow: true,
        durability: POUCHDB_DURABILITY,
        remarks: POUCHDB_REMARKS,
    },
    Peer {
        name: "rxdb",
        title: "RxDB",
        folder: "rxdb",
        language: Language::JavaScript,
        packages: &["rxdb", "rxjs"],
        option: "1000",
        is_slow: false,
        durability: "no: both ends keep everything in memory and nothing on the disk",
        remarks: "no encryption, no signatures; the server is a small one of our own for its HTTP replication",
    },
    Peer {
        name: "loro",
        title: "Loro, one document",
        folder: "loro",
        language: Language::JavaScript,
        packages: &["loro-crdt"],
        option: "",
        is_slow: false,
        durability: "yes: whole document (client) or updates (server) with fsync",
        remarks: "no encryption, no signatures, no rules; everyone holds everything in memory and writes it whole",
    },
    Peer {
        name: "kinto",
        title: "Kinto on PostgreSQL",
        folder: "kinto",
        language: Language::Python,
        packages: &["kinto", "kinto-http"],
        option: "",
        is_slow: true,
        durability: "yes: SQLite synchronous=FULL (client, ours), PostgreSQL with its own settings (server)",
        remarks: "no encryption at rest, no signatures; batches of 25, the most that its server takes unless told",
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn each_peer_has_a_name_of_its_own_a_driver_a_server_and_pinned_packages() {
        let names: BTreeSet<&str> = PEERS.iter().map(|peer| peer.name).collect();
        assert_eq!(names.len(), PEERS.len());
        for peer in PEERS {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(peer.folder);
            let (ending, pinned) = match peer.language {
                Language::JavaScript => ("js", "package-lock.json"),
                Language::Python => ("py", "requirements.txt"),
            };
            for file in [format!("driver.{ending}"), format!("server.{ending}"), pinned.to_owned()] {
                assert!(folder.join(&file).is_file(), "{}: {file}", peer.name);
            }
            let pins = std::fs::read_to_string(folder.join(pinned)).unwrap();
            assert!(peer.packages.iter().all(|package| pins.contains(package)), "{}", peer.name);
            // The registry that a lock file was made with is nobody's business, and npm's own is the default.
            assert!(!pins.contains("\"resolved\""), "{}", peer.name);
        }
    }
}
