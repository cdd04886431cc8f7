//! `play`: one complaint in Kreol through the desk's real window, as the demonstration shows it. Leaves a picture of
//! each step and the receipt in a folder, and prints one line a step.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use desktop::steps::{self, Saved, Typed};
use desktop::{Bus, Computer, KeyStore, Outcome, Trouble, Window};

/// Registers one complaint through the desk's window and waits until the centre has it.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder for pictures and receipt.
    #[arg(long, value_name = "DIR")]
    folder: PathBuf,
    /// Folder of the computer's store; it must be enrolled.
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Where its keys are: keyring, or file:PATH.
    #[arg(long, default_value = "keyring")]
    key_store: String,
    /// The centre's address, as the computer knows it.
    #[arg(long, value_name = "URL")]
    server: String,
    /// Who signs in.
    #[arg(long)]
    clerk: String,
    /// The clerk's PIN.
    #[arg(long)]
    pin: String,
}

/// Invented, like everything in the demonstration.
const COMPLAINT: Typed = Typed {
    surname: "Lafleur",
    other_names: "Marie Priscille",
    nic: "L1506723014563",
    phone: "5712 3456",
    locality: "Rose Belle",
    language: "K",
    matter: "pena dilo",
    text: "Depi trwa zour pena dilo dan nou kartie, Rue des Bambous, Rose Belle. Lapres-midi camion-citerne pa pase. \
           Mo mama ena 84 an, li malad, li bizin dilo pou so medikaman.",
};

#[tokio::main]
async fn main() -> ExitCode {
    match play(&Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("play: {trouble}");
            ExitCode::FAILURE
        }
    }
}

async fn play(arguments: &Arguments) -> Outcome<()> {
    let keys = KeyStore::named(&arguments.key_store)?;
    let scratch = tempfile::tempdir().map_err(|error| Trouble::while_doing("no scratch folder", error))?;
    let computer = Computer::at(arguments.data.clone(), scratch.path(), "desk", keys);
    let window = Window::open_with_pictures(&computer, Bus::Session, &arguments.folder, "").await?;
    let saved = at_the_desk(&window, arguments).await?;
    window.close().await?;
    say("the window is closed")?;
    receipt(&computer, &saved, &arguments.folder.join("receipt.pdf"))
}

async fn at_the_desk(window: &Window, arguments: &Arguments) -> Outcome<Saved> {
    let page = &window.page;
    page.see("pin").await?;
    page.picture("1-sign-in").await?;
    say("the window of the desk is open")?;
    steps::sign_in_as(page, &arguments.clerk, &arguments.pin).await?;
    page.see("ledger").await?;
    page.picture("2-morning").await?;
    say(format!("{} signs in", arguments.clerk))?;
    steps::fill_in(page, &COMPLAINT).await?;
    page.see("draft-mark").await?;
    page.picture("3-complaint").await?;
    say("a complaint is typed, with the keyboard alone")?;
    let saved = steps::save(page).await?;
    page.see("receipt-pages").await?;
    page.picture("4-saved").await?;
    say(format!("saved on this computer: reference {}, access code {}", saved.reference, saved.access_code))?;
    page.has("status-line", "data-kind", "all-sent").await?;
    page.click("go-complaints").await?;
    page.contains("complaint-table", &saved.reference).await?;
    page.picture("5-sent").await?;
    say(format!("the centre at {} has confirmed it: {}", arguments.server, page.text("status-bold").await?))?;
    Ok(saved)
}

fn receipt(computer: &Computer, saved: &Saved, file: &Path) -> Outcome<()> {
    computer.ask()?.words(["receipt", &saved.reference, "--out"]).word(file).run()?;
    say(format!("the receipt is in {}", file.display()))
}

fn say(line: impl std::fmt::Display) -> Outcome<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(|error| Trouble::while_doing("standard output", error))
}
