//! Five thousand complaints of real prose: in, up, and down into a second computer, equal byte for byte.

use std::time::Instant;

use desktop::{Centre, Computer, KeyStore, Outcome};
use serde_json::Value;

const COUNT: u32 = 5_000;

#[tokio::test]
async fn five_thousand_complaints_arrive_equal_byte_for_byte() -> Outcome<()> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("complaints.jsonl");
    offices::real_prose(COUNT, &file);
    let yardstick = zstd::bulk::compress(&std::fs::read(&file).unwrap(), 19).unwrap().len();
    let centre = Centre::start(folder.path()).await?;
    let computer = |name: &str| {
        Computer::new(folder.path(), name, KeyStore::File(folder.path().join(format!("{name}.key"))))
    };
    let (one, two) = (computer("pc1"), computer("pc2"));
    one.enrol(&centre, "12", ("Anousha Ramdin", "246810"))?;

    let (registered, register_s) =
        timed(|| one.ask()?.words(["register", "--from", file.to_str().unwrap()]).json_lines())?;
    assert_eq!(registered.len(), COUNT as usize);
    let (up, up_s) = timed(|| one.ask()?.word("sync").json())?;
    assert_eq!((&up["waiting"], &up["refused"]), (&0.into(), &0.into()), "{up}");
    two.enrol(&centre, "12", ("Kavi Bundhoo", "135790"))?;
    let (down, down_s) = timed(|| two.ask()?.word("sync").json())?;
    assert_eq!(down["waiting"], 0, "{down}");

    let (at_centre, verify_s) = timed(|| centre.ask()?.word("verify").json())?;
    assert_eq!(at_centre["ok"], true, "{at_centre}");
    // The second computer's clerk is news to the first.
    one.ask()?.word("sync").run()?;
    let folds: Vec<Value> = [&one, &two]
        .iter()
        .map(|computer| {
            let verified = computer.ask()?.word("verify").json()?;
            assert_eq!(
                (&verified["ok"], &verified["complaints"]),
                (&true.into(), &COUNT.into()),
                "{verified}"
            );
            Ok(verified["fold"].clone())
        })
        .collect::<Outcome<_>>()?;
    let office =
        at_centre["offices"].as_array().unwrap().iter().find(|office| office["office"] == "12").unwrap();
    assert_eq!([&office["fold"], &office["fold"]], [&folds[0], &folds[1]]);
    for line in [0, COUNT as usize / 2, COUNT as usize - 1] {
        let reference = registered[line]["reference"].as_str().unwrap();
        let input: Value =
            serde_json::from_str(std::fs::read_to_string(&file).unwrap().lines().nth(line).unwrap()).unwrap();
        let there = centre.show(reference)?;
        assert_eq!((&there["text"], &there["category"]), (&input["text"], &input["category"]));
        assert_eq!(two.ask()?.words(["show", reference]).json()?, there);
    }
    let ratio = |bytes: &Value| bytes.as_f64().unwrap_or(0.0) / yardstick as f64;
    println!(
        "{COUNT} complaints: registered in {register_s:.1} s, up in {up_s:.1} s ({} bytes, {:.2} of zstd -19), \
         down in {down_s:.1} s ({} bytes, {:.2} of zstd -19), verified at the centre in {verify_s:.1} s; \
         zstd -19 of the input: {yardstick} bytes",
        up["bytes_up"],
        ratio(&up["bytes_up"]),
        down["bytes_down"],
        ratio(&down["bytes_down"]),
    );
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(T, f64)> {
    let start = Instant::now();
    let done = work()?;
    Ok((done, start.elapsed().as_secs_f64()))
}
