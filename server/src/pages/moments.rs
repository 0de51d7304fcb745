//! Dates, times and numbers as a language writes them.

use amparo_store::{Day, Moment};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Timelike, Utc};
use icu_calendar::{Date, Iso};
use icu_datetime::fieldsets::{T, YMD, YMDE};
use icu_datetime::input::Time;
use icu_datetime::preferences::HourCycle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;

use super::frame::Frame;

impl Frame {
    /// A day: *27 November 2026*.
    pub fn day(&self, day: &Day) -> String {
        self.date(&NaiveDate::from(*day))
    }

    /// A date as the language writes it: *27 November 2026*.
    pub fn date(&self, date: &NaiveDate) -> String {
        date_in(&self.language().locale, *date)
    }

    /// A date with the day of the week.
    pub fn weekday(&self, date: &NaiveDate) -> String {
        weekday_in(&self.language().locale, *date)
    }

    /// A moment with its zone, which is UTC until an organisation says another.
    pub fn moment(&self, moment: &Moment) -> String {
        let utc = moment.to_utc();
        let (date, time) = (self.date(&utc.date_naive()), self.clock(&utc));
        format!("{} UTC", self.listed([date, time]))
    }

    /// A moment on the clock of a place, which the IANA names; in UTC if nobody knows the name.
    pub fn moment_in(&self, moment: &Moment, zone: &str) -> String {
        let Ok(known) = zone.parse::<chrono_tz::Tz>() else {
            return self.moment(moment);
        };
        let there = moment.to_utc().with_timezone(&known);
        let (date, time) = (self.weekday(&there.date_naive()), self.clock(&there));
        format!("{} ({zone})", self.listed([date, time]))
    }

    fn clock(&self, at: &impl Timelike) -> String {
        clock_in(&self.language().locale, at)
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

fn date_in(locale: &Locale, date: NaiveDate) -> String {
    match (
        DateTimeFormatter::try_new(locale.into(), YMD::long()),
        icu_date(date),
    ) {
        (Ok(formatter), Some(it)) => formatter.format(&it).to_string(),
        _ => date.to_string(),
    }
}

fn weekday_in(locale: &Locale, date: NaiveDate) -> String {
    match (
        DateTimeFormatter::try_new(locale.into(), YMDE::long()),
        icu_date(date),
    ) {
        (Ok(formatter), Some(it)) => formatter.format(&it).to_string(),
        _ => date.to_string(),
    }
}

/// The time of day, always of 24 hours: a deadline at 6:10 must not be taken for the evening.
fn clock_in(locale: &Locale, at: &impl Timelike) -> String {
    let part = |number: u32| u8::try_from(number).ok();
    let time = part(at.hour())
        .zip(part(at.minute()))
        .and_then(|(hour, minute)| Time::try_new(hour, minute, 0, 0).ok());
    let mut preferences = DateTimeFormatterPreferences::from(locale);
    preferences.hour_cycle = Some(HourCycle::H23);
    match (NoCalendarFormatter::try_new(preferences, T::hm()), time) {
        (Ok(formatter), Some(time)) => formatter.format(&time).to_string(),
        _ => format!("{:02}:{:02}", at.hour(), at.minute()),
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
    use crate::languages::language;

    #[test]
    fn dates_are_those_of_the_language_and_times_have_24_hours() {
        let at: DateTime<Utc> = "2026-11-27T18:05:00Z".parse().unwrap();
        let locale = |tag| &language(tag).unwrap().locale;
        let said = |tag| {
            [
                date_in(locale(tag), at.date_naive()),
                clock_in(locale(tag), &at),
            ]
        };
        assert_eq!(said("en"), ["27 November 2026", "18:05"]);
        assert_eq!(said("es"), ["27 de noviembre de 2026", "18:05"]);
        assert_eq!(said("fr"), ["27 novembre 2026", "18:05"]);
        assert_eq!(said("ar"), ["27 نوفمبر 2026", "18:05"]);
        let friday = weekday_in(locale("en"), at.date_naive());
        assert_eq!(friday, "Friday, 27 November 2026");
    }

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
