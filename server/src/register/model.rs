//! Organisations that take part.

use amparo_store::{AccountId, Day, OrganisationId, Position, Revision, Sealed};
use amparo_vault::RootPublic;
use serde::{Deserialize, Serialize};

use crate::words::Country;

amparo_store::text_enum! {
    /// What an organisation is. The same list as in the directory.
    pub enum OrganisationKind {
        /// A hotline.
        Hotline = "hotline",
        /// Legal help.
        Legal = "legal",
        /// Health care.
        Health = "health",
        /// Shelter.
        Shelter = "shelter",
        /// A trade union.
        Union = "union",
        /// A faith community.
        Faith = "faith",
        /// A migrants' or support organisation.
        Support = "support",
        /// A counterpart in a sending country.
        Counterpart = "counterpart",
        /// Police, immigration, consulate, employers' body. Can never receive a sealed packet.
        Authority = "authority",
    }
}

const KINDS: &str = "What sort of organisation it is. `union`: a trade union. `faith`: a faith \
    community. `support`: a migrants' or support organisation. `counterpart`: a counterpart in a \
    sending country. `authority`: police, immigration, consulate or employers' body; nothing is \
    ever shared with one.";

crate::words::enum_schema!(OrganisationKind, "OrganisationKind", KINDS);

/// What is sealed about an organisation under the instance key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OrganisationProfile {
    /// The name in the directory.
    pub name: String,
    /// What it is. Sealed, because a writer of rows must not make an authority a partner.
    pub kind: OrganisationKind,
    /// Where it works.
    pub country: Country,
    /// The public half of the root key. Sealed so that a writer of rows cannot swap it.
    pub root: RootPublic,
    /// Key administrators who left. Nothing that carries their certificate is believed any more.
    pub revoked: Vec<AccountId>,
}

/// An organisation that takes part.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The id.
    pub id: OrganisationId,
    /// Name, kind, country, root.
    pub profile: OrganisationProfile,
    pub(super) revision: Revision,
}

impl Organisation {
    /// What it is.
    pub fn kind(&self) -> OrganisationKind {
        self.profile.kind
    }

    /// The public half of the root key.
    pub fn root(&self) -> &RootPublic {
        &self.profile.root
    }
}

/// A row to be inserted.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// The id.
    pub id: OrganisationId,
    /// The sealed profile.
    pub sealed: Sealed,
    /// The counter of changed cards.
    pub changes: Position,
    /// The day it was founded.
    pub created_on: Day,
    /// The revision of the profile.
    pub revision: Revision,
}
