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

/// First step of signing in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// The login name.
    #[schema(min_length = 1, max_length = 64)]
    pub login: String,
    /// The passphrase.
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    pub passphrase: String,
}

/// Second step of signing in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondFactor {
    /// The six digits.
    #[schema(min_length = 6, max_length = 16, format = "password")]
    pub code: String,
}

/// A sign-in.
#[derive(Serialize, ToSchema)]
pub struct SignedIn {
    /// Give it as `Authorization: Bearer`. It is not stored and not shown again.
    pub token: String,
    /// `second_factor`: give the code next. `full`: done.
    #[schema(value_type = String)]
    pub stage: Stage,
    /// The sign-in ends at this time in any case.
    #[schema(value_type = String, format = DateTime)]
    pub ends_at: Moment,
    /// Minutes without a request after which it ends.
    pub idle_minutes: i64,
    /// The recovery code was used up by this sign-in: make a new one.
    pub recovery_code_used: bool,
}

/// One of one's own sign-ins.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionView {
    /// Id, to end it.
    #[schema(value_type = Uuid)]
    pub id: SessionId,
    /// The one that asks.
    pub current: bool,
    /// `second_factor` or `full`.
    #[schema(value_type = String)]
    pub stage: Stage,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Moment,
    /// When it was last used, in steps of 15 minutes.
    #[schema(value_type = String, format = DateTime)]
    pub seen_at: Moment,
}

/// Oneself.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The login name.
    pub login: String,
    /// The name colleagues see.
    pub display_name: String,
    /// The organisation.
    #[schema(value_type = Uuid)]
    pub organisation: OrganisationId,
    /// Its name.
    pub organisation_name: String,
    /// What it is.
    pub organisation_kind: OrganisationKind,
    /// The twelve words of its root key. Compare them with colleagues and partners.
    pub fingerprint: Vec<String>,
    /// What one may be asked to do.
    pub roles: Roles,
    /// Admitted by the team.
    pub admitted: bool,
    /// Certified to sign for the register: may admit, compare partners' keys, make teams.
    pub key_administrator: bool,
    /// The groups whose keys one holds.
    pub groups: Vec<HeldGroup>,
}

/// A group whose key one holds.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldGroup {
    /// The group.
    #[schema(value_type = Uuid)]
    pub id: GroupId,
    /// Its present epoch.
    pub epoch: u32,
    /// What it is for.
    pub purpose: String,
    /// What it is called.
    pub label: String,
}

/// A change of one's passphrase.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPassphrase {
    /// The present one.
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    pub current: String,
    /// The new one; six random words are good.
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    pub new: String,
}

/// The present passphrase, asked again before something that an intruder would want.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    /// The present passphrase.
    #[schema(min_length = 1, max_length = 1024, format = "password")]
    pub passphrase: String,
}

/// Where one is told that something waits. The mail says no more than that.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnMail {
    /// The address; none: nowhere.
    #[schema(max_length = 254, format = "email")]
    pub mail: Option<String>,
}

/// A new second factor.
#[derive(Serialize, ToSchema)]
pub struct NewSecondFactor {
    /// The secret, base32 (RFC 6238: SHA-1, six digits, 30 seconds).
    pub totp_secret: String,
    /// The same for an authenticator.
    pub otpauth_url: String,
}

/// A new recovery code.
#[derive(Serialize, ToSchema)]
pub struct NewRecoveryCode {
    /// Print it once and lock it away. It replaces a forgotten passphrase.
    pub recovery_code: String,
}

/// Asking somebody to join.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// What the newcomer will do.
    #[schema(min_items = 1, max_items = 6)]
    pub roles: Vec<Role>,
    /// For the administrator's list; the newcomer chooses her own name.
    #[schema(max_length = 120)]
    pub note: Option<String>,
    /// Days until it lapses, 1 to 30; 7 if not said.
    #[schema(minimum = 1, maximum = 30)]
    pub days: Option<u32>,
    /// If given, the code is also sent there, in a message that names nobody.
    #[schema(max_length = 254, format = "email")]
    pub mail: Option<String>,
}

/// An invitation, as the administrator sees it.
#[derive(Serialize, ToSchema)]
pub struct InvitationView {
    /// The invitation.
    #[schema(value_type = Uuid)]
    pub id: InvitationId,
    /// What the newcomer will do.
    pub roles: Roles,
    /// The administrator's note.
    pub note: Option<String>,
    /// The last day it can be used.
    #[schema(value_type = String, format = Date)]
    pub expires_on: Day,
    /// Only in the answer that made it: hand it over yourself, by a way that you trust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// What an invitation shows to the newcomer.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationPreview {
    /// Who invites.
    pub organisation_name: String,
    /// The twelve words of its root key: compare them with whoever invited you.
    pub fingerprint: Vec<String>,
    /// What you will do.
    pub roles: Roles,
}

/// Accepting an invitation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// A login name: lower-case letters, digits, dot, hyphen, underscore.
    #[schema(min_length = 3, max_length = 64, pattern = "^[a-z0-9][a-z0-9._-]*$")]
    pub login: String,
    /// The name colleagues see.
    #[schema(min_length = 1, max_length = 120)]
    pub display_name: String,
    /// The passphrase. Six random words are good.
    #[schema(min_length = 12, max_length = 1024, format = "password")]
    pub passphrase: String,
}

/// What a newcomer takes home, once.
#[derive(Serialize, ToSchema)]
pub struct Welcome {
    /// The account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The secret of the second factor, base32.
    pub totp_secret: String,
    /// The same for an authenticator.
    pub otpauth_url: String,
    /// Print it once and lock it away.
    pub recovery_code: String,
    /// The twelve words of the organisation's root key.
    pub fingerprint: Vec<String>,
}

/// New roles for a member.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRoles {
    /// What the member will do.
    #[schema(min_items = 1, max_items = 6)]
    pub roles: Vec<Role>,
}

/// Why something is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// In a few words; goes into the ledger.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A new team.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTeam {
    /// What it is called.
    #[schema(min_length = 1, max_length = 80)]
    pub label: String,
}

/// A team, or a standing group.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamView {
    /// The group.
    #[schema(value_type = Uuid)]
    pub id: GroupId,
    /// What it is called.
    pub label: String,
    /// `team`, or the purpose of a standing group.
    pub purpose: String,
    /// The present epoch of its key.
    pub epoch: u32,
    /// Who belongs to it.
    pub members: Vec<TeamMember>,
    /// Somebody left and the key was not changed since: rotation debt.
    pub rotation_due: bool,
    /// The one who asks holds its key and can let others in.
    pub held: bool,
}

/// A member of a team.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamMember {
    /// The account.
    #[schema(value_type = Uuid)]
    pub account: AccountId,
    /// The name colleagues see.
    pub name: String,
}

/// Somebody to be let into a team.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamJoin {
    /// The account.
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
