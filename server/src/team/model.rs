//! Bodies and rules of the room.

use amparo_store::{AccountId, Day, GroupId, InvitationId, Moment, OrganisationId, SessionId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::foundation::{Fault, Refusal, Role, Roles};
use crate::register::OrganisationKind;

amparo_store::text_enum! {
    /// Where an account stands.
    pub enum AccountState {
        /// Has a passphrase; nobody has admitted her yet.
        Waiting = "waiting",
        /// Works.
        Active = "active",
        /// Cannot sign in until reset.
        Locked = "locked",
        /// Left. The name stays in the ledger.
        Removed = "removed",
    }
}

amparo_store::text_enum! {
    /// How far a sign-in has come.
    pub enum Stage {
        /// The passphrase was right.
        SecondFactor = "second_factor",
        /// Complete.
        Full = "full",
        /// The person with the receipt.
        Receipt = "receipt",
    }
}

/// The first step of signing in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The login name of the member.
    #[schema(min_length = 1, max_length = 64)]
    pub login: String,
    /// The passphrase of the member.
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    pub passphrase: String,
}

/// The second step of signing in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondFactor {
    /// The six digits that the authenticator shows now (RFC 6238). A code counts once.
    #[schema(min_length = 6, max_length = 16, format = "password")]
    pub code: String,
}

/// A sign-in, as far as it has come.
#[derive(Serialize, ToSchema)]
pub struct SignedIn {
    /// The token: send it as `Authorization: Bearer TOKEN`. It is shown this once and not stored.
    pub token: String,
    /// How far the sign-in has come. `second_factor`: give the code next. `full`: done.
    #[schema(value_type = String)]
    pub stage: Stage,
    /// When the sign-in ends in any case (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub ends_at: Moment,
    /// After how many minutes without a request the sign-in ends.
    pub idle_minutes: i64,
    /// True: the recovery code was used up by this sign-in. Make a new one.
    pub recovery_code_used: bool,
}

/// One of the caller's own sign-ins.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// The sign-in: its `id`, to end it. It is not the token.
    #[schema(value_type = Uuid)]
    pub id: SessionId,
    /// True: it is the sign-in that asks.
    pub current: bool,
    /// How far the sign-in has come: `second_factor` or `full`.
    #[schema(value_type = String)]
    pub stage: Stage,
    /// When the sign-in began (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Moment,
    /// When it was last used (RFC 3339, UTC).
    #[schema(value_type = String, format = DateTime)]
    pub seen_at: Moment,
}

/// The member who is signed in, and what she can open.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The caller's own account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The caller's own login name.
    pub login: String,
    /// The name colleagues see.
    pub display_name: String,
    /// The caller's organisation: its `id` under `/organisations`.
    #[schema(value_type = Uuid)]
    pub organisation: OrganisationId,
    /// The name of the caller's organisation.
    pub organisation_name: String,
    /// What sort of organisation it is.
    pub organisation_kind: OrganisationKind,
    /// The twelve words of the organisation's root key, in order. Compare them by voice with
    /// colleagues and partners.
    pub fingerprint: Vec<String>,
    /// What the caller may be asked to do. A role alone opens no file: keys do.
    pub roles: Roles,
    /// True: a key administrator admitted her, and her keys are in the register.
    pub admitted: bool,
    /// The six words of the caller's own keys, in order, while she waits to be admitted: to be read,
    /// by voice, to whoever admits her. Null afterwards.
    pub own_words: Option<Vec<String>>,
    /// True: she is certified to sign for the register, and so may admit members, compare partners'
    /// keys and make teams.
    pub key_administrator: bool,
    /// The groups whose keys she holds. They decide what she can open.
    pub groups: Vec<HeldGroup>,
}

/// A group whose key the caller holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldGroup {
    /// The group: its `id` under `/teams`.
    #[schema(value_type = Uuid)]
    pub id: GroupId,
    /// The number of its present key. It grows by one when the key is changed.
    pub epoch: u32,
    /// What the group is for: `team`, or the purpose of a standing group.
    pub purpose: String,
    /// The name of the group, as colleagues see it.
    pub label: String,
}

/// A change of one's own passphrase.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassphrase {
    /// The passphrase as it is now.
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    pub current: String,
    /// The new passphrase: 12 to 1024 characters. Six random words are good.
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    pub new: String,
}

/// The present passphrase, asked again before something that an intruder would want.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The caller's passphrase as it is now.
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    pub passphrase: String,
}

/// The address where one is told that something waits. Such a mail says no more than that.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnMail {
    /// The mail address. Null: no mail is sent.
    #[schema(max_length = 254, format = "email")]
    pub mail: Option<String>,
}

/// A new second factor. It is shown this once.
#[derive(Serialize, ToSchema)]
pub struct NewSecondFactor {
    /// The secret in base32, for an authenticator (RFC 6238: SHA-1, six digits, 30 seconds).
    pub totp_secret: String,
    /// The same as an `otpauth:` address, to be shown as a QR code.
    pub otpauth_url: String,
}

/// A new recovery code. It is shown this once.
#[derive(Serialize, ToSchema)]
pub struct NewRecoveryCode {
    /// The code that replaces a forgotten passphrase. Print it once and lock it away.
    pub recovery_code: String,
}

