//! How many statements were sent to the database: what a request costs, whatever machine it is on.

use std::cell::Cell;

use diesel::connection::{Instrumentation, InstrumentationEvent};

thread_local! {
    static SENT: Cell<u32> = const { Cell::new(0) };
}

/// Statements that this thread sent since it began, those that begin and end transactions and look
/// whether a connection is still there included. Wraps around.
pub fn statements_sent() -> u32 {
    SENT.get()
}

/// Counts for [`statements_sent`]. Looks at no text and keeps none.
pub(crate) struct Counting;

impl Instrumentation for Counting {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if matches!(event, InstrumentationEvent::StartQuery { .. }) {
            SENT.set(SENT.get().wrapping_add(1));
        }
    }
}
