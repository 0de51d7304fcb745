//! Which kind of failure an error of the database is, in words without values.
//!
//! What must stay true: no text that leaves this file holds a value. `details` of PostgreSQL are
//! never read. Of a message only the part before the first colon is kept, because both the server
//! and diesel put values after it; SQLite's names of rules and columns are the one exception.
//!
//! Known limit: diesel hands out no error codes beyond a few kinds, so some failures are told
//! apart by their English text.

use std::error::Error;

use diesel::ConnectionError;
use diesel::result::{
    DatabaseErrorInformation, DatabaseErrorKind, DeserializeFieldError, Error as DieselError,
};

use crate::error::StoreError;
use crate::types::{UnknownText, Unreadable};

/// Texts that mean: come back soon.
const BUSY: &[&str] = &[
    "database is locked",
    "database table is locked",
    "database schema is locked",
    "canceling statement due to lock timeout",
    "canceling statement due to statement timeout",
    "could not obtain lock",
    "too many clients",
    "remaining connection slots",
    "too many connections",
];

/// Texts that mean: run the act again.
const LOST_RACE: &[&str] = &["deadlock detected", "could not serialize access"];

/// Texts that mean: somebody has to look after the machine.
const OUTAGE: &[(&str, &str)] = &[
    ("database or disk is full", "the disk is full"),
    ("No space left on device", "the disk is full"),
    (
        "unable to open database file",
        "the database file cannot be opened",
    ),
    ("disk I/O error", "the disk fails"),
    ("file is not a database", "the file is not a database"),
    (
        "database disk image is malformed",
        "the database file is damaged",
    ),
    (
        "terminating connection",
        "the database ended the connection",
    ),
    (
        "server closed the connection",
        "the database ended the connection",
    ),
    (
        "no connection to the server",
        "the connection to the database was lost",
    ),
    (
        "the database system is",
        "the database is starting or stopping",
    ),
];

/// SQLite's messages whose part after the colon is a name of the schema.
const NAMES_FOLLOW: &[&str] = &[
    "UNIQUE constraint failed",
    "CHECK constraint failed",
    "NOT NULL constraint failed",
    "FOREIGN KEY constraint failed",
    "no such table",
    "no such column",
];

/// Tells what an error of diesel means to an act.
pub(crate) fn classify(error: &DieselError) -> StoreError {
    match error {
        DieselError::NotFound => StoreError::Missing,
        DieselError::DatabaseError(kind, information) => database(*kind, information.as_ref()),
        DieselError::RollbackErrorOnCommit { commit_error, .. } => classify(commit_error),
        DieselError::DeserializationError(why) => StoreError::Unreadable {
            what: unreadable(why.as_ref()),
        },
        DieselError::SerializationError(why) => StoreError::broken(format!(
            "a value cannot be stored: {}",
            own_words(why.as_ref())
        )),
        DieselError::BrokenTransactionManager => {
            StoreError::unavailable("the connection to the database was lost")
        }
        DieselError::AlreadyInTransaction => StoreError::broken("an act began a second act"),
        DieselError::NotInTransaction => StoreError::broken("an act ended its own transaction"),
        DieselError::QueryBuilderError(_) => StoreError::broken("a query could not be built"),
        _ => StoreError::broken("a query failed"),
    }
}

/// Tells what an error of a migration means. These arrive as any error, mostly as text.
pub(crate) fn classify_migration(error: Box<dyn Error + Send + Sync>) -> StoreError {
    if let Some(known) = error.downcast_ref::<DieselError>() {
        return classify(known);
    }
    let text = error.to_string();
    let (head, message) = text
        .split_once(" with: ")
        .unwrap_or(("a migration failed", &text));
    by_text(message)
        .unwrap_or_else(|| StoreError::broken(format!("{head}: {}", without_values(message))))
}

/// Tells why no connection was made. The URL is never repeated: it holds a password.
pub(crate) fn refuse_connection(error: ConnectionError) -> StoreError {
    match error {
        ConnectionError::BadConnection(text) => {
            let line = text.lines().next().unwrap_or_default();
            by_text(line).unwrap_or_else(|| match line.split_once(" failed: ") {
                Some((_server, reason)) => StoreError::unavailable(reason.trim()),
                None => StoreError::unavailable("no connection could be made with this url"),
            })
        }
        ConnectionError::CouldntSetupConfiguration(error) => classify(&error),
        _ => StoreError::unavailable("the database url cannot be read"),
    }
}

