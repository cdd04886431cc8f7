//! Commands of the sample office.

use office::view::Screen;
use tauri::command;

use super::{Answer, DeskState};

#[command(async)]
pub(crate) fn enter_sample(desk: DeskState<'_>) -> Answer<Screen> {
    Ok(desk.enter_sample()?)
}

#[command(async)]
pub(crate) fn leave_sample(desk: DeskState<'_>) -> Answer<Screen> {
    Ok(desk.leave_sample()?)
}

#[command(async)]
pub(crate) fn reset_sample(desk: DeskState<'_>) -> Answer<Screen> {
    Ok(desk.reset_sample()?)
}
