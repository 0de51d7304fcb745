//! How our languages were checked: counted, not claimed.

use actix_web::{get, web};
use askama::Template;

use crate::languages::{Scope, Survey, critical, survey};
use crate::pages::{Frame, Page, PageDoor, Shown};

#[derive(Template)]
#[template(path = "doors/translations.html")]
struct TranslationsPage {
    t: Frame,
    languages: &'static [Survey],
    withheld: usize,
}

impl TranslationsPage {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates hand over fields as they are kept"
    )]
    fn count(&self, number: &usize) -> String {
        self.t.number(*number)
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn scope(&self, of: &Survey) -> &'static str {
        match of.language.scope {
            Scope::All => "translations-scope-all",
            Scope::Person => "translations-scope-person",
        }
    }
}

/// Who checked what.
#[get("/translations")]
async fn translations(door: PageDoor) -> Page {
    door.show(|t| {
        Shown::page(&TranslationsPage {
            t,
            languages: survey(),
            withheld: critical().len(),
        })
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(translations);
}
