//! What agents see after signing in: their lists, what came in and is to be filtered, a complaint, and what they may do
//! with it. What is allowed decides `access`; these pages only ask it.

pub(super) mod carry;
pub(super) mod case;
mod deadline;
pub(super) mod deeds;
pub(super) mod documents;
pub(super) mod exports;
pub(super) mod figures;
pub(super) mod filter;
pub(super) mod looks;
mod offer;
pub(super) mod overview;
pub(super) mod password;
pub(super) mod people;
pub(super) mod profile;
pub(super) mod queue;
pub(super) mod receipt;
pub(super) mod register;
mod session;
pub(super) mod sign_in;
mod story;
pub(super) mod templates;
pub(super) mod undelivered;

use complaints::profile::Profile;

use super::frame::{Frame, institution_name, office_name};
use crate::access::Right;
use crate::casework::Group;
use crate::figures::inside::reach;
use crate::people::{Agent, Role};
use session::SignedIn;

/// Where files from sticks are handed in.
const STICKS: &str = "/agents/carry";
/// Where what came in is filtered.
const FILTER: &str = "/agents/filter";
/// Where an office registers.
const REGISTER: &str = "/agents/register";
/// Where figures stand.
const OVERVIEW: &str = "/agents/overview";
/// Where texts that answers start from are kept.
const TEMPLATES: &str = "/agents/templates";
/// Where it stands who looked.
const LOOKS: &str = "/agents/looks";
/// Where agents are looked after.
const PEOPLE: &str = "/agents/people";

/// Where the profile is changed.
const PROFILE: &str = "/agents/admin/profile";

/// Where it stands what did not arrive.
const UNDELIVERED: &str = "/agents/admin/notices";

/// Where the figures are.
const FIGURES: &str = "/agents/figures";

/// What stands around an agent's page.
struct Desk {
    /// The agent's name.
    name: String,
    /// The agent's institution or office, or the unit's place.
    place: String,
    /// Proves that a form comes from a page of this sign-in.
    word: String,
    /// The lists and pages.
    views: Vec<View>,
}

/// A link to a list or a page.
struct View {
    label: String,
    address: String,
    current: bool,
}

impl Desk {
    /// The desk around a list, or around a page that is none.
    fn new(frame: &Frame, profile: &Profile, signed_in: &SignedIn, current: Option<Group>) -> Self {
        let current = current.map(list_address).unwrap_or_default();
        Self::at(frame, profile, signed_in, &current)
    }

    /// The desk around the page of that address.
    fn at(frame: &Frame, profile: &Profile, signed_in: &SignedIn, current: &str) -> Self {
        let agent = &signed_in.agent;
        let place = match (&agent.institution, agent.office) {
            (Some(code), _) => institution_name(profile, code, frame).to_owned(),
            (None, Some(office)) => office_name(profile, office),
            (None, None) => frame.t(&format!("agents-role-{}", agent.role.word())),
        };
        let view = |(label, address): (String, String)| {
            let current = address == current;
            View { label, address, current }
        };
        let views = views(frame, agent).into_iter().map(view).collect();
        Self { name: agent.name.clone(), place, word: signed_in.token.form_word(), views }
    }
}

/// Where a list stands.
fn list_address(group: Group) -> String {
    format!("/agents?group={}", queue::group_word(group))
}

/// What each role has at hand: pages first that are its daily work, then its lists, then the rest.
fn views(frame: &Frame, agent: &Agent) -> Vec<(String, String)> {
    let first =
        [(Right::Filter, "agents-view-filter", FILTER), (Right::Register, "agents-view-register", REGISTER)];
    let last = [
        (Right::Overview, "agents-view-overview", OVERVIEW),
        (Right::KeepTemplates, "agents-view-templates", TEMPLATES),
        (Right::SeeLooks, "agents-view-looks", LOOKS),
        (Right::SeeAgents, "agents-view-people", PEOPLE),
        (Right::KeepProfile, "agents-view-profile", PROFILE),
        (Right::KeepNotices, "agents-view-undelivered", UNDELIVERED),
        (Right::Sticks, "agents-carry", STICKS),
    ];
    let page = |(right, key, address): (Right, &str, &str)| {
        agent.role.may(right).then(|| (frame.t(key), address.to_owned()))
    };
    let lists =
        lists(agent.role).iter().map(|group| (view_label(frame, agent, *group), list_address(*group)));
    let lists: Vec<_> = lists.collect();
    let figures = reach(agent).map(|_| (frame.t("figures-inside-link"), FIGURES.to_owned()));
    first
        .into_iter()
        .filter_map(page)
        .chain(lists)
        .chain(last.into_iter().filter_map(page))
        .chain(figures)
        .collect()
}

/// The lists of each role.
fn lists(role: Role) -> &'static [Group] {
    match role {
        Role::Agent => &[Group::Assigned, Group::Mine, Group::Overdue, Group::Finished, Group::All],
        Role::Head => &[Group::Mine, Group::Overdue, Group::Finished, Group::All],
        Role::Csu | Role::Admin | Role::TaskForce | Role::Auditor => {
            &[Group::Open, Group::Overdue, Group::Finished, Group::All]
        }
        Role::Cab => &[Group::Open, Group::Finished, Group::All],
    }
}

fn view_label(frame: &Frame, agent: &Agent, group: Group) -> String {
    match group {
        Group::Mine if agent.role.is_of_an_institution() => frame.t("agents-view-mine-institution"),
        Group::Mine => frame.t("agents-view-mine-unit"),
        group => frame.t(&format!("agents-view-{}", queue::group_word(group))),
    }
}
