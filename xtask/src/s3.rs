//! `cargo xtask s3`: the documents of a centre on a real S3 store, which is built once into a folder of its own, so that the
//! workspace is built with the same features whether it is tested or not.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::leash::Leash;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};

/// The store, and the version that was tried.
const STORE: &str = "s3s-fs";
const VERSION: &str = "0.14.1";

/// How long it may take to begin.
const PATIENCE: Duration = Duration::from_secs(20);

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    Arguments::read(arguments, &[], &[])?;
    let places = Places::find()?;
    let folder = places.target.join("s3");
    let program = folder.join("bin").join(STORE);
    if !program.exists() {
        let mut install = Command::new("cargo");
        install.args(["install", STORE, "--version", VERSION, "--features", "binary", "--locked", "--root"]);
        run::run(install.arg(&folder).env("CARGO_TARGET_DIR", folder.join("build")))?;
        // What was built on the way is larger than the program by far.
        drop(fs::remove_dir_all(folder.join("build")));
    }
    let mut leash = Leash::new()?;
    let kept = folder.join("kept");
    drop(fs::remove_dir_all(&kept));
    fs::create_dir_all(kept.join("csu")).map_err(|error| Failure::system(kept.display(), &error))?;
    let port = free_port()?;
    let mut store = leash.command(&program);
    store.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
    store.args(["--access-key", "clerk", "--secret-key", "not-so-secret"]).arg(&kept);
    leash.start(&mut store)?;
    wait_for(port)?;
    let mut test = places.cargo();
    test.args(["test", "--workspace", "--exclude", "guichet", "--test", "centre", "real_shelf"]);
    test.args(["--", "--ignored"]).env("GUICHET_TEST_S3", format!("http://127.0.0.1:{port}"));
    run::run(test.env("GUICHET_TEST_S3_FOLDER", &kept))
}

fn free_port() -> Outcome<u16> {
    let bound = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    bound.map(|address| address.port()).map_err(|error| Failure::system("a free port", &error))
}

fn wait_for(port: u16) -> Outcome<()> {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if begun.elapsed() > PATIENCE {
            return Err(Failure::broken(format!("{STORE} does not answer on port {port}")));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    Ok(())
}
