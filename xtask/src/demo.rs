//! `cargo xtask demo`: the main job, on one computer: a centre, a first PC of office 12 that has registered 300
//! sample complaints, agents who have dealt with some of them, and the desk's own PC whose window opens.
//!
//! ```text
//!   demo folder
//!   ├─ centre/      what guichet-server serves         samples.jsonl   what the first PC registered
//!   ├─ first-pc/    filled without a window            demo.json       addresses, logins, PIN
//!   ├─ desk/        the PC whose window opens          logs/           what the programs said
//!   └─ *.png, receipt.pdf: without a screen, what one complaint through the real window left behind
//! ```

mod agents;
pub(crate) mod centre;
pub(crate) mod folder;
mod office;
mod window;

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::arguments::Arguments;
use crate::build;
use crate::leash::Leash;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use crate::samples;
use agents::Agents;
use centre::Centre;
use folder::Folder;
use office::{KeyStore, Pc};

/// The office whose two PCs the demonstration sets up.
pub(crate) const OFFICE: &str = "12";
const SAMPLES: u64 = 300;
const SEED: u64 = 12;

/// Who signs in at the desk. The centre listens on this computer alone and holds invented complaints only, so a
/// PIN and passwords that stand in the source do no harm.
const CLERK: &str = "Anousha Ramdin";
const PIN: &str = "360512";

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["headless", "keep"], &["folder"])?;
    let places = Places::find()?;
    let folder = match arguments.value("folder") {
        Some(folder) => std::path::absolute(folder).map_err(|error| Failure::system(folder, &error))?,
        None => places.target.join("demo"),
    };
    let keep = arguments.has("keep");
    let folder = Folder::take(&folder, keep)?;
    let programs = build::everything(&places)?;
    let has_screen = !arguments.has("headless") && window::screen_is_there();

    let mut leash = Leash::new()?;
    let scene = if keep {
        run::progress("\nGoing on with what the last demonstration left");
        Scene::resume(&programs, &places.root, &folder, has_screen, &mut leash)?
    } else {
        Scene::set(&programs, &places.root, &folder, has_screen, &mut leash)?
    };
    if has_screen { window::open(scene, &mut leash) } else { window::play(scene) }
}

/// Everything that is ready before the window opens.
#[derive(Debug)]
struct Scene<'a> {
    folder: &'a Folder,
    centre: Centre,
    desk: Pc,
}

impl<'a> Scene<'a> {
    /// Starts the centre in an empty folder and fills it.
    fn set(
        programs: &Path,
        root: &Path,
        folder: &'a Folder,
        has_screen: bool,
        leash: &mut Leash,
    ) -> Outcome<Scene<'a>> {
        run::progress("\nThe centre starts");
        let centre = Centre::start(programs, root, folder, "127.0.0.1:0", leash)?;
        let first_keys = KeyStore::File(folder.path().join("first-pc.key"));
        let first = Pc::new(programs, folder.path().join("first-pc"), first_keys);
        first.enrol(&centre)?;
        first.add_clerk("Vishal Dorsalin", "248163")?;

        run::progress(format!("The first PC of office {OFFICE} registers {SAMPLES} sample complaints"));
        let file = folder.path().join("samples.jsonl");
        samples::write_until_today(&file, SAMPLES, SEED)?;
        let references = first.register(&file)?;
        first.exchange()?;

        run::progress("Agents deal with some of them");
        Agents::new(&centre)?.deal_with(&references, &file, root)?;
        first.exchange()?;

        run::progress("The desk's own PC is enrolled and pulls everything");
        let keys = KeyStore::for_the_desk(has_screen, folder.path());
        let desk = Pc::new(programs, folder.path().join("desk"), keys);
        desk.enrol(&centre)?;
        desk.add_clerk(CLERK, PIN)?;
        desk.exchange()?;
        let scene = Scene { folder, centre, desk };
        scene.note_down()?;
        Ok(scene)
    }

    /// Starts the centre of an earlier demonstration again, at the address that its PCs know.
    fn resume(
        programs: &Path,
        root: &Path,
        folder: &'a Folder,
        has_screen: bool,
        leash: &mut Leash,
    ) -> Outcome<Scene<'a>> {
        let path = folder.path().join("demo.json");
        let text = fs::read_to_string(&path).map_err(|_| {
            Failure::broken(format!(
                "{} was never finished; run the demo without --keep",
                folder.path().display()
            ))
        })?;
        let noted: serde_json::Value = serde_json::from_str(&text)
            .map_err(|error| Failure::broken(format!("{}: {error}", path.display())))?;
        let (Some(address), Some(keys)) = (noted["centre"].as_str(), noted["desk_key_store"].as_str()) else {
            return Err(Failure::broken(format!("{} names no centre or no key store", path.display())));
        };
        let key_store = KeyStore::named(keys);
        if key_store == KeyStore::Keyring && !has_screen {
            return Err(Failure::broken(
                "the kept demo has its desk's key in the keyring of your desktop, which a run without a screen \
                 cannot open: run the demo without --keep",
            ));
        }
        let centre = Centre::start(programs, root, folder, address, leash)?;
        let desk = Pc::new(programs, folder.path().join("desk"), key_store);
        Ok(Scene { folder, centre, desk })
    }

    fn note_down(&self) -> Outcome<()> {
        let path = self.folder.path().join("demo.json");
        let noted = json!({
            "centre": self.centre.address,
            "desk_key_store": self.desk.key_store.option(),
            "clerk": { "name": CLERK, "pin": PIN },
            "agents": agents::sign_ins(),
        });
        fs::write(&path, format!("{noted:#}\n"))
            .map_err(|error| Failure::system(format!("cannot write {}", path.display()), &error))
    }

    /// What runs where, in plain lines.
    fn describe(&self) {
        let url = self.centre.url();
        run::result(format!("\nThe citizens' portal   {url}/"));
        run::result(format!("The agents' desk       {url}/agents"));
        for (name, login, password) in agents::all() {
            run::result(format!("                       {name}: {login}, password {password}"));
        }
        run::result(format!("The desk of office {OFFICE}  clerk {CLERK}, PIN {PIN}"));
        run::result(format!("Everything is in       {}", self.folder.path().display()));
    }
}
