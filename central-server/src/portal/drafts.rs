//! Saving a form and going on later, also on another telephone. Whoever saves gets a code; the store has its keyed hash, and what
//! was typed and added is encrypted under a key that comes of the code and of the centre's own. Why so stands in
//! `docs/decisions/0042-a-saved-form-is-opened-by-a-code.md`.
//!
//! ```text
//! form ──save──▶ draft (sealed) ──code──▶ form ──send──▶ complaint
//!                  ▲                        │
//!                  └────────── save ────────┘  under another code
//! ```

use std::collections::BTreeMap;

use ::complaints::{ComplaintId, DocumentId};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use jiff::Zoned;
use jiff::civil::Date;
use locales::Language;
use serde::{Deserialize, Serialize};

use super::forms::{FormId, KeptFile};
use super::session::PortalSession;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::notices::{Notice, NoticeChannel, NoticeKind};
use crate::store::portal_drafts::{self, DraftHash, DraftRow};
use crate::store::{Session, citizens, portal_forms, retrying};

/// For so many days a saved form is kept.
pub(crate) const KEPT_DAYS: i64 = 14;

const DAY_MS: i64 = 86_400_000;

/// So many bytes of documents all saved forms hold together: whoever saves without end fills no disk.
const MOST_BYTES: u64 = 4 << 30;

/// How many pieces of a document are held at once.
const STEP: u32 = 32;

/// The place of what was typed among the nonces: behind every document.
const TYPED: (u32, u32) = (u32::MAX, 0);

/// The letters of a code: none looks like another one (Crockford's alphabet).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters a code has: sixty bits.
const LENGTH: usize = 12;

/// A code, in capital letters without anything between them.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftCode(String);

impl DraftCode {
    /// Reads a code as somebody types it: in small letters, with blanks or hyphens, O for 0, I and L for 1.
    pub fn read(typed: &str) -> Option<Self> {
        let read = |c: char| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let between =
            |c: &char| !c.is_whitespace() && !matches!(c, '-' | '–' | '.' | '\u{200e}' | '\u{200f}');
        let code: String = typed.chars().filter(between).map(read).collect();
        let fits = code.len() == LENGTH && code.bytes().all(|letter| LETTERS.contains(&letter));
        fits.then_some(Self(code))
    }

    /// The one that a form gets in a browser. Nobody computes it without the browser's cookie and the centre's key, and
    /// nobody has to keep it to show it once more.
    fn of(centre: &Centre, portal: &PortalSession, form: FormId) -> Self {
        let drawn = centre.key.hash_saved_form(portal.token.as_str(), &form.as_bytes());
        Self(drawn[..LENGTH].iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect())
    }

    /// As it is shown: `7KQ2-9XWD-04TB`.
    pub fn shown(&self) -> String {
        let groups: Vec<&str> = (0..LENGTH / 4).map(|group| &self.0[group * 4..group * 4 + 4]).collect();
        groups.join("-")
    }

    fn hash(&self, centre: &Centre) -> DraftHash {
        centre.key.hash_code(&format!("saved form {}", self.0))
    }
}

impl std::fmt::Debug for DraftCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DraftCode(…)")
    }
}

/// A form that was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedForm {
    /// What opens it.
    pub code: DraftCode,
    /// The last day on which it is surely there.
    pub until: Date,
}

/// What came of opening a saved form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftOutcome {
    /// It goes on as this form of the browser.
    Opened(FormId),
    /// It was sent meanwhile.
    Sent,
    /// There is none of that code, or its time is over.
    NotRight,
}

/// What is encrypted beside the contents.
#[derive(Serialize, Deserialize)]
struct Kept {
    typed: BTreeMap<String, String>,
    files: Vec<File>,
}

#[derive(Serialize, Deserialize)]
struct File {
    id: String,
    name: String,
    media_type: String,
    size: u64,
    pixels: Option<(u32, u32)>,
}

/// What encrypts and decrypts one saved form.
struct Seal {
    cipher: XChaCha20Poly1305,
    salt: [u8; 16],
}

impl Seal {
    fn new(centre: &Centre, code: &DraftCode, salt: [u8; 16]) -> Self {
        let key = centre.key.key_of_saved_form(&code.0);
        Self { cipher: XChaCha20Poly1305::new(&Key::from(*key)), salt }
    }

