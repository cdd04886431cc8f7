//! The tree against the definitions of RFC 9162, written down word for word, and against changed proofs.

use proptest::prelude::*;

use super::*;

/// 2.1.1, word for word, on the leaves themselves.
fn naive_root(leaves: &[Vec<u8>]) -> Hash {
    match leaves {
        [] => Hash(*blake3::hash(b"").as_bytes()),
        [leaf] => Hash(*blake3::hash(&[&[0], leaf.as_slice()].concat()).as_bytes()),
        _ => {
            let k = naive_split(leaves.len());
            let (left, right) = (naive_root(&leaves[..k]), naive_root(&leaves[k..]));
            Hash(*blake3::hash(&[&[1], &left.0[..], &right.0[..]].concat()).as_bytes())
        }
    }
}

/// 2.1.3.1: PATH(m, D_n).
fn naive_path(m: usize, leaves: &[Vec<u8>]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let k = naive_split(leaves.len());
    let (mut path, other) = if m < k {
        (naive_path(m, &leaves[..k]), naive_root(&leaves[k..]))
    } else {
        (naive_path(m - k, &leaves[k..]), naive_root(&leaves[..k]))
    };
    path.push(other);
    path
}

/// 2.1.4.1: SUBPROOF(m, D_n, b).
fn naive_subproof(m: usize, leaves: &[Vec<u8>], whole: bool) -> Vec<Hash> {
    if m == leaves.len() {
        return if whole { Vec::new() } else { vec![naive_root(leaves)] };
    }
    let k = naive_split(leaves.len());
    let (mut proof, other) = if m <= k {
        (naive_subproof(m, &leaves[..k], whole), naive_root(&leaves[k..]))
    } else {
        (naive_subproof(m - k, &leaves[k..], false), naive_root(&leaves[..k]))
    };
    proof.push(other);
    proof
}

/// The largest power of two below n.
fn naive_split(n: usize) -> usize {
    let mut k = 1;
    while k * 2 < n {
        k *= 2;
    }
    k
}

fn leaves(count: usize) -> Vec<Vec<u8>> {
    (0..count).map(|n| n.to_be_bytes()[6..].to_vec()).collect()
}

fn tree(leaves: &[Vec<u8>]) -> Tree {
    let mut tree = Tree::new();
    tree.extend(leaves.iter().map(|leaf| leaf_hash(leaf)));
    tree
}

const MOST: usize = 70;

#[test]
fn roots_and_proofs_are_those_of_the_rfc_at_every_size() {
    let leaves = leaves(MOST);
    let tree = tree(&leaves);
    for size in 0..=MOST {
        let n = size as u64;
        assert_eq!(tree.root(n), Some(naive_root(&leaves[..size])), "root of {size}");
        for leaf in 0..size {
            let proof = tree.inclusion_proof(leaf as u64, n);
            assert_eq!(proof, Some(naive_path(leaf, &leaves[..size])), "leaf {leaf} of {size}");
        }
        for first in 1..=size {
            let proof = tree.consistency_proof(first as u64, n);
            assert_eq!(proof, Some(naive_subproof(first, &leaves[..size], true)), "{first} to {size}");
        }
        assert_eq!(tree.consistency_proof(0, n), Some(Vec::new()));
    }
}

#[test]
fn what_the_tree_does_not_hold_has_no_root_and_no_proof() {
    let tree = tree(&leaves(5));
    assert_eq!(tree.root(6), None);
    assert_eq!(tree.inclusion_proof(5, 5), None);
    assert_eq!(tree.inclusion_proof(0, 6), None);
    assert_eq!(tree.consistency_proof(4, 3), None);
    assert_eq!(tree.consistency_proof(4, 6), None);
    assert_eq!(Tree::new().root(0), Some(naive_root(&[])));
}

/// A proof with one more, one less, or another hash.
fn spoilt(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut spoilt: Vec<Vec<Hash>> = (0..proof.len())
        .flat_map(|at| {
            let (mut changed, mut shorter) = (proof.to_vec(), proof.to_vec());
            changed[at].0[at % 32] ^= 1;
            shorter.remove(at);
            [changed, shorter]
        })
        .collect();
    for extra in [Hash([0; 32]), proof.last().copied().unwrap_or(Hash([7; 32]))] {
        spoilt.push([proof, &[extra]].concat());
        spoilt.push([&[extra], proof].concat());
    }
    spoilt
}

