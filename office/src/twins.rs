//! Complaints that may be about the same: hints while one is registered and afterwards, and the ways on. Nobody is
//! ever held up by them.

use complaints::{Alike, Author, Body, ComplaintId, Discretion, Note, Relation, Sketch, read_point};
use office_store::Twin;

use crate::error::OfficeError;
use crate::open::Office;
use crate::register::{LONGEST_TEXT, citizen};
use crate::view::{ComplaintForm, TwinReason, TwinView};

/// The most that are shown at once.
const MOST_TWINS: usize = 3;

impl Office {
    /// What may be here already of what stands in a form, the likeliest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn twins_of_form(&self, form: &ComplaintForm) -> Result<Vec<TwinView>, OfficeError> {
        let profile = self.profile();
        let Some(category) = profile.category_by_path(form.category.trim()) else { return Ok(Vec::new()) };
        let is_anonymous = form.discretion.parse() == Ok(Discretion::Anonymous);
        let person = if is_anonymous { Default::default() } else { citizen(form, &profile) };
        let point = read_point(&form.point);
        let sketch = Sketch::new(person, Some(form.place.as_str()), point, &form.text, self.moment().unix_ms);
        let said: Vec<ComplaintId> = form.other_matters.iter().filter_map(|id| id.parse().ok()).collect();
        let twins = self.store.twins(&sketch, &self.heading(&category.code), MOST_TWINS + said.len())?;
        let left = twins.iter().filter(|twin| !said.contains(&twin.record.complaint.id));
        Ok(left.take(MOST_TWINS).map(|twin| self.twin(twin)).collect())
    }

    /// What a registered complaint may be a twin of: somebody else registered it at the same time, here or on another
    /// computer of the office. Those that are linked, and those that somebody called other matters, are left out.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn twins_of(&self, id: ComplaintId) -> Result<Vec<TwinView>, OfficeError> {
        let group = self.heading(&self.record(id)?.complaint.register.category);
        Ok(self.store.twins_of(id, &group, MOST_TWINS)?.iter().map(|twin| self.twin(twin)).collect())
    }

    /// Adds what stands in a form to a complaint that is here already, as a note, and removes its draft.
    ///
    /// # Errors
    /// `text_missing`, `text_too_long`, `not_found`, `refused`, or the store's; the draft is then still there.
    pub fn add_to_twin(
        &self,
        id: ComplaintId,
        form: &ComplaintForm,
        draft: Option<&str>,
        author: &Author,
    ) -> Result<(), OfficeError> {
        if form.text.trim().is_empty() {
            return Err(OfficeError::TextMissing);
        }
        let text = self.note_of(form);
        if text.chars().count() > LONGEST_TEXT {
            return Err(OfficeError::TextTooLong);
        }
        self.store.write(|writing| {
            if let Some(draft) = draft {
                writing.delete_draft(draft)?;
            }
            self.judged(writing, id, Body::Note(Note { text, for_citizen: false }), author)
        })
    }

    /// Somebody says that two complaints are different matters: neither is a hint for the other any more.
    ///
    /// # Errors
    /// `not_found`, or the store's.
    pub fn say_other_matter(
        &self,
        one: ComplaintId,
        other: ComplaintId,
        by: &Author,
    ) -> Result<(), OfficeError> {
        self.record(one)?;
        self.record(other)?;
        Ok(self.store.write(|writing| writing.put_other_matter(one, other, &by.name, self.moment()))?)
    }

    /// Everything of a form that would otherwise be lost: who came, where, and what they said, each on its line.
    fn note_of(&self, form: &ComplaintForm) -> String {
        let mut lines = Vec::new();
        let someone = &form.representative;
        if form.discretion.parse() != Ok(Discretion::Anonymous) {
            let citizen = &form.citizen;
            let name = [citizen.other_names.trim(), citizen.surname.trim()].join(" ");
            let known = [
                name.trim(),
                &citizen.nic,
                &citizen.phone,
                &citizen.email,
                &citizen.address,
                &citizen.locality,
            ];
            lines.push(joined(&known));
            lines.push(joined(&[someone.name.trim(), &someone.relation, &someone.phone]));
        }
        lines.push(joined(&[&form.place, &form.point]));
        lines.push(form.subject.trim().to_owned());
        lines.push(form.text.trim().to_owned());
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn twin(&self, twin: &Twin) -> TwinView {
        let register = &twin.record.complaint.register;
        let (reason, shared_percent) = match twin.alike {
            Alike::Person => (TwinReason::Person, 0),
            Alike::PersonFinished => (TwinReason::PersonFinished, 0),
            Alike::Text(percent) => (TwinReason::Text, percent),
            Alike::Nearby(percent) => (TwinReason::Nearby, percent),
        };
        TwinView {
            row: self.row(&twin.record),
            reason,
            shared_percent,
            text: register.text.clone(),
            place: register.place.clone().or_else(|| register.citizen.locality.clone()).unwrap_or_default(),
            recorded_by: twin
                .record
                .complaint
                .steps
                .first()
                .map_or(String::new(), |step| step.author.name.clone()),
        }
    }

    /// The codes of the categories that stand under the same heading as this one.
    fn heading(&self, code: &str) -> Vec<String> {
        let profile = self.profile();
        let Some(category) = profile.category(code) else { return vec![code.to_owned()] };
        let same = profile.categories.iter().filter(|other| other.group == category.group);
        same.map(|other| other.code.clone()).collect()
    }
}

/// How a new complaint belongs together with the one that it may be a twin of.
pub(crate) const LINKED_AS: Relation = Relation::Same;

fn joined(parts: &[&str]) -> String {
    let there: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    there.join(", ")
}
