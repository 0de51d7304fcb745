//! What the person agrees to share, written down as it was said.

use actix_web::{get, post, web};
use amparo_store::{CaseId, Day, OrganisationId, RecordId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::form::Fields;
use super::record_form::{Choices, RecordForm};
use super::records;
use crate::casefile::{CaseAccess, File};
use crate::consent::{
    self, ChildConsent, ChildDecision, ChildView, Consent, Explained, ExplainedBy, Given,
    ProxyRole, Purpose, Recipients, SharedSection, Subject,
};
use crate::foundation::{Act, Refusal};
use crate::pages::{self, At, Filled, Form, Frame, Names, Page, PageDoor};
use crate::people::Person;
use crate::register::OrganisationKind;
use crate::team;
use crate::web::Changes;

/// What somebody agrees to, as it is typed.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentForm {
    /// Whose data it is. Absent: the one the case is about.
    #[serde(default)]
    pub person: Option<Uuid>,
    /// What may be shared; nothing else may.
    #[schema(min_items = 1, max_items = 10)]
    pub sections: Vec<SharedSection>,
    /// With whom.
    pub recipients: RecipientsWord,
    /// These, if it is named ones.
    #[serde(default)]
    #[schema(value_type = Vec<Uuid>, max_items = 50)]
    pub organisations: Vec<OrganisationId>,
    /// What for.
    pub purpose: Purpose,
    /// The same in the person's words.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub purpose_words: Option<String>,
    /// The last day.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub until: Option<Day>,
    /// In which language it was explained: a name or a code.
    #[schema(min_length = 1, max_length = 80)]
    pub language: String,
    /// Who explained it.
    pub explained_by: ExplainedBy,
    /// How it was seen that she understood.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub how_checked: Option<String>,
    /// How it was given.
    pub given: GivenWord,
    /// In what right somebody gave it for her.
    #[serde(default)]
    pub proxy_role: Option<ProxyRole>,
    /// Who gave it for her.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub proxy_who: Option<String>,
    /// Why not she herself.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub proxy_why: Option<String>,
    /// What a child says.
    #[serde(default)]
    pub child_view: Option<ChildView>,
    /// Who decided for a child.
    #[serde(default)]
    pub child_decided: Option<ChildDecision>,
    /// Why it was decided so.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub child_reasons: Option<String>,
    /// The day it was given.
    #[schema(value_type = String, format = Date)]
    pub given_on: Day,
}

/// With whom something may be shared, as one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RecipientsWord {
    /// With nobody, until she says otherwise.
    NobodyYet,
    /// With whom she says, each time she is asked.
    AskEachTime,
    /// With those that are named.
    Named,
    /// With any partner that can help.
    AnyPartner,
}

/// How a consent was given, as one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GivenWord {
    /// Said.
    Spoken,
    /// Signed.
    Signed,
    /// By somebody for her.
    Proxy,
}

impl RecordForm for Consent {
    type Form = ConsentForm;
    const FIELDS: Fields = Fields::Consent;
    const PLACE: &'static str = "consent";

    fn typed(&self, names: Names) -> ConsentForm {
        let (recipients, organisations) = match &self.recipients {
            Recipients::NobodyYet => (RecipientsWord::NobodyYet, Vec::new()),
            Recipients::AskEachTime => (RecipientsWord::AskEachTime, Vec::new()),
            Recipients::Named { organisations } => (RecipientsWord::Named, organisations.clone()),
            Recipients::AnyPartner => (RecipientsWord::AnyPartner, Vec::new()),
        };
        let (given, proxy) = match &self.given {
            Given::Spoken => (GivenWord::Spoken, None),
            Given::Signed => (GivenWord::Signed, None),
            Given::Proxy { role, who, why } => (GivenWord::Proxy, Some((*role, who, why))),
        };
        let child = self.child.as_ref();
        ConsentForm {
            person: self.person,
            sections: self.sections.clone(),
            recipients,
            organisations,
            purpose: self.purpose,
            purpose_words: self.purpose_words.clone(),
            until: self.until,
            language: names.language_as_typed(&self.explained.language),
            explained_by: self.explained.by,
            how_checked: self.explained.how_checked.clone(),
            given,
            proxy_role: proxy.map(|(role, _, _)| role),
            proxy_who: proxy.map(|(_, who, _)| who.clone()),
            proxy_why: proxy.map(|(_, _, why)| why.clone()),
            child_view: child.map(|child| child.view),
            child_decided: child.map(|child| child.decided),
            child_reasons: child.map(|child| child.reasons.clone()),
            given_on: self.given_on,
        }
    }

    fn read(form: &ConsentForm) -> Result<Self, Refusal> {
        let mut typed = pages::TypedReader::default();
        let language = typed.language(Some(&form.language), "/language");
        let recipients = recipients(form, &mut typed);
        let given = given(form, &mut typed);
        let child = child(form, &mut typed);
        let Some(language) = language else {
            return typed
                .done(())
                .and(Err(Refusal::fault("/language", "missing", "")));
        };
        typed.done(Self {
            person: form.person,
            sections: form.sections.clone(),
            recipients,
            purpose: form.purpose,
            purpose_words: form.purpose_words.clone(),
            until: form.until,
            explained: Explained {
                language,
                script_version: None,
                by: form.explained_by,
                how_checked: form.how_checked.clone(),
            },
            given,
            child,
            given_on: form.given_on,
            withdrawn: None,
        })
    }

