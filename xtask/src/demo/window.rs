//! The desk's window in the demonstration: opened on a screen, or played through without one.

use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{CLERK, PIN, Scene};
use crate::demo::folder::last_lines;
use crate::leash::Leash;
use crate::run::{self, Failure, Outcome};
use crate::session;

const PAUSE: Duration = Duration::from_millis(200);

/// Whether a window can be shown to somebody.
pub(crate) fn screen_is_there() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Opens the window and waits until it is closed. Ctrl+C ends this program, and the leash all others.
pub(crate) fn open(mut scene: Scene<'_>, leash: &mut Leash) -> Outcome<()> {
    let (log, file) = scene.folder.log("desk.log")?;
    let errors = file.try_clone().map_err(|error| Failure::system(log.display(), &error))?;
    let mut command = leash.command(scene.desk.programs.join("guichet"));
    command.args(scene.desk.options()).stdin(Stdio::null()).stdout(file).stderr(errors);
    let mut window = leash.start(&mut command)?;
    scene.describe();
    run::result("\nThe desk's window is open. Close it, or press Ctrl+C here, to end everything.");
    wait_for(&mut window, &mut scene).map_err(|failure| {
        let why = failure.told();
        Failure::broken(format!(
            "{}\nThe window said:\n{}",
            why.trim_start_matches("error: "),
            last_lines(&log)
        ))
    })
}

fn wait_for(window: &mut Child, scene: &mut Scene<'_>) -> Outcome<()> {
    loop {
        if let Some(status) = window.try_wait().map_err(|error| Failure::system("the window", &error))? {
            return run::succeeded("guichet", status);
        }
        scene.centre.check_running()?;
        thread::sleep(PAUSE);
    }
}

/// Plays one complaint through the real window in a virtual desktop session, and says what that left behind.
pub(crate) fn play(mut scene: Scene<'_>) -> Outcome<()> {
    run::progress("One complaint goes through the real window, in a virtual desktop session");
    let mut command = Command::new(scene.desk.programs.join("play"));
    command.arg("--folder").arg(scene.folder.path()).args(scene.desk.options());
    command.args(["--server", &scene.centre.url(), "--clerk", CLERK, "--pin", PIN]);
    command.env("GUICHET_BIN_DIR", &scene.desk.programs);
    session::inside(&command).map_err(|failure| not_played(&failure, &scene))?;
    scene.centre.check_running()?;
    scene.describe();
    run::result("In it are:");
    for name in scene.folder.contents() {
        run::result(format!("  {name}"));
    }
    run::result("\nEverything is stopped. `cargo xtask demo --keep` starts it again as it is now.");
    Ok(())
}

fn not_played(failure: &Failure, scene: &Scene<'_>) -> Failure {
    let why = failure.told();
    let (why, folder) = (why.trim_start_matches("error: "), scene.folder.path().display());
    Failure::broken(format!(
        "the complaint did not get through the window: {why} (what it left is in {folder}, what the centre said \
         in logs/centre.log)"
    ))
}
