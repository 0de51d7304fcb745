//! What was shared without consent because a life was in danger, for a supervisor to look at.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Moment, RecordId};
use askama::Template;

use crate::casefile::{self, File, Record};
use crate::cases::list::{self, CaseRow, CasesQuery, OverrideFilter};
use crate::consent::{self, Override};
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};
use crate::pages::{At, Filled, Form, Frame, Next, Nothing, Page, PageDoor, Shown};
use crate::register;
use crate::rights::{Object, Right};
use crate::words::Priority;

#[derive(Template)]
#[template(path = "cases/overrides.html")]
struct OverridesPage {
    t: Frame,
    cases: Vec<CaseRow>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "cases/override.html")]
struct OverridePage {
    t: Frame,
    case: CaseId,
    pseudonym: String,
    overrides: Vec<Line>,
    /// The objection that could not be taken, with what is wrong with it.
    refused: Filled,
}

/// One of them, with the name of the organisation that got something.
struct Line {
    kept: Record<Override>,
    recipient: String,
    /// One's own: another supervisor must look at it.
    own: bool,
    /// When nothing rests on it any more.
    ends: Moment,
    /// The objection to this one, as it was typed.
    typed: Option<Filled>,
}

impl OverridesPage {
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn priority(&self, case: &CaseRow) -> &'static str {
        match case.priority {
            Priority::P1 => "P1",
            Priority::P2 => "P2",
            Priority::P3 => "P3",
            Priority::P4 => "P4",
        }
    }
}

impl OverridePage {
    fn sections(&self, line: &Line) -> String {
        let sections = line.kept.body.sections.iter();
        let words: Vec<String> = sections
            .filter_map(|section| match serde_json::to_value(section) {
                Ok(serde_json::Value::String(word)) => Some(self.t.word("shared", word)),
                _ => None,
            })
            .collect();
        words.join(" · ")
    }

    fn sign_path(&self, line: &Line) -> String {
        format!("/overrides/{}/{}", self.case, line.kept.id)
    }

    fn object_path(&self, line: &Line) -> String {
        format!("/overrides/{}/{}/object", self.case, line.kept.id)
    }
}

/// The cases in which something waits to be looked at.
#[get("/overrides")]
async fn waiting(door: PageDoor) -> Page {
    door.read(|act, t| {
        act.needs(Right::SignOff, Object::Case)?;
        let query = CasesQuery {
            overridden: Some(OverrideFilter::Unsigned),
            after: Some(t.asked("after").to_owned()).filter(|after| !after.is_empty()),
            ..CasesQuery::default()
        };
        let page = list::list(act, &query)?;
        let (cases, next) = (page.items, page.next);
        Shown::page(&OverridesPage { t, cases, next })
    })
    .await
}

/// Those of one case.
#[get("/overrides/{case}")]
async fn one(door: PageDoor, case: At<CaseId>) -> Page {
    door.read(move |act, t| show(act, t, *case, None)).await
}

/// A supervisor looked at one.
#[post("/overrides/{case}/{record}")]
async fn sign(door: PageDoor, place: At<(CaseId, RecordId)>, form: Form<Nothing>) -> Page {
    let (case, record) = *place;
    door.form(form)
        .write(move |act, _| {
            consent::sign_off(act, case, record)?;
            Ok(Next::see("/overrides").said("override-signed-off"))
        })
        .await
}

/// The overrides of one case, again with an objection that could not be taken.
pub fn show(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    typed: Option<(RecordId, Filled)>,
) -> Result<Shown, Refusal> {
    let me = act.member()?.account;
    let case = casefile::find(act, id, Right::SignOff)?;
    let kept = File::open(act, &case)?.all::<Override>()?;
    case.note(act, What::CaseSeen, About::default())?;
    let mut overrides = Vec::new();
    for kept in kept {
        let recipient = register::organisation(act, kept.body.recipient)?
            .profile
            .name;
        let of_this = typed.as_ref().filter(|(id, _)| *id == kept.id);
        overrides.push(Line {
            own: kept.by.account == me,
            ends: Override::ends(kept.created_at),
            typed: of_this.map(|(_, form)| form.clone()),
            kept,
            recipient,
        });
    }
    Shown::page(&OverridePage {
        t,
        case: id,
        pseudonym: case.card.pseudonym.clone(),
        overrides,
        refused: typed.map(|(_, form)| form).unwrap_or_default(),
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(waiting).service(one).service(sign);
}
