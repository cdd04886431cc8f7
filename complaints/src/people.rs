//! The people of an office: who may sign in. Their accounts are operations like all others, so that each computer
//! of the office knows them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};

use crate::identity::ClerkId;
use crate::operation::{Author, Body, Operation};
use crate::rules::{Refusal, Verdict};

/// What a clerk may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// Heads the office: also adds clerks.
    #[n(0)]
    Head,
    /// Works at the counter.
    #[n(1)]
    Clerk,
    /// Learns.
    #[n(2)]
    Trainee,
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Head => "head",
            Self::Clerk => "clerk",
            Self::Trainee => "trainee",
        })
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Head, Self::Clerk, Self::Trainee]
            .into_iter()
            .find(|role| role.to_string() == text)
            .ok_or_else(|| format!("“{text}” is none of head, clerk, trainee"))
    }
}

/// Argon2id over a PIN: with it a PIN can be checked, and not read.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct PinVerifier {
    /// Random.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub salt: [u8; 16],
    /// Memory in KiB.
    #[n(1)]
    pub memory_kib: u32,
    /// Passes.
    #[n(2)]
    pub passes: u32,
    /// Result.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub hash: [u8; 32],
}

impl fmt::Debug for PinVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinVerifier(…)")
    }
}

/// The operation that lets somebody sign in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClerkAdded {
    /// Drawn at random.
    #[n(0)]
    pub clerk: ClerkId,
    /// As it shall stand in the history.
    #[n(1)]
    pub name: String,
    /// What the clerk may do.
    #[n(2)]
    pub role: Role,
    /// For checking the PIN.
    #[n(3)]
    pub verifier: PinVerifier,
}

/// The operation after which nothing that a clerk does counts any more. What the office's feed has brought before it
/// counts on.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClerkDisabled {
    /// Who.
    #[n(0)]
    pub clerk: ClerkId,
}

/// The operation that gives a clerk another task, another PIN, or both. What it does not name stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ClerkChanged {
    /// Who.
    #[n(0)]
    pub clerk: ClerkId,
    /// What the clerk may do from now on.
    #[n(1)]
    pub role: Option<Role>,
    /// For checking the PIN from now on.
    #[n(2)]
    pub verifier: Option<PinVerifier>,
}

/// A clerk.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Clerk {
    /// As it stands in the history.
    #[n(0)]
    pub name: String,
    /// What the clerk may do.
    #[n(1)]
    pub role: Role,
    /// For checking the PIN.
    #[n(2)]
    pub verifier: PinVerifier,
}

/// Everyone of an office: the fold of the operations about the office itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    clerks: BTreeMap<ClerkId, Clerk>,
    disabled: BTreeSet<ClerkId>,
    /// Changes that came before the account that they are about, in their order.
    early: Vec<ClerkChanged>,
}

impl People {
    /// People of whom it is known only who may do nothing any more: all that [`Self::refuses`] asks for.
    pub fn with_disabled(disabled: impl IntoIterator<Item = ClerkId>) -> Self {
        Self { disabled: disabled.into_iter().collect(), ..Self::default() }
    }

    /// Why nothing of this author counts, if nothing does.
    pub fn refuses(&self, author: &Author) -> Option<Refusal> {
        author.clerk.filter(|clerk| self.disabled.contains(clerk)).map(|_| Refusal::Disabled)
    }

    /// Judges an operation about the office itself.
    pub fn judge(&self, operation: &Operation) -> Verdict {
        let refusal = self.refuses(&operation.author).or(match operation.body {
            Body::ClerkAdded(_) | Body::ClerkDisabled(_) | Body::ClerkChanged(_) | Body::Unknown { .. } => {
                None
            }
            Body::Register(_) => Some(Refusal::Unreadable),
            _ => Some(Refusal::NotRegistered),
        });
        refusal.map_or(Verdict::Accepted, Verdict::Refused)
    }

    /// Takes one more operation into account, which was accepted. One that is not about people changes nothing.
    pub fn apply(&mut self, operation: &Operation) {
        match &operation.body {
            Body::ClerkAdded(added) => {
                let clerk =
                    Clerk { name: added.name.clone(), role: added.role, verifier: added.verifier.clone() };
                // The first word stands: an id is drawn at random, so a second one is a replay.
                self.clerks.entry(added.clerk).or_insert(clerk);
                for changed in std::mem::take(&mut self.early) {
                    self.change(&changed);
                }
            }
            Body::ClerkChanged(changed) => self.change(changed),
            // It holds even where the account itself has not come in yet.
            Body::ClerkDisabled(disabled) => drop(self.disabled.insert(disabled.clerk)),
            _ => {}
        }
    }

    fn change(&mut self, changed: &ClerkChanged) {
        // Two heads may have taken each other's task at once, each at a computer without a line.
        let leaves_nobody = changed.role != Some(Role::Head) && self.is_last_head(changed.clerk);
        let Some(clerk) = self.clerks.get_mut(&changed.clerk) else {
            return self.early.push(changed.clone());
        };
        if let Some(role) = changed.role.filter(|_| !leaves_nobody) {
            clerk.role = role;
        }
        if let Some(verifier) = &changed.verifier {
            clerk.verifier = verifier.clone();
        }
    }

    /// Whether the office would have no head without this clerk.
    pub fn is_last_head(&self, id: ClerkId) -> bool {
        let mut heads = self
            .clerks
            .iter()
            .filter(|(other, clerk)| clerk.role == Role::Head && !self.disabled.contains(other))
            .map(|(other, _)| *other);
        heads.next() == Some(id) && heads.next().is_none()
    }

