//! Bringing whole documents to the shelf. What comes slice by slice waits in the database until it is whole; then it is
//! put there in one go and read again, and only after that its pieces are let go. A shelf that is away holds nothing up.

use std::sync::Arc;
use std::time::Duration;

use ::complaints::{DocumentId, OfficeCode};

use crate::centre::Centre;
use crate::documents::part;
use crate::error::CentreError;
use crate::shelf::{Shelf, ShelfAccess};
use crate::store::documents::{self, DocumentRow};
use crate::store::{Session, retrying, settings};

/// How often it is looked whether documents have come whole.
const EVERY: Duration = Duration::from_secs(30);

/// How many are looked up at once.
const TOGETHER: usize = 64;

/// How much is read from the shelf at once, in bytes.
const READ_BYTES: usize = 1024 * 1024;

/// What became of the documents of a centre.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shelved {
    /// So many were brought to the shelf now.
    pub moved: u64,
    /// So many whole ones are in the database still.
    pub left: u64,
}

/// Where the whole documents of a centre are.
pub(crate) enum Shelves {
    /// In the database.
    None,
    /// There.
    There(Box<Shelf>),
    /// Elsewhere, and this process cannot get there.
    Unusable(String),
}

impl Shelves {
    /// As the store says, reached as the environment says.
    pub(crate) async fn of(session: &mut Session) -> Result<Self, CentreError> {
        let place = settings::get(session, settings::DOCUMENTS).await?;
        if place.is_empty() {
            return Ok(Self::None);
        }
        let shelf = ShelfAccess::of_the_environment().and_then(|access| Shelf::at(&place, access));
        Ok(shelf.map_or_else(
            |why| Self::Unusable(format!("{place}: {why}")),
            |shelf| Self::There(Box::new(shelf)),
        ))
    }

    /// The shelf.
    ///
    /// # Errors
    /// [`CentreError::ShelfAway`] when there is none that can be reached.
    pub(crate) fn shelf(&self) -> Result<&Shelf, CentreError> {
        match self {
            Self::There(shelf) => Ok(shelf),
            Self::Unusable(why) => Err(CentreError::ShelfAway(why.clone())),
            Self::None => Err(CentreError::ShelfAway("this centre has none".to_owned())),
        }
    }
}

impl Centre {
    /// From now on whole documents lie at `s3://bucket/prefix`. Those that lie elsewhere already keep the centre from
    /// another place.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] for a place that is none or another one than before, [`CentreError::ShelfAway`] when it
    /// does not answer, or the store's.
    pub async fn keep_documents_at(&mut self, place: &str, access: ShelfAccess) -> Result<(), CentreError> {
        let place = place.trim_end_matches('/');
        let shelf = Shelf::at(place, access).map_err(CentreError::Invalid)?;
        shelf.greet().await?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let before = settings::lock(&mut session, settings::DOCUMENTS).await?;
            if before != place && documents::any_shelved(&mut session).await? {
                return Err(CentreError::Invalid(format!(
                    "the documents of this centre lie at {before}; copy them to the new place with the means of the \
                     store first, and name {before} until then"
                )));
            }
            settings::set(&mut session, settings::DOCUMENTS, place).await?;
            session.commit().await
        })
        .await?;
        self.shelves = Arc::new(Shelves::There(Box::new(shelf)));
        Ok(())
    }

    /// Brings what is whole to the shelf. Without a shelf there is nothing to do.
    ///
    /// # Errors
    /// [`CentreError::ShelfAway`], or the store's. What was brought there until then stays there.
    pub async fn shelve_documents(&self) -> Result<Shelved, CentreError> {
        let mut shelved = Shelved::default();
        if matches!(*self.shelves, Shelves::None) {
            return Ok(shelved);
        }
        let shelf = self.shelves.shelf()?;
        loop {
            let rows = documents::whole_here(&mut self.store.read().await?, TOGETHER).await?;
            let mut moved = 0;
            for (office, row) in &rows {
                moved += u64::from(self.shelve(shelf, *office, row).await?);
            }
            shelved.moved += moved;
            if moved == 0 {
                shelved.left = rows.len() as u64;
                return Ok(shelved);
            }
        }
    }

    /// `false`: its content is not what its hash says; it stays, and `verify` names it.
    async fn shelve(
        &self,
        shelf: &Shelf,
        office: OfficeCode,
        row: &DocumentRow,
    ) -> Result<bool, CentreError> {
        let mut content = Vec::new();
        let mut session = self.store.read().await?;
        loop {
            let bytes = part(&mut session, office, &row.id, content.len() as u64).await?;
            if bytes.is_empty() {
                break;
            }
            content.extend_from_slice(&bytes);
        }
        drop(session);
        if DocumentId::of(&content) != row.id {
            tracing::error!(%office, document = %row.id, "a document is not what its hash says and stays where it is");
            return Ok(false);
        }
        shelf.put(&row.id, content).await?;
        if hash_on(shelf, &row.id).await? != row.id {
            return Err(CentreError::ShelfAway("what was laid there reads otherwise".to_owned()));
        }
        let now_ms = self.clock.now_ms();
        retrying(|| async {
            let mut session = self.store.write().await?;
            let locked = documents::lock(&mut session, office, &row.id).await?;
            if locked.is_some_and(|row| row.is_whole() && !row.is_shelved) {
                documents::let_go_of_pieces(&mut session, office, &row.id, now_ms).await?;
            }
            session.commit().await
        })
        .await?;
        Ok(true)
    }

    /// Brings what is whole to the shelf, again and again.
    pub async fn shelve_documents_always(self: Arc<Self>) {
        if matches!(*self.shelves, Shelves::None) {
            return;
        }
        while !self.is_past() {
            match self.shelve_documents().await {
                Ok(Shelved { moved: 0, .. }) => {}
                Ok(Shelved { moved, .. }) => tracing::info!(moved, "documents lie on the shelf now"),
                Err(error) => tracing::warn!(code = error.code(), %error, "documents wait for the shelf"),
            }
            tokio::time::sleep(EVERY).await;
        }
    }
}

/// The hash of what lies on the shelf.
pub(crate) async fn hash_on(shelf: &Shelf, id: &DocumentId) -> Result<DocumentId, CentreError> {
    let (mut hasher, mut offset) = (blake3::Hasher::new(), 0);
    loop {
        let bytes = shelf.read(id, offset, READ_BYTES).await?;
        if bytes.is_empty() {
            return Ok(DocumentId::from_bytes(*hasher.finalize().as_bytes()));
        }
        offset += bytes.len() as u64;
        hasher.update(&bytes);
    }
}
