//! A form on its way to an act: the token, the key that makes it count once, and the way back.

use actix_web::http::StatusCode;

use super::door::{Page, PageDoor};
use super::filled::Filled;
use super::form::Form;
use super::frame::Frame;
use super::next::{Next, Shown};
use super::trouble::Trouble;
use crate::foundation::act::Act;
use crate::foundation::app::App;
use crate::foundation::caller::Caller;
use crate::foundation::refusal::Refusal;
use crate::web::{RepeatKey, status_of};

type Look = Box<dyn FnOnce(&mut Act<'_>, Frame, Filled) -> Result<Shown, Refusal> + Send>;

/// How the form is shown again when it is refused.
enum WayBack {
    /// Nothing to show: the refusal has a page of its own.
    None,
    /// A form about nobody's file.
    Consult(Look),
    /// A form on the page of a file: the look is on record.
    Read(Look),
}

/// A form on its way to an act.
pub struct Sending<T> {
    door: PageDoor,
    form: Form<T>,
    way_back: WayBack,
}

impl<T> std::fmt::Debug for Sending<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sending(..)")
    }
}

impl PageDoor {
    /// Takes a form; what it asks for is said next.
    pub fn form<T: Send + 'static>(self, form: Form<T>) -> Sending<T> {
        Sending::new(self, form)
    }
}

impl<T: Send + 'static> Sending<T> {
    fn new(door: PageDoor, form: Form<T>) -> Self {
        Self {
            door,
            form,
            way_back: WayBack::None,
        }
    }

    /// Shows the form again if it is refused.
    #[must_use]
    pub fn or_show(
        mut self,
        look: impl FnOnce(&mut Act<'_>, Frame, Filled) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Self {
        self.way_back = WayBack::Consult(Box::new(look));
        self
    }

    /// Shows the form again, on the page of a file, if it is refused. The look is put on record.
    #[must_use]
    pub fn or_read(
        mut self,
        look: impl FnOnce(&mut Act<'_>, Frame, Filled) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Self {
        self.way_back = WayBack::Read(Box::new(look));
        self
    }

    /// A change. See [`App::write`].
    pub async fn write(
        self,
        mut act: impl FnMut(&mut Act<'_>, &T) -> Result<Next, Refusal> + Send + 'static,
    ) -> Page {
        self.write_with(|_, _, given| Ok(given), move |it, given| act(it, given))
            .await
    }

    /// A change that needs something slow first. `first` has no act, so it must check by itself
    /// that the caller may ask for the work.
    pub async fn write_with<P: 'static>(
        self,
        first: impl FnOnce(&App, &Caller, T) -> Result<P, Refusal> + Send + 'static,
        mut act: impl FnMut(&mut Act<'_>, &P) -> Result<Next, Refusal> + Send + 'static,
    ) -> Page {
        self.run(move |app, caller, kept, given| {
            let ready = first(app, caller, given)?;
            app.write(caller, |it| {
                let next = act(it, &ready)?;
                if let Some(kept) = kept {
                    kept.keep(it, &next)?;
                }
                Ok(next)
            })
        })
        .await
    }

    /// Several acts with slow work between them (a run of Argon2 must hold no transaction).
    pub async fn steps(
        self,
        steps: impl FnOnce(&App, &Caller, T) -> Result<Next, Refusal> + Send + 'static,
    ) -> Page {
        self.run(move |app, caller, kept, given| {
            let next = steps(app, caller, given)?;
            if let Some(kept) = kept {
                app.housekeep_for(caller, |it| kept.keep(it, &next))?;
            }
            Ok(next)
        })
        .await
    }

    /// A look that a form asks for, such as a search for a name that must not stand in an address.
    /// Nothing of it is kept: whoever sends it again looks again, and is checked again.
    pub async fn look(
        mut self,
        look: impl FnOnce(&mut Act<'_>, T) -> Result<Shown, Refusal> + Send + 'static,
    ) -> Page {
        self.form.key.clear();
        self.run(move |app, caller, _, given| {
            app.read(caller, |act| look(act, given)).map(Next::show)
        })
        .await
    }

    async fn run(
        self,
        work: impl FnOnce(&App, &Caller, Option<&RepeatKey>, T) -> Result<Next, Refusal>
        + Send
        + 'static,
    ) -> Page {
        let Self {
            door,
            form,
            way_back,
        } = self;
        let Form {
            outcome,
            filled,
            csrf,
            key,
            digest,
            ..
        } = form;
        let given = if door.trusts(&csrf) {
            outcome
        } else {
            // Our page, but of an earlier sign-in: what was typed comes back with a fresh token.
            Err(Refusal::fault(
                "",
                "send_again",
                "was made for another sign-in",
            ))
        };
        let place = format!("{}\n{key}\n{}", door.request.path(), hex(&digest));
        let kept = PageDoor::own_token(&key).map(|own| RepeatKey {
            place,
            request: digest,
            own: Some(own),
        });
        let (app, caller) = (door.app.clone(), door.caller.clone());
        let work = move || {
            let given = given?;
            let before = || {
                kept.as_ref()
                    .map_or(Ok(None), |kept| kept.find::<Next>(&app, &caller))
            };
            if let Some(next) = before()? {
                return Ok(next);
            }
            work(&app, &caller, kept.as_ref(), given).or_else(|refusal| {
                // The same form may have come twice at once, and the other was quicker.
                before().ok().flatten().ok_or(refusal)
            })
        };
        match door.app.lanes.run(door.lane, work).await {
            Ok(next) => Ok(next.into_response(&door.frame)),
            Err(refusal) => refuse(door, refusal, filled, way_back).await,
        }
    }
}

/// Shows the form again, or the page of the refusal.
async fn refuse(door: PageDoor, refusal: Refusal, filled: Filled, way_back: WayBack) -> Page {
    let PageDoor {
        app, caller, frame, ..
    } = door;
    let (lanes, lane) = (app.clone(), caller.lane());
    let status = status_of(&refusal);
    let final_word = matches!(
        refusal,
        Refusal::NotFound
            | Refusal::SignIn
            | Refusal::SecondFactor
            | Refusal::TooLarge
            | Refusal::Broken(_)
    );
    if final_word || matches!(way_back, WayBack::None) {
        return Err(Trouble::new(refusal, frame, false).keeping(filled));
    }
    let filled = filled.refused(&refusal);
    let inner = frame.clone();
    let work = move || match way_back {
        WayBack::None => Err(refusal),
        WayBack::Consult(look) => app.consult(&caller, |act| look(act, inner, filled)),
        WayBack::Read(look) => app.read(&caller, |act| look(act, inner, filled)),
    };
    match lanes.lanes.run(lane, work).await {
        Ok(shown) => Ok(shown.into_response(shown_status(status))),
        Err(refusal) => Err(Trouble::new(refusal, frame, false)),
    }
}

/// A form that comes back is 422 for browsers, whatever the refusal: 401 would ask for a password.
fn shown_status(status: StatusCode) -> StatusCode {
    match status {
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE | StatusCode::CONFLICT => {
            status
        }
        StatusCode::PRECONDITION_FAILED => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

fn hex(digest: &[u8; 32]) -> String {
    data_encoding::HEXLOWER.encode(digest)
}
