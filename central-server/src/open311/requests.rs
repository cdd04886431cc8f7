//! Which requests a program gets to see: by their ids, or by time, service and status.

use ::complaints::profile::Profile;
use ::complaints::{Complaint, ComplaintId, Moment, Reference};
use jiff::ToSpan;
use jiff::civil::Date;

use super::publicity::{self, shown};
use super::{Fault, Given};
use crate::centre::Centre;
use crate::error::CentreError;
use crate::store::arrivals::{self, Arrivals};
use crate::store::complaints;

/// The most that one answer holds.
const MOST: usize = 1_000;

/// The longest time that one question spans, in days.
const MOST_DAYS: i64 = 90;

/// The most ids in one question.
const MOST_IDS: usize = 100;

/// How often the store is asked for one answer at most, where much of what came in is not public.
const MOST_ROUNDS: usize = 5;

const DAY_MS: i64 = 86_400_000;

/// What a program asked for.
#[derive(Debug, Clone)]
pub(crate) enum Question {
    /// Those of these references.
    Ids(Vec<Reference>),
    /// Those that came in then.
    Arrivals(Arrivals),
}

/// Reads a question.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn question(centre: &Centre, given: &Given) -> Result<Question, Vec<Fault>> {
    let ids = given.many("service_request_id");
    if ids.len() > MOST_IDS {
        return Err(vec![Fault::Ids(MOST_IDS)]);
    }
    if !ids.is_empty() {
        // An id that cannot be one is one that does not exist.
        return Ok(Question::Ids(ids.iter().filter_map(|id| id.parse().ok()).collect()));
    }
    let mut faults = Vec::new();
    let categories = services(&centre.profile, given, &mut faults);
    let statuses = statuses(given, &mut faults);
    let range = range(centre, given, &mut faults);
    match range {
        Some((from_ms, up_to_ms)) if faults.is_empty() => {
            Ok(Question::Arrivals(Arrivals { from_ms, up_to_ms, categories, statuses }))
        }
        _ => Err(faults),
    }
}

fn services(profile: &Profile, given: &Given, faults: &mut Vec<Fault>) -> Vec<String> {
    let codes = given.many("service_code");
    let unknown = codes.iter().filter(|code| profile.category(code).is_none());
    faults.extend(unknown.map(|code| Fault::Service((*code).to_owned())));
    codes.into_iter().map(str::to_owned).collect()
}

fn statuses(given: &Given, faults: &mut Vec<Fault>) -> Vec<::complaints::Status> {
    let words = given.many("status");
    if words.iter().any(|word| !matches!(*word, "open" | "closed")) {
        faults.push(Fault::Status);
    }
    match (words.contains(&"open"), words.contains(&"closed")) {
        (true, false) => publicity::statuses(false),
        (false, true) => publicity::statuses(true),
        _ => Vec::new(),
    }
}

/// From when to when, in milliseconds since 1970: the last ninety days, unless something else is asked for.
fn range(centre: &Centre, given: &Given, faults: &mut Vec<Fault>) -> Option<(i64, i64)> {
    let mut time = |name: &'static str, whole_day: bool| match given.one(name) {
        None => None,
        Some(text) => {
            let read = moment(centre, text, whole_day);
            if read.is_none() {
                faults.push(Fault::Time(name));
            }
            read
        }
    };
    let (start, end) = (time("start_date", false), time("end_date", true));
    let span = MOST_DAYS * DAY_MS;
    let (from, up_to) = match (start, end) {
        (Some(start), Some(end)) => (start, end),
        (Some(start), None) => (start, start.saturating_add(span)),
        (None, Some(end)) => (end.saturating_sub(span), end),
        (None, None) => {
            let now = centre.now().timestamp().as_millisecond();
            // What computers with a clock that is fast have registered is there as well.
            (now - span, now + DAY_MS)
        }
    };
    // A day of summer time more or less does no harm.
    if up_to < from || (start.is_some() && end.is_some() && up_to - from > span + DAY_MS) {
        faults.push(Fault::Range(MOST_DAYS));
    }
    Some((from, up_to)).filter(|_| faults.is_empty())
}

/// A time of the W3C's note, or a day of the deployment. A plus sign that was not encoded arrives as a blank.
fn moment(centre: &Centre, text: &str, whole_day: bool) -> Option<i64> {
    let text = text.replace(' ', "+");
    if let Ok(moment) = text.parse::<Moment>() {
        return Some(moment.unix_ms);
    }
    let day: Date = text.parse().ok()?;
    let day = if whole_day { day.checked_add(1.day()).ok()? } else { day };
    let zoned = day.to_zoned(centre.time_zone.clone()).ok()?;
    Some(zoned.timestamp().as_millisecond() - i64::from(whole_day))
}

impl Centre {
    /// The public requests that a question asks for, the latest first; those of ids in the order of the ids.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn public_requests(&self, question: &Question) -> Result<Vec<Complaint>, CentreError> {
        let mut session = self.store.read().await?;
        let is_public = |complaint: &Complaint| shown(complaint, &self.profile).is_some();
        let mut found = Vec::new();
        match question {
            Question::Ids(ids) => {
                for id in ids {
                    found.extend(complaints::of_reference(&mut session, id).await?);
                }
                found.retain(is_public);
            }
            Question::Arrivals(arrivals) => {
                let mut last = None;
                for _ in 0..MOST_ROUNDS {
                    let some = arrivals::latest(&mut session, arrivals, last.as_ref(), MOST).await?;
                    let at_the_end = some.len() < MOST;
                    last = some.last().cloned();
                    found.extend(some.into_iter().filter(is_public));
                    if at_the_end || found.len() >= MOST {
                        break;
                    }
                }
                found.truncate(MOST);
            }
        }
        Ok(found)
    }

    /// The public request that a token stands for. Every request here is realtime, so that no program is ever given a
    /// token instead of an id; the complaint's own id is taken as one.
    ///
    /// # Errors
    /// [`CentreError`] of the store.
    pub(crate) async fn request_of_token(&self, token: &str) -> Result<Option<Complaint>, CentreError> {
        let Ok(id) = token.parse::<ComplaintId>() else { return Ok(None) };
        let found = complaints::get(&mut self.store.read().await?, id).await?;
        Ok(found.filter(|complaint| shown(complaint, &self.profile).is_some()))
    }
}
