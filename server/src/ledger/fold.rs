//! Folding lines into the chain, and checking that the chain holds.

use amparo_store::{Digest, OrganisationId};
use amparo_vault::{EMPTY_LEDGER, chain, leaf_hash, verify_checkpoint};

use super::model::Verdict;
use super::rows;
use crate::foundation::{Act, App, Refusal};

/// Lines that are read at a time when the chain is checked.
const STRIDE: i64 = 1000;

/// Folds every new line of every organisation into its chain and signs the heads. Answers how many
/// lines were folded. Two servers doing it at once cannot both place a line: the second one's
/// checkpoint is refused by the table and its transaction undone.
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
        Some((size, head, _)) => (size, head.into_bytes()),
        None => (0, EMPTY_LEDGER),
    };
    let lines = rows::unfolded(act.db(), organisation)?;
    let count = lines.len();
    for (id, sealed) in lines {
        size += 1;
        head = chain(head, leaf_hash(sealed.as_slice()));
        rows::place(act.db(), id, size)?;
    }
    if count > 0 {
        let number = u64::try_from(size).unwrap_or_default();
        let notary = act.app().instance.notary();
        let signature = notary.sign_checkpoint(organisation.as_bytes(), number, head);
        rows::insert_checkpoint(
            act.db(),
            organisation,
            (size, Digest::from(head)),
            &signature,
        )?;
    }
    Ok(count)
}

/// Computes the whole chain anew and compares it with the signed head.
pub fn verify(act: &mut Act<'_>, organisation: OrganisationId) -> Result<Verdict, Refusal> {
    let mut problems = Vec::new();
    let (mut lines, mut head) = (0_i64, EMPTY_LEDGER);
    let last = rows::last_checkpoint(act.db(), organisation)?;
    let mut head_at_checkpoint = EMPTY_LEDGER;
    loop {
        let stride = rows::folded(act.db(), organisation, lines, STRIDE)?;
        if stride.is_empty() {
            break;
        }
        for (position, _, sealed) in stride {
            if position != lines + 1 {
                problems.push(format!("lines are missing between {lines} and {position}"));
            }
            lines = position;
            head = chain(head, leaf_hash(sealed.as_slice()));
            if last.as_ref().is_some_and(|(size, _, _)| *size == position) {
                head_at_checkpoint = head;
            }
        }
    }
    if let Some((size, signed_head, signature)) = last {
        let number = u64::try_from(size).unwrap_or_default();
        let public = act.app().instance.notary().public();
        let signed = signed_head.into_bytes();
        let signature = <[u8; 64]>::try_from(signature.as_slice()).unwrap_or([0; 64]);
        if verify_checkpoint(&public, organisation.as_bytes(), number, signed, &signature).is_err()
        {
            problems.push(format!(
                "the checkpoint at line {size} is not signed by this instance"
            ));
        }
        if size != lines {
            problems.push(format!(
                "the checkpoint covers {size} lines, {lines} are there"
            ));
        }
        if signed != head_at_checkpoint {
            problems.push("a line was changed, dropped or moved".to_owned());
        }
    } else if lines > 0 {
        problems.push("there are folded lines but no checkpoint".to_owned());
    }
    let not_yet_folded = rows::count_unfolded(act.db(), organisation)?;
    Ok(Verdict {
        intact: problems.is_empty(),
        lines,
        not_yet_folded,
        head: hex(head),
        problems,
    })
}

fn hex(bytes: [u8; 32]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}
