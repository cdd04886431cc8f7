//! The audit finds each kind of tampering and says where.

use central_server::Centre;
use complaints::{Answer, Body};

use crate::desk::Desk;
use crate::engine::{Place, office, officer};
use crate::on_both_engines;

on_both_engines!(
    an_untouched_store_is_sound,
    a_changed_payload_is_found,
    a_payload_that_is_filed_elsewhere_is_found,
    a_removed_operation_is_found,
    a_removed_signature_is_found,
    a_removed_entry_is_found,
    swapped_entries_are_found,
    a_changed_verdict_is_found,
    a_feed_that_was_cut_short_is_found,
    a_feed_that_was_cut_short_with_all_its_traces_is_found,
    a_changed_state_is_found,
    a_changed_column_is_found,
    a_changed_count_of_what_is_open_is_found,
    a_removed_complaint_and_one_that_nobody_registered_are_found,
    an_exchanged_key_is_found,
    a_changed_deed_of_an_agent_is_found,
);

/// A centre with two computers in office 12: three complaints, notes and an agent's answer.
async fn filled(place: &Place) -> Centre {
    let centre = place.centre().await;
    let officer = officer(&centre).await;
    let mut one = Desk::enrol(&centre, office(12), 1).await;
    let mut two = Desk::enrol(&centre, office(12), 2).await;
    let first = one.register("one");
    one.register("two");
    one.sync(&centre).await;
    one.note(first, "a note");
    one.sync(&centre).await;
    two.register("three");
    two.sync(&centre).await;
    let answer = Body::Answer(Answer { text: "On Friday.".to_owned(), definitive: true });
    centre.deed(&officer, first, None, answer).await.unwrap();
    centre
}

/// Changes the store, and expects the audit to say where and what.
async fn finds(place: &Place, sql: &str, expected: &[(&str, &str)]) {
    let centre = filled(place).await;
    assert_eq!(centre.verify().await.unwrap().faults, []);
    place.tamper(sql);
    let faults = centre.verify().await.unwrap().faults;
    for (at, what) in expected {
        let found = faults.iter().any(|fault| fault.place.contains(at) && fault.what.contains(what));
        assert!(found, "{sql}\nexpected {at}: {what}\nfound {faults:?}");
    }
    assert!(!faults.is_empty(), "{sql}");
}

/// The first computer of office 12, in SQL.
const COMPUTER: &str = "(SELECT id FROM devices WHERE office = 12 AND number = 1)";

async fn an_untouched_store_is_sound(place: &Place) {
    let audit = filled(place).await.verify().await.unwrap();
    assert_eq!(audit.faults, []);
    let sums: Vec<_> = audit.offices.iter().filter(|office| office.complaints > 0).collect();
    // The centre's log, the profile, two computers, four operations of theirs, an answer.
    assert_eq!((sums.len(), sums[0].complaints, sums[0].entries), (1, 3, 9));
}

async fn a_changed_payload_is_found(place: &Place) {
    let sql = format!("UPDATE operations SET payload = previous WHERE device = {COMPUTER} AND sequence = 2");
    let expected = [("office 12, computer 1", "not what its id was made from"), ("entry", "another length")];
    finds(place, &sql, &expected).await;
}

async fn a_payload_that_is_filed_elsewhere_is_found(place: &Place) {
    let sql = format!("UPDATE operations SET complaint = NULL WHERE device = {COMPUTER} AND sequence = 2");
    finds(place, &sql, &[("operation 2", "filed under another complaint")]).await;
}

async fn a_removed_operation_is_found(place: &Place) {
    let sql = format!("DELETE FROM operations WHERE device = {COMPUTER} AND sequence = 2");
    let expected = [("computer 1", "missing"), ("office 12, entry", "its operation is missing")];
    finds(place, &sql, &expected).await;
}

async fn a_removed_signature_is_found(place: &Place) {
    let sql = format!("DELETE FROM batches WHERE device = {COMPUTER} AND last_sequence = 3");
    finds(place, &sql, &[("operation 3", "no signature of the device covers it")]).await;
}

async fn a_removed_entry_is_found(place: &Place) {
    finds(place, "DELETE FROM feed WHERE office = 12 AND number = 5", &[("office 12, entry 5", "missing")])
        .await;
}

