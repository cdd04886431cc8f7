//! The options of a verb: `--flag` and `--option VALUE` (or `--option=VALUE`), nothing more.
//! What an option means is the business of its verb.

use std::collections::BTreeMap;

use crate::run::{Failure, Outcome};

/// The options that were given, by name without the dashes; a flag has an empty value.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments(BTreeMap<String, String>);

impl Arguments {
    /// Reads `given`. `flags` stand alone, `options` take a value; anything else is a usage error.
    pub(crate) fn read(given: &[String], flags: &[&str], options: &[&str]) -> Outcome<Arguments> {
        let mut read = BTreeMap::new();
        let mut rest = given.iter();
        while let Some(word) = rest.next() {
            let Some(name) = word.strip_prefix("--").filter(|name| !name.is_empty()) else {
                return Err(Failure::usage(format!("`{word}` is not understood here")));
            };
            let (name, attached) = match name.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (name, None),
            };
            let value = if flags.contains(&name) && attached.is_none() {
                String::new()
            } else if options.contains(&name) {
                attached
                    .or_else(|| rest.next().cloned())
                    .ok_or_else(|| Failure::usage(format!("--{name} needs a value")))?
            } else {
                return Err(Failure::usage(format!("there is no option `{word}` here")));
            };
            if read.insert(name.to_owned(), value).is_some() {
                return Err(Failure::usage(format!("--{name} is given twice")));
            }
        }
        Ok(Arguments(read))
    }

    /// Whether the flag was given.
    pub(crate) fn has(&self, flag: &str) -> bool {
        self.0.contains_key(flag)
    }

    /// The value of an option, if it was given.
    pub(crate) fn value(&self, option: &str) -> Option<&str> {
        self.0.get(option).map(String::as_str)
    }

    /// The value of an option that must be there.
    pub(crate) fn required(&self, option: &str) -> Outcome<&str> {
        self.value(option).ok_or_else(|| Failure::usage(format!("--{option} is missing")))
    }

    /// The value of an option as a whole number, or `default` when it was not given.
    pub(crate) fn number(&self, option: &str, default: u64) -> Outcome<u64> {
        let Some(text) = self.value(option) else {
            return Ok(default);
        };
        text.parse().map_err(|_| Failure::usage(format!("--{option} {text}: a whole number is expected")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn flags_and_options_are_read_in_either_spelling() {
        let read =
            Arguments::read(&words("--keep --folder a --seed=7"), &["keep"], &["folder", "seed"]).unwrap();
        assert!(read.has("keep"));
        assert_eq!(read.value("folder"), Some("a"));
        assert_eq!(read.number("seed", 1).unwrap(), 7);
        assert_eq!(read.number("count", 1).unwrap(), 1);
    }

    #[test]
    fn what_is_not_understood_is_a_usage_error() {
        for wrong in ["--what", "folder", "--folder", "--keep=yes", "--keep --keep", "--"] {
            let failure = Arguments::read(&words(wrong), &["keep"], &["folder"]).unwrap_err();
            assert_eq!(failure.exit_code(), 2, "{wrong}");
        }
    }

    #[test]
    fn a_number_that_is_none_is_a_usage_error() {
        let read = Arguments::read(&words("--seed many"), &[], &["seed"]).unwrap();
        assert_eq!(read.number("seed", 1).unwrap_err().exit_code(), 2);
    }
}
