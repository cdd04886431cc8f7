//! Admitting a computer before it exists: everything that it needs goes into a sealed file for a stick, and the code that
//! opens it onto a letter. It counts as one computer: who opens the file on two of them has made a copy, which the
//! exchange notices.

use ::complaints::OfficeCode;
use ::complaints::profile::text_in;
use letters::{Admission, Letterhead, admission_pdf};
use locales::Language;
use sync_protocol::{CODE_ALPHABET, DeviceKey, EnrolRequest, Protocol, Provision, ProvisionError, SaltTree};

use crate::centre::Centre;
use crate::error::CentreError;
use crate::heavy::heavy;
use crate::store::retrying;

/// The letters and digits of a code: 75 bits, since whoever finds the file may try for as long as they like.
const CODE_LENGTH: usize = 15;

/// A computer that was admitted without a line.
pub struct Provisioned {
    /// The office.
    pub office: OfficeCode,
    /// The number of the computer in it.
    pub computer: u16,
    /// What opens the file: `XXXXX-XXXXX-XXXXX`.
    pub code: String,
    /// The sealed file.
    pub file: Vec<u8>,
}

impl std::fmt::Debug for Provisioned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Provisioned").field("office", &self.office).finish_non_exhaustive()
    }
}

impl Centre {
    /// Admits one more computer of an office. `server`: where it will find the centre when it has a line.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when there is no such office, [`CentreError::Invalid`] for the portal, an office whose
    /// numbers are used up or an address that a desk would refuse, or the store's.
    pub async fn provision(&self, office: OfficeCode, server: &str) -> Result<Provisioned, CentreError> {
        self.must_have_computers(office)?;
        let server = address(server)?;
        let seed = self.random.draw::<32>()?;
        let key = DeviceKey::from_seed(&seed);
        let request = EnrolRequest {
            protocol: Protocol::OURS,
            code: String::new(),
            key: key.public(),
            salts: SaltTree::of_signing_seed(&seed),
            renewal: None,
        };
        let drawn = self.random.draw::<CODE_LENGTH>()?;
        let digits: String =
            drawn.iter().map(|byte| char::from(CODE_ALPHABET[usize::from(byte % 32)])).collect();
        let code = format!("{}-{}-{}", &digits[..5], &digits[5..10], &digits[10..]);
        let device = retrying(|| async {
            let mut session = self.store.write().await?;
            let device = self.add_device(&mut session, office, &request).await?;
            session.commit().await?;
            Ok(device)
        })
        .await?;
        let computer = device.number;
        let provision = Provision::new(server, seed, self.welcome(&device));
        let sealed = code.clone();
        let file = heavy(move || provision.seal(&sealed)).await?;
        let file = file.map_err(|error: ProvisionError| CentreError::Database(error.to_string()))?;
        Ok(Provisioned { office, computer, code, file })
    }
}

impl Centre {
    /// The letter that brings an office the code of a computer. `file`: the name of the file that travels apart from it.
    ///
    /// # Errors
    /// [`CentreError`] when the sheet cannot be set.
    pub async fn admission_letter(
        &self,
        made: &Provisioned,
        file: &str,
        server: &str,
        language: Language,
    ) -> Result<Vec<u8>, CentreError> {
        let (profile, tag) = (&self.profile, language.tag());
        let office = profile.offices.get(&made.office);
        let letter = Admission {
            language,
            head: Letterhead {
                service_title: text_in(&profile.title, tag).to_owned(),
                lines: profile.letterhead_in(tag).to_vec(),
                // The service writes, not an office: its name stands where offices have theirs.
                office_title: text_in(&profile.title, tag).to_owned(),
                ..Letterhead::default()
            },
            written_at: self.now().datetime(),
            office: office.map_or_else(|| made.office.to_string(), |office| office.name.clone()),
            address: office
                .into_iter()
                .flat_map(|office| office.address.split(',').map(str::to_owned))
                .collect(),
            computer: format!("{}-{}", made.office, made.computer),
            file: file.to_owned(),
            code: made.code.clone(),
            server: server.to_owned(),
            phone: profile.follow_phone.clone(),
        };
        let set = heavy(move || admission_pdf(&letter)).await?;
        set.map_err(|error| CentreError::Database(format!("a letter cannot be set: {error}")))
    }

    /// The language that the profile names first.
    pub(crate) fn first_language(&self) -> Language {
        self.profile.languages.iter().find_map(|tag| tag.parse().ok()).unwrap_or(Language::En)
    }
}

/// The address as a desk takes it: `https://`, or this very computer.
fn address(typed: &str) -> Result<String, CentreError> {
    let typed = typed.trim().trim_end_matches('/');
    let host = typed.strip_prefix("http://").map(|rest| rest.split([':', '/']).next().unwrap_or_default());
    let is_here = host.is_some_and(|host| matches!(host, "127.0.0.1" | "localhost" | "[::1]"));
    let is_secure = typed.strip_prefix("https://").is_some_and(|rest| !rest.is_empty());
    if is_secure || is_here {
        Ok(typed.to_owned())
    } else {
        Err(CentreError::Invalid(format!("“{typed}” is no address of a centre; it begins with https://")))
    }
}
