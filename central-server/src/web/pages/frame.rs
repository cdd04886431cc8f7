//! What stands around every page: language, title of the service, links to the other languages. Templates ask it for
//! their words.

use complaints::profile::{Profile, text_in};
use complaints::{Kind, Moment, OfficeCode};
use jiff::civil::Date;
use locales::{Args, Language, Texts, dates, texts};

use super::visit::Visit;
use super::{assets, language};
use crate::figures::places::{self, PlaceName};

/// The frame of one page.
#[derive(Clone)]
pub(super) struct Frame {
    /// The language of the page.
    pub(super) language: Language,
    /// What the deployment calls the service.
    pub(super) service: String,
    /// The page in the other languages; empty where a change would lose what was typed.
    pub(super) languages: Vec<LanguageLink>,
    /// What a change of language must send again, where a link would not show the same page.
    pub(super) resend: Option<Resend>,
    texts: &'static Texts,
}

/// A link to a language.
#[derive(Clone)]
pub(super) struct LanguageLink {
    /// `fr`.
    pub(super) tag: &'static str,
    /// `Français`.
    pub(super) name: &'static str,
    /// Where it leads.
    pub(super) address: String,
    /// Whether the page is in it.
    pub(super) current: bool,
}

/// A form that shows the same page in another language.
#[derive(Clone)]
pub(super) struct Resend {
    /// Where it goes.
    pub(super) action: &'static str,
    /// Its hidden fields.
    pub(super) fields: Vec<(&'static str, String)>,
}

impl Frame {
    /// The frame for a visit.
    pub(super) fn new(profile: &Profile, visit: &Visit) -> Self {
        let link = |offered: Language| LanguageLink {
            tag: offered.tag(),
            name: short_name(offered),
            address: visit.address_in(offered),
            current: offered == visit.language,
        };
        Self {
            language: visit.language,
            service: text_in(&profile.title, visit.language.tag()).to_owned(),
            languages: language::offered(profile).into_iter().map(link).collect(),
            resend: None,
            texts: texts(visit.language),
        }
    }

    /// A frame around nothing, for its words alone.
    pub(super) fn plain(profile: &Profile, language: Language) -> Self {
        Self {
            language,
            service: text_in(&profile.title, language.tag()).to_owned(),
            languages: Vec::new(),
            resend: None,
            texts: texts(language),
        }
    }

    /// The tag for `lang`.
    pub(super) fn tag(&self) -> &'static str {
        self.language.tag()
    }

    /// `ltr` or `rtl`.
    pub(super) fn direction(&self) -> &'static str {
        self.language.direction()
    }

    /// Where the style sheet stands.
    pub(super) fn style(&self) -> &'static str {
        assets::style_address()
    }

    /// The script of the agents' pages.
    pub(super) fn keys(&self) -> &'static str {
        assets::KEYS
    }

    /// A message without gaps.
    pub(super) fn t(&self, key: &str) -> String {
        self.texts.text(key)
    }

    /// A message with gaps.
    pub(super) fn with(&self, key: &str, args: &Args) -> String {
        self.texts.text_with(key, args)
    }

    /// A message with one gap for a text.
    pub(super) fn one(&self, key: &str, name: &'static str, value: &str) -> String {
        self.with(key, &Args::new().with(name, value))
    }

    /// A message that changes with what the citizen brought.
    pub(super) fn of_kind(&self, key: &str, kind: &Kind) -> String {
        self.one(key, "kind", kind.wording())
    }

    /// `Thursday 26 November 2026`.
    pub(super) fn day(&self, date: Date) -> String {
        dates::long(self.language, date)
    }

    /// `26 Nov`, with the year when it is not this one.
    pub(super) fn short_day(&self, date: Date, today: Date) -> String {
        let day = dates::in_list(self.language, date);
        if date.year() == today.year() { day } else { format!("{day} {}", date.year()) }
    }

    /// What stands between two things in a row: `, ` or `، `.
    pub(super) fn comma(&self) -> &'static str {
        comma_of(self.language)
    }

    /// `10:52`.
    pub(super) fn time(&self, moment: Moment) -> String {
        dates::time(self.language, moment.civil().time(), false)
    }
}

/// What stands between two things in a row in a language.
pub(super) fn comma_of(language: Language) -> &'static str {
    if language == Language::ArMa { "، " } else { ", " }
}

/// The name of a language where room is short.
fn short_name(language: Language) -> &'static str {
    match language {
        Language::Mfe => "Kreol",
        other => other.own_name(),
    }
}

/// What an office is called; its code when the profile does not name it.
pub(super) fn office_name(profile: &Profile, code: OfficeCode) -> String {
    profile.offices.get(&code).map_or_else(|| code.to_string(), |office| office.name.clone())
}

/// What an institution is called in the language of a page; its code when the profile does not know it any more.
pub(super) fn institution_name<'a>(profile: &'a Profile, code: &'a str, frame: &Frame) -> &'a str {
    profile.institutions.get(code).map_or(code, |institution| institution.name_in(frame.tag()))
}

/// What a line of figures by place is called.
pub(super) fn place_name(profile: &Profile, value: &str, frame: &Frame) -> String {
    match places::name(profile, value) {
        PlaceName::Locality(name) => name,
        PlaceName::RestOf(district) => frame.one("figures-place-rest", "district", &district),
        PlaceName::Elsewhere => frame.t("figures-place-elsewhere"),
    }
}

/// What a category is called, after its heading; its code when the profile does not know it any more.
pub(super) fn category_name(profile: &Profile, code: &str, frame: &Frame) -> String {
    let Some(category) = profile.category(code) else { return code.to_owned() };
    let [group, name] = [&category.group, &category.name].map(|texts| text_in(texts, frame.tag()));
    if group == name {
        return name.to_owned();
    }
    frame.with("centre-matter", &Args::new().with("group", group).with("name", name))
}
