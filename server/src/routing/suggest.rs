//! Asking for suggestions, and the same hard filters at the moment of sending.

use amparo_store::{CaseId, OrganisationId, RecordId};

use super::agreed::Agreed;
use super::index::{self, Hit};
use super::model::{Blocked, Contact, Suggestion, SuggestionRequest, Suggestions};
use super::rules::{Block, Situation, eligibility_block, organisation_block, room_block};
use super::score::reasons;
use super::situation::{situation, standing};
use crate::casefile::{self, CaseAccess, File};
use crate::cases::Need;
use crate::directory::{OrganisationFacts, ServiceFacts};
use crate::foundation::{Act, Reason as Because, Refusal};
use crate::ledger::{About, What};
use crate::rights::Right;
use crate::words::reference;
use crate::{register, team};

/// Who could meet a need of a case, best first.
pub fn suggest(
    act: &mut Act<'_>,
    case: CaseId,
    need: RecordId,
    asked: SuggestionRequest,
) -> Result<Suggestions, Refusal> {
    let case = casefile::find(act, case, Right::Refer)?;
    let file = File::open(act, &case)?;
    let kept = file.one::<Need>(need)?;
    let (mut it, agreed) = situation(act, &case, &file, &kept.body)?;
    let index = index::current(act)?;
    let found = index.ask(&mut it, asked.limit, &mut |id| standing(act, id))?;
    let items = found
        .hits
        .iter()
        .filter(|hit| asked.include_blocked || hit.block.is_none())
        .map(|hit| view(&it, &agreed, hit))
        .collect();
    case.note(act, What::SuggestionsSeen, About::the(need.to_uuid()))?;
    Ok(Suggestions {
        items,
        considered: found.considered,
        consent: agreed.stand(),
    })
}

fn view(it: &Situation, agreed: &Agreed, hit: &Hit<'_>) -> Suggestion {
    let (service, owner) = (hit.service, hit.owner);
    let standing = owner.participant.and_then(|id| it.standing.get(&id));
    Suggestion {
        service: service.id,
        service_name: service.name.clone(),
        organisation: owner.id,
        organisation_name: owner.name.clone(),
        kind: owner.kind,
        participant: owner.participant,
        participant_name: standing.map(|standing| standing.name.clone()),
        score: hit.score,
        reasons: reasons(it, service),
        blocked: hit.block.map(|code| Blocked {
            code,
            words: code.words(),
        }),
        consent: agreed.stand_towards(owner.participant),
        contact: contact(service, owner),
    }
}

fn contact(service: &ServiceFacts, owner: &OrganisationFacts) -> Contact {
    let phones = if service.phones.is_empty() {
        &owner.phones
    } else {
        &service.phones
    };
    Contact {
        phones: phones
            .iter()
            .map(|phone| phone.e164.clone().unwrap_or_else(|| phone.number.clone()))
            .collect(),
        email: service.email.clone().or_else(|| owner.email.clone()),
        url: service.url.clone().or_else(|| owner.url.clone()),
    }
}

/// Refuses to send a need to an organisation that anything rules out now: between the suggestion
/// and the sending a key may have changed, a conflict may have been noted, sharing may have been
/// stopped. Consent itself is proved elsewhere, by a `Covering`; here only *stop* counts.
pub fn check_receiver(
    act: &mut Act<'_>,
    case: &CaseAccess,
    file: &File,
    need: &Need,
    receiver: OrganisationId,
) -> Result<(), Refusal> {
    let organisation = register::organisation(act, receiver)?;
    let (mut it, _) = situation(act, case, file, need)?;
    it.refused = it.refused.filter(|block| *block == Block::SharingStopped);
    let index = index::current(act)?;
    let entered = OrganisationFacts {
        id: amparo_store::DirectoryOrganisationId::from_bytes(receiver.as_bytes()),
        folded_name: reference::fold(&organisation.profile.name),
        name: organisation.profile.name.clone(),
        kind: organisation.kind(),
        country: Some(organisation.profile.country.to_string()),
        participant: Some(receiver),
        sending_country: None,
        phones: Vec::new(),
        email: None,
        url: None,
    };
    let entries = std::iter::once(&entered).chain(index.entries_of(receiver));
    let ruled_out = entries
        .into_iter()
        .find_map(|one| organisation_block(&it, one));
    ruled_out.map_or(Ok(()), |block| Err(refusal(block)))?;
    // One usable service is enough; an organisation that lists none is not held to any.
    let mut blocks = index
        .offered_by(receiver, need.category)
        .map(|(service, _)| eligibility_block(&it, service).or_else(|| room_block(service)));
    if let Some(Some(first)) = blocks.next()
        && blocks.all(|block| block.is_some())
    {
        return Err(refusal(first));
    }
    if !team::agreement_with(act, receiver)? {
        return Err(refusal(Block::NoAgreement));
    }
    let compared = register::partner_root(act, receiver)?;
    if compared.as_ref() != Some(organisation.root()) {
        return Err(refusal(Block::KeyNotVerified));
    }
    Ok(())
}

fn refusal(block: Block) -> Refusal {
    let reason = match block {
        Block::Own => Because::OwnOrganisation,
        Block::SharingStopped => Because::SharingStopped,
        Block::NobodyYet => Because::NobodyYet,
        Block::AuthorityFeared => Because::AuthorityFeared,
        Block::Authority => Because::Authority,
        Block::FearedCountry => Because::FearedCountry,
        Block::Conflict => Because::Conflict,
        Block::Age => Because::OtherAge,
        Block::Gender => Because::OtherGender,
        Block::NoAgreement => Because::NoAgreement,
        Block::NotAccepting => Because::NotAccepting,
        Block::Full => Because::NoPlaceFree,
        Block::KeyNotVerified => Because::KeyNotCompared,
        // Whoever has no inbox takes no part: there is nobody to ask.
        Block::NotHere => return Refusal::NotFound,
    };
    Refusal::Because(reason)
}
