//! The table `complaint_identities`: which complaints carry an identity number. It follows from the complaints and exists
//! to find those of one person.

use ::complaints::{Complaint, ComplaintId, OfficeCode};

use super::{Session, complaints};
use crate::error::CentreError;

/// How many complaints are read at once.
const COMPLAINTS: usize = 500;

/// Far longer than any identity number; an index holds no more.
const LONGEST: usize = 64;

/// An identity number as it is compared: letters and digits alone, upper case. None: there are none.
pub(crate) fn key(typed: &str) -> Option<String> {
    let signs = typed.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase);
    let key: String = signs.take(LONGEST).collect();
    (!key.is_empty()).then_some(key)
}

/// Writes down what complaints carry now.
pub(crate) async fn note(session: &mut Session, complaints: &[&Complaint]) -> Result<(), CentreError> {
    let number = |complaint: &Complaint| complaint.register.citizen.nic.as_deref().and_then(key);
    let (with, without): (Vec<&Complaint>, Vec<&Complaint>) =
        complaints.iter().partition(|complaint| number(complaint).is_some());
    let sql = "INSERT INTO complaint_identities (complaint, identity_key) VALUES ($1, $2)
               ON CONFLICT (complaint) DO UPDATE SET identity_key = excluded.identity_key";
    let sets = with.iter().map(|it| vec![(*it.id.as_bytes()).into(), number(it).unwrap_or_default().into()]);
    session.execute_each(sql, sets.collect()).await?;
    let sql = "DELETE FROM complaint_identities WHERE complaint = $1";
    let sets = without.iter().map(|it| vec![(*it.id.as_bytes()).into()]);
    session.execute_each(sql, sets.collect()).await.map(drop)
}

/// The complaints that carry a number.
pub(crate) async fn of_key(session: &mut Session, key: &str) -> Result<Vec<ComplaintId>, CentreError> {
    let sql = "SELECT complaint FROM complaint_identities WHERE identity_key = $1 ORDER BY complaint";
    let rows = session.query(sql, vec![key.into()]).await?;
    rows.into_iter().map(|mut row| row.array().map(ComplaintId::from_bytes)).collect()
}

/// Writes down what the complaints of an office carry that a version without this table has taken in.
pub(super) async fn fill(session: &mut Session, office: OfficeCode) -> Result<(), CentreError> {
    let mut after = None;
    loop {
        let rows = complaints::stored(session, office, after, COMPLAINTS).await?;
        let is_last = rows.len() < COMPLAINTS;
        after = rows.last().map(|(id, _)| *id);
        let read = rows.iter().map(|(id, stored)| {
            Complaint::from_bytes(&stored.state)
                .map_err(|error| CentreError::Damaged(format!("complaint {id}: {error}")))
        });
        let read = read.collect::<Result<Vec<_>, _>>()?;
        note(session, &read.iter().collect::<Vec<_>>()).await?;
        if is_last {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        assert_eq!(key(" l010280 3001-234 ").as_deref(), Some("L0102803001234"));
        assert_eq!(key(" - "), None);
    }
}
