//! The tree over all days, its entries and the short form are pinned by vectors that another implementation can read,
//! and described by the CDDL.
//!
//! `GUICHET_WRITE_VECTORS=1 cargo test -p sync-protocol --test witness` writes vectors that are not there yet. One that
//! was released never changes.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use sync_protocol::merkle::{Tree, is_consistent, is_included, leaf_hash};
use sync_protocol::{
    ChainHead, DeviceId, DeviceKey, FeedHead, Hash, Leaf, Office, Sequence, ShortForm, SignedRoot, TreeRoot,
    Witness,
};

fn centre() -> DeviceKey {
    DeviceKey::from_seed(&[2; 32])
}

/// On two days the heads of offices 11 and 12 and of device 7.
fn days() -> (Tree, Vec<Leaf>) {
    let head = |office| FeedHead::beginning(&centre().public(), Office(office));
    let log = ChainHead { sequence: Sequence(3), hash: Hash([5; 32]) };
    let leaves: Vec<Leaf> = [20_781, 20_782]
        .into_iter()
        .flat_map(|day| {
            [
                Leaf::feed(day, Office(11), &head(11)),
                Leaf::feed(day, Office(12), &head(12)),
                Leaf::log(day, DeviceId(7), &log),
            ]
        })
        .collect();
    let mut tree = Tree::new();
    tree.extend(leaves.iter().map(Leaf::hash));
    (tree, leaves)
}

fn root(day: i32, size: u64) -> TreeRoot {
    TreeRoot { day, size, root: days().0.root(size).unwrap() }
}

/// The second day's entry in the feed of office 12.
fn entry() -> Witness {
    let tree = days().0;
    Witness {
        root: SignedRoot::sign(&root(20_782, 6), &centre()),
        consistency: tree.consistency_proof(3, 6).unwrap(),
        leaf: 4,
        inclusion: tree.inclusion_proof(4, 6).unwrap(),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn pinned(name: &str, told: &str) {
    let path = folder().join(name);
    if !path.exists() && std::env::var_os("GUICHET_WRITE_VECTORS").is_some() {
        std::fs::write(&path, told).unwrap();
    }
    let pinned = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(pinned, told, "{name} has changed");
}

fn hex(bytes: &[u8]) -> String {
    let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    text.as_bytes().chunks(96).map(|line| format!("{}\n", std::str::from_utf8(line).unwrap())).collect()
}

#[test]
fn the_tree_is_the_one_that_was_pinned() {
    let mut tree = Tree::new();
    let mut told = format!("root of no leaf: {}\n", tree.root(0).unwrap());
    // Leaf n is the one byte n.
    for n in 0..8_u8 {
        tree.push(leaf_hash(&[n]));
        writeln!(told, "root of {} leaves: {}", n + 1, tree.root(u64::from(n) + 1).unwrap()).unwrap();
    }
    for leaf in 0..7 {
        writeln!(told, "leaf {leaf} of 7:").unwrap();
        tree.inclusion_proof(leaf, 7).unwrap().iter().for_each(|hash| writeln!(told, "  {hash}").unwrap());
    }
    for first in 1..7 {
        writeln!(told, "{first} leaves to 7:").unwrap();
        tree.consistency_proof(first, 7).unwrap().iter().for_each(|hash| writeln!(told, "  {hash}").unwrap());
    }
    pinned("merkle.txt", &told);
}

#[test]
fn the_entry_and_its_leaves_are_those_that_were_pinned() {
    pinned("entry-witness.hex", &hex(&minicbor::to_vec(entry().to_entry()).unwrap()));
    let (tree, leaves) = days();
    let mut told = String::new();
    for leaf in &leaves {
        writeln!(told, "{} -> {}", hex(&minicbor::to_vec(leaf).unwrap()).replace('\n', ""), leaf.hash())
            .unwrap();
    }
    for size in [3, 6] {
        writeln!(told, "root of {size} leaves: {}", tree.root(size).unwrap()).unwrap();
    }
    writeln!(told, "short form of operation 417 with the last root as its id: {}", {
        ShortForm::of(Sequence(417), &tree.root(6).unwrap())
    })
    .unwrap();
    pinned("witness.txt", &told);
}

#[test]
fn the_pinned_entry_proves_what_it_says() {
    let head = FeedHead::beginning(&centre().public(), Office(12));
    let before = root(20_781, 3);
    assert_eq!(entry().check(Office(12), &head, Some(&before), &centre().public()), Ok(root(20_782, 6)));
    let now = root(20_782, 6);
    assert!(is_consistent((3, &before.root), (6, &now.root), &entry().consistency));
    assert!(is_included(&days().1[4].hash(), 4, 6, &now.root, &entry().inclusion));
}

#[test]
fn entry_root_and_leaves_follow_the_cddl() {
    let cddl = std::fs::read_to_string(folder().join("../../../docs/sync-protocol.cddl")).unwrap();
    let follows = |rule: &str, bytes: &[u8]| {
        cddl_cat::validate_cbor_bytes(rule, &cddl, bytes).unwrap_or_else(|error| panic!("{rule}: {error}"));
    };
    let bytes = minicbor::to_vec(entry().to_entry()).unwrap();
    follows("witness-entry", &bytes);
    follows("entry", &bytes);
    follows("cose-sign1", entry().root.as_bytes());
    follows("tree-root", &minicbor::to_vec(root(20_782, 6)).unwrap());
    days().1.iter().for_each(|leaf| follows("leaf", &minicbor::to_vec(leaf).unwrap()));
    assert!(cddl_cat::validate_cbor_bytes("leaf", &cddl, &bytes).is_err(), "the tool can refuse");
}
