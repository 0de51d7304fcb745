//! The start page and the home page.

use actix_web::{get, web};
use askama::Template;

use super::LANDINGS;
use crate::foundation::{Caller, Refusal};
use crate::pages::{Frame, Page, PageDoor, Shown, Viewer};

#[derive(Template)]
#[template(path = "doors/start.html")]
struct StartPage {
    t: Frame,
}

#[derive(Template)]
#[template(path = "doors/home.html")]
struct HomePage {
    t: Frame,
    waiting: bool,
}

/// Who this is for, and the two ways in.
#[get("/")]
async fn start(door: PageDoor) -> Page {
    match door.caller() {
        Caller::Member(_) => door.see("/home"),
        _ => door.show(|t| Shown::page(&StartPage { t })),
    }
}

/// The same without the stroke at the end.
#[get("")]
async fn start_without_stroke(door: PageDoor) -> Page {
    door.see("/")
}

/// Where a member's day begins.
#[get("/home")]
async fn home(door: PageDoor) -> Page {
    let frame = door.frame();
    let Viewer::Member {
        roles, admitted, ..
    } = frame.viewer()
    else {
        return door
            .consult(|act, _| no_member(act.member().map(|_| ())))
            .await;
    };
    let landing = LANDINGS
        .iter()
        .find(|(role, _)| *admitted && roles.has(*role));
    if let Some((_, path)) = landing {
        return door.see(path);
    }
    let waiting = !*admitted;
    door.show(|t| Shown::page(&HomePage { t, waiting }))
}

/// The refusal that leads to the sign-in.
fn no_member(asked: Result<(), Refusal>) -> Result<Shown, Refusal> {
    asked.and(Err(Refusal::SignIn))
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(start)
        .service(start_without_stroke)
        .service(home);
}
