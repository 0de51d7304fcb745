//! One case on one long page.

use std::collections::BTreeMap;

use actix_web::{get, web};
use amparo_store::{CaseId, Moment, OrganisationId};
use askama::Template;

use super::form::CaseHeader;
use super::panel::{Beside, Panel};
use super::plans::blank_task;
use super::words;
use crate::casefile::RecordView;
use crate::cases::view::{CaseRight, CaseView, opened, view};
use crate::cases::{
    CaseOrigin, Entry, FirstAnswer, FirstContact, FirstQuestion, Need, NeedStatus, UrgencyRule,
};
use crate::consent::{self, Consent, Given, Recipients};
use crate::foundation::{Act, Refusal};
use crate::pages::{At, Filled, Frame, Page, PageDoor, Shown, word_of};
use crate::people::{AgeBand, Part, PersonView};
use crate::register;
use crate::tasks::{Removal, Task};
use crate::words::YesNoUnknown;

/// How many rules come with a packet: the messages `handling-1` and on.
const RULES: usize = 5;
/// Lines of the timeline on the page; the rest is one press away.
const LINES: usize = 20;
/// All of the timeline.
const ALL_LINES: usize = 1000;

/// The case page.
#[derive(Template)]
#[template(path = "cases/file.html")]
struct FilePage {
    t: Frame,
    head: CaseHeader,
    case: CaseView,
    /// The line that is added to the timeline.
    line: Filled,
    /// The task that is added.
    task: Filled,
    panels: Vec<Panel>,
    partners: BTreeMap<OrganisationId, String>,
    now: Moment,
}

impl FilePage {
    fn path(&self, rest: &str) -> String {
        self.t.to(format!("/cases/{}{rest}", self.head.id))
    }

    fn record(&self, list: &str, id: impl std::fmt::Display) -> String {
        self.path(&format!("/{list}/{id}"))
    }

    fn may(&self, right: &str) -> bool {
        let right = match right {
            "change" => CaseRight::Change,
            "take" => CaseRight::Take,
            "assign" => CaseRight::Assign,
            "close" => CaseRight::Close,
            _ => CaseRight::Reopen,
        };
        self.case.my_rights.contains(&right)
    }

    fn options(&self, list: &str) -> Vec<(&'static str, String)> {
        words::options(&self.t, list)
    }

    /// Who the case is about, before family and witnesses.
    fn main_people(&self) -> Vec<&RecordView<PersonView>> {
        let people = self.case.people.iter();
        people.filter(|one| one.body.part == Part::Main).collect()
    }

    /// Whether nobody may contact somebody: then nothing on the page says that it is safe.
    fn is_stopped(&self, person: &PersonView) -> bool {
        let today = self.now.to_day();
        let stop = person.safe_contact.stop.as_ref();
        let holds = stop.is_some_and(|stop| stop.until.is_none_or(|last| last >= today));
        self.case.contact_stopped || holds
    }

    /// The removals that may still happen.
    fn removals_ahead(&self) -> Vec<&RecordView<Removal>> {
        let all = self.case.removals.iter();
        all.filter(|one| one.body.is_ahead()).collect()
    }

    /// Why the case is as urgent as it is; what somebody set there needs no words.
    fn urgency(&self) -> Vec<String> {
        let rules = self.case.urgency.iter();
        let rules = rules.filter(|it| it.code != UrgencyRule::Sheet);
        rules.map(|it| self.t.coded("urgency", it.code)).collect()
    }

    /// What must happen next: the three earliest that are not done.
    fn next_three(&self) -> Vec<&RecordView<Task>> {
        let open = self.case.tasks.iter().filter(|one| one.body.done.is_none());
        open.take(3).collect()
    }

    fn is_overdue(&self, task: &Task) -> bool {
        task.done.is_none() && task.due < self.now
    }

    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn is_open(&self, need: &Need) -> bool {
        need.status == NeedStatus::Open
    }

