//! The forms of the room: flatter than entries, and turned into them here.
//!
//! What must stay true: a form never loses what it does not show. A telephone number whose line was
//! left alone keeps everything the publisher said about it.

use amparo_store::{DirectoryOrganisationId, OrganisationId, PlaceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::directory::fields::{OrganisationEntry, PlaceEntry, ServiceEntry};
use crate::directory::import::{Eligibility, Gender, Phone, PlaceKind, ServiceStatus};
use crate::directory::model::{ListedOrganisation, ListedPlace, ListedService};
use crate::foundation::Refusal;
use crate::pages::{self, Names};
use crate::register::OrganisationKind;
use crate::words::{self, Country, NeedCategory};

/// An organisation, as it is typed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationForm {
    /// What it is.
    pub kind: OrganisationKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 300)]
    pub name: String,
    /// Another name in use.
    #[schema(max_length = 300)]
    pub alternate_name: Option<String>,
    /// What it does.
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// Where it works.
    pub country: Option<Country>,
    /// Its site.
    #[schema(max_length = 2000, pattern = r"^https?://\S+$")]
    pub url: Option<String>,
    /// Its mail address.
    #[schema(
        max_length = 254,
        pattern = r"^[^\s@<>,;?&%#]+@[^\s@<>,;?&%#]+\.[^\s@<>,;?&%#]+$"
    )]
    pub email: Option<String>,
    /// Its telephone numbers, one a line.
    #[schema(max_length = 5000)]
    pub phones: Option<String>,
    /// It is the organisation of whoever writes.
    pub own: bool,
    /// It is shown.
    pub active: bool,
}

impl OrganisationForm {
    /// The form of an entry.
    pub(super) fn of(it: &ListedOrganisation, own: OrganisationId) -> Self {
        Self {
            kind: it.kind,
            name: it.name.clone(),
            alternate_name: it.alternate_name.clone(),
            description: it.description.clone(),
            country: it.country.as_deref().and_then(Country::parse),
            url: it.url.clone(),
            email: it.email.clone(),
            phones: Some(lines_of(&it.phones)),
            own: it.participant == Some(own),
            active: it.active,
        }
    }

    /// The entry that is meant.
    pub(super) fn entry(
        self,
        present: Option<&ListedOrganisation>,
        own: OrganisationId,
    ) -> Result<OrganisationEntry, Refusal> {
        let was = present.and_then(|it| it.participant);
        let participant = match was {
            Some(other) if other != own => Some(other),
            _ => self.own.then_some(own),
        };
        let phones = present.map_or(&[][..], |it| it.phones.as_slice());
        Ok(OrganisationEntry {
            kind: self.kind,
            name: self.name,
            alternate_name: self.alternate_name,
            description: self.description,
            country: self.country,
            url: self.url,
            email: self.email,
            phones: phones_of(self.phones.as_deref(), phones)?,
            participant,
            active: self.active,
        })
    }
}

/// A service, as it is typed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceForm {
    /// Who offers it.
    #[schema(value_type = Uuid)]
    pub organisation: DirectoryOrganisationId,
    /// Its name.
    #[schema(min_length = 1, max_length = 300)]
    pub name: String,
    /// Another name in use.
    #[schema(max_length = 300)]
    pub alternate_name: Option<String>,
    /// What is offered.
    #[schema(max_length = 5000)]
    pub description: Option<String>,
    /// Whether it can be used now.
    pub status: ServiceStatus,
    /// The needs it answers.
    #[schema(max_items = 12)]
    pub categories: Vec<NeedCategory>,
    /// The countries it serves, by name, parted by commas.
    #[schema(max_length = 5000)]
    pub countries: Option<String>,
    /// The languages it speaks, by name, parted by commas.
    #[schema(max_length = 5000)]
    pub languages: Option<String>,
    /// Youngest age, in years.
    #[schema(minimum = 0, maximum = 130)]
    pub min_age: Option<u8>,
    /// Oldest age, in years.
    #[schema(minimum = 0, maximum = 130)]
    pub max_age: Option<u8>,
    /// Only these genders.
    #[schema(max_items = 3)]
    pub genders: Vec<Gender>,
    /// Who may use it, in words.
    #[schema(max_length = 5000)]
    pub eligibility_text: Option<String>,
    /// It has experience with people who are detained.
    pub takes_detained: bool,
    /// It takes new people.
    pub accepting: bool,
    /// Places free now.
    #[schema(minimum = 0, maximum = 100_000)]
    pub capacity: Option<i32>,
    /// How fast it answers, in hours.
    #[schema(minimum = 0, maximum = 8760)]
    pub answers_within_hours: Option<i32>,
    /// Opening hours in words.
    #[schema(max_length = 1000)]
    pub opening_hours: Option<String>,
    /// Its page.
    #[schema(max_length = 2000, pattern = r"^https?://\S+$")]
    pub url: Option<String>,
    /// Its mail address.
    #[schema(
        max_length = 254,
        pattern = r"^[^\s@<>,;?&%#]+@[^\s@<>,;?&%#]+\.[^\s@<>,;?&%#]+$"
    )]
    pub email: Option<String>,
    /// Its telephone numbers, one a line.
    #[schema(max_length = 5000)]
    pub phones: Option<String>,
    /// Where it is offered.
    #[schema(max_items = 200, value_type = Vec<Uuid>)]
    pub places: Vec<PlaceId>,
}

