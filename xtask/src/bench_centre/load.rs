//! How many requests a second the centre answers, and how long the slow ones take, by `wrk` at a few concurrencies.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::line::encoded;
use super::pages::{Asking, PASSWORD, UNIT};
use crate::demo::centre::Centre;
use crate::packages;
use crate::run::{self, Failure, Outcome};

/// So many connections at once, each of which waits for its answer before it asks again.
const CONNECTIONS: [usize; 3] = [1, 8, 32];

/// How long each is asked.
const SECONDS: u32 = 5;

/// Each request comes from another line: what one line may ask is limited.
const SCRIPT: &str = r#"
local many = 0
request = function()
  many = many + 1
  wrk.headers["X-Forwarded-For"] = "10." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. many % 256
  return wrk.format()
end
init = function() math.randomseed(os.time()) end
done = function(summary, latency)
  local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("\nRESULT %d %d %d %d %d\n", summary.requests, summary.duration, wrong,
    latency:percentile(50), latency:percentile(99)))
end
"#;

/// What is asked for again and again.
struct Asked {
    name: &'static str,
    path: String,
    /// What is sent; none: a page is read.
    fields: Option<String>,
    /// Not more connections at once than this.
    most: usize,
}

/// Measures all of them; nothing when `wrk` is not there.
pub(super) fn measure(centre: &Centre, asking: &Asking<'_>, folder: &Path) -> Outcome<Value> {
    if !packages::has("wrk") {
        run::progress("the load is not measured: `wrk` is not installed");
        return Ok(Value::Null);
    }
    let mut measured = Vec::new();
    for asked in asked(centre, asking)? {
        for connections in CONNECTIONS.into_iter().filter(|connections| *connections <= asked.most) {
            run::progress(format!("load: {}, {connections} at once", asked.name));
            let told = load(centre, asking, folder, &asked, connections)?;
            measured.push(told);
        }
    }
    Ok(measured.into())
}

fn asked(centre: &Centre, asking: &Asking<'_>) -> Outcome<Vec<Asked>> {
    let page = |name, path: &str| Asked { name, path: path.to_owned(), fields: None, most: usize::MAX };
    let deed = |name, path: &str, most, fields: &[(&str, &str)]| {
        let fields = Some(encoded(fields));
        Asked { name, path: path.to_owned(), fields, most }
    };
    // A store that is asked once more has the key of the run before.
    let name = format!("bench {}", std::process::id());
    let key = centre.ask(&["api-key", "add", &name, "--per-hour", "10000000", "--json"], "")?;
    let key: Value = serde_json::from_str(&key)
        .map_err(|error| Failure::broken(format!("`api-key add` printed no JSON: {error}")))?;
    let follow = [("reference", asking.reference.as_str()), ("code", asking.code.as_str())];
    let filing = [
        ("api_key", key["key"].as_str().unwrap_or_default()),
        ("service_code", "street-lamp"),
        ("description", "The lamp at the corner is dark since Monday."),
        ("address_string", "Rue Pasteur"),
        ("last_name", "Zéphir"),
    ];
    Ok(vec![
        page(super::pages::STATIC, "/static/style.css"),
        page("Home", "/"),
        page("The widget", "/widget"),
        page("Public figures", "/figures"),
        page("Unit: open", "/agents?group=open"),
        // Wrong tries are counted before they are known to be right: more at once from one complaint wait.
        deed("Follow: reference and code", "/follow", 8, &follow),
        deed(
            "Signing in",
            "/agents/sign-in",
            1,
            &[("login", UNIT), ("password", PASSWORD), ("next", "/agents")],
        ),
        deed("Filing over Open311", "/open311/v2/requests.json", usize::MAX, &filing),
    ])
}

fn load(
    centre: &Centre,
    asking: &Asking<'_>,
    folder: &Path,
    asked: &Asked,
    connections: usize,
) -> Outcome<Value> {
    let mut script = String::new();
    if let Some(fields) = &asked.fields {
        script.push_str("wrk.method = \"POST\"\n");
        script.push_str("wrk.headers[\"Content-Type\"] = \"application/x-www-form-urlencoded\"\n");
        script.push_str(&format!("wrk.body = \"{fields}\"\n"));
    }
    script.push_str(SCRIPT);
    let path = folder.join("load.lua");
    fs::write(&path, script).map_err(|error| Failure::system(path.display(), &error))?;
    let mut wrk = Command::new("wrk");
    wrk.args(["--threads", "1", "--connections", &connections.to_string(), "--timeout", "30s"]);
    wrk.args(["--duration", &format!("{SECONDS}s"), "--script"]).arg(&path);
    if asked.path.starts_with("/agents?") {
        wrk.args(["--header", &format!("Cookie: {}", asking.cookies_of_the_unit())]);
    }
    let said = run::capture(wrk.arg(format!("{}{}", centre.url(), asked.path)))?;
    let numbers = result(&said).ok_or_else(|| Failure::broken(format!("wrk said:\n{said}")))?;
    let [requests, duration_us, wrong, median_us, slow_us] = numbers;
    Ok(json!({
        "name": asked.name,
        "connections": connections,
        "a_second": requests / (duration_us / 1e6),
        "wrong": wrong,
        "p50_ms": median_us / 1e3,
        "p99_ms": slow_us / 1e3,
    }))
}

/// The numbers behind `RESULT`.
fn result(said: &str) -> Option<[f64; 5]> {
    let line = said.lines().find_map(|line| line.strip_prefix("RESULT "))?;
    let numbers: Option<Vec<f64>> = line.split(' ').map(|number| number.parse().ok()).collect();
    numbers?.try_into().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_numbers_of_wrk_are_read() {
        let said = "Running 5s test\n\nRESULT 100 5000000 0 1500 9000\n";
        assert_eq!(super::result(said), Some([100.0, 5e6, 0.0, 1500.0, 9000.0]));
        assert_eq!(super::result("unable to connect"), None);
    }
}