    /// Each place has a nonce of its own, so that no two pieces can change places.
    fn nonce(&self, (file, piece): (u32, u32)) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..16].copy_from_slice(&self.salt);
        nonce[16..20].copy_from_slice(&file.to_be_bytes());
        nonce[20..].copy_from_slice(&piece.to_be_bytes());
        nonce.into()
    }

    fn close(&self, place: (u32, u32), bytes: &[u8]) -> Result<Vec<u8>, CentreError> {
        self.cipher.encrypt(&self.nonce(place), bytes).map_err(|_| damaged())
    }

    fn open(&self, place: (u32, u32), sealed: &[u8]) -> Result<Vec<u8>, CentreError> {
        self.cipher.decrypt(&self.nonce(place), sealed).map_err(|_| damaged())
    }
}

impl Centre {
    /// Takes a form of this browser away and keeps it, encrypted, under a code; the account that is signed in gets the code
    /// by e-mail as well. None: it is no form of this browser, or it was sent.
    ///
    /// # Errors
    /// [`CentreError::Full`] when saved forms hold as much as they may, or the store's.
    pub async fn save_form(
        &self,
        portal: &PortalSession,
        id: FormId,
        language: Language,
    ) -> Result<Option<SavedForm>, CentreError> {
        let code = DraftCode::of(self, portal, id);
        let salt = self.random.draw()?;
        retrying(|| async {
            let (mut session, now_ms) = (self.store.write().await?, self.clock.now_ms());
            let row = portal_forms::lock(&mut session, id, &portal.hash()).await?;
            let Some(row) = row.filter(|row| row.complaint.is_none()) else { return Ok(None) };
            portal_drafts::remove_over(&mut session, now_ms).await?;
            if let Some(before) = row.draft {
                match portal_drafts::lock(&mut session, &before).await? {
                    // Sent from somewhere else: then this is a copy of what was sent.
                    Some(draft) if draft.complaint.is_some() => return Ok(None),
                    _ => portal_drafts::remove(&mut session, &before).await?,
                }
            }
            let files = portal_forms::files(&mut session, id).await?;
            let bytes: u64 = files.iter().map(|file| file.size).sum();
            if bytes > 0 && portal_drafts::bytes_of_all(&mut session).await? + bytes > MOST_BYTES {
                return Err(CentreError::Full);
            }
            let seal = Seal::new(self, &code, salt);
            let kept = Kept {
                typed: serde_json::from_str(&row.typed).unwrap_or_default(),
                files: files.iter().map(File::of).collect(),
            };
            let expires_at = now_ms + KEPT_DAYS * DAY_MS;
            let sealed = seal.close(TYPED, &serde_json::to_vec(&kept).unwrap_or_default())?;
            let draft = DraftRow { salt, sealed, complaint: None, expires_at };
            let hash = code.hash(self);
            portal_drafts::add(&mut session, &hash, &draft, bytes, now_ms).await?;
            for (file, place) in files.iter().zip(0..) {
                put_away(&mut session, (id, &file.id), (&hash, place), &seal).await?;
            }
            portal_forms::remove(&mut session, id).await?;
            let saved = SavedForm { code: code.clone(), until: self.until(expires_at) };
            self.send_code(&mut session, portal, &saved, language).await?;
            session.commit().await?;
            Ok(Some(saved))
        })
        .await
    }

