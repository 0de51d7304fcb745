//! Each rule alone, and what holds for all of them.

use super::*;

/// Somebody held in Spain who speaks Tigrinya and some English and needs a lawyer today.
pub(in crate::routing) fn situation() -> Situation {
    Situation {
        own: OWN,
        category: NeedCategory::Legal,
        country: Some("ES".to_owned()),
        region: Some("madrid".to_owned()),
        point: Some(Point {
            latitude: 40.4168,
            longitude: -3.7038,
        }),
        urgency: Priority::P2,
        languages: vec!["tir".to_owned(), "eng".to_owned()],
        age: Some((30, 30)),
        genders: vec![Gender::Female],
        detained: true,
        feared: HashSet::from(["ER".to_owned()]),
        conflicts: Vec::new(),
        never_contact: HashSet::new(),
        refused: None,
        overrides: HashSet::new(),
        standing: HashMap::from([(PARTNER, standing(true, true))]),
        today: "2026-11-24".parse().unwrap(),
    }
}

pub(in crate::routing) const OWN: OrganisationId = OrganisationId::from_bytes([1; 16]);
pub(in crate::routing) const PARTNER: OrganisationId = OrganisationId::from_bytes([7; 16]);

fn standing(agreement: bool, verified: bool) -> Standing {
    Standing {
        name: "Partner".to_owned(),
        agreement,
        verified,
    }
}

/// A legal office in Spain that takes part.
pub(in crate::routing) fn owner() -> OrganisationFacts {
    OrganisationFacts {
        id: amparo_store::DirectoryOrganisationId::from_bytes([9; 16]),
        name: "Refuge Law".to_owned(),
        folded_name: "refuge law".to_owned(),
        kind: OrganisationKind::Legal,
        country: Some("ES".to_owned()),
        participant: Some(PARTNER),
        sending_country: None,
        phones: Vec::new(),
        email: None,
        url: None,
    }
}

/// A service that fits [`situation`] in everything.
pub(in crate::routing) fn service() -> ServiceFacts {
    ServiceFacts {
        id: amparo_store::ServiceId::from_bytes([1; 16]),
        organisation: 0,
        name: "Asylum advice".to_owned(),
        categories: vec![NeedCategory::Legal],
        countries: vec!["ES".to_owned()],
        languages: vec!["eng".to_owned(), "tir".to_owned()],
        min_age: Some(18),
        max_age: None,
        genders: vec![Gender::Female],
        capacity: Some(2),
        accepting: true,
        answers_within_hours: Some(24),
        verified_on: Some("2026-11-01".parse().unwrap()),
        takes_detained: true,
        regions: vec!["madrid".to_owned()],
        points: Vec::new(),
        phones: Vec::new(),
        email: None,
        url: None,
    }
}

#[test]
fn a_perfect_fit_is_not_ruled_out() {
    assert_eq!(block(&situation(), &service(), &owner()), None);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of all filters")]
fn each_hard_filter_rules_out() {
    type Change = fn(&mut Situation, &mut ServiceFacts, &mut OrganisationFacts);
    let cases: [(Change, Option<Block>); 23] = [
        (|it, _, _| it.own = PARTNER, Some(Block::Own)),
        (
            |it, _, _| it.refused = Some(Block::SharingStopped),
            Some(Block::SharingStopped),
        ),
        (
            |it, _, _| it.refused = Some(Block::NobodyYet),
            Some(Block::NobodyYet),
        ),
        (
            |it, _, _| {
                it.refused = Some(Block::NobodyYet);
                it.overrides.insert(PARTNER);
            },
            None,
        ),
        (
            |it, _, _| {
                it.refused = Some(Block::SharingStopped);
                it.overrides.insert(PARTNER);
            },
            Some(Block::SharingStopped),
        ),
        (
            |_, _, o| o.kind = OrganisationKind::Authority,
            Some(Block::Authority),
        ),
        (
            |_, _, o| {
                o.kind = OrganisationKind::Authority;
                o.sending_country = Some("ER".to_owned());
            },
            Some(Block::AuthorityFeared),
        ),
        (
            |_, _, o| o.country = Some("ER".to_owned()),
            Some(Block::FearedCountry),
        ),
        (
            |it, _, o| it.conflicts = vec![o.id.to_string().get(..8).unwrap().to_owned()],
            Some(Block::Conflict),
        ),
        (
            |it, _, _| it.conflicts = vec![PARTNER.to_string()],
            Some(Block::Conflict),
        ),
        (|it, _, _| it.conflicts = vec!["deadbeef".to_owned()], None),
        (
            |it, _, _| {
                it.never_contact.insert("refuge law".to_owned());
            },
            Some(Block::Conflict),
        ),
        (|it, _, _| it.age = Some((15, 17)), Some(Block::Age)),
        (|it, _, _| it.age = Some((15, 19)), None),
        (
            |it, s, _| {
                it.age = Some((30, 30));
                s.max_age = Some(29);
            },
            Some(Block::Age),
        ),
        (|it, _, _| it.age = None, None),
        (
            |_, s, _| s.genders = vec![Gender::Male],
            Some(Block::Gender),
        ),
        (
            |it, s, _| {
                it.genders.clear();
                s.genders = vec![Gender::Male];
            },
            None,
        ),
        (
            |it, _, _| {
                it.standing.insert(PARTNER, standing(false, true));
            },
            Some(Block::NoAgreement),
        ),
        (|_, s, _| s.accepting = false, Some(Block::NotAccepting)),
        (|_, s, _| s.capacity = Some(0), Some(Block::Full)),
        (
            |it, _, _| {
                it.standing.insert(PARTNER, standing(true, false));
            },
            Some(Block::KeyNotVerified),
        ),
        (|_, _, o| o.participant = None, Some(Block::NotHere)),
    ];
    for (at, (change, expected)) in cases.into_iter().enumerate() {
        let (mut it, mut one, mut by) = (situation(), service(), owner());
        change(&mut it, &mut one, &mut by);
        assert_eq!(block(&it, &one, &by), expected, "case {at}");
    }
}

#[test]
fn an_organisation_nobody_knows_how_it_stands_is_not_trusted() {
    let mut it = situation();
    it.standing.clear();
    assert_eq!(
        block(&it, &service(), &owner()),
        Some(Block::KeyNotVerified)
    );
}

#[test]
fn the_first_filter_of_the_list_is_told() {
    let mut it = situation();
    it.standing.insert(PARTNER, standing(false, false));
    it.age = Some((1, 1));
    let full = ServiceFacts {
        capacity: Some(0),
        ..service()
    };
    assert_eq!(block(&it, &full, &owner()), Some(Block::Age));
    it.age = None;
    assert_eq!(block(&it, &full, &owner()), Some(Block::NoAgreement));
}
