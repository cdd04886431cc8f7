//! `cargo xtask bench-centre`: fills a centre by taking a large register over, and measures what its pages take, at a tenth of
//! the size and at all of it, so that the growth can be seen. Writes `centre.md` and `centre.json`.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Instant;

use serde_json::json;

use crate::arguments::Arguments;
use crate::demo::centre::Centre;
use crate::demo::folder::Folder;
use crate::leash::Leash;
use crate::package::programs::released;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use crate::samples::Random;

/// A line becomes a registration, an answer and two statuses; a fifth of them stays open.
const OPERATIONS_A_LINE: f64 = 0.8 * 4.0 + 0.2;

/// So often each page is asked for.
const TIMES: usize = 15;

/// What is asked for: name, address, whether an agent asks.
const PAGES: [(&str, &str, bool); 7] = [
    ("Public figures", "/figures", false),
    ("Public figures as CSV", "/figures.csv", false),
    ("Public figures by the API", "/api/figures", false),
    ("Open311: the last ninety days", "/open311/v2/requests.json", false),
    ("Open311: one service, closed", "/open311/v2/requests.xml?service_code=water-leak&status=closed", false),
    ("Inside figures of this month", "/agents/figures", true),
    ("Inside figures of two years", "/agents/figures?from=2025-01&to=2026-12", true),
];

/// How to read the register.
const MAPPING: &str = r#"
source = "bench"
time_formats = ["%Y-%m-%d %H:%M"]
language = "en"
[columns]
number = "number"
received = "received"
text = ["text"]
answer = "answer"
closed = "closed"
[category]
column = "category"
[category.values]
"#;

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["built"], &["operations", "out"])?;
    let wanted = arguments.value("operations").map_or(Ok(1_000_000), str::parse);
    let wanted: u64 = wanted.map_err(|_| Failure::usage("--operations is a number"))?;
    let places = Places::find()?;
    let programs = if arguments.has("built") { places.programs() } else { released(&places, &[])? };
    let out = arguments.value("out").map_or_else(|| places.root.join("benchmarks"), Into::into);
    let lines = (wanted as f64 / OPERATIONS_A_LINE).ceil() as u64;

    let folder = places.target.join("bench-centre");
    fs::create_dir_all(&folder).map_err(|error| Failure::system(folder.display(), &error))?;
    let mapping = folder.join("mapping.toml");
    write_mapping(&places, &mapping)?;
    let mut leash = Leash::new()?;
    let place = Folder::take(&folder.join("centre"), false)?;
    let centre = Centre::start(&programs, &places.root, &place, "127.0.0.1:0", &mut leash)?;
    let mut measured = Vec::new();
    let mut done = 0;
    for (part, lines) in [("a tenth", lines / 10), ("all", lines)] {
        let register = folder.join("register.csv");
        write_register(&register, done, lines)?;
        done = lines;
        run::progress(format!("{part}: taking {lines} lines over"));
        let begun = Instant::now();
        let words = [&*register.to_string_lossy(), "--mapping", &*mapping.to_string_lossy()];
        centre.ask(&[&["import"], &words[..]].concat(), "")?;
        let took = begun.elapsed().as_secs_f64();
        let cookie = sign_in(&centre, part)?;
        let pages = measure(&centre.address, &cookie)?;
        let size = fs::metadata(place.path().join("centre/centre.db")).map_or(0, |file| file.len());
        measured.push(json!({
            "lines": lines,
            "operations": (lines as f64 * OPERATIONS_A_LINE).round() as u64,
            "import_seconds": took,
            "store_bytes": size,
            "pages_ms": pages,
        }));
    }
    let result = json!({ "processors": std::thread::available_parallelism().map_or(0, usize::from), "measured": measured });
    let written = |name: &str, text: String| {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| Failure::system(path.display(), &error))
    };
    written("centre.json", format!("{result:#}\n"))?;
    let table = table(&result);
    written("centre.md", table.clone())?;
    run::result(table);
    Ok(())
}

/// Every category of the profile by its own code.
fn write_mapping(places: &Places, path: &Path) -> Outcome<()> {
    let mut text = MAPPING.to_owned();
    for code in codes(&places.root)? {
        let _ = writeln!(text, "\"{code}\" = \"{code}\"");
    }
    text.push_str(
        "[status]\ncolumn = \"status\"\n[status.values]\nopen = \"received\"\nclosed = \"closed\"\n",
    );
    fs::write(path, text).map_err(|error| Failure::system(path.display(), &error))
}

fn codes(root: &Path) -> Outcome<Vec<String>> {
    let path = root.join("profiles/mauritius/categories.csv");
    let text = fs::read_to_string(&path).map_err(|error| Failure::system(path.display(), &error))?;
    Ok(text.lines().skip(1).filter_map(|line| line.split(',').next().map(str::to_owned)).collect())
}

