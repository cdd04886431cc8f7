//! The commands of the page: parse, one call inward, map the error. Each runs off the main thread, since a store
//! that waits for its disk must not freeze the window.

mod capture;
mod casework;
mod finding;
mod keeping;
mod opened;
mod papers;
mod people;
mod policy;
mod practice;

use std::path::{Path, PathBuf};

use office::view::{
    CarriedIn, CarriedOut, CitizenCheck, CitizenForm, ClerkView, ComplaintForm, ComplaintPage, ComplaintRow,
    ComplaintView, DifferingView, Draft, ExchangeStatus, Filter, NewClerk, ProfileView, Registered, Screen,
    TaskView, WaitingView,
};
use office::{Desk, OfficeError};
use serde::Serialize;
use tauri::ipc::{Invoke, Response};
use tauri::{AppHandle, State, command};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::background;

/// What the page is told when a command fails.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    code: &'static str,
    message: String,
}

impl From<OfficeError> for Failure {
    fn from(error: OfficeError) -> Self {
        // Codes alone are kept, for the diagnostics file.
        office::note_error(error.code());
        Self { code: error.code(), message: error.to_string() }
    }
}

type Answer<T> = Result<T, Failure>;
type DeskState<'a> = State<'a, Desk>;

/// All commands. The list of `build.rs` and the permissions of `capabilities/main.json` name the same.
pub(crate) fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        add_clerk,
        add_note,
        finding::add_to_twin,
        keeping::back_up,
        carry_in,
        opened::carry_in_opened,
        carry_out,
        people::change_own_pin,
        people::change_role,
        keeping::change_settings,
        check_citizen,
        keeping::check_now,
        papers::check_receipt,
        choose,
        keeping::choose_backup,
        keeping::choose_folder,
        keeping::choose_office_file,
        clerks,
        complaint,
        complaints,
        correct,
        capture::delete_scan,
        finding::delete_view,
        disable_clerk,
        discard_draft,
        casework::do_deed,
        do_task_again,
        document,
        capture::document_page,
        capture::document_pages,
        people::done,
        drafts,
        enrol,
        enrol_from_file,
        practice::enter_sample,
        exchange_now,
        finding::export_list,
        fetch_document,
        finding::find,
        finding::find_citizens,
        capture::hand_picture,
        capture::keep_in_hand,
        practice::leave_sample,
        capture::leave_scan,
        papers::letter,
        papers::letter_printed,
        papers::letters,
        finding::list_choices,
        papers::list_paper,
        papers::list_printed,
        lock,
        casework::morning,
        keeping::move_backup,
        capture::name_scanner_folder,
        opened::opened_file,
        casework::other_offices,
        policy::policy,
        papers::print_paper,
        profile,
        capture::put_down,
        finding::read_point,
        papers::receipt,
        papers::receipt_printed,
        register,
        papers::register_paper,
        people::reset_pin,
        practice::reset_sample,
        keeping::restore,
        save_document,
        save_draft,
        papers::save_letter,
        papers::save_list_paper,
        papers::save_receipt,
        papers::save_register_paper,
        finding::save_view,
        finding::say_other_matter,
        capture::scans,
        search,
        casework::sent_today,
        casework::count_sent_today,
        keeping::set_up_backup,
        keeping::settings,
        differing,
        settle_task,
        sign_in,
        start,
        status,
        capture::take_file,
        capture::take_scan,
        capture::take_pasted,
        tasks,
        casework::to_tell,
        finding::twins_of,
        finding::twins_of_form,
        casework::undo_deed,
        unlock,
        waiting,
        capture::weigh,
        withdraw,
        keeping::write_diagnostics,
    ]
}

#[command(async)]
fn start(app: AppHandle, desk: DeskState<'_>) -> Answer<Screen> {
    let screen = desk.start()?;
    background::begin(&app);
    Ok(screen)
}

#[command]
async fn enrol(
    app: AppHandle,
    desk: DeskState<'_>,
    server: String,
    code: String,
    passphrase: Option<String>,
) -> Answer<Screen> {
    let screen = desk.enrol(&server, &code, passphrase.as_deref()).await?;
    background::begin(&app);
    Ok(screen)
}

#[command(async)]
fn enrol_from_file(
    app: AppHandle,
    desk: DeskState<'_>,
    file: &str,
    code: &str,
    own_passphrase: Option<&str>,
) -> Answer<Screen> {
    let screen = desk.enrol_from_file(Path::new(file), code, own_passphrase)?;
    background::begin(&app);
    Ok(screen)
}

#[command(async)]
fn unlock(app: AppHandle, desk: DeskState<'_>, passphrase: &str) -> Answer<Screen> {
    let screen = desk.unlock(passphrase)?;
    background::begin(&app);
    Ok(screen)
}

#[command(async)]
fn add_clerk(desk: DeskState<'_>, clerk: NewClerk) -> Answer<Screen> {
    Ok(desk.add_clerk(&clerk)?)
}

#[command(async)]
fn sign_in(desk: DeskState<'_>, clerk: &str, pin: &str) -> Answer<Screen> {
    Ok(desk.sign_in(clerk, pin)?)
}

#[command(async)]
fn lock(desk: DeskState<'_>) -> Answer<Screen> {
    Ok(desk.lock()?)
}

#[command(async)]
fn profile(desk: DeskState<'_>) -> Answer<ProfileView> {
    Ok(desk.profile()?)
}

#[command(async)]
fn check_citizen(desk: DeskState<'_>, citizen: CitizenForm) -> Answer<CitizenCheck> {
    Ok(desk.check_citizen(&citizen))
}

