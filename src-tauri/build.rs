//! Names the commands that the page may call: one that does not stand here is denied.

/// Also listed, by permission, in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "add_clerk",
    "add_note",
    "attach",
    "carry_in",
    "carry_out",
    "check_citizen",
    "check_receipt",
    "choose",
    "clerks",
    "complaint",
    "complaints",
    "correct",
    "disable_clerk",
    "discard_draft",
    "do_deed",
    "do_task_again",
    "document",
    "drafts",
    "enrol",
    "exchange_now",
    "fetch_document",
    "letter",
    "letter_printed",
    "letters",
    "lock",
    "morning",
    "other_offices",
    "profile",
    "receipt",
    "receipt_printed",
    "register",
    "register_paper",
    "save_document",
    "save_draft",
    "save_letter",
    "save_receipt",
    "save_register_paper",
    "search",
    "sent_today",
    "settle_task",
    "sign_in",
    "start",
    "status",
    "tasks",
    "to_tell",
    "undo_deed",
    "unlock",
    "waiting",
    "withdraw",
];

fn main() {
    let attributes =
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
