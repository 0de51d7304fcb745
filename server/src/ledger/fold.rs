//! Folding lines into the chain, and checking that the chain holds.

use std::collections::BTreeMap;

use amparo_store::{AnyConnection, Digest, OrganisationId, Position};
use amparo_vault::{EMPTY_LEDGER, PinKind, chain, leaf_hash, verify_checkpoint};

use super::model::Verdict;
use super::{hex, rows};
use crate::foundation::marks::MarkedRow;
use crate::foundation::{Act, App, Caller, Mark, Refusal, RowKind};

/// Lines that are read at a time when the chain is checked.
const STRIDE: i64 = 1000;

/// Folds every new line of every organisation into its chain and signs the heads. Answers how many
/// lines were folded. Two servers doing it at once cannot both place a line: the second one's
/// checkpoint is refused by the table and its transaction undone. A line that this instance did not
/// write stays outside the chain.
pub fn fold(app: &App) -> Result<usize, Refusal> {
    let organisations = app.consult(&Caller::Visitor, |act| {
        rows::unfolded_organisations(act.db())
    })?;
    let mut folded = 0;
    for organisation in organisations {
        folded += app.housekeep(|act| fold_one(act, organisation))?;
    }
    Ok(folded)
}

fn fold_one(act: &mut Act<'_>, organisation: OrganisationId) -> Result<usize, Refusal> {
    let (mut size, mut head) = match rows::last_checkpoint(act.db(), organisation)? {
        Some(last) => (last.size, last.head.into_bytes()),
        None => (Position::NONE, EMPTY_LEDGER),
    };
    let place = place_of(organisation);
    let whole = continues(act, organisation, act.mark(place), size)?;
    if !whole {
        // The lines that follow would make the chain long enough again: the mark stays as it is,
        // and is held against every chain to come.
        tracing::error!("a ledger's chain was cut or rewritten");
    }
    let mut count = 0;
    for line in rows::unfolded(act.db(), organisation)? {
        if !line.is_ours(act.app(), organisation) {
            continue;
        }
        size = size.next();
        count += 1;
        head = chain(head, leaf_hash(line.sealed.as_slice()));
        rows::place(act.db(), line.id, size)?;
    }
    if count > 0 {
        let number = size.get();
        let notary = act.app().instance.notary();
        let signature = notary.sign_checkpoint(organisation.as_bytes(), number, head);
        rows::insert_checkpoint(act.db(), organisation, size, Digest::from(head), &signature)?;
        if whole {
            act.saw_head(place, number, head)?;
        }
    }
    Ok(count)
}

/// Whether the chain goes on from what was seen: it is no shorter, and the checkpoint that was the
/// last is there with the same head.
fn continues(
    act: &mut Act<'_>,
    organisation: OrganisationId,
    before: Mark,
    size: Position,
) -> Result<bool, Refusal> {
    if before.version == 0 {
        return Ok(true);
    }
    let Ok(then) = Position::try_from(before.version) else {
        return Ok(false);
    };
    if size < then {
        return Ok(false);
    }
    let there = rows::checkpoint_at(act.db(), organisation, then)?;
    Ok(there.is_some_and(|head| before.head.is_none_or(|seen| head.into_bytes() == seen)))
}

/// A ledger that does not go on from what was seen of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub organisation: OrganisationId,
    /// How many lines were there.
    pub before: u64,
    /// How many there are.
    pub now: u64,
}

impl std::fmt::Display for Gap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            organisation,
            before,
            now,
        } = self;
        write!(f, "Ledger of {organisation}: {before} lines were seen, ")?;
        if now < before {
            write!(f, "{now} are there")
        } else {
            write!(f, "and others are in their place")
        }
    }
}

/// Every ledger that does not go on from these marks.
pub fn gaps(app: &App, marks: &[(MarkedRow, Mark)]) -> Result<Vec<Gap>, Refusal> {
    app.consult(&Caller::Visitor, |act| {
        let mut gaps = Vec::new();
        for ((kind, id, _), mark) in marks {
            if *kind != RowKind::Checkpoint {
                continue;
            }
            let organisation = OrganisationId::from_bytes(*id);
            let last = rows::last_checkpoint(act.db(), organisation)?;
            let size = last.map_or(Position::NONE, |last| last.size);
            if !continues(act, organisation, *mark, size)? {
                gaps.push(Gap {
                    organisation,
                    before: mark.version,
                    now: size.get(),
                });
            }
        }
        Ok(gaps)
    })
}

/// Organisation, size and head of every ledger, as the database has them.
pub fn signed_heads(
    db: &mut AnyConnection,
) -> Result<Vec<(OrganisationId, Position, String)>, Refusal> {
    let mut heads = Vec::new();
    for organisation in rows::organisations(db)? {
        if let Some(last) = rows::last_checkpoint(db, organisation)? {
            heads.push((organisation, last.size, hex(last.head.into_bytes())));
        }
    }
    Ok(heads)
}

/// The head after so many lines, computed from them; nothing if they are not there.
pub fn head_at(
    db: &mut AnyConnection,
    organisation: OrganisationId,
    size: u64,
) -> Result<Option<String>, Refusal> {
    let (mut at, mut head) = (Position::NONE, EMPTY_LEDGER);
    while at.get() < size {
        let stride = rows::folded(db, organisation, at, STRIDE)?;
        if stride.is_empty() {
            return Ok(None);
        }
        for (position, line) in stride {
            if at.get() < size {
                head = chain(head, leaf_hash(line.sealed.as_slice()));
                at = position;
            }
        }
    }
    Ok((at.get() == size).then(|| hex(head)))
}

