//! The state that all acts share, and the only place where an act is committed.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use amparo_store::{AccountId, AnyConnection, CaseId, OrganisationId, Store};
use amparo_vault::{BootSecret, CaseKey, InstanceKey, SessionToken};

use super::act::Act;
use super::caller::Caller;
use super::case_state::CaseState;
use super::clock::Clock;
use super::config::Config;
use super::gate::Gate;
use super::keeper::TraceKeeper;
use super::lanes::{Lane, Lanes};
use super::marks::{Kept, Mark, MarkedRow, Marks, MarksFile, RowKind};
use super::memory::Memory;
use super::refusal::{Broken, Refusal};
use super::rng;
use super::traces::{Line, OnceCommitted, Traces};

/// What accounts are called.
pub type Names = HashMap<AccountId, String>;

/// How far cases have come.
pub type CaseStates = Vec<(CaseId, CaseState)>;

/// How the foundation reaches up without knowing a room: the doors hand these in.
#[derive(Clone, Copy, Debug)]
pub struct Hooks {
    /// In which lane does whoever has this token wait? In memory, so that a token nobody has costs
    /// nothing.
    pub lane_of: fn(&App, &SessionToken) -> Option<Lane>,
    /// Who holds this token? Team and receipts know.
    pub authenticate: fn(&App, SessionToken) -> Result<Caller, Refusal>,
    /// The names of accounts, for what is shown beside an id. The team knows.
    pub names: fn(&mut Act<'_>, &[AccountId]) -> Result<Names, Refusal>,
    /// Remembers on the acting member's keyring how many lines a ledger had, and its head. The team
    /// knows.
    pub pin_ledger: fn(&mut Act<'_>, u64, [u8; 32]) -> Result<(), Refusal>,
    /// How far every case of an organisation has come, as its rows say. The case file knows.
    pub case_states: fn(&mut Act<'_>, OrganisationId) -> Result<CaseStates, Refusal>,
    /// Keeps the ledger lines of an act. The ledger knows.
    pub keep_lines: fn(&mut AnyConnection, &[Line]) -> Result<(), Refusal>,
    /// Makes ready what an act of the caller will need, before the act takes the lock. The ledger
    /// knows. What it cannot make ready now, the act makes itself.
    pub make_ready: fn(&App, &Caller) -> Result<(), Refusal>,
    /// A case has a new key in place of the old one: the rooms above the file seal anew what they
    /// keep under it.
    pub rekeyed: fn(&mut Act<'_>, old: &CaseKey, new: &CaseKey) -> Result<(), Refusal>,
}

/// What all acts share. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// The inside of [`App`].
pub struct Shared {
    /// The settings.
    pub config: Config,
    /// Rows and transactions.
    pub store: Store,
    /// The present.
    pub clock: Clock,
    /// The key outside the database.
    pub instance: InstanceKey,
    /// Half of every session; gone with the process.
    pub boot: BootSecret,
    /// How much work of each kind is done at once.
    pub lanes: Lanes,
    /// Bounds the runs of Argon2, whoever asks.
    pub stretching: Gate,
    /// Bounds them for receipts: one at a time, for each takes four times the memory.
    pub stretching_receipts: Gate,
    marks: Marks,
    marks_file: Option<MarksFile>,
    marks_missing: bool,
    keeper: TraceKeeper,
    memory: Memory,
    hooks: Hooks,
}

impl std::ops::Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App(..)")
    }
}

impl App {
    /// Puts the parts together; the same for the server and for the tests.
    pub fn assemble(
        config: Config,
        store: Store,
        instance: InstanceKey,
        clock: Clock,
        hooks: Hooks,
    ) -> Result<Self, Refusal> {
        let marks_file = config.state_folder.as_deref().map(MarksFile::within);
        let kept = match &marks_file {
            Some(file) => file.read(&instance)?,
            None => Kept::default(),
        };
        let boot = BootSecret::generate(&mut rng::fresh()?);
        let lanes = Lanes::new(config.stretch_permits);
        let stretching = Gate::new(config.stretch_permits, 64, Duration::from_secs(10));
        let stretching_receipts = Gate::new(1, 16, Duration::from_secs(10));
        Ok(Self(Arc::new(Shared {
            config,
            store,
            clock,
            instance,
            boot,
            lanes,
            stretching,
            stretching_receipts,
            marks: Marks::beginning_with(kept.marks),
            marks_file,
            marks_missing: kept.missing,
            keeper: TraceKeeper::default(),
            memory: Memory::default(),
            hooks,
        })))
    }

    /// Who holds this token? In the lane of whoever is signed in, and for a token that nobody has at
    /// once.
    pub async fn recognise(&self, token: SessionToken) -> Result<Caller, Refusal> {
        let lane = (self.hooks.lane_of)(self, &token).ok_or(Refusal::SignIn)?;
        let app = self.clone();
        self.lanes.run(lane, move || app.authenticate(token)).await
    }

    /// Who holds this token?
    pub fn authenticate(&self, token: SessionToken) -> Result<Caller, Refusal> {
        (self.hooks.authenticate)(self, token)
    }

    /// The names of accounts, of those who left too; unknown ones are left out.
    pub fn names(
        &self,
        act: &mut Act<'_>,
        ids: &[AccountId],
    ) -> Result<HashMap<AccountId, String>, Refusal> {
        (self.hooks.names)(act, ids)
    }

    /// Pins the head of the acting member's ledger on her own keyring.
    pub fn pin_ledger(&self, act: &mut Act<'_>, lines: u64, head: [u8; 32]) -> Result<(), Refusal> {
        (self.hooks.pin_ledger)(act, lines, head)
    }

    /// How far every case of an organisation has come, as its rows say.
    pub fn case_states(
        &self,
        act: &mut Act<'_>,
        organisation: OrganisationId,
    ) -> Result<CaseStates, Refusal> {
        (self.hooks.case_states)(act, organisation)
    }

    /// Tells the rooms above the file that a case has a new key, in the act that gave it.
    pub fn rekeyed(&self, act: &mut Act<'_>, old: &CaseKey, new: &CaseKey) -> Result<(), Refusal> {
        (self.hooks.rekeyed)(act, old, new)
    }

    /// Changes something: one transaction, committed only if the act says so **and** somebody
    /// witnessed it. The closure may run again when the database could not order two acts.
    pub fn write<T>(
        &self,
        caller: &Caller,
        mut act: impl FnMut(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        (self.hooks.make_ready)(self, caller)?;
        self.change(caller, |it| {
            let answer = act(it)?;
            if !it.witnessed() {
                return Err(Broken::bug("an act nobody witnessed was not committed").into());
            }
            Ok(answer)
        })
    }

    /// Looks at something that somebody will be told was looked at. The look is on record before
    /// the answer leaves; if it cannot be recorded there is no answer.
    pub fn read<T>(
        &self,
        caller: &Caller,
        act: impl FnOnce(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (answer, mut traces) = self.look(caller, act)?;
        if traces.lines.is_empty() {
            return Err(Broken::bug("a look nobody witnessed was not answered").into());
        }
        let changes = std::mem::take(&mut traces.once_committed);
        self.remember(traces)?;
        follow(changes);
        Ok(answer)
    }

    /// Looks at what is nobody's file: the public directory, one's own sign-in and account. If the
    /// look puts a line on record all the same, as at a hidden address, it is kept before the
    /// answer leaves.
    pub fn consult<T>(
        &self,
        caller: &Caller,
        act: impl FnOnce(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (answer, mut traces) = self.look(caller, act)?;
        let changes = std::mem::take(&mut traces.once_committed);
        if !traces.lines.is_empty() {
            self.remember(traces)?;
        }
        follow(changes);
        Ok(answer)
    }

    /// Looks at one row in one statement, with no transaction around it. Puts nothing on record.
    pub fn glance<T>(
        &self,
        mut look: impl FnMut(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let marks = self.marks.now();
        let (answer, seen) = self.store.glance(|db| {
            let mut it = Act::new(self, &Caller::Visitor, db, rng::fresh()?, marks.clone());
            let answer = look(&mut it)?;
            Ok::<_, Refusal>((answer, it.into_traces().seen))
        })?;
        self.raise_marks(&seen);
        Ok(answer)
    }

    fn remember(&self, traces: Traces) -> Result<(), Refusal> {
        self.keeper.keep(traces, |all| {
            self.store
                .write(|db| all.iter().try_for_each(|one| self.keep(db, one)))
        })
    }

    /// Housekeeping that is nobody's act: sessions that end, jobs that are claimed, lines that are
    /// folded into the chain. Never for what a person did.
    pub fn housekeep<T>(
        &self,
        work: impl FnMut(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.housekeep_for(&Caller::Visitor, work)
    }

    /// Housekeeping after somebody's act, such as keeping its answer to be given again.
    pub(crate) fn housekeep_for<T>(
        &self,
        caller: &Caller,
        work: impl FnMut(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.change(caller, work)
    }

    /// Between two of many transactions in a row: whoever waits for the writer gets it.
    #[expect(
        clippy::disallowed_methods,
        reason = "no act is open, and the pool gives the writer back to whoever is quickest"
    )]
    pub fn let_others_write(&self) {
        std::thread::sleep(Duration::from_millis(2));
    }

    fn change<T>(
        &self,
        caller: &Caller,
        mut work: impl FnMut(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let marks = self.marks.now();
        let mut shown = None;
        let outcome = self.store.write(|db| {
            let rng = rng::fresh()?;
            let mut it = Act::new(self, caller, db, rng, marks.clone());
            let outcome = work(&mut it);
            let traces = it.into_traces();
            match outcome {
                Ok(answer) => {
                    self.keep(db, &traces)?;
                    Ok((answer, traces.seen, traces.once_committed))
                }
                Err(refusal) => {
                    shown = Some(traces).filter(|traces| traces.shown);
                    Err::<_, Refusal>(refusal)
                }
            }
        });
        match (outcome, shown) {
            (Ok((answer, seen, changes)), _) => {
                self.raise_marks(&seen);
                follow(changes);
                Ok(answer)
            }
            (Err(refusal), shown) => self.refused(refusal, shown),
        }
    }

    fn look<T>(
        &self,
        caller: &Caller,
        act: impl FnOnce(&mut Act<'_>) -> Result<T, Refusal>,
    ) -> Result<(T, Traces), Refusal> {
        let (rng, marks) = (rng::fresh()?, self.marks.now());
        let mut shown = None;
        let outcome = self.store.read(|db| {
            let mut it = Act::new(self, caller, db, rng, marks);
            let answer = act(&mut it);
            let traces = it.into_traces();
            match answer {
                Ok(answer) => Ok((answer, traces)),
                Err(refusal) => {
                    shown = Some(traces).filter(|traces| traces.shown);
                    Err::<_, Refusal>(refusal)
                }
            }
        });
        match (outcome, shown) {
            (Ok((answer, traces)), _) => {
                self.raise_marks(&traces.seen);
                Ok((answer, traces))
            }
            (Err(refusal), shown) => self.refused(refusal, shown),
        }
    }

    /// What was shown in place of an answer is on record before it leaves.
    fn refused<T>(&self, refusal: Refusal, shown: Option<Traces>) -> Result<T, Refusal> {
        if let Some(traces) = shown.filter(|traces| !traces.lines.is_empty()) {
            self.remember(traces)?;
        }
        Err(refusal)
    }

    fn raise_marks(&self, seen: &[(MarkedRow, Mark)]) {
        if self.marks.raise(seen)
            && let Some(file) = &self.marks_file
        {
            file.falls_behind();
        }
    }

    /// Writes the file of marks if something rose since it was written last. To be called every
    /// second and at the end.
    pub fn keep_marks(&self) -> Result<(), Refusal> {
        match &self.marks_file {
            Some(file) => file.catch_up(&self.instance, || self.marks.now()),
            None => Ok(()),
        }
    }

    /// The marks of one kind of row.
    pub fn marks_of(&self, kind: RowKind) -> Vec<(MarkedRow, Mark)> {
        let now = self.marks.now();
        now.all().filter(|(place, _)| place.0 == kind).collect()
    }

    /// There should be a file of marks, and there was none at the start.
    pub fn marks_were_missing(&self) -> bool {
        self.marks_missing
    }

    fn keep(&self, db: &mut AnyConnection, traces: &Traces) -> Result<(), Refusal> {
        (self.hooks.keep_lines)(db, &traces.lines)?;
        traces.afterwards.iter().try_for_each(|change| change(db))
    }

    /// Forgets which versions were seen, for a suite that puts rows back on purpose. Nothing in the
    /// server may call it: it is what an intruder wants.
    pub fn forget_versions_seen(&self) {
        self.marks.clear();
        if let Some(file) = &self.marks_file {
            file.falls_behind();
        }
    }

    /// What a room remembers between acts, made on first use. Sealed or public things only.
    pub fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.memory.of()
    }
}

/// What the process remembers follows what was committed.
fn follow(changes: Vec<OnceCommitted>) {
    for change in changes {
        change();
    }
}
