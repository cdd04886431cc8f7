//! The commands that find: lists, views, tables, people, twins, points.

use office::TableFormat;
use office::view::{
    ComplaintForm, ComplaintView, FoundPage, KnownCitizen, ListChoices, PointView, SelectionForm, TwinView,
};
use tauri::{AppHandle, command};
use tauri_plugin_dialog::DialogExt;

use super::{Answer, DeskState, Failure};

#[command(async)]
pub(super) fn find(
    desk: DeskState<'_>,
    selection: SelectionForm,
    after: Option<&str>,
    limit: u32,
) -> Answer<FoundPage> {
    Ok(desk.find(&selection, after, limit)?)
}

#[command(async)]
pub(super) fn list_choices(desk: DeskState<'_>) -> Answer<ListChoices> {
    Ok(desk.list_choices()?)
}

#[command(async)]
pub(super) fn save_view(desk: DeskState<'_>, name: &str, selection: SelectionForm) -> Answer<ListChoices> {
    Ok(desk.save_view(name, &selection)?)
}

#[command(async)]
pub(super) fn delete_view(desk: DeskState<'_>, name: &str) -> Answer<ListChoices> {
    Ok(desk.delete_view(name)?)
}

/// Asks where, and writes the table there: its path and how many complaints are in it. None: the clerk gave up.
#[command(async)]
pub(super) fn export_list(
    app: AppHandle,
    desk: DeskState<'_>,
    selection: SelectionForm,
    format: &str,
    language: &str,
) -> Answer<Option<(String, u32)>> {
    let format: TableFormat = format.parse().map_err(|message| Failure { code: "internal", message })?;
    let name = desk.table_file_name(format)?;
    let chosen = app
        .dialog()
        .file()
        .set_file_name(name)
        .add_filter(format.word(), &[format.word()])
        .blocking_save_file();
    let Some(path) = chosen.and_then(|path| path.into_path().ok()) else { return Ok(None) };
    let complaints = desk.export(&selection, format, language, &path)?;
    Ok(Some((path.display().to_string(), complaints)))
}

#[command(async)]
pub(super) fn find_citizens(desk: DeskState<'_>, words: &str) -> Answer<Vec<KnownCitizen>> {
    Ok(desk.find_citizens(words)?)
}

#[command(async)]
pub(super) fn twins_of_form(desk: DeskState<'_>, form: ComplaintForm) -> Answer<Vec<TwinView>> {
    Ok(desk.twins_of_form(&form)?)
}

#[command(async)]
pub(super) fn twins_of(desk: DeskState<'_>, id: &str) -> Answer<Vec<TwinView>> {
    Ok(desk.twins_of(id)?)
}

#[command(async)]
pub(super) fn say_other_matter(desk: DeskState<'_>, id: &str, other: &str) -> Answer<Vec<TwinView>> {
    Ok(desk.say_other_matter(id, other)?)
}

#[command(async)]
pub(super) fn add_to_twin(
    desk: DeskState<'_>,
    id: &str,
    draft: Option<&str>,
    form: ComplaintForm,
) -> Answer<ComplaintView> {
    Ok(desk.add_to_twin(id, draft, &form)?)
}

#[command(async)]
pub(super) fn read_point(desk: DeskState<'_>, typed: &str) -> Answer<Option<PointView>> {
    Ok(desk.read_point(typed))
}
