//! Brings a store to the form that this version needs: numbered steps, each run once and never changed after its
//! release, each with a text for either engine.

use std::collections::BTreeSet;

use super::{Session, Store, before_upgrade, complaints, documents, identities, offices};
use crate::error::CentreError;

/// Which version of the program wrote a store, by the steps that were run on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No step was run: the store is new.
    Empty,
    /// Steps of this version are missing; those that were run.
    Older(BTreeSet<i64>),
    /// All steps of this version were run and no other.
    Current,
    /// A step was run that this version does not know.
    Newer(i64),
}

/// What becomes of a store that an older version wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Older {
    /// It gets the missing steps; a file is copied first.
    Upgrade,
    /// It stays as it is.
    Refuse,
}

struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const STEPS: &[Step] = &[
    Step {
        number: 1,
        name: "the centre",
        sqlite: include_str!("schema/sqlite/001_the_centre.sql"),
        postgres: include_str!("schema/postgres/001_the_centre.sql"),
    },
    Step {
        number: 2,
        name: "exchange",
        sqlite: include_str!("schema/sqlite/002_exchange.sql"),
        postgres: include_str!("schema/postgres/002_exchange.sql"),
    },
    Step {
        number: 3,
        name: "disabled clerks",
        sqlite: include_str!("schema/sqlite/003_disabled_clerks.sql"),
        postgres: include_str!("schema/postgres/003_disabled_clerks.sql"),
    },
    Step {
        number: 4,
        name: "the witness",
        sqlite: include_str!("schema/sqlite/004_the_witness.sql"),
        postgres: include_str!("schema/postgres/004_the_witness.sql"),
    },
    Step {
        number: 5,
        name: "documents",
        sqlite: include_str!("schema/sqlite/005_documents.sql"),
        postgres: include_str!("schema/postgres/005_documents.sql"),
    },
    Step {
        number: 6,
        name: "snapshots",
        sqlite: include_str!("schema/sqlite/006_snapshots.sql"),
        postgres: include_str!("schema/postgres/006_snapshots.sql"),
    },
    Step {
        number: 7,
        name: "the portal",
        sqlite: include_str!("schema/sqlite/007_the_portal.sql"),
        postgres: include_str!("schema/postgres/007_the_portal.sql"),
    },
    Step {
        number: 8,
        name: "roles and lists",
        sqlite: include_str!("schema/sqlite/008_roles_and_lists.sql"),
        postgres: include_str!("schema/postgres/008_roles_and_lists.sql"),
    },
    Step {
        number: 9,
        name: "notices",
        sqlite: include_str!("schema/sqlite/009_notices.sql"),
        postgres: include_str!("schema/postgres/009_notices.sql"),
    },
    Step {
        number: 12,
        name: "the unit's desk",
        sqlite: include_str!("schema/sqlite/012_the_units_desk.sql"),
        postgres: include_str!("schema/postgres/012_the_units_desk.sql"),
    },
    Step {
        number: 16,
        name: "open311",
        sqlite: include_str!("schema/sqlite/016_open311.sql"),
        postgres: include_str!("schema/postgres/016_open311.sql"),
    },
    Step {
        number: 17,
        name: "figures",
        sqlite: include_str!("schema/sqlite/017_figures.sql"),
        postgres: include_str!("schema/postgres/017_figures.sql"),
    },
    Step {
        number: 18,
        name: "imports and use",
        sqlite: include_str!("schema/sqlite/018_imports_and_use.sql"),
        postgres: include_str!("schema/postgres/018_imports_and_use.sql"),
    },
    Step {
        number: 19,
        name: "profile versions",
        sqlite: include_str!("schema/sqlite/019_profile_versions.sql"),
        postgres: include_str!("schema/postgres/019_profile_versions.sql"),
    },
    Step {
        number: 21,
        name: "documents elsewhere",
        sqlite: include_str!("schema/sqlite/021_documents_elsewhere.sql"),
        postgres: include_str!("schema/postgres/021_documents_elsewhere.sql"),
    },
    Step {
        number: 22,
        name: "editions",
        sqlite: include_str!("schema/sqlite/022_editions.sql"),
        postgres: include_str!("schema/postgres/022_editions.sql"),
    },
    Step {
        number: 23,
        name: "requests that come again",
        sqlite: include_str!("schema/sqlite/023_requests_that_come_again.sql"),
        postgres: include_str!("schema/postgres/023_requests_that_come_again.sql"),
    },
    Step {
        number: 24,
        name: "kept for citizens",
        sqlite: include_str!("schema/sqlite/024_kept_for_citizens.sql"),
        postgres: include_str!("schema/postgres/024_kept_for_citizens.sql"),
    },
    Step {
        number: 25,
        name: "lists of millions",
        sqlite: include_str!("schema/sqlite/025_lists_of_millions.sql"),
        postgres: include_str!("schema/postgres/025_lists_of_millions.sql"),
    },
    Step {
        number: 26,
        name: "testimonies",
        sqlite: include_str!("schema/sqlite/026_testimonies.sql"),
        postgres: include_str!("schema/postgres/026_testimonies.sql"),
    },
    Step {
        number: 27,
        name: "open counts",
        sqlite: include_str!("schema/sqlite/027_open_counts.sql"),
        postgres: include_str!("schema/postgres/027_open_counts.sql"),
    },
];

