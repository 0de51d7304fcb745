//! What partners say of their register and of their ledger, and where it is remembered.
//!
//! A writer of rows must not reach it, so it is in the marks from the moment on when a member opens a
//! letter, and on keyrings. Danger: a keyring is never written because a letter was read. The row of
//! the account would change beside the row of the referral, and whoever reads the log of the database
//! would know who works on which case. A keyring takes over what the marks have when it is sealed anew
//! for another reason.

use amparo_store::OrganisationId;
use amparo_vault::{Keyring, Pin, PinKind};
use serde::{Deserialize, Serialize};

use crate::foundation::{Act, Mark, MarkedRow, Refusal, RowKind};

/// The newest of a register or of a ledger: the manifest's number, or the number of lines, and the
/// hash there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// It only grows.
    pub number: u64,
    /// What stands at that number.
    #[serde(with = "hash")]
    pub hash: [u8; 32],
}

/// The heads of one organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heads {
    /// Of its register. None where there is no manifest yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Head>,
    /// Of its ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Head>,
}

/// What an organisation said of itself in a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// When it said so, in microseconds since 1970.
    pub at: u64,
    /// Its heads at that time.
    pub heads: Heads,
}

/// Three places, of a partner's newest letter: what a mark is about, and what a pin is about.
const PLACES: [(RowKind, PinKind); 3] = [
    (RowKind::PartnerManifest, PinKind::Register),
    (RowKind::PartnerLedger, PinKind::Ledger),
    (RowKind::PartnerLetter, PinKind::Letter),
];

fn place(kind: RowKind, of: OrganisationId, partner: OrganisationId) -> MarkedRow {
    (kind, of.as_bytes(), partner.as_bytes())
}

fn head_of_mark(mark: Mark) -> Option<Head> {
    let number = mark.version;
    mark.head.map(|hash| Head { number, hash })
}

fn head_of_pin(pin: Pin) -> Head {
    Head {
        number: pin.number,
        hash: pin.hash,
    }
}

/// The newest letter of a partner, as this server remembers it and as the acting member's keyring
/// does. Neither replaces the other: the marks may be lost, and a keyring is behind.
pub fn heard_of(act: &Act<'_>, partner: OrganisationId) -> Result<Vec<Heard>, Refusal> {
    let member = act.member()?;
    let mark = |kind| act.mark(place(kind, member.organisation, partner));
    let keyring = member.keyring();
    let pin = |kind| keyring.pinned(partner.as_bytes(), kind);
    let marked = Heard {
        at: mark(RowKind::PartnerLetter).version,
        heads: Heads {
            register: head_of_mark(mark(RowKind::PartnerManifest)),
            ledger: head_of_mark(mark(RowKind::PartnerLedger)),
        },
    };
    let pinned = Heard {
        at: pin(PinKind::Letter).map_or(0, |pin| pin.number),
        heads: Heads {
            register: pin(PinKind::Register).map(head_of_pin),
            ledger: pin(PinKind::Ledger).map(head_of_pin),
        },
    };
    let mut all = vec![marked, pinned];
    all.retain(|heard| heard.at > 0);
    Ok(all)
}

/// Remembers a letter that contradicts nothing that is known.
pub fn remember(act: &mut Act<'_>, partner: OrganisationId, heard: &Heard) -> Result<(), Refusal> {
    let of = act.member()?.organisation;
    let head = |head: Option<Head>| head.map(|head| Mark::head(head.number, head.hash));
    for (kind, mark) in [
        (RowKind::PartnerManifest, head(heard.heads.register)),
        (RowKind::PartnerLedger, head(heard.heads.ledger)),
        (RowKind::PartnerLetter, Some(Mark::version(heard.at))),
    ] {
        let place = place(kind, of, partner);
        // An older one says nothing new. It must not be refused either: the letter is read.
        let Some(mark) = mark.filter(|mark| mark.may_follow(&act.mark(place))) else {
            continue;
        };
        match mark.head {
            Some(head) => act.saw_head(place, mark.version, head)?,
            None => act.saw(place, mark.version)?,
        }
    }
    Ok(())
}

/// Takes over on a keyring what this server remembers of an organisation's partners. Answers whether
/// anything changed.
pub fn pin_heard(act: &Act<'_>, of: OrganisationId, keyring: &mut Keyring) -> bool {
    let mut changed = false;
    for (kind, pin) in PLACES {
        for ((_, ours, partner), mark) in act.app().marks_of(kind) {
            if ours == of.as_bytes() {
                let hash = mark.head.unwrap_or_default();
                changed |= keyring.pin(partner, pin, mark.version, hash);
            }
        }
    }
    changed
}

/// A hash in a letter, where there is little room.
mod hash {
    use data_encoding::BASE64URL_NOPAD;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(hash: &[u8; 32], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&BASE64URL_NOPAD.encode(hash))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<[u8; 32], D::Error> {
        let text = String::deserialize(from)?;
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes());
        let bytes = bytes.map_err(D::Error::custom)?;
        bytes.try_into().map_err(|_| D::Error::custom("not a hash"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_come_back_and_are_short() {
        let head = Some(Head {
            number: u64::from(u32::MAX),
            hash: [250; 32],
        });
        let heads = Heads {
            register: head,
            ledger: head,
        };
        let text = serde_json::to_string(&heads).unwrap();
        assert!(text.len() < 200, "{text}");
        assert_eq!(serde_json::from_str::<Heads>(&text).unwrap(), heads);
        assert_eq!(
            serde_json::from_str::<Heads>("{}").unwrap(),
            Heads::default()
        );
        assert!(serde_json::from_str::<Head>(r#"{"number":1,"hash":"AAAA"}"#).is_err());
    }
}
