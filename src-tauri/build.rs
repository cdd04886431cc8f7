//! Names the commands that the page may call: one that does not stand here is denied.

/// Also listed, by permission, in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "add_clerk",
    "add_note",
    "add_to_twin",
    "attach",
    "carry_in",
    "carry_out",
    "check_citizen",
    "choose",
    "clerks",
    "complaint",
    "complaints",
    "correct",
    "delete_view",
    "disable_clerk",
    "discard_draft",
    "do_task_again",
    "document",
    "drafts",
    "enrol",
    "exchange_now",
    "export_list",
    "fetch_document",
    "find",
    "find_citizens",
    "list_choices",
    "lock",
    "profile",
    "read_point",
    "receipt",
    "receipt_printed",
    "register",
    "save_document",
    "save_draft",
    "save_receipt",
    "save_view",
    "say_other_matter",
    "search",
    "settle_task",
    "sign_in",
    "start",
    "status",
    "tasks",
    "twins_of",
    "twins_of_form",
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
