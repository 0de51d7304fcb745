//! What may be asked of the lists.

use amparo_store::DirectoryOrganisationId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::import::PlaceKind;
use crate::register::OrganisationKind;
use crate::web::PageQuery;
use crate::words::{Country, Language, NeedCategory};

/// What every list can be asked.
pub(super) struct Asked<'a> {
    pub words: Option<&'a str>,
    pub publisher: Option<&'a str>,
    pub page: PageQuery,
}

/// A query with what every list can be asked around its own fields.
macro_rules! query {
    ($(#[$doc:meta])* $name:ident { $($fields:tt)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Deserialize, IntoParams)]
        #[serde(deny_unknown_fields)]
        #[into_params(parameter_in = Query)]
        pub struct $name {
            /// Beginnings of words of the name, parted by spaces: each must occur.
            #[param(max_length = 200)]
            pub q: Option<String>,
            $($fields)+
            /// How many entries to answer at most, 1 to 200; 50 if absent.
            #[param(minimum = 1, maximum = 200)]
            pub limit: Option<u32>,
            /// The `next` of the page before. Absent for the first page.
            #[param(max_length = 512)]
            pub after: Option<String>,
        }

        impl $name {
            pub(super) fn asked(&self) -> Asked<'_> {
                Asked {
                    words: self.q.as_deref(),
                    publisher: self.publisher.as_deref(),
                    page: PageQuery {
                        limit: self.limit,
                        after: self.after.clone(),
                    },
                }
            }
        }
    };
}

query! {
    /// Which organisations.
    OrganisationsQuery {
        /// Only organisations of this sort.
        #[param(inline)]
        pub kind: Option<OrganisationKind>,
        /// Only those that work in this country, ISO 3166-1 alpha-2.
        #[param(inline)]
        pub country: Option<Country>,
        /// Only those with a service that answers this need. With `language` and `accepting`, it is the
        /// same service that must do all of it, and it must be usable now.
        #[param(inline)]
        pub category: Option<NeedCategory>,
        /// Only those with a service that speaks this language, ISO 639-3.
        #[param(inline)]
        pub language: Option<Language>,
        /// True: only those with a service that takes anybody new. False: only those with one that does
        /// not.
        pub accepting: Option<bool>,
        /// Only what this publisher published; the name as in `publisher`.
        #[param(max_length = 200)]
        pub publisher: Option<String>,
        /// True: only those that take part. False: only those that do not.
        pub taking_part: Option<bool>,
        /// True: also what vanished from its file or was put aside.
        pub all: Option<bool>,
    }
}

query! {
    /// Which services.
    ServicesQuery {
        /// Only services of organisations of this sort.
        #[param(inline)]
        pub kind: Option<OrganisationKind>,
        /// Only services that serve this country, ISO 3166-1 alpha-2.
        #[param(inline)]
        pub country: Option<Country>,
        /// Only services that answer this need.
        #[param(inline)]
        pub category: Option<NeedCategory>,
        /// Only services that speak this language, ISO 639-3.
        #[param(inline)]
        pub language: Option<Language>,
        /// True: only services that take anybody new. False: only those that do not.
        pub accepting: Option<bool>,
        /// Only what this publisher published; the name as in `publisher`.
        #[param(max_length = 200)]
        pub publisher: Option<String>,
        /// Only services of this organisation: its `id` under `/directory/organisations`.
        #[param(value_type = Option<Uuid>)]
        pub organisation: Option<DirectoryOrganisationId>,
        /// True: also services that cannot be used now.
        pub all: Option<bool>,
    }
}

query! {
    /// Which places.
    PlacesQuery {
        /// Only places of this sort.
        #[param(inline)]
        pub kind: Option<PlaceKind>,
        /// Only places in this country, ISO 3166-1 alpha-2.
        #[param(inline)]
        pub country: Option<Country>,
        /// Only what this publisher published; the name as in `publisher`.
        #[param(max_length = 200)]
        pub publisher: Option<String>,
        /// Only places of this organisation: its `id` under `/directory/organisations`.
        #[param(value_type = Option<Uuid>)]
        pub organisation: Option<DirectoryOrganisationId>,
        /// True: also what vanished from its file or was put aside.
        pub all: Option<bool>,
    }
}
