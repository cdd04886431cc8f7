//! A point in time as somebody's clock showed it: recorded and shown, never used to decide an order.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use minicbor::{Decode, Encode};

/// Milliseconds since 1970 in UTC, and the offset of the clock that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[n(0)]
    pub unix_ms: i64,
    /// Minutes that the clock was ahead of UTC, −1,440 to 1,440.
    #[n(1)]
    pub offset_min: i16,
}

impl Moment {
    /// A zoned time as a moment. Precision below a millisecond is dropped.
    pub fn from_zoned(zoned: &jiff::Zoned) -> Self {
        Self {
            unix_ms: zoned.timestamp().as_millisecond(),
            offset_min: i16::try_from(zoned.offset().seconds() / 60).unwrap_or(0),
        }
    }

    /// The date and time that the clock showed.
    pub fn civil(self) -> jiff::civil::DateTime {
        self.zoned().datetime()
    }

    /// The day that the clock showed.
    pub fn date(self) -> jiff::civil::Date {
        self.civil().date()
    }

    /// What lies outside the years that can be shown is pulled back to their edge: nobody's clock stops the work.
    fn zoned(self) -> jiff::Zoned {
        let edge = if self.unix_ms < 0 { Timestamp::MIN } else { Timestamp::MAX };
        let timestamp = Timestamp::from_millisecond(self.unix_ms).unwrap_or(edge);
        let offset = Offset::from_seconds(i32::from(self.offset_min) * 60).unwrap_or(Offset::UTC);
        timestamp.to_zoned(TimeZone::fixed(offset))
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 with the recorded offset; fractions of a second only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let zoned = self.zoned();
        let pattern =
            if self.unix_ms % 1000 == 0 { "%Y-%m-%dT%H:%M:%S%:z" } else { "%Y-%m-%dT%H:%M:%S%.3f%:z" };
        write!(f, "{}", zoned.strftime(pattern))
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    fn from_str(text: &str) -> Result<Self, MomentError> {
        let pieces = jiff::fmt::temporal::DateTimeParser::new();
        let pieces = pieces.parse_pieces(text).map_err(|_| MomentError)?;
        let time = pieces.time().ok_or(MomentError)?;
        let offset = pieces.to_numeric_offset().ok_or(MomentError)?;
        let timestamp = offset.to_timestamp(pieces.date().to_datetime(time)).map_err(|_| MomentError)?;
        let offset_min = i16::try_from(offset.seconds() / 60).map_err(|_| MomentError)?;
        Ok(Self { unix_ms: timestamp.as_millisecond(), offset_min })
    }
}

/// A text that is not a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a time looks like 2026-11-24T10:52:00+04:00")]
pub struct MomentError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_back_as_it_was_written() {
        for text in [
            "2026-01-10T13:52:00+04:00",
            "2026-11-24T10:52:01.250+04:00",
            "1999-12-31T23:59:59-05:30",
            "2026-06-01T08:00:00+00:00",
        ] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
        assert_eq!(
            "2026-06-01T08:00:00Z".parse::<Moment>().unwrap().to_string(),
            "2026-06-01T08:00:00+00:00"
        );
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in ["", "yesterday", "2026-13-01T00:00:00+04:00", "2026-01-10T13:52:00", "2026-01-10"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_mad_clock_still_shows_a_time() {
        for unix_ms in [i64::MIN, i64::MAX] {
            assert!(!Moment { unix_ms, offset_min: i16::MAX }.to_string().is_empty());
        }
    }
}
