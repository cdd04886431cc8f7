//! The desk: which screen comes first, who sits there, and every deed of the window with its author.
//!
//! It holds an [`Office`] once one is open. Commands of the window call one method each.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use complaints::{Author, Clerk, ClerkId, ComplaintId, Role};

use crate::clock::Clock;
use crate::enrolment::{self, EnrolmentRequest};
use crate::error::OfficeError;
use crate::exchanging::Exchanger;
use crate::hands::Hands;
use crate::key_store::{KeyStore, KeyStoreError, Passphrase};
use crate::open::Office;
use crate::people::NewClerkAccount;
use crate::pin::pin_fits;
use crate::profile_view;
use crate::scanner::Scanner;
use crate::view::{
    CitizenCheck, CitizenForm, ClerkView, ComplaintForm, ComplaintPage, ComplaintRow, ComplaintView, Draft,
    ExchangeStatus, Filter, NewClerk, ProfileView, Registered, Screen, WaitingView,
};

/// The desk of one window.
pub struct Desk {
    folder: PathBuf,
    /// Where the keys of a new computer are kept, unless a passphrase is given.
    key_store: KeyStore,
    clock: Clock,
    inner: Mutex<Inner>,
    /// What the clerk has chosen and not kept yet.
    pub(crate) hands: Hands,
    scanner: Mutex<Scanner>,
}

#[derive(Default)]
struct Inner {
    open: Option<Open>,
    /// The sample office, while somebody practises in it. The real one stays open behind it.
    sample: Option<Open>,
    /// When a clerk did or looked at something last.
    touched: Option<Instant>,
    clerk: Option<(ClerkId, Clerk)>,
    wrong_tries: u32,
    locked_until: Option<Instant>,
}

#[derive(Clone)]
struct Open {
    office: Arc<Office>,
    exchanger: Arc<Exchanger>,
}

type Result<T> = std::result::Result<T, OfficeError>;

impl Desk {
    /// A desk over a data folder; nothing is opened yet.
    pub fn new(folder: PathBuf, key_store: KeyStore, clock: Clock) -> Self {
        Self {
            folder,
            key_store,
            clock,
            inner: Mutex::default(),
            hands: Hands::default(),
            scanner: Mutex::default(),
        }
    }

    /// The screen to show. Opens the office if it can be opened without asking.
    ///
    /// # Errors
    /// What no screen can be made of.
    pub fn start(&self) -> Result<Screen> {
        if self.opened().is_none() {
            let file = self.key_file();
            let opening = Office::open(&self.folder, None, file.as_deref(), self.clock.clone());
            if let Some(screen) = self.screen_of(opening)? {
                return Ok(screen);
            }
        }
        self.screen()
    }

    /// Opens an office whose key is wrapped with a passphrase.
    ///
    /// # Errors
    /// `passphrase_wrong`, or what no screen can be made of.
    pub fn unlock(&self, passphrase: &str) -> Result<Screen> {
        let passphrase = Passphrase::new(passphrase);
        let opening = Office::open(&self.folder, Some(&passphrase), None, self.clock.clone());
        match self.screen_of(opening)? {
            Some(screen) => Ok(screen),
            None => self.screen(),
        }
    }

    /// Enrols this computer; with a passphrase where there is no keyring.
    ///
    /// # Errors
    /// Those of [`enrolment::enrol`].
    pub async fn enrol(&self, server: &str, code: &str, passphrase: Option<&str>) -> Result<Screen> {
        let key_store = match passphrase {
            Some(text) => KeyStore::Passphrase(Passphrase::new(text)),
            None => self.key_store.clone(),
        };
        let request = EnrolmentRequest { server: server.to_owned(), code: code.to_owned(), key_store };
        let office = enrolment::enrol(&self.folder, &request, self.clock.clone()).await?;
        self.keep(office)?;
        self.screen()
    }

    /// Adds a clerk: the first one, who is signed in at once, or another one by the head of the office.
    ///
    /// # Errors
    /// Those of [`Office::add_clerk`]; `not_allowed`.
    pub fn add_clerk(&self, new: &NewClerk) -> Result<Screen> {
        let office = self.office()?;
        let first = office.clerks()?.is_empty();
        let role = if first { Role::Head } else { new.role.parse().unwrap_or(Role::Clerk) };
        let by = match self.signed_in() {
            Ok((author, clerk)) if clerk.role == Role::Head => Some(author),
            Ok(_) => return Err(OfficeError::NotAllowed),
            Err(_) if first => None,
            Err(error) => return Err(error),
        };
        let account = NewClerkAccount { name: new.name.clone(), role, pin: new.pin.clone() };
        let added = office.add_clerk(&account, by.as_ref())?;
        if first {
            self.inner().clerk = Some(added);
        }
        self.changed();
        self.screen()
    }

