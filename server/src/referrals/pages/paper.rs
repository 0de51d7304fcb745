//! The packet as a page that can be read aloud and printed. Opening it is on record on both sides.

use actix_web::{get, web};
use amparo_store::ReferralId;
use askama::Template;

use super::lines::Line;
use super::packet_lines::{self, PacketPart};
use crate::consent::Given;
use crate::pages::{At, Frame, Page, PageDoor, Shown};
use crate::referrals::Doubt;
use crate::referrals::packet::{self, HANDLING, Packet, PacketBasis};
use crate::referrals::seal::Signature;

#[derive(Template)]
#[template(path = "referrals/packet.html")]
struct PacketPage {
    t: Frame,
    id: ReferralId,
    packet: Packet,
    agreed: Vec<Line>,
    parts: Vec<PacketPart>,
    doubts: Vec<Doubt>,
    proved: bool,
    contact_stopped: bool,
}

impl PacketPage {
    /// Who agreed, in one sentence.
    fn basis(&self) -> &'static str {
        match (self.packet.basis, &self.packet.agreed) {
            (PacketBasis::VitalInterest, _) => "packet-vital",
            // Packets of earlier releases do not say more.
            (PacketBasis::Consent, None) => "packet-consent-unsaid",
            (PacketBasis::Consent, Some(agreed)) => match agreed.given {
                Given::Spoken | Given::Signed => "packet-consent",
                Given::Proxy { .. } => "packet-consent-proxy",
            },
        }
    }

    /// What the receiver promises by opening, in the page's language as far as the sentences are
    /// those that we know.
    fn handling(&self) -> Vec<String> {
        let all = self.packet.handling.iter();
        all.map(|sentence| {
            let place = HANDLING.iter().position(|known| known == sentence);
            place.map_or_else(
                || sentence.clone(),
                |place| self.t.word("handling", place + 1),
            )
        })
        .collect()
    }
}

/// What was shared.
#[get("/referrals/{id}/packet")]
async fn open(door: PageDoor, id: At<ReferralId>) -> Page {
    door.read(move |act, t| {
        let opened = packet::open(act, *id)?;
        let parts = packet_lines::parts(&t, &opened.packet.content);
        let agreed = opened.packet.agreed.as_ref();
        Shown::page(&PacketPage {
            agreed: agreed.map_or_else(Vec::new, |it| packet_lines::agreed(&t, it)),
            t,
            id: *id,
            packet: opened.packet,
            parts,
            contact_stopped: opened.contact_stopped,
            doubts: opened.doubts,
            proved: opened.signature == Signature::Verified,
        })
    })
    .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(open);
}
