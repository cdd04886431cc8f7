//! Each page that matters, asked for a number of times over one open connection by whoever is to see it.

use serde_json::{Map, Value, json};

use super::line::{Answer, Line};
use super::register::{own_word, word};
use crate::demo::centre::Centre;
use crate::run::{self, Failure, Outcome};

/// So often each page is asked for.
pub(super) const TIMES: usize = 15;

/// How the unit's agent and all others sign in.
pub(super) const UNIT: &str = "unit";
pub(super) const PASSWORD: &str = "lagon-filao-larivier";

/// The page that reads nothing: what everything else is compared with.
pub(super) const STATIC: &str = "A style sheet";

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Citizen,
    Unit,
    Agent,
    Head,
    TaskForce,
}

use Who::{Agent, Citizen, Head, TaskForce, Unit};

/// What is asked for: name, address, who asks.
const PAGES: [(&str, &str, Who); 41] = [
    (STATIC, "/static/style.css", Citizen),
    ("Home", "/", Citizen),
    ("Follow: the question", "/follow", Citizen),
    ("A citizen’s own case", "/case/REFERENCE", Citizen),
    ("The widget", "/widget", Citizen),
    ("Public figures", "/figures", Citizen),
    ("Public figures as CSV", "/figures.csv", Citizen),
    ("Public figures by the API", "/api/figures", Citizen),
    ("Open311: the last ninety days", "/open311/v2/requests.json", Citizen),
    (
        "Open311: one service, closed",
        "/open311/v2/requests.xml?service_code=water-leak&status=closed",
        Citizen,
    ),
    ("Open311: one request", "/open311/v2/requests/REFERENCE.json", Citizen),
    ("Unit: open", "/agents?group=open", Unit),
    ("Unit: open, page 200", "/agents?group=open&page=200", Unit),
    ("Unit: open, page 400", "/agents?group=open&page=400", Unit),
    ("Unit: overdue", "/agents?group=overdue", Unit),
    ("Unit: due today", "/agents?group=open&due=today", Unit),
    ("Unit: due this week", "/agents?group=open&due=week", Unit),
    ("Unit: stopped", "/agents?group=open&due=stopped", Unit),
    ("Unit: of one institution", "/agents?group=open&institution=CWA", Unit),
    ("Unit: finished", "/agents?group=finished", Unit),
    ("Unit: all", "/agents?group=all", Unit),
    ("Unit: all, due this week", "/agents?group=all&due=week", Unit),
    ("Unit: to filter", "/agents/filter", Unit),
    ("Unit: to filter, urgent", "/agents/filter?show=urgent", Unit),
    ("Unit: to filter, online", "/agents/filter?show=online", Unit),
    ("Unit: to filter, perhaps twice", "/agents/filter?show=twice", Unit),
    ("Search: a word that many have", "/agents?group=all&words=COMMON", Unit),
    ("Search: two such words, open", "/agents?group=open&words=COMMON+SECOND", Unit),
    ("Search: a word of one", "/agents?group=all&words=RARE", Unit),
    ("Search: one letter", "/agents?group=all&words=b", Unit),
    ("Search: a reference", "/agents?group=all&words=REFERENCE", Unit),
    ("A case at the unit", "/agents/case/REFERENCE", Unit),
    ("Overview of the unit", "/agents/overview?month=2026-10", Unit),
    ("Inside figures of this month", "/agents/figures", Unit),
    ("Inside figures of two years", "/agents/figures?from=2025-01&to=2026-12", Unit),
    ("Export: 20,000 lines", "/agents/export?group=all", Unit),
    ("Institution: mine", "/agents?group=assigned", Agent),
    ("Institution: to answer", "/agents?group=mine", Agent),
    ("Institution: all", "/agents?group=all", Agent),
    ("Overview of a head", "/agents/overview?month=2026-10", Head),
    ("Task force: overdue", "/agents?group=overdue", TaskForce),
];

/// What is done, and how often.
const SIGN_IN: &str = "Signing in";
const FOLLOW: &str = "Follow: reference and code";
const FILED: &str = "Filing: the last page sent";
const FORM: &str = "Filing: all pages";
const OFTEN: usize = 9;

/// Everything that is measured, in the order of the report.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    PAGES.into_iter().map(|(name, ..)| name).chain([FOLLOW, SIGN_IN, FORM, FILED])
}

/// Those who ask, each with a line of their own.
pub(super) struct Asking<'a> {
    centre: &'a Centre,
    citizen: Line,
    agents: Vec<(Who, Line)>,
    pub(super) reference: String,
    pub(super) code: String,
}

impl<'a> Asking<'a> {
    /// Signs agents in, and files a complaint to follow. `again`: the agents are there.
    pub(super) fn new(centre: &'a Centre, again: bool) -> Outcome<Self> {
        let cwa = ["--institution", "CWA"];
        let mut agents = Vec::new();
        for (who, login, role, place) in [
            (Unit, UNIT, "csu", &[][..]),
            (Agent, "agent", "agent", &cwa),
            (Head, "head", "head", &cwa),
            (TaskForce, "force", "task_force", &[]),
        ] {
            if !again {
                add(centre, login, role, place)?;
            }
            let mut line = Line::to(&centre.address)?;
            sign_in(&mut line, login)?;
            agents.push((who, line));
        }
        let mut citizen = Line::to(&centre.address)?;
        let filed = file(&mut citizen)?;
        let (reference, code) = (filed.reference, filed.code);
        Ok(Self { centre, citizen, agents, reference, code })
    }

