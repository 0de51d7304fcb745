//! Failed sign-ins, put on record after the answer.
//!
//! What must stay true: a known and an unknown name cost the same work before the answer leaves. So
//! both leave one job of the same size, and only the job knows whether there is a ledger to write
//! in. Until it has run, about a second, the row says nothing: it is sealed under the instance key.

use amparo_store::{AccountId, OrganisationId};
use amparo_vault::{Context, Kind, Padding};
use chrono::TimeDelta;
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::accounts::Account;
use crate::foundation::jobs::{self, Job, Runner};
use crate::foundation::{Act, App, Broken, Refusal};
use crate::ledger::{self, About, What};

/// Puts a failed sign-in on record, if there is such an account.
#[derive(Debug, Serialize, Deserialize)]
pub struct NoteFailure {
    id: Uuid,
    sealed: String,
}

#[derive(Serialize, Deserialize)]
struct Failure {
    account: Option<(AccountId, OrganisationId)>,
    with: String,
}

/// The room's jobs.
pub fn jobs() -> Vec<Runner> {
    vec![jobs::runner::<NoteFailure>()]
}

/// Leaves word of a failure: of `account`, or of nobody. `with` says what was tried.
pub(super) fn leave_word(app: &App, account: Option<&Account>, with: &str) -> Result<(), Refusal> {
    app.housekeep(|act| {
        let failure = Failure {
            account: account.map(|account| (account.id, account.organisation)),
            with: with.to_owned(),
        };
        let id = act.fresh_id();
        let plain = serde_json::to_vec(&failure)?;
        let app = act.app();
        let sealed = app
            .instance
            .seal(&context(id), &plain, Padding::Record, act.rng())?;
        let sealed = BASE64.encode(&sealed);
        jobs::enqueue(act, &NoteFailure { id, sealed }, TimeDelta::zero())
    })
}

fn context(id: Uuid) -> Context {
    Context::of(Kind::LedgerLine, [0; 16], id.into_bytes())
}

impl Job for NoteFailure {
    const NAME: &'static str = "note_failed_sign_in";

    fn run(&self, act: &mut Act<'_>) -> Result<(), Refusal> {
        let sealed = BASE64
            .decode(self.sealed.as_bytes())
            .map_err(|_| Broken::damage("the note of a failed sign-in cannot be read"))?;
        let plain = act.app().instance.open(&context(self.id), &sealed)?;
        let failure: Failure = serde_json::from_slice(plain.expose())?;
        let Some((account, organisation)) = failure.account else {
            return Ok(());
        };
        let about = About::the(account.to_uuid()).because(failure.with);
        ledger::note_in(act, organisation, What::SignInFailed, about)
    }
}