    /// The message that says how a consent stands today.
    fn standing(&self, consent: &Consent) -> &'static str {
        let today = self.now.to_day();
        match consent.until {
            _ if consent.withdrawn.is_some() => "consent-withdrawn",
            Some(last) if last < today => "consent-over",
            _ if self.case.sharing_stopped => "consent-stopped",
            _ if self.nothing(consent).is_some() => "consent-nothing",
            _ => "consent-in-force",
        }
    }

    /// Whose data a consent is about: the person it names, or the one that the case is about.
    fn person_of(&self, consent: &Consent) -> Option<&PersonView> {
        let mut people = self.case.people.iter().map(|one| &one.body);
        match consent.person {
            Some(id) => people.find(|one| one.person == id),
            None => people.find(|one| one.part == Part::Main).or_else(|| {
                let first = self.case.people.first();
                first.map(|one| &one.body)
            }),
        }
    }

    /// The name of whoever a consent is about, unless the case is about her.
    fn whose(&self, consent: &Consent) -> Option<String> {
        let of = self.person_of(consent)?;
        let name = of.names.first().cloned();
        let name = name.unwrap_or_else(|| self.t.msg("person-nameless"));
        let other = consent.person.is_some() && of.part != Part::Main;
        other.then(|| self.t.listed([name, self.t.coded("part", of.part)]))
    }

    /// Why a consent covers nothing, if so.
    fn nothing(&self, consent: &Consent) -> Option<String> {
        let of = self.person_of(consent);
        let child = of.is_some_and(|of| of.age_band == AgeBand::Child);
        let why = consent::covers_nothing(consent, child)?;
        Some(self.t.msg(why.message()))
    }

    /// How it was given; for somebody else, in what right.
    fn given(&self, consent: &Consent) -> String {
        match &consent.given {
            Given::Spoken => self.t.msg("given-spoken"),
            Given::Signed => self.t.msg("given-signed"),
            Given::Proxy { role, .. } => {
                let role = self.t.coded("proxy-role", role);
                self.t.msg1("consent-given-by", "role", role)
            }
        }
    }

    /// The words about whoever gave it for somebody else.
    fn proxy_words(&self, consent: &Consent) -> Vec<String> {
        match &consent.given {
            Given::Spoken | Given::Signed => Vec::new(),
            Given::Proxy { who, why, .. } => vec![
                self.t.word_or_text("proxy-who", who),
                self.t.word_or_text("proxy-why", why),
            ],
        }
    }

    /// With whom, in words; named ones by their names.
    fn recipients(&self, consent: &Consent) -> String {
        match &consent.recipients {
            Recipients::NobodyYet => self.t.msg("recipients-nobody_yet"),
            Recipients::AskEachTime => self.t.msg("recipients-ask_each_time"),
            Recipients::AnyPartner => self.t.msg("recipients-any_partner"),
            Recipients::Named { organisations } => {
                let names = organisations.iter().map(|id| {
                    let known = self.partners.get(id);
                    known
                        .cloned()
                        .unwrap_or_else(|| self.t.msg("partner-unknown"))
                });
                self.t.listed(names)
            }
        }
    }

    /// Why it was urgent when it came, if nobody has written what it is about.
    fn first_reasons(&self) -> Vec<String> {
        match &self.case.sheet.body.origin {
            Some(CaseOrigin::FirstContact { reasons, .. }) => {
                let said = reasons.iter();
                // A raise is shown with the words of whoever raised it.
                said.filter(|code| *code != "raised")
                    .map(|code| self.t.word("reason", code))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where the case comes from, and what was asked of us with it.
    fn opened_from(&self) -> Vec<String> {
        let t = &self.t;
        match &self.case.sheet.body.origin {
            None => Vec::new(),
            Some(CaseOrigin::FirstContact { on, .. }) => {
                vec![t.msg1("case-from-first-contact", "day", t.day(on))]
            }
            Some(CaseOrigin::Referral {
                sender,
                sent_by,
                until,
                ..
            }) => {
                let name = format!("{sender} ({sent_by})");
                let until = until.map(|day| t.msg1("consent-until", "day", t.day(&day)));
                std::iter::once(t.msg1("case-from-referral", "name", name))
                    .chain(until)
                    .chain((1..=RULES).map(|rule| t.word("handling", rule)))
                    .collect()
            }
        }
    }

    /// What was said on the first contact, line by line, and what is still to be asked.
    fn first_lines(&self, first: &FirstContact) -> Vec<String> {
        let t = &self.t;
        let ask = |question: FirstQuestion| t.msg(format!("call-{}", word_of(&question)));
        let (open, known): (Vec<&FirstAnswer>, Vec<&FirstAnswer>) = first
            .answers
            .iter()
            .partition(|it| it.answer == YesNoUnknown::Unknown);
        let known = known.into_iter();
        let mut lines: Vec<String> = known
            .map(|it| format!("{} {}", ask(it.question), t.coded("answer", it.answer)))
            .collect();
        let mut fact = |id: &str, said: String| lines.push(format!("{}: {said}", t.msg(id)));
        if let Some(day) = &first.removal_on {
            let time = first.removal_time.as_deref().unwrap_or_default();
            fact("call-removal", format!("{} {time}", t.day(day)));
        }
        if let Some(town) = &first.town {
            fact("call-town", town.clone());
        }
        if let Some(caller) = first.caller {
            fact("call-caller_is", t.coded("caller", caller));
        }
        lines.push(format!(
            "{} {}",
            t.msg("call-consent_file"),
            t.coded("answer", first.file)
        ));
        if !first.share {
            lines.push(t.msg("refused-nobody_yet"));
        }
        if !open.is_empty() {
            let open: Vec<String> = open.into_iter().map(|it| ask(it.question)).collect();
            lines.push(t.msg1("first-still-to-ask", "questions", t.listed(&open)));
        }
        lines
    }

    fn lines_in_all(&self) -> usize {
        self.case.entries_in_all
    }

    fn has_more_lines(&self) -> bool {
        self.case.entries_in_all > self.case.entries.len()
    }
}

/// The whole file.
#[get("/cases/{id}")]
async fn whole_file(door: PageDoor, id: At<CaseId>, beside: web::Data<Beside>) -> Page {
    door.steps(move |app, caller, t| {
        let (shown, behind) = app.read(caller, |act| show(act, t.clone(), *id, &beside))?;
        if !behind {
            return Ok(shown);
        }
        (beside.catch_up)(app, caller, *id)?;
        app.read(caller, |act| show(act, t, *id, &beside))
            .map(|(shown, _)| shown)
    })
    .await
}

/// The page, and whether the file is behind what another room knows.
fn show(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    beside: &Beside,
) -> Result<(Shown, bool), Refusal> {
    let (case, file) = opened(act, id)?;
    let lines = if t.asked("timeline") == "all" {
        ALL_LINES
    } else {
        LINES
    };
    let seen = view(act, &case, &file, lines)?;
    let panels = beside.panels.iter();
    let panels = panels.map(|panel| panel(act, &case, &t));
    let panels = panels.collect::<Result<Vec<_>, _>>()?;
    let partners = partners(act, &seen)?;
    let behind = panels.iter().any(|panel| panel.behind);
    let shown = Shown::page(&FilePage {
        head: CaseHeader::of(&case),
        line: Filled::empty::<Entry>(),
        task: blank_task(&file)?,
        case: seen,
        panels,
        partners,
        now: act.now,
        t,
    })?;
    Ok((shown, behind))
}

/// The names of the organisations that consents name.
fn partners(
    act: &mut Act<'_>,
    case: &CaseView,
) -> Result<BTreeMap<OrganisationId, String>, Refusal> {
    let mut names = BTreeMap::new();
    for consent in &case.consents {
        let Recipients::Named { organisations } = &consent.body.recipients else {
            continue;
        };
        for id in organisations {
            match register::organisation(act, *id) {
                Ok(known) => {
                    names.insert(*id, known.profile.name);
                }
                Err(Refusal::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
    }
    Ok(names)
}

/// The address of a list of the case leads to the case.
#[get("/cases/{id}/{list:entries|people|custody|removals|needs|consents|tasks|assessments}")]
async fn list_of(door: PageDoor, at: At<(CaseId, String)>) -> Page {
    let place = match at.0.1.as_str() {
        "entries" => "timeline",
        "consents" => "consent",
        "removals" => "custody",
        other => other,
    };
    door.see(&format!("/cases/{}#{place}", at.0.0))
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(whole_file).service(list_of);
}
