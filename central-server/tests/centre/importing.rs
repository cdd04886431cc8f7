//! Taking an older register over: what becomes of its lines, what is left out, and that nothing comes in twice.

use std::path::{Path, PathBuf};

use central_server::Centre;
use complaints::{Body, Channel, Complaint, Status};
use serde_json::Value;

use crate::commands::{json, run};
use crate::engine::Place;
use crate::on_both_engines;

on_both_engines!(
    each_line_becomes_a_complaint_of_its_own_day_and_none_twice,
    what_does_not_fit_is_left_out_and_told,
    a_day_of_new_york_comes_in_whole,
);

const MAPPING: &str = r#"
source = "Register of 2013"
office = "12"
time_formats = ["%d/%m/%Y %H:%M", "%d/%m/%Y"]
language = "fr"

[columns]
number = "N°"
received = "Reçue"
text = ["Objet", "Détail"]
place = ["Quartier"]
latitude = "lat"
longitude = "lon"
surname = "Nom"
phone = "Tél"
answer = "Réponse"
closed = "Close"

[category]
column = "Service"
[category.values]
Eau = "water-leak"
Voirie = "road-pothole"

[status]
column = "État"
[status.values]
"Ouverte" = "received"
"En cours" = "in_progress"
"Répondue" = "answered"
"Close" = "closed"
"#;

const HEADER: &str = "\u{feff}N°,Reçue,Objet,Détail,Quartier,Nom,Tél,Service,État,Réponse,Close,lat,lon\n";

const LINES: &str = "\
1,02/03/2026 09:10,Fuite,\"Devant la maison, depuis hier\",Mahébourg,Lafleur,5251 2345,Eau,Ouverte,,,-20.4,57.7
2,03/03/2026,Trou,,Curepipe,,,Voirie,Close,Réparé.,09/03/2026 15:00,,
3,04/03/2026 11:00,Fuite,,,,,Eau,Répondue,Tuyau remplacé.,01/01/2026,,
4,05/03/2026 11:00,Trou,,,,,Voirie,En cours,Les travaux commencent.,06/03/2026,,
";