impl ServiceForm {
    /// The form of an entry.
    pub(super) fn of(it: &ListedService, names: Names) -> Self {
        Self {
            organisation: it.organisation,
            name: it.name.clone(),
            alternate_name: it.alternate_name.clone(),
            description: it.description.clone(),
            status: it.status,
            categories: it.categories.clone(),
            countries: names.countries_as_typed(&it.countries),
            languages: names.languages_as_typed(&it.languages),
            min_age: it.eligibility.min_age,
            max_age: it.eligibility.max_age,
            genders: it.eligibility.genders.clone(),
            eligibility_text: it.eligibility.text.clone(),
            takes_detained: it.takes_detained,
            accepting: it.accepting,
            capacity: it.capacity,
            answers_within_hours: it.answers_within_hours,
            opening_hours: it.opening_hours.clone(),
            url: it.url.clone(),
            email: it.email.clone(),
            phones: Some(lines_of(&it.phones)),
            places: it.places.clone().unwrap_or_default(),
        }
    }

    /// The entry that is meant. What only a click says (when it was checked) stays.
    pub(super) fn entry(self, present: Option<&ListedService>) -> Result<ServiceEntry, Refusal> {
        let phones = present.map_or(&[][..], |it| it.phones.as_slice());
        let mut typed = pages::TypedReader::default();
        let countries = typed.countries(self.countries.as_deref(), "/countries");
        let languages = typed.languages(self.languages.as_deref(), "/languages");
        typed.done(())?;
        Ok(ServiceEntry {
            organisation: self.organisation,
            name: self.name,
            alternate_name: self.alternate_name,
            description: self.description,
            status: self.status,
            categories: self.categories,
            countries,
            languages,
            eligibility: Eligibility {
                min_age: self.min_age,
                max_age: self.max_age,
                genders: self.genders,
                text: self.eligibility_text,
            },
            url: self.url,
            email: self.email,
            phones: phones_of(self.phones.as_deref(), phones)?,
            capacity: self.capacity,
            accepting: self.accepting,
            answers_within_hours: self.answers_within_hours,
            verified_on: present.and_then(|it| it.verified_on),
            takes_detained: self.takes_detained,
            opening_hours: self.opening_hours,
            places: self.places,
        })
    }
}

/// A place, as it is typed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceForm {
    /// Whose place it is.
    #[schema(value_type = Option<Uuid>)]
    pub organisation: Option<DirectoryOrganisationId>,
    /// What kind of place.
    pub kind: PlaceKind,
    /// Its name.
    #[schema(min_length = 1, max_length = 300)]
    pub name: String,
    /// Whether the address is shown only to those who need it to help.
    pub confidential: bool,
    /// Street and house.
    #[schema(max_length = 500)]
    pub address: Option<String>,
    /// City or town.
    #[schema(max_length = 200)]
    pub city: Option<String>,
    /// State, province or region.
    #[schema(max_length = 200)]
    pub region: Option<String>,
    /// Postal code.
    #[schema(max_length = 20)]
    pub postal_code: Option<String>,
    /// The country.
    pub country: Option<Country>,
    /// Degrees north.
    #[schema(minimum = -90, maximum = 90)]
    pub latitude: Option<f64>,
    /// Degrees east.
    #[schema(minimum = -180, maximum = 180)]
    pub longitude: Option<f64>,
    /// Its telephone numbers, one a line.
    #[schema(max_length = 5000)]
    pub phones: Option<String>,
    /// It is shown.
    pub active: bool,
}

