//! The tree over all days: its leaves give every root that was told, each root is signed, and each leaf is still what
//! its feed or its log says at that place. That each root stands in each feed is checked along the feeds.

use sync_protocol::merkle::Tree;
use sync_protocol::{ChainHead, DeviceId, FeedHead, Hash, Leaf, LeafKind, Office, PublicKey};

use super::Fault;
use crate::error::CentreError;
use crate::store::witness::{self, RootRow};
use crate::store::{Session, devices};
use crate::witness::day_text;

const STEP: usize = 1_000;

/// Checks leaves and roots.
pub(super) async fn check(
    session: &mut Session,
    centre: &PublicKey,
    faults: &mut Vec<Fault>,
) -> Result<(), CentreError> {
    let roots = witness::roots(session).await?;
    let mut tree = Tree::new();
    loop {
        let leaves = witness::leaves(session, tree.size(), STEP).await?;
        let last = leaves.len() < STEP;
        let there = witness::hashes_there(session, &leaves).await?;
        for ((number, leaf), there) in leaves.into_iter().zip(there) {
            if number != tree.size() {
                faults.push(Fault::new(format!("witness, leaf {}", tree.size()), "it is missing"));
                return Ok(());
            }
            let there = if leaf.number == 0 { beginning(session, centre, &leaf).await? } else { there };
            if there != Some(leaf.hash) {
                faults.push(Fault::new(
                    place(number, &leaf),
                    "the hash there is another one than was witnessed",
                ));
            }
            tree.push(leaf.hash());
        }
        if last {
            break;
        }
    }
    faults.extend(check_roots(&roots, &tree, centre));
    Ok(())
}

/// The first root that does not fit; those behind it follow from it.
fn check_roots(roots: &[RootRow], tree: &Tree, centre: &PublicKey) -> Option<Fault> {
    for row in roots {
        let place = format!("witness, root of {} ({} leaves)", day_text(row.root.day), row.root.size);
        if row.signed.open(centre) != Ok(row.root) {
            return Some(Fault::new(place, "the centre has not signed it"));
        }
        match tree.root(row.root.size) {
            None => return Some(Fault::new(place, "leaves of it are missing")),
            Some(root) if root != row.root.root => {
                return Some(Fault::new(place, "its leaves have been changed since it was signed"));
            }
            Some(_) => {}
        }
    }
    let covered = roots.last().map_or(0, |row| row.root.size);
    let what = "leaves are stored that no root covers";
    (covered < tree.size()).then(|| Fault::new(format!("witness, leaf {covered}"), what))
}

fn place(number: u64, leaf: &Leaf) -> String {
    let (whose, at) = match leaf.kind {
        LeafKind::Feed => (format!("office {:02}", leaf.whose), "entry"),
        LeafKind::Log => (format!("device {}", leaf.whose), "operation"),
    };
    format!("witness, leaf {number} of {}: {whose}, {at} {}", day_text(leaf.day), leaf.number)
}

/// What a feed or log that holds nothing yet is bound to.
async fn beginning(
    session: &mut Session,
    centre: &PublicKey,
    leaf: &Leaf,
) -> Result<Option<Hash>, CentreError> {
    match leaf.kind {
        LeafKind::Feed => {
            let office = u8::try_from(leaf.whose).ok();
            Ok(office.map(|office| FeedHead::beginning(centre, Office(office)).hash))
        }
        LeafKind::Log => {
            let device = devices::get(session, DeviceId(leaf.whose)).await?;
            Ok(device.map(|device| ChainHead::beginning(&device.key).hash))
        }
    }
}
