//! PINs and passphrases of clerks: what the profile takes, and checking one without asking anybody.

use argon2::{Algorithm, Argon2, Params, Version};

use complaints::profile::SignInPolicy;
use complaints::{Clerk, PinVerifier};

use crate::error::OfficeError;
use crate::people::random;

/// OWASP's floor for Argon2id: a PIN is checked in a few hundredths of a second on a cheap PC.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Checks what somebody has chosen. Digits alone are a PIN; everything else is a passphrase, where the profile takes one.
///
/// # Errors
/// `pin_short`, `pin_not_digits`, `sign_in_passphrase_short`.
pub(crate) fn check_choice(chosen: &str, policy: &SignInPolicy) -> Result<(), OfficeError> {
    let characters = u32::try_from(chosen.chars().count()).unwrap_or(u32::MAX);
    if chosen.chars().all(|character| character.is_ascii_digit()) {
        return if characters < policy.shortest_pin {
            Err(OfficeError::PinShort(policy.shortest_pin))
        } else {
            Ok(())
        };
    }
    if !policy.passphrases {
        return Err(OfficeError::PinNotDigits);
    }
    if characters < policy.shortest_passphrase {
        return Err(OfficeError::SignInPassphraseShort(policy.shortest_passphrase));
    }
    Ok(())
}

/// Whether a PIN or passphrase is the clerk's.
pub(crate) fn pin_fits(clerk: &Clerk, pin: &str) -> bool {
    let verifier = &clerk.verifier;
    // What an operation asks for is bounded: it came from another computer.
    let (memory, passes) = (verifier.memory_kib.min(256 * 1024), verifier.passes.min(16));
    match hash(pin, &verifier.salt, memory, passes) {
        Ok(hash) => hash.iter().zip(verifier.hash).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0,
        Err(_) => false,
    }
}

/// What a PIN or passphrase is checked with from now on.
pub(crate) fn verifier(pin: &str) -> Result<PinVerifier, OfficeError> {
    let salt = random()?;
    let hash = hash(pin, &salt, MEMORY_KIB, PASSES)?;
    Ok(PinVerifier { salt, memory_kib: MEMORY_KIB, passes: PASSES, hash })
}

fn hash(pin: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<[u8; 32], OfficeError> {
    let failed = |error: argon2::Error| OfficeError::Internal(error.to_string());
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(failed)?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(pin.as_bytes(), salt, &mut hash)
        .map_err(failed)?;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(chosen: &str, policy: &SignInPolicy) -> &'static str {
        check_choice(chosen, policy).map_or_else(|error| error.code(), |()| "taken")
    }

    #[test]
    fn digits_are_a_pin_and_everything_else_is_a_passphrase_where_the_profile_takes_one() {
        let usual = SignInPolicy::default();
        assert_eq!(code("12345", &usual), "pin_short");
        assert_eq!(code("123456", &usual), "taken");
        assert_eq!(code("lagon filao", &usual), "taken");
        assert_eq!(code("lagon", &usual), "sign_in_passphrase_short");
        assert_eq!(code("", &usual), "pin_short");
        let digits = SignInPolicy { passphrases: false, shortest_pin: 8, ..usual };
        assert_eq!(code("lagon filao", &digits), "pin_not_digits");
        assert_eq!(code("1234567", &digits), "pin_short");
    }
}
