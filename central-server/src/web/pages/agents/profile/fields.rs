//! Which fields the form of a row has, what they say, and what may stand in them.

use std::collections::BTreeMap;

use complaints::profile::{Institution, Profile, Sheet, text_in};
use complaints::{OfficeCode, fold_for_search};
use jiff::civil::Date;
use locales::{Args, Language};

use super::subject::Subject;
use crate::web::pages::frame::{Frame, category_name, institution_name};

/// A field of a form.
pub(super) struct Field {
    /// Its name in the form: the column that it is written into, or a word for several.
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) kind: Kind,
    /// What stands in it.
    pub(super) value: String,
    /// It may not be empty.
    pub(super) needed: bool,
    /// The language that is written in it, where it is one.
    pub(super) language: Option<String>,
}

/// What a field takes.
pub(super) enum Kind {
    /// What names the row and stays.
    Fixed,
    Line,
    Number,
    Day,
    /// Values and their names; the first one may be empty.
    Choice(Vec<(String, String)>),
    Tick,
}

/// The form of a row as it stands; of a new one without a row.
pub(super) struct Form<'a> {
    pub(super) frame: &'a Frame,
    pub(super) profile: &'a Profile,
    pub(super) sheet: &'a Sheet,
    pub(super) subject: Subject,
    pub(super) row: Option<usize>,
}

impl Form<'_> {
    /// All fields in their order.
    pub(super) fn fields(&self) -> Vec<Field> {
        let mut fields = match self.subject {
            Subject::Institutions => self.institution(),
            Subject::Categories => self.category(),
            Subject::Documents => {
                let mut fields = vec![self.needed(self.choice("category", self.categories()))];
                fields.extend(self.in_languages("name", true));
                fields.extend(self.in_languages("copies", true));
                fields
            }
            Subject::Routing => vec![
                self.needed(self.choice("category", self.routed())),
                self.choice("locality", self.places()),
                self.needed(self.choice("institution", self.named_institutions())),
            ],
            Subject::Offices => {
                let mut fields = vec![self.code(), self.needed(self.line("name"))];
                fields.extend(["address", "hours", "phone"].map(|column| self.line(column)));
                fields
            }
            Subject::Holidays => {
                let mut fields = vec![self.code()];
                fields.extend(self.in_languages("name", true));
                fields
            }
        };
        if self.subject.is_closed() {
            fields.push(self.field("closed_from", Kind::Day));
        }
        fields
    }

    fn institution(&self) -> Vec<Field> {
        let mut fields = vec![self.code(), self.needed(self.line("name"))];
        fields.extend(self.in_languages("name", false));
        fields.push(self.line("kind"));
        fields.push(self.choice("parent", self.institutions()));
        fields.push(self.line("hotline"));
        fields
    }

    fn category(&self) -> Vec<Field> {
        let mut fields = vec![self.code(), self.heading()];
        fields.extend(self.in_languages("group", false).into_iter().map(|field| Field {
            // What the heading is called stands in the choice above; these are for a new one.
            value: String::new(),
            ..field
        }));
        fields.extend(self.in_languages("name", true));
        let priorities = ["urgent", "high", "normal", "low"];
        let priorities =
            priorities.map(|word| (word.to_owned(), self.frame.t(&format!("profile-priority-{word}"))));
        fields.push(self.needed(self.choice("institution", self.institutions())));
        fields.push(self.line("alternatives"));
        fields.push(self.line("rule"));
        fields.push(self.field("ack_days", Kind::Number));
        fields.push(self.field("resolve_days", Kind::Number));
        fields.push(self.needed(self.choice("priority", priorities.to_vec())));
        for word in ["confidential", "anonymous"] {
            let offered = self.cell("discretion").split_whitespace().any(|known| known == word);
            let value = if offered { "1".to_owned() } else { String::new() };
            fields.push(Field { value, ..self.field(word, Kind::Tick) });
        }
        fields.push(self.field("restricted", Kind::Tick));
        fields.push(self.field("office_resolves", Kind::Tick));
        fields.extend(self.in_languages("fee", false));
        fields
    }

    /// The headings that there are, each by the code of its first category.
    fn heading(&self) -> Field {
        let mut headings: Vec<(String, String)> = vec![(String::new(), self.frame.t("profile-heading-new"))];
        let mut seen: Vec<&BTreeMap<String, String>> = Vec::new();
        let own =
            self.row.and_then(|_| self.profile.category(self.cell("code"))).map(|category| &category.group);
        let mut value = String::new();
        for category in &self.profile.categories {
            if !seen.contains(&&category.group) {
                seen.push(&category.group);
                headings.push((category.code.clone(), text_in(&category.group, self.frame.tag()).to_owned()));
                if own == Some(&category.group) {
                    value.clone_from(&category.code);
                }
            }
        }
        Field { value, ..self.field("heading", Kind::Choice(headings)) }
    }

    fn code(&self) -> Field {
        let column = self.subject.key().unwrap_or("code");
        let kind = match (self.row, self.subject) {
            (Some(_), _) => Kind::Fixed,
            (None, Subject::Holidays) => Kind::Day,
            (None, _) => Kind::Line,
        };
        self.needed(self.field(column, kind))
    }

    fn line(&self, column: &str) -> Field {
        self.field(column, Kind::Line)
    }

    fn choice(&self, column: &str, mut choices: Vec<(String, String)>) -> Field {
        let value = self.cell(column);
        // What stands there stays possible, whatever it is.
        if !value.is_empty() && choices.iter().all(|(known, _)| known != value) {
            choices.push((value.to_owned(), value.to_owned()));
        }
        self.field(column, Kind::Choice(choices))
    }

    fn needed(&self, field: Field) -> Field {
        Field { needed: true, ..field }
    }

    fn field(&self, column: &str, kind: Kind) -> Field {
        let frame = self.frame;
        let hint = frame.t(&format!("profile-hint-{}-{column}", self.subject.word()).replace('_', "-"));
        // A text that is not there comes back as its key.
        let hint = if hint.starts_with("profile-hint-") { String::new() } else { hint };
        let label = column_name(frame, self.subject, column);
        let value = self.cell(column).to_owned();
        Field { name: column.to_owned(), label, hint, kind, value, needed: false, language: None }
    }

    /// A field for each language of the deployment.
    fn in_languages(&self, column: &str, needed: bool) -> Vec<Field> {
        let field = |tag: &String| {
            let name = format!("{column}_{}", suffix(tag));
            let language: Option<Language> = tag.parse().ok();
            let language_name =
                language.map_or_else(|| tag.clone(), |language| language.own_name().to_owned());
            let what = column_name(self.frame, self.subject, column);
            let label = Args::new().with("what", what).with("language", language_name);
            Field {
                label: self.frame.with("profile-in-language", &label),
                value: self.cell(&name).to_owned(),
                needed,
                language: Some(tag.clone()),
                name,
                ..self.field(column, Kind::Line)
            }
        };
        self.profile.languages.iter().map(field).collect()
    }

    fn cell(&self, column: &str) -> &str {
        self.row.map_or("", |row| self.sheet.cell(row, column))
    }

    fn institutions(&self) -> Vec<(String, String)> {
        let all = self.profile.institutions.iter();
        let mut all: Vec<(String, String)> =
            all.map(|(code, it)| (code.clone(), it.name_in(self.frame.tag()).to_owned())).collect();
        all.sort_by_key(|(_, name)| fold_for_search(name));
        all.insert(0, (String::new(), self.frame.t("profile-none")));
        all
    }

    fn named_institutions(&self) -> Vec<(String, String)> {
        let is_open =
            |code: &str| self.profile.institutions.get(code).is_some_and(Institution::is_to_be_named);
        self.institutions().into_iter().filter(|(code, _)| !is_open(code)).collect()
    }

    fn categories(&self) -> Vec<(String, String)> {
        let all = self.profile.categories.iter();
        let named = all.map(|it| (it.code.clone(), category_name(self.profile, &it.code, self.frame)));
        std::iter::once((String::new(), self.frame.t("profile-none"))).chain(named).collect()
    }

    /// What a rule may be about: a category, or an institution that is still to be named.
    fn routed(&self) -> Vec<(String, String)> {
        let open = self.profile.institutions.iter().filter(|(_, it)| it.is_to_be_named());
        let mut all = self.categories();
        all.splice(1..1, open.map(|(code, it)| (code.clone(), it.name_in(self.frame.tag()).to_owned())));
        all
    }

    fn places(&self) -> Vec<(String, String)> {
        let mut places: Vec<String> = self.profile.localities.clone();
        places.sort_by_key(|place| fold_for_search(place));
        places.dedup();
        let named = places.into_iter().map(|place| (place.clone(), place));
        std::iter::once((String::new(), self.frame.t("profile-everywhere"))).chain(named).collect()
    }
}

