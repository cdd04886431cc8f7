//! A copy of a store on a server, by the database's own program `pg_dump`: custom format, read back by `pg_restore`. The
//! password goes along in the environment, since everybody on the machine may read a command line.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use tokio_postgres::Config;
use tokio_postgres::config::Host;

/// Writes the whole database into a file, which is there already and empty.
///
/// # Errors
/// A sentence: the program is missing, or what it says itself.
pub(crate) async fn write(url: &str, target: &Path) -> Result<(), String> {
    let config: Config = url.parse().map_err(|_| "the address of the database cannot be read".to_owned())?;
    let mut command = command(&config);
    command.arg("--file").arg(target);
    let done = tokio::task::spawn_blocking(move || command.output()).await;
    let done = done.map_err(|_| "pg_dump was given up".to_owned())?;
    match done {
        Ok(output) if output.status.success() => Ok(()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(said.lines().next().unwrap_or("pg_dump failed").to_owned())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err("pg_dump is not installed here; install the client programs of PostgreSQL, or use the \
                 database's own backups"
                .to_owned())
        }
        Err(error) => Err(format!("pg_dump: {error}")),
    }
}

fn command(config: &Config) -> Command {
    let mut command = Command::new("pg_dump");
    command.args(["--format=custom", "--no-password"]).stdin(Stdio::null()).stdout(Stdio::null());
    let host = config.get_hosts().first().map(|host| match host {
        Host::Tcp(name) => name.clone(),
        #[cfg(unix)]
        Host::Unix(folder) => folder.display().to_string(),
    });
    // A commune that has a schema of a database is that schema; its neighbours are none of its business.
    let schema =
        config.get_options().and_then(|options| options.split_once("search_path=")).map(|(_, name)| name);
    if let Some(schema) =
        schema.and_then(|rest| rest.split([' ', ',']).next()).filter(|name| !name.is_empty())
    {
        command.args(["--schema", schema]);
    }
    let port = config.get_ports().first().map(ToString::to_string);
    let password = config.get_password().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let told = [
        ("PGHOST", host),
        ("PGPORT", port),
        ("PGUSER", config.get_user().map(str::to_owned)),
        ("PGPASSWORD", password),
        ("PGDATABASE", config.get_dbname().map(str::to_owned)),
    ];
    for (name, value) in told {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_stands_in_the_environment_and_not_on_the_command_line() {
        let config = "postgres://guichet:geheim@db.example:5433/centre".parse().unwrap();
        let command = command(&config);
        let environment: Vec<_> = command.get_envs().collect();
        assert!(environment.contains(&("PGPASSWORD".as_ref(), Some("geheim".as_ref()))));
        assert!(environment.contains(&("PGPORT".as_ref(), Some("5433".as_ref()))));
        assert!(!command.get_args().any(|argument| argument.to_string_lossy().contains("geheim")));
        let config = "postgres://guichet@db.example/centre?options=-csearch_path%3Dsafi".parse().unwrap();
        let command = super::command(&config);
        assert!(command.get_args().collect::<Vec<_>>().windows(2).any(|two| two == ["--schema", "safi"]));
    }
}
