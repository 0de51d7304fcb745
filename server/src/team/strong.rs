//! Passphrases that hold when the disk is taken: six random words, or one's own that stands up to
//! whoever knows the organisation.
//!
//! What must stay true: what is refused is never said back, and what a visitor is refused for tells
//! nothing about an account she has not proven to be hers.

use amparo_store::OrganisationId;
use amparo_vault::{Passphrase, Weakness, judge};
use rand_core::CryptoRng;
use serde::Serialize;
use utoipa::ToSchema;

use super::{accounts, rows};
use crate::foundation::{Act, Refusal};
use crate::register;
use crate::words::reference;

/// How many words are offered: 77 bits, far beyond what is asked of one's own.
const WORDS: usize = 6;

/// The languages of which a country's name counts as guessed.
const TONGUES: [&str; 5] = ["en", "es", "fr", "ar", "pt"];

/// A passphrase that was drawn for whoever asks.
#[derive(Serialize, ToSchema)]
pub struct OfferedPassphrase {
    /// Six random words, another six each time. They are stored nowhere.
    pub passphrase: String,
}

/// Six random words that may be taken as a passphrase.
pub(super) fn offer(rng: &mut impl CryptoRng) -> OfferedPassphrase {
    let mut made = Passphrase::generate(WORDS, rng);
    // Six very short words may seem too easy to the estimator: they are drawn again.
    while judge(&made, &[]).is_err() {
        made = Passphrase::generate(WORDS, rng);
    }
    OfferedPassphrase {
        passphrase: made.reveal().to_owned(),
    }
}

/// What whoever attacks an organisation tries first: its name, its country, its people.
pub(super) fn own_words(
    act: &mut Act<'_>,
    organisation: OrganisationId,
) -> Result<Vec<String>, Refusal> {
    let profile = register::organisation(act, organisation)?.profile;
    let country = profile.country.as_str();
    let mut words = vec![profile.name];
    words.extend(
        TONGUES
            .iter()
            .filter_map(|tag| reference::country_name_in(tag, country))
            .map(ToOwned::to_owned),
    );
    for row in rows::accounts_of(act.db(), organisation, None, i64::MAX)? {
        // A row that somebody changed must not keep her colleagues from a new passphrase.
        if let Ok(account) = accounts::open_row(act, row) {
            words.extend([account.profile.display_name, account.profile.login]);
        }
    }
    Ok(words)
}

/// Refuses a passphrase that is guessed too soon, and says by what kind of guess.
pub(super) fn must_be_strong(
    passphrase: &Passphrase,
    known: &[String],
    pointer: &str,
) -> Result<(), Refusal> {
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let (code, message) = match judge(passphrase, &known) {
        Ok(()) => return Ok(()),
        Err(Weakness::Short) => ("weak_short", "has fewer than 12 characters"),
        Err(Weakness::Slogan) => ("weak_slogan", "is a slogan or saying that is tried first"),
        Err(Weakness::Names) => (
            "weak_names",
            "is made of names, dates or words of the organisation",
        ),
        Err(Weakness::Words) => ("weak_words", "has too few words, or very common ones"),
        Err(Weakness::Guessable) => ("weak", "can be guessed: use six random words"),
    };
    Err(Refusal::fault(pointer, code, message))
}
