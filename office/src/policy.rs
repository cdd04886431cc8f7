//! What the administrator has set for this computer, above what its users set: a file outside of their folders. What is
//! right in it holds, what is wrong is named by file, line and key: a slip of the pen must not keep an office from working.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use complaints::OfficeCode;
use locales::{Args, Language, texts, without_isolation};
use sync_engine::{HttpLine, Proxy};

use crate::view::{PolicyMistakeView, PolicyView};

/// What a policy may set, in the order in which it is shown.
pub(crate) const KEYS: [&str; 7] =
    ["centre", "office", "proxy", "languages", "lock_after_minutes", "scanner_folder", "backup_place"];

/// A desk that never locks itself is none.
const LONGEST_LOCK_MINUTES: i64 = 240;

/// Larger files are no policy.
const MOST_BYTES: u64 = 64 * 1024;

/// What is set for this computer. What is none is left to its users.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    file: Option<PathBuf>,
    pub(crate) centre: Option<String>,
    pub(crate) office: Option<OfficeCode>,
    pub(crate) proxy: Option<Proxy>,
    pub(crate) languages: Option<Vec<String>>,
    pub(crate) lock_after_minutes: Option<u32>,
    pub(crate) scanner_folder: Option<PathBuf>,
    pub(crate) backup_place: Option<PathBuf>,
    mistakes: Vec<PolicyMistake>,
}

/// Something in a policy that is wrong and does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyMistake {
    file: PathBuf,
    line: usize,
    key: String,
    what: Wrong,
}

/// What is wrong, as the key of the sentence that says what to write instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Unread,
    Syntax,
    Unknown,
    Text,
    Address,
    Office,
    Proxy,
    Languages,
    Minutes,
    Folder,
}

impl Wrong {
    fn word(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Syntax => "syntax",
            Self::Unknown => "unknown",
            Self::Text => "text",
            Self::Address => "address",
            Self::Office => "office",
            Self::Proxy => "proxy",
            Self::Languages => "languages",
            Self::Minutes => "minutes",
            Self::Folder => "folder",
        }
    }
}

impl fmt::Display for PolicyMistake {
    /// In English, for the terminal and the log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = texts(Language::En);
        let args = Args::new()
            .with("file", self.file.display().to_string())
            .with("line", self.line.to_string())
            .with("key", &self.key)
            .with("what", words.text(&format!("policy-mistake-{}", self.what.word())));
        f.write_str(&without_isolation(&words.text_with("policy-mistake", &args)))
    }
}

impl Policy {
    /// The policy of this computer: of the first of its places that has a file. No file: nothing is set.
    pub fn of_this_computer() -> Self {
        Self::places().iter().find(|place| place.exists()).map_or_else(Self::default, |place| Self::of(place))
    }

    /// The policy in that file, which should be there.
    pub fn of(file: &Path) -> Self {
        let unread = |_| Self {
            file: Some(file.to_owned()),
            mistakes: vec![PolicyMistake {
                file: file.to_owned(),
                line: 1,
                key: String::new(),
                what: Wrong::Unread,
            }],
            ..Self::default()
        };
        let text = match fs::metadata(file) {
            Ok(meta) if meta.len() > MOST_BYTES => Err(ErrorKind::FileTooLarge.into()),
            _ => fs::read_to_string(file),
        };
        text.map_or_else(unread, |text| Self::read(file, text.trim_start_matches('\u{feff}')))
    }

    /// Where a policy may be, the one that counts first.
    pub fn places() -> Vec<PathBuf> {
        // A program that is handed out takes no policy from the surroundings that its user has made.
        #[cfg(debug_assertions)]
        if let Some(file) = std::env::var_os("GUICHET_POLICY") {
            return vec![file.into()];
        }
        if cfg!(windows) {
            let folders = ["PROGRAMDATA", "LOCALAPPDATA"].into_iter().filter_map(std::env::var_os);
            return folders.map(|folder| Path::new(&folder).join("Guichet").join("policy.toml")).collect();
        }
        vec![PathBuf::from("/etc/guichet/policy.toml")]
    }

    /// The file; none: there is none.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// What is wrong in it.
    pub fn mistakes(&self) -> &[PolicyMistake] {
        &self.mistakes
    }

