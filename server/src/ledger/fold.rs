//! Folding lines into the chain, and checking that the chain holds.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use amparo_store::{Digest, OrganisationId, Position};
use amparo_vault::{EMPTY_LEDGER, chain, leaf_hash, verify_checkpoint};

use super::model::Verdict;
use super::{hex, rows};
use crate::foundation::marks::MarkedRow;
use crate::foundation::{Act, App, Refusal, RowKind};

/// Lines that are read at a time when the chain is checked.
const STRIDE: i64 = 1000;

/// Folds every new line of every organisation into its chain and signs the heads. Answers how many
/// lines were folded. Two servers doing it at once cannot both place a line: the second one's
/// checkpoint is refused by the table and its transaction undone. A line that this instance did not
/// write stays outside the chain.
pub fn fold(app: &App) -> Result<usize, Refusal> {
    let organisations = app.consult(&crate::foundation::Caller::Visitor, |act| {
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
    if size.get() < act.highest(place) {
        // The lines that follow would make the chain long enough again: remember that it was cut.
        tracing::error!("the end of a ledger's chain was cut off");
        act.app().memory::<Cut>().note(organisation);
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
        // What is cut off later is noticed as long as this process lives.
        if number >= act.highest(place) {
            act.saw(place, number)?;
        }
    }
    Ok(count)
}

/// Organisations whose chain was seen to be shorter than before.
#[derive(Default)]
struct Cut(Mutex<HashSet<OrganisationId>>);

impl Cut {
    fn note(&self, organisation: OrganisationId) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(organisation);
    }

    fn has(&self, organisation: OrganisationId) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.contains(&organisation)
    }
}

fn place_of(organisation: OrganisationId) -> MarkedRow {
    (RowKind::Checkpoint, organisation.as_bytes(), [0; 16])
}

/// Computes the whole chain anew and compares it with the signed head, with the word of this
/// instance on each line, and with the longest chain that this process has seen.
pub fn verify(act: &mut Act<'_>, organisation: OrganisationId) -> Result<Verdict, Refusal> {
    let last = rows::last_checkpoint(act.db(), organisation)?;
    let size = last.as_ref().map_or(Position::NONE, |last| last.size);
    let mut walk = walk(act, organisation, size)?;
    walk.problems.extend(match last {
        Some(last) => against(act, organisation, &walk, &last),
        None if walk.lines > Position::NONE => {
            vec!["there are folded lines but no checkpoint".to_owned()]
        }
        None => Vec::new(),
    });
    let before = act.highest(place_of(organisation));
    let shorter = size.get() < before;
    if shorter || act.app().memory::<Cut>().has(organisation) {
        walk.problems.push(format!(
            "the end of the chain was cut off: {before} lines were there"
        ));
    }
    let unfolded = rows::unfolded(act.db(), organisation)?;
    let waiting = unfolded.len();
    let ours = |line: &&rows::FoldLine| line.is_ours(act.app(), organisation);
    let not_yet_folded = unfolded.iter().filter(ours).count();
    let foreign = walk.foreign + waiting - not_yet_folded;
    if foreign > 0 {
        walk.problems
            .push(format!("{foreign} lines were not written by this instance"));
    }
    Ok(Verdict {
        intact: walk.problems.is_empty(),
        lines: walk.lines.number(),
        not_yet_folded: i64::try_from(not_yet_folded).unwrap_or(i64::MAX),
        head: hex(walk.head),
        problems: walk.problems,
    })
}

struct Walk {
    lines: Position,
    head: [u8; 32],
    at_checkpoint: [u8; 32],
    foreign: usize,
    problems: Vec<String>,
}

fn walk(act: &mut Act<'_>, organisation: OrganisationId, size: Position) -> Result<Walk, Refusal> {
    let mut walk = Walk {
        lines: Position::NONE,
        head: EMPTY_LEDGER,
        at_checkpoint: EMPTY_LEDGER,
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
            if size == position {
                walk.at_checkpoint = walk.head;
            }
            if !line.is_ours(act.app(), organisation) {
                walk.foreign += 1;
            }
        }
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
    if signed != walk.at_checkpoint {
        problems.push("a line was changed, dropped or moved".to_owned());
    }
    problems
}
