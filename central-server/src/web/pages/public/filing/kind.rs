//! What somebody brings: a complaint, a request, a request for information or a suggestion.

use askama::Template;
use complaints::Kind;

use super::{Filling, Head, Kept, Step};
use crate::web::pages::Pages;
use crate::web::pages::forms::{Faults, Typed};
use crate::web::pages::frame::Frame;

#[derive(Template)]
#[template(path = "portal/file_kind.html")]
pub(super) struct KindPage {
    frame: Frame,
    head: Head,
    faults: Faults,
    kinds: Vec<KindLine>,
    emergency: Vec<(String, String)>,
    privacy_version: String,
}

struct KindLine {
    word: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

impl KindPage {
    /// The page before there is a form.
    pub(super) fn first(frame: Frame, pages: &Pages, faults: Faults) -> Self {
        let head = Head {
            step: frame.t("portal-file-first"),
            back: None,
            action: "/file".to_owned(),
            word: String::new(),
            from_review: false,
            stop: String::new(),
        };
        Self::new(frame, head, pages, "", faults)
    }

    pub(super) fn of(filling: &Filling<'_>, faults: Faults) -> Self {
        let head = filling.head(Step::Kind);
        Self::new(filling.frame.clone(), head, filling.pages, filling.typed("kind"), faults)
    }

    fn new(frame: Frame, head: Head, pages: &Pages, chosen: &str, faults: Faults) -> Self {
        let line = |kind: &Kind| KindLine {
            word: kind.word(),
            label: frame.t(&format!("centre-kind-{kind}")),
            hint: frame.t(&format!("portal-file-kind-{kind}")),
            chosen: kind.word() == chosen,
        };
        let order = [Kind::Complaint, Kind::Request, Kind::Information, Kind::Suggestion];
        Self {
            kinds: order.iter().map(line).collect(),
            emergency: crate::web::pages::public::emergency(pages.profile(), &frame),
            privacy_version: pages.profile().privacy_version.clone(),
            head,
            faults,
            frame,
        }
    }
}

pub(super) fn read(typed: &Typed) -> Option<Kind> {
    typed.get("kind").parse().ok()
}

pub(super) fn kept(typed: &Typed) -> Kept {
    let kind = read(typed).map_or("", Kind::word);
    [("kind".to_owned(), kind.to_owned())].into()
}

pub(super) fn faults(filling: &Filling<'_>) -> Faults {
    let mut faults = Faults::default();
    if filling.typed("kind").parse::<Kind>().is_err() {
        faults.add("kind-complaint", filling.frame.t("portal-file-kind-missing"));
    }
    faults
}
