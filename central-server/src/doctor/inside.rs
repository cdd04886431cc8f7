//! What stands in the store: the profile in force, the computers of the offices, and the notices that wait.

use ::complaints::profile::{Bundle, Profile};
use locales::Args;

use super::{Doctor, Finding, because};
use crate::centre::digest_of;
use crate::error::CentreError;
use crate::shelving::Shelves;
use crate::store::{Session, devices, outbox, profiles, settings};

const HOUR_MS: i64 = 60 * 60_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How many computers or mistakes are named before the rest is only counted.
const NAMED: usize = 8;

/// Whether the profile in force can be used, and what in it should be looked at.
pub(super) async fn profile(session: &mut Session, now_ms: i64) -> Finding {
    const CHECK: &str = "profile";
    let bundle = match bundle_in_force(session).await {
        Ok(bundle) => bundle,
        Err(error) => return Finding::broken(CHECK, "profile-broken", because(error)),
    };
    let profile = match Profile::read(&bundle) {
        Ok(profile) => profile,
        Err(mistakes) => return Finding::broken(CHECK, "profile-broken", because(mistakes)),
    };
    let today = jiff::Timestamp::from_millisecond(now_ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let warnings = profile.warnings(&bundle, today.to_zoned(jiff::tz::TimeZone::UTC).year());
    let args = Args::new().with("profile", &profile.name);
    if warnings.is_empty() {
        return Finding::ok(CHECK, "profile-ok", args);
    }
    let named: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    Finding::look(CHECK, "profile-look", args.with("what", listed(&named, "; ")))
}

async fn bundle_in_force(session: &mut Session) -> Result<Bundle, CentreError> {
    let missing = || CentreError::Damaged("the profile in force is missing".to_owned());
    let digest = settings::get(session, settings::PROFILE).await?;
    let digest = digest_of(&digest).ok_or_else(missing)?;
    let bytes = profiles::get(session, &digest).await?.ok_or_else(missing)?;
    Bundle::from_bytes(&bytes).map_err(|_| missing())
}

/// The computers that have sent nothing for long, and when the last operation of all came in.
pub(super) async fn computers(session: &mut Session, doctor: &Doctor) -> (Finding, Option<i64>) {
    const CHECK: &str = "computers";
    let heard = match devices::last_heard(session).await {
        Ok(heard) => heard,
        Err(error) => return (Finding::broken("store", "store-unreachable", because(error)), None),
    };
    let last = heard.iter().filter_map(|device| device.last_at).max();
    let since = doctor.clock.now_ms() - i64::from(doctor.silent_days) * DAY_MS;
    // Number 0 is the centre's own log.
    let offices = heard.iter().filter(|device| device.number > 0);
    let silent = offices.filter(|device| device.last_at.unwrap_or(device.enrolled_at) < since);
    let silent: Vec<String> = silent.map(|device| format!("{}-{}", device.office, device.number)).collect();
    let days = Args::new().with("days", i64::from(doctor.silent_days));
    let finding = if silent.is_empty() {
        Finding::ok(CHECK, "computers-ok", days)
    } else {
        Finding::look(CHECK, "computers-silent", days.with("which", listed(&silent, ", ")))
    };
    (finding, last)
}

/// Whether the documents that lie outside of the store can be had. None: all of them are in it.
pub(super) async fn documents(session: &mut Session) -> Option<Finding> {
    const CHECK: &str = "documents";
    let greeted = match Shelves::of(session).await {
        Ok(Shelves::None) => return None,
        Ok(shelves) => match shelves.shelf() {
            Ok(shelf) => shelf.greet().await,
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    Some(match greeted {
        Ok(()) => Finding::ok(CHECK, "documents-ok", Args::new()),
        Err(error) => Finding::broken(CHECK, "documents-away", because(error)),
    })
}

/// Notices that wait for too long, and those that were given up of late.
pub(super) async fn notices(session: &mut Session, now_ms: i64) -> Finding {
    const CHECK: &str = "notices";
    let counted = async {
        let waiting = outbox::waiting_since(session, now_ms - HOUR_MS).await?;
        Ok::<_, CentreError>((waiting, outbox::given_up_since(session, now_ms - 7 * DAY_MS).await?))
    };
    match counted.await {
        Ok((0, 0)) => Finding::ok(CHECK, "notices-ok", Args::new()),
        Ok((waiting, given_up)) => {
            let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
            let args = Args::new().with("waiting", number(waiting)).with("given_up", number(given_up));
            Finding::look(CHECK, "notices-stuck", args)
        }
        Err(error) => Finding::broken("store", "store-unreachable", because(error)),
    }
}

/// The first few, and how many more there are.
fn listed(all: &[String], between: &str) -> String {
    let named = all[..all.len().min(NAMED)].join(between);
    match all.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}{between}… (+{more})"),
    }
}
