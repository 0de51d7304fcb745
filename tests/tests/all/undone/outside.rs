//! Taking, doing, recording: against a mail server that is silent, one that works, one that says no.

use amparo::foundation::jobs::Tally;
use amparo_tests::mailbox::{MailServer, Talk, answer, waits};
use amparo_tests::{House, json};
use chrono::TimeDelta;

use super::{ADDRESS, inside, invites, mails, outside, states};

/// Longer than the first wait with all that chance may add.
fn two_minutes() -> TimeDelta {
    TimeDelta::minutes(2)
}

/// Begins to send what waits, as the server's thread for it does.
fn sends(house: &House) -> std::thread::JoinHandle<Tally> {
    let app = house.app().clone();
    std::thread::spawn(move || outside(&app))
}

fn is_the_invitation(talk: &Talk) {
    assert_eq!(talk.to, [format!("RCPT TO:<{ADDRESS}>")]);
    assert_eq!(talk.header("Subject"), Some("Your invitation"));
    // The words of the code are drawn from a list, and may be any.
    let lines = talk.mail.as_deref().unwrap().lines();
    let but_the_code = lines.filter(|line| line.matches('-').count() != 7);
    let mail = but_the_code.collect::<Vec<_>>().join("\n").to_lowercase();
    assert!(mail.contains("you were invited to amparo"), "{mail}");
    for word in ["hotline", "adil", "admin", "volunteer", "http", "spain"] {
        assert!(!mail.contains(word), "the mail says {word}: {mail}");
    }
}

#[actix_web::test]
async fn a_mail_server_that_says_nothing_holds_up_nobody() {
    let server = MailServer::open();
    let house = House::with_mail_at(&server.url()).await;
    let hotline = house.organisation("hotline", "ES").await;
    let (adil, sofia) = (hotline.administrator(), hotline.supervisor());
    invites(&adil).await;
    let sending = sends(&house);
    let wire = server.next();
    // The job is with the server from here on, which says nothing. Everything else goes on.
    for round in 0..5 {
        let team = json!({ "label": format!("Night {round}") });
        sofia.post("/teams", team).await.expect(201);
        adil.get("/members").await.expect(200);
        let wrong = json!({ "login": "nobody", "passphrase": "no" });
        house.visitor().post("/sessions", wrong).await.expect(401);
        let within = inside(house.app());
        assert!(within.done > 0 && within.failed == 0, "{within:?}");
        assert!(house.fold_ledger() > 0);
        assert!(waits(&wire) && !sending.is_finished(), "it did not hang");
    }
    assert_eq!(states(&house), ["1 -"], "taken, and nothing recorded yet");
    // Another process does not take what is taken.
    assert_eq!(outside(house.app()), Tally::default());
    assert!(!server.is_called());
    drop(wire);
    let came_of_it = sending.join().unwrap();
    assert_eq!(came_of_it, Tally { done: 0, failed: 1 });
    assert_eq!(states(&house), ["1 refused"]);
    // It waits for its time, by the clock of the house, and then it works.
    assert_eq!(house.run_jobs(), 0);
    assert!(!server.is_called());
    house.later(two_minutes());
    let told = server.answers_next("250 fine");
    assert_eq!(house.run_jobs(), 1);
    is_the_invitation(&told.recv().unwrap());
    assert_eq!((house.waiting_jobs(), mails(&house)), (0, 0));
}

/// The real program has the thread, too.
#[actix_web::test]
async fn the_real_server_goes_on_beside_a_mail_server_that_says_nothing() {
    let server = MailServer::open();
    let (house, mut process) = House::served_with_mail_at(&server.url()).await;
    let hotline = house.organisation("hotline", "ES").await;
    let (adil, sofia) = (hotline.administrator(), hotline.supervisor());
    invites(&adil).await;
    let wire = server.next();
    for round in 0..5 {
        let team = json!({ "label": format!("Night {round}") });
        sofia.post("/teams", team).await.expect(201);
        adil.get("/members").await.expect(200);
        assert!(waits(&wire), "it did not hang");
    }
    let talk = answer(wire, "250 fine");
    is_the_invitation(&talk);
    process.kill();
}

