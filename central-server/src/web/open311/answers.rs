//! The answers of the standard, element by element in its order.

use complaints::profile::{Category, Profile, text_in};
use complaints::{Complaint, Moment};
use locales::Args;

use super::Call;
use super::tree::Node;
use crate::centre::Centre;
use crate::open311::publicity::{is_closed, shown, updated_at};
use crate::open311::{plain, services};

/// When what stands here last changed: programs ask whether they have to look again.
const CHANGED: &str = "2026-11-22T00:00:00Z";

/// Where programs reach us: the host that they asked, or the profile's.
pub(super) fn base(profile: &Profile, host: Option<&str>, encrypted: bool) -> String {
    let plain = |host: &&str| {
        !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c))
    };
    match host.filter(plain) {
        Some(host) => format!("{}://{host}/open311", if encrypted { "https" } else { "http" }),
        None => format!("{}/open311", profile.follow_url.trim_end_matches('/')),
    }
}

/// Who we are and where the endpoint is.
pub(super) fn discovery(call: &Call<'_>, base: &str) -> Node {
    let endpoint = Node::Record(vec![
        ("specification", Node::text("http://wiki.open311.org/GeoReport_v2")),
        ("url", Node::text(format!("{base}/v2"))),
        ("changeset", Node::text(CHANGED)),
        ("type", Node::text("production")),
        ("formats", Node::List("format", vec![Node::text("text/xml"), Node::text("application/json")])),
    ]);
    let contact = Some(call.profile.publication.contact.as_str()).filter(|contact| !contact.is_empty());
    let contact = contact.unwrap_or(call.profile.follow_url.as_str());
    Node::Record(vec![
        ("changeset", Node::text(CHANGED)),
        ("contact", Node::text(contact)),
        (
            "key_service",
            Node::text(plain(call.texts, "open311-key-service", &Args::new().with("value", contact))),
        ),
        ("endpoints", Node::List("endpoint", vec![endpoint])),
    ])
}

/// Every service.
pub(super) fn services(call: &Call<'_>) -> Node {
    let service = |category: &Category| {
        Node::Record(vec![
            ("service_code", Node::text(&category.code)),
            ("service_name", Node::text(text_in(&category.name, call.language.tag()))),
            ("description", Node::text(services::description(category, call.texts, call.language))),
            ("metadata", Node::Flag(true)),
            ("type", Node::text("realtime")),
            ("keywords", Node::text(services::keywords(call.profile, category, call.language))),
            ("group", Node::text(text_in(&category.group, call.language.tag()))),
        ])
    };
    Node::List("service", call.profile.open_categories(call.today).map(service).collect())
}

/// What a program may ask about a service.
pub(super) fn definition(call: &Call<'_>, category: &Category) -> Node {
    let all = services::attributes(call.profile, category, call.texts, call.language);
    let attribute = |(attribute, order): (services::Attribute, usize)| {
        let value = |(key, name): (String, String)| {
            Node::Record(vec![("key", Node::text(key)), ("name", Node::text(name))])
        };
        let mut parts = vec![
            ("variable", Node::Flag(attribute.asked)),
            ("code", Node::text(attribute.code)),
            ("datatype", Node::text(attribute.datatype)),
            ("required", Node::Flag(false)),
            ("datatype_description", Node::Empty),
            ("order", Node::Number(order.to_string())),
            ("description", Node::text(attribute.description)),
        ];
        if !attribute.values.is_empty() {
            parts.push(("values", Node::List("value", attribute.values.into_iter().map(value).collect())));
        }
        Node::Record(parts)
    };
    Node::Record(vec![
        ("service_code", Node::text(&category.code)),
        ("attributes", Node::List("attribute", all.into_iter().zip(1..).map(attribute).collect())),
    ])
}

/// Requests that are public.
pub(super) fn requests(call: &Call<'_>, centre: &Centre, found: &[Complaint]) -> Node {
    Node::List("request", found.iter().map(|complaint| request(call, centre, complaint)).collect())
}

fn request(call: &Call<'_>, centre: &Centre, complaint: &Complaint) -> Node {
    let (profile, register) = (call.profile, &complaint.register);
    let category = profile.category(&register.category);
    let name = category.map_or(register.category.as_str(), |known| text_in(&known.name, call.language.tag()));
    let agency = profile.institutions.get(&complaint.institution).map_or("", |it| it.name.as_str());
    let shown = shown(complaint, profile);
    let text = |text: Option<&str>| Node::text(text.unwrap_or_default());
    let (lat, long) = match shown.as_ref().and_then(|shown| shown.point.clone()) {
        Some((lat, long)) => (Node::Number(lat), Node::Number(long)),
        None => (Node::Empty, Node::Empty),
    };
    let expected = complaint.due_on().and_then(|day| {
        day.at(23, 59, 59, 0).to_zoned(centre.time_zone.clone()).ok().map(|it| Moment::from_zoned(&it))
    });
    Node::Record(vec![
        ("service_request_id", Node::text(register.reference.to_string())),
        ("status", Node::text(if is_closed(complaint.status) { "closed" } else { "open" })),
        ("status_notes", Node::text(notes(call, complaint))),
        ("service_name", Node::text(name)),
        ("service_code", Node::text(&register.category)),
        ("description", text(shown.as_ref().and_then(|shown| shown.description))),
        ("agency_responsible", Node::text(agency)),
        ("service_notice", Node::Empty),
        ("requested_datetime", time(complaint.recorded_at())),
        ("updated_datetime", time(updated_at(complaint))),
        ("expected_datetime", expected.map_or(Node::Empty, time)),
        ("address", text(shown.as_ref().and_then(|shown| shown.address))),
        ("address_id", Node::Empty),
        ("zipcode", Node::Empty),
        ("lat", lat),
        ("long", long),
        ("media_url", Node::Empty),
    ])
}

/// Where it stands, in the service's own words: what was written to the citizen is the citizen's.
fn notes(call: &Call<'_>, complaint: &Complaint) -> String {
    let kind = Args::new().with("kind", complaint.register.kind.wording());
    let status = plain(call.texts, &format!("centre-status-{}", complaint.status), &kind);
    // The other one is not named: it may be one of which the public knows nothing.
    if complaint.merged_into.is_none() {
        return status;
    }
    format!("{status}. {}", plain(call.texts, "portal-step-merged", &Args::new()))
}

/// The request that a token stands for.
pub(super) fn of_token(complaint: &Complaint, token: &str) -> Node {
    let request = Node::Record(vec![
        ("service_request_id", Node::text(complaint.register.reference.to_string())),
        ("token", Node::text(token)),
    ]);
    Node::List("request", vec![request])
}

/// What was filed. The notice carries what the citizen needs to follow it, because the standard has no other place.
pub(super) fn filed(call: &Call<'_>, complaint: &Complaint, account: &str) -> Node {
    let follow = format!("{}/follow", call.profile.follow_url.trim_end_matches('/'));
    let args = Args::new()
        .with("reference", complaint.register.reference.to_string())
        .with("code", complaint.access_code().to_string())
        .with("address", follow);
    let request = Node::Record(vec![
        ("service_request_id", Node::text(complaint.register.reference.to_string())),
        ("service_notice", Node::text(plain(call.texts, "open311-filed", &args))),
        ("account_id", Node::text(account)),
    ]);
    Node::List("request", vec![request])
}

/// A time of the W3C's note, in whole seconds.
fn time(moment: Moment) -> Node {
    Node::text(Moment { unix_ms: moment.unix_ms - moment.unix_ms.rem_euclid(1_000), ..moment }.to_string())
}
