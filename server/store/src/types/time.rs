//! Moments and days, the same in both databases.
//!
//! What must stay true:
//! - A moment is UTC and holds whole microseconds. PostgreSQL keeps no more, and two databases
//!   must not disagree about which of two rows came first.
//! - Years are 1 to 9999, because SQLite compares dates as text.
//!
//! Deliberately absent: asking for the present time, here or in SQL. Time is handed in.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, NaiveDate, NaiveDateTime, SecondsFormat, TimeDelta, Timelike, Utc,
};
use diesel::deserialize::FromSqlRow;
use diesel::expression::AsExpression;
use diesel::sql_types::{Date, Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Unreadable;
use super::column::portable_column;

/// The text is no date or time that both databases can keep. Says nothing about the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a date or time between the years 1 and 9999")]
pub struct OutOfRange;

/// A point in time: UTC, to the microsecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// Takes a time and drops what is finer than a microsecond.
    pub fn from_utc(time: DateTime<Utc>) -> Self {
        Self(whole_microseconds(time.naive_utc()))
    }

    /// The time for arithmetic with chrono.
    pub fn to_utc(self) -> DateTime<Utc> {
        self.0.and_utc()
    }

    /// The day in UTC. Outer columns keep days, so that a dump does not show who worked when.
    pub fn to_day(self) -> Day {
        Day(self.0.date())
    }

    /// The moment this much later (or earlier, if negative); unchanged if there is no such time.
    #[must_use]
    pub fn plus(self, by: TimeDelta) -> Self {
        self.0
            .checked_add_signed(by)
            .map_or(self, |time| Self(whole_microseconds(time)))
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(time: DateTime<Utc>) -> Self {
        Self::from_utc(time)
    }
}

impl From<Moment> for DateTime<Utc> {
    fn from(moment: Moment) -> Self {
        moment.to_utc()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Moment({self})")
    }
}

impl FromStr for Moment {
    type Err = OutOfRange;

    fn from_str(text: &str) -> Result<Self, OutOfRange> {
        let time = DateTime::parse_from_rfc3339(text).map_err(|_why| OutOfRange)?;
        let moment = Self::from_utc(time.with_timezone(&Utc));
        if keepable(moment.0.date()) {
            Ok(moment)
        } else {
            Err(OutOfRange)
        }
    }
}

portable_column!(Moment: Timestamp,
    write NaiveDateTime = |moment| if keepable(moment.0.date()) {
        Ok(&moment.0)
    } else {
        Err(Unreadable { type_name: "Moment", why: "is outside the years 1 to 9999" })
    },
    read NaiveDateTime = |time| Ok(Self(whole_microseconds(time))));

/// A day in the calendar, without a time zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Date)]
pub struct Day(NaiveDate);

impl Day {
    /// Takes a date.
    pub const fn from_date(date: NaiveDate) -> Self {
        Self(date)
    }

    /// The date for arithmetic with chrono.
    pub const fn to_date(self) -> NaiveDate {
        self.0
    }

    /// The first moment of the day, in UTC.
    pub fn start(self) -> Moment {
        Moment(self.0.and_time(chrono::NaiveTime::MIN))
    }

    /// Before 1900: nobody who is helped has seen that day, so a digit is wrong.
    pub fn is_too_early(self) -> bool {
        Datelike::year(&self.0) < 1900
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Day({self})")
    }
}

impl FromStr for Day {
    type Err = OutOfRange;

    fn from_str(text: &str) -> Result<Self, OutOfRange> {
        // chrono is lenient about missing zeros; one day has one spelling here.
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_why| OutOfRange)?;
        let day = Self(date);
        if keepable(date) && day.to_string() == text {
            Ok(day)
        } else {
            Err(OutOfRange)
        }
    }
}

portable_column!(Day: Date,
    write NaiveDate = |day| if keepable(day.0) {
        Ok(&day.0)
    } else {
        Err(Unreadable { type_name: "Day", why: "is outside the years 1 to 9999" })
    },
    read NaiveDate = |date| Ok(Self(date)));

/// Text on the way out, strict text on the way in.
macro_rules! serde_as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?
                    .parse()
                    .map_err(de::Error::custom)
            }
        }
    };
}

serde_as_text!(Moment);
serde_as_text!(Day);

fn keepable(date: NaiveDate) -> bool {
    (1..=9999).contains(&date.year())
}

/// Drops what is finer than a microsecond. A leap second becomes the end of the second before it,
/// because the databases have no sixty-first second.
fn whole_microseconds(time: NaiveDateTime) -> NaiveDateTime {
    let nanoseconds = time.nanosecond().min(999_999_999);
    time.with_nanosecond(nanoseconds - nanoseconds % 1_000)
        .unwrap_or(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text)
            .unwrap()
            .with_timezone(&Utc)
    }

    #[test]
    fn moments_are_cut_to_microseconds() {
        let moment = Moment::from(at("2026-11-24T06:30:00.123456789Z"));
        assert_eq!(moment.to_string(), "2026-11-24T06:30:00.123456Z");
        assert_eq!(
            Moment::from(at("2016-12-31T23:59:60.5Z")).to_string(),
            "2016-12-31T23:59:59.999999Z"
        );
    }

    #[test]
    fn moments_speak_rfc_3339() {
        let moment: Moment = serde_json::from_str("\"2026-11-24T08:30:00+02:00\"").unwrap();
        assert_eq!(
            serde_json::to_string(&moment).unwrap(),
            "\"2026-11-24T06:30:00Z\""
        );
        assert_eq!(moment.to_day().to_string(), "2026-11-24");
        assert_eq!(moment.to_day().start().to_string(), "2026-11-24T00:00:00Z");
        assert!("2026-11-24 06:30:00".parse::<Moment>().is_err());
        assert!("0000-01-01T00:00:00Z".parse::<Moment>().is_err());
    }

    #[test]
    fn days_have_one_spelling() {
        assert_eq!(
            "2026-02-28".parse::<Day>().unwrap().to_string(),
            "2026-02-28"
        );
        for refused in [
            "2026-2-28",
            "2026-02-30",
            "0000-01-01",
            "+12026-01-01",
            "",
            "28.02.2026",
        ] {
            assert!(refused.parse::<Day>().is_err(), "{refused}");
        }
    }
}
