//! The directory, members, teams, partners and the ledger, as a browser without scripts meets them.

use amparo_tests::{Actor, Browser, House, Organisation, Screen};

pub(super) async fn signed_in(house: &House, who: &Actor) -> Browser {
    let browser = house.browser();
    browser.sign_in(who).await.expect(200);
    browser
}

pub(super) async fn coordinator(house: &House) -> (Organisation, Browser) {
    let hotline = house.organisation("hotline", "ES").await;
    let caro = hotline.coordinator("Caro").await;
    let browser = signed_in(house, &caro).await;
    (hotline, browser)
}

/// The path of a page without its language.
pub(super) fn path_of(screen: &Screen) -> String {
    let path = screen.address.split('?').next().unwrap();
    path.strip_prefix("/en").unwrap().to_owned()
}

#[actix_web::test]
async fn an_administrator_never_sees_a_case_page() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = signed_in(&house, &hotline.administrator()).await;
    let home = adil.get("/home").await.expect(200).at("/members");
    let menu = home.menu();
    let allowed = [
        "/en/members",
        "/en/invitations",
        "/en/partners",
        "/en/languages",
        "/en/me",
    ];
    assert_eq!(menu, allowed);
    let id = "00000000-0000-4000-8000-000000000000";
    let closed = [
        "/cases".to_owned(),
        format!("/cases/{id}"),
        "/cases/new".to_owned(),
        "/tasks".to_owned(),
        "/queue".to_owned(),
        format!("/intakes/{id}"),
        "/referrals".to_owned(),
        "/referrals/sent".to_owned(),
        "/teams".to_owned(),
        format!("/teams/{id}"),
        format!("/teams/{id}/rotation"),
        "/ledger".to_owned(),
        "/ledger/verdict".to_owned(),
        "/flow".to_owned(),
        "/directory/import".to_owned(),
        "/directory/organisations/new".to_owned(),
    ];
    for path in closed {
        adil.get(&path)
            .await
            .expect(404)
            .saying("There is nothing here");
    }
}

#[actix_web::test]
async fn an_auditor_reads_the_ledger_and_whether_it_is_whole() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let aya = hotline.auditor("Aya").await;
    let aya = signed_in(&house, &aya).await;
    house.fold_ledger();
    let ledger = aya.get("/home").await.expect(200).at("/ledger");
    let ledger = ledger
        .saying("Founded the organisation")
        .saying("Admitted a member");
    assert_eq!(ledger.menu(), ["/en/ledger", "/en/me"]);
    let verdict = ledger.click("/ledger/verdict").await.expect(200);
    verdict.saying("Yes. Every entry is there");
    // Reading is written down too.
    house.fold_ledger();
    let ledger = aya.get("/ledger").await.expect(200);
    ledger
        .saying("Read the ledger")
        .saying("Checked the ledger");
    for path in [
        "/members",
        "/invitations",
        "/teams",
        "/flow",
        "/cases",
        "/queue",
    ] {
        aya.get(path).await.expect(404);
    }
    for other in [hotline.supervisor(), hotline.caseworker("Ana").await] {
        let other = signed_in(&house, &other).await;
        other.get("/ledger").await.expect(404);
        other.get("/ledger/verdict").await.expect(404);
    }
}

#[actix_web::test]
async fn a_changed_line_makes_the_verdict_no() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let aya = hotline.auditor("Aya").await;
    let aya = signed_in(&house, &aya).await;
    house.fold_ledger();
    house.sql("delete from ledger_lines where position = 2");
    let verdict = aya.get("/ledger/verdict").await.expect(200);
    verdict.saying("No. Do not rely on this record");
}

#[actix_web::test]
async fn an_invitation_is_shown_once_and_can_be_taken_back() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let adil = signed_in(&house, &hotline.administrator()).await;
    let page = adil.get("/invitations").await.expect(200);
    let page = page.saying("No open invitations");
    // Nobody is invited to do nothing.
    page.form("/invitations").send().await.expect(422);
    let form = page
        .form("/invitations")
        .tick("roles[]", "caseworker")
        .fill("note", "Nadia");
    let made = form.clone().send().await.expect(200);
    for word in &hotline.fingerprint {
        assert!(made.says(word), "the words to compare are missing");
    }
    let code = made.html.split("<code").nth(1).unwrap();
    let code = code.split(['>', '<']).nth(1).unwrap().to_owned();
    assert_eq!(code.split('-').count(), 8);
    // The same form sent twice is the same invitation.
    assert!(form.send().await.expect(200).says(&code));
    let list = adil.get("/invitations").await.expect(200).saying("Nadia");
    assert!(!list.says(&code));
    let join = house.browser().get("/join").await.expect(200);
    let seen = join.form("/join").fill("code", &code).send().await;
    seen.expect(200).saying(&hotline.name);
    let withdraw = list.html.split("/en/invitations/").nth(1).unwrap();
    let id = withdraw.split('/').next().unwrap();
    let form = list.form(&format!("/invitations/{id}/withdraw"));
    form.send().await.expect(200).saying("taken back");
    let join = house.browser().get("/join").await.expect(200);
    let gone = join.form("/join").fill("code", &code).send().await;
    gone.expect(422);
}

