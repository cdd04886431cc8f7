//! A complaint as a command shows it.

use ::complaints::{Complaint, ComplaintId, Reference, report, report_text};

use super::output::{Failure, Output};
use crate::centre::Centre;

/// The complaint of that reference or id.
pub(super) async fn find(centre: &Centre, typed: &str) -> Result<Complaint, Failure> {
    let none = || Failure::new("not_found", format!("there is no complaint {typed}"));
    if let Ok(id) = typed.parse::<ComplaintId>() {
        return centre.complaint(id).await?.ok_or_else(none);
    }
    let reference: Reference =
        typed.parse().map_err(|error| Failure::new("invalid", format!("{typed}: {error}")))?;
    let mut found = centre.case(&reference).await?;
    match found.len() {
        0 => Err(none()),
        1 => Ok(found.remove(0)),
        _ => {
            let ids: Vec<String> = found.iter().map(|complaint| complaint.id.to_string()).collect();
            let message =
                format!("{reference} was issued more than once; name one by its id: {}", ids.join(", "));
            Err(Failure::new("ambiguous", message))
        }
    }
}

/// Says what a complaint is.
pub(super) async fn print(centre: &Centre, complaint: &Complaint, output: &Output) -> Result<(), Failure> {
    let profile = centre.profile();
    let (mut told, mut text) = (report(complaint, profile), report_text(complaint, profile));
    let states = centre.documents(complaint).await?;
    for document in told["documents"].as_array_mut().into_iter().flatten() {
        let state = states.iter().find(|state| document["document"] == state.id.to_string().as_str());
        document["have"] = state.map_or(0, |state| state.have).into();
        document["whole"] = state.is_some_and(|state| state.is_whole()).into();
        let progress = match state {
            None => "larger than is taken; its content does not come".to_owned(),
            Some(state) if state.is_whole() => "here".to_owned(),
            Some(state) => format!("on its way: {} of {} bytes are here", state.have, state.size),
        };
        text.push_str(&format!(
            "\ndocument {}  {progress}",
            document["document"].as_str().unwrap_or_default()
        ));
    }
    output.answer(&told, &text)
}