    /// The cookies of the unit's agent.
    pub(super) fn cookies_of_the_unit(&self) -> String {
        self.agents.first().map(|(_, line)| line.cookies()).unwrap_or_default()
    }

    /// Name → median and worst, in milliseconds.
    pub(super) fn measure(&mut self, lines: u64) -> Outcome<Value> {
        run::progress("asking for the pages");
        let mut measured = Map::new();
        for (name, path, who) in PAGES {
            let path = path
                .replace("REFERENCE", &self.reference)
                .replace("COMMON", &word(0))
                .replace("SECOND", &word(1))
                .replace("RARE", &own_word(lines / 2));
            let line = match who {
                Citizen => &mut self.citizen,
                who => self
                    .agents
                    .iter_mut()
                    .find(|(known, _)| *known == who)
                    .map(|(_, line)| line)
                    .ok_or_else(|| Failure::broken("nobody of that role signed in"))?,
            };
            let answers: Vec<Answer> =
                (0..TIMES).map(|_| line.get(&path)?.page(&path)).collect::<Outcome<_>>()?;
            let mut times = summary(answers.iter().map(|answer| answer.last_ms).collect());
            times["first_byte"] =
                summary(answers.iter().map(|answer| answer.first_ms).collect())["median"].take();
            measured.insert(name.to_owned(), times);
        }
        self.measure_deeds(&mut measured)?;
        Ok(measured.into())
    }

    fn measure_deeds(&mut self, measured: &mut Map<String, Value>) -> Outcome<()> {
        let (mut followed, mut signed_in, mut form, mut sent) = (vec![], vec![], vec![], vec![]);
        for _ in 0..OFTEN {
            let mut line = Line::to(&self.centre.address)?;
            let fields = [("reference", self.reference.as_str()), ("code", self.code.as_str())];
            followed.push(line.post("/follow", &fields)?.expected("following")?.last_ms);
            signed_in.push(sign_in(&mut line, UNIT)?.last_ms);
            let filed = file(&mut Line::to(&self.centre.address)?)?;
            form.push(filed.all_ms);
            sent.push(filed.sent_ms);
        }
        for (name, times) in [(FOLLOW, followed), (SIGN_IN, signed_in), (FORM, form), (FILED, sent)] {
            measured.insert(name.to_owned(), summary(times));
        }
        Ok(())
    }
}

fn summary(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    json!({ "median": times[times.len() / 2], "worst": times[times.len() - 1] })
}

fn add(centre: &Centre, login: &str, role: &str, place: &[&str]) -> Outcome<()> {
    let words = ["agent", "add", "--name", "Bench", "--login", login, "--role", role, "--password-stdin"];
    centre.ask(&[&words[..], place].concat(), &format!("{PASSWORD}\n")).map(drop)
}

fn sign_in(line: &mut Line, login: &str) -> Outcome<Answer> {
    let fields = [("login", login), ("password", PASSWORD), ("next", "/agents")];
    let answer = line.post("/agents/sign-in", &fields)?;
    match answer.status {
        303 => Ok(answer),
        status => Err(Failure::broken(format!("{login} could not sign in: {status}"))),
    }
}

struct Filed {
    reference: String,
    code: String,
    /// All pages together, and the last one that was sent.
    all_ms: f64,
    sent_ms: f64,
}

/// Files a complaint as a browser does, page by page.
fn file(line: &mut Line) -> Outcome<Filed> {
    let mut page = line.get("/file")?.expected("the form")?;
    let (mut all_ms, mut sent_ms) = (page.last_ms, 0.0);
    let steps: [(&str, &[(&str, &str)]); 6] = [
        ("kind-form", &[("kind", "complaint")]),
        ("matter-form", &[("words", ""), ("category", "street-lamp")]),
        ("story-form", &[("text", "The lamp at the corner is dark since Monday."), ("place", "Rue Pasteur")]),
        (
            "person-form",
            &[("discretion", "open"), ("whom", "self"), ("surname", "Zéphir"), ("phone", "57000265")],
        ),
        ("documents-form", &[]),
        ("send-form", &[]),
    ];
    for (id, typed) in steps {
        let (action, hidden) = page.form(id)?;
        let mut fields: Vec<(&str, &str)> =
            hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        fields.extend(typed);
        let answer = if id == "documents-form" {
            fields.push(("go", "next"));
            line.ask("POST", &action, "multipart/form-data; boundary=X", &parts(&fields))?
        } else {
            line.post(&action, &fields)?
        };
        if answer.status != 303 {
            return Err(Failure::broken(format!("{id} was answered with {}", answer.status)));
        }
        sent_ms = answer.last_ms;
        page = line.get(&answer.location)?.expected(id)?;
        all_ms += sent_ms + page.last_ms;
    }
    Ok(Filed { reference: page.shown("reference")?, code: page.shown("code")?, all_ms, sent_ms })
}

fn parts(fields: &[(&str, &str)]) -> String {
    let part = |(name, value): &(&str, &str)| {
        format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    fields.iter().map(part).collect::<String>() + "--X--\r\n"
}
