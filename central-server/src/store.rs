//! The centre's store: one SQL text for two engines, one file a table, and nothing else in the centre knows SQL.
//!
//! Only what both engines do alike is used (words are looked up in `searched`, where each has its own index): ids made
//! here, no sequences, no triggers, placeholders `$1 … $n` numbered in the order in which they first appear. Order is commit order, because the numbers of a feed come from
//! its office's row, which every writer locks first.

pub(crate) mod account_reads;
pub(crate) mod adopted;
pub(crate) mod agent_addresses;
pub(crate) mod agents;
pub(crate) mod api_keys;
pub(crate) mod arrivals;
pub(crate) mod batches;
mod before_upgrade;
pub(crate) mod citizens;
pub(crate) mod clerks;
pub(crate) mod codes;
pub(crate) mod complaints;
pub(crate) mod copies;
pub(crate) mod counters;
pub(crate) mod devices;
pub(crate) mod documents;
pub(crate) mod dump;
pub(crate) mod feed;
pub(crate) mod figures;
pub(crate) mod identities;
pub(crate) mod imported;
pub(crate) mod line_questions;
pub(crate) mod looks;
mod migrations;
pub(crate) mod offices;
pub(crate) mod operations;
pub(crate) mod outbox;
pub(crate) mod page_uses;
pub(crate) mod portal_codes;
pub(crate) mod portal_drafts;
pub(crate) mod portal_forms;
pub(crate) mod portal_sessions;
pub(crate) mod portal_tries;
pub(crate) mod posted_requests;
mod postgres;
pub(crate) mod profile_drafts;
pub(crate) mod profile_versions;
pub(crate) mod profiles;
pub(crate) mod quarantine;
pub(crate) mod searched;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod snapshots;
mod sqlite;
pub(crate) mod standing;
pub(crate) mod templates;
pub(crate) mod testimonies;
pub(crate) mod told_apart;
mod value;
pub(crate) mod webhooks;
pub(crate) mod witness;

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use crate::error::CentreError;
use migrations::Older;
pub(crate) use migrations::{Standing, last_step, standing};
pub(crate) use value::{Row, Value};

/// The store, in one of the two engines.
pub(crate) enum Store {
    /// In a file.
    Sqlite(sqlite::Pool),
    /// On a server.
    Postgres(postgres::Pool),
}

impl Store {
    /// The store in that file, which is made when there is none. One of an older version is copied and upgraded.
    pub(crate) async fn in_file(path: &Path) -> Result<Self, CentreError> {
        let store = Self::as_it_is_in_file(path).await?;
        retrying(|| migrations::run(&store, Older::Upgrade)).await?;
        Ok(store)
    }

    /// The store in that file, whichever version wrote it.
    pub(crate) async fn as_it_is_in_file(path: &Path) -> Result<Self, CentreError> {
        Ok(Self::Sqlite(sqlite::Pool::open(path).await?))
    }

    /// A store in memory: empty, or as an image has it.
    pub(crate) async fn in_memory(image: Option<&[u8]>) -> Result<Self, CentreError> {
        let store = Self::Sqlite(sqlite::Pool::in_memory(image)?);
        migrations::run(&store, Older::Upgrade).await?;
        Ok(store)
    }

    /// The connection of a store in memory.
    pub(crate) fn memory(&self) -> Result<&sqlite::Pool, CentreError> {
        match self {
            Self::Sqlite(pool) => Ok(pool),
            Self::Postgres(_) => Err(CentreError::Invalid("this store is not in memory".to_owned())),
        }
    }

    /// The store on that server, `postgres://…`, which is made when there is none. One of an older version is refused.
    pub(crate) async fn on_server(url: &str) -> Result<Self, CentreError> {
        let store = Self::as_it_is_on_server(url).await?;
        retrying(|| migrations::run(&store, Older::Refuse)).await?;
        Ok(store)
    }

    /// The store on that server, upgraded when an older version wrote it.
    pub(crate) async fn upgraded_on_server(url: &str) -> Result<Self, CentreError> {
        let store = Self::as_it_is_on_server(url).await?;
        retrying(|| migrations::run(&store, Older::Upgrade)).await?;
        Ok(store)
    }

    /// The store on that server, whichever version wrote it.
    pub(crate) async fn as_it_is_on_server(url: &str) -> Result<Self, CentreError> {
        Ok(Self::Postgres(postgres::Pool::open(url).await?))
    }

