//! Rebuilds the store when a migration is added: the macro that embeds them reads folders that
//! cargo does not watch by itself.

/// Names the folders that cargo shall watch, in the only language that it understands: stdout.
fn main() {
    println!("cargo:rerun-if-changed=../../migrations/sqlite");
    println!("cargo:rerun-if-changed=../../migrations/postgres");
}
