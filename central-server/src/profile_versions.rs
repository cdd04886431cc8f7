//! The versions of the profile: what was in force when, who put it in force and why, and the draft of the next one. A
//! version that was in force stays for ever; taking one back makes a new one that says the same.
//! `docs/decisions/0034-the-profile-is-a-chain-of-versions.md` says why.

pub(crate) mod starting;

use ::complaints::profile::{Bundle, ProfileErrors, differences};

use crate::access::Right;
use crate::centre::{Centre, digest_of, read_profile};
use crate::error::CentreError;
use crate::founding;
use crate::people::Agent;
use crate::store::profile_drafts::{self, DraftRow};
use crate::store::{Session, profile_versions, profiles, retrying, settings};

/// The longest note on a version, in characters.
pub(crate) const LONGEST_NOTE: usize = 2_000;

/// A version that was put in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileVersion {
    /// From 1.
    pub number: u32,
    /// Names what it says.
    pub digest: [u8; 32],
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who; empty: nobody in particular, as when the program starts.
    pub author: String,
    /// Why, in their words.
    pub note: String,
    /// From where.
    pub origin: Origin,
}

/// From where a version came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// From the folder, or from the program, when it started.
    Folder,
    /// From the administration pages.
    Pages,
    /// From the command line.
    Command,
}

/// The version that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileDraft {
    /// Counts its changes. Whoever changes it says which one was on the page.
    pub revision: u32,
    /// The digest of the version that it was begun from.
    pub base: [u8; 32],
    /// What it says.
    pub bundle: Bundle,
    /// Who changed it last.
    pub author: String,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

/// What became of a change of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drafted {
    /// It is written; the draft's revision.
    Done(u32),
    /// Somebody else has changed the draft meanwhile.
    Overtaken,
}

/// What became of putting the draft in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PutInForce {
    /// It is in force, as the version of that number.
    Done(u32),
    /// Somebody else has changed the draft, or put another version in force.
    Overtaken,
    /// It says what is in force already.
    Nothing,
    /// It cannot be used.
    Mistakes(ProfileErrors),
}

/// How a version comes into force.
pub(crate) struct Putting<'a> {
    pub(crate) author: &'a str,
    pub(crate) note: &'a str,
    pub(crate) origin: Origin,
    /// The draft that it is, if it is one: its base and its revision.
    pub(crate) draft: Option<([u8; 32], u32)>,
}

impl Origin {
    /// The word for it in the store.
    pub fn word(self) -> &'static str {
        match self {
            Self::Folder => "folder",
            Self::Pages => "pages",
            Self::Command => "command",
        }
    }

    pub(crate) fn of(word: &str) -> Self {
        match word {
            "pages" => Self::Pages,
            "command" => Self::Command,
            _ => Self::Folder,
        }
    }
}