    /// Signs a clerk in.
    ///
    /// # Errors
    /// `pin_wrong`, `locked_out`.
    pub fn sign_in(&self, clerk: &str, pin: &str) -> Result<Screen> {
        let office = self.office()?;
        self.check_lock_out()?;
        let id: Option<ClerkId> = clerk.parse().ok();
        let known = office.clerks()?.into_iter().find(|(known, _)| Some(*known) == id);
        let Some(found) = known.filter(|(_, clerk)| pin_fits(clerk, pin)) else {
            return Err(self.note_wrong_pin(&office));
        };
        let mut inner = self.inner();
        (inner.wrong_tries, inner.locked_until) = (0, None);
        inner.clerk = Some(found);
        drop(inner);
        self.screen()
    }

    /// Locks the desk: nothing is closed and nothing is lost.
    ///
    /// # Errors
    /// When the store fails.
    pub fn lock(&self) -> Result<Screen> {
        self.inner().clerk = None;
        self.screen()
    }

    /// The profile.
    ///
    /// # Errors
    /// `not_enrolled`.
    pub fn profile(&self) -> Result<ProfileView> {
        Ok(self.office()?.profile_view())
    }

    /// Remarks on what was typed about a citizen; none before the desk knows its deployment.
    pub fn check_citizen(&self, citizen: &CitizenForm) -> CitizenCheck {
        match self.office() {
            Ok(office) => profile_view::check_citizen(&office.profile(), citizen),
            Err(_) => CitizenCheck::default(),
        }
    }

