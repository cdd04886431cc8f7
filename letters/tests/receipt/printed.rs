//! Reads printed receipts back: the text of a PDF as `pdftotext` of poppler-utils sees it, its metadata, and
//! whether an SVG page stands alone.

use std::io::Write;
use std::process::{Command, Stdio};

/// The text of `pdf` in reading order, with single spaces and without invisible signs.
///
/// Panics without poppler-utils, which the project's set-up installs: a receipt that nobody reads back is not
/// tested.
pub(crate) fn text(pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("pdftotext of poppler-utils is installed");
    let mut input = reader.stdin.take().expect("the standard input is a pipe");
    // A receipt is smaller than what a pipe takes while nobody writes back, but not by design: write beside it.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || input.write_all(pdf).expect("pdftotext reads its input"));
        reader.wait_with_output().expect("pdftotext ends")
    });
    assert!(output.status.success(), "pdftotext refuses the receipt");
    let text = String::from_utf8(output.stdout).expect("pdftotext was asked for UTF-8");
    let visible: String = text.chars().filter(|sign| !is_invisible(*sign)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_invisible(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The XMP packet of `pdf`, which stands in it uncompressed.
pub(crate) fn metadata(pdf: &[u8]) -> String {
    let text = String::from_utf8_lossy(pdf);
    let begin = text.find("<x:xmpmeta").expect("the PDF has metadata");
    let end = text.find("</x:xmpmeta>").expect("the metadata ends");
    text[begin..end].to_owned()
}

/// Checks that `page` is XML, runs nothing and loads nothing.
pub(crate) fn assert_self_contained(page: &str) {
    let document = roxmltree::Document::parse(page).expect("the page is well-formed");
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            ["svg", "g", "path", "use", "defs", "symbol", "clipPath", "rect"].contains(&name),
            "<{name}> on a page"
        );
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{name} on a page");
            assert!(name != "href" || value.starts_with('#'), "{name}={value}");
            assert!(!value.contains("url(") || value.contains("url(#"), "{name}={value}");
            assert!(!value.contains("//"), "{name}={value}");
        }
    }
}

/// Keeps a PDF where somebody can look at it.
pub(crate) fn keep(name: &str, pdf: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).expect("the folder of the tests can be written");
    std::fs::write(folder.join(format!("{name}.pdf")), pdf).expect("the folder of the tests can be written");
}
