//! What happens when two processes want the same thing.

use diesel::connection::SimpleConnection;
use diesel::{QueryDsl, RunQueryDsl};

use super::databases::{Thing, bump, count, on_both, on_postgres, on_sqlite, things};
use crate::StoreError;

#[test]
fn on_sqlite_an_act_holds_the_lock_before_its_first_statement() {
    on_sqlite(|house| {
        let rival = house.again();
        let told = house
            .store
            .write::<_, StoreError>(|_| Ok(rival.write(|db| Thing::number(1).insert(db))))
            .unwrap();
        assert_eq!(told, Err(StoreError::Busy));
        rival.write(|db| Thing::number(1).insert(db)).unwrap();
    });
}

#[test]
fn on_sqlite_a_writer_keeps_no_reader_waiting() {
    on_sqlite(|house| {
        let rival = house.again();
        house
            .store
            .write::<_, StoreError>(|db| {
                Thing::number(1).insert(db)?;
                assert_eq!(rival.read(count), Ok(0));
                Ok(())
            })
            .unwrap();
        assert_eq!(rival.read(count), Ok(1));
    });
}

#[test]
fn on_postgres_an_act_builds_on_what_its_rival_left() {
    on_postgres(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let mut runs = 0;
        house
            .store
            .write::<_, StoreError>(|db| {
                runs += 1;
                count(db)?;
                if runs == 1 {
                    house.store.write(bump)?;
                }
                bump(db)
            })
            .unwrap();
        // Read committed: the rival's work is seen, not overwritten, and nothing has to run again.
        assert_eq!(runs, 1);
        let revision: Result<i64, StoreError> = house
            .store
            .read(|db| Ok(things::table.select(things::revision).first(db)?));
        assert_eq!(revision, Ok(3));
    });
}

#[test]
fn on_postgres_a_long_wait_for_a_row_is_busy() {
    on_postgres(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let told = house
            .store
            .write::<_, StoreError>(|db| {
                bump(db)?;
                Ok(house.store.write(bump))
            })
            .unwrap();
        assert_eq!(told, Err(StoreError::Busy));
    });
}

#[test]
fn on_postgres_a_deadlock_is_run_again() {
    on_postgres(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let mut runs = 0;
        house
            .store
            .write::<_, StoreError>(|db| {
                runs += 1;
                // The error of the server itself; a staged deadlock would make the test slow.
                let staged = "do $$ begin raise exception 'deadlock detected' \
                              using errcode = '40P01'; end $$";
                if runs == 1 {
                    Ok(db.batch_execute(staged)?)
                } else {
                    bump(db)
                }
            })
            .unwrap();
        assert_eq!(runs, 2);
    });
}

#[test]
fn a_server_that_was_away_is_found_again() {
    on_postgres(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let end = "select pg_terminate_backend(pid) from pg_stat_activity \
                   where datname = current_database() and pid <> pg_backend_pid()";
        let rival = house.again();
        // The act that is under way is told of the outage; the next one gets a new connection.
        let told = house.store.write::<_, StoreError>(|db| {
            bump(db)?;
            rival.write::<_, StoreError>(|other| Ok(other.batch_execute(end)?))?;
            bump(db)
        });
        assert!(matches!(told, Err(StoreError::Unavailable(_))), "{told:?}");
        house.store.write(bump).unwrap();
        assert_eq!(house.store.read(count), Ok(1));
    });
}

#[test]
fn two_processes_may_migrate_at_once() {
    on_both(|house| {
        let (one, other) = (house.store.clone(), house.again());
        let (one, other) = std::thread::scope(|scope| {
            let one = scope.spawn(move || one.migrate());
            let other = scope.spawn(move || other.migrate());
            (one.join().unwrap(), other.join().unwrap())
        });
        let (one, other) = (one.unwrap(), other.unwrap());
        assert!(one.is_empty() || other.is_empty(), "{one:?} {other:?}");
        assert_eq!(house.store.pending_migrations(), Ok(Vec::new()));
    });
}
