//! What the tests of offices and centre share: complaints to register, and the texts that real people wrote where
//! the test data stands beside the repository.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// A complaint as a line of a file, different for each number.
pub fn line(number: u32) -> Value {
    json!({
        "kind": "complaint",
        "category": "Water/No water / low pressure",
        "subject": format!("No water, case {number}"),
        "text": format!("Pena dilo depi trwa zour.\nNou pran dilo kot vwazin, « case {number} ».\t\u{1f4a7} "),
        "language": "mfe",
        "citizen": {
            "surname": "Zephir", "other_names": "Lata", "nic": "Z0101000000047", "phone": "+23057000265",
            "email": null, "address": "12, Rue Shivananda", "locality": "Mahébourg",
        },
        "consent": {"notice": "1", "contact_by": ["phone", "letter"]},
        "recorded_at": "2026-11-20T10:44:00+04:00",
        "documents": [],
    })
}

/// As many of them, one a line.
pub fn lines(numbers: impl IntoIterator<Item = u32>) -> String {
    numbers.into_iter().map(|number| format!("{}\n", line(number))).collect()
}

/// Writes complaints of real prose to a file. Where the test data does not stand beside the repository, they are
/// the project's own samples, repeated with a number.
pub fn real_prose(count: u32, file: &Path) {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let generator = repository.join("../shared/data/make_complaints.py");
    if generator.exists() {
        let made = Command::new("python3")
            .arg(generator)
            .args(["--count", &count.to_string(), "--seed", "7", "--out"])
            .arg(file)
            .status()
            .expect("python3 runs");
        assert!(made.success(), "the complaints could not be made");
        return;
    }
    let texts = own_texts(&repository.join("profiles/mauritius/samples/complaints.csv"));
    let line = |number: u32| {
        let mut line = line(number);
        let text = &texts[number as usize % texts.len()];
        line["text"] = json!(format!("{text} ({number})"));
        format!("{line}\n")
    };
    std::fs::write(file, (0..count).map(line).collect::<String>()).expect("the file can be written");
}

/// The last cell of each row: crude, and enough for prose to compress.
fn own_texts(file: &PathBuf) -> Vec<String> {
    let table = std::fs::read_to_string(file).expect("the samples are there");
    table
        .lines()
        .skip(1)
        .filter_map(|row| row.rsplit(",\"").next().map(|text| text.trim_matches('"').to_owned()))
        .collect()
}

/// The bytes of a scan that does not pack: a PDF with one page, as far as a desk looks. Different for each seed.
pub fn scan(bytes: usize, seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2_862_933_555_777_941_757).wrapping_add(3);
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    // One empty page, and beside it a stream of noise that fills the file.
    let things = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n\
                  2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n\
                  3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n";
    let head = |length: usize| format!("%PDF-1.7\n{things}4 0 obj\n<< /Length {length:08} >>\nstream\n");
    let end = "\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";
    let middle = bytes.saturating_sub(head(0).len() + end.len());
    head(middle).bytes().chain((0..middle).map(|_| next())).chain(end.bytes()).collect()
}