    /// All of them, in the order of their ids, those who may do nothing any more included.
    pub fn iter(&self) -> impl Iterator<Item = (&ClerkId, &Clerk)> {
        self.clerks.iter()
    }

    /// One of them.
    pub fn get(&self, id: ClerkId) -> Option<&Clerk> {
        self.clerks.get(&id)
    }

    /// Who may do nothing any more, in the order of their ids.
    pub fn disabled(&self) -> impl Iterator<Item = &ClerkId> {
        self.disabled.iter()
    }

    /// Deterministic bytes, for comparing two ends.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = minicbor::to_vec(&self.clerks).expect("a vector takes every byte");
        // Nobody disabled: the same bytes as before there was such an operation.
        if !self.disabled.is_empty() {
            minicbor::encode(&self.disabled, &mut bytes).expect("a vector takes every byte");
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clerk(n: u8) -> ClerkId {
        ClerkId::from_bytes([n; 8])
    }

    fn by(n: u8, body: Body) -> Operation {
        let author =
            Author { name: format!("Clerk {n}"), clerk: Some(clerk(n)), institution: None, capacity: None };
        Operation { subject: None, author, at: "2026-11-25T09:00:00+04:00".parse().unwrap(), body }
    }

    fn added(n: u8) -> Operation {
        let verifier = PinVerifier { salt: [6; 16], memory_kib: 19_456, passes: 2, hash: [7; 32] };
        by(
            1,
            Body::ClerkAdded(ClerkAdded {
                clerk: clerk(n),
                name: format!("Clerk {n}"),
                role: Role::Clerk,
                verifier,
            }),
        )
    }

    fn disabled(n: u8) -> Operation {
        by(1, Body::ClerkDisabled(ClerkDisabled { clerk: clerk(n) }))
    }

    fn people(operations: &[Operation]) -> People {
        let mut people = People::default();
        operations.iter().for_each(|operation| people.apply(operation));
        people
    }

    #[test]
    fn nothing_of_a_disabled_clerk_counts_any_more() {
        let before = people(&[added(1), added(2)]);
        assert_eq!(before.judge(&by(2, added(3).body)), Verdict::Accepted);
        let after = people(&[added(1), added(2), disabled(2)]);
        assert_eq!(after.judge(&by(2, added(3).body)), Verdict::Refused(Refusal::Disabled));
        assert_eq!(after.refuses(&by(1, added(3).body).author), None);
        assert_eq!(after.get(clerk(2)).map(|clerk| clerk.name.as_str()), Some("Clerk 2"));
    }

    #[test]
    fn who_is_disabled_does_not_depend_on_when_the_account_comes_in() {
        let orders = [[added(1), added(2), disabled(2)], [added(1), disabled(2), added(2)]];
        let [a, b] = orders.map(|order| people(&order));
        assert_eq!(a.to_bytes(), b.to_bytes());
        assert_ne!(a.to_bytes(), people(&[added(1), added(2)]).to_bytes());
    }

    fn changed(n: u8, role: Option<Role>, hash: Option<u8>) -> Operation {
        let verifier =
            hash.map(|hash| PinVerifier { salt: [6; 16], memory_kib: 19_456, passes: 2, hash: [hash; 32] });
        by(1, Body::ClerkChanged(ClerkChanged { clerk: clerk(n), role, verifier }))
    }

    #[test]
    fn the_last_word_about_a_clerk_stands_and_the_rest_stays() {
        let after = people(&[
            added(1),
            changed(1, Some(Role::Head), None),
            changed(1, None, Some(9)),
            changed(1, None, Some(3)),
        ]);
        let clerk = after.get(clerk(1)).unwrap();
        assert_eq!((clerk.role, clerk.verifier.hash[0], clerk.name.as_str()), (Role::Head, 3, "Clerk 1"));
    }

    #[test]
    fn a_change_that_comes_before_the_account_holds_all_the_same() {
        let [a, b] = [
            [added(1), changed(1, Some(Role::Trainee), Some(9))],
            [changed(1, Some(Role::Trainee), Some(9)), added(1)],
        ]
        .map(|order| people(&order));
        assert_eq!(a, b);
        assert_eq!(a.get(clerk(1)).map(|clerk| clerk.role), Some(Role::Trainee));
    }

    #[test]
    fn two_heads_who_demote_each_other_at_once_leave_one() {
        let heads =
            [added(1), added(2), changed(1, Some(Role::Head), None), changed(2, Some(Role::Head), None)];
        let demoted = [changed(2, Some(Role::Clerk), None), changed(1, Some(Role::Clerk), None)];
        let after = people(&[heads.as_slice(), demoted.as_slice()].concat());
        let roles: Vec<Role> = after.iter().map(|(_, clerk)| clerk.role).collect();
        assert_eq!(roles, [Role::Head, Role::Clerk]);
        let shut =
            people(&[heads.as_slice(), &[disabled(1), changed(2, Some(Role::Trainee), None)]].concat());
        assert_eq!(shut.get(clerk(2)).map(|clerk| clerk.role), Some(Role::Head), "the other one is disabled");
    }

    #[test]
    fn only_who_works_here_is_the_offices_own_business() {
        let note = crate::complaint::tests::route(1, "CWA");
        let stray = Operation { subject: None, ..note };
        assert_eq!(people(&[]).judge(&stray), Verdict::Refused(Refusal::NotRegistered));
    }
}
