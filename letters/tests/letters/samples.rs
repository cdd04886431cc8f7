//! Letters, a register and a report to print in tests. Names and numbers are invented.

use jiff::civil::{date, datetime, time};
use letters::{
    Addressee, DayRegister, Ending, Kind, Letter, LetterContent, Letterhead, MonthReport, NeededPaper,
    RegisterRow, ReportRow, ReportTable, Tally,
};
use locales::Language;

fn head() -> Letterhead {
    Letterhead {
        service_title: "Citizen Support Portal".to_owned(),
        lines: ["Republic of Mauritius", "Prime Minister’s Office", "Citizen Support Unit"]
            .map(str::to_owned)
            .to_vec(),
        logo: None,
        office_title: "Citizens Advice Bureau".to_owned(),
        office_name: "CAB 12, Mahébourg".to_owned(),
        address: "Rue du Souffleur, Mahébourg".to_owned(),
        hours: "9:00–16:00".to_owned(),
        phone: "600 0012".to_owned(),
    }
}

/// A letter with that content.
pub(crate) fn letter(language: Language, content: LetterContent) -> Letter {
    Letter {
        language,
        head: head(),
        written_at: datetime(2026, 12, 2, 10, 30, 0, 0),
        kind: Kind::Complaint,
        reference: "12-2-00417-51".to_owned(),
        received_on: date(2026, 11, 24),
        matter: "Water: no water or low pressure".to_owned(),
        subject: "No water for three days".to_owned(),
        addressee: Addressee {
            name: "Sooria Pentiah".to_owned(),
            lines: vec!["12 Rue Shivananda".to_owned(), "Mahébourg".to_owned()],
        },
        content,
        clerk: "Anousha Ramdin".to_owned(),
        duplicate: false,
    }
}

/// One content of each kind, by name.
pub(crate) fn contents() -> Vec<(&'static str, LetterContent)> {
    let paper = |name: &str, copies: &str| NeededPaper { name: name.to_owned(), copies: copies.to_owned() };
    let water = "Central Water Authority".to_owned();
    let due_on = Some(date(2027, 1, 7));
    vec![
        (
            "acknowledgement",
            LetterContent::Acknowledgement {
                institution: water.clone(),
                due_on,
                documents: vec![
                    paper("Title deed", "original and 1 copy"),
                    paper("Location plan", "3 copies"),
                ],
                follow_url: "https://csu.govmu.org".to_owned(),
                follow_phone: String::new(),
            },
        ),
        (
            "documents",
            LetterContent::DocumentsRequest {
                by: water.clone(),
                what: "Title deed\nThe last bill".to_owned(),
                until: Some(date(2026, 12, 4)),
            },
        ),
        (
            "answer",
            LetterContent::Answer {
                by: water.clone(),
                on: date(2026, 12, 2),
                text: "The pipe was mended.\nWater is back.".to_owned(),
                definitive: true,
            },
        ),
        (
            "closing",
            LetterContent::Closing {
                ending: Ending::Withdrawn,
                on: date(2026, 12, 2),
                text: "The water came back.".to_owned(),
            },
        ),
        (
            "slip",
            LetterContent::HandOver {
                to: water,
                place: "Rue Shivananda, Mahébourg".to_owned(),
                phone: "5700 0265".to_owned(),
                text: "Pena dilo depi trwa zour.\nNou pran dilo kot vwazin.".to_owned(),
                documents: vec!["Water bill".to_owned()],
                due_on,
            },
        ),
    ]
}

/// The register of a day with that many lines.
pub(crate) fn register(language: Language, lines: u16) -> DayRegister {
    let row = |number: u16| RegisterRow {
        time: time((8 + number / 10 % 9) as i8, (number * 7 % 60) as i8, 0, 0),
        reference: format!("12-2-{number:05}-51"),
        citizen: "Sooria Pentiah".to_owned(),
        matter: "Water: no water or low pressure".to_owned(),
        subject: "No water for three days in the upper part of the village".to_owned(),
        institution: "Central Water Authority".to_owned(),
        due_on: (!number.is_multiple_of(3)).then(|| date(2026, 11, 27)),
        status: if number.is_multiple_of(2) { "passed_on" } else { "waiting_documents" }.to_owned(),
        clerk: "Anousha Ramdin".to_owned(),
    };
    DayRegister {
        language,
        head: head(),
        day: date(2026, 11, 24),
        printed_at: datetime(2026, 11, 24, 16, 5, 0, 0),
        printed_by: "Anousha Ramdin".to_owned(),
        rows: (1..=lines).map(row).collect(),
    }
}

/// The report of a month.
pub(crate) fn report(language: Language) -> MonthReport {
    let tally = Tally { registered: 41, in_time: 17, late: 4, ended: 3, open: 17, due_over: 2 };
    let row = |label: &str| ReportRow { label: label.to_owned(), tally };
    MonthReport {
        language,
        head: head(),
        month: date(2026, 11, 1),
        printed_at: datetime(2026, 12, 2, 9, 0, 0, 0),
        printed_by: "Anousha Ramdin".to_owned(),
        all: tally,
        tables: vec![
            ReportTable {
                by: "category",
                rows: vec![row("Water: no water or low pressure"), row("Roads: potholes")],
            },
            ReportTable { by: "institution", rows: vec![row("Central Water Authority")] },
            ReportTable { by: "status", rows: vec![row("passed_on"), row("answered")] },
        ],
    }
}
