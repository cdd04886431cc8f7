//! How long searching takes with many complaints: a measurement, run by hand, on which nothing depends.
//!
//! `COMPLAINTS=100000 cargo test --workspace --exclude guichet --test finding -- --ignored --nocapture`

use std::time::Instant;

use complaints::{Citizen, Sketch};
use office_store::Selection;

use crate::duplicates::samples;
use crate::filled::{Told, created, register};

#[test]
#[ignore = "measures, and takes minutes"]
fn what_a_clerk_waits_for_with_many_complaints() {
    let count: usize = std::env::var("COMPLAINTS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000);
    let folder = tempfile::tempdir().unwrap();
    let store = created(folder.path());
    let texts: Vec<String> = samples().chunks(3).map(|chunk| chunk.join(" ")).collect();
    let places = ["Mahébourg", "Ville Noire", "Beau Vallon", "Grand Bel Air", "Blue Bay", "Curepipe"];
    let told = |n: usize| Told {
        text: texts[n % texts.len()].clone(),
        surname: Some(format!("Zamir{}", n % 7_000)),
        phone: Some(format!("+2305{:07}", n % 60_000)),
        locality: Some(places[n % places.len()].to_owned()),
        category: ["water-none", "road-pothole", "water-leak", "street-lamp"][n % 4].to_owned(),
        institution: ["CWA", "RDA", "CWA", "CEB"][n % 4].to_owned(),
        by: ["Anousha Ramdin", "Kavi Bundhoo"][n % 2].to_owned(),
        ..Told::default()
    };
    for from in (0..count).step_by(2_000) {
        let some: Vec<Told> = (from..count.min(from + 2_000)).map(told).collect();
        register(&store, &some);
    }
    // Every beginning of what people type, key by key.
    let typed = [
        "dilo mahebourg",
        "zamir4711",
        "57004711",
        "12-2-00417",
        "pena dilo depi",
        "lekol",
        "kontan ou",
        "a",
    ];
    let mut queries: Vec<String> = Vec::new();
    for words in typed {
        queries.extend((1..=words.len()).map(|end| words[..end].to_owned()));
    }
    let timed = |name: &str, each: &mut dyn FnMut(&str)| {
        let mut times: Vec<f64> = Vec::new();
        for query in queries.iter().chain(&queries) {
            let begun = Instant::now();
            each(query);
            times.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
        println!(
            "{name}: median {:.2} ms, 99th percentile {:.2} ms, most {:.2} ms",
            at(0.5),
            at(0.99),
            at(1.0)
        );
    };
    println!("{count} complaints");
    timed("search, 50 rows", &mut |query| drop(store.search(query, 50).unwrap()));
    let words = |query: &str| Selection { words: query.to_owned(), ..Selection::default() };
    timed("search with count, 25 rows", &mut |query| drop(store.select(&words(query), None, 25).unwrap()));
    let narrowed = |query: &str| Selection { institutions: vec!["CEB".to_owned()], ..words(query) };
    timed("search with a filter", &mut |query| drop(store.select(&narrowed(query), None, 25).unwrap()));
    timed("people", &mut |query| drop(store.search_people(query, 200).unwrap()));
    let filters = Selection {
        institutions: vec!["RDA".to_owned()],
        clerk: Some("Kavi Bundhoo".to_owned()),
        ..Selection::default()
    };
    timed("filters alone", &mut |_| drop(store.select(&filters, None, 25).unwrap()));
    let group = ["water-none".to_owned(), "water-leak".to_owned()];
    let mut n = 0;
    timed("twins of a form", &mut |_| {
        n += 37;
        let citizen = Citizen { locality: Some(places[n % places.len()].to_owned()), ..Citizen::default() };
        let sketch = Sketch::new(citizen, None, None, &texts[n % texts.len()], Told::default().at.unix_ms);
        drop(store.twins(&sketch, &group, 3).unwrap());
    });
}
