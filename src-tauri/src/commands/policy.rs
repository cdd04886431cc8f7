//! What the administrator has set for this computer: asked for before anybody is signed in.

use office::view::PolicyView;
use tauri::command;

use super::{Answer, DeskState};

#[command(async)]
pub(crate) fn policy(desk: DeskState<'_>) -> Answer<PolicyView> {
    Ok(desk.policy())
}
