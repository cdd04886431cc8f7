//! The store in a file of its own: SQLite with a write-ahead log, every commit on the disk before it counts.
//! Several processes may use the file at once. Statements run on threads that may block, never on the server's.
//! For simulations the same store lives in memory, with one connection that everybody takes turns on.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::value::{Row, Value};
use crate::error::CentreError;

/// How many may read at once beside the one who writes.
const READERS: usize = 4;

/// How long another process may hold the store before somebody gives up, in milliseconds.
const BUSY_MS: u64 = 15_000;

/// How long somebody waits for the turn to write in this process.
const TURN_SECONDS: u64 = 60;

const STATEMENTS: usize = 96;

/// The connections to one file, or the one connection to a store in memory.
pub(crate) struct Pool {
    /// None: in memory.
    path: Option<PathBuf>,
    readers: Arc<Semaphore>,
    writer: Arc<Semaphore>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

impl Pool {
    /// Opens the file, and makes it when there is none.
    pub(crate) async fn open(path: &Path) -> Result<Self, CentreError> {
        let pool = Self {
            path: Some(path.to_owned()),
            readers: Arc::new(Semaphore::new(READERS)),
            writer: Arc::new(Semaphore::new(1)),
            idle: Arc::default(),
        };
        let path = path.to_owned();
        let first = blocking(move || connect(&path)).await??;
        pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(first);
        Ok(pool)
    }

    /// A store in memory: empty, or as it was when [`Self::image`] was taken.
    pub(crate) fn in_memory(image: Option<&[u8]>) -> Result<Self, CentreError> {
        let mut connection = Connection::open_in_memory().map_err(error)?;
        if let Some(image) = image {
            connection.deserialize_read_exact(MAIN_DB, image, image.len(), false).map_err(error)?;
        }
        connection.execute_batch("PRAGMA foreign_keys = ON").map_err(error)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let turns = Arc::new(Semaphore::new(1));
        Ok(Self {
            path: None,
            readers: Arc::clone(&turns),
            writer: turns,
            idle: Arc::new(Mutex::new(vec![connection])),
        })
    }

    /// All that is committed to a store in memory.
    pub(crate) fn image(&self) -> Result<Vec<u8>, CentreError> {
        self.with_connection(|connection| connection.serialize(MAIN_DB).map(|image| image.to_vec()))
    }

    /// Asks before each commit to a store in memory; on `false` it fails and nothing of the transaction is kept.
    pub(crate) fn before_each_commit(
        &self,
        mut may_commit: impl FnMut() -> bool + Send + 'static,
    ) -> Result<(), CentreError> {
        self.with_connection(|connection| connection.commit_hook(Some(move || !may_commit())))
    }

    /// Leaves a store in memory room for so many more pages of 4 KiB, or for as many as it likes.
    pub(crate) fn limit_room(&self, pages: Option<u32>) -> Result<(), CentreError> {
        self.with_connection(|connection| {
            let used: u32 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
            let most = pages.map_or(u32::MAX - 1, |pages| used + pages);
            connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))
        })
    }

    fn with_connection<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, CentreError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        match (&self.path, idle.first_mut()) {
            (None, Some(connection)) => work(connection).map_err(error),
            (None, None) => Err(CentreError::Busy),
            (Some(_), _) => Err(CentreError::Invalid("this store is not in memory".to_owned())),
        }
    }

    /// Where the file is; none: the store is in memory.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Writes all that is committed into a new file, in one piece while others go on, and reads that file again.
    pub(crate) async fn copy_into(&self, target: &Path) -> Result<(), CentreError> {
        let path = self.path.clone().ok_or(CentreError::Busy)?;
        let target = target.to_owned();
        blocking(move || {
            let private = keep_private(&target);
            private.map_err(|source| CentreError::File { path: target.clone(), source })?;
            let into = target.to_string_lossy().into_owned();
            connect(&path)?.execute("VACUUM INTO ?1", [&into]).map_err(error)?;
            let copy =
                Connection::open_with_flags(&target, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(error)?;
            let said: String =
                copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(error)?;
            match said.as_str() {
                "ok" => Ok(()),
                _ => Err(CentreError::Damaged(format!("the copy is not whole: {said}"))),
            }
        })
        .await?
    }

    /// Begins a transaction that reads one state of the store throughout.
    pub(crate) async fn read(&self) -> Result<Transaction, CentreError> {
        self.begin(&self.readers, "BEGIN").await
    }

    /// Begins a transaction that may write. There is one at a time.
    pub(crate) async fn write(&self) -> Result<Transaction, CentreError> {
        self.begin(&self.writer, "BEGIN IMMEDIATE").await
    }

    async fn begin(&self, turns: &Arc<Semaphore>, begin: &'static str) -> Result<Transaction, CentreError> {
        let turn = Arc::clone(turns).acquire_owned();
        let turn = match self.path {
            Some(_) => tokio::time::timeout(Duration::from_secs(TURN_SECONDS), turn)
                .await
                .map_err(|_| CentreError::Busy)?,
            None => turn.await,
        };
        let turn = turn.map_err(|_| CentreError::Busy)?;
        let known = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let path = self.path.clone();
        let connection = blocking(move || {
            let connection = match (known, path) {
                (Some(connection), _) => connection,
                (None, Some(path)) => connect(&path)?,
                (None, None) => return Err(CentreError::Busy),
            };
            connection.execute_batch(begin).map_err(error)?;
            Ok::<_, CentreError>(connection)
        });
        Ok(Transaction { connection: Some(connection.await??), idle: Arc::clone(&self.idle), _turn: turn })
    }
}