impl Centre {
    /// Every version that was in force, the latest first.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn profile_versions(&self) -> Result<Vec<ProfileVersion>, CentreError> {
        profile_versions::all(&mut self.store.read().await?).await
    }

    /// What a version says.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when none of that digest was ever in force, or the store's.
    pub async fn profile_of(&self, digest: &[u8; 32]) -> Result<Bundle, CentreError> {
        bundle_of(&mut self.store.read().await?, digest).await
    }

    /// What is in force now, also where another process has put it in force a moment ago.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn profile_in_force(&self) -> Result<Bundle, CentreError> {
        let mut session = self.store.read().await?;
        let digest = in_force(&mut session).await?;
        bundle_of(&mut session, &digest).await
    }

    /// The version that is being written, if one is.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn profile_draft(&self) -> Result<Option<ProfileDraft>, CentreError> {
        let row = profile_drafts::get(&mut self.store.read().await?).await?;
        row.map(|row| {
            let bundle = Bundle::from_bytes(&row.bundle);
            let bundle = bundle
                .map_err(|_| CentreError::Damaged("the draft of the profile cannot be read".to_owned()))?;
            let DraftRow { revision, base, author, at_ms, .. } = row;
            Ok(ProfileDraft { revision, base, bundle, author, at_ms })
        })
        .transpose()
    }

    /// Writes the draft. `seen`: the revision that it was changed from, 0 where there was none; `bundle`: what it says now.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] for whoever is no administrator, or the store's.
    pub async fn write_profile_draft(
        &self,
        agent: &Agent,
        seen: u32,
        bundle: &Bundle,
    ) -> Result<Drafted, CentreError> {
        must_keep(agent)?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let before = profile_drafts::get(&mut session).await?;
            if before.as_ref().map_or(0, |row| row.revision) != seen {
                return Ok(Drafted::Overtaken);
            }
            let base = match before {
                Some(row) => row.base,
                None => in_force(&mut session).await?,
            };
            let row = DraftRow {
                revision: seen + 1,
                base,
                bundle: bundle.to_bytes(),
                author: agent.name.clone(),
                at_ms: self.clock.now_ms(),
            };
            if !profile_drafts::put(&mut session, &row).await? {
                return Ok(Drafted::Overtaken);
            }
            session.commit().await?;
            Ok(Drafted::Done(row.revision))
        })
        .await
    }

    /// Throws the draft away. `false`: it is another one by now, or there is none.
    ///
    /// # Errors
    /// As [`Self::write_profile_draft`].
    pub async fn drop_profile_draft(&self, agent: &Agent, seen: u32) -> Result<bool, CentreError> {
        must_keep(agent)?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let gone = profile_drafts::remove(&mut session, seen).await?;
            session.commit().await?;
            Ok(gone)
        })
        .await
    }

    /// Puts the draft in force: one transaction writes the version, an entry into every office's feed, and removes the
    /// draft. What this centre shows changes with the next request; the desks read it with their next exchange.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`], [`CentreError::Invalid`] without a note, or the store's.
    pub async fn put_profile_in_force(
        &self,
        agent: &Agent,
        seen: u32,
        note: &str,
    ) -> Result<PutInForce, CentreError> {
        must_keep(agent)?;
        let note = note.trim();
        if note.is_empty() || note.chars().count() > LONGEST_NOTE {
            return Err(CentreError::Invalid("a version needs a short note that says why".to_owned()));
        }
        let Some(draft) = self.profile_draft().await?.filter(|draft| draft.revision == seen) else {
            return Ok(PutInForce::Overtaken);
        };
        let putting = Putting {
            author: &agent.name,
            note,
            origin: Origin::Pages,
            draft: Some((draft.base, draft.revision)),
        };
        self.put_version(&draft.bundle, &putting).await
    }

    /// Puts a profile in force that is no draft: the command line's way.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn use_profile(&self, bundle: &Bundle, note: &str) -> Result<PutInForce, CentreError> {
        let putting = Putting { author: "", note: note.trim(), origin: Origin::Command, draft: None };
        self.put_version(bundle, &putting).await
    }

    async fn put_version(&self, bundle: &Bundle, putting: &Putting<'_>) -> Result<PutInForce, CentreError> {
        let mistakes = ::complaints::profile::Profile::read(bundle).err();
        if let Some(mistakes) = mistakes {
            return Ok(PutInForce::Mistakes(mistakes));
        }
        if differences(&self.profile_in_force().await?, bundle).is_empty() {
            return Ok(PutInForce::Nothing);
        }
        let next = self.with_profile(bundle)?;
        match retrying(|| founding::change_profile(&next, bundle, putting)).await? {
            Some(number) => {
                self.turn();
                Ok(PutInForce::Done(number))
            }
            None => Ok(PutInForce::Overtaken),
        }
    }

    /// The centre with the profile that is in force by now; none: it is this one's.
    pub(crate) async fn successor(&self) -> Result<Option<Self>, CentreError> {
        let mut session = self.store.read().await?;
        let digest = in_force(&mut session).await?;
        if digest == self.profile_digest.0 {
            return Ok(None);
        }
        let bundle = bundle_of(&mut session, &digest).await?;
        drop(session);
        self.with_profile(&bundle).map(Some)
    }

    /// What follows from a profile that has come into force: the columns of the complaints and the figures. Others may work
    /// meanwhile. It may be done twice.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn follow_profile(&self) -> Result<(), CentreError> {
        founding::write_columns(self).await?;
        self.bring_figures_up_to_date().await.map(drop)
    }

    fn with_profile(&self, bundle: &Bundle) -> Result<Self, CentreError> {
        self.with(read_profile(bundle)?, bundle)
    }
}

/// The digest of the profile in force.
pub(crate) async fn in_force(session: &mut Session) -> Result<[u8; 32], CentreError> {
    let digits = settings::get(session, settings::PROFILE).await?;
    digest_of(&digits).ok_or_else(|| CentreError::Damaged("no profile is in force".to_owned()))
}

async fn bundle_of(session: &mut Session, digest: &[u8; 32]) -> Result<Bundle, CentreError> {
    let none = || CentreError::NotFound("there is no such version of the profile".to_owned());
    let bytes = profiles::get(session, digest).await?.ok_or_else(none)?;
    Bundle::from_bytes(&bytes).map_err(|_| CentreError::Damaged("a profile cannot be read".to_owned()))
}

fn must_keep(agent: &Agent) -> Result<(), CentreError> {
    if agent.role.may(Right::KeepProfile) {
        return Ok(());
    }
    Err(CentreError::NotAllowed("only an administrator changes the profile".to_owned()))
}
