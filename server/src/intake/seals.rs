//! What is sealed about an intake, and to whom.
//!
//! What must stay true: a draft opens for its writer alone; what was handed over opens for the
//! members who hold the queue's key and no longer for its writer. Both are signed inside. What was
//! handed over is carried to a later key of the queue with the writer's own signature on it; who
//! took it and how it ended is a second object, signed by whoever did it and bound to the revision.

use std::collections::HashMap;

use amparo_store::{AccountId, Epoch, GroupId, IntakeId, Moment, OrganisationId, Revision, Sealed};
use amparo_vault::{
    BegunSeal, Context, GroupKey, GroupPurpose, Kind, Opener, Padding, SecretBytes, SignedMessage,
    VerifiedKey, VerifiedMember, Zeroizing, seal_signed_to,
};
use serde::{Deserialize, Serialize};

use super::bodies::{IntakeEnding, IntakeStep};
use super::model::{Intake, IntakeState};
use super::rows::IntakeRow;
use crate::casefile::Author;
use crate::foundation::{Act, App, Broken, Reason, Refusal};
use crate::receipts::ReceiptLink;
use crate::register::{self, Beginning, Begun};

/// An intake as it is sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Content {
    /// What was said.
    pub intake: Intake,
    /// Who wrote it.
    pub by: Author,
    /// When it was handed over; for a draft, when it was last written.
    pub at: Moment,
    /// The person's receipt.
    pub receipt: Option<ReceiptLink>,
    /// Of a draft: the form as it stood, so that half a number is there again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub typed: Option<serde_json::Value>,
}

/// What became of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Handling {
    /// Who looks into it.
    pub taken: Option<IntakeStep>,
    /// How it ended.
    pub ended: Option<IntakeEnding>,
}

/// An intake that the acting member can open.
pub(super) struct Opened {
    pub row: IntakeRow,
    /// None: the register does not know who wrote it, or the signature is not hers.
    pub content: Option<Content>,
    pub handling: Handling,
}

/// Colleagues that were looked up in this act.
pub(super) type Signers = HashMap<[u8; 16], Option<VerifiedMember>>;

/// Seals a draft to its writer, at a revision.
pub(super) fn seal_draft(
    act: &mut Act<'_>,
    id: IntakeId,
    revision: Revision,
    content: &Content,
) -> Result<(Sealed, GroupId, Epoch), Refusal> {
    let member = act.member()?;
    let organisation = member.organisation;
    let own = member
        .keyring()
        .current(GroupPurpose::Personal)
        .ok_or_else(|| Broken::damage("a member has no group of her own"))?;
    let to = own.as_recipient(organisation.as_bytes());
    let sealed = seal(
        act,
        &to,
        &draft_context(organisation, id, revision),
        content,
    )?;
    Ok((
        sealed,
        GroupId::from_bytes(own.id()),
        own.epoch().try_into()?,
    ))
}

/// Begins the seal of an intake that will be handed over, before its act.
pub(super) fn begin(app: &App, of: OrganisationId) -> Result<(), Refusal> {
    register::begin(app, beginning(of))
}

/// A seal that was begun for the queue's present key, if there is one; its id is the intake's.
pub(super) fn begun_for_queue(act: &mut Act<'_>) -> Result<Option<Begun>, Refusal> {
    let of = act.member()?.organisation;
    let queue = register::published_key(act, of, GroupPurpose::Queue)?;
    Ok(register::begun(act.app(), beginning(of), &queue))
}

fn beginning(of: OrganisationId) -> Beginning {
    Beginning {
        of,
        purpose: GroupPurpose::Queue,
        context: |of, id| content_context(of, IntakeId::from_uuid(id)),
        signed: true,
    }
}

/// Seals what is handed over to the queue, as the register knows it.
pub(super) fn seal_for_queue(
    act: &mut Act<'_>,
    id: IntakeId,
    content: &Content,
    begun: Option<BegunSeal>,
) -> Result<(Sealed, GroupId, Epoch), Refusal> {
    let organisation = act.member()?.organisation;
    let queue = register::published_key(act, organisation, GroupPurpose::Queue)?;
    let (group, epoch) = queue
        .group()
        .ok_or_else(|| Broken::damage("the queue's key belongs to no group"))?;
    let context = content_context(organisation, id);
    let sealed = match begun.filter(|begun| begun.is_for(&queue, &context)) {
        Some(begun) => finish(act, begun, content)?,
        None => seal(act, &queue, &context, content)?,
    };
    Ok((sealed, GroupId::from_bytes(group), epoch.try_into()?))
}

/// Seals what became of an intake to the queue's newest key, at the revision the row will have. What
/// was said goes along if it lies under a former key, which somebody who left may hold.
pub(super) fn seal_handling(
    act: &mut Act<'_>,
    row: &mut IntakeRow,
    handling: &Handling,
) -> Result<Sealed, Refusal> {
    let to = register::group(act, row.group)?;
    let (_, epoch) = to
        .group()
        .ok_or_else(|| Broken::damage("the queue's key belongs to no group"))?;
    if row.group_epoch.get() != epoch {
        row.sealed = carried(act, row, &to)?;
        row.group_epoch = epoch.try_into()?;
    }
    let context = handling_context(row.organisation, row.id, row.revision);
    seal(act, &to, &context, handling)
}

/// What was said, with its writer's signature, sealed to another key of the queue.
fn carried(act: &mut Act<'_>, row: &IntakeRow, to: &VerifiedKey) -> Result<Sealed, Refusal> {
    let key = key_for(act, row)?.ok_or(Refusal::NotFound)?;
    let context = content_context(row.organisation, row.id);
    let message = message(act, &mut Signers::new(), key, &context, &row.sealed)?
        .ok_or(Refusal::Because(Reason::IntakeNotSigned))?;
    let member = act.member()?;
    let sealed = message.carry(
        to,
        member.identity(),
        member.account.as_bytes(),
        Padding::Record,
        act.rng(),
    )?;
    Ok(Sealed::new(sealed)?)
}

