//! The clocks of a country, from the table of the time zone database.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;

const TABLE: &str = include_str!("../../../data/tz/zone.tab");

fn table() -> &'static HashMap<String, Vec<Tz>> {
    static READ: OnceLock<HashMap<String, Vec<Tz>>> = OnceLock::new();
    READ.get_or_init(|| {
        let mut zones: HashMap<String, Vec<Tz>> = HashMap::new();
        let mut rows = csv::ReaderBuilder::new()
            .delimiter(b'\t')
            .comment(Some(b'#'))
            .has_headers(false)
            .flexible(true)
            .from_reader(TABLE.as_bytes());
        for row in rows.records().flatten() {
            let zone = row.get(2).and_then(|name| name.parse().ok());
            if let (Some(country), Some(zone)) = (row.get(0), zone) {
                zones.entry(country.to_owned()).or_default().push(zone);
            }
        }
        // Not in the table, which knows the countries of ISO 3166-1 only.
        zones.insert("XK".to_owned(), vec![Tz::Europe__Belgrade]);
        zones
    })
}

/// The clocks of a country by its code of two letters, the most used first. Empty if it has none.
pub fn zones(country: &str) -> &'static [Tz] {
    table().get(country).map_or(&[], Vec::as_slice)
}

/// The clock of a country on which a local time comes first: what may happen then, happens no
/// earlier.
pub fn earliest_zone(country: &str, local: NaiveDateTime) -> Option<Tz> {
    let ahead = |zone: &&Tz| {
        zone.offset_from_utc_datetime(&local)
            .fix()
            .local_minus_utc()
    };
    zones(country).iter().max_by_key(ahead).copied()
}

#[cfg(test)]
mod tests {
    use super::super::countries;
    use super::*;

    #[test]
    fn every_country_has_a_clock() {
        let without = countries().filter(|it| zones(&it.alpha_2).is_empty());
        let without: Vec<&str> = without.map(|it| it.alpha_2.as_str()).collect();
        // Two islands where nobody lives.
        assert_eq!(without, ["BV", "HM"]);
    }

    #[test]
    fn the_earliest_clock_of_a_wide_country() {
        let noon = chrono::NaiveDate::from_ymd_opt(2026, 11, 24)
            .and_then(|day| day.and_hms_opt(12, 0, 0))
            .unwrap();
        assert_eq!(earliest_zone("GR", noon), Some(Tz::Europe__Athens));
        assert_eq!(zones("US").first(), Some(&Tz::America__New_York));
        let offset = |zone: Tz| zone.offset_from_utc_datetime(&noon).fix().local_minus_utc();
        assert_eq!(earliest_zone("US", noon).map(offset), Some(-5 * 3600));
        assert_eq!(earliest_zone("RU", noon).map(offset), Some(12 * 3600));
        assert_eq!(earliest_zone("ZZ", noon), None);
    }
}
