//! The tables `directory_*`. One file a table; nothing here knows a rule.

use std::collections::HashMap;
use std::fmt::Display;
use std::str::FromStr;

use amparo_store::schema::directory_changes;
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, one_row};
use diesel::prelude::*;
use uuid::Uuid;

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
    /// None when the row was made here.
    pub digest: Option<Digest>,
    /// It had vanished from the publisher's file.
    pub vanished: bool,
    /// The organisation of the directory to which it belongs.
    pub owner: Option<DirectoryOrganisationId>,
}

/// An entry that is there, by the publisher's own id.
pub(super) struct There<Id> {
    pub source_id: String,
    pub id: Id,
    pub owner: Option<DirectoryOrganisationId>,
}

/// Which rows of a list: words of the search, already folded, and the entry after which it begins.
pub(super) struct Window<Id> {
    pub words: Vec<String>,
    pub publisher: Option<String>,
    pub after: Option<(String, Id)>,
    /// Items of the page; one row more is read, to know whether there is a next one.
    pub limit: usize,
}

/// A row of one of the three tables of entries.
pub(super) trait Entry: Sized {
    type Id: Copy + Display + FromStr;

    /// An empty row of our own.
    fn fresh(id: Uuid, today: Day) -> Self;

    fn find(db: &mut AnyConnection, id: Self::Id) -> Result<Option<Self>, Refusal>;

    /// What is known of some rows of a publisher, by the publisher's own ids.
    fn known(
        db: &mut AnyConnection,
        publisher: &str,
        source_ids: &[&str],
    ) -> Result<HashMap<String, Known<Self::Id>>, Refusal>;

    /// So many of a publisher's entries that are there, in the order of the publisher's ids, after
    /// one of them.
    fn there(
        db: &mut AnyConnection,
        publisher: &str,
        after: &str,
        limit: i64,
    ) -> Result<Vec<There<Self::Id>>, Refusal>;

    fn insert(&self, db: &mut AnyConnection) -> Result<(), Refusal>;

    /// Writes the row as the next revision of today, if it is still the one that was read; answers
    /// whether it was.
    fn update(&mut self, db: &mut AnyConnection, today: Day) -> Result<bool, Refusal>;

    /// The publisher's file no longer has them. What was corrected here stays, for they may come
    /// back. Answers how many there were.
    fn retire(db: &mut AnyConnection, ids: &[Self::Id], today: Day) -> Result<usize, Refusal>;

    /// It is in the file again, in the same words: it is as it was.
    fn bring_back(db: &mut AnyConnection, id: Self::Id, today: Day) -> Result<(), Refusal>;

    /// The row is what a publisher's file says.
    fn said_by(&mut self, publisher: &str, source_id: &str, digest: Digest);

    fn id(&self) -> Self::Id;

    fn sort_key(&self) -> String;
}

