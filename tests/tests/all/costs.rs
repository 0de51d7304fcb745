//! What guessing costs whoever has taken the disk: the figures of `docs/threat-model.md`, from the
//! parameters that are in force and from what graphics cards are rented for.
//!
//! A guess is one run of Argon2id. Its speed on a graphics card is bounded by memory: each pass
//! writes every block once and reads another. `AMPARO_ACCEPT=1` writes the tables instead of
//! comparing them.

use amparo::foundation::Config;
use amparo_vault::{GUESSES, StretchParams};

/// A card as it is rented by the hour: how much memory it moves in a second in practice, and its
/// price. Between the two lies what was offered in 2026: the best that the memory of such a card
/// allows at the lowest price, and half of it at a usual one.
struct Card {
    bytes_per_second: f64,
    dollars_per_hour: f64,
}

const CHEAP: Card = Card {
    bytes_per_second: 1.0e12,
    dollars_per_hour: 0.2,
};
const USUAL: Card = Card {
    bytes_per_second: 0.5e12,
    dollars_per_hour: 0.6,
};

/// Sixteen random digits.
const RECEIPTS: f64 = 1.0e16;
/// Six words out of 7,776.
const SIX_WORDS: f64 = 2.2e23;

const DOC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/threat-model.md");
const BEGIN: &str = "<!-- costs: begin -->\n";
const END: &str = "<!-- costs: end -->";

impl Card {
    fn dollars(&self, guesses: f64, params: StretchParams) -> f64 {
        let memory = f64::from(params.memory_kib) * 1024.0;
        let moved = memory * f64::from(params.passes) * 2.0;
        guesses * moved / self.bytes_per_second * self.dollars_per_hour / 3600.0
    }
}

fn money(dollars: f64) -> String {
    let (number, word) = match dollars {
        it if it >= 1.0e12 => return format!("10^{:.0} $", it.log10()),
        it if it >= 1.0e9 => (it / 1.0e9, " billion"),
        it if it >= 1.0e6 => (it / 1.0e6, " million"),
        it if it >= 1.0e3 => (it / 1.0e3, " thousand"),
        it => (it, ""),
    };
    let digits = if number < 10.0 { 1 } else { 0 };
    format!("{number:.digits$}{word} $")
}

fn between(guesses: f64, params: StretchParams) -> String {
    let [low, high] = [CHEAP, USUAL].map(|card| money(card.dollars(guesses, params)));
    format!("{low} to {high}")
}

fn tables() -> String {
    let config = Config::for_database(String::new(), "key".into());
    let (now, before) = (config.receipt_stretch, config.former_receipt_stretch);
    let mut text = format!(
        "| receipts in the database | without the instance key | with it, the first receipt is found for about | the same at the {} MiB of before |\n| --- | --- | --- | --- |\n",
        before.memory_kib / 1024
    );
    for (count, said) in [
        (1.0, "1"),
        (100.0, "100"),
        (1_000.0, "1,000"),
        (10_000.0, "10,000"),
        (50_000.0, "50,000"),
    ] {
        // One sweep tries them all: the first of so many is met after this many guesses.
        let guesses = RECEIPTS / (count + 1.0);
        text += &format!(
            "| {said} | cannot be tried | {} | {} |\n",
            between(guesses, now),
            between(guesses, before)
        );
    }
    text += &format!(
        "| all of them, in one sweep | cannot be tried | {} | {} |\n\n",
        between(RECEIPTS, now),
        between(RECEIPTS, before)
    );
    text += "| passphrase of a member | guesses, half of them on average | cost, with or without the instance key |\n| --- | --- | --- |\n";
    for (what, power, said) in [
        (
            "`Fatima19871205Ali`, taken by earlier releases",
            1.0e11,
            "10^11",
        ),
        (
            "the weakest of her own that is taken",
            10_f64.powf(GUESSES),
            "10^14",
        ),
        ("the six words that are offered", SIX_WORDS, "2 × 10^23"),
    ] {
        text += &format!(
            "| {what} | {said} | {} |\n",
            between(power / 2.0, config.stretch)
        );
    }
    text
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "whoever runs the test says whether a change is meant"
)]
fn the_threat_model_says_what_guessing_costs() {
    let doc = std::fs::read_to_string(DOC).unwrap();
    let (before, rest) = doc.split_once(BEGIN).unwrap();
    let (there, after) = rest.split_once(END).unwrap();
    let wanted = tables();
    if std::env::var("AMPARO_ACCEPT").is_ok() {
        std::fs::write(DOC, format!("{before}{BEGIN}{wanted}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(there, wanted, "AMPARO_ACCEPT=1 writes the tables anew");
}

#[test]
fn a_guess_costs_more_the_more_memory_it_takes_and_receipts_the_most() {
    let config = Config::for_database(String::new(), "key".into());
    let one = |params| CHEAP.dollars(1.0, params);
    assert!(one(config.receipt_stretch) >= 4.0 * one(StretchParams::RECOMMENDED) * 0.999);
    assert!(config.receipt_stretch.memory_kib >= 256 * 1024);
    // The known figure for 64 MiB: between 500 and 9,000 dollars for 10^11 guesses.
    for card in [CHEAP, USUAL] {
        let dollars = card.dollars(0.5e11, StretchParams::RECOMMENDED);
        assert!((500.0..9_000.0).contains(&dollars), "{dollars}");
    }
}
