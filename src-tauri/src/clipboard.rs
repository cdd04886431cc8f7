//! The picture in the system's clipboard, where the web view does not hand it to the page that somebody pastes into:
//! WebKitGTK hands over words and files alone. Elsewhere the page has it already.

use tauri::AppHandle;

/// The picture as PNG; none: there is none, or the page has it. Waits for the main thread, so it must not be asked there.
#[cfg(target_os = "linux")]
pub(crate) fn picture(app: &AppHandle) -> Option<Vec<u8>> {
    use gtk::{Clipboard, gdk};

    let (tell, told) = std::sync::mpsc::channel();
    app.run_on_main_thread(move || {
        Clipboard::get(&gdk::SELECTION_CLIPBOARD).request_image(move |_, picture| {
            let bytes = picture.and_then(|picture| picture.save_to_bufferv("png", &[]).ok());
            // Who asked may have gone away with the window.
            let _ = tell.send(bytes);
        });
    })
    .ok()?;
    told.recv().ok().flatten()
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn picture(_: &AppHandle) -> Option<Vec<u8>> {
    None
}
