//! What the changes begin with: the test vectors of protocol and domain, and a few messages that are put together here
//! with the keys of the vectors.

use std::path::Path;

use sync_protocol::{CarryKind, Codec, DeviceKey, ReceiptSeal, SealedWriter, pack};

/// The seed of the vectors' device.
pub(crate) const DEVICE_SEED: [u8; 32] = [1; 32];
/// The seed of the vectors' centre.
pub(crate) const CENTRE_SEED: [u8; 32] = [2; 32];

/// All samples, each with its name.
pub(crate) fn all() -> Vec<(String, Vec<u8>)> {
    let mut samples = Vec::new();
    for (group, folder) in [
        ("protocol", "sync-protocol/tests/vectors"),
        ("domain", "complaints/tests/vectors"),
        ("receipt", "office/tests/vectors"),
    ] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "hex"))
            .collect();
        files.sort();
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let name = file.file_stem().unwrap_or_default().to_string_lossy();
            samples.push((format!("{group}/{name}"), from_hex(&text)));
        }
    }
    samples.extend(["request", "answer"].map(|kind| (format!("stick/{kind}"), stick(&samples, kind))));
    samples.push(("packed/bundle".to_owned(), pack(b"\xa1\x6cprofile.toml\x6aname = \"x\"")));
    let seal = ReceiptSeal::sign(vec![0xa0], &DeviceKey::from_seed(&DEVICE_SEED)).to_string();
    let pinned =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../office/tests/vectors/receipt.txt"));
    samples.push(("receipt/text".to_owned(), pinned.unwrap_or_default()));
    samples.push(("receipt/short".to_owned(), seal.into_bytes()));
    let words = ["12-3-000417-K", "417-K7PM-3XQT-9AB2-51", "2026-11-24T10:52:00+04:00", "+230 5712 3456"];
    samples.extend(words.map(|word| (format!("word/{word}"), word.as_bytes().to_vec())));
    for codec in Codec::KNOWN {
        let mut packer = sync_protocol::Packer::new(codec);
        let block = packer.pack(b"\x82\x43one\x43two");
        samples.push((format!("block/{}", codec.number()), minicbor::to_vec(&block).unwrap_or_default()));
    }
    samples
}

fn stick(samples: &[(String, Vec<u8>)], kind: &str) -> Vec<u8> {
    let (kind, inside, to) = match kind {
        "request" => (CarryKind::Request, "protocol/carried-request", CENTRE_SEED),
        _ => (CarryKind::Reply, "protocol/carried-reply", DEVICE_SEED),
    };
    let inside = samples.iter().find(|(name, _)| name == inside).map(|(_, bytes)| bytes.as_slice());
    let recipient = DeviceKey::from_seed(&to).sealing().recipient();
    let write = || {
        let mut writer = SealedWriter::begin(kind, &recipient, Vec::new())?;
        std::io::Write::write_all(&mut writer, inside.unwrap_or_default())?;
        writer.finish()
    };
    write().unwrap_or_default()
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text
        .chars()
        .filter_map(|digit| digit.to_digit(16))
        .filter_map(|digit| digit.try_into().ok())
        .collect();
    digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
}
