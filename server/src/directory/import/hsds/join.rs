//! HSDS tables joined into a batch.
//!
//! What must stay true: a service whose organisation is missing is not taken, because nobody
//! would answer for it; everything else that dangles costs only the reference.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::faults::{FaultCode, FaultList};
use super::super::model::{NeedCategory, Organisation, OrganisationKind, Place, Service};
use super::super::record::{Faults, Packed, Record};
use super::super::source::{Entries, Source};
use super::super::values;
use super::Tables;
use super::children::{Children, Known, Parent};
use super::columns::{details, phones};
use super::places::{self, Local};
use super::services;

/// The tables joined: rows that wait, and what must be known of others to make entries of them.
pub(super) struct Joined {
    publisher: String,
    organisations: Vec<Packed>,
    locations: Vec<Packed>,
    services: Vec<services::Owned>,
    children: Children,
    terms: services::Terms,
    known: Known,
    /// Names of organisations by id, for places that have no name of their own.
    owners: HashMap<String, String>,
    local: places::Index,
    hidden: HashSet<String>,
    gist: HashMap<String, Gist>,
    faults: FaultList,
}

/// Joins the tables. `faults` are those of the whole reading.
pub(super) fn join(publisher: &str, mut tables: Tables, faults: &Faults) -> Joined {
    let mut known = Known::default();
    let mut main =
        |table, parent, known: &mut Known| primary(&mut tables, table, parent, known, faults);
    let organisations = main("organizations", Parent::Organization, &mut known);
    let locations = main("locations", Parent::Location, &mut known);
    let offered = main("services", Parent::Service, &mut known);
    let mut services = services::owned(offered, &locations, &mut known, faults);
    services::join_places(&mut tables, &mut services, &mut known, faults);
    let terms = services::Terms::read(&mut tables, faults);
    let children = Children::gather(&mut tables, &mut known, faults);
    let owners = owners(&organisations, &locations, faults);
    let mut joined = Joined {
        publisher: publisher.to_owned(),
        organisations,
        locations,
        services,
        children,
        terms,
        known,
        owners,
        local: places::Index::new(),
        hidden: HashSet::new(),
        gist: HashMap::new(),
        faults: FaultList::default(),
    };
    joined.look_around(faults);
    joined.faults = faults.take();
    joined
}

impl Joined {
    /// Reads everything once: what is wrong with each row is told, and what entries say about each
    /// other is noted.
    fn look_around(&mut self, faults: &Faults) {
        let mut gist: HashMap<String, Gist> = HashMap::new();
        let mut local = places::Index::new();
        for spoken in self.spoken(faults) {
            let place = spoken.place;
            if let (Some(owner), Some(country)) = (place.organisation_source_id, &place.country) {
                let countries = &mut gist.entry(owner).or_default().countries;
                countries.insert(country.clone());
            }
            let here = Local {
                country: place.country,
                languages: spoken.languages,
            };
            local.insert(place.source_id, here);
        }
        self.local = local;
        let mut hidden = HashSet::new();
        for service in self.offered(faults) {
            if places::is_shelter(&service) {
                hidden.extend(service.place_source_ids);
            }
            let gist = gist.entry(service.organisation_source_id).or_default();
            gist.note(service.categories);
        }
        self.hidden = hidden;
        self.gist = gist;
        for packed in &self.organisations {
            organisation(packed.unpack(faults), &self.gist, &self.children);
        }
    }

    fn spoken(&self, faults: &Faults) -> impl Iterator<Item = places::Spoken> {
        self.locations.iter().filter_map(move |packed| {
            let record = packed.unpack(faults);
            places::place(record, &self.children, &self.owners, &self.known)
        })
    }

    fn offered(&self, faults: &Faults) -> impl Iterator<Item = Service> {
        self.services.iter().map(move |owned| {
            services::service(owned, &self.local, &self.children, &self.terms, faults)
        })
    }
}

/// Faults were told when everything was read once.
impl Source for Joined {
    fn publisher(&self) -> &str {
        &self.publisher
    }

    fn organisations(&self) -> Entries<'_, Organisation> {
        let told = Faults::default();
        let rows = self.organisations.iter();
        Box::new(
            rows.map(move |packed| organisation(packed.unpack(&told), &self.gist, &self.children)),
        )
    }

    fn places(&self) -> Entries<'_, Place> {
        let told = Faults::default();
        Box::new(self.locations.iter().filter_map(move |packed| {
            let record = packed.unpack(&told);
            let spoken = places::place(record, &self.children, &self.owners, &self.known)?;
            let mut place = spoken.place;
            place.confidential |= self.hidden.contains(&place.source_id);
            Some(place)
        }))
    }

    fn services(&self) -> Entries<'_, Service> {
        let told = Faults::default();
        Box::new(self.services.iter().map(move |owned| {
            services::service(owned, &self.local, &self.children, &self.terms, &told)
        }))
    }

    fn organisation_ids(&self) -> Entries<'_, String> {
        let told = Faults::default();
        let rows = self.organisations.iter();
        Box::new(rows.filter_map(move |packed| packed.unpack(&told).text("id")))
    }

    fn place_ids(&self) -> Entries<'_, String> {
        Box::new(self.local.keys().cloned())
    }

    fn service_ids(&self) -> Entries<'_, String> {
        Box::new(self.services.iter().map(|owned| owned.id.clone()))
    }

    fn faults(&self) -> FaultList {
        self.faults.clone()
    }
}

/// The names of the organisations that have places.
fn owners(
    organisations: &[Packed],
    locations: &[Packed],
    faults: &Faults,
) -> HashMap<String, String> {
    let owner = |place: &Packed| place.unpack(faults).text("organization_id");
    let asked: HashSet<String> = locations.iter().filter_map(owner).collect();
    let pair = |packed: &Packed| {
        let record = packed.unpack(faults);
        let id = record.text("id").filter(|id| asked.contains(id))?;
        Some((id, record.text("name")?))
    };
    organisations.iter().filter_map(pair).collect()
}

/// The rows of a main table that can be taken: with an id, once, and with a name.
fn primary(
    tables: &mut Tables,
    table: &'static str,
    parent: Parent,
    known: &mut Known,
    faults: &Faults,
) -> Vec<Packed> {
    let rows = tables.remove(table).unwrap_or_default();
    let mut taken: Vec<Packed> = Vec::with_capacity(rows.len());
    for packed in rows {
        let record = packed.unpack(faults);
        let Some(id) = record.need("id", FaultCode::BadValue) else {
            continue;
        };
        let key = (parent, id);
        let position = known.ids.get(&key);
        if let Some(earlier) = position.and_then(|at| taken.get_mut(*at)) {
            if record.nested || earlier.nested {
                *earlier = completed(earlier.unpack(faults), record).pack();
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
        known.ids.insert(key, taken.len());
        taken.push(packed);
    }
    taken
}

/// The earlier mention of the same record, with what it left out.
fn completed(mut earlier: Record, later: Record) -> Record {
    earlier.nested &= later.nested;
    for (field, value) in later.fields {
        earlier.fields.entry(field).or_insert(value);
    }
    earlier
}

fn organisation(
    mut record: Record,
    gist: &HashMap<String, Gist>,
    children: &Children,
) -> Organisation {
    let source_id = record.take("id").unwrap_or_default();
    let mut group = children.of(Parent::Organization, &source_id, &record.faults);
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

    fn note(&mut self, needs: Vec<NeedCategory>) {
        for need in needs {
            if !self.needs.contains(&need) {
                self.needs.push(need);
            }
        }
    }
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
