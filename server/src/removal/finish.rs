//! Counting what is due, and doing it.

use crate::foundation::{Act, App, Caller, Refusal};
use crate::ledger::{self, About, What};
use crate::rights::{Object, Right};
use crate::{casefile, cases, intake, receipts, referrals, team};

use super::model::{GroupDue, RemovalDebt};

/// Things that one request does at most: some seconds.
pub(super) const AT_ONCE: usize = 200;

/// What is due, counted for somebody who could do it.
pub fn debt(act: &mut Act<'_>) -> Result<RemovalDebt, Refusal> {
    let due = Due::look(act)?;
    ledger::note(act, What::TeamsListed, About::default())?;
    Ok(due.count(0))
}

/// Does what is due, at most `most` things, and counts what is left.
pub fn finish(app: &App, caller: &Caller, most: usize) -> Result<RemovalDebt, Refusal> {
    let mut done = 0;
    let mut now: Option<Caller> = None;
    if caller.member()?.certificate.is_some() {
        for group in app.read(caller, team::due)? {
            let acting = now.as_ref().unwrap_or(caller);
            if done < most
                && app
                    .write(acting, |act| team::rotate(act, group.0, None))
                    .is_ok()
            {
                done += 1;
                // The new key is on its way to her; what follows is sealed to it.
                now = Some(team::renewed(app, caller)?);
            }
        }
    }
    let caller = now.as_ref().unwrap_or(caller);
    let due = app.read(caller, |act| {
        let due = Due::look(act)?;
        ledger::note(act, What::TeamsListed, About::default())?;
        Ok(due)
    })?;
    let mut run = Run {
        app,
        caller,
        done,
        most,
    };
    // A case's letters and packets are sealed anew with it, so cases come first.
    run.each(&due.cases, |act, id| casefile::rekey(act, *id))?;
    run.each(&due.calls, |act, id| intake::renew(act, *id))?;
    run.each(&due.letters, |act, letter| {
        receipts::renew_letter(act, *letter)
    })?;
    run.each(&due.referrals, |act, id| referrals::renew(act, *id))?;
    let done = run.done;
    app.read(caller, |act| {
        debt(act).map(|left| RemovalDebt { done, ..left })
    })
}

struct Run<'a> {
    app: &'a App,
    caller: &'a Caller,
    done: usize,
    most: usize,
}

impl Run<'_> {
    /// One act for each. Who is signed out stops; anything else that goes wrong with one thing leaves
    /// it due and lets the others be done.
    fn each<T>(
        &mut self,
        things: &[T],
        renew: impl Fn(&mut Act<'_>, &T) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        for thing in things {
            if self.done >= self.most {
                return Ok(());
            }
            match self.app.write(self.caller, |act| renew(act, thing)) {
                Ok(()) => self.done += 1,
                Err(refusal @ (Refusal::SignIn | Refusal::SecondFactor)) => return Err(refusal),
                Err(_) => tracing::warn!("something that is due after a removal could not be done"),
            }
        }
        Ok(())
    }
}

/// Everything that is due.
struct Due {
    groups: Vec<GroupDue>,
    cases: Vec<amparo_store::CaseId>,
    calls: Vec<amparo_store::IntakeId>,
    letters: Vec<receipts::FormerLetter>,
    referrals: Vec<amparo_store::ReferralId>,
}

impl Due {
    fn look(act: &mut Act<'_>) -> Result<Self, Refusal> {
        act.needs(Right::Rekey, Object::Team)?;
        let groups = team::due(act)?;
        Ok(Self {
            groups: groups
                .into_iter()
                .map(|(id, label)| GroupDue { id, label })
                .collect(),
            cases: cases::behind(act)?,
            calls: intake::behind(act)?,
            letters: receipts::letters_behind(act)?,
            referrals: referrals::behind(act)?,
        })
    }

    fn count(self, done: usize) -> RemovalDebt {
        let (cases, calls) = (self.cases.len(), self.calls.len());
        let (letters, referrals) = (self.letters.len(), self.referrals.len());
        RemovalDebt {
            done,
            left: self.groups.len() + cases + calls + letters + referrals,
            groups: self.groups,
            cases,
            calls,
            letters,
            referrals,
        }
    }
}
