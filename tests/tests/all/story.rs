//! The main job, end to end.

use amparo_tests::document::PlainWords;
use amparo_tests::{House, World};

#[actix_web::test]
async fn a_world_with_one_of_everything_can_be_made() {
    let house = House::open().await;
    let world = World::build(&house, &mut PlainWords).await;
    assert!(world.used.len() > 25);
}
