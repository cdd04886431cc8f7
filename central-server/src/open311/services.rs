//! The profile's categories as services, and what a program may ask a citizen about each.

use ::complaints::profile::{Category, Profile, text_in};
use ::complaints::{ContactWay, Discretion, Kind};
use locales::{Args, Language, Texts};

use super::plain;

/// The attributes that a request may carry.
pub(crate) const KIND: &str = "KIND";
/// The citizen's language.
pub(crate) const LANGUAGE: &str = "LANGUAGE";
/// Who may know who complains.
pub(crate) const DISCRETION: &str = "DISCRETION";
/// How the citizen agreed to be told.
pub(crate) const CONTACT: &str = "CONTACT";

/// The ways on which somebody far away can be told.
pub(crate) const WAYS: [ContactWay; 4] =
    [ContactWay::Phone, ContactWay::Sms, ContactWay::Email, ContactWay::Letter];

/// What a program may ask, or tell, about a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribute {
    /// Its code.
    pub(crate) code: String,
    /// Something is asked; else it is only told.
    pub(crate) asked: bool,
    /// `text`, `singlevaluelist`, `multivaluelist`.
    pub(crate) datatype: &'static str,
    /// The question, or what is told.
    pub(crate) description: String,
    /// Codes and names of the answers.
    pub(crate) values: Vec<(String, String)>,
}

/// What is said about a service beside its name.
pub(crate) fn description(category: &Category, texts: &Texts, language: Language) -> String {
    let promise =
        category.resolve_days.map(|days| plain(texts, "open311-promise", &Args::new().with("days", days)));
    let fee = category.fee.as_ref().map(|fee| text_in(fee, language.tag()).to_owned());
    [promise, fee].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Other words for a service: its names in the other languages.
pub(crate) fn keywords(profile: &Profile, category: &Category, language: Language) -> String {
    let others = profile.languages.iter().filter(|tag| tag.as_str() != language.tag());
    let mut names: Vec<String> =
        others.map(|tag| text_in(&category.name, tag).replace([',', '،'], " ")).collect();
    names.dedup();
    names.join(", ")
}

/// The attributes of a service, in their order.
pub(crate) fn attributes(
    profile: &Profile,
    category: &Category,
    texts: &Texts,
    language: Language,
) -> Vec<Attribute> {
    let kinds =
        Kind::ALL.iter().map(|kind| (kind.word().to_owned(), texts.text(&format!("centre-kind-{kind}"))));
    let languages = profile
        .languages
        .iter()
        .filter_map(|tag| tag.parse().ok().map(|known: Language| (tag.clone(), known.own_name().to_owned())));
    let ways = WAYS.map(|way| (way.word().to_owned(), texts.text(&format!("agents-contact-{way}"))));
    let asked = |code: &str, datatype: &'static str, values: Vec<(String, String)>| Attribute {
        code: code.to_owned(),
        asked: true,
        datatype,
        description: texts.text(&format!("open311-ask-{}", code.to_ascii_lowercase())),
        values,
    };
    let mut all = vec![
        asked(KIND, "singlevaluelist", kinds.collect()),
        asked(LANGUAGE, "singlevaluelist", languages.collect()),
        asked(CONTACT, "multivaluelist", ways.to_vec()),
    ];
    if !category.discretion.is_empty() {
        let offered = std::iter::once(Discretion::Open).chain(category.discretion.iter().copied());
        let named = |it: Discretion| (it.word().to_owned(), texts.text(&format!("open311-discretion-{it}")));
        all.push(asked(DISCRETION, "singlevaluelist", offered.map(named).collect()));
    }
    let tag = language.tag();
    all.extend(category.documents.iter().zip(1..).map(|(document, number)| {
        Attribute {
            code: format!("DOCUMENT-{number}"),
            asked: false,
            datatype: "text",
            description: plain(
                texts,
                "open311-document",
                &Args::new()
                    .with("name", text_in(&document.name, tag))
                    .with("copies", text_in(&document.copies, tag)),
            ),
            values: Vec::new(),
        }
    }));
    all
}
