//! Makes what people typed fit to print: no signs that steer the direction of the text, none that the shipped
//! fonts lack, no word longer than a column. Escaping is not needed: text reaches the templates as data.

/// Stands for what the fonts cannot show. IBM Plex Sans has a glyph for it.
const UNKNOWN: char = '\u{FFFD}';
/// Lets a line break here and shows nothing.
const BREAK_HERE: char = '\u{200B}';
/// The longest word, in characters, that fits the narrowest column of a letter.
const LONGEST_WORD: usize = 28;
/// Shadda and a vowel: nothing that is read carries more marks on one letter.
const MOST_MARKS: usize = 2;

/// `text` as one line: clean, trimmed, and every stretch of white space a single space. Spaces that do not break
/// stay, and the groups of a number are kept together, which also keeps them in order within Arabic.
pub(crate) fn line(text: &str) -> String {
    let text: Vec<&str> =
        text.split(|sign: char| is_breaking_space(sign)).filter(|word| !word.is_empty()).collect();
    kept_together(cleaned(&text.join(" ")).trim())
}

/// The paragraphs of `text`, each as [`line`] would give it; empty ones are left out.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(line)
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// `text` kept apart from its surroundings, in the direction of its first letter (FSI … PDI).
pub(crate) fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// `text` kept apart from its surroundings, from left to right (LRI … PDI): references, telephones, addresses.
pub(crate) fn left_to_right(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// `text` kept apart from its surroundings, from right to left (RLI … PDI).
pub(crate) fn right_to_left(text: &str) -> String {
    format!("\u{2067}{text}\u{2069}")
}

/// `number` without a place where a line could break, for telephones and hashes written in groups.
pub(crate) fn unbroken(number: &str) -> String {
    number.replace(' ', "\u{A0}")
}

/// Whether a letter in `text` runs from right to left, so that directions can mix.
pub(crate) fn has_right_to_left(text: &str) -> bool {
    text.contains(
        |sign| matches!(sign, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'),
    )
}

/// Puts a space that does not break between two digits.
fn kept_together(text: &str) -> String {
    let mut after_digit = false;
    let mut kept = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let between = after_digit && sign == ' ' && signs.peek().is_some_and(char::is_ascii_digit);
        kept.push(if between { '\u{A0}' } else { sign });
        after_digit = sign.is_ascii_digit();
    }
    kept
}

fn cleaned(text: &str) -> String {
    let mut clean = Clean::default();
    text.chars().filter(|sign| !is_dropped(*sign)).for_each(|sign| clean.push(sign));
    clean.text
}

/// Text on its way to be clean, with what its rules must remember of it.
#[derive(Default)]
struct Clean {
    text: String,
    word: usize,
    marks: usize,
}

impl Clean {
    fn push(&mut self, sign: char) {
        let sign = if crate::typesetting::can_show(sign) { sign } else { UNKNOWN };
        let goes_on = sign == UNKNOWN || is_mark(sign) || matches!(sign, '\u{200C}' | '\u{200D}');
        if goes_on && self.text.ends_with(UNKNOWN) {
            return;
        }
        if is_mark(sign) {
            self.marks += 1;
            if self.marks > MOST_MARKS {
                return;
            }
        } else {
            self.marks = 0;
            self.begin_letter(sign);
        }
        self.text.push(sign);
    }

    fn begin_letter(&mut self, sign: char) {
        if sign == '-' || sign == '/' || sign == BREAK_HERE || is_breaking_space(sign) {
            self.word = 0;
            return;
        }
        if self.word == LONGEST_WORD {
            self.text.push(BREAK_HERE);
            self.word = 0;
        }
        self.word += 1;
    }
}

/// White space at which a line may break; the spaces of French punctuation (U+00A0, U+202F) are none.
fn is_breaking_space(sign: char) -> bool {
    sign.is_whitespace() && !matches!(sign, '\u{A0}' | '\u{202F}' | '\u{2007}')
}

/// Controls, signs that turn the direction of what follows, and invisible signs without a use on paper. Left out
/// even where the fonts would show nothing, because they can make a name read as another one.
const fn is_dropped(sign: char) -> bool {
    matches!(sign,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' // controls
        | '\u{AD}' | '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}'
        | '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}' // variants, tags
        | '\u{200B}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' // bidi embeddings, overrides, isolates
        | '\u{FFF0}'..='\u{FFFB}')
}

/// Marks that stand on the letter before them, in the scripts that the fonts have.
const fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{8D3}'..='\u{8FF}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{LONGEST_WORD, line, paragraphs};
    use crate::typesetting::can_show;

    #[test]
    fn what_is_fit_to_print_stays_as_it_is() {
        for text in [
            "Marie-Ève O’Connor",
            "#let x = $y$; *bold* <b> \\ @ref // _it_ [a] ~",
            "10\u{a0}h\u{a0}52 «\u{202f}oui\u{202f}»",
            "شارع محمد الخامس، رقم ١٢",
            "مُحَمَّد",
        ] {
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn signs_that_turn_the_direction_are_taken_out() {
        assert_eq!(line("Rue\u{202e}eiraM\u{202c} \u{2066}x\u{2069}\u{2067}y"), "RueeiraM xy");
    }

    #[test]
    fn controls_and_white_space_become_one_line() {
        assert_eq!(line("\u{1b}[31m a\t\tb\r\n c\u{0} \u{85}"), "[31m a b c");
    }

    #[test]
    fn the_groups_of_a_number_stay_together() {
        assert_eq!(line("Tel 600 0012, 2 copies"), "Tel 600\u{a0}0012, 2 copies");
    }

    #[test]
    fn what_the_fonts_lack_becomes_one_sign_a_stretch() {
        assert_eq!(line("Ali 👨\u{200d}👩\u{200d}👧\u{fe0f} 你好 \u{e000}!"), "Ali � � �!");
    }

    #[test]
    fn a_letter_carries_no_towers_of_marks() {
        assert_eq!(line("a\u{301}\u{302}\u{303}\u{304}b"), "a\u{301}\u{302}b");
    }

    #[test]
    fn a_word_longer_than_a_column_may_break() {
        let pieces = line(&"w".repeat(100));
        assert!(pieces.split('\u{200b}').all(|it| it.chars().count() <= LONGEST_WORD), "{pieces}");
        assert_eq!(pieces.replace('\u{200b}', ""), "w".repeat(100));
    }

    #[test]
    fn paragraphs_are_told_apart_and_empty_ones_left_out() {
        assert_eq!(paragraphs("one\r\n\n  \ntwo\u{2029}three "), ["one", "two", "three"]);
        assert!(paragraphs(" \n ").is_empty());
    }

    proptest! {
        #[test]
        fn everything_that_is_left_can_be_shown(text in any::<String>()) {
            let clean = line(&text);
            assert!(clean.chars().all(|it| it == '\u{200b}' || can_show(it)), "{clean:?}");
            assert!(!clean.contains(['\n', '\u{202e}', '\u{2068}', '\u{0}']));
        }
    }
}
