//! SMS over a gateway of the deployment's choice: whatever takes a request over HTTP. How the request looks stands in a
//! file, since every gateway wants another one.

use std::collections::BTreeMap;
use std::str::FromStr;

use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Client, Method, Url};
use serde::Deserialize;

use super::Delivery;
use super::outward::{outcome, plain_client};
use crate::store::outbox::OutboxRow;

/// The file of a gateway. `{to}`, `{text}` and `{id}` stand for the number, the text and the notice's own id; they are
/// escaped as the place wants it: in the address, and in a body of JSON or of a form.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct GatewayText {
    /// The address.
    url: String,
    /// `GET`, `POST` or `PUT`.
    #[serde(default = "post")]
    method: String,
    /// What the body is: `application/json`, `application/x-www-form-urlencoded` or `text/plain`.
    #[serde(default = "json")]
    content_type: String,
    /// The body; none with `GET`.
    #[serde(default)]
    body: String,
    /// Further headers, such as the one that proves who asks.
    #[serde(default)]
    headers: BTreeMap<String, String>,
}

fn post() -> String {
    "POST".to_owned()
}

fn json() -> String {
    "application/json".to_owned()
}

/// The way to a gateway.
pub struct SmsGateway {
    client: Client,
    method: Method,
    text: GatewayText,
}

impl std::fmt::Debug for SmsGateway {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SmsGateway(…)")
    }
}

impl SmsGateway {
    /// Reads the file of a gateway.
    ///
    /// # Errors
    /// A sentence that says what is wrong; it repeats nothing of the headers, which may hold a password.
    pub fn read(file: &str) -> Result<Self, String> {
        let text: GatewayText = toml::from_str(file).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start.min(file.len()));
            let line = 1 + file.bytes().take(start).filter(|&byte| byte == b'\n').count();
            format!("line {line}: {}", error.message())
        })?;
        let method = match text.method.as_str() {
            "GET" => Method::GET,
            "POST" => Method::POST,
            "PUT" => Method::PUT,
            other => return Err(format!("method is GET, POST or PUT, not “{other}”")),
        };
        let known = ["application/json", "application/x-www-form-urlencoded", "text/plain"];
        if !known.contains(&text.content_type.as_str()) {
            return Err(format!("content_type is one of {}, not “{}”", known.join(", "), text.content_type));
        }
        let everything = format!("{} {}", text.url, text.body);
        if let Some(missing) = ["{to}", "{text}"].into_iter().find(|gap| !everything.contains(gap)) {
            return Err(format!("neither url nor body has {missing}"));
        }
        let sample = filled(&text.url, "0", "0", "0", Escaping::Address);
        let url: Url = sample.parse().map_err(|_| "url is no web address".to_owned())?;
        let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        if url.scheme() != "https" && !is_here {
            return Err("url begins with https://: the texts must not be read on the way".to_owned());
        }
        for (name, value) in &text.headers {
            if HeaderName::from_str(name).is_err() || HeaderValue::from_str(value).is_err() {
                return Err(format!("the header “{name}” cannot be sent"));
            }
        }
        let client = plain_client().build().map_err(|error| format!("requests cannot be set up: {error}"))?;
        Ok(Self { client, method, text })
    }

    /// Asks the gateway's machine for its first page: that sends nothing, whatever the gateway takes.
    ///
    /// # Errors
    /// A sentence that says what went wrong.
    pub(crate) async fn greet(&self) -> Result<(), String> {
        let sample = filled(&self.text.url, "0", "0", "0", Escaping::Address);
        let url: Url = sample.parse().map_err(|_| "url is no web address".to_owned())?;
        let first = url.join("/").map_err(|_| "url is no web address".to_owned())?;
        match self.client.head(first).send().await {
            Ok(_) => Ok(()),
            Err(error) if error.is_timeout() => Err("it does not answer in time".to_owned()),
            Err(_) => Err("it cannot be reached".to_owned()),
        }
    }

    /// Sends one notice.
    pub(super) async fn send(&self, row: &OutboxRow) -> Delivery {
        let id = row.id.to_string();
        let fill = |template: &str, escaping| filled(template, &row.recipient, &row.body, &id, escaping);
        let Ok(url) = fill(&self.text.url, Escaping::Address).parse::<Url>() else {
            return Delivery::Never("the number cannot stand in the gateway’s address".to_owned());
        };
        let mut request = self.client.request(self.method.clone(), url);
        for (name, value) in &self.text.headers {
            request = request.header(name, value);
        }
        if self.method != Method::GET {
            let escaping = match self.text.content_type.as_str() {
                "application/json" => Escaping::Json,
                "application/x-www-form-urlencoded" => Escaping::Address,
                _ => Escaping::Nothing,
            };
            let body = fill(&self.text.body, escaping);
            request = request.header("Content-Type", self.text.content_type.as_str()).body(body);
        }
        match request.send().await {
            // What is wrong with this message or this number stays wrong.
            Ok(answer) if matches!(answer.status().as_u16(), 400 | 404 | 422) => {
                Delivery::Never(format!("the SMS gateway refuses it ({})", answer.status().as_u16()))
            }
            answer => outcome(answer, "the SMS gateway"),
        }
    }
}

/// What a place wants escaped.
#[derive(Clone, Copy)]
enum Escaping {
    Nothing,
    Address,
    Json,
}

fn filled(template: &str, to: &str, text: &str, id: &str, escaping: Escaping) -> String {
    let escape = |value: &str| match escaping {
        Escaping::Nothing => value.to_owned(),
        Escaping::Address => {
            percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string()
        }
        Escaping::Json => {
            let quoted = serde_json::Value::from(value).to_string();
            quoted[1..quoted.len() - 1].to_owned()
        }
    };
    // One gap after the other from the left: what a text says is never taken for a gap.
    let mut out = String::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let gap =
            [("{to}", to), ("{text}", text), ("{id}", id)].into_iter().find(|(gap, _)| from.starts_with(gap));
        match gap {
            Some((gap, value)) => {
                out.push_str(&escape(value));
                rest = &from[gap.len()..];
            }
            None => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_escaped_as_their_place_wants_it_and_a_text_cannot_fill_another_gap() {
        let text = "say \"yes\" & {to}\n";
        let json = filled("{\"to\":\"{to}\",\"text\":\"{text}\"}", "+2305", text, "1", Escaping::Json);
        assert_eq!(json, "{\"to\":\"+2305\",\"text\":\"say \\\"yes\\\" & {to}\\n\"}");
        let form = filled("to={to}&text={text}&id={id}", "+2305", "a b&c", "9f", Escaping::Address);
        assert_eq!(form, "to=%2B2305&text=a%20b%26c&id=9f");
    }

    #[test]
    fn a_mistake_in_the_file_is_explained() {
        let wrong = |file: &str| SmsGateway::read(file).unwrap_err();
        assert!(
            wrong("url = \"https://sms.example/\"\nmethd = \"GET\"").starts_with("line 2: unknown field")
        );
        assert!(wrong("url = \"https://sms.example/{to}\"").contains("neither url nor body has {text}"));
        assert!(wrong("url = \"http://sms.example/{to}/{text}\"").contains("https://"));
        assert!(wrong("url = \"https://s/{to}/{text}\"\nmethod = \"PATCH\"").contains("GET, POST or PUT"));
        let good = "url = \"https://sms.example/send\"\nbody = '{\"a\":\"{to}\",\"b\":\"{text}\"}'\n\
                    [headers]\nAuthorization = \"Bearer geheim\"\n";
        assert_eq!(format!("{:?}", SmsGateway::read(good).unwrap()), "SmsGateway(…)");
    }
}
