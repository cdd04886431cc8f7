//! The few arguments of the window.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use office::KeyStore;

use crate::opened;

/// Shown on `--help` and after a mistake.
pub(crate) const HELP: &str = "\
Guichet: the desk's window.

    guichet [--data DIR] [--key-store keyring|file:PATH] [FILE.carry | FILE.guichet]

--data DIR        folder of this computer's encrypted store (otherwise the user's own data folder)
--key-store …     where the keys of a new computer are kept: keyring (the usual), or file:PATH (in the clear,
                  for machines without a keyring that nobody sits at)
FILE.carry        opens the centre's reply on a stick; FILE.guichet the file of an office, on a new computer. Where
                  the window is open already it is shown there";

/// What the window was started with.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) data: Option<PathBuf>,
    pub(crate) key_store: KeyStore,
    /// A file to open with it.
    pub(crate) file: Option<PathBuf>,
}

/// What the caller wants.
#[derive(Debug)]
pub(crate) enum Request {
    Run(Arguments),
    Help,
}

/// Reads the arguments.
///
/// # Errors
/// A sentence that says what is wrong.
pub(crate) fn parse(given: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut arguments = Arguments { data: None, key_store: KeyStore::Keyring, file: None };
    let mut given = given;
    while let Some(argument) = given.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Request::Help),
            Some("--data") => arguments.data = Some(value(&mut given, "--data")?.into()),
            Some("--key-store") => arguments.key_store = key_store(&value(&mut given, "--key-store")?)?,
            _ if arguments.file.is_none() && opened::kind(Path::new(&argument)).is_some() => {
                arguments.file = Some(argument.into());
            }
            _ => return Err(format!("“{}” is not known here", argument.to_string_lossy())),
        }
    }
    Ok(Request::Run(arguments))
}

fn value(given: &mut impl Iterator<Item = OsString>, name: &str) -> Result<OsString, String> {
    given.next().ok_or_else(|| format!("{name} needs a value"))
}

fn key_store(text: &OsString) -> Result<KeyStore, String> {
    match text.to_str() {
        Some("keyring") => Ok(KeyStore::Keyring),
        Some(text) if text.len() > 5 && text.starts_with("file:") => Ok(KeyStore::File(text[5..].into())),
        _ => Err("--key-store is keyring or file:PATH".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Request, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn arguments_are_read() {
        let Ok(Request::Run(arguments)) = parsed("--data d --key-store file:k") else { panic!("refused") };
        assert_eq!(arguments.data, Some(PathBuf::from("d")));
        assert!(matches!(arguments.key_store, KeyStore::File(path) if path.as_os_str() == "k"));
        assert_eq!(arguments.file, None);
        assert!(matches!(parsed("--data d --help"), Ok(Request::Help)));
    }

    #[test]
    fn a_file_of_a_stick_is_opened() {
        let Ok(Request::Run(arguments)) = parsed("/media/stick/reply.carry --data d") else {
            panic!("refused")
        };
        assert_eq!(arguments.file, Some(PathBuf::from("/media/stick/reply.carry")));
    }

    #[test]
    fn mistakes_are_told() {
        for line in [
            "--data",
            "--key-store",
            "--key-store file:",
            "--key-store clear",
            "complaint.txt",
            "a.carry b.carry",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
