//! Where profiles come from: the one that the program carries, or a folder.

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

/// The profile in a folder.
///
/// # Errors
/// [`CentreError::NotFound`] when there is no such folder, [`CentreError::File`] when a file cannot be read. What
/// the files say is not checked here.
pub fn from_folder(folder: &Path) -> Result<Bundle, CentreError> {
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
    fn a_folder_that_does_not_exist_is_named() {
        let error = named("/nowhere/profile").unwrap_err();
        assert!(error.to_string().contains("/nowhere/profile"));
    }
}
