//! Lists: `limit` and `after` in, `items` and `next` out.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::foundation::refusal::Refusal;

/// How much of a list, and from where.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// How many items to answer at most, 1 to 200; 50 if absent.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<u32>,
    /// The `next` of the page before. Absent for the first page.
    #[param(max_length = 512)]
    pub after: Option<String>,
}

impl PageQuery {
    /// The limit, or the fault.
    pub fn limit(&self) -> Result<usize, Refusal> {
        match self.limit.unwrap_or(50) {
            limit @ 1..=200 => Ok(usize::try_from(limit).unwrap_or(50)),
            _ => Err(Refusal::fault(
                "/limit",
                "out_of_range",
                "must be from 1 to 200",
            )),
        }
    }

    /// The cursor read as `T`, or the fault.
    pub fn after<T: std::str::FromStr>(&self) -> Result<Option<T>, Refusal> {
        self.after
            .as_deref()
            .map(|text| text.parse().map_err(|_| bad_cursor()))
            .transpose()
    }
}

/// What `after` says if it is nothing of this list.
pub fn bad_cursor() -> Refusal {
    Refusal::fault(
        "/after",
        "bad_cursor",
        "is not the `next` of a page of this list",
    )
}

/// One page of a list, with the way to the next one.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Listing<T> {
    /// The items of this page, in the order of the list.
    pub items: Vec<T>,
    /// Give this as `after` to get the next page. Null on the last page, and where everything is
    /// answered at once.
    pub next: Option<String>,
}

impl<T> Listing<T> {
    /// A page from one item more than the limit: if it is there, there is a next page, and
    /// `cursor` says where it begins.
    pub fn cut(mut items: Vec<T>, limit: usize, cursor: impl Fn(&T) -> String) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = if more { items.last().map(cursor) } else { None };
        Self { items, next }
    }
}
