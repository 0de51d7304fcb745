//! The rules of the server that are in question, as switches.

/// Which rules hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rules {
    /// Who has access to a case is read from its chain, and not from rows of grants.
    pub access_in_chain: bool,
    /// What the chain says about access is signed, by somebody whom the register still knows.
    pub access_signed: bool,
    /// What was opened with an old key of a group is history: nothing is written into it.
    pub old_grants_are_history: bool,
    /// The register is one numbered manifest, sealed under the newest epoch of everyone, and only
    /// that epoch is believed. Without it any epoch on the keyring is.
    pub committed_register: bool,
    /// Certificates that a manifest revokes stay revoked for whoever has seen it, also when the next
    /// manifest or the organisation's row forgets them.
    pub revoked_for_ever: bool,
    /// Keyrings pin the newest manifest that their member has seen.
    pub pins: bool,
    /// The newest manifest, and epoch and length of each case, stand in a file that rows cannot reach.
    pub marks: bool,
    /// A key administrator begins a new epoch of a group without holding its old key.
    pub rotate_without_the_key: bool,
    /// A new case key is not granted to a group whose own key is due to change.
    pub not_to_the_due: bool,
    /// Waiting calls are sealed anew under the queue's new key, and counted until they are.
    pub calls_sealed_anew: bool,
    /// Taking a case away from a group changes the key of the case.
    pub revoking_changes_the_key: bool,
    /// The words of the newcomer's own key are compared before she is let in.
    pub newcomers_words: bool,
}

impl Rules {
    /// The rules of the release of 2026-11-26, which was attacked.
    pub const FORMER: Self = Self {
        access_in_chain: false,
        access_signed: false,
        old_grants_are_history: false,
        committed_register: false,
        revoked_for_ever: false,
        pins: false,
        marks: false,
        rotate_without_the_key: false,
        not_to_the_due: false,
        calls_sealed_anew: false,
        revoking_changes_the_key: false,
        newcomers_words: false,
    };

    /// The rules that hold now.
    pub const NOW: Self = Self {
        access_in_chain: true,
        access_signed: true,
        old_grants_are_history: true,
        committed_register: true,
        revoked_for_ever: true,
        pins: true,
        marks: true,
        rotate_without_the_key: true,
        not_to_the_due: true,
        calls_sealed_anew: true,
        revoking_changes_the_key: true,
        newcomers_words: true,
    };
}