async fn swapped_entries_are_found(place: &Place) {
    let sql = "UPDATE feed SET number = 99 WHERE office = 12 AND number = 5;
               UPDATE feed SET number = 5 WHERE office = 12 AND number = 6;
               UPDATE feed SET number = 6 WHERE office = 12 AND number = 99;";
    finds(place, sql, &[("office 12, entry 5", "does not stand in its place")]).await;
}

async fn a_changed_verdict_is_found(place: &Place) {
    // The verdict of the first operation becomes what the second one's id is: neither accepted nor refused.
    let sql = "UPDATE feed SET verdict = hash WHERE office = 12 AND number = 6";
    finds(place, sql, &[("office 12, entry 6", "verdict")]).await;
    // Refused as overtaken, in the words of the wire.
    let refused = if place.database_url.is_some() { "'\\x820103'" } else { "x'820103'" };
    let centre = place.centre().await;
    place.tamper(&format!("UPDATE feed SET verdict = {refused} WHERE office = 12 AND number = 6"));
    let faults = centre.verify().await.unwrap().faults;
    assert!(faults[0].what.contains("its hash does not follow"), "{faults:?}");
}

async fn a_feed_that_was_cut_short_is_found(place: &Place) {
    let expected = [("office 12, entry 8", "the feed ends here, and should end at entry 9")];
    finds(place, "DELETE FROM feed WHERE office = 12 AND number > 8", &expected).await;
}

async fn a_feed_that_was_cut_short_with_all_its_traces_is_found(place: &Place) {
    let sql = "DELETE FROM feed WHERE office = 12 AND number > 8;
               UPDATE offices SET feed_number = 8, feed_hash = (SELECT hash FROM feed WHERE office = 12 AND number = 8)
               WHERE code = 12;";
    finds(place, sql, &[("office 12, entry 8", "the centre has not signed")]).await;
}

async fn a_changed_state_is_found(place: &Place) {
    let sql = "UPDATE complaints SET state = (SELECT max(hash) FROM feed WHERE office = 12 AND number = 1)
               WHERE reference = (SELECT min(reference) FROM complaints)";
    let sql = if place.database_url.is_some() { sql.replace("max(hash)", "hash") } else { sql.to_owned() };
    finds(place, &sql, &[("office 12, complaint", "its state is not what its operations amount to")]).await;
}

async fn a_changed_column_is_found(place: &Place) {
    let sql =
        "UPDATE complaints SET institution = 'WMA' WHERE reference = (SELECT min(reference) FROM complaints)";
    finds(place, sql, &[("office 12, complaint", "its columns do not say what its state says")]).await;
}

async fn a_changed_count_of_what_is_open_is_found(place: &Place) {
    let sql = "UPDATE open_counts SET number = number + 1 WHERE office = 12";
    finds(place, sql, &[("office 12", "its open complaints are counted otherwise than they stand")]).await;
}

async fn a_removed_complaint_and_one_that_nobody_registered_are_found(place: &Place) {
    let sql = "UPDATE complaints SET id = state WHERE reference = (SELECT min(reference) FROM complaints)";
    let centre = filled(place).await;
    // An id of the right length that no operation leads to: the first half of a hash is one.
    let half = match place.database_url {
        Some(_) => "substr(hash, 1, 16)",
        None => "CAST(substr(hash, 1, 16) AS BLOB)",
    };
    let hash = format!("(SELECT {half} FROM feed WHERE office = 12 AND number = 1)");
    place.tamper(&sql.replace("id = state", &format!("id = {hash}")));
    let faults = centre.verify().await.unwrap().faults;
    for what in ["no operation registered it", "registered and is not stored"] {
        assert!(faults.iter().any(|fault| fault.what.contains(what)), "{what}: {faults:?}");
    }
}

async fn an_exchanged_key_is_found(place: &Place) {
    let sql = "UPDATE devices SET key = (SELECT key FROM devices WHERE office = 12 AND number = 2)
               WHERE office = 12 AND number = 1";
    finds(place, sql, &[("computer 1", ""), ("office 12, entry 3", "otherwise than the list")]).await;
}

async fn a_changed_deed_of_an_agent_is_found(place: &Place) {
    let sql = "UPDATE operations SET payload = previous
               WHERE device = (SELECT id FROM devices WHERE office = 12 AND number = 0)";
    finds(place, sql, &[("log of the centre", "not what its id was made from")]).await;
}
