//! Planted faults: the model must find what was found by attacking the former release, and each rule
//! that is taken away must break a promise. `cargo test -- --nocapture` prints the steps.

use amparo_model::act::Life;
use amparo_model::adversary::{Hands, Part, Wicked};
use amparo_model::model::{
    CAN_BE_FINISHED, ENDS_FOR_CALLS, ENDS_FOR_CASES, ENDS_FOR_READERS, House, NO_FOREIGN_KEY,
    NO_GRANT_UNASKED, Step,
};
use amparo_model::rules::Rules;

const PLANTER: Hands = Hands {
    writes: 1,
    plants: true,
    ..Hands::READER
};
const PUTS_BACK: Hands = Hands {
    writes: 3,
    puts_back: true,
    ..Hands::READER
};
const FORGER: Hands = Hands {
    writes: 2,
    puts_back: true,
    forges: true,
    ..Hands::READER
};

/// F2: a row of random bytes, and the next change of keys grants the case to a group that has no part
/// in it.
#[test]
fn the_former_rules_grant_what_a_row_names() {
    let way = breaks(
        "F2, former rules",
        Rules::FORMER,
        PLANTER,
        Life::QUIET,
        NO_GRANT_UNASKED,
    );
    assert!(
        way.iter()
            .any(|step| matches!(step, Step::Mal(Wicked::Plant(..))))
    );
}

/// F3: nobody left can change the key of her team, and new case keys are granted to it.
#[test]
fn the_former_rules_leave_her_team_its_key() {
    let way = breaks(
        "F3, former rules",
        Rules::FORMER,
        Hands::READER,
        Life::QUIET,
        ENDS_FOR_READERS,
    );
    assert!(way.iter().all(|step| matches!(step, Step::We(_))));
    breaks(
        "F3, former rules",
        Rules::FORMER,
        Hands::READER,
        Life::QUIET,
        CAN_BE_FINISHED,
    );
}

/// The same, without the waiting call: it is the case that she reads.
#[test]
fn the_former_rules_for_groups_let_her_read_the_case() {
    let rules = Rules {
        rotate_without_the_key: false,
        not_to_the_due: false,
        ..Rules::NOW
    };
    breaks(
        "F3, rules for groups only",
        rules,
        Hands::READER,
        Life::QUIET,
        ENDS_FOR_CASES,
    );
}

/// F4: rows of the register are put back, and what comes in is sealed to
/// the key that she has.
#[test]
fn the_former_register_believes_what_was_put_back() {
    let rules = Rules {
        committed_register: false,
        revoked_for_ever: false,
        pins: false,
        marks: false,
        ..Rules::NOW
    };
    let way = breaks(
        "F4, former register",
        rules,
        PUTS_BACK,
        Life::QUIET,
        ENDS_FOR_CALLS,
    );
    assert!(
        way.iter()
            .any(|step| matches!(step, Step::Mal(Wicked::PutBack(_))))
    );
    breaks(
        "F4, former rules",
        Rules::FORMER,
        PUTS_BACK,
        Life::QUIET,
        ENDS_FOR_CALLS,
    );
}

/// F4b: an entry signed by her old certificate, and the organisation's row put back.
#[test]
fn the_former_register_believes_her_signature() {
    let way = breaks(
        "F4b, former rules",
        Rules::FORMER,
        FORGER,
        Life::QUIET,
        NO_FOREIGN_KEY,
    );
    assert!(way.contains(&Step::Mal(Wicked::PutBack(Part::Revoked))));
}

/// F6: a case put back with all its rows.
#[test]
fn without_marks_a_case_that_was_put_back_is_written_into() {
    let rules = Rules {
        marks: false,
        old_grants_are_history: false,
        ..Rules::NOW
    };
    let way = breaks(
        "F6, no marks",
        rules,
        PUTS_BACK,
        Life::QUIET,
        ENDS_FOR_CASES,
    );
    assert!(
        way.iter()
            .any(|step| matches!(step, Step::Mal(Wicked::PutBack(_))))
    );
}

