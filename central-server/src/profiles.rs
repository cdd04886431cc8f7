//! Where profiles come from: the one that the program carries, or a folder. A folder may stand on another one.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use ::complaints::profile::Bundle;

use crate::error::CentreError;

const MAURITIUS: [(&str, &str); 8] = [
    ("categories.csv", include_str!("../../profiles/mauritius/categories.csv")),
    ("documents.csv", include_str!("../../profiles/mauritius/documents.csv")),
    ("holidays.csv", include_str!("../../profiles/mauritius/holidays.csv")),
    ("institutions.csv", include_str!("../../profiles/mauritius/institutions.csv")),
    ("localities.csv", include_str!("../../profiles/mauritius/localities.csv")),
    ("offices.csv", include_str!("../../profiles/mauritius/offices.csv")),
    ("profile.toml", include_str!("../../profiles/mauritius/profile.toml")),
    ("routing.csv", include_str!("../../profiles/mauritius/routing.csv")),
];
const MAURITIUS_LOGO: &str = include_str!("../../profiles/mauritius/logo.svg");

/// The profile of Mauritius, as this version of the program carries it.
pub fn mauritius() -> Bundle {
    let mut bundle = Bundle::default();
    for (name, content) in MAURITIUS {
        bundle.insert(name, content.to_owned());
    }
    bundle.insert("logo.svg", MAURITIUS_LOGO.to_owned());
    bundle
}

/// How many folders may stand on each other.
const MOST_FOLDERS: usize = 8;

/// The profile in a folder. Where its `profile.toml` says `extends = "../other"`, it stands on that folder: a table that it
/// has takes the place of the other's, and what its `profile.toml` says takes the place of the same line there.
///
/// # Errors
/// [`CentreError::NotFound`] when there is no such folder, [`CentreError::File`] when a file cannot be read. What
/// the files say is not checked here.
pub fn from_folder(folder: &Path) -> Result<Bundle, CentreError> {
    let mut folder = folder.to_owned();
    let mut above: Vec<Bundle> = Vec::new();
    while above.len() < MOST_FOLDERS {
        let bundle = files_of(&folder)?;
        let base = extended(&bundle)?;
        above.push(bundle);
        match base {
            Some(base) => folder = folder.join(base),
            None => {
                return above.into_iter().rev().reduce(|base, own| on(&base, &own)).ok_or_else(none_there);
            }
        }
    }
    Err(CentreError::Profile(format!("profile.toml: more than {MOST_FOLDERS} folders extend each other")))
}

fn none_there() -> CentreError {
    CentreError::NotFound("there is no folder of a profile".to_owned())
}

/// The folder that a profile stands on.
fn extended(bundle: &Bundle) -> Result<Option<String>, CentreError> {
    // What is no TOML is explained with all other mistakes of the profile.
    let Ok(head) = bundle.file(HEAD).parse::<toml::Table>() else { return Ok(None) };
    match head.get(EXTENDS) {
        None => Ok(None),
        Some(toml::Value::String(base)) => Ok(Some(base.clone())),
        Some(_) => Err(CentreError::Profile(
            "profile.toml: extends names a folder, such as \"../sefrou\"".to_owned(),
        )),
    }
}

/// A profile with what another one says in place of it.
fn on(base: &Bundle, own: &Bundle) -> Bundle {
    let mut whole = base.clone();
    for name in own.names().filter(|name| *name != HEAD) {
        whole.insert(name, own.file(name).to_owned());
    }
    // A letter bears one mark: an own one takes the place of the other's, also of the other kind.
    if own.names().any(|name| Bundle::picture_names().contains(&name)) {
        for name in Bundle::picture_names().iter().filter(|name| own.file(name).is_empty()) {
            whole.insert(name, String::new());
        }
    }
    let read = |bundle: &Bundle| bundle.file(HEAD).parse::<toml::Table>();
    if let (Ok(mut head), Ok(mut said)) = (read(base), read(own)) {
        said.remove(EXTENDS);
        put_into(&mut head, said);
        whole.insert(HEAD, head.to_string());
    }
    whole
}

