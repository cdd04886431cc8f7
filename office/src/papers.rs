//! What all papers of an office have in common: their head, their language, the sheet they are printed on.

use complaints::profile::{Category, LogoFormat, Profile, text_in};
use complaints::{Body, OfficeCode, Refusal, StepRecord};
use letters::{Letterhead, Paper};
use locales::Language;

use crate::error::OfficeError;
use crate::open::Office;

/// The setting that holds what letters were printed on last.
const LETTER_PAPER: &str = "letter_paper";

impl Office {
    /// What a receipt is printed on: as asked for, else as this computer is set, else as the profile says.
    pub(crate) fn receipt_paper(&self, asked: Option<&str>) -> Paper {
        asked.and_then(paper).or_else(|| paper(&self.paper())).unwrap_or_default()
    }

    /// What a letter is printed on, which a roll does not take: as asked for, else as last time.
    pub(crate) fn letter_paper(&self, asked: Option<&str>) -> Result<Paper, OfficeError> {
        let last = self.store.setting(LETTER_PAPER)?;
        let mut known = [asked, last.as_deref()].into_iter().flatten().filter_map(paper);
        Ok(known.find(|paper| *paper != Paper::Roll80).unwrap_or(Paper::A4))
    }

    /// Keeps what a letter was printed on, for the next one.
    pub(crate) fn keep_letter_paper(&self, asked: Option<&str>) -> Result<(), OfficeError> {
        let Some(word) = asked.and_then(paper).map(paper_word) else { return Ok(()) };
        self.store.write(|writing| writing.put_setting(LETTER_PAPER, word))?;
        Ok(())
    }

    /// The head of an office's letters in a language.
    pub(crate) fn letterhead(&self, office: OfficeCode, language: Language) -> Letterhead {
        let (profile, tag) = (self.profile(), language.tag());
        let found = profile.offices.get(&office);
        let field =
            |read: fn(&complaints::profile::Office) -> &String| found.map(read).cloned().unwrap_or_default();
        Letterhead {
            service_title: text_in(&profile.title, tag).to_owned(),
            lines: profile.letterhead_in(tag).to_vec(),
            logo: profile.logo.as_ref().map(|logo| letters::Logo {
                format: match logo.format {
                    LogoFormat::Svg => "svg",
                    LogoFormat::Png => "png",
                },
                bytes: logo.bytes.clone(),
                alt: text_in(&logo.alt, tag).to_owned(),
            }),
            office_title: text_in(&profile.office_title, tag).to_owned(),
            office_name: field(|office| &office.name),
            address: field(|office| &office.address),
            hours: field(|office| &office.hours),
            phone: field(|office| &office.phone),
        }
    }
}

/// The sheet of that word.
pub(crate) fn paper(word: &str) -> Option<Paper> {
    [Paper::A5, Paper::A4, Paper::Roll80].into_iter().find(|paper| paper_word(*paper) == word)
}

/// The word for a sheet in settings, commands and the page.
pub(crate) fn paper_word(paper: Paper) -> &'static str {
    match paper {
        Paper::A5 => "a5",
        Paper::A4 => "a4",
        Paper::A4Landscape => "a4landscape",
        Paper::Roll80 => "roll80",
    }
}

/// The language of a tag; English for one that is not known.
pub(crate) fn language(tag: &str) -> Language {
    tag.parse().unwrap_or(Language::En)
}

/// The category by name, with its heading.
pub(crate) fn matter(profile: &Profile, code: &str, language: Language) -> String {
    profile.category(code).map_or(code.to_owned(), |category: &Category| {
        let colon = if language == Language::Fr { "\u{a0}:" } else { ":" };
        let tag = language.tag();
        format!("{}{colon} {}", text_in(&category.group, tag), text_in(&category.name, tag))
    })
}

/// An institution by name, or its code.
pub(crate) fn institution(profile: &Profile, code: &str) -> String {
    profile.institutions.get(code).map_or(code.to_owned(), |institution| institution.name.clone())
}

/// What a step did, if it counts.
pub(crate) fn counted(step: &StepRecord) -> Option<Body> {
    if Refusal::of(&step.verdict).is_some() { None } else { step.operation().map(|operation| operation.body) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_that_can_be_asked_for_has_a_word() {
        for word in ["a5", "a4", "roll80"] {
            assert_eq!(paper(word).map(paper_word), Some(word));
        }
        assert_eq!(paper("a4landscape"), None, "only registers lie");
        assert_eq!(paper(""), None);
    }
}
