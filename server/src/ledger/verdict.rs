//! Checking that the chain holds, that it goes on from what was seen of it, and that no case is older
//! than it says.

use std::collections::BTreeMap;
use std::sync::Arc;

use amparo_store::{OrganisationId, Position};
use amparo_vault::{EMPTY_LEDGER, PinKind, chain, leaf_hash};

use super::fold::{STRIDE, is_signed, place_of};
use super::model::Verdict;
use super::{hex, newest, rows};
use crate::foundation::{Act, Mark, Refusal};

/// Computes the whole chain anew and compares it with the signed head, with the word of this
/// instance on each line, with what this server has seen, and with what the acting auditor saw last.
/// If it is whole, she remembers its head. Then the cases are compared with what it says of them.
pub fn verify(act: &mut Act<'_>, organisation: OrganisationId) -> Result<Verdict, Refusal> {
    let last = rows::last_checkpoint(act.db(), organisation)?;
    let size = last.as_ref().map_or(Position::NONE, |last| last.size);
    let before = act.mark(place_of(organisation));
    let seen = pinned(act, organisation)?;
    let read = newest::read_before(act.app(), organisation);
    let asked = [size.get(), before.version, seen.version, read.lines.get()];
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
    let goes_on = walk.at.get(&read.lines.get()) == Some(&read.head);
    let read = if goes_on { read } else { Arc::default() };
    let older = newest::older_cases(act, organisation, &read)?;
    walk.problems.extend(older);
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

fn walk(act: &mut Act<'_>, organisation: OrganisationId, asked: [u64; 4]) -> Result<Walk, Refusal> {
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
    let signed = last.head.into_bytes();
    if !is_signed(act, organisation, last) {
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
