//! An organisation and its people, who sign in through the door.

use std::time::{Duration, Instant};

use amparo::foundation::{Caller, Role, Roles};
use amparo::register::OrganisationKind;
use amparo::team::{self, Founding, NewMember};
use amparo::words::Country;
use amparo_vault::SessionToken;
use chrono::TimeDelta;
use serde_json::json;
use totp_rs::{Builder, Secret};

use crate::http::{Connection, Request};
use crate::server::Server;

/// A member of the organisation who may do everything but administer.
pub struct Worker {
    login: String,
    passphrase: String,
    totp_secret: String,
}

/// Founds an organisation and answers its two key holders.
pub fn found(server: &Server) -> [Worker; 2] {
    let roles = [
        Role::Volunteer,
        Role::Caseworker,
        Role::Supervisor,
        Role::Coordinator,
        Role::Auditor,
    ];
    let new = |login: &str, roles: &[Role]| NewMember {
        login: login.to_owned(),
        display_name: login.to_owned(),
        roles: Roles(roles.to_vec()),
    };
    let founding = Founding {
        name: "A hotline".to_owned(),
        kind: OrganisationKind::parse("hotline").unwrap(),
        country: Country::parse("GR").unwrap(),
        holders: [new("sofia", &roles), new("samira", &roles)],
        administrator: new("adil", &[Role::Administrator]),
    };
    let founded = team::found(&server.app, &founding).unwrap();
    let mut people = founded
        .handouts
        .into_iter()
        .map(|(handout, passphrase)| Worker {
            login: handout.login,
            passphrase: passphrase.reveal().to_owned(),
            totp_secret: handout.totp_secret,
        });
    [people.next().unwrap(), people.next().unwrap()]
}

impl Worker {
    /// Signs in completely; answers the token. A code counts once, so a second sign-in within 30
    /// seconds needs [`Worker::signs_in_later`].
    pub fn signs_in(&self, server: &Server, connection: &mut Connection) -> String {
        let given = json!({ "login": self.login, "passphrase": self.passphrase });
        let half = connection
            .send(&Request::new("POST", "/sessions", None, Some(&given)))
            .expect(201);
        let secret = Secret::try_from_base32(&self.totp_secret).unwrap();
        let totp = Builder::new().with_secret(secret).build().unwrap();
        let now = server.app.clock.now().to_utc().timestamp();
        let code = totp.generate(u64::try_from(now).unwrap()).to_string();
        let token = half["token"].as_str().unwrap();
        let path = "/sessions/current/second-factor";
        let full = connection
            .ask("POST", path, token, Some(&json!({ "code": code })))
            .expect(200);
        full["token"].as_str().unwrap().to_owned()
    }

    /// How long it takes to be refused with a wrong passphrase.
    pub fn is_refused(&self, connection: &mut Connection) -> Duration {
        refused(&self.login, connection)
    }

    /// Signs in when the next code is due; the server's clock must be one that can be moved.
    pub fn signs_in_later(&self, server: &Server, connection: &mut Connection) -> String {
        server.app.clock.later(TimeDelta::seconds(30));
        self.signs_in(server, connection)
    }
}

/// How long it takes somebody whose name nobody knows to be refused.
pub fn stranger_is_refused(connection: &mut Connection) -> Duration {
    refused("nobody", connection)
}

fn refused(login: &str, connection: &mut Connection) -> Duration {
    let given = json!({ "login": login, "passphrase": "none of the six words that fit here" });
    let request = Request::new("POST", "/sessions", None, Some(&given));
    let began = Instant::now();
    let answer = connection.send(&request);
    let took = began.elapsed();
    assert_eq!(answer.status, 401, "a wrong passphrase is refused");
    took
}

/// The member behind a token, for filling the database without HTTP.
pub fn caller(server: &Server, token: &str) -> Caller {
    let token = SessionToken::parse(token).unwrap();
    server.app.authenticate(token).unwrap()
}
