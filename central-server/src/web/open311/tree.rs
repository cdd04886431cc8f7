//! An answer as XML and, by the Spark convention, as JSON: what the standard shows twice is written here once.
//!
//! ```text
//! <services><service><code>1</code></service></services>      [{"code":"1"}]
//! ```

/// A part of an answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Node {
    /// Nothing: an empty element, or `null`.
    Empty,
    /// A text.
    Text(String),
    /// A number, in its decimal digits.
    Number(String),
    /// `true` or `false`.
    Flag(bool),
    /// Named parts in their order.
    Record(Vec<(&'static str, Node)>),
    /// Parts that all have that name.
    List(&'static str, Vec<Node>),
}

impl Node {
    /// A text, or nothing where there is none.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Some(text.into()).filter(|text| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }
}

/// The answer as XML.
pub(super) fn xml(root: &str, answer: &Node) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    element(&mut out, root, answer);
    out.push('\n');
    out
}

/// The answer as JSON: the root and the names of a list's parts are left out.
pub(super) fn json(answer: &Node) -> String {
    let mut out = String::new();
    value(&mut out, answer);
    out
}

fn element(out: &mut String, name: &str, node: &Node) {
    match node {
        Node::Empty => push(out, &["<", name, "/>"]),
        _ => {
            push(out, &["<", name, ">"]);
            content(out, node);
            push(out, &["</", name, ">"]);
        }
    }
}

fn push(out: &mut String, pieces: &[&str]) {
    pieces.iter().for_each(|piece| out.push_str(piece));
}

fn content(out: &mut String, node: &Node) {
    match node {
        Node::Empty => {}
        Node::Text(text) => escaped(out, text),
        Node::Number(digits) => out.push_str(digits),
        Node::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Node::Record(parts) => parts.iter().for_each(|(name, part)| element(out, name, part)),
        Node::List(name, parts) => parts.iter().for_each(|part| element(out, name, part)),
    }
}

/// What XML 1.0 cannot hold at all becomes the sign for a character that cannot be shown.
fn escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}' => {
                out.push(c)
            }
            _ => out.push('\u{fffd}'),
        }
    }
}

fn value(out: &mut String, node: &Node) {
    let mut parts = |open: char, close: char, each: &mut dyn FnMut(&mut String)| {
        out.push(open);
        each(out);
        out.push(close);
    };
    match node {
        Node::Empty => out.push_str("null"),
        Node::Text(text) => out.push_str(&quoted(text)),
        Node::Number(digits) => out.push_str(digits),
        Node::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Node::Record(named) => parts('{', '}', &mut |out| {
            for (at, (name, part)) in named.iter().enumerate() {
                let comma = if at == 0 { "" } else { "," };
                push(out, &[comma, "\"", name, "\":"]);
                value(out, part);
            }
        }),
        Node::List(_, all) => parts('[', ']', &mut |out| {
            for (at, part) in all.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { "," });
                value(out, part);
            }
        }),
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer() -> Node {
        let record = Node::Record(vec![
            ("code", Node::text("a<b & \"c\"\u{7}")),
            ("metadata", Node::Flag(true)),
            ("keywords", Node::text("")),
            ("lat", Node::Number("-20.4".to_owned())),
        ]);
        Node::List("service", vec![record])
    }

    #[test]
    fn one_answer_reads_alike_in_both_formats() {
        let text = xml("services", &answer());
        let document = roxmltree::Document::parse(&text).unwrap();
        let parts: Vec<_> = document.root_element().first_element_child().unwrap().children().collect();
        let names: Vec<_> = parts.iter().map(|part| part.tag_name().name()).collect();
        assert_eq!(names, ["code", "metadata", "keywords", "lat"]);
        assert_eq!(parts[0].text(), Some("a<b & \"c\"\u{fffd}"));
        let read: serde_json::Value = serde_json::from_str(&json(&answer())).unwrap();
        assert_eq!(read[0]["code"], "a<b & \"c\"\u{7}");
        assert_eq!(
            (&read[0]["metadata"], &read[0]["lat"]),
            (&serde_json::json!(true), &serde_json::json!(-20.4))
        );
        assert!(read[0]["keywords"].is_null());
    }

    #[test]
    fn a_list_of_one_and_of_none_is_a_list() {
        assert_eq!(json(&Node::List("x", vec![Node::Flag(false)])), "[false]");
        assert_eq!(json(&Node::List("x", Vec::new())), "[]");
        assert!(xml("x", &Node::List("y", Vec::new())).ends_with("<x></x>\n"));
    }
}