/// What the three tables have alike. It is a macro and no generic code: the types of a query are
/// those of its table. `t` and `table` are the caller's; `gone` is the column that says whether an
/// entry is there, with what it says of one that is not, and what it may say of one that is; `before`
/// keeps what it said before the entry vanished; `owner` names the organisation.
macro_rules! entry {
    ($row:ident, $id:ident, gone: $column:ident = $gone:expr, there: $there:expr,
     before: $before:ident: $Before:ty, owner: $owner:ident, empty: { $($field:ident: $empty:expr),+ $(,)? }) => {
        impl Entry for $row {
            type Id = $id;

            fn fresh(id: Uuid, today: Day) -> Self {
                Self {
                    id: $id::from_uuid(id),
                    publisher: OWN.to_owned(),
                    source_id: id.to_string(),
                    source_digest: None,
                    name: String::new(),
                    phones: "[]".to_owned(),
                    details: "{}".to_owned(),
                    search: String::new(),
                    sort_key: String::new(),
                    updated_on: today,
                    revision: 1,
                    $before: None,
                    $($field: $empty),+
                }
            }

            fn find(db: &mut AnyConnection, id: $id) -> Result<Option<Self>, Refusal> {
                Ok(table.find(id).first(db).optional()?)
            }

            fn known(
                db: &mut AnyConnection,
                publisher: &str,
                source_ids: &[&str],
            ) -> Result<HashMap<String, Known<$id>>, Refusal> {
                let mut all = HashMap::new();
                for some in source_ids.chunks(500) {
                    let rows: Vec<(String, $id, Option<Digest>, bool, _)> = table
                        .filter(t::publisher.eq(publisher))
                        .filter(t::source_id.eq_any(some))
                        .select((
                            t::source_id,
                            t::id,
                            t::source_digest,
                            t::$before.is_not_null(),
                            t::$owner.nullable(),
                        ))
                        .load(db)?;
                    all.extend(rows.into_iter().map(|(source_id, id, digest, vanished, owner)| {
                        let known = Known { id, digest, vanished, owner };
                        (source_id, known)
                    }));
                }
                Ok(all)
            }

            fn there(
                db: &mut AnyConnection,
                publisher: &str,
                after: &str,
                limit: i64,
            ) -> Result<Vec<There<$id>>, Refusal> {
                let rows: Vec<(String, $id, _)> = table
                    .filter(t::publisher.eq(publisher))
                    .filter(t::source_id.gt(after))
                    .filter(t::$column.eq_any($there))
                    .select((t::source_id, t::id, t::$owner.nullable()))
                    .order_by(t::source_id)
                    .limit(limit)
                    .load(db)?;
                let there = |(source_id, id, owner)| There { source_id, id, owner };
                Ok(rows.into_iter().map(there).collect())
            }

            fn insert(&self, db: &mut AnyConnection) -> Result<(), Refusal> {
                diesel::insert_into(table).values(self).execute(db)?;
                Ok(())
            }

            fn update(&mut self, db: &mut AnyConnection, today: Day) -> Result<bool, Refusal> {
                let seen = self.revision;
                (self.updated_on, self.revision) = (today, seen + 1);
                let changed = diesel::update(table.find(self.id))
                    .filter(t::revision.eq(seen))
                    .set(&*self)
                    .execute(db)?;
                Ok(changed == 1)
            }

            fn retire(db: &mut AnyConnection, ids: &[$id], today: Day) -> Result<usize, Refusal> {
                Ok(diesel::update(table)
                    .filter(t::id.eq_any(ids))
                    .filter(t::$column.eq_any($there))
                    .set((
                        t::$before.eq(t::$column.nullable()),
                        t::$column.eq($gone),
                        t::updated_on.eq(today),
                        t::revision.eq(t::revision + 1),
                    ))
                    .execute(db)?)
            }

            fn bring_back(db: &mut AnyConnection, id: $id, today: Day) -> Result<(), Refusal> {
                diesel::update(table.find(id))
                    .filter(t::$before.is_not_null())
                    .set((
                        t::$column.eq(t::$before.assume_not_null()),
                        t::$before.eq(None::<$Before>),
                        t::updated_on.eq(today),
                        t::revision.eq(t::revision + 1),
                    ))
                    .execute(db)?;
                Ok(())
            }

            fn said_by(&mut self, publisher: &str, source_id: &str, digest: Digest) {
                publisher.clone_into(&mut self.publisher);
                source_id.clone_into(&mut self.source_id);
                self.source_digest = Some(digest);
                self.$before = None;
            }

            fn id(&self) -> $id {
                self.id
            }

            fn sort_key(&self) -> String {
                self.sort_key.clone()
            }
        }

        /// The rows of the window, by name.
        fn window(
            db: &mut AnyConnection,
            mut rows: t::BoxedQuery<'_, Backend>,
            window: Window<$id>,
        ) -> Result<Vec<$row>, Refusal> {
            for word in &window.words {
                rows = rows.filter(t::search.like(beginning(word)));
            }
            if let Some(publisher) = window.publisher {
                rows = rows.filter(t::publisher.eq(publisher));
            }
            if let Some((key, id)) = window.after {
                rows = rows.filter(t::sort_key.ge(key.clone()));
                rows = rows.filter(t::sort_key.gt(key).or(t::id.gt(id)));
            }
            Ok(rows
                .order_by((t::sort_key, t::id))
                .limit(i64::try_from(window.limit).unwrap_or(200) + 1)
                .load(db)?)
        }
    };
}
use entry;

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
    one_row(changed).map_err(|_| Broken::damage("the counter of the directory is gone").into())
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
