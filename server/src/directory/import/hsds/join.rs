//! HSDS tables joined into a batch.
//!
//! What must stay true: a service whose organisation is missing is not taken, because nobody
//! would answer for it; everything else that dangles costs only the reference.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;

use super::super::faults::{FaultCode, RowFault};
use super::super::model::{Batch, NeedCategory, Organisation, Phone};
use super::super::needs;
use super::super::record::Record;
use super::super::values;
use super::Tables;
use super::children::{Children, Group, Known, Parent, as_json};
use super::{places, services};

/// Joins the tables. `faults` are those of the reading before.
pub(super) fn batch(publisher: &str, mut tables: Tables, mut faults: Vec<RowFault>) -> Batch {
    let mut known = Known::default();
    let organisations = primary(
        &mut tables,
        "organizations",
        Parent::Organization,
        &mut known,
        &mut faults,
    );
    let locations = primary(
        &mut tables,
        "locations",
        Parent::Location,
        &mut known,
        &mut faults,
    );
    let offered = primary(
        &mut tables,
        "services",
        Parent::Service,
        &mut known,
        &mut faults,
    );
    let mut services = services::owned(offered, &locations, &mut known, &mut faults);
    services::join_places(&mut tables, &mut services, &mut known, &mut faults);
    let terms = services::Terms::read(&mut tables, &mut faults);
    let children = Children::gather(&mut tables, &mut known, &mut faults);

    let owners = owners(&organisations);
    let place = |record| places::place(record, &children, &owners, &known, &mut faults);
    let places: Vec<places::Spoken> = locations.into_iter().filter_map(place).collect();
    let mut batch = Batch {
        publisher: publisher.to_owned(),
        ..Batch::default()
    };
    let index = places::Index::of(&places);
    for service in services {
        batch.services.push(services::service(
            service,
            &index,
            &children,
            &terms,
            &mut faults,
        ));
    }
    batch.places = places.into_iter().map(|spoken| spoken.place).collect();
    places::hide_shelters(&mut batch.places, &batch.services);
    let gist = gist(&batch);
    for record in organisations {
        batch
            .organisations
            .push(organisation(record, &gist, &children, &mut faults));
    }
    batch.faults = faults;
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
    faults: &mut Vec<RowFault>,
) -> Vec<Record> {
    let mut taken: Vec<Record> = Vec::new();
    let mut position: HashMap<String, usize> = HashMap::new();
    for record in tables.remove(table).unwrap_or_default() {
        let Some(id) = record.text("id") else {
            faults.push(record.skipped("id", FaultCode::BadValue));
            continue;
        };
        if let Some(earlier) = position.get(&id).and_then(|at| taken.get_mut(*at)) {
            if record.nested || earlier.nested {
                complete(earlier, record);
            } else {
                faults.push(record.skipped("id", FaultCode::DuplicateId));
            }
            continue;
        }
        // A place may go without a name of its own: its address or its owner names it.
        if table != "locations" && record.text("name").is_none() {
            faults.push(record.skipped("name", FaultCode::EmptyName));
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
    faults: &mut Vec<RowFault>,
) -> Organisation {
    let source_id = record.take("id").unwrap_or_default();
    let mut group = children.of(Parent::Organization, &source_id);
    let gist = gist.get(&source_id);
    let country = gist.and_then(Gist::one_country);
    let needs = gist.map(|gist| gist.needs.as_slice()).unwrap_or_default();
    let url = values::url(&mut record, "website", faults);
    let email = values::email(&mut record, "email", faults);
    Organisation {
        name: record.take("name").unwrap_or_default(),
        alternate_name: record.take("alternate_name"),
        kind: needs::kind_of(needs),
        description: record.take("description"),
        url,
        email,
        phones: phones(&mut group, country.as_deref(), faults),
        details: details(record, group),
        country,
        source_id,
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

/// Takes the telephones out of a group.
pub(super) fn phones(
    group: &mut Group,
    country: Option<&str>,
    faults: &mut Vec<RowFault>,
) -> Vec<Phone> {
    let mut phones = Vec::new();
    for mut record in group.remove("phones").unwrap_or_default() {
        let Some(number) = record.take("number") else {
            faults.push(record.skipped("number", FaultCode::BadValue));
            continue;
        };
        let prefix = record.take("country_prefix");
        let e164 = match &prefix {
            Some(prefix) => values::e164(&format!("{prefix} {number}"), country),
            None => values::e164(&number, country),
        };
        phones.push(Phone {
            number,
            e164,
            extension: record.take("extension"),
            kind: record.take("type"),
            languages: phone_languages(&mut record, faults),
            description: record.take("description"),
        });
    }
    phones
}

fn phone_languages(record: &mut Record, faults: &mut Vec<RowFault>) -> Vec<String> {
    if let Some(text) = record.take("language") {
        return values::languages(record, "language", &text, faults);
    }
    inline_languages(record, faults)
}

/// The languages listed inside a row.
pub(super) fn inline_languages(record: &Record, faults: &mut Vec<RowFault>) -> Vec<String> {
    let mut codes = Vec::new();
    let listed = record.fields.get("languages").and_then(Value::as_array);
    for language in listed.into_iter().flatten() {
        let text = |field: &str| {
            language
                .get(field)?
                .as_str()
                .filter(|text| !text.is_empty())
        };
        let Some(text) = text("code").or_else(|| text("name")) else {
            continue;
        };
        for code in values::languages(record, "languages", text, faults) {
            values::add(&mut codes, &code);
        }
    }
    codes
}

/// The languages of a row: those in a table of their own, and those listed inside it.
pub(super) fn languages(record: &Record, group: &Group, faults: &mut Vec<RowFault>) -> Vec<String> {
    let mut codes = inline_languages(record, faults);
    for record in group.get("languages").into_iter().flatten() {
        let named = ["code", "name"]
            .into_iter()
            .find_map(|f| Some((f, record.text(f)?)));
        let Some((field, text)) = named else { continue };
        for code in values::languages(record, field, &text, faults) {
            values::add(&mut codes, &code);
        }
    }
    codes
}

/// Everything that has no field of its own: what is left of the row, and its rows by table.
pub(super) fn details(record: Record, group: Group) -> Value {
    let mut details = record.rest();
    for (table, rows) in group.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        match (details.get_mut(table), as_json(rows)) {
            (Some(Value::Array(list)), Value::Array(rows)) => list.extend(rows),
            (_, rows) => drop(details.insert(table.to_owned(), rows)),
        }
    }
    Value::Object(details)
}
