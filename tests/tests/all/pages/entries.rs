//! The directory's pages: writing an entry, saying that it was checked, importing.

use amparo_tests::{Browser, House, json};

use super::office::{coordinator, path_of, signed_in};

/// An organisation with one service, written through the pages; answers their paths.
async fn written(caro: &Browser) -> (String, String) {
    let form = caro.get("/directory/organisations/new").await.expect(200);
    let organisation = form
        .form("/directory/organisations/new")
        .fill("name", "Refuge Law")
        .fill("kind", "legal")
        .fill("country", "GR")
        .fill("phones", "+30 210 1234567; at night\nask for Maria")
        .send()
        .await
        .expect(200)
        .saying("Added to the directory.")
        .saying("at night");
    let organisation = path_of(&organisation);
    let path = format!("{organisation}/services/new");
    let form = caro.get(&path).await.expect(200).form(&path);
    let service = form
        .fill("name", "Detention desk")
        .tick("categories[]", "legal")
        .fill("languages", "Tigrinya, Arabic")
        .fill("countries", "Greece")
        .fill("capacity", "٣")
        .send()
        .await
        .expect(200)
        .saying("Taking new people: 3 places free")
        .saying("never checked");
    (organisation, path_of(&service))
}

#[actix_web::test]
async fn a_coordinator_writes_a_service_finds_it_and_says_that_it_was_checked() {
    let house = House::open().await;
    let (_, caro) = coordinator(&house).await;
    let (_, service) = written(&caro).await;
    for (query, found) in [
        (
            "country=GR&need=legal&language=tigrinya&accepting=yes",
            true,
        ),
        ("q=deten", true),
        ("show=organisations&need=legal&language=ara", true),
        ("language=Greek&need=legal", false),
        ("country=FR", false),
        ("show=organisations&need=health", false),
    ] {
        let page = caro.get(&format!("/directory?{query}")).await.expect(200);
        assert_eq!(page.says("Nothing matches all of this"), !found, "{query}");
        assert_eq!(
            page.says("Detention desk") || page.says("Refuge Law"),
            found
        );
    }
    let page = caro.get("/directory?language=Elvish").await.expect(200);
    page.saying("we do not know this language");
    let mark = format!("{service}/mark");
    let seen = caro.get(&service).await.expect(200);
    let checked = seen.form(&mark).press("checked").send().await.expect(200);
    let checked = checked.saying("checked on 24 November 2026");
    // Whoever still looks at the page of before is told.
    let stale = seen.form(&mark).press("full").send().await.expect(409);
    stale.saying("Someone has changed this in the meantime");
    checked
        .form(&mark)
        .press("full")
        .send()
        .await
        .expect(200)
        .saying("Not taking new people now");
    let seen = caro.get(&service).await.expect(200);
    let unsure = seen.form(&mark).press("unsure").send().await.expect(200);
    unsure.saying("never checked");
}

#[actix_web::test]
async fn a_faulty_entry_comes_back_with_every_fault_and_every_word() {
    let house = House::open().await;
    let (_, caro) = coordinator(&house).await;
    let (organisation, service) = written(&caro).await;
    let edit = format!("{service}/edit");
    let page = caro.get(&edit).await.expect(200);
    let faulty = page
        .form(&edit)
        .fill("name", " ")
        .fill("min_age", "40")
        .fill("max_age", "old")
        .send()
        .await
        .expect(422);
    let form = faulty.form(&edit);
    assert_eq!(form.value("max_age"), "old");
    assert_eq!(form.value("languages"), "Tigrinya, Arabic");
    let faulty = form
        .fill("name", "Desk")
        .fill("max_age", "20")
        .fill("languages", "Tigrinya, Elvish")
        .send()
        .await
        .expect(422)
        .saying("we do not know this language");
    let form = faulty.form(&edit).fill("languages", "Tigrinya");
    let faulty = form.send().await.expect(422);
    assert!(faulty.html.contains("href=\"#service-form-max_age\""));
    // A line that was left alone keeps its number; a line without one is a fault.
    let edit = format!("{organisation}/edit");
    let form = caro.get(&edit).await.expect(200).form(&edit);
    let lines = form.value("phones").to_owned();
    let form = form.fill("phones", &format!("{lines}\n; only words"));
    let faulty = form.send().await.expect(422);
    let form = faulty.form(&edit).fill("phones", &lines);
    form.send().await.expect(200).saying("at night");
}

