//! The packet: the consented copy, sealed at sending and handed out after acceptance.
//!
//! That it is handed out only in the states *accepted*, *waitlisted* and *started* is a rule of
//! this server, not of a cipher: who holds the inbox key and a copy of the database opens it
//! earlier. A packet that has been read cannot be called back; a withdrawal removes it here and
//! tells the receiver.

use amparo_store::{Day, Moment, OrganisationId, Position, ReferralId};
use amparo_vault::{GroupKey, Kind, Padding};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::disclose::PacketContent;
use super::receiver::{self, Received};
use super::seal::{self, Signature};
use super::witness::{self, Doubt, Witnessed};
use super::{note_both, rows};
use crate::casefile;
use crate::consent::{Agreement, Basis, Covering, SharedSection};
use crate::foundation::{Act, Broken, Reason, Refusal};
use crate::ledger::{About, What};
use crate::rights::Right;

/// Hides the length up to a power of two.
pub(super) const PADDING: Padding = Padding::PowerOfTwo { least: 16 * 1024 };

/// What the receiver promises by opening. Fixed sentences, sealed with the packet.
pub(super) const HANDLING: [&str; 5] = [
    "Use it only for the help that was asked for.",
    "Read how the person may be contacted before you contact anybody.",
    "Tell no authority, consulate, employer or relative without the person's own word.",
    "Pass nothing on to others: ask the sender, who asks the person.",
    "When the consent ends, delete your copies and say so.",
];

/// What a sharing rests on. `consent`: the person agreed, or somebody for her: see `agreed`.
/// `vital_interest`: a life may depend on it; nobody agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PacketBasis {
    /// The person's consent.
    Consent,
    /// A life may depend on it; nobody agreed.
    VitalInterest,
}

/// What the receiver gets on acceptance: the copy that the person agreed to, and the rules that
/// come with it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Packet {
    /// The referral that the packet belongs to.
    #[schema(value_type = Uuid)]
    pub referral: ReferralId,
    /// The organisation that sent it.
    #[schema(value_type = Uuid)]
    pub sender: OrganisationId,
    /// The name of the organisation that sent it.
    pub sender_name: String,
    /// The name of the member who sent it.
    pub sent_by: String,
    /// What the receiver is asked to do. The content may be used for nothing else.
    pub purpose: String,
    /// Why it may be shared.
    pub basis: PacketBasis,
    /// Who agreed, how, and how it was explained. Null: nobody agreed, or the packet was sealed by
    /// an earlier release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreement>,
    /// Which sections were agreed to. One of them may still be empty.
    pub sections: Vec<SharedSection>,
    /// The last day on which it may be opened and kept (ISO 8601). Null: until the consent is
    /// withdrawn.
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Day>,
    /// The moment from which it is not handed out any more (RFC 3339, UTC), 72 hours after it was
    /// sent without consent. Null where there is a consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub ends_at: Option<Moment>,
    /// What the receiver promises by opening it, in sentences for people. Show them.
    pub handling: Vec<String>,
    /// The copy itself, section by section.
    pub content: PacketContent,
}

/// A packet as it is sealed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Parcel {
    #[serde(flatten)]
    pub packet: Packet,
    /// None in packets of earlier releases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnessed: Option<Witnessed>,
}

/// A packet, opened, with who vouches for it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PacketView {
    /// The person says now that nobody may call or write to her: the numbers of the packet are left
    /// out for as long.
    pub contact_stopped: bool,
    /// The packet as the sender sealed it.
    pub packet: Packet,
    /// How the sender's signature was checked.
    pub signature: Signature,
    /// What does not agree between this packet and what is known of its sender and of the caller's
    /// own organisation. Empty if all does.
    pub doubts: Vec<Doubt>,
}

impl Packet {
    /// Puts a packet together; the covering says what may be in it.
    pub(super) fn new(
        referral: ReferralId,
        sender: OrganisationId,
        sender_name: String,
        sent_by: String,
        purpose: String,
        covering: &Covering,
        content: PacketContent,
    ) -> Self {
        Self {
            referral,
            sender,
            sender_name,
            sent_by,
            purpose,
            basis: match covering.ground() {
                Basis::Consent(_) => PacketBasis::Consent,
                Basis::VitalInterest(_) => PacketBasis::VitalInterest,
            },
            agreed: covering.agreement().cloned(),
            sections: covering.sections().to_vec(),
            until: covering.until(),
            ends_at: covering.ends_at(),
            handling: HANDLING.map(ToOwned::to_owned).to_vec(),
            content,
        }
    }

    /// Whether what it rests on has ended.
    fn is_over(&self, now: Moment) -> bool {
        self.until.is_some_and(|last| last < now.to_day())
            || self.ends_at.is_some_and(|end| end <= now)
    }
}

/// Opens the packet for a member of the receiving inbox, and puts that on record on both sides.
pub(super) fn open(act: &mut Act<'_>, id: ReferralId) -> Result<PacketView, Refusal> {
    let it = receiver::find(act, id, Right::Answer)?;
    let view = handed_out(act, &it)?;
    note_both(act, &it.row, What::PacketOpened, About::the(id.to_uuid()))?;
    Ok(view)
}

/// The packet of a referral whose state allows it, whose person has not said *stop* and whose
/// consent has not run out.
pub(super) fn handed_out(act: &mut Act<'_>, it: &Received) -> Result<PacketView, Refusal> {
    if !it.row.state.hands_out_packet() {
        return Err(Refusal::Because(Reason::PacketNotHandedOut));
    }
    // The job that ends the referrals of the case may not have run yet.
    let stopped = casefile::what_was_stopped(act, it.row.case)?;
    if stopped.sharing {
        return Err(Refusal::Because(Reason::ReferralEndedByPerson));
    }
    let sealed = rows::packet(act.db(), it.row.id)?
        .ok_or_else(|| Broken::damage("a live referral has no packet"))?;
    let keys = receiver::keys_of(act, &it.row)?;
    let context = seal::context(Kind::Packet, it.row.sender, it.row.id, Position::NONE);
    let parties = [it.row.sender];
    let opened = seal::open::<Parcel, GroupKey>(act, &keys, &context, &sealed, &parties)?
        .ok_or_else(|| Broken::damage("a packet does not open with its inbox's key"))?;
    if opened.by != Some(it.row.sender) || opened.content.packet.referral != it.row.id {
        return Err(Broken::damage("a packet is not signed by its sender").into());
    }
    let Parcel {
        mut packet,
        witnessed,
    } = opened.content;
    if stopped.contact {
        packet.content.hide_numbers();
    }
    if packet.is_over(act.now) {
        return Err(Refusal::Because(Reason::PacketConsentOver));
    }
    let letters = witnessed.into_iter().collect();
    Ok(PacketView {
        contact_stopped: stopped.contact,
        packet,
        signature: opened.signature,
        doubts: witness::hear(act, it.row.sender, it.row.id, letters)?,
    })
}
