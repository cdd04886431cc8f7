//! Who is admitted, and what a code is good for.

use complaints::profile::Bundle;
use sync_protocol::{EnrolOutcome, Exchange, LineError, Protocol, unpack};

use crate::desk::{Desk, ask_to_enrol, enrol_request};
use crate::engine::{Place, office};
use crate::on_both_engines;

on_both_engines!(
    a_code_admits_one_computer_and_tells_it_everything,
    asking_twice_gets_the_same_answer,
    a_code_that_another_computer_used_is_refused,
    a_wrong_code_and_an_expired_one_are_refused,
    a_computer_of_another_version_learns_which_versions_there_are,
    after_ten_wrong_codes_one_has_to_wait,
    damaged_bytes_admit_nobody,
    numbers_run_on_within_an_office_and_ids_over_the_country,
    a_code_is_made_only_for_an_office_that_exists_and_a_time_that_makes_sense,
    computers_that_ask_at_once_get_numbers_of_their_own,
);

async fn a_code_admits_one_computer_and_tells_it_everything(place: &Place) {
    let centre = place.centre().await;
    let code = centre.enrolment_code(office(12), 7).await.unwrap();
    assert_eq!((code.code.len(), code.code.find('-')), (11, Some(5)));
    assert_eq!(code.expires_at.to_string(), "2026-12-01T10:52:00+04:00");
    let (key, request) = enrol_request(1, &code.code.to_lowercase().replace('-', " "));
    let answer = ask_to_enrol(&centre, &key, &request).await;
    let admitted = answer.admitted.unwrap();
    assert_eq!((admitted.number, admitted.office.0), (1, 12));
    let bundle = Bundle::from_bytes(&unpack(&admitted.profile).unwrap()).unwrap();
    assert_eq!(bundle, central_server::profiles::mauritius());
}

async fn asking_twice_gets_the_same_answer(place: &Place) {
    let centre = place.centre().await;
    let code = centre.enrolment_code(office(12), 1).await.unwrap().code;
    let (key, request) = enrol_request(1, &code);
    let first = ask_to_enrol(&centre, &key, &request).await;
    assert_eq!(ask_to_enrol(&centre, &key, &request).await, first);
    place.let_minutes_pass(3 * 24 * 60);
    assert_eq!(ask_to_enrol(&centre, &key, &request).await, first);
    assert_eq!(centre.offices().await.unwrap()[11].computers, 1);
}

async fn a_code_that_another_computer_used_is_refused(place: &Place) {
    let centre = place.centre().await;
    let code = centre.enrolment_code(office(12), 7).await.unwrap().code;
    let (key, request) = enrol_request(1, &code);
    ask_to_enrol(&centre, &key, &request).await;
    let (other_key, other) = enrol_request(2, &code);
    assert_eq!(ask_to_enrol(&centre, &other_key, &other).await.outcome, EnrolOutcome::UsedCode);
}

async fn a_wrong_code_and_an_expired_one_are_refused(place: &Place) {
    let centre = place.centre().await;
    let (key, request) = enrol_request(1, "00000-00000");
    let answer = ask_to_enrol(&centre, &key, &request).await;
    assert_eq!((answer.outcome, answer.admitted), (EnrolOutcome::WrongCode, None));
    let code = centre.enrolment_code(office(12), 1).await.unwrap().code;
    place.let_minutes_pass(24 * 60);
    let (key, request) = enrol_request(1, &code);
    assert_eq!(ask_to_enrol(&centre, &key, &request).await.outcome, EnrolOutcome::ExpiredCode);
}

async fn a_computer_of_another_version_learns_which_versions_there_are(place: &Place) {
    let centre = place.centre().await;
    let code = centre.enrolment_code(office(12), 7).await.unwrap().code;
    let (key, mut request) = enrol_request(1, &code);
    request.protocol = Protocol { oldest: 200, newest: 201 };
    let answer = ask_to_enrol(&centre, &key, &request).await;
    assert_eq!((answer.outcome, answer.protocol), (EnrolOutcome::ProtocolVersion, Protocol::OURS));
    request.protocol = Protocol::OURS;
    assert_eq!(ask_to_enrol(&centre, &key, &request).await.outcome, EnrolOutcome::Admitted);
}

async fn after_ten_wrong_codes_one_has_to_wait(place: &Place) {
    let centre = place.centre().await;
    let code = centre.enrolment_code(office(12), 7).await.unwrap().code;
    let (key, wrong) = enrol_request(1, "00000-00000");
    for _ in 0..10 {
        assert_eq!(ask_to_enrol(&centre, &key, &wrong).await.outcome, EnrolOutcome::WrongCode);
    }
    let (key, right) = enrol_request(1, &code);
    assert_eq!(ask_to_enrol(&centre, &key, &right).await.outcome, EnrolOutcome::TooManyTries);
    place.let_minutes_pass(1);
    assert_eq!(ask_to_enrol(&centre, &key, &right).await.outcome, EnrolOutcome::Admitted);
}

async fn damaged_bytes_admit_nobody(place: &Place) {
    let centre = place.centre().await;
    let code = centre.enrolment_code(office(12), 7).await.unwrap().code;
    let (key, request) = enrol_request(1, &code);
    let mut bytes = request.seal(&key);
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    assert!(matches!(centre.enrol(bytes).await, Err(LineError::Unreachable(_))));
    assert_eq!(centre.offices().await.unwrap()[11].computers, 0);
}

async fn numbers_run_on_within_an_office_and_ids_over_the_country(place: &Place) {
    let centre = place.centre().await;
    let a = Desk::enrol(&centre, office(12), 1).await;
    let b = Desk::enrol(&centre, office(7), 2).await;
    let c = Desk::enrol(&centre, office(12), 3).await;
    assert_eq!([a.admitted.number, b.admitted.number, c.admitted.number], [1, 1, 2]);
    assert!(a.admitted.device < b.admitted.device && b.admitted.device < c.admitted.device);
}

async fn a_code_is_made_only_for_an_office_that_exists_and_a_time_that_makes_sense(place: &Place) {
    let centre = place.centre().await;
    assert_eq!(centre.enrolment_code(office(98), 7).await.unwrap_err().code(), "not_found");
    assert_eq!(centre.enrolment_code(office(12), 0).await.unwrap_err().code(), "invalid");
    centre.add_office(office(98), "CAB 98, Agaléga").await.unwrap();
    assert!(centre.enrolment_code(office(98), 7).await.is_ok());
    assert_eq!(centre.add_office(office(98), "again").await.unwrap_err().code(), "invalid");
}

async fn computers_that_ask_at_once_get_numbers_of_their_own(place: &Place) {
    let centre = place.centre().await;
    let mut codes = Vec::new();
    for _ in 0..8 {
        codes.push(centre.enrolment_code(office(12), 7).await.unwrap().code);
    }
    let ask = |(n, code): (usize, &String)| {
        let (key, request) = enrol_request(u8::try_from(n).unwrap() + 1, code);
        let centre = &centre;
        async move { ask_to_enrol(centre, &key, &request).await.admitted.unwrap().number }
    };
    let mut numbers = futures_util::future::join_all(codes.iter().enumerate().map(ask)).await;
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);
}
