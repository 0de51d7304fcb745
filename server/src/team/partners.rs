//! Partner organisations: whose key was compared, and with whom there is an agreement.

use amparo_store::{Day, OrganisationId};
use amparo_vault::{Entry, GroupPurpose};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::admit::certificate;
use super::rows;
use crate::foundation::{Act, Reason, Refusal};
use crate::ledger::{self, About, What};
use crate::register::{self, Organisation, OrganisationKind};
use crate::rights::{Object, Right};
use crate::words::Country;

/// An organisation that takes part, as the caller's own organisation sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PartnerView {
    /// The organisation: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: OrganisationId,
    /// The name of the organisation.
    pub name: String,
    /// What sort of organisation it is.
    pub kind: OrganisationKind,
    /// The country where it works, ISO 3166-1 alpha-2.
    pub country: Country,
    /// The twelve words of its root key, in order. Compare them by voice, over a number that you
    /// know, before you verify.
    pub fingerprint: Vec<String>,
    /// A key administrator of the caller's organisation compared the words, and the key is still
    /// the same. Only then can anything be sent to it.
    pub verified: bool,
    /// There is an agreement that lets the caller's organisation refer to it.
    pub agreement: bool,
    /// The last day of the agreement (ISO 8601). Null if it has none, or if there is no agreement.
    #[schema(value_type = Option<String>, format = Date)]
    pub agreement_until: Option<Day>,
    /// True: it is the caller's own organisation.
    pub own: bool,
}

/// The twelve words of a partner, typed after they were compared by voice.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The twelve words that the partner read out, in order. Type what you heard, not what the
    /// screen shows.
    #[schema(min_items = 12, max_items = 12, max_length = 32)]
    pub fingerprint: Vec<String>,
}

/// An agreement to refer to a partner, or the end of one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAgreement {
    /// True: there is an agreement. False: there is none any more.
    pub agreed: bool,
    /// The last day of the agreement (ISO 8601). Absent if it has none.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Day>,
}

/// Every organisation that takes part.
pub fn partners(act: &mut Act<'_>) -> Result<Vec<PartnerView>, Refusal> {
    act.needs(Right::Read, Object::Partner)?;
    let all = register::organisations(act)?;
    all.into_iter()
        .map(|organisation| view(act, organisation))
        .collect()
}

/// One of them.
pub(super) fn one(act: &mut Act<'_>, id: OrganisationId) -> Result<PartnerView, Refusal> {
    act.needs(Right::Read, Object::Partner)?;
    let organisation = register::organisation(act, id)?;
    view(act, organisation)
}

/// Whether the acting member can open the register, and so sees whose key was compared. An
/// administrator holds no key.
pub(super) fn sees_verified(act: &Act<'_>) -> Result<bool, Refusal> {
    let everyone = act.member()?.keyring().current(GroupPurpose::Everyone);
    Ok(everyone.is_some())
}

fn view(act: &mut Act<'_>, organisation: Organisation) -> Result<PartnerView, Refusal> {
    let member = act.member()?;
    let own = organisation.id == member.organisation;
    let verified = sees_verified(act)?
        && register::partner_root(act, organisation.id)?.as_ref() == Some(organisation.root());
    let agreement = rows::agreement(act.db(), member.organisation, organisation.id)?;
    let today = act.now.to_day();
    Ok(PartnerView {
        fingerprint: organisation
            .root()
            .fingerprint()
            .map(ToOwned::to_owned)
            .to_vec(),
        id: organisation.id,
        kind: organisation.kind(),
        name: organisation.profile.name,
        country: organisation.profile.country,
        verified,
        agreement: own || agreement.is_some_and(|until| until.is_none_or(|day| today <= day)),
        agreement_until: agreement.flatten(),
        own,
    })
}

/// Whether there is an agreement that lets us refer to `partner` today.
pub fn agreement_with(act: &mut Act<'_>, partner: OrganisationId) -> Result<bool, Refusal> {
    let own = act.member()?.organisation;
    let today = act.now.to_day();
    let agreement = rows::agreement(act.db(), own, partner)?;
    Ok(own == partner || agreement.is_some_and(|until| until.is_none_or(|day| today <= day)))
}

/// A key administrator says that the words were compared: the partner's root goes into the
/// register. The words must be typed as the partner read them, so that it cannot be ticked blindly.
pub(super) fn verify(
    act: &mut Act<'_>,
    id: OrganisationId,
    given: &Comparison,
) -> Result<PartnerView, Refusal> {
    let certificate = certificate(act, Right::Verify, Object::Partner)?;
    if id == act.member()?.organisation {
        return Err(Refusal::Because(Reason::OwnKey));
    }
    let organisation = register::organisation(act, id)?;
    if organisation.kind() == OrganisationKind::Authority {
        return Err(Refusal::Because(Reason::Authority));
    }
    let words = organisation.root().fingerprint();
    let same = words.len() == given.fingerprint.len()
        && words
            .iter()
            .zip(&given.fingerprint)
            .all(|(a, b)| *a == b.trim().to_lowercase());
    if !same {
        return Err(Refusal::fault(
            "/fingerprint",
            "not_the_same",
            "these are not the words of this organisation's key: do not send anything to it",
        ));
    }
    let entry = Entry::Partner {
        organisation: id.as_bytes(),
        root: organisation.root().clone(),
    };
    register::put(act, &certificate, id.to_uuid(), &entry)?;
    ledger::note(act, What::PartnerVerified, About::the(id.to_uuid()))?;
    view(act, organisation)
}

/// Notes or ends an agreement to refer.
pub(super) fn agree(
    act: &mut Act<'_>,
    id: OrganisationId,
    given: &NewAgreement,
) -> Result<PartnerView, Refusal> {
    let own = act.needs(Right::Agree, Object::Partner)?.organisation;
    let organisation = register::organisation(act, id)?;
    if organisation.kind() == OrganisationKind::Authority {
        return Err(Refusal::Because(Reason::Authority));
    }
    rows::put_agreement(act.db(), own, id, given.agreed.then_some(given.until))?;
    ledger::note(act, What::AgreementChanged, About::the(id.to_uuid()))?;
    view(act, organisation)
}
