//! Enrolment: the PC makes its keys, keeps them, asks the centre for admission, and only then makes its store.
//!
//! Each step can be repeated: the keys are kept before the centre is asked, and the centre answers the same code
//! and key alike, so a cut at any moment leaves a computer that can simply try again.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use complaints::OfficeCode;
use office_store::{Identity, Store};
use sync_engine::HttpLine;
use sync_protocol::{Admitted, Exchange, MAX_PROVISION_BYTES, Provision, unpack};

use crate::clock::Clock;
use crate::error::OfficeError;
use crate::key_store::{KeyStore, Secrets};
use crate::open::Office;
use crate::policy::Policy;

/// What enrolment needs to know.
#[derive(Debug, Clone)]
pub struct EnrolmentRequest {
    /// The centre's address, as typed.
    pub server: String,
    /// The one-time code, as typed.
    pub code: String,
    /// Where the keys shall be kept.
    pub key_store: KeyStore,
}

/// Enrols this computer over the network.
///
/// # Errors
/// [`OfficeError`]; the computer is then as before, save for keys that a second try uses again.
pub async fn enrol(folder: &Path, request: &EnrolmentRequest, clock: Clock) -> Result<Office, OfficeError> {
    let policy = Policy::of_this_computer();
    let typed = HttpLine::new(&request.server).map_err(OfficeError::Address)?;
    let server = typed.address().to_owned();
    if policy.centre.as_ref().is_some_and(|set| *set != server) {
        return Err(OfficeError::SetByPolicy("centre"));
    }
    let line = HttpLine::through(&server, &policy.proxy.unwrap_or_default()).map_err(OfficeError::Address)?;
    enrol_over(&line, folder, request, &server, clock).await
}

/// Enrols this computer without a line, with the file of its office and the code that opens it. It can register at
/// once, and exchanges when it has a line or a stick.
///
/// # Errors
/// [`OfficeError`]; the computer is then as before.
pub(crate) fn enrol_from_file(
    folder: &Path,
    file: &Path,
    code: &str,
    key_store: &KeyStore,
    clock: Clock,
) -> Result<Office, OfficeError> {
    if Store::exists(folder) {
        return Err(OfficeError::AlreadyEnrolled);
    }
    let provision = Provision::open(&read_file(file)?, code)?;
    must_be_the_office_set(&provision.admitted)?;
    let secrets = Secrets::with_signing_seed(provision.seed())?;
    key_store.keep(folder, &secrets)?;
    settle(folder, &provision.admitted, &secrets, &provision.server, clock)
}

/// Bounded, since the file comes from a stick.
fn read_file(path: &Path) -> Result<Vec<u8>, OfficeError> {
    let failed = |error: std::io::Error| OfficeError::File {
        path: path.display().to_string(),
        reason: error.to_string(),
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_PROVISION_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Enrols this computer over any line.
pub(crate) async fn enrol_over<L: Exchange>(
    line: &L,
    folder: &Path,
    request: &EnrolmentRequest,
    server: &str,
    clock: Clock,
) -> Result<Office, OfficeError> {
    if Store::exists(folder) {
        return Err(OfficeError::AlreadyEnrolled);
    }
    let secrets = request.key_store.prepare(folder)?;
    let admitted =
        sync_engine::enrol(line, request.code.trim(), &secrets.signing_key(), &secrets.salts()).await?;
    must_be_the_office_set(&admitted)?;
    settle(folder, &admitted, &secrets, server, clock)
}

/// The administrator may have set which office this computer belongs to.
fn must_be_the_office_set(admitted: &Admitted) -> Result<(), OfficeError> {
    match Policy::of_this_computer().office {
        Some(set) if set.number() != admitted.office.0 => Err(OfficeError::OfficeOfPolicy),
        _ => Ok(()),
    }
}

/// Makes the store of a computer that is admitted.
fn settle(
    folder: &Path,
    admitted: &Admitted,
    secrets: &Secrets,
    server: &str,
    clock: Clock,
) -> Result<Office, OfficeError> {
    let (identity, bundle) = read(admitted, secrets, server)?;
    let store = Store::create(folder, &secrets.store_key(), &identity, &bundle)?;
    if let Some(recipient) = &admitted.recipient {
        sync_engine::keep_recipient(&store, recipient)?;
    }
    Office::with(store, secrets, folder, clock)
}

fn read(admitted: &Admitted, secrets: &Secrets, server: &str) -> Result<(Identity, Vec<u8>), OfficeError> {
    let bundle = unpack(&admitted.profile).map_err(|error| OfficeError::Profile(error.to_string()))?;
    let office =
        OfficeCode::new(admitted.office.0).map_err(|error| OfficeError::Internal(error.to_string()))?;
    let identity = Identity {
        device: admitted.device,
        number: admitted.number,
        office,
        key: secrets.signing_key().public(),
        salts: secrets.salts(),
        centre: admitted.centre,
        server: server.to_owned(),
    };
    Ok((identity, bundle))
}
