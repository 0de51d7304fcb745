//! Who asks, and whether what was asked for can be looked at at all: before a byte of a body is read.

use std::rc::Rc;
use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpMessage as _, HttpRequest, web};
use amparo_vault::SessionToken;
use tokio::sync::OnceCell;

use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::refusal::{Broken, Refusal};

/// The longest query of an address, in bytes: a cursor and a few words.
const LONGEST_QUERY: usize = 4 * 1024;

/// Refuses an address that no database could be asked about.
pub(crate) fn check_address(request: &HttpRequest) -> Result<(), Refusal> {
    if has_nul(request.path()) {
        return Err(Refusal::NotFound);
    }
    let query = request.query_string();
    if query.len() > LONGEST_QUERY {
        return Err(Refusal::fault("?", "too_long", "has too long a query"));
    }
    match has_nul(query) {
        true => Err(Refusal::fault(
            "?",
            "not_possible",
            "has a character that cannot be kept",
        )),
        false => Ok(()),
    }
}

/// Encoded or not: PostgreSQL keeps no such text, and no language writes it.
fn has_nul(encoded: &str) -> bool {
    encoded.contains("%00") || encoded.contains('\0')
}

pub(crate) fn app_of(request: &HttpRequest) -> Result<App, Refusal> {
    let app = request.app_data::<web::Data<App>>();
    let app = app.ok_or_else(|| Broken::bug("the app is not at hand"))?;
    Ok(app.get_ref().clone())
}

/// Who sends the bearer of this request.
pub(crate) async fn bearer_of(request: &HttpRequest) -> Result<Arc<Caller>, Refusal> {
    caller_of(request, || bearer(request)).await
}

type Known = Rc<OnceCell<Arc<Caller>>>;

/// Who asks, found out once for a request: a body is not read before that is known.
pub(crate) async fn caller_of(
    request: &HttpRequest,
    token: impl FnOnce() -> Result<Option<SessionToken>, Refusal>,
) -> Result<Arc<Caller>, Refusal> {
    let known = {
        let mut beside = request.extensions_mut();
        match beside.get::<Known>() {
            Some(known) => Rc::clone(known),
            None => {
                let fresh = Known::default();
                beside.insert(Rc::clone(&fresh));
                fresh
            }
        }
    };
    let caller = known.get_or_try_init(|| async {
        let caller = match token()? {
            None => Caller::Visitor,
            Some(token) => app_of(request)?.recognise(token).await?,
        };
        Ok::<_, Refusal>(Arc::new(caller))
    });
    caller.await.map(Arc::clone)
}

/// Bearers only: a cookie on an API route would let any page of the browser act.
fn bearer(request: &HttpRequest) -> Result<Option<SessionToken>, Refusal> {
    let Some(value) = request.headers().get(header::AUTHORIZATION) else {
        return Ok(None);
    };
    // The name of a scheme is read in any case (RFC 9110, 11.1).
    let (_, token) = value
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("Bearer"))
        .ok_or(Refusal::SignIn)?;
    SessionToken::parse(token.trim())
        .map(Some)
        .map_err(|_| Refusal::SignIn)
}
