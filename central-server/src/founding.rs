//! Founding offices and bringing a profile into force. Each office's feed begins with the centre's own log and the
//! profile; a change of the profile is an entry in every feed.

use ::complaints::profile::Bundle;
use ::complaints::{Complaint, OfficeCode};
use sync_protocol::{DeviceEntry, FeedEntry, FeedHead, Hash, Office, Sequence, SignedHead};

use crate::centre::{Centre, digest_of, read_profile};
use crate::error::CentreError;
use crate::feed_end::FeedEnd;
use crate::figures::keeping::calendar_digest;
use crate::keys::hex;
use crate::profile_versions::{Origin, ProfileVersion, Putting};
use crate::refolding;
use crate::store::devices::DeviceRow;
use crate::store::feed::FeedRow;
use crate::store::offices::OfficeRow;
use crate::store::{
    Session, complaints, counters, devices, feed, figures, offices, profile_drafts, profile_versions,
    profiles, retrying, settings,
};

/// How many complaints are written anew at once.
const TOGETHER: usize = 500;

/// An office as administrators see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeSummary {
    /// Its code.
    pub code: OfficeCode,
    /// Its name.
    pub name: String,
    /// How many computers it has.
    pub computers: u16,
    /// How many complaints it holds.
    pub complaints: u64,
    /// How many entries its feed has.
    pub entries: u64,
}

impl Centre {
    /// Adds an office beyond those of the profile.
    ///
    /// # Errors
    /// [`CentreError::Invalid`] when there is an office of that code, or the name is empty.
    pub async fn add_office(&self, code: OfficeCode, name: &str) -> Result<(), CentreError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(CentreError::Invalid("an office needs a name".to_owned()));
        }
        retrying(|| async {
            let mut session = self.store.write().await?;
            settings::lock(&mut session, settings::PROFILE).await?;
            if offices::all(&mut session).await?.iter().any(|office| office.code == code) {
                return Err(CentreError::Invalid(format!("there is an office {code} already")));
            }
            found(self, &mut session, code, name, self.profile_digest).await?;
            session.commit().await
        })
        .await
    }

    /// Shuts a computer out. What it sent stays, and so does its number. It still delivers what it holds until it has
    /// read that it is shut out, unless `at_once`: for a computer that was stolen. What it signs afterwards is put
    /// into quarantine.
    ///
    /// # Errors
    /// [`CentreError::NotFound`] when the office has no computer of that number.
    pub async fn revoke_computer(
        &self,
        code: OfficeCode,
        number: u16,
        at_once: bool,
    ) -> Result<(), CentreError> {
        let none = || CentreError::NotFound(format!("office {code} has no computer {number}"));
        retrying(|| async {
            let mut session = self.store.write().await?;
            let office = offices::lock(&mut session, code).await?;
            let known = devices::of_office(&mut session, code).await?;
            // Number 0 is the centre's own log.
            let device =
                known.into_iter().find(|device| device.number == number && number != 0).ok_or_else(none)?;
            if device.revoked_at.is_none() {
                let mut end = FeedEnd::new(office.office(), office.feed);
                end.put(&FeedEntry::Revocation(device.id));
                let from = if at_once { 0 } else { end.number() };
                devices::revoke(&mut session, device.id, from, self.clock.now_ms()).await?;
                extend(self, &mut session, office, end).await?;
            } else if at_once {
                devices::revoke(&mut session, device.id, 0, self.clock.now_ms()).await?;
            }
            session.commit().await
        })
        .await
    }

    /// All offices, by code.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub async fn offices(&self) -> Result<Vec<OfficeSummary>, CentreError> {
        let mut session = self.store.read().await?;
        let mut summaries = Vec::new();
        for office in offices::all(&mut session).await? {
            summaries.push(OfficeSummary {
                complaints: complaints::count(&mut session, office.code).await?,
                code: office.code,
                name: office.name,
                computers: office.last_device_number,
                entries: office.feed.number,
            });
        }
        Ok(summaries)
    }
}

