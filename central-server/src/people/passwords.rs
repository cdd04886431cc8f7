//! Passwords: drawing one, and checking one without keeping it (Argon2id, RFC 9106).

use argon2::{Algorithm, Argon2, Params, Version};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::error::CentreError;
use crate::heavy::heavy;
use crate::keys::random;

/// Memory in KiB and passes for new passwords: the first choice of OWASP's password storage cheat sheet.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;

/// The fewest characters of a password that somebody chooses.
pub(crate) const FEWEST: usize = 10;

/// Longer ones are refused: hashing them would be work for nothing.
const MOST_BYTES: usize = 1_024;

/// Argon2id over a password: with it a password can be checked, and not read.
#[derive(Clone)]
pub(crate) struct PasswordVerifier {
    /// Random.
    pub(crate) salt: [u8; 16],
    /// Memory in KiB.
    pub(crate) memory_kib: u32,
    /// Passes.
    pub(crate) passes: u32,
    /// Result.
    pub(crate) hash: [u8; 32],
}

impl PasswordVerifier {
    /// What no password fits: checking it takes as long as checking a real one.
    pub(crate) fn of_nobody() -> Self {
        Self { salt: [0; 16], memory_kib: MEMORY_KIB, passes: PASSES, hash: [0; 32] }
    }

    /// Whether it is the password.
    pub(crate) async fn fits(self, password: &str) -> Result<bool, CentreError> {
        if password.len() > MOST_BYTES {
            return Ok(false);
        }
        let password = Zeroizing::new(password.to_owned());
        let hash = heavy(move || hash(&password, &self.salt, self.memory_kib, self.passes)).await??;
        Ok(hash.ct_eq(&self.hash).into())
    }
}

/// What a new password is checked with.
pub(crate) async fn verifier(password: String) -> Result<PasswordVerifier, CentreError> {
    let password = Zeroizing::new(password);
    if password.chars().count() < FEWEST || password.len() > MOST_BYTES {
        return Err(CentreError::Invalid(format!("a password has at least {FEWEST} characters")));
    }
    let salt = random()?;
    let hash = heavy(move || hash(&password, &salt, MEMORY_KIB, PASSES)).await??;
    Ok(PasswordVerifier { salt, memory_kib: MEMORY_KIB, passes: PASSES, hash })
}

/// A password of sixteen letters and digits, none of which is taken for another: 80 bits.
pub(crate) fn draw() -> Result<String, CentreError> {
    const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz123456789";
    let bytes: [u8; 16] = random()?;
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

fn hash(password: &str, salt: &[u8; 16], memory_kib: u32, passes: u32) -> Result<[u8; 32], CentreError> {
    let failed =
        |error: argon2::Error| CentreError::Database(format!("a password cannot be checked: {error}"));
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(failed)?;
    let mut hash = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), salt, &mut hash)
        .map_err(failed)?;
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_itself_fits() {
        let kept = verifier("correct horse".to_owned()).await.unwrap();
        assert!(kept.clone().fits("correct horse").await.unwrap());
        assert!(!kept.clone().fits("correct Horse").await.unwrap());
        assert!(!kept.fits(&"x".repeat(5_000)).await.unwrap());
        assert!(!PasswordVerifier::of_nobody().fits("").await.unwrap());
        assert!(matches!(verifier("short".to_owned()).await, Err(CentreError::Invalid(_))));
    }

    #[test]
    fn a_drawn_password_has_four_groups_and_is_drawn_anew() {
        let (one, other) = (draw().unwrap(), draw().unwrap());
        assert_eq!(one.len(), 19);
        assert_ne!(one, other);
    }
}
