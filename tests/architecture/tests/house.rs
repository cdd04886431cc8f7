//! Who may depend on whom, which licences come in, and what every file owes its reader.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::collections::{BTreeMap, BTreeSet};

use architecture::{metadata, root, sources, uses};

/// Crate → what it may use of the workspace. ARCHITECTURE.md shows the same table.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("complaints", &[]),
    ("sync-protocol", &[]),
    ("locales", &[]),
    ("office-store", &["complaints", "sync-protocol"]),
    ("sync-engine", &["sync-protocol", "office-store"]),
    ("letters", &["locales"]),
    ("office", &["complaints", "sync-protocol", "office-store", "sync-engine", "letters", "locales"]),
    ("central-server", &["complaints", "sync-protocol", "letters", "locales"]),
    ("guichet", &["office"]),
    ("xtask", &[]),
    ("architecture", &[]),
    ("offices", &["desktop"]),
    ("hostile-bytes", &["complaints", "office", "sync-protocol"]),
    ("links", &["desktop", "offices"]),
    ("desktop", &[]),
    ("portal", &["complaints", "desktop"]),
    ("benchmarks", &["complaints", "office", "sync-engine", "desktop"]),
    ("simulation", &["complaints", "sync-protocol", "office-store", "sync-engine", "central-server"]),
];

/// Crate from outside → the only ones that may use it.
const ALONE: [(&str, &[&str]); 16] = [
    ("age", &["sync-protocol"]),
    ("bech32", &["sync-protocol"]),
    ("rusqlite", &["office-store", "central-server", "benchmarks"]),
    ("reqwest", &["sync-engine", "central-server"]),
    ("typst", &["letters"]),
    ("typst-pdf", &["letters"]),
    ("typst-svg", &["letters"]),
    ("keyring", &["office"]),
    ("keyring-core", &["office"]),
    ("axum", &["central-server"]),
    ("tokio-postgres", &["central-server"]),
    ("tauri", &["guichet"]),
    ("fluent-bundle", &["locales"]),
    ("lettre", &["central-server"]),
    ("rusty-s3", &["central-server"]),
    ("sqlx", &[]),
];

#[test]
fn dependencies_point_inward() {
    let metadata = metadata();
    let packages = metadata.workspace_packages();
    let members: BTreeSet<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    let rules: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    let ruled: BTreeSet<&str> = rules.keys().copied().collect();
    assert_eq!(members, ruled, "the table has a line for each crate of the workspace");
    for package in packages {
        let used: BTreeSet<String> =
            uses(package).into_iter().filter(|name| members.contains(name.as_str())).collect();
        let allowed = rules[package.name.as_str()];
        let wrong: Vec<_> = used.iter().filter(|name| !allowed.contains(&name.as_str())).collect();
        assert!(wrong.is_empty(), "{} must not use {wrong:?}", package.name);
    }
}

#[test]
fn each_outside_library_has_one_door() {
    for package in metadata().workspace_packages() {
        for used in uses(package) {
            let door = ALONE.iter().find(|(library, _)| *library == used);
            let allowed = door.is_none_or(|(_, doors)| doors.contains(&package.name.as_str()));
            assert!(allowed, "{} must not use {used}", package.name);
        }
    }
}

#[test]
fn every_crate_keeps_the_workspaces_lints() {
    for package in metadata().workspace_packages() {
        let manifest = std::fs::read_to_string(&package.manifest_path).unwrap();
        assert!(manifest.contains("[lints]\nworkspace = true"), "{} sets its own lints", package.name);
    }
}

/// Licences that may be built into what is handed out.
const LICENCES: [&str; 20] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "MIT",
    "MIT-0",
    "BlueOak-1.0.0",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MPL-2.0",
    "OpenSSL",
    "Unicode-3.0",
    "Unlicense",
    "WTFPL",
    "Zlib",
    "blessing",
];

#[test]
fn every_licence_that_comes_in_is_one_we_may_hand_on() {
    let allowed: Vec<spdx::Licensee> =
        LICENCES.iter().map(|name| spdx::Licensee::parse(name).unwrap()).collect();
    let mut wrong = Vec::new();
    for package in metadata().packages {
        let Some(text) = &package.license else {
            wrong.push(format!("{} names no licence", package.name));
            continue;
        };
        let licence = spdx::Expression::parse_mode(text, spdx::ParseMode::LAX);
        let fits = licence.is_ok_and(|expression| {
            expression.evaluate(|wanted| allowed.iter().any(|licensee| licensee.satisfies(wanted)))
        });
        if !fits {
            wrong.push(format!("{} {}: {text}", package.name, package.version));
        }
    }
    assert!(wrong.is_empty(), "licences to look at:\n{}", wrong.join("\n"));
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    let silent: Vec<_> = sources(&["rs"])
        .into_iter()
        .filter(|path| !std::fs::read_to_string(path).unwrap().trim_start().starts_with("//!"))
        .collect();
    assert!(silent.is_empty(), "files without a first word: {silent:?}");
}

