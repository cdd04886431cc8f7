//! Commands about people: PINs, tasks, and what was done on a day.

use office::view::{ClerkView, DoneView};
use tauri::command;

use super::{Answer, DeskState};

#[command(async)]
pub(crate) fn change_own_pin(desk: DeskState<'_>, old: &str, new: &str) -> Answer<()> {
    Ok(desk.change_own_pin(old, new)?)
}

#[command(async)]
pub(crate) fn reset_pin(desk: DeskState<'_>, clerk: &str, pin: &str) -> Answer<()> {
    Ok(desk.reset_pin(clerk, pin)?)
}

#[command(async)]
pub(crate) fn change_role(desk: DeskState<'_>, clerk: &str, role: &str) -> Answer<Vec<ClerkView>> {
    Ok(desk.change_role(clerk, role)?)
}

#[command(async)]
pub(crate) fn done(desk: DeskState<'_>, clerk: Option<&str>, day: Option<&str>) -> Answer<Vec<DoneView>> {
    Ok(desk.done(clerk, day)?)
}
