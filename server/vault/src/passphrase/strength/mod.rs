//! How many guesses a passphrase takes from whoever has taken the disk and knows who we are.
//!
//! What must stay true: [`GUESSES`] holds against an attacker who tries our slogans, our names and
//! our words first, whatever capitals, digits and signs were put around them. An estimate errs on
//! the side of too few guesses: whoever is refused takes six random words, which are better.
//! Known limit: the estimator's words are English. Of other languages it knows what stands in
//! `slogans.txt` and `names.txt`; a saying that is in neither is counted word by word.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use zeroize::Zeroizing;
use zxcvbn::Match;
use zxcvbn::matching::patterns::MatchPattern;

use super::Passphrase;

/// Fewer guesses than this are refused, as a power of ten.
pub const GUESSES: f64 = 14.0;

/// Why a passphrase will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than twelve characters.
    Short,
    /// A slogan or saying with little around it.
    Slogan,
    /// Names, dates, or words of the organisation.
    Names,
    /// Too few words, or words that everybody uses.
    Words,
    /// Guessed by its letters, keys or repetitions.
    Guessable,
}

/// Estimates a passphrase. `known` are what an attacker would try first of all: the member's names,
/// her colleagues', the organisation's, its country's.
pub fn judge(passphrase: &Passphrase, known: &[&str]) -> Result<(), Weakness> {
    let text = passphrase.reveal();
    if text.chars().count() < LEAST_CHARACTERS {
        return Err(Weakness::Short);
    }
    // The estimator's time grows with the square of the length.
    let start: Zeroizing<String> = Zeroizing::new(text.chars().take(ESTIMATED).collect());
    let known = Known::of(known);
    let whole = known.estimate(&start);
    let (rest, taken) = without(&start, &SLOGANS);
    let (rest, own) = without(&rest, &known.phrases);
    let rested = PHRASE.mul_add(count(taken + own), known.estimate(&rest).guesses);
    if whole.guesses.min(rested) >= GUESSES {
        return Ok(());
    }
    Err(if taken > 0 {
        Weakness::Slogan
    } else if own > 0 || whole.named {
        Weakness::Names
    } else if whole.wordy {
        Weakness::Words
    } else {
        Weakness::Guessable
    })
}

const LEAST_CHARACTERS: usize = 12;
const ESTIMATED: usize = 100;
/// What a phrase of a list costs, with its ways of writing: a thousand guesses.
const PHRASE: f64 = 3.0;
/// What one word costs at most, as a power of ten: whoever tries words knows about 30,000.
const WORD: f64 = 4.5;
/// A sign between words that is not a space.
const SIGN: f64 = 1.0;
/// Phrases with fewer letters would be found inside other words.
const LEAST_LETTERS: usize = 6;

static SLOGANS: LazyLock<Vec<Vec<char>>> =
    LazyLock::new(|| by_length(lines(include_str!("../slogans.txt")).map(letters)));

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    lines(include_str!("../names.txt"))
        .flat_map(str::split_whitespace)
        .flat_map(spellings)
        .collect()
});

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// What counts as guessed here.
struct Known {
    /// What the organisation is called, and its people: taken away where it stands.
    phrases: Vec<Vec<char>>,
    /// Every word of it, and the names of the list: the estimator's first tries.
    words: Vec<String>,
}

/// What an estimate says.
struct Estimate {
    guesses: f64,
    /// A name, a word of the organisation, or a date is in it.
    named: bool,
    /// It is made of words.
    wordy: bool,
}

impl Known {
    fn of(texts: &[&str]) -> Self {
        let mut seen = BTreeSet::new();
        let words = texts
            .iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).chain([*text]))
            .filter(|word| word.chars().count() > 2)
            .flat_map(spellings)
            .chain(NAMES.iter().cloned())
            .filter(|word| seen.insert(word.clone()))
            .collect();
        Self {
            phrases: by_length(texts.iter().map(|text| letters(text))),
            words,
        }
    }

    fn estimate(&self, text: &str) -> Estimate {
        let known: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let entropy = zxcvbn::zxcvbn(text, &known);
        let wordy = is_wordy(text);
        let letters = entropy.guesses_log10().max(0.0);
        let guesses = if wordy {
            letters.min(in_words(text, &known))
        } else {
            letters
        };
        Estimate {
            guesses,
            named: entropy.sequence().iter().any(|part| self.names(part)),
            wordy,
        }
    }

    fn names(&self, part: &Match) -> bool {
        match &part.pattern {
            MatchPattern::Date(_) => true,
            MatchPattern::Dictionary(found) => self.words.contains(&found.matched_word),
            MatchPattern::Repeat(found) => found.base_matches.iter().any(|part| self.names(part)),
            _ => false,
        }
    }
}

