//! Dates, times and numbers as a language writes them.

use amparo_store::{Day, Moment};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use icu_calendar::{Date, Iso};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::input::{DateTime as IcuDateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;

use super::frame::Frame;

impl Frame {
    /// A day: *24 Nov 2026*.
    pub fn day(&self, day: &Day) -> String {
        self.date(&NaiveDate::from(*day))
    }

    /// A date: *24 Nov 2026*.
    pub fn date(&self, date: &NaiveDate) -> String {
        let formatter =
            DateTimeFormatter::try_new(self.language().locale.clone().into(), YMD::medium());
        match (formatter, icu_date(*date)) {
            (Ok(formatter), Some(it)) => formatter.format(&it).to_string(),
            _ => date.to_string(),
        }
    }

    /// A date with the day of the week.
    pub fn weekday(&self, date: &NaiveDate) -> String {
        let formatter =
            DateTimeFormatter::try_new(self.language().locale.clone().into(), YMDE::medium());
        match (formatter, icu_date(*date)) {
            (Ok(formatter), Some(it)) => formatter.format(&it).to_string(),
            _ => date.to_string(),
        }
    }

    /// A moment with its zone, which is UTC until an organisation says another.
    pub fn moment(&self, moment: &Moment) -> String {
        let utc = moment.to_utc();
        let formatter = DateTimeFormatter::try_new(
            self.language().locale.clone().into(),
            YMD::medium().with_time_hm(),
        );
        let time = u8::try_from(utc.hour())
            .ok()
            .zip(u8::try_from(utc.minute()).ok())
            .and_then(|(hour, minute)| Time::try_new(hour, minute, 0, 0).ok());
        match (formatter, icu_date(utc.date_naive()), time) {
            (Ok(formatter), Some(date), Some(time)) => {
                let text = formatter.format(&IcuDateTime { date, time });
                format!("{text} UTC")
            }
            _ => utc.format("%Y-%m-%d %H:%M UTC").to_string(),
        }
    }

    /// A moment on the clock of a place, which the IANA names; in UTC if nobody knows the name.
    pub fn moment_in(&self, moment: &Moment, zone: &str) -> String {
        let Ok(known) = zone.parse::<chrono_tz::Tz>() else {
            return self.moment(moment);
        };
        let there = moment.to_utc().with_timezone(&known);
        let time = there.format("%H:%M");
        format!("{}, {time} ({zone})", self.weekday(&there.date_naive()))
    }

    /// How far away a moment is: *in 2 days*, *3 hours ago*.
    pub fn when(&self, moment: &Moment) -> String {
        let (id, count) = distance(self.now.to_utc(), moment.to_utc());
        self.msg1(id, "count", count)
    }

    /// A moment for programs: the `datetime` of `<time>`.
    pub fn machine_time(&self, moment: &Moment) -> String {
        moment.to_utc().format("%Y-%m-%dT%H:%MZ").to_string()
    }

    /// A number in the language's digits.
    pub fn number(&self, number: impl TryInto<i64>) -> String {
        let Ok(number) = number.try_into() else {
            return String::new();
        };
        let options = icu_decimal::options::DecimalFormatterOptions::default();
        DecimalFormatter::try_new(self.language().locale.clone().into(), options).map_or_else(
            |_| number.to_string(),
            |formatter| formatter.format(&Decimal::from(number)).to_string(),
        )
    }
}

fn icu_date(date: NaiveDate) -> Option<Date<Iso>> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    Date::try_new_iso(date.year(), month, day).ok()
}

/// The message that says the distance, and its number.
fn distance(now: DateTime<Utc>, then: DateTime<Utc>) -> (&'static str, i64) {
    let apart = then - now;
    let size = apart.abs();
    let past = apart < TimeDelta::zero();
    match (size.num_days(), size.num_hours(), size.num_minutes()) {
        (0, 0, minutes) if past => ("when-minutes-ago", minutes),
        (0, 0, minutes) => ("when-in-minutes", minutes),
        (0 | 1, hours, _) if hours < 48 && past => ("when-hours-ago", hours),
        (0 | 1, hours, _) if hours < 48 => ("when-in-hours", hours),
        (days, ..) if past => ("when-days-ago", days),
        (days, ..) => ("when-in-days", days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_said_in_the_largest_unit_that_is_exact_enough() {
        let now: DateTime<Utc> = "2026-11-24T08:00:00Z".parse().unwrap();
        let at = |minutes| distance(now, now + TimeDelta::minutes(minutes));
        assert_eq!(at(5), ("when-in-minutes", 5));
        assert_eq!(at(-90), ("when-hours-ago", 1));
        assert_eq!(at(47 * 60), ("when-in-hours", 47));
        assert_eq!(at(-49 * 60), ("when-days-ago", 2));
    }
}
