//! The table of rights, row by row, and that nobody sees or does more than it says, whatever the complaint is.

use complaints::profile::Profile;
use complaints::{
    Assignee, Author, Capacity, Citizen, ComplaintSeed, Kind, Moment, Note, OfficeCode, Operation, Reference,
    Register, Triage, Verdict,
};
use proptest::prelude::*;

use super::*;
use crate::people::AgentId;
use crate::profiles::mauritius;

fn profile() -> Profile {
    Profile::read(&mauritius()).unwrap()
}

fn agent(role: Role, number: u8, institution: &str, office: u8) -> Agent {
    Agent {
        id: AgentId([number; 8]),
        name: format!("Agent {number}"),
        login: format!("agent{number}"),
        role,
        institution: role.is_of_an_institution().then(|| institution.to_owned()),
        office: (role == Cab).then(|| OfficeCode::new(office).unwrap()),
        disabled: false,
        one_time_password: false,
    }
}

fn complaint(category: &str, institution: &str, office: u8) -> Complaint {
    let seed = ComplaintSeed::from_random([7; 16]);
    let register = Register {
        seed: ComplaintSeed::from_random([7; 16]),
        reference: Reference { office: OfficeCode::new(office).unwrap(), device: 1, counter: 1 },
        kind: Kind::Complaint,
        category: category.to_owned(),
        institution: institution.to_owned(),
        subject: "Words".to_owned(),
        text: "More words.".to_owned(),
        place: None,
        language: "mfe".to_owned(),
        citizen: Citizen { surname: Some("Zephir".to_owned()), ..Citizen::default() },
        contact_by: Vec::new(),
        notice: "1".to_owned(),
        notice_language: None,
        due_on: None,
        recorded_at: None,
        representative: None,
        discretion: None,
        point: None,
        channel: None,
    };
    let author = Author {
        name: "Zephir, on the portal".to_owned(),
        clerk: None,
        institution: None,
        capacity: Some(Capacity::Citizen),
    };
    let at: Moment = "2026-11-24T10:52:00+04:00".parse().unwrap();
    let body = Body::Register(Box::new(register));
    let operation = Operation { subject: Some(seed.complaint_id()), author, at, body };
    Complaint::apply(None, &operation, Verdict::Accepted).unwrap()
}

#[test]
fn the_table_has_a_row_for_each_right_and_somebody_in_each() {
    let rights: Vec<Right> = Right::all().collect();
    for (at, right) in rights.iter().enumerate() {
        assert!(!rights[..at].contains(right), "{right:?} stands twice");
        assert!(Role::ALL.iter().any(|role| role.may(*right)), "nobody may {right:?}");
    }
}

#[test]
fn who_only_reads_changes_nothing() {
    let reads = [Right::Export, Right::Overview, Right::SeeLooks, Right::SeeAgents];
    for right in Right::all().filter(|right| !reads.contains(right)) {
        assert!(!Auditor.may(right) && !TaskForce.may(right), "{right:?}");
    }
}

#[test]
fn restricted_ones_are_seen_by_the_unit_the_auditor_the_head_whoever_deals_with_it_and_the_office_that_took_it()
 {
    let profile = profile();
    let mut violent = complaint("family-violence", "GEN", 12);
    violent.assignee = Some(Assignee { agent: [4; 8], name: "Agent 4".to_owned() });
    let sees = |agent: &Agent| agent.sight(&violent, &profile);
    for (role, number, expected) in [
        (Csu, 1, Some(Sight::Whole)),
        (Admin, 1, Some(Sight::Whole)),
        (Auditor, 1, Some(Sight::Whole)),
        (Head, 1, Some(Sight::Discreet)),
        (Of, 4, Some(Sight::Discreet)),
        (Of, 1, None),
        (TaskForce, 1, None),
        (Cab, 1, Some(Sight::Whole)),
    ] {
        assert_eq!(sees(&agent(role, number, "GEN", 12)), expected, "{role:?} {number}");
    }
    assert_eq!(sees(&agent(Head, 1, "CWA", 12)), None);
    assert_eq!(sees(&agent(Of, 4, "CWA", 12)), None, "who dealt with it elsewhere does so no longer");
    assert_eq!(sees(&agent(Cab, 1, "", 13)), None);
    // The unit's word goes before the category's.
    violent.triage = Some(Triage { urgent: false, restricted: false });
    assert!(agent(Of, 1, "GEN", 12).sight(&violent, &profile).is_some());
    let mut water = complaint("water-bill", "CWA", 12);
    assert!(agent(Of, 1, "CWA", 12).sight(&water, &profile).is_some());
    water.triage = Some(Triage { urgent: false, restricted: true });
    assert!(agent(Of, 1, "CWA", 12).sight(&water, &profile).is_none());
}

