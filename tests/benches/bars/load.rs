//! Load from several connections at once.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use crate::http::{Connection, Request};

/// What a round of load came to.
pub struct Round {
    /// How long each answer took that was the expected one.
    pub times: Vec<Duration>,
    /// Answers that were not the expected one.
    pub failed: usize,
    /// From the first request to the last answer.
    pub took: Duration,
}

impl Round {
    /// Good answers a second.
    pub fn rate(&self) -> f64 {
        let done = u32::try_from(self.times.len()).unwrap();
        f64::from(done) / self.took.as_secs_f64()
    }
}

/// Sends `requests[n % len]` over each of `connections` for a while, each as soon as it has its
/// answer to the last. Connections differ in where they begin.
pub fn round(
    address: SocketAddr,
    connections: usize,
    time: Duration,
    requests: &[Request],
    expected: u16,
) -> Round {
    let together = Barrier::new(connections);
    let one = |number: usize| {
        let mut connection = Connection::open(address);
        let (mut times, mut failed) = (Vec::new(), 0);
        together.wait();
        let began = Instant::now();
        for request in requests.iter().cycle().skip(number) {
            let sent = Instant::now();
            if sent - began > time {
                break;
            }
            if connection.send(request).status == expected {
                times.push(sent.elapsed());
            } else {
                failed += 1;
            }
        }
        Round {
            times,
            failed,
            took: began.elapsed(),
        }
    };
    let parts: Vec<Round> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .map(|number| scope.spawn(move || one(number)))
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    Round {
        failed: parts.iter().map(|part| part.failed).sum(),
        took: parts.iter().map(|part| part.took).max().unwrap_or_default(),
        times: parts.into_iter().flat_map(|part| part.times).collect(),
    }
}
