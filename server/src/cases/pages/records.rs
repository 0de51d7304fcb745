//! The pages that write and change one record of a case, the same for every kind.

use amparo_store::{CaseId, RecordId};

use super::form::{CaseHeader, FormPage};
use super::record_form::{RecordForm, changes, in_words_of_the_form};
use crate::casefile::CaseAccess;
pub(super) use crate::cases::view::opened as open;
use crate::foundation::{Act, Refusal};
use crate::pages::{Filled, Form, Frame, Next, Page, PageDoor, Shown};

/// An empty form.
pub(super) async fn blank<T: RecordForm>(door: PageDoor, id: CaseId) -> Page {
    door.read(move |act, t| {
        let (case, file) = open(act, id)?;
        let form = T::blank(act, &file, t.names())?;
        show::<T>(act, t, &case, form)
    })
    .await
}

/// Keeps what was typed.
pub(super) async fn add<T: RecordForm>(door: PageDoor, id: CaseId, form: Form<T::Form>) -> Page {
    door.form(form)
        .or_read(move |act, t, form| again::<T>(act, t, id, form))
        .write(move |act, typed| {
            T::add(act, id, &T::read(typed)?)?;
            Ok(Next::see(format!("/cases/{id}#{}", T::PLACE)).said("kept"))
        })
        .await
}

/// The form of a record that is there.
pub(super) async fn kept<T: RecordForm>(door: PageDoor, id: CaseId, record: RecordId) -> Page {
    door.read(move |act, t| {
        let (case, file) = open(act, id)?;
        let kept = file.one::<T>(record)?;
        let form = Filled::of::<T::Form>(&kept.body.typed(t.names()))?.at(kept.version);
        show::<T>(act, t, &case, form)
    })
    .await
}

/// Keeps a change of it. Somebody else's change meanwhile is shown beside one's own.
pub(super) async fn change<T: RecordForm>(
    door: PageDoor,
    id: CaseId,
    record: RecordId,
    form: Form<T::Form>,
) -> Page {
    let (seen, names) = (form.revision(), door.frame().names());
    door.form(form)
        .or_read(move |act, t, form| again::<T>(act, t, id, form))
        .write(move |act, typed| {
            let seen = seen.ok_or(Refusal::MatchMissing)?;
            T::change(act, id, record, seen, &changes::<T>(typed)?)
                .map_err(|refusal| in_words_of_the_form::<T>(refusal, names))?;
            Ok(Next::see(format!("/cases/{id}#{}", T::PLACE)).said("changed"))
        })
        .await
}

pub(super) fn again<T: RecordForm>(
    act: &mut Act<'_>,
    t: Frame,
    id: CaseId,
    form: Filled,
) -> Result<Shown, Refusal> {
    let (case, _) = open(act, id)?;
    show::<T>(act, t, &case, form)
}

pub(super) fn show<T: RecordForm>(
    act: &mut Act<'_>,
    t: Frame,
    case: &CaseAccess,
    form: Filled,
) -> Result<Shown, Refusal> {
    let choices = T::choices(act)?;
    let people = T::people(act, case, &t)?;
    FormPage {
        t,
        head: CaseHeader::of(case),
        form,
        fields: T::FIELDS,
        place: T::PLACE,
        choices,
        people,
    }
    .show()
}
