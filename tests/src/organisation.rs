//! Organisations and the people in them, made as real ones are: founded, invited, admitted.

use std::cell::Cell;
use std::rc::Rc;

use amparo::foundation::{Role, Roles};
use amparo::register::OrganisationKind;
use amparo::team::{self, Founding, NewMember};
use amparo::words::Country;
use serde_json::json;

use crate::house::House;
use crate::people::{Account, Actor};

/// Good enough for the estimator, and the same for all.
const PASSPHRASE: &str = "gravel tulip onward cement hazel pilot";

/// An organisation. Clones are the same.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// The organisation's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The twelve words of its root key.
    pub fingerprint: Vec<String>,
    house: House,
    supervisor: Actor,
    second: Actor,
    administrator: Actor,
    newcomers: Rc<Cell<u32>>,
}

impl Organisation {
    pub(crate) async fn found(house: &House, kind: &str, country: &str) -> Self {
        let number = house.column("select cast(count(*) as text) as it from organisations");
        let number = &number[0];
        let name = format!("{kind} {number} in {country}");
        let founding = Founding {
            name: name.clone(),
            kind: OrganisationKind::parse(kind).unwrap(),
            country: Country::parse(country).unwrap(),
            holders: [
                new(&format!("sofia-{number}"), "Sofia", Role::Supervisor),
                new(&format!("samira-{number}"), "Samira", Role::Supervisor),
            ],
            administrator: new(&format!("adil-{number}"), "Adil", Role::Administrator),
        };
        let founded = team::found(house.app(), &founding).unwrap();
        let mut people = founded.handouts.into_iter().map(|(handout, passphrase)| {
            let account = Account {
                id: handout.account.to_string(),
                login: handout.login,
                passphrase: passphrase.reveal().to_owned(),
                totp_secret: handout.totp_secret,
                recovery_code: handout.recovery_code,
                own_words: Vec::new(),
            };
            Actor::member(house, account)
        });
        Self {
            id: founded.organisation.to_string(),
            name,
            fingerprint: founded.fingerprint,
            house: house.clone(),
            supervisor: people.next().unwrap(),
            second: people.next().unwrap(),
            administrator: people.next().unwrap(),
            newcomers: Rc::default(),
        }
    }

    /// The house it is in.
    pub fn house(&self) -> &House {
        &self.house
    }

    /// The first supervisor: holds every key and is a key administrator.
    pub fn supervisor(&self) -> Actor {
        self.supervisor.clone()
    }

    /// The second supervisor: as the first.
    pub fn second_supervisor(&self) -> Actor {
        self.second.clone()
    }

    /// The administrator: runs accounts, holds no key.
    pub fn administrator(&self) -> Actor {
        self.administrator.clone()
    }

    /// A caseworker of this name.
    pub async fn caseworker(&self, name: &str) -> Actor {
        self.member(name, &["caseworker"]).await
    }

    /// A hotline volunteer of this name.
    pub async fn volunteer(&self, name: &str) -> Actor {
        self.member(name, &["volunteer"]).await
    }

    /// A coordinator of this name.
    pub async fn coordinator(&self, name: &str) -> Actor {
        self.member(name, &["coordinator"]).await
    }

    /// An auditor of this name.
    pub async fn auditor(&self, name: &str) -> Actor {
        self.member(name, &["auditor"]).await
    }

    /// Somebody with these roles who was invited, accepted and was admitted.
    pub async fn member(&self, name: &str, roles: &[&str]) -> Actor {
        let newcomer = self.newcomer(name, roles).await;
        self.supervisor.admits(&newcomer).await.expect(204);
        newcomer
    }

    /// Somebody who accepted an invitation and waits to be admitted.
    pub async fn newcomer(&self, name: &str, roles: &[&str]) -> Actor {
        let number = self.newcomers.get() + 1;
        self.newcomers.set(number);
        let code = self
            .administrator
            .post("/invitations", json!({ "roles": roles }))
            .await
            .expect(201)
            .text_of("code");
        let login = format!("{}-{number}-{}", name.to_lowercase(), &self.id[..8]);
        let member = json!({
            "login": login,
            "display_name": name,
            "passphrase": PASSPHRASE,
        });
        let welcome = self
            .house
            .visitor()
            .post(
                "/invitations/accept",
                json!({ "code": code, "member": member }),
            )
            .await
            .expect(201);
        let account = Account {
            id: welcome.text_of("account"),
            login,
            passphrase: PASSPHRASE.to_owned(),
            totp_secret: welcome.text_of("totp_secret"),
            recovery_code: welcome.text_of("recovery_code"),
            own_words: serde_json::from_value(welcome.body["own_words"].clone())
                .unwrap_or_default(),
        };
        Actor::member(&self.house, account)
    }

    /// Compares the words of `partner` and agrees to refer to it.
    pub async fn trusts(&self, partner: &Self) {
        let supervisor = &self.supervisor;
        let path = format!("/organisations/{}", partner.id);
        supervisor
            .post(
                &format!("{path}/verify"),
                json!({ "fingerprint": partner.fingerprint }),
            )
            .await
            .expect(200);
        supervisor
            .put(&format!("{path}/agreement"), json!({ "agreed": true }))
            .await
            .expect(200);
    }
}

/// Two organisations that compared each other's words and agreed to refer both ways.
#[derive(Clone, Debug)]
pub struct Network {
    /// Takes the calls: in Spain.
    pub hotline: Organisation,
    /// Gives legal help: in Morocco.
    pub legal: Organisation,
}

impl Network {
    pub(crate) async fn of(hotline: Organisation, legal: Organisation) -> Self {
        hotline.trusts(&legal).await;
        legal.trusts(&hotline).await;
        Self { hotline, legal }
    }
}

fn new(login: &str, name: &str, role: Role) -> NewMember {
    NewMember {
        login: login.to_owned(),
        display_name: name.to_owned(),
        roles: Roles(vec![role]),
    }
}
