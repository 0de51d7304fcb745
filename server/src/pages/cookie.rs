//! The cookie of a sign-in. It is the only one, and it ends with the browser.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite};
use amparo_vault::SessionToken;

/// Bound to this host, this path, and an encrypted connection.
pub const NAME: &str = "__Host-amparo";

/// The token that the browser holds.
pub fn token_of(request: &HttpRequest) -> Option<SessionToken> {
    SessionToken::parse(request.cookie(NAME)?.value()).ok()
}

/// Whether the browser holds anything under the name, readable or not.
pub fn is_there(request: &HttpRequest) -> bool {
    request.cookie(NAME).is_some()
}

/// Gives the browser a token.
pub fn of(token: &str) -> Cookie<'static> {
    Cookie::build(NAME, token.to_owned())
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .finish()
}

/// Takes it away.
pub fn gone() -> Cookie<'static> {
    let mut cookie = of("");
    cookie.make_removal();
    cookie
}
