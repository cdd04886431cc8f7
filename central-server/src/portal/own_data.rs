//! What a citizen does with the own data: confirming an address or the identity number, correcting, taking everything
//! along, closing the account.

use ::complaints::{
    AccessCode, Body, Capacity, Channel, Complaint, CorrectField, Field, Operation, Reference, Verdict,
};
use jiff::Zoned;
use locales::Language;
use serde_json::{Value, json};

use super::accounts::{CitizenAccount, outcome};
use super::confirming::{Address, CodeOutcome, Compared, Purpose};
use super::deeds::citizen_author;
use super::session::{PortalSession, owned};
use super::tries::Limited;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::identities::key;
use crate::store::{account_reads, citizens, complaints, retrying};

/// What an account shall say of its citizen.
#[derive(Debug, Clone, Default)]
pub struct AccountChange {
    /// Surname.
    pub surname: String,
    /// Other names.
    pub other_names: String,
    /// Identity number, as typed.
    pub identity: String,
    /// Street and number.
    pub address: String,
    /// Town, village or quarter.
    pub locality: String,
}

/// The data of an account were taken along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenAlong {
    /// When.
    pub at: Zoned,
    /// As what: `json`, or `zip` with receipts and documents.
    pub what: String,
}

/// What came of confirming an identity number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityOutcome {
    /// What carries the number is shown from now on.
    Confirmed,
    /// Reference and code do not fit.
    NotRight,
    /// The complaint carries another number, or none, or nobody has looked at a card when it was filed.
    NotProven,
    /// Another account has it.
    Taken,
}

/// A field, and what an account says of it.
type Known = (Field, Option<String>);

impl Centre {
    /// Sends a code to another address of the account that is signed in.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, [`CentreError::TooManyTries`], or the store's.
    pub async fn ask_for_address(
        &self,
        portal: &PortalSession,
        reached_at: &str,
        language: Language,
    ) -> Result<(), CentreError> {
        let address = Address::of(&self.profile, reached_at);
        let citizen = portal.citizen.ok_or_else(nobody)?;
        self.may_have_a_code(&address).await?;
        retrying(|| async {
            let mut session = self.store.write().await?;
            let holder = citizens::of_address(&mut session, address.key()).await?;
            let is_free = holder.is_none_or(|(account, _)| account.id == citizen);
            let (to, what) = ((&address, language), (&address, is_free));
            self.wait_for_code(&mut session, portal, Purpose::Address, to, what).await?;
            session.commit().await
        })
        .await
    }

    /// Gives the account the address whose code was entered, and corrects it in what is open.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, or the store's.
    pub async fn confirm_address(
        &self,
        portal: &PortalSession,
        code: &str,
        unnamed: &str,
    ) -> Result<CodeOutcome, CentreError> {
        let citizen = portal.citizen.ok_or_else(nobody)?;
        let before = self.citizen_account(portal).await?.ok_or_else(nobody)?;
        let done = retrying(|| async {
            let mut session = self.store.write().await?;
            let address = match self.compare_code(&mut session, portal, Purpose::Address, code).await? {
                Compared::Right(address) => address,
                other => return outcome(session, other).await,
            };
            let is_set = match &address {
                Address::Email(email) => citizens::set_email(&mut session, citizen, email).await?,
                Address::Phone(phone) => citizens::set_phone(&mut session, citizen, phone).await?,
            };
            session.commit().await?;
            Ok(if is_set { CodeOutcome::Done(portal.clone()) } else { CodeOutcome::Over })
        })
        .await?;
        if matches!(done, CodeOutcome::Done(_)) {
            let after = self.citizen_account(portal).await?.ok_or_else(nobody)?;
            self.correct_open_ones(portal, &before, &after, unnamed).await?;
        }
        Ok(done)
    }

    /// Confirms the account's identity number by a complaint that carries it and was registered at a counter, where
    /// somebody looked at the card. What anybody can type on the portal proves nothing.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, or the store's.
    pub async fn confirm_identity(
        &self,
        portal: &PortalSession,
        reference: &Reference,
        code: &AccessCode,
    ) -> Result<IdentityOutcome, CentreError> {
        let account = self.citizen_account(portal).await?.ok_or_else(nobody)?;
        let Some(complaint) = self.follow(reference, code).await? else {
            return Ok(IdentityOutcome::NotRight);
        };
        let carried = complaint.register.citizen.nic.as_deref().and_then(key);
        let wanted = key(&account.identity).filter(|wanted| carried.as_ref() == Some(wanted));
        let Some(wanted) = wanted.filter(|_| is_from_a_counter(&complaint)) else {
            return Ok(IdentityOutcome::NotProven);
        };
        retrying(|| async {
            let mut session = self.store.write().await?;
            if !citizens::set_identity_key(&mut session, account.id, &wanted).await? {
                return Ok(IdentityOutcome::Taken);
            }
            session.commit().await?;
            Ok(IdentityOutcome::Confirmed)
        })
        .await
    }

