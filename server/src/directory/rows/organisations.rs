//! The table `directory_organisations`.

use std::collections::HashMap;

use amparo_store::schema::directory_organisations::{self as t, table};
use amparo_store::schema::directory_services;
use amparo_store::{AnyConnection, Day, Digest, DirectoryOrganisationId, OrganisationId};
use diesel::prelude::*;
use uuid::Uuid;

use super::{Backend, Entry, Known, There, Window, among, beginning, entry};
use crate::directory::import::ServiceStatus;
use crate::directory::model::OWN;
use crate::directory::queries::OrganisationsQuery;
use crate::foundation::Refusal;
use crate::register::OrganisationKind;

#[derive(Clone, Debug, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = t, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct OrganisationRow {
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
    pub active_before: Option<bool>,
}

entry!(
    OrganisationRow, DirectoryOrganisationId,
    gone: active = false, there: [true], before: active_before: bool, owner: id,
    empty: {
        participant_id: None, kind: OrganisationKind::Support, description: None, country: None,
        url: None, email: None, active: true,
    }
);

/// The entry of an organisation that takes part.
pub fn of_participant(
    db: &mut AnyConnection,
    participant: OrganisationId,
) -> Result<Option<OrganisationRow>, Refusal> {
    Ok(table
        .filter(t::participant_id.eq(participant))
        .order_by(t::id)
        .first(db)
        .optional()?)
}

pub fn list(
    db: &mut AnyConnection,
    query: &OrganisationsQuery,
    window: Window<DirectoryOrganisationId>,
) -> Result<Vec<OrganisationRow>, Refusal> {
    let mut rows: t::BoxedQuery<'_, Backend> = table.into_boxed();
    if query.all != Some(true) {
        rows = rows.filter(t::active.eq(true));
    }
    if let Some(kind) = query.kind {
        rows = rows.filter(t::kind.eq(kind));
    }
    if let Some(country) = &query.country {
        rows = rows.filter(t::country.eq(country.as_str()));
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
    self::window(db, rows, window)
}

/// The names of some organisations.
pub fn names(
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

/// Some organisations by id, also those that are gone.
pub fn some(
    db: &mut AnyConnection,
    ids: &[DirectoryOrganisationId],
) -> Result<HashMap<DirectoryOrganisationId, OrganisationRow>, Refusal> {
    let mut all = HashMap::new();
    for some in ids.chunks(500) {
        let rows: Vec<OrganisationRow> = table.filter(t::id.eq_any(some)).load(db)?;
        all.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(all)
}

/// Some organisations of a publisher, by the publisher's own ids.
pub fn named(
    db: &mut AnyConnection,
    publisher: &str,
    source_ids: &[&str],
) -> Result<HashMap<String, (DirectoryOrganisationId, String)>, Refusal> {
    let mut all = HashMap::new();
    for some in source_ids.chunks(500) {
        let rows: Vec<(String, DirectoryOrganisationId, String)> = table
            .filter(t::publisher.eq(publisher))
            .filter(t::source_id.eq_any(some))
            .select((t::source_id, t::id, t::name))
            .load(db)?;
        all.extend(rows.into_iter().map(|(said, id, name)| (said, (id, name))));
    }
    Ok(all)
}

/// The entries of organisations that take part, all but those of one.
pub fn of_participants_but(
    db: &mut AnyConnection,
    own: Option<OrganisationId>,
) -> Result<HashMap<DirectoryOrganisationId, OrganisationId>, Refusal> {
    let rows: Vec<(DirectoryOrganisationId, Option<OrganisationId>)> = table
        .filter(t::participant_id.is_not_null())
        .select((t::id, t::participant_id))
        .load(db)?;
    let of_another = |(id, participant): (_, Option<_>)| Some((id, participant?));
    let mut all: HashMap<_, _> = rows.into_iter().filter_map(of_another).collect();
    all.retain(|_, participant| Some(*participant) != own);
    Ok(all)
}

/// What routing needs of every organisation.
pub fn for_routing(db: &mut AnyConnection) -> Result<Vec<OrganisationRow>, Refusal> {
    Ok(table.filter(t::active.eq(true)).load(db)?)
}
