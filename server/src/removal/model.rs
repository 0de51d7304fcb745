//! What is still due.

use amparo_store::GroupId;
use serde::Serialize;
use utoipa::ToSchema;

/// A group whose key somebody who left may still hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GroupDue {
    /// The group: its `id` under `/teams`.
    #[schema(value_type = Uuid)]
    pub id: GroupId,
    /// What it is called.
    pub label: String,
}

/// What is still due after members left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct RemovalDebt {
    /// How many things this request finished; 0 for a look.
    pub done: usize,
    /// How many are left, of all kinds. Repeat the request until it is 0.
    pub left: usize,
    /// Groups that need a new key. Only a key administrator can give one.
    pub groups: Vec<GroupDue>,
    /// Cases that still open under a former key of a group.
    pub cases: usize,
    /// Calls in the queue that still open under a former key of it.
    pub calls: usize,
    /// Unread letters from people that still open under a former key of the queue.
    pub letters: usize,
    /// Open referrals in the inbox that still open under a former key of it.
    pub referrals: usize,
}
