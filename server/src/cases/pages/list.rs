//! Where a caseworker's day begins: her cases, most urgent first, and what must happen next.

use actix_web::{get, post, web};
use amparo_store::{AccountId, Moment};
use askama::Template;
use chrono::TimeDelta;

use super::work::asked_page;
use crate::casefile::{CardBrief, CaseStatus, NextStep};
use crate::cases::list::{CaseListing, CaseRow, Found, SearchQuery, search, those_and_all};
use crate::pages::{Filled, Form, Frame, Page, PageDoor, Shown};
use crate::rights::{Object, Right};
use crate::words::Priority;

/// Days without a word after which a case is quiet.
const QUIET: TimeDelta = TimeDelta::days(7);
/// How far ahead a deadline is near.
const NEAR: TimeDelta = TimeDelta::days(7);

/// Whose cases are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Mine,
    All,
    Nobodys,
}

impl Whose {
    const EACH: [(Self, &'static str); 3] = [
        (Self::Mine, "mine"),
        (Self::All, "all"),
        (Self::Nobodys, "nobodys"),
    ];

    fn asked(word: &str) -> Self {
        let known = Self::EACH.iter().find(|(_, name)| *name == word);
        known.map_or(Self::Mine, |(whose, _)| *whose)
    }

    fn has(self, brief: &CardBrief, me: AccountId) -> bool {
        match self {
            Self::All => true,
            Self::Mine => brief.assigned == Some(me),
            Self::Nobodys => brief.assigned.is_none(),
        }
    }
}

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Only {
    Open,
    Now,
    Overdue,
    Near,
    Quiet,
    Closed,
}

impl Only {
    const EACH: [(Self, &'static str); 6] = [
        (Self::Open, "open"),
        (Self::Now, "now"),
        (Self::Overdue, "overdue"),
        (Self::Near, "near"),
        (Self::Quiet, "quiet"),
        (Self::Closed, "closed"),
    ];

    fn asked(word: &str) -> Self {
        let known = Self::EACH.iter().find(|(_, name)| *name == word);
        known.map_or(Self::Open, |(only, _)| *only)
    }

    fn status(self) -> CaseStatus {
        match self {
            Self::Closed => CaseStatus::Closed,
            _ => CaseStatus::Open,
        }
    }

    fn has(self, brief: &CardBrief, now: Moment) -> bool {
        let open = brief.status == CaseStatus::Open;
        let before = |limit: Moment| brief.due.is_some_and(|due| due < limit);
        match self {
            Self::Open => open,
            Self::Closed => !open,
            Self::Now => open && brief.priority == Priority::P1,
            Self::Overdue => open && before(now),
            Self::Near => open && before(now.plus(NEAR)),
            Self::Quiet => open && brief.touched_on < now.plus(-QUIET).to_day(),
        }
    }
}

/// A choice above the list: where it leads, what it says, how many there are.
struct Choice {
    href: String,
    text: String,
    count: Option<usize>,
    current: bool,
}

#[derive(Template)]
#[template(path = "cases/list.html")]
struct ListPage {
    t: Frame,
    form: Filled,
    counts: [usize; 6],
    whose: Vec<Choice>,
    only: Vec<Choice>,
    rows: Vec<CaseRow>,
    withheld: usize,
    next: Option<String>,
    now: Moment,
    mine: bool,
}

impl ListPage {
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "templates hand over references"
    )]
    fn number(&self, count: &usize) -> String {
        self.t.number(*count)
    }

    fn count(&self, only: usize) -> usize {
        self.counts.get(only).copied().unwrap_or_default()
    }

    fn is_overdue(&self, due: &Moment) -> bool {
        *due < self.now
    }

    /// The next step, if it is done with one press. A removal is not done: somebody says what became
    /// of it.
    #[expect(clippy::unused_self, reason = "templates call methods of their page")]
    fn done_by_press<'a>(&self, row: &'a CaseRow) -> Option<&'a NextStep> {
        row.next.as_ref().filter(|next| !next.is_removal())
    }

    /// Days without a word, if they are many.
    fn quiet_days(&self, row: &CaseRow) -> Option<i64> {
        let days = (self.now.to_day().to_date() - row.touched_on.to_date()).num_days();
        (days > QUIET.num_days()).then_some(days)
    }
}

#[derive(Template)]
#[template(path = "cases/found.html")]
struct FoundPage {
    t: Frame,
    form: Filled,
    found: Option<CaseListing<Found>>,
}