/// The lines after those that are there already, spread over two years.
fn write_register(path: &Path, from: u64, up_to: u64) -> Outcome<()> {
    let failed = |error: std::io::Error| Failure::system(path.display(), &error);
    let categories = [
        "water-leak",
        "water-none",
        "road-pothole",
        "street-lamp",
        "refuse-missed",
        "env-noise",
        "social-pension",
    ];
    let mut random = Random::new(7 + from);
    let mut file = BufWriter::new(File::create(path).map_err(failed)?);
    writeln!(file, "number,received,text,category,answer,closed,status").map_err(failed)?;
    for number in from..up_to {
        let month = random.between(0, 21);
        let (year, month) = (2025 + month / 12, month % 12 + 1);
        let (day, hour) = (random.between(1, 14), random.between(7, 17));
        let category = random.one_of(&categories);
        let closed = day + random.between(0, 13);
        let status = if random.between(1, 5) == 1 { "open" } else { "closed" };
        writeln!(
            file,
            "{number},{year}-{month:02}-{day:02} {hour:02}:00,It was seen at the corner by the shop and nobody came.,{category},\
             Looked at and mended.,{year}-{month:02}-{closed:02} 12:00,{status}"
        )
        .map_err(failed)?;
    }
    file.flush().map_err(failed)
}

fn sign_in(centre: &Centre, login: &str) -> Outcome<String> {
    let login = login.replace(' ', "-");
    let added =
        centre.ask(&["agent", "add", "--name", "Bench", "--login", &login, "--role", "csu", "--json"], "")?;
    let added: serde_json::Value = serde_json::from_str(&added)
        .map_err(|error| Failure::broken(format!("`agent add` printed no JSON: {error}")))?;
    let password = added["password"].as_str().unwrap_or_default();
    let body = format!("login={login}&password={password}&next=/agents");
    let kind = "Content-Type: application/x-www-form-urlencoded";
    let request = format!(
        "POST /agents/sign-in HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n{kind}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let (answer, _) = asked(&centre.address, &request)?;
    let cookie = answer.lines().find_map(|line| {
        line.to_ascii_lowercase().starts_with("set-cookie:").then(|| line[11..].trim().to_owned())
    });
    let cookie = cookie.ok_or_else(|| Failure::broken("nobody could sign in"))?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

/// Page → median and worst, in milliseconds.
fn measure(address: &str, cookie: &str) -> Outcome<serde_json::Value> {
    let mut pages = serde_json::Map::new();
    for (name, path, inside) in PAGES {
        let cookie = if inside { format!("Cookie: {cookie}\r\n") } else { String::new() };
        let request = format!("GET {path} HTTP/1.1\r\nHost: bench\r\n{cookie}Connection: close\r\n\r\n");
        let mut times = Vec::with_capacity(TIMES);
        for _ in 0..TIMES {
            let (answer, took) = asked(address, &request)?;
            if !answer.starts_with("HTTP/1.1 200") {
                return Err(Failure::broken(format!(
                    "{path}: {}",
                    answer.lines().next().unwrap_or_default()
                )));
            }
            times.push(took);
        }
        times.sort_by(f64::total_cmp);
        pages.insert(name.to_owned(), json!({ "median": times[TIMES / 2], "worst": times[TIMES - 1] }));
    }
    Ok(pages.into())
}

/// The answer, and after how many milliseconds its last byte came.
fn asked(address: &str, request: &str) -> Outcome<(String, f64)> {
    let failed = |error: std::io::Error| Failure::system(address, &error);
    let begun = Instant::now();
    let mut stream = TcpStream::connect(address).map_err(failed)?;
    stream.write_all(request.as_bytes()).map_err(failed)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(failed)?;
    Ok((String::from_utf8_lossy(&answer).into_owned(), begun.elapsed().as_secs_f64() * 1_000.0))
}

fn table(result: &serde_json::Value) -> String {
    let mut text = String::from(
        "# The centre’s pages with a full store\n\nWritten by `cargo xtask bench-centre`. Time until the last byte, over a local \
         connection, in milliseconds: median and worst of 15. What a page takes that reads sums grows with the months, \
         institutions and offices in them, not with the operations.\n\n",
    );
    let empty = Vec::new();
    let measured = result["measured"].as_array().unwrap_or(&empty);
    let _ = writeln!(text, "Processors: {}.\n", result["processors"]);
    let head: String = measured.iter().map(|it| format!(" {} operations |", it["operations"])).collect();
    let _ = writeln!(text, "| |{head}\n|---|{}", "---:|".repeat(measured.len()));
    for (name, ..) in PAGES {
        let cells = measured.iter().map(|it| {
            let page = &it["pages_ms"][name];
            let ms = |which: &str| page[which].as_f64().unwrap_or_default();
            format!(" {:.0} / {:.0} |", ms("median"), ms("worst"))
        });
        let _ = writeln!(text, "| {name} |{}", cells.collect::<String>());
    }
    let cells = measured.iter().map(|it| {
        let (lines, seconds) =
            (it["lines"].as_f64().unwrap_or_default(), it["import_seconds"].as_f64().unwrap_or(1.0));
        format!(" {seconds:.0} s for {lines:.0} lines in all |")
    });
    let _ = writeln!(text, "| Taking the lines over |{}", cells.collect::<String>());
    let cells =
        measured.iter().map(|it| format!(" {} MB |", it["store_bytes"].as_u64().unwrap_or(0) / 1_000_000));
    let _ = writeln!(text, "| The store |{}", cells.collect::<String>());
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_each_page() {
        let result =
            json!({ "processors": 2, "measured": [{ "operations": 10, "pages_ms": {}, "lines": 3 }] });
        assert_eq!(table(&result).matches("\n| ").count(), PAGES.len() + 3);
    }
}