/// A transaction. Dropped without a commit, it is rolled back.
pub(crate) struct Transaction {
    /// Away while a statement runs, and for good when whoever waited for it went away.
    connection: Option<Connection>,
    idle: Arc<Mutex<Vec<Connection>>>,
    _turn: OwnedSemaphorePermit,
}

impl Transaction {
    /// Runs a statement once for each set of values.
    pub(crate) async fn execute(&mut self, sql: String, sets: Vec<Vec<Value>>) -> Result<u64, CentreError> {
        self.with(move |connection| {
            let mut statement = connection.prepare_cached(&sql).map_err(error)?;
            let mut changed = 0;
            for values in &sets {
                changed += statement.execute(rusqlite::params_from_iter(values)).map_err(error)? as u64;
            }
            Ok(changed)
        })
        .await
    }

    /// Asks once for each set of values; the rows of each.
    pub(crate) async fn query(
        &mut self,
        sql: String,
        sets: Vec<Vec<Value>>,
    ) -> Result<Vec<Vec<Row>>, CentreError> {
        self.with(move |connection| {
            let mut statement = connection.prepare_cached(&sql).map_err(error)?;
            let columns = statement.column_count();
            let mut answers = Vec::with_capacity(sets.len());
            for values in &sets {
                let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
                    (0..columns).map(|at| row.get_ref(at).map(value)).collect::<Result<Vec<Value>, _>>()
                });
                let rows = rows.map_err(error)?.map(|row| row.map(Row::new));
                answers.push(rows.collect::<Result<Vec<Row>, _>>().map_err(error)?);
            }
            Ok(answers)
        })
        .await
    }

    /// Runs several statements without values.
    pub(crate) async fn script(&mut self, sql: &'static str) -> Result<(), CentreError> {
        self.with(move |connection| connection.execute_batch(sql).map_err(error)).await
    }

    /// What the engine's own check finds wrong; nothing when all is well.
    pub(crate) async fn engine_check(&mut self) -> Result<Vec<String>, CentreError> {
        let mut found = Vec::new();
        for pragma in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            for row in self.query(pragma.to_owned(), vec![Vec::new()]).await?.remove(0).as_mut_slice() {
                found.push(row.text()?);
            }
        }
        found.retain(|line| line != "ok");
        Ok(found)
    }

    /// Makes what was written durable.
    pub(crate) async fn commit(mut self) -> Result<(), CentreError> {
        self.with(|connection| connection.execute_batch("COMMIT").map_err(error)).await
    }

    async fn with<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> Result<T, CentreError> + Send + 'static,
    ) -> Result<T, CentreError> {
        let mut connection = self.connection.take().ok_or(CentreError::Busy)?;
        let (connection, result) = blocking(move || {
            let result = work(&mut connection);
            (connection, result)
        })
        .await?;
        self.connection = Some(connection);
        result
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if connection.is_autocommit() || connection.execute_batch("ROLLBACK").is_ok() {
            self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        // Tables are STRICT and no column holds one; it then reads as nothing and is reported as damage.
        ValueRef::Real(_) => Value::Null,
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
    }
}

/// The log of what was written, which grows while somebody reads for long, is cut back to 64 MiB afterwards.
const SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864;";