/// The step that makes room for documents.
const DOCUMENTS: i64 = 5;

/// The step that makes room for identity numbers.
const IDENTITIES: i64 = 7;

/// How many complaints are read at once.
const COMPLAINTS: usize = 500;

/// The last step of this version.
pub(crate) fn last_step() -> i64 {
    STEPS.last().map_or(0, |step| step.number)
}

/// Which version wrote the store that a transaction sees.
pub(crate) async fn standing(session: &mut Session) -> Result<Standing, CentreError> {
    let Some(seen) = applied(session).await? else { return Ok(Standing::Empty) };
    if let Some(newer) = seen.iter().find(|number| STEPS.iter().all(|step| step.number != **number)) {
        return Ok(Standing::Newer(*newer));
    }
    Ok(if seen.len() == STEPS.len() { Standing::Current } else { Standing::Older(seen) })
}

/// Runs the steps that the store has not seen yet, all in one transaction. A step may come later than one of a higher
/// number: what counts is which of them were run, not the highest.
pub(super) async fn run(store: &Store, older: Older) -> Result<(), CentreError> {
    match standing(&mut store.read().await?).await? {
        Standing::Current => return Ok(()),
        Standing::Newer(step) => return Err(CentreError::NewerStore(step)),
        Standing::Empty | Standing::Older(_) => {}
    }
    let mut session = store.write().await?;
    let seen = match standing(&mut session).await? {
        // Another process, starting at the same time, was faster.
        Standing::Current => return Ok(()),
        Standing::Newer(step) => return Err(CentreError::NewerStore(step)),
        Standing::Empty => BTreeSet::new(),
        Standing::Older(seen) => {
            let step = seen.last().copied().unwrap_or(0);
            if older == Older::Refuse {
                return Err(CentreError::OlderStore { step, ours: last_step() });
            }
            // Nobody else writes until this transaction ends, and it has written nothing yet: the copy is the store as
            // the older version left it.
            before_upgrade::keep(store, step).await?;
            seen
        }
    };
    for step in STEPS.iter().filter(|step| !seen.contains(&step.number)) {
        let text = match &session {
            Session::Sqlite(_) => step.sqlite,
            Session::Postgres(_) => step.postgres,
        };
        session.script(text).await?;
        if step.number == DOCUMENTS {
            announce_documents(&mut session).await?;
        }
        let record = "INSERT INTO migrations (number, name) VALUES ($1, $2)";
        session.execute(record, vec![step.number.into(), step.name.into()]).await?;
    }
    // Once all tables have the form that this version reads.
    if !seen.contains(&IDENTITIES) {
        for office in offices::all(&mut session).await? {
            identities::fill(&mut session, office.code).await?;
        }
    }
    session.commit().await
}

/// The complaints of an older version have documents, whose contents are waited for from now on.
async fn announce_documents(session: &mut Session) -> Result<(), CentreError> {
    for office in offices::all(session).await? {
        let mut after = None;
        loop {
            let read = complaints::of_office(session, office.code, after, COMPLAINTS).await?;
            let is_last = read.len() < COMPLAINTS;
            after = read.last().map(|complaint| complaint.id);
            documents::announce(session, office.code, &read.iter().collect::<Vec<_>>()).await?;
            if is_last {
                break;
            }
        }
    }
    Ok(())
}

/// The steps that were run; none when the store is empty.
async fn applied(session: &mut Session) -> Result<Option<BTreeSet<i64>>, CentreError> {
    let there = match session {
        Session::Sqlite(_) => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'",
        Session::Postgres(_) => {
            "SELECT table_name::text FROM information_schema.tables
             WHERE table_schema = current_schema() AND table_name = 'migrations'"
        }
    };
    if session.query_one(there, Vec::new()).await?.is_none() {
        return Ok(None);
    }
    let rows = session.query("SELECT number FROM migrations", Vec::new()).await?;
    rows.into_iter().map(|mut row| row.number()).collect::<Result<_, _>>().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_stand_in_the_order_of_their_numbers() {
        assert!(STEPS.is_sorted_by(|step, next| step.number < next.number));
    }

    #[test]
    fn both_engines_have_the_same_tables_and_columns() {
        let plain = |sql: &str| {
            sql.lines()
                .take_while(|line| !line.starts_with("-- From here on each engine has its own"))
                .filter(|line| !line.trim_start().starts_with("--"))
                .collect::<Vec<_>>()
                .join("\n")
                .replace(" BLOB", " BYTEA")
                .replace(" INTEGER", " BIGINT")
                .replace(") STRICT, WITHOUT ROWID;", ");")
                .replace(") STRICT;", ");")
        };
        for step in STEPS {
            assert_eq!(plain(step.sqlite), plain(step.postgres), "{}", step.name);
        }
    }
}
