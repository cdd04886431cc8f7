//! `cargo xtask session -- COMMAND …`: a virtual desktop session (screen, message bus, unlocked keyring) with
//! folders of its own, so that nothing touches the user's desktop or keyring. Works without a screen and as root.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::leash::Leash;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};

/// What runs on the bus: unlocks the keyring, then becomes the command.
const INSIDE: &str = r#"
printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
unset KEYRING_PASSWORD
exec "$@""#;

/// Of the keyring that is thrown away with the session.
const KEYRING_PASSWORD: &str = "session";

/// What the user's own desktop says about itself, and must not reach the session.
const OF_THE_OUTER_DESKTOP: &[&str] = &[
    "DBUS_SESSION_BUS_ADDRESS",
    "GNOME_KEYRING_CONTROL",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "DESKTOP_SESSION",
    "SESSION_MANAGER",
];

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let command = match arguments.split_first() {
        Some((first, rest)) if first == "--" => rest,
        _ => arguments,
    };
    let Some((program, rest)) = command.split_first() else {
        return Err(Failure::usage("session needs a command"));
    };
    let mut command = Command::new(program);
    command.args(rest);
    inside(&command)
}

/// Runs the command inside a session of its own and waits for it; its exit code becomes ours. Whatever it
/// leaves running is ended.
pub(crate) fn inside(command: &Command) -> Outcome<()> {
    for program in ["xvfb-run", "xauth", "dbus-run-session", "gnome-keyring-daemon", "bash"] {
        if !on_path(program) {
            return Err(run::not_started(&Command::new(program), &std::io::ErrorKind::NotFound.into()));
        }
    }
    let mut leash = Leash::new()?;
    let folder = own_folder()?;
    leash.remove_at_the_end(&folder)?;
    let status = leash
        .start(&mut wrapped(leash.command("xvfb-run"), command, &folder))?
        .wait()
        .map_err(|error| Failure::system("the virtual desktop session", &error))?;
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => Err(Failure::Passed(u8::try_from(code).unwrap_or(1))),
        None => Err(Failure::broken(format!("the virtual desktop session was stopped ({status})"))),
    }
}

/// Makes of `xvfb-run` the command that starts the session and runs `command` in it.
fn wrapped(mut wrapped: Command, command: &Command, folder: &Path) -> Command {
    wrapped.args(["-a", "-s", "-screen 0 1366x768x24 -nolisten tcp", "-f"]).arg(folder.join("Xauthority"));
    wrapped.args(["dbus-run-session", "--", "bash", "-euo", "pipefail", "-c", INSIDE, "session"]);
    wrapped.arg(command.get_program()).args(command.get_args());
    for variable in OF_THE_OUTER_DESKTOP {
        wrapped.env_remove(variable);
    }
    for (variable, below) in FOLDERS {
        wrapped.env(variable, folder.join(below));
    }
    wrapped.env("GDK_BACKEND", "x11").env("KEYRING_PASSWORD", KEYRING_PASSWORD);
    for (variable, value) in command.get_envs() {
        match value {
            Some(value) => wrapped.env(variable, value),
            None => wrapped.env_remove(variable),
        };
    }
    if let Some(current) = command.get_current_dir() {
        wrapped.current_dir(current);
    }
    wrapped.stdin(Stdio::null());
    wrapped
}

const FOLDERS: &[(&str, &str)] = &[
    ("XDG_DATA_HOME", "data"),
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "run"),
];

/// A new folder that only this user can read, as XDG_RUNTIME_DIR demands. Its path is short on purpose:
/// sockets are made in it, and their paths may have 107 bytes at most.
fn own_folder() -> Outcome<PathBuf> {
    let folder = std::env::temp_dir().join(format!("guichet-session-{}", std::process::id()));
    let failed = |error| Failure::system(format!("cannot make {}", folder.display()), &error);
    fs::create_dir(&folder).map_err(failed)?;
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).map_err(failed)?;
    for (_, below) in FOLDERS {
        fs::create_dir(folder.join(below)).map_err(failed)?;
    }
    fs::set_permissions(folder.join("run"), fs::Permissions::from_mode(0o700)).map_err(failed)?;
    fs::write(folder.join("Xauthority"), "").map_err(failed)?;
    Ok(folder)
}
