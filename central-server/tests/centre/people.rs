//! Who may sign in, and for how long.

use central_server::{NewAgent, Role, SessionToken};

use crate::engine::{Place, officer};
use crate::on_both_engines;

on_both_engines!(
    an_agent_signs_in_and_out,
    a_wrong_password_and_an_unknown_login_look_alike,
    after_five_wrong_passwords_even_the_right_one_waits,
    a_session_ends_after_an_hour_without_use_and_after_twelve_hours_in_any_case,
    an_agent_that_makes_no_sense_is_not_added,
);

fn agent(login: &str, role: Role, institution: Option<&str>) -> NewAgent {
    let (login, institution) = (login.to_owned(), institution.map(str::to_owned));
    NewAgent { name: "Nadine Appasamy".to_owned(), login, role, institution, office: None }
}

async fn an_agent_signs_in_and_out(place: &Place) {
    let centre = place.centre().await;
    let added = centre.add_agent(agent(" Nadine ", Role::Csu, None), None).await.unwrap();
    assert_eq!(added.login, "nadine");
    let password = added.password.unwrap();
    let (agent, token) = centre.sign_in("NADINE", &password).await.unwrap().unwrap();
    assert_eq!((agent.name.as_str(), agent.role), ("Nadine Appasamy", Role::Csu));
    assert_eq!(centre.agent_of_session(&token).await.unwrap(), Some(agent));
    let stranger = SessionToken::from_cookie("0123");
    assert_eq!(centre.agent_of_session(&stranger).await.unwrap(), None);
    centre.sign_out(&token).await.unwrap();
    assert_eq!(centre.agent_of_session(&token).await.unwrap(), None);
    assert_eq!(format!("{token:?}"), "SessionToken(…)");
}

async fn a_wrong_password_and_an_unknown_login_look_alike(place: &Place) {
    let centre = place.centre().await;
    officer(&centre).await;
    assert!(centre.sign_in("nadine", "not the password").await.unwrap().is_none());
    assert!(centre.sign_in("nobody", "not the password").await.unwrap().is_none());
}

async fn after_five_wrong_passwords_even_the_right_one_waits(place: &Place) {
    let centre = place.centre().await;
    let password = "a good long one".to_owned();
    centre.add_agent(agent("nadine", Role::Csu, None), Some(password.clone())).await.unwrap();
    for _ in 0..5 {
        assert!(centre.sign_in("nadine", "wrong wrong").await.unwrap().is_none());
    }
    assert_eq!(centre.sign_in("nadine", &password).await.unwrap_err().code(), "too_many_tries");
    place.let_minutes_pass(15);
    assert!(centre.sign_in("nadine", &password).await.unwrap().is_some());
}

async fn a_session_ends_after_an_hour_without_use_and_after_twelve_hours_in_any_case(place: &Place) {
    let centre = place.centre().await;
    let password = centre.add_agent(agent("nadine", Role::Csu, None), None).await.unwrap().password.unwrap();
    let (_, idle) = centre.sign_in("nadine", &password).await.unwrap().unwrap();
    let (_, busy) = centre.sign_in("nadine", &password).await.unwrap().unwrap();
    place.let_minutes_pass(40);
    assert!(centre.agent_of_session(&busy).await.unwrap().is_some());
    place.let_minutes_pass(40);
    assert!(centre.agent_of_session(&busy).await.unwrap().is_some());
    assert!(centre.agent_of_session(&idle).await.unwrap().is_none());
    for _ in 0..15 {
        place.let_minutes_pass(40);
        assert!(centre.agent_of_session(&busy).await.unwrap().is_some());
    }
    place.let_minutes_pass(40);
    assert!(centre.agent_of_session(&busy).await.unwrap().is_none());
}

async fn an_agent_that_makes_no_sense_is_not_added(place: &Place) {
    let centre = place.centre().await;
    let wrong = [
        agent("", Role::Csu, None),
        agent("two words", Role::Csu, None),
        agent("cwa", Role::Agent, None),
        agent("cwa", Role::Agent, Some("NOBODY")),
        agent("cwa", Role::Csu, Some("CWA")),
        NewAgent { name: " ".to_owned(), ..agent("cwa", Role::Csu, None) },
    ];
    for new in wrong {
        assert_eq!(centre.add_agent(new.clone(), None).await.unwrap_err().code(), "invalid", "{new:?}");
    }
    let short = centre.add_agent(agent("cwa", Role::Csu, None), Some("short".to_owned())).await;
    assert_eq!(short.unwrap_err().code(), "invalid");
    officer(&centre).await;
    assert_eq!(centre.add_agent(agent("nadine", Role::Csu, None), None).await.unwrap_err().code(), "invalid");
    assert_eq!(centre.agents().await.unwrap().len(), 1);
    assert_eq!(centre.agent("nobody").await.unwrap_err().code(), "not_found");
}
