//! Migrations, housekeeping and backups.

use std::os::unix::fs::PermissionsExt;

use diesel::connection::SimpleConnection;
use diesel_migrations::FileBasedMigrations;

use super::databases::{House, Thing, count, on_both, on_both_empty, on_sqlite, settings, things};
use crate::dialect::{self, POSTGRES_MIGRATIONS, Role, SQLITE_MIGRATIONS};
use crate::{AnyConnection, Backend, Sealed, Store, StoreError};

#[test]
fn both_folders_hold_the_same_names() {
    use diesel::migration::{Migration, MigrationSource};
    fn names<DB: diesel::backend::Backend>(all: &[Box<dyn Migration<DB>>]) -> Vec<String> {
        let mut names: Vec<String> = all.iter().map(|one| one.name().to_string()).collect();
        names.sort();
        names
    }
    let sqlite = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE_MIGRATIONS).unwrap();
    let postgres = MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES_MIGRATIONS).unwrap();
    assert_eq!(names(&sqlite), names(&postgres));
}

#[test]
fn migrations_go_up_down_and_up_again() {
    on_both_empty(|house| {
        let names = house.store.pending_migrations().unwrap();
        assert!(!names.is_empty());
        assert_eq!(house.store.migrate().unwrap(), names);
        assert_eq!(house.store.pending_migrations(), Ok(Vec::new()));
        assert_eq!(house.store.migrate(), Ok(Vec::new()));
        let tables = house.store.tables().unwrap();
        assert!(!tables.is_empty());

        assert_eq!(house.store.revert_last().unwrap().as_ref(), names.last());
        let mut reverted = house.store.revert_all().unwrap();
        reverted.reverse();
        assert_eq!(reverted, names[..names.len() - 1]);
        assert_eq!(house.store.revert_last(), Ok(None));
        assert_eq!(house.store.tables(), Ok(Vec::new()));

        assert_eq!(house.store.migrate().unwrap(), names);
        assert_eq!(house.store.tables().unwrap(), tables);
    });
}

#[test]
fn both_databases_have_the_same_columns() {
    let seen = std::cell::RefCell::new(Vec::new());
    on_both_empty(|house| {
        house.store.migrate().unwrap();
        let names: Vec<(String, String)> = house
            .store
            .tables()
            .unwrap()
            .into_iter()
            .map(|(t, c, _)| (t, c))
            .collect();
        seen.borrow_mut().push(names);
    });
    let seen = seen.into_inner();
    assert!(seen.iter().all(|names| *names == seen[0]), "{seen:?}");
}

#[test]
fn a_migration_of_another_build_is_refused() {
    on_both_empty(|house| {
        house.store.migrate().unwrap();
        let stranger = "insert into __diesel_schema_migrations (version) values ('99990101000000')";
        house
            .store
            .write::<_, StoreError>(|db| Ok(db.batch_execute(stranger)?))
            .unwrap();
        let refused = house.store.pending_migrations().unwrap_err();
        assert!(refused.to_string().contains("99990101000000"), "{refused}");
        assert_eq!(house.store.migrate(), Err(refused));
    });
}

#[test]
fn columns_are_listed_with_their_types() {
    on_both(|house| {
        let columns = house.store.tables().unwrap();
        let types: Vec<&str> = columns
            .iter()
            .map(|(_, _, sql_type)| sql_type.as_str())
            .collect();
        assert!(columns.iter().all(|(table, _, _)| table == "things"));
        assert_eq!(columns[0].1, "id");
        assert_eq!(columns.len(), 9);
        let expected = match house.store.backend() {
            Backend::Sqlite => ["BLOB", "TEXT"],
            Backend::Postgres => ["bytea", "text"],
        };
        assert_eq!(types[..2], expected);
    });
}

/// Two migrations in the test's own folder: parents with children, then `second`.
fn two_migrations(house: &House, second: &str) -> FileBasedMigrations {
    let first = "create table parents (id integer primary key);
        create table children (parent integer not null references parents (id));
        insert into parents values (1); insert into children values (1);";
    let folder = house.folder.join("migrations");
    for (name, up) in [
        ("20260101000000_first", first),
        ("20260102000000_second", second),
    ] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
        std::fs::write(folder.join(name).join("up.sql"), up).unwrap();
        std::fs::write(folder.join(name).join("down.sql"), "select 1;").unwrap();
    }
    FileBasedMigrations::from_path(&folder).unwrap()
}