    /// Changes what the account says, and corrects what said the same in open complaints; how many of them.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, or the store's.
    pub async fn change_account(
        &self,
        portal: &PortalSession,
        change: &AccountChange,
        unnamed: &str,
    ) -> Result<u32, CentreError> {
        let before = self.citizen_account(portal).await?.ok_or_else(nobody)?;
        let keeps_number = key(&before.identity) == key(&change.identity);
        let after = CitizenAccount {
            surname: change.surname.clone(),
            other_names: change.other_names.clone(),
            identity: change.identity.clone(),
            address: change.address.clone(),
            locality: change.locality.clone(),
            ..before.clone()
        };
        retrying(|| async {
            let mut session = self.store.write().await?;
            let known = citizens::identity_key(&mut session, before.id).await?.filter(|_| keeps_number);
            citizens::save(&mut session, &after, known).await?;
            session.commit().await
        })
        .await?;
        self.correct_open_ones(portal, &before, &after, unnamed).await
    }

    /// Writes corrections into the open complaints of an account, each field only where it said what the account said:
    /// what was filed for somebody else says something else.
    async fn correct_open_ones(
        &self,
        portal: &PortalSession,
        before: &CitizenAccount,
        after: &CitizenAccount,
        unnamed: &str,
    ) -> Result<u32, CentreError> {
        let fields: Vec<_> = fields(before).into_iter().zip(fields(after)).collect();
        let mut corrected = 0;
        for complaint in self.complaints_of(portal).await? {
            if complaint.status.is_finished() || complaint.register.representative.is_some() {
                continue;
            }
            let done = retrying(|| async {
                let mut session = self.store.write().await?;
                let complaint = self.locked(&mut session, complaint.id).await?;
                let correct = |((field, old), (_, new)): &(Known, Known)| {
                    let says = field.of(&complaint.register).map(str::to_owned);
                    let differs = old != new && says == *old && complaint.conflict(*field).is_none();
                    let body = CorrectField { field: *field, from: old.clone(), to: new.clone() };
                    differs.then_some(Body::CorrectField(body))
                };
                let bodies: Vec<Body> = fields.iter().filter_map(correct).collect();
                if bodies.is_empty() {
                    return Ok(0);
                }
                let author = citizen_author(&complaint, unnamed);
                self.append_in(&mut session, &complaint, &author, bodies).await?;
                session.commit().await?;
                Ok(1)
            });
            corrected += done.await?;
        }
        Ok(corrected)
    }

    /// Everything that is held about the citizen who is signed in, as JSON. That it is taken along, as `json` or `zip`, is
    /// written down for its owner before anything is handed out.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, [`CentreError::TooManyTries`], or the store's.
    pub async fn own_data(&self, portal: &PortalSession, what: &str) -> Result<Value, CentreError> {
        let account = self.citizen_account(portal).await?.ok_or_else(nobody)?;
        let whose: String = account.id.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        if !self.count_try(Limited::OwnData, &whose).await? {
            return Err(CentreError::TooManyTries);
        }
        retrying(|| async {
            let mut session = self.store.write().await?;
            account_reads::add(&mut session, account.id, what, self.clock.now_ms()).await?;
            session.commit().await
        })
        .await?;
        let mut session = self.store.read().await?;
        let taken = account_reads::latest(&mut session, account.id).await?;
        let taken: Vec<Value> = taken
            .into_iter()
            .map(|(at_ms, what)| json!({"at": self.at(at_ms).timestamp().to_string(), "as": what}))
            .collect();
        let ids = owned(&mut session, account.id).await?;
        let complaints = complaints::of_ids(&mut session, &ids).await?;
        let complaints: Vec<Value> = complaints.iter().map(told).collect();
        Ok(json!({
            "made_at": self.now().timestamp().to_string(),
            "account": account,
            "complaints": complaints,
            "taken_along": taken,
        }))
    }

    /// When the data of the account that is signed in were taken along, the latest first.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, or the store's.
    pub async fn taken_along(&self, portal: &PortalSession) -> Result<Vec<TakenAlong>, CentreError> {
        let citizen = portal.citizen.ok_or_else(nobody)?;
        let taken = account_reads::latest(&mut self.store.read().await?, citizen).await?;
        Ok(taken.into_iter().map(|(at_ms, what)| TakenAlong { at: self.at(at_ms), what }).collect())
    }