    /// The form that this browser has just saved, to show its code.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn saved_form(
        &self,
        portal: &PortalSession,
        id: FormId,
    ) -> Result<Option<SavedForm>, CentreError> {
        let code = DraftCode::of(self, portal, id);
        let draft = portal_drafts::get(&mut self.store.read().await?, &code.hash(self)).await?;
        let draft = draft.filter(|draft| draft.complaint.is_none() && draft.expires_at > self.clock.now_ms());
        Ok(draft.map(|draft| SavedForm { code, until: self.until(draft.expires_at) }))
    }

    /// Goes on with a saved form in this browser. It stays saved until it is sent, saved once more or over. The tries are to
    /// be limited by whoever calls this for strangers.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn open_draft(
        &self,
        portal: &PortalSession,
        code: &DraftCode,
    ) -> Result<DraftOutcome, CentreError> {
        let (id, hash) = (FormId::from_bytes(self.random.draw()?), code.hash(self));
        retrying(|| async {
            let (mut session, now_ms) = (self.store.write().await?, self.clock.now_ms());
            let found = portal_drafts::get(&mut session, &hash).await?;
            let Some(draft) = found.filter(|draft| draft.expires_at > now_ms) else {
                return Ok(DraftOutcome::NotRight);
            };
            if draft.complaint.is_some() {
                return Ok(DraftOutcome::Sent);
            }
            let seal = Seal::new(self, code, draft.salt);
            let kept = seal.open(TYPED, &draft.sealed)?;
            let kept: Kept = serde_json::from_slice(&kept).map_err(|_| damaged())?;
            portal_forms::add(&mut session, id, &portal.hash(), now_ms).await?;
            let typed = serde_json::to_string(&kept.typed).unwrap_or_default();
            portal_forms::set_typed(&mut session, id, &typed).await?;
            portal_forms::set_draft(&mut session, id, &hash).await?;
            for (file, place) in kept.files.iter().zip(0..) {
                let file = file.kept().ok_or_else(damaged)?;
                bring_back(&mut session, (id, place, &file), &hash, &seal).await?;
            }
            session.commit().await?;
            Ok(DraftOutcome::Opened(id))
        })
        .await
    }

    /// The complaint that a saved form became, which no other transaction changes until this one ends.
    pub(super) async fn complaint_of_draft(
        &self,
        session: &mut Session,
        draft: Option<&DraftHash>,
    ) -> Result<Option<ComplaintId>, CentreError> {
        match draft {
            Some(draft) => Ok(portal_drafts::lock(session, draft).await?.and_then(|draft| draft.complaint)),
            None => Ok(None),
        }
    }

    async fn send_code(
        &self,
        session: &mut Session,
        portal: &PortalSession,
        saved: &SavedForm,
        language: Language,
    ) -> Result<(), CentreError> {
        let Some(citizen) = portal.citizen else { return Ok(()) };
        let account = citizens::get(session, citizen).await?;
        let Some(to) = account.and_then(|account| account.email) else { return Ok(()) };
        let kind = NoticeKind::SavedForm { code: saved.code.shown(), until: saved.until };
        let notice = Notice { channel: NoticeChannel::Email, to, language, kind, about: None };
        self.queue_notice(session, &notice).await.map(drop)
    }

    /// The last whole day before that moment.
    fn until(&self, expires_at: i64) -> Date {
        let end =
            jiff::Timestamp::from_millisecond(expires_at - DAY_MS).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let end: Zoned = end.to_zoned(self.time_zone.clone());
        end.date()
    }
}

/// Encrypts the content of a document that waits for a form.
async fn put_away(
    session: &mut Session,
    (form, id): (FormId, &DocumentId),
    (hash, place): (&DraftHash, u32),
    seal: &Seal,
) -> Result<(), CentreError> {
    let (mut offset, mut piece) = (0, 0);
    loop {
        let slices = portal_forms::slices(session, form, id, offset, STEP).await?;
        let mut sealed = Vec::with_capacity(slices.len());
        for bytes in &slices {
            sealed.push((piece, seal.close((place, piece), bytes)?));
            offset += bytes.len() as u64;
            piece += 1;
        }
        if sealed.is_empty() {
            return Ok(());
        }
        portal_drafts::add_pieces(session, hash, place, sealed).await?;
    }
}

/// Gives a form the document of a saved one.
async fn bring_back(
    session: &mut Session,
    (form, place, file): (FormId, u32, &KeptFile),
    hash: &DraftHash,
    seal: &Seal,
) -> Result<(), CentreError> {
    portal_forms::add_file_row(session, form, place as usize, file).await?;
    let (mut offset, mut piece) = (0, 0);
    loop {
        let pieces = portal_drafts::pieces(session, hash, place, (piece, STEP)).await?;
        let mut slices = Vec::with_capacity(pieces.len());
        for (number, sealed) in pieces {
            let bytes = seal.open((place, number), &sealed)?;
            let start = offset;
            offset += bytes.len() as u64;
            slices.push((start, bytes));
            piece = number + 1;
        }
        if slices.is_empty() {
            return if offset == file.size { Ok(()) } else { Err(damaged()) };
        }
        portal_forms::add_slices(session, form, &file.id, slices).await?;
    }
}

impl File {
    fn of(file: &KeptFile) -> Self {
        Self {
            id: file.id.to_string(),
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            pixels: file.pixels,
        }
    }

    fn kept(&self) -> Option<KeptFile> {
        Some(KeptFile {
            id: self.id.parse().ok()?,
            name: self.name.clone(),
            media_type: self.media_type.clone(),
            size: self.size,
            pixels: self.pixels,
        })
    }
}

fn damaged() -> CentreError {
    CentreError::Damaged("a saved form cannot be read".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = DraftCode::read("7kq2 9xwd-o4lb").unwrap();
        assert_eq!(code.shown(), "7KQ2-9XWD-041B");
        assert_eq!(format!("{code:?}"), "DraftCode(…)");
        for wrong in ["", "7KQ2-9XWD", "7KQ2-9XWD-04TBX", "7KQ2-9XWD-04TU", "7KQ2-9XWD-04Té"] {
            assert_eq!(DraftCode::read(wrong), None, "{wrong}");
        }
    }
}
