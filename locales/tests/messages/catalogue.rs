//! The `.ftl` files as the tests see them: every message with its gaps, its plural choices and its plain text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use locales::Language;

/// The files that every language has.
pub(crate) const FILES: [&str; 9] = [
    "desk.ftl",
    "letters.ftl",
    "centre.ftl",
    "portal.ftl",
    "agents.ftl",
    "administration.ftl",
    "notices.ftl",
    "public.ftl",
    "operating.ftl",
];

/// The plural categories of CLDR other than `other`, which every selector has.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// What one message (or one attribute or term) is made of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// The names of its `{ $gaps }`, those in selectors too.
    pub(crate) gaps: BTreeSet<String>,
    /// The messages, terms and attributes it refers to.
    pub(crate) references: BTreeSet<String>,
    /// For each gap that chooses a plural: the categories and exact numbers offered, one set a selector.
    pub(crate) plurals: Vec<(String, BTreeSet<String>)>,
    /// The runs of plain text.
    pub(crate) runs: Vec<Run>,
}

/// A run of plain text between two gaps, or the ends of a message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) text: String,
    /// Whether a gap follows directly.
    pub(crate) before_a_gap: bool,
}

/// The source of one file.
pub(crate) fn source(language: Language, file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(language.tag()).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All messages of one file by key; attributes as `key.attribute`, terms as `-key`.
pub(crate) fn messages(language: Language, file: &str) -> BTreeMap<String, Message> {
    let source = source(language, file);
    let resource = parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{language}/{file} does not parse: {errors:?}"));
    let mut messages = BTreeMap::new();
    let mut add = |key: String, pattern: &Pattern<&str>| {
        let mut message = Message::default();
        message.read(pattern);
        assert!(messages.insert(key.clone(), message).is_none(), "{language}/{file} says {key} twice");
    };
    for entry in &resource.body {
        let (key, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        for attribute in attributes {
            add(format!("{key}.{}", attribute.id.name), &attribute.value);
        }
        if let Some(value) = value {
            add(key, value);
        }
    }
    messages
}

/// Fails with every complaint at once, so that a translator need not run the tests once a line.
pub(crate) fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for (index, element) in pattern.elements.iter().enumerate() {
            match element {
                PatternElement::TextElement { value } => self.runs.push(Run {
                    text: (*value).to_owned(),
                    before_a_gap: matches!(
                        pattern.elements.get(index + 1),
                        Some(PatternElement::Placeable { .. })
                    ),
                }),
                PatternElement::Placeable { expression } => self.read_expression(expression),
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let keys: BTreeSet<String> =
                    variants.iter().map(|variant| key_text(&variant.key).to_owned()).collect();
                if keys.iter().any(|key| CATEGORIES.contains(&key.as_str())) {
                    let mut selected = Self::default();
                    selected.read_inline(selector);
                    let gap = selected.gaps.into_iter().next().expect("a plural is chosen by a gap");
                    self.plurals.push((gap, keys));
                }
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.gaps.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let suffix = attribute.as_ref().map(|it| format!(".{}", it.name)).unwrap_or_default();
                self.references.insert(format!("{}{suffix}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                self.read_arguments(arguments.as_ref());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(Some(arguments)),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: Option<&CallArguments<&str>>) {
        let Some(arguments) = arguments else { return };
        for positional in &arguments.positional {
            self.read_inline(positional);
        }
        for named in &arguments.named {
            self.read_inline(&named.value);
        }
    }
}

fn key_text<'source>(key: &VariantKey<&'source str>) -> &'source str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}
