//! Who calls: drawn from real proportions, with names from licensed lists.

use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

use crate::foundation::{Broken, Refusal};

const NAMES: &str = include_str!("../../../data/demo/names.csv");
const CORRIDORS: &str = include_str!("../../../data/demo/corridors.csv");

/// One made-up caller.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Country of origin.
    pub origin: String,
    /// Languages, best first.
    pub languages: Vec<String>,
    /// The name she gives, if any.
    pub name: Option<String>,
    /// HTCDS code.
    pub gender: &'static str,
    /// Age in years.
    pub age: u32,
}

/// The lists, read.
#[derive(Debug)]
pub struct Cast {
    corridors: Vec<(String, String, u64, Vec<String>)>,
    names: Vec<(String, String, String)>,
}

impl Cast {
    /// Reads the lists.
    pub fn read() -> Result<Self, Refusal> {
        let broken = |why: csv::Error| Broken::new("the lists of the demonstration", &why);
        let mut corridors = Vec::new();
        for row in csv::Reader::from_reader(CORRIDORS.as_bytes()).deserialize() {
            let (receiving, origin, weight, languages): (String, String, u64, String) =
                row.map_err(broken)?;
            let languages = languages.split(' ').map(ToOwned::to_owned).collect();
            corridors.push((receiving, origin, weight, languages));
        }
        let names = csv::Reader::from_reader(NAMES.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .map_err(broken)?;
        Ok(Self { corridors, names })
    }

    /// Draws a caller in a receiving country.
    pub fn draw(&self, country: &str, rng: &mut ChaCha20Rng) -> Result<Caller, Refusal> {
        let here: Vec<_> = self
            .corridors
            .iter()
            .filter(|row| row.0 == country)
            .collect();
        let total: u64 = here.iter().map(|row| row.2).sum();
        let mut ticket = below(rng, total.max(1));
        let row = here
            .iter()
            .find(|row| match ticket.checked_sub(row.2) {
                Some(rest) => {
                    ticket = rest;
                    false
                }
                None => true,
            })
            .ok_or_else(|| Broken::bug("nobody comes to this country in the demonstration"))?;
        let woman = below(rng, 100) < 35;
        let age = match below(rng, 100) {
            0..14 => 13 + below(rng, 5),
            14..75 => 18 + below(rng, 17),
            _ => 35 + below(rng, 25),
        };
        // A good part of callers give no name, and need not.
        let anonymous = below(rng, 100) < 18;
        let name = if anonymous {
            None
        } else {
            self.name(&row.1, woman, rng)
        };
        Ok(Caller {
            origin: row.1.clone(),
            languages: row.3.clone(),
            name,
            gender: if woman { "Feminine" } else { "Masculine" },
            age: u32::try_from(age).unwrap_or(30),
        })
    }

    fn name(&self, origin: &str, woman: bool, rng: &mut ChaCha20Rng) -> Option<String> {
        let mut pick = |kind: &str| {
            let of: Vec<_> = self
                .names
                .iter()
                .filter(|(c, k, _)| c == origin && k == kind)
                .collect();
            pick(&of, rng).map(|(_, _, name)| name.clone())
        };
        let first = pick(if woman { "female" } else { "male" })?;
        Some(match pick("last") {
            Some(last) => format!("{first} {last}"),
            None => first,
        })
    }
}

/// A number below `bound`.
pub fn below(rng: &mut ChaCha20Rng, bound: u64) -> u64 {
    rng.next_u64() % bound.max(1)
}

/// One of a list.
pub fn pick<'a, T>(of: &'a [T], rng: &mut ChaCha20Rng) -> Option<&'a T> {
    let place = below(rng, u64::try_from(of.len()).unwrap_or(1));
    of.get(usize::try_from(place).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use rand_core::SeedableRng;

    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_people() {
        let cast = Cast::read().unwrap();
        let draw = |seed| {
            let mut rng = ChaCha20Rng::seed_from_u64(seed);
            (0..50)
                .map(|_| cast.draw("GR", &mut rng).unwrap().origin)
                .collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        assert!(draw(7).iter().any(|origin| origin == "SY"));
    }
}
