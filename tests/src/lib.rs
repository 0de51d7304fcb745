//! A house for tests: the real assembly over a throw-away database, and people who use it.
//!
//! ```no_run
//! # use amparo_tests::{House, json};
//! # async fn story() {
//! let house = House::open().await;
//! let hotline = house.organisation("hotline", "ES").await;
//! let ana = hotline.caseworker("ana").await;
//! ana.get("/me").await.expect(200);
//! # }
//! ```
//!
//! What must stay true: people are made and act through the doors that everybody uses; every house
//! has a database of its own; time stands still until [`House::later`]. Deliberately absent: any
//! short cut past a rule. Rows are touched only by tests that play an intruder ([`House::sql`]).

#![forbid(unsafe_code)]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a scene that cannot be set fails the test that wanted it"
)]

mod asking;
mod browsing;
mod databases;
pub mod document;
mod house;
pub mod html;
pub mod mailbox;
mod organisation;
mod people;
mod process;
mod world;

pub use asking::{Ask, Reply};
pub use browsing::{Browser, PageForm, Screen};
pub use databases::{Database, Kind, column_in, open_store, sql_in};
pub use house::House;
pub use organisation::{Network, Organisation};
pub use people::{Account, Actor};
pub use process::Process;
pub use serde_json::{Value, json};
pub use world::World;
