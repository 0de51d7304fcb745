//! Who may do what with what: rights as values, and the one table that says who has which.
//!
//! Invariants: nothing stands in the table twice, and what does not stand in it nobody may; who has
//! not the right is told what is said of a thing that is not there. A role opens nothing by itself:
//! [`Tie`] says what else there must be, and the room that looks the thing up proves it with a key
//! or with the organisation in the row.
//!
//! It stands between the rooms and the foundation: the objects are words of casework, which the
//! foundation does not know, and the menu of `pages` asks the same table. Deliberately absent: the
//! rules that look at the thing itself, such as that a closed case is not written in. Those are the
//! verbs'.

use crate::foundation::{Act, Caller, Member, Refusal, Role, Roles};

mod table;

pub use table::{Object, Right, Row, TABLE, Tie};

/// The row about a right, if there is one.
fn row(right: Right, object: Object) -> Option<&'static Row> {
    TABLE
        .iter()
        .find(|row| (row.right, row.object) == (right, object))
}

/// The roles that have a right.
pub fn who_may(right: Right, object: Object) -> &'static [Role] {
    row(right, object).map_or(&[], |row| row.roles)
}

impl Roles {
    /// Whether one of these roles has the right, for who was admitted.
    pub fn may(&self, right: Right, object: Object) -> bool {
        self.has_any(who_may(right, object))
    }

    /// The same for somebody who may still wait for admission: only what needs no key at all is
    /// hers already.
    pub fn may_when(&self, admitted: bool, right: Right, object: Object) -> bool {
        let keyless = || !who_may(right, object).iter().any(|role| role.holds_keys());
        self.may(right, object) && (admitted || keyless())
    }
}

impl Member {
    /// Whether she has the right; for pages, which offer nothing that would be refused.
    pub fn may(&self, right: Right, object: Object) -> bool {
        self.roles.may_when(self.admitted, right, object)
    }
}

impl Caller {
    /// The member, if she has the right. Everybody else is told what is said of a true absence.
    pub fn needs(&self, right: Right, object: Object) -> Result<&Member, Refusal> {
        let member = self.member()?;
        if member.may(right, object) {
            Ok(member)
        } else {
            Err(Refusal::NotFound)
        }
    }
}

impl<'a> Act<'a> {
    /// The member who acts, if she has the right.
    pub fn needs(&self, right: Right, object: Object) -> Result<&'a Member, Refusal> {
        self.caller().needs(right, object)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn nothing_stands_in_the_table_twice() {
        let mut seen = HashSet::new();
        for row in TABLE {
            assert!(seen.insert((row.right, row.object)), "{row:?}");
            assert!(!row.roles.is_empty(), "{row:?}");
            let roles: HashSet<Role> = row.roles.iter().copied().collect();
            assert_eq!(roles.len(), row.roles.len(), "{row:?}");
        }
    }

    #[test]
    fn who_runs_accounts_opens_nothing_of_a_case() {
        let sealed = [
            Object::Case,
            Object::Intake,
            Object::Draft,
            Object::Referral,
        ];
        for row in TABLE.iter().filter(|row| sealed.contains(&row.object)) {
            assert!(!row.roles.contains(&Role::Administrator), "{row:?}");
        }
    }

    #[test]
    fn what_no_row_says_nobody_may() {
        let everything = Roles(Role::ALL.to_vec());
        assert!(!everything.may(Right::Admit, Object::Ledger));
        assert!(everything.may(Right::Admit, Object::Member));
    }

    #[test]
    fn who_waits_has_only_what_needs_no_key() {
        let administrator = Roles(vec![Role::Administrator]);
        assert!(administrator.may_when(false, Right::Write, Object::Invitation));
        assert!(!administrator.may_when(false, Right::Read, Object::Member));
        let supervisor = Roles(vec![Role::Supervisor]);
        assert!(!supervisor.may_when(false, Right::Read, Object::Case));
        assert!(supervisor.may_when(true, Right::Read, Object::Case));
    }
}
