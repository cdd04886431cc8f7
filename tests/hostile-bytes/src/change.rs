//! Changes bytes as damage and malice do: bits, lengths, pieces that are missing, doubled, foreign.

use fastrand::Rng;

/// Bytes that mean much in CBOR: lengths that promise too much, indefinite items, breaks, tags.
const PROMISES: [&[u8]; 8] = [
    &[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x9b, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff],
    &[0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x5a, 0x00, 0xff, 0xff, 0xff],
    &[0x9f],
    &[0x5f],
    &[0xff],
    &[0xc1],
];

/// The longest input, in bytes: longer ones bring nothing new and cost time.
const LONGEST: usize = 128 * 1024;

/// A sample of that group, changed in up to eight places.
pub(crate) fn changed(random: &mut Rng, samples: &[(String, Vec<u8>)], group: &str) -> Vec<u8> {
    let of_group: Vec<_> = samples.iter().filter(|(name, _)| name.starts_with(group)).collect();
    assert!(!of_group.is_empty(), "no sample of {group}");
    let mut bytes = of_group[random.usize(..of_group.len())].1.clone();
    for _ in 0..random.usize(0..=8) {
        let at = random.usize(..=bytes.len());
        let end = at + random.usize(..=(bytes.len() - at).min(64));
        match random.u8(..9) {
            0 | 1 if at < bytes.len() => bytes[at] ^= 1 << random.u8(..8),
            2 if at < bytes.len() => bytes[at] = random.u8(..),
            3 => drop(bytes.splice(at..end, PROMISES[random.usize(..PROMISES.len())].iter().copied())),
            4 => drop(bytes.drain(at..end)),
            5 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            6 => {
                let other = &samples[random.usize(..samples.len())].1;
                let from = random.usize(..=other.len());
                bytes.splice(at..end, other[from..].iter().copied());
            }
            7 => bytes.truncate(at),
            // A great many of the smallest item there is.
            _ => drop(bytes.splice(at..at, std::iter::repeat_n(0x40, random.usize(..20_000)))),
        }
        bytes.truncate(LONGEST);
    }
    bytes
}
