//! The profile that ships is read whole, and each kind of mistake is told with its file and line.

use jiff::civil::date;

use super::{Bundle, DocumentPolicy, Profile, SignInPolicy, text_in};

fn mauritius() -> Bundle {
    shipped("mauritius")
}

fn shipped(name: &str) -> Bundle {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../profiles").join(name);
    let mut bundle = Bundle::default();
    for name in Bundle::file_names().iter().chain(Bundle::picture_names()) {
        bundle.insert(name, std::fs::read_to_string(folder.join(name)).unwrap_or_default());
    }
    bundle
}

#[test]
fn the_profile_of_mauritius_has_no_mistake() {
    let profile = Profile::read(&mauritius()).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert_eq!(profile.offices.len(), 36);
    assert!(profile.categories.len() >= 40);
    let water = profile.category_by_path("Water/No water / low pressure").unwrap();
    assert_eq!(water.institution, "CWA");
    assert_eq!(profile.due_on(water, date(2026, 12, 24)), Some(date(2026, 12, 30)));
    for texts in profile.categories.iter().flat_map(|category| [&category.group, &category.name]) {
        assert_eq!(texts.len(), 4);
    }
    assert_ne!(text_in(&profile.title, "fr"), text_in(&profile.title, "en"));
}

#[test]
fn letters_have_a_head_in_each_language_or_none_at_all() {
    let profile = Profile::read(&mauritius()).unwrap();
    assert_eq!(profile.letterhead_in("fr")[0], "République de Maurice");
    assert_eq!(profile.letterhead_in("de"), profile.letterhead_in("en"));
    let text = mauritius().file("profile.toml").to_owned();
    let without = text.replace("fr = [\"République", "de = [\"République");
    assert!(with("profile.toml", &without).contains("letterhead has no lines in “fr”"));
    assert!(
        with("profile.toml", &text.replace("\"a5\"", "\"a3\"")).contains("paper is “a4”, “a5” or “roll80”")
    );
}

#[test]
fn a_bundle_reads_back_and_its_digest_names_its_content() {
    let bundle = mauritius();
    assert_eq!(Bundle::from_bytes(&bundle.to_bytes()), Ok(bundle.clone()));
    let mut other = bundle.clone();
    other.insert("offices.csv", "code,name,address,hours,phone\n01,One,,,\n".to_owned());
    assert_ne!(other.digest(), bundle.digest());
    other.insert("README.md", "left out".to_owned());
    assert_eq!(other.file("README.md"), "");
}

/// Replaces a file of the good profile and returns the mistakes as one text.
fn with(name: &str, content: &str) -> String {
    let mut bundle = mauritius();
    bundle.insert(name, content.to_owned());
    Profile::read(&bundle).unwrap_err().to_string()
}

#[test]
fn each_mistake_is_told_by_file_and_line() {
    let offices = "code,name,address,hours,phone\n";
    assert!(
        with("offices.csv", &format!("{offices}01,One,,,\n01,Two,,,\n"))
            .contains("offices.csv, line 3: the office 01")
    );
    assert!(
        with("offices.csv", &format!("{offices}777,One,,,\n"))
            .starts_with("offices.csv, line 2: an office code")
    );
    assert!(
        with("offices.csv", &format!("{offices}01,One\n")).starts_with("offices.csv, line 2: this row has")
    );
    assert!(with("offices.csv", "").contains("there is no office"));
    let holidays = "date,name_en,name_fr,name_mfe,name_ar\n2026-02-30,a,b,c,d\n";
    assert!(with("holidays.csv", holidays).starts_with("holidays.csv, line 2: “2026-02-30” is no day"));
    assert!(
        with("documents.csv", "category,name_en\nnone-such,x\n").contains("there is no category “none-such”")
    );
    assert!(with("profile.toml", "name = \"x\"\nlanguages = 3\n").starts_with("profile.toml, line 2"));
    let institutions = "code,name,kind,parent,hotline\nCWA,Water,parastatal,ENE,\n";
    assert!(
        with("institutions.csv", institutions).contains("institutions.csv, line 2: “CWA” stands below “ENE”")
    );
    let round = "code,name,kind,parent,hotline\nCWA,Water,parastatal,ENE,\nENE,Energy,ministry,CWA,\n";
    assert!(with("institutions.csv", round).contains("line 3: “ENE” stands below itself"));
    let policy = |line: &str| {
        let head = mauritius().file("profile.toml").to_owned();
        let (before, _) = head.split_once("[documents]").unwrap();
        let mistakes = with("profile.toml", &format!("{before}[documents]\ngrey = true\n{line}\n"));
        let number = before.lines().count() + 3;
        let place = format!("profile.toml, line {number}: ");
        assert!(mistakes.starts_with(&place), "{mistakes}");
        mistakes[place.len()..].to_owned()
    };
    assert!(policy("quality = 0").starts_with("quality is between 1 and 100, not 0"));
    assert!(policy("longest_side = 20").starts_with("longest_side is between"));
    assert!(policy("media_types = [\"image/gif\"]").starts_with("“image/gif” is none of image/jpeg"));
    assert!(policy("colour = 3").contains("unknown field"));
    let sign_in = |line: &str| {
        let head = mauritius().file("profile.toml").to_owned();
        let (before, _) = head.split_once("[sign_in]").unwrap();
        with("profile.toml", &format!("{before}[sign_in]\n{line}\n"))
    };
    assert!(sign_in("shortest_pin = 4").contains("shortest_pin is between 6 and 12, not 4"));
    assert!(sign_in("tries = 1").contains("tries is between 3 and 20, not 1"));
    assert!(sign_in("trainee_may_not = [\"leave\"]").contains("“leave” is none of resolve, answer, pass_on"));
}

