//! The way up: nothing is lost, nothing counts twice, nothing blocks what is behind it.

use central_server::{Page, QueueFilter};
use complaints::{Body, ChangeStatus, ComplaintSeed, OfficeCode, Refusal, Status, Verdict};
use sync_protocol::{
    ChainHead, Codec, DeviceId, DeviceKey, Exchange, Hash, Hashes, Outcome, Protocol, SaltTree, Sequence,
    operation_digest,
};

use crate::desk::Desk;
use crate::engine::{Place, office, officer};
use crate::frames::{SyncRequest, SyncResponse};
use crate::on_both_engines;

on_both_engines!(
    a_complaint_arrives_and_comes_back_in_one_round_trip,
    a_push_whose_answer_was_lost_counts_once,
    what_overlaps_with_the_stored_log_is_passed_over,
    a_restored_computer_that_does_something_else_is_told_of_the_fork,
    a_centre_that_has_less_than_the_computer_knows_asks_again,
    what_is_unreadable_or_refused_blocks_nothing_behind_it,
    kinds_of_a_newer_version_are_accepted_and_relayed,
    what_another_office_holds_cannot_be_touched,
    a_registration_under_the_reference_of_another_office_begins_nothing,
    strangers_are_not_admitted,
    a_computer_that_is_shut_out_delivers_what_it_holds_and_then_counts_no_more,
    from_a_stolen_computer_nothing_more_is_taken_into_the_log,
    hints_do_where_the_centre_knows_the_rest_and_otherwise_it_asks_for_the_whole,
    what_is_whole_of_a_request_that_was_cut_counts,
    a_request_that_was_tampered_with_takes_nothing_in,
    a_computer_of_another_version_is_told_the_range,
    a_reference_that_nobody_could_type_is_refused,
    odd_texts_come_through_as_they_are,
);

async fn a_complaint_arrives_and_comes_back_in_one_round_trip(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("Pena dilo depi trwa zour.");
    let answer = desk.sync(&centre).await;
    assert_eq!(answer.outcome, Outcome::Done);
    assert_eq!(answer.acknowledged, Some(desk.head()));
    let stored = centre.complaint(id).await.unwrap().unwrap();
    assert_eq!(desk.complaints[&id], stored);
    assert_eq!(stored.register.text, "Pena dilo depi trwa zour.");
    let idle = desk.sync(&centre).await;
    assert_eq!((idle.acknowledged, idle.reply.end, idle.frames.len()), (None, None, 0));
}

