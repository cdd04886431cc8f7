//! The deeds of the window about people: one's own PIN, another's task and PIN, and what was done on a day.

use complaints::{ClerkId, Role};

use super::{Desk, Result, clerk_view};
use crate::error::OfficeError;
use crate::pin::pin_fits;
use crate::view::{ClerkView, DoneView};

impl Desk {
    /// The clerk who is signed in takes another PIN or passphrase; the old one is asked for, so that an open desk is
    /// not taken over.
    ///
    /// # Errors
    /// `not_signed_in`, `pin_wrong`, `locked_out`, those of a PIN that is not taken, or the store's.
    pub fn change_own_pin(&self, old: &str, new: &str) -> Result<()> {
        let (author, clerk) = self.signed_in()?;
        let (office, id) = (self.office()?, author.clerk.ok_or(OfficeError::NotSignedIn)?);
        self.check_lock_out()?;
        if !pin_fits(&clerk, old) {
            return Err(self.note_wrong_pin(&office));
        }
        self.inner().wrong_tries = 0;
        office.change_pin(id, new, &author)?;
        self.changed();
        Ok(())
    }

    /// The head of the office gives somebody another PIN, who has forgotten the old one.
    ///
    /// # Errors
    /// `not_signed_in`, `not_allowed`, `no_such_clerk`, those of a PIN that is not taken, or the store's.
    pub fn reset_pin(&self, clerk: &str, new: &str) -> Result<()> {
        let author = self.head()?;
        self.office()?.change_pin(clerk_id(clerk)?, new, &author)?;
        self.changed();
        Ok(())
    }

    /// The head of the office gives somebody another task.
    ///
    /// # Errors
    /// `not_signed_in`, `not_allowed`, `no_such_clerk`, `last_head`, or the store's.
    pub fn change_role(&self, clerk: &str, role: &str) -> Result<Vec<ClerkView>> {
        let author = self.head()?;
        let office = self.office()?;
        let role: Role = role.parse().map_err(OfficeError::Kind)?;
        office.change_role(clerk_id(clerk)?, role, &author)?;
        self.changed();
        Ok(office.clerks()?.iter().map(|(id, clerk)| clerk_view(*id, clerk)).collect())
    }

    /// What a clerk did on a day (`2026-11-24`; none: today). Everyone sees the own days, the head of the office
    /// everybody's.
    ///
    /// # Errors
    /// `not_signed_in`, `not_allowed`, `no_such_clerk`, or the store's.
    pub fn done(&self, clerk: Option<&str>, day: Option<&str>) -> Result<Vec<DoneView>> {
        let (author, who) = self.signed_in()?;
        let own = author.clerk.ok_or(OfficeError::NotSignedIn)?;
        let asked = clerk.map_or(Ok(own), clerk_id)?;
        if asked != own && who.role != Role::Head {
            return Err(OfficeError::NotAllowed);
        }
        self.office()?.done(asked, day)
    }

    /// The author, when the head of the office is signed in.
    pub(super) fn head(&self) -> Result<complaints::Author> {
        match self.signed_in()? {
            (author, clerk) if clerk.role == Role::Head => Ok(author),
            _ => Err(OfficeError::NotAllowed),
        }
    }
}

fn clerk_id(text: &str) -> Result<ClerkId> {
    text.parse().map_err(|_| OfficeError::NoSuchClerk)
}