#[test]
fn what_a_profile_says_nothing_about_is_as_usual() {
    let mut bundle = mauritius();
    let head = bundle.file("profile.toml").to_owned();
    let usual = DocumentPolicy { photos_in_colour: true, ..DocumentPolicy::default() };
    assert_eq!(Profile::read(&bundle).unwrap().documents, usual);
    assert_eq!(Profile::read(&bundle).unwrap().sign_in, SignInPolicy::default());
    bundle.insert("profile.toml", head.split_once("[documents]").unwrap().0.to_owned());
    assert_eq!(Profile::read(&bundle).unwrap().documents, DocumentPolicy::default());
    assert_eq!(Profile::read(&bundle).unwrap().sign_in, SignInPolicy::default());
}

#[test]
fn discretion_and_fees_are_data_of_a_category() {
    use crate::operation::Discretion;
    let profile = Profile::read(&mauritius()).unwrap();
    let of = |code: &str| profile.category(code).unwrap();
    assert_eq!(of("refuse-dumping").discretion, [Discretion::Confidential, Discretion::Anonymous]);
    assert_eq!(of("work-wages").discretion, [Discretion::Confidential]);
    assert!(of("water-bill").discretion.is_empty() && of("water-bill").fee.is_none());
    assert!(of("papers-identity").fee.as_ref().unwrap()["fr"].starts_with("La réclamation est gratuite."));

    let bundle = mauritius();
    let changed = |name: &str, from: &str, to: &str| {
        let content = bundle.file(name);
        assert!(content.contains(from), "{name}: {from}");
        with(name, &content.replacen(from, to, 1))
    };
    assert!(changed("categories.csv", "confidential anonymous", "secret").contains("not “secret”"));
    assert!(changed("categories.csv", "La réclamation est gratuite. Une demande de permis a ses propres frais\u{a0}: demandez-les à la collectivité locale.", "").contains("“fee_fr” is empty"));
}

#[test]
fn a_deployment_speaks_the_languages_that_it_names_and_no_more_are_asked_for() {
    let bundle = shipped("sefrou");
    let profile = Profile::read(&bundle).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert_eq!((profile.languages.join(" "), profile.own_language()), ("ar-MA fr".to_owned(), "ar-MA"));
    let light = profile.category("eclairage-public").unwrap();
    assert_eq!(light.name.keys().collect::<Vec<_>>(), ["ar-MA", "fr"]);
    assert_eq!(text_in(&light.name, "fr"), "Éclairage public");
    assert!(
        profile.categories.iter().all(|category| profile.institutions.contains_key(&category.institution))
    );
    assert_eq!(profile.warnings(&bundle, 2026), [], "nothing to look at");
    let missing = bundle.file("categories.csv").replacen(",الإنارة العمومية,", ",,", 1);
    let mut changed = bundle.clone();
    changed.insert("categories.csv", missing);
    let mistakes = Profile::read(&changed).unwrap_err().to_string();
    assert!(mistakes.contains("line 5: the column “name_ar” is empty"), "{mistakes}");
}

#[test]
fn what_is_promised_in_morocco_stays_within_fifteen_and_sixty_days() {
    let profile = Profile::read(&shipped("sefrou")).unwrap();
    let light = profile.category("eclairage-public").unwrap();
    let first = date(2026, 1, 1);
    for day in first.series(jiff::ToSpan::day(1)).take_while(|day| day.year() < 2028) {
        let took =
            |days: Option<u32>| (profile.calendar.after_working_days(day, days.unwrap()) - day).get_days();
        assert!(took(light.ack_days) <= 15 && took(light.resolve_days) <= 60, "{day}");
    }
}

