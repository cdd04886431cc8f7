//! The people of the office: who is added, gets another task or another PIN, or may do nothing any more; and what the
//! profile keeps from those who learn.

use complaints::profile::Deed;
use complaints::{Author, Body, Clerk, ClerkAdded, ClerkChanged, ClerkDisabled, ClerkId, Operation, Role};

use crate::error::OfficeError;
use crate::open::Office;
use crate::pin::{check_choice, verifier};

/// A clerk to be added.
#[derive(Clone)]
pub struct NewClerkAccount {
    /// Name as it shall stand in the history.
    pub name: String,
    /// What the clerk may do.
    pub role: Role,
    /// PIN.
    pub pin: String,
}

impl Office {
    /// Adds somebody who may sign in on every computer of the office. The first one heads the office and is added
    /// by nobody.
    ///
    /// # Errors
    /// `name_missing`, `name_taken`, those of a PIN that is not taken, or the store's.
    pub fn add_clerk(
        &self,
        new: &NewClerkAccount,
        by: Option<&Author>,
    ) -> Result<(ClerkId, Clerk), OfficeError> {
        let name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(OfficeError::NameMissing);
        }
        check_choice(&new.pin, &self.profile().sign_in)?;
        let id = ClerkId::from_bytes(random()?);
        let verifier = verifier(&new.pin)?;
        let author = by.cloned().unwrap_or_else(|| Author {
            name: name.clone(),
            clerk: Some(id),
            institution: None,
            capacity: None,
        });
        let clerk = Clerk { name: name.clone(), role: new.role, verifier: verifier.clone() };
        let added = ClerkAdded { clerk: id, name: name.clone(), role: new.role, verifier };
        let operation = Operation { subject: None, author, at: self.moment(), body: Body::ClerkAdded(added) };
        self.store.write(|writing| {
            // Checked within the deed: two windows must not add the same name.
            let taken =
                writing.clerks()?.iter().any(|(_, known)| known.name.to_lowercase() == name.to_lowercase());
            if taken {
                return Err(OfficeError::NameTaken);
            }
            writing.append(&operation)?;
            Ok(())
        })?;
        Ok((id, clerk))
    }

    /// Disables a clerk: whatever of the clerk's comes to the centre after this is refused, and nobody signs in under
    /// that name any more. What was delivered before counts on.
    ///
    /// # Errors
    /// `no_such_clerk`, `last_head`, or the store's.
    pub fn disable_clerk(&self, id: ClerkId, by: &Author) -> Result<Clerk, OfficeError> {
        let body = Body::ClerkDisabled(ClerkDisabled { clerk: id });
        let operation = Operation { subject: None, author: by.clone(), at: self.moment(), body };
        self.store.write(|writing| {
            let clerks = writing.clerks()?;
            let clerk = found(&clerks, id)?.clone();
            if is_last_head(&clerks, id) {
                return Err(OfficeError::LastHead);
            }
            writing.append(&operation)?;
            Ok(clerk)
        })
    }

    /// Gives a clerk another task.
    ///
    /// # Errors
    /// `no_such_clerk`, `last_head`, or the store's.
    pub fn change_role(&self, id: ClerkId, role: Role, by: &Author) -> Result<Clerk, OfficeError> {
        self.change_clerk(ClerkChanged { clerk: id, role: Some(role), verifier: None }, by)
    }

    /// Gives a clerk another PIN or passphrase.
    ///
    /// # Errors
    /// `no_such_clerk`, those of a PIN that is not taken, or the store's.
    pub fn change_pin(&self, id: ClerkId, pin: &str, by: &Author) -> Result<Clerk, OfficeError> {
        check_choice(pin, &self.profile().sign_in)?;
        self.change_clerk(ClerkChanged { clerk: id, role: None, verifier: Some(verifier(pin)?) }, by)
    }

    fn change_clerk(&self, changed: ClerkChanged, by: &Author) -> Result<Clerk, OfficeError> {
        let (id, role) = (changed.clerk, changed.role);
        let body = Body::ClerkChanged(changed);
        let operation = Operation { subject: None, author: by.clone(), at: self.moment(), body };
        self.store.write(|writing| {
            let clerks = writing.clerks()?;
            found(&clerks, id)?;
            if role.is_some_and(|role| role != Role::Head) && is_last_head(&clerks, id) {
                return Err(OfficeError::LastHead);
            }
            writing.append(&operation)?;
            Ok(found(&writing.clerks()?, id)?.clone())
        })
    }

    /// Whether the author may do that: what the profile keeps from trainees is kept from them here, whatever a page
    /// shows. An administrator without account may.
    ///
    /// # Errors
    /// `not_allowed`, or the store's.
    pub(crate) fn must_be_allowed(&self, deed: Deed, author: &Author) -> Result<(), OfficeError> {
        let Some(id) = author.clerk else { return Ok(()) };
        let clerks = self.store.clerks()?;
        let role = clerks.iter().find(|(known, _)| *known == id).map(|(_, clerk)| clerk.role);
        if role == Some(Role::Trainee) && self.profile().sign_in.trainee_may_not.contains(&deed) {
            return Err(OfficeError::NotForTrainees);
        }
        Ok(())
    }

    /// What a clerk of that task may not do, as words.
    pub(crate) fn may_not(&self, role: Role) -> Vec<String> {
        match role {
            Role::Trainee => self.profile().sign_in.trainee_may_not.iter().map(ToString::to_string).collect(),
            Role::Head | Role::Clerk => Vec::new(),
        }
    }

    /// Everyone who may sign in, by name.
    ///
    /// # Errors
    /// When the store fails.
    pub fn clerks(&self) -> Result<Vec<(ClerkId, Clerk)>, OfficeError> {
        let mut clerks = self.store.clerks()?;
        clerks.sort_by_key(|(_, clerk)| complaints::fold_for_search(&clerk.name));
        Ok(clerks)
    }
}

fn found(clerks: &[(ClerkId, Clerk)], id: ClerkId) -> Result<&Clerk, OfficeError> {
    let found = clerks.iter().find(|(known, _)| *known == id);
    found.map(|(_, clerk)| clerk).ok_or(OfficeError::NoSuchClerk)
}

/// Whether nobody else of those who may sign in heads the office.
fn is_last_head(clerks: &[(ClerkId, Clerk)], id: ClerkId) -> bool {
    let mut heads = clerks.iter().filter(|(_, clerk)| clerk.role == Role::Head).map(|(known, _)| *known);
    heads.next() == Some(id) && heads.next().is_none()
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], OfficeError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| OfficeError::Internal(error.to_string()))?;
    Ok(bytes)
}