    /// The file of the store; none: it is in memory or on a server.
    pub(crate) fn file(&self) -> Option<&sqlite::Pool> {
        match self {
            Self::Sqlite(pool) => pool.path().map(|_| pool),
            Self::Postgres(_) => None,
        }
    }

    /// Begins a transaction that reads one state of the store throughout.
    pub(crate) async fn read(&self) -> Result<Session, CentreError> {
        Ok(match self {
            Self::Sqlite(pool) => Session::Sqlite(pool.read().await?),
            Self::Postgres(pool) => Session::Postgres(pool.read().await?),
        })
    }

    /// Begins a transaction that may write.
    pub(crate) async fn write(&self) -> Result<Session, CentreError> {
        Ok(match self {
            Self::Sqlite(pool) => Session::Sqlite(pool.write().await?),
            Self::Postgres(pool) => Session::Postgres(pool.write().await?),
        })
    }
}

/// A transaction. Dropped without [`Session::commit`], it is rolled back.
pub(crate) enum Session {
    /// In a file.
    Sqlite(sqlite::Transaction),
    /// On a server.
    Postgres(postgres::Transaction),
}

impl Session {
    /// Runs a statement; how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: &str, values: Vec<Value>) -> Result<u64, CentreError> {
        self.execute_each(sql, vec![values]).await
    }

    /// Runs a statement once for each set of values, in one go.
    pub(crate) async fn execute_each(
        &mut self,
        sql: &str,
        sets: Vec<Vec<Value>>,
    ) -> Result<u64, CentreError> {
        if sets.is_empty() {
            return Ok(0);
        }
        match self {
            Self::Sqlite(transaction) => transaction.execute(sql.to_owned(), sets).await,
            Self::Postgres(transaction) => transaction.execute(sql.to_owned(), sets).await,
        }
    }

    /// Asks; the rows.
    pub(crate) async fn query(&mut self, sql: &str, values: Vec<Value>) -> Result<Vec<Row>, CentreError> {
        Ok(self.query_each(sql, vec![values]).await?.pop().unwrap_or_default())
    }

    /// Asks for one row; none is no error.
    pub(crate) async fn query_one(
        &mut self,
        sql: &str,
        values: Vec<Value>,
    ) -> Result<Option<Row>, CentreError> {
        Ok(self.query(sql, values).await?.into_iter().next())
    }

    /// Asks once for each set of values, in one go; the rows of each.
    pub(crate) async fn query_each(
        &mut self,
        sql: &str,
        sets: Vec<Vec<Value>>,
    ) -> Result<Vec<Vec<Row>>, CentreError> {
        if sets.is_empty() {
            return Ok(Vec::new());
        }
        match self {
            Self::Sqlite(transaction) => transaction.query(sql.to_owned(), sets).await,
            Self::Postgres(transaction) => transaction.query(sql.to_owned(), sets).await,
        }
    }

    /// Makes what was written durable. Nothing counts before this has returned.
    pub(crate) async fn commit(self) -> Result<(), CentreError> {
        match self {
            Self::Sqlite(transaction) => transaction.commit().await,
            Self::Postgres(transaction) => transaction.commit().await,
        }
    }

    /// What the engine's own check finds wrong. PostgreSQL checks its pages as it reads them.
    pub(crate) async fn engine_check(&mut self) -> Result<Vec<String>, CentreError> {
        match self {
            Self::Sqlite(transaction) => transaction.engine_check().await,
            Self::Postgres(_) => Ok(Vec::new()),
        }
    }

    async fn script(&mut self, sql: &'static str) -> Result<(), CentreError> {
        match self {
            Self::Sqlite(transaction) => transaction.script(sql).await,
            Self::Postgres(transaction) => transaction.script(sql).await,
        }
    }
}

/// Runs a whole transaction again when the database gave it up in favour of another.
pub(crate) async fn retrying<T, F, Attempt>(mut attempt: F) -> Result<T, CentreError>
where
    F: FnMut() -> Attempt,
    Attempt: Future<Output = Result<T, CentreError>>,
{
    for wait_ms in [2, 10, 40, 160] {
        match attempt().await {
            Err(CentreError::Conflict) => tokio::time::sleep(Duration::from_millis(wait_ms)).await,
            other => return other,
        }
    }
    attempt().await
}
