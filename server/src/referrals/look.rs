//! Looking at referrals. A look that finds news writes: the receiver's first look is a step, and
//! the sender's case takes in what the receiver did. Other looks only read.

use amparo_store::{CaseId, ReferralId};

use super::sender;
use super::{ReferralView, answer, rows};
use crate::casefile::{self, CaseAccess, File};
use crate::foundation::{Act, App, Caller, Refusal};
use crate::ledger::{About, What};
use crate::rights::{Object, Right};

/// From which side somebody looks, and whether it is the receiver's first look.
enum LookingFrom {
    Sender,
    Receiver { first: bool },
}

/// One referral, from whichever side the member stands on.
pub(super) fn one(app: &App, caller: &Caller, id: ReferralId) -> Result<ReferralView, Refusal> {
    with(app, caller, id, |_, view| Ok(view))
}

/// The same with what else is to be shown of it, which is looked at in the same act.
pub(super) fn with<T>(
    app: &App,
    caller: &Caller,
    id: ReferralId,
    mut more: impl FnMut(&mut Act<'_>, ReferralView) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    match app.consult(caller, |act| looking_from(act, id))? {
        LookingFrom::Receiver { first: true } => app.write(caller, |act| {
            let view = answer::first_look(act, id)?;
            more(act, view)
        }),
        LookingFrom::Receiver { first: false } => app.read(caller, |act| {
            let view = answer::look(act, id)?;
            more(act, view)
        }),
        LookingFrom::Sender => {
            let shown = app.read(caller, |act| {
                let (view, behind) = one_as_sender(act, id)?;
                if behind {
                    Ok(None)
                } else {
                    more(act, view).map(Some)
                }
            })?;
            if let Some(shown) = shown {
                return Ok(shown);
            }
            app.write(caller, |act| {
                catch_up(act, id)?;
                let (view, _) = one_as_sender(act, id)?;
                more(act, view)
            })
        }
    }
}

/// One referral as it stands, for a form about it that is shown again: nothing moves by it.
pub(super) fn again(act: &mut Act<'_>, id: ReferralId) -> Result<ReferralView, Refusal> {
    match looking_from(act, id)? {
        LookingFrom::Sender => one_as_sender(act, id).map(|(view, _)| view),
        LookingFrom::Receiver { .. } => answer::look(act, id),
    }
}

fn looking_from(act: &mut Act<'_>, id: ReferralId) -> Result<LookingFrom, Refusal> {
    let organisation = act.needs(Right::Read, Object::Referral)?.organisation;
    let row = rows::find(act.db(), id)?.ok_or(Refusal::NotFound)?;
    if row.sender == organisation {
        return Ok(LookingFrom::Sender);
    }
    let first = answer::is_first_look(act, id)?;
    Ok(LookingFrom::Receiver { first })
}

fn one_as_sender(act: &mut Act<'_>, id: ReferralId) -> Result<(ReferralView, bool), Refusal> {
    let row = sender::locate(act, id, Right::Read)?;
    let case = casefile::find(act, row.case, Right::Read)?;
    let file = File::open(act, &case)?;
    let view = sender::view(act, &case, &file, &row)?;
    let behind = sender::is_behind(act, &file, &[row])?;
    case.note(act, What::ReferralSeen, About::the(id.to_uuid()))?;
    Ok((view, behind))
}

fn catch_up(act: &mut Act<'_>, id: ReferralId) -> Result<(), Refusal> {
    let case = sender::locate(act, id, Right::Read)?.case;
    casefile::change(act, case, Right::Read, |act, case| {
        sender::sync(act, case).map(|_| ())
    })
}

/// Every referral of a case, the newest first.
pub(super) fn of_case(
    app: &App,
    caller: &Caller,
    case: CaseId,
) -> Result<Vec<ReferralView>, Refusal> {
    let (views, behind) = app.read(caller, |act| {
        let access = casefile::find(act, case, Right::Read)?;
        all(act, &access)
    })?;
    if !behind {
        return Ok(views);
    }
    app.write(caller, |act| {
        casefile::change(act, case, Right::Read, |act, case| {
            sender::sync(act, case)?;
            all(act, case).map(|(views, _)| views)
        })
    })
}

/// The referrals of an opened case, and whether its file is behind them.
pub(super) fn all(
    act: &mut Act<'_>,
    case: &CaseAccess,
) -> Result<(Vec<ReferralView>, bool), Refusal> {
    let file = File::open(act, case)?;
    let rows = rows::of_case(act.db(), case.id())?;
    let mut views = Vec::with_capacity(rows.len());
    // The records stand in the order of writing; the rows in that of random ids.
    for kept in file.all::<sender::Sent>()?.iter().rev() {
        if let Some(row) = rows.iter().find(|row| row.id == kept.body.referral) {
            views.push(sender::view(act, case, &file, row)?);
        }
    }
    let behind = sender::is_behind(act, &file, &rows)?;
    case.note(act, What::ReferralListed, About::default())?;
    Ok((views, behind))
}
