//! The head of a case: what it is about, how soon, words to find it by; opening a new one.

use actix_web::{get, post, web};
use amparo_store::{CaseId, RecordId};
use askama::Template;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::form::Fields;
use super::record_form::{RecordForm, changes, in_a_line, in_words_of_the_form};
use super::{records, words};
use crate::cases::sheet;
use crate::cases::{Need, NeedStatus, Opening, PriorityRaised, Sheet, Side, open, open_own};
use crate::foundation::{Act, Refusal};
use crate::pages::{self, At, Filled, Form, Frame, Names, Next, Page, PageDoor, Shown};
use crate::people::{Channel, Person, SafeContact};
use crate::rights::{Object, Right};
use crate::web::Changes;
use crate::words::{NeedCategory, Priority, YesNoUnknown};

/// The head of a case, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetForm {
    /// What it is about, in a few sentences.
    #[serde(default)]
    #[schema(max_length = 4000)]
    pub summary: String,
    /// Words to find it by, parted by commas.
    #[serde(default)]
    #[schema(max_length = 800)]
    pub tags: Option<String>,
    /// How soon.
    pub priority: Priority,
    /// Why it is not the one that the rules gave.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: Option<String>,
    /// Where the person is: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub country: Option<String>,
    /// The town, camp or place the person is in.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub town: Option<String>,
}

impl RecordForm for Sheet {
    type Form = SheetForm;
    const FIELDS: Fields = Fields::Sheet;
    const PLACE: &'static str = "summary";
    const LEFT_ALONE: &'static [&'static str] = &["opened_because", "origin"];

    fn typed(&self, names: Names) -> SheetForm {
        SheetForm {
            summary: self.summary.clone(),
            tags: in_a_line(self.tags.iter().cloned()),
            priority: self.priority,
            reason: self.priority_raised.as_ref().map(|it| it.reason.clone()),
            country: self.country.as_ref().map(|it| names.country_as_typed(it)),
            town: self.town.clone(),
        }
    }

    fn read(form: &SheetForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let country = typed.country(form.country.as_deref(), "/country");
        let tags = tags(form.tags.as_deref(), "/tags", &mut typed);
        let reason = form.reason.as_deref().map(str::trim);
        typed.done(Self {
            summary: form.summary.clone(),
            tags,
            priority: form.priority,
            priority_raised: reason.filter(|it| !it.is_empty()).map(|it| PriorityRaised {
                reason: it.to_owned(),
            }),
            country,
            town: form.town.clone(),
            opened_because: String::new(),
            origin: None,
        })
    }

    /// A case is opened with its head: there is no second one.
    fn add(_: &mut Act<'_>, _: CaseId, _: &Self) -> Result<(), Refusal> {
        Err(Refusal::NotFound)
    }

    fn change(
        act: &mut Act<'_>,
        case: CaseId,
        _: RecordId,
        seen: i64,
        changes: &Changes<Self>,
    ) -> Result<(), Refusal> {
        sheet::change(act, case, seen, changes)
            .map(|_| ())
            .map_err(at_the_reason)
    }
}

/// The room asks for the reason inside the head; the form has it as a field.
fn at_the_reason(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(mut faults) => {
            for fault in &mut faults {
                if fault.pointer == "/priority_raised" {
                    "/reason".clone_into(&mut fault.pointer);
                    "why_less_urgent".clone_into(&mut fault.code);
                }
            }
            Refusal::Invalid(faults)
        }
        other => other,
    }
}