#[test]
fn an_inclusion_proof_holds_for_its_leaf_its_place_and_its_tree_only() {
    let tree = tree(&leaves(MOST));
    for size in 1..=33_u64 {
        let root = tree.root(size).unwrap();
        for leaf in 0..size {
            let hash = tree.levels[0][leaf as usize];
            let proof = tree.inclusion_proof(leaf, size).unwrap();
            assert!(is_included(&hash, leaf, size, &root, &proof), "leaf {leaf} of {size}");
            for other in (0..=size).filter(|other| *other != leaf) {
                assert!(!is_included(&hash, other, size, &root, &proof), "leaf {leaf} of {size} as {other}");
            }
            assert!(!is_included(&Hash([1; 32]), leaf, size, &root, &proof));
            assert!(!is_included(&hash, leaf, size, &tree.root(size + 1).unwrap(), &proof));
            for wrong in spoilt(&proof) {
                assert!(!is_included(&hash, leaf, size, &root, &wrong), "leaf {leaf} of {size}: {wrong:?}");
            }
        }
    }
}

#[test]
fn a_consistency_proof_holds_for_its_two_trees_only() {
    let tree = tree(&leaves(MOST));
    let root = |size| tree.root(size).unwrap();
    for second in 1..=33_u64 {
        for first in 0..=second {
            let proof = tree.consistency_proof(first, second).unwrap();
            let holds = |first_root: &Hash, second_root: &Hash, proof: &[Hash]| {
                is_consistent((first, first_root), (second, second_root), proof)
            };
            assert!(holds(&root(first), &root(second), &proof), "{first} to {second}");
            assert!(!holds(&Hash([1; 32]), &root(second), &proof), "{first} to {second}");
            if first > 0 {
                assert!(!holds(&root(first), &Hash([1; 32]), &proof), "{first} to {second}");
            }
            for wrong in spoilt(&proof) {
                assert!(!holds(&root(first), &root(second), &wrong), "{first} to {second}: {wrong:?}");
            }
        }
    }
}

#[test]
fn a_tree_whose_past_was_changed_is_consistent_with_nothing_that_was_told_before() {
    let told = tree(&leaves(40));
    for changed in 0..40 {
        let mut other = leaves(60);
        other[changed].push(1);
        let other = tree(&other);
        let proof = other.consistency_proof(40, 60).unwrap();
        let roots = (told.root(40).unwrap(), other.root(60).unwrap());
        assert!(!is_consistent((40, &roots.0), (60, &roots.1), &proof), "leaf {changed}");
    }
}

proptest! {
    #[test]
    fn any_tree_proves_each_of_its_leaves_and_each_of_its_pasts(
        leaves in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..40), 1..200),
        leaf: prop::sample::Index,
        first: prop::sample::Index,
    ) {
        let tree = tree(&leaves);
        let (size, leaf, first) = (leaves.len(), leaf.index(leaves.len()), first.index(leaves.len() + 1));
        let root = tree.root(size as u64).unwrap();
        prop_assert_eq!(root, naive_root(&leaves));
        let proof = tree.inclusion_proof(leaf as u64, size as u64).unwrap();
        prop_assert_eq!(&proof, &naive_path(leaf, &leaves));
        prop_assert!(is_included(&leaf_hash(&leaves[leaf]), leaf as u64, size as u64, &root, &proof));
        let proof = tree.consistency_proof(first as u64, size as u64).unwrap();
        let before = naive_root(&leaves[..first]);
        prop_assert!(is_consistent((first as u64, &before), (size as u64, &root), &proof));
    }

    #[test]
    fn no_proof_of_any_length_makes_it_panic(
        proof in proptest::collection::vec(any::<[u8; 32]>().prop_map(Hash), 0..70),
        (a, b) in (any::<u64>(), any::<u64>()),
        root in any::<[u8; 32]>().prop_map(Hash),
    ) {
        prop_assert!(!is_included(&root, a, b, &Hash([0; 32]), &proof));
        prop_assert!(!is_consistent((a, &root), (b, &Hash([0; 32])), &proof));
    }
}