#[test]
fn a_file_has_one_subject() {
    let long: Vec<_> = sources(&["rs", "ts", "svelte"])
        .into_iter()
        .filter(|path| {
            !path.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "bindings")
        })
        .filter(|path| std::fs::read_to_string(path).unwrap().lines().count() > 500)
        .collect();
    assert!(long.is_empty(), "files above 500 lines: {long:?}");
}

#[test]
fn every_mistake_of_the_table_has_tests_that_exist() {
    let page = std::fs::read_to_string(root().join("docs/mistakes.md")).unwrap();
    let texts: Vec<String> =
        sources(&["rs"]).into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mutants = std::fs::read_to_string(root().join("sync-protocol/src/mutant.rs")).unwrap();
    let named =
        |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let rows: Vec<Vec<&str>> = page
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells.len() == 7 && cells[1].parse::<u8>().is_ok())
        .collect();
    let numbers: Vec<u8> = rows.iter().map(|cells| cells[1].parse().unwrap()).collect();
    assert_eq!(numbers, (1..=18).collect::<Vec<_>>());
    let mut listed = 0;
    for cells in &rows {
        let tests = named(cells[5]);
        assert!(!tests.is_empty(), "mistake {} has no test", cells[1]);
        for test in tests {
            let [plain, of_a_place] = ["()", "(place"].map(|end| format!("fn {test}{end}"));
            let exists = texts.iter().any(|text| text.contains(&plain) || text.contains(&of_a_place));
            assert!(exists, "mistake {}: there is no test {test}", cells[1]);
        }
        for mutant in named(cells[4]) {
            assert!(
                mutants.contains(&format!("\"{mutant}\", {};", cells[1])),
                "{mutant} of mistake {}",
                cells[1]
            );
            listed += 1;
        }
    }
    let all = mutants.lines().filter(|line| line.starts_with("    ") && line.contains(" = \"")).count();
    assert_eq!(listed, all, "every mutant stands in the table");
}

#[test]
fn no_file_hides_a_change_of_direction() {
    let extensions = ["rs", "ts", "svelte", "ftl", "csv", "toml", "html", "md", "css", "sql"];
    let hidden: Vec<_> = sources(&extensions)
        .into_iter()
        .filter(|path| {
            std::fs::read_to_string(path).unwrap().chars().any(|c| matches!(c, '\u{202a}'..='\u{202e}'))
        })
        .collect();
    assert!(hidden.is_empty(), "write these characters as escapes: {hidden:?}");
}

#[test]
fn the_windows_commands_are_named_alike_in_all_three_places() {
    let read = |name: &str| std::fs::read_to_string(root().join("src-tauri").join(name)).unwrap();
    let between = |text: &str, start: &str, end: &str| {
        let text =
            text.split(start).nth(1).unwrap_or_default().split(end).next().unwrap_or_default().to_owned();
        text.split([',', '\n'])
            .map(|word| word.trim().trim_matches('"').rsplit("::").next().unwrap_or_default().to_owned())
            .filter(|word| !word.is_empty())
            .collect::<BTreeSet<_>>()
    };
    let built = between(&read("build.rs"), "&[\n", "];");
    let handled = between(&read("src/commands.rs"), "generate_handler![\n", "]");
    assert!(built.len() > 10);
    assert_eq!(built, handled);
    let capability = read("capabilities/main.json");
    for command in built {
        let permission = format!("\"allow-{}\"", command.replace('_', "-"));
        assert!(capability.contains(&permission), "{permission} is missing");
    }
}

/// Style sheets that adapt what others define: to small screens, forced colours and paper.
const ADAPTING: [&str; 3] = ["forced.css", "narrow.css", "print.css"];

#[test]
fn a_class_of_the_window_is_defined_in_one_style_sheet() {
    let mut defined: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in std::fs::read_dir(root().join("ui/src/styles")).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if ADAPTING.contains(&name.as_str()) {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).unwrap();
        // A rule at the margin whose whole selector is one class: `.name {` or `.name,`.
        for line in text.lines() {
            let selector = line.strip_suffix(" {").or_else(|| line.strip_suffix(','));
            let class = selector.and_then(|selector| selector.strip_prefix('.'));
            let is_plain =
                |class: &&str| class.chars().all(|sign| sign.is_alphanumeric() || "-_".contains(sign));
            if let Some(class) = class.filter(is_plain) {
                defined.entry(class.to_owned()).or_default().insert(name.clone());
            }
        }
    }
    assert!(defined.len() > 100, "the style sheets were found");
    defined.retain(|_, files| files.len() > 1);
    assert!(defined.is_empty(), "two style sheets mean different things by one name: {defined:?}");
}
