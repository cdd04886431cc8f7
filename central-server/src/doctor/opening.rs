//! Whether the store opens, which version wrote it, whether it is whole and has its key, and which version of PostgreSQL it is.

use ::complaints::edition;
use locales::Args;

use super::{Doctor, Finding, because};
use crate::error::CentreError;
use crate::keys::KeyFile;
use crate::store::{Session, Standing, Store, last_step, settings, standing};

const CHECK: &str = "store";

/// The versions of PostgreSQL with which this version is known to work.
const POSTGRES: std::ops::RangeInclusive<i64> = 15..=17;

/// The findings, and the store when it can be read by this version.
pub(super) async fn examine(doctor: &Doctor) -> (Vec<Finding>, Option<Session>) {
    let has_key = KeyFile::in_folder(&doctor.data).exists();
    let file = doctor.data.join("centre.db");
    let folder = || Args::new().with("folder", doctor.data.display().to_string());
    let opened = match &doctor.database_url {
        Some(url) => Store::as_it_is_on_server(url).await,
        None if !file.exists() => {
            let key = if has_key { "store-lost" } else { "store-none" };
            return (vec![Finding::broken(CHECK, key, folder())], None);
        }
        None => Store::as_it_is_in_file(&file).await,
    };
    let session = match opened {
        Ok(store) => store.read().await,
        Err(error) => Err(error),
    };
    let mut session = match session {
        Ok(session) => session,
        Err(error) => return (vec![not_opened(&error)], None),
    };
    let mut findings = Vec::new();
    let engine = match engine(&mut session).await {
        Ok((engine, finding)) => {
            findings.extend(finding);
            engine
        }
        Err(error) => return (vec![not_opened(&error)], None),
    };
    let (finding, is_readable) = match read_as_ours(&mut session, doctor).await {
        Ok(None) => {
            let args = Args::new().with("engine", engine).with("step", last_step().to_string());
            (Finding::ok(CHECK, "store-ok", args), true)
        }
        Ok(Some(finding)) => (finding, false),
        Err(error) => (not_opened(&error), false),
    };
    findings.push(finding);
    (findings, is_readable.then_some(session))
}

/// What keeps this version from working with the store; none: nothing does.
async fn read_as_ours(session: &mut Session, doctor: &Doctor) -> Result<Option<Finding>, CentreError> {
    let step = |step: i64| Args::new().with("step", step.to_string()).with("ours", last_step().to_string());
    let folder = Args::new().with("folder", doctor.data.display().to_string());
    match standing(session).await? {
        Standing::Current => {}
        Standing::Empty => return Ok(Some(Finding::broken(CHECK, "store-none", folder))),
        Standing::Newer(newer) => return Ok(Some(Finding::broken(CHECK, "store-newer", step(newer)))),
        Standing::Older(seen) => {
            let key = if doctor.database_url.is_some() { "store-older-server" } else { "store-older" };
            let last = seen.last().copied().unwrap_or(0);
            return Ok(Some(Finding::look(CHECK, key, step(last))));
        }
    }
    let stored: u32 = settings::get(session, settings::EDITION).await?.parse().unwrap_or(0);
    if stored > edition() {
        let args = Args::new().with("step", stored.to_string()).with("ours", edition().to_string());
        return Ok(Some(Finding::broken(CHECK, "store-newer", args)));
    }
    let public = settings::get(session, settings::CENTRE_KEY).await?;
    if public.is_empty() {
        return Ok(Some(Finding::broken(CHECK, "store-none", folder)));
    }
    if let Err(error) = KeyFile::in_folder(&doctor.data).read(&public) {
        return Ok(Some(Finding::broken(CHECK, "store-key", because(error))));
    }
    let faults = session.engine_check().await?;
    Ok(faults.first().map(|fault| Finding::broken(CHECK, "store-damaged", because(fault))))
}

fn not_opened(error: &CentreError) -> Finding {
    let key = match error {
        CentreError::Damaged(_) => "store-damaged",
        _ => "store-unreachable",
    };
    Finding::broken(CHECK, key, because(error))
}

/// The engine's name with its version, and what there is to say about it.
async fn engine(session: &mut Session) -> Result<(String, Option<Finding>), CentreError> {
    let Session::Postgres(_) = session else { return Ok(("SQLite".to_owned(), None)) };
    let sql = "SELECT current_setting('server_version_num')";
    let row = session.query_one(sql, Vec::new()).await?;
    let number: i64 = row.map_or(Ok(String::new()), |mut row| row.text())?.parse().unwrap_or(0);
    let version = number / 10_000;
    let args = Args::new().with("version", version.to_string());
    let finding = match version {
        old if old < *POSTGRES.start() => Finding::broken("postgres", "postgres-old", args),
        new if new > *POSTGRES.end() => Finding::look("postgres", "postgres-new", args),
        _ => Finding::ok("postgres", "postgres-ok", args),
    };
    Ok((format!("PostgreSQL {version}"), Some(finding)))
}
