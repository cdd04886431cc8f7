//! Finding through the desk: people, twins and the three ways on, discretion, points, lists, views, tables.

use super::{clerk, code, form, staffed};
use crate::desk::Desk;
use crate::exports::TableFormat;
use crate::view::{
    ComplaintForm, DueWhen, Filter, LinkedForm, Period, Screen, SelectionForm, Step, TwinReason,
};

fn sign_in_as(desk: &Desk, name: &str) {
    let Screen::SignIn { clerks, .. } = desk.lock().unwrap() else { panic!("not locked") };
    let one = clerks.iter().find(|clerk| clerk.name == name).unwrap();
    desk.sign_in(&one.id, "246810").unwrap();
}

fn of(surname: &str, other_names: &str, text: &str) -> ComplaintForm {
    let mut form = form();
    form.citizen.surname = surname.to_owned();
    form.citizen.other_names = other_names.to_owned();
    form.citizen.locality = "Mahébourg".to_owned();
    form.text = text.to_owned();
    form
}

#[tokio::test]
async fn a_person_is_found_once_with_what_all_their_complaints_know() {
    let (_folder, desk) = staffed().await;
    desk.register(None, &of("Pentiah", "Sooria", "Pena dilo.")).unwrap();
    let mut second = of("Pentiah", "Sooria", "Bil tro ser.");
    second.citizen.nic = "Z0101000000047".to_owned();
    second.citizen.address = "Rue Shivananda".to_owned();
    desk.register(None, &second).unwrap();
    let mut other = of("Pentier", "Roland", "Lamp pa alime.");
    other.citizen.phone = String::new();
    desk.register(None, &other).unwrap();
    let found = desk.find_citizens("penti").unwrap();
    let told: Vec<_> = found.iter().map(|known| (known.citizen.surname.as_str(), known.complaints)).collect();
    assert_eq!(told, [("Pentier", 1), ("Pentiah", 2)]);
    assert_eq!(
        (found[1].citizen.address.as_str(), found[1].last_subject.as_str()),
        ("Rue Shivananda", "Bil tro ser.")
    );
    for words in ["sooria pent", "5700 0265", "z01010", "12-2-00001"] {
        assert_eq!(desk.find_citizens(words).unwrap()[0].citizen.surname, "Pentiah", "{words}");
    }
    assert!(desk.find_citizens("p").unwrap().is_empty() && desk.find_citizens("dilo").unwrap().is_empty());
}

#[tokio::test]
async fn a_twin_is_shown_and_may_be_linked_added_to_or_passed_over() {
    let (_folder, desk) = staffed().await;
    let first =
        desk.register(None, &of("Pentiah", "Sooria", "Pena dilo depi trwa zour dan nou lari.")).unwrap();
    let again = of("Pentiah", "Sooria", "Dilo ankor pa finn vini.");
    let twins = desk.twins_of_form(&again).unwrap();
    assert_eq!(twins.len(), 1);
    assert_eq!(
        (twins[0].row.id.as_str(), twins[0].reason),
        (first.id.as_str(), TwinReason::Person),
        "one telephone"
    );
    let words = "Dan nou lari pena dilo depi trwa zour; bann granmoun bien mizer, lekol finn ferme, personn pa reponn.";
    let mut neighbour = of("Perrine", "Rosemay", words);
    neighbour.citizen.phone = String::new();
    let twins = desk.twins_of_form(&neighbour).unwrap();
    assert_eq!(twins[0].reason, TwinReason::Nearby);
    assert!(twins[0].shared_percent >= 20 && twins[0].recorded_by == "Anousha Ramdin");

    // Added to it: a note that loses nothing, and the draft is gone.
    let draft = desk.save_draft(None, &neighbour).unwrap();
    let view = desk.add_to_twin(&first.id, Some(&draft.id), &neighbour).unwrap();
    let Some(Step::Noted { text, for_citizen: false }) = view.history.last().map(|told| told.step.clone())
    else {
        panic!("{:?}", view.history)
    };
    assert_eq!(text, format!("Rosemay Perrine, Mahébourg\n{}", neighbour.text));
    assert!(desk.drafts().unwrap().is_empty());

    // Linked: both stand, and neither is a hint for the other.
    let linked = LinkedForm { id: first.id.clone(), reference: first.reference.clone() };
    let second = desk.register(None, &ComplaintForm { linked: Some(linked), ..neighbour.clone() }).unwrap();
    let story = desk.complaint(&second.id).unwrap().history;
    assert!(matches!(&story[1].step, Step::Linked { complaint, .. } if *complaint == first.id));
    assert!(desk.twins_of(&second.id).unwrap().is_empty());

    // Passed over: never asked again, also not afterwards.
    let said = ComplaintForm { other_matters: vec![first.id.clone(), second.id.clone()], ..neighbour };
    assert!(desk.twins_of_form(&said).unwrap().is_empty());
    let third = desk.register(None, &said).unwrap();
    assert!(desk.twins_of(&third.id).unwrap().is_empty());
}

