//! The commands of the morning page, of the deeds on a complaint and of the citizens to tell.

use office::view::{ComplaintView, Deed, MorningView, OfficeChoice, ToTellView, WaitingView};
use tauri::command;

use super::{Answer, DeskState};

#[command(async)]
pub(super) fn morning(desk: DeskState<'_>) -> Answer<MorningView> {
    Ok(desk.morning()?)
}

#[command(async)]
pub(super) fn to_tell(desk: DeskState<'_>) -> Answer<Vec<ToTellView>> {
    Ok(desk.to_tell()?)
}

#[command(async)]
pub(super) fn sent_today(desk: DeskState<'_>) -> Answer<Vec<WaitingView>> {
    Ok(desk.sent_today()?)
}

#[command(async)]
pub(super) fn count_sent_today(desk: DeskState<'_>) -> Answer<u32> {
    Ok(desk.count_sent_today()?)
}

#[command(async)]
pub(super) fn other_offices(desk: DeskState<'_>) -> Answer<Vec<OfficeChoice>> {
    Ok(desk.other_offices()?)
}

#[command(async)]
pub(super) fn do_deed(desk: DeskState<'_>, id: &str, deed: Deed) -> Answer<ComplaintView> {
    Ok(desk.do_deed(id, &deed)?)
}

#[command(async)]
pub(super) fn undo_deed(desk: DeskState<'_>, id: &str, at: &str) -> Answer<ComplaintView> {
    Ok(desk.undo_deed(id, at)?)
}