/// How the columns of a language end: `ar` for `ar-MA`.
pub(super) fn suffix(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What a column is called for people; the column itself where it has no name.
pub(super) fn column_name(frame: &Frame, subject: Subject, column: &str) -> String {
    let own = frame.t(&format!("profile-column-{}-{column}", subject.word()).replace('_', "-"));
    if !own.starts_with("profile-column-") {
        return own;
    }
    let general = frame.t(&format!("profile-column-{column}").replace('_', "-"));
    if general.starts_with("profile-column-") { column.to_owned() } else { general }
}

/// What a row is called for people.
pub(super) fn row_name(
    frame: &Frame,
    profile: &Profile,
    subject: Subject,
    cell: impl Fn(&str) -> String,
) -> String {
    let in_language = |column: &str| {
        let own = cell(&format!("{column}_{}", suffix(frame.tag())));
        let other = || profile.languages.iter().map(|tag| cell(&format!("{column}_{}", suffix(tag))));
        if own.is_empty() { other().find(|text| !text.is_empty()).unwrap_or_default() } else { own }
    };
    let two = |one: String, other: String| if other.is_empty() { one } else { format!("{one} · {other}") };
    match subject {
        Subject::Institutions => match in_language("name") {
            name if name.is_empty() => cell("name"),
            name => name,
        },
        Subject::Categories => two(in_language("group"), in_language("name")),
        Subject::Documents => two(category_name(profile, &cell("category"), frame), in_language("name")),
        Subject::Routing => {
            let (code, place) = (cell("category"), cell("locality"));
            let known = profile.category(&code).is_some();
            let what = if known {
                category_name(profile, &code, frame)
            } else {
                institution_name(profile, &code, frame).to_owned()
            };
            two(what, if place.is_empty() { frame.t("profile-everywhere") } else { place })
        }
        Subject::Offices => cell("name"),
        Subject::Holidays => {
            let day = cell("date").parse::<Date>().map_or_else(|_| cell("date"), |day| frame.day(day));
            two(day, in_language("name"))
        }
    }
}

/// Whether this can be the code of an office.
pub(super) fn is_office_code(text: &str) -> bool {
    text.parse::<OfficeCode>().is_ok()
}
