//! Acts are kept whole or not at all.

use std::panic::{AssertUnwindSafe, catch_unwind};

use diesel::connection::{Connection, SimpleConnection, TransactionManager};
use diesel::{QueryDsl, RunQueryDsl};

use super::databases::{Thing, bump, count, on_both, on_postgres, settings, things};
use crate::{AnyConnection, Backend, Store, StoreError, insert_if_absent, savepoint};

#[test]
fn what_ends_well_is_kept() {
    on_both(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        assert_eq!(house.store.read(count), Ok(1));
        assert_eq!(house.again().read(count), Ok(1));
    });
}

#[test]
fn an_error_undoes_the_act() {
    on_both(|house| {
        let refused = house.store.write(|db| {
            Thing::number(1).insert(db)?;
            Err::<(), _>(StoreError::Missing)
        });
        assert_eq!(refused, Err(StoreError::Missing));
        assert_eq!(house.store.read(count), Ok(0));
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
    });
}

#[test]
fn a_panic_undoes_the_act_and_spoils_no_connection() {
    on_both(|house| {
        // More panics than connections: not one may come back with its transaction open.
        for _ in 0..6 {
            let fall = catch_unwind(AssertUnwindSafe(|| {
                house.store.write::<(), StoreError>(|db| {
                    Thing::number(1).insert(db)?;
                    panic!("on purpose");
                })
            }));
            assert!(fall.is_err());
        }
        assert_eq!(house.store.read(count), Ok(0));
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        assert_eq!(house.store.read(count), Ok(1));
    });
}

#[test]
fn a_read_cannot_write() {
    on_both(|house| {
        let refused = house.store.read(|db| Thing::number(1).insert(db));
        assert_eq!(refused, Err(StoreError::broken("a read tried to write")));
        assert_eq!(house.store.read(count), Ok(0));
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
    });
}

#[test]
fn a_read_sees_one_state() {
    on_both(|house| {
        house
            .store
            .read::<_, StoreError>(|db| {
                assert_eq!(count(db)?, 0);
                house.store.write(|other| Thing::number(1).insert(other))?;
                assert_eq!(count(db)?, 0);
                Ok(())
            })
            .unwrap();
        assert_eq!(house.store.read(count), Ok(1));
    });
}

#[test]
fn a_lost_race_is_run_twice_more_and_not_for_ever() {
    on_both(|house| {
        let mut runs = 0;
        let won = house.store.write(|db| {
            runs += 1;
            Thing::number(1).insert(db)?;
            if runs < 3 {
                Err(StoreError::Serialization)
            } else {
                Ok(runs)
            }
        });
        assert_eq!(won, Ok(3));
        let mut runs = 0;
        let lost = house.store.write::<(), _>(|_| {
            runs += 1;
            Err(StoreError::Serialization)
        });
        assert_eq!((lost, runs), (Err(StoreError::Serialization), 3));
        assert_eq!(house.store.read(count), Ok(1));
    });
}

#[test]
fn a_duplicate_is_told_and_a_savepoint_survives_it() {
    on_both(|house| {
        let constraint = match house.store.backend() {
            Backend::Sqlite => "things.id",
            Backend::Postgres => "things_pkey",
        };
        let duplicate = StoreError::Duplicate {
            constraint: Some(constraint.to_owned()),
        };
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        // Only the id is taken: of two broken rules the databases tell different ones.
        let rival = Thing {
            id: Thing::number(1).id,
            ..Thing::number(3)
        };
        let refused = house.store.write(|db| rival.insert(db));
        assert_eq!(refused, Err(duplicate.clone()));
        house
            .store
            .write::<_, StoreError>(|db| {
                let refused = savepoint(db, |db| rival.insert(db));
                assert_eq!(refused, Err(duplicate.clone()));
                savepoint(db, |db| Thing::number(2).insert(db))
            })
            .unwrap();
        assert_eq!(house.store.read(count), Ok(2));
    });
}

#[test]
fn a_row_is_inserted_only_if_absent() {
    on_both(|house| {
        let insert = |thing: Thing| {
            house
                .store
                .write(|db| insert_if_absent!(db, things::table, thing.clone()))
        };
        assert_eq!(insert(Thing::number(1)), Ok(true));
        assert_eq!(insert(Thing::number(1)), Ok(false));
        // The digest has a unique rule too.
        assert_eq!(
            insert(Thing {
                id: Thing::number(2).id,
                ..Thing::number(1)
            }),
            Ok(false)
        );
        assert_eq!(insert(Thing::number(2)), Ok(true));
        assert_eq!(house.store.read(count), Ok(2));
    });
}

#[test]
fn an_open_savepoint_is_not_taken_for_success() {
    on_both(|house| {
        let refused = house.store.write::<_, StoreError>(|db| {
            <AnyConnection as Connection>::TransactionManager::begin_transaction(db)?;
            Thing::number(1).insert(db)
        });
        assert_eq!(
            refused,
            Err(StoreError::broken("an act left a savepoint open"))
        );
        assert_eq!(house.store.read(count), Ok(0));
    });
}

#[test]
fn a_failure_that_was_swallowed_is_not_taken_for_success() {
    on_postgres(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let refused = house.store.write::<_, StoreError>(|db| {
            bump(db)?;
            drop(Thing::number(1).insert(db));
            Ok(())
        });
        assert!(
            matches!(refused, Err(StoreError::Broken { .. })),
            "{refused:?}"
        );
        let revision: Result<i64, StoreError> = house
            .store
            .read(|db| Ok(things::table.select(things::revision).first(db)?));
        assert_eq!(revision, Ok(1));
    });
}

#[test]
fn an_absent_row_is_missing() {
    on_both(|house| {
        let absent: Result<i64, StoreError> = house
            .store
            .read(|db| Ok(things::table.select(things::revision).first(db)?));
        assert_eq!(absent, Err(StoreError::Missing));
    });
}

#[test]
fn a_broken_query_is_told_without_values() {
    on_both(|house| {
        let error = house
            .store
            .read::<(), StoreError>(|db| Ok(db.batch_execute("select 'Maria' from nowhere")?))
            .unwrap_err();
        assert!(matches!(error, StoreError::Broken { .. }));
        assert!(error.to_string().contains("nowhere"), "{error}");
        assert!(!format!("{error} {error:?}").contains("Maria"));
    });
    on_postgres(|house| {
        let cast = "select 'Maria'::integer";
        let error = house
            .store
            .read::<(), StoreError>(|db| Ok(db.batch_execute(cast)?))
            .unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Maria"), "{error:?}");
    });
}

#[test]
fn without_a_free_connection_the_store_is_busy() {
    on_both(|house| {
        let mut settings = settings(&house.url);
        settings.readers = 1;
        settings.acquire_timeout = std::time::Duration::from_millis(300);
        let store = Store::open(&settings).unwrap();
        let inner = store.read(|_| store.read(count));
        assert_eq!(inner, Err(StoreError::Busy));
        let inner = store.write(|_| store.write(count));
        assert_eq!(inner, Err(StoreError::Busy));
        assert_eq!(store.read(count), Ok(0));
    });
}
