//! Whether a request that changes something was sent from one of our own pages.
//!
//! The browser says so itself, in headers that no page can set. The token in each form is the
//! second lock; this one also covers forms of people who have not signed in.

use actix_web::HttpRequest;
use actix_web::http::header;

/// Whether this request may change something.
pub fn is_ours(request: &HttpRequest) -> bool {
    let text = |name: &str| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or_default().to_owned())
    };
    request.method().is_safe()
        || comes_from_us(
            text("Sec-Fetch-Site").as_deref(),
            text(header::ORIGIN.as_str()).as_deref(),
            text(header::HOST.as_str()).as_deref(),
        )
}

/// `Sec-Fetch-Site` decides where there is one: a proxy may change `Host`, nobody changes this.
/// Browsers without it are told apart by `Origin`. Whoever sends neither is refused.
fn comes_from_us(site: Option<&str>, origin: Option<&str>, host: Option<&str>) -> bool {
    match (site, origin) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => {
            let authority = origin
                .strip_prefix("https://")
                .or_else(|| origin.strip_prefix("http://"));
            authority.is_some() && authority == host
        }
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_change_something() {
        let host = Some("amparo.example");
        assert!(comes_from_us(Some("same-origin"), Some("null"), host));
        assert!(comes_from_us(None, Some("https://amparo.example"), host));
        for site in ["same-site", "cross-site", "none"] {
            assert!(!comes_from_us(
                Some(site),
                Some("https://amparo.example"),
                host
            ));
        }
        assert!(!comes_from_us(None, Some("https://evil.example"), host));
        assert!(!comes_from_us(
            None,
            Some("https://amparo.example.evil"),
            host
        ));
        assert!(!comes_from_us(None, Some("null"), host));
        assert!(!comes_from_us(None, Some("https://amparo.example"), None));
        assert!(!comes_from_us(None, None, host));
    }
}
