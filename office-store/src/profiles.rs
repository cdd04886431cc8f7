//! Table `profiles`: the profile in force, and earlier ones. The feed names the one in force by its digest; its
//! content follows in an exchange.

use rusqlite::{Connection, OptionalExtension};

use sync_protocol::Hash;

use crate::error::StoreError;
use crate::settings;

const IN_FORCE: &str = "profile_in_force";
const NAMED: &str = "profile_named";

/// Keeps a bundle and puts it in force.
pub(crate) fn insert(connection: &Connection, bundle: &[u8]) -> Result<Hash, StoreError> {
    let digest = Hash(*blake3::hash(bundle).as_bytes());
    connection.execute(
        "INSERT INTO profiles (digest, bundle) VALUES (?1, ?2) ON CONFLICT (digest) DO NOTHING",
        (digest.0, bundle),
    )?;
    settings::put(connection, IN_FORCE, &digest.to_string())?;
    Ok(digest)
}

pub(crate) fn in_force(connection: &Connection) -> Result<Vec<u8>, StoreError> {
    let digest = settings::get(connection, IN_FORCE)?.unwrap_or_default();
    let bundle = connection
        .query_row("SELECT bundle FROM profiles WHERE lower(hex(digest)) = ?1", [digest], |row| row.get(0))
        .optional()?;
    bundle.ok_or_else(|| StoreError::Inconsistent("it has no profile".to_owned()))
}

/// The feed has named a profile: it is put in force if it is here, and wanted if it is not.
pub(crate) fn name(connection: &Connection, digest: &Hash) -> Result<(), StoreError> {
    settings::put(connection, NAMED, &digest.to_string())?;
    let here = connection
        .query_row("SELECT 1 FROM profiles WHERE digest = ?1", [digest.0], |_| Ok(()))
        .optional()?
        .is_some();
    if here {
        settings::put(connection, IN_FORCE, &digest.to_string())?;
    }
    Ok(())
}

pub(crate) fn wanted(connection: &Connection) -> Result<Option<Hash>, StoreError> {
    let named = settings::get(connection, NAMED)?;
    if named.is_none() || named == settings::get(connection, IN_FORCE)? {
        return Ok(None);
    }
    Ok(named.and_then(|hex| parse(&hex)).map(Hash))
}

fn parse(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(at * 2..at * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// Each bundle is the one that its digest names, and the one in force is here.
pub(crate) fn check(connection: &Connection, problems: &mut Vec<String>) -> Result<(), StoreError> {
    let mut statement = connection.prepare("SELECT digest, bundle FROM profiles ORDER BY digest")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
    for row in rows {
        let (digest, bundle) = row?;
        if digest != blake3::hash(&bundle).as_bytes() {
            let short: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
            problems.push(format!("profile {short}…: its content is not what its digest names"));
        }
    }
    if in_force(connection).is_err() {
        problems.push("profile: the one in force is missing".to_owned());
    }
    Ok(())
}
