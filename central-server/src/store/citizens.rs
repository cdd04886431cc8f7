//! The tables `citizens` and `citizen_complaints`: accounts on the portal, and the complaints that belong to them.

use ::complaints::ComplaintId;

use super::{Row, Session, Value};
use crate::error::CentreError;
use crate::people::PasswordVerifier;
use crate::portal::{CitizenAccount, CitizenId};

const COLUMNS: &str =
    "id, surname, other_names, identity, identity_key, email, phone, address, locality, language";

/// Adds an account; `false`: somebody has that e-mail address or telephone already.
pub(crate) async fn add(
    session: &mut Session,
    account: &CitizenAccount,
    verifier: &PasswordVerifier,
    now_ms: i64,
) -> Result<bool, CentreError> {
    let sql = format!(
        "INSERT INTO citizens ({COLUMNS}, password_salt, password_memory_kib, password_passes, password_hash, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
         ON CONFLICT DO NOTHING"
    );
    let mut values = vec![
        account.id.as_bytes().into(),
        account.surname.as_str().into(),
        account.other_names.as_str().into(),
        account.identity.as_str().into(),
        Value::Null,
        account.email.clone().into(),
        account.phone.clone().into(),
        account.address.as_str().into(),
        account.locality.as_str().into(),
        account.language.as_str().into(),
    ];
    values.extend(password(verifier));
    values.push(now_ms.into());
    Ok(session.execute(&sql, values).await? == 1)
}

fn password(verifier: &PasswordVerifier) -> [Value; 4] {
    [verifier.salt.into(), verifier.memory_kib.into(), verifier.passes.into(), verifier.hash.into()]
}

/// An account.
pub(crate) async fn get(session: &mut Session, id: CitizenId) -> Result<Option<CitizenAccount>, CentreError> {
    let sql = format!("SELECT {COLUMNS} FROM citizens WHERE id = $1");
    session.query_one(&sql, vec![id.as_bytes().into()]).await?.map(|mut row| read(&mut row)).transpose()
}

/// The account with that confirmed e-mail address or telephone, and what its password is checked with.
pub(crate) async fn of_address(
    session: &mut Session,
    address: &str,
) -> Result<Option<(CitizenAccount, PasswordVerifier)>, CentreError> {
    let sql = format!(
        "SELECT {COLUMNS}, password_salt, password_memory_kib, password_passes, password_hash FROM citizens
         WHERE email = $1 OR phone = $2"
    );
    let Some(mut row) = session.query_one(&sql, vec![address.into(), address.into()]).await? else {
        return Ok(None);
    };
    let account = read(&mut row)?;
    let verifier = PasswordVerifier {
        salt: row.array()?,
        memory_kib: row.number()?,
        passes: row.number()?,
        hash: row.array()?,
    };
    Ok(Some((account, verifier)))
}

fn read(row: &mut Row) -> Result<CitizenAccount, CentreError> {
    Ok(CitizenAccount {
        id: CitizenId::from_bytes(row.array()?),
        surname: row.text()?,
        other_names: row.text()?,
        identity: row.text()?,
        is_identity_confirmed: row.maybe_text()?.is_some(),
        email: row.maybe_text()?,
        phone: row.maybe_text()?,
        address: row.text()?,
        locality: row.text()?,
        language: row.text()?,
    })
}

/// Changes what an account says of its citizen. Another identity number is not confirmed any more.
pub(crate) async fn save(
    session: &mut Session,
    account: &CitizenAccount,
    identity_key: Option<String>,
) -> Result<(), CentreError> {
    let sql =
        "UPDATE citizens SET surname = $1, other_names = $2, identity = $3, identity_key = $4, address = $5,
                   locality = $6, language = $7 WHERE id = $8";
    let values = vec![
        account.surname.as_str().into(),
        account.other_names.as_str().into(),
        account.identity.as_str().into(),
        identity_key.into(),
        account.address.as_str().into(),
        account.locality.as_str().into(),
        account.language.as_str().into(),
        account.id.as_bytes().into(),
    ];
    session.execute(sql, values).await.map(drop)
}

/// Gives an account another confirmed e-mail address; `false`: somebody has it already.
pub(crate) async fn set_email(
    session: &mut Session,
    id: CitizenId,
    email: &str,
) -> Result<bool, CentreError> {
    set_unless_taken(session, "email", id, email).await
}

/// The same with a telephone.
pub(crate) async fn set_phone(
    session: &mut Session,
    id: CitizenId,
    phone: &str,
) -> Result<bool, CentreError> {
    set_unless_taken(session, "phone", id, phone).await
}

/// The same with an identity number, as it is compared.
pub(crate) async fn set_identity_key(
    session: &mut Session,
    id: CitizenId,
    key: &str,
) -> Result<bool, CentreError> {
    set_unless_taken(session, "identity_key", id, key).await
}

async fn set_unless_taken(
    session: &mut Session,
    column: &'static str,
    id: CitizenId,
    value: &str,
) -> Result<bool, CentreError> {
    let taken = format!("SELECT id FROM citizens WHERE {column} = $1 AND id <> $2");
    if session.query_one(&taken, vec![value.into(), id.as_bytes().into()]).await?.is_some() {
        return Ok(false);
    }
    let sql = format!("UPDATE citizens SET {column} = $1 WHERE id = $2");
    session.execute(&sql, vec![value.into(), id.as_bytes().into()]).await?;
    Ok(true)
}

/// Gives an account another password.
pub(crate) async fn set_password(
    session: &mut Session,
    id: CitizenId,
    verifier: &PasswordVerifier,
) -> Result<(), CentreError> {
    let sql = "UPDATE citizens SET password_salt = $1, password_memory_kib = $2, password_passes = $3,
                   password_hash = $4 WHERE id = $5";
    let mut values: Vec<Value> = password(verifier).into();
    values.push(id.as_bytes().into());
    session.execute(sql, values).await.map(drop)
}

/// Takes an account away, with all that hangs on it and nothing of the complaints themselves.
pub(crate) async fn remove(session: &mut Session, id: CitizenId) -> Result<(), CentreError> {
    session.execute("DELETE FROM citizens WHERE id = $1", vec![id.as_bytes().into()]).await.map(drop)
}

/// The identity number of an account as it is compared, once it was confirmed.
pub(crate) async fn identity_key(
    session: &mut Session,
    id: CitizenId,
) -> Result<Option<String>, CentreError> {
    let sql = "SELECT identity_key FROM citizens WHERE id = $1";
    session.query_one(sql, vec![id.as_bytes().into()]).await?.map_or(Ok(None), |mut row| row.maybe_text())
}

/// A complaint is an account's from now on.
pub(crate) async fn own(
    session: &mut Session,
    id: CitizenId,
    complaint: ComplaintId,
    now_ms: i64,
) -> Result<(), CentreError> {
    let sql = "INSERT INTO citizen_complaints (citizen, complaint, since) VALUES ($1, $2, $3)
               ON CONFLICT (citizen, complaint) DO NOTHING";
    let values = vec![id.as_bytes().into(), (*complaint.as_bytes()).into(), now_ms.into()];
    session.execute(sql, values).await.map(drop)
}

/// The complaints that are an account's by themselves.
pub(crate) async fn owned(session: &mut Session, id: CitizenId) -> Result<Vec<ComplaintId>, CentreError> {
    let sql = "SELECT complaint FROM citizen_complaints WHERE citizen = $1 ORDER BY complaint";
    let rows = session.query(sql, vec![id.as_bytes().into()]).await?;
    rows.into_iter().map(|mut row| row.array().map(ComplaintId::from_bytes)).collect()
}