#[actix_web::test]
async fn a_stale_edit_keeps_both_texts() {
    let house = House::open().await;
    let (hotline, caro) = coordinator(&house).await;
    let (_, service) = written(&caro).await;
    let dario = hotline.coordinator("Dario").await;
    let dario = signed_in(&house, &dario).await;
    let edit = format!("{service}/edit");
    let hers = caro.get(&edit).await.expect(200).form(&edit);
    let his = dario.get(&edit).await.expect(200).form(&edit);
    let his = his
        .fill("description", "His words")
        .fill("languages", "Tigrinya, French");
    his.send().await.expect(200);
    let hers = hers
        .fill("description", "Her words")
        .fill("languages", "Tigrinya, Amharic");
    let stale = hers.send().await.expect(409);
    let stale = stale.saying("His words").saying("Tigrinya, French");
    let form = stale.form(&edit);
    assert_eq!(form.value("description"), "Her words");
    assert_eq!(form.value("languages"), "Tigrinya, Amharic");
    // She has seen both: what she sends now replaces his.
    form.send().await.expect(200).saying("Her words");
}

#[actix_web::test]
async fn an_import_by_form_says_what_it_took_and_the_second_time_takes_nothing() {
    let house = House::open().await;
    let (hotline, caro) = coordinator(&house).await;
    let city = json!([{
        "id": "00000000-0000-4000-8000-000000000001",
        "name": "City desk",
        "services": [
            { "id": "00000000-0000-4000-8000-0000000000a1", "name": "One", "status": "active" },
            { "id": "00000000-0000-4000-8000-0000000000a2", "name": "", "status": "active" },
        ],
    }])
    .to_string();
    let send = |browser: Browser| {
        let city = city.clone();
        async move {
            let page = browser.get("/directory/import").await.expect(200);
            page.form("/directory/import")
                .fill("format", "hsds-3.0-json")
                .fill("publisher", "City")
                .send_with_file("file", "city.json", city.as_bytes())
                .await
        }
    };
    let first = send(caro.clone()).await.expect(200);
    first
        .saying("The file has been imported.")
        .saying("Organisations 1 0 0 0")
        .saying("Services 1 0 0 0")
        .saying("it has no name Left out");
    let again = send(caro.clone()).await.expect(200);
    again
        .saying("Nothing has changed")
        .saying("Organisations 0 0 1 0");
    caro.get("/directory").await.expect(200).saying("City desk");
    // Without a file, without a publisher: both at their field, and nothing is lost.
    let page = caro.get("/directory/import").await.expect(200);
    let form = page
        .form("/directory/import")
        .fill("format", "hsds-3.0-json");
    let faulty = form
        .send_with_file("file", "city.json", b"[]")
        .await
        .expect(422);
    assert!(faulty.html.contains("href=\"#import-form-publisher\""));
    assert_eq!(
        faulty.form("/directory/import").value("format"),
        "hsds-3.0-json"
    );
    let form = faulty.form("/directory/import").fill("publisher", "City");
    let faulty = form.send_with_file("file", "", b"").await.expect(422);
    faulty.saying("choose a file");
    // A file that leaves all out: the page asks for the number, and takes no other.
    let page = caro.get("/directory/import").await.expect(200);
    assert!(!page.form("/directory/import").offers("removes"));
    let mut page = page;
    for (number, status) in [(None, 422), (Some("1"), 422), (Some("2"), 200)] {
        let mut form = page.form("/directory/import");
        form = form
            .fill("format", "hsds-3.0-json")
            .fill("publisher", "City");
        if let Some(number) = number {
            form = form.fill("removes", number);
        }
        let sent = form.send_with_file("file", "city.json", b"[]").await;
        page = sent.expect(status);
        if status == 422 {
            assert!(page.says("leaves out 2 entries that this publisher has here"));
        }
    }
    page.saying("Organisations 0 0 0 1");
    send(caro.clone()).await.expect(200);
    // A forged token: what was chosen comes back, nothing is taken.
    let page = caro.get("/directory/import").await.expect(200);
    let forged = page
        .form("/directory/import")
        .fill("format", "laa")
        .without("_csrf")
        .with("_csrf", "x");
    let forged = forged.send_with_file("file", "a.csv", b"x").await;
    forged.expect(422).saying("You have signed in again");
    let ana = hotline.caseworker("Ana").await;
    let ana = signed_in(&house, &ana).await;
    ana.get("/directory/import").await.expect(404);
    ana.get("/directory").await.expect(200).saying("City desk");
}
