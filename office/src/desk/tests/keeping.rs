//! Settings, backups and the diagnostics file of a desk.

use std::path::Path;
use std::time::Duration;

use super::{code, form, staffed};
use crate::backup::{check_backup, restore_backup};
use crate::clock::Clock;
use crate::desk::Desk;
use crate::key_store::{KeyStore, Passphrase};
use crate::view::{Screen, SettingsForm};

const PASSPHRASE: &str = "kat pie koko dibor lamer";

fn stick(folder: &Path) -> std::path::PathBuf {
    let stick = folder.join("stick");
    std::fs::create_dir_all(&stick).unwrap();
    stick
}

#[tokio::test]
async fn what_is_set_is_kept_and_what_makes_no_sense_is_not() {
    let (folder, desk) = staffed().await;
    let scans = folder.path().join("scans");
    std::fs::create_dir(&scans).unwrap();
    let form = SettingsForm {
        paper: "a4".to_owned(),
        scanner_folder: scans.display().to_string(),
        proxy: "address".to_owned(),
        proxy_address: "10.0.0.1:3128".to_owned(),
        ..SettingsForm::default()
    };
    desk.change_settings(&form).unwrap();
    for (wrong, what) in [
        (SettingsForm { paper: "a3".to_owned(), ..form.clone() }, "paper_wrong"),
        (SettingsForm { scanner_folder: "/no/such/folder".to_owned(), ..form.clone() }, "folder_missing"),
        (SettingsForm { proxy_address: "a b".to_owned(), ..form.clone() }, "proxy_wrong"),
    ] {
        assert_eq!(code(desk.change_settings(&wrong)), what);
    }
    let kept = desk.settings().unwrap();
    assert_eq!(kept.form, SettingsForm { proxy_address: "http://10.0.0.1:3128".to_owned(), ..form });
    assert_eq!(kept.profile_paper, "a5");
    assert_eq!((kept.about.office.as_str(), kept.about.device), ("CAB 12, Mahébourg", 2));
    assert!(kept.about.store_bytes > 10_000 && kept.about.checked_at.is_none());
    let id = desk.register(None, &super::form()).unwrap().id;
    assert_eq!(desk.receipt(&id, (None, None)).unwrap().paper, "a4");
    let about = desk.check_now().unwrap();
    assert_eq!((about.checked_at.as_deref(), about.problems), (Some("2026-11-24T10:44:00+04:00"), 0));
    desk.lock().unwrap();
    assert_eq!(code(desk.settings()), "not_signed_in");
}

#[tokio::test]
async fn a_backup_is_made_read_again_and_brought_back_on_another_computer() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    desk.save_draft(None, &form()).unwrap();
    let place = stick(folder.path());
    assert_eq!(code(desk.back_up()), "backup_not_set_up");
    assert_eq!(code(desk.set_up_backup("/no/such/stick", PASSPHRASE)), "backup_place_away");
    assert_eq!(code(desk.set_up_backup(&place.display().to_string(), "short")), "passphrase_short");
    desk.set_up_backup(&place.display().to_string(), PASSPHRASE).unwrap();
    let view = desk.back_up().unwrap();
    assert_eq!(view.verified_at.as_deref(), Some("2026-11-24T10:44:00+04:00"));
    assert_eq!((view.failed, view.files.len()), (None, 1));
    let file = place.join(&view.files[0].name);
    assert_eq!(view.files[0].name, "guichet-12-2-20261124-104400.backup");
    assert_eq!(view.files[0].made_at, "2026-11-24T10:44:00+04:00");

    let passphrase = Passphrase::new(PASSPHRASE);
    assert_eq!(check_backup(&file, &passphrase).unwrap().operations, 2);
    let wrong = Passphrase::new("kat pie koko dibor later");
    assert_eq!(code(check_backup(&file, &wrong)), "backup_unreadable");
    assert_eq!(code(check_backup(&place.join("none.backup"), &passphrase)), "backup_none");

    let other = folder.path().join("other");
    let keys = KeyStore::File(folder.path().join("other.key"));
    assert_eq!(code(restore_backup(&file, &wrong, &other, &keys)), "backup_unreadable");
    let clock = Clock::from_fn(|| "2026-11-25T08:00:00+04:00[Indian/Mauritius]".parse().unwrap());
    let second = Desk::new(other.clone(), keys.clone(), clock);
    let Screen::SignIn { clerks, .. } = second.restore(&file, PASSPHRASE, None).unwrap() else {
        panic!("it does not open")
    };
    second.sign_in(&clerks[0].id, "246810").unwrap();
    assert_eq!(second.complaint(&id).unwrap().text, form().text);
    assert_eq!(second.drafts().unwrap().len(), 1);
    assert_eq!(second.office().unwrap().verify().unwrap().problems, Vec::<String>::new());
    // A store is never replaced, here as little as there.
    assert_eq!(code(second.restore(&file, PASSPHRASE, None)), "already_enrolled");
    assert_eq!(code(restore_backup(&file, &passphrase, &other, &keys)), "already_enrolled");
    second.back_up().unwrap();
}

