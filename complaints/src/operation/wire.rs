//! The outer form of an operation: a map {0: kind, 1: subject, 2: author, 3: at, 4: body}.

use minicbor::data::Type;
use minicbor::decode::Error;
use minicbor::{Decode, Decoder, Encode, Encoder};

use super::{Body, Operation, OperationError};
use crate::edition;

pub(super) fn to_bytes(operation: &Operation) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::with_capacity(256));
    write(operation, &mut encoder).expect("a vector takes every byte");
    encoder.into_writer()
}

type Written = Result<(), minicbor::encode::Error<std::convert::Infallible>>;

fn write(operation: &Operation, e: &mut Encoder<Vec<u8>>) -> Written {
    // A registration's subject follows from its seed: sixteen bytes that need not travel.
    let subject = operation.subject.filter(|_| !matches!(operation.body, Body::Register(_)));
    e.map(4 + u64::from(subject.is_some()))?;
    e.u8(0)?.u16(operation.body.kind())?;
    if let Some(subject) = subject {
        e.u8(1)?.encode(subject)?;
    }
    e.u8(2)?.encode(&operation.author)?;
    e.u8(3)?.encode(operation.at)?;
    e.u8(4)?;
    match &operation.body {
        Body::Register(body) => body.encode(e, &mut ()),
        Body::Route(body) => body.encode(e, &mut ()),
        Body::ChangeStatus(body) => body.encode(e, &mut ()),
        Body::Answer(body) => body.encode(e, &mut ()),
        Body::Note(body) => body.encode(e, &mut ()),
        Body::Withdraw(body) => body.encode(e, &mut ()),
        Body::CorrectField(body) => body.encode(e, &mut ()),
        Body::ChooseValue(body) => body.encode(e, &mut ()),
        Body::AttachDocument(body) => body.encode(e, &mut ()),
        Body::RequestDocument(body) => body.encode(e, &mut ()),
        Body::Tell(body) => body.encode(e, &mut ()),
        Body::Rate(body) => body.encode(e, &mut ()),
        Body::HandOver(body) => body.encode(e, &mut ()),
        Body::Escalate(body) => body.encode(e, &mut ()),
        Body::Link(body) => body.encode(e, &mut ()),
        Body::Retract(body) => body.encode(e, &mut ()),
        Body::Assign(body) => body.encode(e, &mut ()),
        Body::Triage(body) => body.encode(e, &mut ()),
        Body::Merge(body) => body.encode(e, &mut ()),
        Body::ClerkAdded(body) => body.encode(e, &mut ()),
        Body::ClerkDisabled(body) => body.encode(e, &mut ()),
        Body::ClerkChanged(body) => body.encode(e, &mut ()),
        Body::Unknown { raw, .. } => {
            e.writer_mut().extend_from_slice(raw);
            Ok(())
        }
    }
}

pub(super) fn from_bytes(bytes: &[u8]) -> Result<Operation, OperationError> {
    let mut decoder = Decoder::new(bytes);
    let operation = read(&mut decoder, bytes).map_err(|error| OperationError(error.to_string()))?;
    if decoder.position() != bytes.len() {
        return Err(OperationError("bytes are left over".to_owned()));
    }
    Ok(operation)
}

fn read(d: &mut Decoder<'_>, bytes: &[u8]) -> Result<Operation, Error> {
    let fields = d.map()?.ok_or_else(|| Error::message("an operation has a definite length"))?;
    let (mut kind, mut subject, mut author, mut at, mut body) = (None, None, None, None, None);
    for _ in 0..fields {
        match d.datatype()? {
            Type::U8 => match d.u8()? {
                0 => kind = Some(d.u16()?),
                1 => subject = Some(d.decode()?),
                2 => author = Some(d.decode()?),
                3 => at = Some(d.decode()?),
                4 => {
                    let start = d.position();
                    d.skip()?;
                    body = Some(&bytes[start..d.position()]);
                }
                _ => d.skip()?,
            },
            _ => {
                d.skip()?;
                d.skip()?;
            }
        }
    }
    let missing = |what| move || Error::message(what);
    let kind = kind.ok_or_else(missing("no kind"))?;
    let body = read_body(kind, body.ok_or_else(missing("no body"))?)?;
    if let Body::Register(register) = &body {
        subject = Some(register.seed.complaint_id());
    }
    Ok(Operation {
        subject,
        author: author.ok_or_else(missing("no author"))?,
        at: at.ok_or_else(missing("no time"))?,
        body,
    })
}

