use chacha20poly1305::{AeadInOut, ChaCha20Poly1305, KeyInit};
use serde_json::Value;

use super::{hex, json};
use crate::primitives;

/// What a run of one file came to.
#[derive(Debug, PartialEq, Eq)]
struct Tally {
    listed: usize,
    ran: usize,
    skipped: usize,
}

fn tally(listed: usize, ran: usize, skipped: usize) -> Tally {
    assert_eq!(listed, ran + skipped);
    Tally {
        listed,
        ran,
        skipped,
    }
}

/// Runs every test of a file. `run` answers whether a test was accepted, or `None` when it cannot
/// apply; `accepts` says which results may be accepted.
fn each(
    file: &str,
    accepts: impl Fn(&Value, &Value) -> bool,
    run: impl Fn(&Value, &Value) -> Option<bool>,
) -> Tally {
    let data = json(&format!("wycheproof/{file}"));
    let (mut ran, mut skipped) = (0, 0);
    for group in data["testGroups"].as_array().unwrap() {
        for test in group["tests"].as_array().unwrap() {
            match run(group, test) {
                Some(accepted) => {
                    ran += 1;
                    assert_eq!(
                        accepted,
                        accepts(group, test),
                        "{file} test {}",
                        test["tcId"]
                    );
                }
                None => skipped += 1,
            }
        }
    }
    let listed = usize::try_from(data["numberOfTests"].as_u64().unwrap()).unwrap();
    Tally {
        listed,
        ran,
        skipped,
    }
}

fn valid(_: &Value, test: &Value) -> bool {
    test["result"] == "valid"
}

#[test]
fn xchacha20_poly1305() {
    let outcome = each("xchacha20_poly1305_test.json", valid, |_, test| {
        let nonce: [u8; 24] = hex(&test["iv"]).try_into().ok()?;
        let key: [u8; 32] = hex(&test["key"]).try_into().unwrap();
        let tag: [u8; 16] = hex(&test["tag"]).try_into().unwrap();
        let (aad, plain, sealed) = (hex(&test["aad"]), hex(&test["msg"]), hex(&test["ct"]));
        let mut text = plain.clone();
        let made = primitives::xchacha_seal(&key, &nonce, &aad, &mut text).unwrap();
        let same = made == tag && text == sealed;
        let mut text = sealed;
        let opened = primitives::xchacha_open(&key, &nonce, &aad, &mut text, &tag).is_ok();
        assert_eq!(opened, same);
        Some(opened && text == plain)
    });
    // Nonces of another length than 24 bytes cannot be given to our function.
    assert_eq!(outcome, tally(315, 306, 9));
}

/// HPKE uses this cipher; the nonce of 12 bytes is its own.
#[test]
fn chacha20_poly1305() {
    let outcome = each("chacha20_poly1305_test.json", valid, |_, test| {
        let nonce: [u8; 12] = hex(&test["iv"]).try_into().ok()?;
        let key: [u8; 32] = hex(&test["key"]).try_into().unwrap();
        let tag: [u8; 16] = hex(&test["tag"]).try_into().unwrap();
        let cipher = ChaCha20Poly1305::new(&key.into());
        let mut text = hex(&test["ct"]);
        let opened = cipher
            .decrypt_inout_detached(
                &nonce.into(),
                &hex(&test["aad"]),
                text.as_mut_slice().into(),
                &tag.into(),
            )
            .is_ok();
        Some(opened && text == hex(&test["msg"]))
    });
    assert_eq!(outcome, tally(325, 316, 9));
}

/// Zero shared secrets are computed here as RFC 7748 says; the sealed box refuses them.
#[test]
fn x25519() {
    let may = |_: &Value, test: &Value| test["result"] != "invalid";
    let outcome = each("x25519_test.json", may, |_, test| {
        let [private, public] = ["private", "public"].map(|name| hex(&test[name]));
        let [private, public]: [[u8; 32]; 2] = [private, public].map(|key| key.try_into().unwrap());
        Some(x25519_dalek::x25519(private, public).to_vec() == hex(&test["shared"]))
    });
    assert_eq!(outcome, tally(518, 518, 0));
}

#[test]
fn ed25519() {
    let outcome = each("ed25519_test.json", valid, |group, test| {
        let public: [u8; 32] = hex(&group["publicKey"]["pk"]).try_into().unwrap();
        let message = hex(&test["msg"]);
        // A signature of another length never reaches our function, which is a refusal as well.
        let Ok(signature) = hex(&test["sig"]).try_into() else {
            return Some(false);
        };
        Some(primitives::verify(&public, &message, &signature).is_ok())
    });
    assert_eq!(outcome, tally(151, 151, 0));
}

#[test]
fn hkdf_sha256() {
    let outcome = each("hkdf_sha256_test.json", valid, |_, test| {
        let mut out = vec![0; usize::try_from(test["size"].as_u64().unwrap()).unwrap()];
        let info = hex(&test["info"]);
        let done =
            primitives::hkdf(&hex(&test["ikm"]), &hex(&test["salt"]), &[&info], &mut out).is_ok();
        Some(done && out == hex(&test["okm"]))
    });
    assert_eq!(outcome, tally(86, 86, 0));
}

/// Many of these tags are cut short; ours never are, so the start is compared.
#[test]
fn hmac_sha256() {
    let outcome = each("hmac_sha256_test.json", valid, |_, test| {
        let tag = hex(&test["tag"]);
        let made = primitives::hmac(&hex(&test["key"]), &[&hex(&test["msg"])]);
        Some(made.get(..tag.len()) == Some(&tag))
    });
    assert_eq!(outcome, tally(174, 174, 0));
}
