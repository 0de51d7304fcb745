//! One made-up member, who signs in as anybody does.

use std::cell::RefCell;

use actix_web::http::{Method, StatusCode};
use amparo_store::Moment;
use amparo_vault::Passphrase;
use chrono::TimeDelta;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use super::client::{Client, DoorAnswer, Doors};
use crate::foundation::{App, Broken, Refusal};

/// One made-up member.
pub struct Actor {
    /// The login name.
    pub login: String,
    /// The passphrase.
    pub passphrase: Passphrase,
    /// The second factor's secret, base32.
    pub totp_secret: String,
    /// What the table says she is.
    pub role: String,
    /// Where she works.
    pub organisation: String,
    /// Her account.
    pub account: String,
    token: RefCell<Option<String>>,
}

impl std::fmt::Debug for Actor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Actor(..)")
    }
}

impl Actor {
    /// A member who has not signed in yet.
    pub fn new(
        login: &str,
        account: &str,
        passphrase: Passphrase,
        totp_secret: &str,
        role: &str,
        organisation: &str,
    ) -> Self {
        Self {
            login: login.to_owned(),
            passphrase,
            totp_secret: totp_secret.to_owned(),
            role: role.to_owned(),
            organisation: organisation.to_owned(),
            account: account.to_owned(),
            token: RefCell::new(None),
        }
    }

    /// A request as this member; signs in first if need be.
    pub async fn call(
        &self,
        doors: Doors<'_>,
        method: Method,
        path: &str,
        tag: Option<&str>,
        body: Option<&Value>,
    ) -> Result<DoorAnswer, Refusal> {
        let Doors { app, client } = doors;
        let token = self.token.borrow().clone();
        if let Some(token) = token {
            let answer = client
                .try_call(method.clone(), path, Some(&token), tag, body)
                .await?;
            if answer.status != StatusCode::UNAUTHORIZED {
                return checked(answer, path);
            }
        }
        let token = self.sign_in(app, client).await?;
        self.token.replace(Some(token.clone()));
        client.call(method, path, Some(&token), tag, body).await
    }

    /// A POST as this member.
    pub async fn post(
        &self,
        doors: Doors<'_>,
        path: &str,
        body: &Value,
    ) -> Result<DoorAnswer, Refusal> {
        self.call(doors, Method::POST, path, None, Some(body)).await
    }

    /// A POST on what was read with this tag.
    pub async fn post_on(
        &self,
        doors: Doors<'_>,
        path: &str,
        tag: &DoorAnswer,
        body: Option<&Value>,
    ) -> Result<DoorAnswer, Refusal> {
        self.call(doors, Method::POST, path, tag.etag.as_deref(), body)
            .await
    }

    /// A GET as this member.
    pub async fn get(&self, doors: Doors<'_>, path: &str) -> Result<DoorAnswer, Refusal> {
        self.call(doors, Method::GET, path, None, None).await
    }

    async fn sign_in(&self, app: &App, client: &Client) -> Result<String, Refusal> {
        // A code counts once: the clock moves to the next step before each sign-in.
        app.clock.later(TimeDelta::seconds(30));
        let given = json!({ "login": self.login, "passphrase": self.passphrase.reveal() });
        let first = client
            .call(Method::POST, "/api/v1/sessions", None, None, Some(&given))
            .await?
            .text("/token")?;
        let code = json!({ "code": code_at(&self.totp_secret, app.clock.now())? });
        client
            .call(
                Method::POST,
                "/api/v1/sessions/current/second-factor",
                Some(&first),
                None,
                Some(&code),
            )
            .await?
            .text("/token")
    }
}

/// The six digits that an authenticator with this secret shows at this time.
pub fn code_at(secret: &str, now: Moment) -> Result<String, Refusal> {
    let unreadable = || Broken::bug("a second factor of the demonstration cannot be read");
    let secret = Secret::try_from_base32(secret).map_err(|_| unreadable())?;
    let totp = Builder::new()
        .with_secret(secret)
        .build()
        .map_err(|_| unreadable())?;
    let now = u64::try_from(now.to_utc().timestamp()).unwrap_or_default();
    Ok(totp.generate(now).to_string())
}

fn checked(answer: DoorAnswer, path: &str) -> Result<DoorAnswer, Refusal> {
    if answer.status.is_success() {
        return Ok(answer);
    }
    let said = format!("{} {path}: {}", answer.status.as_u16(), answer.body);
    Err(Broken::new("a door refused the demonstration", &said).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_one_of_the_standard() {
        // RFC 6238, appendix B, SHA-1: the last six of eight digits.
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804")] {
            let now = chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            assert_eq!(code_at(secret, Moment::from_utc(now)).unwrap(), code);
        }
    }
}
