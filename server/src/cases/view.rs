//! The whole file on one page.

use amparo_store::CaseId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::assessment::Assessment;
use super::close::Closing;
use super::list::CaseRow;
use super::model::{Custody, Entry, Need, Sheet};
use super::urgency::{self, Facts, UrgencyReason};
use crate::casefile::{self, CaseAccess, CaseStatus, File, Record, RecordView, Section};
use crate::consent::Consent;
use crate::foundation::{Act, Refusal};
use crate::ledger::{About, What};
use crate::people::{Person, PersonView};
use crate::rights::{Object, Right};
use crate::tasks::{Removal, Task};

/// How much of the timeline comes with the file.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CaseQuery {
    /// How many lines of the timeline to answer at most, 0 to 1000; 50 if absent.
    #[param(minimum = 0, maximum = 1000)]
    pub entries: Option<u32>,
}

/// A case, opened: everything in it but numbers and addresses.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseView {
    /// The summary that lists show.
    pub card: CaseRow,
    /// Why it is as urgent as it is, computed now, the most urgent reason first.
    pub urgency: Vec<UrgencyReason>,
    /// The person said, with the receipt, that nothing may be shared any more. Nothing can be sent.
    pub sharing_stopped: bool,
    /// The person said, with the receipt, that nobody may call or write to her.
    pub contact_stopped: bool,
    /// What the one who asks may do with it.
    pub my_rights: Vec<CaseRight>,
    /// The sheet of the case: what it is about. Its version is the `ETag` of this answer.
    pub sheet: RecordView<Sheet>,
    /// The people it is about, without numbers and addresses: ask `contact` for one before you
    /// call.
    pub people: Vec<RecordView<PersonView>>,
    /// Where they were and are held, oldest first.
    pub custody: Vec<RecordView<Custody>>,
    /// The removals that are ahead, and those that were, oldest first.
    pub removals: Vec<RecordView<Removal>>,
    /// The needs, oldest first.
    pub needs: Vec<RecordView<Need>>,
    /// The tasks by when they are due; done ones last.
    pub tasks: Vec<RecordView<Task>>,
    /// What they agreed to share, oldest first; ended ones too.
    pub consents: Vec<RecordView<Consent>>,
    /// What points to forced labour or trafficking, oldest first.
    pub assessments: Vec<RecordView<Assessment>>,
    /// The timeline, newest first, as far as the parameter `entries` allows.
    pub entries: Vec<RecordView<Entry>>,
    /// How many lines the timeline has in all. There may be more than are shown.
    pub entries_in_all: usize,
    /// One for each time the case was closed, oldest first.
    pub closings: Vec<RecordView<Closing>>,
}

/// Something that the caller may do with a case. `take`: work it, because nobody does. `sign_off`:
/// look at what was shared without consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Right)]
pub enum CaseRight {
    /// Write in it.
    Change,
    /// Take it, because nobody works it.
    Take,
    /// Give it to somebody.
    Assign,
    /// Close it.
    Close,
    /// Open it again.
    Reopen,
    /// Look at what was shared without consent.
    SignOff,
}

/// Opens the whole file.
pub(super) fn see(
    act: &mut Act<'_>,
    id: CaseId,
    query: &CaseQuery,
) -> Result<(CaseView, i64), Refusal> {
    let limit = match query.entries.unwrap_or(50) {
        limit @ 0..=1000 => usize::try_from(limit).unwrap_or(50),
        _ => {
            return Err(Refusal::fault(
                "/entries",
                "out_of_range",
                "must be from 0 to 1000",
            ));
        }
    };
    let (case, file) = opened(act, id)?;
    let view = view(act, &case, &file, limit)?;
    let tag = view.sheet.version;
    Ok((view, tag))
}

/// The case and its file. The look is on record.
pub(super) fn opened(act: &mut Act<'_>, id: CaseId) -> Result<(CaseAccess, File), Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let file = File::open(act, &case)?;
    case.note(act, What::CaseSeen, About::default())?;
    Ok((case, file))
}

/// Somebody has looked at what came by a call.
pub(super) fn news_seen(act: &mut Act<'_>, id: CaseId) -> Result<(), Refusal> {
    casefile::change(act, id, Right::Write, |act, case| {
        case.card.has_news = false;
        case.note(act, What::CaseSeen, About::default())
    })
}

/// Everything in the file, with so many lines of its timeline.
pub(super) fn view(
    act: &Act<'_>,
    case: &CaseAccess,
    file: &File,
    limit: usize,
) -> Result<CaseView, Refusal> {
    let (sheet, people) = (file.only::<Sheet>()?, file.all::<Person>()?);
    let (custody, removals) = (file.all::<Custody>()?, file.all::<Removal>()?);
    let (needs, assessments) = (file.all::<Need>()?, file.all::<Assessment>()?);
    let facts = Facts {
        sheet: &sheet.body,
        people: people.iter().map(|kept| &kept.body).collect(),
        custody: custody.iter().map(|kept| &kept.body).collect(),
        needs: needs.iter().map(|kept| &kept.body).collect(),
        removals: removals.iter().map(|kept| &kept.body).collect(),
        assessments: assessments.iter().map(|kept| &kept.body).collect(),
    };
    let urgency = urgency::reasons(&facts, act.now);
    let today = act.now.to_day();
    let person = |kept: Record<Person>| kept.shown(|person| PersonView::new(&person, today));
    let mut tasks = file.all::<Task>()?;
    tasks.sort_by_key(|task| (task.body.done.is_some(), task.body.due));
    let mut entries = file.all::<Entry>()?;
    entries.reverse();
    let entries_in_all = entries.len();
    entries.truncate(limit);
    Ok(CaseView {
        card: CaseRow {
            no_contact: case.card.no_contact || file.contact_stopped(),
            ..CaseRow::new(case.id(), &case.card, act.now)
        },
        urgency,
        sharing_stopped: file.sharing_stopped(),
        contact_stopped: file.contact_stopped(),
        my_rights: rights(act, case)?,
        sheet: sheet.into(),
        people: people.into_iter().map(person).collect(),
        custody: shown(custody),
        removals: shown(removals),
        needs: shown(needs),
        tasks: shown(tasks),
        consents: all::<Consent>(file)?,
        assessments: shown(assessments),
        entries: shown(entries),
        entries_in_all,
        closings: all::<Closing>(file)?,
    })
}

fn all<T: Section>(file: &File) -> Result<Vec<RecordView<T>>, Refusal> {
    file.all::<T>().map(shown)
}

fn shown<T>(kept: Vec<Record<T>>) -> Vec<RecordView<T>> {
    kept.into_iter().map(RecordView::from).collect()
}

fn rights(act: &Act<'_>, case: &CaseAccess) -> Result<Vec<CaseRight>, Refusal> {
    let member = act.member()?;
    let may = |right| member.may(right, Object::Case);
    let open = case.card.status == CaseStatus::Open;
    let free = case.card.assigned.is_none();
    let each = [
        (CaseRight::Change, open && may(Right::Write)),
        (CaseRight::Take, open && free && may(Right::Take)),
        (CaseRight::Assign, open && may(Right::Assign)),
        (CaseRight::Close, open && may(Right::Close)),
        (CaseRight::Reopen, !open && may(Right::Close)),
        (
            CaseRight::SignOff,
            case.card.override_unsigned && may(Right::SignOff),
        ),
    ];
    Ok(each
        .into_iter()
        .filter_map(|(right, has)| has.then_some(right))
        .collect())
}
