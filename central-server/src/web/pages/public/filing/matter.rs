//! What it is about: the categories under their headings, found by words too. It works without scripts: a heading opens
//! by itself, and a search is a form.

use askama::Template;
use complaints::profile::{Category, text_in};
use complaints::{fold_for_search, search_words};

use super::{Filling, Head, Kept, Step, usual};
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::{Frame, institution_name};

#[derive(Template)]
#[template(path = "portal/file_matter.html")]
pub(super) struct MatterPage {
    frame: Frame,
    head: Head,
    faults: Faults,
    words: String,
    groups: Vec<Group>,
}

/// A heading with its categories.
struct Group {
    title: String,
    open: bool,
    matters: Vec<Matter>,
}

struct Matter {
    code: String,
    name: String,
    /// Who answers, and how soon.
    second: String,
    chosen: bool,
}

impl MatterPage {
    pub(super) fn of(filling: &Filling<'_>, faults: Faults) -> Self {
        let (profile, frame) = (filling.profile(), &filling.frame);
        let (words, chosen) = (filling.typed("words"), filling.typed("category"));
        let wanted = search_words(words);
        let mut groups: Vec<Group> = Vec::new();
        // What is closed stays for whoever had chosen it before.
        let today = filling.today();
        let open = |category: &&Category| category.is_open_on(today) || category.code == chosen;
        let categories = profile.categories.iter().filter(open);
        for category in categories.filter(|category| fits(filling, category, &wanted)) {
            let title = text_in(&category.group, frame.tag());
            let is_chosen = category.code == chosen;
            let matter = Matter {
                code: category.code.clone(),
                name: text_in(&category.name, frame.tag()).to_owned(),
                second: [
                    institution_name(profile, &category.institution, &filling.frame).to_owned(),
                    usual(frame, category),
                ]
                .join(frame.comma()),
                chosen: is_chosen,
            };
            match groups.iter_mut().find(|group| group.title == title) {
                Some(group) => {
                    group.open |= is_chosen;
                    group.matters.push(matter);
                }
                None => groups.push(Group {
                    title: title.to_owned(),
                    open: is_chosen || !wanted.is_empty(),
                    matters: vec![matter],
                }),
            }
        }
        Self {
            words: words.to_owned(),
            head: filling.head(Step::Matter),
            frame: filling.frame.clone(),
            faults,
            groups,
        }
    }

    /// A fault of the choice leads to the first one there is.
    fn fault(&self) -> Option<&str> {
        self.faults.on("matter")
    }
}

/// Whether all words stand in what a category is called, in any language, or in who answers.
fn fits(filling: &Filling<'_>, category: &Category, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let institution = institution_name(filling.profile(), &category.institution, &filling.frame);
    let names = category.group.values().chain(category.name.values()).map(String::as_str);
    let all: Vec<&str> = names.chain([institution, category.path.as_str()]).collect();
    let folded = fold_for_search(&all.join(" "));
    words.iter().all(|word| folded.contains(word.as_str()))
}

pub(super) fn kept(typed: &Typed) -> Kept {
    let mut kept = super::fields::lines(typed, &["words"]);
    // Nothing chosen among what a search has found does not take back what was chosen before.
    if !typed.get("category").is_empty() {
        kept.insert("category".to_owned(), typed.line("category"));
    }
    kept
}

pub(super) fn faults(filling: &Filling<'_>) -> Faults {
    let mut faults = Faults::default();
    if filling.category().is_none() {
        faults.add("matter", filling.frame.t("portal-file-matter-missing"));
    }
    faults
}
