//! The groups that may open a case, as its card repeats them from the access list.

use amparo_store::GroupId;
use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

/// A group at an epoch, as a card names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NamedGroup {
    /// Which.
    pub group: GroupId,
    /// The epoch of its key.
    pub epoch: u32,
}

/// The groups that a card names: ids and epochs in one short string.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NamedGroups(pub Vec<NamedGroup>);

impl NamedGroups {
    /// Bytes of one.
    pub(super) const EACH: usize = 20;

    /// Whether none is named, as on a card of before there were access lists.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a group is named at an epoch.
    pub fn names(&self, group: [u8; 16], epoch: u32) -> bool {
        let named = |one: &NamedGroup| one.group.as_bytes() == group && one.epoch == epoch;
        self.0.iter().any(named)
    }

    /// One after the other: id, then epoch.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let bytes = |one: &NamedGroup| {
            let mut bytes = [0_u8; Self::EACH];
            let (id, epoch) = bytes.split_at_mut(16);
            id.copy_from_slice(&one.group.as_bytes());
            epoch.copy_from_slice(&one.epoch.to_be_bytes());
            bytes
        };
        self.0.iter().flat_map(bytes).collect()
    }

    /// What [`NamedGroups::to_bytes`] wrote.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (all, rest) = bytes.as_chunks::<{ Self::EACH }>();
        let named = |bytes: &[u8; Self::EACH]| {
            let (id, epoch) = bytes.split_first_chunk::<16>()?;
            Some(NamedGroup {
                group: GroupId::from_bytes(*id),
                epoch: u32::from_be_bytes(epoch.try_into().ok()?),
            })
        };
        let all = all.iter().map(named).collect::<Option<_>>()?;
        rest.is_empty().then_some(Self(all))
    }
}

impl From<NamedGroups> for String {
    fn from(groups: NamedGroups) -> Self {
        BASE64URL_NOPAD.encode(&groups.to_bytes())
    }
}

impl TryFrom<String> for NamedGroups {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        BASE64URL_NOPAD
            .decode(text.as_bytes())
            .ok()
            .and_then(|bytes| Self::from_bytes(&bytes))
            .ok_or("the groups that a card names cannot be read")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_come_back_from_a_card() {
        let named = |number| NamedGroup {
            group: GroupId::from_bytes([number; 16]),
            epoch: u32::from(number),
        };
        let groups = NamedGroups(vec![named(1), named(2)]);
        let text = serde_json::to_string(&groups).unwrap();
        assert_eq!(text.len(), 2 + 54);
        let back: NamedGroups = serde_json::from_str(&text).unwrap();
        assert_eq!(back, groups);
        assert!(back.names([2; 16], 2));
        assert!(!back.names([2; 16], 1) && !back.names([3; 16], 3));
        for spoilt in ["\"A\"", "\"AAAA\"", "\"!\""] {
            assert!(serde_json::from_str::<NamedGroups>(spoilt).is_err());
        }
    }
}
