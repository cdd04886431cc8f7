//! Exchanges by a file on a stick, with the programs as they are: what waits goes to the centre in a file, the reply
//! comes back in another, and nothing that happens to a stick loses or doubles anything.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::path::{Path, PathBuf};

use desktop::{Centre, Computer, KeyStore, Outcome, Trouble};
use offices::{line, lines};
use serde_json::Value;

/// A centre, a computer of office 12 whose line is down from now on, and a folder as the stick.
struct Scene {
    folder: tempfile::TempDir,
    centre: Centre,
    computer: Computer,
}

impl Scene {
    async fn begin() -> Outcome<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut centre = Centre::start(folder.path()).await?;
        let computer = computer(folder.path(), "pc1");
        computer.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;
        centre.line_down()?;
        Ok(Self { folder, centre, computer })
    }

    fn stick(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn out(&self, name: &str) -> Outcome<Value> {
        self.computer.ask()?.words(["carry", "out"]).word(self.stick(name)).json()
    }

    fn at_the_centre(&self, request: &str, reply: &str) -> Outcome<Value> {
        let carrying = self.centre.ask()?.words(["carry", "in"]).word(self.stick(request));
        carrying.word("--reply").word(self.stick(reply)).json()
    }

    fn back(&self, name: &str) -> Outcome<Value> {
        self.computer.ask()?.words(["carry", "in"]).word(self.stick(name)).json()
    }

    fn waiting(&self) -> Outcome<Value> {
        Ok(self.computer.ask()?.word("status").json()?["waiting"].clone())
    }

    /// Both verify, and hold the same state byte for byte.
    fn must_agree(&self) -> Outcome<()> {
        let offices = self.centre.ask()?.word("verify").json()?;
        let found =
            offices["offices"].as_array().and_then(|all| all.iter().find(|one| one["office"] == "12"));
        let fold =
            found.ok_or_else(|| Trouble::new(format!("nothing of office 12: {offices}")))?["fold"].clone();
        let here = self.computer.ask()?.word("verify").json()?;
        assert_eq!((&here["ok"], &here["fold"]), (&true.into(), &fold), "{here}");
        Ok(())
    }
}

fn computer(folder: &Path, name: &str) -> Computer {
    Computer::new(folder, name, KeyStore::File(folder.join(format!("{name}.key"))))
}

/// Complaints that hardly pack, so that a file of them has several of the steps in which it is sealed.
fn bulky_lines(count: u32) -> String {
    let mut state = 1_u64;
    let mut number = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{:08x}", state >> 32)
    };
    let bulky = |n: u32| {
        let mut line = line(n);
        line["text"] = (0..80).map(|_| number()).collect::<String>().into();
        format!("{line}\n")
    };
    (0..count).map(bulky).collect()
}

/// What a program said that failed.
fn refused(outcome: Outcome<Value>) -> String {
    outcome.expect_err("it was to be refused").to_string()
}

#[tokio::test]
async fn what_waits_goes_to_the_centre_on_a_stick_and_the_answer_comes_back() -> Outcome<()> {
    let scene = Scene::begin().await?;
    let registered = scene.computer.register(&lines(1..=5))?;
    let out = scene.out("to-the-centre")?;
    assert_eq!(out["operations"], 6, "five complaints and the head of the office: {out}");
    let file = std::fs::read(scene.stick("to-the-centre")).unwrap();
    assert!(file.starts_with(b"guichet carry 1 request\n"));
    assert!(!scene.stick("to-the-centre.part").exists());

    let taken = scene.at_the_centre("to-the-centre", "reply")?;
    assert_eq!((&taken["office"], &taken["computer"]), (&"12".into(), &1.into()));
    assert_eq!(
        (&taken["operations"], &taken["taken"], &taken["whole"]),
        (&6.into(), &6.into(), &true.into())
    );
    assert_eq!(scene.waiting()?, 6, "nothing has left the outbox before the reply was read");

    scene.centre.add_agent("Unit", "unit", "a good password", None)?;
    let brought = scene.back("reply")?;
    assert_eq!((&brought["acknowledged"], &brought["waiting"]), (&6.into(), &0.into()), "{brought}");
    scene.must_agree()?;

    // What the unit does meanwhile comes with the next stick, which has nothing to bring itself.
    let reference = registered[0].0.clone();
    scene
        .centre
        .agent("unit", &["answer", &reference, "--text", "Dilo pou revini vandredi.", "--definitive"])?;
    assert_eq!(scene.out("to-the-centre")?["operations"], 0);
    scene.at_the_centre("to-the-centre", "reply")?;
    assert_eq!(scene.back("reply")?["pulled"], 1);
    let shown = scene.computer.ask()?.words(["show", &reference]).json()?;
    assert_eq!(shown["answers"][0]["text"], "Dilo pou revini vandredi.");
    scene.must_agree()
}

