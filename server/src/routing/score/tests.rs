//! Each rule alone, and what holds for all of them.

use std::collections::HashSet;

use super::super::rules::tests::{service, situation};
use super::*;

#[test]
fn the_weights_make_a_hundred_and_a_perfect_fit_has_them_all() {
    assert_eq!(WEIGHTS.iter().map(|weight| weight.points).sum::<u32>(), 100);
    assert_eq!(score(&situation(), &service()), 100);
    let told: HashSet<ReasonCode> = reasons(&situation(), &service())
        .iter()
        .map(|reason| reason.code)
        .collect();
    assert_eq!(told.len(), WEIGHTS.len());
}

/// What one change takes from a perfect fit, and the sentence instead.
#[test]
#[expect(clippy::too_many_lines, reason = "one table of all weights")]
fn each_rule_gives_what_its_weight_says() {
    type Change = fn(&mut Situation, &mut ServiceFacts);
    let cases: [(Change, u32, Option<&str>); 16] = [
        (
            |_, s| s.categories.resize(3, NeedCategory::Health),
            92,
            Some("does legal help among other help"),
        ),
        (
            |_, s| s.languages = vec!["eng".to_owned()],
            90,
            Some("speaks English"),
        ),
        (
            |_, s| s.languages = vec!["spa".to_owned()],
            80,
            Some("no Tigrinya: an interpreter is needed"),
        ),
        (|_, s| s.languages.clear(), 80, None),
        (|it, _| it.languages.clear(), 80, None),
        (|_, s| s.countries = vec!["FR".to_owned()], 85, None),
        (|_, s| s.regions.clear(), 90, None),
        (
            |_, s| {
                s.regions.clear();
                s.points = vec![point(40.3, -3.7)];
            },
            100,
            Some("about 13 km away"),
        ),
        (
            |_, s| {
                s.regions.clear();
                s.points = vec![point(41.65, -4.72), point(0.0, 0.0)];
            },
            95,
            Some("about 161 km away"),
        ),
        (
            |_, s| {
                s.regions.clear();
                s.points = vec![point(41.39, 2.17)];
            },
            90,
            None,
        ),
        (
            |_, s| s.answers_within_hours = Some(48),
            92,
            Some("answers within 48 hours"),
        ),
        (|_, s| s.answers_within_hours = Some(49), 85, None),
        (|_, s| s.capacity = None, 90, None),
        (|it, _| it.detained = false, 90, None),
        (
            |_, s| s.verified_on = Some("2026-05-28".parse().unwrap()),
            95,
            None,
        ),
        (
            |_, s| s.verified_on = Some("2026-05-29".parse().unwrap()),
            100,
            Some("the entry was checked 179 days ago"),
        ),
    ];
    for (at, (change, points, words)) in cases.into_iter().enumerate() {
        let (mut it, mut one) = (situation(), service());
        change(&mut it, &mut one);
        assert_eq!(score(&it, &one), points, "case {at}");
        let told = reasons(&it, &one);
        assert_eq!(told.iter().map(|reason| reason.points).sum::<u32>(), points);
        assert!(
            words.is_none_or(|words| told.iter().any(|reason| reason.words == words)),
            "case {at}: {told:?}"
        );
    }
}

fn point(latitude: f64, longitude: f64) -> Point {
    Point {
        latitude,
        longitude,
    }
}

#[test]
fn distances_are_those_of_the_globe() {
    // Athens to Thessaloniki 300 km; across the date line 222 km; to the other side 20,015 km.
    let near = |a, b, expected: f64| (kilometres(a, b) - expected).abs() < expected * 0.01 + 0.1;
    assert!(near(
        point(37.9838, 23.7275),
        point(40.6401, 22.9444),
        303.0
    ));
    assert!(near(point(0.0, 179.0), point(0.0, -179.0), 222.4));
    assert!(near(point(0.0, 0.0), point(0.0, 180.0), 20_015.0));
    assert!(near(point(90.0, 0.0), point(-90.0, 77.0), 20_015.0));
    assert!(near(point(5.0, 5.0), point(5.0, 5.0), 0.0));
}
