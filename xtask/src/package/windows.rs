//! The desk for Windows, made on Linux: cross-compiled for x86_64-pc-windows-gnu, signed where somebody gives a key, and
//! put into an installer by Debian's makensis.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Made;
use super::programs::without_machine_paths;
use super::workshop::Workshop;
use crate::page;
use crate::places::on_path;
use crate::run::{self, Failure, Outcome};
use crate::setup;

const TARGET: &str = "x86_64-pc-windows-gnu";

/// A program that signs the file that it is given, in place; it knows where the key is.
const SIGN: &str = "GUICHET_SIGN_WINDOWS";

/// The folder of a toolchain that has the standard library of Windows, where rustup's own one cannot get it.
const TOOLCHAIN: &str = "GUICHET_WINDOWS_TOOLCHAIN";

/// What else is needed, by program and by Debian's package.
const TOOLS: [(&str, &str); 3] = [
    ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64-win32"),
    ("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64-win32"),
    ("makensis", "nsis"),
];

/// Makes the installer, where this computer can compile for Windows.
pub(crate) fn desk(workshop: &Workshop) -> Outcome<Made> {
    if let Some(why) = lacking()? {
        return Ok(Made::LeftOut(why));
    }
    if !workshop.built {
        build(workshop)?;
    }
    installer(workshop, &payload(workshop)?).map(Made::Built)
}

fn lacking() -> Outcome<Option<String>> {
    let missing: Vec<&str> =
        TOOLS.iter().filter(|(program, _)| !on_path(program)).map(|(_, package)| *package).collect();
    if !missing.is_empty() {
        return Ok(Some(format!("on Debian: apt-get install {}", missing.join(" "))));
    }
    if !std_folder()?.is_dir() {
        return Ok(Some(format!(
            "Rust's standard library for {TARGET} is not here: rustup target add {TARGET} (or name a toolchain \
             that has it: {TOOLCHAIN})"
        )));
    }
    Ok(None)
}

/// Where the standard library of Windows lies in the toolchain that builds.
fn std_folder() -> Outcome<PathBuf> {
    let root = match std::env::var_os(TOOLCHAIN) {
        Some(folder) => PathBuf::from(folder),
        None => run::capture(Command::new("rustc").args(["--print", "sysroot"]))?.trim().into(),
    };
    Ok(root.join("lib/rustlib").join(TARGET).join("lib"))
}

/// Cargo with the toolchain that builds for Windows.
fn cargo(workshop: &Workshop) -> Command {
    let Some(folder) = std::env::var_os(TOOLCHAIN).map(PathBuf::from) else {
        return workshop.places.cargo();
    };
    let mut cargo = Command::new(folder.join("bin/cargo"));
    cargo.current_dir(&workshop.places.root).env("RUSTC", folder.join("bin/rustc"));
    // What rustup tells its programs would lead this one back to the other toolchain.
    cargo.env_remove("LD_LIBRARY_PATH").env_remove("RUSTUP_TOOLCHAIN");
    cargo
}

/// Where cargo puts what it builds for Windows.
fn built_in(workshop: &Workshop) -> PathBuf {
    workshop.places.target.join(TARGET).join("release")
}

fn build(workshop: &Workshop) -> Outcome<()> {
    let places = &workshop.places;
    setup::prepare(places)?;
    page::build(places)?;
    run::progress("programs for Windows: building with optimisation (a quarter of an hour the first time)");
    let mut cargo = cargo(workshop);
    cargo.args(["build", "--release", "--locked", "--bins", "--target", TARGET]);
    cargo.args(["--package", "guichet", "--package", "office"]);
    without_machine_paths(&mut cargo, places);
    run::run(&mut cargo)
}

/// Programs, library and licence in one folder, stripped and signed.
pub(crate) fn payload(workshop: &Workshop) -> Outcome<PathBuf> {
    let folder = workshop.empty("windows")?;
    for name in ["guichet.exe", "guichet-office.exe", "WebView2Loader.dll"] {
        let (from, to) = (built_in(workshop).join(name), folder.join(name));
        fs::copy(&from, &to).map_err(|error| Failure::system(from.display(), &error))?;
        if name.ends_with(".exe") {
            run::run(Command::new("x86_64-w64-mingw32-strip").arg(&to))?;
            sign(&to)?;
        }
    }
    let licence = workshop.places.root.join("LICENSE");
    fs::copy(&licence, folder.join("LICENSE.txt"))
        .map_err(|error| Failure::system(licence.display(), &error))?;
    Ok(folder)
}

/// Puts the folder into an installer. What it signs itself is the uninstaller and the installer.
pub(crate) fn installer(workshop: &Workshop, payload: &Path) -> Outcome<PathBuf> {
    let out = workshop.out.join(format!("guichet-setup-{}-x64.exe", workshop.version));
    let icon = workshop.places.root.join("src-tauri/icons/icon.ico");
    let oldest = format!("{}.0.0.0", oldest_webview2(workshop)?);
    let mut command = Command::new("makensis");
    command.args(["-V2", "-INPUTCHARSET", "UTF8"]);
    command.arg(format!("-DVERSION={}", workshop.version));
    command.arg(format!("-DPAYLOAD={}", payload.display()));
    command.arg(format!("-DICON={}", icon.display()));
    command.arg(format!("-DOUT={}", out.display()));
    command.arg(format!("-DOLDEST_WEBVIEW2={oldest}"));
    if let Ok(program) = std::env::var(SIGN) {
        command.arg(format!("-DSIGN={program}"));
    }
    command.arg(workshop.installer("windows/guichet.nsi")).env("SOURCE_DATE_EPOCH", &workshop.epoch);
    run::run(&mut command)?;
    Ok(out)
}

fn sign(program: &Path) -> Outcome<()> {
    match std::env::var_os(SIGN) {
        Some(signer) => run::run(Command::new(signer).arg(program)),
        None => Ok(()),
    }
}

/// The oldest Chromium that the page is built for.
pub(crate) fn oldest_webview2(workshop: &Workshop) -> Outcome<u32> {
    let file = workshop.places.ui().join("vite.config.ts");
    let text = fs::read_to_string(&file).map_err(|error| Failure::system(file.display(), &error))?;
    let number = text.split("\"chrome").nth(1).and_then(|rest| rest.split('"').next()?.parse().ok());
    number.ok_or_else(|| Failure::broken(format!("{} names no Chromium in build.target", file.display())))
}