#[tokio::test]
async fn two_that_were_registered_without_looking_are_hints_until_somebody_says_otherwise() {
    let (_folder, desk) = staffed().await;
    let one = desk.register(None, &of("Pentiah", "Sooria", "Pena dilo depi trwa zour.")).unwrap();
    let other = desk.register(None, &of("Pentiah", "Sooria", "Pena dilo depi trwa zour.")).unwrap();
    assert_eq!(desk.twins_of(&one.id).unwrap()[0].row.id, other.id);
    assert!(desk.say_other_matter(&one.id, &other.id).unwrap().is_empty());
    assert!(desk.twins_of(&other.id).unwrap().is_empty());
    assert_eq!(code(desk.twins_of(&"0".repeat(32))), "not_found");
}

#[tokio::test]
async fn somebody_complains_for_another_and_a_point_is_read_or_kept_in_words() {
    let (_folder, desk) = staffed().await;
    let mut form = form();
    form.for_another = true;
    form.representative.name = "Lata Pentiah".to_owned();
    form.representative.phone = "5700 0301".to_owned();
    form.representative.relation = "daughter".to_owned();
    form.point = "-20.4083, 57.7".to_owned();
    let id = desk.register(None, &form).unwrap().id;
    let record = desk.office().unwrap().record(id.parse().unwrap()).unwrap();
    let register = &record.complaint.register;
    let someone = register.representative.clone().unwrap();
    assert_eq!((someone.name.as_str(), someone.phone.as_deref()), ("Lata Pentiah", Some("+23057000301")));
    assert_eq!(register.point.unwrap().latitude_e6, -20_408_300);
    assert_eq!(desk.search("lata", 5).unwrap().len(), 1);

    form.for_another = false;
    form.place = "Rue Pasteur".to_owned();
    form.point = "behind the mill".to_owned();
    let id = desk.register(None, &form).unwrap().id;
    let register = desk.office().unwrap().record(id.parse().unwrap()).unwrap().complaint.register;
    assert_eq!((register.representative, register.point), (None, None));
    assert_eq!(register.place.as_deref(), Some("Rue Pasteur (behind the mill)"));
}

#[tokio::test]
async fn anonymous_keeps_nothing_of_the_citizen_and_only_where_the_profile_offers_it() {
    let (_folder, desk) = staffed().await;
    let mut form = of("Pentiah", "Sooria", "Enn kamion finn zet salte dan karo vid.");
    form.discretion = "anonymous".to_owned();
    assert_eq!(code(desk.register(None, &form)), "discretion_not_offered", "not about a meter");
    form.category = "refuse-dumping".to_owned();
    let id = desk.register(None, &form).unwrap().id;
    let view = desk.complaint(&id).unwrap();
    assert_eq!((view.row.citizen.as_str(), view.citizen.phone.as_str()), ("", ""));
    assert!(view.contact_by.is_empty());
    assert!(
        desk.search("pentiah", 5).unwrap().is_empty() && desk.find_citizens("pentiah").unwrap().is_empty()
    );
    form.discretion = "secret".to_owned();
    assert_eq!(code(desk.register(None, &form)), "kind_missing");
    form.discretion = "confidential".to_owned();
    let id = desk.register(None, &form).unwrap().id;
    assert_eq!(desk.complaint(&id).unwrap().row.citizen, "Sooria Pentiah");
}