#[tokio::test]
async fn the_same_stick_twice_and_replies_in_the_wrong_order_do_no_harm() -> Outcome<()> {
    let mut scene = Scene::begin().await?;
    scene.computer.register(&lines(1..=3))?;
    scene.out("first")?;
    scene.computer.register(&lines(4..=5))?;
    scene.out("second")?;
    assert_eq!(scene.at_the_centre("second", "reply-2")?["taken"], 6);
    assert_eq!(scene.at_the_centre("first", "reply-1")?["taken"], 0, "it is all there already");
    assert_eq!(scene.at_the_centre("second", "reply-2b")?["taken"], 0);
    scene.back("reply-2")?;
    assert_eq!(scene.waiting()?, 0);
    for late in ["reply-1", "reply-2", "reply-2b", "reply-1"] {
        let brought = scene.back(late)?;
        assert_eq!(
            (&brought["pulled"], &brought["acknowledged"]),
            (&0.into(), &0.into()),
            "{late}: {brought}"
        );
        assert_eq!(scene.waiting()?, 0, "{late}");
    }
    scene.must_agree()?;

    // And the line goes on from there.
    scene.computer.register(&lines([6]))?;
    scene.centre.line_up().await?;
    assert_eq!(scene.computer.ask()?.word("sync").json()?["pushed"], 1);
    assert_eq!(scene.back("reply-1")?["pulled"], 0);
    scene.must_agree()
}

#[tokio::test]
async fn of_a_stick_that_was_pulled_everything_whole_counts() -> Outcome<()> {
    let scene = Scene::begin().await?;
    // From a file: so many answers would fill a pipe that nobody reads yet.
    std::fs::write(scene.stick("complaints.jsonl"), bulky_lines(1500)).unwrap();
    scene.computer.ask()?.words(["register", "--from"]).word(scene.stick("complaints.jsonl")).run()?;
    let operations = scene.out("whole")?["operations"].as_u64().unwrap();
    let whole = std::fs::read(scene.stick("whole")).unwrap();
    assert!(whole.len() > 200_000, "{} bytes are too few to cut", whole.len());
    std::fs::write(scene.stick("cut"), &whole[..whole.len() * 2 / 3]).unwrap();

    let said = refused(scene.at_the_centre("cut", "reply-to-cut"));
    assert!(said.contains("carry_too_short") && said.contains("were taken and stay taken"), "{said}");
    let brought = scene.back("reply-to-cut")?;
    let there = brought["acknowledged"].as_u64().unwrap();
    assert!(there > operations / 3 && there < operations, "{there} of {operations}");
    scene.must_agree_after_more("whole", "reply", operations - there)
}

impl Scene {
    /// The rest comes with the whole file.
    fn must_agree_after_more(&self, request: &str, reply: &str, rest: u64) -> Outcome<()> {
        assert_eq!(self.at_the_centre(request, reply)?["taken"], rest);
        // The reply is cut in its turn, and read again from a better copy.
        let whole = std::fs::read(self.stick(reply)).unwrap();
        std::fs::write(self.stick("cut-reply"), &whole[..whole.len() - 100]).unwrap();
        let said = refused(self.back("cut-reply"));
        assert!(said.contains("carry_too_short"), "{said}");
        self.back(reply)?;
        assert_eq!(self.waiting()?, 0);
        self.must_agree()
    }
}

