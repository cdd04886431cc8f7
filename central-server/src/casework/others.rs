//! What the citizens learn whose complaints are dealt with together with another one: the same deeds, and never a word about
//! each other. A text that names the citizen of the one, or that belongs to a matter that few people may see, does not reach the
//! others as it stands: whoever writes it writes another one for them.

use ::complaints::profile::Profile;
use ::complaints::{
    Answer, Author, Body, Capacity, ChangeStatus, Citizen, Complaint, RequestDocument, Retract, Status,
    StepMark, StepRecord, Verdict, search_words,
};

use crate::access::is_restricted;

/// Shorter words are parts of all kinds of names and texts.
const SHORTEST_NAME: usize = 3;

/// So many digits together tell a person.
const SHORTEST_NUMBER: usize = 6;

/// Whether a deed is done also to the complaints that are dealt with together with one.
pub(super) fn is_shared(body: &Body, complaint: &Complaint) -> bool {
    let to = |status| matches!(status, Status::WaitingDocuments | Status::Resolved | Status::Closed);
    match body {
        Body::Answer(_) | Body::RequestDocument(_) => true,
        Body::ChangeStatus(change) => to(change.to),
        Body::Retract(back) => step_of(complaint, back.step)
            .is_some_and(|(_, deed)| !matches!(deed, Body::Retract(_)) && is_shared(&deed, complaint)),
        _ => false,
    }
}

/// That deed, done to a complaint, as it is done to a follower; none: it is not shared. `own_text`: what those are told in
/// other words.
pub(super) fn shared(
    body: &Body,
    complaint: &Complaint,
    author: &Author,
    follower: &Complaint,
    own_text: Option<&str>,
) -> Option<Body> {
    if !is_shared(body, complaint) {
        return None;
    }
    let text = |text: &String| own_text.map_or_else(|| text.clone(), str::to_owned);
    Some(match body {
        Body::Answer(answer) => {
            Body::Answer(Answer { text: text(&answer.text), definitive: answer.definitive })
        }
        Body::RequestDocument(asked) => {
            Body::RequestDocument(RequestDocument { what: text(&asked.what), until: asked.until })
        }
        Body::ChangeStatus(change) => {
            // What colleagues remark about the one is not for the office of the other. What the centre says by a rule is
            // the same for all.
            let remark = change.text.clone().filter(|_| author.capacity == Some(Capacity::Automatic));
            Body::ChangeStatus(ChangeStatus { from: follower.status, to: change.to, text: remark })
        }
        Body::Retract(back) => {
            let (step, deed) = step_of(complaint, back.step)?;
            Body::Retract(Retract { step: same_deed(step, &deed, follower)? })
        }
        other => other.clone(),
    })
}

/// A step with what it is.
fn step_of(complaint: &Complaint, mark: StepMark) -> Option<(&StepRecord, Body)> {
    let step = complaint.steps.iter().find(|step| step.mark() == Some(mark))?;
    Some((step, step.operation()?.body))
}

/// The step of a follower that is the same deed: of the same moment, or the answer that stood when they were put together.
fn same_deed(theirs: &StepRecord, deed: &Body, follower: &Complaint) -> Option<StepMark> {
    let counted = follower.steps.iter().rev().filter(|step| step.verdict == Verdict::Accepted);
    let same = |step: &&StepRecord| {
        step.author == theirs.author
            && step.operation().is_some_and(|known| {
                let of_one_kind = std::mem::discriminant(&known.body) == std::mem::discriminant(deed);
                of_one_kind && (step.at == theirs.at || known.body == *deed)
            })
    };
    counted.into_iter().find(same)?.mark()
}

/// Whether what is written to the citizen of one complaint must not reach those of the others as it stands.
pub(super) fn is_for_one_alone<'a>(
    of: &Complaint,
    bodies: impl IntoIterator<Item = &'a Body>,
    others: &[Complaint],
    profile: &Profile,
) -> bool {
    let theirs = |other: &&Complaint| !other.status.is_finished() && !is_of_the_same_person(of, other);
    if !others.iter().any(|other| theirs(&other)) {
        return false;
    }
    let written = |body: &'a Body| match body {
        Body::Answer(answer) => Some(answer.text.as_str()),
        Body::RequestDocument(asked) => Some(asked.what.as_str()),
        _ => None,
    };
    let mut texts = bodies.into_iter().filter_map(written).peekable();
    texts.peek().is_some() && (is_restricted(of, profile) || texts.any(|text| names(text, of)))
}

/// The last answer since the matter was last taken up, with who gave it.
pub(super) fn standing_answer(complaint: &Complaint) -> Option<(Author, Body)> {
    let mut standing = None;
    for step in complaint.steps.iter().filter(|step| step.verdict == Verdict::Accepted) {
        match step.operation().map(|operation| operation.body) {
            Some(body @ Body::Answer(_)) => standing = Some((step.author.clone(), body)),
            Some(Body::ChangeStatus(change)) if change.to == Status::Reopened => standing = None,
            _ => {}
        }
    }
    standing
}

/// Whether both were brought by one person, as far as it can be told: an identity number, or name and telephone.
fn is_of_the_same_person(one: &Complaint, other: &Complaint) -> bool {
    let (one, other) = (&one.register.citizen, &other.register.citizen);
    let same = |of: fn(&Citizen) -> &Option<String>| match (of(one), of(other)) {
        (Some(one), Some(other)) => {
            let words = (search_words(one), search_words(other));
            !words.0.is_empty() && words.0.concat() == words.1.concat()
        }
        _ => false,
    };
    same(|citizen| &citizen.nic) || (same(|citizen| &citizen.phone) && same(|citizen| &citizen.surname))
}

/// Whether a text says who brought a complaint: a name, or a number or address of theirs.
fn names(text: &str, complaint: &Complaint) -> bool {
    let register = &complaint.register;
    let (citizen, helper) = (&register.citizen, register.representative.as_ref());
    let words = search_words(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let in_a_row = |name: &str| {
        let name = search_words(name);
        let is_a_name = name.iter().map(|word| word.chars().count()).sum::<usize>() >= SHORTEST_NAME;
        is_a_name && words.windows(name.len().max(1)).any(|some| some == name)
    };
    let number = |number: &str| {
        let number: String = number.chars().filter(char::is_ascii_digit).collect();
        // As it is dialled here, without the code of the country.
        let local = number.get(number.len().saturating_sub(7)..).unwrap_or_default();
        local.len() >= SHORTEST_NUMBER && digits.contains(local)
    };
    let named =
        [citizen.surname.as_deref(), citizen.other_names.as_deref(), helper.map(|it| it.name.as_str())];
    let told = [citizen.nic.as_deref(), citizen.email.as_deref()];
    let phones = [citizen.phone.as_deref(), helper.and_then(|it| it.phone.as_deref())];
    named.into_iter().chain(told).flatten().any(in_a_row) || phones.into_iter().flatten().any(number)
}
