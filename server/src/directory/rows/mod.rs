//! The tables `directory_*`. One file a table; nothing here knows a rule.

use amparo_store::schema::directory_changes;
use amparo_store::{AnyConnection, Digest, one_row};
use diesel::prelude::*;

use crate::foundation::{Broken, Refusal};

pub(super) mod imports;
pub(super) mod organisations;
pub(super) mod places;
pub(super) mod public;
pub(super) mod services;

/// The one backend behind both databases, for queries that are put together at run time.
pub(super) type Backend = <AnyConnection as Connection>::Backend;

/// What an importer must know of a row it may meet again.
pub(super) struct Known<Id> {
    pub id: Id,
    /// None when the row was made here, or had vanished from the publisher's file.
    pub digest: Option<Digest>,
    pub active: bool,
}

/// How far the directory has changed: what is kept in memory compares this.
pub(super) fn changes(db: &mut AnyConnection) -> Result<i64, Refusal> {
    Ok(directory_changes::table
        .find(1)
        .select(directory_changes::changes)
        .first(db)?)
}

/// Says that something changed. Call it last: the row stays locked until the act is committed.
pub(super) fn changed(db: &mut AnyConnection) -> Result<(), Refusal> {
    let changed = diesel::update(directory_changes::table.find(1))
        .set(directory_changes::changes.eq(directory_changes::changes + 1))
        .execute(db)?;
    one_row(changed).map_err(|_| Broken::bug("the counter of the directory is gone").into())
}

/// Words of a closed list in one column, so that `,legal,` can be looked for.
pub(super) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::from(",");
    for word in words {
        text.push_str(word);
        text.push(',');
    }
    text
}

/// The words of such a column.
pub(super) fn words(column: &str) -> impl Iterator<Item = &str> {
    column.split(',').filter(|word| !word.is_empty())
}

/// What `like` needs to find a listed word. The word is a code: it has no `%` or `_` of its own
/// except in our own lists, where `_` meets itself.
pub(super) fn among(word: &str) -> String {
    format!("%,{word},%")
}

/// What `like` needs to find a word that begins so. Folded words hold letters, digits and spaces.
pub(super) fn beginning(word: &str) -> String {
    format!("% {word}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_back() {
        assert_eq!(listed(["legal", "health"]), ",legal,health,");
        assert_eq!(
            words(",legal,health,").collect::<Vec<_>>(),
            ["legal", "health"]
        );
        assert_eq!(words(&listed([])).count(), 0);
        assert!(listed(["legal"]).contains(among("legal").trim_matches('%')));
    }
}
