//! The daily roots: they reach every office, continue each other, hold every feed and log, and a past that was
//! rewritten is noticed by the centre's audit and by every desk.

use central_server::Centre;
use sync_protocol::merkle::Tree;
use sync_protocol::{
    DeviceKey, FeedEntry, FeedHead, Hash, Leaf, SignedRoot, TreeRoot, Witness, WitnessFault,
};

use crate::desk::Desk;
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(
    each_day_has_one_root_and_every_office_gets_it,
    the_day_of_the_founding_needs_no_root,
    roots_continue_each_other_and_a_new_office_begins_with_the_next_one,
    two_centres_that_witness_at_once_make_two_roots_of_one_tree,
    a_root_that_is_swapped_or_removed_is_found,
    a_centre_whose_leaves_were_changed_signs_no_more,
    a_past_that_was_rewritten_with_the_centres_own_key_is_noticed_by_the_desks,
    a_registration_is_proven_under_its_daily_root,
);

const DAY_MINUTES: i64 = 24 * 60;

/// The roots that a desk's feed has brought, each checked as any other implementation would.
struct Witnessing {
    roots: Vec<Result<TreeRoot, WitnessFault>>,
    head: FeedHead,
    last: Option<TreeRoot>,
}

impl Witnessing {
    fn of(desk: &Desk) -> Self {
        Self {
            roots: Vec::new(),
            head: FeedHead::beginning(&desk.admitted.centre, desk.admitted.office),
            last: None,
        }
    }

    /// Walks along everything that the desk has not walked along yet.
    fn walk(&mut self, desk: &Desk) {
        for (entry, head) in &desk.seen {
            if let Some(witness) = Witness::of(entry) {
                let centre = &desk.admitted.centre;
                let root = witness.and_then(|witness| {
                    let signed = witness.root.open(centre).ok();
                    let checked = witness.check(desk.admitted.office, &self.head, self.last.as_ref(), centre);
                    self.last = signed;
                    checked
                });
                self.roots.push(root);
            }
            self.head = *head;
        }
    }
}

async fn witnessed(desk: &mut Desk, centre: &Centre) -> Vec<Result<TreeRoot, WitnessFault>> {
    desk.sync_all(centre).await;
    let mut witnessing = Witnessing::of(desk);
    witnessing.walk(desk);
    witnessing.roots
}

async fn each_day_has_one_root_and_every_office_gets_it(place: &Place) {
    let centre = place.centre().await;
    let mut here = Desk::enrol(&centre, office(12), 1).await;
    let mut there = Desk::enrol(&centre, office(13), 2).await;
    here.register("one");
    here.sync_all(&centre).await;
    place.let_minutes_pass(DAY_MINUTES);
    let first = centre.witness_if_due().await.unwrap().unwrap();
    assert_eq!(centre.witness_if_due().await.unwrap(), None, "a day has one root");
    place.let_minutes_pass(DAY_MINUTES);
    let second = centre.witness_if_due().await.unwrap().unwrap();
    assert_eq!((second.day, second.size), (first.day + 1, first.size * 2));
    for desk in [&mut here, &mut there] {
        assert_eq!(witnessed(desk, &centre).await, [Ok(first), Ok(second)]);
    }
    assert_eq!(centre.witness_roots().await.unwrap(), [first, second]);
    assert_eq!(centre.verify().await.unwrap().faults, []);
    // 24 November 2026 was day 20,781; the offices of the profile and their logs, and two computers.
    let offices = centre.profile().feeds().count() as u64;
    assert_eq!((first.day, first.size), (20_782, offices * 2 + 2));
}

async fn the_day_of_the_founding_needs_no_root(place: &Place) {
    let centre = place.centre().await;
    assert_eq!(centre.witness_if_due().await.unwrap(), None);
    // Midnight in Mauritius, 13 hours and 8 minutes later.
    place.let_minutes_pass(13 * 60 + 7);
    assert_eq!(centre.witness_if_due().await.unwrap(), None);
    place.let_minutes_pass(1);
    assert!(centre.witness_if_due().await.unwrap().is_some());
}

