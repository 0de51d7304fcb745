//! How notices, packets and events are sealed, and how their senders are believed.
//!
//! `form ‖ length ‖ register entry of the signer ‖ signed box`, all of it sealed once more to the
//! same key. The partner cannot read our register, so the signer's own entry travels along, under
//! the outer seal: nobody without the key learns which member acts on which case. The entry is
//! checked against the root that the reader's organisation compared, or, before that was done,
//! against the one this server shows; the answer says which. What the clock or the person did has
//! form 0 and no signature: whoever can write rows and knows the key could have made it, and such
//! a step is never more than the state, which stands in a clear column anyway. What was carried to a
//! later key of the inbox has form 2, and in place of the signed box the box of whoever carried it.

use amparo_store::{AccountId, OrganisationId, Position, ReferralId, Sealed};
use amparo_vault::{
    Context, Kind, Opener, Padding, RootPublic, SignedMessage, VerifiedKey, VerifiedMember,
    Zeroizing, seal_signed_to, seal_to, verify_entry,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::foundation::{Act, Broken, Refusal};
use crate::register;

const UNSIGNED: u8 = 0;
const SIGNED: u8 = 1;
const CARRIED: u8 = 2;

/// Who vouches for what was opened. `verified`: a member, under a key that our organisation
/// compared by voice. `not_compared`: a member, under the key that this server shows for the
/// organisation, which nobody compared; or vouched for by a key administrator who has left since. `unsigned`: nobody; the clock or the person did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// A member, under the root that we compared.
    Verified,
    /// A member, under the root that this server shows for the organisation; nobody compared it.
    NotCompared,
    /// Nobody signed: the clock or the person did it.
    Unsigned,
}

/// Something opened, with who vouches for it.
#[derive(Debug)]
pub(super) struct Opened<T> {
    pub content: T,
    pub signature: Signature,
    /// The organisation of the member who signed.
    pub by: Option<OrganisationId>,
}

/// Where an object of a referral belongs. `place` tells events apart; notice and packet have 0.
pub(super) fn context(
    kind: Kind,
    sender: OrganisationId,
    id: ReferralId,
    place: Position,
) -> Context {
    Context::of(kind, sender.as_bytes(), id.as_bytes()).version(place.get())
}

