//! What the administrator has set for this computer, which the page asks for before anybody is signed in.

use super::Desk;
use crate::policy::Policy;
use crate::view::PolicyView;

impl Desk {
    /// What is set, and what in the file is wrong.
    pub fn policy(&self) -> PolicyView {
        Policy::of_this_computer().view()
    }
}