    fn at(&self, at_ms: i64) -> Zoned {
        let at = jiff::Timestamp::from_millisecond(at_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        at.to_zoned(self.time_zone.clone())
    }

    /// Closes the account that is signed in: who it is, its addresses and its sign-ins are forgotten, complaints stay
    /// what they are. `false`: the password does not fit.
    ///
    /// # Errors
    /// [`CentreError::NotAllowed`] when nobody is signed in, [`CentreError::TooManyTries`], or the store's.
    pub async fn close_account(&self, portal: &PortalSession, password: &str) -> Result<bool, CentreError> {
        let account = self.citizen_account(portal).await?.ok_or_else(nobody)?;
        let address = account.email.as_ref().or(account.phone.as_ref()).cloned().unwrap_or_default();
        if !self.count_try(Limited::Password, &address).await? {
            return Err(CentreError::TooManyTries);
        }
        let found = citizens::of_address(&mut self.store.read().await?, &address).await?;
        let Some((_, verifier)) = found else { return Err(nobody()) };
        if !verifier.fits(password).await? {
            return Ok(false);
        }
        let mut session = self.store.write().await?;
        citizens::remove(&mut session, account.id).await?;
        session.commit().await?;
        Ok(true)
    }
}

/// Whether somebody at an office took it in.
fn is_from_a_counter(complaint: &Complaint) -> bool {
    matches!(complaint.register.channel, None | Some(Channel::Counter))
        && complaint.steps.first().is_some_and(|step| step.author.clerk.is_some())
}

/// What an account says, by the fields of a registration.
fn fields(account: &CitizenAccount) -> Vec<(Field, Option<String>)> {
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    vec![
        (Field::Surname, said(&account.surname)),
        (Field::OtherNames, said(&account.other_names)),
        (Field::Nic, said(&account.identity)),
        (Field::Phone, account.phone.clone()),
        (Field::Email, account.email.clone()),
        (Field::Address, said(&account.address)),
        (Field::Locality, said(&account.locality)),
    ]
}

/// A complaint as its citizen may take it along: what was registered, and the steps that are for the citizen.
fn told(complaint: &Complaint) -> Value {
    let register = &complaint.register;
    let citizen = &register.citizen;
    let documents: Vec<Value> = complaint
        .documents
        .iter()
        .map(|document| {
            let attached = &document.attached;
            json!({"name": attached.name, "media_type": attached.media_type, "bytes": attached.size,
                   "blake3": attached.document.to_string()})
        })
        .collect();
    let steps: Vec<Value> = complaint
        .steps
        .iter()
        .filter(|step| step.verdict == Verdict::Accepted)
        .filter_map(|step| Some((step.at.to_string(), step.operation()?)))
        .filter_map(|(at, operation)| told_step(&at, &operation))
        .collect();
    json!({
        "reference": register.reference.to_string(),
        "access_code": complaint.access_code().to_string(),
        "kind": register.kind.word(),
        "category": register.category,
        "institution": complaint.institution,
        "status": complaint.status.word(),
        "recorded_at": complaint.recorded_at().to_string(),
        "due_on": complaint.due_on().map(|day| day.to_string()),
        "subject": register.subject,
        "text": register.text,
        "place": register.place,
        "point": register.point.map(::complaints::shown_point),
        "language": register.language,
        "citizen": {"surname": citizen.surname, "other_names": citizen.other_names, "identity": citizen.nic,
                    "phone": citizen.phone, "email": citizen.email, "address": citizen.address,
                    "locality": citizen.locality},
        "told_by": register.contact_by.iter().map(|way| way.word()).collect::<Vec<_>>(),
        "privacy_notice": {"version": register.notice, "language": register.notice_language},
        "discretion": register.discretion.map(|chosen| chosen.word()),
        "representative": register.representative.as_ref()
            .map(|helper| json!({"name": helper.name, "phone": helper.phone, "relation": helper.relation})),
        "documents": documents,
        "steps": steps,
    })
}

fn told_step(at: &str, operation: &Operation) -> Option<Value> {
    let (what, text) = match &operation.body {
        Body::Route(route) => ("passed_on", Some(route.to.clone())),
        Body::ChangeStatus(change) => ("status", Some(change.to.word().to_owned())),
        Body::Answer(answer) if answer.definitive => ("answer", Some(answer.text.clone())),
        Body::Answer(answer) => ("interim_answer", Some(answer.text.clone())),
        Body::Note(note) if note.for_citizen => ("message", Some(note.text.clone())),
        Body::Withdraw(withdraw) => ("withdrawn", withdraw.text.clone()),
        Body::RequestDocument(asked) => ("document_asked", Some(asked.what.clone())),
        Body::AttachDocument(attached) => ("document", Some(attached.name.clone())),
        Body::Rate(rate) => ("rating", Some(rate.stars.to_string())),
        Body::HandOver(over) => ("handed_over", Some(over.to.to_string())),
        Body::Escalate(_) => ("escalated", None),
        // The other one may be somebody else’s.
        Body::Merge(_) => ("merged", None),
        _ => return None,
    };
    Some(json!({"at": at, "what": what, "text": text, "in_your_words": own_words(operation)}))
}

/// What a citizen wrote with a deed that has something else for its text: a remark of anybody else's is for colleagues.
fn own_words(operation: &Operation) -> Option<&String> {
    let by_the_citizen = operation.author.capacity == Some(Capacity::Citizen);
    match &operation.body {
        Body::Rate(rate) => rate.text.as_ref(),
        Body::ChangeStatus(change) => change.text.as_ref().filter(|_| by_the_citizen),
        Body::Escalate(escalate) => Some(&escalate.text).filter(|_| by_the_citizen),
        _ => None,
    }
}

fn nobody() -> CentreError {
    CentreError::NotAllowed("nobody is signed in".to_owned())
}