#[tokio::test]
async fn another_offices_computer_hands_a_file_on_and_can_read_nothing_of_it() -> Outcome<()> {
    let mut scene = Scene::begin().await?;
    scene.computer.register(&lines(1..=20))?;
    scene.out("sealed")?;
    scene.centre.line_up().await?;
    let other = computer(scene.folder.path(), "other");
    other.enrol(&scene.centre, "13", ("Kavi Bundhoo", "135790"))?;
    let hand_on = |file: &str, reply: &str| -> Outcome<Value> {
        let forwarding = other.ask()?.words(["carry", "forward"]).word(scene.stick(file));
        forwarding.word("--reply").word(scene.stick(reply)).json()
    };
    hand_on("sealed", "reply")?;
    let said = refused(other.ask()?.words(["carry", "in"]).word(scene.stick("reply")).json());
    assert!(said.contains("carry_sealed_to_another"), "{said}");
    assert_eq!(scene.back("reply")?["acknowledged"], 21);
    scene.must_agree()?;

    // What is wrong with a file is told in the centre's words.
    let whole = std::fs::read(scene.stick("sealed")).unwrap();
    std::fs::write(scene.stick("cut"), &whole[..whole.len() - 1]).unwrap();
    let said = refused(hand_on("cut", "reply-to-cut"));
    assert!(said.contains("carry_not_taken") && said.contains("ends too early"), "{said}");
    assert!(!scene.stick("reply-to-cut").exists() && !scene.stick("reply-to-cut.part").exists());
    assert!(refused(hand_on("reply", "nothing")).contains("carry_is_reply"));
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_used_is_told_and_changes_nothing() -> Outcome<()> {
    let scene = Scene::begin().await?;
    scene.computer.register(&lines([1]))?;
    scene.out("request")?;
    std::fs::write(scene.stick("letter.txt"), "Dear Sir").unwrap();
    assert!(refused(scene.out("letter.txt")).contains("carry_would_overwrite"));
    assert_eq!(std::fs::read_to_string(scene.stick("letter.txt")).unwrap(), "Dear Sir");
    assert!(refused(scene.at_the_centre("letter.txt", "reply")).contains("carry_not_a_carry_file"));
    assert!(refused(scene.back("request")).contains("carry_is_request"));
    assert!(refused(scene.out("no-such-folder/file")).contains("carry_failed"));

    let elsewhere = tempfile::tempdir().unwrap();
    let other = Centre::start(elsewhere.path()).await?;
    let there = other.ask()?.words(["carry", "in"]).word(scene.stick("request"));
    let said = refused(there.word("--reply").word(scene.stick("reply")).json());
    assert!(said.contains("carry_sealed_to_another"), "{said}");
    assert!(!scene.stick("reply").exists());

    // A damaged reply: what is before the damage counts, the rest comes with a better copy.
    scene.at_the_centre("request", "reply")?;
    let whole = std::fs::read(scene.stick("reply")).unwrap();
    let mut damaged = whole.clone();
    let last = damaged.len() - 20;
    damaged[last] ^= 1;
    std::fs::write(scene.stick("damaged"), damaged).unwrap();
    assert!(scene.back("damaged").is_err());
    assert_eq!(scene.waiting()?, 2);
    scene.back("reply")?;
    assert_eq!(scene.waiting()?, 0);
    scene.must_agree()
}

#[tokio::test]
async fn an_office_that_has_never_had_a_line_since_its_admission_lives_by_sticks() -> Outcome<()> {
    let scene = Scene::begin().await?;
    for round in 0..4 {
        scene.computer.register(&lines(round * 10..round * 10 + 10))?;
        scene.out("request")?;
        scene.at_the_centre("request", "reply")?;
        assert_eq!(scene.back("reply")?["waiting"], 0);
        scene.must_agree()?;
    }
    Ok(())
}
