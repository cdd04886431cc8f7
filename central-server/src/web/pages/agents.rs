//! What agents see after signing in: their list, a complaint, and what they may do with it. What is allowed decides
//! the centre's casework; these pages only ask it.

pub(super) mod carry;
pub(super) mod case;
mod deadline;
pub(super) mod deeds;
pub(super) mod documents;
pub(super) mod figures;
pub(super) mod queue;
mod session;
pub(super) mod sign_in;
mod story;

use complaints::profile::Profile;

use super::frame::{Frame, institution_name};
use crate::casework::Group;
use crate::figures::inside::reach;
use crate::people::{Agent, Role};
use session::SignedIn;

/// Where files from sticks are handed in.
const STICKS: &str = "/agents/carry";

/// Where the figures are.
const FIGURES: &str = "/agents/figures";

/// What stands around an agent's page.
struct Desk {
    /// The agent's name.
    name: String,
    /// The agent's institution, or the unit's place.
    place: String,
    /// Proves that a form comes from a page of this sign-in.
    word: String,
    /// The lists.
    views: Vec<View>,
}

/// A link to a list.
struct View {
    label: String,
    address: String,
    current: bool,
}

impl Desk {
    fn new(frame: &Frame, profile: &Profile, signed_in: &SignedIn, current: Option<Group>) -> Self {
        let agent = &signed_in.agent;
        let view = |group: Group| View {
            label: view_label(frame, agent, group),
            address: format!("/agents?group={}", queue::group_word(group)),
            current: current == Some(group),
        };
        let place = match &agent.institution {
            Some(code) => institution_name(profile, code).to_owned(),
            None => frame.t("agents-centre"),
        };
        let mut views: Vec<View> = queue::GROUPS.into_iter().map(view).collect();
        if matches!(agent.role, Role::Csu | Role::Admin) {
            let (label, address) = (frame.t("agents-carry"), STICKS.to_owned());
            views.push(View { label, address, current: false });
        }
        if reach(agent).is_some() {
            let (label, address) = (frame.t("figures-inside-link"), FIGURES.to_owned());
            views.push(View { label, address, current: false });
        }
        Self { name: agent.name.clone(), place, word: signed_in.token.form_word(), views }
    }

    /// The page shown is the one at that address.
    fn at(mut self, address: &str) -> Self {
        for view in &mut self.views {
            view.current = view.address == address;
        }
        self
    }
}

fn view_label(frame: &Frame, agent: &Agent, group: Group) -> String {
    match (group, agent.role) {
        (Group::Mine, Role::Agent) => frame.t("agents-view-mine-institution"),
        (Group::Mine, Role::Csu | Role::Admin) => frame.t("agents-view-mine-unit"),
        (group, _) => frame.t(&format!("agents-view-{}", queue::group_word(group))),
    }
}