async fn a_push_whose_answer_was_lost_counts_once(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.register("two");
    let request = desk.request();
    desk.send(&centre, &request).await;
    let again = desk.send(&centre, &request).await;
    assert_eq!(again.acknowledged, Some(desk.head()));
    desk.take(&again);
    assert_eq!((desk.complaints.len(), desk.verdicts.len()), (2, 2));
    assert!(desk.verdicts.values().all(|verdict| *verdict == Verdict::Accepted));
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn what_overlaps_with_the_stored_log_is_passed_over(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.register("two");
    let old_request = desk.request();
    desk.send(&centre, &old_request).await;
    desk.register("three");
    // The acknowledgement was lost: all three are sent, two are known.
    desk.sync(&centre).await;
    assert_eq!((desk.acknowledged, desk.complaints.len()), (desk.head(), 3));
    // A copy of the first request, late: it says where the log stands by now.
    let late = desk.send(&centre, &old_request).await;
    assert_eq!((late.outcome, late.acknowledged), (Outcome::Done, Some(desk.head())));
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn a_restored_computer_that_does_something_else_is_told_of_the_fork(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.sync(&centre).await;
    let restored_from = desk.log.clone();
    let acknowledged_then = desk.acknowledged;
    desk.register("two");
    desk.sync(&centre).await;
    let truth = desk.head();
    desk.log = restored_from;
    desk.acknowledged = acknowledged_then;
    let id = desk.register("something else");
    let answer = desk.send(&centre, &desk.request()).await;
    assert_eq!((answer.outcome, answer.acknowledged), (Outcome::Forked, Some(truth)));
    assert_eq!(answer.entries().count(), 0);
    assert_eq!(centre.complaint(id).await.unwrap(), None);
}

async fn a_centre_that_has_less_than_the_computer_knows_asks_again(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    let first = desk.head();
    desk.sync(&centre).await;
    desk.register("two");
    desk.register("three");
    let mut request = desk.request();
    request.base = request.operations[0].head();
    request.operations.remove(0);
    let answer = desk.send(&centre, &request).await;
    assert_eq!((answer.outcome, answer.acknowledged), (Outcome::Behind, Some(first)));
    desk.sync(&centre).await;
    assert_eq!(desk.acknowledged, desk.head());
}

async fn what_is_unreadable_or_refused_blocks_nothing_behind_it(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let before = desk.register("before");
    desk.write(b"this is not an operation".to_vec());
    desk.write(Vec::new());
    let change =
        ChangeStatus { from: Status::Answered, to: Status::Closed, text: Some("settled".to_owned()) };
    let overtaken = desk.act(Some(before), Body::ChangeStatus(change));
    let nowhere = desk.note(ComplaintSeed::from_random([9; 16]).complaint_id(), "about nothing");
    let behind = desk.register("behind");
    desk.sync(&centre).await;
    assert_eq!((desk.unreadable, desk.acknowledged), (2, desk.head()));
    assert_eq!(desk.verdicts[&overtaken], Verdict::Refused(Refusal::Overtaken));
    assert_eq!(desk.verdicts[&nowhere], Verdict::Refused(Refusal::NotRegistered));
    assert!(centre.complaint(behind).await.unwrap().is_some());
    let kept = centre.complaint(before).await.unwrap().unwrap();
    assert_eq!((kept.status, kept.steps.len()), (Status::Received, 2));
    assert_eq!(kept, desk.complaints[&before]);
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn kinds_of_a_newer_version_are_accepted_and_relayed(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let mut colleague = Desk::enrol(&centre, office(12), 2).await;
    let id = desk.register("one");
    let newer = |kind| Body::Unknown { kind, raw: vec![0xa1, 0x00, 0x63, b'n', b'e', b'w'] };
    let on_complaint = desk.act(Some(id), newer(900));
    let on_office = desk.act(None, newer(901));
    // Nobody could fold it: what it is about was never registered.
    let on_nothing = desk.act(Some(ComplaintSeed::from_random([9; 16]).complaint_id()), newer(900));
    desk.sync(&centre).await;
    colleague.sync(&centre).await;
    assert_eq!(colleague.unknown_kinds, 3);
    assert_eq!(colleague.verdicts[&on_nothing], Verdict::Refused(Refusal::NotRegistered));
    for operation in [on_complaint, on_office] {
        assert_eq!(colleague.verdicts[&operation], Verdict::Accepted);
    }
    assert_eq!(colleague.complaints[&id], centre.complaint(id).await.unwrap().unwrap());
}

async fn what_another_office_holds_cannot_be_touched(place: &Place) {
    let centre = place.centre().await;
    let mut ours = Desk::enrol(&centre, office(12), 1).await;
    let mut theirs = Desk::enrol(&centre, office(7), 2).await;
    let id = ours.register("ours");
    ours.sync(&centre).await;
    let note = theirs.note(id, "not yours");
    let stolen = {
        let mut register = theirs.next_registration("stolen");
        register.seed = ours.complaints[&id].register.seed.clone();
        theirs.act(Some(id), Body::Register(Box::new(register)))
    };
    theirs.sync(&centre).await;
    for operation in [note, stolen] {
        assert_eq!(theirs.verdicts[&operation], Verdict::Refused(Refusal::OtherOffice));
    }
    assert_eq!(centre.complaint(id).await.unwrap().unwrap(), ours.complaints[&id]);
    assert!(theirs.complaints.is_empty());
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn a_registration_under_the_reference_of_another_office_begins_nothing(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let mut register = desk.next_registration("elsewhere");
    register.reference.office = OfficeCode::new(7).unwrap();
    let id = register.seed.complaint_id();
    let operation = desk.act(Some(id), Body::Register(Box::new(register)));
    desk.sync(&centre).await;
    assert_eq!(desk.verdicts[&operation], Verdict::Refused(Refusal::OtherOffice));
    assert_eq!(centre.complaint(id).await.unwrap(), None);
    assert!(centre.verify().await.unwrap().faults.is_empty());
}

async fn strangers_are_not_admitted(place: &Place) {
    let centre = place.centre().await;
    let desk = Desk::enrol(&centre, office(12), 1).await;
    let mut request = desk.request();
    for stranger in [DeviceId(9_999), DeviceId(1)] {
        request.device = stranger;
        assert_eq!(desk.send(&centre, &request).await.outcome, Outcome::NotAdmitted);
    }
    assert_eq!(centre.revoke_computer(office(12), 5, false).await.unwrap_err().code(), "not_found");
}

async fn a_computer_that_is_shut_out_delivers_what_it_holds_and_then_counts_no_more(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let held = desk.register("done before it was told");
    centre.revoke_computer(office(12), 1, false).await.unwrap();
    let answer = desk.sync(&centre).await;
    assert_eq!((answer.outcome, &desk.revoked[..]), (Outcome::Done, &[desk.admitted.device][..]));
    assert!(centre.complaint(held).await.unwrap().is_some());

    let afterwards = desk.register("done although it was told");
    assert_eq!(desk.send(&centre, &desk.request()).await.outcome, Outcome::NotAdmitted);
    assert_eq!(centre.complaint(afterwards).await.unwrap(), None);
    let kept = centre.quarantine().await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].id, desk.head().hash.to_string());
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn from_a_stolen_computer_nothing_more_is_taken_into_the_log(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("by the thief");
    centre.revoke_computer(office(12), 1, true).await.unwrap();
    assert_eq!(desk.send(&centre, &desk.request()).await.outcome, Outcome::NotAdmitted);
    assert_eq!(centre.complaint(id).await.unwrap(), None);
    assert_eq!(centre.quarantine().await.unwrap().len(), 1);
}

async fn hints_do_where_the_centre_knows_the_rest_and_otherwise_it_asks_for_the_whole(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    desk.register("one");
    desk.sync(&centre).await;
    let id = desk.register("two");
    let ask = async |request: Vec<u8>| {
        let mut answer = Vec::new();
        centre.sync(request, &mut |bytes| answer.extend_from_slice(bytes)).await.unwrap();
        SyncResponse::from_bytes(&answer)
    };
    let mut wrong = desk.request();
    wrong.feed.hash = Hash([9; 32]);
    let hinted = |request: &SyncRequest| request.seal_with(&desk.key, Codec::Plain, Hashes::Hinted);
    assert_eq!(ask(hinted(&wrong)).await.outcome, Outcome::InFull);
    assert_eq!(centre.complaint(id).await.unwrap(), None);
    assert_eq!(ask(hinted(&desk.request())).await.outcome, Outcome::Done);
    assert!(centre.complaint(id).await.unwrap().is_some());
}

async fn what_is_whole_of_a_request_that_was_cut_counts(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("the first of many");
    for n in 0..1_500 {
        // Text that does not compress, so that it takes several frames.
        let noise = operation_digest(&SaltTree::from_root([9; 32]), Sequence(n), b"noise");
        desk.note(id, &format!("note {n}, {noise}"));
    }
    let whole = desk.request().seal(&desk.key, Codec::Zstd);
    let mut reached = Sequence(0);
    for cut in [whole.len() / 4, whole.len() / 2, whole.len() - 1] {
        let mut answer = Vec::new();
        centre.sync(whole[..cut].to_vec(), &mut |bytes| answer.extend_from_slice(bytes)).await.unwrap();
        let answer = SyncResponse::from_bytes(&answer);
        let acknowledged = answer.acknowledged.expect("something was whole").sequence;
        assert!(answer.outcome == Outcome::Done && acknowledged > reached, "{acknowledged} after {reached}");
        reached = acknowledged;
    }
    assert!(reached < desk.head().sequence);
    desk.sync(&centre).await;
    assert_eq!((desk.acknowledged, desk.complaints[&id].version), (desk.head(), 1_501));
    assert_eq!(centre.verify().await.unwrap().faults, []);
}

async fn a_request_that_was_tampered_with_takes_nothing_in(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let id = desk.register("one");
    let whole = desk.request().seal(&desk.key, Codec::Plain);
    let forged = desk.request().seal(&DeviceKey::from_seed(&[77; 32]), Codec::Plain);
    let mut changed = whole.clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    let another_key = Outcome::NotAdmitted;
    for (bytes, outcome) in [
        (forged, another_key),
        (changed, another_key),
        (whole[..whole.len() / 2].to_vec(), Outcome::Malformed),
        (Vec::new(), Outcome::Malformed),
        (b"GET / HTTP/1.1".to_vec(), Outcome::Malformed),
    ] {
        let mut answer = Vec::new();
        centre.sync(bytes, &mut |bytes| answer.extend_from_slice(bytes)).await.unwrap();
        let answer = SyncResponse::from_bytes(&answer);
        assert_eq!(answer.outcome, outcome);
    }
    assert_eq!(centre.complaint(id).await.unwrap(), None);
    desk.sync(&centre).await;
    assert!(centre.complaint(id).await.unwrap().is_some());
}

async fn a_computer_of_another_version_is_told_the_range(place: &Place) {
    let centre = place.centre().await;
    let desk = Desk::enrol(&centre, office(12), 1).await;
    let mut request = desk.request();
    request.protocol = Protocol { oldest: 100, newest: 120 };
    let answer = desk.send(&centre, &request).await;
    assert_eq!((answer.outcome, answer.reply.protocol), (Outcome::ProtocolVersion, Some(Protocol::OURS)));
    request.protocol = Protocol::OURS;
    request.base = ChainHead { sequence: Sequence(0), hash: Hash([1; 32]) };
    assert_eq!(desk.send(&centre, &request).await.outcome, Outcome::Forked);
}

async fn a_reference_that_nobody_could_type_is_refused(place: &Place) {
    let centre = place.centre().await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    let officer = officer(&centre).await;
    for (device, counter) in [(0, 1), (1_000, 1), (1, 0), (1, 1_000_000_000)] {
        let mut register = desk.next_registration("odd");
        (register.reference.device, register.reference.counter) = (device, counter);
        let id = register.seed.complaint_id();
        let operation = desk.act(Some(id), Body::Register(Box::new(register)));
        desk.sync(&centre).await;
        assert_eq!(desk.verdicts[&operation], Verdict::Refused(Refusal::Unreadable));
        assert_eq!(centre.complaint(id).await.unwrap(), None);
    }
    let page = Page { offset: 0, limit: 50 };
    assert_eq!(centre.queue(&officer, &QueueFilter::default(), page).await.unwrap().total, 0);
}

async fn odd_texts_come_through_as_they_are(place: &Place) {
    let centre = place.centre().await;
    let officer = officer(&centre).await;
    let mut desk = Desk::enrol(&centre, office(12), 1).await;
    for text in
        ["nul \0 inside", "\u{202e}backwards", "🙂🏽‍♀️", "' OR 1=1 --", "شكاية\u{200f}", "\u{ffff}\r\n\t", ""]
    {
        let mut register = desk.next_registration(text);
        register.subject = text.to_owned();
        register.citizen.surname = Some(text.to_owned());
        register.citizen.locality = Some(text.to_owned());
        let id = register.seed.complaint_id();
        desk.act(Some(id), Body::Register(Box::new(register)));
        desk.sync(&centre).await;
        assert_eq!(centre.complaint(id).await.unwrap().unwrap().register.text, text);
    }
    let filter = QueueFilter { words: Some("inside".to_owned()), ..QueueFilter::default() };
    let found = centre.queue(&officer, &filter, Page { offset: 0, limit: 5 }).await.unwrap();
    assert_eq!((found.total, found.rows[0].subject.as_str()), (1, "nul   inside"));
    assert!(centre.verify().await.unwrap().faults.is_empty());
}
