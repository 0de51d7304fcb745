//! Jobs that reach outside, what becomes of those that fail, and what administrators see of it.

mod given_up;
mod outside;
mod pages;

use amparo::doors;
use amparo::foundation::App;
use amparo::foundation::jobs::{self, Tally};
use amparo_tests::{Actor, House, json};
use chrono::TimeDelta;

/// The one address that mail goes to here.
const ADDRESS: &str = "newcomer@example.org";

/// Invites somebody by mail.
async fn invites(adil: &Actor) {
    let invitation = json!({ "roles": ["volunteer"], "mail": ADDRESS });
    adil.post("/invitations", invitation).await.expect(201);
}

/// Tries everything that waits until it is done or given up; answers how many turns it took.
fn until_nothing_waits(house: &House) -> usize {
    let mut turns = 0;
    while house.waiting_jobs() > 0 {
        house.run_jobs();
        house.later(TimeDelta::hours(5));
        turns += 1;
        assert!(turns < 50, "something is tried for ever");
    }
    turns
}

/// As the server's thread for it does.
fn outside(app: &App) -> Tally {
    jobs::run_outside(app, &doors::runners()).unwrap()
}

fn inside(app: &App) -> Tally {
    jobs::run_inside(app, &doors::runners()).unwrap()
}

/// What the jobs say of themselves: attempts and the last failure.
fn states(house: &House) -> Vec<String> {
    house.column("select cast(attempts as text) || ' ' || coalesce(failure, '-') as it from jobs")
}

fn mails(house: &House) -> usize {
    house.ids("select id as it from mails").len()
}

fn sweep(house: &House) {
    doors::sweep(house.app()).unwrap();
}
