//! Daily roots at a desk.

use sync_protocol::merkle::Tree;
use sync_protocol::{FeedEntry, Hash, Leaf, Office, SignedRoot, TreeRoot, WITNESS, Witness};

use crate::filled::{Feeding, centre_key, filled};

fn problems(feeding: &Feeding) -> Vec<String> {
    feeding.store.verify().unwrap().problems
}

#[test]
fn a_root_that_fits_is_kept_and_no_trouble() {
    let folder = tempfile::tempdir().unwrap();
    let feeding = filled(folder.path());
    let roots = feeding.store.witnessed().unwrap();
    let days: Vec<_> = roots.iter().map(|root| root.day().unwrap()).collect();
    assert_eq!(days, ["2026-11-24", "2026-11-25"]);
    assert!(roots.iter().all(|root| root.problem.is_none()));
    assert_eq!(feeding.store.witness_problems().unwrap(), 0);
    assert_eq!(feeding.store.verify().unwrap().roots, 2);
    assert_eq!(problems(&feeding), Vec::<String>::new());
}

#[test]
fn a_tree_whose_past_was_rewritten_is_told_until_it_is_known_and_named_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let mut feeding = filled(folder.path());
    // Another office's feed ended otherwise on the first day than everyone was told.
    let mut rewritten = Tree::new();
    rewritten.push(Hash([0x5a; 32]));
    rewritten.extend((1..feeding.tree.size()).map(|leaf| Leaf::feed(0, Office(9), &head(leaf)).hash()));
    feeding.tree = rewritten;
    feeding.witness(20_783);
    assert_eq!(feeding.store.witness_problems().unwrap(), 1);
    let told = "witness: root of 2026-11-26 over 9 leaves, entry 12: it does not continue the root of 2026-11-25 \
                over 6 leaves: what was witnessed until then has been changed";
    assert_eq!(problems(&feeding), [told]);
    // What comes after it continues it: one rewriting is told once.
    feeding.witness(20_784);
    assert_eq!(feeding.store.witness_problems().unwrap(), 1);
    feeding.store.write(|writing| writing.mark_witness_seen()).unwrap();
    assert_eq!(feeding.store.witness_problems().unwrap(), 0);
    assert_eq!(problems(&feeding), [told]);
}

fn head(number: u64) -> sync_protocol::FeedHead {
    let beginning = sync_protocol::FeedHead::beginning(&centre_key().public(), Office(9));
    sync_protocol::FeedHead { number, ..beginning }
}

#[test]
fn a_root_that_is_unsigned_unreadable_or_not_of_this_feed_stops_nothing_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut feeding = Feeding::new(folder.path());
    let complaint = feeding.register(1);
    let root = TreeRoot { day: 20_781, size: 1, root: Hash([1; 32]) };
    let unsigned = SignedRoot::from_bytes(vec![0x40]);
    for signed in [unsigned, SignedRoot::sign(&root, &centre_key())] {
        let witness = Witness { root: signed, consistency: Vec::new(), leaf: 0, inclusion: Vec::new() };
        feeding.put(witness.to_entry());
    }
    feeding.put(FeedEntry::Unknown { kind: WITNESS, body: vec![0x01] });
    feeding.send();
    feeding.take_up(&[0x81, 0x00]);
    assert!(feeding.store.complaint(complaint).unwrap().unwrap().waiting == 0, "the feed goes on");
    let problems = problems(&feeding);
    let expected = ["signature does not fit", "does not hold the head of this feed", "cannot be read"];
    assert_eq!(problems.len(), 3, "{problems:?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.contains(expected), "{expected}: {problem}");
    }
    assert_eq!(feeding.store.witness_problems().unwrap(), 3);
}

#[test]
fn a_registration_is_proven_under_the_first_root_that_holds_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut feeding = Feeding::new(folder.path());
    let id = feeding.register(1);
    let proof = feeding.store.proof(id).unwrap().unwrap();
    assert_eq!((proof.registration.entry, proof.root, proof.problems.len()), (None, None, 0));
    feeding.take_up(&[0x81, 0x00]);
    let proof = feeding.store.proof(id).unwrap().unwrap();
    assert_eq!((proof.registration.entry, proof.root.is_none()), (Some(4), true));
    let root = feeding.witness(20_781);
    feeding.witness(20_782);
    let proof = feeding.store.proof(id).unwrap().unwrap();
    let proven = proof.root.unwrap();
    assert_eq!((proven.root, proven.leaf.number, proven.day().as_str()), (root, 4, "2026-11-24"));
    assert_eq!(proof.problems, Vec::<String>::new());
    let registration = feeding.store.registration(id).unwrap().unwrap();
    assert!(registration.short_form().matches(registration.sequence, &registration.id));
    // What is registered later stands under no root yet.
    let later = feeding.register(2);
    feeding.take_up(&[0x81, 0x00]);
    assert_eq!(feeding.store.proof(later).unwrap().unwrap().root, None);
}
