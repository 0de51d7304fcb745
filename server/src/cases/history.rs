//! Every version of everything in a case, and who saw or did what with it.

use amparo_store::CaseId;

use crate::casefile::{self, File, Version};
use crate::foundation::{Act, Refusal};
use crate::ledger::{self, About, LineView, What};
use crate::people;
use crate::rights::Right;
use crate::web::{Listing, PageQuery};

/// Every version of every record, newest first. Numbers and addresses of people are left out: they
/// are shown only when somebody is about to call.
pub(super) fn history(
    act: &mut Act<'_>,
    id: CaseId,
    page: &PageQuery,
) -> Result<Listing<Version>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let file = File::open(act, &case)?;
    let today = act.now.to_day();
    let mut page = newest_first(file.versions(), page)?;
    for version in &mut page.items {
        version.body = people::without_numbers(&version.kind, &version.body, today);
    }
    case.note(act, What::CaseSeen, About::default())?;
    Ok(page)
}

/// Who saw or did what with the case, newest first.
pub(super) fn ledger_of(
    act: &mut Act<'_>,
    id: CaseId,
    page: &PageQuery,
) -> Result<Listing<LineView>, Refusal> {
    let case = casefile::find(act, id, Right::Read)?;
    let (most, before) = (page.limit()?, page.after::<u64>()?);
    let (items, next) = ledger::of_case(act, case.key(), before, most)?;
    case.note(act, What::LedgerRead, About::default())?;
    Ok(Listing {
        items,
        next: next.map(|next| next.to_string()),
    })
}

/// A page of something that only grows, given oldest first. The cursor is the number of items
/// that are older, which stays right while new ones are added.
fn newest_first<T: Clone>(oldest_first: &[T], page: &PageQuery) -> Result<Listing<T>, Refusal> {
    let limit = page.limit()?;
    let end = page.after::<usize>()?.unwrap_or(usize::MAX);
    let end = end.min(oldest_first.len());
    let start = end.saturating_sub(limit);
    let items = oldest_first.get(start..end).unwrap_or_default();
    Ok(Listing {
        items: items.iter().rev().cloned().collect(),
        next: (start > 0).then(|| start.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(limit: u32, after: Option<&str>) -> Listing<u32> {
        let query = PageQuery {
            limit: Some(limit),
            after: after.map(ToOwned::to_owned),
        };
        newest_first(&[1, 2, 3, 4, 5], &query).unwrap()
    }

    #[test]
    fn pages_meet_and_end() {
        let first = page(2, None);
        assert_eq!(
            (first.items, first.next.as_deref()),
            (vec![5, 4], Some("3"))
        );
        let second = page(2, Some("3"));
        assert_eq!(
            (second.items, second.next.as_deref()),
            (vec![3, 2], Some("1"))
        );
        let last = page(2, Some("1"));
        assert_eq!((last.items, last.next), (vec![1], None));
        assert_eq!(page(200, Some("99")).items.len(), 5);
        assert!(page(5, Some("0")).items.is_empty());
    }
}
