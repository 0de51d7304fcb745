//! A model of who holds which key: founding, admission, grants, rotation, removal, register and
//! referral, walked through exhaustively for small numbers.
//!
//! Ciphers are perfect here: a box opens with its key and with nothing else. What is in question is
//! the joints: which key is taken for the right one, and by what. The adversary is Mal, a key
//! administrator who is removed, who writes any row of the database, keeps one old copy of it and
//! every key she was ever given, and reads everything that lies in the database later.
//!
//! `docs/model.md` says which function of the server stands behind each rule.

pub mod act;
pub mod adversary;
pub mod judge;
pub mod model;
pub mod rules;
pub mod set;
pub mod view;
pub mod world;