/// The list.
#[get("/cases")]
async fn home(door: PageDoor) -> Page {
    door.read(|act, t| {
        let me = act.member()?.account;
        let (whose, only) = (Whose::asked(t.asked("whose")), Only::asked(t.asked("only")));
        let now = act.now;
        let wanted = |brief: &CardBrief| whose.has(brief, me) && only.has(brief, now);
        let mut counts = [0; 6];
        let page = those_and_all(act, &asked_page(&t), only.status(), wanted, |brief| {
            let each = Only::EACH.iter().zip(&mut counts);
            for ((only, _), count) in each.filter(|_| whose.has(brief, me)) {
                *count += usize::from(only.has(brief, now));
            }
        })?;
        let next = page.next.map(|next| {
            let (whose, only) = (word_of(&Whose::EACH, whose), word_of(&Only::EACH, only));
            format!("{}?whose={whose}&only={only}&after={next}", t.to("/cases"))
        });
        Shown::page(&ListPage {
            form: Filled::empty::<SearchQuery>(),
            counts,
            whose: whose_choices(&t, whose),
            only: only_choices(&t, whose, only, &counts),
            rows: page.items,
            withheld: page.withheld,
            next,
            now,
            mine: whose == Whose::Mine,
            t,
        })
    })
    .await
}

fn word_of<T: PartialEq + Copy>(each: &[(T, &'static str)], one: T) -> &'static str {
    each.iter()
        .find(|(known, _)| *known == one)
        .map_or("", |(_, word)| word)
}

fn whose_choices(t: &Frame, whose: Whose) -> Vec<Choice> {
    Whose::EACH
        .iter()
        .map(|(one, word)| Choice {
            href: format!("{}?whose={word}", t.to("/cases")),
            text: t.word("cases-whose", word),
            count: None,
            current: *one == whose,
        })
        .collect()
}

fn only_choices(t: &Frame, whose: Whose, only: Only, counts: &[usize; 6]) -> Vec<Choice> {
    let whose = word_of(&Whose::EACH, whose);
    Only::EACH
        .iter()
        .zip(counts)
        .map(|((one, word), count)| Choice {
            href: format!("{}?whose={whose}&only={word}", t.to("/cases")),
            text: t.word("cases-only", word),
            count: Some(*count),
            current: *one == only,
        })
        .collect()
}

/// The search alone, for who comes back to its address.
#[get("/cases/find")]
async fn ask(door: PageDoor) -> Page {
    door.consult(|act, t| {
        act.needs(Right::Read, Object::Case)?;
        let (form, found) = (Filled::empty::<SearchQuery>(), None);
        Shown::page(&FoundPage { t, form, found })
    })
    .await
}

/// Finds by pseudonym, name, number or tag. What is looked for is never in an address.
#[post("/cases/find")]
async fn find(door: PageDoor, form: Form<SearchQuery>) -> Page {
    let t = door.frame();
    door.form(form)
        .or_show(|act, t, form| {
            act.needs(Right::Read, Object::Case)?;
            let found = None;
            Shown::page(&FoundPage { t, form, found })
        })
        .look(move |act, asked| {
            let found = Some(search(act, &asked)?);
            let form = Filled::empty::<SearchQuery>().with("query", asked.query);
            Shown::page(&FoundPage { t, form, found })
        })
        .await
}

pub(super) fn pages(config: &mut web::ServiceConfig) {
    config.service(home).service(ask).service(find);
}

#[cfg(test)]
mod tests {
    use amparo_store::CaseId;

    use super::*;

    fn brief(due: Option<&str>, touched: &str) -> CardBrief {
        CardBrief {
            id: CaseId::from_bytes([1; 16]),
            priority: Priority::P2,
            status: CaseStatus::Open,
            assigned: None,
            override_unsigned: false,
            has_news: false,
            due: due.map(|due| due.parse().unwrap()),
            touched_on: touched.parse().unwrap(),
        }
    }

    #[test]
    fn each_choice_picks_what_it_says() {
        let now: Moment = "2026-11-25T12:00:00Z".parse().unwrap();
        let late = brief(Some("2026-11-25T11:59:00Z"), "2026-11-25");
        assert!(Only::Overdue.has(&late, now) && Only::Near.has(&late, now));
        let soon = brief(Some("2026-12-02T11:00:00Z"), "2026-11-18");
        assert!(!Only::Overdue.has(&soon, now) && Only::Near.has(&soon, now));
        assert!(!Only::Quiet.has(&soon, now));
        let quiet = brief(None, "2026-11-17");
        assert!(Only::Quiet.has(&quiet, now) && !Only::Near.has(&quiet, now));
        assert!(!Only::Closed.has(&quiet, now) && !Only::Now.has(&quiet, now));
        assert_eq!(Only::asked("nonsense"), Only::Open);
        assert_eq!(Whose::asked(""), Whose::Mine);
    }
}
