//! Folding of text for search: what differs only in case, accents or Arabic spelling is found alike.
//!
//! The rules for Arabic: أ إ آ ٱ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي, vowel signs, signs of recitation and tatweel away,
//! ٠–٩ and ۰–۹ → 0–9; the letters that Persian keyboards write for ya, kaf and ha, and the joined lam-alef of old
//! files, are the Arabic ones. What is shown is never folded.

/// The longest text that is taken, in characters.
pub const LONGEST_TEXT: usize = 50_000;

/// The first words of a text, as its subject: its first sentence; of a longer one nine words, and at most 78
/// characters, with an ellipsis behind them.
pub fn first_words(text: &str) -> String {
    let mut subject = String::new();
    for (before, word) in text.split_whitespace().enumerate() {
        if before == 9 || subject.chars().count() + word.chars().count() > 78 {
            if subject.is_empty() {
                return word.chars().take(78).collect();
            }
            subject.truncate(subject.trim_end_matches([',', ';', ':', '،', '؛']).len());
            subject.push('…');
            return subject;
        }
        if before > 0 {
            subject.push(' ');
        }
        subject.push_str(word);
        // A word or two with a full stop are a greeting or a title.
        if before >= 2 && word.ends_with(['.', '!', '?', '؟']) {
            return subject;
        }
    }
    subject
}

/// Folds a text for an index or for a query. Both sides must use this one function.
pub fn fold_for_search(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // Most letters of most texts are ASCII, and need no table.
        let plain = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
        let begin = folded.len();
        folded.push_str(&rest[..plain]);
        folded[begin..].make_ascii_lowercase();
        if plain == 0 {
            fold_char(first, &mut folded);
        }
        rest = &rest[plain.max(first.len_utf8())..];
    }
    folded
}

/// The folded words of a query, in order; whatever is no letter and no digit separates them.
pub fn search_words(query: &str) -> Vec<String> {
    fold_for_search(query)
        .split(|c: char| !is_of_a_word(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Letters and digits. Letters in circles and squares are none: the index of a store takes them for signs.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
}

fn fold_char(c: char, folded: &mut String) {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
        'ى' | 'ئ' | 'ی' => folded.push('ي'),
        'ة' | 'ۀ' | 'ہ' | 'ە' => folded.push('ه'),
        'ک' => folded.push('ك'),
        '\u{fef5}'..='\u{fefc}' => folded.push_str("لا"),
        'ؤ' => folded.push('و'),
        '\u{0640}'
        | '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0670}'
        | '\u{06d6}'..='\u{06dc}'
        | '\u{06df}'..='\u{06e4}'
        | '\u{06e7}'
        | '\u{06e8}'
        | '\u{06ea}'..='\u{06ed}'
        | '\u{0300}'..='\u{036f}' => {}
        '٠'..='٩' => folded.extend(char::from_digit(c as u32 - '٠' as u32, 10)),
        '۰'..='۹' => folded.extend(char::from_digit(c as u32 - '۰' as u32, 10)),
        'ß' | 'ẞ' => folded.push_str("ss"),
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        '’' => folded.push('\''),
        _ => match latin_base(c) {
            Some(base) => folded.push(base),
            None => folded.extend(c.to_lowercase()),
        },
    }
}

fn latin_base(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'ā' | 'Ā' => {
            'a'
        }
        'ç' | 'Ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' | 'ē' | 'Ē' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'ī' | 'Ī' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'ō' | 'Ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' | 'ū' | 'Ū' => 'u',
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_a_sentence_or_shows_that_it_is_cut() {
        let cut = "Tiyo finn pete divan lakaz depi 3 zour. Dilo pe koule.";
        assert_eq!(first_words(cut), "Tiyo finn pete divan lakaz depi 3 zour.");
        assert_eq!(first_words("M. Seeam n’a pas d’eau."), "M. Seeam n’a pas d’eau.");
        let nine = "one two three four five six seven eight nine";
        assert_eq!(first_words(nine), nine);
        assert_eq!(first_words(&format!("{nine}, ten")), format!("{nine}…"));
        assert_eq!(first_words("أين الماء يا ترى؟ لا ماء"), "أين الماء يا ترى؟");
        assert_eq!(first_words(&"x".repeat(100)), "x".repeat(78));
        assert_eq!(first_words(" \n"), "");
    }

    #[test]
    fn case_and_accents_do_not_count() {
        assert_eq!(fold_for_search("Mahébourg, Rivière du Rempart"), "mahebourg, riviere du rempart");
        assert_eq!(fold_for_search("e\u{301}cole"), "ecole");
        assert_eq!(fold_for_search("CŒUR"), "coeur");
    }

    #[test]
    fn plain_letters_fold_as_all_others_do() {
        for c in (0..128).map(char::from) {
            let mut folded = String::new();
            fold_char(c, &mut folded);
            assert_eq!(fold_for_search(&format!("é{c}é")), format!("e{folded}e"), "{c:?}");
        }
    }

    #[test]
    fn arabic_spellings_meet() {
        assert_eq!(fold_for_search("إنارةٌ"), fold_for_search("انارة"));
        assert_eq!(fold_for_search("شكــاية ٤٧"), "شكايه 47");
        assert_eq!(fold_for_search("مؤسسة على شاطئ"), "موسسه علي شاطي");
        assert_eq!(fold_for_search("شَكْوَىٰ ۲۳ ٱلْمَاءِ"), "شكوي 23 الماء");
        assert_eq!(fold_for_search("کتابی"), fold_for_search("كتابي"));
        assert_eq!(fold_for_search("\u{fefb}"), fold_for_search("لا"));
    }

    #[test]
    fn a_query_falls_into_words() {
        assert_eq!(search_words("  L’eau, d'Étienne! "), ["l", "eau", "d", "etienne"]);
        assert!(search_words("«»?!").is_empty());
    }
}
