//! A computer that is admitted without a line: the centre makes everything that an admission gives, and puts it, with the
//! computer's key, into a file that only a code opens. The code is on a letter that travels apart from the file.
//!
//! ```text
//! guichet carry 1 office␊   age( scrypt from the code, Provision as CBOR )
//! ```

use std::fmt;
use std::io::{Read, Write};

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use crate::enrol::Admitted;
use crate::keys::DeviceKey;
use crate::salt::SaltTree;
use crate::{ProtocolError, decode_all, encode};

/// How such a file begins.
pub const PROVISION_FIRST_LINE: &str = "guichet carry 1 office\n";

/// The largest file that is read, in bytes: many times what the largest profile takes.
pub const MAX_PROVISION_BYTES: usize = 8 * 1024 * 1024;

/// The work of one try, as a power of two: about half a second on an office's computer. A file that asks for more than
/// [`MOST_WORK`] is not tried.
const WORK: u8 = 16;
const MOST_WORK: u8 = 20;

/// The letters and digits of codes: Crockford's base 32, in which nothing looks like anything else.
pub const CODE_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code as it counts: whatever case, hyphens and spaces it was typed with, and O, I, L read as digits.
pub fn normalised_code(typed: &str) -> String {
    let digit = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '.')).map(digit).collect()
}

/// What a computer needs that is admitted without a line.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Provision {
    /// The centre's address.
    #[n(0)]
    pub server: String,
    /// The seed of the computer's key.
    #[cbor(n(1), with = "minicbor::bytes")]
    seed: [u8; 32],
    /// Its admission.
    #[n(2)]
    pub admitted: Admitted,
}

impl Provision {
    /// A provision for a computer whose key has that seed.
    pub fn new(server: String, seed: [u8; 32], admitted: Admitted) -> Self {
        Self { server, seed, admitted }
    }

    /// The seed of the computer's key.
    pub fn seed(&self) -> &[u8; 32] {
        &self.seed
    }

    /// The computer's key.
    pub fn key(&self) -> DeviceKey {
        DeviceKey::from_seed(&self.seed)
    }

    /// The salts of the computer's log.
    pub fn salts(&self) -> SaltTree {
        SaltTree::of_signing_seed(&self.seed)
    }

    /// The file.
    ///
    /// # Errors
    /// [`ProvisionError::Failed`] when there are no random bytes.
    pub fn seal(&self, code: &str) -> Result<Vec<u8>, ProvisionError> {
        let failed = |error: &dyn fmt::Display| ProvisionError::Failed(error.to_string());
        let mut recipient = scrypt::Recipient::new(passphrase(code));
        recipient.set_work_factor(WORK);
        let recipients = std::iter::once(&recipient as &dyn age::Recipient);
        let encryptor = Encryptor::with_recipients(recipients).map_err(|error| failed(&error))?;
        let file = PROVISION_FIRST_LINE.as_bytes().to_vec();
        let mut sealed = encryptor.wrap_output(file).map_err(|error| failed(&error))?;
        let plain = Zeroizing::new(encode(self));
        sealed.write_all(&plain).map_err(|error| failed(&error))?;
        sealed.finish().map_err(|error| failed(&error))
    }

    /// Opens a file.
    ///
    /// # Errors
    /// [`ProvisionError`].
    pub fn open(file: &[u8], code: &str) -> Result<Self, ProvisionError> {
        let sealed = file.strip_prefix(PROVISION_FIRST_LINE.as_bytes());
        let sealed = match sealed {
            _ if file.len() > MAX_PROVISION_BYTES => return Err(ProvisionError::NotAnOffice),
            None if PROVISION_FIRST_LINE.as_bytes().starts_with(file) => return Err(ProvisionError::Damaged),
            None => return Err(ProvisionError::NotAnOffice),
            Some(sealed) => sealed,
        };
        let mut identity = scrypt::Identity::new(passphrase(code));
        identity.set_max_work_factor(MOST_WORK);
        let decryptor = Decryptor::new_buffered(sealed).map_err(|_| ProvisionError::Damaged)?;
        let identities = std::iter::once(&identity as &dyn age::Identity);
        let mut stream = decryptor.decrypt(identities).map_err(|error| match error {
            DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys => ProvisionError::WrongCode,
            _ => ProvisionError::Damaged,
        })?;
        let mut plain = Zeroizing::new(Vec::new());
        stream.read_to_end(&mut plain).map_err(|_| ProvisionError::Damaged)?;
        decode_all(&plain).map_err(|_: ProtocolError| ProvisionError::Damaged)
    }
}

impl fmt::Debug for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provision").field("server", &self.server).finish_non_exhaustive()
    }
}

/// Why a file cannot be made or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProvisionError {
    /// Some other file.
    #[error("this is not the file of an office; choose the one that the centre made")]
    NotAnOffice,
    /// The code is not the one of this file.
    #[error("this code does not open the file; read it again, it belongs to one file alone")]
    WrongCode,
    /// Cut or changed.
    #[error("the file is damaged; copy it again, or ask the centre for a new one")]
    Damaged,
    /// It could not be made.
    #[error("the file cannot be made: {0}")]
    Failed(String),
}

fn passphrase(code: &str) -> SecretString {
    SecretString::from(normalised_code(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{DeviceId, Office};

    const CODE: &str = "K7PM0-1XQT9-4ACDE";

    fn provision() -> Provision {
        let admitted = Admitted {
            device: DeviceId(7),
            number: 2,
            office: Office(12),
            centre: DeviceKey::from_seed(&[1; 32]).public(),
            profile: vec![3; 40],
            known: None,
            recipient: None,
        };
        Provision::new("https://csu.example.mu".to_owned(), [5; 32], admitted)
    }

    #[test]
    fn a_file_opens_with_its_code_however_that_is_typed_and_with_no_other() {
        let file = provision().seal(CODE).unwrap();
        for typed in [CODE, "k7pmo lxqt9 4acde", "K7PM0.1XQT9.4ACDE"] {
            assert_eq!(Provision::open(&file, typed), Ok(provision()));
        }
        assert_eq!(Provision::open(&file, "K7PM0-1XQT9-4ACDF"), Err(ProvisionError::WrongCode));
        assert!(!format!("{:?}", provision()).contains('5'));
    }

    #[test]
    fn what_was_cut_changed_or_is_another_file_is_told_apart() {
        let file = provision().seal(CODE).unwrap();
        for length in [3, 40, file.len() / 2, file.len() - 1] {
            assert_eq!(Provision::open(&file[..length], CODE), Err(ProvisionError::Damaged), "{length}");
        }
        let mut changed = file.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(Provision::open(&changed, CODE), Err(ProvisionError::Damaged));
        assert_eq!(Provision::open(b"guichet carry 1 reply\n", CODE), Err(ProvisionError::NotAnOffice));
        assert_eq!(Provision::open(b"%PDF-1.7", CODE), Err(ProvisionError::NotAnOffice));
    }
}