#[actix_web::test]
async fn what_a_member_does_is_changed_and_the_account_ends_after_a_plain_question() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let adil = signed_in(&house, &hotline.administrator()).await;
    let path = format!("/members/{}", ana.id());
    let page = adil.get("/members").await.expect(200).click(&path).await;
    let roles = format!("{path}/roles");
    let old = page.expect(200).form(&roles);
    let changed = old.clone().tick("roles[]", "supervisor").send().await;
    changed.expect(200).saying("Caseworker, Supervisor");
    // Who looked before somebody else changed it is shown what it is now.
    let stale = old.tick("roles[]", "auditor").send().await.expect(409);
    stale.saying("caseworker, supervisor");
    let end = format!("{path}/remove");
    let ask = adil
        .get(&end)
        .await
        .expect(200)
        .saying("Ana will no longer be able to sign in");
    let faulty = ask.form(&end).send().await.expect(422);
    let done = faulty
        .form(&end)
        .fill("reason", "Left the team")
        .send()
        .await;
    done.expect(200)
        .at("/members")
        .saying("The account is closed.");
    adil.get(&path).await.expect(200).saying("Left");
    // Who signs the register is nobody an administrator can remove.
    let sofia = format!("/members/{}", hotline.supervisor().id());
    let page = adil.get(&sofia).await.expect(200);
    assert!(!page.html.contains("/remove\""));
    let end = format!("{sofia}/remove");
    let form = adil.get(&end).await.expect(200).form(&end);
    let refused = form.fill("reason", "x").send().await;
    refused.refusing("signs_register");
}

#[actix_web::test]
async fn a_team_is_made_and_a_colleague_let_in_and_taken_out() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let ana = hotline.caseworker("Ana").await;
    let sofia = signed_in(&house, &hotline.supervisor()).await;
    let page = sofia.get("/teams").await.expect(200);
    let made = page
        .form("/teams")
        .fill("label", "Night")
        .send()
        .await
        .expect(200);
    let team = path_of(&made);
    let page = sofia.get(&team).await.expect(200);
    let joined = page.form(&team).fill("account", &ana.id()).send().await;
    let joined = joined.expect(200).saying("Added.").saying("Ana");
    let leave = format!("{team}/members/{}/leave", ana.id());
    let ask = joined.click(&leave).await.expect(200);
    let ask = ask.saying("Ana will no longer be able to open this team’s cases");
    let left = ask.form(&leave).send().await.expect(200);
    left.at(&team)
        .saying("The key of the team and of its cases has been changed");
    // A caseworker sees teams and changes none.
    let ana = signed_in(&house, &ana).await;
    let page = ana.get("/teams").await.expect(200);
    assert!(!page.has_form("/teams"));
    ana.get(&leave).await.expect(404);
}

#[actix_web::test]
async fn partners_words_are_typed_as_they_were_heard() {
    let house = House::open().await;
    let hotline = house.organisation("hotline", "ES").await;
    let legal = house.organisation("legal", "GR").await;
    let sofia = signed_in(&house, &hotline.supervisor()).await;
    let path = format!("/partners/{}", legal.id);
    let page = sofia.get("/partners").await.expect(200).click(&path).await;
    let page = page.expect(200).saying("Not compared yet");
    // The page does not show what is to be heard.
    assert!(!page.says(&legal.fingerprint.join(" ")));
    let words = format!("{path}/words");
    let wrong = hotline.fingerprint.join(" ");
    let refused = page.form(&words).fill("fingerprint", &wrong).send().await;
    let refused = refused.expect(422).saying("These are not the words");
    let heard = legal.fingerprint.join("  ").to_uppercase();
    let done = refused
        .form(&words)
        .fill("fingerprint", &heard)
        .send()
        .await;
    let done = done.expect(200).saying("The words match.");
    let agreement = format!("{path}/agreement");
    let agreed = done
        .form(&agreement)
        .fill("agreed", "true")
        .fill("until.day", "1")
        .fill("until.month", "3")
        .fill("until.year", "2027")
        .send()
        .await
        .expect(200)
        .saying("Until 1 March 2027");
    let ended = agreed.form(&agreement).without("agreed").send().await;
    ended.expect(200).saying("The agreement has ended.");
    // An administrator looks, and changes nothing.
    let adil = signed_in(&house, &hotline.administrator()).await;
    let page = adil.get(&path).await.expect(200);
    assert!(!page.has_form(&words) && !page.has_form(&agreement));
}

#[actix_web::test]
async fn the_flow_says_no_small_number() {
    let house = House::open().await;
    let (hotline, caro) = coordinator(&house).await;
    caro.get("/flow")
        .await
        .expect(200)
        .saying("Nothing has been sent yet");
    let ana = hotline.caseworker("Ana").await;
    let ana = signed_in(&house, &ana).await;
    ana.get("/flow").await.expect(404);
}