#[command(async)]
fn save_draft(desk: DeskState<'_>, id: Option<String>, form: ComplaintForm) -> Answer<Draft> {
    Ok(desk.save_draft(id, &form)?)
}

#[command(async)]
fn drafts(desk: DeskState<'_>) -> Answer<Vec<Draft>> {
    Ok(desk.drafts()?)
}

#[command(async)]
fn discard_draft(desk: DeskState<'_>, id: &str) -> Answer<()> {
    Ok(desk.discard_draft(id)?)
}

#[command(async)]
fn register(desk: DeskState<'_>, draft: Option<&str>, form: ComplaintForm) -> Answer<Registered> {
    Ok(desk.register(draft, &form)?)
}

#[command(async)]
fn complaints(desk: DeskState<'_>, filter: Filter, after: Option<&str>, limit: u32) -> Answer<ComplaintPage> {
    Ok(desk.complaints(filter, after, limit)?)
}

#[command(async)]
fn search(desk: DeskState<'_>, words: &str, limit: u32) -> Answer<Vec<ComplaintRow>> {
    Ok(desk.search(words, limit)?)
}

#[command(async)]
fn complaint(desk: DeskState<'_>, id: &str) -> Answer<ComplaintView> {
    Ok(desk.complaint(id)?)
}

#[command(async)]
fn add_note(desk: DeskState<'_>, id: &str, text: &str, for_citizen: bool) -> Answer<ComplaintView> {
    Ok(desk.add_note(id, text, for_citizen)?)
}

#[command(async)]
fn withdraw(desk: DeskState<'_>, id: &str, text: &str) -> Answer<ComplaintView> {
    Ok(desk.withdraw(id, text)?)
}

#[command(async)]
fn correct(desk: DeskState<'_>, id: &str, field: &str, value: &str) -> Answer<ComplaintView> {
    Ok(desk.correct(id, field, value)?)
}

#[command(async)]
fn choose(
    desk: DeskState<'_>,
    id: &str,
    field: &str,
    among: Vec<String>,
    value: &str,
) -> Answer<ComplaintView> {
    Ok(desk.choose(id, field, &among, value)?)
}

#[command(async)]
fn tasks(desk: DeskState<'_>) -> Answer<Vec<TaskView>> {
    Ok(desk.tasks()?)
}

#[command(async)]
fn differing(desk: DeskState<'_>) -> Answer<Vec<DifferingView>> {
    Ok(desk.differing()?)
}

#[command(async)]
fn settle_task(desk: DeskState<'_>, id: &str) -> Answer<Vec<TaskView>> {
    Ok(desk.settle_task(id)?)
}

/// The id of the draft, where it became one.
#[command(async)]
fn do_task_again(desk: DeskState<'_>, id: &str) -> Answer<Option<String>> {
    Ok(desk.do_task_again(id)?)
}

#[command(async)]
fn clerks(desk: DeskState<'_>) -> Answer<Vec<ClerkView>> {
    Ok(desk.clerks()?)
}

#[command(async)]
fn disable_clerk(desk: DeskState<'_>, clerk: &str) -> Answer<Screen> {
    Ok(desk.disable_clerk(clerk)?)
}

#[command(async)]
fn document(desk: DeskState<'_>, document: &str) -> Answer<Response> {
    Ok(Response::new(desk.document(document)?))
}

#[command(async)]
fn fetch_document(desk: DeskState<'_>, id: &str, document: &str) -> Answer<ComplaintView> {
    Ok(desk.fetch_document(id, document)?)
}

/// Asks where, and writes the document there. None: the clerk gave up.
#[command(async)]
fn save_document(app: AppHandle, desk: DeskState<'_>, document: &str, name: &str) -> Answer<Option<String>> {
    let chosen = app.dialog().file().set_file_name(name).blocking_save_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else { return Ok(None) };
    desk.save_document(document, &path)?;
    Ok(Some(path.display().to_string()))
}

/// Asks where, and writes what waits there, for the centre. None: the clerk gave up.
#[command]
async fn carry_out(app: AppHandle, desk: DeskState<'_>) -> Answer<Option<CarriedOut>> {
    let name = desk.carry_file_name()?;
    let Some(path) = ask(&app, move |dialog, tell| dialog.set_file_name(name).save_file(tell)).await else {
        return Ok(None);
    };
    Ok(Some(desk.carry_out(&path).await?))
}

/// Asks where the centre's reply is, and reads it. None: the clerk gave up.
#[command]
async fn carry_in(app: AppHandle, desk: DeskState<'_>) -> Answer<Option<CarriedIn>> {
    let Some(path) = ask(&app, |dialog, tell| dialog.pick_file(tell)).await else { return Ok(None) };
    Ok(Some(desk.carry_in(&path).await?))
}

/// Asks for a file without holding up what else is going on.
async fn ask(
    app: &AppHandle,
    show: impl FnOnce(FileDialogBuilder<tauri::Wry>, Box<dyn FnOnce(Option<FilePath>) + Send>),
) -> Option<PathBuf> {
    let (tell, told) = tokio::sync::oneshot::channel();
    let dialog = app.dialog().file().add_filter("Guichet", &["carry"]);
    // Nobody listens any more when the window is closing.
    show(dialog, Box::new(move |chosen| drop(tell.send(chosen))));
    told.await.ok().flatten()?.into_path().ok()
}

#[command(async)]
fn status(desk: DeskState<'_>) -> Answer<ExchangeStatus> {
    Ok(desk.status()?)
}

#[command(async)]
fn waiting(desk: DeskState<'_>) -> Answer<Vec<WaitingView>> {
    Ok(desk.waiting()?)
}

#[command(async)]
fn exchange_now(desk: DeskState<'_>) -> Answer<()> {
    Ok(desk.exchange_now()?)
}
