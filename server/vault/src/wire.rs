//! CBOR for the contents that the vault itself defines, and hex for public bytes in JSON.
//!
//! What must stay true: secret bytes pass only through buffers that are wiped. The types here are
//! private to the crate, so no key becomes serialisable outside it. An unknown field or a byte
//! after the end is refused: within a version the shapes do not grow.

use std::io;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use zeroize::Zeroizing;

use crate::{Key32, VaultError};

/// Writes a value as CBOR into a buffer that never moves and is wiped.
pub(crate) fn encode<T: Serialize>(value: &T) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let mut length = Length(0);
    ciborium::into_writer(value, &mut length).map_err(|_| VaultError::UnknownFormat)?;
    let mut bytes = Zeroizing::new(Vec::with_capacity(length.0));
    ciborium::into_writer(value, &mut *bytes).map_err(|_| VaultError::UnknownFormat)?;
    Ok(bytes)
}

/// Reads one value and refuses anything after it.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, VaultError> {
    let mut rest = bytes;
    let mut scratch = Zeroizing::new(vec![0; 1024]);
    let value = ciborium::de::from_reader_with_buffer(&mut rest, &mut scratch)
        .map_err(|_| VaultError::UnknownFormat)?;
    if rest.is_empty() {
        Ok(value)
    } else {
        Err(VaultError::UnknownFormat)
    }
}

/// A secret of 32 bytes on its way into or out of a sealed object.
pub(crate) struct SecretField(pub(crate) Key32);

impl SecretField {
    pub(crate) fn of(bytes: &[u8; 32]) -> Self {
        Self(Key32::from_bytes(bytes))
    }
}

impl Serialize for SecretField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.bytes())
    }
}

impl<'de> Deserialize<'de> for SecretField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = Zeroizing::new(<[u8; 32] as serde_bytes::Deserialize>::deserialize(
            deserializer,
        )?);
        Ok(Self::of(&bytes))
    }
}

/// Public bytes: hex where a person may read it, a byte string elsewhere.
#[derive(Clone, Copy)]
pub(crate) struct Public<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> Serialize for Public<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&data_encoding::HEXLOWER.encode(&self.0))
        } else {
            serializer.serialize_bytes(&self.0)
        }
    }
}

impl<'de, const N: usize> Deserialize<'de> for Public<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; N] as serde_bytes::Deserialize>::deserialize(deserializer).map(Self);
        }
        let text = String::deserialize(deserializer)?;
        let bytes = data_encoding::HEXLOWER_PERMISSIVE
            .decode(text.as_bytes())
            .map_err(|_| serde::de::Error::custom("not hexadecimal"))?;
        let length = bytes.len();
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| serde::de::Error::invalid_length(length, &"another number of bytes"))
    }
}

/// For `#[serde(with = "wire::public")]` on a field of public bytes.
pub(crate) mod public {
    use super::{Deserialize, Deserializer, Public, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer, const N: usize>(
        bytes: &[u8; N],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        Public(*bytes).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
        deserializer: D,
    ) -> Result<[u8; N], D::Error> {
        Public::deserialize(deserializer).map(|public| public.0)
    }
}

/// For `#[serde(with = "wire::public_list")]` on a list of ids.
pub(crate) mod public_list {
    use super::{Deserialize, Deserializer, Public, Serialize, Serializer};

    pub(crate) fn serialize<S: Serializer>(
        ids: &[[u8; 16]],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        ids.iter()
            .copied()
            .map(Public)
            .collect::<Vec<_>>()
            .serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<[u8; 16]>, D::Error> {
        let ids = Vec::<Public<16>>::deserialize(deserializer)?;
        Ok(ids.into_iter().map(|id| id.0).collect())
    }
}

struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Sample {
        #[serde(with = "public")]
        id: [u8; 4],
    }

    #[test]
    fn public_bytes_are_hex_in_json_and_bytes_in_cbor() {
        let sample = Sample {
            id: [1, 2, 0xab, 0xff],
        };
        let json = serde_json::to_string(&sample).unwrap();
        assert_eq!(json, r#"{"id":"0102abff"}"#);
        assert_eq!(serde_json::from_str::<Sample>(&json).unwrap().id, sample.id);
        assert!(serde_json::from_str::<Sample>(r#"{"id":"0102ab"}"#).is_err());
        assert!(serde_json::from_str::<Sample>(r#"{"id":"0102abfg"}"#).is_err());

        let cbor = encode(&sample).unwrap();
        assert_eq!(
            cbor.as_slice(),
            [0xa1, 0x62, b'i', b'd', 0x44, 1, 2, 0xab, 0xff]
        );
        assert_eq!(decode::<Sample>(&cbor).unwrap().id, sample.id);
    }

    #[test]
    fn bytes_after_the_end_are_refused() {
        let mut cbor = encode(&7_u8).unwrap();
        assert_eq!(decode::<u8>(&cbor), Ok(7));
        cbor.push(0);
        assert_eq!(decode::<u8>(&cbor), Err(VaultError::UnknownFormat));
    }
}
