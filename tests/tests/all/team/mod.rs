//! Staff: signing in, inviting, admitting, teams, partners.

mod admission;
mod own;
mod partners;
mod sessions;
mod sign_in;
mod teams;
mod words;
