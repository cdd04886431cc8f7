//! Accounts of citizens: who somebody is, confirmed addresses, a password, and the complaints that belong to them.

use super::CitizenId;
use super::session::PortalSession;
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::citizens;

/// A citizen's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitizenAccount {
    /// Its id.
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
}
