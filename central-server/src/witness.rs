//! The daily root: the heads of all feeds and logs become the next leaves of one tree, and its signed root goes into
//! every feed, all in one transaction. What leaves, roots and entries are stands in `sync_protocol`; whether what is
//! stored still fits is `verify`'s business.

use std::sync::Arc;
use std::time::Duration;

use ::complaints::Moment;
use sync_protocol::merkle::Tree;
use sync_protocol::{Leaf, SignedRoot, TreeRoot, Witness};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::feed_end::FeedEnd;
use crate::founding::extend;
use crate::heavy::heavy;
use crate::store::offices::OfficeRow;
use crate::store::witness::{self, RootRow};
use crate::store::{Session, devices, offices, profiles, retrying, settings};

const STEP: usize = 10_000;

/// How often a centre that serves looks whether a day has passed.
const LOOK_AGAIN: Duration = Duration::from_secs(10 * 60);

impl Centre {
    /// Makes a root now, whatever day the last one is of, and tells it to every office.
    ///
    /// # Errors
    /// [`CentreError::Damaged`] when the stored leaves do not give the last root: the centre signs nothing that
    /// contradicts what it has signed. Otherwise the store's.
    pub async fn witness_now(&self) -> Result<TreeRoot, CentreError> {
        let made = retrying(|| self.make_root(false)).await?;
        made.ok_or_else(|| CentreError::Damaged("no root was made".to_owned()))
    }

    /// Makes the root of a new day, unless there is one; none when there is. The day on which a centre was made
    /// needs none.
    ///
    /// # Errors
    /// As [`Self::witness_now`].
    pub async fn witness_if_due(&self) -> Result<Option<TreeRoot>, CentreError> {
        if !self.is_due(&mut self.store.read().await?).await? {
            return Ok(None);
        }
        retrying(|| self.make_root(true)).await
    }

