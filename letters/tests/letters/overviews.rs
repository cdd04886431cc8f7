//! A sheet of figures over many offices.

use letters::{Letterhead, Overview, OverviewTable, overview_pdf};
use locales::Language;

fn overview(language: Language) -> Overview {
    Overview {
        language,
        head: Letterhead { service_title: "Citizen Support Portal".to_owned(), ..Letterhead::default() },
        title: "Figures: November 2026".to_owned(),
        made_at: jiff::civil::date(2026, 11, 30).at(16, 0, 0, 0),
        made_by: "Nadine Appasamy".to_owned(),
        figures: vec![
            ("Received".to_owned(), "3,180".to_owned()),
            ("Treated".to_owned(), "3,061".to_owned()),
        ],
        tables: vec![
            OverviewTable {
                columns: ["Institution", "Received", "In time"].map(str::to_owned).to_vec(),
                rows: vec![["Central Water Authority", "410", "71 %"].map(str::to_owned).to_vec(); 60],
                empty: String::new(),
            },
            OverviewTable {
                columns: vec!["Office".to_owned()],
                rows: Vec::new(),
                empty: "Nothing.".to_owned(),
            },
        ],
        note: "Days are working days.".to_owned(),
    }
}

#[test]
fn a_sheet_of_figures_is_a_pdf_in_every_language_and_the_same_twice() {
    for language in Language::ALL {
        let pdf = overview_pdf(&overview(language)).unwrap();
        assert!(pdf.starts_with(b"%PDF"), "{language}");
        assert_eq!(pdf, overview_pdf(&overview(language)).unwrap(), "{language}");
    }
}
