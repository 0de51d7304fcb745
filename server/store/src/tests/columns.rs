//! Values read back equal from either database, and what cannot be read is told without it.

use diesel::connection::SimpleConnection;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::databases::{House, Kind, Thing, on_both, things};
use crate::{CaseId, Day, Moment, Sealed, StoreError};

fn load(house: &House) -> Result<Vec<Thing>, StoreError> {
    house
        .store
        .read(|db| Ok(things::table.order(things::at).load(db)?))
}

#[test]
fn every_type_reads_back_equal() {
    on_both(|house| {
        let early: Moment = "0001-01-01T00:00:00Z".parse().unwrap();
        let late: Moment = "9999-12-31T23:59:59.999999Z".parse().unwrap();
        let mut rows = vec![Thing::number(1), Thing::number(2), Thing::number(3)];
        rows[0].at = early;
        rows[0].until = Some(late);
        rows[0].day = "0001-01-01".parse().unwrap();
        rows[0].kind = Kind::Legal;
        rows[0].sealed = Sealed::new((0..=255).map(|byte| byte | 1).collect()).unwrap();
        rows[2].at = late;
        rows[2].day = "9999-12-31".parse().unwrap();
        rows[2].revision = i64::MAX;
        for row in rows.iter().rev() {
            house.store.write(|db| row.insert(db)).unwrap();
        }
        assert_eq!(load(house).unwrap(), rows);
    });
}

#[test]
fn moments_sort_and_compare_in_the_database() {
    on_both(|house| {
        let texts = [
            "2026-11-24T06:30:00Z",
            "2026-11-24T06:30:00.000001Z",
            "2026-11-24T06:30:00.1Z",
            "2026-11-24T06:30:00.100001Z",
            "2026-11-24T06:30:01Z",
        ];
        for (number, text) in (1..=5_u8).zip(texts).rev() {
            let row = Thing {
                at: text.parse().unwrap(),
                ..Thing::number(number)
            };
            house.store.write(|db| row.insert(db)).unwrap();
        }
        let sorted: Vec<String> = load(house)
            .unwrap()
            .iter()
            .map(|row| row.at.to_string())
            .collect();
        let expected: Vec<String> = texts
            .iter()
            .map(|text| text.parse::<Moment>().unwrap().to_string())
            .collect();
        assert_eq!(sorted, expected);
        for (before, text) in (0..).zip(texts) {
            let at: Moment = text.parse().unwrap();
            let found: i64 = house
                .store
                .read::<_, StoreError>(|db| {
                    Ok(things::table
                        .filter(things::at.lt(at))
                        .count()
                        .get_result(db)?)
                })
                .unwrap();
            assert_eq!(found, before);
        }
    });
}

#[test]
fn rows_are_found_by_any_type() {
    on_both(|house| {
        for number in 1..=3 {
            house
                .store
                .write(|db| Thing::number(number).insert(db))
                .unwrap();
        }
        let wanted = Thing::number(2);
        let found = house.store.read::<_, StoreError>(|db| {
            Ok(things::table
                .filter(things::id.eq_any([wanted.id, CaseId::from_bytes([9; 16])]))
                .filter(things::digest.eq(wanted.digest))
                .filter(things::kind.eq(wanted.kind))
                .filter(things::day.eq(wanted.day))
                .filter(things::until.is_null())
                .first::<Thing>(db)
                .optional()?)
        });
        assert_eq!(found, Ok(Some(wanted.clone())));
    });
}

#[test]
fn years_that_only_one_database_keeps_are_refused() {
    on_both(|house| {
        let day = Day::from_date(chrono::NaiveDate::from_ymd_opt(12026, 1, 1).unwrap());
        let told = house.store.write(|db| {
            Thing {
                day,
                ..Thing::number(1)
            }
            .insert(db)
        });
        let what = "a value cannot be stored: Day is outside the years 1 to 9999";
        assert_eq!(told, Err(StoreError::broken(what)));
        let told = house.store.write(|db| {
            Thing {
                at: day.start(),
                ..Thing::number(1)
            }
            .insert(db)
        });
        assert!(matches!(told, Err(StoreError::Broken { .. })));
    });
}

#[test]
fn a_strange_column_is_told_by_type_and_not_by_value() {
    on_both(|house| {
        let bytes = match house.store.backend() {
            crate::Backend::Sqlite => "x'4d61726961'",
            crate::Backend::Postgres => "'\\x4d61726961'",
        };
        for (column, value, type_name) in [
            ("kind", "'Maria'", "Kind"),
            ("sealed", bytes, "Sealed"),
            ("digest", bytes, "Digest"),
            ("salt", bytes, "Bytes16"),
            ("id", bytes, "CaseId"),
        ] {
            let spoil = format!("update things set {column} = {value}");
            house
                .store
                .write::<_, StoreError>(|db| {
                    Thing::number(1).insert(db)?;
                    Ok(db.batch_execute(&spoil)?)
                })
                .unwrap();
            let text = format!("{:?}", load(house).unwrap_err());
            assert!(text.contains(column) && text.contains(type_name), "{text}");
            assert!(
                !text.contains("Maria") && !text.contains("4d61726961"),
                "{text}"
            );
            house
                .store
                .write::<_, StoreError>(|db| Ok(db.batch_execute("delete from things")?))
                .unwrap();
        }
    });
}
