//! The same journeys on pages, with a browser that has no scripts.

use amparo_tests::{Actor, Browser, Screen, json};

use super::Story;

impl Story {
    pub(super) async fn browser_of(&self, who: &Actor) -> Browser {
        let browser = self.house.browser();
        browser.sign_in(who).await.expect(200);
        browser
    }

    pub(super) fn route(&self) -> String {
        format!("/cases/{}/needs/{}/route", self.case, self.need)
    }

    pub(super) fn write_path(&self) -> String {
        format!("{}/{}", self.route(), self.network.legal.id)
    }

    /// Writes a referral to the legal office; answers the page on which it is checked.
    pub(super) async fn written(&self, browser: &Browser) -> Screen {
        let page = browser.get(&self.write_path()).await.expect(200);
        let form = page.form(&self.write_path());
        let form = form.fill("question", "Can you represent somebody this week?");
        form.fill("region", "Madrid").send().await.expect(200)
    }

    /// Writes it and sends it; answers its path.
    async fn sent_on_pages(&self, browser: &Browser) -> String {
        let check = self.written(browser).await;
        let sent = check.form(&check_path(&check)).send().await.expect(200);
        path_of(&sent)
    }
}

/// The path of a page, without its language.
fn path_of(screen: &Screen) -> String {
    let path = screen.address.split('?').next().unwrap();
    path.strip_prefix("/en").unwrap().to_owned()
}

pub(super) fn check_path(screen: &Screen) -> String {
    let path = path_of(screen);
    assert!(path.ends_with("/check"), "{path}: {}", screen.text());
    path
}

#[actix_web::test]
async fn a_need_is_offered_taken_and_met() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let check = story.written(&ana).await;
    // Everything that would be told stands there: the notice without the name, then the packet.
    let text = check.text();
    let (before, after) = text.split_once("They see this after").unwrap();
    assert!(before.contains("Can you represent somebody") && before.contains("Madrid"));
    assert!(!before.contains("Semhar"), "{before}");
    assert!(after.contains("Semhar Tesfay") && after.contains("blue door"));
    for hidden in ["overstay", "K0712345", "told nobody else", "stays inside"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    // The check shows how the person is reached, so it is on record as such a look.
    let lines = crate::cases::whats(&story.ana, &story.case).await;
    assert!(lines.contains(&"contact_seen".to_owned()), "{lines:?}");
    let sent = check.form(&check_path(&check)).send().await.expect(200);
    let path = path_of(&sent);
    sent.saying("They can now see the notice, without a name");

    let lena = story.browser_of(&story.lena).await;
    let inbox = lena.get("/referrals").await.expect(200);
    assert!(inbox.says("Madrid") && !inbox.says("Semhar"));
    // One press in the inbox, and the packet is one link away.
    let accepted = inbox.form(&format!("{path}/accept")).send().await;
    let accepted = accepted
        .expect(200)
        .at(&path)
        .saying("You can open the packet");
    let packet = accepted.click(&format!("{path}/packet")).await.expect(200);
    assert!(packet.says("Semhar Tesfay") && packet.says("blue door"));
    for hidden in ["overstay", "K0712345", "told nobody else", "stays inside"] {
        assert!(!packet.says(hidden), "{hidden}");
    }
    let outcome = packet.click(&format!("{path}/complete")).await.expect(200);
    let form = outcome.form(&format!("{path}/complete"));
    let done = form.fill("outcome", "served").send().await.expect(200);
    done.at(&path).saying("The sender can see the outcome");
    lena.get(&format!("{path}/packet")).await.expect(409);

    ana.get(&path).await.expect(200).saying("Helped");
    assert_eq!(story.need_status().await, "met");
    let file = ana.get(&format!("/cases/{}", story.case)).await.expect(200);
    assert!(
        !file.says("served"),
        "the partner's word stands there as a code"
    );
}

