//! What rules a service out. Pure.
//!
//! What must stay true: nothing is ever sent to an authority, or to whom the person fears; what is
//! not known rules nobody out, except a key that nobody compared.

use std::collections::{HashMap, HashSet};

use amparo_store::{Day, OrganisationId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::directory::import::Gender;
use crate::directory::{OrganisationFacts, Point, ServiceFacts};
use crate::register::OrganisationKind;
use crate::words::{NeedCategory, Priority};

/// What is known of the case, as far as routing needs it.
#[derive(Clone, Debug)]
pub struct Situation {
    /// One's own organisation.
    pub own: OrganisationId,
    /// What is missing.
    pub category: NeedCategory,
    /// The country where it must be met, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// The region where the person is, folded.
    pub region: Option<String>,
    /// Where the person is.
    pub point: Option<Point>,
    /// How soon.
    pub urgency: Priority,
    /// ISO 639-3 of the languages the person speaks, best first.
    pub languages: Vec<String>,
    /// The youngest and the oldest the person can be, in years.
    pub age: Option<(u32, u32)>,
    /// The genders of the directory's list that the person may count as; empty: not known.
    pub genders: Vec<Gender>,
    /// The person is held somewhere.
    pub detained: bool,
    /// States whose authorities must not learn of the person.
    pub feared: HashSet<String>,
    /// Ids, or beginnings of ids, of organisations that stand on the other side.
    pub conflicts: Vec<String>,
    /// Folded names of whom must never be contacted.
    pub never_contact: HashSet<String>,
    /// Nothing may be shared, by the person's own word.
    pub refused: Option<Block>,
    /// Organisations with which something was or may be shared in somebody's vital interest.
    pub overrides: HashSet<OrganisationId>,
    /// How one's own organisation stands to those that take part, as far as it was looked at.
    pub standing: HashMap<OrganisationId, Standing>,
    /// The day of asking.
    pub today: Day,
}

/// How one's own organisation stands to another.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Its name.
    pub name: String,
    /// There is an agreement that lets us refer to it.
    pub agreement: bool,
    /// Its key was compared and is still the same.
    pub verified: bool,
}

/// What rules a service out, in the order of the check. `own`: a case is assigned within one's own
/// organisation, not referred. `authority` and `authority_feared`: nothing is ever sent to an
/// authority. `feared_country`: in a state whose authorities the person fears. `conflict`: named in
/// the case as standing on the other side. `key_not_verified`: the partner's twelve words were not
/// compared. `not_here`: it has no inbox, call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = SuggestionBlock)]
pub enum Block {
    /// One's own organisation: a case is assigned there, not referred.
    Own,
    /// The person stopped all sharing.
    SharingStopped,
    /// The person wants nothing shared with anybody yet.
    NobodyYet,
    /// An authority of a state that the person fears.
    AuthorityFeared,
    /// Any other authority.
    Authority,
    /// In a state whose authorities the person fears.
    FearedCountry,
    /// Named in the case as standing on the other side.
    Conflict,
    /// Not for this age.
    Age,
    /// Not for this gender.
    Gender,
    /// No agreement.
    NoAgreement,
    /// Takes nobody new.
    NotAccepting,
    /// No free place.
    Full,
    /// The key was not compared.
    KeyNotVerified,
    /// No inbox here.
    NotHere,
}

impl Block {
    /// The sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Own => "your own organisation: assign the case instead",
            Self::SharingStopped => "the person said that nothing may be shared any more",
            Self::NobodyYet => "the person said that nothing may be shared with anybody yet",
            Self::AuthorityFeared => "an authority of a country that the person fears",
            Self::Authority => "an authority: nothing is ever shared with one",
            Self::FearedCountry => "in a country whose authorities must not learn of the person",
            Self::Conflict => "the case names it as standing on the other side",
            Self::Age => "not for people of this age",
            Self::Gender => "not for people of this gender",
            Self::NoAgreement => "there is no agreement to refer to it",
            Self::NotAccepting => "takes nobody new at the moment",
            Self::Full => "has no free place",
            Self::KeyNotVerified => "its key was not compared yet: ask a supervisor to do it",
            Self::NotHere => "has no inbox here: contact it by telephone",
        }
    }
}

/// What rules a service out, if anything does: the first that applies.
pub fn block(it: &Situation, service: &ServiceFacts, owner: &OrganisationFacts) -> Option<Block> {
    organisation_block(it, owner)
        .or_else(|| eligibility_block(it, service))
        .or_else(|| {
            let standing = it.standing.get(&owner.participant?)?;
            (!standing.agreement).then_some(Block::NoAgreement)
        })
        .or_else(|| room_block(service))
        .or_else(|| match owner.participant {
            None => Some(Block::NotHere),
            Some(id) => {
                let verified = it
                    .standing
                    .get(&id)
                    .is_some_and(|standing| standing.verified);
                (!verified).then_some(Block::KeyNotVerified)
            }
        })
}

/// The same without looking at how one's own organisation stands to the other: for the many that
/// will never be shown.
pub(super) fn block_at_sight(
    it: &Situation,
    service: &ServiceFacts,
    owner: &OrganisationFacts,
) -> Option<Block> {
    organisation_block(it, owner)
        .or_else(|| eligibility_block(it, service))
        .or_else(|| room_block(service))
        .or_else(|| owner.participant.is_none().then_some(Block::NotHere))
}

/// What rules the organisation out, whatever it offers.
pub(super) fn organisation_block(it: &Situation, owner: &OrganisationFacts) -> Option<Block> {
    if owner.participant == Some(it.own) {
        return Some(Block::Own);
    }
    let lifted = owner
        .participant
        .is_some_and(|id| it.overrides.contains(&id));
    let refused = it
        .refused
        .filter(|block| *block != Block::NobodyYet || !lifted);
    if refused.is_some() {
        return refused;
    }
    let fears = |country: &Option<String>| {
        country
            .as_ref()
            .is_some_and(|country| it.feared.contains(country))
    };
    if owner.kind == OrganisationKind::Authority {
        let feared = fears(&owner.sending_country) || fears(&owner.country);
        return Some(if feared {
            Block::AuthorityFeared
        } else {
            Block::Authority
        });
    }
    if fears(&owner.country) {
        return Some(Block::FearedCountry);
    }
    conflict(it, owner).then_some(Block::Conflict)
}

fn conflict(it: &Situation, owner: &OrganisationFacts) -> bool {
    if it.conflicts.is_empty() && it.never_contact.is_empty() {
        return false;
    }
    let named = |id: String| it.conflicts.iter().any(|begins| id.starts_with(begins));
    named(owner.id.to_string())
        || owner.participant.is_some_and(|id| named(id.to_string()))
        || it.never_contact.contains(&owner.folded_name)
}

/// Not known is not *no*.
pub(super) fn eligibility_block(it: &Situation, service: &ServiceFacts) -> Option<Block> {
    if let Some((youngest, oldest)) = it.age {
        let too_young = service
            .min_age
            .is_some_and(|least| oldest < u32::from(least));
        let too_old = service
            .max_age
            .is_some_and(|most| youngest > u32::from(most));
        if too_young || too_old {
            return Some(Block::Age);
        }
    }
    let fits = service.genders.is_empty()
        || it.genders.is_empty()
        || it.genders.iter().any(|one| service.genders.contains(one));
    (!fits).then_some(Block::Gender)
}

pub(super) fn room_block(service: &ServiceFacts) -> Option<Block> {
    if !service.accepting {
        return Some(Block::NotAccepting);
    }
    (service.capacity == Some(0)).then_some(Block::Full)
}

#[cfg(test)]
pub(super) mod tests;