/// An invitation for somebody who is to join the organisation.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// What the newcomer will do. An administrator can have no other role.
    #[schema(min_items = 1, max_items = 6)]
    pub roles: Vec<Role>,
    /// A note for the administrator's own list, at most 120 characters. The newcomer chooses her
    /// own name.
    #[schema(max_length = 120)]
    pub note: Option<String>,
    /// After how many days it lapses, 1 to 30; 7 if absent.
    #[schema(minimum = 1, maximum = 30)]
    pub days: Option<u32>,
    /// An address to which the code is also sent, in a message that names nobody. Absent: hand the
    /// code over yourself.
    #[schema(max_length = 254, format = "email")]
    pub mail: Option<String>,
}

/// An invitation that can still be used, as the administrator sees it.
#[derive(Serialize, ToSchema)]
pub struct InvitationView {
    /// The invitation: its `id` in paths. It is not the code.
    #[schema(value_type = Uuid)]
    pub id: InvitationId,
    /// What the newcomer will do.
    pub roles: Roles,
    /// The administrator's own note about it.
    pub note: Option<String>,
    /// The last day it can be used (ISO 8601).
    #[schema(value_type = String, format = Date)]
    pub expires_on: Day,
    /// The code, only in the answer that made the invitation; null in lists. Hand it over by a way
    /// that you trust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// What an invitation shows to whoever holds its code.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationPreview {
    /// The name of the organisation that invites.
    pub organisation_name: String,
    /// The twelve words of its root key, in order. Compare them with whoever invited you before you
    /// accept.
    pub fingerprint: Vec<String>,
    /// What you will do in the organisation.
    pub roles: Roles,
}

/// The account that a newcomer wants.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// A login name: 3 to 64 lower-case letters, digits, dots, hyphens or underscores. Nobody else
    /// on this server may have it.
    #[schema(min_length = 3, max_length = 64, pattern = "^[a-z0-9][a-z0-9._-]*$")]
    pub login: String,
    /// The name colleagues will see: 1 to 120 characters. It need not be the legal one.
    #[schema(min_length = 1, max_length = 120)]
    pub display_name: String,
    /// The passphrase: 12 to 1024 characters. Six random words are good. Nobody can read it back.
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    pub passphrase: String,
}

/// What a newcomer takes home. It is shown this once.
#[derive(Serialize, ToSchema)]
pub struct Welcome {
    /// The newcomer's account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The secret of the second factor in base32, for an authenticator (RFC 6238: SHA-1, six
    /// digits, 30 seconds).
    pub totp_secret: String,
    /// The same as an `otpauth:` address, to be shown as a QR code.
    pub otpauth_url: String,
    /// The code that replaces a forgotten passphrase. Print it once and lock it away.
    pub recovery_code: String,
    /// The twelve words of the organisation's root key, in order.
    pub fingerprint: Vec<String>,
    /// The six words of the newcomer's own keys, in order. She reads them, by voice, to whoever
    /// admits her. Null for an administrator, whom nobody need admit.
    pub own_words: Option<Vec<String>>,
}

/// What the newcomer read out, heard by whoever admits her.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// The six words that she read out by voice, in order. She finds them under `/me`.
    #[schema(min_items = 6, max_items = 6, max_length = 32)]
    pub words: Vec<String>,
}

/// The roles that a member shall have from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoles {
    /// What the member will do: all of it, not only what is new. An administrator can have no other
    /// role.
    #[schema(min_items = 1, max_items = 6)]
    pub roles: Vec<Role>,
}

/// Why something is done that the ledger must explain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// The reason, in a few words: 1 to 500 characters. It goes into the ledger, which auditors
    /// read: write no names.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A new team of colleagues who share cases.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTeam {
    /// The name of the team, as colleagues see it: 1 to 80 characters.
    #[schema(min_length = 1, max_length = 80)]
    pub label: String,
}

/// A team, or a standing group such as the supervisors. Its members can open the same things.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamView {
    /// The group: its `id` in paths.
    #[schema(value_type = Uuid)]
    pub id: GroupId,
    /// The name of the group, as colleagues see it.
    pub label: String,
    /// What the group is for: `team`, or the purpose of a standing group.
    pub purpose: String,
    /// The number of its present key. It grows by one when the key is changed.
    pub epoch: u32,
    /// The members who hold its key.
    pub members: Vec<TeamMember>,
    /// True: somebody left and the key was not changed since. Rotate it.
    pub rotation_due: bool,
    /// True: the caller holds its key and can let others in.
    pub held: bool,
}

/// A member of a team or standing group.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMember {
    /// The member's account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The name colleagues see.
    pub name: String,
}

/// A colleague who is to be let into a team.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamJoin {
    /// The colleague's account: a member who was admitted.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
}

/// Refuses roles that may not go together: who runs the accounts must hold no key.
pub fn roles_fit(roles: &[Role]) -> Result<Roles, Refusal> {
    let mut sorted = roles.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    if sorted.contains(&Role::Administrator) && sorted.len() > 1 {
        return Err(Refusal::Invalid(vec![Fault::at(
            "/roles",
            "not_together",
            "an administrator holds no key and can have no other role",
        )]));
    }
    Ok(Roles(sorted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_administrator_has_no_other_role() {
        assert!(roles_fit(&[Role::Administrator]).is_ok());
        assert!(roles_fit(&[Role::Administrator, Role::Supervisor]).is_err());
        let twice = roles_fit(&[Role::Supervisor, Role::Caseworker, Role::Supervisor]).unwrap();
        assert_eq!(twice.0, [Role::Caseworker, Role::Supervisor]);
    }
}