#[actix_web::test]
async fn a_name_in_the_question_comes_back_with_the_words_kept() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let page = ana.get(&story.write_path()).await.expect(200);
    let form = page.form(&story.write_path());
    let form = form.fill("question", "Please call Semhar Tesfay on Friday");
    let again = form.send().await.expect(422);
    let form = again
        .saying("contains a name or a number")
        .form(&story.write_path());
    assert_eq!(
        form.value("question"),
        "Please call Semhar Tesfay on Friday"
    );
    // A part of a name may be another word: it is pointed at.
    let fixed = form.fill("question", "Please call Semhar on Friday");
    let check = fixed.send().await.expect(200);
    check.saying("This looks like part of a name: Semhar");
    // Nothing was left behind by the first try.
    let out = story.ana.get("/referrals?box=out").await.expect(200);
    assert_eq!(out.items().len(), 1);
}

#[actix_web::test]
async fn a_draft_that_is_changed_is_one_draft() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let check = story.written(&ana).await;
    let change = check.click(&story.write_path()).await.expect(200);
    let form = change.form(&story.write_path());
    assert_eq!(
        form.value("question"),
        "Can you represent somebody this week?"
    );
    assert_eq!(form.value("region"), "Madrid");
    let check = form.fill("region", "Castile").send().await.expect(200);
    assert!(check.says("Castile") && !check.says("Madrid"));
    let sent = ana.get("/referrals/sent").await.expect(200);
    let drafts = sent.links().into_iter().filter(|it| it.ends_with("/check"));
    assert_eq!(drafts.count(), 1);
    let path = check_path(&check).replace("/check", "");
    let gone = check.form(&format!("{path}/discard")).send().await;
    gone.expect(200)
        .at("/referrals/sent")
        .saying("has been deleted");
}

#[actix_web::test]
async fn a_declined_need_goes_back_to_the_choices() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let path = story.sent_on_pages(&ana).await;
    let lena = story.browser_of(&story.lena).await;
    let decline = format!("{path}/decline");
    let page = lena
        .get("/referrals")
        .await
        .click(&decline)
        .await
        .expect(200);
    // A reason is asked for, and the words are kept.
    let empty = page.form(&decline).fill("who_could", "Ask the clinic");
    let empty = empty.send().await.expect(422);
    let form = empty.form(&decline);
    assert_eq!(form.value("who_could"), "Ask the clinic");
    let declined = form.fill("reason", "no_capacity").send().await;
    declined
        .expect(200)
        .saying("Declined. The sender has been told.");

    let sent = ana.get("/referrals/sent").await.expect(200);
    let route = sent.saying("Ask someone else").click(&story.route()).await;
    let route = route.expect(200);
    assert!(route.says("Asked before") && route.says("No places or nobody free"));
    ana.get(&path).await.expect(200).saying("Ask the clinic");
    assert_eq!(story.need_status().await, "open");
}

#[actix_web::test]
async fn without_consent_nothing_goes_out_unless_a_life_is_in_danger() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let consent = format!("/cases/{}/consents/{}", story.case, story.consent);
    let seen = story.ana.get(&consent).await.expect(200).revision();
    story
        .ana
        .post(
            &format!("{consent}/withdraw"),
            json!({ "reason": "afraid" }),
        )
        .with_if_match(seen)
        .await
        .expect(200);
    let page = ana.get(&story.write_path()).await.expect(200);
    let form = page
        .saying("ask the person before you send it")
        .form(&story.write_path());
    let form = form.fill("question", "Can you help at once?");
    let check = form.tick("sections[]", "identity").send().await.expect(200);
    let path = check_path(&check);
    let refused = check.form(&path).send().await;
    refused.refusing("consent_withdrawn");
    let lena = story.browser_of(&story.lena).await;
    assert!(!lena.get("/referrals").await.expect(200).says("Accept"));
    let form = ana.get(&path).await.expect(200).form(&path);
    let why = "She is bleeding and cannot speak";
    let sent = form.fill("vital_interest.reason", why).send().await;
    sent.expect(200).saying("No supervisor has reviewed it yet");
    let list = format!("/cases/{}/overrides", story.case);
    let list = story.ana.get(&list).await.expect(200);
    assert_eq!(list.items()[0]["body"]["reason"], why);
}

