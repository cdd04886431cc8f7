//! The fields of a complaint that were corrected: which value stands, and which values stand side by side because
//! several people wrote one field at once. Nobody's value gives way to one that was written without knowing it.
//!
//! ```text
//! surname  Zephir ──A: Zephir→Zéphir──▶ Zéphir ──B, who saw Zephir: →Zephyr──▶ Zéphir | Zephyr
//!                                          ◀──C names both and chooses Zéphir──┘
//! ```

use minicbor::{Decode, Encode};

use crate::complaint::Complaint;
use crate::identity::ComplaintId;
use crate::moment::Moment;
use crate::operation::{Author, Field, Operation, ValueMark};

const WRITTEN: &str = "guichet 2026 kept value";
const REGISTERED: &str = "guichet 2026 registered value";

/// A value that somebody wrote into a field.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct KeptValue {
    /// The value; none: empty.
    #[n(0)]
    pub value: Option<String>,
    /// Who wrote it.
    #[n(1)]
    pub author: Author,
    /// When, by that person's clock.
    #[n(2)]
    pub at: Moment,
    /// Names it in a choice.
    #[n(3)]
    pub mark: ValueMark,
}

/// A field that was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct CorrectedField {
    /// The field.
    #[n(0)]
    pub field: Field,
    /// Its values, never none. The first is the one that lists show; two or more: somebody has to choose.
    #[n(1)]
    pub values: Vec<KeptValue>,
}