    fn add(act: &mut Act<'_>, case: CaseId, body: &Self) -> Result<(), Refusal> {
        consent::give_one(act, case, body)
            .map(|_| ())
            .map_err(at_its_field)
    }

    /// A consent is never improved: a new talk is a new consent.
    fn change(
        _: &mut Act<'_>,
        _: CaseId,
        _: RecordId,
        _: i64,
        _: &Changes<Self>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NotFound)
    }

    fn blank(act: &Act<'_>, file: &File, names: Names) -> Result<Filled, Refusal> {
        let form = Filled::empty::<ConsentForm>();
        let form = form.with("given_on", act.now.to_day().to_string());
        let people: Vec<Person> = file.bodies()?;
        let main = Subject::main_of(&people, act.now.to_day()).person();
        let form = form.with("person", main.to_string());
        let spoken = people.iter().find_map(|one| one.languages.first());
        Ok(match spoken {
            Some(language) => form.with("language", names.language_as_typed(language)),
            None => form,
        })
    }

    fn people(act: &mut Act<'_>, case: &CaseAccess, t: &Frame) -> Result<Choices, Refusal> {
        let people: Vec<Person> = File::open(act, case)?.bodies()?;
        let nameless = t.msg("person-nameless");
        let choice = |one: &Person| {
            let name = one.name().unwrap_or(&nameless);
            let said = t.listed([name, &t.coded("part", one.part)]);
            (one.person.to_string(), said)
        };
        Ok(people.iter().map(choice).collect())
    }

    fn choices(act: &mut Act<'_>) -> Result<Choices, Refusal> {
        let mut all: Choices = team::partners(act)?
            .into_iter()
            .filter(|one| !one.own && one.kind != OrganisationKind::Authority)
            .map(|one| (one.id.to_string(), one.name))
            .collect();
        all.sort_by(|a, b| a.1.cmp(&b.1));
        Ok(all)
    }
}

fn recipients(form: &ConsentForm, typed: &mut pages::TypedReader) -> Recipients {
    match form.recipients {
        RecipientsWord::NobodyYet => Recipients::NobodyYet,
        RecipientsWord::AskEachTime => Recipients::AskEachTime,
        RecipientsWord::AnyPartner => Recipients::AnyPartner,
        RecipientsWord::Named => {
            if form.organisations.is_empty() {
                typed.fault("/organisations", "too_few");
            }
            Recipients::Named {
                organisations: form.organisations.clone(),
            }
        }
    }
}

fn given(form: &ConsentForm, typed: &mut pages::TypedReader) -> Given {
    match form.given {
        GivenWord::Spoken => Given::Spoken,
        GivenWord::Signed => Given::Signed,
        GivenWord::Proxy => {
            if form.proxy_role.is_none() {
                typed.fault("/proxy_role", "missing");
            }
            let mut said = |text: &Option<String>, place: &str| {
                let text = text.clone().unwrap_or_default();
                if text.trim().is_empty() {
                    typed.fault(place, "missing");
                }
                text
            };
            Given::Proxy {
                role: form.proxy_role.unwrap_or_default(),
                who: said(&form.proxy_who, "/proxy_who"),
                why: said(&form.proxy_why, "/proxy_why"),
            }
        }
    }
}

/// Whoever says one half of it says the other too.
fn child(form: &ConsentForm, typed: &mut pages::TypedReader) -> Option<ChildConsent> {
    let reasons = form.child_reasons.clone().unwrap_or_default();
    match (form.child_view, form.child_decided) {
        (Some(view), Some(decided)) => Some(ChildConsent {
            view,
            decided,
            reasons,
        }),
        (None, None) if reasons.trim().is_empty() => None,
        (view, decided) => {
            if view.is_none() {
                typed.fault("/child_view", "missing");
            }
            if decided.is_none() {
                typed.fault("/child_decided", "missing");
            }
            None
        }
    }
}

/// The room knows the organisations inside the recipients, and the child's reasons inside the
/// child; the form has them beside.
fn at_its_field(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(mut faults) => {
            for fault in &mut faults {
                if let Some(rest) = fault.pointer.strip_prefix("/recipients") {
                    fault.pointer = rest.to_owned();
                }
                if let Some(rest) = fault.pointer.strip_prefix("/child/") {
                    fault.pointer = format!("/child_{rest}");
                }
            }
            Refusal::Invalid(faults)
        }
        other => other,
    }
}

#[get("/cases/{id}/consents/new")]
async fn blank(door: PageDoor, id: At<CaseId>) -> Page {
    records::blank::<Consent>(door, *id).await
}

#[post("/cases/{id}/consents/new")]
async fn add(door: PageDoor, id: At<CaseId>, form: Form<ConsentForm>) -> Page {
    records::add::<Consent>(door, *id, form).await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(blank).service(add);
}
