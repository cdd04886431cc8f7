//! What an administrator has set for a computer, as the program without a window obeys it.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::Path;

use desktop::{Centre, Computer, KeyStore, Outcome};
use serde_json::Value;

fn computer(folder: &Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

#[tokio::test]
async fn a_policy_stands_above_the_settings_and_what_was_set_comes_back_without_it() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let centre = Centre::start(folder.path()).await?;
    let pc = computer(folder.path(), "pc1");
    // The office is another one than that of the code, the address is the policy's.
    let of_office = |office: &str| format!("centre = \"{}\"\noffice = \"{office}\"\n", centre.url());
    std::fs::write(pc.policy(), of_office("13")).unwrap();
    let code = centre.enrolment_code("12")?;
    let enrol = || pc.ask()?.words(["enrol", "--code", &code, "--json"]).run();
    assert!(enrol().unwrap_err().to_string().contains("office_of_policy"));
    std::fs::write(pc.policy(), of_office("12")).unwrap();
    let told: Value = serde_json::from_str(&enrol()?).unwrap();
    assert_eq!((&told["office"], &told["server"]), (&"12".into(), &centre.url().into()));

    let scans = folder.path().join("scans");
    std::fs::create_dir(&scans).unwrap();
    let scans = scans.to_str().unwrap();
    pc.ask()?.words(["settings", "set", "--scanner-folder", scans, "--proxy", "none"]).run()?;
    let policy = format!("{}scanner_folder = \"/srv/scans\"\nproxy = \"10.0.0.1:3128\"\n", of_office("12"));
    std::fs::write(pc.policy(), policy).unwrap();
    let form = |pc: &Computer| {
        Ok::<_, desktop::Trouble>(pc.ask()?.words(["settings", "show"]).json()?["form"].clone())
    };
    assert_eq!(form(&pc)?["scanner_folder"], "/srv/scans");
    assert_eq!(form(&pc)?["proxy_address"], "http://10.0.0.1:3128");
    for words in [["--proxy", "system"], ["--scanner-folder", scans]] {
        let refused = pc.ask()?.words(["--json", "settings", "set"]).words(words).run().unwrap_err();
        assert!(refused.to_string().contains("set_by_policy"), "{refused}");
    }
    pc.ask()?.words(["settings", "set", "--paper", "a4"]).run()?;
    let moved =
        pc.ask()?.words(["--json", "server", "--url", "https://elsewhere.example"]).run().unwrap_err();
    assert!(moved.to_string().contains("set_by_policy"), "{moved}");

    std::fs::remove_file(pc.policy()).unwrap();
    let form = form(&pc)?;
    assert_eq!((&form["scanner_folder"], &form["proxy"]), (&scans.into(), &"none".into()));
    assert_eq!(form["paper"], "a4", "what the policy leaves to the users is theirs");
    Ok(())
}

#[tokio::test]
async fn a_policy_is_checked_and_each_mistake_says_where_it_is_and_what_to_do() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let pc = computer(folder.path(), "pc1");
    assert_eq!(pc.ask()?.words(["policy", "check"]).json()?["file"], Value::Null);
    std::fs::write(pc.policy(), "lock_after_minutes = 5\n\nproxy = \"ftp://x\"\nlanguages = \"fr\"\n")
        .unwrap();
    let checked = pc.ask()?.words(["policy", "check"]).into_command().output().unwrap();
    assert_eq!(checked.status.code(), Some(1));
    let refused = String::from_utf8(checked.stdout).unwrap();
    assert!(refused.contains("line 3, “proxy”") && refused.contains("line 4, “languages”"), "{refused}");
    std::fs::write(pc.policy(), "lock_after_minutes = 5\n").unwrap();
    let checked = pc.ask()?.words(["policy", "check"]).json()?;
    assert_eq!(
        (&checked["set"]["lock_after_minutes"], &checked["mistakes"]),
        (&"5".into(), &Value::Array(Vec::new()))
    );
    Ok(())
}
