//! Complaints that belong together: those that are dealt with together with one, and those that may be about the same.

use std::collections::BTreeSet;

use ::complaints::{Complaint, ComplaintId, OfficeCode, Status, search_words};

use super::{of_ids, state};
use crate::error::CentreError;
use crate::store::{Row, Session, Value, offices, searched};

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

/// The unfinished complaints that were dealt with together with one that was withdrawn since.
pub(crate) async fn left_alone(session: &mut Session) -> Result<Vec<Complaint>, CentreError> {
    let sql = "SELECT left_alone.state FROM complaints AS left_alone
        JOIN complaints AS gone ON gone.id = left_alone.merged_into
        WHERE gone.status = $1 AND gone.merged_into IS NULL AND left_alone.status NOT IN ($1, $2)
        ORDER BY left_alone.id";
    let values = vec![Status::Withdrawn.word().into(), Status::Closed.word().into()];
    session.query(sql, values).await?.into_iter().map(|mut row| state(&mut row)).collect()
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
    let mut found = alike(session, of, categories, from_ms).await?;
    let citizen = &of.register.citizen;
    for number in [&citizen.nic, &citizen.phone].into_iter().flatten() {
        if let [folded] = search_words(number).as_slice()
            && folded.len() >= SHORTEST_NUMBER
        {
            found.extend(of_number(session, of, folded, from_ms).await?);
        }
    }
    found.sort_unstable_by(|one, other| other.cmp(one));
    found.dedup();
    let ids: Vec<ComplaintId> = found.into_iter().take(MOST_KIN as usize).map(|(_, id)| id).collect();
    of_ids(session, &ids).await
}

/// What narrows both lists, and the values for it. The category's index leads to each list, its end is read alone.
const KIN: &str = "recorded_at >= $2 AND id <> $3 AND status <> $4 AND merged_into IS NULL
    ORDER BY recorded_at DESC, id DESC LIMIT $5";

fn kin(of: &Complaint, from_ms: i64) -> [Value; 4] {
    [from_ms.into(), (*of.id.as_bytes()).into(), Status::Withdrawn.word().into(), MOST_KIN.into()]
}

async fn alike(
    session: &mut Session,
    of: &Complaint,
    categories: &[String],
    from_ms: i64,
) -> Result<Vec<(i64, ComplaintId)>, CentreError> {
    let sql = format!("SELECT recorded_at, id FROM complaints WHERE category = $1 AND {KIN}");
    let values = |code: &String| std::iter::once(code.as_str().into()).chain(kin(of, from_ms)).collect();
    let rows = session.query_each(&sql, categories.iter().map(values).collect()).await?;
    rows.into_iter().flatten().map(place).collect()
}

async fn of_number(
    session: &mut Session,
    of: &Complaint,
    number: &str,
    from_ms: i64,
) -> Result<Vec<(i64, ComplaintId)>, CentreError> {
    let (table, mut values) = searched::found(session, &[number.to_owned()], MOST_KIN);
    values.extend([from_ms.into(), (*of.id.as_bytes()).into(), Status::Withdrawn.word().into()]);
    let sql = format!(
        "SELECT recorded_at, id FROM {table} CROSS JOIN complaints
         WHERE id = found.complaint AND recorded_at >= $3 AND id <> $4 AND status <> $5 AND merged_into IS NULL"
    );
    session.query(&sql, values).await?.into_iter().map(place).collect()
}

fn place(mut row: Row) -> Result<(i64, ComplaintId), CentreError> {
    Ok((row.number()?, ComplaintId::from_bytes(row.array()?)))
}
