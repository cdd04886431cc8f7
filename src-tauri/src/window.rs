//! The one window.

use tauri::webview::{PageLoadEvent, PermissionKind, PermissionResponse};
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

const LABEL: &str = "main";

/// Opens the window; it is shown once the page is there, so that nobody sees it blank.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Guichet")
        .inner_size(1366.0, 768.0)
        .min_inner_size(640.0, 480.0)
        .visible(false)
        // A file that is dropped is the page's business.
        .disable_drag_drop_handler()
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                // A window that cannot be shown is a window that was closed.
                let _ = window.show();
                let _ = window.set_focus();
            }
        })
        // The camera is for documents; nothing else that a page may ask for is ever allowed.
        .on_permission_request(|_, kind| match kind {
            PermissionKind::Camera => PermissionResponse::Allow,
            _ => PermissionResponse::Deny,
        })
        // The page is the app's own; nothing else is ever opened in this window.
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        .build()
        .and_then(|window| pretend_camera(&window))
}

/// With a certain variable this window has cameras that are pretended, as a computer of a test has none: only in a build
/// with debug assertions, so in no program that is handed out.
#[cfg(all(debug_assertions, target_os = "linux"))]
fn pretend_camera(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt, WebViewExt};

    if std::env::var_os("GUICHET_PRETENDED_CAMERA").is_none() {
        return Ok(());
    }
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_enable_mock_capture_devices(true);
        }
    })
}

#[cfg(not(all(debug_assertions, target_os = "linux")))]
#[expect(clippy::unnecessary_wraps, reason = "as the one of tests")]
fn pretend_camera(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// The program was started once more: the window that is open comes to the front.
pub(crate) fn bring_to_front(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}
