//! People: how they sign in, and how they ask.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use actix_web::http::Method;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use crate::asking::{Ask, Reply};
use crate::house::House;

/// What a member knows by heart and has on paper.
#[derive(Clone, Debug)]
pub struct Account {
    /// The account's id.
    pub id: String,
    /// The login name.
    pub login: String,
    /// The passphrase.
    pub passphrase: String,
    /// The second factor's secret, base32.
    pub totp_secret: String,
    /// The words of her own keys while she waits to be admitted; none for who never waits.
    pub own_words: Vec<String>,
    /// Replaces a forgotten passphrase.
    pub recovery_code: String,
}

/// Somebody who asks. Clones are the same person.
#[derive(Clone)]
pub struct Actor {
    house: House,
    who: Who,
}

#[derive(Clone)]
enum Who {
    Visitor,
    Bearer(String),
    Member(Rc<Member>),
}

struct Member {
    account: RefCell<Account>,
    session: RefCell<Option<Session>>,
    /// The last step of the second factor: each code counts once.
    step: RefCell<u64>,
}

#[derive(Clone)]
struct Session {
    token: String,
    used: DateTime<Utc>,
    began: DateTime<Utc>,
}

impl fmt::Debug for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Actor(..)")
    }
}

impl Actor {
    pub(crate) fn visitor(house: &House) -> Self {
        Self {
            house: house.clone(),
            who: Who::Visitor,
        }
    }

    pub(crate) fn bearer_of(house: &House, token: &str) -> Self {
        Self {
            house: house.clone(),
            who: Who::Bearer(token.to_owned()),
        }
    }

    pub(crate) fn member(house: &House, account: Account) -> Self {
        let member = Member {
            account: RefCell::new(account),
            session: RefCell::default(),
            step: RefCell::new(0),
        };
        Self {
            house: house.clone(),
            who: Who::Member(Rc::new(member)),
        }
    }

    /// The house this person is in.
    pub fn house(&self) -> &House {
        &self.house
    }

    /// The same person, with what she knows, in a house that was restarted.
    pub fn in_house(&self, house: &House) -> Self {
        match &self.who {
            Who::Member(member) => Self::member(house, member.account.borrow().clone()),
            who => Self {
                house: house.clone(),
                who: who.clone(),
            },
        }
    }

    /// What a member knows. Fails for others.
    pub fn account(&self) -> Account {
        self.as_member().account.borrow().clone()
    }

    /// The id of a member's account.
    pub fn id(&self) -> String {
        self.account().id
    }

    /// Notes that the member has another passphrase or second factor now.
    pub fn knows(&self, change: impl FnOnce(&mut Account)) {
        let member = self.as_member();
        change(&mut member.account.borrow_mut());
        *member.step.borrow_mut() = 0;
    }

    /// The token in use; signs in first if there is none.
    pub async fn token(&self) -> String {
        self.bearer().await.expect("a visitor has no token")
    }

    /// Signs in anew, as on another device; the sign-in before stays.
    pub async fn signs_in(&self) -> String {
        let half = self.gives_passphrase().await.expect(201).text_of("token");
        let full = self.gives_code(&half).await.expect(200).text_of("token");
        let now = self.house.now();
        *self.as_member().session.borrow_mut() = Some(Session {
            token: full.clone(),
            used: now,
            began: now,
        });
        full
    }

    /// Signs in anew if somebody ended the sign-in, or in any case. Whoever cannot stays out.
    pub async fn comes_back(&self, in_any_case: bool) {
        let is_member = matches!(self.who, Who::Member(_));
        if is_member && (in_any_case || self.get("/me").await.status == 401) {
            let half = self.gives_passphrase().await;
            if half.status == 201 {
                self.signs_in().await;
            }
        }
    }

    /// The first step of signing in.
    pub async fn gives_passphrase(&self) -> Reply {
        let account = self.account();
        let given = json!({"login": account.login, "passphrase": account.passphrase});
        self.house.visitor().post("/sessions", given).await
    }

    /// The second step. Waits for the next code if the present one was used.
    pub async fn gives_code(&self, half: &str) -> Reply {
        let code = self.next_code();
        self.house
            .bearer(half)
            .post("/sessions/current/second-factor", json!({ "code": code }))
            .await
    }

    /// A code of the second factor that was not used yet.
    pub fn next_code(&self) -> String {
        let member = self.as_member();
        if self.seconds() / 30 <= *member.step.borrow() {
            self.house.later(TimeDelta::seconds(30));
        }
        *member.step.borrow_mut() = self.seconds() / 30;
        let secret = Secret::try_from_base32(&member.account.borrow().totp_secret).unwrap();
        let totp = Builder::new().with_secret(secret).build().unwrap();
        totp.generate(self.seconds()).to_string()
    }

    fn seconds(&self) -> u64 {
        u64::try_from(self.house.now().timestamp()).unwrap()
    }

    /// Looks at a newcomer, hears her words and admits her as she was seen.
    pub async fn admits(&self, newcomer: &Self) -> Reply {
        let path = format!("/members/{}", newcomer.id());
        let seen = self.get(&path).await;
        if seen.status != 200 {
            return seen;
        }
        let heard = json!({ "words": newcomer.account().own_words });
        self.post(&format!("{path}/admit"), heard)
            .with_if_match(seen.revision())
            .await
    }

    /// Asks for something.
    pub fn get(&self, path: &str) -> Ask {
        Ask::new(self, Method::GET, path)
    }

    /// Does something.
    pub fn post(&self, path: &str, body: Value) -> Ask {
        Ask::new(self, Method::POST, path).json(&body)
    }

    /// Does something that needs no words.
    pub fn post_nothing(&self, path: &str) -> Ask {
        Ask::new(self, Method::POST, path)
    }

    /// Replaces something.
    pub fn put(&self, path: &str, body: Value) -> Ask {
        Ask::new(self, Method::PUT, path).json(&body)
    }

    /// Changes something.
    pub fn patch(&self, path: &str, body: Value) -> Ask {
        Ask::new(self, Method::PATCH, path).json(&body)
    }

    /// Takes something away.
    pub fn delete(&self, path: &str) -> Ask {
        Ask::new(self, Method::DELETE, path)
    }

    /// Any method.
    pub fn ask(&self, method: &str, path: &str) -> Ask {
        Ask::new(self, Method::from_bytes(method.as_bytes()).unwrap(), path)
    }

    /// The bearer to send. A member whose sign-in has run out by the clock signs in again, so that
    /// a story may go on after days.
    pub(crate) async fn bearer(&self) -> Option<String> {
        let member = match &self.who {
            Who::Visitor => return None,
            Who::Bearer(token) => return Some(token.clone()),
            Who::Member(member) => member,
        };
        let now = self.house.now();
        let live = |session: &Session| {
            now < session.used + TimeDelta::minutes(15)
                && now < session.began + TimeDelta::hours(10)
        };
        let known = member.session.borrow().clone().filter(live);
        match known {
            Some(session) => {
                let token = session.token.clone();
                *member.session.borrow_mut() = Some(Session {
                    used: now,
                    ..session
                });
                Some(token)
            }
            None => Some(Box::pin(self.signs_in()).await),
        }
    }

    fn as_member(&self) -> &Member {
        match &self.who {
            Who::Member(member) => member,
            _ => panic!("not a member"),
        }
    }
}
