//! `cargo xtask test`: everything that is checked before a change is taken, in this order, until the first
//! failure. What each check looks for is written beside the code that it checks.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::arguments::Arguments;
use crate::bindings;
use crate::build;
use crate::package;
use crate::page;
use crate::places::Places;
use crate::run::{self, Failure, Outcome};
use crate::session;
use crate::setup;
use crate::together;

/// The packages whose tests need more than a command line: a desktop's window, a browser.
const WITH_A_FACE: [&str; 2] = ["desktop", "portal"];

struct Step {
    name: &'static str,
    what: &'static str,
    perform: fn(&Places) -> Outcome<()>,
}

const STEPS: &[Step] = &[
    Step { name: "setup", what: "packages and modules", perform: setup::prepare },
    Step { name: "format", what: "cargo fmt", perform: format },
    Step { name: "pages", what: "the pages: build, types, tests", perform: pages },
    Step { name: "lint", what: "cargo clippy, warnings refused", perform: lint },
    Step { name: "docs", what: "cargo doc, warnings refused", perform: docs },
    Step { name: "bindings", what: "TypeScript types are those of the Rust types", perform: bindings::check },
    Step {
        name: "packages",
        what: "what packages are made of",
        perform: package::check_what_packages_are_made_of,
    },
    Step { name: "programs", what: "build of all programs", perform: build::programs },
    Step { name: "rust", what: "tests of all crates", perform: rust },
    Step {
        name: "faces",
        what: "the real window in a virtual desktop session, the real portal in a real browser",
        perform: faces,
    },
];

/// The parts of a step that can be run alone as well.
const PARTS: &[Step] = &[
    Step { name: "desktop", what: "the real window in a virtual desktop session", perform: desktop },
    Step { name: "portal", what: "the real portal in a real browser", perform: portal },
];

/// The verb.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let arguments = Arguments::read(arguments, &[], &["only"])?;
    let steps = chosen(arguments.value("only"))?;
    let places = Places::find()?;
    let begun = Instant::now();
    for (index, step) in steps.iter().enumerate() {
        let place = format!("{} of {}", index + 1, steps.len());
        run::progress(format!(
            "\n== {place}: {}, {} (after {})",
            step.name,
            step.what,
            told(begun.elapsed())
        ));
        (step.perform)(&places).map_err(|failure| named(step, &failure, begun.elapsed()))?;
    }
    Ok(())
}

fn chosen(only: Option<&str>) -> Outcome<Vec<&'static Step>> {
    let Some(only) = only else {
        return Ok(STEPS.iter().collect());
    };
    let known = || STEPS.iter().chain(PARTS);
    let steps: Vec<&Step> = known().filter(|step| step.name == only).collect();
    if steps.is_empty() {
        let names: Vec<&str> = known().map(|step| step.name).collect();
        return Err(Failure::usage(format!("there is no step `{only}`, only {}", names.join(", "))));
    }
    Ok(steps)
}

fn named(step: &Step, failure: &Failure, after: Duration) -> Failure {
    let why = failure.told();
    let why = why.strip_prefix("error: ").unwrap_or(&why);
    Failure::broken(format!(
        "step `{}` failed after {}: {why}\n(again, alone: cargo xtask test --only {})",
        step.name,
        told(after),
        step.name
    ))
}

/// `1 min 05 s`.
fn told(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {:02} s", seconds / 60, seconds % 60) }
}

fn format(places: &Places) -> Outcome<()> {
    run::run(places.cargo().args(["fmt", "--all", "--check"]))
}

fn pages(places: &Places) -> Outcome<()> {
    page::build(places)?;
    page::check(places)
}

