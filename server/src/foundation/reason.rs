//! Why something was refused: a closed list, without a sentence in any language.
//!
//! What must stay true: every reason has its word for programs, and the message `refused-<word>` in
//! every language that helpers work in; what is shown is that message, at both doors.

use serde::Serialize;
use utoipa::ToSchema;

/// What a reason says about the act: which problem it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalKind {
    /// Nobody agreed to this, or not any more.
    NoConsent,
    /// Something rules it out: conflict, feared authority, missing agreement, unverified key.
    Blocked,
    /// This step cannot follow the present state.
    WrongState,
    /// There is one already.
    AlreadyExists,
}

impl RefusalKind {
    /// The word for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoConsent => "no_consent",
            Self::Blocked => "blocked",
            Self::WrongState => "wrong_state",
            Self::AlreadyExists => "already_exists",
        }
    }
}

macro_rules! reasons {
    ($($kind:ident { $($(#[$doc:meta])+ $name:ident = $code:literal,)+ })+) => {
        /// Why something was refused.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, ToSchema,
        )]
        #[serde(rename_all = "snake_case")]
        #[schema(as = RefusalReason)]
        pub enum Reason {
            $($($(#[$doc])+ $name,)+)+
        }

        impl Reason {
            /// Every reason, in the order of this list.
            pub const ALL: &'static [Self] = &[$($(Self::$name,)+)+];

            /// Which problem it is.
            pub const fn kind(self) -> RefusalKind {
                match self {
                    $($(Self::$name)|+ => RefusalKind::$kind,)+
                }
            }

            /// The word for programs, and the end of the message's name.
            pub const fn code(self) -> &'static str {
                match self {
                    $($(Self::$name => $code,)+)+
                }
            }
        }
    };
}

impl Reason {
    /// The name of the message that says it.
    pub fn message(self) -> String {
        format!("refused-{}", self.code())
    }
}

reasons! {
    NoConsent {
        /// The person stopped all sharing.
        SharingStopped = "sharing_stopped",
        /// The person wants nothing shared with anybody yet.
        NobodyYet = "nobody_yet",
        /// The person was not asked, as far as the file says.
        NothingOnRecord = "nothing_on_record",
        /// The consent was taken back.
        ConsentWithdrawn = "consent_withdrawn",
        /// The consent begins later.
        ConsentNotBegun = "consent_not_begun",
        /// The last day of the consent is over.
        ConsentOver = "consent_over",
        /// The person wants to be asked each time, and was not.
        AskEachTime = "ask_each_time",
        /// The consent names others.
        RecipientNotNamed = "recipient_not_named",
        /// Immigration status is shared only by name.
        StatusNotNamed = "status_not_named",
        /// The consent covers less.
        SectionNotCovered = "section_not_covered",
        /// The consent is for something else than the need.
        PurposeOther = "purpose_other",
        /// The consent could not be explained.
        NotExplained = "not_explained",
        /// Whoever agreed for the person may not.
        GiverNotEntitled = "giver_not_entitled",
        /// A child agreed alone.
        ChildNeedsGuardian = "child_needs_guardian",
        /// The child does not want it, and nobody decided in the child's best interests.
        ChildObjects = "child_objects",
        /// The person wants no file.
        NoFileWanted = "no_file_wanted",
    }
    Blocked {
        /// A case is assigned at home, not referred.
        OwnOrganisation = "own_organisation",
        /// An authority of a state that the person fears.
        AuthorityFeared = "authority_feared",
        /// Any authority.
        Authority = "authority",
        /// In a state whose authorities the person fears.
        FearedCountry = "feared_country",
        /// Named in the case as standing on the other side.
        Conflict = "conflict",
        /// Helps people of another age.
        OtherAge = "other_age",
        /// Helps people of another gender.
        OtherGender = "other_gender",
        /// No agreement with the partner.
        NoAgreement = "no_agreement",
        /// Takes nobody new.
        NotAccepting = "not_accepting",
        /// No free place.
        NoPlaceFree = "no_place_free",
        /// The partner's key was not compared.
        KeyNotCompared = "key_not_compared",
        /// The partner's key is another one than the one that was compared.
        KeyReplaced = "key_replaced",
        /// No member whom the register knows signed the intake.
        IntakeNotSigned = "intake_not_signed",
        /// Nobody may contact the person: she said so, or a colleague wrote it down.
        ContactStopped = "contact_stopped",
        /// Without consent, only those who treat, house or defend receive anything.
        OverrideRecipient = "override_recipient",
        /// What the server has of the case is older than what it had before.
        CasePutBack = "case_put_back",
        /// What the server has of the case does not fit together.
        CaseDamaged = "case_damaged",
        /// Only a supervisor makes less urgent what was for now, or is about a child.
        SupervisorLowers = "supervisor_lowers",
        /// The key of a group that has the case must be changed first.
        GroupKeyDue = "group_key_due",
    }
    WrongState {
        /// The referral was not sent yet.
        ReferralDraft = "referral_draft",
        /// The referral waits for an answer.
        ReferralUnanswered = "referral_unanswered",
        /// The referral was accepted, and the work has not begun.
        ReferralAccepted = "referral_accepted",
        /// The receiver works on it.
        ReferralStarted = "referral_started",
        /// The referral is completed.
        ReferralCompleted = "referral_completed",
        /// The referral was declined.
        ReferralDeclined = "referral_declined",
        /// The referral was given back.
        ReferralReturned = "referral_returned",
        /// Nobody answered the referral in time.
        ReferralExpired = "referral_expired",
        /// The sender took the referral back.
        ReferralRecalled = "referral_recalled",
        /// The person ended the sharing.
        ReferralEndedByPerson = "referral_ended_by_person",
        /// Only a draft is looked over before it is sent.
        ReferralNotDraft = "referral_not_draft",
        /// The packet is not handed out in this state.
        PacketNotHandedOut = "packet_not_handed_out",
        /// The consent under the referral has ended.
        PacketConsentOver = "packet_consent_over",
        /// The need is offered to somebody else.
        NeedOffered = "need_offered",
        /// The need is met or dropped.
        NeedNotOpen = "need_not_open",
        /// A need of the case is with a partner.
        NeedWithPartner = "need_with_partner",
        /// Nobody is left to take the cases.
        NobodyElse = "nobody_else",
        /// A colleague works the case.
        ColleagueWorksCase = "colleague_works_case",
        /// The case is not closed.
        CaseOpen = "case_open",
        /// The member does not wait for admission.
        NotWaiting = "not_waiting",
        /// The sign-in has its second factor.
        SignedIn = "signed_in",
        /// Nobody ends her own account.
        NotOneself = "not_oneself",
        /// The account has ended.
        RemovedBefore = "removed_before",
        /// The member signs the register of keys.
        SignsRegister = "signs_register",
        /// A group cannot be left without anybody who holds its key.
        LastMember = "last_member",
        /// Who runs accounts holds no key.
        KeysOrAccounts = "keys_or_accounts",
        /// A key administrator is in every standing group.
        KeyAdministratorStays = "key_administrator_stays",
        /// Nobody is taken out of a group to which everybody belongs.
        EverybodyBelongs = "everybody_belongs",
        /// One's own key needs no comparing.
        OwnKey = "own_key",
        /// Somebody else was faster.
        ChangedMeanwhile = "changed_meanwhile",
        /// The register of keys is older than one that was seen, or not signed as it must be.
        RegisterPutBack = "register_put_back",
        /// There is no receipt to write to.
        NoReceipt = "no_receipt",
        /// The receipt belongs to a case.
        ReceiptInCase = "receipt_in_case",
        /// Nobody has read the person's last letters.
        LettersWait = "letters_wait",
        /// A supervisor has signed off the override.
        SignedOffBefore = "signed_off_before",
        /// Nobody signs off her own override.
        OwnOverride = "own_override",
        /// The intake does not wait any more.
        IntakeTaken = "intake_taken",
        /// The intake is closed.
        IntakeClosed = "intake_closed",
        /// The form was handed over.
        FormHandedOver = "form_handed_over",
        /// What the job needs is gone: it can only be discarded.
        JobForgotten = "job_forgotten",
        /// The job follows from what somebody did.
        JobStays = "job_stays",
    }
    AlreadyExists {
        /// Something with this name is there.
        Exists = "exists",
        /// A case was opened from the referral.
        ReferralHasCase = "referral_has_case",
        /// The case has a receipt.
        CaseHasReceipt = "case_has_receipt",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_reason_has_its_own_word() {
        let codes: BTreeSet<&str> = Reason::ALL.iter().map(|it| it.code()).collect();
        assert_eq!(codes.len(), Reason::ALL.len());
        let plain = |c: char| c.is_ascii_lowercase() || c == '_';
        assert!(codes.iter().all(|code| code.chars().all(plain)));
        for reason in Reason::ALL {
            let said = serde_json::to_value(reason).unwrap();
            assert_eq!(said, reason.code());
        }
    }
}
