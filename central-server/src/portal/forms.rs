//! Forms that are filled in over several pages: what was typed and which documents were added is kept here from page to
//! page, and a form that is sent is registered once, however often it is sent.

use std::collections::BTreeMap;

use ::complaints::{AttachDocument, Author, Body, Complaint, ComplaintId, DocumentId, Moment, Operation};
use sync_protocol::MAX_OPERATION_BYTES;

use super::files::CheckedFile;
use super::session::{PortalSession, open_in};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::filing::Filing;
use crate::record::record;
use crate::store::{Session, complaints, devices, documents, offices, portal_drafts, portal_forms, retrying};

/// The most documents of one form.
pub(crate) const MOST_FILES: usize = 10;

/// The most bytes of what was typed into one form.
const MOST_TYPED_BYTES: usize = 200_000;

/// The id of a form, drawn at random. It opens nothing to another browser. Shown as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormId([u8; 8]);

impl FormId {
    pub(super) fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn as_bytes(&self) -> [u8; 8] {
        self.0
    }
}

/// A form as far as it is filled in.
#[derive(Debug, Clone)]
pub struct PortalForm {
    /// Its id.
    pub id: FormId,
    /// What was typed, by the names of the fields.
    pub typed: BTreeMap<String, String>,
    /// What came of it, once it was sent.
    pub complaint: Option<ComplaintId>,
    /// The documents that go with it.
    pub files: Vec<KeptFile>,
}

/// A document that waits for its form to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// The hash of its content.
    pub id: DocumentId,
    /// Its name, without ending.
    pub name: String,
    /// What it is.
    pub media_type: String,
    /// How many bytes it has.
    pub size: u64,
    /// Width and height of an image in pixels.
    pub pixels: Option<(u32, u32)>,
}

/// A file that was checked, with the name that it came under.
#[derive(Debug, Clone)]
pub struct SentFile {
    /// The name, without ending.
    pub name: String,
    /// What it is.
    pub file: CheckedFile,
}

impl SentFile {
    pub(super) fn kept(&self) -> KeptFile {
        KeptFile {
            id: DocumentId::of(&self.file.content),
            name: self.name.clone(),
            media_type: self.file.media_type.to_owned(),
            size: self.file.content.len() as u64,
            pixels: self.file.pixels,
        }
    }
}

impl KeptFile {
    pub(super) fn attached(&self) -> AttachDocument {
        AttachDocument {
            document: self.id,
            size: self.size,
            media_type: self.media_type.clone(),
            name: self.name.clone(),
            pages: None,
            width: self.pixels.map(|(width, _)| width),
            height: self.pixels.map(|(_, height)| height),
        }
    }
}

