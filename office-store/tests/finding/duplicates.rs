//! What may be the same matter, offline, and how often the hint is right: the figures of decision 0017.

use std::collections::BTreeSet;

use complaints::{Alike, Citizen, ComplaintId, Sketch};
use office_store::Store;

use crate::filled::{Told, identity, register};

const TEXT: &str = "Pena dilo depi trwa zour dan nou lari, tou dimounn pe plenie ziska aswar.";

fn water() -> Vec<String> {
    ["water-none", "water-leak"].map(str::to_owned).to_vec()
}

fn at_mahebourg(text: &str, category: &str) -> Told {
    Told {
        text: text.to_owned(),
        locality: Some("Mahébourg".to_owned()),
        category: category.to_owned(),
        ..Told::default()
    }
}

fn sketch(text: &str, locality: &str, days_later: i64) -> Sketch {
    let citizen = Citizen { locality: Some(locality.to_owned()), ..Citizen::default() };
    Sketch::new(citizen, None, None, text, Told::default().at.unix_ms + days_later * 86_400_000)
}

#[test]
fn a_neighbour_with_similar_words_is_found_and_an_earlier_or_distant_one_is_not() {
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    let ids = register(
        &store,
        &[
            at_mahebourg(TEXT, "water-none"),
            Told { locality: Some("Curepipe".to_owned()), ..at_mahebourg(TEXT, "water-none") },
            at_mahebourg(TEXT, "road-pothole"),
            at_mahebourg("Met later avek gro ros lor sime", "water-none"),
        ],
    );
    let similar = "Dan nou lari pena dilo depi trwa zour, nou pa kapav lav linz ditou";
    let found = store.twins(&sketch(similar, "MAHEBOURG", 3), &water(), 9).unwrap();
    assert_eq!(found.iter().map(|twin| twin.record.complaint.id).collect::<Vec<_>>(), [ids[0]]);
    assert!(matches!(found[0].alike, Alike::Nearby(_)));
    assert!(store.twins(&sketch(similar, "Mahébourg", 90), &water(), 9).unwrap().is_empty());
    assert_eq!(
        store.twins(&sketch(TEXT, "Port Louis", 3), &water(), 9).unwrap().len(),
        3,
        "the same words anywhere"
    );
}

#[test]
fn the_same_person_is_found_by_number_or_telephone_and_weighs_more_than_words() {
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    let person = Told {
        surname: Some("Pentiah".to_owned()),
        nic: Some("Z010100 000004 7".to_owned()),
        phone: Some("+23057000265".to_owned()),
        ..at_mahebourg("Tiyo finn pete divan laport", "water-leak")
    };
    let ids = register(&store, &[at_mahebourg(TEXT, "water-none"), person]);
    let ask = |citizen: Citizen| {
        let citizen = Citizen { locality: Some("Mahébourg".to_owned()), ..citizen };
        let sketch = Sketch::new(citizen, None, None, TEXT, Told::default().at.unix_ms);
        let twins = store.twins(&sketch, &water(), 9).unwrap();
        twins.iter().map(|twin| (twin.record.complaint.id, twin.alike)).collect::<Vec<_>>()
    };
    for citizen in [
        Citizen { nic: Some("z0101000000047".to_owned()), ..Citizen::default() },
        Citizen { phone: Some("+23057000265".to_owned()), ..Citizen::default() },
    ] {
        let found = ask(citizen);
        assert_eq!(found[0], (ids[1], Alike::Person));
        assert_eq!(found.len(), 2);
    }
}

#[test]
fn two_that_were_registered_at_once_see_each_other_until_somebody_has_said_what_they_are() {
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    let ids = register(&store, &[at_mahebourg(TEXT, "water-none"), at_mahebourg(TEXT, "water-none")]);
    let twins_of = |id: ComplaintId| -> Vec<ComplaintId> {
        store.twins_of(id, &water(), 9).unwrap().iter().map(|twin| twin.record.complaint.id).collect()
    };
    assert_eq!((twins_of(ids[0]), twins_of(ids[1])), (vec![ids[1]], vec![ids[0]]));
    let said = Told::default().at;
    store.write(|writing| writing.put_other_matter(ids[1], ids[0], "Anousha Ramdin", said)).unwrap();
    assert!(twins_of(ids[0]).is_empty() && twins_of(ids[1]).is_empty());
}