#[test]
fn numbers_are_looked_at_by_the_rules_of_the_deployment() {
    let (morocco, mauritius) =
        (Profile::read(&shipped("sefrou")).unwrap(), Profile::read(&mauritius()).unwrap());
    assert_eq!(morocco.check_identity("CD123456"), None);
    assert!(mauritius.check_identity("CD123456").is_some());
    assert_eq!(morocco.stored_phone("06 61 23 45 67"), "+212661234567");
    assert_eq!(mauritius.stored_phone("5700 1234"), "+23057001234");
    let head = mauritius_head();
    assert!(
        with("profile.toml", &head.replace("\"mu-nic\"", "\"nic\"")).contains("line 8: identity_number is")
    );
    assert!(
        with("profile.toml", &head.replace("telephone = \"mu\"", "telephone = \"x\""))
            .contains("telephone is")
    );
}

fn mauritius_head() -> String {
    mauritius().file("profile.toml").to_owned()
}

#[test]
fn the_way_up_is_checked_line_by_line() {
    let wrong = |line: &str| {
        let head = mauritius_head();
        let (before, after) = head.split_once("[escalation]").unwrap();
        let (_, after) = after.split_once("[follow]").unwrap();
        let mistakes = with("profile.toml", &format!("{before}[escalation]\n{line}\n[follow]{after}"));
        let place = format!("profile.toml, line {}: ", before.lines().count() + 2);
        assert!(mistakes.starts_with(&place), "{mistakes}");
        mistakes[place.len()..].to_owned()
    };
    assert!(wrong("remind_days_before = [0]").contains("between 1 and 365"));
    assert!(wrong("levels = [{ after_days = 1, to = \"nobody\" }]").contains("“nobody” is none of"));
    let backwards = "levels = [{ after_days = 5, to = \"unit\" }, { after_days = 5, to = \"parent\" }]";
    assert!(wrong(backwards).contains("each level comes later"));
    assert!(wrong("close_without_document_after_days = 20").contains("before the citizen was reminded"));
    assert!(wrong("remind = 3").contains("unknown field"));
}

#[test]
fn a_complaint_goes_where_its_matter_and_its_place_lead() {
    let profile = Profile::read(&mauritius()).unwrap();
    let goes = |category: &str, places: &[&str]| {
        let proposal = profile.proposal(category, places).unwrap();
        (proposal.institution.to_owned(), proposal.is_open)
    };
    assert_eq!(goes("drain-blocked", &["Mahébourg"]), ("LA-GP".to_owned(), false), "by its district");
    assert_eq!(goes("drain-blocked", &["Rue Royale, ROSE HILL", "Mahébourg"]), ("LA-BBRH".to_owned(), false));
    assert_eq!(goes("drain-blocked", &["Nowhere"]), ("LA".to_owned(), true), "somebody has to name it");
    assert_eq!(goes("officer-conduct", &["Mahébourg"]), ("BODY".to_owned(), true));
    assert_eq!(goes("water-none", &["Mahébourg"]), ("CWA".to_owned(), false));
    assert_eq!(profile.proposal("no-such", &[]), None);
    assert_eq!(profile.unit.as_deref(), Some("CSU"));
    for locality in &profile.localities {
        assert!(!goes("street-lamp", &[locality]).1, "{locality} has no council");
    }

    let mut bundle = mauritius();
    let rows = "category,locality,institution\nLA,Moka,LA-MOK\ndrain-blocked,Moka,RDA\ndrain-blocked,,NDU\n";
    bundle.insert("routing.csv", rows.to_owned());
    let other = Profile::read(&bundle).unwrap();
    let goes = |category: &str, place: &str| other.proposal(category, &[place]).unwrap().institution;
    assert_eq!((goes("drain-blocked", "Moka"), goes("street-lamp", "Moka")), ("RDA", "LA-MOK"));
    assert_eq!(goes("drain-blocked", "Elsewhere"), "NDU");
    bundle.insert("routing.csv", String::new());
    assert!(Profile::read(&bundle).unwrap().routing.is_empty(), "a profile may do without");
}

#[test]
fn each_mistake_of_the_routing_is_told_by_its_line() {
    let row = |row: &str| with("routing.csv", &format!("category,locality,institution\n{row}\n"));
    assert!(row("none-such,Moka,CWA").starts_with("routing.csv, line 2: “none-such” is no category"));
    assert!(row("CWA,Moka,CEB").contains("“CWA” is no category, and no institution that is to be named"));
    assert!(row("LA,Atlantis,LA-MOK").contains("“Atlantis” is no locality and no district"));
    assert!(row("LA,Moka,NOWHERE").contains("there is no institution “NOWHERE”"));
    assert!(row("LA,Moka,BODY").contains("“BODY” is itself still to be named"));
    assert!(row("LA,Moka,LA-MOK\nLA,moka,LA-PL").contains("line 3: “LA” and “moka” stand here twice"));
    assert!(row("LA,Moka").contains("more or fewer cells"));
    let head = mauritius().file("profile.toml").replace("unit = \"CSU\"", "unit = \"NONE\"");
    assert!(with("profile.toml", &head).contains("there is no “NONE”"));
}
