//! A form that was sent: checked whole against the schema that the API publishes for the same body.
//!
//! What must stay true: what was typed is kept for the next try, a passphrase never; the names that
//! begin with `_` belong to the frame and never reach a room.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use super::filled::Filled;
use super::trouble::Trouble;
use super::{cookie, fields};
use crate::foundation::lanes::Lane;
use crate::foundation::refusal::{Broken, Refusal};
use crate::web::{PARSED_AT_ONCE, Schemas, Shape, app_of, caller_of, read_small};

/// Fields in one form: more than any of ours has.
const MOST_FIELDS: usize = 2_000;

/// A form with nothing in it but what every form carries: a button.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A form that was sent. [`super::PageDoor::form`] takes it.
#[derive(Debug)]
pub struct Form<T> {
    pub(super) outcome: Result<T, Refusal>,
    pub(super) filled: Filled,
    pub(super) csrf: String,
    pub(super) key: String,
    pub(super) digest: [u8; 32],
    button: String,
    then: String,
}

impl<T> Form<T> {
    /// The revision that the form was made from, for a change that must not lose another's.
    pub fn revision(&self) -> Option<i64> {
        self.filled.revision()
    }

    /// The value of the button that sent it (`name="_button"`), if there are several.
    pub fn button(&self) -> &str {
        &self.button
    }

    /// What was typed, secrets left out: to show the form again without sending it.
    pub fn typed(self) -> Filled {
        self.filled
    }

    /// Where to go afterwards (`name="_then"`): one of our own paths, or nothing.
    pub fn then(&self) -> Option<&str> {
        super::Frame::is_own_path(&self.then).then_some(self.then.as_str())
    }
}

impl<T: DeserializeOwned + ToSchema + Send + 'static> FromRequest for Form<T> {
    type Error = Trouble;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Trouble>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            receive(&request, &mut payload)
                .await
                .map_err(|refusal| Trouble::bare(&request, refusal))
        })
    }
}

/// Who sends it is known before it is read. What was typed in a sign-in that has lapsed is read all
/// the same: it comes back to whoever typed it.
async fn receive<T: DeserializeOwned + ToSchema + Send + 'static>(
    request: &HttpRequest,
    payload: &mut Payload,
) -> Result<Form<T>, Refusal> {
    let lane = match caller_of(request, || Ok(cookie::token_of(request))).await {
        Ok(caller) => caller.lane(),
        Err(Refusal::SignIn) => Lane::Visitors,
        Err(other) => return Err(other),
    };
    let bytes = read_small(request, payload, usize::MAX)
        .await
        .map_err(|problem| problem.0)?;
    let wanted = request.content_type() == "application/x-www-form-urlencoded";
    if !wanted && !bytes.is_empty() {
        return Err(unreadable());
    }
    let schemas = schemas_of(request)?;
    if bytes.len() <= PARSED_AT_ONCE {
        return parse(&schemas, &bytes);
    }
    let app = app_of(request)?;
    app.lanes.run(lane, move || parse(&schemas, &bytes)).await
}

fn unreadable() -> Refusal {
    Refusal::fault("", "unreadable", "the form could not be read")
}

pub(super) fn schemas_of(request: &HttpRequest) -> Result<web::Data<Schemas>, Refusal> {
    let schemas = request.app_data::<web::Data<Schemas>>();
    Ok(schemas
        .ok_or_else(|| Broken::bug("the schemas are not at hand"))?
        .clone())
}

fn parse<T: DeserializeOwned + ToSchema + 'static>(
    schemas: &Schemas,
    bytes: &[u8],
) -> Result<Form<T>, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable())?;
    let all: Vec<(String, String)> = web::Query::from_query(text)
        .map(web::Query::into_inner)
        .map_err(|_| unreadable())?;
    if all.len() > MOST_FIELDS {
        return Err(Refusal::TooLarge);
    }
    from_fields(schemas, all, &[])
}

/// A form from its fields. `beside` is what came with them and makes it another form: files.
pub(super) fn from_fields<T: DeserializeOwned + ToSchema + 'static>(
    schemas: &Schemas,
    all: Vec<(String, String)>,
    beside: &[[u8; 32]],
) -> Result<Form<T>, Refusal> {
    let shape = schemas.shape::<T>()?;
    let (ours, typed): (Vec<_>, Vec<_>) = all.into_iter().partition(|(n, _)| n.starts_with('_'));
    let our = |name: &str| {
        ours.iter()
            .find(|(one, _)| one == name)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    };
    let mut filled = Filled::empty::<T>().typed(&without_secrets(&typed, &shape));
    if let Ok(revision) = our("_revision").parse() {
        filled = filled.at(revision);
    }
    Ok(Form {
        outcome: read(&typed, &shape),
        filled,
        csrf: our("_csrf"),
        key: our("_key"),
        digest: amparo_vault::leaf_hash(&serde_json::to_vec(&(&typed, our("_button"), beside))?),
        button: our("_button"),
        then: our("_then"),
    })
}

fn read<T: DeserializeOwned>(typed: &[(String, String)], shape: &Shape) -> Result<T, Refusal> {
    let value = fields::to_value(typed, shape);
    shape.check(&value)?;
    // The schema was satisfied; whatever serde still finds is a value outside a closed type.
    serde_json::from_value(value).map_err(|_| {
        Refusal::fault(
            "",
            "not_understood",
            "has a value that is not possible here",
        )
    })
}

fn without_secrets(typed: &[(String, String)], shape: &Shape) -> Vec<(String, String)> {
    typed
        .iter()
        .filter(|(name, _)| !fields::is_secret(name, shape))
        .cloned()
        .collect()
}
