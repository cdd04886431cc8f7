//! What is sent: the complaints as Guichet takes them, the same with an id for the peers, and the yardstick: what
//! `zstd -19` makes of them in one stream.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::trouble::{Outcome, Trouble};

/// The complaints of a run.
#[derive(Debug)]
pub(crate) struct Records {
    lines: Vec<String>,
    /// The same records with `id` and `status`, for the peers.
    pub(crate) for_peers: PathBuf,
}

impl Records {
    /// Reads the complaints and writes the peers' file into the folder.
    pub(crate) fn read(file: &Path, folder: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(file).map_err(Trouble::doing(file.display()))?;
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let for_peers = folder.join("records.jsonl");
        let records = lines.iter().enumerate().map(|(number, line)| record(number, line));
        let records: String = records.collect::<Outcome<Vec<_>>>()?.concat();
        std::fs::write(&for_peers, records).map_err(Trouble::doing(for_peers.display()))?;
        Ok(Self { lines, for_peers })
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.lines.len()
    }

    /// Lines of the file, each with its end.
    pub(crate) fn lines(&self, from: usize, count: usize) -> String {
        self.lines[from..from + count].iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    /// Bytes of the same lines as one stream of `zstd -19`.
    pub(crate) fn yardstick(&self, from: usize, count: usize) -> Outcome<u64> {
        packed(self.lines(from, count).as_bytes())
    }

    /// How many of the first complaints are at least so many bytes of JSON.
    pub(crate) fn reaching(&self, bytes: usize) -> usize {
        let mut total = 0;
        let reached = self.lines.iter().position(|line| {
            total += line.len();
            total >= bytes
        });
        reached.map_or(self.lines.len(), |last| last + 1)
    }
}

fn packed(bytes: &[u8]) -> Outcome<u64> {
    let packed = zstd::bulk::compress(bytes, 19).map_err(Trouble::doing("zstd"))?;
    Ok(packed.len() as u64)
}

/// A complaint as a record of a general store: a random-looking id, as such stores give, and a status that can change.
fn record(number: usize, line: &str) -> Outcome<String> {
    let mut record: Value = serde_json::from_str(line).map_err(Trouble::doing("a complaint is no JSON"))?;
    let hex = blake3::hash(format!("{number} {line}").as_bytes()).to_hex();
    let id = format!("{}-{}-4{}-8{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32]);
    let fields =
        record.as_object_mut().ok_or_else(|| Trouble::new("a line of the complaints is no JSON object"))?;
    // Some schemas have no place for an absent address.
    if let Some(citizen) = fields.get_mut("citizen").and_then(Value::as_object_mut) {
        citizen.retain(|_, value| !value.is_null());
    }
    fields.insert("id".to_owned(), json!(id));
    fields.insert("status".to_owned(), json!("received"));
    Ok(format!("{record}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> (tempfile::TempDir, Records) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("complaints.jsonl");
        std::fs::write(&file, "{\"text\":\"a\",\"citizen\":{\"email\":null}}\n{\"text\":\"bb\"}\n").unwrap();
        let records = Records::read(&file, folder.path()).unwrap();
        (folder, records)
    }

    #[test]
    fn peers_get_the_same_records_with_an_id_and_a_status() {
        let (_folder, records) = some();
        let text = std::fs::read_to_string(&records.for_peers).unwrap();
        let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
        assert_eq!(first["id"].as_str().unwrap().len(), 36);
        assert_eq!((&first["text"], &first["status"]), (&json!("a"), &json!("received")));
        assert_eq!(first["citizen"], json!({}));
    }

    #[test]
    fn lines_are_counted_until_they_reach_so_many_bytes() {
        let (_folder, records) = some();
        assert_eq!(records.lines(1, 1), "{\"text\":\"bb\"}\n");
        assert_eq!((records.reaching(1), records.reaching(40), records.reaching(1_000)), (1, 2, 2));
    }
}
