//! Which profile is in force when the program starts with a folder: the folder that it names, or what the administration
//! pages have made of it since.

use ::complaints::profile::Bundle;

use crate::centre::digest_of;
use crate::error::CentreError;
use crate::keys::hex;
use crate::store::{Session, Store, profiles, retrying, settings};

/// What a start does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// The folder comes into force.
    TakeFolder,
    /// What is in force stays.
    Stay,
    /// What is in force stays, and somebody has to decide about the folder.
    Offer,
}

/// The profile that a centre starts with. A new store takes the folder; so does one that nobody has changed on the pages
/// since the folder came in. Where both have changed the version in force stays, and the folder is offered.
pub(crate) async fn at_start(store: &Store, folder: &Bundle, now_ms: i64) -> Result<Bundle, CentreError> {
    let mut session = store.read().await?;
    let (known, start) = decided(&mut session, folder).await?;
    drop(session);
    match (start, known) {
        (Start::Stay | Start::Offer, Some(in_force)) => {
            retrying(|| note_folder(store, folder, start, now_ms)).await?;
            let bytes = profiles::get(&mut store.read().await?, &in_force).await?;
            let missing = || CentreError::Damaged("the profile in force is missing".to_owned());
            Bundle::from_bytes(&bytes.ok_or_else(missing)?).map_err(|_| missing())
        }
        _ => Ok(folder.clone()),
    }
}

async fn decided(session: &mut Session, folder: &Bundle) -> Result<(Option<[u8; 32]>, Start), CentreError> {
    let in_force = digest_of(&settings::get(session, settings::PROFILE).await?);
    // Before versions were kept, whatever was in force had come from a folder.
    let base = digest_of(&settings::get(session, settings::PROFILE_BASE).await?).or(in_force);
    Ok((in_force, decide(in_force, base, folder.digest())))
}

fn decide(in_force: Option<[u8; 32]>, base: Option<[u8; 32]>, folder: [u8; 32]) -> Start {
    match in_force {
        None => Start::TakeFolder,
        Some(in_force) if in_force == folder || base == Some(folder) => Start::Stay,
        Some(in_force) if base == Some(in_force) => Start::TakeFolder,
        Some(_) => Start::Offer,
    }
}

async fn note_folder(store: &Store, folder: &Bundle, start: Start, now_ms: i64) -> Result<(), CentreError> {
    let digest = hex(&folder.digest());
    let mut session = store.write().await?;
    let in_force = settings::lock(&mut session, settings::PROFILE).await?;
    let offered = if start == Start::Offer { digest.as_str() } else { "" };
    let is_new = settings::get(&mut session, settings::PROFILE_OFFERED).await? != offered;
    if start == Start::Offer {
        tracing::warn!(
            "the folder of the profile was changed, and so was the profile on the administration pages; the version of the \
             pages stays in force. Look at the difference under /agents/admin/profile and take what you want to keep"
        );
    }
    if start == Start::Offer && is_new {
        profiles::keep(&mut session, folder.digest(), folder.to_bytes(), now_ms).await?;
    }
    if is_new {
        settings::set(&mut session, settings::PROFILE_OFFERED, offered).await?;
    }
    // Whoever exports what is in force into the folder goes on from there.
    if digest == in_force {
        settings::set(&mut session, settings::PROFILE_BASE, &digest).await?;
    }
    session.commit().await
}

impl crate::Centre {
    /// A folder that has changed while the pages had changed the profile too, and that nobody has decided about.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn offered_profile(&self) -> Result<Option<Bundle>, CentreError> {
        let offered = settings::get(&mut self.store.read().await?, settings::PROFILE_OFFERED).await?;
        match digest_of(&offered) {
            Some(digest) => self.profile_of(&digest).await.map(Some),
            None => Ok(None),
        }
    }

    /// Decides that the folder that is offered is known: it is offered no more until it changes again.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn set_offered_profile_aside(&self) -> Result<(), CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            let offered = settings::lock(&mut session, settings::PROFILE_OFFERED).await?;
            if !offered.is_empty() {
                settings::set(&mut session, settings::PROFILE_BASE, &offered).await?;
                settings::set(&mut session, settings::PROFILE_OFFERED, "").await?;
            }
            session.commit().await
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_win_over_a_folder_that_has_not_changed_and_a_changed_folder_over_pages_that_have_not() {
        let [old, pages, new] = [[1; 32], [2; 32], [3; 32]];
        assert_eq!(decide(None, None, old), Start::TakeFolder);
        assert_eq!(decide(Some(old), Some(old), old), Start::Stay);
        assert_eq!(decide(Some(pages), Some(old), old), Start::Stay);
        assert_eq!(decide(Some(old), Some(old), new), Start::TakeFolder);
        assert_eq!(decide(Some(pages), Some(old), new), Start::Offer);
        assert_eq!(decide(Some(pages), Some(old), pages), Start::Stay);
    }
}