#[actix_web::test]
async fn a_mail_is_sent_once() {
    let server = MailServer::open();
    let house = House::with_mail_at(&server.url()).await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    assert_eq!((house.waiting_jobs(), mails(&house)), (1, 1));
    let told = server.answers_next("250 fine");
    assert_eq!(house.run_jobs(), 1);
    is_the_invitation(&told.recv().unwrap());
    assert_eq!((house.waiting_jobs(), mails(&house)), (0, 0));
    house.later(TimeDelta::days(1));
    assert_eq!(house.run_jobs(), 0);
    assert!(!server.is_called(), "it was sent again");
    adil.get("/undone").await.expect(200);
}

#[actix_web::test]
async fn a_crash_between_sending_and_recording_sends_the_same_mail_again() {
    let server = MailServer::open();
    let house = House::with_mail_at(&server.url()).await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    let sending = sends(&house);
    let wire = server.next();
    // What a crash leaves: the job as it was taken.
    house.note_every_row();
    let first = answer(wire, "250 fine");
    assert_eq!(sending.join().unwrap(), Tally { done: 1, failed: 0 });
    assert_eq!(house.waiting_jobs(), 0);
    house.back();
    assert_eq!(states(&house), ["1 -"]);
    // The lease still holds: whoever had it might be alive.
    house.later(TimeDelta::minutes(14));
    assert_eq!(house.run_jobs(), 0);
    assert!(!server.is_called());
    house.later(two_minutes());
    let told = server.answers_next("250 fine");
    assert_eq!(house.run_jobs(), 1);
    let second = told.recv().unwrap();
    // Mail programs know it for the same one.
    let id = first.header("Message-ID");
    assert!(id.is_some() && id == second.header("Message-ID"), "{id:?}");
    assert_eq!((house.waiting_jobs(), mails(&house)), (0, 0));
}

#[actix_web::test]
async fn who_comes_back_after_the_lease_records_nothing_over_another() {
    let server = MailServer::open();
    let house = House::with_mail_at(&server.url()).await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    let (slow, slow_wire) = (sends(&house), server.next());
    house.later(TimeDelta::minutes(16));
    let (other, other_wire) = (sends(&house), server.next());
    assert_eq!(states(&house), ["2 -"]);
    // The slow one fails while the other is at it: the job stays the other's.
    drop(slow_wire);
    assert_eq!(slow.join().unwrap().failed, 1);
    assert_eq!(states(&house), ["2 -"]);
    assert_eq!(outside(house.app()), Tally::default());
    is_the_invitation(&answer(other_wire, "250 fine"));
    assert_eq!(other.join().unwrap().done, 1);
    assert_eq!((house.waiting_jobs(), mails(&house)), (0, 0));
}

#[actix_web::test]
async fn an_address_that_nobody_knows_is_tried_once_a_busy_server_again() {
    let server = MailServer::open();
    let house = House::with_mail_at(&server.url()).await;
    let adil = house.organisation("hotline", "ES").await.administrator();
    invites(&adil).await;
    let told = server.answers_next("451 later please");
    assert_eq!(house.run_jobs(), 0);
    assert_eq!(told.recv().unwrap().mail, None);
    assert_eq!(states(&house), ["1 refused"]);
    assert_eq!(house.waiting_jobs(), 1);
    house.later(two_minutes());
    let told = server.answers_next("550 newcomer@example.org is nobody here");
    assert_eq!(house.run_jobs(), 0);
    assert_eq!(told.recv().unwrap().mail, None);
    assert_eq!(states(&house), ["2 rejected_address"]);
    assert_eq!(house.waiting_jobs(), 0);
    let undone = adil.get("/undone").await.expect(200);
    assert_eq!(undone.items()[0]["failure"], "rejected_address");
    assert!(!undone.text().contains("newcomer"), "{}", undone.text());
}