#[test]
fn sqlite_may_rebuild_a_table_but_not_break_a_reference() {
    on_sqlite(|house| {
        let rebuild = "create table parents_new (id integer primary key, word text);
            insert into parents_new (id) select id from parents; drop table parents;
            alter table parents_new rename to parents;";
        let broken = "delete from parents; create table never (id integer);";
        let mut db = house.store.fresh().unwrap();
        let AnyConnection::Sqlite(inner) = &mut db else {
            panic!("this is SQLite")
        };
        let refused = dialect::sqlite::migrate(inner, &two_migrations(house, broken)).unwrap_err();
        assert!(refused.to_string().contains("second") && refused.to_string().contains("children"));
        let waiting = dialect::sqlite::pending(inner, &two_migrations(house, broken)).unwrap();
        assert_eq!(waiting, ["20260102000000_second"]);
        assert!(
            !house
                .store
                .tables()
                .unwrap()
                .iter()
                .any(|(table, _, _)| table == "never")
        );

        let done = dialect::sqlite::migrate(inner, &two_migrations(house, rebuild)).unwrap();
        assert_eq!(done, ["20260102000000_second"]);
        let orphan = "insert into children values (2)";
        let refused = house
            .store
            .write::<_, StoreError>(|db| Ok(db.batch_execute(orphan)?));
        assert!(
            matches!(refused, Err(StoreError::Broken { .. })),
            "{refused:?}"
        );
    });
}

#[test]
fn a_failing_migration_names_itself_and_leaves_nothing() {
    on_sqlite(|house| {
        let broken = "create table never (id integer); select * from nowhere;";
        let mut db = house.store.fresh().unwrap();
        let AnyConnection::Sqlite(inner) = &mut db else {
            panic!("this is SQLite")
        };
        let refused = dialect::sqlite::migrate(inner, &two_migrations(house, broken)).unwrap_err();
        let text = refused.to_string();
        assert!(
            text.contains("20260102000000_second") && text.contains("nowhere"),
            "{text}"
        );
        assert!(
            !house
                .store
                .tables()
                .unwrap()
                .iter()
                .any(|(table, _, _)| table == "never")
        );
    });
}

const MARKER: &[u8] = b"the marker that must vanish from the disk";

fn on_disk(house: &House) -> bool {
    std::fs::read_dir(&house.folder).unwrap().any(|file| {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        bytes.windows(MARKER.len()).any(|window| window == MARKER)
    })
}

#[test]
fn compacting_leaves_no_erased_byte_in_the_files() {
    on_both(|house| {
        let mut bytes = vec![1];
        bytes.extend_from_slice(MARKER);
        let row = Thing {
            sealed: Sealed::new(bytes).unwrap(),
            ..Thing::number(1)
        };
        house.store.write(|db| row.insert(db)).unwrap();
        let is_file = house.store.backend() == Backend::Sqlite;
        assert_eq!(on_disk(house), is_file);
        house
            .store
            .write::<_, StoreError>(|db| {
                diesel::RunQueryDsl::execute(diesel::delete(things::table), db)?;
                Ok(())
            })
            .unwrap();
        house.store.compact().unwrap();
        assert!(!on_disk(house));
        assert_eq!(house.store.read(count), Ok(0));
    });
}

#[test]
fn a_reader_that_holds_the_log_makes_compacting_busy() {
    on_sqlite(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let told = house.store.read::<_, StoreError>(|db| {
            count(db)?;
            house.store.write(|other| Thing::number(2).insert(other))?;
            Ok(house.store.compact())
        });
        assert_eq!(told, Ok(Err(StoreError::Busy)));
        assert_eq!(house.store.compact(), Ok(()));
    });
}

#[test]
fn a_backup_is_whole_private_and_never_overwrites() {
    on_both(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        let copy = house.folder.join("copy.db");
        if house.store.backend() == Backend::Postgres {
            assert!(matches!(
                house.store.backup_to(&copy),
                Err(StoreError::Broken { .. })
            ));
            return;
        }
        house.store.backup_to(&copy).unwrap();
        assert_eq!(copy.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert!(matches!(
            house.store.backup_to(&copy),
            Err(StoreError::Unavailable(_))
        ));
        let opened = Store::open(&settings(&format!("sqlite:{}", copy.display()))).unwrap();
        assert_eq!(opened.read(count), Ok(1));
    });
}

#[test]
fn upkeep_has_no_limit_on_the_length_of_a_statement() {
    super::databases::on_postgres(|house| {
        let mut db = house.store.fresh().unwrap();
        let show = diesel::dsl::sql::<diesel::sql_types::Text>(
            "select current_setting('statement_timeout')",
        );
        let shown: String = diesel::RunQueryDsl::get_result(show, &mut db).unwrap();
        assert_eq!(shown, "0");
        assert_ne!(Role::Upkeep, Role::Writer);
    });
}
