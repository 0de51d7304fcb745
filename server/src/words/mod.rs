//! Words from standards, parsed at the door: inside, only values that cannot be wrong.

use std::borrow::Cow;

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

pub mod needs;
mod phone;
pub mod reference;

pub use phone::e164;

/// Whether a reader sees it: no space, no control character, and none that is drawn as nothing
/// (Unicode's `Default_Ignorable_Code_Point`).
pub fn is_seen(c: char) -> bool {
    let is_drawn = !CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c);
    is_drawn && !c.is_whitespace() && !c.is_control()
}

/// Says in the OpenAPI document which words a `text_enum!` has, and what it is called there.
macro_rules! enum_schema {
    ($name:ident, $told:literal, $says:expr) => {
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .enum_values(Some(Self::ALL.iter().map(|word| word.as_str())))
                    .description(Some($says))
                    .build()
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                $told.into()
            }
        }
    };
}
pub(crate) use enum_schema;

macro_rules! word {
    ($says:literal, $name:ident, $format:literal, $example:literal, $parse:expr) => {
        #[doc = $says]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The name of the format in the OpenAPI document.
            pub const FORMAT: &'static str = $format;

            /// Reads it, or says no.
            pub fn parse(text: &str) -> Option<Self> {
                let parse: fn(&str) -> Option<String> = $parse;
                parse(text).map(Self)
            }

            /// The standard form.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = Cow::<'de, str>::deserialize(from)?;
                Self::parse(&text)
                    .ok_or_else(|| serde::de::Error::custom(concat!("not a ", $format)))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .format(Some(SchemaFormat::Custom($format.to_owned())))
                    .max_length(Some(64))
                    .description(Some($says))
                    .examples([serde_json::json!($example)])
                    .build()
                    .into()
            }
        }

        impl ToSchema for $name {}
    };
}

word!(
    "A country by its ISO 3166-1 alpha-2 code, two capital letters.",
    Country,
    "country",
    "GR",
    |text| (text.len() == 2)
        .then(|| reference::country(text))
        .flatten()
        .map(ToOwned::to_owned)
);
word!(
    "A language by its ISO 639-3 code, three small letters. ISO 639-1 codes (two letters) are taken \
     and turned into ISO 639-3.",
    Language,
    "language",
    "tir",
    |text| (text.len() == 2 || text.len() == 3)
        .then(|| reference::language(text))
        .flatten()
        .map(ToOwned::to_owned)
);
word!(
    "A telephone number in E.164: a plus sign, the country code, the number, without spaces.",
    Phone,
    "phone",
    "+302101234567",
    |text| {
        let number = phonenumber::parse(None, text).ok()?;
        phonenumber::is_valid(&number)
            .then(|| number.format().mode(phonenumber::Mode::E164).to_string())
    }
);

/// Whether `text` satisfies the named format; `None` when the format is not one of ours.
pub fn satisfies(format: &str, text: &str) -> Option<bool> {
    match format {
        Country::FORMAT => Some(Country::parse(text).is_some()),
        Language::FORMAT => Some(Language::parse(text).is_some()),
        Phone::FORMAT => Some(Phone::parse(text).is_some()),
        _ => None,
    }
}

/// An answer with three values. `unknown` means not asked or not known; it never means no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum YesNoUnknown {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not asked, or not known.
    #[default]
    Unknown,
}

/// What is missing. `food_cash`: food and cash. `wages_labour`: unpaid wages and conditions of
/// work. `safety`: protection from somebody. `interpretation`: somebody who interprets.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum NeedCategory {
    /// Legal help.
    Legal,
    /// Medical care.
    Health,
    /// Psychosocial and mental health care.
    MentalHealth,
    /// A safe place to stay.
    Shelter,
    /// Food and cash.
    FoodCash,
    /// Identity and travel documents.
    Documents,
    /// Unpaid wages and conditions of work.
    WagesLabour,
    /// Finding and reaching family.
    FamilyTracing,
    /// Return and reintegration.
    ReturnReintegration,
    /// Education.
    Education,
    /// Interpretation.
    Interpretation,
    /// Protection from somebody.
    Safety,
}

impl NeedCategory {
    /// Every category, in the order of this list.
    pub const ALL: [Self; 12] = [
        Self::Legal,
        Self::Health,
        Self::MentalHealth,
        Self::Shelter,
        Self::FoodCash,
        Self::Documents,
        Self::WagesLabour,
        Self::FamilyTracing,
        Self::ReturnReintegration,
        Self::Education,
        Self::Interpretation,
        Self::Safety,
    ];

    /// The word used in bodies and in the directory's rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Health => "health",
            Self::MentalHealth => "mental_health",
            Self::Shelter => "shelter",
            Self::FoodCash => "food_cash",
            Self::Documents => "documents",
            Self::WagesLabour => "wages_labour",
            Self::FamilyTracing => "family_tracing",
            Self::ReturnReintegration => "return_reintegration",
            Self::Education => "education",
            Self::Interpretation => "interpretation",
            Self::Safety => "safety",
        }
    }

    /// Reads the word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// How soon somebody must act, and how long a partner has to answer a referral: `P1` now (1 hour),
/// `P2` today (24 hours), `P3` this week (3 days), `P4` routine (7 days).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "UPPERCASE")]
pub enum Priority {
    /// NOW: a referral is answered within 1 hour.
    P1,
    /// TODAY: within 24 hours.
    P2,
    /// WEEK: within 3 days.
    P3,
    /// ROUTINE: within 7 days.
    P4,
}

impl Priority {
    /// How long a partner may take to answer a referral.
    pub fn answer_within(self) -> chrono::TimeDelta {
        match self {
            Self::P1 => chrono::TimeDelta::hours(1),
            Self::P2 => chrono::TimeDelta::hours(24),
            Self::P3 => chrono::TimeDelta::days(3),
            Self::P4 => chrono::TimeDelta::days(7),
        }
    }
}
