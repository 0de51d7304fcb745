//! The room's pages: choosing whom to ask, writing and sending, both boxes, one referral and its
//! packet, the answers of the receiver.

use actix_web::web;

mod boxes;
mod case;
mod check;
mod flow;
mod lines;
mod one;
mod packet_lines;
mod paper;
mod route;
mod steps;
mod write;

pub use case::{case_pages, catch_up, panel};
pub use flow::flow_pages;

/// The room's pages.
pub fn pages(config: &mut web::ServiceConfig) {
    route::pages(config);
    write::pages(config);
    check::pages(config);
    // Before the pages of one referral, whose path would take theirs for an id.
    boxes::pages(config);
    paper::pages(config);
    steps::pages(config);
    one::pages(config);
}