fn read_body(kind: u16, raw: &[u8]) -> Result<Body, Error> {
    fn all<'b, T: Decode<'b, ()>>(raw: &'b [u8]) -> Result<T, Error> {
        minicbor::decode(raw)
    }
    Ok(match kind {
        _ if !edition::reads(kind) => Body::Unknown { kind, raw: raw.to_vec() },
        1 => Body::Register(Box::new(all(raw)?)),
        2 => Body::Route(all(raw)?),
        3 => Body::ChangeStatus(all(raw)?),
        4 => Body::Answer(all(raw)?),
        5 => Body::Note(all(raw)?),
        6 => Body::Withdraw(all(raw)?),
        7 => Body::CorrectField(all(raw)?),
        8 => Body::ChooseValue(all(raw)?),
        9 => Body::AttachDocument(all(raw)?),
        10 => Body::RequestDocument(all(raw)?),
        11 => Body::Tell(all(raw)?),
        12 => Body::Rate(all(raw)?),
        13 => Body::HandOver(all(raw)?),
        14 => Body::Escalate(all(raw)?),
        15 => Body::Link(all(raw)?),
        16 => Body::Retract(all(raw)?),
        17 => Body::Assign(all(raw)?),
        18 => Body::Triage(all(raw)?),
        19 => Body::Merge(all(raw)?),
        64 => Body::ClerkAdded(all(raw)?),
        65 => Body::ClerkDisabled(all(raw)?),
        66 => Body::ClerkChanged(all(raw)?),
        _ => Body::Unknown { kind, raw: raw.to_vec() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::complaint::tests::{registration, route};
    use proptest::prelude::*;

    #[test]
    fn an_operation_reads_back_what_was_written() {
        for operation in [registration(1), route(1, "CWA")] {
            let bytes = operation.to_bytes();
            assert_eq!(Operation::from_bytes(&bytes), Ok(operation.clone()));
            assert_eq!(Operation::from_bytes(&bytes).unwrap().to_bytes(), bytes);
        }
    }

    #[test]
    fn a_kind_of_a_newer_version_survives_byte_for_byte() {
        let mut operation = route(1, "CWA");
        operation.body = Body::Unknown { kind: 900, raw: vec![0xa1, 0x00, 0x63, b'n', b'e', b'w'] };
        let bytes = operation.to_bytes();
        assert_eq!(Operation::from_bytes(&bytes).unwrap(), operation);
        assert_eq!(Operation::from_bytes(&bytes).unwrap().to_bytes(), bytes);
    }

    #[test]
    fn a_field_of_a_newer_version_is_passed_over() {
        let bytes = route(1, "CWA").to_bytes();
        // One field more: {…, 23: "later"}.
        let mut later = vec![bytes[0] + 1];
        later.extend_from_slice(&bytes[1..]);
        later.extend_from_slice(&[23, 0x65, b'l', b'a', b't', b'e', b'r']);
        assert_eq!(Operation::from_bytes(&later), Ok(route(1, "CWA")));
    }

    #[test]
    fn bytes_left_over_are_refused() {
        let mut bytes = route(1, "CWA").to_bytes();
        bytes.push(0);
        assert!(Operation::from_bytes(&bytes).is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Operation::from_bytes(&bytes);
        }

        #[test]
        fn no_damaged_operation_makes_it_panic(at in 0usize..200, bit in 0u8..8) {
            let mut bytes = registration(1).to_bytes();
            let at = at % bytes.len();
            bytes[at] ^= 1 << bit;
            let _ = Operation::from_bytes(&bytes);
        }
    }
}