impl PlaceForm {
    /// The form of an entry.
    pub(super) fn of(it: &ListedPlace) -> Self {
        Self {
            organisation: it.organisation,
            kind: it.kind,
            name: it.name.clone(),
            confidential: it.confidential,
            address: it.address.clone(),
            city: it.city.clone(),
            region: it.region.clone(),
            postal_code: it.postal_code.clone(),
            country: it.country.as_deref().and_then(Country::parse),
            latitude: it.latitude,
            longitude: it.longitude,
            phones: Some(lines_of(&it.phones)),
            active: it.active,
        }
    }

    /// The entry that is meant.
    pub(super) fn entry(self, present: Option<&ListedPlace>) -> Result<PlaceEntry, Refusal> {
        let phones = present.map_or(&[][..], |it| it.phones.as_slice());
        Ok(PlaceEntry {
            organisation: self.organisation,
            kind: self.kind,
            name: self.name,
            confidential: self.confidential,
            address: self.address,
            city: self.city,
            region: self.region,
            postal_code: self.postal_code,
            country: self.country,
            latitude: self.latitude,
            longitude: self.longitude,
            phones: phones_of(self.phones.as_deref(), phones)?,
            active: self.active,
        })
    }
}

/// One line a number: the number, and after a semicolon what it is for.
fn line_of(phone: &Phone) -> String {
    let about = phone.description.as_deref().unwrap_or_default();
    let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
    if about.is_empty() {
        phone.number.clone()
    } else {
        format!("{}; {about}", phone.number)
    }
}

fn lines_of(phones: &[Phone]) -> String {
    phones.iter().map(line_of).collect::<Vec<_>>().join("\n")
}

/// The numbers of the lines. A line as it was keeps whatever is known of the number.
fn phones_of(text: Option<&str>, present: &[Phone]) -> Result<Vec<Phone>, Refusal> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    let phones: Vec<Phone> = lines
        .filter(|line| !line.is_empty())
        .map(|line| {
            let known = present.iter().find(|phone| line_of(phone).trim() == line);
            known.cloned().unwrap_or_else(|| typed(line))
        })
        .collect();
    let fault = |code, detail| Err(Refusal::fault("/phones", code, detail));
    if phones.len() > 50 {
        return fault("too_many", "may have at most 50 items");
    }
    if phones
        .iter()
        .any(|it| it.number.is_empty() || it.number.chars().count() > 200)
    {
        return fault("bad_format", "has a line without a number");
    }
    Ok(phones)
}

fn typed(line: &str) -> Phone {
    let (number, about) = line.split_once(';').unwrap_or((line, ""));
    let (number, about) = (number.trim(), about.trim());
    Phone {
        number: number.to_owned(),
        e164: words::Phone::parse(number).map(|it| it.to_string()),
        description: (!about.is_empty()).then(|| about.chars().take(1000).collect()),
        ..Phone::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_was_left_alone_keeps_what_is_known_of_it() {
        let known = Phone {
            number: "(030) 123".to_owned(),
            extension: Some("7".to_owned()),
            description: Some("at night".to_owned()),
            ..Phone::default()
        };
        let lines = lines_of(std::slice::from_ref(&known));
        assert_eq!(lines, "(030) 123; at night");
        let both = format!("{lines}\r\n+30 210 1234567; by day\r\n");
        let phones = phones_of(Some(&both), std::slice::from_ref(&known)).unwrap();
        assert_eq!(phones[0], known);
        assert_eq!(phones[1].number, "+30 210 1234567");
        assert_eq!(phones[1].description.as_deref(), Some("by day"));
        assert!(phones_of(Some("; only words"), &[]).is_err());
    }
}
