//! What programs that speak Open311 (GeoReport v2) may know and do. How it travels, as XML or JSON over HTTP, stands in
//! `web/open311`; what is public at all is decided here, in `publicity`.

mod asking;
mod keys;
mod once;
pub(crate) mod posting;
pub(crate) mod publicity;
pub(crate) mod requests;
pub(crate) mod services;

use locales::{Args, Texts, without_isolation};

pub use keys::ApiKey;

/// Why a call is refused. The standard knows 404 for what does not exist, 403 for the key, and 400 for all else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is no such address.
    Address,
    /// There is no such format.
    Format,
    /// Another jurisdiction is asked for; this is ours.
    Jurisdiction(String),
    /// There is no service of that code.
    Service(String),
    /// There is no public request of that id.
    Request(String),
    /// There is no such token.
    Token(String),
    /// No key came along.
    NoKey,
    /// The key is none that is valid.
    Key,
    /// The key was used too often in this hour, or the line asks too much.
    TooOften,
    /// No service was named.
    NoService,
    /// No place was given.
    NoPlace,
    /// Latitude and longitude are no point on the earth, or one of them is missing.
    Point,
    /// The description is longer than this.
    Long(usize),
    /// A value of that field cannot be used.
    Field(&'static str),
    /// There is no such attribute, or it does not take that value.
    Attribute(String),
    /// A value that is neither `open` nor `closed`.
    Status,
    /// The value of that field is no time.
    Time(&'static str),
    /// The times are the wrong way round, or more than so many days apart.
    Range(i64),
    /// More ids than this.
    Ids(usize),
    /// What was sent is no form.
    NoForm,
    /// This deployment takes nothing without an office.
    NotTaken,
    /// The centre cannot work now.
    Trouble,
}

impl Fault {
    /// The code in the answer, which is the status of HTTP too.
    pub(crate) fn code(&self) -> u16 {
        match self {
            Self::Address
            | Self::Format
            | Self::Jurisdiction(_)
            | Self::Service(_)
            | Self::Request(_)
            | Self::Token(_) => 404,
            Self::NoKey | Self::Key => 403,
            Self::TooOften => 429,
            Self::Trouble => 503,
            _ => 400,
        }
    }

    /// What is said to the person in front of the program.
    pub(crate) fn told(&self, texts: &Texts) -> String {
        without_isolation(&self.in_words(texts))
    }

    fn in_words(&self, texts: &Texts) -> String {
        let one = |key: &str, value: &str| texts.text_with(key, &Args::new().with("value", value));
        let many = |key: &str, number: i64| texts.text_with(key, &Args::new().with("limit", number));
        match self {
            Self::Address => texts.text("open311-address"),
            Self::Format => texts.text("open311-format"),
            Self::Jurisdiction(ours) => one("open311-jurisdiction", ours),
            Self::Service(code) => one("open311-service", code),
            Self::Request(id) => one("open311-request", id),
            Self::Token(token) => one("open311-token", token),
            Self::NoKey => texts.text("open311-no-key"),
            Self::Key => texts.text("open311-key"),
            Self::TooOften => texts.text("open311-too-often"),
            Self::NoService => texts.text("open311-no-service"),
            Self::NoPlace => texts.text("open311-no-place"),
            Self::Point => texts.text("open311-point"),
            Self::Long(limit) => many("open311-long", i64::try_from(*limit).unwrap_or(i64::MAX)),
            Self::Field(name) => one("open311-field", name),
            Self::Attribute(code) => one("open311-attribute", code),
            Self::Status => texts.text("open311-status"),
            Self::Time(name) => one("open311-time", name),
            Self::Range(days) => many("open311-range", *days),
            Self::Ids(most) => many("open311-ids", i64::try_from(*most).unwrap_or(i64::MAX)),
            Self::NoForm => texts.text("open311-no-form"),
            Self::NotTaken => texts.text("open311-not-taken"),
            Self::Trouble => texts.text("centre-trouble"),
        }
    }
}

/// A message with its gaps filled, for programs: without the marks of direction that a page needs.
pub(crate) fn plain(texts: &Texts, key: &str, args: &Args) -> String {
    without_isolation(&texts.text_with(key, args))
}

/// Names and values as they came, in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given(Vec<(String, String)>);

impl Given {
    /// Takes the pairs of a query or a form.
    pub(crate) fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The value of that name without blanks around it. An empty one counts as none, as the standard says.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.trim())
            .filter(|it| !it.is_empty())
    }

    /// All values of that name, also those behind commas.
    pub(crate) fn many(&self, name: &str) -> Vec<&str> {
        let named = self.0.iter().filter(|(known, _)| known == name);
        named.flat_map(|(_, values)| values.split(',')).map(str::trim).filter(|it| !it.is_empty()).collect()
    }

    /// All that says something, in an order that does not depend on how it came.
    fn in_order(&self) -> Vec<(&str, &str)> {
        let mut said: Vec<(&str, &str)> = self
            .0
            .iter()
            .map(|(name, value)| (name.as_str(), value.trim()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        said.sort_unstable();
        said
    }

    /// Every `attribute[code]=value` and `attribute[code][]=value`.
    pub(crate) fn attributes(&self) -> Vec<(&str, &str)> {
        let of = |(name, value): &'_ (String, String)| -> Option<(usize, usize)> {
            let inside = name.strip_prefix("attribute[")?;
            let end = inside.find(']')?;
            let rest = &inside[end + 1..];
            (matches!(rest, "" | "[]") && !value.trim().is_empty()).then_some((10, 10 + end))
        };
        self.0
            .iter()
            .filter_map(|pair| of(pair).map(|(from, to)| (&pair.0[from..to], pair.1.trim())))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> Given {
        Given::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn an_empty_value_is_as_good_as_none() {
        let given =
            given(&[("status", " "), ("lat", "-20.1 "), ("service_code", "a,,b"), ("service_code", "c")]);
        assert_eq!((given.one("status"), given.one("lat")), (None, Some("-20.1")));
        assert_eq!(given.many("service_code"), ["a", "b", "c"]);
    }

    #[test]
    fn attributes_are_read_as_the_standard_writes_them() {
        let given = given(&[
            ("attribute[KIND]", "request"),
            ("attribute[CONTACT][]", "phone"),
            ("attribute[CONTACT][]", "sms"),
            ("attribute[LANGUAGE]", " "),
            ("attribute[", "x"),
            ("attribute[A]x", "x"),
        ]);
        assert_eq!(given.attributes(), [("KIND", "request"), ("CONTACT", "phone"), ("CONTACT", "sms")]);
    }
}