#[tokio::test]
async fn lists_narrow_views_stay_with_their_clerk_and_days_move_on() {
    let (_folder, desk) = staffed().await;
    desk.add_clerk(&clerk("Kavi Bundhoo", "clerk")).unwrap();
    desk.register(None, &of("Pentiah", "Sooria", "Pena dilo.")).unwrap();
    let mut road = of("Perrine", "Rosemay", "Gro trou lor sime depi lontan, enn bis finn kase.");
    road.category = "road-pothole".to_owned();
    road.subject = "Sime abime".to_owned();
    desk.register(None, &road).unwrap();
    let all = SelectionForm::default();
    let count = |selection: &SelectionForm| desk.find(selection, None, 25).unwrap().total;
    assert_eq!(count(&all), 2);
    assert_eq!(count(&SelectionForm { categories: vec!["road-pothole".to_owned()], ..all.clone() }), 1);
    assert_eq!(count(&SelectionForm { period: Period::Today, ..all.clone() }), 2);
    let before = SelectionForm { period: Period::Days, until: "2026-11-23".to_owned(), ..all.clone() };
    assert_eq!(count(&before), 0);
    assert_eq!(count(&SelectionForm { due: DueWhen::Week, list: Filter::Due, ..all.clone() }), 1);
    assert_eq!(count(&SelectionForm { due: DueWhen::Over, ..all.clone() }), 0);
    assert_eq!(count(&SelectionForm { clerk: "Kavi Bundhoo".to_owned(), ..all.clone() }), 0);
    let bus = SelectionForm { words: "bis".to_owned(), ..all.clone() };
    assert_eq!(
        desk.find(&bus, None, 25).unwrap().rows[0].excerpt,
        "… depi lontan, enn bis finn kase.".replace("depi lontan, enn", "lontan, enn")
    );
    let wrong = SelectionForm { period: Period::Days, from: "24/11".to_owned(), ..all.clone() };
    assert_eq!(code(desk.find(&wrong, None, 25)), "field_wrong");

    let roads = SelectionForm { categories: vec!["road-pothole".to_owned()], ..all.clone() };
    desk.save_view(" Roads ", &roads).unwrap();
    let choices = desk.save_view("", &bus).unwrap();
    assert_eq!((choices.views[0].name.as_str(), choices.views[0].total), ("Roads", 1));
    assert_eq!((choices.last, choices.may_export), (Some(bus), true));
    assert_eq!(choices.clerks, ["Anousha Ramdin"]);
    assert_eq!(code(desk.save_view(&"x".repeat(41), &all)), "name_too_long");
    sign_in_as(&desk, "Kavi Bundhoo");
    assert!(desk.list_choices().unwrap().views.is_empty());
    sign_in_as(&desk, "Anousha Ramdin");
    assert!(desk.delete_view("Roads").unwrap().views.is_empty());
}

#[tokio::test]
async fn a_table_holds_what_was_selected_and_not_what_must_stay_and_who_took_it_is_noted() {
    let (folder, desk) = staffed().await;
    desk.add_clerk(&clerk("Tifi Aprann", "trainee")).unwrap();
    let mut form = of("=HYPERLINK(1)", "", "+Pena \"dilo\",\nmem aswar");
    form.citizen.nic = "Z0101000000047".to_owned();
    desk.register(None, &form).unwrap();
    let mut silent = of("Perrine", "Rosemay", "Zet salte");
    silent.category = "refuse-dumping".to_owned();
    silent.discretion = "confidential".to_owned();
    silent.citizen.phone = "5700 0999".to_owned();
    desk.register(None, &silent).unwrap();
    let mut family = of("Ah-Fat", "Kevin", "Bat zanfan");
    family.category = "family-violence".to_owned();
    desk.register(None, &family).unwrap();

    let path = folder.path().join("list.csv");
    let all = SelectionForm::default();
    assert_eq!(desk.export(&all, TableFormat::Csv, "fr", &path).unwrap(), 3);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("\u{feff}\"Référence\","), "{text}");
    assert!(text.contains("\"'=HYPERLINK(1)\"") && text.contains("\"'+Pena \"\"dilo\"\",\nmem aswar\""));
    for kept_back in ["Z0101", "Perrine", "5700 0999", "Bat zanfan"] {
        assert!(!text.contains(kept_back), "{kept_back}");
    }
    let book = folder.path().join("list.xlsx");
    let water = SelectionForm { categories: vec!["water-none".to_owned()], ..all.clone() };
    assert_eq!(desk.export(&water, TableFormat::Xlsx, "ar-MA", &book).unwrap(), 1);
    assert!(std::fs::read(&book).unwrap().starts_with(b"PK"));
    assert_eq!(desk.table_file_name(TableFormat::Xlsx).unwrap(), "complaints-2026-11-24.xlsx");
    let noted = desk.office().unwrap().exports().unwrap();
    let told: Vec<_> =
        noted.iter().map(|one| (one.by.as_str(), one.format.as_str(), one.complaints)).collect();
    assert_eq!(told, [("Anousha Ramdin", "xlsx", 1), ("Anousha Ramdin", "csv", 3)]);
    assert!(noted[0].selection.contains("water-none"));
    assert_eq!(code(desk.export(&all, TableFormat::Csv, "en", folder.path())), "file_failed");

    sign_in_as(&desk, "Tifi Aprann");
    assert!(!desk.list_choices().unwrap().may_export);
    assert_eq!(code(desk.export(&all, TableFormat::Csv, "en", &path)), "not_for_trainees");
    assert_eq!(desk.office().unwrap().exports().unwrap().len(), 2, "what failed is not noted");
}