    /// Keeps a draft.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn save_draft(&self, id: Option<String>, form: &ComplaintForm) -> Result<Draft> {
        let (author, _) = self.signed_in()?;
        self.office()?.save_draft(id, form, &author.name)
    }

    /// All drafts.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.signed_in()?;
        self.office()?.drafts()
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn discard_draft(&self, id: &str) -> Result<()> {
        self.signed_in()?;
        self.office()?.discard_draft(id)
    }

    /// Registers a complaint under the clerk's name.
    ///
    /// # Errors
    /// Those of [`Office::register`]; `not_signed_in`.
    pub fn register(&self, draft: Option<&str>, form: &ComplaintForm) -> Result<Registered> {
        let (author, _) = self.signed_in()?;
        let registered = self.office()?.register(form, draft, &author)?;
        self.changed();
        Ok(registered)
    }

    /// A page of a list.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn complaints(&self, filter: Filter, after: Option<&str>, limit: u32) -> Result<ComplaintPage> {
        self.signed_in()?;
        self.office()?.list(filter, after, limit)
    }

    /// Complaints in which every word occurs.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<ComplaintRow>> {
        self.signed_in()?;
        self.office()?.search(words, limit)
    }

    /// A complaint, whole; looking at it makes its news no news.
    ///
    /// # Errors
    /// `not_signed_in`, `not_found`, or the store's.
    pub fn complaint(&self, id: &str) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        let view = office.complaint_for(id, &author)?;
        office.mark_seen(id)?;
        self.changed_quietly();
        Ok(view)
    }

    /// Writes a note.
    ///
    /// # Errors
    /// Those of [`Office::add_note`]; `not_signed_in`.
    pub fn add_note(&self, id: &str, text: &str, for_citizen: bool) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.add_note(id, text, for_citizen, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// Withdraws a complaint at the citizen's wish.
    ///
    /// # Errors
    /// Those of [`Office::withdraw`]; `not_signed_in`.
    pub fn withdraw(&self, id: &str, text: &str) -> Result<ComplaintView> {
        let (author, _) = self.signed_in()?;
        let (office, id) = (self.office()?, complaint_id(id)?);
        office.withdraw(id, text, &author)?;
        self.changed();
        office.complaint_for(id, &author)
    }

    /// The status line.
    ///
    /// # Errors
    /// `not_enrolled`.
    pub fn status(&self) -> Result<ExchangeStatus> {
        self.exchanger()?.present()
    }

    /// What waits to be sent.
    ///
    /// # Errors
    /// `not_signed_in`, or the store's.
    pub fn waiting(&self) -> Result<Vec<WaitingView>> {
        self.signed_in()?;
        self.office()?.waiting()
    }

    /// Somebody wants an exchange now.
    ///
    /// # Errors
    /// `not_enrolled`.
    pub fn exchange_now(&self) -> Result<()> {
        self.exchanger()?.wake();
        Ok(())
    }

    /// The exchanger, once an office is open.
    ///
    /// # Errors
    /// `not_enrolled`.
    pub fn exchanger(&self) -> Result<Arc<Exchanger>> {
        self.opened().map(|open| open.exchanger).ok_or(OfficeError::NotEnrolled)
    }

    fn screen(&self) -> Result<Screen> {
        let Some(open) = self.opened() else { return Ok(Screen::Enrol) };
        let office = open.office.office_view()?;
        let clerk = self.inner().clerk.as_ref().map(|(id, clerk)| clerk_view(*id, clerk));
        if let Some(clerk) = clerk {
            let may_not = open.office.may_not(clerk.role.parse().unwrap_or(Role::Trainee));
            return Ok(Screen::Work { office, clerk, may_not });
        }
        let clerks = open.office.seats()?;
        Ok(if clerks.is_empty() { Screen::FirstClerk { office } } else { Screen::SignIn { office, clerks } })
    }

    /// Keeps what could be opened; of what could not, the screen that says so.
    fn screen_of(&self, opening: Result<Office>) -> Result<Option<Screen>> {
        match opening {
            Ok(office) => self.keep(office).map(|()| None),
            Err(OfficeError::NotEnrolled) => Ok(Some(Screen::Enrol)),
            Err(OfficeError::StoreDamaged) => Ok(Some(Screen::StoreDamaged)),
            Err(OfficeError::Store(office_store::StoreError::Busy)) => Ok(Some(Screen::StoreBusy)),
            Err(OfficeError::Keys(KeyStoreError::PassphraseNeeded)) => Ok(Some(Screen::Passphrase)),
            Err(OfficeError::Keys(KeyStoreError::KeyringUnavailable(_))) => Ok(Some(Screen::KeyringAway)),
            Err(OfficeError::Keys(KeyStoreError::Missing | KeyStoreError::Wrong)) => {
                Ok(Some(Screen::KeyMissing))
            }
            Err(other) => Err(other),
        }
    }

    fn keep(&self, office: Office) -> Result<()> {
        let office = Arc::new(office);
        let exchanger = Exchanger::new(Arc::clone(&office))?;
        self.inner().open = Some(Open { office, exchanger });
        Ok(())
    }

    /// A deed of the clerk: the status line follows, and the line is tried at once.
    fn changed(&self) {
        if let Some(open) = self.opened() {
            open.exchanger.changed(true);
        }
    }

    /// The same with nothing to send.
    fn changed_quietly(&self) {
        if let Some(open) = self.opened() {
            open.exchanger.changed(false);
        }
    }

    pub(crate) fn signed_in(&self) -> Result<(Author, Clerk)> {
        let (id, _) = self.inner().clerk.clone().ok_or(OfficeError::NotSignedIn)?;
        // What came in from another computer meanwhile holds: another task, or that nothing more is written under
        // this name.
        let Some((_, clerk)) = self.office()?.store.clerks()?.into_iter().find(|(known, _)| *known == id)
        else {
            self.inner().clerk = None;
            return Err(OfficeError::NotSignedIn);
        };
        self.inner().touched = Some(Instant::now());
        let author = Author { name: clerk.name.clone(), clerk: Some(id), institution: None, capacity: None };
        Ok((author, clerk))
    }

    fn check_lock_out(&self) -> Result<()> {
        let mut inner = self.inner();
        let now = Instant::now();
        match inner.locked_until {
            Some(until) if until > now => Err(OfficeError::LockedOut((until - now).as_secs() + 1)),
            Some(_) => {
                (inner.wrong_tries, inner.locked_until) = (0, None);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn note_wrong_pin(&self, office: &Office) -> OfficeError {
        let policy = &office.profile().sign_in;
        let mut inner = self.inner();
        inner.wrong_tries += 1;
        if inner.wrong_tries < policy.tries {
            return OfficeError::PinWrong;
        }
        inner.locked_until = Some(Instant::now() + Duration::from_secs(policy.pause_s.into()));
        OfficeError::LockedOut(policy.pause_s.into())
    }

    fn office(&self) -> Result<Arc<Office>> {
        self.opened().map(|open| open.office).ok_or(OfficeError::NotEnrolled)
    }

    /// The office that is worked in: the sample one while somebody practises.
    fn opened(&self) -> Option<Open> {
        let inner = self.inner();
        inner.sample.as_ref().or(inner.open.as_ref()).cloned()
    }

    fn key_file(&self) -> Option<PathBuf> {
        match &self.key_store {
            KeyStore::File(path) => Some(path.clone()),
            KeyStore::Keyring | KeyStore::Passphrase(_) => None,
        }
    }

    fn scanner(&self) -> MutexGuard<'_, Scanner> {
        self.scanner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn complaint_id(text: &str) -> Result<ComplaintId> {
    text.parse().map_err(|_| OfficeError::NotFound)
}

pub(crate) fn clerk_view(id: ClerkId, clerk: &Clerk) -> ClerkView {
    ClerkView { id: id.to_string(), name: clerk.name.clone(), role: clerk.role.to_string(), draft_at: None }
}

mod capturing;
mod casework;
mod enrolling;
mod finding;
mod keeping;
mod matters;
mod papers;
mod people;
mod policy;
mod practice;
#[cfg(test)]
mod tests;
