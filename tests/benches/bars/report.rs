//! What a bench says: one row a bar, in the form that `tests/bench.sh` gathers into a table.

use std::time::Duration;

/// Where a figure stands against its bar.
pub enum Verdict {
    /// The bar is reached.
    Reached,
    /// The bar is missed. Said loudly, and no failure of the suite.
    Missed,
    /// There is nothing to measure, or nothing to measure with, and why.
    NotMeasured(&'static str),
}

impl Verdict {
    /// Reached or missed.
    pub fn of(reached: bool) -> Self {
        if reached { Self::Reached } else { Self::Missed }
    }
}

/// One row: what was measured, our figure, the figure beside it from the same run, their ratio,
/// and the bar.
pub fn row(what: &str, ours: &str, beside: &str, ratio: Option<f64>, bar: &str, verdict: &Verdict) {
    let ratio = ratio.map_or_else(|| "–".to_owned(), |ratio| format!("{ratio:.2}"));
    let verdict = match verdict {
        Verdict::Reached => "reached",
        Verdict::Missed => "MISSED",
        Verdict::NotMeasured(why) => why,
    };
    println!("| {what} | {ours} | {beside} | {ratio} | {bar} | {verdict} |");
}

/// Something that is said beside the table.
pub fn note(text: &str) {
    println!("  {text}");
}

/// The value in the middle; the mean of the two in the middle of an even number.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        f64::midpoint(sorted[middle - 1], sorted[middle])
    }
}

/// The time that 95 of 100 stayed under (nearest rank), in milliseconds.
pub fn p95(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * 95).div_ceil(100).max(1);
    milliseconds(sorted[rank - 1])
}

/// A time in milliseconds.
pub fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
