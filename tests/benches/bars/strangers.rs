//! Made-up people by the thousand, always the same: their cards, for lists and for search.

use amparo::casefile::{self, Author, Card, Grantee};
use amparo::foundation::{Act, Caller, Refusal};
use amparo::ledger::{self, About, What};
use amparo_vault::GroupPurpose;
use serde_json::json;

use crate::server::Server;

/// Names by country, as the demonstration has them.
const NAMES: &str = include_str!("../../../server/data/demo/names.csv");
/// Cards in one transaction.
const BATCH: usize = 500;

/// The people.
pub struct Strangers {
    forenames: Vec<&'static str>,
    surnames: Vec<&'static str>,
}

impl Strangers {
    /// Reads the names.
    pub fn new() -> Self {
        let of = |last: bool| {
            NAMES
                .lines()
                .skip(1)
                .filter_map(|line| {
                    let mut fields = line.splitn(3, ',');
                    let kind = fields.nth(1)?;
                    fields.next().filter(|_| (kind == "last") == last)
                })
                .collect()
        };
        Self {
            forenames: of(false),
            surnames: of(true),
        }
    }

    /// The name of a stranger. Common names come up much more often than rare ones.
    pub fn name(&self, number: usize) -> String {
        let mut dice = Dice::new(number);
        let forename = self.forenames[dice.skewed(self.forenames.len())];
        let surname = self.surnames[dice.skewed(self.surnames.len())];
        format!("{forename} {surname}")
    }

    /// The telephone number of a stranger.
    pub fn phone(number: usize) -> String {
        format!("+3069{:08}", Dice::new(number).below(100_000_000))
    }

    /// The card of a stranger's case, worked by `worker`.
    pub fn card(&self, number: usize, worker: &Author) -> Card {
        let mut dice = Dice::new(number.wrapping_add(1 << 40));
        let day = format!("2026-{:02}-{:02}", 1 + dice.below(11), 1 + dice.below(28));
        let mut card: Card = serde_json::from_value(json!({
            "c": format!("C-{:04}", number % 10_000),
            "p": dice.one_of(["P1", "P2", "P3", "P4"]),
            "s": if dice.below(5) == 0 { "closed" } else { "open" },
            "a": worker,
            "l": [dice.one_of(["ara", "fas", "spa", "fra"])],
            "w": dice.one_of(["GR", "ES", "IT", "MA"]),
            "d": dice.below(4) == 0,
            "o": [dice.one_of(["legal", "health", "shelter", "documents"])],
            "b": day,
            "t": day,
        }))
        .unwrap();
        if dice.below(2) == 0 {
            let due = json!({ "due": format!("{day}T09:00:00Z"), "what": "Hearing" });
            card.next = serde_json::from_value(due).unwrap();
        }
        let pseudonym = card.pseudonym.clone();
        card.add_search(&pseudonym);
        card.add_search(&self.name(number));
        card.add_search(&Self::phone(number));
        card.add_search(dice.one_of(["wages", "hearing", "ferry", "passport"]));
        card
    }
}

/// Opens cases numbered `from` to `to` with nothing but their cards, granted to groups that the
/// caller holds.
pub fn open_cases(
    server: &Server,
    caller: &Caller,
    (from, to): (usize, usize),
    groups: &[GroupPurpose],
) {
    let strangers = Strangers::new();
    let numbers: Vec<usize> = (from..to).collect();
    for batch in numbers.chunks(BATCH) {
        server
            .app
            .write(caller, |act| open_batch(act, &strangers, batch, groups))
            .unwrap();
    }
}

fn open_batch(
    act: &mut Act<'_>,
    strangers: &Strangers,
    numbers: &[usize],
    groups: &[GroupPurpose],
) -> Result<(), Refusal> {
    let member = act.member()?;
    let organisation = member.organisation.as_bytes();
    let held = |purpose: &GroupPurpose| member.keyring().current(*purpose).unwrap();
    let grants = || -> Vec<Grantee> {
        let recipient =
            |purpose| Grantee::new(held(purpose).as_recipient(organisation), None).unwrap();
        groups.iter().map(recipient).collect()
    };
    let worker = casefile::author(act)?;
    for number in numbers {
        let card = strangers.card(*number, &worker);
        casefile::open_new(act, card, &grants())?;
    }
    ledger::note(act, What::CaseOpened, About::default())
}

/// Numbers that look random and are the same in every run (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    /// The same seed, the same numbers.
    pub fn new(seed: usize) -> Self {
        Self(u64::try_from(seed).unwrap())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap();
        usize::try_from(self.next() % bound).unwrap()
    }

    /// One of the words.
    pub fn one_of<const N: usize>(&mut self, words: [&'static str; N]) -> &'static str {
        words[self.below(N)]
    }

    /// The lower, the more often: the product of two.
    fn skewed(&mut self, bound: usize) -> usize {
        self.below(bound) * self.below(bound) / bound
    }
}
