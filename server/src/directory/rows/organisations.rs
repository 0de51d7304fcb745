//! The table `directory_organisations`.

use std::collections::HashMap;

use amparo_store::schema::directory_organisations::{self as t, table};
use amparo_store::schema::directory_services;
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, OrganisationId};
use diesel::prelude::*;

use super::{Backend, Known, among, beginning};
use crate::directory::import::ServiceStatus;
use crate::directory::lists::OrganisationsQuery;
use crate::foundation::Refusal;
use crate::register::OrganisationKind;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true, treat_none_as_default_value = false)]
pub(in crate::directory) struct OrganisationRow {
    pub id: DirectoryOrganisationId,
    pub publisher: String,
    pub source_id: String,
    pub source_digest: Option<Digest>,
    pub participant_id: Option<OrganisationId>,
    pub kind: OrganisationKind,
    pub name: String,
    pub description: Option<String>,
    pub country: Option<String>,
    pub url: Option<String>,
    pub email: Option<String>,
    pub phones: String,
    pub details: String,
    pub active: bool,
    pub search: String,
    pub sort_key: String,
    pub updated_on: Day,
    pub revision: i64,
}

/// The words of the search, already folded, and the entry after which the page begins.
pub(in crate::directory) struct Window<Id> {
    pub words: Vec<String>,
    pub after: Option<(String, Id)>,
    /// Rows to read.
    pub rows: i64,
}

pub(in crate::directory) fn find(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
) -> Result<Option<OrganisationRow>, Refusal> {
    Ok(table.find(id).first(db).optional()?)
}

/// The entry of an organisation that takes part.
pub(in crate::directory) fn of_participant(
    db: &mut AnyConnection,
    participant: OrganisationId,
) -> Result<Option<OrganisationRow>, Refusal> {
    Ok(table
        .filter(t::participant_id.eq(participant))
        .order_by(t::id)
        .first(db)
        .optional()?)
}

pub(in crate::directory) fn list(
    db: &mut AnyConnection,
    query: &OrganisationsQuery,
    window: Window<DirectoryOrganisationId>,
) -> Result<Vec<OrganisationRow>, Refusal> {
    let mut rows: t::BoxedQuery<'_, Backend> = table.into_boxed();
    if query.all != Some(true) {
        rows = rows.filter(t::active.eq(true));
    }
    for word in &window.words {
        rows = rows.filter(t::search.like(beginning(word)));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(t::kind.eq(kind));
    }
    if let Some(country) = &query.country {
        rows = rows.filter(t::country.eq(country.as_str()));
    }
    if let Some(publisher) = &query.publisher {
        rows = rows.filter(t::publisher.eq(publisher));
    }
    if let Some(taking_part) = query.taking_part {
        rows = if taking_part {
            rows.filter(t::participant_id.is_not_null())
        } else {
            rows.filter(t::participant_id.is_null())
        };
    }
    if query.category.is_some() || query.language.is_some() || query.accepting.is_some() {
        // A boxed query cannot stand inside another on two databases: what is not asked for fits all.
        let any = || "%".to_owned();
        let category = query.category.map_or_else(any, |it| among(it.as_str()));
        let language = query.language.as_ref();
        let language = language.map_or_else(any, |it| among(it.as_str()));
        let accepting = query.accepting.map_or([true, false], |it| [it, it]);
        let offering = directory_services::table
            .filter(directory_services::status.eq(ServiceStatus::Active))
            .filter(directory_services::categories.like(category))
            .filter(directory_services::languages.like(language))
            .filter(directory_services::accepting.eq_any(accepting))
            .select(directory_services::organisation_id);
        rows = rows.filter(t::id.eq_any(offering));
    }
    if let Some((key, id)) = window.after {
        rows = rows.filter(t::sort_key.ge(key.clone()));
        rows = rows.filter(t::sort_key.gt(key).or(t::id.gt(id)));
    }
    Ok(rows
        .order_by((t::sort_key, t::id))
        .limit(window.rows)
        .load(db)?)
}

/// The names of some organisations.
pub(in crate::directory) fn names(
    db: &mut AnyConnection,
    ids: &[DirectoryOrganisationId],
) -> Result<HashMap<DirectoryOrganisationId, String>, Refusal> {
    let mut names = HashMap::new();
    for some in ids.chunks(500) {
        let rows: Vec<(DirectoryOrganisationId, String)> = table
            .filter(t::id.eq_any(some))
            .select((t::id, t::name))
            .load(db)?;
        names.extend(rows);
    }
    Ok(names)
}

/// What routing needs of every organisation.
pub(in crate::directory) fn for_routing(
    db: &mut AnyConnection,
) -> Result<Vec<OrganisationRow>, Refusal> {
    Ok(table.filter(t::active.eq(true)).load(db)?)
}

pub(in crate::directory) fn known(
    db: &mut AnyConnection,
    publisher: &str,
) -> Result<HashMap<String, Known<DirectoryOrganisationId>>, Refusal> {
    type Row = (String, DirectoryOrganisationId, Option<Digest>, bool);
    let rows: Vec<Row> = table
        .filter(t::publisher.eq(publisher))
        .select((t::source_id, t::id, t::source_digest, t::active))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(source_id, id, digest, active)| (source_id, Known { id, digest, active }))
        .collect())
}

pub(in crate::directory) fn insert(
    db: &mut AnyConnection,
    rows: &[OrganisationRow],
) -> Result<(), Refusal> {
    // One prepared statement, row by row: diesel's batches cannot be written for two databases.
    for row in rows {
        diesel::insert_into(table).values(row).execute(db)?;
    }
    Ok(())
}

/// Replaces a row whose revision is still `seen`; answers whether it was.
pub(in crate::directory) fn update(
    db: &mut AnyConnection,
    row: &OrganisationRow,
    seen: i64,
) -> Result<bool, Refusal> {
    let changed = diesel::update(table.find(row.id))
        .filter(t::revision.eq(seen))
        .set(row)
        .execute(db)?;
    Ok(changed == 1)
}

/// The publisher's file no longer has it. The digest goes too: if it comes back, it is read anew.
pub(in crate::directory) fn retire(
    db: &mut AnyConnection,
    id: DirectoryOrganisationId,
    today: Day,
) -> Result<(), Refusal> {
    diesel::update(table.find(id))
        .set((
            t::active.eq(false),
            t::source_digest.eq(None::<Digest>),
            t::updated_on.eq(today),
            t::revision.eq(t::revision + 1),
        ))
        .execute(db)?;
    Ok(())
}
