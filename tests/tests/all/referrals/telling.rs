//! The bare mail that something waits.

use amparo_tests::{House, Value, json};
use amparo_vault::{Context, InstanceKey, Kind};

use super::Story;

impl Story {
    async fn with_mail() -> Self {
        Self::begin_in(House::with_mail().await).await
    }

    /// The mails that are queued, opened with the instance key.
    fn mails(&self) -> Vec<Value> {
        let key = InstanceKey::parse_hex(self.house.instance_key()).unwrap();
        let columns = ["id", "sealed"].map(ToOwned::to_owned);
        let rows = self.house.texts("mails", &columns);
        rows.iter()
            .map(|row| {
                let bytes = |place: usize| {
                    let hex = row[place].replace('-', "");
                    data_encoding::HEXLOWER_PERMISSIVE
                        .decode(hex.as_bytes())
                        .unwrap()
                };
                let id: [u8; 16] = bytes(0).try_into().unwrap();
                let plain = key
                    .open(&Context::of(Kind::Mail, [0; 16], id), &bytes(1))
                    .unwrap();
                serde_json::from_slice(plain.expose()).unwrap()
            })
            .collect()
    }
}

#[actix_web::test]
async fn who_wants_to_be_told_gets_one_bare_line() {
    let story = Story::with_mail().await;
    let own = json!({ "mail": "lena@example.org" });
    story.lena.put("/me/mail", own.clone()).await.expect(204);
    assert_eq!(story.lena.get("/me/mail").await.expect(200).body, own);
    // The sender's own people are not told, nor is who gave no address.
    let own = json!({ "mail": "ana@example.org" });
    story.ana.put("/me/mail", own).await.expect(204);
    story.network.legal.caseworker("Luis").await;
    story.sent().await;
    story.house.run_jobs();
    let mails = story.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0]["to"], "lena@example.org");
    let said = format!("{} {}", mails[0]["subject"], mails[0]["text"]).to_lowercase();
    let untold = [
        "semhar", "legal", "hearing", "madrid", "spain", "tigri", "case", "referral", "hotline",
        "http", "p2", "lena",
    ];
    for word in untold {
        assert!(!said.contains(word), "the mail says {word}");
    }
}

#[actix_web::test]
async fn nobody_is_told_of_what_was_seen_or_without_an_address() {
    let story = Story::with_mail().await;
    let path = story.sent().await;
    story.house.run_jobs();
    assert_eq!(story.mails().len(), 0);
    let own = json!({ "mail": "lena@example.org" });
    story.lena.put("/me/mail", own).await.expect(204);
    story
        .step(
            &story.ana,
            &path,
            "recall",
            json!({ "reason": "once more" }),
        )
        .await;
    let path = story.sent().await;
    story.lena.get(&path).await.expect(200);
    story.house.run_jobs();
    assert_eq!(story.mails().len(), 0);
    story
        .lena
        .put("/me/mail", json!({ "mail": null }))
        .await
        .expect(204);
    story
        .lena
        .put("/me/mail", json!({ "mail": "nowhere" }))
        .await
        .expect_fault("/mail", "bad_format");
}

#[actix_web::test]
async fn a_server_without_mail_has_nothing_to_do() {
    let story = Story::begin().await;
    let own = json!({ "mail": "lena@example.org" });
    story.lena.put("/me/mail", own).await.expect(204);
    story.sent().await;
    // The end of the answer time, and nothing else.
    assert_eq!(story.house.waiting_jobs(), 1);
}
