//! COSE_Sign1 (RFC 9052) with Ed25519: the one form in which anything is signed here.
//!
//! What is signed and what is checked are the exact bytes that travel, never a re-serialisation. Each use has a
//! context of its own as external data, so that a signature for one cannot be taken for another.

use coset::{CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, iana};

use crate::ProtocolError;
use crate::keys::{DeviceKey, KeyMark, PublicKey};

/// Signs a payload.
pub(crate) fn sign(context: &str, payload: Vec<u8>, key: &DeviceKey) -> Vec<u8> {
    sign_under(HeaderBuilder::new(), context, payload, key)
}

/// Signs a payload that travels alone: the header names the key.
pub(crate) fn sign_named(context: &str, payload: Vec<u8>, key: &DeviceKey) -> Vec<u8> {
    sign_under(HeaderBuilder::new().key_id(key.public().mark().0.to_vec()), context, payload, key)
}

fn sign_under(header: HeaderBuilder, context: &str, payload: Vec<u8>, key: &DeviceKey) -> Vec<u8> {
    let protected = header.algorithm(iana::Algorithm::EdDSA).build();
    CoseSign1Builder::new()
        .protected(protected)
        .payload(payload)
        .create_signature(context.as_bytes(), |message| key.sign(message))
        .build()
        .to_vec()
        .expect("a vector takes every byte")
}

/// Signs a payload that the other side can put together by itself: the signature alone.
pub(crate) fn sign_detached(context: &str, payload: &[u8], key: &DeviceKey) -> Vec<u8> {
    let signed = sign(context, payload.to_vec(), key);
    parse(&signed).expect("it was just made").signature
}

/// Puts a detached signature and its payload together again: the very bytes that [`sign`] would have given.
pub(crate) fn attach(payload: Vec<u8>, signature: Vec<u8>) -> Vec<u8> {
    let protected = HeaderBuilder::new().algorithm(iana::Algorithm::EdDSA).build();
    let message = CoseSign1Builder::new().protected(protected).payload(payload).signature(signature).build();
    message.to_vec().expect("a vector takes every byte")
}

/// The payload of a signed message, not verified: only for finding out which key to verify it with.
pub(crate) fn peek(message: &[u8]) -> Result<Vec<u8>, ProtocolError> {
    parse(message)?.payload.ok_or_else(no_payload)
}

/// The mark of the key that a message says to be signed with.
pub(crate) fn signer(message: &[u8]) -> Result<KeyMark, ProtocolError> {
    let mark = parse(message)?.protected.header.key_id;
    let mark = mark.try_into().map_err(|_| ProtocolError::Malformed("no mark of a key".to_owned()))?;
    Ok(KeyMark(mark))
}

/// The signature of a signed message.
pub(crate) fn signature(message: &[u8]) -> Result<Vec<u8>, ProtocolError> {
    parse(message).map(|message| message.signature)
}

/// The payload of a signed message, verified.
pub(crate) fn open(context: &str, message: &[u8], key: &PublicKey) -> Result<Vec<u8>, ProtocolError> {
    let message = parse(message)?;
    let eddsa = coset::Algorithm::Assigned(iana::Algorithm::EdDSA);
    if message.protected.header.alg != Some(eddsa) {
        return Err(ProtocolError::Signature);
    }
    let check = |signature: &[u8], signed: &[u8]| key.has_signed(signed, signature).then_some(());
    message
        .verify_signature(context.as_bytes(), |signature, signed| check(signature, signed).ok_or(()))
        .map_err(|()| ProtocolError::Signature)?;
    message.payload.ok_or_else(no_payload)
}

fn parse(message: &[u8]) -> Result<CoseSign1, ProtocolError> {
    CoseSign1::from_slice(message).map_err(|error| ProtocolError::Malformed(error.to_string()))
}

fn no_payload() -> ProtocolError {
    ProtocolError::Malformed("a signed message without payload".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_key_its_context_and_its_bytes_only() {
        let key = DeviceKey::from_seed(&[1; 32]);
        let message = sign("a", b"payload".to_vec(), &key);
        assert_eq!(open("a", &message, &key.public()).unwrap(), b"payload");
        assert_eq!(peek(&message).unwrap(), b"payload");
        assert_eq!(open("b", &message, &key.public()), Err(ProtocolError::Signature));
        assert_eq!(
            open("a", &message, &DeviceKey::from_seed(&[2; 32]).public()),
            Err(ProtocolError::Signature)
        );
        for at in 0..message.len() {
            let mut changed = message.clone();
            changed[at] ^= 1;
            assert!(open("a", &changed, &key.public()).is_err(), "byte {at}");
        }
    }
}
