//! Commands for documents on their way in: files in hand, the scanner's folder, and pages of PDFs drawn to be looked at.

use office::view::{ComplaintView, InHand, PictureWish, ScannerView, Weight};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, command};
use tauri_plugin_dialog::DialogExt;

use super::{Answer, DeskState};
use crate::clipboard;

/// The file's bytes are the body. What it is called says nothing, and is not handed over.
#[command(async)]
pub(super) fn take_file(desk: DeskState<'_>, request: Request<'_>) -> Answer<Vec<InHand>> {
    Ok(match request.body() {
        InvokeBody::Raw(bytes) => desk.take_file(bytes)?,
        // Where the page cannot hand over bytes, it hands over numbers.
        InvokeBody::Json(numbers) => {
            let bytes: Vec<u8> = serde_json::from_value(numbers.clone()).unwrap_or_default();
            desk.take_file(&bytes)?
        }
    })
}

/// The picture in the system's clipboard; nothing: there is none, or the page has it.
#[command(async)]
pub(super) fn take_pasted(app: AppHandle, desk: DeskState<'_>) -> Answer<Vec<InHand>> {
    match clipboard::picture(&app) {
        Some(picture) => Ok(desk.take_file(&picture)?),
        None => Ok(Vec::new()),
    }
}

#[command(async)]
pub(super) fn take_scan(desk: DeskState<'_>, name: &str) -> Answer<Vec<InHand>> {
    Ok(desk.take_scan(name)?)
}

#[command(async)]
pub(super) fn hand_picture(desk: DeskState<'_>, id: &str) -> Answer<Response> {
    Ok(Response::new(desk.hand_picture(id)?))
}

#[command(async)]
pub(super) fn weigh(desk: DeskState<'_>, id: &str, wish: PictureWish) -> Answer<Weight> {
    Ok(desk.weigh(id, wish)?)
}

#[command(async)]
pub(super) fn keep_in_hand(
    desk: DeskState<'_>,
    id: &str,
    complaint: &str,
    name: &str,
    wish: PictureWish,
) -> Answer<ComplaintView> {
    Ok(desk.keep_in_hand(id, complaint, name, wish)?)
}

#[command(async)]
pub(super) fn put_down(desk: DeskState<'_>, id: &str) -> Answer<()> {
    Ok(desk.put_down(id)?)
}

#[command(async)]
pub(super) fn scans(desk: DeskState<'_>) -> Answer<ScannerView> {
    Ok(desk.scans()?)
}

#[command(async)]
pub(super) fn leave_scan(desk: DeskState<'_>, name: &str, leave: bool) -> Answer<ScannerView> {
    Ok(desk.leave_scan(name, leave)?)
}

#[command(async)]
pub(super) fn delete_scan(desk: DeskState<'_>, name: &str) -> Answer<ScannerView> {
    Ok(desk.delete_scan(name)?)
}

/// Asks for the folder in which the scanner leaves its pages. None: the clerk gave up.
#[command(async)]
pub(super) fn name_scanner_folder(app: AppHandle, desk: DeskState<'_>) -> Answer<Option<ScannerView>> {
    let chosen = app.dialog().file().blocking_pick_folder();
    let Some(folder) = chosen.and_then(|folder| folder.into_path().ok()) else { return Ok(None) };
    Ok(Some(desk.name_scanner_folder(&folder)?))
}

#[command(async)]
pub(super) fn document_pages(desk: DeskState<'_>, document: &str) -> Answer<u32> {
    Ok(desk.document_pages(document)?)
}

#[command(async)]
pub(super) fn document_page(
    desk: DeskState<'_>,
    document: &str,
    page: u32,
    longest: u32,
) -> Answer<Response> {
    Ok(Response::new(desk.document_page(document, page, longest)?))
}