fn write(place: &Place, name: &str, text: &str) -> PathBuf {
    let path = place.file(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn import(place: &Place, register: &Path, mapping: &Path, more: &[&str]) -> Value {
    let (register, mapping) = (register.to_str().unwrap(), mapping.to_str().unwrap());
    json(place, &[&["import", register, "--mapping", mapping], more].concat()).remove(0)
}

async fn filed(centre: &Centre, reference: &str) -> Complaint {
    centre.case(&reference.parse().unwrap()).await.unwrap().remove(0)
}

async fn each_line_becomes_a_complaint_of_its_own_day_and_none_twice(place: &Place) {
    let centre = place.centre().await;
    let mapping = write(place, "mapping.toml", MAPPING);
    let register = write(place, "register.csv", &format!("{HEADER}{LINES}"));
    let tried = import(place, &register, &mapping, &["--dry-run"]);
    assert_eq!((&tried["taken"], &tried["refused"]), (&Value::from(4), &Value::from(0)));
    assert_eq!(centre.offices().await.unwrap().iter().map(|office| office.complaints).sum::<u64>(), 0);
    let done = import(place, &register, &mapping, &[]);
    assert_eq!((&done["taken"], &done["known"]), (&Value::from(4), &Value::from(0)));
    let again = import(place, &register, &mapping, &[]);
    assert_eq!((&again["taken"], &again["known"]), (&Value::from(0), &Value::from(4)));
    let more = format!("{HEADER}{LINES}5,06/03/2026 08:00,Trou,,,,,Voirie,Ouverte,,,,\n");
    let grown = import(place, &write(place, "register.csv", &more), &mapping, &[]);
    assert_eq!((&grown["taken"], &grown["known"]), (&Value::from(1), &Value::from(4)));

    let office = complaints::OfficeCode::new(12).unwrap();
    let reference = |counter| complaints::Reference { office, device: 999, counter }.to_string();
    let first = filed(&centre, &reference(1)).await;
    assert_eq!(first.register.text, "Fuite\nDevant la maison, depuis hier");
    assert_eq!(first.register.channel, Some(Channel::Import));
    assert_eq!(first.recorded_at().to_string(), "2026-03-02T09:10:00+04:00");
    assert_eq!(first.register.citizen.phone.as_deref(), Some("+23052512345"));
    assert_eq!(first.register.point.map(|point| point.latitude_e6), Some(-20_400_000));
    let closed = filed(&centre, &reference(2)).await;
    assert_eq!(closed.status, Status::Closed);
    let answer = closed.steps.iter().find_map(|step| match step.operation()?.body {
        Body::Answer(answer) => Some((answer.text, answer.definitive, step.at.to_string())),
        _ => None,
    });
    assert_eq!(answer, Some(("Réparé.".to_owned(), true, "2026-03-09T15:00:00+04:00".to_owned())));
    let answered = filed(&centre, &reference(3)).await;
    assert_eq!((answered.status, answered.changed_at()), (Status::Answered, answered.recorded_at()));
    let begun = filed(&centre, &reference(4)).await;
    assert_eq!((begun.status, begun.steps.len()), (Status::InProgress, 2));
    assert_eq!(begun.steps[1].author.name, "Register of 2013");
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn what_does_not_fit_is_left_out_and_told(place: &Place) {
    let centre = place.centre().await;
    let mapping = write(place, "mapping.toml", MAPPING);
    let wrong = "\
6,yesterday,Fuite,,,,,Eau,Ouverte,,,,
7,02/03/2026,,,,,,Eau,Ouverte,,,,
8,02/03/2026,Fuite,,,,,Gaz,Ouverte,,,,
,02/03/2026,Fuite,,,,,Eau,Ouverte,,,,
9,02/03/2026,Fuite,,,,,Eau,Perdue,,,,
10,02/03/2036,Fuite,,,,,Eau,Ouverte,,,,
11,02/03/2026,Fuite,,,,,Eau,Ouverte,,,north,57
";
    let register = write(place, "register.csv", &format!("{HEADER}{LINES}{wrong}"));
    let done = import(place, &register, &mapping, &[]);
    assert_eq!((&done["taken"], &done["refused"]), (&Value::from(4), &Value::from(7)));
    let report = std::fs::read_to_string(done["report"].as_str().unwrap()).unwrap();
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines[0], "line,number,reason");
    for (line, words) in lines[1..].iter().zip([
        "6,6,Reçue “yesterday” is written in none of time_formats",
        "7,7,\"Objet, Détail is empty\"",
        "8,8,the mapping has no category for “Gaz” in Service",
        "9,,N° is empty",
        "10,9,the mapping has no status for “Perdue”",
        "11,10,Reçue lies in the future",
        "12,11,lat “north” is no number of degrees",
    ]) {
        assert!(line.starts_with(words), "{line}");
    }
    for (mapping, word) in [
        (MAPPING.replace("\"N°\"", "\"Numéro\""), "no column Numéro"),
        (MAPPING.replace("\"closed\"", "\"gone\""), "gone"),
        (MAPPING.replace("language", "tongue"), "tongue"),
    ] {
        let mapping = write(place, "wrong.toml", &mapping);
        let words = ["import", register.to_str().unwrap(), "--mapping", mapping.to_str().unwrap()];
        let output = run(place, &words);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(word), "{said}");
    }
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn a_day_of_new_york_comes_in_whole(place: &Place) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let data = root.join("../shared/data/en/nyc311_2018-10-21.csv");
    let Ok(text) = std::fs::read_to_string(&data) else {
        eprintln!("skipped: there is no {}", data.display());
        return;
    };
    let centre = place.centre().await;
    // Enough of it for every word of the mapping's status; the whole day takes a minute in a debug build.
    let some: String = text.lines().take(601).map(|line| format!("{line}\n")).collect();
    let register = write(place, "nyc.csv", &some);
    let mapping = root.join("profiles/mauritius/samples/nyc311.toml");
    let done = import(place, &register, &mapping, &[]);
    let (taken, refused) = (done["taken"].as_u64().unwrap(), done["refused"].as_u64().unwrap());
    assert_eq!(taken + refused, 600);
    assert!(taken > 500, "{done}");
    assert_eq!(import(place, &register, &mapping, &[])["known"], taken);
    assert_eq!(centre.verify().await.unwrap().faults, []);
}
