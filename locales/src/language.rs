//! The four languages, their tags and their direction. How a date or a number looks is in `dates` and
//! `numbers`.

use std::fmt;
use std::str::FromStr;

use unic_langid::LanguageIdentifier;

/// A language in which the product speaks, in the order in which lists offer them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Kreol Morisien.
    Mfe,
    /// Arabic as Morocco writes it.
    ArMa,
}

impl Language {
    /// Every language, in the order of the enum.
    pub const ALL: [Self; 4] = [Self::En, Self::Fr, Self::Mfe, Self::ArMa];

    /// The BCP 47 tag, which is also the name of the language's folder of messages.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Mfe => "mfe",
            Self::ArMa => "ar-MA",
        }
    }

    /// The value of HTML's `dir` attribute: `"ltr"` or `"rtl"`.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Self::En | Self::Fr | Self::Mfe => "ltr",
            Self::ArMa => "rtl",
        }
    }

    /// The language's name in the language itself, for a menu of languages.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
            Self::Mfe => "Kreol Morisien",
            Self::ArMa => "العربية",
        }
    }

    /// The locale whose plural rule Fluent applies to this language.
    ///
    /// CLDR knows no plural rule for Kreol Morisien, and Fluent would fall back to the English one, which tells
    /// one from many. Kreol nouns never agree, so it borrows Japanese, whose only category is `other`.
    pub(crate) fn plural_locale(self) -> LanguageIdentifier {
        let tag = match self {
            Self::En | Self::Fr | Self::ArMa => self.tag(),
            Self::Mfe => "ja",
        };
        tag.parse().expect("our own tags are well-formed")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.tag())
    }
}

/// A tag names none of the four languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is none of the languages en, fr, mfe, ar-MA")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a tag and looks only at the language in it, so that browsers' and systems' tags (`fr-MU`, `ar`,
    /// `en_GB.UTF-8`) find their language too. The case of letters does not matter.
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        let language = tag.trim().split(['-', '_', '.']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "en" => Ok(Self::En),
            "fr" => Ok(Self::Fr),
            "mfe" => Ok(Self::Mfe),
            "ar" => Ok(Self::ArMa),
            _ => Err(UnknownLanguage(tag.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, UnknownLanguage};

    #[test]
    fn every_tag_reads_back_as_its_language() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
    }

    #[test]
    fn tags_of_browsers_and_systems_find_their_language() {
        for (tag, language) in [
            ("ar", Language::ArMa),
            ("AR-ma", Language::ArMa),
            ("fr-MU", Language::Fr),
            ("en_GB.UTF-8", Language::En),
            (" mfe-MU ", Language::Mfe),
        ] {
            assert_eq!(tag.parse(), Ok(language), "{tag}");
        }
    }

    #[test]
    fn another_language_is_refused_by_name() {
        for tag in ["", "de", "arz", "frp", "english"] {
            assert_eq!(tag.parse::<Language>(), Err(UnknownLanguage(tag.to_owned())));
        }
    }

    #[test]
    fn only_arabic_runs_from_right_to_left() {
        let rtl: Vec<_> = Language::ALL.into_iter().filter(|it| it.direction() == "rtl").collect();
        assert_eq!(rtl, [Language::ArMa]);
    }
}
