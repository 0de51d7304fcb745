//! How many statements a request sends to the database: what it costs, whatever the machine.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use amparo_store::statements_sent;

tokio::task_local! {
    static SENT: Arc<AtomicU32>;
}

/// Answers a request, and says how many statements its work sent.
pub async fn counted<T>(answering: impl Future<Output = T>) -> (T, u32) {
    let sent = Arc::new(AtomicU32::new(0));
    let answer = SENT.scope(Arc::clone(&sent), answering).await;
    (answer, sent.load(Ordering::Relaxed))
}

/// The same work, counted for the request that asks for it, if anybody counts.
pub(super) fn counting<T>(work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    let sent = SENT.try_with(Arc::clone).ok();
    move || {
        let before = statements_sent();
        let done = work();
        if let Some(sent) = sent {
            sent.fetch_add(statements_sent().wrapping_sub(before), Ordering::Relaxed);
        }
        done
    }
}