/// F10: what is noted about a waiting call.
#[test]
fn the_former_rules_note_under_the_key_that_she_has() {
    let rules = Rules {
        calls_sealed_anew: false,
        ..Rules::NOW
    };
    breaks(
        "F10, calls stay",
        rules,
        Hands::READER,
        Life::QUIET,
        ENDS_FOR_CALLS,
    );
}

/// F12: a key in the place of the newcomer's.
#[test]
fn without_her_words_another_is_admitted() {
    let rules = Rules {
        newcomers_words: false,
        ..Rules::NOW
    };
    let admission = Life {
        admission: true,
        sharing: false,
    };
    let hands = Hands {
        writes: 1,
        forges: true,
        ..Hands::READER
    };
    breaks("F12, no words", rules, hands, admission, NO_FOREIGN_KEY);
}

/// Each rule is taken away alone. What nothing breaks without would say nothing here.
#[test]
fn each_rule_carries_something() {
    for (name, rules) in [
        (
            "access is not in the chain",
            Rules {
                access_in_chain: false,
                ..Rules::NOW
            },
        ),
        (
            "access is not signed",
            Rules {
                access_signed: false,
                ..Rules::NOW
            },
        ),
        (
            "the register is not committed",
            Rules {
                committed_register: false,
                ..Rules::NOW
            },
        ),
        (
            "revocations are forgotten",
            Rules {
                revoked_for_ever: false,
                ..Rules::NOW
            },
        ),
        (
            "no marks",
            Rules {
                marks: false,
                ..Rules::NOW
            },
        ),
        (
            "rotation needs the old key",
            Rules {
                rotate_without_the_key: false,
                ..Rules::NOW
            },
        ),
        (
            "calls stay",
            Rules {
                calls_sealed_anew: false,
                ..Rules::NOW
            },
        ),
        (
            "no words of newcomers",
            Rules {
                newcomers_words: false,
                ..Rules::NOW
            },
        ),
    ] {
        assert!(breaks_somewhere(name, rules), "{name}: nothing breaks");
    }
}

/// Second lines: each holds only what another one lets through.
#[test]
fn second_lines_carry_something_where_the_first_is_gone() {
    let second = Rules {
        not_to_the_due: false,
        revoking_changes_the_key: false,
        ..Rules::NOW
    };
    assert!(breaks_somewhere(
        "case keys stay, and go to who is due",
        second
    ));
    let no_marks = Rules {
        marks: false,
        old_grants_are_history: false,
        ..Rules::NOW
    };
    assert!(breaks_somewhere("no marks, and old grants count", no_marks));
    let no_memory = Rules {
        marks: false,
        pins: false,
        ..Rules::NOW
    };
    assert!(breaks_somewhere("no marks and no pins", no_memory));
}

fn breaks_somewhere(name: &str, rules: Rules) -> bool {
    let lives = [
        (
            Hands {
                writes: 2,
                ..Hands::ALL
            },
            Life::QUIET,
        ),
        (
            Hands {
                writes: 1,
                ..Hands::ALL
            },
            Life {
                admission: true,
                sharing: false,
            },
        ),
        (
            Hands {
                writes: 1,
                ..Hands::ALL
            },
            Life {
                admission: false,
                sharing: true,
            },
        ),
    ];
    lives.into_iter().any(|(hands, life)| {
        let found = House::of(rules, hands, life).find_any();
        println!("{}", found.tell(name));
        !found.broken.is_empty()
    })
}

/// The shortest way to where the promise does not hold. There must be one.
fn breaks(name: &str, rules: Rules, hands: Hands, life: Life, promise: &'static str) -> Vec<Step> {
    let found = House::of(rules, hands, life).find(promise);
    println!("{}", found.tell(name));
    found
        .way(promise)
        .expect("the planted fault is not found")
        .to_vec()
}