async fn roots_continue_each_other_and_a_new_office_begins_with_the_next_one(place: &Place) {
    let centre = place.centre().await;
    let mut old = Desk::enrol(&centre, office(12), 1).await;
    let mut roots = vec![centre.witness_now().await.unwrap()];
    centre.add_office(office(77), "CAB 77, Souillac").await.unwrap();
    let mut new = Desk::enrol(&centre, office(77), 2).await;
    for text in ["one", "two", "three"] {
        old.register(text);
        old.sync_all(&centre).await;
        roots.push(centre.witness_now().await.unwrap());
    }
    let told: Vec<_> = roots.iter().copied().map(Ok).collect();
    assert_eq!(witnessed(&mut old, &centre).await, told);
    assert_eq!(witnessed(&mut new, &centre).await, told[1..]);
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn two_centres_that_witness_at_once_make_two_roots_of_one_tree(place: &Place) {
    let (one, two) = (place.centre().await, place.centre().await);
    let mut desk = Desk::enrol(&one, office(12), 1).await;
    let (first, second) = tokio::join!(one.witness_now(), two.witness_now());
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_ne!(first.size, second.size);
    assert_eq!(witnessed(&mut desk, &one).await.into_iter().filter(Result::is_ok).count(), 2);
    assert_eq!(one.verify().await.unwrap().faults, []);
}

async fn a_root_that_is_swapped_or_removed_is_found(place: &Place) {
    let centre = place.centre().await;
    for _ in 0..3 {
        centre.witness_now().await.unwrap();
    }
    let sizes: Vec<u64> = centre.witness_roots().await.unwrap().iter().map(|root| root.size).collect();
    place.tamper(&format!("DELETE FROM witness_roots WHERE size = {}", sizes[2]));
    let faults = centre.verify().await.unwrap().faults;
    let missing = "it is missing, and stands in the feed of office 12";
    assert!(faults.iter().any(|fault| fault.what == missing), "{faults:?}");
    assert!(faults.iter().any(|fault| fault.what.contains("no root covers")), "{faults:?}");
    place.tamper(&format!(
        "UPDATE witness_roots SET signed = (SELECT signed FROM witness_roots WHERE size = {0}) WHERE size = {1}",
        sizes[0], sizes[1]
    ));
    let faults = centre.verify().await.unwrap().faults;
    assert!(faults.iter().any(|fault| fault.what == "the centre has not signed it"), "{faults:?}");
}

async fn a_centre_whose_leaves_were_changed_signs_no_more(place: &Place) {
    let centre = place.centre().await;
    centre.witness_now().await.unwrap();
    place.tamper("UPDATE witness_leaves SET position = position + 1 WHERE kind = 1 AND whose = 13");
    let error = centre.witness_now().await.unwrap_err();
    assert!(error.to_string().contains("the root of 2026-11-24"), "{error}");
    let faults = centre.verify().await.unwrap().faults;
    let found = |at: &str, what: &str| {
        faults.iter().any(|fault| fault.place.contains(at) && fault.what.contains(what))
    };
    assert!(found("root of 2026-11-24", "changed since it was signed"), "{faults:?}");
    assert!(found("2026-11-24: office 13, entry 3", "another one than was witnessed"), "{faults:?}");
}

/// Rewrites the past as somebody could who has the centre's database and its key: the feed of office 13 is said to
/// have ended otherwise on the first day, and the root of that day is made and signed anew.
fn rewrite(place: &Place, roots: &[TreeRoot]) {
    let bytes = |hash: &[u8]| {
        let digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        if place.database_url.is_some() { format!("'\\x{digits}'") } else { format!("x'{digits}'") }
    };
    let forged = Hash([0x5a; 32]);
    place.tamper(&format!(
        "UPDATE witness_leaves SET hash = {} WHERE kind = 1 AND whose = 13 AND day = {}",
        bytes(&forged.0),
        roots[0].day
    ));
    let key = DeviceKey::from_seed(&place.centre_seed());
    let mut tree = Tree::new();
    tree.extend(place.leaves().iter().map(Leaf::hash));
    for root in roots {
        let forged = TreeRoot { root: tree.root(root.size).unwrap(), ..*root };
        let signed = SignedRoot::sign(&forged, &key);
        place.tamper(&format!(
            "UPDATE witness_roots SET root = {}, signed = {} WHERE size = {}",
            bytes(&forged.root.0),
            bytes(signed.as_bytes()),
            root.size
        ));
    }
}

async fn a_past_that_was_rewritten_with_the_centres_own_key_is_noticed_by_the_desks(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let first = centre.witness_now().await.unwrap();
    place.let_minutes_pass(DAY_MINUTES);
    let second = centre.witness_now().await.unwrap();
    assert_eq!(witnessed(&mut desk, &centre).await, [Ok(first), Ok(second)]);
    rewrite(place, &[first, second]);
    place.let_minutes_pass(DAY_MINUTES);
    let third = centre.witness_now().await.unwrap();
    let told = witnessed(&mut desk, &centre).await;
    assert_eq!(told, [Ok(first), Ok(second), Err(WitnessFault::Inconsistent)], "it was told {third:?}");
    // The centre's own audit names the office and the day.
    let faults = centre.verify().await.unwrap().faults;
    assert!(faults.iter().any(|fault| fault.place.contains("2026-11-24: office 13, entry")), "{faults:?}");
    // A desk that comes later has nothing to compare with in its own memory, and the feed itself contradicts itself.
    let mut late = Desk::enrol(&centre, office(12), 9).await;
    assert_eq!(witnessed(&mut late, &centre).await, told);
}

async fn a_registration_is_proven_under_its_daily_root(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    let id = desk.register("two");
    desk.sync_all(&centre).await;
    let complaint = centre.complaint(id).await.unwrap().unwrap();
    let proof = centre.proof(&complaint).await.unwrap().unwrap();
    assert_eq!((proof.sequence, proof.entry, proof.root.is_some()), (2, 5, false));
    let root = centre.witness_now().await.unwrap();
    centre.witness_now().await.unwrap();
    let proof = centre.proof(&complaint).await.unwrap().unwrap();
    let proven = proof.root.unwrap();
    assert_eq!((proven.size, proven.root, proven.head), (root.size, root.root.to_string(), 5));
    assert_eq!(proof.faults, Vec::<String>::new());
    assert_eq!(
        proof.short_form,
        sync_protocol::ShortForm::of(desk.log[1].sequence, &desk.log[1].id).to_string()
    );
    // What was registered after the root stands under the next one.
    let later = desk.register("three");
    desk.sync_all(&centre).await;
    let complaint = centre.complaint(later).await.unwrap().unwrap();
    assert!(centre.proof(&complaint).await.unwrap().unwrap().root.is_none());
    place.tamper("UPDATE feed SET verdict = hash WHERE office = 12 AND number = 5");
    let complaint = centre.complaint(id).await.unwrap().unwrap();
    let faults = centre.proof(&complaint).await.unwrap().unwrap().faults;
    assert!(faults.iter().any(|fault| fault.contains("office 12, entry 5")), "{faults:?}");
}

/// The entry that a desk of an older version meets: it stores it and passes over it.
#[test]
fn a_root_is_an_entry_that_older_versions_carry() {
    let witness = Witness {
        root: SignedRoot::from_bytes(vec![1]),
        consistency: Vec::new(),
        leaf: 0,
        inclusion: Vec::new(),
    };
    assert!(matches!(witness.to_entry(), FeedEntry::Unknown { kind: 4, .. }));
}