fn connect(path: &Path) -> Result<Connection, CentreError> {
    keep_private(path).map_err(|source| CentreError::File { path: path.to_owned(), source })?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(error)?;
    connection.busy_timeout(Duration::from_millis(BUSY_MS)).map_err(error)?;
    connection.execute_batch(SETTINGS).map_err(error)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// What is in the file is for its owner only; the files that SQLite puts beside it get the same rights.
fn keep_private(path: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    match options.open(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

fn error(error: rusqlite::Error) -> CentreError {
    let text = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => CentreError::Busy,
        Some(ErrorCode::DiskFull) => CentreError::Full,
        // The file that readers and writers share cannot grow, which it tells otherwise than all other files do.
        Some(ErrorCode::SystemIoFailure) if extended(&error) == Some(SQLITE_IOERR_SHMSIZE) => {
            CentreError::Full
        }
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            CentreError::ReadOnly(text)
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => CentreError::Damaged(text),
        _ => CentreError::Database(text),
    }
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}

/// Without a runtime there are no other requests that could be kept waiting: a simulation does one thing at a time.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, CentreError> {
    if tokio::runtime::Handle::try_current().is_err() {
        return Ok(work());
    }
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| CentreError::Database("a statement was given up".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn pool(folder: &tempfile::TempDir) -> Pool {
        let pool = Pool::open(&folder.path().join("centre.db")).await.unwrap();
        let mut first = pool.write().await.unwrap();
        first
            .script("CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY, bytes BLOB) STRICT")
            .await
            .unwrap();
        first.commit().await.unwrap();
        pool
    }

    async fn names(pool: &Pool) -> Vec<String> {
        let mut read = pool.read().await.unwrap();
        let rows =
            read.query("SELECT name FROM things ORDER BY name".to_owned(), vec![Vec::new()]).await.unwrap();
        rows.into_iter().flatten().map(|mut row| row.text().unwrap()).collect()
    }

    fn insert(name: &str, bytes: usize) -> (String, Vec<Vec<Value>>) {
        (
            "INSERT INTO things (name, bytes) VALUES ($1, $2)".to_owned(),
            vec![vec![name.into(), vec![7; bytes].into()]],
        )
    }

    #[tokio::test]
    async fn what_is_not_committed_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder).await;
        let (sql, values) = insert("kept", 1);
        let mut kept = pool.write().await.unwrap();
        kept.execute(sql, values).await.unwrap();
        kept.commit().await.unwrap();
        let (sql, values) = insert("dropped", 1);
        let mut dropped = pool.write().await.unwrap();
        dropped.execute(sql, values).await.unwrap();
        drop(dropped);
        assert_eq!(names(&pool).await, ["kept"]);
    }

    #[tokio::test]
    async fn a_full_disk_is_said_to_be_full_and_takes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder).await;
        // What a disk without room answers is what SQLite answers at its own limit of pages.
        let mut session = pool.write().await.unwrap();
        session.query("PRAGMA max_page_count = 8".to_owned(), vec![Vec::new()]).await.unwrap();
        let (sql, values) = insert("large", 1_000_000);
        assert!(matches!(session.execute(sql, values).await, Err(CentreError::Full)));
        drop(session);
        assert!(names(&pool).await.is_empty());
    }

    #[tokio::test]
    async fn whoever_goes_away_in_the_middle_blocks_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder).await;
        let mut session = pool.write().await.unwrap();
        let (sql, values) = insert("half", 10);
        let statement = session.execute(sql, values);
        // Polled once and dropped: the statement runs on its thread, nobody waits for it any more.
        assert!(
            tokio::time::timeout(Duration::ZERO, statement).await.is_err() || session.connection.is_some()
        );
        drop(session);
        let (sql, values) = insert("next", 1);
        let mut next = pool.write().await.unwrap();
        next.execute(sql, values).await.unwrap();
        next.commit().await.unwrap();
        assert_eq!(names(&pool).await, ["next"]);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn the_files_are_for_their_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder).await;
        for file in std::fs::read_dir(folder.path()).unwrap() {
            assert_eq!(file.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert!(names(&pool).await.is_empty());
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_said_to_be_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("centre.db");
        std::fs::write(&path, "not a database, not at all, and long enough to look".repeat(40)).unwrap();
        assert!(matches!(Pool::open(&path).await, Err(CentreError::Damaged(_))));
    }
}