    /// The roots that were told to the offices, the oldest first.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn witness_roots(&self) -> Result<Vec<TreeRoot>, CentreError> {
        let rows = witness::roots(&mut self.store.read().await?).await?;
        Ok(rows.into_iter().map(|row| row.root).collect())
    }

    /// Makes each day's root as the days pass, for ever.
    pub(crate) async fn witness_daily(self: Arc<Self>) {
        while !self.is_past() {
            match self.witness_if_due().await {
                Ok(Some(root)) => {
                    tracing::info!(day = day_text(root.day), size = root.size, "the day's root")
                }
                Ok(None) => {}
                Err(error) => tracing::error!(%error, "the day's root was not made"),
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn is_due(&self, session: &mut Session) -> Result<bool, CentreError> {
        let last = match witness::last_root(session).await? {
            Some(last) => Some(last.root.day),
            None => profiles::first_since(session).await?.map(|since_ms| self.day_of(since_ms)),
        };
        Ok(last.is_some_and(|last| last < self.day_of(self.clock.now_ms())))
    }

    /// The day of a moment by the deployment's calendar, in days since 1970-01-01.
    fn day_of(&self, unix_ms: i64) -> i32 {
        let at = jiff::Timestamp::from_millisecond(unix_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let offset_s = at.to_zoned(self.time_zone.clone()).offset().seconds();
        i32::try_from((unix_ms + i64::from(offset_s) * 1_000).div_euclid(DAY_MS)).unwrap_or(i32::MAX)
    }

    async fn make_root(&self, only_if_due: bool) -> Result<Option<TreeRoot>, CentreError> {
        // Read before anything is locked: the tree grows only under the lock below, so that whoever was faster shows.
        let tree = read_tree(&mut self.store.read().await?).await?;
        let mut session = self.store.write().await?;
        // Whoever founds an office holds this lock too.
        settings::lock(&mut session, settings::PROFILE).await?;
        if only_if_due && !self.is_due(&mut session).await? {
            return Ok(None);
        }
        let before = witness::last_root(&mut session).await?.map(|row| row.root);
        check_past(&tree, before.as_ref())?;
        let root = self.append(&mut session, tree, before.map_or(0, |root| root.size)).await?;
        session.commit().await?;
        Ok(Some(root))
    }

    async fn append(
        &self,
        session: &mut Session,
        mut tree: Tree,
        before: u64,
    ) -> Result<TreeRoot, CentreError> {
        let day = self.day_of(self.clock.now_ms());
        let offices = lock_all(session).await?;
        let mut told = Vec::new();
        for office in &offices {
            // Every root goes to every office that there is, so one that has had any has had the last one.
            let had_any = witness::first_feed_leaf(session, office.code, 0).await?.is_some();
            told.push(if had_any { before } else { 0 });
        }
        let mut leaves: Vec<Leaf> =
            offices.iter().map(|office| Leaf::feed(day, office.office(), &office.feed)).collect();
        for office in &offices {
            let logs = devices::of_office(session, office.code).await?;
            leaves.extend(logs.iter().map(|log| Leaf::log(day, log.id, &log.head)));
        }
        witness::add_leaves(session, before, &leaves).await?;
        tree.extend(leaves.iter().map(Leaf::hash));
        let size = tree.size();
        let root = TreeRoot { day, size, root: proven(tree.root(size))? };
        let signed = SignedRoot::sign(&root, self.key.signing());
        witness::add_root(session, &RootRow { root, signed: signed.clone() }).await?;
        for ((leaf, office), told) in (before..).zip(offices).zip(told) {
            let entry = Witness {
                root: signed.clone(),
                consistency: proven(tree.consistency_proof(told, size))?,
                leaf,
                inclusion: proven(tree.inclusion_proof(leaf, size))?,
            };
            let mut end = FeedEnd::new(office.office(), office.feed);
            end.put(&entry.to_entry());
            extend(self, session, office, end).await?;
        }
        Ok(root)
    }
}

const DAY_MS: i64 = 86_400_000;

/// A day as people write it: `2026-11-24`.
pub(crate) fn day_text(day: i32) -> String {
    Moment { unix_ms: i64::from(day) * DAY_MS, offset_min: 0 }.date().to_string()
}

/// The tree of all leaves that are stored.
pub(crate) async fn read_tree(session: &mut Session) -> Result<Tree, CentreError> {
    let mut tree = Tree::new();
    loop {
        let leaves = witness::leaves(session, tree.size(), STEP).await?;
        let last = leaves.len() < STEP;
        tree = heavy(move || {
            tree.extend(leaves.iter().map(|(_, leaf)| leaf.hash()));
            tree
        })
        .await?;
        if last {
            return Ok(tree);
        }
    }
}

/// A centre whose leaves do not give what it has signed must not sign more. One that was overtaken tries again.
fn check_past(tree: &Tree, before: Option<&TreeRoot>) -> Result<(), CentreError> {
    let Some(before) = before else { return if tree.size() == 0 { Ok(()) } else { Err(changed(0)) } };
    if tree.size() < before.size {
        return Err(CentreError::Conflict);
    }
    let fits = tree.size() == before.size && tree.root(before.size) == Some(before.root);
    if fits { Ok(()) } else { Err(changed(before.day)) }
}

fn changed(day: i32) -> CentreError {
    let day = day_text(day);
    CentreError::Damaged(format!("the leaves of the witness do not give the root of {day}; run verify"))
}

async fn lock_all(session: &mut Session) -> Result<Vec<OfficeRow>, CentreError> {
    let mut locked = Vec::new();
    for office in offices::all(session).await? {
        locked.push(offices::lock(session, office.code).await?);
    }
    Ok(locked)
}

fn proven<T>(proof: Option<T>) -> Result<T, CentreError> {
    proof.ok_or_else(|| {
        CentreError::Damaged("the tree of the witness is smaller than its roots say".to_owned())
    })
}