#[test]
fn the_task_force_reads_no_name() {
    let shown = Sight::Nameless.shown(&complaint("water-bill", "CWA", 12));
    assert!(!format!("{:?}", (&shown.register.citizen, &shown.steps)).contains("Zephir"));
    assert_eq!(shown.register.text, "More words.");
    assert_eq!(shown.register.discretion, None, "that a name was given is no secret");
}

#[test]
fn an_office_settles_only_what_its_category_lets_it() {
    let profile = profile();
    let resolve = Body::ChangeStatus(::complaints::ChangeStatus {
        from: Status::Received,
        to: Status::Resolved,
        text: None,
    });
    let office = agent(Cab, 1, "", 12);
    assert!(office.may_do(&resolve, &complaint("suggestion", "CSU", 12), &profile));
    assert!(!office.may_do(&resolve, &complaint("water-bill", "CWA", 12), &profile));
    assert!(agent(Of, 1, "CWA", 12).may_do(&resolve, &complaint("water-bill", "CWA", 12), &profile));
}

fn any_role() -> impl Strategy<Value = Role> {
    proptest::sample::select(Role::ALL.to_vec())
}

fn any_body() -> impl Strategy<Value = Body> {
    use ::complaints::{
        Answer, Assign, Escalate, HandOver, Merge, RequestDocument, Retract, Route, StepMark, Withdraw,
    };
    let note = Note { text: "x".to_owned(), for_citizen: false };
    let other = complaint("water-bill", "CWA", 12);
    proptest::sample::select(vec![
        Body::Note(note),
        Body::Answer(Answer { text: "x".to_owned(), definitive: true }),
        Body::Route(Route { to: "CEB".to_owned(), text: None }),
        Body::RequestDocument(RequestDocument { what: "x".to_owned(), until: None }),
        Body::Triage(Triage { urgent: true, restricted: true }),
        Body::Assign(Assign { to: None }),
        Body::HandOver(HandOver { to: OfficeCode::new(7).unwrap(), text: None }),
        Body::Escalate(Escalate { to: None, text: "x".to_owned() }),
        Body::Merge(Merge { into: other.id, reference: other.register.reference }),
        Body::Withdraw(Withdraw { text: None }),
        Body::Retract(Retract { step: StepMark::from_bytes([1; 8]) }),
        Body::Register(Box::new(other.register)),
    ])
}

proptest! {
    #[test]
    fn nobody_does_anything_to_what_they_do_not_see(
        role in any_role(),
        own in any::<bool>(),
        assigned in any::<bool>(),
        triage in proptest::option::of((any::<bool>(), any::<bool>())),
        category in proptest::sample::select(vec!["water-bill", "family-violence", "suggestion"]),
        body in any_body(),
    ) {
        let profile = profile_once();
        let agent = agent(role, 4, if own { "CWA" } else { "CEB" }, if own { 12 } else { 13 });
        let mut complaint = complaint(category, "CWA", 12);
        complaint.triage = triage.map(|(urgent, restricted)| Triage { urgent, restricted });
        let number = if assigned { 4 } else { 5 };
        complaint.assignee = Some(Assignee { agent: [number; 8], name: "Somebody".to_owned() });
        let sight = agent.sight(&complaint, profile);
        if agent.may_do(&body, &complaint, profile) {
            prop_assert!(sight.is_some());
            prop_assert!(!matches!(role, Auditor | TaskForce));
            prop_assert!(!matches!(body, Body::Register(_)));
        }
        if !own && !matches!(role, Csu | Admin | Auditor | TaskForce) {
            prop_assert!(sight.is_none());
        }
        if is_restricted(&complaint, profile) && role == Of {
            prop_assert_eq!(sight.is_some(), own && assigned);
        }
        if role == TaskForce {
            prop_assert!(sight.is_none_or(|sight| sight == Sight::Nameless));
        }
    }
}

fn profile_once() -> &'static Profile {
    static PROFILE: std::sync::OnceLock<Profile> = std::sync::OnceLock::new();
    PROFILE.get_or_init(profile)
}
