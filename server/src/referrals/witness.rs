//! Partners are each other's witnesses: what a letter says of the register and the ledger of who wrote
//! it, and of what they saw of ours.
//!
//! A letter is a notice, a packet or an event that a member signed. What must stay true: a letter is
//! never refused for what it says here, because somebody waits for help; it is shown with a warning,
//! and the auditors of whoever reads it are told. Letters are read in any order, so each says when it
//! was written, and is held against the newest one that contradicted nothing. Known limit: what a
//! partner says is a partner's word.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use amparo_store::{Moment, OrganisationId, ReferralId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, What};
use crate::register::{self, Head, Heads, Heard};

/// What does not agree between a partner's letters and what is known. `partner_register_put_back`,
/// `partner_ledger_put_back`: the partner's register or ledger is older than it told before, or
/// another one. `own_register_put_back`, `own_ledger_put_back`: the partner says that it saw a newer
/// one of ours than there is, or another one. Somebody may have set records back to an earlier day: call
/// the partner by voice. The auditors were told.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The partner's register.
    PartnerRegisterPutBack,
    /// The partner's ledger.
    PartnerLedgerPutBack,
    /// Our register.
    OwnRegisterPutBack,
    /// Our ledger.
    OwnLedgerPutBack,
}

/// The word of the API, for the line in the ledger and for the sentences of pages.
impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PartnerRegisterPutBack => "partner_register_put_back",
            Self::PartnerLedgerPutBack => "partner_ledger_put_back",
            Self::OwnRegisterPutBack => "own_register_put_back",
            Self::OwnLedgerPutBack => "own_ledger_put_back",
        })
    }
}

/// What a letter says beside its matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Witnessed {
    /// When it was written.
    at: Moment,
    /// The heads of the organisation that writes.
    own: Heads,
    /// The newest that it has seen of the organisation that reads.
    #[serde(default)]
    yours: Heads,
}

impl Witnessed {
    fn heard(&self) -> Heard {
        let at = self.at.to_utc().timestamp_micros();
        Heard {
            at: at.try_into().unwrap_or_default(),
            heads: self.own,
        }
    }
}

/// What the acting member says in a letter to a partner. None if nobody signs it.
pub(super) fn to(act: &mut Act<'_>, reader: OrganisationId) -> Result<Option<Witnessed>, Refusal> {
    let Ok(member) = act.member() else {
        return Ok(None);
    };
    let own = Heads {
        register: register::own_head(act)?,
        ledger: ledger::newest_head(act, member.organisation)?,
    };
    let known = register::heard_of(act, reader)?;
    let newest = |of: fn(&Heads) -> Option<Head>| {
        let heads = known.iter().filter_map(|heard| of(&heard.heads));
        heads.max_by_key(|head| head.number)
    };
    Ok(Some(Witnessed {
        at: act.now,
        own,
        yours: Heads {
            register: newest(|heads| heads.register),
            ledger: newest(|heads| heads.ledger),
        },
    }))
}

/// Takes note of what a partner's letters about a referral say. Answers what does not agree.
pub(super) fn hear(
    act: &mut Act<'_>,
    partner: OrganisationId,
    referral: ReferralId,
    mut letters: Vec<Witnessed>,
) -> Result<Vec<Doubt>, Refusal> {
    letters.sort_by_key(|letter| letter.at);
    let mut known = register::heard_of(act, partner)?;
    let ours = match letters.is_empty() {
        true => None,
        false => register::own_head(act)?,
    };
    let mut newest = None;
    let mut doubts = BTreeSet::new();
    for letter in &letters {
        let said = letter.heard();
        let found: Vec<Doubt> = known.iter().flat_map(|it| disagree(it, &said)).collect();
        if found.is_empty() {
            known.push(said);
            newest = Some(said);
        }
        doubts.extend(found);
        doubts.extend(of_us(act, ours, &letter.yours)?);
    }
    if let Some(newest) = newest {
        register::remember(act, partner, &newest)?;
    }
    tell(act, referral, &doubts)?;
    Ok(doubts.into_iter().collect())
}

/// What cannot both be true: what was heard of a partner before, and what it says in a letter.
fn disagree(known: &Heard, said: &Heard) -> Vec<Doubt> {
    let order = said.at.cmp(&known.at);
    let is_wrong = |known: Option<Head>, said: Option<Head>| match (known, said) {
        (Some(known), Some(said)) => match said.number.cmp(&known.number) {
            Ordering::Equal => said.hash != known.hash,
            // Written at the same time, either may have been first.
            grown => order != Ordering::Equal && grown != order,
        },
        (Some(_), None) => order == Ordering::Greater,
        (None, _) => false,
    };
    let (known, said) = (&known.heads, &said.heads);
    let mut doubts = Vec::new();
    if is_wrong(known.register, said.register) {
        doubts.push(Doubt::PartnerRegisterPutBack);
    }
    if is_wrong(known.ledger, said.ledger) {
        doubts.push(Doubt::PartnerLedgerPutBack);
    }
    doubts
}

