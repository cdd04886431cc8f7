//! The people of the office: adding a clerk, and checking a PIN without asking anyone.

use argon2::{Algorithm, Argon2, Params, Version};

use complaints::{Author, Body, Clerk, ClerkAdded, ClerkDisabled, ClerkId, Operation, PinVerifier, Role};

use crate::error::OfficeError;
use crate::open::Office;

/// The fewest characters of a PIN.
pub(crate) const SHORTEST_PIN: usize = 6;

/// OWASP's floor for Argon2id: a PIN is checked in a few hundredths of a second on a cheap PC.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

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
    /// `name_missing`, `name_taken`, `pin_short`, or the store's.
    pub fn add_clerk(
        &self,
        new: &NewClerkAccount,
        by: Option<&Author>,
    ) -> Result<(ClerkId, Clerk), OfficeError> {
        let name = new.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(OfficeError::NameMissing);
        }
        if new.pin.chars().count() < SHORTEST_PIN {
            return Err(OfficeError::PinShort);
        }
        let id = ClerkId::from_bytes(random()?);
        let verifier = verifier(&new.pin)?;
        let author =
            by.cloned().unwrap_or_else(|| Author { name: name.clone(), clerk: Some(id), institution: None });
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
            let found = clerks.iter().find(|(known, _)| *known == id);
            let (_, clerk) = found.ok_or(OfficeError::NoSuchClerk)?;
            let heads = clerks.iter().filter(|(_, clerk)| clerk.role == Role::Head).count();
            if clerk.role == Role::Head && heads == 1 {
                return Err(OfficeError::LastHead);
            }
            writing.append(&operation)?;
            Ok(clerk.clone())
        })
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

/// Whether a PIN is the clerk's.
pub(crate) fn pin_fits(clerk: &Clerk, pin: &str) -> bool {
    let verifier = &clerk.verifier;
    // What an operation asks for is bounded: it came from another computer.
    let (memory, passes) = (verifier.memory_kib.min(256 * 1024), verifier.passes.min(16));
    match hash(pin, &verifier.salt, memory, passes) {
        Ok(hash) => hash.iter().zip(verifier.hash).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0,
        Err(_) => false,
    }
}

fn verifier(pin: &str) -> Result<PinVerifier, OfficeError> {
    let salt = random()?;
    let hash = hash(pin, &salt, MEMORY_KIB, PASSES)?;
    Ok(PinVerifier { salt, memory_kib: MEMORY_KIB, passes: PASSES, hash })
}

fn hash(pin: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<[u8; 32], OfficeError> {
    let failed = |error: argon2::Error| OfficeError::Internal(error.to_string());
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(failed)?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(pin.as_bytes(), salt, &mut hash)
        .map_err(failed)?;
    Ok(hash)
}

/// Random bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], OfficeError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| OfficeError::Internal(error.to_string()))?;
    Ok(bytes)
}
