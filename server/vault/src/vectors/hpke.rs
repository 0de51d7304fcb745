use core::convert::Infallible;

use ::hpke::{Deserializable, OpModeR, Serializable};
use rand_core::{TryCryptoRng, TryRng};

use super::{hex, json};
use crate::primitives;

/// Gives out the bytes of the vector's ephemeral key, once.
struct Ephemeral(Vec<u8>);

impl TryRng for Ephemeral {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        panic!("only bytes are drawn")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        panic!("only bytes are drawn")
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Infallible> {
        let rest = self.0.split_off(out.len());
        out.copy_from_slice(&self.0);
        self.0 = rest;
        Ok(())
    }
}

impl TryCryptoRng for Ephemeral {}

type Aead = ::hpke::aead::ChaCha20Poly1305;
type Kdf = ::hpke::kdf::HkdfSha256;
type Kem = ::hpke::kem::X25519HkdfSha256;

/// Appendix A: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305, base mode.
#[test]
fn the_sealed_box_is_that_of_rfc_9180() {
    let vectors = json("hpke-rfc9180/base-x25519-sha256-chacha20poly1305.json");
    let [vector] = vectors.as_array().unwrap().as_slice() else {
        panic!("one vector")
    };
    let read = |name: &str| hex(&vector[name]);
    let [secret, to]: [[u8; 32]; 2] = ["skRm", "pkRm"].map(|name| read(name).try_into().unwrap());
    let info = read("info");
    assert_eq!(primitives::x25519_public(&secret), to);

    // Our functions seal one message to a box, so they meet the first; the rest go through the
    // same library with its context kept.
    let messages = vector["encryptions"].as_array().unwrap();
    let [aad, text, sealed] = ["aad", "pt", "ct"].map(|name| hex(&messages[0][name]));
    let mut rng = Ephemeral(read("ikmE"));
    let (encapsulated, made) = primitives::HpkeSender::begin(&to, &info, &mut rng)
        .unwrap()
        .seal(&aad, &text)
        .unwrap();
    assert_eq!((encapsulated.to_vec(), &made), (read("enc"), &sealed));
    let opened = primitives::hpke_open(&secret, &encapsulated, &info, &aad, &sealed).unwrap();
    assert_eq!(*opened, text);

    let secret = <Kem as ::hpke::Kem>::PrivateKey::from_bytes(&secret).unwrap();
    let encapsulated = <Kem as ::hpke::Kem>::EncappedKey::from_bytes(&encapsulated).unwrap();
    assert_eq!(encapsulated.to_bytes().to_vec(), read("enc"));
    let mut receiver =
        ::hpke::setup_receiver::<Aead, Kdf, Kem>(&OpModeR::Base, &secret, &encapsulated, &info)
            .unwrap();
    for message in messages {
        let opened = receiver
            .open(&hex(&message["ct"]), &hex(&message["aad"]))
            .unwrap();
        assert_eq!(opened, hex(&message["pt"]));
    }
    assert_eq!(messages.len(), 257);
}
