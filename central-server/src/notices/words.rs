//! From a notice to its words: an e-mail's subject and text, or an SMS that fits one message where that is possible.

use ::complaints::profile::{Profile, text_in};
use locales::{Args, Language, dates, texts, without_isolation};

use super::kinds::Gap;
use super::{Notice, NoticeChannel, NoticeKind};

/// The words of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The subject of an e-mail; empty for an SMS.
    pub(crate) subject: String,
    /// The text, paragraphs apart by an empty line.
    pub(crate) body: String,
}

/// Puts a notice into words.
pub(crate) fn written(profile: &Profile, notice: &Notice) -> Written {
    match notice.channel {
        NoticeChannel::Sms => Written { subject: String::new(), body: sms(profile, notice) },
        NoticeChannel::Email | NoticeChannel::Webhook => email(profile, notice),
    }
}

fn email(profile: &Profile, notice: &Notice) -> Written {
    let words = texts(notice.language);
    let args = args(profile, notice);
    let say = |key: &str| words.text_with(key, &args);
    let kind = notice.kind.word();
    let title = text_in(&profile.title, notice.language.tag()).to_owned();
    let mut paragraphs = vec![say(&format!("notice-{kind}-text"))];
    match &notice.kind {
        NoticeKind::Acknowledgement { access_code, due, .. } => {
            paragraphs.extend(due.map(|_| say("notice-due")));
            paragraphs.extend(access_code.as_ref().map(|_| say("notice-access-code")));
            paragraphs.push(say("notice-follow"));
        }
        NoticeKind::ForCitizen { .. } => paragraphs.push(say("notice-follow")),
        NoticeKind::ForHolder { .. } => paragraphs.push(say("notice-sign-in")),
        NoticeKind::SavedForm { .. } => paragraphs.push(say("notice-saved-form-open")),
        NoticeKind::ConfirmationCode { .. } | NoticeKind::PasswordReset { .. } | NoticeKind::Test { .. } => {}
    }
    paragraphs.push(format!("{title}\n{}", say("notice-automatic")));
    let body = paragraphs.join("\n\n");
    Written {
        subject: without_isolation(&say(&format!("notice-{kind}-subject"))).replace(['\r', '\n'], " "),
        // In a text that runs from right to left the marks keep references and addresses in one piece.
        body: if notice.language == Language::ArMa { body } else { without_isolation(&body) },
    }
}

fn sms(profile: &Profile, notice: &Notice) -> String {
    let key = format!("notice-{}-sms", notice.kind.word());
    let text = without_isolation(&texts(notice.language).text_with(&key, &args(profile, notice)));
    if notice.language == Language::ArMa { text } else { in_gsm_letters(&text) }
}

fn args(profile: &Profile, notice: &Notice) -> Args {
    let url = profile.follow_url.trim_end_matches('/');
    // In an SMS every letter counts, and telephones recognise an address without its beginning.
    let url = match notice.channel {
        NoticeChannel::Sms => url.trim_start_matches("https://").trim_start_matches("http://"),
        NoticeChannel::Email | NoticeChannel::Webhook => url,
    };
    let title = text_in(&profile.title, notice.language.tag());
    let begun = Args::new().with("url", url).with("desk", format!("{url}/agents")).with("title", title);
    notice.kind.gaps().into_iter().fold(begun, |args, (name, gap)| match gap {
        Gap::Text(text) => args.with(name, text),
        Gap::Number(number) => args.with(name, number),
        Gap::Day(day) => args.with(name, dates::in_sentence(notice.language, day)),
    })
}

/// The letters of GSM 03.38 that are no ASCII: with one letter beyond these an SMS holds 70 instead of 160.
const GSM_LETTERS: &str = "@£$¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";

/// The text in letters that every telephone takes in one message of 160: French loses its circumflexes and thin
/// spaces, not its sense.
fn in_gsm_letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '’' | '‘' => out.push('\''),
            '“' | '”' | '«' | '»' => out.push('"'),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            '–' | '—' => out.push('-'),
            '…' => out.push_str("..."),
            'â' => out.push('a'),
            'ç' => out.push('c'),
            'ê' | 'ë' => out.push('e'),
            'î' | 'ï' => out.push('i'),
            'ô' => out.push('o'),
            'û' => out.push('u'),
            'À' | 'Â' => out.push('A'),
            'È' | 'Ê' => out.push('E'),
            'Î' => out.push('I'),
            'Ô' => out.push('O'),
            'œ' => out.push_str("oe"),
            other if other.is_ascii() || GSM_LETTERS.contains(other) => out.push(other),
            _ => out.push('?'),
        }
    }
    out
}

/// The same words for readers that show HTML: paragraphs, addresses as links, and the direction.
pub(crate) fn as_html(language: &str, body: &str) -> String {
    let direction = language.parse::<Language>().map_or("ltr", Language::direction);
    let paragraphs: Vec<String> = body
        .split("\n\n")
        .map(|paragraph| format!("<p>{}</p>", escaped(paragraph).replace('\n', "<br>\n")))
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"></head>\n\
         <body style=\"font-family: sans-serif; font-size: 16px; line-height: 1.5\">\n{}\n</body>\n</html>\n",
        paragraphs.join("\n")
    )
}

/// Escapes a text for HTML and makes links of the addresses in it.
fn escaped(text: &str) -> String {
    let is_end = |letter: char| letter.is_whitespace() || matches!(letter, '\u{2068}' | '\u{2069}');
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("https://").or_else(|| rest.find("http://")) {
        let (before, from) = rest.split_at(at);
        let (link, after) = from.split_at(from.find(is_end).unwrap_or(from.len()));
        let trimmed = link.trim_end_matches(['.', ',', ';', ':', '،']);
        out.push_str(&plain(before));
        out.push_str(&format!("<a href=\"{0}\">{0}</a>{1}", plain(trimmed), plain(&link[trimmed.len()..])));
        rest = after;
    }
    out.push_str(&plain(rest));
    out
}

fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use ::complaints::Reference;
    use jiff::civil::date;

    use super::super::{CitizenNews, HolderNews};
    use super::*;

    fn profile() -> Profile {
        Profile::read(&crate::profiles::mauritius()).unwrap()
    }

    fn reference() -> Reference {
        Reference { office: "90".parse().unwrap(), device: 12, counter: 99_999 }
    }

    fn for_citizens() -> Vec<NoticeKind> {
        let news = |news| NoticeKind::ForCitizen { reference: reference(), news };
        vec![
            NoticeKind::ConfirmationCode { code: "482913".to_owned(), minutes: 15 },
            NoticeKind::Acknowledgement {
                reference: reference(),
                access_code: Some("7KQ2-9XWD".to_owned()),
                due: Some(date(2026, 11, 26)),
            },
            news(CitizenNews::PassedOn { institution: "Ministry of Environment".to_owned() }),
            news(CitizenNews::DocumentAsked),
            news(CitizenNews::DocumentReminder),
            news(CitizenNews::InterimAnswer),
            news(CitizenNews::Answered),
            news(CitizenNews::Message),
            news(CitizenNews::Resolved),
            news(CitizenNews::Closed),
            news(CitizenNews::ClosedWithoutDocument),
            news(CitizenNews::Reopened),
            news(CitizenNews::HandedOver { office: "CAB 12, Mahébourg".to_owned() }),
            news(CitizenNews::Merged),
            NoticeKind::Test { asked_at: "2026-11-24T10:52:00+04:00".parse().unwrap() },
        ]
    }

    fn for_holders() -> Vec<NoticeKind> {
        let due = date(2026, 11, 26);
        let all = [
            HolderNews::PassedOn,
            HolderNews::Assigned,
            HolderNews::DueSoon { due, days_before: 3 },
            HolderNews::Overdue { due },
            HolderNews::InterimDemanded,
            HolderNews::Escalated { due: Some(due) },
        ];
        let kind =
            |news| NoticeKind::ForHolder { reference: reference(), category: "No water".to_owned(), news };
        all.into_iter().map(kind).collect()
    }

    fn notice(channel: NoticeChannel, language: Language, kind: NoticeKind) -> Notice {
        Notice { channel, to: "somebody".to_owned(), language, kind, about: None }
    }

    #[test]
    fn an_sms_fits_one_message_in_every_language() {
        let profile = profile();
        for language in Language::ALL {
            for kind in for_citizens() {
                let text = written(&profile, &notice(NoticeChannel::Sms, language, kind)).body;
                let most = if language == Language::ArMa { 70 } else { 160 };
                let count = text.encode_utf16().count();
                assert!(count <= most, "{language}: {count} letters: {text}");
                assert!(!text.contains(['{', '}', '?', '\u{2068}']), "{language}: {text}");
                if language != Language::ArMa {
                    let fits = |letter: char| letter.is_ascii() || GSM_LETTERS.contains(letter);
                    assert!(text.chars().all(fits), "{language}: {text}");
                }
            }
        }
    }

    #[test]
    fn an_e_mail_says_what_it_is_about_and_leaves_no_gap() {
        let profile = profile();
        for language in Language::ALL {
            let saved = NoticeKind::SavedForm { code: "7KQ2-9XWD-04TB".to_owned(), until: date(2026, 12, 7) };
            for kind in for_citizens().into_iter().chain(for_holders()).chain([saved]) {
                let names_it = kind.reference().is_some();
                let Written { subject, body } =
                    written(&profile, &notice(NoticeChannel::Email, language, kind));
                assert!(!subject.is_empty() && !subject.starts_with("notice-"), "{language}: {subject}");
                assert!(!body.contains(['{', '}']) && !body.contains("notice-"), "{language}: {body}");
                assert_eq!(body.contains("90-12-99999"), names_it, "{language}: {body}");
            }
        }
    }

    #[test]
    fn an_access_code_stands_in_an_e_mail_and_never_in_an_sms() {
        let (profile, kind) = (profile(), for_citizens().remove(1));
        let said = |channel| written(&profile, &notice(channel, Language::Fr, kind.clone())).body;
        assert!(said(NoticeChannel::Email).contains("7KQ2-9XWD"));
        assert!(!said(NoticeChannel::Sms).contains("7KQ2-9XWD"));
    }

    #[test]
    fn french_keeps_its_sense_in_the_letters_of_a_telephone() {
        assert_eq!(
            in_gsm_letters("Dossier\u{a0}: reçu à l’hôtel, « bien sûr »\u{202f}!"),
            "Dossier : recu à l'hotel, \" bien sur \" !"
        );
    }

    #[test]
    fn html_carries_no_tag_of_anybody_else_and_links_addresses() {
        let html = as_html("ar-MA", "<b>A & B</b>\nsee \u{2068}https://csu.govmu.org/x\u{2069}.\n\nend");
        assert!(html.contains("dir=\"rtl\""));
        assert!(html.contains("&lt;b&gt;A &amp; B&lt;/b&gt;<br>"));
        assert!(html.contains("<a href=\"https://csu.govmu.org/x\">https://csu.govmu.org/x</a>\u{2069}."));
        assert_eq!(html.matches("<p>").count(), 2);
    }
}
