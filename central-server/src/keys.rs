//! The centre's key: 32 random bytes in a file of their own. It signs the feeds, salts the centre's own logs and
//! keys the hashes of one-time codes. It is made once, with the store, and never again.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use ::complaints::OfficeCode;
use sync_protocol::{DeviceKey, PublicKey, SaltTree};
use zeroize::Zeroizing;

use crate::error::CentreError;

/// The key of a centre.
pub(crate) struct CentreKey {
    seed: Zeroizing<[u8; 32]>,
    signing: DeviceKey,
}

impl CentreKey {
    pub(crate) fn from_seed(seed: Zeroizing<[u8; 32]>) -> Self {
        Self { signing: DeviceKey::from_seed(&seed), seed }
    }

    /// A new key.
    fn draw() -> Result<Self, CentreError> {
        random().map(|seed| Self::from_seed(Zeroizing::new(seed)))
    }

    /// For signing.
    pub(crate) fn signing(&self) -> &DeviceKey {
        &self.signing
    }

    /// What others check its signatures with.
    pub(crate) fn public(&self) -> PublicKey {
        self.signing.public()
    }

    /// The salts of the centre's own log for an office.
    pub(crate) fn salts(&self, office: OfficeCode) -> SaltTree {
        let mut material = Zeroizing::new([0; 33]);
        material[..32].copy_from_slice(self.seed.as_slice());
        material[32] = office.number();
        SaltTree::from_root(blake3::derive_key("guichet 2026 salts of the centre", material.as_slice()))
    }

    /// What the store knows of a program's key.
    pub(crate) fn hash_api_key(&self, given: &str) -> [u8; 32] {
        let key = blake3::derive_key("guichet 2026 keys of programs", self.seed.as_slice());
        *blake3::keyed_hash(&key, given.as_bytes()).as_bytes()
    }

    /// What the store knows of a request that a program has filed: whose program it is, then all that was said.
    pub(crate) fn hash_request<'a>(&self, parts: impl Iterator<Item = &'a str>) -> [u8; 32] {
        let key = blake3::derive_key("guichet 2026 requests of programs", self.seed.as_slice());
        let mut hasher = blake3::Hasher::new_keyed(&key);
        for part in parts {
            // With its length, so that no two lists of parts are one text.
            hasher.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        *hasher.finalize().as_bytes()
    }

    /// From what the code of a saved form is made: the cookie of the browser that saves it, and the form.
    pub(crate) fn hash_saved_form(&self, cookie: &str, form: &[u8; 8]) -> [u8; 32] {
        let key = blake3::derive_key("guichet 2026 codes of saved forms", self.seed.as_slice());
        *blake3::Hasher::new_keyed(&key).update(form).update(cookie.as_bytes()).finalize().as_bytes()
    }

    /// Under which a saved form is encrypted: it comes of the code, which is written down nowhere, and of this key.
    pub(crate) fn key_of_saved_form(&self, code: &str) -> Zeroizing<[u8; 32]> {
        let key = blake3::derive_key("guichet 2026 saved forms", self.seed.as_slice());
        Zeroizing::new(*blake3::keyed_hash(&key, code.as_bytes()).as_bytes())
    }

    /// What the store knows of a one-time code: without the key the code cannot be guessed from it.
    pub(crate) fn hash_code(&self, normalised: &str) -> [u8; 32] {
        let key = blake3::derive_key("guichet 2026 enrolment codes", self.seed.as_slice());
        *blake3::keyed_hash(&key, normalised.as_bytes()).as_bytes()
    }
}

/// The file of the key in a centre's folder.
pub(crate) struct KeyFile {
    path: PathBuf,
    /// Where a key waits while its store is made.
    waiting: PathBuf,
}

impl KeyFile {
    /// The file in that folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { path: folder.join("centre.key"), waiting: folder.join("centre.key.new") }
    }

    /// Whether there is one.
    pub(crate) fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Draws a key and writes it beside its place: it moves there when the store knows it. So a crash in between
    /// leaves neither a store without a key nor a key that belongs to none.
    pub(crate) fn prepare(&self) -> Result<CentreKey, CentreError> {
        let key = CentreKey::draw()?;
        let digits: Zeroizing<String> =
            Zeroizing::new(key.seed.iter().map(|byte| format!("{byte:02x}")).collect());
        write_private(&self.waiting, &digits).map_err(|source| file_error(&self.waiting, source))?;
        Ok(key)
    }

    /// Moves a prepared key to its place.
    pub(crate) fn confirm(&self) -> Result<(), CentreError> {
        match fs::rename(&self.waiting, &self.path) {
            // Another process, starting at the same time, was faster.
            Err(error) if error.kind() == ErrorKind::NotFound && self.path.exists() => {}
            renamed => renamed.map_err(|source| file_error(&self.path, source))?,
        }
        sync_folder(&self.path)
    }

    /// The key whose public part the store knows.
    pub(crate) fn read(&self, public: &str) -> Result<CentreKey, CentreError> {
        let fits = |key: &CentreKey| hex(&key.public().0) == public;
        match read_key(&self.path)? {
            Some(key) if fits(&key) => Ok(key),
            Some(_) => Err(CentreError::OtherKey(self.path.clone())),
            None => {
                let key = read_key(&self.waiting)?.filter(fits);
                let key = key.ok_or_else(|| CentreError::MissingKey(self.path.clone()))?;
                self.confirm()?;
                Ok(key)
            }
        }
    }
}

/// Hexadecimal digits of bytes.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes from the operating system's random source.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], CentreError> {
    let mut bytes = [0; N];
    let failed = |_| CentreError::Database("the operating system gives no random bytes".to_owned());
    getrandom::fill(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn read_key(path: &Path) -> Result<Option<CentreKey>, CentreError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => Zeroizing::new(text),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(file_error(path, source)),
    };
    let digits = text.trim();
    let wrong =
        || CentreError::Damaged(format!("{} does not hold a key (64 hexadecimal digits)", path.display()));
    if digits.len() != 64 || !digits.is_ascii() {
        return Err(wrong());
    }
    let mut seed = Zeroizing::new([0; 32]);
    for (at, byte) in seed.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).map_err(|_| wrong())?;
    }
    Ok(Some(CentreKey::from_seed(seed)))
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> Result<(), CentreError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|source| file_error(folder, source))
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), CentreError> {
    Ok(())
}

fn file_error(path: &Path, source: std::io::Error) -> CentreError {
    CentreError::File { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_for_its_owner_only_and_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::in_folder(folder.path());
        let key = file.prepare().unwrap();
        assert!(!file.exists());
        let read = file.read(&hex(&key.public().0)).unwrap();
        assert!(file.exists());
        let office = OfficeCode::new(12).unwrap();
        assert_eq!(read.salts(office), key.salts(office));
        assert_ne!(read.salts(office), key.salts(OfficeCode::new(13).unwrap()));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&file.path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn another_key_and_a_missing_key_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let file = KeyFile::in_folder(folder.path());
        let public = hex(&file.prepare().unwrap().public().0);
        file.prepare().unwrap();
        assert!(matches!(file.read(&public), Err(CentreError::MissingKey(_))));
        file.confirm().unwrap();
        assert!(matches!(file.read(&public), Err(CentreError::OtherKey(_))));
        fs::write(&file.path, "abc").unwrap();
        assert!(matches!(file.read(&public), Err(CentreError::Damaged(_))));
    }
}
