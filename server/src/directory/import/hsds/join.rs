//! HSDS tables joined into a batch.
//!
//! What must stay true: a service whose organisation is missing is not taken, because nobody
//! would answer for it; everything else that dangles costs only the reference.

use std::collections::{BTreeSet, HashMap};

use super::super::faults::FaultCode;
use super::super::model::{Batch, NeedCategory, Organisation, OrganisationKind};
use super::super::record::{Faults, Record};
use super::super::values;
use super::Tables;
use super::children::{Children, Known, Parent};
use super::columns::{details, phones};
use super::{places, services};

/// Joins the tables. `faults` are those of the whole reading.
pub(super) fn batch(publisher: &str, mut tables: Tables, faults: &Faults) -> Batch {
    let mut known = Known::default();
    let organisations = primary(
        &mut tables,
        "organizations",
        Parent::Organization,
        &mut known,
    );
    let locations = primary(&mut tables, "locations", Parent::Location, &mut known);
    let offered = primary(&mut tables, "services", Parent::Service, &mut known);
    let mut services = services::owned(offered, &locations, &mut known);
    services::join_places(&mut tables, &mut services, &mut known);
    let terms = services::Terms::read(&mut tables);
    let children = Children::gather(&mut tables, &mut known);

    let owners = owners(&organisations);
    let place = |record| places::place(record, &children, &owners, &known);
    let places: Vec<places::Spoken> = locations.into_iter().filter_map(place).collect();
    let mut batch = Batch {
        publisher: publisher.to_owned(),
        ..Batch::default()
    };
    let index = places::Index::of(&places);
    for service in services {
        batch
            .services
            .push(services::service(service, &index, &children, &terms));
    }
    batch.places = places.into_iter().map(|spoken| spoken.place).collect();
    places::hide_shelters(&mut batch.places, &batch.services);
    let gist = gist(&batch);
    for record in organisations {
        batch
            .organisations
            .push(organisation(record, &gist, &children));
    }
    batch.faults = faults.take();
    batch
}

/// Names of organisations by id, for places that have no name of their own.
fn owners(organisations: &[Record]) -> HashMap<String, String> {
    let pair = |record: &Record| Some((record.text("id")?, record.text("name")?));
    organisations.iter().filter_map(pair).collect()
}

/// The rows of a main table that can be taken: with an id, once, and with a name.
fn primary(
    tables: &mut Tables,
    table: &'static str,
    parent: Parent,
    known: &mut Known,
) -> Vec<Record> {
    let mut taken: Vec<Record> = Vec::new();
    let mut position: HashMap<String, usize> = HashMap::new();
    for record in tables.remove(table).unwrap_or_default() {
        let Some(id) = record.need("id", FaultCode::BadValue) else {
            continue;
        };
        if let Some(earlier) = position.get(&id).and_then(|at| taken.get_mut(*at)) {
            if record.nested || earlier.nested {
                complete(earlier, record);
            } else {
                record.skipped("id", FaultCode::DuplicateId);
            }
            continue;
        }
        // A place may go without a name of its own: its address or its owner names it.
        if table != "locations" && record.text("name").is_none() {
            record.skipped("name", FaultCode::EmptyName);
            continue;
        }
        known.ids.insert((parent, id.clone()));
        position.insert(id, taken.len());
        taken.push(record);
    }
    taken
}

/// Adds what the earlier mention of the same record left out.
fn complete(earlier: &mut Record, later: Record) {
    earlier.nested &= later.nested;
    for (field, value) in later.fields {
        earlier.fields.entry(field).or_insert(value);
    }
}

fn organisation(
    mut record: Record,
    gist: &HashMap<String, Gist>,
    children: &Children,
) -> Organisation {
    let source_id = record.take("id").unwrap_or_default();
    let mut group = children.of(Parent::Organization, &source_id);
    let gist = gist.get(&source_id);
    let country = gist.and_then(Gist::one_country);
    let needs = gist.map(|gist| gist.needs.as_slice()).unwrap_or_default();
    let url = values::url(&mut record, "website");
    let email = values::email(&mut record, "email");
    Organisation {
        name: record.take("name").unwrap_or_default(),
        alternate_name: record.take("alternate_name"),
        kind: kind_of(needs),
        description: record.take("description"),
        url,
        email,
        phones: phones(&mut group, country.as_deref()),
        details: details(record, group),
        country,
        source_id,
    }
}

/// What kind of organisation offers services for these needs. HSDS does not say, so this is
/// modest: one kind of help makes the kind, anything mixed or unknown is support.
fn kind_of(needs: &[NeedCategory]) -> OrganisationKind {
    let only = |allowed: &[NeedCategory]| {
        !needs.is_empty() && needs.iter().all(|need| allowed.contains(need))
    };
    if needs.contains(&NeedCategory::Legal)
        && only(&[
            NeedCategory::Legal,
            NeedCategory::Documents,
            NeedCategory::WagesLabour,
        ])
    {
        OrganisationKind::Legal
    } else if only(&[NeedCategory::Health, NeedCategory::MentalHealth]) {
        OrganisationKind::Health
    } else if needs.contains(&NeedCategory::Shelter)
        && only(&[NeedCategory::Shelter, NeedCategory::Safety])
    {
        OrganisationKind::Shelter
    } else {
        OrganisationKind::Support
    }
}

/// What an organisation's places and services say about it.
#[derive(Default)]
struct Gist {
    countries: BTreeSet<String>,
    needs: Vec<NeedCategory>,
}

impl Gist {
    fn one_country(&self) -> Option<String> {
        self.countries
            .first()
            .filter(|_| self.countries.len() == 1)
            .cloned()
    }
}

fn gist(batch: &Batch) -> HashMap<String, Gist> {
    let mut gists: HashMap<String, Gist> = HashMap::new();
    for place in &batch.places {
        if let (Some(owner), Some(country)) = (&place.organisation_source_id, &place.country) {
            gists
                .entry(owner.clone())
                .or_default()
                .countries
                .insert(country.clone());
        }
    }
    for service in &batch.services {
        let gist = gists
            .entry(service.organisation_source_id.clone())
            .or_default();
        gist.needs.extend_from_slice(&service.categories);
    }
    gists
}

#[cfg(test)]
mod tests {
    use NeedCategory as N;

    use super::*;

    #[test]
    fn one_kind_of_help_makes_the_kind() {
        assert_eq!(kind_of(&[N::Legal, N::Documents]), OrganisationKind::Legal);
        assert_eq!(kind_of(&[N::Health]), OrganisationKind::Health);
        assert_eq!(kind_of(&[N::Shelter]), OrganisationKind::Shelter);
        assert_eq!(kind_of(&[N::Legal, N::Shelter]), OrganisationKind::Support);
        assert_eq!(kind_of(&[]), OrganisationKind::Support);
    }
}
