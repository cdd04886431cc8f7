//! What an administrator gets for an office without a line: a sealed file, and a letter that travels apart from it.

use std::process::Command;

use crate::commands::{failure, json};
use crate::engine::Place;
use crate::on_both_engines;

on_both_engines!(each_office_gets_a_file_and_a_letter_that_lie_apart);

async fn each_office_gets_a_file_and_a_letter_that_lie_apart(place: &Place) {
    drop(place.centre().await);
    let out = place.file("sticks");
    let out = out.to_str().unwrap();
    let asked = ["office", "provision", "12", "13", "--out", out, "--server", "https://csu.example.mu"];
    let made = json(place, &[&asked[..], &["--language", "fr"]].concat());
    assert_eq!(made.len(), 2);
    for (line, office) in made.iter().zip(["12", "13"]) {
        let (file, letter) = (line["file"].as_str().unwrap(), line["letter"].as_str().unwrap());
        assert_ne!(std::path::Path::new(file).parent(), std::path::Path::new(letter).parent());
        let printed = Command::new("pdftotext").args([letter, "-"]).output().unwrap();
        let printed = String::from_utf8(printed.stdout).unwrap();
        for expected in
            [line["code"].as_str().unwrap(), &format!("office-{office}.guichet"), "ni dans la même"]
        {
            assert!(printed.contains(expected), "{expected} is not in\n{printed}");
        }
    }
    assert_ne!(made[0]["code"], made[1]["code"]);
    // A second time nothing is written over, and nobody is admitted for nothing.
    let computers = place.count("SELECT count(*) FROM devices");
    assert_eq!(failure(place, &asked).1, "file");
    std::fs::remove_file(made[0]["file"].as_str().unwrap()).unwrap();
    assert_eq!(failure(place, &asked).1, "file", "its letter is there already");
    assert_eq!(place.count("SELECT count(*) FROM devices"), computers);
}
