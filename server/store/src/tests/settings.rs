//! The settings that protect data are really on.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use diesel::RunQueryDsl;
use diesel::dsl::sql;
use diesel::sql_types::{Integer, Text};

use super::databases::{Thing, count, on_both, on_postgres, on_sqlite, server, settings};
use crate::{AnyConnection, Store, StoreError};

fn number(db: &mut AnyConnection, pragma: &str) -> i32 {
    sql::<Integer>(&format!("pragma {pragma}"))
        .get_result(db)
        .unwrap()
}

fn text(db: &mut AnyConnection, statement: &str) -> String {
    sql::<Text>(statement).get_result(db).unwrap()
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[test]
fn sqlite_protects_what_it_holds() {
    on_sqlite(|house| {
        let check = |db: &mut AnyConnection| {
            assert_eq!(text(db, "pragma journal_mode"), "wal");
            assert_eq!(number(db, "synchronous"), 2);
            assert_eq!(number(db, "foreign_keys"), 1);
            assert_eq!(number(db, "secure_delete"), 1);
            assert_eq!(number(db, "trusted_schema"), 0);
            assert_eq!(number(db, "temp_store"), 2);
            assert_eq!(number(db, "busy_timeout"), 500);
            number(db, "query_only")
        };
        assert_eq!(house.store.read::<_, StoreError>(|db| Ok(check(db))), Ok(1));
        assert_eq!(
            house.store.write::<_, StoreError>(|db| Ok(check(db))),
            Ok(0)
        );
    });
}

#[test]
fn sqlite_files_are_private() {
    on_sqlite(|house| {
        house.store.write(|db| Thing::number(1).insert(db)).unwrap();
        for file in ["amparo.db", "amparo.db-wal", "amparo.db-shm"] {
            assert_eq!(mode(&house.folder.join(file)), 0o600, "{file}");
        }
    });
}

#[test]
fn a_file_that_vanished_does_not_come_back_empty() {
    on_sqlite(|house| {
        std::fs::remove_file(house.file()).unwrap();
        assert!(matches!(
            house.store.tables(),
            Err(StoreError::Unavailable(_))
        ));
        assert!(!house.file().exists());
    });
}

#[test]
fn a_file_that_is_no_database_is_refused() {
    on_sqlite(|house| {
        let letter = house.folder.join("letter.txt");
        std::fs::write(&letter, "Dear Maria, ".repeat(1000)).unwrap();
        let refused = Store::open(&settings(&format!("sqlite:{}", letter.display())));
        assert!(
            matches!(refused, Err(StoreError::Unavailable(_))),
            "{refused:?}"
        );
    });
}

#[test]
fn postgres_speaks_utc_and_every_wait_ends() {
    on_postgres(|house| {
        let show = |db: &mut AnyConnection, name: &str| {
            text(db, &format!("select current_setting('{name}')"))
        };
        let check = |db: &mut AnyConnection| -> Result<String, StoreError> {
            assert_eq!(show(db, "timezone"), "UTC");
            assert_eq!(show(db, "statement_timeout"), "30s");
            assert_eq!(show(db, "lock_timeout"), "500ms");
            let isolation = show(db, "transaction_isolation");
            Ok(isolation + "/" + &show(db, "transaction_read_only"))
        };
        assert_eq!(house.store.read(check).unwrap(), "repeatable read/on");
        assert_eq!(house.store.write(check).unwrap(), "read committed/off");
    });
}

#[test]
fn an_unreachable_server_becomes_no_file() {
    let before = std::fs::read_dir(".").unwrap().count();
    let url = "postgres://ana:hunter2@127.0.0.1:1/amparo";
    let refused = Store::open(&settings(url)).unwrap_err();
    assert!(matches!(refused, StoreError::Unavailable(_)), "{refused:?}");
    assert!(!format!("{refused} {refused:?}").contains("hunter2"));
    assert_eq!(std::fs::read_dir(".").unwrap().count(), before);
    assert!(!Path::new(url).exists());
}

#[test]
fn an_absent_database_is_told_by_the_server() {
    let Some(server) = server() else { return };
    let url = format!("{}/no_such_house", server.rsplit_once('/').unwrap().0);
    let refused = Store::open(&settings(&url)).unwrap_err();
    assert!(refused.to_string().contains("does not exist"), "{refused}");
}

#[test]
fn nobody_shows_the_url() {
    let shown = format!("{:?}", settings("postgres://ana:hunter2@h/d"));
    assert!(!shown.contains("hunter2"), "{shown}");
    on_both(|house| {
        let shown = format!("{:?}", house.store);
        assert!(
            shown.starts_with("Store(Target(") && shown.contains(".."),
            "{shown}"
        );
        assert_eq!(house.store.read(count), Ok(0));
    });
}