/// Opens an intake for the acting member: her own draft, or one in the queue whose key she holds.
/// `None` for everything else.
pub(super) fn open(
    act: &mut Act<'_>,
    signers: &mut Signers,
    row: IntakeRow,
) -> Result<Option<Opened>, Refusal> {
    let member = act.member()?;
    if row.organisation != member.organisation {
        return Ok(None);
    }
    let Some(key) = key_for(act, &row)? else {
        return Ok(None);
    };
    let place = match row.state {
        IntakeState::Draft => draft_context(row.organisation, row.id, row.revision),
        _ => content_context(row.organisation, row.id),
    };
    let content = open_signed(act, signers, key, &place, &row.sealed)?
        .map(|(signer, plain)| {
            let opened: Content = serde_json::from_slice(plain.expose())?;
            // The name beside a signature must be the signer's.
            Ok::<_, Refusal>(Some(opened).filter(|it| it.by.account == signer))
        })
        .transpose()?
        .flatten();
    let place = handling_context(row.organisation, row.id, row.revision);
    let handling = match &row.handling {
        None => Handling::default(),
        Some(sealed) => open_signed(act, signers, key, &place, sealed)?
            .map(|(_, plain)| serde_json::from_slice(plain.expose()))
            .transpose()?
            .unwrap_or_default(),
    };
    Ok(Some(Opened {
        row,
        content,
        handling,
    }))
}

/// The content and who signed it; `None` if nobody in the register did.
fn open_signed(
    act: &mut Act<'_>,
    signers: &mut Signers,
    key: &GroupKey,
    context: &Context,
    sealed: &Sealed,
) -> Result<Option<(AccountId, SecretBytes)>, Refusal> {
    let Some(message) = message(act, signers, key, context, sealed)? else {
        return Ok(None);
    };
    let signer = message.signer();
    let known = known(act, signers, signer)?;
    Ok(known
        .and_then(|known| message.verify(&known).ok())
        .map(|plain| (AccountId::from_bytes(signer), plain)))
}

/// The message in a row, as it was written or as a colleague carried it to a later key. A row that
/// somebody damaged is none: it must not hide the others.
fn message(
    act: &mut Act<'_>,
    signers: &mut Signers,
    key: &GroupKey,
    context: &Context,
    sealed: &Sealed,
) -> Result<Option<SignedMessage>, Refusal> {
    if let Ok(message) = key.open_signed(context, sealed.as_slice()) {
        return Ok(Some(message));
    }
    let Ok(carried) = key.open_carried(context, sealed.as_slice()) else {
        return Ok(None);
    };
    let carrier = known(act, signers, carried.carrier())?;
    Ok(carrier.and_then(|carrier| carried.verify(&carrier).ok()))
}

/// A colleague, or somebody who was one: she may have left since.
fn known(
    act: &mut Act<'_>,
    signers: &mut Signers,
    signer: [u8; 16],
) -> Result<Option<VerifiedMember>, Refusal> {
    if let std::collections::hash_map::Entry::Vacant(place) = signers.entry(signer) {
        place.insert(match register::author(act, AccountId::from_bytes(signer)) {
            Ok(found) => Some(found),
            Err(Refusal::NotFound) => None,
            Err(other) => return Err(other),
        });
    }
    Ok(signers.get(&signer).cloned().flatten())
}

/// The key that opens a row, if the acting member has it. A draft opens only with the group that is
/// oneself, the rest only with the queue's.
fn key_for<'a>(act: &Act<'a>, row: &IntakeRow) -> Result<Option<&'a GroupKey>, Refusal> {
    let wanted = match row.state {
        IntakeState::Draft => GroupPurpose::Personal,
        _ => GroupPurpose::Queue,
    };
    let held = act.member()?.keyring().memberships().iter().find(|held| {
        held.purpose == wanted
            && held.key.id() == row.group.as_bytes()
            && held.key.epoch() == row.group_epoch.get()
    });
    Ok(held.map(|held| &held.key))
}

fn seal(
    act: &mut Act<'_>,
    to: &VerifiedKey,
    context: &Context,
    what: &impl Serialize,
) -> Result<Sealed, Refusal> {
    let member = act.member()?;
    let plain = Zeroizing::new(serde_json::to_vec(what)?);
    let sealed = seal_signed_to(
        to,
        member.identity(),
        member.account.as_bytes(),
        context,
        &plain,
        Padding::Record,
        act.rng(),
    )?;
    Ok(Sealed::new(sealed)?)
}

fn finish(act: &Act<'_>, begun: BegunSeal, what: &impl Serialize) -> Result<Sealed, Refusal> {
    let member = act.member()?;
    let plain = Zeroizing::new(serde_json::to_vec(what)?);
    let signer = member.account.as_bytes();
    let sealed = begun.finish_signed(member.identity(), signer, &plain, Padding::Record)?;
    Ok(Sealed::new(sealed)?)
}

fn draft_context(organisation: OrganisationId, id: IntakeId, revision: Revision) -> Context {
    Context::of(Kind::Draft, organisation.as_bytes(), id.as_bytes()).version(revision.get())
}

/// Version 0: there is one, and it never changes.
fn content_context(organisation: OrganisationId, id: IntakeId) -> Context {
    Context::of(Kind::Intake, organisation.as_bytes(), id.as_bytes())
}

/// Revisions begin at 1, so this is never taken for the content.
fn handling_context(organisation: OrganisationId, id: IntakeId, revision: Revision) -> Context {
    content_context(organisation, id).version(revision.get())
}
