//! The messages of each language, parsed once in a process. What the messages say is in the `.ftl` files beside
//! `src`; that they agree with each other is tested in `tests/`.

use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

use crate::{Args, Language, numbers};

/// The messages of `language`.
#[must_use]
pub fn texts(language: Language) -> &'static Texts {
    static TEXTS: [OnceLock<Texts>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    TEXTS[language as usize].get_or_init(|| Texts::parse(language))
}

/// `text` without the marks that keep a name's direction apart from the sentence around it (U+2066 to U+2069),
/// for SMS, CSV and terminals, which show them as boxes or count them as letters.
#[must_use]
pub fn without_isolation(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// The messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The message `key`, which has no gaps. A key missing here comes in English, and one missing there too comes
    /// as itself: a strange word on the page is better than no page.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &Args::new())
    }

    /// The message `key` with its gaps filled. Every filled gap stands between isolation marks, so that a Latin
    /// name does not tear an Arabic sentence apart. A gap without a value shows its own name.
    #[must_use]
    pub fn text_with(&self, key: &str, args: &Args) -> String {
        self.find(key, args).or_else(|| texts(Language::En).find(key, args)).unwrap_or_else(|| key.to_owned())
    }

    /// Whether this language itself has the message `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// Whose messages these are.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    fn find(&self, key: &str, args: &Args) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        // What goes wrong inside a message, such as a gap without a value, is visible in the text itself.
        let mut errors = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&args.fluent(self.language)), &mut errors).into_owned())
    }

    fn parse(language: Language) -> Self {
        Self::from_sources(language, &sources(language))
    }

    /// A damaged message or a second one of the same key is passed over: the tests of this crate keep both out of
    /// a release, and a clerk can work with one missing text, but not without the program.
    fn from_sources(language: Language, sources: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.plural_locale()]);
        bundle.set_formatter(Some(numbers::formatter(language)));
        // Can only fail where NUMBER exists already, which it does not in a new bundle.
        let _ = bundle.add_builtins();
        for source in sources {
            let resource =
                FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
            let _ = bundle.add_resource(resource);
        }
        Self { language, bundle }
    }
}

