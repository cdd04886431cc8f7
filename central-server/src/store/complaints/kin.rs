//! Complaints that belong together: those that are dealt with together with one, and those that may be about the same.

use std::collections::BTreeSet;

use ::complaints::{Complaint, ComplaintId, OfficeCode, search_words};

use super::state;
use crate::error::CentreError;
use crate::store::{Session, Value, offices};

/// How many of those that may be about the same are looked at: the latest.
const MOST_KIN: u32 = 40;

/// A shorter number names nobody.
const SHORTEST_NUMBER: usize = 5;

/// The ids of the complaints that are dealt with together with one, those included that are so by way of another, and
/// the offices that hold them.
pub(crate) async fn merged_into(
    session: &mut Session,
    id: ComplaintId,
) -> Result<Vec<(ComplaintId, OfficeCode)>, CentreError> {
    let sql = "SELECT id, office FROM complaints WHERE merged_into = $1 ORDER BY id";
    let mut seen = BTreeSet::from([id]);
    let (mut found, mut next) = (Vec::new(), vec![id]);
    while !next.is_empty() {
        let sets = next.iter().map(|id| vec![(*id.as_bytes()).into()]).collect();
        next.clear();
        for mut row in session.query_each(sql, sets).await?.into_iter().flatten() {
            let id = ComplaintId::from_bytes(row.array()?);
            let office = offices::code(&mut row)?;
            if seen.insert(id) {
                found.push((id, office));
                next.push(id);
            }
        }
    }
    Ok(found)
}

/// Complaints among which to look for one that is about the same: of the same categories, or of somebody with that
/// identity number or telephone, recorded from that millisecond on and neither withdrawn nor dealt with together with
/// another one. The latest first, at most forty.
pub(crate) async fn candidates(
    session: &mut Session,
    of: &Complaint,
    categories: &[String],
    from_ms: i64,
) -> Result<Vec<Complaint>, CentreError> {
    let mut values: Vec<Value> = vec![from_ms.into(), (*of.id.as_bytes()).into(), "withdrawn".into()];
    let mut place = |value: String| {
        values.push(value.into());
        format!("${}", values.len())
    };
    let places: Vec<String> = categories.iter().map(|code| place(code.clone())).collect();
    let mut either = vec![format!("category IN ({})", places.join(", "))];
    let citizen = &of.register.citizen;
    for number in [&citizen.nic, &citizen.phone].into_iter().flatten() {
        // Folded words are letters and digits, so that none of them is a pattern.
        if let [folded] = search_words(number).as_slice()
            && folded.len() >= SHORTEST_NUMBER
        {
            let place = place(format!("%{folded}%"));
            either.push(format!("words LIKE {place}"));
        }
    }
    let sql = format!(
        "SELECT state FROM complaints
         WHERE recorded_at >= $1 AND id <> $2 AND status <> $3 AND merged_into IS NULL AND ({})
         ORDER BY recorded_at DESC, id LIMIT {MOST_KIN}",
        either.join(" OR ")
    );
    session.query(&sql, values).await?.into_iter().map(|mut row| state(&mut row)).collect()
}
