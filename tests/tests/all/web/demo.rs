//! What belongs to the demonstration alone: a page that shows passphrases and codes.

use amparo_tests::House;

#[actix_web::test]
async fn a_real_server_has_no_page_of_the_demonstration() {
    let (house, mut process) = House::served().await;
    // What the demonstration leaves beside its database gives nothing away either.
    let book = house.database().folder.join("demo.json");
    std::fs::write(book, r#"{"base_url":"","accounts":[],"receipts":[]}"#).unwrap();
    let visitor = house.visitor();
    let absent = visitor
        .get("/en/nothing")
        .with_header("Accept", "text/html");
    let absent = absent.await.expect(404).text();
    let page = visitor.get("/en/demo").with_header("Accept", "text/html");
    let page = page.await.expect(404).text();
    assert_eq!(page.replace("/demo", "/nothing"), absent);
    visitor
        .ask("POST", "/en/demo")
        .with_header("Sec-Fetch-Site", "same-origin")
        .with_raw("application/x-www-form-urlencoded", "login=harbour.first")
        .await
        .expect(404);
    process.kill();
}
