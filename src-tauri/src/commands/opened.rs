//! Commands for the file that the window was opened with.

use std::path::Path;

use office::view::CarriedIn;
use tauri::{State, command};

use super::{Answer, DeskState};
use crate::opened::{self, Opened};

/// What it is (`carry`, `office`) and where, once for each start with a file.
#[command(async)]
pub(crate) fn opened_file(opened: State<'_, Opened>) -> Answer<Option<(&'static str, String)>> {
    let Some(file) = opened.take() else { return Ok(None) };
    Ok(opened::kind(&file).map(|kind| (kind, file.display().to_string())))
}

/// Reads the centre's reply from the file that was opened.
#[command]
pub(crate) async fn carry_in_opened(desk: DeskState<'_>, file: String) -> Answer<CarriedIn> {
    Ok(desk.carry_in(Path::new(&file)).await?)
}
