//! Reading lines: the auditors all of their organisation's, members with a case that case's.

use amparo_store::{CaseId, LedgerLineId, Position, Sealed};
use amparo_vault::{CaseKey, GroupPurpose, Opener};

use super::model::{Event, LineView, Verdict, What};
use super::{About, context_of, note, rows, verify};
use crate::foundation::{Act, Refusal};
use crate::rights::{Object, Right};
use crate::web::{Listing, PageQuery};

/// The organisation's lines, newest first. The cursor is the place in the chain.
pub fn of_organisation(act: &mut Act<'_>, page: &PageQuery) -> Result<Listing<LineView>, Refusal> {
    let member = act.needs(Right::Read, Object::Ledger)?;
    let limit = page.limit()?;
    let before = match page.after::<i64>()? {
        Some(before) => before.max(0).try_into()?,
        None => Position::LAST,
    };
    let take = i64::try_from(limit).unwrap_or(200) + 1;
    let rows = rows::newest(act.db(), member.organisation, before, take)?;
    let lines = rows
        .into_iter()
        .map(|(position, line)| {
            // One line that cannot be read must not hide the others.
            let event = line
                .is_ours(act.app(), member.organisation)
                .then(|| open_for_auditor(act, line.id, &line.sealed))
                .and_then(Result::ok);
            event.map_or_else(
                || LineView::unreadable(position.number()),
                |event| LineView::new(Some(position.number()), event),
            )
        })
        .collect();
    note(act, What::LedgerRead, About::default())?;
    let mut listing = Listing::cut(lines, limit, |line: &LineView| {
        line.position.unwrap_or_default().to_string()
    });
    // The chain folds the lines of one second in no order of time; a reader wants theirs. What
    // cannot be read stands first: somebody must look into it.
    listing
        .items
        .sort_by_key(|line| (line.at.is_some(), std::cmp::Reverse(line.at)));
    Ok(listing)
}

/// Computes the chain of one's organisation anew and says whether it holds.
pub fn verdict(act: &mut Act<'_>) -> Result<Verdict, Refusal> {
    let member = act.needs(Right::Read, Object::Ledger)?;
    let verdict = verify(act, member.organisation)?;
    note(act, What::LedgerVerified, About::default())?;
    Ok(verdict)
}

fn open_for_auditor(act: &Act<'_>, id: LedgerLineId, sealed: &Sealed) -> Result<Event, Refusal> {
    let member = act.member()?;
    let context = context_of(member.organisation, id.to_uuid());
    // A line may be older than the auditors' present epoch: try each key the auditor holds.
    for held in member.keyring().memberships() {
        if held.purpose == GroupPurpose::Auditors
            && let Ok(plain) = held.key.open_sealed(&context, sealed.as_slice())
        {
            return Ok(serde_json::from_slice(plain.expose())?);
        }
    }
    Err(Refusal::NotFound)
}

/// The lines of one case, newest first, for a member who holds its key. Lines written by somebody
/// without the key (the person, the server by itself) are for the auditors only.
pub fn of_case(act: &mut Act<'_>, case: CaseId, key: &CaseKey) -> Result<Vec<LineView>, Refusal> {
    let organisation = act.member()?.organisation;
    let mut lines = Vec::new();
    for (position, id, sealed) in rows::of_case(act.db(), case)? {
        let Some(sealed) = sealed else { continue };
        // A copy under a former key of the case cannot be opened any more, and need not be.
        let Ok(plain) =
            key.open_ledger_line(organisation.as_bytes(), id.as_bytes(), sealed.as_slice())
        else {
            continue;
        };
        lines.push(LineView::new(
            position.map(Position::number),
            serde_json::from_slice(plain.expose())?,
        ));
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    Ok(lines)
}

/// Seals a case's own copies of its lines under its new key, so that members with the case still
/// read who saw it and the old key opens none. A copy that the old key did not open is dropped:
/// it was of no use to anybody. The auditors' lines and the chain stay as they are.
pub fn reseal_case(act: &mut Act<'_>, old: &CaseKey, new: &CaseKey) -> Result<(), Refusal> {
    let organisation = act.member()?.organisation.as_bytes();
    let case = CaseId::from_bytes(new.case());
    for (_, id, sealed) in rows::of_case(act.db(), case)? {
        let Some(sealed) = sealed else { continue };
        let opened = old.open_ledger_line(organisation, id.as_bytes(), sealed.as_slice());
        let fresh = match opened {
            Ok(plain) => {
                let line =
                    new.seal_ledger_line(organisation, id.as_bytes(), plain.expose(), act.rng())?;
                Some(Sealed::new(line)?)
            }
            Err(_) => None,
        };
        rows::replace_copy(act.db(), id, fresh)?;
    }
    Ok(())
}
