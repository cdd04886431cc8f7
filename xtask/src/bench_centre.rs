//! `cargo xtask bench-centre`: fills a centre by taking a large register over, and measures what its pages take: empty, at a
//! tenth of the size and at all of it, so that the growth can be seen; and then how many it answers under load. Writes
//! `centre.md` and `centre.json`. `--again` asks the store of the last run once more, for whoever mends a page: filling it
//! may take an hour. What it writes lies beside that store.

mod line;
mod load;
mod pages;
mod register;
mod report;

use std::fs;
use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::demo::centre::Centre;
use crate::demo::folder::Folder;
use crate::leash::Leash;
use crate::package::programs::released;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use pages::Asking;

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &["again", "built", "no-load"], &["operations", "out"])?;
    let wanted = arguments.number("operations", 1_000_000)?;
    let places = Places::find()?;
    let programs = if arguments.has("built") { places.programs() } else { released(&places, &[])? };
    let again = arguments.has("again");
    let folder = places.target.join("bench-centre");
    let usual = || if again { folder.clone() } else { places.root.join("benchmarks") };
    let out = arguments.value("out").map_or_else(usual, Into::into);
    fs::create_dir_all(&folder).map_err(|error| Failure::system(folder.display(), &error))?;
    let mapping = folder.join("mapping.toml");
    register::write_mapping(&places, &mapping)?;
    let mut leash = Leash::new()?;
    let place = Folder::take(&folder.join("centre"), again)?;
    // A proxy's header lets one computer ask as many lines would: what each line may do is limited.
    let words = ["--listen", "127.0.0.1:0", "--trust-proxy"];
    let centre = Centre::start_with(&programs, &places.root, &place, &words, &mut leash)?;
    let mut asking = Asking::new(&centre, again)?;

    let lines = register::lines_of(wanted);
    let first = if again { lines } else { 0 };
    let name = if again { "all" } else { "empty" };
    let mut stages = vec![stage(name, first, 0.0, place.path(), asking.measure(first)?)];
    let (mut taken, mut seconds) = (0, 0.0);
    for (name, lines) in [("a tenth", lines / 10), ("all", lines)].into_iter().filter(|_| !again) {
        let register = folder.join("register.csv");
        register::write(&register, taken, lines)?;
        taken = lines;
        run::progress(format!("{name}: taking lines over, up to {lines}"));
        let begun = Instant::now();
        centre.ask(&["import", &register.to_string_lossy(), "--mapping", &mapping.to_string_lossy()], "")?;
        seconds += begun.elapsed().as_secs_f64();
        stages.push(stage(name, lines, seconds, place.path(), asking.measure(lines)?));
    }
    let load = match arguments.has("no-load") {
        true => Value::Null,
        false => load::measure(&centre, &asking, &folder)?,
    };
    let result = json!({
        "processors": std::thread::available_parallelism().map_or(0, usize::from),
        "stages": stages,
        "load": load,
    });
    let written = |name: &str, text: &str| {
        let path = out.join(name);
        fs::write(&path, text).map_err(|error| Failure::system(path.display(), &error))
    };
    written("centre.json", &format!("{result:#}\n"))?;
    let table = report::table(&result);
    written("centre.md", &table)?;
    run::result(table);
    Ok(())
}

/// What was measured with so many lines in the store.
fn stage(name: &str, lines: u64, seconds: f64, folder: &Path, pages: Value) -> Value {
    let file = |name: &str| fs::metadata(folder.join("centre").join(name)).map_or(0, |file| file.len());
    json!({
        "name": name,
        "lines": lines,
        "operations": register::operations_of(lines),
        "import_seconds": seconds,
        "store_bytes": file("centre.db") + file("centre.db-wal"),
        "pages": pages,
    })
}
