//! Names the commands that the page may call: one that does not stand here is denied.

/// Also listed, by permission, in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "add_clerk",
    "add_note",
    "carry_in",
    "carry_out",
    "check_citizen",
    "choose",
    "clerks",
    "complaint",
    "complaints",
    "correct",
    "delete_scan",
    "disable_clerk",
    "discard_draft",
    "do_task_again",
    "document",
    "document_page",
    "document_pages",
    "drafts",
    "enrol",
    "exchange_now",
    "fetch_document",
    "hand_picture",
    "keep_in_hand",
    "leave_scan",
    "lock",
    "name_scanner_folder",
    "profile",
    "put_down",
    "receipt",
    "receipt_printed",
    "register",
    "save_document",
    "save_draft",
    "save_receipt",
    "scans",
    "search",
    "settle_task",
    "sign_in",
    "start",
    "status",
    "take_file",
    "take_scan",
    "tasks",
    "unlock",
    "waiting",
    "weigh",
    "withdraw",
];

fn main() {
    let attributes =
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
