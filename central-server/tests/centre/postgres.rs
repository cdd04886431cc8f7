//! A PostgreSQL server for the tests: in a folder of its own, reached over a socket in it, and gone with the
//! process that runs the tests, however that ends.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Starts the server, says where its socket is, and stops it when its stdin is closed.
const SCRIPT: &str = r#"
set -eu
folder=$(mktemp -d /tmp/guichet-postgres.XXXXXX)
trap 'pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1; rm -rf "$folder"' EXIT
cd "$folder"
initdb -D "$folder/data" -U guichet --auth=trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
pg_ctl -D "$folder/data" -l "$folder/log" -w -t 60 \
    -o "-c listen_addresses= -c unix_socket_directories='$folder' -c fsync=off -c max_connections=200" \
    start </dev/null >/dev/null || { cat "$folder/log" >&2; exit 1; }
echo "$folder"
cat >/dev/null
"#;

struct Server {
    socket: PathBuf,
    /// Closed with this process; the script then stops the server.
    _open: ChildStdin,
    _child: Child,
}

static SERVER: OnceLock<Server> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The address of a new, empty database.
pub(crate) fn new_database() -> String {
    let server = SERVER.get_or_init(start);
    let name = format!("test{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let created = Command::new(binaries().join("createdb"))
        .args(["-h", server.socket.to_str().unwrap(), "-U", "guichet", &name])
        .status()
        .unwrap();
    assert!(created.success(), "createdb {name}");
    format!("postgres://guichet@/{name}?host={}", server.socket.display())
}

/// Runs statements in a database, past the centre.
pub(crate) fn run_sql(url: &str, sql: &str) {
    let done =
        Command::new(binaries().join("psql")).args(["-v", "ON_ERROR_STOP=1", "-q", "-c", sql, url]).status();
    assert!(done.unwrap().success(), "{sql}");
}

/// Asks a database, past the centre: each row as a line, its columns between spaces.
pub(crate) fn ask(url: &str, sql: &str) -> String {
    let asked =
        Command::new(binaries().join("psql")).args(["-At", "-F", " ", "-c", sql, url]).output().unwrap();
    assert!(asked.status.success(), "{sql}");
    String::from_utf8(asked.stdout).unwrap()
}

/// A transaction of somebody else that holds what it has written until this value is let go.
pub(crate) struct Held {
    child: Child,
}

/// Begins a transaction past the centre, runs a statement in it, and leaves it open.
pub(crate) fn hold(url: &str, sql: &str) -> Held {
    let mut child = Command::new(binaries().join("psql"))
        .args(["-v", "ON_ERROR_STOP=1", "-qAt", url])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.as_ref().unwrap(), "BEGIN; {sql}; SELECT 'held';").unwrap();
    let mut said = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
    assert_eq!(said.trim(), "held", "{sql}");
    Held { child }
}

impl Held {
    /// Takes back what was written and lets the others go on.
    pub(crate) fn let_go(mut self) {
        drop(self.child.stdin.take());
        assert!(self.child.wait().unwrap().success());
    }
}

fn start() -> Server {
    let binaries = binaries();
    let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap_or_default());
    // PostgreSQL refuses to run as root; its packages bring a user for it.
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|metadata| metadata.uid() == 0);
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups", "sh", "-c", SCRIPT]);
        command
    } else {
        let mut command = Command::new("sh");
        command.args(["-c", SCRIPT]);
        command
    };
    let mut child = command
        .env("PATH", path)
        .current_dir("/tmp")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell to start PostgreSQL with");
    let mut socket = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut socket).unwrap();
    assert!(!socket.trim().is_empty(), "PostgreSQL did not start");
    let open = child.stdin.take().unwrap();
    Server { socket: PathBuf::from(socket.trim()), _open: open, _child: child }
}

/// The folder with all programs of the newest PostgreSQL that is installed.
fn binaries() -> PathBuf {
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> =
        std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect();
    folders.extend(installed.map(|version| version.path().join("bin")));
    let is_whole = |folder: &&PathBuf| {
        ["initdb", "pg_ctl", "createdb", "psql"].iter().all(|name| folder.join(name).is_file())
    };
    let whole = folders.iter().filter(is_whole).max_by_key(|folder| version(folder));
    whole.expect("PostgreSQL must be installed for these tests (package postgresql)").clone()
}

/// `15` of `/usr/lib/postgresql/15/bin`; 0 for a folder that does not say.
fn version(folder: &Path) -> u32 {
    let name = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    name.and_then(|name| name.parse().ok()).unwrap_or(0)
}