/// Puts the lines of a table in place of the same ones, part by part.
fn put_into(table: &mut toml::Table, said: toml::Table) {
    for (key, value) in said {
        match (table.get_mut(&key), value) {
            (Some(toml::Value::Table(known)), toml::Value::Table(said)) => put_into(known, said),
            (_, value) => drop(table.insert(key, value)),
        }
    }
}

const HEAD: &str = "profile.toml";
const EXTENDS: &str = "extends";

/// The files of one folder.
fn files_of(folder: &Path) -> Result<Bundle, CentreError> {
    if !folder.is_dir() {
        return Err(CentreError::NotFound(format!("there is no folder {}", folder.display())));
    }
    let mut bundle = Bundle::default();
    for name in Bundle::file_names().iter().chain(Bundle::picture_names()) {
        let path = folder.join(name);
        match fs::read(&path) {
            Ok(content) => bundle.insert_bytes(name, content).map_err(|_| CentreError::File {
                path,
                source: std::io::Error::new(ErrorKind::InvalidData, "it is not UTF-8"),
            })?,
            // A missing file is a mistake of the profile, and is explained with all its other mistakes.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(source) => return Err(CentreError::File { path, source }),
        }
    }
    Ok(bundle)
}

/// The profile of that name, or in that folder.
///
/// # Errors
/// As [`from_folder`].
pub fn named(name: &str) -> Result<Bundle, CentreError> {
    if name == "mauritius" { Ok(mauritius()) } else { from_folder(Path::new(name)) }
}

#[cfg(test)]
mod tests {
    use ::complaints::profile::Profile;

    use super::*;

    #[test]
    fn the_profile_that_the_program_carries_is_whole_and_without_a_mistake() {
        let carried: Vec<&str> = MAURITIUS.iter().map(|(name, _)| *name).collect();
        assert_eq!(carried, Bundle::file_names());
        assert!(Profile::read(&mauritius()).is_ok_and(|profile| profile.offices.len() >= 35));
    }

    #[test]
    fn a_commune_stands_on_another_one_and_says_what_is_different() {
        let profiles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles");
        let sefrou = Profile::read(&from_folder(&profiles.join("sefrou")).unwrap()).unwrap();
        for (name, title) in [("el-jadida", "El Jadida"), ("kenitra", "Kénitra"), ("safi", "Safi")] {
            let bundle = from_folder(&profiles.join(name)).unwrap();
            let profile = Profile::read(&bundle).unwrap_or_else(|mistakes| panic!("{name}: {mistakes}"));
            assert_eq!(profile.warnings(&bundle, 2026), [], "{name}: nothing to look at");
            assert_eq!(profile.name, name);
            assert!(profile.title["fr"].contains(title) && profile.letterhead["fr"][2].contains(title));
            assert!(profile.follow_url.contains(name) && profile.institutions["COM"].name.contains(title));
            assert_eq!(profile.categories, sefrou.categories, "what they do alike is written once");
            assert_eq!((&profile.privacy, &profile.escalation), (&sefrou.privacy, &sefrou.escalation));
            assert!(profile.localities.iter().all(|place| !sefrou.localities.contains(place)));
            let head = bundle.file("profile.toml");
            assert!(
                !head.contains("extends") && !head.contains("Sefrou") && !head.contains("sefrou"),
                "{head}"
            );
            assert!(
                !bundle.file("institutions.csv").contains("Sefrou")
                    && !bundle.file("offices.csv").contains("Sefrou")
            );
        }
    }

    #[test]
    fn folders_that_extend_each_other_in_a_circle_are_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("profile.toml"), "extends = \".\"\n").unwrap();
        assert!(from_folder(folder.path()).unwrap_err().to_string().contains("extend each other"));
        fs::write(folder.path().join("profile.toml"), "extends = 3\n").unwrap();
        assert!(from_folder(folder.path()).unwrap_err().to_string().contains("names a folder"));
        fs::write(folder.path().join("profile.toml"), "extends = \"nowhere\"\n").unwrap();
        assert!(from_folder(folder.path()).unwrap_err().to_string().contains("nowhere"));
    }

    #[test]
    fn a_folder_that_does_not_exist_is_named() {
        let error = named("/nowhere/profile").unwrap_err();
        assert!(error.to_string().contains("/nowhere/profile"));
    }
}
