//! The store on a PostgreSQL server. The connection is not encrypted by this program: the server is on the same
//! machine, or a private network lies between them. An address that asks for encryption is refused, not ignored.

use std::time::Duration;

use deadpool_postgres::{Manager, Object, PoolError, Runtime};
use futures_util::future::try_join_all;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type};
use tokio_postgres::{Config, NoTls};

use super::value::{Row, Value};
use crate::error::CentreError;

const CONNECTIONS: usize = 8;

/// How long somebody waits for a connection.
const TURN_SECONDS: u64 = 60;

/// How many statements are on their way at once.
const AHEAD: usize = 256;

/// The connections to one database.
pub(crate) struct Pool(deadpool_postgres::Pool);

impl Pool {
    /// Prepares connections to `postgres://…` and tries one.
    pub(crate) async fn open(url: &str) -> Result<Self, CentreError> {
        let wrong =
            |why: String| CentreError::Invalid(format!("the address of the database cannot be used: {why}"));
        let mut config: Config =
            url.parse().map_err(|error: tokio_postgres::Error| wrong(error.to_string()))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(10));
        }
        let pool = deadpool_postgres::Pool::builder(Manager::new(config, NoTls))
            .max_size(CONNECTIONS)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(TURN_SECONDS)))
            .build()
            .map_err(|error| wrong(error.to_string()))?;
        drop(pool.get().await.map_err(no_connection)?);
        Ok(Self(pool))
    }

    /// Begins a transaction that reads one state of the store throughout.
    pub(crate) async fn read(&self) -> Result<Transaction, CentreError> {
        self.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await
    }

    /// Begins a transaction that may write. What must not happen at once is kept apart by the lock on its office's
    /// row; each statement sees what was committed before it.
    pub(crate) async fn write(&self) -> Result<Transaction, CentreError> {
        self.begin("BEGIN ISOLATION LEVEL READ COMMITTED").await
    }

    async fn begin(&self, begin: &str) -> Result<Transaction, CentreError> {
        let client = self.0.get().await.map_err(no_connection)?;
        client.batch_execute(begin).await.map_err(error)?;
        Ok(Transaction(Some(client)))
    }
}

/// A transaction. Dropped without a commit, it is rolled back.
pub(crate) struct Transaction(Option<Object>);

impl Transaction {
    /// Runs a statement once for each set of values, many of them on their way at once.
    pub(crate) async fn execute(&mut self, sql: String, sets: Vec<Vec<Value>>) -> Result<u64, CentreError> {
        let client = self.client()?;
        let statement = client.prepare_cached(&sql).await.map_err(error)?;
        let mut changed = 0;
        for some in sets.chunks(AHEAD) {
            let sent = some.iter().map(|values| client.execute_raw(&statement, values));
            changed += try_join_all(sent).await.map_err(error)?.into_iter().sum::<u64>();
        }
        Ok(changed)
    }

    /// Asks once for each set of values; the rows of each.
    pub(crate) async fn query(
        &mut self,
        sql: String,
        sets: Vec<Vec<Value>>,
    ) -> Result<Vec<Vec<Row>>, CentreError> {
        let client = self.client()?;
        let statement = client.prepare_cached(&sql).await.map_err(error)?;
        let mut answers = Vec::with_capacity(sets.len());
        for some in sets.chunks(AHEAD) {
            let asked = some.iter().map(|values| async {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
                client.query(&statement, &values).await
            });
            for rows in try_join_all(asked).await.map_err(error)? {
                answers.push(rows.iter().map(row).collect::<Result<_, _>>()?);
            }
        }
        Ok(answers)
    }

    /// Runs several statements without values.
    pub(crate) async fn script(&mut self, sql: &'static str) -> Result<(), CentreError> {
        self.client()?.batch_execute(sql).await.map_err(error)
    }

    /// Makes what was written durable.
    pub(crate) async fn commit(mut self) -> Result<(), CentreError> {
        self.client()?.batch_execute("COMMIT").await.map_err(error)?;
        self.0 = None;
        Ok(())
    }

    fn client(&self) -> Result<&Object, CentreError> {
        self.0.as_ref().ok_or(CentreError::Busy)
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        let Some(client) = self.0.take() else { return };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => {
                runtime.spawn(async move {
                    if client.batch_execute("ROLLBACK").await.is_err() {
                        drop(Object::take(client));
                    }
                });
            }
            // Without a runtime nobody can roll back; closing the connection does.
            Err(_) => drop(Object::take(client)),
        }
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => number.to_sql(&Type::INT8, out),
            Self::Text(text) => text.to_sql(&Type::TEXT, out),
            Self::Bytes(bytes) => bytes.to_sql(&Type::BYTEA, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    tokio_postgres::types::to_sql_checked!();
}

fn row(row: &tokio_postgres::Row) -> Result<Row, CentreError> {
    let value = |(at, column): (usize, &tokio_postgres::Column)| {
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(at).map(Value::from),
            Type::TEXT => row.try_get::<_, Option<String>>(at).map(Value::from),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at).map(Value::from),
            ref other => return Err(CentreError::Database(format!("a column is of type {other}"))),
        };
        value.map_err(error)
    };
    row.columns().iter().enumerate().map(value).collect::<Result<_, _>>().map(Row::new)
}

fn no_connection(pool_error: PoolError) -> CentreError {
    match pool_error {
        PoolError::Backend(backend) => error(backend),
        PoolError::Timeout(_) => CentreError::Busy,
        other => CentreError::Database(other.to_string()),
    }
}

fn error(error: tokio_postgres::Error) -> CentreError {
    let Some(said) = error.as_db_error() else {
        // No answer at all: the server restarts, or the line to it is down.
        return match (error.is_closed(), std::error::Error::source(&error)) {
            (true, _) => CentreError::Busy,
            (false, Some(source)) => CentreError::Database(format!("{error}: {source}")),
            (false, None) => CentreError::Database(error.to_string()),
        };
    };
    match said.code() {
        // Two wrote the same at once: whoever comes second tries again and finds what the first has written.
        &SqlState::T_R_SERIALIZATION_FAILURE
        | &SqlState::T_R_DEADLOCK_DETECTED
        | &SqlState::UNIQUE_VIOLATION
        | &SqlState::DUPLICATE_TABLE => CentreError::Conflict,
        &SqlState::DISK_FULL => CentreError::Full,
        &SqlState::READ_ONLY_SQL_TRANSACTION => CentreError::ReadOnly(said.message().to_owned()),
        &SqlState::TOO_MANY_CONNECTIONS | &SqlState::ADMIN_SHUTDOWN | &SqlState::CANNOT_CONNECT_NOW => {
            CentreError::Busy
        }
        // The detail may quote a row; the message does not.
        _ => CentreError::Database(said.message().to_owned()),
    }
}
