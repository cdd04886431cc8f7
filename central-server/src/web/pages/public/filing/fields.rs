//! Single lines of a form: how long they may be, and what an address for an answer must look like.

use complaints::profile::Profile;
use locales::Args;

use super::{Filling, Kept};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;

/// The longest line that is taken, in characters.
const LONGEST_LINE: usize = 200;

/// No telephone number is shorter, even where the deployment has no rule for them.
const FEWEST_DIGITS: usize = 5;

/// Lines as they are kept: without what cannot be seen, and cut where nobody reads any more. What is too long by less
/// stays, so that it can be shortened.
pub(in crate::web::pages::public) fn lines(typed: &Typed, names: &[&str]) -> Kept {
    let line = |name: &&str| ((*name).to_owned(), typed.line(name).chars().take(2_000).collect());
    names.iter().map(line).collect()
}

/// Says which lines are too long.
pub(super) fn check_lengths(filling: &Filling<'_>, fields: &[(&str, &'static str)], faults: &mut Faults) {
    for (name, id) in fields {
        faults.add_if(id, too_long(&filling.frame, filling.typed(name)));
    }
}

/// What to say about a line that is too long.
pub(in crate::web::pages::public) fn too_long(frame: &Frame, line: &str) -> Option<String> {
    let length = line.chars().count();
    let args = || Args::new().with("length", length).with("limit", LONGEST_LINE);
    (length > LONGEST_LINE).then(|| frame.with("centre-text-long", &args()))
}

/// Whether an e-mail can be sent there, as far as one sees.
pub(in crate::web::pages::public) fn is_email(typed: &str) -> bool {
    let Some((name, domain)) = typed.rsplit_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty()
            && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>()[],;:\"\\@".contains(c))
    };
    let dotted = domain.split('.').count() >= 2 && domain.split('.').all(|label| !label.is_empty());
    plain(name)
        && plain(domain)
        && dotted
        && typed.len() <= 254
        && !name.starts_with('.')
        && !name.ends_with('.')
}

/// Whether a number can be called or written to, as far as one sees.
pub(in crate::web::pages::public) fn is_phone(profile: &Profile, typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    digits >= FEWEST_DIGITS && profile.check_phone(typed).is_none()
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn an_address_is_one_to_which_something_can_be_sent() {
        for good in ["a@b.mu", "jean-noel.lafleur+plint@example.co.mu", "ا@example.ma"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@b",
            "@b.mu",
            "a@.mu",
            "a b@c.mu",
            "a@b.mu,c@d.mu",
            "a@b@c.mu",
            "a@b.mu\r\nBcc: x@y.z",
            "<a@b.mu>",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
