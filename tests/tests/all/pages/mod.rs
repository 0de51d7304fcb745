//! The pages as a browser without scripts meets them.

mod entries;
mod forms;
mod frame;
mod languages;
mod menu;
mod office;
mod person;
mod sign_in;
