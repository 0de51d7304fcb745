//! Staff: signing in, inviting, admitting, teams, partners.

use amparo_tests::{House, json};

#[actix_web::test]
async fn people_can_be_made_and_signed_in() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let me = ana.get("/me").await.expect(200);
    assert_eq!(me.body["display_name"], "Ana");
    assert_eq!(me.body["roles"], json!(["caseworker"]));
    assert_eq!(me.body["admitted"], true);
    house.network().await;
}
