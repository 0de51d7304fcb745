//! Amparo: confidential case management for the support structures of migrants.
//!
//! ```text
//!        a member, a partner, the person                   programs of partners
//!                      │                                        │
//!    ┌─────────────────▼──────────────────────────┐             │
//!    │ BROWSER  plain HTML; a page needs no script│             │
//!    │          some help: drafts, lock, leave    │             │
//!    └─────────────────┬──────────────────────────┘             │
//!                      │ forms, links                           │ JSON
//!    ┌─────────────────▼────────────────────────────────────────▼───────────────────┐
//!    │ command/     serve · init · migrate · doctor · openapi · demo                │
//!    │ doors/       joins every room's api() and pages(); headers, log, hooks       │
//!    └─────────────────┬────────────────────────────────────────────────────────────┘
//!                      │  Caller + a parsed request, handed over as one Act
//!    ┌─────────────────▼────────────────────────────────────────────────────────────┐
//!    │ ROOMS        every line may use the lines BELOW it; nothing ever looks up    │
//!    │  removal     new keys after somebody left, until nothing is due              │
//!    │  intake      first contact: triage, priority, receipt; a case or not         │
//!    │  referrals   offering a need to a partner: notice, packet, outcome           │
//!    │  routing     who could help: what rules a service out, and reasons           │
//!    │  receipts    the person's own door: status, letters, stop sharing            │
//!    │  cases       opening, assigning, entries, needs, lists, search, closing      │
//!    │  tasks       what must happen by when                                        │
//!    │  consent     what they agreed to share, with whom, until when                │
//!    │  people      the person we help; how it is safe to reach them                │
//!    │  casefile    the sealed file itself: grants, records, cards                  │
//!    │  directory   organisations, services, places, importers                      │
//!    │  team        staff, roles, sign-in, sessions, teams, partners' keys          │
//!    │  mail        fixed sentences that name nobody                                │
//!    │  undone      what the server gave up, such as mail; for administrators       │
//!    │  ledger      who saw or did what, and why; only ever added to                │
//!    │  register    which public key is right                                       │
//!    └─────────────────┬────────────────────────────────────────────────────────────┘
//!                      │
//!    ┌─────────────────▼────────────────────────────────────────────────────────────┐
//!    │ SLABS        what rooms stand on, and the same law                           │
//!    │  pages       frame, forms, fields, menus: the page side of an act            │
//!    │  web         bodies, problems, repeats, lists: the HTTP side of an act       │
//!    │  languages   what pages say, in which language, and who checked it           │
//!    │  rights      who may do what with what: one table                            │
//!    │  foundation  Act · App · Caller · Clock · Refusal · settings · jobs          │
//!    │  words       codes of standards: countries, languages, needs                 │
//!    └───────────┬──────────────────────────────────────────────┬───────────────────┘
//!                │                                              │
//!                ▼                                              ▼
//!      amparo-vault  seals and opens bytes;          amparo-store  rows, transactions;
//!      knows no database, no HTTP, no log            knows no key and cannot decrypt
//! ```
//!
//! The vault cannot store, the store cannot decrypt, and nothing happens unwitnessed.

#![forbid(unsafe_code)]

pub mod command;

pub mod doors;

// One room a line, and a blank line between them keeps rustfmt from sorting: the order is the law.

pub mod removal;

pub mod intake;

pub mod referrals;

pub mod routing;

pub mod receipts;

pub mod cases;

pub mod tasks;

pub mod consent;

pub mod people;

pub mod casefile;

pub mod directory;

pub mod team;

pub mod mail;

pub mod undone;

pub mod ledger;

pub mod register;

pub mod pages;

pub mod web;

pub mod languages;

pub mod rights;

pub mod foundation;

pub mod words;