/// Makes a profile the one in force, unless it is.
pub(crate) async fn bring_into_force(centre: &Centre, bundle: &Bundle) -> Result<(), CentreError> {
    if !in_force(centre, &mut centre.store.read().await?).await? {
        let putting = Putting { author: "", note: "", origin: Origin::Folder, draft: None };
        retrying(|| change_profile(centre, bundle, &putting)).await?;
    }
    follow_the_program(centre).await
}

/// Brings states and columns to what this version of the program makes of the log and the profile. Whoever opens a centre
/// that an older version has left does so first: a check would take the old states for faults.
pub(crate) async fn follow_the_program(centre: &Centre) -> Result<(), CentreError> {
    refolding::catch_up(centre).await?;
    write_columns(centre).await
}

/// Whether the columns of the complaints were written by the profile in force.
pub(crate) async fn columns_are_current(centre: &Centre, session: &mut Session) -> Result<bool, CentreError> {
    Ok(settings::get(session, settings::COLUMNS).await? == hex(&centre.profile_digest.0))
}

/// Writes the columns of all complaints anew when another profile wrote them, or an older version of the program: due
/// days follow from its holidays, what is urgent or restricted from its categories.
pub(crate) async fn write_columns(centre: &Centre) -> Result<(), CentreError> {
    if columns_are_current(centre, &mut centre.store.read().await?).await? {
        return Ok(());
    }
    let all = offices::all(&mut centre.store.read().await?).await?;
    for office in all {
        retrying(|| write_columns_of(centre, office.code)).await?;
    }
    let mut session = centre.store.write().await?;
    settings::set(&mut session, settings::COLUMNS, &hex(&centre.profile_digest.0)).await?;
    session.commit().await
}

async fn write_columns_of(centre: &Centre, office: OfficeCode) -> Result<(), CentreError> {
    let mut session = centre.store.write().await?;
    offices::lock(&mut session, office).await?;
    let mut after = None;
    loop {
        let held = complaints::of_office(&mut session, office, after, TOGETHER).await?;
        let held: Vec<&Complaint> = held.iter().collect();
        complaints::save(&mut session, office, &held, &centre.profile).await?;
        after = held.last().map(|complaint| complaint.id);
        if held.len() < TOGETHER {
            return session.commit().await;
        }
    }
}

async fn in_force(centre: &Centre, session: &mut Session) -> Result<bool, CentreError> {
    let digest = settings::get(session, settings::PROFILE).await?;
    let known = offices::all(session).await?;
    let is_there =
        |code: &OfficeCode, name: &str| known.iter().any(|row| row.code == *code && row.name == name);
    let all_there = centre.profile.feeds().all(|(code, name)| is_there(&code, name));
    Ok(all_there && digest == hex(&centre.profile_digest.0))
}

/// Makes a profile the one in force, in one transaction: the version, an entry in every feed, the offices that it adds. The
/// number of the version; none: the draft that it comes from, or the version that this one was begun from, is another by now.
pub(crate) async fn change_profile(
    centre: &Centre,
    bundle: &Bundle,
    putting: &Putting<'_>,
) -> Result<Option<u32>, CentreError> {
    let mut session = centre.store.write().await?;
    let digest = hex(&centre.profile_digest.0);
    let before = settings::lock(&mut session, settings::PROFILE).await?;
    if let Some((base, revision)) = &putting.draft {
        let is_base = before == hex(base);
        if !is_base || !profile_drafts::remove(&mut session, *revision).await? {
            return Ok(None);
        }
    }
    profiles::keep(&mut session, centre.profile_digest.0, bundle.to_bytes(), centre.clock.now_ms()).await?;
    settings::set(&mut session, settings::PROFILE, &digest).await?;
    let number = note_version(centre, &mut session, &before, putting).await?;
    let counted_with = calendar_of(&mut session, &before).await?;
    let known: Vec<OfficeCode> =
        offices::all(&mut session).await?.into_iter().map(|office| office.code).collect();
    for code in &known {
        let mut office = offices::lock(&mut session, *code).await?;
        if let Some((_, name)) = centre.profile.feeds().find(|(named, _)| named == code) {
            name.clone_into(&mut office.name);
        }
        let mut end = FeedEnd::new(office.office(), office.feed);
        if before != digest {
            end.put(&FeedEntry::Profile(centre.profile_digest));
        }
        extend(centre, &mut session, office, end).await?;
        figures::set_calendar(&mut session, *code, &counted_with, false).await?;
    }
    for (code, name) in centre.profile.feeds().filter(|(code, _)| !known.contains(code)) {
        found(centre, &mut session, code, name, centre.profile_digest).await?;
    }
    session.commit().await?;
    Ok(Some(number))
}