fn database(kind: DatabaseErrorKind, information: &dyn DatabaseErrorInformation) -> StoreError {
    let message = information.message();
    let rule = match kind {
        DatabaseErrorKind::UniqueViolation => {
            return StoreError::Duplicate {
                constraint: constraint(information),
            };
        }
        DatabaseErrorKind::SerializationFailure => return StoreError::Serialization,
        DatabaseErrorKind::ClosedConnection => {
            return StoreError::unavailable("the connection to the database was lost");
        }
        DatabaseErrorKind::ReadOnlyTransaction => {
            return StoreError::broken("a read tried to write");
        }
        DatabaseErrorKind::ForeignKeyViolation => "a reference leads nowhere",
        DatabaseErrorKind::NotNullViolation => "a needed value is missing",
        DatabaseErrorKind::CheckViolation => "a check refused a value",
        DatabaseErrorKind::RestrictViolation => "a row is still needed",
        DatabaseErrorKind::ExclusionViolation => "two rows exclude each other",
        _ => match by_text(message) {
            Some(known) => return known,
            None => "a statement failed",
        },
    };
    let names = [
        information.table_name(),
        information.column_name(),
        information.constraint_name(),
    ];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    StoreError::broken(format!("{rule} ({}) {}", without_values(message), names.join(" ")).trim())
}

fn by_text(message: &str) -> Option<StoreError> {
    if BUSY.iter().any(|text| message.contains(text)) {
        return Some(StoreError::Busy);
    }
    if LOST_RACE.iter().any(|text| message.contains(text)) {
        return Some(StoreError::Serialization);
    }
    if message.contains("attempt to write a readonly database") {
        return Some(StoreError::broken("a read tried to write"));
    }
    let (_, reason) = OUTAGE.iter().find(|(text, _)| message.contains(text))?;
    Some(StoreError::unavailable(*reason))
}

fn constraint(information: &dyn DatabaseErrorInformation) -> Option<String> {
    let from_text = || {
        let (head, names) = information.message().split_once(": ")?;
        (head == "UNIQUE constraint failed").then_some(names)
    };
    information
        .constraint_name()
        .or_else(from_text)
        .map(str::to_owned)
}

fn without_values(message: &str) -> &str {
    match message.split_once(':') {
        Some((head, _)) if !NAMES_FOLLOW.contains(&head) => head,
        _ => message,
    }
}

/// Names the column and the type that refused, if diesel and the type say so.
fn unreadable(why: &(dyn Error + Send + Sync + 'static)) -> String {
    match why.downcast_ref::<DeserializeFieldError>() {
        Some(field) => {
            let column = field.field_name.as_deref().unwrap_or("without a name");
            format!(
                "column {column} cannot be read: {}",
                own_words(field.error.as_ref())
            )
        }
        None => format!("a column cannot be read: {}", own_words(why)),
    }
}

/// The text of our own errors, which hold no value. Others could quote the column.
fn own_words(why: &(dyn Error + Send + Sync + 'static)) -> String {
    if let Some(ours) = why.downcast_ref::<Unreadable>() {
        return ours.to_string();
    }
    if let Some(ours) = why.downcast_ref::<UnknownText>() {
        return ours.to_string();
    }
    "it has another form".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: DatabaseErrorKind, message: &str) -> StoreError {
        classify(&DieselError::DatabaseError(
            kind,
            Box::new(message.to_owned()),
        ))
    }

    #[test]
    fn the_kinds_of_trouble_are_told_apart() {
        use DatabaseErrorKind::Unknown;
        assert_eq!(told(Unknown, "database is locked"), StoreError::Busy);
        assert_eq!(
            told(Unknown, "canceling statement due to lock timeout"),
            StoreError::Busy
        );
        assert_eq!(
            told(Unknown, "deadlock detected"),
            StoreError::Serialization
        );
        for full in [
            "database or disk is full",
            "could not extend file \"base/1/2\": No space left on device",
        ] {
            assert_eq!(
                told(Unknown, full),
                StoreError::Unavailable("the disk is full".to_owned())
            );
        }
        assert!(matches!(
            told(DatabaseErrorKind::ClosedConnection, "whatever"),
            StoreError::Unavailable(_)
        ));
    }

    #[test]
    fn values_after_the_colon_are_dropped() {
        let error = told(
            DatabaseErrorKind::Unknown,
            "invalid input syntax for type integer: \"Maria\"",
        );
        assert_eq!(
            error.to_string(),
            "the store is broken: a statement failed (invalid input syntax for type integer)"
        );
        let error = told(
            DatabaseErrorKind::CheckViolation,
            "CHECK constraint failed: case_status",
        );
        assert!(error.to_string().contains("case_status"));
    }

    #[test]
    fn the_url_is_not_repeated() {
        let text =
            "connection to server at \"h\" (10.0.0.1), port 1 failed: Connection refused\n\tIs it?";
        let error = refuse_connection(ConnectionError::BadConnection(text.to_owned()));
        assert_eq!(
            error,
            StoreError::Unavailable("Connection refused".to_owned())
        );
        let text = "could not translate host name \"hunter2@h\" to address";
        let error = refuse_connection(ConnectionError::BadConnection(text.to_owned()));
        assert!(!error.to_string().contains("hunter2"));
    }
}
