//! One intake, opened: what was said, who could be the same person, letters.

use actix_web::{get, post, web};
use amparo_store::IntakeId;
use askama::Template;

use super::offered::{self, priority_word};
use super::said::{self, Said};
use super::typed::word;
use crate::casefile::CaseStatus;
use crate::cases;
use crate::foundation::{Act, Refusal};
use crate::intake::bodies::{
    CaseFromIntake, CaseOfIntake, IntakeClosing, IntakeEnding, IntakeView, SimilarCase,
};
use crate::intake::model::{IntakeCaller, IntakeState};
use crate::intake::{letters, similar, triage};
use crate::pages::{At, Filled, Form, Frame, Next, Page, PageDoor, Shown};
use crate::receipts::{Letter, NewLetter};
use crate::web::{Listing, PageQuery};
use crate::words::{Priority, YesNoUnknown};

/// The forms of the page; the one that was refused comes back with its words.
pub(super) struct Forms {
    pub open: Filled,
    pub link: Filled,
    pub find: Filled,
    pub close: Filled,
    pub letter: Filled,
}

impl Forms {
    pub(super) fn empty() -> Self {
        Self {
            open: Filled::empty::<CaseFromIntake>(),
            link: Filled::empty::<CaseOfIntake>(),
            find: Filled::empty::<cases::SearchQuery>(),
            close: Filled::empty::<IntakeClosing>(),
            letter: Filled::empty::<NewLetter>(),
        }
    }
}

#[derive(Template)]
#[template(path = "intake/look.html")]
struct LookPage {
    t: Frame,
    view: IntakeView,
    revision: i64,
    similar: Vec<SimilarCase>,
    /// What a search in one's own words found; none if there was none.
    found: Option<Vec<cases::Found>>,
    letters: Vec<Letter>,
    more_letters: Option<String>,
    forms: Forms,
}

impl LookPage {
    fn path(&self, verb: &str) -> String {
        self.t.to(format!("/intakes/{}{verb}", self.view.id))
    }

    fn priority(&self) -> &'static str {
        priority_word(self.view.priority)
    }

    fn reasons(&self) -> Vec<String> {
        let reasons = self.view.reasons.iter();
        reasons.map(|it| offered::reason(&self.t, it)).collect()
    }

    fn is_draft(&self) -> bool {
        self.view.state == IntakeState::Draft
    }

    fn is_open(&self) -> bool {
        matches!(self.view.state, IntakeState::Waiting | IntakeState::Taken)
    }

    fn is_waiting(&self) -> bool {
        self.view.state == IntakeState::Waiting
    }

    fn said_no(&self) -> bool {
        let intake = self.view.intake.as_ref();
        intake.is_some_and(|intake| intake.consent.file == YesNoUnknown::No)
    }

    /// Whether nobody may call back, as the call says.
    fn says_no(&self) -> bool {
        let intake = self.view.intake.as_ref();
        intake.is_some_and(|it| it.triage.safe_to_call_back == YesNoUnknown::No)
    }

    /// Whether somebody else than the person was given the number.
    fn asks_whose_receipt(&self) -> bool {
        let caller = self.view.intake.as_ref().and_then(|it| it.who.caller_is);
        self.view.receipt && caller != Some(IntakeCaller::ThePerson)
    }

    fn ending(&self, ended: &IntakeEnding) -> String {
        self.t.word("ending", word(&ended.outcome))
    }

    /// Whether there is a case that the intake could go into.
    fn has_candidates(&self) -> bool {
        let found = self.found.as_ref();
        !self.similar.is_empty() || found.is_some_and(|found| !found.is_empty())
    }

    /// What is said of a case beside its pseudonym.
    fn about(&self, status: CaseStatus, priority: Priority) -> String {
        let status = self.t.word("case-status", word(&status));
        let priority = self.t.word("priority", priority_word(priority));
        format!("{status} · {priority}")
    }

    fn endings(&self) -> Vec<(String, String)> {
        offered::options(&self.t, "ending", &ENDINGS)
    }

    fn same(&self, case: &SimilarCase) -> String {
        let words: Vec<String> = case
            .same
            .iter()
            .map(|word| self.t.word("same", word))
            .collect();
        words.join(" · ")
    }

    /// What was said, section by section; what nobody asked is said to be unknown.
    fn sections(&self) -> Vec<(&'static str, Vec<Said>)> {
        let intake = self.view.intake.as_ref();
        intake.map_or_else(Vec::new, |intake| said::sections(&self.t, intake))
    }
}

const ENDINGS: [&str; 7] = [
    "answered",
    "signposted",
    "not_reached",
    "duplicate",
    "out_of_mandate",
    "declined",
    "other",
];

/// One intake.
#[get("/intakes/{id}")]
async fn look(door: PageDoor, id: At<IntakeId>) -> Page {
    door.read(move |act, t| show(act, t, *id, Forms::empty()))
        .await
}

/// Writes to somebody whose intake is no case yet.
#[post("/intakes/{id}/messages")]
async fn write_letter(door: PageDoor, id: At<IntakeId>, form: Form<NewLetter>) -> Page {
    let id = *id;
    door.form(form)
        .or_read(move |act, t, letter| {
            let forms = Forms {
                letter,
                ..Forms::empty()
            };
            show(act, t, id, forms)
        })
        .write(move |act, new| {
            letters::write(act, id, new)?;
            Ok(Next::see(format!("/intakes/{id}#letters")).said("letter-waits"))
        })
        .await
}

pub(super) fn show(
    act: &mut Act<'_>,
    t: Frame,
    id: IntakeId,
    forms: Forms,
) -> Result<Shown, Refusal> {
    show_with(act, t, id, forms, None)
}

/// The page, with what a search in one's own words found.
pub(super) fn show_with(
    act: &mut Act<'_>,
    t: Frame,
    id: IntakeId,
    forms: Forms,
    found: Option<Vec<cases::Found>>,
) -> Result<Shown, Refusal> {
    let (view, revision) = triage::see(act, id)?;
    let is_open = matches!(view.state, IntakeState::Waiting | IntakeState::Taken);
    let similar = if is_open {
        similar::similar(act, id)?.items
    } else {
        Vec::new()
    };
    let page = PageQuery {
        limit: Some(200),
        after: Some(t.asked("after").to_owned()).filter(|after| !after.is_empty()),
    };
    let letters = if view.receipt {
        letters::list(act, id, &page)?
    } else {
        Listing {
            items: Vec::new(),
            next: None,
        }
    };
    Shown::page(&LookPage {
        t,
        view,
        revision,
        similar,
        found,
        letters: letters.items,
        more_letters: letters.next,
        forms,
    })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(look).service(write_letter);
}