/// Writes down that a version comes into force; its number.
async fn note_version(
    centre: &Centre,
    session: &mut Session,
    before: &str,
    putting: &Putting<'_>,
) -> Result<u32, CentreError> {
    let mut last = profile_versions::last(session).await?;
    // An older version of the program kept no versions: what was in force is the first one.
    if let (None, Some(digest)) = (&last, digest_of(before)) {
        let at_ms = profiles::since(session, &digest).await?.unwrap_or_default();
        let first =
            version(1, digest, at_ms, &Putting { author: "", note: "", origin: Origin::Folder, draft: None });
        profile_versions::add(session, &first).await?;
        last = Some(first);
    }
    let number = last.as_ref().map_or(0, |last| last.number);
    let digest = centre.profile_digest.0;
    if putting.origin == Origin::Folder {
        settings::set(session, settings::PROFILE_BASE, &hex(&digest)).await?;
        settings::set(session, settings::PROFILE_OFFERED, "").await?;
    }
    if last.is_some_and(|last| last.digest == digest) {
        return Ok(number);
    }
    let next = version(number + 1, digest, centre.clock.now_ms(), putting);
    profile_versions::add(session, &next).await?;
    Ok(number + 1)
}

fn version(number: u32, digest: [u8; 32], at_ms: i64, putting: &Putting<'_>) -> ProfileVersion {
    let (author, note) = (putting.author.to_owned(), putting.note.to_owned());
    ProfileVersion { number, digest, at_ms, author, note, origin: putting.origin }
}

/// The working days with which figures were counted until now; empty when nobody can tell.
async fn calendar_of(session: &mut Session, profile: &str) -> Result<String, CentreError> {
    let Some(digest) = digest_of(profile) else { return Ok(String::new()) };
    let bytes = profiles::get(session, &digest).await?;
    let bundle = bytes.and_then(|bytes| Bundle::from_bytes(&bytes).ok());
    let calendar = bundle.and_then(|bundle| read_profile(&bundle).ok()).map(|profile| profile.calendar);
    Ok(calendar.as_ref().map(calendar_digest).unwrap_or_default())
}

/// Founds an office: its feed begins with the centre's own log for it and the profile in force.
async fn found(
    centre: &Centre,
    session: &mut Session,
    code: OfficeCode,
    name: &str,
    profile: Hash,
) -> Result<(), CentreError> {
    let log = DeviceEntry {
        device: counters::next_device(session).await?,
        number: 0,
        key: centre.key.public(),
        salts: centre.key.salts(code),
    };
    let beginning = FeedHead::beginning(&centre.key.public(), Office(code.number()));
    let office = OfficeRow {
        code,
        name: name.to_owned(),
        feed: beginning,
        feed_signed: Vec::new(),
        log_device: log.device,
        last_device_number: 0,
    };
    offices::add(session, &office).await?;
    devices::add(session, &DeviceRow::new(code, &log, centre.clock.now_ms())).await?;
    feed::set_device_in(session, code, log.device, Sequence(0)).await?;
    let mut end = FeedEnd::new(office.office(), office.feed);
    end.put(&FeedEntry::Device(log));
    end.put(&FeedEntry::Profile(profile));
    extend(centre, session, office, end).await
}

/// Writes down the entries that were put behind an office's feed, and where it ends now.
pub(crate) async fn extend(
    centre: &Centre,
    session: &mut Session,
    mut office: OfficeRow,
    end: FeedEnd,
) -> Result<(), CentreError> {
    let (head, entries): (FeedHead, Vec<FeedRow>) = end.finish();
    feed::add(session, office.code, entries).await?;
    office.feed = head;
    office.feed_signed = SignedHead::sign(office.office(), &head, centre.key.signing()).as_bytes().to_vec();
    offices::save(session, &office).await
}
