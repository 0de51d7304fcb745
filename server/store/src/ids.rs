//! The registry of ids, in alphabetical order. Each thing that can be pointed at has its own type.
//!
//! What must stay true: ids are random (version 4, from the generator that is handed in). Ids in the
//! order of time would tell a thief when a case was opened.

use crate::types::id::typed_ids;

typed_ids! {
    /// A staff account.
    AccountId,
    /// An agreement between two organisations about what may be shared.
    AgreementId,
    /// A case.
    CaseId,
    /// One attempt to bring something to a partner system.
    DeliveryId,
    /// An organisation as it stands in the directory, whether or not it takes part.
    DirectoryOrganisationId,
    /// A group of members who can open the same things.
    GroupId,
    /// One run of an import.
    ImportId,
    /// An intake.
    IntakeId,
    /// An invitation of a newcomer.
    InvitationId,
    /// A job in the queue.
    JobId,
    /// A line of the ledger.
    LedgerLineId,
    /// A letter between a person and their caseworker.
    LetterId,
    /// A mail that waits to be sent.
    MailId,
    /// An organisation.
    OrganisationId,
    /// A place where a service is given.
    PlaceId,
    /// A receipt.
    ReceiptId,
    /// A sealed record of a case.
    RecordId,
    /// A referral.
    ReferralId,
    /// A service in the directory.
    ServiceId,
    /// A session of a signed-in member.
    SessionId,
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "6f0c2f9e-52cb-4c4f-8d1a-0e2b6a3f7c15";

    #[test]
    fn one_spelling_only() {
        let id: CaseId = TEXT.parse().unwrap();
        assert_eq!(id.to_string(), TEXT);
        assert_eq!(format!("{id:?}"), format!("CaseId({TEXT})"));
        for other in [
            TEXT.replace('-', ""),
            format!("{{{TEXT}}}"),
            format!("urn:uuid:{TEXT}"),
            String::new(),
        ] {
            assert!(other.parse::<CaseId>().is_err());
        }
    }

    #[test]
    fn json_is_the_same_text() {
        let id: CaseId = TEXT.parse().unwrap();
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{TEXT}\""));
        assert_eq!(serde_json::from_str::<CaseId>(&json).unwrap(), id);
    }

    #[test]
    fn bytes_come_back() {
        let id = CaseId::from_bytes([9; 16]);
        assert_eq!(CaseId::from_bytes(id.as_bytes()), id);
        assert_eq!(CaseId::from_uuid(id.to_uuid()), id);
    }
}
