//! The promises hold under the rules of now, in every state that these numbers reach.
//!
//! `cargo test -- --nocapture` prints how many states there were.

use amparo_model::act::Life;
use amparo_model::adversary::Hands;
use amparo_model::model::House;
use amparo_model::rules::Rules;

#[test]
fn for_who_does_everything_twice() {
    let twice = Hands {
        writes: 2,
        ..Hands::ALL
    };
    hold(
        "writes anything twice; nothing but the removal",
        twice,
        Life::QUIET,
        200_000,
    );
}

#[test]
fn for_who_puts_things_back_four_times() {
    let back = Hands {
        plants: false,
        forges: false,
        writes: 4,
        ..Hands::ALL
    };
    hold(
        "puts back four times; nothing but the removal",
        back,
        Life::QUIET,
        400_000,
    );
}

#[test]
fn for_who_forges_three_times() {
    let forges = Hands {
        plants: false,
        puts_back: false,
        writes: 3,
        ..Hands::ALL
    };
    hold(
        "forges three times; nothing but the removal",
        forges,
        Life::QUIET,
        30_000,
    );
}

#[test]
fn while_somebody_is_admitted() {
    let once = Hands {
        writes: 1,
        ..Hands::ALL
    };
    let admission = Life {
        admission: true,
        sharing: false,
    };
    hold(
        "writes anything once; a newcomer is admitted",
        once,
        admission,
        80_000,
    );
}

#[test]
fn while_cases_are_shared_and_taken_away() {
    let once = Hands {
        writes: 1,
        ..Hands::ALL
    };
    let sharing = Life {
        admission: false,
        sharing: true,
    };
    hold(
        "writes anything once; cases are given and taken away",
        once,
        sharing,
        150_000,
    );
}

#[test]
fn for_who_reads_a_full_life() {
    hold(
        "reads, with an old copy; all of it",
        Hands {
            puts_back: true,
            ..Hands::READER
        },
        Life::FULL,
        30_000,
    );
}

/// Fewer states than there were once mean that something cannot happen any more.
fn hold(name: &str, hands: Hands, life: Life, at_least: usize) {
    let found = House::of(Rules::NOW, hands, life).explore();
    println!("{}", found.tell(name));
    assert!(found.broken.is_empty(), "{}", found.tell(name));
    assert!(found.states >= at_least, "only {} states", found.states);
}
