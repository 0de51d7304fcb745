//! Randomness is handed in. Each act has its own generator, seeded from the operating system.

use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;

use super::refusal::Broken;

/// A generator with a fresh seed of 256 bits from the operating system.
pub fn fresh() -> Result<ChaCha20Rng, Broken> {
    let mut seed = [0_u8; 32];
    getrandom::fill(&mut seed)
        .map_err(|why| Broken::new("the operating system gave no randomness", &why))?;
    let rng = ChaCha20Rng::from_seed(seed);
    zeroize::Zeroize::zeroize(&mut seed);
    Ok(rng)
}
