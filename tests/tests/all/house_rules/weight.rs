//! How many lines every room has, for whoever wonders where the house is heavy.

use std::collections::BTreeMap;

use super::sources;

/// Says it and holds nothing: `cargo test -p amparo-tests --test all -- weighs --nocapture`.
#[test]
fn what_every_room_weighs_is_printed() {
    let mut rooms: BTreeMap<String, usize> = BTreeMap::new();
    for (path, text) in sources() {
        let room = path.split('/').next().unwrap_or_default();
        *rooms.entry(room.to_owned()).or_default() += text.lines().count();
    }
    for (room, lines) in &rooms {
        println!("{lines:>6} {room}");
    }
    assert!(rooms.contains_key("directory"));
}
