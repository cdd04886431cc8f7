//! Accounts of citizens: made and given a new password by a code that was sent to an address, signed in with a password.

use ::complaints::{Complaint, ComplaintId};
use locales::Language;
use serde::{Deserialize, Serialize};

use super::CitizenId;
use super::confirming::{Address, CodeOutcome, Compared, Purpose};
use super::session::{PortalSession, new_token, owned};
use super::tries::Limited;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::people::{PasswordVerifier, verifier};
use crate::store::{Session, citizens, complaints, portal_sessions, retrying};

/// A citizen's account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CitizenAccount {
    /// Its id.
    #[serde(skip)]
    pub id: CitizenId,
    /// Surname.
    pub surname: String,
    /// Other names.
    pub other_names: String,
    /// Identity number, as typed.
    pub identity: String,
    /// Whether the number was confirmed, so that what was registered with it elsewhere is shown.
    pub is_identity_confirmed: bool,
    /// A confirmed e-mail address.
    pub email: Option<String>,
    /// A confirmed mobile telephone.
    pub phone: Option<String>,
    /// Street and number.
    pub address: String,
    /// Town, village or quarter.
    pub locality: String,
    /// Language tag.
    pub language: String,
}

impl CitizenAccount {
    /// Other names and surname, as a person is called.
    pub fn full_name(&self) -> String {
        [self.other_names.as_str(), self.surname.as_str()].join(" ").trim().to_owned()
    }
}

/// What somebody says of themselves to have an account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NewAccount {
    /// Surname.
    pub surname: String,
    /// Other names.
    pub other_names: String,
    /// Identity number, as typed; may be empty.
    pub identity: String,
    /// E-mail address or mobile telephone, to which the code goes.
    pub reached_at: String,
}

/// What waits for its code.
#[derive(Serialize, Deserialize)]
struct Waiting {
    new: NewAccount,
    address: Address,
    language: String,
    salt: [u8; 16],
    memory_kib: u32,
    passes: u32,
    hash: [u8; 32],
}

