//! Whether Microsoft's WebView2, which shows the page on Windows, is there and new enough. Without it no window opens, so
//! it is said in a message of the system's own, in all languages, since nobody has chosen one yet.

/// The oldest major version that shows the page: what `ui/vite.config.ts` builds for, and what the installer asks for.
const OLDEST: u32 = 105;

const TOLD: [&str; 4] = [
    "The window of Guichet needs Microsoft WebView2, which is missing on this computer or too old. Nothing is lost. \
     Ask your administrator to install the WebView2 runtime.",
    "La fenêtre de Guichet a besoin de Microsoft WebView2, qui manque sur cet ordinateur ou est trop ancien. Rien \
     n’est perdu. Demandez à votre administrateur d’installer WebView2.",
    "Fenet Guichet bizin Microsoft WebView2, ki manke lor sa ordinater-la ouswa ki tro vie. Nanye pa finn perdi. \
     Demann ou administrater instal WebView2.",
    "تحتاج نافذة Guichet إلى Microsoft WebView2، وهو غير موجود على هذا الحاسوب أو قديم جدا. لم يفقد أي شيء. المرجو \
     من مسؤول النظام تثبيت WebView2.",
];

/// Whether the window can open. Where it cannot, the user has been told when this returns.
pub(crate) fn is_there_or_told() -> bool {
    let version = tauri::webview_version().unwrap_or_default();
    if is_new_enough(&version) {
        return true;
    }
    let found = if version.is_empty() { String::new() } else { format!("\n\n(WebView2 {version})") };
    eprintln!("guichet: WebView2 {OLDEST} or newer is needed, there is: “{version}”");
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Warning)
        .set_title("Guichet")
        .set_description(format!("{}{found}", TOLD.join("\n\n")))
        .show();
    false
}

/// `120.0.2210.91` is.
fn is_new_enough(version: &str) -> bool {
    version.split('.').next().and_then(|major| major.parse::<u32>().ok()).is_some_and(|major| major >= OLDEST)
}
