//! What can be asked of the Open Referral read API, and its pages.

use amparo_store::{Day, DirectoryOrganisationId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::index::{Cut, Wanted};
use super::taxonomy;
use crate::directory::text::words_of;
use crate::foundation::Refusal;

/// A page holds so many entries if nobody says how many.
const PER_PAGE: i64 = 50;
/// And at most so many.
const MOST_PER_PAGE: i64 = 200;

/// The parameters of HSDS 3.0. Others are ignored, as its profile allows.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct HsdsQuery {
    search: Option<String>,
    page: Option<i64>,
    per_page: Option<i64>,
    format: Option<String>,
    taxonomy_term_id: Option<Uuid>,
    taxonomy_id: Option<Uuid>,
    organization_id: Option<DirectoryOrganisationId>,
    modified_after: Option<String>,
    pub(super) minimal: Option<bool>,
    pub(super) full: Option<bool>,
    pub(super) full_service: Option<bool>,
}

impl HsdsQuery {
    /// Which entries, or nothing if there can be none.
    pub(super) fn wanted(&self) -> Result<Option<Wanted>, Refusal> {
        let format = self.format.as_deref();
        if format.is_some_and(|format| format != "json") {
            return Err(fault("/format", "must be json"));
        }
        let category = match self.taxonomy_term_id.map(taxonomy::need) {
            None => None,
            Some(Some(need)) => Some(need.as_str()),
            Some(None) => return Ok(None),
        };
        if self.taxonomy_id.is_some_and(|id| id != taxonomy::id()) {
            return Ok(None);
        }
        Ok(Some(Wanted {
            words: self.words()?,
            organisation: self.organization_id,
            category,
            since: self.modified_after.as_deref().map(day).transpose()?,
        }))
    }

    /// The words that are searched for.
    pub(super) fn words(&self) -> Result<Vec<String>, Refusal> {
        words_of(self.search.as_deref())
    }

    /// The page asked for: its number, and how many entries it may hold.
    pub(super) fn page(&self) -> Result<(i64, i64), Refusal> {
        let (page, size) = (self.page.unwrap_or(1), self.per_page.unwrap_or(PER_PAGE));
        if !(1..=1_000_000).contains(&page) {
            return Err(fault("/page", "must be at least 1"));
        }
        if !(1..=MOST_PER_PAGE).contains(&size) {
            return Err(fault("/per_page", "must be from 1 to 200"));
        }
        Ok((page, size))
    }

    /// The rows of the page.
    pub(super) fn cut(&self) -> Result<Cut, Refusal> {
        let (page, limit) = self.page()?;
        let number = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        Ok(Cut {
            offset: number((page - 1) * limit),
            limit: number(limit),
        })
    }
}

/// Days are what is kept, so a time counts as its day.
fn day(text: &str) -> Result<Day, Refusal> {
    let day = text.get(..10).unwrap_or_default();
    day.parse().map_err(|_| {
        fault(
            "/modified_after",
            "must begin with a date such as 2026-11-24",
        )
    })
}

fn fault(pointer: &str, detail: &str) -> Refusal {
    Refusal::fault(pointer, "not_possible", detail)
}

/// A page as HSDS has it.
#[derive(Debug, Serialize)]
#[expect(
    clippy::struct_field_names,
    reason = "the names are those of the standard"
)]
pub(super) struct Page {
    total_items: i64,
    total_pages: i64,
    page_number: i64,
    size: usize,
    first_page: bool,
    last_page: bool,
    empty: bool,
    contents: Vec<Value>,
}

impl Page {
    /// The page that was asked for.
    pub(super) fn new(
        query: &HsdsQuery,
        total_items: usize,
        contents: Vec<Value>,
    ) -> Result<Self, Refusal> {
        let total_items = i64::try_from(total_items).unwrap_or(i64::MAX);
        let (page_number, per_page) = query.page()?;
        let total_pages = (total_items + per_page - 1) / per_page;
        Ok(Self {
            total_items,
            total_pages,
            page_number,
            size: contents.len(),
            first_page: page_number == 1,
            last_page: page_number >= total_pages,
            empty: contents.is_empty(),
            contents,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_counted() {
        let query = HsdsQuery {
            page: Some(3),
            per_page: Some(10),
            ..HsdsQuery::default()
        };
        let page = Page::new(&query, 21, vec![Value::Null]).unwrap();
        assert_eq!((page.total_pages, page.size), (3, 1));
        assert!(page.last_page && !page.first_page && !page.empty);
        assert_eq!(query.cut().unwrap().offset, 20);
        let none = Page::new(&HsdsQuery::default(), 0, Vec::new()).unwrap();
        assert!(none.first_page && none.last_page && none.empty);
        assert_eq!(none.total_pages, 0);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let ask = |text: &str| serde_json::from_str::<HsdsQuery>(text).unwrap();
        assert!(ask(r#"{"page": 0}"#).page().is_err());
        assert!(ask(r#"{"per_page": 201}"#).page().is_err());
        assert!(ask(r#"{"modified_after": "yesterday"}"#).wanted().is_err());
        let since = ask(r#"{"modified_after": "2026-11-24T10:00:00Z"}"#).wanted();
        assert_eq!(
            since.unwrap().unwrap().since.unwrap().to_string(),
            "2026-11-24"
        );
        let stranger = format!(r#"{{"taxonomy_term_id": "{}"}}"#, Uuid::nil());
        assert!(ask(&stranger).wanted().unwrap().is_none());
    }
}
