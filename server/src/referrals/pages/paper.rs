//! The packet as a page that can be read aloud and printed. Opening it is on record on both sides.

use actix_web::{get, web};
use amparo_store::ReferralId;
use askama::Template;

use super::packet_lines::{self, PacketPart};
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
    parts: Vec<PacketPart>,
    doubts: Vec<Doubt>,
    proved: bool,
    contact_stopped: bool,
}

impl PacketPage {
    fn rests_on_consent(&self) -> bool {
        self.packet.basis == PacketBasis::Consent
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
        Shown::page(&PacketPage {
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