#[tokio::test]
async fn a_restored_computer_may_keep_its_keys_behind_a_passphrase() {
    let (folder, desk) = staffed().await;
    let place = stick(folder.path());
    desk.set_up_backup(&place.display().to_string(), PASSPHRASE).unwrap();
    let name = desk.back_up().unwrap().files.remove(0).name;
    let other = Desk::new(folder.path().join("other"), KeyStore::Keyring, Clock::system());
    assert_eq!(code(other.restore(&place.join(&name), PASSPHRASE, Some("short"))), "passphrase_short");
    let screen = other.restore(&place.join(&name), PASSPHRASE, Some("enn lot fraz sekre")).unwrap();
    assert!(matches!(screen, Screen::SignIn { .. }));
}

#[tokio::test]
async fn the_oldest_backups_go_and_files_of_others_stay() {
    let (folder, desk) = staffed().await;
    let place = stick(folder.path());
    std::fs::write(place.join("guichet-12-3-20200101-000000.backup"), "another computer's").unwrap();
    std::fs::write(place.join("holiday.jpg"), "somebody's").unwrap();
    for day in 20..24 {
        std::fs::write(place.join(format!("guichet-12-2-202611{day}-013000.backup")), "old").unwrap();
    }
    let text = place.display().to_string();
    desk.set_up_backup(&text, PASSPHRASE).unwrap();
    desk.move_backup(&text, 2).unwrap();
    let names: Vec<_> = desk.back_up().unwrap().files.into_iter().map(|file| file.name).collect();
    assert_eq!(names, ["guichet-12-2-20261124-104400.backup", "guichet-12-2-20261123-013000.backup"]);
    assert!(place.join("holiday.jpg").exists() && place.join("guichet-12-3-20200101-000000.backup").exists());
}

#[tokio::test]
async fn a_place_that_is_away_is_told_and_nothing_else_happens() {
    let (folder, desk) = staffed().await;
    let place = stick(folder.path());
    desk.set_up_backup(&place.display().to_string(), PASSPHRASE).unwrap();
    let office = desk.office().unwrap();
    assert!(!office.backup_is_due(Duration::ZERO).unwrap(), "somebody works");
    assert!(office.backup_is_due(Duration::from_secs(600)).unwrap());
    std::fs::remove_dir(&place).unwrap();
    assert_eq!(code(desk.back_up()), "backup_place_away");
    let view = desk.settings().unwrap().backup;
    assert_eq!((view.present, view.failed.as_deref()), (false, Some("backup_place_away")));
    assert!(!office.backup_is_due(Duration::from_secs(600)).unwrap(), "it does not try again at once");
    desk.register(None, &form()).unwrap();
    desk.lock().unwrap();
    assert_eq!(desk.back_up_if_due().unwrap(), None);
}

#[tokio::test]
async fn the_days_backup_is_made_by_itself_when_nobody_is_at_the_desk() {
    let (folder, desk) = staffed().await;
    desk.set_up_backup(&stick(folder.path()).display().to_string(), PASSPHRASE).unwrap();
    assert_eq!(desk.back_up_if_due().unwrap(), None, "somebody has just done something");
    desk.lock().unwrap();
    assert!(desk.back_up_if_due().unwrap().is_some());
    assert_eq!(desk.back_up_if_due().unwrap(), None, "once a day");
}

#[tokio::test]
async fn only_the_head_says_where_backups_go() {
    let (folder, desk) = staffed().await;
    desk.add_clerk(&super::clerk("Kavi Bundhoo", "clerk")).unwrap();
    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    desk.sign_in(&clerks[1].id, "246810").unwrap();
    let place = stick(folder.path()).display().to_string();
    assert_eq!(code(desk.set_up_backup(&place, PASSPHRASE)), "not_allowed");
    assert_eq!(code(desk.move_backup(&place, 3)), "not_allowed");
}