const fn sources(language: Language) -> [&'static str; 9] {
    match language {
        Language::En => [
            include_str!("../en/letters.ftl"),
            include_str!("../en/centre.ftl"),
            include_str!("../en/portal.ftl"),
            include_str!("../en/agents.ftl"),
            include_str!("../en/administration.ftl"),
            include_str!("../en/public.ftl"),
            include_str!("../en/desk.ftl"),
            include_str!("../en/notices.ftl"),
            include_str!("../en/operating.ftl"),
        ],
        Language::Fr => [
            include_str!("../fr/letters.ftl"),
            include_str!("../fr/centre.ftl"),
            include_str!("../fr/portal.ftl"),
            include_str!("../fr/agents.ftl"),
            include_str!("../fr/administration.ftl"),
            include_str!("../fr/public.ftl"),
            include_str!("../fr/desk.ftl"),
            include_str!("../fr/notices.ftl"),
            include_str!("../fr/operating.ftl"),
        ],
        Language::Mfe => [
            include_str!("../mfe/letters.ftl"),
            include_str!("../mfe/centre.ftl"),
            include_str!("../mfe/portal.ftl"),
            include_str!("../mfe/agents.ftl"),
            include_str!("../mfe/administration.ftl"),
            include_str!("../mfe/public.ftl"),
            include_str!("../mfe/desk.ftl"),
            include_str!("../mfe/notices.ftl"),
            include_str!("../mfe/operating.ftl"),
        ],
        Language::ArMa => [
            include_str!("../ar-MA/letters.ftl"),
            include_str!("../ar-MA/centre.ftl"),
            include_str!("../ar-MA/portal.ftl"),
            include_str!("../ar-MA/agents.ftl"),
            include_str!("../ar-MA/administration.ftl"),
            include_str!("../ar-MA/public.ftl"),
            include_str!("../ar-MA/desk.ftl"),
            include_str!("../ar-MA/notices.ftl"),
            include_str!("../ar-MA/operating.ftl"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::{Texts, texts, without_isolation};
    use crate::{Args, Language};

    const COUNTED: &str = "\
days = { $count ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
hello = Hello { $name }
total = { $count }
";

    fn chosen(language: Language, count: i64) -> String {
        Texts::from_sources(language, &[COUNTED]).text_with("days", &Args::new().with("count", count))
    }

    #[test]
    fn texts_are_shared_between_threads() {
        fn shared<T: Send + Sync + 'static>(_: &T) {}
        for language in Language::ALL {
            shared(texts(language));
            assert_eq!(texts(language).language(), language);
        }
    }

    #[test]
    fn kreol_never_chooses_anything_but_other() {
        for count in [0, 1, 2, 3, 5, 11, 99, 100, 1_000_000, -1] {
            assert_eq!(chosen(Language::Mfe, count), "other", "{count}");
        }
    }

    #[test]
    fn arabic_chooses_all_six_forms() {
        for (count, form) in [
            (0, "zero"),
            (1, "one"),
            (2, "two"),
            (3, "few"),
            (10, "few"),
            (11, "many"),
            (99, "many"),
            (100, "other"),
            (102, "other"),
            (103, "few"),
            (-1003, "few"),
            (111, "many"),
            (1299, "many"),
            (201, "other"),
        ] {
            assert_eq!(chosen(Language::ArMa, count), form, "{count}");
        }
    }

    #[test]
    fn arabic_shows_the_number_it_counted() {
        let arabic = Texts::from_sources(Language::ArMa, &[COUNTED]);
        for (count, text) in [(7, "7"), (103, "103"), (-1003, "-1.003"), (100_200, "100.200")] {
            let shown = arabic.text_with("total", &Args::new().with("count", count));
            assert_eq!(without_isolation(&shown), text);
        }
    }

    #[test]
    fn french_counts_zero_as_one_and_english_does_not() {
        assert_eq!(["one", "one", "other"].map(str::to_owned), [0, 1, 2].map(|n| chosen(Language::Fr, n)));
        assert_eq!(["other", "one", "other"].map(str::to_owned), [0, 1, 2].map(|n| chosen(Language::En, n)));
    }

    #[test]
    fn a_filled_gap_is_isolated_and_can_be_laid_bare() {
        let text = Texts::from_sources(Language::En, &[COUNTED])
            .text_with("hello", &Args::new().with("name", String::from("Zoé")));
        assert_eq!(text, "Hello \u{2068}Zoé\u{2069}");
        assert_eq!(without_isolation(&text), "Hello Zoé");
    }

    #[test]
    fn a_number_is_grouped_and_digits_given_as_text_are_not() {
        let french = Texts::from_sources(Language::Fr, &[COUNTED]);
        let total = |args| without_isolation(&french.text_with("total", &args));
        assert_eq!(total(Args::new().with("count", 1234_usize)), "1\u{202f}234");
        assert_eq!(total(Args::new().with("count", "2026")), "2026");
    }

    #[test]
    fn the_last_value_given_to_a_gap_counts() {
        let english = Texts::from_sources(Language::En, &[COUNTED]);
        let args = Args::new().with("name", "Ann").with("name", String::from("Zoé"));
        assert_eq!(without_isolation(&english.text_with("hello", &args)), "Hello Zoé");
    }

    #[test]
    fn a_missing_key_comes_in_english_and_an_unknown_one_as_itself() {
        let empty = Texts::from_sources(Language::Fr, &[]);
        let key = include_str!("../en/centre.ftl").lines().find_map(|line| line.split_once(" = ")).unwrap().0;
        assert!(!empty.has(key) && texts(Language::En).has(key));
        assert_eq!(empty.text(key), texts(Language::En).text(key));
        for unknown in ["no-such-key", "", "not a key!", "-brand"] {
            assert_eq!(empty.text(unknown), unknown);
        }
    }

    #[test]
    fn a_gap_without_a_value_shows_its_name() {
        let text = Texts::from_sources(Language::En, &[COUNTED]).text("hello");
        assert_eq!(without_isolation(&text), "Hello {$name}");
    }

    #[test]
    fn a_damaged_message_does_not_hide_the_others() {
        let damaged = Texts::from_sources(Language::En, &["one = 1\n)) rubbish\ntwo = 2\n"]);
        assert_eq!(damaged.text("one") + &damaged.text("two"), "12");
    }
}