/// Texts as people write them: the words of the samples, put together by a small generator that always draws the same.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }
}

pub(crate) fn samples() -> Vec<String> {
    let real = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/kreol/morisienmt_sentences.jsonl");
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/../profiles/mauritius/samples/complaints.csv");
    let sentences: BTreeSet<String> = match std::fs::read_to_string(real) {
        Ok(text) => text.lines().filter_map(kreol).collect(),
        Err(_) => std::fs::read_to_string(own).unwrap().lines().skip(1).map(str::to_owned).collect(),
    };
    sentences.into_iter().filter(|sentence| sentence.len() > 40).collect()
}

/// The Kreol of a line of the parallel corpus.
fn kreol(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("\"kreol\":")?;
    rest.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned)
}

/// The same told again by somebody else: a part left out, the order changed, letters wrong, words of their own.
fn told_again(text: &str, draw: &mut Draw, others: &[String]) -> String {
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let from = draw.below(words.len());
    words.rotate_left(from);
    words.retain(|_| draw.below(10) >= 3);
    for word in &mut words {
        if word.is_ascii() && word.len() > 4 && draw.below(10) == 0 {
            word.remove(2);
        }
    }
    let added = words.len() / 4 + 1;
    let other = &others[draw.below(others.len())];
    words.extend(other.split_whitespace().take(added).map(str::to_owned));
    words.join(" ")
}

#[test]
fn of_a_hundred_told_again_nearly_all_are_found_and_of_a_hundred_others_hardly_any() {
    let (mut samples, mut draw) = (samples(), Draw(7));
    for at in (1..samples.len()).rev() {
        samples.swap(at, draw.below(at + 1));
    }
    let store = Store::in_memory(&identity(), b"profile").unwrap();
    let stories: Vec<String> = samples.chunks(3).map(|chunk| chunk.join(" ")).take(600).collect();
    // One office: a handful of places and one heading, so that only the words can tell matters apart.
    let places = ["Mahébourg", "Ville Noire", "Beau Vallon", "Grand Bel Air", "Blue Bay"];
    let (known, strangers) = stories.split_at(stories.len() / 2);
    let all: Vec<Told> = known
        .iter()
        .map(|story| Told {
            locality: Some(places[draw.below(5)].to_owned()),
            ..at_mahebourg(story, "water-none")
        })
        .collect();
    let ids = register(&store, &all);
    let asked = |text: &str, place: &str| -> BTreeSet<ComplaintId> {
        let twins = store.twins(&sketch(text, place, 4), &water(), 3).unwrap();
        twins.iter().map(|twin| twin.record.complaint.id).collect()
    };
    let (mut hits, mut shown, mut warned) = (0, 0, 0);
    for ((told, id), story) in all.iter().zip(&ids).zip(known) {
        let again = told_again(story, &mut draw, strangers);
        let found = asked(&again, told.locality.as_deref().unwrap());
        hits += usize::from(found.contains(id));
        shown += found.len();
    }
    for stranger in strangers {
        warned += usize::from(!asked(stranger, places[draw.below(5)]).is_empty());
    }
    let recall = hits as f64 / all.len() as f64;
    let precision = hits as f64 / shown as f64;
    let needless = warned as f64 / strangers.len() as f64;
    println!("recall {recall:.3}, precision {precision:.3}, needless warnings {needless:.3}");
    assert!(recall > 0.95, "recall {recall}");
    assert!(precision > 0.9, "precision {precision}");
    assert!(needless < 0.05, "needless warnings {needless}");
}
