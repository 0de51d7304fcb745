//! The index against a plain walk over everything, and how fast it is.

use super::super::rules::tests::{PARTNER, owner, service, situation};
use super::*;

/// A small generator, so that the same directory is made every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound).unwrap()).unwrap()
    }
}

const COUNTRIES: [&str; 8] = ["ES", "MA", "GR", "US", "GB", "DE", "MX", "ET"];
const LANGUAGES: [&str; 8] = ["tir", "eng", "spa", "ara", "amh", "fra", "ben", "urd"];

/// As many services as asked for, of organisations with ten each, a third of which take part.
fn directory(services: usize) -> (Vec<OrganisationFacts>, Vec<ServiceFacts>) {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let owners: Vec<OrganisationFacts> = (0..services.div_ceil(10))
        .map(|at| OrganisationFacts {
            participant: at.is_multiple_of(3).then_some(PARTNER),
            ..owner()
        })
        .collect();
    let all = (0..services)
        .map(|at| {
            let mut id = [0; 16];
            id[..8].copy_from_slice(&u64::try_from(at).unwrap().to_be_bytes());
            let needs = 1 + dice.below(3);
            let (country, language) = (dice.below(9), dice.below(8));
            ServiceFacts {
                id: ServiceId::from_bytes(id),
                organisation: at / 10,
                categories: (0..needs)
                    .map(|_| NeedCategory::ALL[dice.below(12)])
                    .collect(),
                // One in nine does not say where it works.
                countries: COUNTRIES
                    .get(country)
                    .map(|code| (*code).to_owned())
                    .into_iter()
                    .collect(),
                languages: vec![LANGUAGES[language].to_owned()],
                capacity: i32::try_from(dice.below(4)).ok(),
                accepting: dice.below(10) > 0,
                answers_within_hours: i32::try_from(dice.below(100)).ok(),
                regions: Vec::new(),
                points: vec![directory::Point {
                    latitude: 36.0 + f64::from(u32::try_from(dice.below(8)).unwrap()),
                    longitude: -8.0 + f64::from(u32::try_from(dice.below(10)).unwrap()),
                }],
                ..service()
            }
        })
        .map(|mut one: ServiceFacts| {
            one.categories.sort_unstable();
            one.categories.dedup();
            one
        })
        .collect();
    (owners, all)
}

/// Asks with everybody's standing at hand.
fn ask<'a>(index: &'a Index, it: &mut Situation, limit: usize) -> Found<'a> {
    index
        .ask(it, limit, &mut |_| panic!("already known"))
        .unwrap()
}

#[test]
fn standing_is_looked_at_only_as_far_as_needed() {
    let (owners, services) = directory(3_000);
    let index = Index::new(1, owners, services);
    let mut it = situation();
    it.standing.clear();
    let mut asked = 0;
    let mut stand = |agreement| {
        asked += 1;
        Ok(Standing {
            agreement,
            verified: agreement,
            ..Standing::default()
        })
    };
    let found = index.ask(&mut it, 10, &mut |_| stand(true)).unwrap();
    assert!(found.hits.iter().take(10).all(|hit| hit.block.is_none()));
    it.standing.clear();
    let found = index.ask(&mut it, 10, &mut |_| stand(false)).unwrap();
    assert!(found.hits.iter().all(|hit| hit.block.is_some()));
    let told = |block| found.hits.iter().any(|hit| hit.block == Some(block));
    assert!(told(Block::NoAgreement));
    // One organisation takes part under all these entries: it is looked at once a question.
    assert_eq!(asked, 2);
}

#[test]
fn the_index_finds_what_a_walk_over_everything_finds() {
    let (owners, services) = directory(3_000);
    let index = Index::new(1, owners.clone(), services.clone());
    let mut it = situation();
    for limit in [1, 10, 50] {
        let found = ask(&index, &mut it, limit);
        let mut open: Vec<(u32, ServiceId)> = services
            .iter()
            .filter(|one| one.categories.contains(&it.category))
            .filter(|one| one.countries.is_empty() || one.countries.contains(&"ES".to_owned()))
            .filter(|one| block(&it, one, &owners[one.organisation]).is_none())
            .map(|one| (score(&it, one), one.id))
            .collect();
        open.sort_by_key(|(score, id)| (std::cmp::Reverse(*score), *id));
        open.truncate(limit);
        let first: Vec<_> = found
            .hits
            .iter()
            .take_while(|hit| hit.block.is_none())
            .map(|hit| (hit.score, hit.service.id))
            .collect();
        assert_eq!(first, open);
        let ruled_out = |hit: &&Hit<'_>| !matches!(hit.block, None | Some(Block::NotHere));
        assert_eq!(found.hits.iter().filter(ruled_out).count(), limit.min(5));
        // What is ruled out never stands above what is not.
        let rank = |hit: &Hit<'_>| match hit.block {
            None => 0,
            Some(Block::NotHere) => 1,
            Some(_) => 2,
        };
        assert!(found.hits.is_sorted_by_key(rank));
    }
}

#[test]
fn an_unknown_country_leaves_nobody_out() {
    let (owners, services) = directory(1_000);
    let index = Index::new(1, owners, services.clone());
    let mut it = situation();
    it.country = None;
    let all = services
        .iter()
        .filter(|one| one.categories.contains(&NeedCategory::Legal))
        .count();
    assert_eq!(ask(&index, &mut it, 1).considered, all);
    it.country = Some("AQ".to_owned());
    let nowhere = services
        .iter()
        .filter(|one| one.categories.contains(&NeedCategory::Legal) && one.countries.is_empty())
        .count();
    assert_eq!(ask(&index, &mut it, 1).considered, nowhere);
}