fn tags(text: Option<&str>, place: &str, typed: &mut pages::TypedReader) -> Vec<String> {
    let tags: Vec<String> = text
        .unwrap_or_default()
        .split([',', ';', '\n', '،'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    if tags.len() > 20 || tags.iter().any(|tag| tag.chars().count() > 40) {
        typed.fault(place, "too_many_tags");
    }
    tags
}

/// The head of the case, to be changed.
#[get("/cases/{id}/sheet")]
async fn kept_head(door: PageDoor, id: At<CaseId>) -> Page {
    door.read(move |act, t| {
        let (case, file) = records::open(act, *id)?;
        let kept = file.only::<Sheet>()?;
        let form = Filled::of::<SheetForm>(&kept.body.typed(t.names()))?.at(kept.version);
        records::show::<Sheet>(act, t, &case, form)
    })
    .await
}

/// Changes it.
#[post("/cases/{id}/sheet")]
async fn change_head(door: PageDoor, id: At<CaseId>, form: Form<SheetForm>) -> Page {
    let (id, seen, names) = (*id, form.revision(), door.frame().names());
    door.form(form)
        .or_read(move |act, t, form| records::again::<Sheet>(act, t, id, form))
        .write(move |act, typed| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            let changes = reason_if_new(act, id, typed)?;
            sheet::change(act, id, seen, &changes)
                .map_err(at_the_reason)
                .map_err(|refusal| in_words_of_the_form::<Sheet>(refusal, names))?;
            Ok(Next::see(format!("/cases/{id}")).said("changed"))
        })
        .await
}

/// The changes, without the reason if it is the one of an earlier change: that one explains
/// nothing about this one.
fn reason_if_new(
    act: &mut Act<'_>,
    id: CaseId,
    typed: &SheetForm,
) -> Result<Changes<Sheet>, Refusal> {
    let case = crate::casefile::find(act, id, Right::Write)?;
    let kept = crate::casefile::File::open(act, &case)?.only::<Sheet>()?;
    let whole = changes::<Sheet>(typed)?;
    let new = Sheet::read(typed)?;
    if new.priority_raised != kept.body.priority_raised {
        return Ok(whole);
    }
    let mut fields = whole.sent();
    if let Some(fields) = fields.as_object_mut() {
        fields.remove("priority_raised");
    }
    Ok(serde_json::from_value(fields)?)
}

/// What a case begins with when there was no intake.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseForm {
    /// How soon.
    pub priority: Priority,
    /// What it is about, in a few sentences.
    #[schema(min_length = 1, max_length = 4000)]
    pub summary: String,
    /// Why there is a case.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub opened_because: String,
    /// Where the person is: a name or a code.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub country: Option<String>,
    /// The name to use, if she gave one.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub name: Option<String>,
    /// Languages she speaks, best first.
    #[serde(default)]
    #[schema(max_length = 400)]
    pub languages: Option<String>,
    /// Whether an interpreter must be there.
    #[serde(default)]
    pub interpreter_needed: YesNoUnknown,
    /// Whether she may be called back at all.
    #[serde(default)]
    pub safe_to_call_back: YesNoUnknown,
    /// How to reach her safely: when, what to say first, what never to do.
    #[serde(default)]
    #[schema(max_length = 2000)]
    pub contact_rule: Option<String>,
    /// The ways to reach her.
    #[serde(default)]
    #[schema(max_items = 1)]
    pub channels: Vec<Channel>,
    /// What is missing.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub needs: Vec<NeedCategory>,
    /// Words to find it by, parted by commas.
    #[serde(default)]
    #[schema(max_length = 800)]
    pub tags: Option<String>,
    /// The one who opens it works it.
    pub mine: bool,
}

impl CaseForm {
    fn read(&self) -> Result<Opening, Refusal> {
        let mut typed = pages::TypedReader::default();
        let country = typed.country(self.country.as_deref(), "/country");
        let languages = typed.languages(self.languages.as_deref(), "/languages");
        let tags = tags(self.tags.as_deref(), "/tags", &mut typed);
        let sheet = Sheet {
            summary: self.summary.clone(),
            tags,
            priority: self.priority,
            priority_raised: None,
            country,
            town: None,
            opened_because: self.opened_because.clone(),
            origin: None,
        };
        let mut person: Person = serde_json::from_value(serde_json::json!({}))?;
        person.names = self.name.iter().cloned().collect();
        person.languages = languages;
        person.interpreter_needed = self.interpreter_needed;
        person.safe_contact = SafeContact {
            safe_to_call_back: self.safe_to_call_back,
            note: self.contact_rule.clone().unwrap_or_default(),
            channels: self.channels.clone(),
            ..SafeContact::default()
        };
        let needs = self.needs.iter().map(|category| Need {
            category: *category,
            side: Side::Here,
            country: None,
            urgency: self.priority,
            detail: String::new(),
            status: NeedStatus::Open,
            outcome: None,
        });
        let mut opening = Opening::new(sheet);
        opening.needs = needs.collect();
        opening.people = vec![person];
        typed.done(opening)
    }
}

/// A new case.
#[derive(Template)]
#[template(path = "cases/new.html")]
struct NewPage {
    t: Frame,
    form: Filled,
}

impl NewPage {
    fn options(&self, list: &str) -> Vec<(&'static str, String)> {
        words::options(&self.t, list)
    }
}

/// Asks what a case begins with.
#[get("/cases/new")]
async fn blank(door: PageDoor) -> Page {
    door.consult(|act, t| {
        let form = Filled::empty::<CaseForm>().with("mine", "true");
        show_new(act, t, form)
    })
    .await
}

/// Opens it.
#[post("/cases/new")]
async fn add(door: PageDoor, form: Form<CaseForm>) -> Page {
    door.form(form)
        .or_show(show_new)
        .write(|act, typed| {
            let opening = typed.read()?;
            let id = if typed.mine {
                open_own(act, opening)?
            } else {
                open(act, opening)?
            };
            Ok(Next::see(format!("/cases/{id}")).said("file-opened"))
        })
        .await
}

fn show_new(act: &mut Act<'_>, t: Frame, form: Filled) -> Result<Shown, Refusal> {
    act.needs(Right::Open, Object::Case)?;
    Shown::page(&NewPage { t, form })
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config
        .service(blank)
        .service(add)
        .service(kept_head)
        .service(change_head);
}