impl Centre {
    /// The account that is signed in in a browser.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn citizen_account(
        &self,
        portal: &PortalSession,
    ) -> Result<Option<CitizenAccount>, CentreError> {
        match portal.citizen {
            Some(id) => citizens::get(&mut self.store.read().await?, id).await,
            None => Ok(None),
        }
    }

    /// The complaints of the account that is signed in, the latest first.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn complaints_of(&self, portal: &PortalSession) -> Result<Vec<Complaint>, CentreError> {
        let Some(citizen) = portal.citizen else { return Ok(Vec::new()) };
        let mut session = self.store.read().await?;
        let ids = owned(&mut session, citizen).await?;
        let mut all = complaints::of_ids(&mut session, &ids).await?;
        all.sort_by_key(|complaint| std::cmp::Reverse(complaint.recorded_at().unix_ms));
        Ok(all)
    }

    /// Sends a code for a new account. Nothing shows whether there is one with that address already.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] for a password that is too short, [`CentreError::TooManyTries`], or the store's.
    pub async fn ask_for_account(
        &self,
        portal: &PortalSession,
        new: &NewAccount,
        password: &str,
        language: Language,
    ) -> Result<(), CentreError> {
        let address = Address::of(&self.profile, &new.reached_at);
        let PasswordVerifier { salt, memory_kib, passes, hash } = verifier(password.to_owned()).await?;
        self.may_have_a_code(&address).await?;
        let language_tag = language.tag().to_owned();
        let waiting = Waiting {
            new: new.clone(),
            address: address.clone(),
            language: language_tag,
            salt,
            memory_kib,
            passes,
            hash,
        };
        retrying(|| async {
            let mut session = self.store.write().await?;
            let is_free = citizens::of_address(&mut session, address.key()).await?.is_none();
            let (to, what) = ((&address, language), (&waiting, is_free));
            self.wait_for_code(&mut session, portal, Purpose::Account, to, what).await?;
            session.commit().await
        })
        .await
    }

    /// Makes the account whose code was entered, and signs it in.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn confirm_account(
        &self,
        portal: &PortalSession,
        code: &str,
    ) -> Result<CodeOutcome, CentreError> {
        let id = CitizenId::from_bytes(self.random.draw()?);
        retrying(|| async {
            let mut session = self.store.write().await?;
            let compared = self.compare_code(&mut session, portal, Purpose::Account, code).await?;
            let waiting: Waiting = match compared {
                Compared::Right(waiting) => waiting,
                other => return outcome(session, other).await,
            };
            let Waiting { new, address, language, salt, memory_kib, passes, hash } = waiting;
            let (email, phone) = match address {
                Address::Email(email) => (Some(email), None),
                Address::Phone(phone) => (None, Some(phone)),
            };
            let account = CitizenAccount {
                id,
                surname: new.surname,
                other_names: new.other_names,
                identity: new.identity,
                is_identity_confirmed: false,
                email,
                phone,
                address: String::new(),
                locality: String::new(),
                language,
            };
            let verifier = PasswordVerifier { salt, memory_kib, passes, hash };
            let is_new = citizens::add(&mut session, &account, &verifier, self.clock.now_ms()).await?;
            // Somebody else has confirmed the same address since the code went out.
            if !is_new {
                return Ok(CodeOutcome::Over);
            }
            let signed_in = self.sign_in_here(&mut session, portal, &account).await?;
            session.commit().await?;
            Ok(CodeOutcome::Done(signed_in))
        })
        .await
    }

    /// Signs an account in. None: address and password do not fit; which of them is wrong is not said, and takes as
    /// long.
    ///
    /// # Errors
    /// [`CentreError::TooManyTries`] after five wrong passwords within fifteen minutes.
    pub async fn citizen_sign_in(
        &self,
        portal: &PortalSession,
        reached_at: &str,
        password: &str,
    ) -> Result<Option<PortalSession>, CentreError> {
        let address = Address::of(&self.profile, reached_at);
        if !self.count_try(Limited::Password, address.key()).await? {
            return Err(CentreError::TooManyTries);
        }
        let found = citizens::of_address(&mut self.store.read().await?, address.key()).await?;
        let (account, verifier) = match found {
            Some((account, verifier)) => (Some(account), verifier),
            None => (None, PasswordVerifier::of_nobody()),
        };
        let fits = verifier.fits(password).await?;
        let Some(account) = account.filter(|_| fits) else { return Ok(None) };
        self.forget_tries(Limited::Password, address.key()).await?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let signed_in = self.sign_in_here(&mut session, portal, &account).await?;
            session.commit().await?;
            Ok(Some(signed_in))
        })
        .await
    }

    /// Sends a code for a new password. Nothing shows whether there is an account with that address.
    ///
    /// # Errors
    /// [`CentreError::TooManyTries`], or the store's.
    pub async fn ask_for_password(
        &self,
        portal: &PortalSession,
        reached_at: &str,
        language: Language,
    ) -> Result<(), CentreError> {
        let address = Address::of(&self.profile, reached_at);
        self.may_have_a_code(&address).await?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let found = citizens::of_address(&mut session, address.key()).await?;
            let id = found.map(|(account, _)| account.id.as_bytes());
            let (to, what) = ((&address, language), (&id.unwrap_or_default(), id.is_some()));
            self.wait_for_code(&mut session, portal, Purpose::Password, to, what).await?;
            session.commit().await
        })
        .await
    }

    /// Gives the account whose code was entered a new password, signs it out everywhere and in here.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] for a password that is too short, or the store's.
    pub async fn confirm_password(
        &self,
        portal: &PortalSession,
        code: &str,
        password: &str,
    ) -> Result<CodeOutcome, CentreError> {
        let verifier = verifier(password.to_owned()).await?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let id = match self.compare_code(&mut session, portal, Purpose::Password, code).await? {
                Compared::Right(id) => CitizenId::from_bytes(id),
                other => return outcome(session, other).await,
            };
            let Some(account) = citizens::get(&mut session, id).await? else { return Ok(CodeOutcome::Over) };
            citizens::set_password(&mut session, id, &verifier).await?;
            portal_sessions::remove_others(&mut session, id, &portal.hash()).await?;
            let signed_in = self.sign_in_here(&mut session, portal, &account).await?;
            session.commit().await?;
            Ok(CodeOutcome::Done(signed_in))
        })
        .await
    }

    pub(super) async fn may_have_a_code(&self, address: &Address) -> Result<(), CentreError> {
        if self.count_try(Limited::CodeTo, address.key()).await? {
            Ok(())
        } else {
            Err(CentreError::TooManyTries)
        }
    }

    /// Signs an account in in a browser, under a new token. What was opened there before is forgotten, unless it was
    /// filed with the account's own address: then it is the account's from now on.
    async fn sign_in_here(
        &self,
        session: &mut Session,
        portal: &PortalSession,
        account: &CitizenAccount,
    ) -> Result<PortalSession, CentreError> {
        let (now_ms, token) = (self.clock.now_ms(), new_token()?);
        for complaint in self.opened_with(session, portal, account).await? {
            citizens::own(session, account.id, complaint, now_ms).await?;
        }
        portal_sessions::close_all(session, &portal.hash()).await?;
        let signed_in = PortalSession { token, citizen: Some(account.id) };
        let tokens = (&portal.hash(), signed_in.hash());
        portal_sessions::sign_in(session, tokens, account.id, now_ms).await?;
        Ok(signed_in)
    }

    async fn opened_with(
        &self,
        session: &mut Session,
        portal: &PortalSession,
        account: &CitizenAccount,
    ) -> Result<Vec<ComplaintId>, CentreError> {
        let opened = portal_sessions::opened(session, &portal.hash()).await?;
        let same = |typed: &Option<String>, confirmed: &Option<String>| {
            let typed = typed.as_deref().map(|typed| Address::of(&self.profile, typed));
            typed.is_some_and(|typed| confirmed.as_deref() == Some(typed.key()))
        };
        let is_the_accounts = |complaint: &Complaint| {
            let citizen = &complaint.register.citizen;
            same(&citizen.email, &account.email) || same(&citizen.phone, &account.phone)
        };
        let all = complaints::of_ids(session, &opened).await?;
        Ok(all.iter().filter(|complaint| is_the_accounts(complaint)).map(|complaint| complaint.id).collect())
    }
}

/// A wrong try counts: it is committed.
pub(super) async fn outcome<T>(session: Session, compared: Compared<T>) -> Result<CodeOutcome, CentreError> {
    session.commit().await?;
    Ok(match compared {
        Compared::Wrong => CodeOutcome::Wrong,
        Compared::Right(_) | Compared::Over => CodeOutcome::Over,
    })
}
