//! The screens before the door: a new computer, its first clerk, a backup that is brought back, a store that does not open.

use std::path::Path;

use desktop::{Bus, Centre, Computer, KeyStore, Outcome, Page, Trouble, Window};

use crate::checks::Findings;
use crate::scene::{HEAD, OFFICE, PIN};
use crate::{Arguments, forced, say};

/// Goes through them in all ways.
pub(crate) async fn look(arguments: &Arguments, findings: &mut Findings) -> Outcome<()> {
    let names =
        ["gate-enrol", "gate-office-file", "gate-restore", "gate-first-clerk", "gate-damaged", "gate-key"];
    if !names.iter().any(|name| arguments.wants(name)) {
        return Ok(());
    }
    say("before the door")?;
    let folder = tempfile::tempdir().map_err(|error| Trouble::while_doing("no scratch folder", error))?;
    let centre = Centre::start(folder.path()).await?;
    let computer = |name: &str| {
        Computer::new(folder.path(), name, KeyStore::File(folder.path().join(format!("{name}.key"))))
    };

    let fresh = computer("fresh");
    let window = open(&fresh, arguments).await?;
    in_all_ways(&window.page, "gate-enrol", arguments, findings).await?;
    window.page.click("enrol-button").await?;
    in_all_ways(&window.page, "gate-enrol-errors", arguments, findings).await?;
    window.page.click("to-office-file").await?;
    window.page.see("office-file-form").await?;
    in_all_ways(&window.page, "gate-office-file", arguments, findings).await?;
    window.page.click("office-file-cancel").await?;
    window.page.click("to-restore").await?;
    window.page.see("restore-form").await?;
    in_all_ways(&window.page, "gate-restore", arguments, findings).await?;
    window.close().await?;

    let code = centre.enrolment_code(OFFICE)?;
    fresh.ask()?.words(["enrol", "--server", &centre.url(), "--code", &code]).run()?;
    let window = open(&fresh, arguments).await?;
    window.page.see("clerk-name").await?;
    in_all_ways(&window.page, "gate-first-clerk", arguments, findings).await?;
    window.close().await?;

    let damaged = computer("damaged");
    damaged.enrol(&centre, OFFICE, (HEAD, PIN))?;
    damage(&damaged.data().join("office.db"))?;
    let window = open(&damaged, arguments).await?;
    in_all_ways(&window.page, "gate-damaged", arguments, findings).await?;
    window.close().await?;

    let keyless = computer("keyless");
    keyless.enrol(&centre, OFFICE, (HEAD, PIN))?;
    let key = folder.path().join("keyless.key");
    std::fs::remove_file(&key).map_err(|error| Trouble::while_doing(key.display(), error))?;
    let window = open(&keyless, arguments).await?;
    in_all_ways(&window.page, "gate-key", arguments, findings).await?;
    window.close().await
}

async fn open(computer: &Computer, arguments: &Arguments) -> Outcome<Window> {
    Window::open_with_pictures(computer, Bus::Nowhere, &arguments.out, "").await
}

/// What a failing disk leaves in the first page of a store.
fn damage(store: &Path) -> Outcome<()> {
    let failed = |error| Trouble::while_doing(store.display(), error);
    let mut content = std::fs::read(store).map_err(failed)?;
    content[512..1024].fill(0xA5);
    std::fs::write(store, content).map_err(failed)
}

async fn in_all_ways(page: &Page, name: &str, arguments: &Arguments, findings: &mut Findings) -> Outcome<()> {
    if !arguments.wants(name) {
        return Ok(());
    }
    for way in arguments.ways() {
        way.take(page).await?;
        page.picture(&format!("{}/{name}", way.name)).await?;
        findings.look(page, &format!("{name} ({})", way.name)).await?;
        if way.forced {
            forced::take_along(page, arguments, &arguments.out.join(way.name).join(format!("{name}.html")))
                .await?;
        }
    }
    Ok(())
}