/// The head of every ledger as the database has it, as marks.
pub fn heads(app: &App) -> Result<Vec<(MarkedRow, Mark)>, Refusal> {
    app.consult(&Caller::Visitor, |act| {
        let mut heads = Vec::new();
        for organisation in rows::organisations(act.db())? {
            if let Some(last) = rows::last_checkpoint(act.db(), organisation)? {
                let mark = Mark::head(last.size.get(), last.head.into_bytes());
                heads.push((place_of(organisation), mark));
            }
        }
        Ok(heads)
    })
}

fn place_of(organisation: OrganisationId) -> MarkedRow {
    (RowKind::Checkpoint, organisation.as_bytes(), [0; 16])
}

/// Computes the whole chain anew and compares it with the signed head, with the word of this
/// instance on each line, with what this server has seen, and with what the acting auditor saw last.
/// If it is whole, she remembers its head.
pub fn verify(act: &mut Act<'_>, organisation: OrganisationId) -> Result<Verdict, Refusal> {
    let last = rows::last_checkpoint(act.db(), organisation)?;
    let size = last.as_ref().map_or(Position::NONE, |last| last.size);
    let before = act.mark(place_of(organisation));
    let seen = pinned(act, organisation)?;
    let asked = [size.get(), before.version, seen.version];
    let mut walk = walk(act, organisation, asked)?;
    walk.problems.extend(match last {
        Some(last) => against(act, organisation, &walk, &last),
        None if walk.lines > Position::NONE => {
            vec!["there are folded lines but no checkpoint".to_owned()]
        }
        None => Vec::new(),
    });
    walk.problems.extend(since(&before, &walk));
    walk.problems
        .extend(since(&seen, &walk).filter(|_| seen != before));
    let unfolded = rows::unfolded(act.db(), organisation)?;
    let waiting = unfolded.len();
    let ours = |line: &&rows::FoldLine| line.is_ours(act.app(), organisation);
    let not_yet_folded = unfolded.iter().filter(ours).count();
    let foreign = walk.foreign + waiting - not_yet_folded;
    if foreign > 0 {
        walk.problems
            .push(format!("{foreign} lines were not written by this instance"));
    }
    if walk.problems.is_empty() && walk.lines > Position::NONE {
        act.app().pin_ledger(act, walk.lines.get(), walk.head)?;
    }
    Ok(Verdict {
        intact: walk.problems.is_empty(),
        lines: walk.lines.number(),
        not_yet_folded: i64::try_from(not_yet_folded).unwrap_or(i64::MAX),
        head: hex(walk.head),
        problems: walk.problems,
    })
}

/// What the acting auditor saw last, as her own keyring remembers it.
fn pinned(act: &Act<'_>, organisation: OrganisationId) -> Result<Mark, Refusal> {
    let keyring = act.member()?.keyring();
    let pin = keyring.pinned(organisation.as_bytes(), PinKind::Ledger);
    Ok(pin.map_or_else(Mark::default, |pin| Mark::head(pin.number, pin.hash)))
}

struct Walk {
    lines: Position,
    head: [u8; 32],
    /// The heads at the sizes that were asked for.
    at: BTreeMap<u64, [u8; 32]>,
    foreign: usize,
    problems: Vec<String>,
}

fn walk(act: &mut Act<'_>, organisation: OrganisationId, asked: [u64; 3]) -> Result<Walk, Refusal> {
    let mut walk = Walk {
        lines: Position::NONE,
        head: EMPTY_LEDGER,
        at: BTreeMap::from([(0, EMPTY_LEDGER)]),
        foreign: 0,
        problems: Vec::new(),
    };
    loop {
        let stride = rows::folded(act.db(), organisation, walk.lines, STRIDE)?;
        if stride.is_empty() {
            return Ok(walk);
        }
        for (position, line) in stride {
            if position != walk.lines.next() {
                walk.problems.push(format!(
                    "lines are missing between {} and {position}",
                    walk.lines
                ));
            }
            walk.lines = position;
            walk.head = chain(walk.head, leaf_hash(line.sealed.as_slice()));
            if asked.contains(&position.get()) {
                walk.at.insert(position.get(), walk.head);
            }
            if !line.is_ours(act.app(), organisation) {
                walk.foreign += 1;
            }
        }
    }
}

/// What does not go on from what this server saw before.
fn since(before: &Mark, walk: &Walk) -> Option<String> {
    let lines = before.version;
    match walk.at.get(&lines) {
        None => Some(format!(
            "the end of the chain was cut off: {lines} lines were there"
        )),
        Some(head) if before.head.is_some_and(|seen| seen != *head) => Some(format!(
            "the chain was rewritten: its first {lines} lines are not those that were there"
        )),
        Some(_) => None,
    }
}

fn against(
    act: &Act<'_>,
    organisation: OrganisationId,
    walk: &Walk,
    last: &rows::Checkpoint,
) -> Vec<String> {
    let mut problems = Vec::new();
    let size = last.size;
    let number = size.get();
    let public = act.app().instance.notary().public();
    let signed = last.head.into_bytes();
    let signature = <[u8; 64]>::try_from(last.signature.as_slice()).unwrap_or([0; 64]);
    if verify_checkpoint(&public, organisation.as_bytes(), number, signed, &signature).is_err() {
        problems.push(format!(
            "the checkpoint at line {size} is not signed by this instance"
        ));
    }
    if size != walk.lines {
        problems.push(format!(
            "the checkpoint covers {size} lines, {} are there",
            walk.lines
        ));
    }
    if walk.at.get(&number) != Some(&signed) {
        problems.push("a line was changed, dropped or moved".to_owned());
    }
    problems
}
