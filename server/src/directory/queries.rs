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
            /// Beginnings of words, each of which must occur.
            #[param(max_length = 200)]
            pub q: Option<String>,
            $($fields)+
            /// At most so many items, 1 to 200; 50 if not said.
            #[param(minimum = 1, maximum = 200)]
            pub limit: Option<u32>,
            /// The `next` of the page before.
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
        /// What they are.
        #[param(inline)]
        pub kind: Option<OrganisationKind>,
        /// Where they work.
        #[param(inline)]
        pub country: Option<Country>,
        /// A need that one of their services answers. With `language` and `accepting`, it is the same
        /// service that must do all of it, and it must be usable now.
        #[param(inline)]
        pub category: Option<NeedCategory>,
        /// A language that one of their services speaks.
        #[param(inline)]
        pub language: Option<Language>,
        /// Whether one of their services takes anybody new.
        pub accepting: Option<bool>,
        /// Who published the entry.
        #[param(max_length = 200)]
        pub publisher: Option<String>,
        /// Only those that take part, or only those that do not.
        pub taking_part: Option<bool>,
        /// Also what vanished or was put aside.
        pub all: Option<bool>,
    }
}

query! {
    /// Which services.
    ServicesQuery {
        /// What their organisation is.
        #[param(inline)]
        pub kind: Option<OrganisationKind>,
        /// A country they serve.
        #[param(inline)]
        pub country: Option<Country>,
        /// A need they answer.
        #[param(inline)]
        pub category: Option<NeedCategory>,
        /// A language they speak.
        #[param(inline)]
        pub language: Option<Language>,
        /// Whether they take anybody new.
        pub accepting: Option<bool>,
        /// Who published the entry.
        #[param(max_length = 200)]
        pub publisher: Option<String>,
        /// Who offers them.
        #[param(value_type = Option<Uuid>)]
        pub organisation: Option<DirectoryOrganisationId>,
        /// Also what cannot be used now.
        pub all: Option<bool>,
    }
}

query! {
    /// Which places.
    PlacesQuery {
        /// What kind of place.
        #[param(inline)]
        pub kind: Option<PlaceKind>,
        /// Where they are.
        #[param(inline)]
        pub country: Option<Country>,
        /// Who published the entry.
        #[param(max_length = 200)]
        pub publisher: Option<String>,
        /// Whose they are.
        #[param(value_type = Option<Uuid>)]
        pub organisation: Option<DirectoryOrganisationId>,
        /// Also what vanished or was put aside.
        pub all: Option<bool>,
    }
}
