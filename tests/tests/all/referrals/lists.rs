//! The two boxes.

use serde_json::{Value, json};

use super::Story;

impl Story {
    /// Offers more needs; answers the referrals in the order of sending.
    async fn offers(&self, urgencies: &[&str]) -> Vec<String> {
        let mut ids = Vec::new();
        for urgency in urgencies {
            let need = json!({ "category": "legal", "urgency": urgency });
            let path = format!("/cases/{}/needs", self.case);
            let need = self.ana.post(&path, need).await.expect(201).body["id"].clone();
            let mut offer = self.offer();
            offer["need"] = need;
            ids.push(self.ana.post(&self.path(), offer).await.expect(201).id());
        }
        ids
    }
}

fn ids(items: &[Value]) -> Vec<&str> {
    items
        .iter()
        .map(|item| item["id"].as_str().unwrap())
        .collect()
}

#[actix_web::test]
async fn what_is_due_first_stands_first_and_pages_hold_together() {
    let story = Story::begin().await;
    let sent = story.offers(&["P4", "P1", "P3", "P2"]).await;
    let [p4, p1, p3, p2] = [&sent[0], &sent[1], &sent[2], &sent[3]];
    let path = format!("/referrals/{p1}");
    story.step(&story.lena, &path, "accept", json!({})).await;
    let due = [p2, p3, p4, p1].map(String::as_str);
    for (actor, which) in [(&story.lena, "in"), (&story.ana, "out")] {
        let all = actor
            .get(&format!("/referrals?box={which}"))
            .await
            .expect(200);
        assert_eq!(ids(all.items()), due, "{which}");
        assert_eq!(all.body["next"], Value::Null);
        let mut seen = Vec::new();
        let mut after = String::new();
        loop {
            let page = format!("/referrals?box={which}&limit=3{after}");
            let page = actor.get(&page).await.expect(200);
            seen.extend(ids(page.items()).into_iter().map(ToOwned::to_owned));
            match page.body["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => break,
            }
        }
        assert_eq!(seen, due, "{which}");
        let accepted = format!("/referrals?box={which}&state=accepted");
        let accepted = actor.get(&accepted).await.expect(200);
        assert_eq!(ids(accepted.items()), [p1.as_str()]);
    }
}

#[actix_web::test]
async fn the_out_box_shows_what_one_can_open() {
    let story = Story::begin().await;
    let path = story.sent().await;
    let out = story.ana.get("/referrals?box=out").await.expect(200);
    let item = &out.items()[0];
    assert!(item["pseudonym"].as_str().unwrap().starts_with("C-"));
    assert_eq!(item["about"]["category"], "legal");
    assert_eq!(item["receiver"]["id"], story.network.legal.id);
    let supervisor = story.network.hotline.supervisor();
    assert_eq!(
        supervisor
            .get("/referrals?box=out")
            .await
            .expect(200)
            .items()
            .len(),
        1
    );
    let blind = story.network.hotline.caseworker("Berta").await;
    assert!(
        blind
            .get("/referrals?box=out")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
    assert!(
        story
            .lena
            .get("/referrals?box=out")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
    assert!(
        story
            .ana
            .get("/referrals?box=in")
            .await
            .expect(200)
            .items()
            .is_empty()
    );
    let volunteer = story.network.hotline.volunteer("Vera").await;
    volunteer
        .get("/referrals?box=out")
        .await
        .expect_problem(404, "not_found");
    story.lena.get(&path).await.expect(200);
}