#[tokio::test]
async fn no_word_of_a_citizen_or_a_clerk_stands_in_the_diagnostics() {
    let (folder, desk) = staffed().await;
    let mut one = form();
    one.subject = "Dilo Zavoka Ranplas".to_owned();
    one.place = "Larivier Tanbour".to_owned();
    one.citizen.other_names = "Ghislaine Xaverine".to_owned();
    one.citizen.nic = "P2403584123459".to_owned();
    one.citizen.email = "ghislaine@lakaz.example".to_owned();
    one.citizen.address = "Rue Flamboyant 77".to_owned();
    one.citizen.locality = "Trwa Boutik".to_owned();
    let id = desk.register(None, &one).unwrap().id;
    desk.add_note(&id, "Kouzin Bertran finn telefone", true).unwrap();
    let mut typed = one.clone();
    typed.text = "Brouyon Zistwar Paravan".to_owned();
    desk.save_draft(None, &typed).unwrap();
    let place = stick(folder.path());
    desk.set_up_backup(&place.display().to_string(), PASSPHRASE).unwrap();
    desk.back_up().unwrap();
    desk.change_settings(&SettingsForm {
        proxy: "address".to_owned(),
        proxy_address: "http://ghislaine:sekre@10.0.0.1:3128".to_owned(),
        ..SettingsForm::default()
    })
    .unwrap();
    // Damage, so that something is found whose place has a name.
    crate::last_errors::note("unreachable");
    let file = folder.path().join("diagnostics.json");
    desk.write_diagnostics(&file).unwrap();
    let told = std::fs::read_to_string(&file).unwrap();
    assert!(told.contains("\"complaints\": 0") && told.contains("\"waiting\": 3"), "{told}");
    assert!(told.contains("unreachable") && told.contains("\"lie_there\": 1"), "{told}");
    let folded = told.to_lowercase();
    let citizen = &one.citizen;
    let texts = [
        &one.text,
        &one.subject,
        &one.place,
        &typed.text,
        &citizen.surname,
        &citizen.other_names,
        &citizen.nic,
        &citizen.phone,
        &citizen.email,
        &citizen.address,
        &citizen.locality,
    ];
    let reference = desk.complaint(&id).unwrap().row.reference;
    let more = ["Kouzin Bertran finn telefone", "Anousha Ramdin", "sekre", PASSPHRASE, reference.as_str()];
    for text in texts.into_iter().map(String::as_str).chain(more) {
        for word in text
            .split(|sign: char| !sign.is_alphanumeric() && sign != '-')
            .filter(|word| word.chars().count() > 3)
        {
            assert!(!folded.contains(&word.to_lowercase()), "“{word}” stands there:\n{told}");
        }
    }
}

/// What lies in a folder, by name, without what shows that a program had it open.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let kept = entries.filter(|path| path.is_file() && path.extension().is_none_or(|end| end != "lock"));
    let mut kept: Vec<_> = kept
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    kept.sort();
    kept
}

#[tokio::test]
async fn a_backup_takes_the_place_of_a_store_that_does_not_open_and_that_one_is_kept() {
    let (folder, desk) = staffed().await;
    let id = desk.register(None, &form()).unwrap().id;
    let place = stick(folder.path());
    desk.set_up_backup(&place.display().to_string(), PASSPHRASE).unwrap();
    let backup = place.join(desk.back_up().unwrap().files.remove(0).name);
    let home = folder.path().join("damaged");
    let keys = KeyStore::File(folder.path().join("damaged.key"));
    restore_backup(&backup, &Passphrase::new(PASSPHRASE), &home, &keys).unwrap();
    let mut content = std::fs::read(home.join("office.db")).unwrap();
    content[512..1024].fill(0xA5);
    std::fs::write(home.join("office.db"), &content).unwrap();
    let (before, key) = (files(&home), std::fs::read(folder.path().join("damaged.key")).unwrap());

    let clock = Clock::from_fn(|| "2026-11-25T08:00:00+04:00[Indian/Mauritius]".parse().unwrap());
    let desk = Desk::new(home.clone(), keys, clock);
    assert!(matches!(desk.start().unwrap(), Screen::StoreDamaged));
    assert_eq!(code(desk.restore(&backup, "kat pie koko dibor later", None)), "backup_unreadable");
    assert_eq!(files(&home), before, "a backup that does not open changes nothing");
    assert!(matches!(desk.restore(&backup, PASSPHRASE, None).unwrap(), Screen::SignIn { .. }));
    let office = desk.office().unwrap();
    assert_eq!(office.complaint(id.parse().unwrap()).unwrap().text, form().text);
    assert!(office.resting_status().unwrap().restored, "the centre has not been asked yet");
    office.note_exchange(None, crate::exchanging::Measured::default()).unwrap();
    assert!(!office.resting_status().unwrap().restored);
    let aside = std::fs::read_dir(&home).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.into_iter().find(|path| path.is_dir()).unwrap();
    assert!(aside.file_name().unwrap().to_string_lossy().starts_with("set-aside-20261125-"));
    let kept = files(&aside);
    assert!(
        before.iter().all(|file| kept.contains(file)),
        "the store that did not open, and the record of its keys"
    );
    assert_eq!(std::fs::read(aside.join("damaged.key")).unwrap(), key);
}