    /// What is set, with its values as they count.
    pub fn set(&self) -> Vec<(&'static str, String)> {
        let shown = |path: &PathBuf| path.display().to_string();
        let values = [
            self.centre.clone(),
            self.office.map(|office| office.to_string()),
            self.proxy.as_ref().map(|proxy| word_of(proxy).to_owned()),
            self.languages.as_ref().map(|languages| languages.join(", ")),
            self.lock_after_minutes.map(|minutes| minutes.to_string()),
            self.scanner_folder.as_ref().map(shown),
            self.backup_place.as_ref().map(shown),
        ];
        KEYS.into_iter().zip(values).filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// The same for the page.
    pub fn view(&self) -> PolicyView {
        PolicyView {
            file: self.file.as_ref().map(|file| file.display().to_string()),
            keys: self.set().into_iter().map(|(key, _)| key.to_owned()).collect(),
            centre: self.centre.clone().unwrap_or_default(),
            languages: self.languages.clone().unwrap_or_default(),
            backup_place: self
                .backup_place
                .as_ref()
                .map_or_else(String::new, |path| path.display().to_string()),
            mistakes: self
                .mistakes
                .iter()
                .map(|mistake| PolicyMistakeView {
                    line: u32::try_from(mistake.line).unwrap_or(u32::MAX),
                    key: mistake.key.clone(),
                    what: mistake.what.word().to_owned(),
                })
                .collect(),
        }
    }

    fn read(file: &Path, text: &str) -> Self {
        let mut policy = Self { file: Some(file.to_owned()), ..Self::default() };
        let mistake = |line: usize, key: &str, what: Wrong| PolicyMistake {
            file: file.to_owned(),
            line,
            key: key.to_owned(),
            what,
        };
        let table: toml::Table = match toml::from_str(text) {
            Ok(table) => table,
            Err(error) => {
                let start = error.span().map_or(0, |span| span.start.min(text.len()));
                let line = 1 + text.bytes().take(start).filter(|&byte| byte == b'\n').count();
                let key = text.lines().nth(line - 1).and_then(key_of).unwrap_or_default();
                policy.mistakes.push(mistake(line, key, Wrong::Syntax));
                return policy;
            }
        };
        for (key, value) in &table {
            if let Err(what) = policy.take(key, value) {
                policy.mistakes.push(mistake(line_of(text, key), key, what));
            }
        }
        policy.mistakes.sort_by_key(|mistake| mistake.line);
        policy
    }

    fn take(&mut self, key: &str, value: &toml::Value) -> Result<(), Wrong> {
        let text = || value.as_str().map(str::trim).filter(|text| !text.is_empty()).ok_or(Wrong::Text);
        match key {
            "centre" => {
                let line = HttpLine::new(text()?).map_err(|_| Wrong::Address)?;
                self.centre = Some(line.address().to_owned());
            }
            "office" => self.office = Some(text()?.parse().map_err(|_| Wrong::Office)?),
            "proxy" => {
                self.proxy = Some(match text()? {
                    "system" => Proxy::System,
                    "none" => Proxy::None,
                    address => Proxy::at(address).map_err(|_| Wrong::Proxy)?,
                });
            }
            "languages" => self.languages = Some(languages(value).ok_or(Wrong::Languages)?),
            "lock_after_minutes" => {
                let minutes =
                    value.as_integer().filter(|minutes| (1..=LONGEST_LOCK_MINUTES).contains(minutes));
                let minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok());
                self.lock_after_minutes = Some(minutes.ok_or(Wrong::Minutes)?);
            }
            "scanner_folder" => self.scanner_folder = Some(folder(text()?)?),
            "backup_place" => self.backup_place = Some(folder(text()?)?),
            _ => return Err(Wrong::Unknown),
        }
        Ok(())
    }
}

/// The proxy as a policy and the command line write it.
pub(crate) fn word_of(proxy: &Proxy) -> &str {
    match proxy {
        Proxy::System => "system",
        Proxy::None => "none",
        Proxy::Address(address) => address,
    }
}