/// What an author knew when writing a value.
pub(crate) enum Known<'a> {
    /// This value stood there.
    Value(Option<&'a str>),
    /// These stood side by side.
    Marks(&'a [ValueMark]),
}

impl Complaint {
    /// The fields in which several values stand side by side, in the order of their numbers.
    pub fn conflicts(&self) -> impl Iterator<Item = &CorrectedField> {
        self.corrected.iter().filter(|corrected| corrected.values.len() > 1)
    }

    /// The values of a field that stand side by side; none: there is nothing to choose.
    pub fn conflict(&self, field: Field) -> Option<&CorrectedField> {
        self.conflicts().find(|corrected| corrected.field == field)
    }

    /// Writes a value over those that its author knew, and beside those that the author did not.
    pub(crate) fn write_field(
        &mut self,
        field: Field,
        known: &Known<'_>,
        value: Option<&str>,
        by: &Operation,
    ) {
        if matches!(field, Field::Other(_)) {
            return;
        }
        let written = KeptValue {
            value: value.map(str::to_owned),
            author: by.author.clone(),
            at: by.at,
            mark: ValueMark::over(WRITTEN, &by.to_bytes()),
        };
        let values = self.values_of(field);
        *values = merged(std::mem::take(values), known, written);
        let stands = values[0].value.clone();
        field.set(&mut self.register, stands.as_deref());
    }

    fn values_of(&mut self, field: Field) -> &mut Vec<KeptValue> {
        let at = match self.corrected.binary_search_by_key(&field, |corrected| corrected.field) {
            Ok(at) => at,
            Err(at) => {
                let registered = KeptValue {
                    value: field.of(&self.register).map(str::to_owned),
                    author: self.steps[0].author.clone(),
                    at: self.recorded_at(),
                    mark: registered_mark(&self.id, field),
                };
                self.corrected.insert(at, CorrectedField { field, values: vec![registered] });
                at
            }
        };
        &mut self.corrected[at].values
    }
}

/// What stands after `written`: it takes the place of what its author knew. The same value is not kept twice; the
/// first who wrote it is named.
fn merged(values: Vec<KeptValue>, known: &Known<'_>, written: KeptValue) -> Vec<KeptValue> {
    let is_known = |kept: &KeptValue| match known {
        Known::Value(value) => kept.value.as_deref() == *value,
        Known::Marks(marks) => marks.contains(&kept.mark),
    };
    let same_elsewhere = values.iter().any(|kept| !is_known(kept) && kept.value == written.value);
    let mut written = Some(written).filter(|_| !same_elsewhere);
    let mut result = Vec::with_capacity(values.len() + 1);
    for kept in values {
        if is_known(&kept) {
            result.extend(written.take());
        } else {
            result.push(kept);
        }
    }
    result.extend(written);
    result
}

fn registered_mark(id: &ComplaintId, field: Field) -> ValueMark {
    ValueMark::over(REGISTERED, format!("{id} {field}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::{author, fold, on, registration};
    use crate::operation::{Body, ChooseValue, CorrectField};
    use proptest::prelude::*;

    fn by(name: &str, mut operation: Operation) -> Operation {
        operation.author = Author { name: name.to_owned(), ..author() };
        operation
    }

    fn correct(name: &str, field: Field, from: Option<&str>, to: Option<&str>) -> Operation {
        let owned = |value: Option<&str>| value.map(str::to_owned);
        by(name, on(1, Body::CorrectField(CorrectField { field, from: owned(from), to: owned(to) })))
    }

    fn choose(name: &str, field: Field, among: &[&KeptValue], value: &str) -> Operation {
        let mut among: Vec<_> = among.iter().map(|kept| kept.mark).collect();
        among.sort_unstable();
        by(name, on(1, Body::ChooseValue(ChooseValue { field, among, value: Some(value.to_owned()) })))
    }

    fn values(complaint: &Complaint, field: Field) -> Vec<(Option<&str>, &str)> {
        let corrected = complaint.corrected.iter().find(|corrected| corrected.field == field).unwrap();
        corrected.values.iter().map(|kept| (kept.value.as_deref(), kept.author.name.as_str())).collect()
    }

    #[test]
    fn different_fields_merge() {
        let complaint = fold(&[
            registration(1),
            correct("Asha", Field::Surname, Some("Zephir"), Some("Zéphir")),
            correct("Kavi", Field::Phone, None, Some("+23057000265")),
        ]);
        let citizen = &complaint.register.citizen;
        assert_eq!(
            (citizen.surname.as_deref(), citizen.phone.as_deref()),
            (Some("Zéphir"), Some("+23057000265"))
        );
        assert_eq!(complaint.conflicts().count(), 0);
    }

    #[test]
    fn the_same_field_keeps_both_values_with_who_wrote_them() {
        let complaint = fold(&[
            registration(1),
            correct("Asha", Field::Surname, Some("Zephir"), Some("Zéphir")),
            correct("Kavi", Field::Surname, Some("Zephir"), Some("Zephyr")),
        ]);
        assert_eq!(values(&complaint, Field::Surname), [(Some("Zéphir"), "Asha"), (Some("Zephyr"), "Kavi")]);
        assert_eq!(complaint.register.citizen.surname.as_deref(), Some("Zéphir"));
        assert_eq!(
            complaint.conflicts().map(|conflict| conflict.field).collect::<Vec<_>>(),
            [Field::Surname]
        );
    }

    #[test]
    fn two_who_correct_a_field_alike_agree() {
        let complaint = fold(&[
            registration(1),
            correct("Asha", Field::Surname, Some("Zephir"), Some("Zéphir")),
            correct("Kavi", Field::Surname, Some("Zephir"), Some("Zéphir")),
        ]);
        assert_eq!(values(&complaint, Field::Surname), [(Some("Zéphir"), "Asha")]);
    }

    fn in_conflict() -> Vec<Operation> {
        vec![
            registration(1),
            correct("Asha", Field::Surname, Some("Zephir"), Some("Zéphir")),
            correct("Kavi", Field::Surname, Some("Zephir"), Some("Zephyr")),
        ]
    }

    #[test]
    fn whoever_names_both_values_settles_it_by_one_of_them_or_by_a_third() {
        for chosen in ["Zéphir", "Zephyr", "Zéphyr"] {
            let mut operations = in_conflict();
            let seen = fold(&operations).conflict(Field::Surname).unwrap().clone();
            operations.push(choose("Lata", Field::Surname, &[&seen.values[0], &seen.values[1]], chosen));
            let complaint = fold(&operations);
            assert_eq!(values(&complaint, Field::Surname), [(Some(chosen), "Lata")]);
            assert_eq!(complaint.register.citizen.surname.as_deref(), Some(chosen));
        }
    }

    #[test]
    fn two_who_choose_differently_at_once_leave_both_choices() {
        let mut operations = in_conflict();
        let seen = fold(&operations).conflict(Field::Surname).unwrap().clone();
        let among = [&seen.values[0], &seen.values[1]];
        operations.push(choose("Lata", Field::Surname, &among, "Zéphir"));
        operations.push(choose("Devi", Field::Surname, &among, "Zephyr"));
        let complaint = fold(&operations);
        assert_eq!(values(&complaint, Field::Surname), [(Some("Zéphir"), "Lata"), (Some("Zephyr"), "Devi")]);
    }

    #[test]
    fn a_value_that_came_in_meanwhile_is_not_chosen_away() {
        let mut operations = in_conflict();
        let seen = fold(&operations).conflict(Field::Surname).unwrap().clone();
        operations.push(correct("Devi", Field::Surname, Some("Zephir"), Some("Sefir")));
        operations.push(choose("Lata", Field::Surname, &[&seen.values[0], &seen.values[1]], "Zéphir"));
        let complaint = fold(&operations);
        assert_eq!(values(&complaint, Field::Surname), [(Some("Zéphir"), "Lata"), (Some("Sefir"), "Devi")]);
    }

    #[test]
    fn a_field_of_a_newer_version_changes_nothing_and_is_kept() {
        let newer = correct("Asha", Field::Other(90), Some("a"), Some("b"));
        let complaint = fold(&[registration(1), newer.clone()]);
        assert!(complaint.corrected.is_empty());
        assert_eq!(complaint.steps[1].operation(), Some(newer));
    }

    proptest! {
        /// Nobody's value goes unless somebody who knew it wrote another one.
        #[test]
        fn no_value_goes_unless_its_successor_named_it(
            writes in proptest::collection::vec((0usize..4, 0usize..4), 1..12)
        ) {
            let words = ["Zephir", "a", "b", "c"];
            let mut complaint = fold(&[registration(1)]);
            for (later, (from, to)) in (1..).zip(writes) {
                let before: Vec<_> = complaint.corrected.iter()
                    .flat_map(|corrected| corrected.values.iter().map(|kept| kept.value.clone())).collect();
                let mut operation = correct("Asha", Field::Surname, Some(words[from]), Some(words[to]));
                operation.at.unix_ms += later;
                complaint = fold_on(complaint, &operation);
                let after: Vec<_> =
                    complaint.corrected[0].values.iter().map(|kept| kept.value.clone()).collect();
                for value in before.iter().filter(|value| value.as_deref() != Some(words[from])) {
                    prop_assert!(after.contains(value));
                }
                prop_assert!(after.iter().any(|value| value.as_deref() == Some(words[to])));
                prop_assert_eq!(complaint.register.citizen.surname.clone(), after[0].clone());
                let distinct: std::collections::BTreeSet<_> = after.iter().collect();
                prop_assert_eq!(distinct.len(), after.len());
            }
        }
    }

    fn fold_on(complaint: Complaint, operation: &Operation) -> Complaint {
        let verdict = Complaint::judge(Some(&complaint), operation);
        Complaint::apply(Some(complaint), operation, verdict).unwrap()
    }
}
