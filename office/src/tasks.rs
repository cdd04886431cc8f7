//! What the centre did not accept of this computer's operations: each is a task until somebody has done it again on
//! the present state, or has noted that it is settled. Nothing of its text goes.

use complaints::{Author, Body, ChangeStatus, CorrectField, Operation, Register, shown_point};
use office_store::RefusedOperation;

use crate::error::OfficeError;
use crate::open::Office;
use crate::show;
use crate::view::{ComplaintForm, TaskView};

/// What came of doing a task again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoneAgain {
    /// It was done on the complaint as it stands now, and waits to be sent.
    Operation,
    /// A registration became a draft of that id: somebody reads it before it goes out once more.
    Draft(String),
}

impl Office {
    /// What was not accepted and nobody has dealt with, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn tasks(&self) -> Result<Vec<TaskView>, OfficeError> {
        Ok(self.store.tasks()?.iter().map(view).collect())
    }

    /// Notes that a task is settled. `id` may be its beginning, as long as it is one task's alone.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn settle_task(&self, id: &str, author: &Author) -> Result<(), OfficeError> {
        let task = self.task(id)?;
        self.store.write(|writing| writing.settle_task(&task.id, &author.name, self.moment()))?;
        Ok(())
    }

    /// Does it again on the complaint as it stands now, under the name of whoever does it again, and settles the
    /// task. A registration becomes a draft.
    ///
    /// # Errors
    /// `not_found`; `refused` where it still does not count; `not_again` where it cannot be done again here; or the
    /// store's.
    pub fn do_task_again(&self, id: &str, author: &Author) -> Result<DoneAgain, OfficeError> {
        let task = self.task(id)?;
        let Operation { subject, body, .. } = &task.operation;
        if let Body::Register(register) = body {
            let draft = self.save_draft(None, &form(register), &author.name)?;
            self.store.write(|writing| writing.settle_task(&task.id, &author.name, self.moment()))?;
            return Ok(DoneAgain::Draft(draft.id));
        }
        let Some(subject) = subject.filter(|_| can_be_done_again(body)) else {
            return Err(OfficeError::NotAgain);
        };
        self.store.write(|writing| {
            let complaint = writing.complaint(subject)?.ok_or(OfficeError::NotFound)?;
            let body = match body {
                Body::CorrectField(CorrectField { field, .. }) if complaint.conflict(*field).is_some() => {
                    return Err(OfficeError::InConflict);
                }
                Body::CorrectField(CorrectField { field, to, .. }) => Body::CorrectField(CorrectField {
                    field: *field,
                    from: field.of(&complaint.register).map(str::to_owned),
                    to: to.clone(),
                }),
                // From where it stands now: whether it leads there is judged anew.
                Body::ChangeStatus(ChangeStatus { to, text, .. }) => {
                    Body::ChangeStatus(ChangeStatus { from: complaint.status, to: *to, text: text.clone() })
                }
                other => other.clone(),
            };
            self.judged(writing, subject, body, author)?;
            writing.settle_task(&task.id, &author.name, self.moment())?;
            Ok(DoneAgain::Operation)
        })
    }

    fn task(&self, id: &str) -> Result<RefusedOperation, OfficeError> {
        let id = id.to_ascii_lowercase();
        let mut fitting = self.store.tasks()?.into_iter().filter(|task| task.id.to_string().starts_with(&id));
        match (fitting.next(), fitting.next()) {
            (Some(task), None) if id.len() >= 4 => Ok(task),
            _ => Err(OfficeError::NotFound),
        }
    }
}

fn view(task: &RefusedOperation) -> TaskView {
    let body = &task.operation.body;
    TaskView {
        id: task.id.to_string(),
        complaint: task.complaint.map(|id| id.to_string()),
        reference: task.listed.as_ref().map(|listed| listed.reference.clone()),
        subject: task.listed.as_ref().map(|listed| listed.subject.clone()),
        what: show::word(body).to_owned(),
        step: show::step(Some(body.clone())),
        text: text(body),
        refused: task.refusal.word().to_owned(),
        at: task.operation.at.to_string(),
        by: task.operation.author.name.clone(),
        again: matches!(body, Body::Register(_)) || can_be_done_again(body),
    }
}

/// What a desk does to a complaint, it can do again.
fn can_be_done_again(body: &Body) -> bool {
    !matches!(
        body,
        Body::Register(_)
            | Body::ChooseValue(_)
            | Body::Retract(_)
            | Body::Assign(_)
            | Body::Triage(_)
            | Body::Merge(_)
            | Body::ClerkAdded(_)
            | Body::ClerkDisabled(_)
            | Body::Unknown { .. }
    )
}

/// Everything that somebody wrote, word for word.
fn text(body: &Body) -> String {
    let written = match body {
        Body::Register(register) => Some(&register.text),
        Body::Route(route) => route.text.as_ref(),
        Body::ChangeStatus(change) => change.text.as_ref(),
        Body::Answer(answer) => Some(&answer.text),
        Body::Note(note) => Some(&note.text),
        Body::Withdraw(withdraw) => withdraw.text.as_ref(),
        Body::CorrectField(correct) => correct.to.as_ref(),
        Body::ChooseValue(choice) => choice.value.as_ref(),
        Body::AttachDocument(attached) => Some(&attached.name),
        Body::RequestDocument(request) => Some(&request.what),
        Body::Tell(tell) => tell.text.as_ref(),
        Body::Rate(rate) => rate.text.as_ref(),
        Body::HandOver(over) => over.text.as_ref(),
        Body::Escalate(escalate) => Some(&escalate.text),
        Body::ClerkAdded(added) => Some(&added.name),
        Body::Link(_)
        | Body::Assign(_)
        | Body::Triage(_)
        | Body::Merge(_)
        | Body::Retract(_)
        | Body::ClerkDisabled(_)
        | Body::ClerkChanged(_)
        | Body::Unknown { .. } => None,
    };
    written.cloned().unwrap_or_default()
}

/// What was registered, as a form.
fn form(register: &Register) -> ComplaintForm {
    ComplaintForm {
        kind: register.kind.to_string(),
        category: register.category.clone(),
        institution: register.institution.clone(),
        subject: register.subject.clone(),
        text: register.text.clone(),
        place: register.place.clone().unwrap_or_default(),
        language: register.language.clone(),
        citizen: show::citizen(&register.citizen),
        contact_by: register.contact_by.iter().copied().map(show::contact_way).collect(),
        notice: register.notice.clone(),
        notice_language: register.notice_language.clone().unwrap_or_default(),
        for_another: register.representative.is_some(),
        representative: register.representative.as_ref().map(show::representative).unwrap_or_default(),
        discretion: register.discretion.map(|discretion| discretion.to_string()).unwrap_or_default(),
        point: register.point.map(shown_point).unwrap_or_default(),
        linked: None,
        other_matters: Vec::new(),
    }
}
