//! Where a test's centre is: a folder of its own, and one of the two engines.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use central_server::{Agent, Centre, CentreOptions, Clock, NewAgent, Role, profiles};
use complaints::OfficeCode;
use complaints::profile::Bundle;
use sync_protocol::{Hash, Leaf, LeafKind};
use tempfile::TempDir;

use crate::postgres;

/// The place of a centre, and the clock on its wall.
pub(crate) struct Place {
    folder: TempDir,
    pub(crate) database_url: Option<String>,
    now_ms: Arc<AtomicI64>,
}

impl Place {
    pub(crate) fn sqlite() -> Self {
        Self::with(None)
    }

    pub(crate) fn postgres() -> Self {
        Self::with(Some(postgres::new_database()))
    }

    fn with(database_url: Option<String>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // 24 November 2026, 10:52 in Mauritius.
        Self { folder, database_url, now_ms: Arc::new(AtomicI64::new(1_795_503_120_000)) }
    }

    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Opens the centre with the profile of Mauritius.
    pub(crate) async fn centre(&self) -> Centre {
        self.open(profiles::mauritius()).await.unwrap()
    }

    pub(crate) async fn open(&self, profile: Bundle) -> Result<Centre, central_server::CentreError> {
        let options =
            CentreOptions { data: self.data().to_owned(), profile, database_url: self.database_url.clone() };
        let now_ms = Arc::clone(&self.now_ms);
        Centre::open_with_clock(options, Clock::reading(move || now_ms.load(Ordering::Relaxed))).await
    }

    /// Opens the centre that is there, as commands do that name no profile.
    pub(crate) async fn existing(&self) -> Result<Centre, central_server::CentreError> {
        Centre::open_existing(self.data(), self.database_url.as_deref()).await
    }

    /// Lets this version change what an older one has written. A store in a file needs nobody's word.
    pub(crate) async fn upgrade(&self) {
        if let Some(url) = &self.database_url {
            Centre::migrate(url).await.unwrap();
        }
    }

    /// Lets time pass on the centre's clock.
    pub(crate) fn let_minutes_pass(&self, minutes: i64) {
        self.now_ms.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// The seed of the centre's key, as somebody could read it who has the machine.
    pub(crate) fn centre_seed(&self) -> [u8; 32] {
        let text = std::fs::read_to_string(self.file("centre.key")).unwrap();
        from_hex(text.trim())
    }

    /// The leaves of the tree over all days, in their order.
    pub(crate) fn leaves(&self) -> Vec<Leaf> {
        let sql = "SELECT kind, day, whose, position, HASH FROM witness_leaves ORDER BY number";
        let rows = match &self.database_url {
            Some(url) => postgres::ask(url, &sql.replace("HASH", "encode(hash, 'hex')")),
            None => {
                let sql = sql.replace("kind, ", "kind || ' ' || ").replace(", ", " || ' ' || ");
                let store = rusqlite::Connection::open(self.file("centre.db")).unwrap();
                let mut statement = store.prepare(&sql.replace("HASH", "hex(hash)")).unwrap();
                let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
                rows.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
            }
        };
        rows.lines().map(leaf).collect()
    }

    /// The number that a question to the store gives.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        match &self.database_url {
            Some(url) => postgres::ask(url, sql).trim().parse().unwrap(),
            None => {
                let store = rusqlite::Connection::open(self.file("centre.db")).unwrap();
                store.query_row(sql, [], |row| row.get(0)).unwrap()
            }
        }
    }

    /// Changes the store behind the centre's back.
    pub(crate) fn tamper(&self, sql: &str) {
        match &self.database_url {
            Some(url) => postgres::run_sql(url, sql),
            None => rusqlite::Connection::open(self.file("centre.db")).unwrap().execute_batch(sql).unwrap(),
        }
    }
}

fn leaf(row: &str) -> Leaf {
    let columns: Vec<&str> = row.split(' ').collect();
    Leaf {
        kind: if columns[0] == "1" { LeafKind::Feed } else { LeafKind::Log },
        day: columns[1].parse().unwrap(),
        whose: columns[2].parse().unwrap(),
        number: columns[3].parse().unwrap(),
        hash: Hash(from_hex(columns[4])),
    }
}

fn from_hex(digits: &str) -> [u8; 32] {
    std::array::from_fn(|at| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap())
}

pub(crate) fn office(number: u8) -> OfficeCode {
    OfficeCode::new(number).unwrap()
}

/// An officer of the unit at the centre.
pub(crate) async fn officer(centre: &Centre) -> Agent {
    add_agent(centre, "nadine", Role::Csu, None).await
}

/// An agent of an institution.
pub(crate) async fn agent_of(centre: &Centre, institution: &str) -> Agent {
    add_agent(centre, &format!("agent.{}", institution.to_lowercase()), Role::Agent, Some(institution)).await
}

/// Somebody with another role, of an institution where the role has one.
pub(crate) async fn somebody(centre: &Centre, login: &str, role: Role, institution: Option<&str>) -> Agent {
    add_agent(centre, login, role, institution).await
}

/// Somebody of an office, on the centre's pages.
pub(crate) async fn clerk_on_the_web(centre: &Centre, code: u8) -> Agent {
    let login = format!("office.{code}");
    let new = NewAgent {
        name: format!("Agent {login}"),
        login: login.clone(),
        role: Role::Cab,
        institution: None,
        office: Some(office(code)),
    };
    centre.add_agent(new, None).await.unwrap();
    centre.agent(&login).await.unwrap()
}

async fn add_agent(centre: &Centre, login: &str, role: Role, institution: Option<&str>) -> Agent {
    let new = NewAgent {
        name: format!("Agent {login}"),
        login: login.to_owned(),
        role,
        institution: institution.map(str::to_owned),
        office: None,
    };
    centre.add_agent(new, None).await.unwrap();
    centre.agent(login).await.unwrap()
}