/// What a partner saw of us that is not here.
fn of_us(act: &mut Act<'_>, ours: Option<Head>, seen: &Heads) -> Result<Vec<Doubt>, Refusal> {
    let mut doubts = Vec::new();
    if let Some(seen) = seen.register
        && is_behind(ours, seen)
    {
        doubts.push(Doubt::OwnRegisterPutBack);
    }
    if let Some(seen) = seen.ledger
        && !ledger::goes_on_from(act, &seen)?
    {
        doubts.push(Doubt::OwnLedgerPutBack);
    }
    Ok(doubts)
}

/// Whether what we have is older than what was seen of it, or another.
fn is_behind(own: Option<Head>, seen: Head) -> bool {
    own.is_none_or(|own| {
        own.number < seen.number || (own.number == seen.number && own.hash != seen.hash)
    })
}

/// What was told in the life of this process.
#[derive(Default)]
struct Told(Mutex<HashSet<(ReferralId, Doubt)>>);

impl Told {
    fn all(&self) -> std::sync::MutexGuard<'_, HashSet<(ReferralId, Doubt)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells the auditors of whoever reads, of each referral once.
fn tell(act: &mut Act<'_>, referral: ReferralId, doubts: &BTreeSet<Doubt>) -> Result<(), Refusal> {
    let told = act.app().memory::<Told>();
    for doubt in doubts.iter().copied() {
        if told.all().contains(&(referral, doubt)) {
            continue;
        }
        tracing::warn!(why = %doubt, "a partner's letter does not agree with what is known");
        let about = About::the(referral.to_uuid()).because(doubt.to_string());
        ledger::note(act, What::WitnessDisagrees, about)?;
        let told = Arc::clone(&told);
        act.once_committed(move || {
            told.all().insert((referral, doubt));
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::english;

    fn head(number: u64, byte: u8) -> Head {
        let hash = [byte; 32];
        Head { number, hash }
    }

    fn heard(at: u64, register: impl Into<Option<Head>>, ledger: impl Into<Option<Head>>) -> Heard {
        let (register, ledger) = (register.into(), ledger.into());
        let heads = Heads { register, ledger };
        Heard { at, heads }
    }

    #[test]
    fn letters_agree_in_whatever_order_they_are_read() {
        let known = heard(100, head(5, 5), head(50, 50));
        for said in [
            heard(100, head(5, 5), head(50, 50)),
            heard(101, head(5, 5), head(50, 50)),
            heard(101, head(6, 6), head(70, 70)),
            heard(99, head(5, 5), head(49, 49)),
            heard(99, head(4, 4), None),
            heard(1, None, None),
            heard(100, head(6, 6), head(49, 49)),
        ] {
            assert_eq!(disagree(&known, &said), [], "{said:?}");
        }
        let nothing = heard(100, None, None);
        assert_eq!(disagree(&nothing, &heard(101, head(1, 1), head(1, 1))), []);
    }

    #[test]
    fn what_cannot_both_be_true_is_found() {
        let known = heard(100, head(5, 5), head(50, 50));
        let register = [Doubt::PartnerRegisterPutBack];
        let ledger = [Doubt::PartnerLedgerPutBack];
        for (said, doubts) in [
            // Later, and less.
            (heard(101, head(4, 4), head(51, 51)), &register[..]),
            (heard(101, head(5, 5), head(49, 49)), &ledger[..]),
            // Later, and nothing.
            (heard(101, None, head(50, 50)), &register[..]),
            (heard(101, head(5, 5), None), &ledger[..]),
            // The same number, and another hash, at whatever time.
            (heard(99, head(5, 6), head(50, 50)), &register[..]),
            (heard(100, head(5, 5), head(50, 51)), &ledger[..]),
            // It was more before.
            (heard(99, head(6, 6), head(50, 50)), &register[..]),
        ] {
            assert_eq!(disagree(&known, &said), doubts, "{said:?}");
        }
        let both = disagree(&known, &heard(101, head(4, 4), head(49, 49)));
        assert_eq!(both.len(), 2);
    }

    #[test]
    fn we_are_behind_what_was_seen_of_us_or_not() {
        let seen = head(5, 5);
        assert!(!is_behind(Some(head(5, 5)), seen) && !is_behind(Some(head(6, 9)), seen));
        assert!(is_behind(Some(head(4, 4)), seen) && is_behind(Some(head(5, 6)), seen));
        assert!(is_behind(None, seen));
    }

    #[test]
    fn every_doubt_has_one_word_and_a_sentence() {
        for doubt in [
            Doubt::PartnerRegisterPutBack,
            Doubt::PartnerLedgerPutBack,
            Doubt::OwnRegisterPutBack,
            Doubt::OwnLedgerPutBack,
        ] {
            let word = serde_json::to_value(doubt).unwrap();
            assert_eq!(word, doubt.to_string());
            assert!(english().shows(&format!("doubt-{doubt}")));
        }
    }
}
