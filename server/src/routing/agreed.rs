//! What the person agreed to, as routing shows it. The proof for sending is made elsewhere.

use std::collections::HashSet;

use amparo_store::{Day, Moment, OrganisationId};

use super::model::{ConsentStand, ConsentState};
use super::rules::Block;
use crate::casefile::File;
use crate::consent::{
    Consent, Override, Purpose, Recipients, Sharing, Subject, covers, covers_nothing, needs_of,
};
use crate::foundation::Refusal;
use crate::people::Person;
use crate::words::NeedCategory;

/// The consents of the person a case is about, and its overrides, towards one need.
#[derive(Debug)]
pub(super) struct Agreed {
    stopped: bool,
    live: Vec<Consent>,
    pub(super) overrides: HashSet<OrganisationId>,
    main: Subject,
    need: NeedCategory,
    today: Day,
}

/// Reads the file.
pub(super) fn agreed(
    file: &File,
    people: &[Person],
    need: NeedCategory,
    now: Moment,
) -> Result<Agreed, Refusal> {
    let today = now.to_day();
    let main = Subject::main_of(people, today);
    let mut live: Vec<Consent> = file.bodies()?;
    live.retain(|consent| {
        main.is_of(consent)
            && consent.withdrawn.is_none()
            && consent.given_on <= today
            && consent.until.is_none_or(|last| today <= last)
    });
    let overrides = file.all::<Override>()?.into_iter();
    Ok(Agreed {
        stopped: file.sharing_stopped(),
        live,
        overrides: overrides
            .filter(|one| one.body.holds(one.created_at, now))
            .map(|one| one.body.recipient)
            .collect(),
        main,
        need,
        today,
    })
}

impl Agreed {
    /// What rules everybody out.
    pub(super) fn refused(&self) -> Option<Block> {
        if self.stopped {
            return Some(Block::SharingStopped);
        }
        let nobody = |consent: &Consent| consent.recipients == Recipients::NobodyYet;
        (!self.live.is_empty() && self.live.iter().all(nobody)).then_some(Block::NobodyYet)
    }

    /// Whether a consent proves something, for this need, whoever it names.
    fn may_cover(&self, consent: &Consent) -> bool {
        covers_nothing(consent, self.main.is_child()).is_none()
            && needs_of(consent.purpose).contains(&self.need)
    }

    /// How consent stands in general.
    pub(super) fn stand(&self) -> ConsentStand {
        let any = |consent: &Consent| {
            consent.recipients == Recipients::AnyPartner
                && consent.purpose != Purpose::Other
                && self.may_cover(consent)
        };
        if self.live.iter().any(any) && !self.stopped {
            return COVERED;
        }
        match self.refused() {
            Some(block) => refused(block),
            None if self.live.iter().any(|one| self.may_cover(one)) => ASK,
            None => MISSING,
        }
    }

    /// How consent stands towards one organisation.
    pub(super) fn stand_towards(&self, recipient: Option<OrganisationId>) -> ConsentStand {
        let Some(recipient) = recipient else {
            return self.stand();
        };
        if let Some(block) = self.refused()
            && (block == Block::SharingStopped || !self.overrides.contains(&recipient))
        {
            return refused(block);
        }
        let ask = |confirmed_now| Sharing {
            recipient,
            sections: Vec::new(),
            need: self.need,
            confirmed_now,
        };
        let covered = |sharing: &Sharing| {
            self.live
                .iter()
                .any(|consent| covers(consent, sharing, &self.main, self.today).is_ok())
        };
        if self.overrides.contains(&recipient) || covered(&ask(false)) {
            COVERED
        } else if covered(&ask(true)) {
            ASK
        } else {
            MISSING
        }
    }
}

const COVERED: ConsentStand = ConsentStand {
    state: ConsentState::Covered,
    words: "a consent covers it, as far as its sections reach",
};
const ASK: ConsentStand = ConsentStand {
    state: ConsentState::Ask,
    words: "ask the person about this very sharing and say that you did",
};
const MISSING: ConsentStand = ConsentStand {
    state: ConsentState::Missing,
    words: "no consent covers it yet: ask the person first",
};

fn refused(block: Block) -> ConsentStand {
    ConsentStand {
        state: ConsentState::Refused,
        words: block.words(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-11-24".parse().unwrap()
    }

    fn consent(recipients: &Recipients) -> Consent {
        serde_json::from_value(serde_json::json!({
            "sections": ["identity"],
            "recipients": recipients,
            "purpose": "referral",
            "explained": { "language": "tir", "by": "me" },
            "given": { "how": "spoken" },
            "given_on": "2026-11-20",
        }))
        .unwrap()
    }

    fn of(live: Vec<Consent>) -> Agreed {
        Agreed {
            stopped: false,
            live,
            overrides: HashSet::new(),
            main: Subject::main_of(&[], today()),
            need: NeedCategory::Health,
            today: today(),
        }
    }

    #[test]
    fn a_consent_for_something_else_covers_nothing_here() {
        let one = OrganisationId::from_bytes([1; 16]);
        for (field, value, state) in [
            ("purpose", "medical", ConsentState::Covered),
            ("purpose", "other", ConsentState::Ask),
            ("purpose", "shelter", ConsentState::Missing),
            ("purpose", "statistics", ConsentState::Missing),
        ] {
            let mut body = serde_json::to_value(consent(&Recipients::AnyPartner)).unwrap();
            body[field] = value.into();
            let agreed = of(vec![serde_json::from_value(body).unwrap()]);
            assert_eq!(agreed.stand_towards(Some(one)).state, state, "{value}");
            assert_eq!(agreed.stand().state, state, "{value}");
        }
        let mut silent = consent(&Recipients::AnyPartner);
        silent.explained.by = crate::consent::ExplainedBy::NotPossible;
        let agreed = of(vec![silent]);
        assert_eq!(agreed.stand_towards(Some(one)).state, ConsentState::Missing);
        assert_eq!(agreed.stand().state, ConsentState::Missing);
    }

    #[test]
    fn consent_stands_for_each_recipient() {
        let one = OrganisationId::from_bytes([1; 16]);
        let other = OrganisationId::from_bytes([2; 16]);
        let with = |recipients: &[Recipients]| of(recipients.iter().map(consent).collect());
        let state = |agreed: &Agreed, to| agreed.stand_towards(Some(to)).state;
        let named = Recipients::Named {
            organisations: vec![one],
        };
        assert_eq!(state(&with(&[]), one), ConsentState::Missing);
        assert_eq!(
            state(&with(&[Recipients::AnyPartner]), one),
            ConsentState::Covered
        );
        assert_eq!(
            state(&with(&[Recipients::AskEachTime]), one),
            ConsentState::Ask
        );
        assert_eq!(
            state(&with(std::slice::from_ref(&named)), one),
            ConsentState::Covered
        );
        assert_eq!(
            state(&with(std::slice::from_ref(&named)), other),
            ConsentState::Missing
        );
        let nobody = with(&[Recipients::NobodyYet]);
        assert_eq!(state(&nobody, one), ConsentState::Refused);
        assert_eq!(nobody.refused(), Some(Block::NobodyYet));
        let later = with(&[Recipients::NobodyYet, named]);
        assert_eq!(later.refused(), None);
        let vital = Agreed {
            overrides: HashSet::from([one]),
            ..with(&[Recipients::NobodyYet])
        };
        assert_eq!(state(&vital, one), ConsentState::Covered);
        assert_eq!(state(&vital, other), ConsentState::Refused);
        let stopped = Agreed {
            stopped: true,
            ..vital
        };
        assert_eq!(state(&stopped, one), ConsentState::Refused);
    }
}