#[actix_web::test]
async fn both_sides_talk_and_see_whose_turn_it_is() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let lena = story.browser_of(&story.lena).await;
    let path = story.sent_on_pages(&ana).await;
    let page = lena.get(&path).await.expect(200);
    let form = page.form(&path).fill("text", "Is an interpreter there?");
    form.send()
        .await
        .expect(200)
        .saying("Is an interpreter there?");
    let sent = ana.get("/referrals/sent").await.expect(200);
    sent.saying("They wrote: your turn");
    let page = ana.get(&path).await.expect(200);
    let form = page.form(&path).fill("text", "Yes, Tigrinya.");
    form.send().await.expect(200);
    let inbox = lena.get("/referrals").await.expect(200);
    assert!(inbox.says("They wrote: your turn"));
    // The end: taken back with a reason that the receiver reads.
    let recall = format!("{path}/recall");
    let page = ana.get(&recall).await.expect(200);
    let form = page.form(&recall).fill("reason", "Solved otherwise");
    form.send().await.expect(200).saying("Taken back");
    let page = lena.get(&path).await.expect(200);
    assert!(page.says("Solved otherwise") && !page.has_form(&path));
}

#[actix_web::test]
async fn an_own_case_is_opened_after_a_conflict_check() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let lena = story.browser_of(&story.lena).await;
    let path = story.sent_on_pages(&ana).await;
    let inbox = lena.get("/referrals").await.expect(200);
    inbox
        .form(&format!("{path}/accept"))
        .send()
        .await
        .expect(200);
    let open = format!("{path}/open-case");
    let page = lena.get(&open).await.expect(200);
    let unchecked = page.form(&open).send().await.expect(422);
    let form = unchecked.form(&open).fill("conflict_checked", "true");
    let opened = form.send_only().await.expect(303);
    assert!(opened.leads_to().unwrap().starts_with("/en/cases/"));
    let page = lena.get(&path).await.expect(200);
    page.saying("Go to your own case");
}

#[actix_web::test]
async fn an_address_for_mail_is_given_and_taken_back() {
    let story = Story::begin().await;
    let lena = story.browser_of(&story.lena).await;
    let page = lena.get("/me").await.click("/me/mail").await.expect(200);
    let wrong = page.form("/me/mail").fill("mail", "lena at home");
    let wrong = wrong.send().await.expect(422);
    let form = wrong.form("/me/mail");
    assert_eq!(form.value("mail"), "lena at home");
    let right = form.fill("mail", "lena@example.org").send().await;
    right.expect(200).at("/me").saying("has been changed");
    let page = lena.get("/me/mail").await.expect(200);
    let form = page.form("/me/mail");
    assert_eq!(form.value("mail"), "lena@example.org");
    form.fill("mail", "").send().await.expect(200).at("/me");
    let page = lena.get("/me/mail").await.expect(200);
    assert_eq!(page.form("/me/mail").value("mail"), "");
}

#[actix_web::test]
async fn whoever_may_not_know_it_sees_what_is_not_there() {
    let story = Story::begin().await;
    let ana = story.browser_of(&story.ana).await;
    let path = story.sent_on_pages(&ana).await;
    let bea = story.network.hotline.caseworker("Bea").await;
    let vera = story.network.hotline.volunteer("Vera").await;
    let absent = format!("/referrals/{}", story.case);
    for who in [&bea, &vera] {
        let browser = story.browser_of(who).await;
        let nothing = browser.get(&absent).await.expect(404).text();
        let pages = [
            path.clone(),
            format!("{path}/check"),
            format!("{path}/packet"),
            format!("{path}/decline"),
            format!("{path}/recall"),
            story.route(),
            story.write_path(),
        ];
        for page in pages {
            let screen = browser.get(&page).await.expect(404);
            assert_eq!(screen.text(), nothing, "{page}");
        }
    }
    // The receiver sees no draft, and no page of the sender's.
    let lena = story.browser_of(&story.lena).await;
    lena.get(&format!("{path}/check")).await.expect(404);
    lena.get(&story.route()).await.expect(404);
    lena.get(&format!("{path}/packet")).await.expect(409);
}