fn languages(value: &toml::Value) -> Option<Vec<String>> {
    let known = |value: &toml::Value| {
        let tag = value.as_str()?;
        Language::ALL.into_iter().map(Language::tag).find(|known| *known == tag).map(str::to_owned)
    };
    let list: Vec<String> = value.as_array()?.iter().map(known).collect::<Option<_>>()?;
    (!list.is_empty()).then_some(list)
}

/// A path from the root: the window and the headless program are started in different folders.
fn folder(text: &str) -> Result<PathBuf, Wrong> {
    let path = PathBuf::from(text);
    if path.is_absolute() { Ok(path) } else { Err(Wrong::Folder) }
}

/// The line on which a key is set, counted from 1.
fn line_of(text: &str, key: &str) -> usize {
    let line = text.lines().position(|line| key_of(line) == Some(key));
    // A table of that name.
    let line = line.or_else(|| text.lines().position(|line| line.trim().trim_matches(['[', ']']) == key));
    line.map_or(1, |at| at + 1)
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    Some(key.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Policy {
        Policy::read(Path::new("/etc/guichet/policy.toml"), text)
    }

    const WHOLE: &str = "# what the unit has set
centre = \"https://csu.example.mu/\"
office = \"12\"
proxy = \"10.0.0.1:3128\"
languages = [\"mfe\", \"fr\"]
lock_after_minutes = 5
scanner_folder = \"/srv/scans\"
backup_place = \"/mnt/stick\"
";

    #[cfg(unix)]
    #[test]
    fn everything_that_may_be_set_is_read() {
        let policy = read(WHOLE);
        assert_eq!(policy.mistakes, []);
        let set: Vec<String> =
            policy.set().into_iter().map(|(key, value)| format!("{key}: {value}")).collect();
        assert_eq!(
            set,
            [
                "centre: https://csu.example.mu",
                "office: 12",
                "proxy: http://10.0.0.1:3128",
                "languages: mfe, fr",
                "lock_after_minutes: 5",
                "scanner_folder: /srv/scans",
                "backup_place: /mnt/stick"
            ]
        );
        assert_eq!(policy.view().keys, KEYS);
    }

    #[test]
    fn each_mistake_is_named_with_its_line_and_key_and_the_rest_holds() {
        for (line, key, what) in [
            ("centre = \"http://csu.example.mu\"", "centre", "https://"),
            ("centre = 5", "centre", "quotation marks"),
            ("office = \"120\"", "office", "two digits"),
            ("proxy = \"ftp://a\"", "proxy", "3128"),
            ("languages = [\"en\", \"de\"]", "languages", "ar-MA"),
            ("languages = []", "languages", "ar-MA"),
            ("lock_after_minutes = 0", "lock_after_minutes", "240"),
            ("lock_after_minutes = \"5\"", "lock_after_minutes", "240"),
            ("scanner_folder = \"scans\"", "scanner_folder", "whole path"),
            ("scaner_folder = \"/srv/scans\"", "scaner_folder", "scanner_folder"),
            ("[scanner_folder]", "scanner_folder", "quotation marks"),
        ] {
            let policy = read(&format!("\nproxy_ = 1\n{line}\n"));
            let said: Vec<String> = policy.mistakes.iter().map(ToString::to_string).collect();
            assert_eq!(said.len(), 2, "{said:?}");
            let expected = format!("/etc/guichet/policy.toml, line 3, “{key}”");
            assert!(said[1].starts_with(&expected) && said[1].contains(what), "{}", said[1]);
        }
        let policy = read("lock_after_minutes = 5\nproxy = 7\n");
        assert_eq!((policy.lock_after_minutes, policy.proxy.clone()), (Some(5), None));
    }

    #[test]
    fn what_is_no_toml_is_named_with_its_line_and_sets_nothing() {
        let policy = read("lock_after_minutes = 5\nproxy = none\n");
        let said = policy.mistakes[0].to_string();
        assert!(said.contains("line 2, “proxy”") && said.contains("KEY = VALUE"), "{said}");
        assert!(policy.set().is_empty());
        assert!(read("").mistakes.is_empty());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let policy = Policy::of(folder.path());
        assert!(policy.mistakes[0].to_string().contains(&folder.path().display().to_string()));
    }
}