fn lint(places: &Places) -> Outcome<()> {
    run::run(places.cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn docs(places: &Places) -> Outcome<()> {
    run::run(places.cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn rust(places: &Places) -> Outcome<()> {
    run::run(places.cargo().args(["test", "--workspace", "--doc"]))?;
    let (_, others) = test_targets(&places.metadata, &WITH_A_FACE)?;
    together::run(cargo_test(places, &others)?.args(["--lib", "--bins"]))
}

/// Both at once: each waits for its window most of the time. What the browser's tests print is shown when they have ended.
fn faces(places: &Places) -> Outcome<()> {
    std::thread::scope(|scope| {
        let beside = scope.spawn(|| together::printed(&mut portal_tests(places)?));
        let window = desktop(places);
        let portal =
            beside.join().unwrap_or_else(|_| Err(Failure::broken("the tests of the portal were lost")));
        let portal = portal.and_then(|output| together::show("the portal", &output));
        window.and(portal)
    })
}

fn desktop(places: &Places) -> Outcome<()> {
    let (window, _) = test_targets(&places.metadata, &["desktop"])?;
    session::inside(&cargo_test(places, &window)?)
}

fn portal(places: &Places) -> Outcome<()> {
    run::run(&mut portal_tests(places)?)
}

fn portal_tests(places: &Places) -> Outcome<Command> {
    let (browser, _) = test_targets(&places.metadata, &["portal"])?;
    cargo_test(places, &browser)
}

/// `cargo test` of the named targets. They are chosen by name and not with `--package` or `--exclude`: a choice
/// of packages changes the features of shared dependencies, and cargo would compile most of them once more.
fn cargo_test(places: &Places, targets: &BTreeSet<String>) -> Outcome<Command> {
    let artefacts = places.target.join("artefacts");
    fs::create_dir_all(&artefacts)
        .map_err(|error| Failure::system(format!("cannot make {}", artefacts.display()), &error))?;
    let mut command = places.cargo();
    command.args(["test", "--workspace"]);
    for target in targets {
        command.args(["--test", target]);
    }
    command.env("GUICHET_BIN_DIR", places.programs());
    command.env("GUICHET_UI_AXE", places.ui().join("node_modules/axe-core/axe.min.js"));
    command.env("GUICHET_ARTEFACTS", artefacts);
    Ok(command)
}

/// The names of the integration tests of these packages, and those of all the others.
fn test_targets(
    metadata: &serde_json::Value,
    packages: &[&str],
) -> Outcome<(BTreeSet<String>, BTreeSet<String>)> {
    let (mut inside, mut outside) = (BTreeSet::new(), BTreeSet::new());
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let is_inside = packages.iter().any(|name| package["name"] == *name);
        for target in package["targets"].as_array().into_iter().flatten() {
            if target["kind"][0] == "test" {
                let names = if is_inside { &mut inside } else { &mut outside };
                names.extend(target["name"].as_str().map(str::to_owned));
            }
        }
    }
    if inside.is_empty() {
        return Err(Failure::broken(format!("there is no integration test in {}", packages.join(", "))));
    }
    if let Some(name) = inside.intersection(&outside).next() {
        return Err(Failure::broken(format!(
            "two packages have an integration test `{name}`, one of them in {}: give it another name",
            packages.join(" or ")
        )));
    }
    Ok((inside, outside))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn package(name: &str, tests: &[&str]) -> serde_json::Value {
        let mut targets = vec![json!({"kind": ["lib"], "name": name})];
        targets.extend(tests.iter().map(|test| json!({"kind": ["test"], "name": test})));
        json!({"name": name, "targets": targets})
    }

    #[test]
    fn the_tests_of_a_package_are_told_from_those_of_the_others() {
        let metadata = json!({"packages": [package("desktop", &["window"]), package("office", &["deeds"])]});
        let (window, others) = test_targets(&metadata, &["desktop"]).unwrap();
        assert_eq!(window, BTreeSet::from(["window".to_owned()]));
        assert_eq!(others, BTreeSet::from(["deeds".to_owned()]));
    }

    #[test]
    fn a_name_in_two_packages_is_refused_because_both_would_run() {
        let metadata = json!({"packages": [package("desktop", &["all"]), package("office", &["all"])]});
        assert!(test_targets(&metadata, &["desktop"]).unwrap_err().told().contains("`all`"));
    }

    #[test]
    fn a_package_without_tests_is_refused_because_everything_would_run() {
        let metadata = json!({"packages": [package("desktop", &[])]});
        assert!(test_targets(&metadata, &["desktop"]).is_err());
    }

    #[test]
    fn one_step_can_be_chosen_and_an_unknown_one_is_a_usage_error() {
        assert_eq!(chosen(Some("lint")).unwrap().len(), 1);
        assert_eq!(chosen(None).unwrap().len(), STEPS.len());
        assert_eq!(chosen(Some("everything")).err().map(|failure| failure.exit_code()), Some(2));
    }

    #[test]
    fn times_are_told_in_minutes_and_seconds() {
        assert_eq!(told(Duration::from_secs(59)), "59 s");
        assert_eq!(told(Duration::from_secs(65)), "1 min 05 s");
    }
}