impl Centre {
    /// Begins a form.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn begin_form(&self, portal: &PortalSession) -> Result<FormId, CentreError> {
        let id = FormId(self.random.draw()?);
        let mut session = self.store.write().await?;
        portal_forms::add(&mut session, id, &portal.hash(), self.clock.now_ms()).await?;
        session.commit().await?;
        Ok(id)
    }

    /// A form of this browser.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn form(&self, portal: &PortalSession, id: FormId) -> Result<Option<PortalForm>, CentreError> {
        let mut session = self.store.read().await?;
        let Some(row) = portal_forms::get(&mut session, id, &portal.hash()).await? else { return Ok(None) };
        let files = portal_forms::files(&mut session, id).await?;
        let typed = serde_json::from_str(&row.typed)
            .map_err(|_| CentreError::Damaged("a form on the portal cannot be read".to_owned()))?;
        Ok(Some(PortalForm { id, typed, complaint: row.complaint, files }))
    }

    /// Keeps what was typed, beside what was typed on other pages of the form. Nothing, once it was sent.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when it is not a form of this browser, [`CentreError::Invalid`] when it is far too
    /// long, or the store's.
    pub async fn keep_typed(
        &self,
        portal: &PortalSession,
        id: FormId,
        typed: &BTreeMap<String, String>,
    ) -> Result<(), CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            let row = portal_forms::lock(&mut session, id, &portal.hash()).await?.ok_or_else(no_form)?;
            if row.complaint.is_some() {
                return Ok(());
            }
            let mut all: BTreeMap<String, String> = serde_json::from_str(&row.typed).unwrap_or_default();
            all.extend(typed.iter().map(|(name, value)| (name.clone(), value.clone())));
            let all = serde_json::to_string(&all).unwrap_or_default();
            if all.len() > MOST_TYPED_BYTES {
                return Err(CentreError::Invalid("this form is too long".to_owned()));
            }
            portal_forms::set_typed(&mut session, id, &all).await?;
            session.commit().await
        })
        .await
    }

    /// Keeps a document for a form; `false`: there are as many as a form may have.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when it is not a form of this browser, or the store's.
    pub async fn keep_file(
        &self,
        portal: &PortalSession,
        id: FormId,
        sent: &SentFile,
    ) -> Result<bool, CentreError> {
        retrying(|| async {
            let mut session = self.store.write().await?;
            portal_forms::lock(&mut session, id, &portal.hash()).await?.ok_or_else(no_form)?;
            let files = portal_forms::files(&mut session, id).await?;
            if files.len() >= MOST_FILES {
                return Ok(false);
            }
            portal_forms::add_file(&mut session, id, files.len(), &sent.kept(), &sent.file.content).await?;
            session.commit().await?;
            Ok(true)
        })
        .await
    }

    /// Takes a document out of a form.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when it is not a form of this browser, or the store's.
    pub async fn drop_file(
        &self,
        portal: &PortalSession,
        id: FormId,
        file: &DocumentId,
    ) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        portal_forms::lock(&mut session, id, &portal.hash()).await?.ok_or_else(no_form)?;
        portal_forms::remove_file(&mut session, id, file).await?;
        session.commit().await
    }

    /// Forgets a form with everything in it.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn forget_form(&self, portal: &PortalSession, id: FormId) -> Result<(), CentreError> {
        let mut session = self.store.write().await?;
        if portal_forms::lock(&mut session, id, &portal.hash()).await?.is_some() {
            portal_forms::remove(&mut session, id).await?;
        }
        session.commit().await
    }

    /// Registers what a form says, with its documents, in one transaction. A form that was sent before is not registered
    /// again: its complaint comes back.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when it is not a form of this browser, and those of [`Centre::file`].
    pub async fn file_form(
        &self,
        portal: &PortalSession,
        id: FormId,
        filing: &Filing,
        author: &Author,
    ) -> Result<Complaint, CentreError> {
        let office = self.office_for(filing)?;
        let category = self.checked_category(filing)?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let row = portal_forms::lock(&mut session, id, &portal.hash()).await?.ok_or_else(no_form)?;
            if let Some(complaint) = row.complaint {
                return complaints::get(&mut session, complaint).await?.ok_or_else(no_form);
            }
            // Opened with its code on two telephones and sent from the other one: that is what came of it.
            if let Some(sent) = self.complaint_of_draft(&mut session, row.draft.as_ref()).await? {
                portal_forms::set_complaint(&mut session, id, sent).await?;
                open_in(&mut session, portal, sent, self.clock.now_ms()).await?;
                let sent = complaints::get(&mut session, sent).await?.ok_or_else(no_form)?;
                session.commit().await?;
                return Ok(sent);
            }
            let filed = self.file_in(&mut session, office, filing, category, author).await?;
            let filed = self.attach_waiting(&mut session, id, filed, author).await?;
            portal_forms::set_complaint(&mut session, id, filed.id).await?;
            if let Some(draft) = &row.draft {
                portal_drafts::set_complaint(&mut session, draft, filed.id).await?;
            }
            open_in(&mut session, portal, filed.id, self.clock.now_ms()).await?;
            session.commit().await?;
            Ok(filed)
        })
        .await
    }

    /// Gives a complaint the documents that wait for its form.
    async fn attach_waiting(
        &self,
        session: &mut Session,
        form: FormId,
        complaint: Complaint,
        author: &Author,
    ) -> Result<Complaint, CentreError> {
        let files = portal_forms::files(session, form).await?;
        if files.is_empty() {
            return Ok(complaint);
        }
        let bodies = files.iter().map(|file| Body::AttachDocument(file.attached())).collect();
        self.append_in(session, &complaint, author, bodies).await?;
        for file in &files {
            let row = documents::lock(session, complaint.office, &file.id).await?;
            // A content that is here already, whole or begun, is filled up from the beginning.
            let Some(mut row) = row.filter(|row| !row.is_whole()) else { continue };
            documents::forget_content(session, complaint.office, &mut row).await?;
            portal_forms::hand_on(session, form, &file.id, complaint.office).await?;
            documents::is_whole_now(session, complaint.office, &mut row).await?;
        }
        let complete = complaints::get(session, complaint.id).await?;
        complete.ok_or_else(|| CentreError::Damaged("a complaint is gone that was just filed".to_owned()))
    }

    /// Writes what was judged already into the centre's log of the office that holds a complaint.
    pub(super) async fn append_in(
        &self,
        session: &mut Session,
        complaint: &Complaint,
        author: &Author,
        bodies: Vec<Body>,
    ) -> Result<(), CentreError> {
        let office = offices::lock(session, complaint.office).await?;
        let missing = || CentreError::Damaged(format!("office {} has no log of the centre", office.code));
        let log = devices::get(session, office.log_device).await?.ok_or_else(missing)?;
        let at = Moment::from_zoned(&self.now());
        let (mut head, mut entries) = (log.head, Vec::with_capacity(bodies.len()));
        for body in bodies {
            let operation = Operation { subject: Some(complaint.id), author: author.clone(), at, body };
            let payload = operation.to_bytes();
            if payload.len() > MAX_OPERATION_BYTES {
                return Err(CentreError::Invalid("this text is too long".to_owned()));
            }
            let entry = head.then(log.id, &log.salts, payload);
            head = entry.head();
            entries.push(entry);
        }
        record(self, session, office, &log, entries).await.map(drop)
    }
}

fn no_form() -> CentreError {
    CentreError::NotFound("there is no such form".to_owned())
}