/// Whether most of it is whole words: random letters and signs have few of them.
fn is_wordy(text: &str) -> bool {
    let all = text.chars().filter(|c| !c.is_whitespace()).count();
    let in_words: usize = parts(text)
        .filter(|part| part.chars().all(char::is_alphabetic))
        .map(|part| part.chars().count())
        .filter(|length| *length > 2)
        .sum();
    in_words * 10 >= all * 6
}

/// What somebody pays who tries words instead of letters. A word that comes again costs nothing.
fn in_words(text: &str, known: &[&str]) -> f64 {
    let mut seen = BTreeSet::new();
    let words: f64 = parts(text)
        .filter(|part| seen.insert(part.to_lowercase()))
        .map(|part| {
            let entropy = zxcvbn::zxcvbn(part, known);
            if !part.chars().all(char::is_alphabetic) {
                return entropy.guesses_log10().max(0.0);
            }
            // Words that were written without spaces are counted one by one.
            entropy
                .sequence()
                .iter()
                .map(|piece| guesses(piece.guesses.unwrap_or(1)).log10().clamp(0.0, WORD))
                .sum()
        })
        .sum();
    let signs = text
        .chars()
        .filter(|c| !c.is_alphanumeric() && !c.is_whitespace())
        .count();
    SIGN.mul_add(count(signs), words)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
}

/// A word as it is written, and without its accents.
fn spellings(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let plain: String = lower.nfkd().filter(|c| !is_combining_mark(*c)).collect();
    if plain == lower {
        vec![lower]
    } else {
        vec![lower, plain]
    }
}

/// The text without the phrases in it, and how many were taken away.
fn without(text: &str, phrases: &[Vec<char>]) -> (Zeroizing<String>, usize) {
    let mut rest = Zeroizing::new(text.to_owned());
    let mut taken = 0;
    while let Some((start, end)) = first_place(&rest, phrases) {
        let (before, after) = (rest.get(..start), rest.get(end..));
        let both = [before, after].map(Option::unwrap_or_default).concat();
        rest = Zeroizing::new(both);
        taken += 1;
    }
    (rest, taken)
}

/// Where the longest phrase stands that is in a text: its first byte, and the one after its last.
fn first_place(text: &str, phrases: &[Vec<char>]) -> Option<(usize, usize)> {
    let folded = fold(text);
    let plain: Vec<char> = folded.iter().map(|letter| letter.plain).collect();
    phrases.iter().find_map(|phrase| {
        let at = plain
            .windows(phrase.len())
            .position(|window| window == phrase.as_slice())?;
        let first = folded.get(at)?;
        let last = folded.get(at + phrase.len() - 1)?;
        Some((first.start, last.end))
    })
}

fn by_length(phrases: impl Iterator<Item = Vec<char>>) -> Vec<Vec<char>> {
    let mut phrases: Vec<Vec<char>> = phrases
        .filter(|phrase| phrase.len() >= LEAST_LETTERS)
        .collect();
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    phrases
}

fn letters(text: &str) -> Vec<char> {
    fold(text).into_iter().map(|letter| letter.plain).collect()
}

/// A letter as it is compared, and the bytes it was written with.
struct Letter {
    plain: char,
    start: usize,
    end: usize,
}

/// Takes away case, accents, spaces and signs, reads digits as the letters they stand for, and
/// writes doubled letters once.
fn fold(text: &str) -> Vec<Letter> {
    let mut folded: Vec<Letter> = Vec::new();
    for (start, written) in text.char_indices() {
        let end = start + written.len_utf8();
        let lower: String = written.to_lowercase().collect();
        for c in lower.nfkd().filter(|c| !is_combining_mark(*c)) {
            let plain = stands_for(c);
            if !plain.is_alphanumeric() {
                continue;
            }
            match folded.last_mut() {
                Some(last) if last.plain == plain => last.end = end,
                _ => folded.push(Letter { plain, start, end }),
            }
        }
    }
    folded
}

/// The letter that a sign stands for. Those that stand for several are one here.
const fn stands_for(c: char) -> char {
    match c {
        '0' | 'ø' => 'o',
        '1' | '!' | '|' | 'l' | 'ı' | 'ł' => 'i',
        '3' | '€' => 'e',
        '4' | '@' | 'æ' => 'a',
        '5' | '$' | 'ß' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        '9' => 'g',
        'ς' => 'σ',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        // Drawn between letters to make a word longer.
        'ـ' => ' ',
        other => other,
    }
}

/// A number of words or signs. More than fit are as many as fit.
fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Beyond four thousand million a piece is worth more than a word, and is cut to one anyway.
fn guesses(number: u64) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests;
