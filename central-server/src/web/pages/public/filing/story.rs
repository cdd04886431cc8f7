//! What happened, and where.

use askama::Template;
use complaints::read_point;

use super::{Filling, Head, Kept, Meaning, Step, fields};
use crate::web::pages::forms::{Faults, Text, TextFault, Typed};
use crate::web::pages::frame::Frame;

#[derive(Template)]
#[template(path = "portal/file_story.html")]
pub(super) struct StoryPage {
    frame: Frame,
    head: Head,
    faults: Faults,
    meaning: Option<Meaning>,
    text: String,
    place: String,
    point: String,
    localities: Vec<String>,
    title: String,
}

impl StoryPage {
    pub(super) fn of(filling: &Filling<'_>, faults: Faults) -> Self {
        let typed = |name: &str| filling.typed(name).to_owned();
        Self {
            head: filling.head(Step::Story),
            meaning: filling.meaning(),
            text: typed("text"),
            place: typed("place"),
            point: typed("point"),
            localities: filling.profile().localities.clone(),
            title: filling.frame.one("portal-file-story-title", "kind", &typed("kind")),
            frame: filling.frame.clone(),
            faults,
        }
    }
}

/// What is kept, and that something was taken out of it which nobody could see.
pub(super) fn kept(filling: &Filling<'_>, typed: &Typed) -> (Kept, Faults) {
    let mut kept = fields::lines(typed, &["place", "point"]);
    let text = typed.text("text");
    let mut hidden = Faults::default();
    if text.fault == Some(TextFault::Hidden) {
        hidden.add_if("text", text.message(&filling.frame, None));
    }
    kept.insert("text".to_owned(), text.clean);
    (kept, hidden)
}

pub(super) fn faults(filling: &Filling<'_>) -> Faults {
    let mut faults = Faults::default();
    let text = Text::of(filling.typed("text"));
    faults.add_if("text", text.message(&filling.frame, Some("portal-file-text-missing")));
    fields::check_lengths(filling, &[("place", "place"), ("point", "point")], &mut faults);
    let point = filling.typed("point");
    if !point.is_empty() && faults.on("point").is_none() && read_point(point).is_none() {
        faults.add("point", filling.frame.t("portal-file-point-shape"));
    }
    faults
}
