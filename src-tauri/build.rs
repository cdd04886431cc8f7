//! Names the commands that the page may call: one that does not stand here is denied.

/// Also listed, by permission, in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "add_clerk",
    "add_note",
    "attach",
    "back_up",
    "carry_in",
    "carry_out",
    "change_own_pin",
    "change_role",
    "change_settings",
    "check_citizen",
    "check_now",
    "choose",
    "choose_backup",
    "choose_folder",
    "clerks",
    "complaint",
    "complaints",
    "correct",
    "disable_clerk",
    "discard_draft",
    "do_task_again",
    "document",
    "done",
    "drafts",
    "enrol",
    "enter_sample",
    "exchange_now",
    "fetch_document",
    "leave_sample",
    "lock",
    "move_backup",
    "profile",
    "receipt",
    "receipt_printed",
    "register",
    "reset_pin",
    "reset_sample",
    "restore",
    "save_document",
    "save_draft",
    "save_receipt",
    "search",
    "set_up_backup",
    "settings",
    "settle_task",
    "sign_in",
    "start",
    "status",
    "tasks",
    "unlock",
    "waiting",
    "withdraw",
    "write_diagnostics",
];

fn main() {
    let attributes =
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
