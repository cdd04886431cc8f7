//! What must be settled before the first library of the desktop starts.

/// Prepares the process. May replace it by itself with a better environment.
pub(crate) fn prepare() {
    refuse_automation();
    choose_renderer();
}

/// WebKit lets itself be driven from outside when this variable is set. A build that clerks use must not.
fn refuse_automation() {
    if !cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some() {
        eprintln!("guichet: this build is not to be driven by automation; unset TAURI_WEBVIEW_AUTOMATION");
        std::process::exit(1);
    }
}

/// On Linux some graphics drivers leave the window blank unless this renderer is off; without it the window also
/// opens sooner and takes less memory. The variable must stand before GTK starts, so the program starts itself
/// once more with it.
#[cfg(target_os = "linux")]
fn choose_renderer() {
    use std::os::unix::process::CommandExt;

    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    if let Ok(program) = std::env::current_exe() {
        // Comes back only when it failed; the window is then opened all the same.
        let error =
            std::process::Command::new(program).args(std::env::args_os().skip(1)).env(VARIABLE, "1").exec();
        tracing::warn!(%error, "the program could not start itself anew");
    }
}

#[cfg(not(target_os = "linux"))]
fn choose_renderer() {}