/// Seals with the acting member's signature. `padding` hides the length of the whole.
pub(super) fn by_member(
    act: &mut Act<'_>,
    to: &VerifiedKey,
    context: &Context,
    what: &impl Serialize,
    padding: Padding,
) -> Result<Sealed, Refusal> {
    let member = act.member()?;
    let account = member.account;
    let entry = register::signed_entry(act, account.to_uuid())?;
    let plain = Zeroizing::new(serde_json::to_vec(what)?);
    let inner = seal_signed_to(
        to,
        member.identity(),
        account.as_bytes(),
        context,
        &plain,
        Padding::Padme,
        act.rng(),
    )?;
    // The outer seal pads; the inner one need not.
    let frame = framed(SIGNED, &entry, &inner)?;
    let sealed = seal_to(to, context, &frame, padding, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

/// Seals what no member did.
pub(super) fn by_nobody(
    act: &mut Act<'_>,
    to: &VerifiedKey,
    context: &Context,
    what: &impl Serialize,
    padding: Padding,
) -> Result<Sealed, Refusal> {
    let plain = Zeroizing::new(serde_json::to_vec(what)?);
    let mut frame = Zeroizing::new(Vec::with_capacity(1 + plain.len()));
    frame.push(UNSIGNED);
    frame.extend_from_slice(&plain);
    let sealed = seal_to(to, context, &frame, padding, act.rng())?;
    Ok(Sealed::new(sealed)?)
}

/// Opens with the first key that fits, and checks. `parties` are the organisations whose members
/// may have signed. `None`: no key fits, which also is what a changed byte looks like.
pub(super) fn open<T: DeserializeOwned, O: Opener>(
    act: &mut Act<'_>,
    openers: &[&O],
    context: &Context,
    sealed: &Sealed,
    parties: &[OrganisationId],
) -> Result<Option<Opened<T>>, Refusal> {
    let fits = openers.iter().find_map(|opener| {
        let frame = opener.open_sealed(context, sealed.as_slice()).ok()?;
        Some((*opener, frame))
    });
    let Some((opener, frame)) = fits else {
        return Ok(None);
    };
    let broken = || Broken::damage("a referral's object has another form");
    let (form, rest) = frame.expose().split_first().ok_or_else(broken)?;
    match *form {
        UNSIGNED => Ok(Some(Opened {
            content: serde_json::from_slice(rest)?,
            signature: Signature::Unsigned,
            by: None,
        })),
        SIGNED | CARRIED => {
            let (entry, inner) = parts(rest).ok_or_else(broken)?;
            let message = message(act, opener, *form, context, inner)?;
            let signer = AccountId::from_bytes(message.signer());
            let (member, signature) = signer_of(act, signer, entry, parties)?;
            let plain = message.verify(&member)?;
            Ok(Some(Opened {
                content: serde_json::from_slice(plain.expose())?,
                signature,
                by: Some(OrganisationId::from_bytes(member.organisation())),
            }))
        }
        _ => Err(broken().into()),
    }
}

/// The signer's entry and the box beside it.
fn parts(frame: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = frame.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    rest.split_at_checked(length)
}

/// The signed message in a frame. Who carried it is a colleague of the reader, or was one.
fn message<O: Opener>(
    act: &mut Act<'_>,
    opener: &O,
    form: u8,
    context: &Context,
    inner: &[u8],
) -> Result<SignedMessage, Refusal> {
    if form == SIGNED {
        return Ok(opener.open_signed(context, inner)?);
    }
    let carried = opener.open_carried(context, inner)?;
    let carrier = register::author(act, AccountId::from_bytes(carried.carrier()))?;
    Ok(carried.verify(&carrier)?)
}

/// Seals what lies under a former key of the acting member's inbox to its newest, with the sender's
/// signature as it is. `None`: no key fits.
pub(super) fn carry<O: Opener>(
    act: &mut Act<'_>,
    openers: &[&O],
    context: &Context,
    sealed: &Sealed,
    to: &VerifiedKey,
    padding: Padding,
) -> Result<Option<Sealed>, Refusal> {
    let fits = openers.iter().find_map(|opener| {
        let frame = opener.open_sealed(context, sealed.as_slice()).ok()?;
        Some((*opener, frame))
    });
    let Some((opener, frame)) = fits else {
        return Ok(None);
    };
    let broken = || Broken::damage("a referral's object has another form");
    let (form, rest) = frame.expose().split_first().ok_or_else(broken)?;
    let mut fresh = Zeroizing::new(frame.expose().to_vec());
    if *form != UNSIGNED {
        let (entry, inner) = parts(rest).ok_or_else(broken)?;
        let message = message(act, opener, *form, context, inner)?;
        let member = act.member()?;
        let carrier = member.account.as_bytes();
        let inner = message.carry(to, member.identity(), carrier, Padding::Padme, act.rng())?;
        fresh = framed(CARRIED, entry, &inner)?;
    }
    let sealed = seal_to(to, context, &fresh, padding, act.rng())?;
    Ok(Some(Sealed::new(sealed)?))
}

fn framed(form: u8, entry: &[u8], inner: &[u8]) -> Result<Zeroizing<Vec<u8>>, Refusal> {
    let length = u32::try_from(entry.len()).map_err(|_| Refusal::TooLarge)?;
    let mut frame = Zeroizing::new(Vec::with_capacity(5 + entry.len() + inner.len()));
    frame.push(form);
    frame.extend_from_slice(&length.to_be_bytes());
    frame.extend_from_slice(entry);
    frame.extend_from_slice(inner);
    Ok(frame)
}

fn signer_of(
    act: &mut Act<'_>,
    signer: AccountId,
    entry: &[u8],
    parties: &[OrganisationId],
) -> Result<(VerifiedMember, Signature), Refusal> {
    for party in parties {
        let (root, signature) = root_of(act, *party)?;
        if let Ok(entry) = verify_entry(&root, party.as_bytes(), signer.as_bytes(), entry)
            && let Some(member) = entry.member()
        {
            // Whoever vouched for her has left: it may have been before or after.
            if !register::still_signs(act, &root, *party, entry.signer())? {
                return Ok((member, Signature::NotCompared));
            }
            return Ok((member, signature));
        }
    }
    Err(Broken::damage("a referral's object is signed by a stranger").into())
}

/// The root we compared. Only where nobody compared one yet is the server believed.
fn root_of(
    act: &mut Act<'_>,
    organisation: OrganisationId,
) -> Result<(RootPublic, Signature), Refusal> {
    if let Some(root) = register::partner_root(act, organisation)? {
        return Ok((root, Signature::Verified));
    }
    let shown = register::organisation(act, organisation)?;
    Ok((shown.root().clone(), Signature::NotCompared))
}
